// SPDX-License-Identifier: MIT
// singletons.c: None, Ellipsis, NotImplemented, True and False: const cells, and the types of the
// first three (bool's type is with the numbers).
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "error.h"
#include "text/str.h"

const Cell none_cell = {&none_type};
const Cell true_cell = {&bool_type};
const Cell false_cell = {&bool_type};
const Cell ellipsis_cell = {&ellipsis_type};
const Cell not_implemented_cell = {&not_implemented_type};

static void no_arguments(const Str *name, size_t n, const Tuple *kwnames) {
    if (n || kwnames) {
        raise_type_error("%S takes no arguments", name);
    }
}

static Value none_repr(Value self) {
    return str_value(N_None);
}

static intptr_t none_hash(Value self) {
    return 0x7ca86420; // the same in every run
}

static bool none_truth(Value self) {
    return false;
}

static Value none_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    no_arguments(cls->name, n, kwnames);
    return NONE;
}

static Value ellipsis_repr(Value self) {
    return str_value(N_Ellipsis);
}

static intptr_t ellipsis_hash(Value self) {
    return 0x7ca86421;
}

static Value ellipsis_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    no_arguments(cls->name, n, kwnames);
    return ELLIPSIS;
}

static Value not_implemented_repr(Value self) {
    return str_value(N_NotImplemented);
}

static intptr_t not_implemented_hash(Value self) {
    return 0x7ca86422;
}

static bool not_implemented_truth(Value self) {
    raise_type_error("NotImplemented should not be used in a boolean context");
}

static Value not_implemented_create(const Type *cls, size_t n, const Value *args,
                                    const Tuple *kwnames) {
    no_arguments(cls->name, n, kwnames);
    return NOT_IMPLEMENTED;
}

static const Ops none_ops = {
    .repr = none_repr, .hash = none_hash, .truth = none_truth, .create = none_create,
};
static const Ops ellipsis_ops = {
    .repr = ellipsis_repr, .hash = ellipsis_hash, .create = ellipsis_create,
};
static const Ops not_implemented_ops = {
    .repr = not_implemented_repr, .hash = not_implemented_hash, .truth = not_implemented_truth,
    .create = not_implemented_create,
};

static const Native named_methods[] = {ROW_REDUCE(reduce_by_name), NATIVE_END};

#define SINGLETON_TYPE(NAME, TITLE, OPS, ROWS) \
    const Type NAME = { \
        .head = {&type_type}, .name = TITLE, .ops = OPS, .flags = TYPE_FINAL | TYPE_TRACE_NONE, \
        .payload = sizeof(Cell), .letter = 'h', .base = &object_type, .solid = &NAME, \
        .methods = ROWS, \
    }
SINGLETON_TYPE(none_type, N_NoneType, &none_ops, NULL);
SINGLETON_TYPE(ellipsis_type, N_ellipsis, &ellipsis_ops, named_methods);
SINGLETON_TYPE(not_implemented_type, N_NotImplementedType, &not_implemented_ops, named_methods);
