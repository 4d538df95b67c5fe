// SPDX-License-Identifier: MIT
// generator.c: generators and coroutines: a function's registers kept on the heap while it waits.
//
// Resuming copies the registers to the value stack, a yield copies them back. While it runs,
// `handled` holds the exception its resumer was handling; while it waits, its own.
#include "modules/hooks.h"
#include "objects/method.h"
#include "vm/generator.h"
#include "heap/heap.h"
#include "objects/iterators.h"
#include "vm/frame.h"
#include "vm/internal.h"
#include <assert.h>
#include <string.h>

_Static_assert(offsetof(Generator, regs) == 3 * WORD_BYTES + 8, "a generator without registers");

Value generator_new(Function *f, const Value *params) {
    const Code *c = f->code;
    const Type *type = c->flags & CODE_COROUTINE         ? &coroutine_type
                       : c->flags & CODE_ASYNC_GENERATOR ? &async_generator_type
                                                         : &generator_type;
    unsigned nparams = code_nparams(c), near = nparams, far = code_far(c);
    unsigned nregs = c->nregs + far;
    Generator *g = heap_alloc(type, sizeof *g + nregs * sizeof(Value));
    g->function = f;
    g->nregs = (uint16_t)nregs;
    if (far && nparams > LOCALS_NEAR) {
        near = LOCALS_NEAR;
    }
    memcpy(g->regs + far, params, near * sizeof(Value));
    for (unsigned i = near; i < nparams; i++) {
        g->regs[far - 1 - (i - near)] = params[i];
    }
    if (type != &async_generator_type && c->flags & CODE_HANDLERS && !finalise_add(&g->head)) {
        raise_memory_error(sizeof(uintptr_t));
    }
    return cell_value(g);
}

static void generator_trace(Cell *cell, Visitor *v) {
    Generator *g = (Generator *)cell;
    visit_cell(v, &g->function);
    visit(v, &g->handled);
    for (unsigned i = 0; i < g->nregs; i++) {
        visit(v, &g->regs[i]);
    }
}

// Length of YIELD and YIELDFROM, the instructions a generator waits at.
static unsigned yield_length(const uint8_t *pc) {
    return pc[0] == OP_CODE_YIELD ? 3 : 4;
}

Frame *generator_push(Generator *g, Value *regs, Value sent, unsigned kind) {
    assert(g->state != GEN_RUNNING && g->state != GEN_CLOSED);
    Function *f = g->function;
    Frame *frame = frame_enter(f, regs, 0, kind);
    memcpy(regs, g->regs, g->nregs * sizeof(Value)); // the far ones come first
    frame->object = cell_value(g);
    if (g->state == GEN_SUSPENDED) {
        const uint8_t *pc = code_bytes(f->code) + g->pc;
        if (is_present(sent)) {
            frame->regs[pc[1]] = sent;
            pc += yield_length(pc);
        }
        frame->pc = pc;
    }
    g->state = GEN_RUNNING;
    Value own = g->handled;
    g->handled = rt.thread->handled;
    if (g->flags & GEN_HANDLING) {
        assert(is_present(own));
        rt.thread->handled = own;
    }
    return frame;
}

void generator_save(Generator *g, Frame *frame) {
    assert(g->state == GEN_RUNNING);
    memcpy(g->regs, frame->regs - code_far(g->function->code), g->nregs * sizeof(Value));
    g->pc = (uint32_t)(frame->pc - code_bytes(g->function->code));
    g->state = GEN_SUSPENDED;
    Value own = rt.thread->handled, outer = g->handled;
    g->handled = g->flags & GEN_HANDLING ? own : ABSENT;
    rt.thread->handled = outer;
}

void generator_end(Generator *g) {
    assert(g->state == GEN_RUNNING);
    rt.thread->handled = g->handled;
    g->handled = ABSENT;
    g->flags &= (uint8_t)~GEN_HANDLING;
    g->state = GEN_CLOSED;
    memset(g->regs, 0, g->nregs * sizeof(Value));
}

// Resumes g with a value, or with an exception raised where it waits.
static bool resume(Generator *g, Value sent, Value exception, Value *result) {
    Thread *t = rt.thread;
    Value *saved = t->top;
    generator_push(g, t->top, sent, FRAME_ENTRY);
    if (is_present(exception) && g->flags & GEN_HANDLING) {
        exception_chain(exception);
    }
    bool yielded = vm_run(exception, result) == VM_YIELD;
    t->top = saved;
    return yielded;
}

static const char *kind_name(const Generator *g) {
    return g->head.type == &coroutine_type         ? "coroutine"
           : g->head.type == &async_generator_type ? "async generator"
                                                   : "generator";
}

static void check_not_running(const Generator *g) {
    if (g->state == GEN_RUNNING) {
        raise_value_error("%s already executing", kind_name(g));
    }
}

