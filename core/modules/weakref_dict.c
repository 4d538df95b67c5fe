// SPDX-License-Identifier: MIT
// weakref_dict.c: WeakKeyDictionary and WeakValueDictionary.
//
// A method that takes a key and may add an entry checks first that the weak part may be weakly
// referenced. Keys are found as in a dict: by the key's own hash and ==.
#include "modules/weakref_table.h"
#include "objects/class.h"
#include "objects/dict.h"
#include "state.h"
#include "objects/method.h"
#include "text/str.h"
#include <assert.h>

static uint32_t kind_of(Value self) {
    return type_of(self)->solid == &weak_value_dict_type ? WEAK_VALUES : WEAK_KEYS;
}

static bool is_weak_dict(Value v) {
    return is_kind(v, &weak_value_dict_type) || is_kind(v, &weak_key_dict_type);
}

static void put(Value self, Value key, Value v) {
    weakref_check(kind_of(self) == WEAK_KEYS ? key : v);
    weak_table_put(weak_table_of(self), key, v);
}

// The value of a key, or ABSENT.
static Value find(Value self, Value key) {
    WeakTable *t = weak_table_of(self);
    intptr_t i = weak_table_find(t, key, false);
    return i >= 0 ? table_entry(t->table, (size_t)i)[1] : ABSENT;
}

static Value take(Value self, Value key) {
    WeakTable *t = weak_table_of(self);
    intptr_t i = weak_table_find(t, key, false);
    if (i < 0) {
        return ABSENT;
    }
    Value v = table_entry(t->table, (size_t)i)[1];
    table_remove(weak_owner(t), (size_t)i);
    return v;
}

// ---- constructors ------------------------------------------------------------------------------

static void put_all(Value self, Value pairs) {
    Dict *d;
    if (is_weak_dict(pairs)) {
        pairs = weak_table_list(pairs, WEAK_ITER_ITEMS);
    }
    d = dict_new(0);
    dict_update(d, pairs);
    size_t pos = 0;
    Value key, v;
    while (dict_next(d, &pos, &key, &v)) {
        put(self, key, v);
        poll_pending();
    }
}

static void update(const char *name, Value self, size_t n, const Value *args,
                   const Tuple *kwnames) {
    if (n > 1) {
        raise_type_error("%s expected at most 1 argument, got %z", name, (intptr_t)n);
    }
    if (n > 0 && !is_none(args[0])) {
        put_all(self, args[0]);
    }
    for (size_t i = 0; kwnames && i < kwnames->len; i++) {
        put(self, kwnames->items[i], args[n + i]);
    }
}

static Value weak_dict_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    bool values = cls->solid == &weak_value_dict_type;
    Value self = weak_table_new(cls, values ? WEAK_VALUES : WEAK_KEYS);
    if (!(cls->flags & TYPE_HEAP)) {
        update("__init__", self, n, args, kwnames);
    }
    return self;
}

static void weak_dict_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    update("__init__", self, n, args, kwnames);
}

static Value copy_of(Value self) {
    Value copy = weak_table_new(type_of(self)->solid, kind_of(self));
    put_all(copy, self);
    return copy;
}

// ---- operations --------------------------------------------------------------------------------

static Value weak_dict_repr(Value self) {
    return str_formatted("<%S at 0x%x>", type_of(self)->name, (unsigned)self.bits);
}

static Value weak_dict_getitem(Value self, Value key) {
    Value v = find(self, key);
    if (is_absent(v)) {
        raise_key_error(key);
    }
    return v;
}

static void weak_dict_setitem(Value self, Value key, Value v) {
    if (is_present(v)) {
        put(self, key, v);
    } else if (is_absent(take(self, key))) {
        raise_key_error(key);
    }
}

static bool weak_dict_contains(Value self, Value key) {
    if (kind_of(self) == WEAK_KEYS && !weakref_may_refer(key)) {
        return false;
    }
    return is_present(find(self, key));
}

static intptr_t weak_dict_len(Value self) {
    return (intptr_t)table_live(weak_owner(weak_table_of(self)));
}

static Value weak_dict_iter(Value self) {
    return weak_table_iterator(self, WEAK_ITER_KEYS);
}

// An ordinary dict with the entries of a weak or any other mapping.
static Value strong(Value v) {
    if (!is_weak_dict(v)) {
        return v;
    }
    Dict *d = dict_new(0);
    dict_update(d, weak_table_list(v, WEAK_ITER_ITEMS));
    return cell_value(d);
}

static Value weak_dict_compare(CompareOp op, Value self, Value other) {
    if ((op != CMP_EQ && op != CMP_NE) || !(is_weak_dict(other) || is_any_dict(other))) {
        return NOT_IMPLEMENTED;
    }
    return op_compare(op, strong(self), strong(other));
}

static Value weak_dict_binary(BinaryOp op, Value a, Value b, bool reflected) {
    bool mappings = (is_weak_dict(a) || is_any_dict(a)) && (is_weak_dict(b) || is_any_dict(b));
    if (op != OP_OR || !mappings) {
        return NOT_IMPLEMENTED;
    }
    Value self = reflected ? b : a;
    Value result = weak_table_new(type_of(self)->solid, kind_of(self));
    put_all(result, a);
    put_all(result, b);
    return result;
}

