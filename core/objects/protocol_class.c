// SPDX-License-Identifier: MIT
// protocol_class.c: isinstance() and issubclass(): tuples, unions, hooks of metaclasses.
#include "error.h"
#include "modules/weakref.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/union.h"
#include "text/str.h"

// Calls a hook (__instancecheck__ ...) that the type of `cls` overrides; false if there is none.
static bool hook(Value cls, const Str *name, Value v, bool *answer) {
    Value r;
    if (!(type_of(cls)->flags & TYPE_HEAP) || is_absent(type_override(type_of(cls), name)) ||
        !call_special(cls, name, 1, &v, &r)) {
        return false;
    }
    *answer = op_truth(r);
    return true;
}

// The class an object claims to have, if it overrides __class__.
static bool claims_instance(Value v, const Type *cls) {
    const Type *t = type_of(v);
    bool proxy = t == &proxy_type || t == &callable_proxy_type;
    if (!(t->flags & TYPE_HEAP) && !proxy) {
        return false;
    }
    if (!proxy && is_absent(type_override(t, N___class__)) && !(t->flags & TYPE_GETATTRIBUTE)) {
        return false;
    }
    Value claimed = attr_find(v, N___class__);
    return is_present(claimed) && is_class(claimed) && is_subtype(class_of(claimed), cls);
}

// Things that are no types but look like classes: they have a tuple __bases__.
static bool has_bases(Value cls) {
    Value bases = is_kind(cls, &generic_alias_type) ? ABSENT : attr_find(cls, N___bases__);
    return is_present(bases) && is_tuple(bases);
}

static bool derives(Value v, Value cls) {
    stack_check();
    if (same(v, cls)) {
        return true;
    }
    Value bases = attr_find(v, N___bases__);
    for (size_t i = 0; is_present(bases) && is_tuple(bases) && i < tuple_of(bases)->len; i++) {
        if (derives(tuple_of(bases)->items[i], cls)) {
            return true;
        }
    }
    return false;
}

bool op_isinstance(Value v, Value cls) {
    if (same(cls, type_value(type_of(v)))) {
        return true;
    }
    stack_check();
    Value several = unbox(cls);
    if (is_tuple(several)) {
        for (size_t i = 0; i < tuple_of(several)->len; i++) {
            if (op_isinstance(v, tuple_of(several)->items[i])) {
                return true;
            }
        }
        return false;
    }
    if (is_exact(cls, &union_type)) {
        return op_isinstance(v, union_classes(cls));
    }
    bool answer;
    if (hook(cls, N___instancecheck__, v, &answer)) {
        return answer;
    }
    if (is_class(cls)) {
        return is_subtype(type_of(v), class_of(cls)) || claims_instance(v, class_of(cls));
    }
    if (is_kind(cls, &generic_alias_type)) {
        raise_type_error("isinstance() argument 2 cannot be a parameterized generic");
    }
    if (has_bases(cls)) {
        Value claimed = attr_find(v, N___class__);
        return is_present(claimed) && derives(claimed, cls);
    }
    raise_type_error("isinstance() arg 2 must be a type, a tuple of types, or a union");
}

bool op_issubclass(Value v, Value cls) {
    stack_check();
    Value several = unbox(cls);
    if (is_tuple(several)) {
        for (size_t i = 0; i < tuple_of(several)->len; i++) {
            if (op_issubclass(v, tuple_of(several)->items[i])) {
                return true;
            }
        }
        return false;
    }
    if (is_exact(cls, &union_type)) {
        return op_issubclass(v, union_classes(cls));
    }
    bool answer;
    if (hook(cls, N___subclasscheck__, v, &answer)) {
        return answer;
    }
    if (is_class(v) && is_class(cls)) {
        return is_subtype(class_of(v), class_of(cls));
    }
    if (!has_bases(v)) {
        raise_type_error("issubclass() arg 1 must be a class");
    }
    if (is_class(cls) || has_bases(cls)) {
        return derives(v, cls);
    }
    if (is_kind(cls, &generic_alias_type)) {
        raise_type_error("issubclass() argument 2 cannot be a parameterized generic");
    }
    raise_type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union");
}
