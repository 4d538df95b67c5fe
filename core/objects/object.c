// SPDX-License-Identifier: MIT
// object.c: object: what every value can do.
//
// Its methods get the receiver as it is (NATIVE_WHOLE_SELF), boxed or not, because they look at
// the instance rather than at its native value.
#include "error.h"
#include "modules/weakref.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "state.h"
#include "text/str.h"

// As METHOD_WHOLE_2.
#define WHOLE_1(NAME, F) \
    NATIVE_ROW(native_method_type, NAME, f1, F, NATIVE_1, 1, 1, NATIVE_WHOLE_SELF)
#define WHOLE_3(NAME, F) \
    NATIVE_ROW(native_method_type, NAME, f3, F, NATIVE_3, 3, 3, NATIVE_WHOLE_SELF)
#define WHOLE_GETSET(NAME, GET, SET) GETSET_WITH(NAME, GET, SET, NATIVE_WHOLE_SELF)

static Value object_repr(Value self) {
    static const char digits[] = "0123456789abcdef";
    char text[2 + 2 * sizeof(Value) + 1] = "0x";
    char *p = text + 2;
    for (int shift = WORD_BITS - 4; shift >= 0; shift -= 4) {
        unsigned digit = (self.bits >> shift) & 15;
        if (digit || p > text + 2 || shift == 0) {
            *p++ = digits[digit];
        }
    }
    *p = 0;
    return str_formatted("<%S object at %s>", str_of(type_qualified_name(type_of(self))), text);
}

// What a __repr__ of the class gives is str()'s to check.
static Value object_str(Value self) {
    Value r;
    if (is_present(type_override(type_of(self), N___repr__)) &&
        call_special(self, N___repr__, 0, NULL, &r)) {
        return r;
    }
    return op_repr_given(self);
}

static Value object_compare(CompareOp op, Value self, Value other) {
    if (op == CMP_EQ) {
        return same(self, other) ? TRUE : NOT_IMPLEMENTED;
    }
    if (op != CMP_NE) {
        return NOT_IMPLEMENTED;
    }
    Value (*compare)(CompareOp, Value, Value) = op_of(type_of(self)->ops, compare);
    Value r = (compare ? compare : object_compare)(CMP_EQ, self, other);
    return same(r, NOT_IMPLEMENTED) ? r : bool_value(!op_truth(r));
}

// Also if the class's own mro() left that base out.
static bool has_base_with_new(const Type *t) {
    for (; t->flags & TYPE_HEAP; t = t->base) {
        if (is_present(type_override(t, N___new__))) {
            return true;
        }
    }
    return false;
}

static Value object_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    if (n > 0 || (kwnames && kwnames->len > 0)) {
        if (has_base_with_new(cls)) {
            raise_type_error(
                "object.__new__() takes exactly one argument (the type to instantiate)");
        }
        if (is_absent(type_override(cls, N___init__))) {
            raise_type_error("%S() takes no arguments", cls->name);
        }
    }
    abstract_check(cls);
    return cell_value(cell_new_for(cls));
}

static void object_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    if (n == 0 && (!kwnames || kwnames->len == 0)) {
        return;
    }
    const Type *t = type_of(self);
    if (is_present(type_override(t, N___init__))) {
        raise_type_error(
            "object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (t->solid == &object_type && is_absent(type_override(t, N___new__))) {
        raise_type_error("%S() takes no arguments", t->name);
    }
}

// ---- attributes --------------------------------------------------------------------------------

static Value get_class(Value self) {
    return type_value(type_shown(type_of(self)));
}

static bool same_slots(const Tuple *a, const Tuple *b) {
    if (!a || !b) {
        return a == b;
    }
    return a->len == b->len && memcmp(a->items, b->items, a->len * sizeof(Value)) == 0;
}

// Modules can be made ones of a subclass of ModuleType and back.
static bool can_change_class(const Type *from, const Type *to) {
    bool modules = from->solid == &module_type && to->solid == &module_type;
    return modules || (from->flags & TYPE_HEAP && to->flags & TYPE_HEAP);
}

