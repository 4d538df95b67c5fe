// SPDX-License-Identifier: MIT
// method.c: a function together with its receiver.
#include "objects/method.h"
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/reduce.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(sizeof(Method) == 3 * WORD_BYTES, "size of a bound method");

static Method *method_of(Value v) {
    assert_hot(is_exact(v, &method_type) || is_exact(v, &native_bound_type) ||
               is_exact(v, &method_wrapper_type));
    return (Method *)v.bits;
}

// The type of a method of this function that is bound to self.
static const Type *bound_type(Value function, Value self) {
    if (is_exact(function, &slot_wrapper_type)) {
        unbound_check(function, self);
        return &method_wrapper_type;
    }
    bool is_function = is_exact(function, &native_type); // which takes no receiver
    bool row = is_native_row(function) && !is_function;
    return row || is_exact(function, &unbound_type) ? &native_bound_type : &method_type;
}

Value method_new(Value function, Value self) {
    assert(is_present(function) && is_present(self));
    Method *m = heap_alloc(bound_type(function, self), sizeof(Method));
    m->function = function;
    m->self = self;
    return cell_value(m);
}

static Value method_call(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    const Method *m = method_of(self);
    return call_with_self(m->function, m->self, n, args, kwnames);
}

static Value function_name(const Method *m, const Str *which) {
    Value v = attr_find(m->function, which);
    return is_present(v) && is_str(v) ? v : str_value(N__unknown);
}

static Value method_repr(Value self) {
    const Method *m = method_of(self);
    return str_formatted("<bound method %S of %V>", str_of(function_name(m, N___qualname__)),
                         m->self);
}

static Value method_wrapper_repr(Value self) {
    const Method *m = method_of(self);
    return str_formatted("<method-wrapper '%S' of %S>", native_label(m->function),
                         str_of(native_receiver_text(m->self)));
}

static Value method_compare(CompareOp op, Value self, Value other) {
    const Type *kind = type_of(self);
    if ((op != CMP_EQ && op != CMP_NE) || type_shown(kind) != type_shown(type_of(other))) {
        return NOT_IMPLEMENTED;
    }
    if (kind != type_of(other)) {
        return bool_value(op == CMP_NE);
    }
    const Method *a = method_of(self), *b = method_of(other);
    bool equal = same(a->self, b->self) && same(a->function, b->function);
    return bool_value(equal == (op == CMP_EQ));
}

static intptr_t method_hash(Value self) {
    const Method *m = method_of(self);
    return (intptr_t)((uintptr_t)hash_identity(m->self) * 31) ^ op_hash(m->function);
}

static Value method_self(Value self) {
    return method_of(self)->self;
}
static Value method_function(Value self) {
    return method_of(self)->function;
}

// (getattr, (object, name))
static Value method_reduce(Value self) {
    const Method *m = method_of(self);
    return reduced_attribute(m->self, attr_get(m->function, N___name__));
}

static const Native method_methods[] = {
    ROW_REDUCE(method_reduce),
    MEMBER(N___self__, method_self),
    MEMBER(N___func__, method_function),
    NATIVE_END,
};

// What methods themselves have not, their functions have: __name__, __dict__ ...
static Value method_getattr(Value self, const Str *name) {
    Found found;
    bool own = type_find(&method_type, name, &found) && name != N___dict__ && name != N___weakref__;
    return own ? ABSENT : attr_find(method_of(self)->function, name);
}

static Value method_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("method", kwnames);
    if (n != 2) {
        raise_type_error("method expected 2 arguments, got %z", (intptr_t)n);
    }
    if (!op_callable(args[0])) {
        raise_type_error("first argument must be callable");
    }
    if (is_none(args[1])) {
        raise_type_error("instance must not be None");
    }
    Method *m = heap_alloc(&method_type, sizeof(Method));
    m->function = args[0];
    m->self = args[1];
    return cell_value(m);
}

static const Ops method_ops = {
    .repr = method_repr,
    .hash = method_hash,
    .compare = method_compare,
    .call = method_call,
    .getattr = method_getattr,
    .create = method_create,
};
static const Ops native_bound_ops = {
    .repr = native_function_repr,
    .hash = method_hash,
    .compare = method_compare,
    .call = method_call,
};
static const Ops method_wrapper_ops = {
    .repr = method_wrapper_repr,
    .hash = method_hash,
    .compare = method_compare,
    .call = method_call,
};

const Type method_type = {
    {&type_type}, N_method, &method_ops, TYPE_WEAK | TYPE_FINAL | TYPE_TRACE_WORDS, sizeof(Method), 'h', 0,
    &object_type, &method_type, {method_methods}, NULL, {NULL},
};
const Type native_bound_type = {
    {&type_type}, N_builtin_function_or_method, &native_bound_ops, TYPE_WEAK | TYPE_FINAL | TYPE_TRACE_WORDS,
    sizeof(Method), 'h', 0, &native_type, &native_bound_type, {NULL}, NULL, {NULL},
};
const Type method_wrapper_type = {
    {&type_type}, N_method_wrapper, &method_wrapper_ops, TYPE_WEAK | TYPE_FINAL | TYPE_TRACE_WORDS,
    sizeof(Method), 'h', 0, &object_type, &method_wrapper_type, {method_wrapper_attrs}, NULL,
    {NULL},
};
