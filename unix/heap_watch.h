// SPDX-License-Identifier: MIT
// heap_watch.h: the options that look at the heap: -X heapmap, heapstat, heapfail, trace-alloc.
#ifndef UNIX_HEAP_WATCH_H
#define UNIX_HEAP_WATCH_H

#include "heap/snapshot.h"
#include "unix/unix.h"

// Starts what the options ask for. False, with a line on stderr, if a file can't be written or
// there is no memory for the tables.
bool heap_watch_start(const Options *o);
// Writes the files at the program's end. Returns the exit code, which so far is `code`.
int heap_watch_finish(int code);
// Writes what SIGUSR1 asked for. Called where a snapshot may be taken.
void heap_watch_poll(void);

// What a snapshot has beyond the heap: sites, modules, and with `timeline` the events.
const SnapshotExtra *heap_watch_extra(bool timeline);

// ---- heap_imports.c
// ---------------------------------------------------------------------------------
void heap_imports_note(const Str *name, ImportStage stage);
void heap_imports_used(size_t used); // used bytes have grown to this
void heap_imports_write(Lines *l);   // the `module` lines

// ---- heap_timeline.c
// --------------------------------------------------------------------------------
typedef struct TimelineEvent {
    const char *kind; // "collect" ...; for "mark" the name follows
    char *name;       // malloc'd; NULL for others
    uint64_t at, us;  // bytes allocated and microseconds since the start
    size_t used, largest;
    size_t freed;      // collections
    uint64_t pause_us; // collections and compactions
} TimelineEvent;
void heap_timeline_start(void);
// Adds an event of that kind at this moment. `freed`, `pause_us`: see above; `name` may be NULL.
void heap_timeline_add(const char *kind, const char *name, size_t size, size_t freed,
                       uint64_t pause_us);
// A sample, if enough was allocated since the last one.
void heap_timeline_sample(void);
void heap_timeline_write(Lines *l);

// ---- heap_files.c
// ----------------------------------------------------------------------------------- Can the file
// be written? The path as it is whatever the current directory, malloc'd; or NULL, with a line on
// stderr.
char *heap_file_check(const char *path);
// Writes a snapshot with the timeline to that file: a page if it ends in .html. `number`: put
// before the ending, 0 for none. False with a line on stderr; then there is no file or the one from
// before.
bool heap_file_snapshot(const char *path, unsigned number);
// Replaces the file by a text; "-" is stderr.
bool heap_file_text(const char *path, const char *text, size_t size);

// page.c, made by tools/make_page from tools/heapview_page/: what comes before and after the data.
extern const char page_before[], page_after[];
extern const size_t page_before_size, page_after_size;

#endif
