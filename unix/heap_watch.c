// SPDX-License-Identifier: MIT
// heap_watch.c: the options that look at the heap: the observer they share, figures, SIGUSR1.
#include "unix/heap_watch.h"
#include "heap/report.h"
#include "port.h"
#include "unix/heap_trace.h"
#include <signal.h>
#include <stdlib.h>

static struct {
    char *map_path, *stat_path;   // NULL: not asked for
    size_t fail_above;            // SIZE_MAX: not asked for
    volatile sig_atomic_t wanted; // SIGUSR1 came so often
    unsigned written;             // snapshots for it so far
    // Figures:
    uint64_t allocations;
    size_t peak_collected;                          // most used bytes right after a collection
    size_t least_largest;                           // smallest largest free run
    uint64_t began, pause, pause_total, pause_most; // microseconds
    uint64_t pause_at;                              // allocations when the last pause ended
    size_t used_before;
} watch = {.fail_above = SIZE_MAX, .least_largest = SIZE_MAX};

// ---- the observer
// ------------------------------------------------------------------------------------

static void on_allocated(const Cell *cell, const Type *type, size_t bytes) {
    watch.allocations++;
    heap_imports_used(heap_used_bytes());
    if (heap_trace_is_on()) {
        heap_trace_allocated(cell, bytes);
    }
    heap_timeline_sample();
}

static void on_resized(const Cell *cell, size_t before, size_t after) {
    heap_imports_used(heap_used_bytes());
    if (heap_trace_is_on()) {
        heap_trace_resized(cell, before, after);
    }
    heap_timeline_sample();
}

static void on_freed(const Cell *cell, size_t bytes) {
    if (heap_trace_is_on()) {
        heap_trace_freed(cell, bytes);
    }
}

static void on_moved(const Cell *from, const Cell *to, size_t bytes) {
    if (heap_trace_is_on()) {
        heap_trace_moved(from, to);
    }
}

static void on_began(bool compaction) {
    watch.used_before = heap_used_bytes();
    watch.began = port_ticks_us();
}

// A compaction that follows its collection makes one pause with it.
static void note_pause(uint64_t us) {
    watch.pause = us + (watch.pause_at == watch.allocations ? watch.pause : 0);
    watch.pause_at = watch.allocations;
    watch.pause_total += us;
    watch.pause_most = watch.pause > watch.pause_most ? watch.pause : watch.pause_most;
}

static void on_ended(bool compaction, size_t cells) {
    uint64_t us = port_ticks_us() - watch.began;
    size_t used = heap_used_bytes(), largest = heap_largest_free() * BLOCK_BYTES;
    note_pause(us);
    watch.peak_collected = used > watch.peak_collected ? used : watch.peak_collected;
    watch.least_largest = largest < watch.least_largest ? largest : watch.least_largest;
    heap_timeline_add(compaction ? "compact" : "collect", NULL, 0, watch.used_before - used, us);
    if (heap_trace_is_on()) {
        heap_trace_ended();
    }
}

static void on_mark(const char *text, size_t size) {
    heap_timeline_add("mark", text, size, 0, 0);
}

static const HeapObserver observer = {on_allocated, on_resized, on_freed,          on_moved,
                                      on_began,     on_ended,   heap_imports_note, on_mark};

// ---- snapshots
// -----------------------------------------------------------------------------------------

static void write_rest(Lines *l) {
    heap_imports_write(l);
    if (heap_trace_is_on()) {
        heap_trace_peak(l);
    }
}

static void write_rest_and_timeline(Lines *l) {
    write_rest(l);
    heap_timeline_write(l);
}

const SnapshotExtra *heap_watch_extra(bool timeline) {
    static SnapshotExtra extra;
    bool traced = heap_trace_is_on();
    extra = (SnapshotExtra){
        .program = run_program_name(),
        .traced = traced,
        .sites = traced ? heap_trace_sites : NULL,
        .origin = traced ? heap_trace_origin : NULL,
        .rest = timeline ? write_rest_and_timeline : write_rest,
    };
    return &extra;
}

const SnapshotExtra *port_snapshot_extra(void) {
    return heap_watch_extra(false);
}

