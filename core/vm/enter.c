// SPDX-License-Identifier: MIT
// enter.c: from a call to a frame, and from C into the loop.
//
// Frames grow down from the end of the value stack, registers up; where they would meet, or at
// sys.setrecursionlimit(), a call raises RecursionError. One setjmp per entry from C (vm_run): an
// exception comes back there, is given to the innermost frame that handles it, and the loop goes on.
#include "vm/frame.h"
#include "vm/internal.h"
#include <assert.h>
#include <string.h>

_Static_assert(sizeof(Frame) == 5 * WORD_BYTES, "size of a frame without registers");

Frame *frame_push(Function *f, Value *regs, unsigned nparams, unsigned kind) {
    Thread *t = rt.thread;
    const Code *c = f->code;
    Frame *frame = t->frame - 1;
    assert_hot(nparams <= c->nregs);
    if (UNLIKELY((char *)(regs + c->nregs + STACK_MARGIN) > (char *)frame ||
                 frame < t->frame_limit)) {
        raise_recursion_error(NULL);
    }
    // volatile, or compilers call memset() for these few.
    for (volatile Value *r = regs + nparams, *end = regs + c->nregs; r < end; r++) {
        r->bits = ABSENT.bits;
    }
    frame->regs = regs;
    frame->pc = c->bytes;
    frame->function = f;
    frame->object = ABSENT;
    frame->kind = kind;
    t->frame = frame;
    t->top = regs + c->nregs;
    return frame;
}

// Near registers go above the far ones, far parameters to their places.
static Frame *push_far(Function *f, Value *args, unsigned nparams, unsigned kind) {
    Thread *t = rt.thread;
    const Code *c = f->code;
    unsigned far = code_far(c), params = nparams > LOCALS_NEAR ? nparams - LOCALS_NEAR : 0;
    Value *regs = args + far;
    assert(params <= far);
    if ((char *)(regs + c->nregs + STACK_MARGIN) > (char *)(t->frame - 1)) {
        raise_recursion_error(NULL);
    }
    memmove(regs, args, nparams * sizeof(Value));
    for (unsigned i = 0; i < params; i++) {
        regs[-1 - (ptrdiff_t)i] = regs[LOCALS_NEAR + i];
    }
    memset(args, 0, (far - params) * sizeof(Value));
    return frame_push(f, regs, nparams - params, kind);
}

Frame *frame_enter(Function *f, Value *args, unsigned nparams, unsigned kind) {
    const Code *c = f->code;
    Frame *frame = c->flags & CODE_FAR ? push_far(f, args, nparams, kind)
                                       : frame_push(f, args, nparams, kind);
    frame->pc = code_bytes(c);
    return frame;
}

bool vm_enter_function(Function *f, size_t n, Value *args, const Tuple *kwnames, unsigned kind,
                       Value object, Value *out) {
    const Code *c = f->code;
    unsigned nparams = code_npos(c);
    if (kwnames || n != nparams || (c->flags & (CODE_VARARGS | CODE_VARKW | CODE_KWONLY))) {
        rt.thread->top = args + n + (kwnames ? kwnames->len : 0);
        nparams = function_bind(f, n, args, kwnames, args);
    }
    rt.thread->top = args + nparams;
    if (c->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) {
        *out = generator_new(f, args);
        if (kind == FRAME_INIT) {
            raise_type_error("__init__() should return None, not '%T'", *out);
        }
        return false;
    }
    Frame *frame = frame_enter(f, args, nparams, kind);
    frame->object = object;
    return true;
}

Value vm_call_native(const Native *f, size_t n, Value *args) {
    if (f->head.type == &native_method_type && n) {
        args[0] = native_self(f, args[0]);
    }
    switch (f->kind) {
    case NATIVE_0:
        if (n == 0) {
            return f->fn.f0();
        }
        break;
    case NATIVE_1:
        if (n == 1) {
            return f->fn.f1(args[0]);
        }
        break;
    case NATIVE_2:
        if (n == 2) {
            return f->fn.f2(args[0], args[1]);
        }
        break;
    case NATIVE_3:
        if (n == 3) {
            return f->fn.f3(args[0], args[1], args[2]);
        }
        break;
    case NATIVE_VAR:
        if (n >= f->min && (n <= f->max || f->max == NATIVE_MANY)) {
            return f->fn.var(n, args);
        }
        break;
    }
    return native_call(cell_value(f), n, args, NULL); // keywords, or an error
}

// The __init__ of a class whose call only makes an instance and initialises it, when that is a
// Python function; else ABSENT. Remembered in the attribute cache under a name of its own.
static Value plain_init(const Type *cls) {
    AttrCacheLine *line = attr_line_find(cls, N__internal);
    if (LIKELY(line)) {
        return line->value;
    }
    Value init = ABSENT;
    if (!class_is_plain(cls, &init) || !is_exact(init, &function_type)) {
        init = ABSENT;
    }
    line = attr_line_claim(cls, N__internal);
    line->value = init;
    line->kind = ATTR_DESCR;
    return init;
}

