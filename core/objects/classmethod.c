// SPDX-License-Identifier: MIT
// classmethod.c: classmethod, staticmethod, and the descriptors of __slots__.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "text/str.h"
#include <assert.h>

static Wrapper *wrapper_of(Value v) {
    assert(is_kind(v, &staticmethod_type) || is_kind(v, &classmethod_type));
    return (Wrapper *)v.bits;
}

static Value wrapper_new(const Type *type, Value function) {
    Wrapper *w = heap_alloc(type, sizeof(Wrapper));
    w->function = function;
    return cell_value(w);
}

Value classmethod_new(Value function) {
    return wrapper_new(&classmethod_type, function);
}

Value staticmethod_new(Value function) {
    return wrapper_new(&staticmethod_type, function);
}

static void wrapper_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    const Str *name = type_of(self)->solid->name;
    if (kwnames && kwnames->len > 0) {
        raise_type_error("%S() takes no keyword arguments", name);
    }
    if (n != 1) {
        raise_type_error("%S expected 1 argument, got %z", name, (intptr_t)n);
    }
    wrapper_of(self)->function = args[0];
}

static Value wrapper_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    Value self = cell_value(cell_new_for(cls));
    wrapper_of(self)->function = NONE;
    if (!(cls->flags & TYPE_HEAP)) {
        wrapper_init(self, n, args, kwnames);
    }
    return self;
}

static Value classmethod_get(Value self, Value object, const Type *owner) {
    stack_check();
    Value f = wrapper_of(self)->function;
    if (type_of(f)->flags & TYPE_CODE_SELF) {
        return method_new(f, type_value(owner));
    }
    if (is_descriptor(f)) {
        Value cls = type_value(owner);
        return after_call(op_of(type_of(f)->ops, descr_get)(f, cls, type_of(cls)));
    }
    return method_new(f, type_value(owner));
}

static Value staticmethod_get(Value self, Value object, const Type *owner) {
    return wrapper_of(self)->function;
}

static Value staticmethod_call(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    return call_forward(wrapper_of(self)->function, n, args, kwnames);
}

static Value wrapper_repr(Value self) {
    return str_formatted("<%S(%V)>", type_of(self)->solid->name, wrapper_of(self)->function);
}

// What CPython copies from the function into the wrapper's __dict__.
static const Str *const copied_names[] = {N___module__, N___name__, N___qualname__, N___doc__};

static Value wrapper_getattr(Value self, const Str *name) {
    bool copied = false;
    for (size_t i = 0; i < COUNT_OF(copied_names); i++) {
        copied = copied || name == copied_names[i];
    }
    return copied ? attr_find(wrapper_of(self)->function, name) : ABSENT;
}

// A new one each time.
static Value get_dict(Value self) {
    Dict *d = dict_new(COUNT_OF(copied_names));
    for (size_t i = 0; i < COUNT_OF(copied_names); i++) {
        Value v = attr_find(wrapper_of(self)->function, copied_names[i]);
        if (is_present(v)) {
            dict_set_name(d, copied_names[i], v);
        }
    }
    return cell_value(d);
}

static Value get_annotations(Value self) {
    return attr_get(wrapper_of(self)->function, N___annotations__);
}
static Value get_annotate(Value self) {
    return attr_get(wrapper_of(self)->function, N___annotate__);
}

static Value get_function(Value self) {
    return wrapper_of(self)->function;
}

static Value get_abstract(Value self) {
    return bool_value(abstract_is(wrapper_of(self)->function));
}

static const Native wrapper_methods[] = {
    MEMBER(N___func__, get_function),
    MEMBER(N___wrapped__, get_function),
    GETTER(N___isabstractmethod__, get_abstract),
    GETTER(N___dict__, get_dict),
    GETTER(N___annotations__, get_annotations),
    GETTER(N___annotate__, get_annotate),
    NATIVE_END,
};

