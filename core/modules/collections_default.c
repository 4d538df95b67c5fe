// SPDX-License-Identifier: MIT
// collections_default.c: defaultdict: a dict that makes the values of missing keys.
#include "modules/collections.h"
#include "objects/dict.h"
#include "objects/reduce.h"
#include "objects/repr_guard.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

typedef struct DefaultDict {
    Dict dict;
    Value factory; // ABSENT: None
} DefaultDict;

static DefaultDict *default_of(Value v) {
    assert(is_kind(v, &defaultdict_type));
    return (DefaultDict *)cell_of(v);
}

static Value factory_of(Value self) {
    Value factory = default_of(self)->factory;
    return is_present(factory) ? factory : NONE;
}

// ---- constructors ---------------------------------------------------------------------------

static void default_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    Value factory = n ? args[0] : NONE;
    if (!is_none(factory) && !op_callable(factory)) {
        raise_type_error("first argument must be callable or None");
    }
    default_of(self)->factory = factory;
    dict_init(self, n ? n - 1 : 0, n ? args + 1 : args, kwnames);
}

static Value default_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    Value self = cell_value(cell_new_for(cls));
    if (!(cls->flags & TYPE_HEAP)) {
        default_init(self, n, args, kwnames);
    }
    return self;
}

static Value copy_of(Value self) {
    if (type_of(self) != &defaultdict_type) {
        Value made = op_call_2(type_value(type_of(self)), factory_of(self), self);
        if (!is_any_dict(made)) { // __new__ may give anything
            raise_type_error("%T() must return a dict, not %T", self, made);
        }
        return made;
    }
    Value copy = cell_value(cell_new_for(&defaultdict_type));
    default_of(copy)->factory = factory_of(self);
    dict_update(dict_of(copy), self);
    return copy;
}

// ---- operations -----------------------------------------------------------------------------

static Value default_missing(Value self, Value key) {
    Value factory = factory_of(self);
    if (is_none(factory)) {
        raise_key_error(key);
    }
    Value v = op_call_0(factory);
    dict_set(dict_of(self), key, v);
    return v;
}

static Value default_getitem(Value self, Value key) {
    Value v = dict_get(dict_of(self), key);
    if (is_present(v)) {
        return v;
    }
    if (type_of(self) == &defaultdict_type) {
        return default_missing(self, key);
    }
    return op_call_method(self, N___missing__, 1, &key);
}

static Value content_repr(Value self) {
    return op_repr(cell_value(dict_copy(dict_of(self))));
}

static Value default_repr(Value self) {
    Value content = repr_guarded(self, "{...}", content_repr);
    return str_formatted("%S(%V, %S)", type_of(self)->name, factory_of(self), str_of(content));
}

static Value default_binary(BinaryOp op, Value a, Value b, bool reflected) {
    if (op != OP_OR || !is_any_dict(a) || !is_any_dict(b)) {
        return NOT_IMPLEMENTED;
    }
    Value result = copy_of(reflected ? b : a);
    if (reflected) {
        dict_clear(dict_of(result));
        dict_update(dict_of(result), a);
    }
    dict_update(dict_of(result), b);
    return result;
}

static void default_trace(Cell *cell, Visitor *visitor) {
    dict_trace(cell, visitor);
    visit(visitor, &((DefaultDict *)cell)->factory);
}

// ---- type -----------------------------------------------------------------------------------

static void set_factory(Value self, Value v) {
    default_of(self)->factory = v;
}

static Value default_reduce(Value self) {
    Value factory = factory_of(self);
    Value args = is_none(factory) ? cell_value(&empty_tuple) : tuple_new(&factory, 1);
    return reduced_dict(self, args, NONE);
}

static const Native default_methods[] = {
    METHOD_1(N_copy, copy_of),
    METHOD_1(N___copy__, copy_of),
    ROW_REDUCE(default_reduce),
    METHOD_2(N___missing__, default_missing),
    GETSET(N_default_factory, factory_of, set_factory),
    NATIVE_END,
};
static const Ops default_ops = {
    .repr = default_repr, .hash = hash_unhashable, .compare = dict_compare,
    .binary = default_binary, .inplace = dict_inplace, .getitem = default_getitem,
    .setitem = dict_setitem, .contains = dict_contains, .len = dict_length, .iter = dict_iter,
    .create = default_create, .init = default_init,
};
const Type defaultdict_type = {
    .head = {&type_type}, .name = N_defaultdict, .ops = &default_ops,
    .flags = TYPE_MAPPING | TYPE_UNHASHABLE, .payload = sizeof(DefaultDict), .letter = 'D',
    .base = &dict_type, .solid = &defaultdict_type, .methods = default_methods,
    .trace = default_trace,
};
