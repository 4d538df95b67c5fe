// SPDX-License-Identifier: MIT
// dict.c: dict as C code and the operators see it; its methods are in dict_methods.c, its views
// in dict_views.c, its table in table.c.
//
// Invariants
// - Dict starts like TableOwner; `table` is NULL while nothing was ever put in.
// - User code (__hash__, __eq__, __missing__) runs only inside table_hash, table_find and calls
//   said to do so; entries are re-read after them.
#include "objects/dict.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "state.h"
#include "text/operand.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(offsetof(Dict, live) == offsetof(TableOwner, live), "Dict is a TableOwner");
_Static_assert(sizeof(Dict) == (WORD_BITS == 64 ? 24 : 16), "size of a dict");

// ---- constructors ---------------------------------------------------------------------------

Dict *dict_new(size_t expected) {
    Dict *d = heap_alloc(&dict_type, sizeof(Dict));
    if (expected) {
        table_reserve(dict_owner(d), expected, false);
    }
    return d;
}

Dict *dict_copy(const Dict *d) {
    Dict *copy = dict_new(0);
    table_copy(dict_owner(copy), dict_owner(d));
    return copy;
}

void dict_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    Dict *d = dict_of(self);
    if (n > 1) {
        raise_type_error("dict expected at most 1 argument, got %z", (intptr_t)n);
    }
    if (n == 1) {
        dict_update(d, args[0]);
    }
    for (size_t i = 0; kwnames && i < kwnames->len; i++) {
        dict_set(d, kwnames->items[i], args[n + i]);
    }
}

// Also for OrderedDict: exact builtins are filled here, classes by their __init__.
Value dict_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    Value self = cell_value(cls == &dict_type ? &dict_new(0)->head : cell_new_for(cls));
    if (!(cls->flags & TYPE_HEAP)) {
        dict_init(self, n, args, kwnames);
    }
    return self;
}

// ---- access ---------------------------------------------------------------------------------

static inline void key_changed(const Dict *d) {
    if (UNLIKELY(d->live & DICT_WATCHED)) {
        rt.namespace_version += rt.namespace_version == UINT32_MAX ? 2 : 1; // never 0
    }
}

size_t dict_len(const Dict *d) {
    return table_live(dict_owner(d));
}

static inline Value value_at(const Dict *d, intptr_t i) {
    assert_hot(i < (intptr_t)d->used);
    return i < 0 ? ABSENT : table_entry(d->table, (size_t)i)[1];
}

Value dict_get(const Dict *d, Value key) {
    uint32_t hash = table_hash(key, false);
    return value_at(d, table_find(dict_owner(d), key, hash));
}

static void set_hashed(Dict *d, Value key, uint32_t hash, Value v) {
    assert(is_present(v));
    intptr_t i = table_find(dict_owner(d), key, hash);
    if (i >= 0) {
        table_entry(d->table, (size_t)i)[1] = v;
        return;
    }
    table_add(dict_owner(d), key, hash, false)[1] = v;
    key_changed(d);
}

void dict_set(Dict *d, Value key, Value v) {
    set_hashed(d, key, table_hash(key, false), v);
}

static Value remove_at(Dict *d, intptr_t i) {
    assert(i < (intptr_t)d->used);
    Value v = value_at(d, i);
    if (i >= 0) {
        table_remove(dict_owner(d), (size_t)i);
        key_changed(d);
    }
    return v;
}

Value dict_remove(Dict *d, Value key) {
    uint32_t hash = table_hash(key, false);
    return remove_at(d, table_find(dict_owner(d), key, hash));
}

Value dict_pop_at(Dict *d, size_t i) {
    assert(i < d->used);
    return remove_at(d, (intptr_t)i);
}

Value dict_set_default(Dict *d, Value key, Value v) {
    assert(is_present(key) && is_present(v));
    uint32_t hash = table_hash(key, false);
    intptr_t i = table_find(dict_owner(d), key, hash);
    if (i >= 0) {
        return value_at(d, i);
    }
    table_add(dict_owner(d), key, hash, false)[1] = v;
    key_changed(d);
    return v;
}

void dict_clear(Dict *d) {
    table_clear(dict_owner(d));
    key_changed(d);
}

intptr_t dict_find_name(const Dict *d, const Str *name) {
    return table_find_str(dict_owner(d), name, str_hash(name));
}

Value dict_get_name(const Dict *d, const Str *name) {
    return value_at(d, dict_find_name(d, name));
}

void dict_set_name(Dict *d, const Str *name, Value v) {
    assert(is_present(v));
    intptr_t i = dict_find_name(d, name);
    if (i >= 0) {
        table_entry(d->table, (size_t)i)[1] = v;
        return;
    }
    table_add(dict_owner(d), str_value(name), str_hash(name), false)[1] = v;
    key_changed(d);
}

