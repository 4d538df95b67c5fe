// SPDX-License-Identifier: MIT
// heap_trace.c: which line of Python allocated which cell.
//
// Each allocation looks up its site by walking the Python frames from the outermost inwards. The
// frames are mostly those of the allocation before, so the sites of the last walk are kept
// (`memo`); the next frame is looked up in a cache keyed by caller, code and instruction; only what
// is not there decodes a line table. Memo and cache hold addresses in the heap: they are emptied by
// collections.
//
// Two words per block of the heap say which site allocated the cell that starts there, and when.
// What dies in a collection is not told one by one: the bytes per site are counted anew after it.
#include "unix/heap_trace.h"
#include "heap/report.h"
#include "state.h"
#include "text/str.h"
#include "vm/function.h"
#include <stdlib.h>

#define MOST_FRAMES 64
#define CACHE_LINES 8192 // a power of two

typedef struct Site {
    uint32_t parent, line;
    uint32_t next; // with the same hash
    const char *file, *function;
    size_t live; // bytes in cells that it allocated
    size_t peak; // the same when it was looked at last, at a highest point
} Site;

typedef struct Origin { // of the cell that starts at a block
    uint32_t site;      // 0: not known
    uint32_t born;      // number of the allocation
} Origin;

typedef struct Step { // from a caller's site to that of an instruction
    const Code *code;
    const uint8_t *pc;
    uint32_t parent, site;
    uint32_t epoch;
} Step;

typedef struct Text {
    struct Text *next;
    char text[];
} Text;

static struct {
    bool on;
    bool full; // no memory for another site: what comes is counted for its caller
    const char *program;
    Site *sites; // [0] is none
    uint32_t count, room;
    uint32_t *buckets; // site numbers; `room` of them
    Origin *origins;   // per block
    uint32_t now;      // allocations so far
    size_t peak;       // used bytes when the peak was taken
    uint32_t epoch;
    Step memo[MOST_FRAMES];
    size_t memo_size;
    Step *cache;
    Text *texts[256];
} trace;

// ---- texts
// -------------------------------------------------------------------------------------------

// A copy that stays, the same for equal texts; NULL without memory.
static const char *keep_text(const char *text, size_t size) {
    uint32_t hash = 5381;
    for (size_t i = 0; i < size; i++) {
        hash = hash * 33 ^ (uint8_t)text[i];
    }
    Text **bucket = &trace.texts[hash % COUNT_OF(trace.texts)];
    for (Text *t = *bucket; t; t = t->next) {
        if (strlen(t->text) == size && memcmp(t->text, text, size) == 0) {
            return t->text;
        }
    }
    Text *t = malloc(sizeof *t + size + 1);
    if (!t) {
        return NULL;
    }
    memcpy(t->text, text, size);
    t->text[size] = 0;
    t->next = *bucket;
    *bucket = t;
    return t->text;
}

static const char *keep_name(const Code *c) {
    char name[200];
    const Str *q = c->qualifier;
    if (!q || q->size + c->name->size + 1 > sizeof name) {
        return keep_text(c->name->text, strnlen(c->name->text, c->name->size));
    }
    memcpy(name, q->text, q->size);
    name[q->size] = '.';
    memcpy(name + q->size + 1, c->name->text, c->name->size);
    size_t size = q->size + 1 + c->name->size;
    return keep_text(name, strnlen(name, size));
}

// ---- sites
// -------------------------------------------------------------------------------------------

static uint32_t *site_bucket(uint32_t parent, uint32_t line, const char *function) {
    uint32_t hash = (parent * 31 + line) * 31 + (uint32_t)((uintptr_t)function >> 4);
    return &trace.buckets[hash % trace.room];
}

static void add_to_bucket(uint32_t number) {
    Site *s = &trace.sites[number];
    uint32_t *bucket = site_bucket(s->parent, s->line, s->function);
    s->next = *bucket;
    *bucket = number;
}

static bool sites_grow(void) {
    uint32_t room = trace.room ? trace.room * 2 : 1024;
    Site *sites = room > trace.room ? realloc(trace.sites, room * sizeof *sites) : NULL;
    if (!sites) {
        return false;
    }
    trace.sites = sites;
    uint32_t *buckets = realloc(trace.buckets, room * sizeof *buckets);
    if (!buckets) {
        return false;
    }
    memset(buckets, 0, room * sizeof *buckets);
    trace.buckets = buckets;
    trace.room = room;
    for (uint32_t i = 1; i < trace.count; i++) {
        add_to_bucket(i);
    }
    return true;
}

