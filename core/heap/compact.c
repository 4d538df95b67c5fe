// SPDX-License-Identifier: MIT
// compact.c: moves cells together when free memory is there but not in one piece.
//
// Mostly-copying (Bartlett, "Compacting garbage collection with ambiguous roots", 1988): a cell that a
// word of the C stack may point to, or an arena's words, stays (pinned), as does one whose address
// the program has seen (id(), identity hashes: the `pinned` map). The others move, the highest
// first, into the lowest gap that fits. Steps, right after a collection:
//   1. pin:    set the mark bit of each head that must stay
//   2. move:   copy; the old place becomes a Forward to the new one
//   3. update: every reference in roots and cells is taken through its Forward
//   4. free:   the old places become free runs, the mark bits of heads are cleared
#include "heap/bitmap.h"
#include "heap/collect.h"
#include "state.h"
#include "text/str.h"
#include "vm/function.h"
#include <assert.h>
#include <string.h>

typedef struct Forward { // overlays a cell that has moved
    Cell head;
    Cell *to;
} Forward;

_Static_assert(sizeof(Forward) <= BLOCK_BYTES, "a Forward fits every cell");

static const Type forward_type = {.head = {&type_type}, .name = N__internal,
                                  .flags = TYPE_TRACE_NONE, .letter = 'h'};

static inline size_t block_of(const Heap *h, const void *p) {
    return (size_t)((const uint8_t *)p - h->base) / BLOCK_BYTES;
}

static inline Cell *cell_at(const Heap *h, size_t block) {
    return (Cell *)(void *)(h->base + block * BLOCK_BYTES);
}

// ---- 1. pin ------------------------------------------------------------------------------------

static void ignore(Visitor *v, Value *slot) {
    (void)v;
    (void)slot;
}

static void pin_ambiguous(Visitor *v, uintptr_t word) {
    (void)v;
    Cell *c = heap_find_cell(word);
    if (c) {
        bit_set(rt.heap.mark, block_of(&rt.heap, c));
    }
}

static void pin_inside(Cell *c, size_t bytes, void *arg) {
    (void)bytes;
    if (c->type->trace) {
        c->type->trace(c, arg);
    }
}

static NOINLINE void pin_all(Heap *h) {
    Visitor v = {ignore, pin_ambiguous};
    size_t words = (h->blocks + WORD_BITS - 1) / WORD_BITS;
    heap_walk(pin_inside, &v);
    for (size_t w = 0; w < words; w++) {
        h->mark[w] |= h->pinned[w] & h->head[w];
    }
    Thread *t = rt.thread;
    for (Frame *f = t->frame; (void *)f < (void *)t->stack_end; f++) {
        pin_ambiguous(&v, (uintptr_t)f->function->code); // its pc points inside
    }
    heap_scan_c_stack(&v, (uintptr_t)__builtin_frame_address(0));
}

// ---- 2. move -------------------------------------------------------------------------------------

enum { SIZE_CLASSES = 64 };

typedef struct Mover {
    Heap *heap;
    size_t from[SIZE_CLASSES]; // no gap of so many blocks starts below this block
} Mover;

// End of the free gap at block i: the next head.
static size_t gap_end(const Heap *h, size_t i) {
    size_t end = heap_next_start(h, i + 1);
    while (end < h->blocks && !bit_get(h->head, end)) {
        end = heap_next_start(h, end + 1);
    }
    return end;
}

// The lowest gap of n blocks below `limit`, or SIZE_MAX.
static size_t find_gap(Mover *m, size_t n, size_t limit) {
    Heap *h = m->heap;
    size_t class = n < SIZE_CLASSES ? n : 0, i = class ? m->from[class] : 0;
    for (i = heap_next_free(h, i); i < limit;) {
        size_t end = gap_end(h, i);
        if (end - i >= n) {
            m->from[class] = i;
            return i;
        }
        i = heap_next_free(h, end);
    }
    m->from[class] = limit;
    return SIZE_MAX;
}

static void move_cell(Heap *h, size_t from, size_t to, size_t n) {
    size_t end = gap_end(h, to);
    for (size_t i = to; i < end; i++) {
        bit_clear(h->mark, i);
    }
    bit_set(h->head, to);
    if (to + n < end) {
        bit_set(h->mark, to + n);
    }
    memcpy(cell_at(h, to), cell_at(h, from), n * BLOCK_BYTES);
    if (h->observer && h->observer->moved) {
        h->observer->moved(cell_at(h, from), cell_at(h, to), n * BLOCK_BYTES);
    }
    Forward *f = (Forward *)cell_at(h, from);
    f->head.type = &forward_type;
    f->to = cell_at(h, to);
}

