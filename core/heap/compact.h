// SPDX-License-Identifier: MIT
// compact.h: what the files of compaction share: compact.c (the steps), slide.c and fit.c (the two
// ways to move cells).
//
// While it runs, the mark bit of a head says "stays where it is", the one of a free block "a gap
// starts here" as ever. Each gap has one mark only: compact.c joins free neighbours at the start.
#ifndef CORE_COMPACT_H
#define CORE_COMPACT_H

#include "heap/bitmap.h"
#include "heap/heap.h"

static inline size_t compact_block(const Heap *h, const void *p) {
    return (size_t)((const uint8_t *)p - h->base) / BLOCK_BYTES;
}
static inline Cell *compact_cell(const Heap *h, size_t block) {
    return (Cell *)(void *)(h->base + block * BLOCK_BYTES);
}

// First block >= i that has a mark (gap or pinned head), or a head; h->blocks if none.
size_t compact_next_mark(const Heap *h, size_t i);
size_t compact_next_head(const Heap *h, size_t i);
void compact_join_gaps(Heap *h); // each gap keeps the mark at its start only
// Takes every reference of the roots, the value stack and the cells through the visitor.
void compact_update(Visitor *v);
// The same for what the weak tables list, the cells of which the first finds: so it is called while
// their addresses hold, before it if cells are yet to move, after it if they have moved.
void compact_update_weak(Visitor *v, bool moved);

// Slides all cells down over the gaps, each pinned one staying. Returns the number of cells moved.
size_t slide_cells(Heap *h);
// Right after slide_cells: moves cells out of one window between pinned cells so that, when the rest
// has slid, a run of so many blocks is free there, or as many as can be. Returns the number moved.
size_t fit_cells(Heap *h, size_t blocks);

#endif
