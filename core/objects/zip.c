// SPDX-License-Identifier: MIT
// zip.c: zip(*iterables, strict=False), and the stepping of several iterators that map shares.
#include "objects/zip.h"
#include "objects/iterators.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>
#include <string.h>

typedef struct Zip {
    Cell head;
    Value iterators; // tuple; ABSENT in a subclass's instance not yet made, or after the end
    uintptr_t strict;
} Zip;

Value iterators_of(size_t n, const Value *iterables) {
    Tuple *t = tuple_alloc(n);
    for (size_t i = 0; i < n; i++) {
        t->items[i] = op_iter(iterables[i]);
    }
    return cell_value(t);
}

bool strict_argument(const char *function, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_strict, ARG_KWONLY}, {NULL, 0}};
    Value strict = ABSENT;
    if (kwnames) {
        args_parse(function, spec, 0, args + n, kwnames, &strict);
    }
    return is_present(strict) && op_truth(strict);
}

static _Noreturn void raise_lengths(const char *function, size_t i, const char *how) {
    assert(i > 0);
    raise_value_error(i == 1 ? "%s() argument %z is %s than argument 1"
                             : "%s() argument %z is %s than arguments 1-%z",
                      function, (intptr_t)i + 1, how, (intptr_t)i);
}

// Iterator `ended` has ended: for strict stepping, all must.
static void check_lengths(const char *function, const Tuple *iterators, size_t ended) {
    assert(ended < iterators->len);
    if (ended) {
        raise_lengths(function, ended, "shorter");
    }
    for (size_t i = 1; i < iterators->len; i++) {
        if (is_present(op_next(iterators->items[i]))) {
            raise_lengths(function, i, "longer");
        }
    }
}

bool step_all(const char *function, Value iterators, bool strict, Value *out) {
    assert(is_tuple(iterators));
    const Tuple *t = tuple_of(iterators);
    for (size_t i = 0; i < t->len; i++) {
        Value v = op_next(t->items[i]);
        if (is_absent(v)) {
            if (strict) {
                check_lengths(function, t, i);
                iterator_ended();
            }
            return false;
        }
        out[i] = v;
        rt.thread->result = ABSENT;
    }
    return t->len != 0;
}

static Value zip_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    bool strict = strict_argument("zip", n, args, kwnames);
    Value iterators = iterators_of(n, args);
    Zip *z = (Zip *)cell_new_for(cls);
    z->iterators = iterators;
    z->strict = strict;
    return cell_value(z);
}

size_t zip_width(Value self) {
    const Zip *z = (Zip *)cell_of(self);
    return is_absent(z->iterators) ? 0 : tuple_of(z->iterators)->len;
}

bool zip_step(Value self, Value *out) {
    assert_hot(is_kind(self, &zip_type));
    stack_check();
    Zip *z = (Zip *)cell_of(self);
    size_t n = zip_width(self);
    assert_hot(n <= ZIP_PARTS);
    Value items[ZIP_PARTS];
    if (n == 0 || !step_all("zip", z->iterators, z->strict, items)) {
        return false;
    }
    memcpy(out, items, n * sizeof *out);
    return true;
}

static Value zip_next(Value self) {
    assert(is_kind(self, &zip_type));
    stack_check();
    Zip *z = (Zip *)cell_of(self);
    size_t n = zip_width(self);
    if (n == 0) {
        return ABSENT;
    }
    Tuple *t = tuple_alloc(n);
    return step_all("zip", z->iterators, z->strict, t->items) ? cell_value(t) : ABSENT;
}

static void zip_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((Zip *)cell)->iterators);
}

Value reduced_strict(const Type *cls, Value args, bool strict) {
    Value made = type_value(cls);
    return strict ? reduced_with_state(made, args, TRUE) : tuple_pair(made, args);
}

static Value zip_reduce(Value self) {
    const Zip *z = (Zip *)cell_of(self);
    Value iterators = is_present(z->iterators) ? z->iterators : cell_value(&empty_tuple);
    return reduced_strict(type_of(self), iterators, z->strict);
}

static Value zip_setstate(Value self, Value strict) {
    bool yes = op_truth(strict);
    ((Zip *)cell_of(self))->strict = yes;
    return NONE;
}

static const Native zip_methods[] = {
    ROW_REDUCE(zip_reduce),
    METHOD_2(N___setstate__, zip_setstate),
    NATIVE_END,
};
static const Ops zip_ops = {.iter = iterator_self, .next = zip_next, .create = zip_create};
const Type zip_type = {
    .head = {&type_type}, .name = N_zip, .ops = &zip_ops, .payload = sizeof(Zip), .letter = 'h',
    .base = &object_type, .solid = &zip_type, .methods = zip_methods, .trace = zip_trace,
};
