// SPDX-License-Identifier: MIT
// report.c: what micropython.mem_info() and qstr_info() print: totals, a map of the heap, names.
//
// The map has a line per 64 blocks: the offset of its first block in bytes, then a character per
// block: the letter of the type of the cell that starts there, = for further blocks of a cell, .
// for free ones. Two or more whole lines of free blocks are only counted. Nothing here allocates on
// the heap, so what is shown is the heap as it was.
#include "heap/report.h"
#include "heap/bitmap.h"
#include "heap/collect.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>
#include <string.h>

#define LINE_BLOCKS 64

static const char NO_COLOUR[] = "";

// Text put together in a small buffer, as nothing may be allocated.
typedef struct Line {
    char text[160];
    size_t size;
    const Report *report;
    const char *colour; // escape sequence in force; "" for the terminal's own colour
} Line;

static void line_flush(Line *l) {
    l->report->write(l->report->arg, l->text, l->size);
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

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

size_t report_peak_bytes(void) {
    return larger(rt.heap.peak_blocks * BLOCK_BYTES, heap_used_bytes());
}

size_t report_allocated_bytes(void) {
    return (rt.heap.allocated_before + rt.heap.since_collect) * BLOCK_BYTES;
}

// ---- runs of blocks ---------------------------------------------------------------------------

// Each cell and each free run in address order. Free neighbours come as one run.
typedef struct Run {
    size_t start, end;  // blocks
    const Cell *cell;   // NULL: free
    const Cell *hidden; // a cell that counts as free
} Run;

static const Cell *cell_at(const Run *r, size_t block) {
    const Heap *h = &rt.heap;
    const void *cell = h->base + block * BLOCK_BYTES;
    return bit_get(h->head, block) && cell != r->hidden ? cell : NULL;
}

// The run after *r (start with end = 0); false at the end of the heap.
static bool next_run(Run *r) {
    const Heap *h = &rt.heap;
    r->start = r->end;
    if (r->start >= h->blocks) {
        return false;
    }
    r->cell = cell_at(r, r->start);
    if (r->cell) {
        r->end = r->start + heap_cell_blocks(r->cell);
        return true;
    }
    r->end = heap_next_start(h, r->start + 1);
    while (r->end < h->blocks && !cell_at(r, r->end)) {
        r->end = heap_next_start(h, r->end + 1);
    }
    return true;
}

static void put_sizes(Line *l) {
    size_t ones = 0, twos = 0, most = 0, most_free = 0;
    for (Run r = {.hidden = l->report->hidden}; next_run(&r);) {
        size_t n = r.end - r.start;
        if (!r.cell) {
            most_free = larger(n, most_free);
            continue;
        }
        ones += n == 1;
        twos += n == 2;
        most = larger(n, most);
    }
    put_field(l, " No. of 1-blocks: ", ones);
    put_field(l, ", 2-blocks: ", twos);
    put_field(l, ", max blk sz: ", most);
    put_field(l, ", max free sz: ", most_free);
    put(l, "\n");
}

// ---- the map ----------------------------------------------------------------------------------

// What a terminal is told before a symbol: the colour of the kind of cell.
static const char *colour_of(const Run *r) {
    switch (r->cell ? r->cell->type->letter : '.') {
    case '.': return "\033[90m";
    case 'T': return "\033[36m";
    case 'L': return "\033[34m";
    case 'D': return "\033[35m";
    case 'S': return "\033[32m";
    case 'A': return "\033[33m";
    case 'F': return "\033[96m";
    case 'B': return "\033[31m";
    case 'M': return "\033[95m";
    default: return NO_COLOUR;
    }
}

static void set_colour(Line *l, const char *colour) {
    if (l->report->colour && colour != l->colour) {
        put(l, *colour ? colour : "\033[0m");
        l->colour = colour;
    }
}

static void end_line(Line *l) {
    set_colour(l, NO_COLOUR);
    put(l, "\n");
}

static void put_offset(Line *l, size_t block) {
    end_line(l);
    put_number(l, block * BLOCK_BYTES, 16, 8);
    put(l, ": ");
}

static char symbol(const Run *r, size_t block) {
    if (!r->cell || block != r->start) {
        return r->cell ? '=' : '.';
    }
    char letter = r->cell->type->letter;
    return letter ? letter : 'h';
}

// Whole free lines from `block` (which starts a line) on, if there are at least two.
static size_t free_lines(const Run *r, size_t block) {
    size_t lines = r->cell ? 0 : (r->end - block) / LINE_BLOCKS;
    return lines >= 2 ? lines : 0;
}

// Starts a line at block i, after the free lines, if any, that are only counted. Returns the block
// the line starts with, which may be the end of the run.
static size_t begin_line(Line *l, const Run *r, size_t i) {
    size_t lines = free_lines(r, i);
    if (lines) {
        end_line(l);
        put_field(l, "       (", lines);
        put(l, " lines all free)");
        i += lines * LINE_BLOCKS;
    }
    if (i < r->end) {
        put_offset(l, i);
    }
    return i;
}

static void put_map(Line *l) {
    put(l, "GC memory layout; from ");
    put_number(l, (uintptr_t)rt.heap.base, 16, 1);
    put(l, ":");
    for (Run r = {.hidden = l->report->hidden}; next_run(&r);) {
        for (size_t i = r.start; i < r.end; i++) {
            i = i % LINE_BLOCKS ? i : begin_line(l, &r, i);
            if (i < r.end) {
                char one[2] = {symbol(&r, i), 0};
                set_colour(l, colour_of(&r));
                put(l, one);
            }
        }
    }
    end_line(l);
}

void report_memory(const Report *report) {
    Line l = {.report = report, .colour = NO_COLOUR};
    size_t hidden = report->hidden ? heap_cell_blocks(report->hidden) * BLOCK_BYTES : 0;
    size_t used = heap_used_bytes() - hidden;
    put_field(&l, "mem: total=", report_allocated_bytes() - hidden);
    put_field(&l, ", current=", used);
    put_field(&l, ", peak=", larger(rt.heap.peak_blocks * BLOCK_BYTES, used));
    put_field(&l, "\nstack: ", report_c_stack_used());
    put_field(&l, " out of ", report_c_stack_limit());
    put_field(&l, "\nGC: total: ", heap_total_bytes());
    put_field(&l, ", used: ", used);
    put_field(&l, ", free: ", heap_total_bytes() - used);
    put(&l, "\n");
    put_sizes(&l);
    if (report->details) {
        put_map(&l);
    }
    line_flush(&l);
}

// ---- interned strings on the heap -------------------------------------------------------------

typedef struct Names {
    size_t strings, bytes, total;
    Line line;
} Names;

static bool is_interned(const Cell *cell) {
    return cell->type == &str_type && ((const Str *)(const void *)cell)->interned;
}

static void count_name(Cell *cell, size_t bytes, void *arg) {
    Names *names = arg;
    if (is_interned(cell)) {
        names->strings++;
        names->bytes += ((Str *)cell)->size + 1;
        names->total += bytes;
    }
}

static void put_name(Cell *cell, size_t bytes, void *arg) {
    Line *l = &((Names *)arg)->line;
    if (is_interned(cell)) {
        const Str *s = (const Str *)cell;
        put(l, "Q(");
        line_flush(l);
        l->report->write(l->report->arg, s->text, s->size);
        put(l, ")\n");
    }
}

void report_names(const Report *report) {
    Names names = {.line = {.report = report, .colour = NO_COLOUR}};
    heap_walk(count_name, &names);
    put_field(&names.line, "qstr pool: n_pool=", 1);
    put_field(&names.line, ", n_qstr=", names.strings);
    put_field(&names.line, ", n_str_data_bytes=", names.bytes);
    put_field(&names.line, ", n_total_bytes=", names.total);
    put(&names.line, "\n");
    if (report->details) {
        heap_walk(put_name, &names);
    }
    line_flush(&names.line);
}
