// SPDX-License-Identifier: MIT
// throw.c: the arguments of throw() of generators, coroutines and what they await.
#include "error.h"
#include "objects/exception.h"
#include "objects/protocol.h"
#include "vm/generator.h"
#include <assert.h>

Thrown thrown_arguments(size_t n, const Value *args) {
    assert(n >= 1 && n <= THROWN_MOST);
    Thrown t = {n, {args[0], n > 1 ? args[1] : NONE, n > 2 ? args[2] : NONE}};
    return t;
}

Thrown thrown_exception(Value exc) {
    return thrown_arguments(1, &exc);
}

bool thrown_matches(const Thrown *t, const Type *type) {
    Value x = t->at[0];
    return is_exception_class(x) ? is_subtype(class_of(x), type)
                                 : is_exception(x) && is_subtype(type_of(x), type);
}

static Value instantiate(Value cls, Value v) {
    bool is_args = is_exact(v, &tuple_type);
    size_t n = is_none(v) ? 0 : is_args ? tuple_of(v)->len : 1;
    return exception_instantiate(cls, n, is_args ? tuple_of(v)->items : &v, false);
}

// An instance is taken as it is; a tuple is the arguments, anything else the only one.
static Value from_class(Value cls, Value v) {
    if (is_exception(v) && is_subtype(type_of(v), class_of(cls))) {
        return v;
    }
    Catch c;
    Value exc = ABSENT;
    if (TRY(c)) {
        exc = instantiate(cls, v);
        catch_leave(&c);
        return exc;
    }
    return c.exception;
}

Value thrown_value(const Thrown *t) {
    Value x = t->at[0], traceback = t->at[2];
    if (!is_none(traceback) && !is_exact(traceback, &traceback_type)) {
        raise_type_error("throw() third argument must be a traceback object");
    }
    bool is_instance = is_exception(x);
    if (is_instance && !is_none(t->at[1])) {
        raise_type_error("instance exception may not have a separate value");
    }
    if (!is_instance && !is_exception_class(x)) {
        raise_type_error("exceptions must be classes or instances deriving from BaseException, not "
                         "%T", x);
    }
    Value exc = is_instance ? x : from_class(x, t->at[1]);
    if (!is_none(traceback)) {
        exception_of(exc)->traceback = traceback;
    }
    return exc;
}