// Do instances of t, a class made by a program, have what those of its base have not?
static bool adds_to_layout(const Type *t) {
    const Type *base = t->base;
    const Tuple *slots = base->flags & TYPE_HEAP ? base->slots : NULL;
    return t->slots != slots || class_brings(t, N___dict__) || class_brings(t, N___weakref__);
}

static const Type *layout_class(const Type *t) {
    while (t->flags & TYPE_HEAP && !adds_to_layout(t)) {
        t = t->base;
    }
    return t;
}

bool class_same_layout(const Type *a, const Type *b) {
    a = layout_class(a);
    b = layout_class(b);
    if (a == b) {
        return true;
    }
    return a->flags & b->flags & TYPE_HEAP && a->base == b->base &&
           !((a->flags ^ b->flags) & (TYPE_NO_DICT | TYPE_WEAK)) && same_slots(a->slots, b->slots);
}

static void set_class(Value self, Value v) {
    if (is_absent(v)) {
        raise_type_error("can't delete __class__ attribute");
    }
    if (!is_class(v)) {
        raise_type_error("__class__ must be set to a class, not '%T' object", v);
    }
    const Type *from = type_of(self), *to = class_of(v);
    if (!can_change_class(from, to)) {
        raise_type_error("__class__ assignment only supported for mutable types or ModuleType "
                         "subclasses");
    }
    if (!class_same_layout(from, to)) {
        raise_type_error("__class__ assignment: '%S' object layout differs from '%S'", to->name,
                         from->name);
    }
    if (from == to) {
        return;
    }
    if (from->flags & TYPE_INSTANCE) {
        instance_dict(self); // shapes belong to one class
    }
    if (from->solid == &module_type) {
        heap_clear_caches(); // a builtin module's functions may be cached
    }
    bool gains = to->flags & ~from->flags & TYPE_FINALISE;
    if (gains && !finalise_is_registered(cell_of(self)) && !finalise_add(cell_of(self))) {
        raise_memory_error(sizeof(Value));
    }
    cell_of(self)->type = to;
}

static Value get_dict(Value self) {
    if (!instance_has_dict(self)) {
        raise_attribute_error(self, N___dict__);
    }
    return cell_value(instance_dict(self));
}

static void set_dict(Value self, Value v) {
    if (!instance_has_dict(self)) {
        raise_attribute_error(self, N___dict__);
    }
    if (is_absent(v)) {
        instance_set_dict(self, dict_new(0));
        return;
    }
    if (!is_instance(v, &dict_type)) {
        raise_type_error("__dict__ must be set to a dictionary, not a '%T'", v);
    }
    instance_set_dict(self, dict_of(v));
}

// The reference without callback that all share, else any; None if there is none.
static Value get_weakref(Value self) {
    if (!(type_of(self)->flags & TYPE_WEAK) || !class_weak_owner(type_of(self))) {
        raise_attribute_error(self, N___weakref__);
    }
    Value found = NONE;
    for (Linked *at = weak_first(&rt.heap.refs, self); at; at = at->next) {
        found = same(at->key, self) ? cell_value(at) : found;
    }
    WeakRef *shared = weakref_find(self, &ref_type);
    return shared ? cell_value(shared) : found;
}

static Value object_getattribute(Value self, Value name) {
    const Str *s = attr_name(name);
    Value r = attr_generic(self, s);
    if (is_absent(r)) {
        raise_attribute_error(self, s);
    }
    return r;
}

static Value object_setattr(Value self, Value name, Value v) {
    attr_generic_set(self, attr_name(name), v);
    return NONE;
}

static Value object_delattr(Value self, Value name) {
    attr_generic_set(self, attr_name(name), ABSENT);
    return NONE;
}

// ---- methods -----------------------------------------------------------------------------------

static Value object_format(Value self, Value spec) {
    if (str_arg(spec, "__format__() argument")->size > 0) {
        raise_type_error("unsupported format string passed to %T.__format__", self);
    }
    return op_str(self);
}

