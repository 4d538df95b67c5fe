// SPDX-License-Identifier: MIT
// method.c: a function together with its receiver.
#include "objects/method.h"
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(sizeof(Method) == 3 * WORD_BYTES, "size of a bound method");

static Method *method_of(Value v) {
    assert_hot(is_exact(v, &method_type) || is_exact(v, &native_bound_type));
    return (Method *)v.bits;
}

static bool is_python(Value function) {
    const Type *t = type_of(function);
    return !is_native_row(function) && t != &unbound_type && t != &slot_wrapper_type;
}

Value method_new(Value function, Value self) {
    assert(is_present(function) && is_present(self));
    const Type *type = is_python(function) ? &method_type : &native_bound_type;
    Method *m = heap_alloc(type, sizeof(Method));
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

static Value native_bound_repr(Value self) {
    const Method *m = method_of(self);
    Value plain = op_of(object_type.ops, repr)(m->self); // <list object at 0x...>
    Value inner = str_slice_bytes(str_of(plain), 1, str_of(plain)->size);
    if (is_exact(m->function, &slot_wrapper_type)) {
        return str_formatted("<method-wrapper '%S' of %S",
                             str_of(function_name(m, N___name__)), str_of(inner));
    }
    return str_formatted("<built-in method %S of %S", str_of(function_name(m, N___name__)),
                         str_of(inner));
}

static Value method_compare(CompareOp op, Value self, Value other) {
    if ((op != CMP_EQ && op != CMP_NE) || type_of(self) != type_of(other)) {
        return NOT_IMPLEMENTED;
    }
    const Method *a = method_of(self), *b = method_of(other);
    bool equal = same(a->self, b->self) && same(a->function, b->function);
    return bool_value(equal == (op == CMP_EQ));
}

static intptr_t method_hash(Value self) {
    const Method *m = method_of(self);
    return (intptr_t)((uintptr_t)hash_identity(m->self) * 31) ^ op_hash(m->function);
}

static Value method_getattr(Value self, const Str *name) {
    const Method *m = method_of(self);
    if (name == N___self__) {
        return m->self;
    }
    if (name == N___func__ && is_exact(self, &method_type)) {
        return m->function;
    }
    if (name == N___class__) {
        return ABSENT;
    }
    if (is_python(m->function)) {
        return attr_find(m->function, name);
    }
    if (name == N___qualname__) {
        const Type *t = is_class(m->self) ? class_of(m->self) : type_of(m->self);
        return str_formatted("%S.%S", t->name, str_of(function_name(m, N___name__)));
    }
    return name == N___name__ ? function_name(m, name) : ABSENT;
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
    .repr = native_bound_repr,
    .hash = method_hash,
    .compare = method_compare,
    .call = method_call,
    .getattr = method_getattr,
};

const Type method_type = {
    {&type_type}, N_method, &method_ops, TYPE_WEAK | TYPE_FINAL | TYPE_TRACE_WORDS, sizeof(Method), 'h', 0,
    &object_type, &method_type, {NULL}, NULL, {NULL},
};
const Type native_bound_type = {
    {&type_type}, N_builtin_function_or_method, &native_bound_ops, TYPE_WEAK | TYPE_FINAL | TYPE_TRACE_WORDS,
    sizeof(Method), 'h', 0, &object_type, &native_bound_type, {NULL}, NULL, {NULL},
};
