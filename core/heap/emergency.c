// SPDX-License-Identifier: MIT
// emergency.c: memory for exceptions when the heap is full or locked.
//
// A cell is kept for that. When an exception can't be had otherwise the cell is given up, and as
// many blocks may then be taken, also from a locked heap. heap_refill_emergency() makes it anew.
#include "heap/announce.h"
#include "heap/collect.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

static const Type emergency_type = {
    .head = {&type_type},
    .name = N__reserve,
    .flags = TYPE_TRACE_NONE | TYPE_FINAL,
    .payload = sizeof(Cell),
    .letter = 'h',
    .solid = &emergency_type,
};

static void open_emergency(Heap *h) {
    assert(h->emergency && h->emergency_blocks > 0);
    heap_free(h->emergency);
    h->emergency = NULL;
    h->emergency_left = h->emergency_blocks;
    rt.attention = 1; // poll_slow() refills it
}

static void *take_from_emergency(Heap *h, size_t blocks) {
    assert(blocks > 0);
    void *p = blocks <= h->emergency_left ? heap_take(h, blocks, false) : NULL;
    h->emergency_left -= p ? blocks : 0;
    return p;
}

// A locked heap is collected here only: what was taken for earlier exceptions is mostly dead.
void *emergency_take(Heap *h, size_t blocks) {
    assert(h->raising != RAISING_NOTHING);
    bool opened = h->emergency;
    if (opened) {
        open_emergency(h);
    }
    void *p = take_from_emergency(h, blocks);
    if (!p && h->lock_depth && h->emergency_blocks && !opened && h->raising == RAISING_EXCEPTION) {
        heap_collect();
        h->emergency_left = h->emergency_blocks;
        p = take_from_emergency(h, blocks);
    }
    return p;
}

void heap_refill_emergency(void) {
    Heap *h = &rt.heap;
    if (h->emergency || !h->emergency_blocks || h->lock_depth) {
        return;
    }
    size_t blocks = h->emergency_blocks + CONFIG_RED_ZONE;
    Cell *c = heap_take(h, blocks, false);
    if (c) {
        heap_tell_allocated(h, c, &emergency_type, blocks);
        announce_open(c, blocks * BLOCK_BYTES);
        announce_alloc(c, h->emergency_blocks * BLOCK_BYTES, blocks * BLOCK_BYTES, false);
        c->type = &emergency_type;
        h->emergency = c;
        h->emergency_left = 0;
    }
}

void heap_set_emergency(size_t bytes) {
    Heap *h = &rt.heap;
    size_t least = bytes < sizeof(Cell) ? sizeof(Cell) : bytes;
    Cell *fresh = bytes ? heap_alloc_raw(&emergency_type, least) : NULL;
    heap_free(h->emergency);
    h->emergency = fresh;
    h->emergency_blocks = fresh ? heap_cell_size(fresh) / BLOCK_BYTES : 0;
    h->emergency_left = 0;
}
