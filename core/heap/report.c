// SPDX-License-Identifier: MIT
// report.c: the report of micropython.mem_info(): totals, sizes, a map of the heap.
//
// The map has a line per 64 blocks: the offset of its first block in bytes, then a character per
// block: the letter of the type of the cell that starts there, = for further blocks of a cell, . for
// free ones. Two or more whole lines of free blocks are only counted. Nothing here allocates on
// the heap, so what is shown is the heap as it was.
#include "heap/report.h"
#include "heap/bitmap.h"
#include "heap/collect.h"
#include "state.h"
#include <string.h>

#define LINE_BLOCKS 64

// Text put together in a small buffer, as nothing may be allocated.
typedef struct Line {
    char text[160];
    size_t size;
    TextWriter write;
    void *arg;
} Line;

static void line_flush(Line *l) {
    l->write(l->arg, l->text, l->size);
    l->size = 0;
}

static void put(Line *l, const char *text) {
    size_t n = strlen(text);
    if (n > sizeof l->text - l->size) {
        line_flush(l);
    }
    assert(n <= sizeof l->text);
    memcpy(l->text + l->size, text, n);
    l->size += n;
}

// A number with at least `least` digits.
static void put_number(Line *l, uintptr_t n, unsigned base, unsigned least) {
    char digits[2 * WORD_BYTES + 8];
    size_t i = sizeof digits;
    digits[--i] = 0;
    do {
        digits[--i] = "0123456789abcdef"[n % base];
        n /= base;
    } while (n || sizeof digits - 1 - i < least);
    put(l, digits + i);
}

static void put_field(Line *l, const char *before, size_t n) {
    put(l, before);
    put_number(l, n, 10, 1);
}

size_t report_c_stack_used(void) {
    char here;
    volatile uintptr_t at = (uintptr_t)&here;
    return (uintptr_t)rt.thread->c_stack_base - at;
}

size_t report_c_stack_limit(void) {
    return (size_t)(rt.thread->c_stack_base - rt.thread->c_stack_limit);
}

size_t report_peak_bytes(void) {
    const Heap *h = &rt.heap;
    return (h->peak_blocks > h->used_blocks ? h->peak_blocks : h->used_blocks) * BLOCK_BYTES;
}

size_t report_allocated_bytes(void) {
    return (rt.heap.allocated_before + rt.heap.since_collect) * BLOCK_BYTES;
}

// ---- runs of blocks ----------------------------------------------------------------------------------

// Each cell and each free run in address order. Free neighbours come as one run.
typedef struct Run {
    size_t start, end; // blocks
    const Cell *cell;  // NULL: free
} Run;

static const Cell *cell_at(size_t block) {
    const Heap *h = &rt.heap;
    return bit_get(h->head, block) ? (const Cell *)(const void *)(h->base + block * BLOCK_BYTES) : NULL;
}

// The run after *r (start with end = 0); false at the end of the heap.
static bool next_run(Run *r) {
    const Heap *h = &rt.heap;
    r->start = r->end;
    if (r->start >= h->blocks) {
        return false;
    }
    r->cell = cell_at(r->start);
    if (r->cell) {
        r->end = r->start + heap_cell_size(r->cell) / BLOCK_BYTES;
        return true;
    }
    r->end = heap_next_start(h, r->start + 1);
    while (r->end < h->blocks && !bit_get(h->head, r->end)) {
        r->end = heap_next_start(h, r->end + 1);
    }
    return true;
}

static void put_sizes(Line *l) {
    size_t ones = 0, twos = 0, most = 0, most_free = 0;
    for (Run r = {0, 0, NULL}; next_run(&r);) {
        size_t n = r.end - r.start;
        if (!r.cell) {
            most_free = n > most_free ? n : most_free;
            continue;
        }
        ones += n == 1;
        twos += n == 2;
        most = n > most ? n : most;
    }
    put_field(l, " No. of 1-blocks: ", ones);
    put_field(l, ", 2-blocks: ", twos);
    put_field(l, ", max blk sz: ", most);
    put_field(l, ", max free sz: ", most_free);
    put(l, "\n");
}

// ---- the map --------------------------------------------------------------------------------------------

static void put_offset(Line *l, size_t block) {
    put(l, "\n");
    put_number(l, block * BLOCK_BYTES, 16, 8);
    put(l, ": ");
}

static char symbol(const Run *r, size_t block) {
    if (!r->cell) {
        return '.';
    }
    if (block != r->start) {
        return '=';
    }
    char letter = r->cell->type->letter;
    return letter ? letter : 'h';
}

// Whole free lines from `block` (which starts a line) on, if there are at least two.
static size_t free_lines(const Run *r, size_t block) {
    size_t lines = r->cell ? 0 : (r->end - block) / LINE_BLOCKS;
    return lines >= 2 ? lines : 0;
}

static void put_map(Line *l) {
    put(l, "GC memory layout; from ");
    put_number(l, (uintptr_t)rt.heap.base, 16, 1);
    put(l, ":");
    for (Run r = {0, 0, NULL}; next_run(&r);) {
        for (size_t i = r.start; i < r.end; i++) {
            if (i % LINE_BLOCKS == 0) {
                size_t lines = free_lines(&r, i);
                if (lines) {
                    put_field(l, "\n       (", lines);
                    put(l, " lines all free)");
                    i += lines * LINE_BLOCKS;
                }
                if (i >= r.end) {
                    break;
                }
                put_offset(l, i);
            }
            char one[2] = {symbol(&r, i), 0};
            put(l, one);
        }
    }
    put(l, "\n");
}

void report_print(bool map, TextWriter write, void *arg) {
    Line l = {.write = write, .arg = arg};
    put_field(&l, "mem: total=", report_allocated_bytes());
    put_field(&l, ", current=", heap_used_bytes());
    put_field(&l, ", peak=", report_peak_bytes());
    put_field(&l, "\nstack: ", report_c_stack_used());
    put_field(&l, " out of ", report_c_stack_limit());
    put_field(&l, "\nGC: total: ", heap_total_bytes());
    put_field(&l, ", used: ", heap_used_bytes());
    put_field(&l, ", free: ", heap_free_bytes());
    put(&l, "\n");
    put_sizes(&l);
    if (map) {
        put_map(&l);
    }
    line_flush(&l);
}
