// SPDX-License-Identifier: MIT
// weak_table.c: tables with weak keys or values, as the collector sees them.
//
// A table's cell has a type of its own while it belongs to a weak container, so that marking
// visits the strong part of each entry only. table.c makes ordinary cells when a table grows: they
// get their type before anything else can be allocated.
#include "objects/weak_table.h"
#include "heap/collect.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(offsetof(WeakTable, live) == offsetof(TableOwner, live), "it is a TableOwner");

static void weak_keys_trace(Cell *cell, Visitor *visitor) {
    Table *t = (Table *)cell;
    for (size_t i = 0; i < t->capacity && !t->is_set; i++) {
        visit(visitor, &table_entry(t, i)[1]);
    }
}

static void weak_values_trace(Cell *cell, Visitor *visitor) {
    Table *t = (Table *)cell;
    for (size_t i = 0; i < t->capacity; i++) {
        visit(visitor, table_entry(t, i));
    }
}

static const Type weak_keys_type = {
    .head = {&type_type},
    .name = N__weak_table,
    .flags = TYPE_FINAL,
    .payload = sizeof(Table),
    .letter = 'D',
    .solid = &weak_keys_type,
    .trace = weak_keys_trace,
};
static const Type weak_values_type = {
    .head = {&type_type},
    .name = N__weak_table,
    .flags = TYPE_FINAL,
    .payload = sizeof(Table),
    .letter = 'D',
    .solid = &weak_values_type,
    .trace = weak_values_trace,
};

void weak_table_trace(Cell *cell, Visitor *visitor) {
    visit_cell(visitor, &((WeakTable *)cell)->table);
}

void weak_table_init(WeakTable *t, uint32_t kind) {
    t->live = kind;
    t->next = rt.heap.weak_tables;
    rt.heap.weak_tables = t;
}

Value *weak_table_add(WeakTable *t, Value key, uint32_t hash, bool is_set) {
    Value *entry = table_add(weak_owner(t), key, hash, is_set);
    t->table->head.type = t->live & WEAK_KEYS ? &weak_keys_type : &weak_values_type;
    return entry;
}

static Value *weak_part(const WeakTable *t, size_t i) {
    return table_entry(t->table, i) + (t->live & WEAK_VALUES ? 1 : 0);
}

void weak_tables_each(void (*f)(const Cell *from, Value to, void *arg), void *arg) {
    for (const WeakTable *t = rt.heap.weak_tables; t; t = t->next) {
        for (size_t i = 0; i < t->used; i++) {
            if (is_present(*table_entry(t->table, i))) {
                f(&t->table->head, *weak_part(t, i), arg);
            }
        }
    }
}

// ---- for the collector -------------------------------------------------------------------------

static bool is_dead(Value v) {
    return is_cell(v) && !heap_is_marked(cell_of(v));
}

static void clear_entries(WeakTable *t) {
    for (size_t i = 0; i < t->used; i++) {
        if (is_present(*table_entry(t->table, i)) && is_dead(*weak_part(t, i))) {
            table_remove(weak_owner(t), i);
        }
    }
}

void weak_tables_clear(void) {
    for (WeakTable *t = rt.heap.weak_tables; t; t = t->next) {
        clear_entries(t);
    }
}

void weak_tables_sweep(void) {
    for (WeakTable **at = &rt.heap.weak_tables; *at;) {
        if (heap_is_marked(&(*at)->head)) {
            at = &(*at)->next;
        } else {
            *at = (*at)->next;
        }
    }
}

void weak_tables_update(Visitor *visitor, bool moved) {
    for (WeakTable **at = &rt.heap.weak_tables; *at;) {
        WeakTable *before = *at;
        visit_cell(visitor, at);
        WeakTable *t = moved ? *at : before;
        for (size_t i = 0; i < t->used; i++) {
            visit(visitor, weak_part(t, i));
        }
        at = &t->next;
    }
}
