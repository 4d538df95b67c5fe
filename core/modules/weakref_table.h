// SPDX-License-Identifier: MIT
// weakref_table.h: what WeakKeyDictionary, WeakValueDictionary and WeakSet share.
#ifndef CORE_WEAKREF_TABLE_H
#define CORE_WEAKREF_TABLE_H

#include "modules/weakref.h"

enum { WEAK_ITER_KEYS, WEAK_ITER_VALUES, WEAK_ITER_ITEMS, WEAK_ITER_KEYREFS, WEAK_ITER_VALUEREFS };

static inline WeakTable *weak_table_of(Value v) {
    return (WeakTable *)v.bits;
}
// A new, empty container of a class whose solid type is one of the three.
Value weak_table_new(const Type *cls, uint32_t kind);
// An iterator that skips what dies meanwhile; RuntimeError if the program adds entries.
Value weak_table_iterator(Value table, int what);
Value weak_table_list(Value table, int what); // the same at once, as a list
// Entry number of a key, or -1. Runs __hash__ and __eq__.
intptr_t weak_table_find(const WeakTable *t, Value key, bool is_set);
// Adds or replaces. A set has no value: ABSENT. Runs __hash__ and __eq__.
void weak_table_put(WeakTable *t, Value key, Value v);

#endif
