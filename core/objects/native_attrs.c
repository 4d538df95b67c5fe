// SPDX-License-Identifier: MIT
// native_attrs.c: what programs ask of functions written in C: name, owner, module, signature.
//
// Rows know no more than their name. To which module or type one belongs is found by looking
// through the tables, when somebody asks. builtin_function_or_method stands for three kinds of
// cells: rows, rows with a receiver (native_bound_type), the __new__ of types (new_wrapper_type).
#include "error.h"
#include "objects/class.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

// ---- to whom a row belongs ---------------------------------------------------------------------

static bool has_row(const Native *rows, const Native *wanted) {
    for (const Native *row = rows; row && row->name; row = native_next(row)) {
        if (row == wanted) {
            return true;
        }
    }
    return false;
}

// open() is no row of io's table.
static bool gives_row(const ModuleDef *def, const Native *row) {
    Value v = def->getattr ? def->getattr(native_name(row)) : ABSENT;
    return same(v, cell_value(row));
}

static const ModuleDef *row_module(const Native *row) {
    if (has_row(builtins_module.functions, row)) {
        return &builtins_module;
    }
    for (const ModuleDef *const *def = builtin_modules; *def; def++) {
        if (has_row((*def)->functions, row) || gives_row(*def, row)) {
            return *def;
        }
    }
    return NULL;
}

// The type among the builtins that has the row as a static method; NULL: none.
static const Type *row_type(const Native *row) {
    for (const ModuleConst *c = builtins_module.constants; c && c->name; c++) {
        if (is_class(c->value) && has_row(class_of(c->value)->methods, row)) {
            return class_of(c->value);
        }
    }
    return NULL;
}

static const Unbound *unbound_of(Value v) {
    assert(cell_of(v)->type->trace == unbound_trace);
    return (const Unbound *)v.bits;
}

static const Method *bound_of(Value v) {
    assert(is_exact(v, &native_bound_type) || is_exact(v, &method_wrapper_type));
    return (const Method *)v.bits;
}

const Str *native_label(Value f) {
    if (is_native_row(f)) {
        return native_name(native_of(f));
    }
    Value row = unbound_of(f)->row;
    return is_int(row) ? dunder_name((int)int_of(row)) : native_name(native_of(row));
}

// ---- signatures --------------------------------------------------------------------------------

// Of a row, an Unbound, an operation: NULL where the names of the parameters are not known.
static const char *signature_of(Value f) {
    Value v = is_native_row(f) ? f : unbound_of(f)->row;
    if (is_int(v)) {
        return dunder_signature((int)int_of(v));
    }
    const Native *row = native_of(v);
    if (row->head.type == &native_type) {
        return row->kind == NATIVE_0 ? "($module, /)" : NULL;
    }
    if (row->head.type == &native_classmethod_type) {
        return row->max == 1 ? "($type, /)" : NULL;
    }
    return row->kind == NATIVE_1 ? "($self, /)" : NULL;
}

static Value signature_text(Value f) {
    const char *text = signature_of(f);
    return text ? str_from_c(text) : NONE;
}

// ---- builtin_function_or_method ----------------------------------------------------------------

static Value function_name(Value f) {
    return str_value(native_label(is_exact(f, &native_bound_type) ? bound_of(f)->function : f));
}

static Value function_module(Value f) {
    const ModuleDef *def = is_native_row(f) ? row_module(native_of(f)) : NULL;
    return def ? str_value(def->name) : NONE;
}

static Value module_value(const ModuleDef *def) {
    return def == &builtins_module ? rt.roots.builtins : module_import(def->name);
}

static Value function_self(Value f) {
    if (is_exact(f, &native_bound_type)) {
        return bound_of(f)->self;
    }
    if (!is_native_row(f)) {
        return type_value(unbound_of(f)->owner);
    }
    const ModuleDef *def = row_module(native_of(f));
    return def ? module_value(def) : NONE;
}

// The type under which its qualified name has it; NULL for a function of a module.
static const Type *function_type_of(Value f) {
    if (is_native_row(f)) {
        return row_type(native_of(f));
    }
    if (!is_exact(f, &native_bound_type)) {
        return unbound_of(f)->owner;
    }
    Value self = bound_of(f)->self;
    return is_class(self) ? class_of(self) : type_of(self);
}

