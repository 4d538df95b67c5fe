// SPDX-License-Identifier: MIT
// heap_trace.c: which line of Python allocated which cell.
//
// Each allocation looks up its site by walking the Python frames from the outermost inwards. The
// frames are mostly those of the allocation before, so the sites of the last walk are kept
// (`memo`); those of other frames are looked up (sites.h). The memo holds addresses in the heap: it
// is emptied by collections.
//
// Two words per block of the heap say which site allocated the cell that starts there, and when.
// What dies in a collection is not told one by one: the bytes per site are counted anew after it.
#include "unix/heap_trace.h"
#include "heap/report.h"
#include "state.h"
#include "unix/sites.h"
#include "vm/function.h"
#include <stdlib.h>

#define MOST_FRAMES 64

typedef struct Origin { // of the cell that starts at a block
    uint32_t site;      // 0: not known
    uint32_t born;      // number of the allocation
} Origin;

typedef struct Memo { // a frame of the last walk
    const Code *code;
    const uint8_t *pc;
    uint32_t site;
} Memo;

static struct {
    bool on;
    const char *program;
    Sites sites;
    Origin *origins; // per block
    uint32_t now;    // allocations so far
    size_t peak;     // used bytes when the peak was taken
    Memo memo[MOST_FRAMES];
    size_t memo_size;
} trace;

// ---- from frames to sites
// ----------------------------------------------------------------------------

static uint32_t outside_of_code(void) {
    bool compiling = is_present(rt.roots.compiler);
    const char *what = compiling ? "<compiler>" : "<interpreter>";
    return sites_number(&trace.sites, 0, trace.program, 0, sites_text(what, strlen(what)));
}

static uint32_t current_site(void) {
    const Thread *t = rt.thread;
    const Frame *outermost = (const Frame *)(const void *)t->stack_end - 1;
    size_t n = (size_t)(outermost - t->frame + 1), known = trace.memo_size;
    uint32_t site = 0;
    if (n == 0) {
        return outside_of_code();
    }
    n = n < MOST_FRAMES ? n : MOST_FRAMES;
    for (size_t i = 0; i < n; i++) {
        const Frame *f = outermost - i;
        const Code *code = f->function->code;
        Memo *m = &trace.memo[i];
        if (i >= known || m->pc != f->pc || m->code != code) {
            known = 0; // all that follow have another caller
            *m = (Memo){code, f->pc, sites_step(&trace.sites, site, code, f->pc)};
        }
        site = m->site;
    }
    trace.memo_size = n;
    return site;
}

// What was remembered by addresses in the heap is void.
static void forget_addresses(void) {
    sites_forget_addresses(&trace.sites);
    trace.memo_size = 0;
}

// ---- events
// ------------------------------------------------------------------------------------------

static Origin *origin_of(const Cell *cell) {
    return &trace.origins[(size_t)((const uint8_t *)cell - rt.heap.base) / BLOCK_BYTES];
}

// Copies the figures of the sites when use is more than 2 % above the last time.
static void look_at_peak(void) {
    size_t used = heap_used_bytes();
    if (used > trace.peak + trace.peak / 50) {
        trace.peak = used;
        for (uint32_t i = 1; i < trace.sites.count; i++) {
            trace.sites.at[i].peak = trace.sites.at[i].live;
        }
    }
}

void heap_trace_allocated(const Cell *cell, size_t bytes) {
    uint32_t site = current_site();
    *origin_of(cell) = (Origin){site, ++trace.now};
    trace.sites.at[site].live += bytes;
    look_at_peak();
}

void heap_trace_resized(const Cell *cell, size_t before, size_t after) {
    trace.sites.at[origin_of(cell)->site].live += after - before;
    look_at_peak();
}

void heap_trace_freed(const Cell *cell, size_t bytes) {
    Origin *o = origin_of(cell);
    trace.sites.at[o->site].live -= bytes;
    o->site = 0;
    if (cell->type == &code_type) {
        forget_addresses();
    }
}

void heap_trace_moved(const Cell *from, const Cell *to) {
    *origin_of(to) = *origin_of(from);
}

static void count_live(Cell *cell, size_t bytes, void *arg) {
    trace.sites.at[origin_of(cell)->site].live += bytes;
}

void heap_trace_ended(void) {
    forget_addresses();
    for (uint32_t i = 0; i < trace.sites.count; i++) {
        trace.sites.at[i].live = 0;
    }
    heap_walk(count_live, NULL);
}

// ---- start, snapshots
// --------------------------------------------------------------------------------

bool heap_trace_start(const char *program) {
    trace.program = sites_text(program, strlen(program));
    trace.origins = calloc(rt.heap.blocks, sizeof *trace.origins);
    if (!trace.program || !trace.origins || !sites_init(&trace.sites)) {
        return false;
    }
    trace.on = true;
    heap_trace_ended();
    return true;
}

bool heap_trace_is_on(void) {
    return trace.on;
}

void heap_trace_sites(Lines *l) {
    for (uint32_t i = 1; i < trace.sites.count; i++) {
        const Site *s = &trace.sites.at[i];
        lines_open(l, "site", i);
        lines_number(l, "parent", s->parent);
        lines_text(l, "file", s->file, strlen(s->file));
        lines_number(l, "line", s->line);
        lines_text(l, "function", s->function, strlen(s->function));
        lines_close(l);
    }
}

bool heap_trace_origin(const Cell *cell, uint64_t *site, uint64_t *age) {
    const Origin *o = origin_of(cell);
    *site = o->site;
    *age = (uint32_t)(trace.now - o->born);
    return o->site != 0;
}

void heap_trace_peak(Lines *l) {
    const char *before = "";
    lines_open(l, "peak", trace.peak);
    lines_key(l, "sites");
    lines_raw(l, "[");
    for (uint32_t i = 1; i < trace.sites.count; i++) {
        if (trace.sites.at[i].peak) {
            lines_raw(l, before);
            lines_raw(l, "[");
            lines_digits(l, i);
            lines_raw(l, ",");
            lines_digits(l, trace.sites.at[i].peak);
            lines_raw(l, "]");
            before = ",";
        }
    }
    lines_raw(l, "]");
    lines_close(l);
}
