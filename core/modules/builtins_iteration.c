// SPDX-License-Identifier: MIT
// builtins_iteration.c: the builtin functions that make, step and consume iterators.
#include "modules/builtins.h"
#include "objects/iterators.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

Value builtin_len(Value v) {
    return int_from(op_len(v));
}

Value builtin_all(Value iterable) {
    Value it = op_iter(iterable);
    for (Value v; is_present(v = op_next(it));) {
        if (!op_truth(v)) {
            return FALSE;
        }
        poll_pending();
    }
    return TRUE;
}

Value builtin_any(Value iterable) {
    Value it = op_iter(iterable);
    for (Value v; is_present(v = op_next(it));) {
        if (op_truth(v)) {
            return TRUE;
        }
        poll_pending();
    }
    return FALSE;
}

Value builtin_iter(size_t n, const Value *args) {
    if (n == 1) {
        return op_iter(args[0]);
    }
    if (!op_callable(args[0])) {
        raise_type_error("iter(v, w): v must be callable");
    }
    return callable_iterator_new(args[0], args[1]);
}

static bool is_iterator(Value v) {
    const Type *t = type_of(v);
    return op_of(t->ops, next) &&
           (!(t->flags & TYPE_HEAP) || is_present(type_lookup(t, N___next__)));
}

Value builtin_next(size_t n, const Value *args) {
    if (!is_iterator(args[0])) {
        raise_type_error("'%T' object is not an iterator", args[0]);
    }
    rt.thread->result = ABSENT;
    Value v = op_next(args[0]);
    if (is_present(v)) {
        return v;
    }
    if (n > 1) {
        rt.thread->result = ABSENT;
        return args[1];
    }
    iterator_raise_stop();
}

// ---- asynchronous ---------------------------------------------------------------------------

Value builtin_aiter(Value v) {
    Value it;
    if (!call_special(v, N___aiter__, 0, NULL, &it)) {
        raise_type_error("'%T' object is not an async iterable", v);
    }
    if (is_absent(type_lookup(type_of(it), N___anext__))) {
        raise_type_error("aiter() returned not an async iterator of type '%T'", it);
    }
    return it;
}

// What anext(it, default) returns: awaits it.__anext__(), and gives the default at its end.
typedef struct AnextAwaitable {
    Cell head;
    Value awaitable; // then the iterator of it
    Value fallback;
    Value stepping;  // TRUE once `awaitable` is the iterator
} AnextAwaitable;

static const Type anext_type;
static AnextAwaitable *anext_of(Value v) {
    assert(is_exact(v, &anext_type));
    return (AnextAwaitable *)cell_of(v);
}

static Value awaited_iterator(Value awaitable) {
    Value it;
    if (!call_special(awaitable, N___await__, 0, NULL, &it)) {
        raise_type_error("'%T' object can't be awaited", awaitable);
    }
    if (!op_of(type_of(it)->ops, next)) {
        raise_type_error("__await__() returned non-iterator of type '%T'", it);
    }
    return it;
}

static Value stepped_iterator(AnextAwaitable *a) {
    if (is_absent(a->stepping)) {
        a->awaitable = awaited_iterator(a->awaitable);
        a->stepping = TRUE;
    }
    return a->awaitable;
}

// One step, by the iterator's method `name` or, if that is NULL, its __next__: the value to hand
// out, or ABSENT with rt.thread->result set.
static Value anext_step(Value self, const Str *name, size_t n, const Value *args) {
    AnextAwaitable *a = anext_of(self);
    volatile Value v = ABSENT;
    Catch c;
    if (TRY(c)) {
        Value it = stepped_iterator(a);
        rt.thread->result = ABSENT;
        v = name ? op_call_method(it, name, n, args) : op_next(it);
        catch_leave(&c);
    } else {
        if (!exception_matches(c.exception, &stop_async_iteration_type)) {
            raise_again(c.exception);
        }
        iterator_returned(a->fallback);
    }
    return v;
}

static Value anext_next(Value self) {
    return anext_step(self, NULL, 0, NULL);
}

static Value value_or_stop(Value out) {
    if (is_absent(out)) {
        iterator_raise_stop();
    }
    return out;
}

static Value anext_send(Value self, Value v) {
    return value_or_stop(is_none(v) ? anext_next(self) : anext_step(self, N_send, 1, &v));
}