static void on_signal(int number) {
    (void)number;
    watch.wanted++;
    rt.attention = 1;
}

void heap_watch_poll(void) {
    while (watch.wanted) {
        watch.wanted = 0;
        heap_file_snapshot(watch.map_path, ++watch.written);
    }
}

// No SA_RESTART: what waits goes on by itself after the snapshot.
static void listen_to_signal(void) {
    struct sigaction a;
    memset(&a, 0, sizeof a);
    a.sa_handler = on_signal;
    sigemptyset(&a.sa_mask);
    sigaction(SIGUSR1, &a, NULL);
}

// ---- start
// ---------------------------------------------------------------------------------------------

// false: the file can't be written, which has been said.
static bool take_path(const char *path, char **to) {
    bool standard_error = path && to == &watch.stat_path && strcmp(path, "-") == 0;
    *to = standard_error ? strdup(path) : path ? heap_file_check(path) : NULL;
    return !path || *to;
}

bool heap_watch_start(const Options *o) {
    watch.fail_above = o->heap_fail;
    if (!take_path(o->heap_map, &watch.map_path) || !take_path(o->heap_stat, &watch.stat_path)) {
        return false;
    }
    if (o->trace_alloc && !heap_trace_start(run_program_name())) {
        fputs("micropython: there is no memory for the tables of trace-alloc\n", stderr);
        return false;
    }
    if (watch.map_path) {
        heap_timeline_start();
        listen_to_signal();
    }
    if (watch.map_path || watch.stat_path || o->trace_alloc) {
        heap_observe(&observer);
    }
    return true;
}

// ---- end
// -----------------------------------------------------------------------------------------------

// Ends the observation. If no collection has shown how little would do, one does now.
static void complete_figures(void) {
    size_t largest = heap_largest_free() * BLOCK_BYTES;
    watch.least_largest = largest < watch.least_largest ? largest : watch.least_largest;
    heap_observe(NULL);
    if (watch.stat_path && rt.heap.collections == 0) {
        heap_collect();
        watch.peak_collected = heap_used_bytes();
        rt.heap.collections = 0; // this one is not the program's
    }
}

static bool write_figures(size_t peak, int code) {
    Lines l;
    const char *program = run_program_name();
    lines_init(&l, port_spool_add, port_spool_new());
    if (!l.arg) {
        return false;
    }
    lines_open(&l, "heapstat", 1);
    lines_text(&l, "program", program, strlen(program));
    lines_number(&l, "heap", heap_total_bytes());
    lines_number(&l, "peak", peak);
    lines_number(&l, "peak_collected", watch.peak_collected);
    lines_number(&l, "least_largest_free", watch.least_largest);
    lines_number(&l, "collections", rt.heap.collections);
    lines_number(&l, "compactions", rt.heap.compactions);
    lines_number(&l, "pause_us", watch.pause_total);
    lines_number(&l, "pause_max_us", watch.pause_most);
    lines_number(&l, "allocations", watch.allocations);
    lines_number(&l, "bytes", report_allocated_bytes());
    lines_number(&l, "exit", (uint64_t)code);
    lines_close(&l);
    lines_flush(&l);
    size_t size;
    const char *line = port_spool_text(l.arg, &size);
    bool done = heap_file_text(watch.stat_path, line, size);
    port_spool_free(l.arg);
    return done;
}

int heap_watch_finish(int code) {
    size_t peak = report_peak_bytes();
    bool written = true;
    port_flush();
    if (watch.map_path) {
        signal(SIGUSR1, SIG_IGN);
        heap_timeline_add("end", NULL, 0, 0, 0);
        written = heap_file_snapshot(watch.map_path, 0);
    }
    complete_figures();
    code = code || written ? code : 1;
    if (peak > watch.fail_above) {
        fprintf(stderr, "micropython: the heap's peak of %zu bytes is above the %zu of heapfail\n",
                peak, watch.fail_above);
        code = code ? code : 3;
    }
    if (watch.stat_path && !write_figures(peak, code)) {
        code = code ? code : 1;
    }
    return code;
}
