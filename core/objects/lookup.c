// SPDX-License-Identifier: MIT
// lookup.c: finding names in types, binding what was found, calling special methods.
//
// A name is looked for in each type of the MRO: in a class's dict, in a builtin's rows, and
// among the dunder names of a builtin's operations. The cache of special methods shares the lines
// of the attribute cache under the key "type + 2".
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

const Native *find_row(const Native *rows, const Str *name) {
    size_t place = ((uintptr_t)name - (uintptr_t)&const_names) / WORD_BYTES; // huge if not in there
    for (const Native *row = rows; row && row->name; row++) {
        if (row->name == place) {
            return row;
        }
    }
    return NULL;
}

static bool is_dunder(const Str *name) {
    return name->size > 4 && name->text[0] == '_' && name->text[1] == '_';
}

bool type_find_in(const Type *type, const Str *name, Found *found) {
    assert_hot(name->interned);
    found->owner = type;
    found->slot = -1;
    if (type->flags & TYPE_HEAP) {
        found->value = dict_get_name(class_cell(type)->dict, name);
        return is_present(found->value);
    }
    const Native *row = find_row(type->methods, name);
    if (row) {
        found->value = cell_value(row);
        return true;
    }
    found->value = ABSENT;
    found->slot = is_dunder(name) ? dunder_find(type, name) : -1;
    return found->slot >= 0;
}

bool type_find(const Type *type, const Str *name, Found *found) {
    TypeWalk w;
    for (const Type *t = walk_start(&w, type); t; t = walk_next(&w)) {
        if (type_find_in(t, name, found)) {
            return true;
        }
    }
    return false;
}

bool type_find_after(const Type *type, const Type *after, const Str *name, Found *found) {
    assert_hot(after && name->interned);
    TypeWalk w;
    const Type *t = walk_start(&w, type);
    while (t && t != after) {
        t = walk_next(&w);
    }
    while (t && (t = walk_next(&w))) {
        if (type_find_in(t, name, found)) {
            return true;
        }
    }
    return false;
}

Value found_value(const Found *found) {
    return found->slot >= 0 ? dunder_new(found->owner, found->slot) : found->value;
}

Value type_lookup(const Type *type, const Str *name) {
    Found found;
    return type_find(type, name, &found) ? found_value(&found) : ABSENT;
}

// Most builtin types have a __getattribute__ of their own in CPython, so that one of a class behind
// them in the MRO is not asked.
static bool brings_getattribute(const Type *t) {
    return !(t->flags & TYPE_HEAP) && t != &object_type && t != &classmethod_type &&
           t != &staticmethod_type;
}

Value type_find_override(const Type *type, const Str *name) {
    TypeWalk w;
    Found found;
    for (const Type *t = walk_start(&w, type); t; t = walk_next(&w)) {
        if (name == N___getattribute__ && brings_getattribute(t)) {
            return ABSENT;
        }
        if (type_find_in(t, name, &found)) {
            return t->flags & TYPE_HEAP ? found.value : ABSENT;
        }
    }
    return ABSENT;
}

Value type_override(const Type *type, const Str *name) {
    assert_hot(name->interned);
    if (!(type->flags & TYPE_HEAP)) {
        return ABSENT;
    }
    const void *key = (const char *)type + 2;
    AttrCacheLine *line = attr_line_find(key, name);
    if (!line) {
        line = attr_line_claim(key, name);
        line->value = type_find_override(type, name);
        line->kind = is_present(line->value) ? ATTR_CLASS : ATTR_NONE;
    }
    return line->value;
}

// ---- descriptors -------------------------------------------------------------------------------

bool is_data_descriptor(Value v) {
    const Type *t = type_of(v);
    if (t->flags & TYPE_HEAP) {
        return t->flags & TYPE_DATA_DESCR;
    }
    return t == &native_getset_type || op_of(t->ops, descr_set) != NULL;
}

bool is_descriptor(Value v) {
    const Type *t = type_of(v);
    if (t->flags & TYPE_HEAP) {
        return t->flags & TYPE_DESCR;
    }
    return op_of(t->ops, descr_get) != NULL;
}

static Value bind_row(const Native *row, const Type *owner, Value object, const Type *cls) {
    assert(is_native_row(cell_value(row)));
    const Type *kind = row->head.type;
    if (kind == &native_type) {
        return cell_value(row);
    }
    if (kind == &native_classmethod_type) {
        return method_new(cell_value(row), type_value(cls));
    }
    if (is_absent(object)) {
        return unbound_new(owner, row);
    }
    if (kind != &native_getset_type) {
        return method_new(cell_value(row), object);
    }
    stack_check(); // it may be the attribute of another object: of what a property or classmethod wraps
    return after_call(row->fn.get(native_self(row, object)));
}

Value found_bind(const Found *found, Value object, const Type *cls) {
    Value v = found_value(found);
    if (is_native_row(v)) {
        return bind_row(native_of(v), found->owner, object, cls);
    }
    return is_descriptor(v) ? op_of(type_of(v)->ops, descr_get)(v, object, cls) : v;
}

// ---- special methods ---------------------------------------------------------------------------

static Value call_found(const Found *found, Value v, size_t n, const Value *args) {
    Value f = found_value(found);
    if (type_of(f)->flags & TYPE_CODE_SELF) {
        return call_with_self(f, v, n, args, NULL);
    }
    Found whole = {f, found->owner, -1};
    return op_call(found_bind(&whole, v, type_of(v)), n, args);
}

bool call_special(Value v, const Str *name, size_t n, const Value *args, Value *result) {
    const Type *t = type_of(v);
    Found found = {type_override(t, name), t, -1};
    if (is_absent(found.value) && !type_find(t, name, &found)) {
        return false;
    }
    *result = call_found(&found, v, n, args);
    return true;
}
