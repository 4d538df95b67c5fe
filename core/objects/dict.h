// SPDX-License-Identifier: MIT
// dict.h: what the files of dict, its views, set and the dict types of collections share.
#ifndef CORE_DICT_H
#define CORE_DICT_H

#include "objects/containers.h"
#include "objects/protocol.h"

static inline TableOwner *dict_owner(const Dict *d) {
    return (TableOwner *)d;
}
// A dict of any kind: dict, OrderedDict, defaultdict, Counter and classes derived from them.
static inline bool is_any_dict(Value v) {
    return is_dict(v) || (is_cell(v) && is_instance(v, &dict_type));
}

// Operations that dict and its builtin subclasses have in common.
Value dict_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames);
void dict_init(Value self, size_t n, const Value *args, const Tuple *kwnames);
Value dict_repr(Value self);
Value dict_compare(CompareOp op, Value self, Value other);
Value dict_inplace(BinaryOp op, Value a, Value b);
void dict_setitem(Value self, Value key, Value v);
bool dict_contains(Value self, Value key);
intptr_t dict_length(Value self);
Value dict_iter(Value self);
void dict_trace(Cell *cell, Visitor *visitor);
extern const Native dict_methods[];

bool dict_equal(const Dict *a, const Dict *b); // runs __eq__
// Removes entry number i (its key present) and returns its value. Runs no user code.
Value dict_pop_at(Dict *d, size_t i);
// The value of key, after setting it to v if it is missing. Runs __hash__ and __eq__.
Value dict_set_default(Dict *d, Value key, Value v);
extern const Type ordered_dict_type; // collections.OrderedDict
// Views.
enum { VIEW_KEYS, VIEW_VALUES, VIEW_ITEMS };
Value dict_view(Value dict, int kind);
// An iterator over keys, values or items, forwards or backwards.
Value dict_iterator(Value dict, int kind, bool backwards);

#endif