bool vm_call_other(Value callee, size_t n, Value *args, const Tuple *kwnames) {
    if (is_exact(callee, &function_type)) {
        return vm_enter_function(function_of(callee), n, args, kwnames, FRAME_CALL, ABSENT, &args[-1]);
    }
    if (is_exact(callee, &method_type)) {
        Method *m = (Method *)cell_of(callee);
        if (is_exact(m->function, &function_type)) {
            args[-1] = m->self;
            return vm_enter_function(function_of(m->function), n + 1, args - 1, kwnames, FRAME_CALL,
                                     ABSENT, &args[-1]);
        }
    }
    rt.thread->top = args + n + (kwnames ? kwnames->len : 0);
    if (is_exact(callee, &type_type) && (class_of(callee)->flags & TYPE_HEAP)) {
        Value init = plain_init(class_of(callee));
        if (is_present(init)) { // the instance is made here, __init__ entered as a frame
            args[-1] = cell_value(instance_new(class_of(callee)));
            return vm_enter_function(function_of(init), n + 1, args - 1, kwnames, FRAME_INIT,
                                     args[-1], &args[-1]);
        }
    }
    args[-1] = op_call_kw(callee, n, args, kwnames);
    return false;
}

Value vm_call_super(const Value *at) {
    if (!same(at[0], type_value(&super_type))) {
        return op_call(at[0], 0, NULL);
    }
    if (is_absent(at[2])) {
        raise_runtime_error("super(): arg[0] deleted");
    }
    return op_call(at[0], 2, at + 1);
}

// Room for n more words above the top of the stack.
static Value *reserve(size_t n) {
    Thread *t = rt.thread;
    if (n > (size_t)((Value *)(void *)t->frame - t->top) ||
        (size_t)((Value *)(void *)t->frame - t->top) - n < STACK_MARGIN) {
        raise_recursion_error(NULL);
    }
    return t->top;
}

static COLD _Noreturn void raise_no_keyword(Value callee) {
    if (!op_callable(callee)) {
        raise_type_error("'%T' object is not callable", callee);
    }
    raise_type_error("keywords must be strings");
}

bool vm_call_spread(Value *at) {
    Value *items;
    size_t n, nkw = is_present(at[2]) ? dict_len(dict_of(at[2])) : 0;
    if (is_tuple(at[1])) {
        n = tuple_of(at[1])->len;
        items = tuple_of(at[1])->items;
    } else {
        n = list_of(at[1])->len;
        items = n ? list_of(at[1])->items->at : NULL;
    }
    Value *args = reserve(n + nkw + 1) + 1;
    args[-1] = ABSENT;
    if (n) {
        memcpy(args, items, n * sizeof(Value));
    }
    rt.thread->top = args + n;
    Tuple *kwnames = nkw ? tuple_alloc(nkw) : NULL;
    Value key, v;
    size_t pos = 0;
    for (size_t i = 0; i < nkw && dict_next(dict_of(at[2]), &pos, &key, &v); i++) {
        Value name = unbox(key);
        if (!is_str(name)) {
            raise_no_keyword(at[0]);
        }
        kwnames->items[i] = str_value(str_intern(name));
        args[n + i] = v;
        rt.thread->top++;
    }
    if (vm_call_other(at[0], n, args, kwnames)) {
        return true;
    }
    at[0] = args[-1];
    return false;
}

// ---- from C into the loop ---------------------------------------------------------------------

Value vm_leaving_generator(const Code *c, Value exception) {
    assert(is_exception(exception));
    bool is_async = c->flags & CODE_ASYNC_GENERATOR;
    const char *what = is_async                   ? "async generator"
                       : c->flags & CODE_COROUTINE ? "coroutine"
                                                   : "generator";
    const char *which = NULL;
    if (exception_matches(exception, &stop_iteration_type)) {
        which = "StopIteration";
    } else if (is_async && exception_matches(exception, &stop_async_iteration_type)) {
        which = "StopAsyncIteration";
    }
    if (!which) {
        return exception;
    }
    Value error = exception_formatted(&runtime_error_type, "%s raised %s", what, which);
    exception_of(error)->cause = exception;
    exception_of(error)->context = exception;
    exception_of(error)->suppress_context = 1;
    return error;
}

