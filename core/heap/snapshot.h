// SPDX-License-Identifier: MIT
// snapshot.h: the heap as text, cell by cell. docs/heap-snapshot.md describes the lines.
#ifndef CORE_SNAPSHOT_H
#define CORE_SNAPSHOT_H

#include "heap/lines.h"

// What a port knows beyond the heap itself: where cells were allocated, what imports cost. None of
// these functions may allocate on the heap, collect or raise; any may be NULL.
struct SnapshotExtra {
    const char *program;                                             // what is being run
    bool traced;                                                     // cells have sites and ages
    void (*sites)(Lines *l);                                         // writes the `site` lines
    bool (*origin)(const Cell *cell, uint64_t *site, uint64_t *age); // false: not known
    void (*rest)(Lines *l); // writes what follows the roots
};
typedef struct SnapshotExtra SnapshotExtra;

// Writes the snapshot. Allocates nothing, runs no Python code, never raises and leaves the heap as
// it is. Returns 0 or the errno value that `write` gave, after which nothing was written.
int snapshot_write(const SnapshotExtra *extra,
                   int (*write)(void *arg, const char *text, size_t size), void *arg);

// snapshot_text.c: writes key "repr" with at most 40 characters that show the cell's value, if it
// has one that can be shown so.
void snapshot_repr(Lines *l, const Cell *cell);

#endif
