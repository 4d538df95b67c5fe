// SPDX-License-Identifier: MIT
// type_params.c: TypeVar, TypeVarTuple, ParamSpec, TypeAliasType and Generic.
//
// Bounds, constraints, defaults and the values of aliases are evaluated when first asked for: until
// then the field holds the thunk, a function without parameters, and its `lazy` bit is set.
#include "objects/type_params.h"
#include "error.h"
#include "heap/heap.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "objects/type_subst.h"
#include "text/str.h"
#include <assert.h>

enum { KIND_TYPE_VAR, KIND_TYPE_VAR_TUPLE, KIND_PARAM_SPEC, KIND_CONSTRAINED };
enum { LAZY_BOUND = 1, LAZY_DEFAULT = 2, LAZY_VALUE = 4 };

typedef struct TypeParam { // type_var_type, type_var_tuple_type, param_spec_type
    Cell head;
    Value name;
    Value bound;    // or the tuple of constraints; ABSENT: none
    Value fallback; // the default; ABSENT: none
    Value lazy;     // small int of LAZY_xxx
    Value kind;     // small int
} TypeParam;

typedef struct TypeAlias {
    Cell head;
    Value name, params, value;
    Value lazy;
} TypeAlias;

static TypeParam *param_of(Value v) {
    assert(is_exact(v, &type_var_type) || is_exact(v, &param_spec_type) ||
           is_exact(v, &type_var_tuple_type));
    return (TypeParam *)cell_of(v);
}

static TypeAlias *alias_of(Value v) {
    assert(is_exact(v, &type_alias_type));
    return (TypeAlias *)cell_of(v);
}

bool type_param_is(Value v) {
    return is_exact(v, &type_var_type) || is_exact(v, &type_var_tuple_type) ||
           is_exact(v, &param_spec_type);
}

bool is_type_parameter(Value v) {
    return type_param_is(v) || is_exact(v, &type_alias_type);
}

bool type_param_has_default(Value v) {
    return is_present(param_of(v)->fallback);
}

// ---- making ----------------------------------------------------------------------------------------

static Value param_new(intptr_t kind, Value name, Value bound, Value fallback, intptr_t lazy) {
    const Type *const types[] = {&type_var_type, &type_var_tuple_type, &param_spec_type, &type_var_type};
    assert(kind >= 0 && (size_t)kind < COUNT_OF(types));
    TypeParam *p = heap_alloc(types[kind], sizeof *p);
    p->name = name;
    p->bound = bound;
    p->fallback = fallback;
    p->lazy = int_value(lazy);
    p->kind = int_value(kind);
    return cell_value(p);
}

Value type_param_make(size_t n, const Value *args) {
    Value bound = is_none(args[2]) ? ABSENT : args[2], fallback = is_none(args[3]) ? ABSENT : args[3];
    intptr_t lazy = (is_present(bound) ? LAZY_BOUND : 0) | (is_present(fallback) ? LAZY_DEFAULT : 0);
    return param_new(int_of(args[0]), args[1], bound, fallback, lazy);
}

static Value alias_new(Value name, Value params, Value value, intptr_t lazy) {
    TypeAlias *a = heap_alloc(&type_alias_type, sizeof *a);
    a->name = name;
    a->params = params;
    a->value = value;
    a->lazy = int_value(lazy);
    return cell_value(a);
}

Value type_alias_make(size_t n, const Value *args) {
    return alias_new(args[0], args[1], args[2], LAZY_VALUE);
}

Value type_generic_base(Value params) {
    return generic_alias_new(type_value(&generic_type), params);
}

// The field's value; a thunk is called and replaced by what it returns.
static Value evaluate(Value *field, Value *lazy, intptr_t bit, Value missing) {
    assert(is_int(*lazy));
    if (is_absent(*field)) {
        return missing;
    }
    if (int_of(*lazy) & bit) {
        Value v = op_call_0(*field);
        *field = v;
        *lazy = int_value(int_of(*lazy) & ~bit);
    }
    return *field;
}

// ---- typing.NoDefault, the __default__ of a parameter that has none -----------------------------

static const Cell no_default_cell;