static Value object_sizeof(Value self) {
    bool on_heap = is_cell(self) && heap_contains(cell_of(self));
    return int_from(on_heap ? (intptr_t)heap_cell_size(cell_of(self)) : (intptr_t)sizeof(Value));
}

// Does a class of the program decide what self.__dict__ and self.__class__ are?
static bool answers_itself(Value self) {
    const Type *t = type_of(self);
    return is_present(type_override(t, N___getattribute__)) || is_present(type_override(t, N___dict__)) ||
           is_present(type_override(t, N___class__));
}

static void add_own_names(Value self, bool asks, Dict *names) {
    if (instance_has_dict(self) && !asks) {
        InstancePart *part = instance_part(cell_of(self));
        for (const Shape *s = part->shape; s && s->name; s = s->parent) {
            dict_set_name(names, s->name, NONE);
        }
        if (part->shape) {
            return;
        }
    }
    Value d = attr_find(self, N___dict__);
    if (is_absent(d) || !is_instance(d, &dict_type)) {
        return;
    }
    size_t pos = 0;
    Value name, v;
    while (dict_next(dict_of(d), &pos, &name, &v)) {
        poll_interrupt();
        dict_set(names, name, NONE);
    }
}

static Value object_dir(Value self) {
    Dict *names = dict_new(0);
    bool asks = answers_itself(self);
    add_own_names(self, asks, names);
    Value cls = asks ? attr_find(self, N___class__) : type_value(type_of(self));
    if (is_present(cls) && is_class(cls)) {
        type_add_names(class_of(cls), names);
    }
    return list_from_iterable(cell_value(names));
}

Value dir_of(Value object) {
    Value r;
    if (!call_special(object, N___dir__, 0, NULL, &r)) {
        raise_type_error("object does not provide __dir__");
    }
    Value list = list_from_iterable(r);
    list_sort(list_of(list), ABSENT, false);
    return list;
}

static Value object_init_subclass(size_t n, const Value *args, const Tuple *kwnames) {
    if (n > 1) {
        raise_type_error("object.__init_subclass__() takes no arguments (%z given)",
                         (intptr_t)n - 1);
    }
    if (kwnames && kwnames->len > 0) {
        raise_type_error("%S.__init_subclass__() takes no keyword arguments",
                         class_of(args[0])->name);
    }
    return NONE;
}

static Value object_subclasshook(size_t n, const Value *args) {
    return NOT_IMPLEMENTED;
}

static const Native object_methods[] = {
    WHOLE_GETSET(N___class__, get_class, set_class),
    WHOLE_GETSET(N___dict__, get_dict, set_dict),
    NATIVE_ROW(native_getset_type, N___weakref__, get, get_weakref, NATIVE_GETSET, 1, 1,
               NATIVE_WHOLE_SELF),
    METHOD_WHOLE_2(N___getattribute__, object_getattribute),
    WHOLE_3(N___setattr__, object_setattr),
    METHOD_WHOLE_2(N___delattr__, object_delattr),
    METHOD_WHOLE_2(N___format__, object_format),
    WHOLE_1(N___sizeof__, object_sizeof),
    WHOLE_1(N___dir__, object_dir),
    CLASSMETHOD_KW(N___init_subclass__, object_init_subclass, 1, NATIVE_MANY),
    CLASSMETHOD_VAR(N___subclasshook__, object_subclasshook, 1, NATIVE_MANY),
    METHOD_WHOLE_2(N___reduce_ex__, object_reduce_ex),
    WHOLE_1(N___reduce__, object_reduce),
    WHOLE_1(N___getstate__, object_getstate),
    NATIVE_END,
};

static const Ops object_ops = {
    .repr = object_repr,
    .str = object_str,
    .hash = hash_identity,
    .compare = object_compare,
    .create = object_create,
    .init = object_init,
};

const Type object_type = {
    {&type_type}, N_object, &object_ops, TYPE_TRACE_NONE, sizeof(Cell), 'h', 0,
    NULL, &object_type, {object_methods}, NULL, {NULL},
};