static Value weak_dict_inplace(BinaryOp op, Value a, Value b) {
    if (op != OP_OR) {
        return NOT_IMPLEMENTED;
    }
    put_all(a, b);
    return a;
}

// ---- methods -----------------------------------------------------------------------------------

static Value weak_dict_get(size_t n, const Value *args) {
    Value v = find(args[0], args[1]);
    return is_present(v) ? v : n > 2 ? args[2] : NONE;
}

static Value weak_dict_pop(size_t n, const Value *args) {
    Value v = take(args[0], args[1]);
    if (is_absent(v) && n < 3) {
        raise_key_error(args[1]);
    }
    return is_present(v) ? v : args[2];
}

static Value weak_dict_popitem(Value self) {
    TableOwner *o = weak_owner(weak_table_of(self));
    intptr_t i = table_last(o);
    if (i < 0) {
        raise_key_error(str_from_c("dictionary is empty"));
    }
    const Value *entry = table_entry(o->table, (size_t)i);
    Value key = entry[0], v = entry[1];
    Value pair = tuple_pair(key, v);
    take(self, key);
    return pair;
}

static Value weak_dict_setdefault(size_t n, const Value *args) {
    Value v = find(args[0], args[1]);
    if (is_absent(v)) {
        v = n > 2 ? args[2] : NONE;
        put(args[0], args[1], v);
    }
    return v;
}

static Value weak_dict_update(size_t n, const Value *args, const Tuple *kwnames) {
    update("update", args[0], n - 1, args + 1, kwnames);
    return NONE;
}

static Value weak_dict_clear(Value self) {
    table_clear(weak_owner(weak_table_of(self)));
    return NONE;
}

static Value weak_dict_deepcopy(Value self, Value memo) {
    (void)memo;
    return copy_of(self); // what is weak stays the same object
}

static Value weak_dict_keys(Value self) {
    return weak_table_iterator(self, WEAK_ITER_KEYS);
}
static Value weak_dict_values(Value self) {
    return weak_table_iterator(self, WEAK_ITER_VALUES);
}
static Value weak_dict_items(Value self) {
    return weak_table_iterator(self, WEAK_ITER_ITEMS);
}
static Value weak_dict_keyrefs(Value self) {
    return weak_table_list(self, WEAK_ITER_KEYREFS);
}
static Value weak_dict_valuerefs(Value self) {
    return weak_table_list(self, WEAK_ITER_VALUEREFS);
}
static Value weak_dict_itervaluerefs(Value self) {
    return weak_table_iterator(self, WEAK_ITER_VALUEREFS);
}

// ---- types -------------------------------------------------------------------------------------

#define COMMON_METHODS                                                                             \
    METHOD_VAR(N_get, weak_dict_get, 2, 3), METHOD_VAR(N_pop, weak_dict_pop, 2, 3),                \
        METHOD_1(N_popitem, weak_dict_popitem),                                                    \
        METHOD_VAR(N_setdefault, weak_dict_setdefault, 2, 3),                                      \
        METHOD_KW(N_update, weak_dict_update, 1, NATIVE_MANY), METHOD_1(N_clear, weak_dict_clear), \
        METHOD_1(N_copy, copy_of), METHOD_1(N___copy__, copy_of),                                  \
        METHOD_1(N_keys, weak_dict_keys), METHOD_1(N_values, weak_dict_values),                    \
        METHOD_1(N_items, weak_dict_items),                                                        \
        ROW_CLASS_GETITEM
static const Native key_methods[] = {
    COMMON_METHODS,
    METHOD_1(N_keyrefs, weak_dict_keyrefs),
    NATIVE_END,
};
static const Native value_methods[] = {
    COMMON_METHODS,
    METHOD_1(N_valuerefs, weak_dict_valuerefs),
    METHOD_1(N_itervaluerefs, weak_dict_itervaluerefs),
    METHOD_2(N___deepcopy__, weak_dict_deepcopy),
    NATIVE_END,
};
#undef COMMON_METHODS

static const Ops weak_dict_ops = {
    .repr = weak_dict_repr,
    .hash = hash_unhashable,
    .compare = weak_dict_compare,
    .binary = weak_dict_binary,
    .inplace = weak_dict_inplace,
    .getitem = weak_dict_getitem,
    .setitem = weak_dict_setitem,
    .contains = weak_dict_contains,
    .len = weak_dict_len,
    .iter = weak_dict_iter,
    .create = weak_dict_create,
    .init = weak_dict_init,
};
const Type weak_key_dict_type = {
    .head = {&type_type},
    .name = N_WeakKeyDictionary,
    .ops = &weak_dict_ops,
    .flags = TYPE_MAPPING | TYPE_UNHASHABLE | TYPE_WEAK,
    .payload = sizeof(WeakTable),
    .letter = 'D',
    .base = &object_type,
    .solid = &weak_key_dict_type,
    .methods = key_methods,
    .trace = weak_table_trace,
};
const Type weak_value_dict_type = {
    .head = {&type_type},
    .name = N_WeakValueDictionary,
    .ops = &weak_dict_ops,
    .flags = TYPE_MAPPING | TYPE_UNHASHABLE | TYPE_WEAK,
    .payload = sizeof(WeakTable),
    .letter = 'D',
    .base = &object_type,
    .solid = &weak_value_dict_type,
    .methods = value_methods,
    .trace = weak_table_trace,
};