static void end_unstarted(Generator *g) {
    g->state = GEN_CLOSED;
    memset(g->regs, 0, g->nregs * sizeof(Value));
}

bool generator_send(Value v, Value sent, Value *result) {
    Generator *g = generator_of(v);
    check_not_running(g);
    if (g->state == GEN_CLOSED) {
        if (g->head.type == &coroutine_type) {
            raise_runtime_error("cannot reuse already awaited coroutine");
        }
        *result = NONE;
        return false;
    }
    if (g->state == GEN_CREATED && !is_none(sent)) {
        raise_type_error("can't send non-None value to a just-started %s", kind_name(g));
    }
    return resume(g, sent, ABSENT, result);
}

// The sub-iterator g waits for in YIELDFROM, or ABSENT.
static Value delegate_of(const Generator *g) {
    if (g->state != GEN_SUSPENDED) {
        return ABSENT;
    }
    const uint8_t *pc = code_bytes(g->function->code) + g->pc;
    return pc[0] == OP_CODE_YIELDFROM ? g->regs[code_far(g->function->code) + pc[3]] : ABSENT;
}

// After the sub-iterator ended with `value` by throw(): goes on after the SEND that waits for it.
// The YIELDFROM is followed by a jump back to that SEND.
static bool resume_after_delegate(Generator *g, Value value, Value *result) {
    const uint8_t *bytes = code_bytes(g->function->code), *pc = bytes + g->pc + 4;
    if (pc[0] == OP_CODE_JUMPW) {
        pc += 5 + (int32_t)((uint32_t)pc[1] | (uint32_t)pc[2] << 8 | (uint32_t)pc[3] << 16 |
                            (uint32_t)pc[4] << 24);
    } else {
        assert(pc[0] == OP_CODE_JUMP);
        pc += 3 + (int16_t)(pc[1] | pc[2] << 8);
    }
    assert(pc[0] == OP_CODE_SEND);
    Thread *t = rt.thread;
    Value *saved = t->top;
    Frame *frame = generator_push(g, t->top, ABSENT, FRAME_ENTRY);
    frame->regs[pc[1]] = value;
    frame->pc = pc + 6 + (int16_t)(pc[4] | pc[5] << 8);
    bool yielded = vm_run(ABSENT, result) == VM_YIELD;
    t->top = saved;
    return yielded;
}

static bool is_driven_here(Value iterator) {
    return is_exact(iterator, &generator_type) || is_exact(iterator, &coroutine_type);
}

static void report_ignored(Value closed, Value exception) {
    hook_unraisable("while closing generator", closed, exception);
}

static Value find_close(Value iterator) {
    Catch c;
    volatile Value close = ABSENT;
    if (TRY(c)) {
        close = attr_find(iterator, N_close);
        catch_leave(&c);
    } else {
        report_ignored(iterator, c.exception);
    }
    return close;
}

static void close_iterator(Value iterator) {
    if (is_driven_here(iterator)) {
        generator_close(iterator);
        return;
    }
    Value close = find_close(iterator);
    if (is_present(close)) {
        op_call_0(close);
    }
}

bool generator_step(Value method, size_t n, const Value *args, Value *result) {
    Catch c;
    volatile bool yielded = true;
    if (TRY(c)) {
        *result = op_call(method, n, args);
        catch_leave(&c);
    } else {
        if (!exception_matches(c.exception, &stop_iteration_type)) {
            raise_again(c.exception);
        }
        *result = attr_get(c.exception, N_value);
        yielded = false;
    }
    return yielded;
}

typedef enum { THROW_HERE, THROW_YIELDED, THROW_ENDED, THROW_FAILED } ThrowOutcome;

// The throw() of the sub-iterator of g, if it is to be called. What goes wrong in looking for it is not
// raised in g.
static Value delegate_method(Generator *g, Value iterator, const Thrown *t) {
    Catch c;
    volatile Value throw = ABSENT;
    if (is_driven_here(iterator) || thrown_matches(t, &generator_exit_type)) {
        return throw;
    }
    g->state = GEN_RUNNING;
    if (TRY(c)) {
        throw = attr_find(iterator, N_throw);
        catch_leave(&c);
    } else {
        g->state = GEN_SUSPENDED;
        raise_again(c.exception);
    }
    g->state = GEN_SUSPENDED;
    return throw;
}

// Throws into the sub-iterator, if it can take it: it yielded *result or ended with it.
static ThrowOutcome throw_to_delegate(Value iterator, Value throw, const Thrown *t, Value *result) {
    if (thrown_matches(t, &generator_exit_type)) {
        close_iterator(iterator);
        return THROW_HERE;
    }
    if (is_driven_here(iterator)) {
        return generator_throw(iterator, t, result) ? THROW_YIELDED : THROW_ENDED;
    }
    if (is_absent(throw)) {
        return THROW_HERE;
    }
    return generator_step(throw, t->n, t->at, result) ? THROW_YIELDED : THROW_ENDED;
}

