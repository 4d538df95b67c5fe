// SPDX-License-Identifier: MIT
// generic_alias.c: list[int]: a class with arguments, for annotations; it acts as the class.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/union.h"
#include "text/str.h"
#include <assert.h>

static GenericAlias *alias_of(Value v) {
    assert(is_exact(v, &generic_alias_type));
    return (GenericAlias *)v.bits;
}

Value generic_alias_new(Value origin, Value args) {
    Tuple *tuple = is_tuple(args) ? tuple_of(args) : tuple_of(tuple_new(&args, 1));
    GenericAlias *g = heap_alloc(&generic_alias_type, sizeof(GenericAlias));
    g->origin = origin;
    g->args = tuple;
    return cell_value(g);
}

static Value alias_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("GenericAlias", kwnames);
    if (n != 2) {
        raise_type_error("GenericAlias expected 2 arguments, got %z", (intptr_t)n);
    }
    return generic_alias_new(args[0], args[1]);
}

static Value alias_repr(Value self) {
    const GenericAlias *g = alias_of(self);
    StrBuilder b;
    builder_init(&b, 32);
    builder_add_annotation(&b, g->origin);
    builder_add_c(&b, "[");
    for (size_t i = 0; i < g->args->len; i++) {
        builder_add_c(&b, i ? ", " : "");
        builder_add_annotation(&b, g->args->items[i]);
    }
    builder_add_c(&b, g->args->len ? "]" : "()]");
    return builder_finish(&b);
}

static Value alias_compare(CompareOp op, Value self, Value other) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_exact(other, &generic_alias_type)) {
        return NOT_IMPLEMENTED;
    }
    const GenericAlias *a = alias_of(self), *b = alias_of(other);
    bool equal = op_equal(a->origin, b->origin) &&
                 op_equal(cell_value(a->args), cell_value(b->args));
    return bool_value(equal == (op == CMP_EQ));
}

static intptr_t alias_hash(Value self) {
    return op_hash(alias_of(self)->origin) ^ op_hash(cell_value(alias_of(self)->args));
}

static Value alias_call(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    Value v = op_call_kw(alias_of(self)->origin, n, args, kwnames);
    if (has_shape(v) && instance_has_dict(v)) {
        instance_set_own(v, N___orig_class__, self);
    }
    return v;
}

static Value alias_getattr(Value self, const Str *name) {
    const GenericAlias *g = alias_of(self);
    if (name == N___origin__) {
        return g->origin;
    }
    if (name == N___args__) {
        return cell_value(g->args);
    }
    if (name == N___parameters__) {
        return cell_value(&empty_tuple);
    }
    bool own = name == N___class__ || name == N___mro_entries__ || name == N___repr__ ||
               name == N___eq__ || name == N___hash__ || name == N___call__ || name == N___dir__;
    return own ? ABSENT : attr_find(g->origin, name);
}

static Value alias_getitem(Value self, Value key) {
    raise_type_error("%V is not a generic class", self);
}

static Value alias_binary(BinaryOp op, Value a, Value b, bool reflected) {
    return op == OP_OR ? union_of(a, b) : NOT_IMPLEMENTED;
}

static Value alias_mro_entries(Value self, Value bases) {
    return tuple_new(&alias_of(self)->origin, 1);
}

static Value alias_instancecheck(Value self, Value v) {
    raise_type_error("isinstance() argument 2 cannot be a parameterized generic");
}

static const Native alias_methods[] = {
    METHOD_2(N___mro_entries__, alias_mro_entries),
    METHOD_2(N___instancecheck__, alias_instancecheck),
    NATIVE_END,
};

static const Ops alias_ops = {
    .repr = alias_repr,
    .hash = alias_hash,
    .compare = alias_compare,
    .binary = alias_binary,
    .call = alias_call,
    .getattr = alias_getattr,
    .getitem = alias_getitem,
    .create = alias_create,
};
const Type generic_alias_type = {
    {&type_type}, N_GenericAlias, &alias_ops, TYPE_WEAK | TYPE_FINAL | TYPE_TRACE_WORDS, sizeof(GenericAlias),
    'h', 0, &object_type, &generic_alias_type, {alias_methods}, NULL, {NULL},
};
