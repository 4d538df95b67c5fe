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

// What a Wrapper's function word refers to once its attributes are asked for or set: where the
// function is then.
typedef struct WrapperExtra {
    Cell head;
    Value function;
    Dict *dict;
} WrapperExtra;

static const Type wrapper_extra_type = {
    .head = {&type_type}, .name = N__wrapper_extras, .flags = TYPE_TRACE_WORDS | TYPE_FINAL,
    .payload = sizeof(WrapperExtra), .letter = 'h',
};

static Wrapper *wrapper_of(Value v) {
    assert(is_kind(v, &staticmethod_type) || is_kind(v, &classmethod_type));
    return (Wrapper *)v.bits;
}

static WrapperExtra *extra_or_null(const Wrapper *w) {
    return is_exact(w->function, &wrapper_extra_type) ? (WrapperExtra *)cell_of(w->function) : NULL;
}

Value wrapper_function(Value self) {
    const Wrapper *w = wrapper_of(self);
    const WrapperExtra *x = extra_or_null(w);
    return x ? x->function : w->function;
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

static Value classmethod_get(Value self, Value object, const Type *owner) {
    stack_check();
    Value f = wrapper_function(self);
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
    return wrapper_function(self);
}

static Value staticmethod_call(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    return call_forward(wrapper_function(self), n, args, kwnames);
}

static Value wrapper_repr(Value self) {
    return str_formatted("<%S(%V)>", type_of(self)->solid->name, wrapper_function(self));
}

// ---- attributes --------------------------------------------------------------------------------

// What CPython copies from the function into the wrapper's __dict__.
static const Str *const copied_names[] = {N___module__, N___name__, N___qualname__, N___doc__};

static bool is_copied(const Str *name) {
    bool copied = false;
    for (size_t i = 0; i < COUNT_OF(copied_names); i++) {
        copied = copied || name == copied_names[i];
    }
    return copied;
}

static void copy_names(Dict *d, Value function) {
    for (size_t i = 0; i < COUNT_OF(copied_names); i++) {
        Value v = attr_find(function, copied_names[i]);
        if (is_present(v)) {
            dict_set_name(d, copied_names[i], v);
        }
    }
}

static WrapperExtra *wrapper_extra(Value self) {
    WrapperExtra *x = extra_or_null(wrapper_of(self));
    if (x) {
        return x;
    }
    Dict *d = dict_new(COUNT_OF(copied_names));
    copy_names(d, wrapper_of(self)->function);
    x = heap_alloc(&wrapper_extra_type, sizeof *x);
    x->dict = d;
    x->function = wrapper_function(self); // user code may have run
    wrapper_of(self)->function = cell_value(x);
    return x;
}

static Value get_dict(Value self) {
    return cell_value(wrapper_extra(self)->dict);
}

static void set_dict(Value self, Value v) {
    if (is_absent(v)) {
        raise_type_error("cannot delete __dict__");
    }
    if (!is_instance(v, &dict_type)) {
        raise_type_error("__dict__ must be set to a dictionary, not a '%T'", v);
    }
    wrapper_extra(self)->dict = dict_of(v);
}

// Until they are in a dict of its own, the names that are copied are those of the function.
static Value own_attribute(Value self, const Str *name) {
    const WrapperExtra *x = extra_or_null(wrapper_of(self));
    if (x) {
        return dict_get_name(x->dict, name);
    }
    return is_copied(name) ? attr_find(wrapper_of(self)->function, name) : ABSENT;
}

static bool set_own(Value self, const Str *name, Value v) {
    Dict *d = wrapper_extra(self)->dict;
    if (is_present(v)) {
        dict_set_name(d, name, v);
        return true;
    }
    return dict_remove_name(d, name);
}

static Value annotation(Value self, const Str *name) {
    Value v = own_attribute(self, name);
    return is_present(v) ? v : attr_get(wrapper_function(self), name);
}
static Value get_annotations(Value self) {
    return annotation(self, N___annotations__);
}
static Value get_annotate(Value self) {
    return annotation(self, N___annotate__);
}
static void set_annotation(Value self, const Str *name, Value v) {
    if (!set_own(self, name, v)) {
        raise_attribute_error(self, name);
    }
}
static void set_annotations(Value self, Value v) {
    set_annotation(self, N___annotations__, v);
}
static void set_annotate(Value self, Value v) {
    set_annotation(self, N___annotate__, v);
}

static Value get_function(Value self) {
    return wrapper_function(self);
}

static Value get_abstract(Value self) {
    return bool_value(abstract_is(wrapper_function(self)));
}

static const Native wrapper_methods[] = {
    MEMBER(N___func__, get_function),
    MEMBER(N___wrapped__, get_function),
    GETTER(N___isabstractmethod__, get_abstract),
    GETSET(N___dict__, get_dict, set_dict),
    GETSET(N___annotations__, get_annotations, set_annotations),
    GETSET(N___annotate__, get_annotate, set_annotate),
    NATIVE_END,
};

static bool is_plain_name(const Str *name) {
    return name != N___class__ && !find_row(wrapper_methods, name);
}

static Value wrapper_getattr(Value self, const Str *name) {
    return is_plain_name(name) ? own_attribute(self, name) : ABSENT;
}

bool wrapper_setattr(Value self, const Str *name, Value v) {
    if (!is_plain_name(name)) {
        return false;
    }
    if (!set_own(self, name, v)) {
        raise_attribute_error(self, name);
    }
    return true;
}

// ---- the types ---------------------------------------------------------------------------------

static void wrapper_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    const Str *name = type_of(self)->solid->name;
    if (kwnames && kwnames->len > 0) {
        raise_type_error("%S() takes no keyword arguments", name);
    }
    if (n != 1) {
        raise_type_error("%S expected 1 argument, got %z", name, (intptr_t)n);
    }
    WrapperExtra *x = extra_or_null(wrapper_of(self));
    if (!x) {
        wrapper_of(self)->function = args[0];
        return;
    }
    x->function = args[0];
    copy_names(x->dict, args[0]);
}

static Value wrapper_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    Value self = cell_value(cell_new_for(cls));
    wrapper_of(self)->function = NONE;
    if (!(cls->flags & TYPE_HEAP)) {
        wrapper_init(self, n, args, kwnames);
    }
    return self;
}

static const Ops classmethod_ops = {
    .repr = wrapper_repr,
    .getattr = wrapper_getattr,
    .setattr = wrapper_setattr,
    .descr_get = classmethod_get,
    .create = wrapper_create,
    .init = wrapper_init,
};
static const Ops staticmethod_ops = {
    .repr = wrapper_repr,
    .call = staticmethod_call,
    .getattr = wrapper_getattr,
    .setattr = wrapper_setattr,
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
