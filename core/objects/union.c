// SPDX-License-Identifier: MIT
// union.c: int | str | None, the type of annotations that isinstance() also understands.
#include "objects/union.h"
#include "error.h"
#include "objects/class.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/type_params.h"
#include "objects/type_subst.h"
#include "text/str.h"
#include <assert.h>

static Union *union_cell(Value v) {
    assert(is_exact(v, &union_type));
    return (Union *)v.bits;
}

static bool may_join(Value v) {
    return is_none(v) || is_class(v) || is_exact(v, &union_type) || is_kind(v, &generic_alias_type) ||
           is_type_parameter(v);
}

// A class is itself only, whatever its metaclass says of ==.
static bool same_member(Value a, Value b) {
    return is_class(a) && is_class(b) ? same(a, b) : op_equal(a, b);
}

static bool has_member(const List *members, Value v) {
    for (size_t i = 0; i < members->len; i++) {
        if (same_member(members->items->at[i], v)) {
            return true;
        }
    }
    return false;
}

static void add_members(List *members, Value v) {
    if (is_exact(v, &union_type)) {
        const Tuple *args = union_cell(v)->args;
        for (size_t i = 0; i < args->len; i++) {
            add_members(members, args->items[i]);
        }
        return;
    }
    v = is_none(v) ? type_value(&none_type) : v;
    if (!has_member(members, v)) {
        list_append(members, v);
    }
}

Value union_of(Value a, Value b) {
    if (!may_join(a) || !may_join(b) || (is_none(a) && is_none(b))) {
        return NOT_IMPLEMENTED;
    }
    List *members = list_new(4);
    add_members(members, a);
    add_members(members, b);
    if (members->len == 1) {
        return members->items->at[0];
    }
    Union *u = heap_alloc(&union_type, sizeof(Union));
    u->args = tuple_of(list_to_tuple(members));
    return cell_value(u);
}

Value union_classes(Value u) {
    return cell_value(union_cell(u)->args);
}

void builder_add_annotation(StrBuilder *b, Value v) {
    if (same(v, type_value(&none_type))) {
        builder_add_c(b, "None");
    } else if (same(v, ELLIPSIS)) {
        builder_add_c(b, "...");
    } else if (is_class(v)) {
        builder_add_str(b, str_of(type_qualified_name(class_of(v))));
    } else if (is_exact(v, &generic_alias_type)) {
        generic_alias_add_repr(b, v);
    } else {
        builder_add_repr(b, v);
    }
}

static Value union_repr(Value self) {
    const Tuple *args = union_cell(self)->args;
    StrBuilder b;
    builder_init(&b, 32);
    for (size_t i = 0; i < args->len; i++) {
        builder_add_c(&b, i ? " | " : "");
        builder_add_annotation(&b, args->items[i]);
    }
    return builder_finish(&b);
}

static bool all_in(const Tuple *a, const Tuple *b) {
    for (size_t i = 0; i < a->len; i++) {
        bool found = false;
        for (size_t j = 0; !found && j < b->len; j++) {
            found = same_member(a->items[i], b->items[j]);
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

static Value union_compare(CompareOp op, Value self, Value other) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_exact(other, &union_type)) {
        return NOT_IMPLEMENTED;
    }
    const Tuple *a = union_cell(self)->args, *b = union_cell(other)->args;
    return bool_value((a->len == b->len && all_in(a, b)) == (op == CMP_EQ));
}

static intptr_t union_hash(Value self) { // independent of the order
    const Tuple *args = union_cell(self)->args;
    uintptr_t h = 0x345678;
    for (size_t i = 0; i < args->len; i++) {
        h += (uintptr_t)op_hash(args->items[i]) * 31;
    }
    return (intptr_t)h;
}

static Value union_binary(BinaryOp op, Value a, Value b, bool reflected) {
    return op == OP_OR ? union_of(a, b) : NOT_IMPLEMENTED;
}

static Value get_args(Value self) {
    return cell_value(union_cell(self)->args);
}
static Value get_origin(Value self) {
    return type_value(&union_type);
}

static Value get_parameters(Value self) {
    return cell_value(type_parameters(union_cell(self)->args));
}

// (list[T] | int)[str]
static Value union_getitem(Value self, Value key) {
    const Tuple *args = union_cell(self)->args;
    const Tuple *params = type_parameters(args), *values = type_assign(self, params, key);
    const Tuple *made = type_substitute(args, params, values);
    Value u = made->items[0];
    for (size_t i = 1; i < made->len; i++) {
        u = op_binary(OP_OR, u, made->items[i]);
    }
    return u;
}

static const Native union_methods[] = {
    GETTER(N___parameters__, get_parameters),
    MEMBER(N___args__, get_args),
    GETTER(N___origin__, get_origin),
    NATIVE_END,
};

static const Ops union_ops = {
    .repr = union_repr,
    .hash = union_hash,
    .compare = union_compare,
    .binary = union_binary,
    .getitem = union_getitem,
};
const Type union_type = {
    {&type_type}, N_Union, &union_ops, TYPE_FINAL | TYPE_TRACE_WORDS, sizeof(Union), 'h', 0,
    &object_type, &union_type, {union_methods}, NULL, {NULL},
};
