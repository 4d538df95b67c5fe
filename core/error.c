// SPDX-License-Identifier: MIT
// error.c: raising and catching in C; checked sizes; the C stack.
//
// A raise stores the exception in the innermost Catch and jumps there. Catches form a list
// through the C stack; whoever enters one leaves it, or is jumped to (then it is already left).
#include "error.h"
#include "objects/exception.h"
#include "objects/protocol.h"
#include "port.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

void catch_enter(Catch *c) {
    Thread *th = rt.thread;
    c->outer = th->catcher;
    c->frame = th->frame;
    c->top = th->top;
    c->exception = ABSENT;
    th->catcher = c;
}

void catch_leave(Catch *c) {
    assert(rt.thread->catcher == c);
    rt.thread->catcher = c->outer;
}

bool catch_landed(Catch *c) {
    Thread *th = rt.thread;
    th->frame = c->frame;
    th->top = c->top;
    return false;
}

_Noreturn void raise_again(Value exception) {
    Thread *th = rt.thread;
    Catch *c = th->catcher;
    assert(is_exception(exception));
    if (!c) {
        port_fatal("exception outside of any handler");
    }
    rt.heap.raising = RAISING_NOTHING;
    c->exception = exception;
    th->exception = exception;
    th->catcher = c->outer;
    longjmp(c->buf, 1);
}

// Makes `handled` the context of e. A cycle through older contexts is cut first; the second
// pointer (Floyd) ends the walk if the chain already is a cycle that does not contain e.
static void set_context(Exception *e, Value handled) {
    assert(is_exception(handled));
    Value slow = handled;
    bool step = false;
    for (Value o = handled; is_present(exception_of(o)->context);) {
        Value next = exception_of(o)->context;
        if (same(next, cell_value(e))) {
            exception_of(o)->context = ABSENT;
            break;
        }
        o = next;
        if (same(o, slow)) {
            break;
        }
        slow = step ? exception_of(slow)->context : slow;
        step = !step;
    }
    e->context = handled;
}

void exception_chain(Value exception) {
    assert(is_exception(exception));
    Value handled = rt.thread->handled;
    if (is_present(handled) && is_exception(handled) && !same(handled, exception)) {
        set_context(exception_of(exception), handled);
    }
}

_Noreturn void raise_value(Value exception) {
    exception_chain(exception);
    raise_again(exception);
}

_Noreturn void raise_error_v(const Type *type, const char *format, va_list list) {
    raise_value(exception_formatted_v(type, format, list));
}

_Noreturn void raise_error(const Type *type, const char *format, ...) {
    va_list list;
    va_start(list, format);
    raise_error_v(type, format, list);
}

_Noreturn void raise_type_error(const char *format, ...) {
    va_list list;
    va_start(list, format);
    raise_error_v(&type_error_type, format, list);
}

_Noreturn void raise_value_error(const char *format, ...) {
    va_list list;
    va_start(list, format);
    raise_error_v(&value_error_type, format, list);
}

_Noreturn void raise_index_error(const char *format, ...) {
    va_list list;
    va_start(list, format);
    raise_error_v(&index_error_type, format, list);
}

_Noreturn void raise_key_error(Value key) {
    raise_value(exception_new(&key_error_type, 1, &key));
}

_Noreturn void raise_overflow(const char *format, ...) {
    va_list list;
    va_start(list, format);
    raise_error_v(&overflow_error_type, format, list);
}

_Noreturn void raise_zero_division(const char *format, ...) {
    va_list list;
    va_start(list, format);
    raise_error_v(&zero_division_error_type, format, list);
}

_Noreturn void raise_runtime_error(const char *format, ...) {
    va_list list;
    va_start(list, format);
    raise_error_v(&runtime_error_type, format, list);
}

// Makes a preallocated exception look new.
static Exception *reuse(Value exception, const Type *type) {
    assert(is_exception(exception) && type->flags & TYPE_EXCEPTION);
    if (!is_cell(exception)) {
        port_fatal("out of memory before start");
    }
    Exception *e = exception_of(exception);
    e->head.type = type;
    e->args = cell_value(&empty_tuple);
    e->traceback = e->cause = e->context = e->extra = ABSENT;
    e->suppress_context = 0;
    return e;
}

