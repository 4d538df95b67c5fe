// SPDX-License-Identifier: MIT
// list.h: what the files of list share.
#ifndef CORE_LIST_H
#define CORE_LIST_H

#include "objects/containers.h"

// Storage for at least n items, all ABSENT. May collect; MemoryError.
Items *items_new(size_t n);
// Room for `extra` more items than there are. May collect; MemoryError, then nothing changed.
void list_reserve(List *list, size_t extra);
void list_grow(List *list);   // room for one more, and some to spare
void list_shrink(List *list); // gives spare room back after removals; never allocates

// Index of an item: runs __index__; IndexError "<what> index out of range", TypeError.
size_t list_index_of(const List *list, Value key, const char *what);
Value list_get_slice(const List *list, Value slice);
// Replaces count items at `at` by those of from[0..n): the cell that holds them is held by the
// caller and is not the storage of `list`. May allocate first; runs no user code.
void list_splice(List *list, size_t at, size_t count, const Value *from, size_t n);
void list_setitem(Value self, Value key, Value v);
void list_init(Value self, size_t n, const Value *args, const Tuple *kwnames);
extern const Native list_methods[];

#endif
