// SPDX-License-Identifier: MIT
// fit.c: moves cells out of one window into the gaps of others.
//
// A window is what lies between two cells that must stay. After sliding, each has its cells below and
// one gap above them, so a gap can't be larger than its window. Where the largest gap is not
// enough, the window that promises most is emptied from its gap downwards, each cell going into the
// lowest gap elsewhere that holds it; sliding again then brings its free blocks together. A cell
// that has moved leaves a Forward to its new place behind, until all references are updated.
#include "heap/announce.h"
#include "heap/collect.h"
#include "heap/compact.h"
#include "text/str.h"
#include <assert.h>
#include <string.h>

typedef struct Forward { // overlays a cell that has moved
    Cell head;
    Cell *to;
} Forward;

_Static_assert(sizeof(Forward) <= BLOCK_BYTES, "a Forward fits every cell");

static const Type forward_type = {.head = {&type_type}, .name = N__internal,
                                  .flags = TYPE_TRACE_NONE, .letter = 'h'};

typedef struct Window {
    size_t start, end; // blocks
    size_t gap;        // where its gap starts: end - gap blocks are free
} Window;

enum { SIZE_CLASSES = 64 };

typedef struct Fit {
    Heap *heap;
    Window window;             // the one to be emptied
    size_t from[SIZE_CLASSES]; // no gap of so many blocks starts below this block
} Fit;

// ---- the window -----------------------------------------------------------------------------

// The window that starts at block i, at the end of a pinned cell.
static Window window_at(const Heap *h, size_t i) {
    assert(i <= h->blocks);
    Window w = {i, i, i};
    while (w.end < h->blocks && !(bit_get(h->head, w.end) && bit_get(h->mark, w.end))) {
        w.gap = w.end;
        w.end = compact_next_mark(h, w.end + 1);
    }
    bool is_gap = w.gap < w.end && !bit_get(h->head, w.gap);
    w.gap = is_gap ? w.gap : w.end;
    return w;
}

// May a run of so many blocks come to be in a, and sooner than in b?
static bool is_better(const Window *a, const Window *b, size_t blocks) {
    assert(a->start <= a->gap && a->gap <= a->end && b->start <= b->gap && b->gap <= b->end);
    size_t room_a = a->end - a->start, room_b = b->end - b->start;
    if (room_a >= blocks && room_b >= blocks) {
        return a->end - a->gap > b->end - b->gap;
    }
    return room_a > room_b;
}

static Window best_window(const Heap *h, size_t blocks) {
    Window best = window_at(h, 0);
    for (Window w = best; w.end < h->blocks;) {
        size_t after = heap_next_start(h, w.end + 1); // w.end is a pinned cell
        w = window_at(h, after);
        if (is_better(&w, &best, blocks)) {
            best = w;
        }
    }
    return best;
}

// ---- moving ---------------------------------------------------------------------------------

// The lowest gap of n blocks outside of the window, or SIZE_MAX.
static size_t find_gap(Fit *f, size_t n) {
    assert(n > 0);
    Heap *h = f->heap;
    size_t class = n < SIZE_CLASSES ? n : 0, i = class ? f->from[class] : 0;
    for (i = heap_next_free(h, i); i < h->blocks;) {
        size_t end = compact_next_head(h, i);
        bool inside = i >= f->window.start && i < f->window.end;
        if (end - i >= n && !inside) {
            f->from[class] = i;
            return i;
        }
        i = heap_next_free(h, inside ? f->window.end : end);
    }
    f->from[class] = h->blocks;
    return SIZE_MAX;
}

static void move_cell(Heap *h, size_t from, size_t to, size_t n) {
    size_t end = compact_next_head(h, to);
    assert(to + n <= end && (end <= from || to >= from + n));
    bit_clear(h->mark, to);
    bit_set(h->head, to);
    if (to + n < end) {
        bit_set(h->mark, to + n);
    }
    announce_move(compact_cell(h, to), compact_cell(h, from), n * BLOCK_BYTES);
    memcpy(compact_cell(h, to), compact_cell(h, from), n * BLOCK_BYTES);
    announce_moved(compact_cell(h, to), compact_cell(h, from), n * BLOCK_BYTES);
    heap_tell_moved(h, compact_cell(h, from), compact_cell(h, to), n * BLOCK_BYTES);
    Forward *f = (Forward *)compact_cell(h, from);
    f->head.type = &forward_type;
    f->to = compact_cell(h, to);
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

// Returns the number of cells moved out.
static size_t empty_window(Fit *f, size_t blocks) {
    assert(f->window.end <= f->heap->blocks && blocks > 0);
    Heap *h = f->heap;
    size_t free = f->window.end - f->window.gap, moved = 0, b = f->window.gap;
    while (free < blocks && (b = previous_head(h, b)) != SIZE_MAX && b >= f->window.start) {
        size_t n = heap_next_start(h, b + 1) - b, gap = find_gap(f, n);
        if (gap != SIZE_MAX) {
            move_cell(h, b, gap, n);
            free += n;
            moved++;
        }
    }
    return moved;
}

// ---- update ---------------------------------------------------------------------------------

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

// The old places become gaps, joined with their free neighbours.
static void free_forwards(Heap *h) {
    for (size_t b = previous_head(h, h->blocks); b != SIZE_MAX; b = previous_head(h, b)) {
        if (compact_cell(h, b)->type == &forward_type) {
            size_t bytes = (heap_next_start(h, b + 1) - b) * BLOCK_BYTES;
            heap_poison(compact_cell(h, b), bytes);
            announce_vacated(compact_cell(h, b), bytes);
            bit_clear(h->head, b);
            bit_set(h->mark, b);
        }
    }
    compact_join_gaps(h);
}

size_t fit_cells(Heap *h, size_t blocks) {
    Visitor v = {update_slot, update_ambiguous};
    Fit f = {.heap = h, .window = best_window(h, blocks)};
    size_t moved = empty_window(&f, blocks);
    if (moved > 0) {
        compact_update(&v);
        compact_update_weak(&v, true);
        free_forwards(h);
    }
    return moved;
}
