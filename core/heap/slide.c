// SPDX-License-Identifier: MIT
// slide.c: slides the cells of the heap down over its gaps, in their order.
//
// How far a cell moves is written into the gaps themselves before anything moves ("break table",
// Haddon and Waite, "A compaction procedure for variable-length storage elements", 1967): the cells
// between a gap and the next mark move down by the same number of blocks, which is kept in the
// gap's first block. A pinned cell does not move, nor do those that follow it without a gap.
// So the way of a cell is found at the nearest mark below it, and a table with one word per region
// of the heap, which takes the place of the attribute cache meanwhile, ends long searches.
//
//   before   AAA..BB.CC*DD....E      . free   * CC is pinned
//   shifts   0    2      0     4
//   after    AAABB...CCDDE.....
//
// Steps: plan (fill in the shifts), update (all references), move (in address order).
#include "heap/announce.h"
#include "heap/collect.h"
#include "heap/compact.h"
#include "state.h"
#include <assert.h>
#include <string.h>

typedef struct Gap { // overlays the first block of a gap
    uintptr_t unused;
    size_t shift; // blocks by which the cells behind it move down
} Gap;

_Static_assert(sizeof(Gap) <= BLOCK_BYTES, "a Gap fits every gap");

typedef struct Slide {
    Visitor visitor;
    Heap *heap;
    size_t *regions;       // the shift in force where a region begins
    unsigned region_log;   // a region is 2**region_log words of the map
} Slide;

static inline Gap *gap_at(const Heap *h, size_t block) {
    return (Gap *)(void *)compact_cell(h, block);
}

// Blocks by which the cell at `block` moves down.
static size_t shift_of(const Slide *s, size_t block) {
    assert(block < s->heap->blocks);
    const Heap *h = s->heap;
    size_t w = block / WORD_BITS, region = w >> s->region_log, first = region << s->region_log;
    uintptr_t bits = h->mark[w] & ~(uintptr_t)0 >> (WORD_BITS - 1 - block % WORD_BITS);
    while (bits == 0) {
        if (w == first) {
            return s->regions[region];
        }
        bits = h->mark[--w];
    }
    size_t i = w * WORD_BITS + word_highest(bits);
    return bit_get(h->head, i) ? 0 : gap_at(h, i)->shift;
}

// ---- plan -----------------------------------------------------------------------------------

static void use_scratch(Slide *s) {
    size_t entries = sizeof rt.attr_cache / WORD_BYTES;
    size_t words = (s->heap->blocks + WORD_BITS - 1) / WORD_BITS;
    s->regions = (size_t *)(void *)rt.attr_cache;
    while (words >> s->region_log >= entries) {
        s->region_log++;
    }
}

// Notes the shift for the regions that begin in (mark, next]. Returns the next one to note.
static size_t note_regions(Slide *s, size_t region, size_t next, size_t shift) {
    assert(next <= s->heap->blocks);
    size_t blocks = (size_t)WORD_BITS << s->region_log;
    for (; region * blocks <= next && region * blocks < s->heap->blocks; region++) {
        s->regions[region] = shift;
    }
    return region;
}

// Returns whether any cell is to move.
static bool plan(Slide *s) {
    Heap *h = s->heap;
    size_t mark = compact_next_mark(h, 0), to = mark, moved = 0;
    size_t region = note_regions(s, 0, mark, 0);
    while (mark < h->blocks) {
        size_t next = compact_next_mark(h, mark + 1), shift = 0;
        if (bit_get(h->head, mark)) {
            to = next;
        } else {
            size_t start = compact_next_head(h, mark + 1);
            start = start < next ? start : next;
            shift = start - to;
            announce_open(gap_at(h, mark), sizeof(Gap));
            gap_at(h, mark)->shift = shift;
            to += next - start;
            moved += next - start;
        }
        region = note_regions(s, region, next, shift);
        mark = next;
    }
    return moved > 0;
}

// Nothing is to move: the shifts are no longer wanted.
static void close_gaps(const Heap *h) {
    for (size_t i = compact_next_mark(h, 0); CONFIG_ANNOUNCE && i < h->blocks;) {
        if (!bit_get(h->head, i)) {
            announce_vacated(gap_at(h, i), sizeof(Gap));
        }
        i = compact_next_mark(h, i + 1);
    }
}

// ---- update ---------------------------------------------------------------------------------

static void update_slot(Visitor *v, Value *slot) {
    const Slide *s = (const Slide *)v;
    Cell *c = cell_of(*slot);
    if (heap_contains(c)) {
        size_t block = compact_block(s->heap, c);
        *slot = cell_value(compact_cell(s->heap, block - shift_of(s, block)));
    }
}

static void update_ambiguous(Visitor *v, uintptr_t word) { // pinned: does not move
    (void)v;
    (void)word;
}

// ---- move -----------------------------------------------------------------------------------

// A memory checker is told of each cell: what is between them is closed to it.
static void move_announced(Cell *to, Cell *from, size_t bytes) {
    announce_move(to, from, bytes);
    memmove(to, from, bytes);
    announce_moved(to, from, bytes);
}

// Moves the cells of [from, end) down. Returns how many there are.
static size_t move_run(Heap *h, size_t from, size_t end, size_t shift) {
    assert(shift > 0 && shift <= from && from < end && end <= h->blocks);
    size_t cells = 0;
    if (!CONFIG_ANNOUNCE) {
        memmove(compact_cell(h, from - shift), compact_cell(h, from), (end - from) * BLOCK_BYTES);
    }
    for (size_t i = from, next; i < end; i = next, cells++) {
        next = compact_next_head(h, i + 1);
        next = next < end ? next : end;
        if (CONFIG_ANNOUNCE) {
            move_announced(compact_cell(h, i - shift), compact_cell(h, i), (next - i) * BLOCK_BYTES);
        }
        bit_clear(h->head, i);
        bit_set(h->head, i - shift);
        heap_tell_moved(h, compact_cell(h, i), compact_cell(h, i - shift), (next - i) * BLOCK_BYTES);
    }
    announce_vacated(compact_cell(h, end - shift), shift * BLOCK_BYTES);
    return cells;
}

// A gap from block `to` on, of `blocks` blocks.
static void leave_gap(Heap *h, size_t to, size_t blocks) {
    assert(to + blocks <= h->blocks);
    if (blocks) {
        bit_set(h->mark, to);
    }
}

static size_t move_all(Heap *h) {
    size_t mark = compact_next_mark(h, 0), to = mark, cells = 0;
    while (mark < h->blocks) {
        size_t next = compact_next_mark(h, mark + 1);
        if (bit_get(h->head, mark)) {
            leave_gap(h, to, mark - to);
            to = next;
        } else {
            size_t start = compact_next_head(h, mark + 1), shift = gap_at(h, mark)->shift;
            bit_clear(h->mark, mark);
            announce_vacated(gap_at(h, mark), sizeof(Gap));
            start = start < next ? start : next;
            assert(shift == start - to);
            if (start < next) {
                cells += move_run(h, start, next, shift);
                to += next - start;
            }
        }
        mark = next;
    }
    leave_gap(h, to, h->blocks - to);
    return cells;
}

size_t slide_cells(Heap *h) {
    Slide s = {.visitor = {update_slot, update_ambiguous}, .heap = h};
    use_scratch(&s);
    size_t moved = 0;
    if (plan(&s)) {
        compact_update_weak(&s.visitor, false);
        compact_update(&s.visitor);
        moved = move_all(h);
    } else {
        close_gaps(h);
    }
    heap_clear_caches();
    return moved;
}
