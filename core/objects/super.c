// SPDX-License-Identifier: MIT
// super.c: super: attributes of a receiver as the classes behind a given one define them.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "text/str.h"
#include "vm/function.h"
#include <assert.h>

typedef struct Super {
    Cell head;
    const Type *after;    // the search begins behind this class
    Value object;         // the receiver, or ABSENT when unbound
    const Type *in;       // in this class's MRO: the receiver's type, or the receiver if a class
} Super;

static Super *super_of(Value v) {
    assert(is_kind(v, &super_type));
    return (Super *)v.bits;
}

// The class whose MRO is to be searched.
static const Type *search_class(const Type *after, Value object) {
    if (is_class(object) && is_subtype(class_of(object), after)) {
        return class_of(object);
    }
    if (is_instance(object, after)) {
        return type_of(object);
    }
    Value claimed = attr_find(object, N___class__);
    if (is_present(claimed) && is_class(claimed) && is_subtype(class_of(claimed), after)) {
        return class_of(claimed);
    }
    bool cls = is_class(object);
    raise_type_error("super(type, obj): obj (%s%S) is not an instance or subtype of type (%S).",
                     cls ? "type " : "instance of ",
                     cls ? class_of(object)->name : type_of(object)->name, after->name);
}

static void super_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("super", kwnames);
    if (n == 0) {
        const Frame *frame = rt.thread->frame;
        bool python = (void *)frame < (void *)rt.thread->stack_end;
        raise_runtime_error(python && code_npos(frame->function->code) ? "super(): __class__ cell not found"
                                                                  : "super(): no arguments");
    }
    if (n > 2) {
        raise_type_error("super expected at most 2 arguments, got %z", (intptr_t)n);
    }
    if (!is_class(args[0])) {
        raise_type_error("super() argument 1 must be a type, not %T", args[0]);
    }
    Super *s = super_of(self);
    bool bound = n == 2 && !is_none(args[1]);
    s->in = bound ? search_class(class_of(args[0]), args[1]) : NULL;
    s->after = class_of(args[0]);
    s->object = bound ? args[1] : ABSENT;
}

static Value super_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    Value self = cell_value(cell_new_for(cls));
    if (cls == &super_type) {
        super_init(self, n, args, kwnames);
    }
    return self;
}

// __dict__ and __weakref__ stand in object's table, but belong to the class that brings them.
static bool is_brought(const Super *s, const Str *name) {
    TypeWalk w;
    const Type *t = walk_start(&w, s->in);
    while (t && t != s->after) {
        t = walk_next(&w);
    }
    while (t && (t = walk_next(&w))) {
        if (class_brings(t, name)) {
            return true;
        }
    }
    return false;
}

static bool super_find(const Super *s, const Str *name, Found *found) {
    if (!s->after || is_absent(s->object) || name == N___class__ ||
        !type_find_after(s->in, s->after, name, found)) {
        return false;
    }
    bool moved = found->owner == &object_type && (name == N___dict__ || name == N___weakref__);
    return !moved || is_brought(s, name);
}

static bool is_class_receiver(const Super *s) {
    return is_class(s->object) && class_of(s->object) == s->in;
}

static Value super_getattr(Value self, const Str *name) {
    const Super *s = super_of(self);
    Found found;
    if (super_find(s, name, &found)) {
        return found_bind(&found, is_class_receiver(s) ? ABSENT : s->object, s->in);
    }
    return ABSENT;
}

static Value get_this_class(Value self) {
    const Type *after = super_of(self)->after;
    return after ? type_value(after) : NONE;
}
static Value get_self(Value self) {
    Value object = super_of(self)->object;
    return is_present(object) ? object : NONE;
}
static Value get_self_class(Value self) {
    const Type *in = super_of(self)->in;
    return in ? type_value(in) : NONE;
}

Value super_method(Value super_object, const Str *name, Value *self) {
    const Super *s = super_of(super_object);
    Found found;
    if (!super_find(s, name, &found) || found.slot >= 0) {
        return ABSENT;
    }
    Value v = found.value;
    if (type_of(v)->flags & TYPE_CODE_SELF && !is_class_receiver(s)) {
        *self = s->object;
        return v;
    }
    if (is_exact(v, &classmethod_type) && type_of(wrapper_function(v))->flags & TYPE_CODE_SELF) {
        *self = type_value(s->in);
        return wrapper_function(v);
    }
    return ABSENT;
}

static Value super_repr(Value self) {
    const Super *s = super_of(self);
    const Str *after = s->after ? s->after->name : N__unknown;
    if (!s->in) {
        return str_formatted("<super: <class '%S'>, NULL>", after);
    }
    return str_formatted("<super: <class '%S'>, <%S object>>", after, s->in->name);
}

static Value super_get(Value self, Value object, const Type *owner) {
    const Super *s = super_of(self);
    if (is_absent(object) || is_present(s->object) || !s->after) {
        return self;
    }
    Value args[2] = {type_value(s->after), object};
    return op_call(type_value(type_of(self)), 2, args);
}

static const Native super_methods[] = {
    MEMBER(N___thisclass__, get_this_class),
    MEMBER(N___self__, get_self),
    MEMBER(N___self_class__, get_self_class),
    NATIVE_END,
};

static const Ops super_ops = {
    .repr = super_repr,
    .getattr = super_getattr,
    .descr_get = super_get,
    .create = super_create,
    .init = super_init,
};
const Type super_type = {
    {&type_type}, N_super, &super_ops, TYPE_TRACE_WORDS, sizeof(Super), 'h', 0,
    &object_type, &super_type, {super_methods}, NULL, {NULL},
};