// The same, or it raised *result.
static ThrowOutcome delegate_throw(Generator *g, Value iterator, const Thrown *t, Value *result) {
    Value throw = delegate_method(g, iterator, t);
    Catch c;
    volatile ThrowOutcome outcome = THROW_FAILED;
    g->state = GEN_RUNNING;
    if (TRY(c)) {
        outcome = throw_to_delegate(iterator, throw, t, result);
        catch_leave(&c);
    } else {
        *result = c.exception;
    }
    g->state = GEN_SUSPENDED;
    return outcome;
}

// Throwing into one that has not begun ends it before its first instruction, which no `try` guards.
static _Noreturn void throw_before_start(Generator *g, Value exception) {
    assert(g->state == GEN_CREATED && is_absent(g->handled));
    const Code *c = g->function->code;
    end_unstarted(g);
    exception_add_traceback(exception, g->function, 0, TRACEBACK_START);
    raise_again(vm_leaving_generator(c, exception));
}

static bool throw_here(Generator *g, const Thrown *t, Value *result) {
    Value exception = thrown_value(t);
    if (g->state == GEN_CREATED) {
        throw_before_start(g, exception);
    }
    if (g->state == GEN_CLOSED) {
        if (g->head.type == &coroutine_type) {
            raise_runtime_error("cannot reuse already awaited coroutine");
        }
        raise_again(exception);
    }
    return resume(g, ABSENT, exception, result);
}

bool generator_throw(Value v, const Thrown *t, Value *result) {
    Generator *g = generator_of(v);
    if (g->state == GEN_RUNNING) {
        thrown_value(t); // bad arguments are told of first
        check_not_running(g);
    }
    Value iterator = delegate_of(g);
    ThrowOutcome outcome = is_present(iterator) ? delegate_throw(g, iterator, t, result) : THROW_HERE;
    switch (outcome) {
    case THROW_YIELDED:
        return true;
    case THROW_ENDED:
        return resume_after_delegate(g, *result, result);
    case THROW_FAILED:
        return resume(g, ABSENT, *result, result);
    default:
        return throw_here(g, t, result);
    }
}

Value generator_close(Value v) {
    Generator *g = generator_of(v);
    check_not_running(g);
    if (g->state != GEN_SUSPENDED) {
        end_unstarted(g);
        return NONE;
    }
    Thrown exit = thrown_exception(exception_new(&generator_exit_type, 0, NULL));
    Value result = NONE;
    Catch c;
    volatile bool yielded = false;
    if (TRY(c)) {
        yielded = generator_throw(v, &exit, &result);
        catch_leave(&c);
    } else {
        if (!exception_matches(c.exception, &generator_exit_type) &&
            !exception_matches(c.exception, &stop_iteration_type)) {
            raise_again(c.exception);
        }
        result = NONE;
    }
    if (yielded) {
        raise_runtime_error("%s ignored GeneratorExit", kind_name(g));
    }
    return result;
}

void generator_finalise(Value v) {
    Catch c;
    if (TRY(c)) {
        generator_close(v);
        catch_leave(&c);
    } else {
        report_ignored(v, c.exception);
    }
}

// ---- methods -----------------------------------------------------------------------------------

Value generator_yielded_or_stop(bool yielded, Value v) {
    if (!yielded) {
        raise_stop_iteration(v);
    }
    return v;
}

Value generator_yielded_or_end(bool yielded, Value v) {
    return yielded ? v : iterator_returned(v);
}

static Value generator_next(Value self) {
    Value v;
    Generator *g = generator_of(self);
    if (g->state == GEN_CLOSED) {
        rt.thread->result = ABSENT;
        return ABSENT;
    }
    return generator_yielded_or_end(generator_send(self, NONE, &v), v);
}

static Value generator_send_method(Value self, Value sent) {
    Value v;
    return generator_yielded_or_stop(generator_send(self, sent, &v), v);
}

static Value generator_throw_method(size_t n, const Value *args) {
    Value v;
    Thrown t = thrown_arguments(n - 1, args + 1);
    return generator_yielded_or_stop(generator_throw(args[0], &t, &v), v);
}

static Value generator_repr(Value self) {
    Generator *g = generator_of(self);
    return str_formatted("<%s object %S at 0x%x>",
                         g->head.type == &async_generator_type ? "async_generator" : kind_name(g),
                         str_of(code_qualname(g->function->code)), (unsigned)self.bits);
}

static Value generator_self(Value self) {
    return self;
}

// Names are the function's; to give a generator another one it gets a copy of the function.
static Value get_name(Value self) {
    return attr_get(cell_value(generator_of(self)->function), N___name__);
}

