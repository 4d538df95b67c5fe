// SPDX-License-Identifier: MIT
// set_methods.c: the methods of set and frozenset.
#include "objects/set.h"
#include "state.h"
#include "objects/method.h"
#include "objects/reduce.h"
#include "text/str.h"
#include <assert.h>

// The plain type of results: frozenset for frozensets, set for sets and classes derived from it.
static const Type *result_type(Value self) {
    return is_exact(self, &frozenset_type) ? &frozenset_type : &set_type;
}

static Set *copy_of(Value self) {
    return set_copy(set_of(self), result_type(self));
}

// ---- making new sets ------------------------------------------------------------------------

static Value set_copy_method(Value self) {
    return is_exact(self, &frozenset_type) ? self : cell_value(copy_of(self));
}

static Value set_union(size_t n, const Value *args) {
    Set *result = copy_of(args[0]);
    for (size_t i = 1; i < n; i++) {
        set_update(result, args[i]);
    }
    return cell_value(result);
}

static Value set_intersection(size_t n, const Value *args) {
    Set *result = copy_of(args[0]);
    for (size_t i = 1; i < n; i++) {
        set_intersect(result, args[i]);
    }
    return cell_value(result);
}

static Value set_difference(size_t n, const Value *args) {
    Set *result = copy_of(args[0]);
    for (size_t i = 1; i < n; i++) {
        set_subtract(result, set_view_of(args[i]));
    }
    return cell_value(result);
}

static Value set_symmetric_difference(Value self, Value other) {
    Set *result = copy_of(self);
    set_exclusive(result, set_view_of(other));
    return cell_value(result);
}

// ---- asking ---------------------------------------------------------------------------------

static Value set_isdisjoint(Value self, Value other) {
    if (is_exact(other, &set_type) || is_exact(other, &frozenset_type)) {
        return bool_value(set_is_disjoint(set_of(other), set_of(self)));
    }
    Value it = op_iter(other);
    for (Value v; is_present(v = op_next(it));) {
        if (set_contains(set_of(self), v)) {
            return FALSE;
        }
        poll_pending();
    }
    return TRUE;
}

static Value set_issubset(Value self, Value other) {
    return bool_value(set_is_subset(set_of(self), set_view_of(other)));
}

static Value set_issuperset(Value self, Value other) {
    return bool_value(set_is_subset(set_view_of(other), set_of(self)));
}

static Value set_sizeof(Value self) {
    const Set *s = set_of(self);
    return int_value((intptr_t)(sizeof(Set) + (s->table ? table_bytes(s->table) : 0)));
}

// ---- changing -------------------------------------------------------------------------------

static Value set_add_method(Value self, Value v) {
    set_add(set_of(self), v);
    return NONE;
}

static Value set_clear_method(Value self) {
    set_clear(set_of(self));
    return NONE;
}

static Value set_discard(Value self, Value v) {
    set_find(set_of(self), v, true);
    return NONE;
}

static Value set_remove_method(Value self, Value v) {
    if (!set_find(set_of(self), v, true)) {
        raise_key_error(v);
    }
    return NONE;
}

static Value set_pop(Value self) {
    TableOwner *o = set_owner(set_of(self));
    if (table_live(o) == o->used) { // else the next after those that were popped
        set_arrange(set_of(self));
    }
    intptr_t i = table_first(o);
    if (i < 0) {
        raise_key_error(str_from_c("pop from an empty set"));
    }
    Value v = *table_entry(o->table, (size_t)i);
    table_remove(o, (size_t)i);
    return v;
}

static Value set_update_method(size_t n, const Value *args) {
    for (size_t i = 1; i < n; i++) {
        set_update(set_of(args[0]), args[i]);
    }
    return NONE;
}

static Value set_intersection_update(size_t n, const Value *args) {
    for (size_t i = 1; i < n; i++) {
        set_intersect(set_of(args[0]), args[i]);
    }
    return NONE;
}

static Value set_difference_update(size_t n, const Value *args) {
    for (size_t i = 1; i < n; i++) {
        set_subtract(set_of(args[0]), set_view_of(args[i]));
    }
    return NONE;
}

static Value set_symmetric_difference_update(Value self, Value other) {
    set_exclusive(set_of(self), set_view_of(other));
    return NONE;
}

// ---- tables ---------------------------------------------------------------------------------

const Native set_methods[] = {
    METHOD_2(N_add, set_add_method),
    METHOD_1(N_clear, set_clear_method),
    METHOD_1(N_copy, set_copy_method),
    METHOD_VAR(N_difference, set_difference, 1, NATIVE_MANY),
    METHOD_VAR(N_difference_update, set_difference_update, 1, NATIVE_MANY),
    METHOD_2(N_discard, set_discard),
    METHOD_VAR(N_intersection, set_intersection, 1, NATIVE_MANY),
    METHOD_VAR(N_intersection_update, set_intersection_update, 1, NATIVE_MANY),
    METHOD_2(N_isdisjoint, set_isdisjoint),
    METHOD_2(N_issubset, set_issubset),
    METHOD_2(N_issuperset, set_issuperset),
    METHOD_1(N_pop, set_pop),
    METHOD_2(N_remove, set_remove_method),
    METHOD_2(N_symmetric_difference, set_symmetric_difference),
    METHOD_2(N_symmetric_difference_update, set_symmetric_difference_update),
    METHOD_VAR(N_union, set_union, 1, NATIVE_MANY),
    METHOD_VAR(N_update, set_update_method, 1, NATIVE_MANY),
    METHOD_1(N___sizeof__, set_sizeof),
    ROW_REDUCE(reduce_items),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};

const Native frozenset_methods[] = {
    METHOD_1(N_copy, set_copy_method),
    METHOD_VAR(N_difference, set_difference, 1, NATIVE_MANY),
    METHOD_VAR(N_intersection, set_intersection, 1, NATIVE_MANY),
    METHOD_2(N_isdisjoint, set_isdisjoint),
    METHOD_2(N_issubset, set_issubset),
    METHOD_2(N_issuperset, set_issuperset),
    METHOD_2(N_symmetric_difference, set_symmetric_difference),
    METHOD_VAR(N_union, set_union, 1, NATIVE_MANY),
    METHOD_1(N___sizeof__, set_sizeof),
    ROW_REDUCE(reduce_items),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};
