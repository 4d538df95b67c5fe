// SPDX-License-Identifier: MIT
// coroutine.c: what `await`, `async for` and asynchronous generators need.
//
// An async generator's own yields are wrapped (async_value_type) to tell them from values that an
// await inside passes through to the event loop. Its __anext__, asend, athrow and aclose return an
// AsyncStep, an awaitable that drives the generator by one step.
#include "heap/heap.h"
#include "objects/iterators.h"
#include "vm/generator.h"
#include "vm/internal.h"
#include <assert.h>

// ---- await on coroutines -----------------------------------------------------------------------

typedef struct CoroutineWrapper { // what coroutine.__await__() returns
    Cell head;
    Value coroutine;
} CoroutineWrapper;

static const Type wrapper_type;
static Value wrapped(Value self) {
    assert(is_exact(self, &wrapper_type));
    return ((CoroutineWrapper *)cell_of(self))->coroutine;
}

static Value wrapper_next(Value self) {
    Value v;
    return generator_yielded_or_end(generator_send(wrapped(self), NONE, &v), v);
}

static Value wrapper_iter(Value self) {
    return self;
}

static Value wrapper_send(Value self, Value sent) {
    Value v;
    return generator_yielded_or_stop(generator_send(wrapped(self), sent, &v), v);
}

static Value wrapper_throw(size_t n, const Value *args) {
    Value v;
    Thrown t = thrown_arguments(n - 1, args + 1);
    return generator_yielded_or_stop(generator_throw(wrapped(args[0]), &t, &v), v);
}

static Value wrapper_close(Value self) {
    return generator_close(wrapped(self));
}

static const Native wrapper_methods[] = {
    METHOD_2(N_send, wrapper_send),
    METHOD_VAR(N_throw, wrapper_throw, 2, 4),
    METHOD_1(N_close, wrapper_close),
    NATIVE_END,
};
static const Ops wrapper_ops = {.iter = wrapper_iter, .next = wrapper_next};
static const Type wrapper_type = {.head = {&type_type}, .name = N_coroutine_wrapper,
                                  .ops = &wrapper_ops, .flags = TYPE_FINAL | TYPE_TRACE_WORDS,
                                  .payload = sizeof(CoroutineWrapper), .letter = 'h',
                                  .base = &object_type, .solid = &wrapper_type,
                                  .methods = wrapper_methods};

Value coroutine_await(Value self) {
    CoroutineWrapper *w = heap_alloc(&wrapper_type, sizeof *w);
    w->coroutine = self;
    return cell_value(w);
}

// ---- async generators ----------------------------------------------------------------------------

typedef struct AsyncValue {
    Cell head;
    Value value;
} AsyncValue;
static const Type async_value_type = {.head = {&type_type}, .name = N__async_value,
                                      .flags = TYPE_TRACE_WORDS, .payload = sizeof(AsyncValue),
                                      .letter = 'h'};

Value async_wrap(Value v) {
    AsyncValue *a = heap_alloc_raw(&async_value_type, sizeof *a);
    a->value = v;
    return cell_value(a);
}

typedef enum { STEP_SEND, STEP_THROW, STEP_CLOSE } StepKind;
typedef enum { STEP_NEW, STEP_BEGUN, STEP_ENDED } StepState;
typedef struct AsyncStep {
    Cell head;
    Value generator;
    Value argument; // what to send first; of athrow() a tuple of its arguments
    uint8_t kind, state;
} AsyncStep;

static const Type asend_type, athrow_type;
static bool is_step_type(const Type *t) {
    return t == &asend_type || t == &athrow_type;
}

static AsyncStep *step_of(Value v) {
    assert(is_step_type(type_of(v)));
    return (AsyncStep *)cell_of(v);
}

static void step_end(AsyncStep *s) {
    s->state = STEP_ENDED;
    generator_of(s->generator)->flags &= (uint8_t)~GEN_ASYNC_RUNNING;
}

// The generator has yielded v (or ended): what the awaiter sees. True: passed on to the event loop.
static bool step_outcome(AsyncStep *s, bool yielded, Value v, Value *result) {
    *result = v;
    if (yielded && !is_exact(v, &async_value_type)) {
        return true;
    }
    step_end(s);
    if (yielded && s->kind == STEP_CLOSE) {
        raise_runtime_error("async generator ignored GeneratorExit");
    }
    if (yielded) {
        *result = ((AsyncValue *)cell_of(v))->value;
        return false;
    }
    generator_of(s->generator)->flags |= GEN_ASYNC_CLOSED;
    if (s->kind == STEP_CLOSE) {
        *result = NONE;
        return false;
    }
    raise_again(exception_new(&stop_async_iteration_type, 0, NULL));
}

