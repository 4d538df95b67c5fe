// SPDX-License-Identifier: MIT
// copyreg.c: the module copyreg: what makes objects again that were reduced, and the table of
// functions that reduce objects of a type.
#include "modules/copyreg.h"
#include "error.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "text/str.h"
#include <assert.h>

// ---- making objects ----------------------------------------------------------------------------

// __newobj__(cls, *args): cls.__new__(cls, *args)
static Value newobj(size_t n, const Value *args) {
    return call_forward(attr_get(args[0], N___new__), n, args, NULL);
}

// f(first, *args, **kwargs)
static Value call_spread(Value f, Value first, const Tuple *args, const Dict *kwargs) {
    size_t n = args->len + 1, nkw = dict_len(kwargs), pos = 0, i = 0;
    Tuple *names = tuple_alloc(nkw), *all = tuple_alloc(size_add(n, nkw));
    all->items[0] = first;
    for (size_t k = 0; k < args->len; k++) {
        all->items[k + 1] = args->items[k];
    }
    for (; i < nkw && dict_next(kwargs, &pos, &names->items[i], &all->items[n + i]); i++) {
        if (!is_str(unbox(names->items[i]))) {
            raise_type_error("keywords must be strings");
        }
        names->items[i] = str_value(str_intern(unbox(names->items[i])));
    }
    return call_forward(f, n, all->items, nkw ? names : NULL);
}

// __newobj_ex__(cls, args, kwargs): cls.__new__(cls, *args, **kwargs)
static Value newobj_ex(Value cls, Value args, Value kwargs) {
    Value positional = tuple_from_iterable(args);
    Dict *named = dict_new(0);
    dict_merge(named, kwargs);
    return call_spread(attr_get(cls, N___new__), cls, tuple_of(positional), named);
}

// Has base an __init__ other than that of object?
static bool has_init(Value base) {
    Value init = attr_get(base, N___init__), plain = attr_get(type_value(&object_type), N___init__);
    return op_truth(op_compare(CMP_NE, init, plain));
}

// _reconstructor(cls, base, state): base.__new__(cls, state), initialised by base
static Value reconstructor(Value cls, Value base, Value state) {
    bool plain = same(base, type_value(&object_type));
    Value args[2] = {cls, state};
    Value object = op_call(attr_get(base, N___new__), plain ? 1 : 2, args);
    if (!plain && has_init(base)) {
        op_call_2(attr_get(base, N___init__), object, state);
    }
    return object;
}

// ---- the table ---------------------------------------------------------------------------------

static Value constructor(Value f) {
    if (!op_callable(f)) {
        raise_type_error("constructors must be callable");
    }
    return NONE;
}

static Value pickle(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_ob_type, ARG_REQUIRED}, {N_pickle_function, ARG_REQUIRED},
                                   {N_constructor_ob, 0}, {NULL, 0}};
    Value given[3];
    args_parse("pickle", spec, n, args, kwnames, given);
    if (!op_callable(given[1])) {
        raise_type_error("reduction functions must be callable");
    }
    op_setitem(attr_get(module_import(N_copyreg), N_dispatch_table), given[0], given[1]);
    return is_present(given[2]) && !is_none(given[2]) ? constructor(given[2]) : NONE;
}

static Value pickle_complex(Value z) {
    return reduced_2(type_value(&complex_type), attr_get(z, N_real), attr_get(z, N_imag));
}

static const Native copyreg_functions[] = {
    FUNCTION_VAR(N___newobj__, newobj, 1, NATIVE_MANY),
    FUNCTION_3(N___newobj_ex__, newobj_ex),
    FUNCTION_3(N__reconstructor, reconstructor),
    FUNCTION_2(N__reduce_ex, reduce_legacy),
    FUNCTION_1(N__slotnames, reduce_slot_names),
    FUNCTION_1(N_constructor, constructor),
    FUNCTION_KW(N_pickle, pickle, 0, NATIVE_MANY),
    FUNCTION_1(N_pickle_complex, pickle_complex),
    NATIVE_END,
};

Value copyreg_function(const Str *name) {
    const Native *row = find_row(copyreg_functions, name);
    assert(row);
    return cell_value(row);
}

static void copyreg_init(Value module) {
    Dict *table = dict_new(1);
    dict_set(table, type_value(&complex_type), copyreg_function(N_pickle_complex));
    attr_set(module, N_dispatch_table, cell_value(table));
}

const ModuleDef copyreg_module = {
    .name = N_copyreg, .functions = copyreg_functions, .init = copyreg_init,
};
