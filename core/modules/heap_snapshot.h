// SPDX-License-Identifier: MIT
// heap_snapshot.h: functions of module micropython that write down the heap.
#ifndef CORE_HEAP_SNAPSHOT_H
#define CORE_HEAP_SNAPSHOT_H

#include "value/value.h"

// Writes a snapshot to a stream. OSError; TypeError if it is none, or (on boards) no file; what its
// write() raises. The heap is not changed before the snapshot is complete.
Value micropython_heap_snapshot(Value stream);
// Tells the heap's observer of a moment that the program names. Allocates nothing.
Value micropython_mark(Value name);

#endif