static bool is_async_end(Value exception) {
    return exception_matches(exception, &stop_async_iteration_type) ||
           exception_matches(exception, &generator_exit_type);
}

// Runs the generator: throws t, or if that is NULL sends v; aclose() takes the expected exceptions for
// its end.
static bool step_run(AsyncStep *s, const Thrown *t, Value v, Value *result) {
    Catch c;
    volatile bool yielded = false;
    if (TRY(c)) {
        yielded = t ? generator_throw(s->generator, t, result)
                    : generator_send(s->generator, v, result);
        catch_leave(&c);
    } else {
        step_end(s);
        if (!is_async_end(c.exception)) {
            raise_again(c.exception);
        }
        generator_of(s->generator)->flags |= GEN_ASYNC_CLOSED;
        if (s->kind != STEP_CLOSE) {
            raise_again(c.exception);
        }
        *result = NONE;
    }
    return step_outcome(s, yielded, *result, result);
}

static void step_check(const AsyncStep *s) {
    if (s->state == STEP_ENDED) {
        raise_runtime_error("cannot reuse already awaited %s", s->kind == STEP_SEND
                                                                   ? "__anext__()/asend()"
                                                                   : "aclose()/athrow()");
    }
}

// Takes the generator for s, of which no other awaitable may be under way.
static void step_begin(AsyncStep *s) {
    static const char *const names[] = {"anext", "athrow", "aclose"};
    Generator *g = generator_of(s->generator);
    if (g->flags & GEN_ASYNC_RUNNING) {
        s->state = STEP_ENDED;
        raise_runtime_error("%s(): asynchronous generator is already running", names[s->kind]);
    }
    s->state = STEP_BEGUN;
    g->flags |= GEN_ASYNC_RUNNING;
}

static bool step_begin_send(AsyncStep *s, Value sent, Value *result) {
    step_begin(s);
    return step_run(s, NULL, is_none(sent) ? s->argument : sent, result);
}

// athrow() and aclose() begin by throwing.
static bool step_begin_throw(AsyncStep *s, Value sent, Value *result) {
    Generator *g = generator_of(s->generator);
    if (!(g->flags & GEN_ASYNC_RUNNING)) {
        if (g->flags & GEN_ASYNC_CLOSED) {
            s->state = STEP_ENDED;
            raise_value(exception_new(&stop_async_iteration_type, 0, NULL));
        }
        if (!is_none(sent)) {
            raise_runtime_error("can't send non-None value to a just-started coroutine");
        }
    }
    step_begin(s);
    if (s->kind == STEP_CLOSE) {
        g->flags |= GEN_ASYNC_CLOSED;
        Thrown exit = thrown_exception(exception_new(&generator_exit_type, 0, NULL));
        return step_run(s, &exit, ABSENT, result);
    }
    const Tuple *args = tuple_of(s->argument);
    Thrown t = thrown_arguments(args->len, args->items);
    return step_run(s, &t, ABSENT, result);
}

static bool step_send(Value self, Value sent, Value *result) {
    AsyncStep *s = step_of(self);
    step_check(s);
    if (s->kind != STEP_SEND && generator_of(s->generator)->state == GEN_CLOSED) {
        s->state = STEP_ENDED;
        *result = NONE;
        return false;
    }
    if (s->state == STEP_BEGUN) {
        return step_run(s, NULL, sent, result);
    }
    return s->kind == STEP_SEND ? step_begin_send(s, sent, result)
                                : step_begin_throw(s, sent, result);
}

static bool step_throw(AsyncStep *s, const Thrown *t, Value *result) {
    step_check(s);
    if (s->state == STEP_NEW) {
        step_begin(s);
    }
    return step_run(s, t, ABSENT, result);
}

static Value step_next(Value self) {
    Value v;
    return generator_yielded_or_end(step_send(self, NONE, &v), v);
}

static Value step_send_method(Value self, Value sent) {
    Value v;
    return generator_yielded_or_stop(step_send(self, sent, &v), v);
}

static Value step_throw_method(size_t n, const Value *args) {
    AsyncStep *s = step_of(args[0]);
    step_check(s);
    Value v;
    Thrown t = thrown_arguments(n - 1, args + 1);
    return generator_yielded_or_stop(step_throw(s, &t, &v), v);
}

static Value step_close(Value self) {
    AsyncStep *s = step_of(self);
    if (s->state == STEP_ENDED) {
        return NONE;
    }
    Catch c;
    volatile bool yielded = false;
    if (TRY(c)) {
        Value v;
        Thrown exit = thrown_exception(exception_new(&generator_exit_type, 0, NULL));
        yielded = step_throw(s, &exit, &v);
        catch_leave(&c);
    } else if (!is_async_end(c.exception) &&
               !exception_matches(c.exception, &stop_iteration_type)) {
        raise_again(c.exception);
    }
    if (yielded) {
        raise_runtime_error("coroutine ignored GeneratorExit");
    }
    return NONE;
}

