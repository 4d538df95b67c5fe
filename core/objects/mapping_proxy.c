// SPDX-License-Identifier: MIT
// mapping_proxy.c: mappingproxy, the read-only view of a class's namespace.
//
// That of a class made by a program refers to the class: it shows its dict and, to cost no memory
// in each class, makes up what CPython has in there too (class_extra()).
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "text/str.h"
#include <assert.h>

typedef struct MappingProxy {
    Cell head;
    Value mapping; // a class: its namespace; a tuple of one item: that item, which is a class
} MappingProxy;

// ---- what the namespace of a class has beyond its dict ------------------------------------------

static const Str *const extra_names[] = {N___dict__, N___weakref__, N___doc__};

bool instances_have_dict(const Type *t) {
    if (t->flags & TYPE_HEAP && t->solid != &module_type) {
        return t->flags & TYPE_INSTANCE && !(t->flags & TYPE_NO_DICT);
    }
    return t->flags & TYPE_EXCEPTION || t->solid == &module_type;
}

static bool brings_weakref(const Type *t) {
    return t->flags & TYPE_HEAP && t->flags & TYPE_WEAK && !(t->base->flags & TYPE_WEAK);
}

const Type *class_weak_owner(const Type *t) {
    TypeWalk w;
    const Type *at = walk_start(&w, t);
    while (at && !brings_weakref(at)) {
        at = walk_next(&w);
    }
    return at;
}

bool class_brings(const Type *t, const Str *name) {
    if (name == N___dict__) {
        return instances_have_dict(t) && !(t->base && instances_have_dict(t->base));
    }
    return name == N___weakref__ && brings_weakref(t);
}

Value class_extra(const Type *t, const Str *name) {
    assert(t->flags & TYPE_HEAP);
    if (is_present(dict_get_name(class_cell(t)->dict, name))) {
        return ABSENT;
    }
    if (class_brings(t, name)) {
        return unbound_new(t, find_row(object_type.methods, name));
    }
    return name == N___doc__ ? NONE : ABSENT;
}

static Value class_namespace(const Type *t) {
    Dict *d = dict_copy(class_cell(t)->dict);
    for (size_t i = 0; i < COUNT_OF(extra_names); i++) {
        Value v = class_extra(t, extra_names[i]);
        if (is_present(v)) {
            dict_set_name(d, extra_names[i], v);
        }
    }
    return cell_value(d);
}

// class_extra() of any key.
static Value extra_at(const Type *t, Value key) {
    key = unbox(key);
    for (size_t i = 0; is_str(key) && i < COUNT_OF(extra_names); i++) {
        if (str_equal(str_of(key), extra_names[i])) {
            return class_extra(t, extra_names[i]);
        }
    }
    return ABSENT;
}

// ---- the proxy ---------------------------------------------------------------------------------

static bool shows_class(Value self) {
    return is_class(((MappingProxy *)cell_of(self))->mapping);
}

// What an operation is passed on to; it may be a proxy as well. Of a class: a copy of all it shows.
static Value mapping_of(Value self) {
    stack_check();
    Value v = ((MappingProxy *)cell_of(self))->mapping;
    return is_class(v) ? class_namespace(class_of(v)) : is_tuple(v) ? tuple_of(v)->items[0] : v;
}

static Value proxy_new(Value mapping) {
    MappingProxy *p = heap_alloc(&mapping_proxy_type, sizeof(MappingProxy));
    p->mapping = mapping;
    return cell_value(p);
}

Value mapping_proxy_new(Value mapping) {
    return proxy_new(is_class(mapping) ? tuple_new(&mapping, 1) : mapping);
}

Value mapping_proxy_of_class(const Type *cls) {
    assert(cls->flags & TYPE_HEAP);
    return proxy_new(type_value(cls));
}

// What a class has at `key`, or ABSENT.
static Value class_item(Value self, Value key) {
    const Type *t = class_of(((MappingProxy *)cell_of(self))->mapping);
    Value v = dict_get(class_cell(t)->dict, key);
    return is_present(v) ? v : extra_at(t, key);
}

