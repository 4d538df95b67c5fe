// SPDX-License-Identifier: MIT
// heap_timeline.c: what the heap went through: the `event` lines of -X heapmap.
//
// The number of events is bounded: when there are MOST, every second one is dropped, samples and
// collections first, marks only if there are too many of these alone; samples come half as often
// from then.
#include "heap/report.h"
#include "port.h"
#include "unix/heap_watch.h"
#include <stdlib.h>

#define MOST 2000

static struct {
    TimelineEvent *events; // MOST of them; NULL: no timeline
    size_t count;
    uint64_t start;  // port_ticks_us()
    size_t interval; // bytes allocated between samples
    size_t next;     // bytes allocated when the next sample is due
} timeline;

void heap_timeline_start(void) {
    size_t interval = heap_total_bytes() / 64;
    timeline.events = calloc(MOST, sizeof *timeline.events);
    timeline.start = port_ticks_us();
    timeline.interval = interval > 1024 ? interval : 1024;
    heap_timeline_add("start", NULL, 0, 0, 0);
}

// Drops every second event; marks only if `marks`. The first one stays.
static void thin_out(bool marks) {
    size_t kept = 1;
    bool drop = true;
    for (size_t i = 1; i < timeline.count; i++) {
        TimelineEvent *e = &timeline.events[i];
        bool candidate = marks || !e->name;
        if (candidate && drop) {
            free(e->name);
        } else {
            timeline.events[kept++] = *e;
        }
        drop = candidate ? !drop : drop;
    }
    timeline.count = kept;
}

static void make_room(void) {
    if (timeline.count < MOST) {
        return;
    }
    thin_out(false);
    timeline.interval *= 2;
    while (timeline.count > MOST * 3 / 4) {
        thin_out(true);
    }
}

void heap_timeline_add(const char *kind, const char *name, size_t size, size_t freed,
                       uint64_t pause_us) {
    if (!timeline.events) {
        return;
    }
    make_room();
    TimelineEvent *e = &timeline.events[timeline.count];
    *e = (TimelineEvent){.kind = kind,
                         .at = report_allocated_bytes(),
                         .us = port_ticks_us() - timeline.start,
                         .used = heap_used_bytes(),
                         .largest = heap_largest_free() * BLOCK_BYTES,
                         .freed = freed,
                         .pause_us = pause_us};
    e->name = name ? strndup(name, size) : NULL;
    if (name && !e->name) {
        return; // no memory for its name
    }
    timeline.count++;
    timeline.next = (size_t)e->at + timeline.interval;
}

void heap_timeline_sample(void) {
    if (timeline.events && report_allocated_bytes() >= timeline.next) {
        heap_timeline_add("sample", NULL, 0, 0, 0);
    }
}

static void write_ms(Lines *l, uint64_t us) {
    char rest[5] = {'.', (char)('0' + us / 100 % 10), (char)('0' + us / 10 % 10),
                    (char)('0' + us % 10)};
    lines_key(l, "ms");
    lines_digits(l, us / 1000);
    lines_raw(l, rest);
}

static void write_event(Lines *l, const TimelineEvent *e) {
    lines_open_text(l, "event", e->kind, strlen(e->kind));
    if (e->name) {
        lines_text(l, "name", e->name, strlen(e->name));
    }
    lines_number(l, "at", e->at);
    write_ms(l, e->us);
    lines_number(l, "used", e->used);
    if (strcmp(e->kind, "collect") == 0) {
        lines_number(l, "freed", e->freed);
    }
    lines_number(l, "largest", e->largest);
    if (strncmp(e->kind, "co", 2) == 0) { // collect, compact
        lines_number(l, "pause_us", e->pause_us);
    }
    lines_close(l);
}

void heap_timeline_write(Lines *l) {
    for (size_t i = 0; timeline.events && i < timeline.count; i++) {
        write_event(l, &timeline.events[i]);
    }
}
