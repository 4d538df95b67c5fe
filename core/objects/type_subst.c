// SPDX-License-Identifier: MIT
// type_subst.c: the type parameters among the arguments of aliases and unions, and what takes their
// place: list[T][int] is list[int].
//
// Nothing is kept: whoever asks for __parameters__ has the arguments searched.
#include "objects/type_subst.h"
#include "error.h"
#include "objects/class.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/type_params.h"
#include "objects/union.h"
#include "state.h"
#include <assert.h>

// ---- finding them ------------------------------------------------------------------------------

static intptr_t index_of(const Value *items, size_t n, Value v) {
    for (size_t i = 0; i < n; i++) {
        if (same(items[i], v)) {
            return (intptr_t)i;
        }
    }
    return -1;
}

static void collect(List *found, Value v);

static void collect_all(List *found, const Tuple *values) {
    for (size_t i = 0; i < values->len; i++) {
        collect(found, values->items[i]);
    }
}

static void collect(List *found, Value v) {
    stack_check();
    poll_interrupt();
    if (type_param_is(v)) {
        if (index_of(found->items->at, found->len, v) < 0) {
            list_append(found, v);
        }
    } else if (is_tuple(v)) {
        collect_all(found, tuple_of(v));
    } else if (is_exact(v, &list_type)) {
        const List *list = list_of(v);
        for (size_t i = 0; i < list->len; i++) { // attributes may be asked for: it may change
            collect(found, list->items->at[i]);
        }
    } else if (is_cell(v) && !is_class(v) && !is_str(v)) {
        Value inner = attr_find(v, N___parameters__);
        if (is_present(inner) && is_tuple(inner)) {
            collect_all(found, tuple_of(inner));
        }
    }
}

Tuple *type_parameters(const Tuple *args) {
    List *found = list_new(2);
    collect_all(found, args);
    return tuple_of(list_to_tuple(found));
}

Tuple *type_class_parameters(const Type *t) {
    Value bases = t->flags & TYPE_HEAP ? dict_get_name(class_cell(t)->dict, N___orig_bases__) : ABSENT;
    if (is_absent(bases) || !is_tuple(bases)) {
        return tuple_of(cell_value(&empty_tuple));
    }
    for (size_t i = 0; i < tuple_of(bases)->len; i++) {
        Value base = tuple_of(bases)->items[i];
        if (is_exact(base, &generic_alias_type) &&
            same(((GenericAlias *)cell_of(base))->origin, type_value(&generic_type))) {
            return type_parameters(((GenericAlias *)cell_of(base))->args);
        }
    }
    return type_parameters(tuple_of(bases));
}

// ---- giving them values ------------------------------------------------------------------------

static bool is_variadic(Value param) {
    return is_exact(param, &type_var_tuple_type);
}

COLD static _Noreturn void wrong_count(Value self, const Tuple *params, const Tuple *given) {
    size_t required = 0;
    bool open = false;
    for (size_t i = 0; i < params->len; i++) {
        bool optional = is_variadic(params->items[i]) || type_param_has_default(params->items[i]);
        required += !optional;
        open = open || optional;
    }
    bool few = given->len < required;
    raise_type_error("Too %s arguments for %V; actual %z, expected %s%z", few ? "few" : "many", self,
                     (intptr_t)given->len, few && open ? "at least " : "",
                     (intptr_t)(few ? required : params->len));
}

// A single ParamSpec takes X[int, str] for X[[int, str]].
static Tuple *given_values(const Tuple *params, Value key) {
    Tuple *given = is_tuple(key) ? tuple_of(key) : tuple_of(tuple_new(&key, 1));
    if (params->len != 1 || !is_exact(params->items[0], &param_spec_type)) {
        return given;
    }
    Value only = given->len == 1 ? given->items[0] : ABSENT;
    bool whole = is_present(only) && (is_tuple(only) || is_exact(only, &list_type) ||
                                      same(only, ELLIPSIS) || is_exact(only, &param_spec_type));
    Value all = cell_value(given);
    return whole ? given : tuple_of(tuple_new(&all, 1));
}

static Value param_value(Value param, Value v) {
    if (is_exact(param, &param_spec_type)) {
        return is_exact(v, &list_type) ? list_to_tuple(list_of(v)) : v;
    }
    return is_none(v) ? type_value(&none_type) : v;
}

Tuple *type_assign(Value self, const Tuple *params, Value key) {
    if (params->len == 0) {
        raise_type_error("%V is not a generic class", self);
    }
    const Tuple *given = given_values(params, key);
    Tuple *values = tuple_alloc(params->len);
    size_t next = 0;
    for (size_t i = 0; i < params->len; i++) {
        Value param = params->items[i];
        size_t after = params->len - i - 1, left = given->len - next;
        if (is_variadic(param)) {
            size_t n = left > after ? left - after : 0;
            values->items[i] = tuple_new(given->items + next, n);
            next += n;
        } else if (left > 0) {
            values->items[i] = param_value(param, given->items[next++]);
        } else if (type_param_has_default(param)) {
            values->items[i] = attr_get(param, N___default__);
        } else {
            wrong_count(self, params, given);
        }
    }
    if (next < given->len) {
        wrong_count(self, params, given);
    }
    return values;
}

// ---- replacing them ----------------------------------------------------------------------------

static void replace(List *out, Value v, const Tuple *params, const Tuple *values);

static Value replace_inside(Value alias, const Tuple *inner, const Tuple *params,
                            const Tuple *values) {
    List *list = list_new(inner->len);
    for (size_t i = 0; i < inner->len; i++) {
        replace(list, inner->items[i], params, values);
    }
    return op_getitem(alias, list_to_tuple(list));
}

static void replace(List *out, Value v, const Tuple *params, const Tuple *values) {
    stack_check();
    poll_interrupt();
    intptr_t i = index_of(params->items, params->len, v);
    if (i >= 0 && is_variadic(v)) {
        const Tuple *all = tuple_of(values->items[i]);
        for (size_t j = 0; j < all->len; j++) {
            list_append(out, all->items[j]);
        }
    } else if (i >= 0) {
        list_append(out, values->items[i]);
    } else if (is_tuple(v)) {
        list_append(out, cell_value(type_substitute(tuple_of(v), params, values)));
    } else if (is_exact(v, &list_type)) {
        Tuple *items = tuple_of(list_to_tuple(list_of(v)));
        const Tuple *made = type_substitute(items, params, values);
        list_append(out, list_from(made->items, made->len));
    } else {
        const Tuple *inner = is_class(v) ? NULL : type_parameters(tuple_of(tuple_new(&v, 1)));
        list_append(out, inner && inner->len ? replace_inside(v, inner, params, values) : v);
    }
}

Tuple *type_substitute(const Tuple *args, const Tuple *params, const Tuple *values) {
    assert(params->len == values->len);
    List *out = list_new(args->len);
    for (size_t i = 0; i < args->len; i++) {
        replace(out, args->items[i], params, values);
    }
    return tuple_of(list_to_tuple(out));
}