static Value proxy_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("mappingproxy", kwnames);
    if (n != 1) {
        raise_type_error("mappingproxy() takes exactly one argument (%z given)", (intptr_t)n);
    }
    bool mapping = is_instance(args[0], &dict_type) ||
                   is_present(type_lookup(type_of(args[0]), N___getitem__));
    if (!mapping || is_tuple(args[0]) || is_kind(args[0], &list_type)) {
        raise_type_error("mappingproxy() argument must be a mapping, not %T", args[0]);
    }
    return mapping_proxy_new(args[0]);
}

static Value proxy_repr(Value self) {
    return str_formatted("mappingproxy(%V)", mapping_of(self));
}
static Value proxy_str(Value self) {
    return op_str(mapping_of(self));
}
static Value proxy_getitem(Value self, Value key) {
    Value v = shows_class(self) ? class_item(self, key) : ABSENT;
    return is_present(v) ? v : op_getitem(mapping_of(self), key);
}
static bool proxy_contains(Value self, Value key) {
    return shows_class(self) ? is_present(class_item(self, key)) : op_contains(mapping_of(self), key);
}
static intptr_t proxy_len(Value self) {
    return op_len(mapping_of(self));
}
static Value proxy_iter(Value self) {
    return op_iter(mapping_of(self));
}

static Value proxied(Value v) {
    return is_exact(v, &mapping_proxy_type) ? mapping_of(v) : v;
}

static Value proxy_compare(CompareOp op, Value self, Value other) {
    return op_compare(op, mapping_of(self), proxied(other));
}

static Value proxy_binary(BinaryOp op, Value a, Value b, bool reflected) {
    return op == OP_OR ? op_binary(op, proxied(a), proxied(b)) : NOT_IMPLEMENTED;
}

static Value proxy_inplace(BinaryOp op, Value a, Value b) {
    if (op != OP_OR) {
        return NOT_IMPLEMENTED;
    }
    raise_type_error("'|=' is not supported by mappingproxy; use '|' instead");
}

static intptr_t proxy_hash(Value self) {
    return op_hash(mapping_of(self));
}

static Value proxy_get(size_t n, const Value *args) {
    if (shows_class(args[0])) {
        Value v = class_item(args[0], args[1]);
        return is_present(v) ? v : n > 2 ? args[2] : NONE;
    }
    return op_call_method(mapping_of(args[0]), N_get, n - 1, args + 1);
}
static Value proxy_keys(Value self) {
    return op_call_method(mapping_of(self), N_keys, 0, NULL);
}
static Value proxy_values(Value self) {
    return op_call_method(mapping_of(self), N_values, 0, NULL);
}
static Value proxy_items(Value self) {
    return op_call_method(mapping_of(self), N_items, 0, NULL);
}
static Value proxy_copy(Value self) {
    return op_call_method(mapping_of(self), N_copy, 0, NULL);
}
static Value proxy_reversed(Value self) {
    return op_call_method(mapping_of(self), N___reversed__, 0, NULL);
}

static const Native proxy_methods[] = {
    METHOD_VAR(N_get, proxy_get, 2, 3),
    METHOD_1(N_keys, proxy_keys),
    METHOD_1(N_values, proxy_values),
    METHOD_1(N_items, proxy_items),
    METHOD_1(N_copy, proxy_copy),
    METHOD_1(N___reversed__, proxy_reversed),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};

static const Ops proxy_ops = {
    .repr = proxy_repr,
    .str = proxy_str,
    .hash = proxy_hash,
    .compare = proxy_compare,
    .binary = proxy_binary,
    .inplace = proxy_inplace,
    .getitem = proxy_getitem,
    .contains = proxy_contains,
    .len = proxy_len,
    .iter = proxy_iter,
    .create = proxy_create,
};
const Type mapping_proxy_type = {
    {&type_type}, N_mappingproxy, &proxy_ops, TYPE_FINAL | TYPE_TRACE_WORDS | TYPE_MAPPING,
    sizeof(MappingProxy), 'h', 0, &object_type, &mapping_proxy_type, {proxy_methods}, NULL, {NULL},
};
