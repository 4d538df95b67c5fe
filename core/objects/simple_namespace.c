// SPDX-License-Identifier: MIT
// simple_namespace.c: SimpleNamespace: an object that is its attributes, shown and compared by them.
#include "objects/simple_namespace.h"
#include "error.h"
#include "objects/class.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "objects/repr_guard.h"
#include "text/str.h"
#include <assert.h>

typedef struct SimpleNamespace {
    Cell head;
    Value dict;
    Value items; // tuple of the first values, for sys.implementation[0]; else ABSENT
} SimpleNamespace;

static SimpleNamespace *namespace_of(Value v) {
    assert(is_kind(v, &simple_namespace_type));
    return (SimpleNamespace *)v.bits;
}

// An instance of a subclass has attributes anyway: they are all it has.
static bool is_plain(Value v) {
    return !instance_has_dict(v);
}

static Dict *attributes_of(Value v) {
    return is_plain(v) ? dict_of(namespace_of(v)->dict) : instance_dict(v);
}

// ---- making ------------------------------------------------------------------------------------

static Value make(const Type *cls) {
    Value dict = cell_value(dict_new(0));
    SimpleNamespace *n = (SimpleNamespace *)cell_new_for(cls);
    n->dict = dict;
    return cell_value(n);
}

static size_t set_names(Value v, const Str *const *names, const Value *values) {
    size_t n = 0;
    for (; names[n]; n++) {
        dict_set_name(attributes_of(v), names[n], values[n]);
    }
    return n;
}

Value module_spec_from(const Str *const *names, const Value *values) {
    Value v = make(&module_spec_type);
    set_names(v, names, values);
    return v;
}

Value simple_namespace_new(const Str *const *names, const Value *values) {
    Value v = make(&simple_namespace_type);
    size_t n = set_names(v, names, values);
    Value items = tuple_new(values, n);
    namespace_of(v)->items = items;
    return v;
}

static void set_keywords(Dict *d, const Value *values, const Tuple *kwnames) {
    for (size_t i = 0; kwnames && i < kwnames->len; i++) {
        dict_set(d, kwnames->items[i], values[i]);
    }
}

static void add_given(Dict *d, Value given) {
    Dict *all = dict_new(0);
    dict_update(all, given);
    size_t pos = 0;
    Value key, v;
    while (dict_next(all, &pos, &key, &v)) {
        if (!is_str(unbox(key))) {
            raise_type_error("keywords must be strings");
        }
        dict_set(d, str_value(str_intern(unbox(key))), v);
    }
}

static void namespace_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    if (n > 1) {
        raise_type_error("%S expected at most 1 argument, got %z", type_of(self)->name, (intptr_t)n);
    }
    if (n == 1) {
        add_given(attributes_of(self), args[0]);
    }
    set_keywords(attributes_of(self), args + n, kwnames);
}

static Value namespace_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    Value self = make(cls);
    if (cls == &simple_namespace_type) {
        namespace_init(self, n, args, kwnames);
    }
    return self;
}

// ---- operations --------------------------------------------------------------------------------

static Value repr_body(Value self) {
    const Str *cls = type_of(self)->name;
    StrBuilder b;
    builder_init(&b, 64);
    builder_add_format(&b, "%s(", is_exact(self, &simple_namespace_type) ? "namespace" : cls->text);
    size_t pos = 0, shown = 0;
    Value key, v;
    while (dict_next(attributes_of(self), &pos, &key, &v)) {
        if (is_str(key) && str_of(key)->size > 0) {
            builder_add_c(&b, shown++ ? ", " : "");
            builder_add_str(&b, str_of(key));
            builder_add_c(&b, "=");
            builder_add_repr(&b, v);
        }
    }
    builder_add_c(&b, ")");
    return builder_finish(&b);
}

static Value namespace_repr(Value self) {
    Value inside = is_exact(self, &simple_namespace_type)
                       ? str_from_c("namespace(...)")
                       : str_formatted("%S(...)", type_of(self)->name);
    return repr_guarded(self, str_of(inside)->text, repr_body);
}

static Value namespace_compare(CompareOp op, Value self, Value other) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_kind(other, &simple_namespace_type)) {
        return NOT_IMPLEMENTED;
    }
    return op_compare(op, cell_value(attributes_of(self)), cell_value(attributes_of(other)));
}

static Value get_dict(Value self) {
    return cell_value(attributes_of(self));
}

static Value namespace_getattr(Value self, const Str *name) {
    return is_plain(self) ? dict_get_name(attributes_of(self), name) : ABSENT;
}

static bool namespace_setattr(Value self, const Str *name, Value v) {
    Found found;
    bool in_class = type_find(type_of(self), name, &found);
    if (!is_plain(self) || (in_class && found.slot < 0 && is_data_descriptor(found.value))) {
        return false;
    }
    if (is_present(v)) {
        dict_set_name(attributes_of(self), name, v);
    } else if (!dict_remove_name(attributes_of(self), name)) {
        raise_attribute_error(self, name);
    }
    return true;
}

static Value namespace_getitem(Value self, Value key) {
    Value items = namespace_of(self)->items;
    if (is_absent(items)) {
        raise_type_error("'%T' object is not subscriptable", self);
    }
    return op_getitem(items, key);
}

static Value namespace_replace(size_t n, const Value *args, const Tuple *kwnames) {
    Value copy = op_call_0(type_value(type_of(args[0])));
    if (!is_kind(copy, &simple_namespace_type)) {
        raise_type_error("expected SimpleNamespace, not '%T'", copy);
    }
    dict_update(attributes_of(copy), get_dict(args[0]));
    set_keywords(attributes_of(copy), args + n, kwnames);
    return copy;
}

static Value namespace_reduce(Value self) {
    return reduced_with_state(type_value(type_of(self)), cell_value(&empty_tuple), get_dict(self));
}

static const Native namespace_methods[] = {
    ROW_REDUCE(namespace_reduce),
    GETTER(N___dict__, get_dict),
    METHOD_KW(N___replace__, namespace_replace, 1, 1),
    NATIVE_END,
};

static const Ops namespace_ops = {
    .repr = namespace_repr,
    .hash = hash_unhashable,
    .compare = namespace_compare,
    .getattr = namespace_getattr,
    .setattr = namespace_setattr,
    .getitem = namespace_getitem,
    .create = namespace_create,
    .init = namespace_init,
};
static const Ops spec_ops = {
    .repr = namespace_repr,
    .hash = hash_unhashable,
    .compare = namespace_compare,
    .getattr = namespace_getattr,
    .setattr = namespace_setattr,
};
const Type simple_namespace_type = {
    {&type_type}, N_SimpleNamespace, &namespace_ops,
    TYPE_TRACE_WORDS | TYPE_UNHASHABLE, sizeof(SimpleNamespace), 'h', 0, &object_type,
    &simple_namespace_type, {namespace_methods}, NULL, {NULL},
};
const Type module_spec_type = {
    {&type_type}, N_ModuleSpec, &spec_ops, TYPE_TRACE_WORDS | TYPE_UNHASHABLE | TYPE_FINAL,
    sizeof(SimpleNamespace), 'h', 0, &object_type, &simple_namespace_type, {namespace_methods},
    NULL, {NULL},
};
