// SPDX-License-Identifier: MIT
// collect.c: mark and sweep.
//
// Marking is precise from the roots, the value stack and each cell's trace; conservative from the
// C stack (callee-saved registers are spilled there first). Cells to be traced wait on a mark
// stack of fixed size; when it is full a cell is only marked and waits where it is. Afterwards the part
// of the heap where such cells are is walked to trace every marked cell there, until none was left so.
//
// Sweep turns both block maps over word by word:  head' = head & mark,  mark' = head ^ mark
// so that live cells become unmarked heads and dead cells become free runs.
#include "heap/collect.h"
#include "heap/announce.h"
#include "heap/bitmap.h"
#include "state.h"
#include "text/str.h"
#include "vm/function.h"
#include <assert.h>
#include <string.h>

typedef struct Marker {
    Visitor visitor;
    Heap *heap;
    Cell **next; // free entry of the mark stack
    Cell *stack[CONFIG_MARK_STACK];
    uintptr_t c_stack; // scanned from here on: without the Marker, which is full of old words
    size_t low, high; // blocks: between them are all cells that found the mark stack full
} Marker;

static inline size_t block_of(const Heap *h, const void *p) {
    return (size_t)((const uint8_t *)p - h->base) / BLOCK_BYTES;
}

static inline void mark_cell(Marker *m, Cell *c) {
    Heap *h = m->heap;
    size_t offset = (size_t)((uint8_t *)c - h->base);
    if (offset >= h->blocks * BLOCK_BYTES) {
        return; // flash or static
    }
    size_t i = offset / BLOCK_BYTES;
    uintptr_t bit = (uintptr_t)1 << (i % WORD_BITS);
    uintptr_t *word = &h->mark[i / WORD_BITS];
    assert(offset % BLOCK_BYTES == 0 && bit_get(h->head, i));
    if (*word & bit) {
        return;
    }
    *word |= bit;
    const Type *t = c->type;
    if ((t->flags & (TYPE_TRACE_NONE | TYPE_HEAP)) == TYPE_TRACE_NONE) {
        return;
    }
    if (LIKELY(m->next < m->stack + CONFIG_MARK_STACK)) {
        *m->next++ = c;
    } else {
        m->low = i < m->low ? i : m->low;
        m->high = i > m->high ? i : m->high;
    }
}

static void mark_visit(Visitor *v, Value *slot) {
    mark_cell((Marker *)v, cell_of(*slot));
}

Cell *heap_find_cell(uintptr_t word) {
    const Heap *h = &rt.heap;
    size_t offset = (size_t)(word - (uintptr_t)h->base);
    if (offset >= h->blocks * BLOCK_BYTES) {
        return NULL;
    }
    size_t i = offset / BLOCK_BYTES, w = i / WORD_BITS;
    uintptr_t bits = (h->head[w] | h->mark[w]) & ~(uintptr_t)0 >> (WORD_BITS - 1 - i % WORD_BITS);
    while (bits == 0) {
        if (w-- == 0) {
            return NULL;
        }
        bits = h->head[w] | h->mark[w];
    }
    i = w * WORD_BITS + word_highest(bits);
    return bit_get(h->head, i) ? (Cell *)(void *)(h->base + i * BLOCK_BYTES) : NULL;
}

// Marks the cell that a word from the C stack may point into.
static void mark_ambiguous(Visitor *v, uintptr_t word) {
    Cell *c = heap_find_cell(word);
    if (c) {
        mark_cell((Marker *)v, c);
    }
}

static void trace_cell(Marker *m, Cell *c) {
    assert_hot(c->type && bit_get(m->heap->mark, block_of(m->heap, c)));
    const Type *t = c->type;
    if (t->flags & TYPE_HEAP) {
        mark_cell(m, (Cell *)(uintptr_t)t);
    }
    if (t->flags & TYPE_TRACE_WORDS) {
        size_t bytes = announce_size(c, heap_cell_blocks(c) * BLOCK_BYTES);
        Value *end = (Value *)(void *)((uint8_t *)c + bytes);
        for (Value *v = (Value *)c + 1; v < end; v++) {
            if (is_cell(*v)) {
                mark_cell(m, cell_of(*v));
            }
        }
    } else if (t->trace) {
        t->trace(c, &m->visitor);
    }
}

static void drain(Marker *m) {
    while (m->next > m->stack) {
        trace_cell(m, *--m->next);
    }
}

static void none_waits(Marker *m) {
    m->low = SIZE_MAX;
    m->high = 0;
}

// Traces everything reachable from what is marked and pending.
static void mark_all(Marker *m) {
    drain(m);
    Heap *h = m->heap;
    while (m->low <= m->high) {
        size_t first = m->low / WORD_BITS, last = m->high / WORD_BITS;
        none_waits(m);
        for (size_t w = first; w <= last; w++) {
            for (uintptr_t bits = h->head[w] & h->mark[w]; bits; bits &= bits - 1) {
                size_t i = w * WORD_BITS + word_lowest(bits);
                trace_cell(m, (Cell *)(void *)(h->base + i * BLOCK_BYTES));
                drain(m);
            }
        }
    }
}

static void mark_rest(Visitor *v) {
    mark_all((Marker *)v);
}