static Value no_default_repr(Value self) {
    return str_from_c("typing.NoDefault");
}

static Value no_default_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    if (n || kwnames) {
        raise_type_error("NoDefaultType takes no arguments");
    }
    return cell_value(&no_default_cell);
}

static const Ops no_default_ops = {.repr = no_default_repr, .create = no_default_create};
static const Type no_default_type = {
    .head = {&type_type}, .name = N_NoDefaultType, .ops = &no_default_ops,
    .flags = TYPE_FINAL | TYPE_TRACE_NONE, .payload = sizeof(Cell), .letter = 'h',
    .base = &object_type, .solid = &no_default_type,
};
static const Cell no_default_cell = {&no_default_type};

// ---- calls of the types -------------------------------------------------------------------------

// TypeVar(name, *constraints, bound=None, default=..., covariant=False, contravariant=False, ...)
static Value type_var_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_name, ARG_REQUIRED}, {N_bound, ARG_KWONLY}, {N_default, ARG_KWONLY},
                                   {N_covariant, ARG_KWONLY}, {N_contravariant, ARG_KWONLY},
                                   {N_infer_variance, ARG_KWONLY}, {NULL, 0}};
    Value in[6], constraints = ABSENT, first[8];
    size_t nkw = kwnames ? kwnames->len : 0;
    if (n > 1) {
        constraints = tuple_new(args + 1, n - 1);
    }
    if (n == 0 || nkw + 1 > COUNT_OF(first)) {
        raise_type_error("TypeVar() takes a name, constraints and at most 5 keyword arguments");
    }
    first[0] = args[0];
    memcpy(first + 1, args + n, nkw * sizeof(Value));
    args_parse("TypeVar", spec, 1, first, kwnames, in);
    Value name = str_value(str_arg(in[0], "TypeVar() argument 'name'"));
    intptr_t kind = cls == &type_var_tuple_type ? KIND_TYPE_VAR_TUPLE
                    : cls == &param_spec_type   ? KIND_PARAM_SPEC
                    : is_present(constraints)   ? KIND_CONSTRAINED
                                                : KIND_TYPE_VAR;
    bool none = is_present(in[2]) && same(in[2], cell_value(&no_default_cell));
    Value bound = is_present(constraints) ? constraints : in[1];
    return param_new(kind, name, bound, none ? ABSENT : in[2], 0);
}

static Value type_alias_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_name, ARG_REQUIRED}, {N_value, ARG_REQUIRED},
                                   {N_type_params, ARG_KWONLY}, {NULL, 0}};
    Value in[3];
    args_parse("TypeAliasType", spec, n, args, kwnames, in);
    Value params = is_present(in[2]) ? tuple_from_iterable(in[2]) : cell_value(&empty_tuple);
    return alias_new(str_value(str_arg(in[0], "TypeAliasType() argument 'name'")), params, in[1], 0);
}

// ---- type parameters -----------------------------------------------------------------------------------

static Value param_repr(Value self) {
    return param_of(self)->name;
}

static Value param_or(BinaryOp op, Value a, Value b, bool reflected) {
    return op == OP_OR ? union_of(a, b) : NOT_IMPLEMENTED;
}

static bool is_constrained(const TypeParam *p) {
    return int_of(p->kind) == KIND_CONSTRAINED;
}

static Value get_name(Value self) {
    return param_of(self)->name;
}

static Value get_bound(Value self) {
    TypeParam *p = param_of(self);
    return is_constrained(p) ? NONE : evaluate(&p->bound, &p->lazy, LAZY_BOUND, NONE);
}

static Value get_constraints(Value self) {
    TypeParam *p = param_of(self);
    Value none = cell_value(&empty_tuple);
    return is_constrained(p) ? evaluate(&p->bound, &p->lazy, LAZY_BOUND, none) : none;
}

static Value get_default(Value self) {
    TypeParam *p = param_of(self);
    return evaluate(&p->fallback, &p->lazy, LAZY_DEFAULT, cell_value(&no_default_cell));
}

static Value has_default(Value self) {
    return bool_value(type_param_has_default(self));
}

static Value get_false(Value self) {
    return FALSE;
}