bool dict_remove_name(Dict *d, const Str *name) {
    return is_present(remove_at(d, dict_find_name(d, name)));
}

bool dict_next(const Dict *d, size_t *pos, Value *key, Value *value) {
    const Value *entry = table_next(dict_owner(d), pos);
    if (!entry) {
        return false;
    }
    *key = entry[0];
    *value = entry[1];
    return true;
}

// ---- merging --------------------------------------------------------------------------------

// A dict whose entries may be read directly: no class of the program iterates it otherwise.
static bool is_plain_dict(Value v) {
    return is_dict(v) || (is_any_dict(v) && is_absent(type_override(type_of(v), N___iter__)));
}

static void update_from_dict(Dict *d, const Dict *other) {
    if (d == other) {
        return;
    }
    if (!d->table && dict_len(other)) {
        table_copy(dict_owner(d), dict_owner(other));
        key_changed(d);
        return;
    }
    size_t pos = 0;
    Value key, value;
    while (dict_next(other, &pos, &key, &value)) {
        set_hashed(d, key, table_entry_hash(other->table, pos - 1), value);
        poll_pending();
    }
}

static Value keys_iterator(Value mapping, Value keys_method) {
    Value made = op_call_0(keys_method), it = operand_iter(made);
    if (is_absent(it)) {
        raise_type_error("%T.keys() returned a non-iterable (type %T)", mapping, made);
    }
    return it;
}

static void update_from_mapping(Dict *d, Value mapping, Value keys_method) {
    Value keys = keys_iterator(mapping, keys_method);
    for (Value key; is_present(key = op_next(keys));) {
        dict_set(d, key, op_getitem(mapping, key));
        poll_pending();
    }
}

static void set_pair(Dict *d, Value pair, intptr_t number) {
    assert(number >= 0);
    Value it = operand_iter(pair);
    if (is_absent(it)) {
        raise_type_error("cannot convert dictionary update sequence element #%z to a sequence",
                         number);
    }
    Value items = tuple_from_iterable(it);
    if (tuple_of(items)->len != 2) {
        raise_value_error("dictionary update sequence element #%z has length %z; 2 is required",
                          number, (intptr_t)tuple_of(items)->len);
    }
    dict_set(d, tuple_of(items)->items[0], tuple_of(items)->items[1]);
}

static void update_from_pairs(Dict *d, Value pairs) {
    Value it = op_iter(pairs);
    intptr_t number = 0;
    for (Value pair; is_present(pair = op_next(it)); number++) {
        if (is_tuple(pair) && tuple_of(pair)->len == 2) {
            dict_set(d, tuple_of(pair)->items[0], tuple_of(pair)->items[1]);
        } else {
            set_pair(d, pair, number);
        }
        poll_pending();
    }
}

void dict_update(Dict *d, Value other) {
    if (!is_dict(other) && is_absent(attr_find(other, N_keys))) {
        update_from_pairs(d, other);
    } else {
        dict_merge(d, other);
    }
}

void dict_merge(Dict *d, Value mapping) {
    if (is_plain_dict(mapping)) {
        update_from_dict(d, dict_of(mapping));
        return;
    }
    Value keys = attr_find(mapping, N_keys);
    if (is_absent(keys)) {
        raise_type_error("'%T' object is not a mapping", mapping);
    }
    update_from_mapping(d, mapping, keys);
}

Value dict_copied(Value v) {
    if (is_plain_dict(v)) {
        return cell_value(dict_copy(dict_of(v)));
    }
    Dict *copy = dict_new(0);
    dict_merge(copy, v);
    return cell_value(copy);
}

// "module.function()" as the errors of f(**a) name the callee.
static Value callee_text(Value callee) {
    if (is_absent(callee)) {
        return str_from_c("function");
    }
    Value name = attr_find(callee, N___qualname__);
    Value module = attr_find(callee, N___module__);
    if (is_absent(name) || !is_str(name)) {
        return op_str(callee);
    }
    if (is_absent(module) || !is_str(module) || str_equal(str_of(module), N_builtins)) {
        return str_formatted("%S()", str_of(name));
    }
    return str_formatted("%S.%S()", str_of(module), str_of(name));
}

// Keys that are no names are told of when the call is made.
static void check_unique(const Dict *d, Value key, Value callee) {
    if (is_present(dict_get(d, key))) {
        raise_type_error("%S got multiple values for keyword argument '%S'",
                         str_of(callee_text(callee)), str_of(unbox(op_str(key))));
    }
}