static const Ops classmethod_ops = {
    .repr = wrapper_repr,
    .getattr = wrapper_getattr,
    .descr_get = classmethod_get,
    .create = wrapper_create,
    .init = wrapper_init,
};
static const Ops staticmethod_ops = {
    .repr = wrapper_repr,
    .call = staticmethod_call,
    .getattr = wrapper_getattr,
    .descr_get = staticmethod_get,
    .create = wrapper_create,
    .init = wrapper_init,
};
const Type classmethod_type = {
    {&type_type}, N_classmethod, &classmethod_ops, TYPE_TRACE_WORDS, sizeof(Wrapper), 'h', 0,
    &object_type, &classmethod_type, {wrapper_methods}, NULL, {NULL},
};
const Type staticmethod_type = {
    {&type_type}, N_staticmethod, &staticmethod_ops, TYPE_TRACE_WORDS, sizeof(Wrapper), 'h', 0,
    &object_type, &staticmethod_type, {wrapper_methods}, NULL, {NULL},
};

// ---- members: the names in __slots__ -----------------------------------------------------------

static Member *member_of(Value v) {
    assert(is_exact(v, &member_type));
    return (Member *)v.bits;
}

Value member_new(const Type *owner, const Str *name) {
    Member *m = heap_alloc(&member_type, sizeof(Member));
    m->name = name;
    m->owner = owner;
    return cell_value(m);
}

static bool is_field(const Member *m) { // of a builtin type, not of __slots__
    return !(m->owner->flags & TYPE_HEAP);
}

static void check_owner(const Member *m, Value object) {
    if (!is_instance(object, m->owner) || !(is_field(m) || has_shape(object))) {
        raise_type_error("descriptor '%S' for '%S' objects doesn't apply to a '%T' object", m->name,
                         type_name_in_c(m->owner), object);
    }
}

static Value member_get(Value self, Value object, const Type *owner) {
    if (is_absent(object)) {
        return self;
    }
    const Member *m = member_of(self);
    check_owner(m, object);
    Value v = is_field(m) ? op_of(m->owner->ops, getattr)(object, m->name)
                          : instance_get_slot(object, m->name);
    if (is_absent(v)) {
        raise_attribute_error(object, m->name);
    }
    return v;
}

static void field_set(const Member *m, Value object, Value v) {
    if (!op_of(m->owner->ops, setattr)) {
        raise_error(&attribute_error_type, "readonly attribute");
    }
    if (!op_of(m->owner->ops, setattr)(object, m->name, v)) {
        raise_attribute_error(object, m->name);
    }
}

static void member_set(Value self, Value object, Value v) {
    const Member *m = member_of(self);
    check_owner(m, object);
    if (is_field(m)) {
        field_set(m, object, v);
    } else if (is_present(v)) {
        instance_set_slot(object, m->name, v);
    } else if (!instance_delete_slot(object, m->name)) {
        raise_attribute_error(object, m->name);
    }
}

static Value member_repr(Value self) {
    return str_formatted("<member '%S' of '%S' objects>", member_of(self)->name,
                         type_name_in_c(member_of(self)->owner));
}

// These are asked for MEMBER rows too, which have another layout.
static bool is_row(Value self) {
    return is_exact(self, &member_row_type);
}

static const Type *member_owner(Value self) {
    return is_row(self) ? ((Unbound *)cell_of(self))->owner : member_of(self)->owner;
}
static Value member_name(Value self) {
    return str_value(is_row(self) ? native_label(self) : member_of(self)->name);
}
static Value member_objclass(Value self) {
    return type_value(member_owner(self));
}
static Value member_qualname(Value self) {
    return str_formatted("%S.%S", type_qualname(member_owner(self)), str_of(member_name(self)));
}

static Value member_reduce(Value self) {
    return reduced_attribute(member_objclass(self), member_name(self));
}

static const Native member_methods[] = {
    ROW_REDUCE(member_reduce),
    GETTER(N___name__, member_name),
    GETTER(N___objclass__, member_objclass),
    GETTER(N___qualname__, member_qualname),
    NATIVE_END,
};

static const Ops member_ops = {
    .repr = member_repr,
    .descr_get = member_get,
    .descr_set = member_set,
};
const Type member_type = {
    {&type_type}, N_member_descriptor, &member_ops, TYPE_FINAL | TYPE_TRACE_WORDS, sizeof(Member),
    'h', 0, &object_type, &member_type, {member_methods}, NULL, {NULL},
};