static void step_trace(Cell *cell, Visitor *v) {
    visit(v, &((AsyncStep *)cell)->generator);
    visit(v, &((AsyncStep *)cell)->argument);
}

static const Native step_methods[] = {
    METHOD_2(N_send, step_send_method),
    METHOD_VAR(N_throw, step_throw_method, 2, 4),
    METHOD_1(N_close, step_close),
    METHOD_1(N___await__, wrapper_iter),
    NATIVE_END,
};
static const Ops step_ops = {.iter = wrapper_iter, .next = step_next};
#define STEP_TYPE(NAME, SELF) \
    {.head = {&type_type}, .name = NAME, .ops = &step_ops, .flags = TYPE_FINAL, \
     .payload = sizeof(AsyncStep), .letter = 'h', .base = &object_type, .solid = SELF, \
     .methods = step_methods, .trace = step_trace}
static const Type asend_type = STEP_TYPE(N_async_generator_asend, &asend_type);
static const Type athrow_type = STEP_TYPE(N_async_generator_athrow, &athrow_type);

static Value step_new(Value generator, StepKind kind, Value argument) {
    AsyncStep *s = heap_alloc(kind == STEP_SEND ? &asend_type : &athrow_type, sizeof *s);
    s->generator = generator;
    s->kind = (uint8_t)kind;
    s->argument = argument;
    return cell_value(s);
}

Value async_generator_anext(Value self) {
    return step_new(self, STEP_SEND, NONE);
}

Value async_generator_asend(Value self, Value v) {
    return step_new(self, STEP_SEND, v);
}

Value async_generator_athrow(size_t n, const Value *args) {
    return step_new(args[0], STEP_THROW, tuple_new(args + 1, n - 1));
}

Value async_generator_aclose(Value self) {
    return step_new(self, STEP_CLOSE, NONE);
}

// ---- instructions ------------------------------------------------------------------------------------

bool vm_send(Value iterator, Value sent, Value *result) {
    const Type *t = type_of(iterator);
    if (t == &generator_type || t == &coroutine_type) {
        return generator_send(iterator, sent, result);
    }
    if (is_step_type(t)) {
        return step_send(iterator, sent, result);
    }
    if (t == &wrapper_type) {
        return generator_send(wrapped(iterator), sent, result);
    }
    if (!is_none(sent)) {
        return generator_step(attr_get(iterator, N_send), 1, &sent, result);
    }
    rt.thread->result = ABSENT;
    *result = op_next(iterator);
    if (is_present(*result)) {
        return true;
    }
    *result = iterator_result();
    return false;
}

Value vm_get_yield_from(const Function *f, Value v) {
    if (is_exact(v, &coroutine_type)) {
        if (!(f->code->flags & CODE_COROUTINE)) {
            raise_type_error("cannot 'yield from' a coroutine object in a non-coroutine generator");
        }
        return v;
    }
    return is_exact(v, &generator_type) ? v : op_iter(v);
}

Value vm_get_awaitable(Value v, const char *after) {
    if (is_exact(v, &coroutine_type)) {
        if (is_present(vm_delegate(v))) {
            raise_runtime_error("coroutine is being awaited already");
        }
        return v;
    }
    if (is_step_type(type_of(v))) {
        return v;
    }
    Value iterator;
    if (!call_special(v, N___await__, 0, NULL, &iterator)) {
        if (after) {
            raise_type_error("'async for' received an invalid object from %s: %T", after, v);
        }
        raise_type_error("'%T' object can't be awaited", v);
    }
    if (is_exact(iterator, &coroutine_type)) {
        raise_type_error("__await__() returned a coroutine");
    }
    if (!op_of(type_of(iterator)->ops, next)) {
        raise_type_error("__await__() returned non-iterator of type '%T'", iterator);
    }
    return iterator;
}

Value vm_get_aiter(Value v) {
    Value iterator;
    if (!call_special(v, N___aiter__, 0, NULL, &iterator)) {
        raise_type_error("'async for' requires an object with __aiter__ method, got %T", v);
    }
    if (is_absent(type_lookup(type_of(iterator), N___anext__))) {
        raise_type_error("'async for' received an object from __aiter__ that does not implement "
                         "__anext__: %T",
                         iterator);
    }
    return iterator;
}

Value vm_get_anext(Value v) {
    Value awaitable;
    if (!call_special(v, N___anext__, 0, NULL, &awaitable)) {
        raise_type_error("'async for' requires an iterator with __anext__ method, got %T", v);
    }
    return vm_get_awaitable(awaitable, "__anext__");
}
