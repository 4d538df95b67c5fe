// SPDX-License-Identifier: MIT
// property.c: property.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "text/str.h"
#include <assert.h>

typedef struct Property {
    Cell head;
    Value get, set, delete, doc; // ABSENT where not given
    Value name;                  // from __set_name__; ABSENT
} Property;

static Property *property_of(Value v) {
    assert_hot(is_kind(v, &property_type));
    return (Property *)v.bits;
}

static Value or_absent(Value v) {
    return is_present(v) && is_none(v) ? ABSENT : v;
}
static Value or_none(Value v) {
    return is_absent(v) ? NONE : v;
}

// __doc__ of an instance of a subclass may be hidden by that of its class: it is set as an
// attribute. That this can't be done matters only if the getter brought the docstring.
static void set_subclass_doc(Value self, Value doc, bool from_getter) {
    Catch c;
    if (TRY(c)) {
        attr_set(self, N___doc__, doc);
        catch_leave(&c);
    } else if (from_getter || !exception_matches(c.exception, &attribute_error_type)) {
        raise_again(c.exception);
    }
}

static void property_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_fget, 0}, {N_fset, 0}, {N_fdel, 0}, {N_doc, 0}, {NULL, 0}};
    Value v[4];
    args_parse("property", spec, n, args, kwnames, v);
    Property *p = property_of(self);
    p->get = or_absent(v[0]);
    p->set = or_absent(v[1]);
    p->delete = or_absent(v[2]);
    Value doc = or_absent(v[3]);
    bool from_getter = is_absent(doc) && is_present(p->get);
    if (from_getter) {
        doc = or_absent(attr_find(p->get, N___doc__));
    }
    if (is_exact(self, &property_type)) {
        p->doc = doc;
    } else {
        set_subclass_doc(self, or_none(doc), from_getter && is_present(doc));
    }
}

static Value property_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    Value self = cell_value(cell_new_for(cls));
    if (cls == &property_type) {
        property_init(self, n, args, kwnames);
    }
    return self;
}

COLD static _Noreturn void no_accessor(const Property *p, Value object, const char *what) {
    if (is_present(p->name)) {
        raise_error(&attribute_error_type, "property %V of '%S' object has no %s", p->name,
                    type_qualname(type_of(object)), what);
    }
    raise_error(&attribute_error_type, "property of '%S' object has no %s",
                type_qualname(type_of(object)), what);
}

static Value property_get(Value self, Value object, const Type *owner) {
    const Property *p = property_of(self);
    if (is_absent(object)) {
        return self;
    }
    if (is_absent(p->get)) {
        no_accessor(p, object, "getter");
    }
    return op_call_1(p->get, object);
}

static void property_set(Value self, Value object, Value v) {
    const Property *p = property_of(self);
    if (is_absent(v)) {
        if (is_absent(p->delete)) {
            no_accessor(p, object, "deleter");
        }
        op_call_1(p->delete, object);
        return;
    }
    if (is_absent(p->set)) {
        no_accessor(p, object, "setter");
    }
    op_call_2(p->set, object, v);
}

static bool has_doc_of_getter(const Property *p) {
    return is_present(p->doc) && is_present(p->get) && same(p->doc, attr_find(p->get, N___doc__));
}

// A copy with some functions replaced. A subclass is asked to make it.
static Value changed(Value self, Value get, Value set, Value delete) {
    const Property *p = property_of(self);
    bool new_doc = !is_exact(self, &property_type) || has_doc_of_getter(p); // by the getter
    Value args[4] = {
        or_none(is_present(get) ? get : p->get),
        or_none(is_present(set) ? set : p->set),
        or_none(is_present(delete) ? delete : p->delete),
        new_doc ? NONE : or_none(p->doc),
    };
    Value copy = op_call(type_value(type_of(self)), 4, args);
    if (is_kind(copy, &property_type)) {
        property_of(copy)->name = p->name;
    }
    return copy;
}

static Value property_getter(Value self, Value f) {
    return changed(self, f, ABSENT, ABSENT);
}
static Value property_setter(Value self, Value f) {
    return changed(self, ABSENT, f, ABSENT);
}
static Value property_deleter(Value self, Value f) {
    return changed(self, ABSENT, ABSENT, f);
}
static Value get_fget(Value self) {
    return or_none(property_of(self)->get);
}
static Value get_fset(Value self) {
    return or_none(property_of(self)->set);
}
static Value get_fdel(Value self) {
    return or_none(property_of(self)->delete);
}

// In CPython a subclass has a __doc__ that hides this one (class_extra()), so that the one of an instance is among its
// attributes.
static Value get_doc(Value self) {
    if (is_exact(self, &property_type)) {
        return or_none(property_of(self)->doc);
    }
    return or_none(instance_get_own(self, N___doc__));
}

static void set_attribute_doc(Value self, Value v) {
    if (!instance_has_dict(self)) {
        raise_error(&attribute_error_type, "'%T' object attribute '%S' is read-only", self,
                    N___doc__);
    }
    if (is_present(v)) {
        instance_set_own(self, N___doc__, v);
    } else if (!instance_delete_own(self, N___doc__)) {
        raise_attribute_error(self, N___doc__);
    }
}

static void set_doc(Value self, Value v) {
    if (is_exact(self, &property_type)) {
        property_of(self)->doc = or_absent(v);
    } else {
        set_attribute_doc(self, v);
    }
}

static Value get_name(Value self) {
    const Property *p = property_of(self);
    Value v = is_present(p->name) ? p->name : is_present(p->get) ? attr_find(p->get, N___name__)
                                                                 : ABSENT;
    if (is_absent(v)) {
        raise_attribute_error(self, N___name__);
    }
    return v;
}
static void set_name(Value self, Value v) {
    property_of(self)->name = v;
}
static Value property_set_name(Value self, Value owner, Value name) {
    property_of(self)->name = name;
    return NONE;
}

static Value get_abstract(Value self) {
    const Property *p = property_of(self);
    return bool_value(abstract_is(p->get) || abstract_is(p->set) || abstract_is(p->delete));
}

static const Native property_methods[] = {
    METHOD_2(N_getter, property_getter),
    METHOD_2(N_setter, property_setter),
    METHOD_2(N_deleter, property_deleter),
    METHOD_3(N___set_name__, property_set_name),
    MEMBER(N_fget, get_fget),
    MEMBER(N_fset, get_fset),
    MEMBER(N_fdel, get_fdel),
    GETTER(N___isabstractmethod__, get_abstract),
    GETSET(N___doc__, get_doc, set_doc),
    GETSET(N___name__, get_name, set_name),
    NATIVE_END,
};

static const Ops property_ops = {
    .descr_get = property_get,
    .descr_set = property_set,
    .create = property_create,
    .init = property_init,
};

const Type property_type = {
    {&type_type}, N_property, &property_ops, TYPE_TRACE_WORDS, sizeof(Property), 'h', 0,
    &object_type, &property_type, {property_methods}, NULL, {NULL},
};
