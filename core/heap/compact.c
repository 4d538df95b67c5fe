// SPDX-License-Identifier: MIT
// compact.c: moves cells together when free memory is there but not in one piece.
//
// Mostly-copying (Bartlett, "Compacting garbage collection with ambiguous roots", 1988): a cell that a
// word of the C stack may point to, or an arena's words, stays (pinned), as does one whose address
// the program has seen (id(), identity hashes: the `pinned` map). The others move. Right after a
// collection the mark bit of each head that must stay is set; then the cells slide down (slide.c).
// Where pinned cells keep free blocks apart, cells are moved across them (fit.c), and slide again.
#include "heap/announce.h"
#include "heap/collect.h"
#include "heap/compact.h"
#include "port.h"
#include "state.h"
#include "text/str.h"
#include "vm/function.h"
#include <assert.h>

size_t compact_next_head(const Heap *h, size_t i) {
    return heap_next_head(h, i);
}

size_t compact_next_mark(const Heap *h, size_t i) {
    size_t w = i / WORD_BITS, words = (h->blocks + WORD_BITS - 1) / WORD_BITS;
    if (w >= words) {
        return h->blocks;
    }
    uintptr_t bits = h->mark[w] & ~(uintptr_t)0 << (i % WORD_BITS);
    while (bits == 0) {
        if (++w >= words) {
            return h->blocks;
        }
        bits = h->mark[w];
    }
    return w * WORD_BITS + word_lowest(bits);
}

void compact_join_gaps(Heap *h) {
    for (size_t i = heap_next_free(h, 0); i < h->blocks; i = heap_next_free(h, i + 1)) {
        heap_clear_marks(h, i + 1, heap_next_head(h, i));
    }
}

size_t heap_largest_free(void) {
    const Heap *h = &rt.heap;
    size_t most = (size_t)(h->free_end - h->free) / BLOCK_BYTES;
    for (size_t i = heap_next_free(h, 0); i < h->blocks;) {
        size_t end = heap_next_head(h, i);
        most = end - i > most ? end - i : most;
        i = heap_next_free(h, end);
    }
    return most;
}

// ---- what must stay -------------------------------------------------------------------------

static void ignore(Visitor *v, Value *slot) {
    (void)v;
    (void)slot;
}

static void pin_ambiguous(Visitor *v, uintptr_t word) {
    (void)v;
    Cell *c = heap_find_cell(word);
    if (c) {
        bit_set(rt.heap.mark, compact_block(&rt.heap, c));
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

static void unpin_all(Heap *h) {
    size_t words = (h->blocks + WORD_BITS - 1) / WORD_BITS;
    for (size_t w = 0; w < words; w++) {
        h->mark[w] &= ~h->head[w];
    }
}

// ---- references -----------------------------------------------------------------------------

static void update_cell(Cell *c, size_t bytes, void *arg) {
    Visitor *v = arg;
    if (c->type->flags & TYPE_TRACE_WORDS) {
        Value *end = (Value *)(void *)((char *)c + announce_size(c, bytes));
        for (Value *slot = (Value *)c + 1; slot < end; slot++) {
            visit(v, slot);
        }
    } else if (c->type->trace) {
        c->type->trace(c, v);
    }
    visit_cell(v, &c->type); // last: the above reads it
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

void compact_update(Visitor *v) {
    Heap *h = &rt.heap;
    heap_walk(update_cell, v);
    state_visit_roots(v);
    update_value_stack(v, rt.thread);
    visit_cell(v, &h->finalisers);
    weak_visit_roots(v);
    visit_cell(v, &h->reserve);
}

void compact_update_weak(Visitor *v, bool moved) {
    str_visit_interned(v);
    finalise_update(v);
    weak_update(v, moved);
}

// ---- compaction -----------------------------------------------------------------------------

// Returns the number of moves.
static NOINLINE size_t compact(Heap *h, size_t blocks) {
    assert(h->collecting && h->used_blocks <= h->blocks);
    size_t free = h->blocks - h->used_blocks;
    blocks = blocks ? blocks : free;
    pin_all(h);
    compact_join_gaps(h);
    size_t moved = slide_cells(h), fitted = 0;
    if (heap_largest_free() < blocks) {
        fitted = fit_cells(h, blocks);
        moved += fitted ? fitted + slide_cells(h) : 0;
    }
    unpin_all(h);
    return moved;
}

void heap_compact(size_t blocks) {
    assert(!rt.heap.collecting);
    Heap *h = &rt.heap;
    heap_collect();
    heap_tell_began(h, true);
    h->collecting = true;
    heap_close_run(h);
    h->free = h->free_end = h->base; // where it was, a cell may come to lie: see cell_end()
    __builtin_unwind_init(); // registers of the callers are in this frame, which is scanned
    size_t moved = compact(h, blocks);
    weak_rehash();
    heap_first_run(h);
    h->high = h->blocks;
    h->compactions++;
    h->collecting = false;
    if (CONFIG_HEAP_CHECK) {
        heap_check();
    }
    heap_tell_ended(h, true, moved);
    port_moved();
}
