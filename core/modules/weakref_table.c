// SPDX-License-Identifier: MIT
// weakref_table.c: what WeakKeyDictionary, WeakValueDictionary and WeakSet share: entries and their
// iterators.
//
// Entries are taken out by the collector only, at any allocation; those that stay keep their
// numbers. So an iterator is a number, and what it has handed out is alive because it is held.
#include "modules/weakref_table.h"
#include "objects/iterators.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

typedef struct WeakIterator {
    Cell head;
    Value table;   // ABSENT when exhausted
    uint32_t pos;  // next entry
    uint32_t used; // the table's, when last looked at: more means that something was added
    uintptr_t what;
} WeakIterator;

static const Type weak_iterator_type;

Value weak_table_new(const Type *cls, uint32_t kind) {
    WeakTable *t = (WeakTable *)cell_new_for(cls);
    weak_table_init(t, kind);
    return cell_value(t);
}

intptr_t weak_table_find(const WeakTable *t, Value key, bool is_set) {
    uint32_t hash = table_hash(key, is_set);
    return table_find(weak_owner(t), key, hash);
}

void weak_table_put(WeakTable *t, Value key, Value v) {
    bool is_set = is_absent(v);
    uint32_t hash = table_hash(key, is_set);
    intptr_t i = table_find(weak_owner(t), key, hash);
    Value *entry = i >= 0 ? table_entry(t->table, (size_t)i) : weak_table_add(t, key, hash, is_set);
    if (!is_set) {
        entry[1] = v;
    }
}

// ---- iterators ---------------------------------------------------------------------------------

Value weak_table_iterator(Value table, int what) {
    assert(what >= WEAK_ITER_KEYS && what <= WEAK_ITER_VALUEREFS);
    WeakIterator *it = heap_alloc(&weak_iterator_type, sizeof *it);
    it->table = table;
    it->used = weak_table_of(table)->used;
    it->what = (uintptr_t)what;
    return cell_value(it);
}

static Value item_of(const Value *entry, int what) {
    switch (what) {
    case WEAK_ITER_KEYS: return entry[0];
    case WEAK_ITER_VALUES: return entry[1];
    case WEAK_ITER_ITEMS: return tuple_pair(entry[0], entry[1]);
    case WEAK_ITER_KEYREFS: return weakref_to(entry[0]);
    default: return weakref_to(entry[1]);
    }
}

static Value iterator_next(Value self) {
    assert(is_exact(self, &weak_iterator_type));
    WeakIterator *it = (WeakIterator *)cell_of(self);
    if (is_absent(it->table)) {
        return ABSENT;
    }
    WeakTable *t = weak_table_of(it->table);
    if (t->used > it->used) {
        raise_runtime_error("dictionary changed size during iteration");
    }
    it->used = t->used;
    size_t pos = it->pos;
    const Value *entry = table_next(weak_owner(t), &pos);
    it->pos = (uint32_t)pos;
    if (!entry) {
        it->table = ABSENT;
        return ABSENT;
    }
    return item_of(entry, (int)it->what);
}

static Value iterator_iter(Value self) {
    return self;
}

static void iterator_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((WeakIterator *)cell)->table);
}

static const Ops iterator_ops = {.iter = iterator_iter, .next = iterator_next};
static const Type weak_iterator_type = {
    .head = {&type_type},
    .name = N_weak_iterator,
    .ops = &iterator_ops,
    .flags = TYPE_FINAL,
    .payload = sizeof(WeakIterator),
    .letter = 'h',
    .base = &object_type,
    .solid = &weak_iterator_type,
    .trace = iterator_trace,
};

Value weak_table_list(Value table, int what) {
    return list_from_iterable(weak_table_iterator(table, what));
}