// What lies above `top` is dead for every frame: forget what it refers to, as a frame may come to
// use these registers again as if they were its own.
static void mark_value_stack(Marker *m, Thread *t) {
    assert(t->stack <= t->top && (void *)t->top <= (void *)t->frame);
    Value *end = t->top, *limit = end;
    for (Frame *f = t->frame; (void *)f < (void *)t->stack_end; f++) {
        Value *frame_end = f->regs + f->function->code->nregs;
        limit = frame_end > limit ? frame_end : limit;
    }
    memset(end, 0, (size_t)(limit - end) * sizeof(Value));
    for (Value *v = t->stack; v < end; v++) {
        if (is_cell(*v)) {
            mark_cell(m, cell_of(*v));
        }
    }
    for (Frame *f = t->frame; (void *)f < (void *)t->stack_end; f++) {
        mark_cell(m, &f->function->head);
        visit(&m->visitor, &f->object);
    }
    visit(&m->visitor, &t->exception);
    visit(&m->visitor, &t->handled);
    visit(&m->visitor, &t->result);
}

// The C stack is read word by word, whatever the compilers put there.
__attribute__((no_sanitize("address"))) NOINLINE void heap_scan_c_stack(Visitor *v,
                                                                        uintptr_t from) {
    const uintptr_t *end = (const uintptr_t *)(void *)rt.thread->c_stack_base;
    from &= -(uintptr_t)WORD_BYTES;
    for (const uintptr_t *p = (const uintptr_t *)from; p < end; p++) {
        v->visit_ambiguous(v, announce_word(*p));
    }
}

static void mark_roots(Marker *m) {
    state_visit_roots(&m->visitor);
    mark_value_stack(m, rt.thread);
    finalise_mark(&m->visitor);
    weak_visit_roots(&m->visitor);
    if (m->heap->reserve) {
        mark_cell(m, m->heap->reserve);
    }
    heap_scan_c_stack(&m->visitor, m->c_stack);
}

// ---- sweep -----------------------------------------------------------------------------------

bool heap_is_marked(const Cell *c) {
    return !heap_contains(c) || bit_get(rt.heap.mark, block_of(&rt.heap, c));
}

// Makes what dies inaccessible to those who still use it.
static void hide_dead(Heap *h) {
    for (size_t i = heap_next_start(h, 0); i < h->blocks;) {
        size_t end = heap_next_start(h, i + 1);
        if (!bit_get(h->mark, i)) {
            heap_poison(h->base + i * BLOCK_BYTES, (end - i) * BLOCK_BYTES);
            announce_free(h->base + i * BLOCK_BYTES, (end - i) * BLOCK_BYTES);
        }
        i = end;
    }
}

// Of the free runs that begin at the bits of `free`, those with a cell of `live` just before them:
// the others join the run before them. A one added above a live cell's bit is carried up to where
// the next cell or run begins. *after_live: is what begins last before this word a live cell?
static inline uintptr_t run_starts(uintptr_t live, uintptr_t free, bool *after_live) {
    uintptr_t starts = live | free;
    uintptr_t carried = (live << 1 | *after_live) + ~starts;
    if (starts) {
        *after_live = live > free;
    }
    return carried & free;
}

static size_t sweep(Heap *h) {
    size_t freed = 0, words = (h->blocks + WORD_BITS - 1) / WORD_BITS;
    bool after_live = true; // the first run has none before it to join
    for (size_t w = 0; w < words; w++) {
        uintptr_t head = h->head[w], mark = h->mark[w];
        freed += word_count(head & ~mark);
        h->head[w] = head & mark;
        h->pinned[w] &= mark;
        h->mark[w] = run_starts(head & mark, head ^ mark, &after_live);
    }
    return freed;
}

static void count_used(Heap *h) {
    size_t free = 0;
    for (size_t i = heap_next_free(h, 0); i < h->blocks;) {
        size_t end = heap_next_start(h, i + 1);
        free += end - i;
        i = heap_next_free(h, end);
    }
    assert(free <= h->blocks);
    h->used_blocks = h->blocks - free;
}

// What is to run because of it runs before the next instruction. Then too the C stack below is
// cleared: what calls left there would look like references in holes of later calls' frames.
static void note_collection(Heap *h, size_t freed) {
    bool heard = is_present(rt.roots.gc_callbacks);
    h->unreported += heard;
    h->unreported_freed += heard ? freed : 0;
    rt.attention = 1;
}

static NOINLINE size_t collect(void) {
    assert(!rt.heap.collecting && rt.heap.used_blocks <= rt.heap.blocks);
    Heap *h = &rt.heap;
    if (h->used_blocks > h->peak_blocks) {
        h->peak_blocks = h->used_blocks;
    }
    Marker m = {.visitor = {mark_visit, mark_ambiguous}, .heap = h};
    m.next = m.stack;
    none_waits(&m);
    m.c_stack = (uintptr_t)__builtin_frame_address(0);
    heap_tell_began(h, false);
    if (CONFIG_HEAP_CHECK) {
        heap_check_maps();
    }
    h->collecting = true;
    h->collections++;
    heap_close_run(h);
    heap_clear_caches();
    mark_roots(&m);
    mark_all(&m);
    weak_clear();
    finalise_find(&m.visitor, mark_rest);
    weak_sweep();
    str_sweep_interned(heap_is_marked);
    if (CONFIG_POISON || CONFIG_ANNOUNCE) {
        hide_dead(h);
    }
    size_t freed = sweep(h);
    count_used(h);
    heap_set_pace(h);
    heap_first_run(h);
    h->allocated_before += h->since_collect;
    h->since_collect = 0;
    h->collecting = false;
    finalise_shrink();
    weak_shrink();
    str_shrink_interned();
    note_collection(h, freed);
    if (CONFIG_HEAP_CHECK) {
        heap_check();
    }
    heap_tell_ended(h, false, freed);
    return freed;
}

size_t heap_collect(void) {
    __builtin_unwind_init(); // registers of the callers are in this frame, which is scanned
    volatile size_t freed = collect();
    return freed;
}