static Value get_qualname(Value self) {
    return attr_get(cell_value(generator_of(self)->function), N___qualname__);
}

static void rename_generator(Value self, const Str *attribute, Value v) {
    if (is_absent(v) || !is_str(v)) {
        raise_type_error("%S must be set to a string object", attribute);
    }
    Generator *g = generator_of(self);
    Function *f = function_copy(g->function);
    Value name = get_name(self), qualname = get_qualname(self);
    FunctionExtra *x = function_extra(f);
    x->name = attribute == N___name__ ? v : name;
    x->qualname = attribute == N___qualname__ ? v : qualname;
    g->function = f;
}

static void set_name(Value self, Value v) {
    rename_generator(self, N___name__, v);
}

static void set_qualname(Value self, Value v) {
    rename_generator(self, N___qualname__, v);
}

static Value get_code(Value self) {
    return cell_value(generator_of(self)->function->code);
}

static Value get_running(Value self) {
    return bool_value(generator_of(self)->state == GEN_RUNNING);
}

// An async generator also runs while one of its awaitables waits.
static Value get_async_running(Value self) {
    return bool_value(generator_of(self)->flags & GEN_ASYNC_RUNNING);
}

static Value get_suspended(Value self) {
    return bool_value(generator_of(self)->state == GEN_SUSPENDED);
}

static Value get_none(Value self) {
    return NONE;
}

static Value get_delegate(Value self) {
    Value v = delegate_of(generator_of(self));
    return is_present(v) ? v : NONE;
}

static Value get_frame(Value self) {
    bool ended = generator_of(self)->state == GEN_CLOSED;
    return ended ? NONE : frame_object_of_generator(self);
}

static Value generator_del(Value self) { // as when it is dropped
    generator_finalise(self);
    return NONE;
}

#define DRIVING_METHODS \
    METHOD_2(N_send, generator_send_method), METHOD_VAR(N_throw, generator_throw_method, 2, 4), \
        METHOD_1(N_close, generator_close)
#define NAMES \
    GETSET(N___name__, get_name, set_name), GETSET(N___qualname__, get_qualname, set_qualname)

static const Native generator_methods[] = {
    DRIVING_METHODS,
    NAMES,
    METHOD_1(N___del__, generator_del),
    GETTER(N_gi_code, get_code),
    GETTER(N_gi_running, get_running),
    GETTER(N_gi_suspended, get_suspended),
    GETTER(N_gi_yieldfrom, get_delegate),
    GETTER(N_gi_frame, get_frame),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};
static const Native coroutine_methods[] = {
    DRIVING_METHODS,
    METHOD_1(N___await__, coroutine_await),
    NAMES,
    METHOD_1(N___del__, generator_del),
    GETTER(N_cr_code, get_code),
    GETTER(N_cr_running, get_running),
    GETTER(N_cr_suspended, get_suspended),
    GETTER(N_cr_await, get_delegate),
    GETTER(N_cr_origin, get_none),
    GETTER(N_cr_frame, get_frame),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};
static const Native async_generator_methods[] = {
    METHOD_1(N___anext__, async_generator_anext),
    METHOD_2(N_asend, async_generator_asend),
    METHOD_VAR(N_athrow, async_generator_athrow, 2, 4),
    METHOD_1(N_aclose, async_generator_aclose),
    METHOD_1(N___aiter__, generator_self),
    NAMES,
    METHOD_1(N___del__, generator_del),
    GETTER(N_ag_code, get_code),
    GETTER(N_ag_running, get_async_running),
    GETTER(N_ag_suspended, get_suspended),
    GETTER(N_ag_await, get_delegate),
    GETTER(N_ag_frame, get_frame),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};

static const Ops generator_ops = {
    .repr = generator_repr, .iter = generator_self, .next = generator_next};
static const Ops waiting_ops = {.repr = generator_repr}; // not iterated but awaited

#define GENERATOR_TYPE(NAME, OPS, METHODS, SELF) \
    {.head = {&type_type}, .name = NAME, .ops = OPS, .flags = TYPE_FINAL | TYPE_WEAK, \
     .payload = sizeof(Generator), .letter = 'h', .base = &object_type, .solid = SELF, \
     .methods = METHODS, .trace = generator_trace}
const Type generator_type =
    GENERATOR_TYPE(N_generator, &generator_ops, generator_methods, &generator_type);
const Type coroutine_type =
    GENERATOR_TYPE(N_coroutine, &waiting_ops, coroutine_methods, &coroutine_type);
const Type async_generator_type = GENERATOR_TYPE(N_async_generator, &waiting_ops,
                                                 async_generator_methods, &async_generator_type);

Value vm_delegate(Value generator) {
    return delegate_of(generator_of(generator));
}