static Value function_qualname(Value f) {
    const Type *t = function_type_of(f);
    const Str *name = str_of(function_name(f));
    return t ? str_formatted("%S.%S", type_qualname(t), name) : str_value(name);
}

static Value function_signature(Value f) {
    return signature_text(is_exact(f, &native_bound_type) ? bound_of(f)->function : f);
}

// "list object at 0x1234", "C object at 0x1234".
Value native_receiver_text(Value receiver) {
    Value whole = op_of(object_type.ops, repr)(receiver); // <module.C object at 0x1234>
    const Str *s = str_of(whole);
    size_t from = s->size;
    for (unsigned spaces = 0; spaces < 3; spaces++) {
        do {
            from--;
        } while (s->text[from] != ' ');
    }
    Value address = str_slice_bytes(s, from, s->size - 1);
    return str_formatted("%S%S", type_name_in_c(type_of(receiver)), str_of(address));
}

static Value function_text(Value f, Value receiver) {
    return str_formatted("<built-in method %S of %S>", str_of(function_name(f)),
                         str_of(native_receiver_text(receiver)));
}

Value native_function_repr(Value f) {
    if (!is_native_row(f)) {
        return function_text(f, function_self(f));
    }
    const Type *t = row_type(native_of(f));
    return t ? function_text(f, type_value(t))
             : str_formatted("<built-in function %S>", native_name(native_of(f)));
}

Value native_function_compare(CompareOp op, Value f, Value other) {
    bool known = (op == CMP_EQ || op == CMP_NE) && type_shown(type_of(other)) == &native_type;
    return known ? bool_value(same(f, other) == (op == CMP_EQ)) : NOT_IMPLEMENTED;
}

// The name of a function of a module; of a method (getattr, (object, name)).
static Value function_reduce(Value f) {
    Value self = function_self(f), name = function_name(f);
    return is_none(self) || is_instance(self, &module_type) ? name : reduced_attribute(self, name);
}

const Native native_function_attrs[] = {
    ROW_REDUCE(function_reduce),
    GETTER(N___name__, function_name),
    GETTER(N___qualname__, function_qualname),
    GETTER(N___module__, function_module),
    GETTER(N___self__, function_self),
    GETTER(N___text_signature__, function_signature),
    NATIVE_END,
};

// ---- descriptors: list.append, list.__len__, dict.__dict__['fromkeys'], int.real ---------------

static Value descriptor_name(Value f) {
    return str_value(native_label(f));
}

static Value descriptor_qualname(Value f) {
    return str_formatted("%S.%S", type_qualname(unbound_of(f)->owner), native_label(f));
}

static Value descriptor_owner(Value f) {
    return type_value(type_shown(unbound_of(f)->owner));
}

// (getattr, (list, "append"))
static Value descriptor_reduce(Value f) {
    return reduced_attribute(descriptor_owner(f), descriptor_name(f));
}

const Native descriptor_attrs[] = {
    GETTER(N___text_signature__, signature_text),
    MEMBER(N___name__, descriptor_name), // from here on those of attributes, too
    GETTER(N___qualname__, descriptor_qualname),
    MEMBER(N___objclass__, descriptor_owner),
    ROW_REDUCE(descriptor_reduce),
    NATIVE_END,
};

// ---- method-wrapper: [].__len__ ----------------------------------------------------------------

static Value wrapper_self(Value f) {
    return bound_of(f)->self;
}
static Value wrapper_name(Value f) {
    return descriptor_name(bound_of(f)->function);
}
static Value wrapper_qualname(Value f) {
    return descriptor_qualname(bound_of(f)->function);
}
static Value wrapper_owner(Value f) {
    return descriptor_owner(bound_of(f)->function);
}
static Value wrapper_signature(Value f) {
    return signature_text(bound_of(f)->function);
}

static Value wrapper_reduce(Value f) {
    return reduced_attribute(wrapper_self(f), wrapper_name(f));
}

const Native method_wrapper_attrs[] = {
    ROW_REDUCE(wrapper_reduce),
    GETTER(N___self__, wrapper_self),
    GETTER(N___name__, wrapper_name),
    GETTER(N___qualname__, wrapper_qualname),
    GETTER(N___objclass__, wrapper_owner),
    GETTER(N___text_signature__, wrapper_signature),
    NATIVE_END,
};
