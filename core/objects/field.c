// SPDX-License-Identifier: MIT
// field.c: names that instances of builtin types have without rows for them: the fields of
// exceptions (OSError.errno) and the items of named tuples (time.struct_time.tm_year), as
// attributes of the types.
#include "objects/attr_tuple.h"
#include "objects/class.h"
#include "objects/exception_ops.h"
#include "objects/method.h"

const Str *const *type_fields(const Type *t) {
    if (t->flags & TYPE_HEAP) {
        return NULL;
    }
    if (t->flags & TYPE_EXCEPTION) {
        return exception_field_names(t);
    }
    return t->ops == &attr_tuple_ops ? ((const AttrTupleType *)(const void *)t)->names : NULL;
}

static bool has_field(const Type *t, const Str *name) {
    const Str *const *fields = type_fields(t);
    for (; fields && *fields; fields++) {
        if (*fields == name) {
            return true;
        }
    }
    return false;
}

Value type_field(const Type *cls, const Str *name) {
    const Type *builtin = cls->flags & TYPE_HEAP ? cls->solid : cls;
    if (builtin->ops == &attr_tuple_ops) {
        Value v = attr_tuple_type_value((const AttrTupleType *)(const void *)builtin, name);
        if (is_present(v)) {
            return v;
        }
    }
    for (const Type *t = builtin; t; t = t->base) {
        if (has_field(t, name)) {
            return member_new(t, name);
        }
    }
    return ABSENT;
}
