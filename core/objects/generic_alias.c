// SPDX-License-Identifier: MIT
// generic_alias.c: list[int]: a class with arguments, for annotations; it acts as the class.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "objects/type_subst.h"
#include "objects/union.h"
#include "text/str.h"
#include <assert.h>

static GenericAlias *alias_of(Value v) {
    assert(is_kind(v, &generic_alias_type));
    return (GenericAlias *)v.bits;
}

static Value make(const Type *cls, Value origin, Value args, bool starred) {
    Tuple *tuple = is_tuple(args) ? tuple_of(args) : tuple_of(tuple_new(&args, 1));
    GenericAlias *g = (GenericAlias *)cell_new_for(cls);
    g->origin = origin;
    g->args = tuple;
    g->starred = bool_value(starred);
    return cell_value(g);
}

Value generic_alias_new(Value origin, Value args) {
    return make(&generic_alias_type, origin, args, false);
}

Value generic_alias_of_class(size_t n, const Value *args) {
    return generic_alias_new(args[0], args[1]);
}

static Value alias_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("GenericAlias", kwnames);
    if (n != 2) {
        raise_type_error("GenericAlias expected 2 arguments, got %z", (intptr_t)n);
    }
    return make(cls, args[0], args[1], false);
}

static void add_argument(StrBuilder *b, Value v);

// The items of a tuple or list.
static void add_arguments(StrBuilder *b, Value all) {
    for (size_t i = 0; i < (is_tuple(all) ? tuple_of(all)->len : list_of(all)->len); i++) {
        builder_add_c(b, i ? ", " : "");
        add_argument(b, is_tuple(all) ? tuple_of(all)->items[i] : list_of(all)->items->at[i]);
    }
}

// The arguments of a ParamSpec stand in brackets.
static void add_argument(StrBuilder *b, Value v) {
    stack_check();
    if (is_tuple(v) || is_exact(v, &list_type)) {
        builder_add_c(b, "[");
        add_arguments(b, v);
        builder_add_c(b, "]");
    } else {
        builder_add_annotation(b, v);
    }
}

void generic_alias_add_repr(StrBuilder *b, Value alias) {
    stack_check();
    const GenericAlias *g = alias_of(alias);
    builder_add_c(b, same(g->starred, TRUE) ? "*" : "");
    builder_add_annotation(b, g->origin);
    builder_add_c(b, "[");
    add_arguments(b, cell_value(g->args));
    builder_add_c(b, g->args->len ? "]" : "()]");
}

static Value alias_repr(Value self) {
    StrBuilder b;
    builder_init(&b, 32);
    generic_alias_add_repr(&b, self);
    return builder_finish(&b);
}

static Value alias_compare(CompareOp op, Value self, Value other) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_kind(other, &generic_alias_type)) {
        return NOT_IMPLEMENTED;
    }
    const GenericAlias *a = alias_of(self), *b = alias_of(other);
    bool equal = same(a->starred, b->starred) && op_equal(a->origin, b->origin) &&
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

// Names that are the alias's own: those of its methods and some of object.
static Value alias_getattr(Value self, const Str *name) {
    bool own = name == N___class__ || name == N___repr__ || name == N___eq__ ||
               name == N___hash__ || name == N___call__ || name == N___dir__ ||
               name == N___reduce_ex__ || name == N___copy__ || name == N___deepcopy__ ||
               find_row(generic_alias_type.methods, name);
    return own ? ABSENT : attr_find(alias_of(self)->origin, name);
}

static Value alias_getitem(Value self, Value key) {
    const GenericAlias *g = alias_of(self);
    const Tuple *params = type_parameters(g->args), *values = type_assign(self, params, key);
    Value args = cell_value(type_substitute(g->args, params, values));
    return make(&generic_alias_type, g->origin, args, same(g->starred, TRUE));
}

// *tuple[int, str] is one item.
static Value alias_iter(Value self) {
    const GenericAlias *g = alias_of(self);
    Value item = make(&generic_alias_type, g->origin, cell_value(g->args), true);
    return op_iter(tuple_new(&item, 1));
}

static Value alias_binary(BinaryOp op, Value a, Value b, bool reflected) {
    return op == OP_OR ? union_of(a, b) : NOT_IMPLEMENTED;
}

static Value alias_mro_entries(Value self, Value bases) {
    return tuple_new(&alias_of(self)->origin, 1);
}

static Value get_origin(Value self) {
    return alias_of(self)->origin;
}
static Value get_args(Value self) {
    return cell_value(alias_of(self)->args);
}
static Value get_parameters(Value self) {
    return cell_value(type_parameters(alias_of(self)->args));
}
static Value get_unpacked(Value self) {
    return alias_of(self)->starred;
}
static Value get_unpacked_args(Value self) {
    const GenericAlias *g = alias_of(self);
    bool unpacked = same(g->starred, TRUE) && same(g->origin, type_value(&tuple_type));
    return unpacked ? cell_value(g->args) : NONE;
}

static Value alias_subclasscheck(Value self, Value v) {
    raise_type_error("issubclass() argument 2 cannot be a parameterized generic");
}

static Value alias_instancecheck(Value self, Value v) {
    raise_type_error("isinstance() argument 2 cannot be a parameterized generic");
}

// What its origin has, and its own.
static Value alias_dir(Value self) {
    Value names = dir_of(alias_of(self)->origin);
    Dict *all = dict_new(0);
    for (size_t i = 0; i < list_of(names)->len; i++) {
        dict_set(all, list_of(names)->items->at[i], NONE);
    }
    for (const Native *row = generic_alias_type.methods; row->name; row = native_next(row)) {
        dict_set_name(all, native_name(row), NONE);
    }
    return list_from_iterable(cell_value(all));
}

// (class, (origin, args)); *alias: (next, (iter(alias),))
static Value alias_reduce(Value self) {
    GenericAlias *g = alias_of(self);
    if (!same(g->starred, TRUE)) {
        return reduced_2(type_value(type_of(self)), g->origin, cell_value(g->args));
    }
    Value plain = make(&generic_alias_type, g->origin, cell_value(g->args), false);
    return reduced_1(reduce_builtin(N_next), op_iter(plain));
}

static const Native alias_methods[] = {
    METHOD_1(N___dir__, alias_dir),
    ROW_REDUCE(alias_reduce),
    METHOD_2(N___mro_entries__, alias_mro_entries),
    METHOD_2(N___instancecheck__, alias_instancecheck),
    METHOD_2(N___subclasscheck__, alias_subclasscheck),
    MEMBER(N___origin__, get_origin),
    MEMBER(N___args__, get_args),
    GETTER(N___parameters__, get_parameters),
    MEMBER(N___unpacked__, get_unpacked),
    GETTER(N___typing_unpacked_tuple_args__, get_unpacked_args),
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
    .iter = alias_iter,
    .create = alias_create,
};
const Type generic_alias_type = {
    {&type_type}, N_GenericAlias, &alias_ops, TYPE_WEAK | TYPE_TRACE_WORDS, sizeof(GenericAlias),
    'h', 0, &object_type, &generic_alias_type, {alias_methods}, NULL, {NULL},
};