static void merge_unique_mapping(Dict *d, Value mapping, Value callee) {
    Value keys = attr_find(mapping, N_keys);
    if (is_absent(keys)) {
        raise_type_error("%S argument after ** must be a mapping, not %T",
                         str_of(callee_text(callee)), mapping);
    }
    Value it = keys_iterator(mapping, keys);
    for (Value key; is_present(key = op_next(it));) {
        poll_pending();
        check_unique(d, key, callee);
        dict_set(d, key, op_getitem(mapping, key));
    }
}

void dict_merge_unique(Dict *d, Value mapping, Value callee) {
    if (!is_plain_dict(mapping)) {
        merge_unique_mapping(d, mapping, callee);
        return;
    }
    bool first = dict_len(d) == 0; // one dict has no key twice
    size_t pos = 0;
    Value key, value;
    while (dict_next(dict_of(mapping), &pos, &key, &value)) {
        poll_interrupt();
        if (!first) {
            check_unique(d, key, callee);
        }
        dict_set(d, key, value);
    }
}

// ---- operations -----------------------------------------------------------------------------

static Value dict_repr_body(Value self) {
    StrBuilder b;
    builder_init(&b, 16);
    builder_add_c(&b, "{");
    size_t pos = 0;
    Value key, value;
    for (bool first = true; dict_next(dict_of(self), &pos, &key, &value); first = false) {
        if (!first) {
            builder_add_c(&b, ", ");
        }
        builder_add_repr(&b, key);
        builder_add_c(&b, ": ");
        builder_add_repr(&b, value);
        poll_pending();
    }
    builder_add_c(&b, "}");
    return builder_finish(&b);
}

Value dict_repr(Value self) {
    return dict_len(dict_of(self)) ? repr_guarded(self, "{...}", dict_repr_body)
                                   : str_from_c("{}");
}

bool dict_equal(const Dict *a, const Dict *b) {
    stack_check();
    if (dict_len(a) != dict_len(b)) {
        return false;
    }
    size_t pos = 0;
    Value key, value;
    while (dict_next(a, &pos, &key, &value)) {
        Value other = dict_get(b, key);
        if (is_absent(other) || !op_equal(value, other)) {
            return false;
        }
        poll_pending();
    }
    return true;
}

Value dict_compare(CompareOp op, Value self, Value other) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_any_dict(other)) {
        return NOT_IMPLEMENTED;
    }
    return bool_value(dict_equal(dict_of(self), dict_of(other)) == (op == CMP_EQ));
}

static Value dict_binary(BinaryOp op, Value a, Value b, bool reflected) {
    if (op != OP_OR || !is_any_dict(a) || !is_any_dict(b)) {
        return NOT_IMPLEMENTED;
    }
    Value result = dict_copied(a);
    dict_update(dict_of(result), b);
    return result;
}

Value dict_inplace(BinaryOp op, Value a, Value b) {
    if (op != OP_OR) {
        return NOT_IMPLEMENTED;
    }
    dict_update(dict_of(a), b);
    return a;
}

static Value dict_getitem(Value self, Value key) {
    Value v = dict_get(dict_of(self), key);
    if (LIKELY(is_present(v))) {
        return v;
    }
    if (type_of(self) != &dict_type && call_special(self, N___missing__, 1, &key, &v)) {
        return v;
    }
    raise_key_error(key);
}

void dict_setitem(Value self, Value key, Value v) {
    if (is_present(v)) {
        dict_set(dict_of(self), key, v);
    } else if (is_absent(dict_remove(dict_of(self), key))) {
        raise_key_error(key);
    }
}

bool dict_contains(Value self, Value key) {
    return is_present(dict_get(dict_of(self), key));
}

intptr_t dict_length(Value self) {
    return (intptr_t)dict_len(dict_of(self));
}

static bool dict_truth(Value self) {
    return dict_len(dict_of(self)) != 0;
}

void dict_trace(Cell *cell, Visitor *visitor) {
    visit_cell(visitor, &((Dict *)cell)->table);
}

// ---- type -----------------------------------------------------------------------------------

static const Ops dict_ops = {
    .repr = dict_repr, .hash = hash_unhashable, .truth = dict_truth, .compare = dict_compare,
    .binary = dict_binary, .inplace = dict_inplace, .getitem = dict_getitem,
    .setitem = dict_setitem, .contains = dict_contains, .len = dict_length, .iter = dict_iter,
    .create = dict_create, .init = dict_init,
};
const Type dict_type = {
    .head = {&type_type}, .name = N_dict, .ops = &dict_ops,
    .flags = TYPE_MAPPING | TYPE_UNHASHABLE, .payload = sizeof(Dict), .letter = 'D',
    .base = &object_type, .solid = &dict_type, .methods = dict_methods, .trace = dict_trace,
};