// Gives *exception to the innermost handler of the frames down to `entry`: true, the frame is ready
// to go on. Otherwise all of them, `entry` included, are left: false.
static bool unwind(Frame *entry, Value *exception, bool add_traceback) {
    assert(is_exception(*exception));
    Thread *t = rt.thread;
    for (;; add_traceback = true) {
        Frame *f = t->frame;
        const Code *c = f->function->code;
        uint32_t at = (uint32_t)(f->pc - code_bytes(c));
        if (add_traceback &&
            !exception_add_traceback(*exception, f->function, frame_serial(f), at)) {
            poll_interrupt(); // looking for memory took time; comes back here in its stead
        }
        CodeHandler h;
        if (code_handler(c, at, &h)) {
            // Temporaries above are dead: what they hold must not live on.
            for (unsigned i = h.reg + 1; i < c->nregs; i++) {
                f->regs[i] = ABSENT;
            }
            f->regs[h.reg] = *exception;
            t->exception = ABSENT;
            f->pc = code_bytes(c) + h.pc;
            t->top = f->regs + c->nregs;
            return true;
        }
        if (is_present(f->object) && frame_kind(f) != FRAME_INIT) {
            Generator *g = generator_of(f->object);
            if (g->state == GEN_RUNNING) { // else below there was no memory, and this is the second time
                generator_end(g);
            }
            t->top = f->regs + c->nregs;
            *exception = vm_leaving_generator(c, *exception);
        }
        frame_pop(t);
        if (f == entry) {
            return false;
        }
    }
}

VmStatus vm_run(Value exception, Value *result) {
    stack_check();
    Frame *const entry = rt.thread->frame;
    Catch c;
    volatile bool in_frame = true; // the exception was raised by an instruction of the frame
    catch_enter(&c);
    c.exception = exception;
    if (setjmp(c.buf)) {
        rt.thread->catcher = &c; // the frame is still the one that raised
        stack_wipe(); // or the loop, entered again, would find its old words in its C frame
        in_frame = true;
    }
    for (;;) {
        if (is_present(c.exception)) {
            const size_t collections = rt.heap.collections; // adding a traceback's entry may collect
            if (!unwind(entry, &c.exception, in_frame)) {
                catch_leave(&c);
                raise_again(c.exception);
            }
            c.exception = ABSENT; // so that this C frame does not keep it alive
            if (rt.heap.collections != collections) {
                stack_wipe(); // of what the collector left there
            }
        }
        Value v;
        VmStatus status = vm_loop(&v);
        if (status != VM_RERAISE) {
            catch_leave(&c);
            *result = v;
            return status;
        }
        in_frame = false;
        c.exception = v;
    }
}

Value function_call(Value f, size_t n, const Value *args, const Tuple *kwnames) {
    Thread *t = rt.thread;
    Value *saved = t->top, result;
    size_t count = n + (kwnames ? kwnames->len : 0);
    Value *base = reserve(count + 1) + 1;
    if (count) {
        memmove(base, args, count * sizeof(Value));
    }
    base[-1] = ABSENT;
    t->top = base + count;
    if (vm_enter_function(function_of(f), n, base, kwnames, FRAME_ENTRY, ABSENT, &result)) {
        vm_run(ABSENT, &result);
    }
    t->top = saved;
    return result;
}

// Runs one code without parameters of its own; R(0) is the namespace if it wants one.
static Value run_chunk(Code *code, Dict *globals, Value namespace) {
    assert(is_present(namespace));
    Thread *t = rt.thread;
    Value *saved = t->top, result;
    Function *f = function_of(function_new(code, globals));
    Value *base = reserve(1);
    base[0] = namespace;
    frame_enter(f, base, code->flags & CODE_NAMESPACE ? 1 : 0, FRAME_ENTRY);
    vm_run(ABSENT, &result);
    t->top = saved;
    return result;
}

Value vm_run_body(Function *body, Value namespace) {
    assert(is_present(namespace));
    Thread *t = rt.thread;
    Value *saved = t->top, result;
    Value *base = reserve(1);
    base[0] = namespace;
    frame_enter(body, base, 1, FRAME_ENTRY);
    vm_run(ABSENT, &result);
    t->top = saved;
    return result;
}

static Value run_chunks(Code *c, Dict *globals, Value locals, bool once) {
    Value namespace = is_present(locals) ? locals : cell_value(globals);
    if (!(c->flags & CODE_CHUNKS)) {
        return run_chunk(c, globals, namespace);
    }
    Value result = NONE;
    for (unsigned i = 1; i <= code_chunks(c); i++) {
        Code *chunk = code_of(c->pool->items[i]);
        if (once) {
            c->pool->items[i] = NONE;
        }
        result = run_chunk(chunk, globals, namespace);
    }
    return result;
}

Value code_run(Value code, Dict *globals, Value locals) {
    return run_chunks(code_of(code), globals, locals, false);
}

Value code_run_once(Value code, Dict *globals) {
    return run_chunks(code_of(code), globals, ABSENT, true);
}
