// SPDX-License-Identifier: MIT
// build_class.c: __build_class__: bases, metaclass, namespace, body, class.
#include "vm/internal.h"

// Splits the keyword arguments: `metaclass` apart, the rest counted into names/values.
static Value take_metaclass(const Tuple *kwnames, const Value *values, Value *out, Tuple **names) {
    Value meta = ABSENT;
    size_t n = kwnames ? kwnames->len : 0, kept = 0;
    *names = NULL;
    if (n == 0) {
        return meta;
    }
    for (size_t i = 0; i < n; i++) {
        if (str_of(kwnames->items[i]) == N_metaclass) {
            meta = values[i];
        } else {
            out[kept++] = values[i];
        }
    }
    if (kept) {
        *names = tuple_alloc(kept);
        for (size_t i = 0, k = 0; i < n; i++) {
            if (str_of(kwnames->items[i]) != N_metaclass) {
                (*names)->items[k++] = kwnames->items[i];
            }
        }
    }
    return meta;
}

static Value prepare(Value meta, Value name, Tuple *bases, const Value *kwvalues, Tuple *kwnames) {
    if (same(meta, type_value(&type_type))) {
        return cell_value(dict_new(0));
    }
    Value f = attr_find(meta, N___prepare__);
    if (is_absent(f)) {
        return cell_value(dict_new(0));
    }
    size_t nkw = kwnames ? kwnames->len : 0;
    Tuple *args = tuple_alloc(2 + nkw);
    args->items[0] = name;
    args->items[1] = cell_value(bases);
    memcpy(args->items + 2, kwvalues, nkw * sizeof(Value));
    Value namespace = op_call_kw(f, 2, args->items, kwnames);
    if (!is_kind(namespace, &dict_type) && !op_of(type_of(namespace)->ops, getitem)) {
        raise_type_error("%S.__prepare__() must return a mapping, not %T",
                         is_class(meta) ? class_of(meta)->name : N__metaclass, namespace);
    }
    return namespace;
}

// The variable __class__ of the methods, which the metaclass had to hand on to type.__new__().
static void check_class_cell(Value cell, Value name, Value cls) {
    if (!is_class(cls) || !is_exact(cell, &cell_type)) {
        return;
    }
    Value content = ((CellVar *)cell_of(cell))->content;
    if (is_absent(content)) {
        raise_error(&runtime_error_type,
                    "__class__ not set defining %V as %V. Was __classcell__ propagated to "
                    "type.__new__?",
                    name, cls);
    }
    if (!same(content, cls)) {
        raise_type_error("__class__ set to %V defining %V as %V", content, name, cls);
    }
}

// The metaclass that was not given is that of the first base.
static Value default_metaclass(const Tuple *bases) {
    return type_value(bases->len ? type_of(bases->items[0]) : &type_type);
}

// Arguments: body function, name, bases..., keywords.
Value builtin_build_class(size_t n, const Value *args, const Tuple *kwnames) {
    if (n < 2 || !is_exact(args[0], &function_type) || !is_str(args[1])) {
        raise_type_error("__build_class__: func must be a function");
    }
    size_t nkw = kwnames ? kwnames->len : 0;
    Tuple *spare = tuple_alloc(nkw + 3), *names; // keeps what is on its way alive
    Value *values = spare->items + 3;
    Value meta = take_metaclass(kwnames, args + n, values, &names);
    Tuple *given = tuple_of(tuple_new(args + 2, n - 2));
    Tuple *bases = class_resolve_bases(given);
    meta = class_metatype(is_present(meta) ? meta : default_metaclass(bases), bases);
    Value namespace = prepare(meta, args[1], bases, values, names);
    if (bases != given) {
        op_setitem(namespace, str_value(N___orig_bases__), cell_value(given));
    }
    Value cell = NONE;
    if (function_of(args[0])->code->flags & CODE_CLASS_BODY) {
        cell = vm_run_body(function_of(args[0]), namespace);
    } else { // called by a program with any function: it leaves nothing in the namespace
        op_call_0(args[0]);
    }
    spare->items[0] = args[1];
    spare->items[1] = cell_value(bases);
    spare->items[2] = namespace;
    Value cls = op_call_kw(meta, 3, spare->items, names);
    check_class_cell(cell, args[1], cls);
    return cls;
}
