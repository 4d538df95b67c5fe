// SPDX-License-Identifier: MIT
// weak_table.h: tables (objects/table.h) whose keys or values are weak: an entry goes in the
// collection that finds its weak part dead.
//
// The two flags beside `live` tell which part is weak. Nothing else differs from a dict or set: an
// entry that goes leaves a gap, as if the program had deleted it, so that entry numbers stay.
#ifndef CORE_WEAK_TABLE_H
#define CORE_WEAK_TABLE_H

#include "objects/table.h"

typedef struct WeakTable { // a TableOwner
    Cell head;
    Table *table;
    uint32_t used, live;    // live: entries in the low 30 bits, then the flags
    struct WeakTable *next; // chain of all of them, from rt.heap.weak_tables; not visited
} WeakTable;
#define WEAK_VALUES 0x40000000u
#define WEAK_KEYS 0x80000000u

static inline TableOwner *weak_owner(const WeakTable *t) {
    return (TableOwner *)t;
}
void weak_table_trace(Cell *cell, Visitor *visitor);
// A fresh cell becomes known to the collector; kind is WEAK_VALUES or WEAK_KEYS.
void weak_table_init(WeakTable *t, uint32_t kind);
// As table_add (a set if the table has weak keys and is_set).
Value *weak_table_add(WeakTable *t, Value key, uint32_t hash, bool is_set);

void weak_tables_each(void (*f)(const Cell *from, Value to, void *arg), void *arg); // see weak_each()
void weak_tables_clear(void);
void weak_tables_sweep(void);
void weak_tables_update(Visitor *visitor, bool moved);

#endif
