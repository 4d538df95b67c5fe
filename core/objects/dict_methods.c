// SPDX-License-Identifier: MIT
// dict_methods.c: the methods of dict, inherited by OrderedDict, defaultdict and Counter.
#include "objects/dict.h"
#include "objects/repr_guard.h"
#include "state.h"
#include "objects/method.h"
#include "text/str.h"
#include <assert.h>

static Value dict_clear_method(Value self) {
    dict_clear(dict_of(self));
    return NONE;
}

static Value dict_copy_method(Value self) {
    return dict_copied(self);
}

static Value or_none(size_t n, const Value *args, size_t i) {
    return n > i ? args[i] : NONE;
}

static Value dict_fromkeys(size_t n, const Value *args) {
    Value value = or_none(n, args, 2);
    bool exact = class_of(args[0]) == &dict_type;
    Value d = exact ? cell_value(dict_new(0)) : op_call_0(args[0]);
    Value it = op_iter(args[1]);
    for (Value key; is_present(key = op_next(it));) {
        if (exact) {
            dict_set(dict_of(d), key, value);
        } else {
            op_setitem(d, key, value);
        }
        poll_pending();
    }
    return d;
}

static Value dict_get_method(size_t n, const Value *args) {
    Value v = dict_get(dict_of(args[0]), args[1]);
    return is_present(v) ? v : or_none(n, args, 2);
}

static Value dict_setdefault(size_t n, const Value *args) {
    return dict_set_default(dict_of(args[0]), args[1], or_none(n, args, 2));
}

static Value dict_pop(size_t n, const Value *args) {
    Dict *d = dict_of(args[0]);
    Value v = dict_len(d) ? dict_remove(d, args[1]) : ABSENT; // an empty one hashes nothing
    if (is_present(v)) {
        return v;
    }
    if (n < 3) {
        raise_key_error(args[1]);
    }
    return args[2];
}

static Value dict_popitem(Value self) {
    Dict *d = dict_of(self);
    Tuple *pair = tuple_alloc(2);
    intptr_t i = table_last(dict_owner(d));
    if (i < 0) {
        raise_key_error(str_from_c("popitem(): dictionary is empty"));
    }
    pair->items[0] = table_entry(d->table, (size_t)i)[0];
    pair->items[1] = dict_pop_at(d, (size_t)i);
    return cell_value(pair);
}

static Value dict_update_method(size_t n, const Value *args, const Tuple *kwnames) {
    Dict *d = dict_of(args[0]);
    if (n > 2) {
        raise_type_error("update expected at most 1 argument, got %z", (intptr_t)n - 1);
    }
    if (n == 2) {
        dict_update(d, args[1]);
    }
    for (size_t i = 0; kwnames && i < kwnames->len; i++) {
        dict_set(d, kwnames->items[i], args[n + i]);
    }
    return NONE;
}

static Value dict_keys(Value self) {
    return dict_view(self, VIEW_KEYS);
}

static Value dict_values(Value self) {
    return dict_view(self, VIEW_VALUES);
}

static Value dict_items(Value self) {
    return dict_view(self, VIEW_ITEMS);
}

static Value dict_reversed(Value self) {
    return dict_iterator(self, VIEW_KEYS, true);
}

static Value dict_sizeof(Value self) {
    const Dict *d = dict_of(self);
    return int_value((intptr_t)(sizeof(Dict) + (d->table ? table_bytes(d->table) : 0)));
}

const Native dict_methods[] = {
    METHOD_1(N_clear, dict_clear_method),
    METHOD_1(N_copy, dict_copy_method),
    CLASSMETHOD_VAR(N_fromkeys, dict_fromkeys, 2, 3),
    METHOD_VAR(N_get, dict_get_method, 2, 3),
    METHOD_1(N_items, dict_items),
    METHOD_1(N_keys, dict_keys),
    METHOD_VAR(N_pop, dict_pop, 2, 3),
    METHOD_1(N_popitem, dict_popitem),
    METHOD_VAR(N_setdefault, dict_setdefault, 2, 3),
    METHOD_KW(N_update, dict_update_method, 1, NATIVE_MANY),
    METHOD_1(N_values, dict_values),
    METHOD_1(N___reversed__, dict_reversed),
    METHOD_1(N___sizeof__, dict_sizeof),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};