static Value get_true(Value self) {
    return TRUE;
}

// *Ts in a subscript gives the one item Ts itself.
static Value tuple_iter(Value self) {
    return op_iter(tuple_new(&self, 1));
}

static const Native param_methods[] = {
    GETTER(N___name__, get_name),
    GETTER(N___bound__, get_bound),
    GETTER(N___constraints__, get_constraints),
    GETTER(N___default__, get_default),
    METHOD_1(N_has_default, has_default),
    ROW_REDUCE(reduce_by_name),
    GETTER(N___covariant__, get_false),
    GETTER(N___contravariant__, get_false),
    GETTER(N___infer_variance__, get_true),
    NATIVE_END,
};

static const Ops param_ops = {.repr = param_repr, .binary = param_or, .create = type_var_create};
static const Ops tuple_param_ops = {
    .repr = param_repr, .binary = param_or, .iter = tuple_iter, .create = type_var_create,
};

const Type type_var_type = {
    {&type_type}, N_TypeVar, &param_ops, TYPE_FINAL | TYPE_TRACE_WORDS, sizeof(TypeParam), 'h', 0,
    &object_type, &type_var_type, {param_methods}, NULL, {NULL},
};
const Type type_var_tuple_type = {
    {&type_type}, N_TypeVarTuple, &tuple_param_ops, TYPE_FINAL | TYPE_TRACE_WORDS, sizeof(TypeParam), 'h', 0,
    &object_type, &type_var_tuple_type, {param_methods}, NULL, {NULL},
};
const Type param_spec_type = {
    {&type_type}, N_ParamSpec, &param_ops, TYPE_FINAL | TYPE_TRACE_WORDS, sizeof(TypeParam), 'h', 0,
    &object_type, &param_spec_type, {param_methods}, NULL, {NULL},
};

// ---- aliases ----------------------------------------------------------------------------------------

static Value alias_repr(Value self) {
    return alias_of(self)->name;
}

static Value alias_get_name(Value self) {
    return alias_of(self)->name;
}

static Value alias_get_value(Value self) {
    TypeAlias *a = alias_of(self);
    return evaluate(&a->value, &a->lazy, LAZY_VALUE, NONE);
}

static Value alias_get_params(Value self) {
    return alias_of(self)->params;
}

static Value alias_getitem(Value self, Value key) {
    if (tuple_of(alias_of(self)->params)->len == 0) {
        raise_type_error("Only generic type aliases are subscriptable");
    }
    return generic_alias_new(self, key);
}

static const Native alias_methods[] = {
    GETTER(N___name__, alias_get_name),
    ROW_REDUCE(reduce_by_name),
    GETTER(N___value__, alias_get_value),
    GETTER(N___type_params__, alias_get_params),
    GETTER(N___parameters__, alias_get_params),
    NATIVE_END,
};

static const Ops alias_ops = {
    .repr = alias_repr, .binary = param_or, .getitem = alias_getitem, .create = type_alias_create,
};
const Type type_alias_type = {
    {&type_type}, N_TypeAliasType, &alias_ops, TYPE_FINAL | TYPE_TRACE_WORDS, sizeof(TypeAlias), 'h', 0,
    &object_type, &type_alias_type, {alias_methods}, NULL, {NULL},
};

// ---- Generic ----------------------------------------------------------------------------------------

static Value generic_getitem(size_t n, const Value *args) { // cls, parameters
    if (same(args[0], type_value(&generic_type))) {
        return generic_alias_new(args[0], args[1]);
    }
    const Tuple *params = type_class_parameters(class_of(args[0]));
    Tuple *values = type_assign(args[0], params, args[1]);
    return generic_alias_new(args[0], cell_value(type_substitute(params, params, values)));
}

static const Native generic_methods[] = {
    CLASSMETHOD_VAR(N___class_getitem__, generic_getitem, 2, 2),
    NATIVE_END,
};
static const Ops generic_ops = {.repr = NULL};
const Type generic_type = {
    {&type_type}, N_Generic, &generic_ops, TYPE_TRACE_NONE, sizeof(Cell), 'h', 0, &object_type,
    &object_type, {generic_methods}, NULL, {NULL},
};
