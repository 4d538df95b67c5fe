// SPDX-License-Identifier: MIT
// call.c: calling any value; calling types.
//
// Arguments are n positional values followed by those of the keywords in kwnames. A receiver is
// put in front by copying: a few on the C stack, more on the value stack.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

enum { STACK_MARGIN = 64, FEW_ARGS = 8 };

Value *args_take(size_t n) {
    assert((void *)rt.thread->top <= (void *)rt.thread->frame);
    Thread *th = rt.thread;
    size_t room = (size_t)((Value *)th->frame - th->top);
    if (room < STACK_MARGIN || n > room - STACK_MARGIN) {
        raise_recursion_error(NULL);
    }
    Value *args = th->top;
    th->top += n;
    return args;
}

void args_give_back(size_t n) {
    rt.thread->top -= n;
    assert(rt.thread->top >= rt.thread->stack);
}

Value op_call_kw(Value f, size_t n, const Value *args, const Tuple *kwnames) {
    stack_check();
    const Ops *ops = type_of(f)->ops;
    if (UNLIKELY(!op_of(ops, call))) {
        raise_type_error("'%T' object is not callable", f);
    }
    return op_of(ops, call)(f, n, args, kwnames);
}

Value op_call(Value f, size_t n, const Value *args) {
    return op_call_kw(f, n, args, NULL);
}

Value op_call_0(Value f) {
    return op_call_kw(f, 0, NULL, NULL);
}

Value op_call_1(Value f, Value a) {
    return op_call_kw(f, 1, &a, NULL);
}

Value op_call_2(Value f, Value a, Value b) {
    Value args[2] = {a, b};
    return op_call_kw(f, 2, args, NULL);
}

Value call_forward(Value f, size_t n, const Value *args, const Tuple *kwnames) {
    return after_call(op_call_kw(f, n, args, kwnames));
}

Value call_with_self(Value f, Value self, size_t n, const Value *args, const Tuple *kwnames) {
    size_t rest = n + (kwnames ? kwnames->len : 0);
    Value few[FEW_ARGS];
    Value *all = rest < FEW_ARGS ? few : args_take(rest + 1);
    all[0] = self;
    if (rest > 0) {
        memcpy(all + 1, args, rest * sizeof(Value));
    }
    Value r = op_call_kw(f, n + 1, all, kwnames);
    if (all != few) {
        args_give_back(rest + 1);
    }
    return r;
}

Value op_call_method(Value object, const Str *name, size_t n, const Value *args) {
    Value self;
    Value f = attr_get_method(object, name, &self);
    return is_present(self) ? call_with_self(f, self, n, args, NULL) : op_call(f, n, args);
}

bool op_callable(Value v) {
    const Type *t = type_of(v);
    if (t->flags & TYPE_HEAP) {
        return op_of(t->solid->ops, call) || is_present(type_override(t, N___call__));
    }
    return op_of(t->ops, call) != NULL;
}

// ---- types -------------------------------------------------------------------------------------

static Value make_instance(Value cls, size_t n, const Value *args, const Tuple *kwnames) {
    const Type *t = class_of(cls);
    Value make = type_override(t, N___new__);
    if (is_present(make)) {
        if (is_exact(make, &staticmethod_type)) {
            make = wrapper_function(make);
        }
        return call_with_self(make, cls, n, args, kwnames);
    }
    if (!op_of(t->solid->ops, create) || t->flags & TYPE_NO_NEW) {
        raise_type_error("cannot create '%S' instances", t->name);
    }
    return op_of(t->solid->ops, create)(t, n, args, kwnames);
}

static void initialise(Value object, size_t n, const Value *args, const Tuple *kwnames) {
    const Type *t = type_of(object);
    Value init = type_override(t, N___init__);
    if (is_absent(init)) {
        if (t->flags & TYPE_HEAP && op_of(t->solid->ops, init)) {
            op_of(t->solid->ops, init)(object, n, args, kwnames);
        }
        return;
    }
    Value r;
    if (type_of(init)->flags & TYPE_CODE_SELF) {
        r = call_with_self(init, object, n, args, kwnames);
    } else {
        Found found = {init, t, -1};
        r = op_call_kw(found_bind(&found, object, t), n, args, kwnames);
    }
    if (!is_none(r)) {
        raise_type_error("__init__() should return None, not '%T'", r);
    }
}

COLD static _Noreturn void bad_type_call(size_t n, const Tuple *kwnames) {
    if (n == 1) {
        args_no_keywords("type", kwnames);
    }
    raise_type_error("type() takes 1 or 3 arguments");
}

// type(v), or a new class.
static Value call_type(size_t n, const Value *args, const Tuple *kwnames) {
    if (n == 1 && (!kwnames || kwnames->len == 0)) {
        return type_value(type_shown(type_of(args[0])));
    }
    if (n != 3) {
        bad_type_call(n, kwnames);
    }
    Value v = op_of(type_type.ops, create)(&type_type, n, args, kwnames);
    if (type_of(v) != &type_type) {
        initialise(v, n, args, kwnames);
    }
    return v;
}

Value type_call(Value cls, size_t n, const Value *args, const Tuple *kwnames) {
    const Type *t = class_of(cls);
    if (t == &type_type) {
        return call_type(n, args, kwnames);
    }
    if (!(t->flags & TYPE_HEAP)) {
        if (!op_of(t->ops, create)) {
            raise_type_error("cannot create '%S' instances", t->name);
        }
        Value v = op_of(t->ops, create)(t, n, args, kwnames);
        if (UNLIKELY(t->flags & TYPE_INIT)) {
            op_of(t->ops, init)(v, n, args, kwnames);
        }
        return v;
    }
    Value v = make_instance(cls, n, args, kwnames);
    if (is_instance(v, t)) {
        initialise(v, n, args, kwnames);
    }
    return v;
}
