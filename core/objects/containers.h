// SPDX-License-Identifier: MIT
// containers.h: list, tuple, dict, set, slice, range as C code sees them.
#ifndef CORE_CONTAINERS_H
#define CORE_CONTAINERS_H

#include "objects/table.h"
#include "value/type.h"

// ---- tuple: items inline ---------------------------------------------------------------------
struct Tuple {
    Cell head;
    size_t len;
    Value items[];
};
extern const Tuple empty_tuple;
static inline Tuple *tuple_of(Value v) {
    assert_hot(is_exact(v, &tuple_type));
    return (Tuple *)v.bits;
}
static inline bool is_tuple(Value v) { // exact
    return is_exact(v, &tuple_type);
}
Tuple *tuple_alloc(size_t len); // items ABSENT until filled
Value tuple_new(const Value *items, size_t len); // items in the value stack or a held cell
Value tuple_from_iterable(Value iterable);
Value tuple_pair(Value a, Value b);

// ---- list: storage in a cell of its own ------------------------------------------------------
typedef struct Items { // internal cell, items_type: capacity follows from its size
    Cell head;
    Value at[];
} Items;
extern const Type items_type;

typedef struct List {
    Cell head;
    Items *items; // NULL while capacity is 0
    uint32_t len, capacity; // on 32-bit targets the struct is one block
} List;
static inline List *list_of(Value v) {
    assert_hot(is_kind(v, &list_type));
    return (List *)v.bits;
}
static inline bool is_list(Value v) { // exact; is_kind(v, &list_type) for subclasses as well
    return is_exact(v, &list_type);
}
List *list_new(size_t capacity);
Value list_from(const Value *items, size_t len);
Value list_from_iterable(Value iterable);
void list_append(List *list, Value v);
void list_extend(List *list, Value iterable);
void list_sort(List *list, Value key, bool reverse); // key: ABSENT or None for none
void list_clear(List *list);
void list_reverse(List *list); // KeyboardInterrupt; runs no program
Value list_to_tuple(const List *list);

// ---- dict: insertion order; see objects/table.h ----------------------------------------------
struct Dict {
    Cell head;
    Table *table;       // NULL while empty
    uint32_t used;      // entries in use, deleted ones included
    uint32_t live;      // len(dict) in the low 30 bits, then the flags below
};
#define DICT_WATCHED 0x80000000u // a namespace: key changes bump rt.namespace_version
#define DICT_INITIALIZING 0x40000000u // of a module from source that is being run
static inline Dict *dict_of(Value v) {
    assert_hot(is_exact(v, &dict_type) || is_instance(v, &dict_type));
    return (Dict *)v.bits;
}
static inline bool is_dict(Value v) { // exact
    return is_exact(v, &dict_type);
}
Dict *dict_new(size_t expected); // expected entries, 0 if unknown
size_t dict_len(const Dict *d);
Value dict_get(const Dict *d, Value key); // ABSENT if missing; may call __hash__ / __eq__
void dict_set(Dict *d, Value key, Value v);
Value dict_remove(Dict *d, Value key); // the value removed, or ABSENT
void dict_clear(Dict *d);
// For interned keys: no user code, no allocation, no raise (dict_set_name may allocate).
Value dict_get_name(const Dict *d, const Str *name);
void dict_set_name(Dict *d, const Str *name, Value v);
bool dict_remove_name(Dict *d, const Str *name);
// Entry index of an interned name, or -1; and the entry at an index (key ABSENT if deleted).
intptr_t dict_find_name(const Dict *d, const Str *name);
static inline bool dict_entry_is(const Dict *d, uint32_t index, const Str *name, Value **value);
// Iteration: *pos starts at 0; false at the end. Stays memory-safe if d changes meanwhile.
bool dict_next(const Dict *d, size_t *pos, Value *key, Value *value);
void dict_update(Dict *d, Value other);  // dict.update: mapping or iterable of pairs
void dict_merge_unique(Dict *d, Value mapping, Value callee); // f(**a, **b): TypeError if repeated
void dict_merge(Dict *d, Value mapping); // {**mapping}: TypeError if it is not a mapping
Dict *dict_copy(const Dict *d);
// The same of an instance of dict or a subclass, whose own keys() is asked if it has its own __iter__.
Value dict_copied(Value v);

// ---- set ---------------------------------------------------------------------------------------
typedef struct Set { // set and frozenset
    Cell head;
    Table *table;
    uint32_t used, live;
} Set;
Set *set_new(const Type *type, size_t expected);
void set_add(Set *s, Value v);
bool set_contains(const Set *s, Value v);
bool set_remove(Set *s, Value v);
void set_update(Set *s, Value iterable);
size_t set_len(const Set *s);
bool set_next(const Set *s, size_t *pos, Value *v);

// ---- slice, range --------------------------------------------------------------------------------
typedef struct Slice {
    Cell head;
    Value start, stop, step;
} Slice;
Value slice_new(Value start, Value stop, Value step);
// Resolves a slice against a length: fills start, step and count of items. Raises as CPython.
typedef struct SliceRange {
    intptr_t start, stop, step;
    size_t count;
} SliceRange;
void slice_resolve(Value slice, size_t len, SliceRange *out);
// Normalises an index (anything with __index__): negative counts from the end; IndexError
// "<what> index out of range" if outside, TypeError "<what> indices must be integers or slices, not T".
size_t index_resolve(Value index, size_t len, const char *what);

typedef struct Range { // small ints only in the fields; big ones as Values
    Cell head;
    Value start, stop, step, len; // ints of any size
} Range;
typedef struct RangeIterator { // next = current; at the end remaining == 0
    Cell head;
    intptr_t current, step;
    uintptr_t remaining; // ranges that do not fit use another iterator type
} RangeIterator;
extern const Type range_iterator_type;

// Iterators the VM steps without a call.
typedef struct SequenceIterator { // list_iterator_type, tuple_iterator_type, str: index, not pointer
    Cell head;
    Value sequence;   // ABSENT when exhausted
    uintptr_t index;  // items; for str the byte offset
} SequenceIterator;
extern const Type list_iterator_type, tuple_iterator_type, str_iterator_type;

static inline bool dict_entry_is(const Dict *d, uint32_t index, const Str *name, Value **value) {
    if (LIKELY(index < d->used)) {
        assert_hot(d->used <= d->table->capacity);
        Value *entry = &d->table->entries[(size_t)index * d->table->stride];
        *value = entry + 1;
        return entry->bits == (uintptr_t)name;
    }
    return false;
}

#endif
