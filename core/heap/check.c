// SPDX-License-Identifier: MIT
// check.c: the heap checker. heap_check() asserts what heap.h states; a test build calls it after
// every collection (CONFIG_HEAP_CHECK). It allocates nothing and changes nothing.
#include "heap/bitmap.h"
#include "heap/collect.h"
#include "state.h"
#include <assert.h>

static inline size_t block_of(const Heap *h, const void *p) {
    return (size_t)((const uint8_t *)p - h->base) / BLOCK_BYTES;
}

static void check_slot(Visitor *v, Value *slot) {
    (void)v;
    Cell *c = cell_of(*slot);
    if (heap_contains(c)) {
        assert((uintptr_t)c % BLOCK_BYTES == (uintptr_t)rt.heap.base % BLOCK_BYTES);
        assert(bit_get(rt.heap.head, block_of(&rt.heap, c)));
        assert(c->type != NULL);
    }
}

static void check_ambiguous(Visitor *v, uintptr_t word) {
    (void)v;
    (void)word;
}

static void check_cell(Cell *c, size_t bytes, void *arg) {
    Visitor *v = arg;
    const Type *t = c->type;
    if (t->flags & TYPE_TRACE_WORDS) {
        for (size_t i = 1; i < bytes / sizeof(Value); i++) {
            visit(v, (Value *)c + i);
        }
    } else if (t->trace) {
        t->trace(c, v);
    }
}

void heap_check(void) {
    Visitor v = {check_slot, check_ambiguous};
    heap_walk(check_cell, &v);
    size_t used = 0;
    Heap *h = &rt.heap;
    for (size_t i = heap_next_start(h, 0); i < h->blocks; i = heap_next_start(h, i + 1)) {
        if (bit_get(h->head, i)) {
            assert(!bit_get(h->mark, i));
            used += heap_cell_size(h->base + i * BLOCK_BYTES) / BLOCK_BYTES;
        }
    }
    assert(used == h->used_blocks);
}