// The size asked for is kept in `extra`, 0 if the heap was locked; the message is made from it when
// somebody asks.
_Noreturn void raise_memory_error(size_t bytes) {
    Exception *e = reuse(rt.roots.memory_error, &memory_error_type);
    size_t most = (size_t)SMALL_INT_MAX;
    bytes = rt.heap.lock_depth ? 0 : bytes < most ? bytes : most;
    e->extra = int_value((intptr_t)bytes);
    raise_value(cell_value(e));
}

static const struct {
    Cell head;
    size_t len;
    Value items[1];
} too_deep = {{&tuple_type}, 1, {CONST_VALUE(N__too_deep)}};

// One whose arguments are const: without memory for the exception itself it is the spare one.
static _Noreturn void raise_const(const Type *type, const void *args) {
    Exception *e = heap_try_alloc(type, sizeof(Exception));
    if (!e) {
        e = reuse(rt.roots.spare_error, type);
    }
    e->args = cell_value(args);
    raise_value(cell_value(e));
}

_Noreturn void raise_recursion_error(const char *where) {
    raise_const(&recursion_error_type, &too_deep);
}

_Noreturn void poll_raise(void) {
    interrupt_clear();
    rt.interrupted = true;
    raise_const(&keyboard_interrupt_type, &empty_tuple);
}

_Noreturn void raise_stop_iteration(Value value) {
    bool valued = is_present(value) && !is_none(value);
    raise_value(exception_new(&stop_iteration_type, valued, &value));
}

static const Type *attribute_owner(Value object, const char **format) {
    if (is_class(object)) {
        *format = "type object '%S' has no attribute '%S'";
        return class_of(object);
    }
    *format = "'%S' object has no attribute '%S'";
    return type_of(object);
}

// Of the message that a module has no such attribute.
static const char *module_format(Value module, const Str *name) {
    if (!name) { // not initialised, or it was deleted
        return "module has no attribute '%S'";
    }
    return module_is_initializing(module)
               ? "partially initialized module '%S' has no attribute '%S' (most likely due to a "
                 "circular import)"
               : "module '%S' has no attribute '%S'";
}

_Noreturn void raise_attribute_error(Value object, const Str *name) {
    const char *format;
    const Str *owner = attribute_owner(object, &format)->name;
    if (is_kind(object, &module_type)) {
        owner = module_name(object);
        format = module_format(object, owner);
    }
    rt.heap.raising = RAISING_EXCEPTION;
    Value exc = exception_formatted(&attribute_error_type, format, owner ? owner : name, name);
    exception_set_field(exc, N_name, str_value(name));
    exception_set_field(exc, N_obj, object);
    raise_value(exc);
}

_Noreturn void raise_name_error(const Str *name) {
    rt.heap.raising = RAISING_EXCEPTION;
    Value exc = exception_formatted(&name_error_type, "name '%S' is not defined", name);
    exception_set_field(exc, N_name, str_value(name));
    raise_value(exc);
}

bool exception_matches(Value exception, const Type *type) {
    assert(type->flags & TYPE_EXCEPTION);
    return is_instance(exception, type);
}

size_t size_add(size_t a, size_t b) {
    if (UNLIKELY(a > SIZE_MAX / 2 || b > SIZE_MAX / 2 - a)) {
        raise_memory_error(SIZE_MAX);
    }
    return a + b;
}

size_t size_mul(size_t a, size_t b) {
    if (UNLIKELY(b != 0 && a > SIZE_MAX / 2 / b)) {
        raise_memory_error(SIZE_MAX);
    }
    return a * b;
}

// Checkers would put space around the array, and leave old words above it.
__attribute__((no_sanitize("address"))) NOINLINE void stack_wipe(void) {
    void *(*volatile set)(void *, int, size_t) = memset; // else it was dropped: nobody looks
    uintptr_t free[CONFIG_STACK_WIPE / sizeof(uintptr_t)];
    if ((uintptr_t)free > (uintptr_t)rt.thread->c_stack_limit) {
        set(free, 0, sizeof free);
    }
}

COLD static _Noreturn void stack_stopped(uintptr_t at) {
    if (at < (uintptr_t)rt.thread->c_stack_limit) {
        raise_recursion_error(NULL);
    }
    assert(rt.interrupt);
    poll_raise();
}

void stack_check(void) {
    char here;
    if (UNLIKELY((uintptr_t)&here < rt.stack_stop)) {
        stack_stopped((uintptr_t)&here);
    }
}