static Value anext_throw(size_t n, const Value *args) {
    return value_or_stop(anext_step(args[0], N_throw, n - 1, args + 1));
}

static Value anext_close(Value self) {
    bool can_close = is_present(attr_find(stepped_iterator(anext_of(self)), N_close));
    return can_close ? value_or_stop(anext_step(self, N_close, 0, NULL)) : NONE;
}

static const Native anext_methods[] = {
    METHOD_1(N___await__, iterator_self),
    METHOD_2(N_send, anext_send),
    METHOD_VAR(N_throw, anext_throw, 2, 4),
    METHOD_1(N_close, anext_close),
    NATIVE_END,
};
static const Ops anext_ops = {.iter = iterator_self, .next = anext_next};
static const Type anext_type = {
    .head = {&type_type}, .name = N_anext_awaitable, .ops = &anext_ops,
    .flags = TYPE_FINAL | TYPE_TRACE_WORDS, .payload = sizeof(AnextAwaitable), .letter = 'h',
    .base = &object_type, .solid = &anext_type, .methods = anext_methods,
};

Value builtin_anext(size_t n, const Value *args) {
    Value awaitable;
    if (!call_special(args[0], N___anext__, 0, NULL, &awaitable)) {
        raise_type_error("'%T' object is not an async iterator", args[0]);
    }
    if (n == 1) {
        return awaitable;
    }
    AnextAwaitable *a = heap_alloc(&anext_type, sizeof *a);
    a->awaitable = awaitable;
    a->fallback = args[1];
    return cell_value(a);
}

// ---- min, max, sorted -----------------------------------------------------------------------

typedef struct Extreme {
    Value best, best_key, key;
    CompareOp op; // replaces the best so far if (new op best)
} Extreme;

static void consider(Extreme *e, Value v) {
    Value key = is_present(e->key) ? op_call_1(e->key, v) : v;
    bool better = is_absent(e->best);
    if (!better && are_ints(key, e->best_key)) {
        intptr_t a = (intptr_t)key.bits, b = (intptr_t)e->best_key.bits;
        better = e->op == CMP_LT ? a < b : a > b;
    } else if (!better) {
        better = op_truth(op_compare(e->op, key, e->best_key));
    }
    if (better) {
        e->best = v;
        e->best_key = key;
    }
}

static Value extreme(const char *name, CompareOp op, size_t n, const Value *args,
                     const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_key, ARG_KWONLY}, {N_default, ARG_KWONLY}, {NULL, 0}};
    Value given[2];
    args_parse(name, spec, 0, args + n, kwnames, given);
    if (n == 0) {
        raise_type_error("%s expected at least 1 argument, got 0", name);
    }
    bool has_key = is_present(given[0]) && !is_none(given[0]);
    Extreme e = {ABSENT, ABSENT, has_key ? given[0] : ABSENT, op};
    if (n > 1) {
        if (is_present(given[1])) {
            raise_type_error("Cannot specify a default for %s() with multiple positional arguments",
                             name);
        }
        for (size_t i = 0; i < n; i++) {
            consider(&e, args[i]);
        }
        return e.best;
    }
    Value it = op_iter(args[0]);
    for (Value v; is_present(v = op_next(it));) {
        consider(&e, v);
        poll_pending();
    }
    if (is_absent(e.best) && is_absent(given[1])) {
        raise_value_error("%s() iterable argument is empty", name);
    }
    return is_present(e.best) ? e.best : given[1];
}

Value builtin_max(size_t n, const Value *args, const Tuple *kwnames) {
    return extreme("max", CMP_GT, n, args, kwnames);
}

Value builtin_min(size_t n, const Value *args, const Tuple *kwnames) {
    return extreme("min", CMP_LT, n, args, kwnames);
}

Value builtin_sorted(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_key, ARG_KWONLY}, {N_reverse, ARG_KWONLY}, {NULL, 0}};
    Value given[2];
    if (n != 1) {
        raise_type_error("sorted expected 1 argument, got %z", (intptr_t)n);
    }
    args_parse("sort", spec, 0, args + n, kwnames, given);
    Value list = list_from_iterable(args[0]);
    list_sort(list_of(list), given[0], is_present(given[1]) && op_truth(given[1]));
    return list;
}
