// SPDX-License-Identifier: MIT
// gc.h: the functions of module gc that look at objects (gc_objects.c).
//
// Cells that no program sees (the storage of a list, tables, shapes, code chunks) are looked
// through: what they refer to counts as referred to by the object they belong to.
#ifndef CORE_GC_H
#define CORE_GC_H

#include "objects/containers.h"

// All may allocate and raise MemoryError; nothing has changed then. They collect first, so that
// only living objects are seen.
Value gc_get_objects(size_t n, const Value *args, const Tuple *kwnames); // list of tracked objects
Value gc_get_referents(size_t n, const Value *args); // list of what the arguments refer to
Value gc_get_referrers(size_t n, const Value *args); // list of tracked objects that refer to them
Value gc_is_tracked(Value v); // True if the object is on the heap and may refer to others

#endif
