// SPDX-License-Identifier: MIT
// collect.h: what heap.c and collect.c share.
#ifndef CORE_COLLECT_H
#define CORE_COLLECT_H

#include "heap/heap.h"

size_t heap_next_start(const Heap *h, size_t i); // first block >= i where a cell or free run starts
size_t heap_next_free(const Heap *h, size_t i);  // first block >= i where a free run starts
size_t heap_next_head(const Heap *h, size_t i);  // first block >= i where a cell starts
// Clears the mark bits of [from, to): free blocks there join the run before them.
void heap_clear_marks(Heap *h, size_t from, size_t to);
void heap_close_run(Heap *h); // leaves the current free run: every free run then has its mark
Cell *heap_find_cell(uintptr_t word); // the cell that the word points to or into; NULL if none
// Calls visit_ambiguous for each word of the C stack from the address on.
void heap_scan_c_stack(Visitor *v, uintptr_t from);
void heap_set_pace(Heap *h); // after a collection
void heap_first_run(Heap *h); // makes the lowest free run the current one
static inline void heap_tell_began(const Heap *h, bool compaction) {
    if (h->observer && h->observer->began) {
        h->observer->began(compaction);
    }
}
static inline void heap_tell_moved(const Heap *h, const Cell *from, const Cell *to, size_t bytes) {
    if (h->observer && h->observer->moved) {
        h->observer->moved(from, to, bytes);
    }
}
static inline void heap_tell_ended(const Heap *h, bool compaction, size_t cells) {
    if (h->observer && h->observer->ended) {
        h->observer->ended(compaction, cells);
    }
}
// Takes blocks without collecting; NULL if there are none. The caller writes the type and tells the
// observer.
void *heap_take(Heap *h, size_t blocks, bool lasting);
void heap_tell_allocated(const Heap *h, const void *cell, const Type *type, size_t blocks);
void heap_poison(void *start, size_t bytes);
size_t heap_cell_blocks(const void *cell); // all blocks of the cell, the red zone's too
static inline size_t heap_block_of(const Heap *h, const void *p) {
    return (size_t)((const uint8_t *)p - h->base) / BLOCK_BYTES;
}
bool heap_is_marked(const Cell *c); // between marking and sweeping: is it alive?

// ---- emergency.c -------------------------------------------------------------------------------
// Blocks for an exception that can't be had otherwise; NULL if there are none. May collect if the
// heap is locked.
void *emergency_take(Heap *h, size_t blocks);

// ---- finalise.c --------------------------------------------------------------------------------
void finalise_mark(Visitor *visitor);   // roots: objects whose __del__ is due
void finalise_update(Visitor *visitor); // in a compaction: all that the register lists
// Finds dead objects with finalisers, marks those whose __del__ is due, runs the native ones of the
// rest. mark_rest marks what is reachable from what was visited.
void finalise_find(Visitor *visitor, void (*mark_rest)(Visitor *visitor));
void finalise_shrink(void); // after sweeping

#endif