// The number of the site, a new one if need be; the parent's if there is no memory for it.
static uint32_t site_number(uint32_t parent, const char *file, uint32_t line,
                            const char *function) {
    for (uint32_t i = *site_bucket(parent, line, function); i; i = trace.sites[i].next) {
        const Site *s = &trace.sites[i];
        if (s->parent == parent && s->line == line && s->file == file && s->function == function) {
            return i;
        }
    }
    if (trace.full || !file || !function || (trace.count == trace.room && !sites_grow())) {
        trace.full = true;
        return parent;
    }
    trace.sites[trace.count] =
        (Site){.parent = parent, .line = line, .file = file, .function = function};
    add_to_bucket(trace.count);
    return trace.count++;
}

// ---- from frames to sites
// ----------------------------------------------------------------------------

static Step *cache_line(uint32_t parent, const uint8_t *pc) {
    uintptr_t h = (uintptr_t)pc * 31 + parent * 1021u;
    return &trace.cache[(h ^ h >> 13) & (CACHE_LINES - 1)];
}

static Step step_to(uint32_t parent, const Frame *f) {
    const Code *code = f->function->code;
    Step *line = cache_line(parent, f->pc);
    if (line->pc != f->pc || line->code != code || line->parent != parent ||
        line->epoch != trace.epoch) {
        const Str *file = code->filename;
        uint32_t number = code_line(code, (uint32_t)(f->pc - code_bytes(code)));
        uint32_t site = site_number(parent, keep_text(file->text, strnlen(file->text, file->size)),
                                    number, keep_name(code));
        *line = (Step){code, f->pc, parent, site, trace.epoch};
    }
    return *line;
}

static uint32_t outside_of_code(void) {
    bool compiling = is_present(rt.roots.compiler);
    const char *what = compiling ? "<compiler>" : "<interpreter>";
    return site_number(0, trace.program, 0, keep_text(what, strlen(what)));
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
        Step *m = &trace.memo[i];
        if (i >= known || m->pc != f->pc || m->code != f->function->code) {
            known = 0; // all that follow have another caller
            *m = step_to(site, f);
        }
        site = m->site;
    }
    trace.memo_size = n;
    return site;
}

// What was remembered by addresses in the heap is void.
static void forget_addresses(void) {
    trace.epoch++;
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
        for (uint32_t i = 1; i < trace.count; i++) {
            trace.sites[i].peak = trace.sites[i].live;
        }
    }
}

void heap_trace_allocated(const Cell *cell, size_t bytes) {
    uint32_t site = current_site();
    *origin_of(cell) = (Origin){site, ++trace.now};
    trace.sites[site].live += bytes;
    look_at_peak();
}

void heap_trace_resized(const Cell *cell, size_t before, size_t after) {
    trace.sites[origin_of(cell)->site].live += after - before;
    look_at_peak();
}

void heap_trace_freed(const Cell *cell, size_t bytes) {
    Origin *o = origin_of(cell);
    trace.sites[o->site].live -= bytes;
    o->site = 0;
    if (cell->type == &code_type) {
        forget_addresses();
    }
}

void heap_trace_moved(const Cell *from, const Cell *to) {
    *origin_of(to) = *origin_of(from);
}

static void count_live(Cell *cell, size_t bytes, void *arg) {
    trace.sites[origin_of(cell)->site].live += bytes;
}

void heap_trace_ended(void) {
    forget_addresses();
    for (uint32_t i = 0; i < trace.count; i++) {
        trace.sites[i].live = 0;
    }
    heap_walk(count_live, NULL);
}

// ---- start, snapshots
// --------------------------------------------------------------------------------

bool heap_trace_start(const char *program) {
    trace.program = keep_text(program, strlen(program));
    trace.cache = calloc(CACHE_LINES, sizeof *trace.cache);
    trace.origins = calloc(rt.heap.blocks, sizeof *trace.origins);
    if (!trace.program || !trace.cache || !trace.origins || !sites_grow()) {
        return false;
    }
    trace.sites[0] = (Site){.file = "", .function = ""};
    trace.count = 1;
    trace.epoch = 1;
    trace.on = true;
    heap_trace_ended();
    return true;
}

bool heap_trace_is_on(void) {
    return trace.on;
}

void heap_trace_sites(Lines *l) {
    for (uint32_t i = 1; i < trace.count; i++) {
        const Site *s = &trace.sites[i];
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
    for (uint32_t i = 1; i < trace.count; i++) {
        if (trace.sites[i].peak) {
            lines_raw(l, before);
            lines_raw(l, "[");
            lines_digits(l, i);
            lines_raw(l, ",");
            lines_digits(l, trace.sites[i].peak);
            lines_raw(l, "]");
            before = ",";
        }
    }
    lines_raw(l, "]");
    lines_close(l);
}
