// SPDX-License-Identifier: MIT
// heap_trace.h: which line of Python allocated which cell (-X trace-alloc).
//
// All tables lie outside of the heap. Bytes are those of whole blocks.
#ifndef UNIX_HEAP_TRACE_H
#define UNIX_HEAP_TRACE_H

#include "heap/lines.h"

// Makes the tables; false if there is no memory. `program` names what runs while no Python code
// does.
bool heap_trace_start(const char *program);
bool heap_trace_is_on(void);

// What the observer of the heap passes on.
void heap_trace_allocated(const Cell *cell, size_t bytes);
void heap_trace_resized(const Cell *cell, size_t before, size_t after);
void heap_trace_freed(const Cell *cell, size_t bytes);
void heap_trace_moved(const Cell *from, const Cell *to);
void heap_trace_ended(void); // of a collection or compaction

// What a snapshot asks for.
void heap_trace_sites(Lines *l);
bool heap_trace_origin(const Cell *cell, uint64_t *site, uint64_t *age);
void heap_trace_peak(Lines *l); // the `peak` line

#endif