static size_t previous_head(const Heap *h, size_t i) {
    while (i > 0) {
        size_t w = (i - 1) / WORD_BITS;
        uintptr_t bits = h->head[w] & ~(uintptr_t)0 >> (WORD_BITS - 1 - (i - 1) % WORD_BITS);
        if (bits) {
            return w * WORD_BITS + word_highest(bits);
        }
        i = w * WORD_BITS;
    }
    return SIZE_MAX;
}

static size_t move_all(Heap *h) {
    Mover m = {.heap = h};
    size_t moved = 0;
    for (size_t b = previous_head(h, h->blocks); b != SIZE_MAX; b = previous_head(h, b)) {
        if (bit_get(h->mark, b)) {
            continue; // pinned
        }
        size_t n = heap_next_start(h, b + 1) - b, gap = find_gap(&m, n, b);
        if (gap < b) {
            move_cell(h, b, gap, n);
            moved++;
        }
    }
    return moved;
}

// ---- 3. update -------------------------------------------------------------------------------------

static inline bool is_forward(const void *p) {
    return heap_contains(p) && ((const Cell *)p)->type == &forward_type;
}

static void update_slot(Visitor *v, Value *slot) {
    (void)v;
    if (is_forward(cell_of(*slot))) {
        *slot = cell_value(((Forward *)cell_of(*slot))->to);
    }
}

static void update_ambiguous(Visitor *v, uintptr_t word) { // pinned: has not moved
    (void)v;
    (void)word;
}

static void update_cell(Cell *c, size_t bytes, void *arg) {
    Visitor *v = arg;
    if (c->type == &forward_type) {
        return;
    }
    if (is_forward(c->type)) {
        c->type = (const Type *)((const Forward *)c->type)->to;
    }
    if (c->type->flags & TYPE_TRACE_WORDS) {
        Value *end = (Value *)(void *)((char *)c + bytes);
        for (Value *slot = (Value *)c + 1; slot < end; slot++) {
            visit(v, slot);
        }
    } else if (c->type->trace) {
        c->type->trace(c, v);
    }
}

static void update_value_stack(Visitor *v, Thread *t) {
    for (Value *slot = t->stack; slot < t->top; slot++) {
        visit(v, slot);
    }
    for (Frame *f = t->frame; (void *)f < (void *)t->stack_end; f++) {
        visit_cell(v, &f->function);
        visit(v, &f->object);
    }
    visit(v, &t->exception);
    visit(v, &t->handled);
    visit(v, &t->result);
}

static void update_all(void) {
    Visitor v = {update_slot, update_ambiguous};
    heap_walk(update_cell, &v);
    state_visit_roots(&v);
    update_value_stack(&v, rt.thread);
    finalise_visit(&v);
    str_visit_interned(&v);
}

// ---- 4. free ---------------------------------------------------------------------------------------

static void free_forwards(Heap *h) {
    size_t words = (h->blocks + WORD_BITS - 1) / WORD_BITS;
    for (size_t b = previous_head(h, h->blocks); b != SIZE_MAX; b = previous_head(h, b)) {
        if (cell_at(h, b)->type == &forward_type) {
            heap_poison(cell_at(h, b), (heap_next_start(h, b + 1) - b) * BLOCK_BYTES);
            bit_clear(h->head, b);
            bit_set(h->mark, b);
        }
    }
    for (size_t w = 0; w < words; w++) {
        h->mark[w] &= ~h->head[w];
    }
}

void heap_compact(void) {
    Heap *h = &rt.heap;
    heap_collect();
    heap_tell_began(h, true);
    h->collecting = true;
    heap_close_run(h);
    heap_clear_caches();
    __builtin_unwind_init();
    pin_all(h);
    size_t moved = move_all(h);
    if (moved > 0) {
        update_all();
    }
    free_forwards(h);
    heap_first_run(h);
    h->high = h->blocks;
    h->compactions++;
    h->collecting = false;
    if (CONFIG_HEAP_CHECK) {
        heap_check();
    }
    heap_tell_ended(h, true, moved);
}
