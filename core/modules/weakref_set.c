// SPDX-License-Identifier: MIT
// weakref_set.c: WeakSet.
//
// Algebra is that of ordinary sets: the operands become sets, which hold their elements, and the
// result becomes a WeakSet again.
#include "modules/weakref_table.h"
#include "objects/class.h"
#include "objects/set.h"
#include "state.h"
#include "objects/method.h"
#include "objects/reduce.h"
#include "text/str.h"
#include <assert.h>

static bool is_weak_set(Value v) {
    return is_kind(v, &weak_set_type);
}

static bool contains(Value self, Value v) {
    return weakref_may_refer(v) && weak_table_find(weak_table_of(self), v, true) >= 0;
}

static void put(Value self, Value v) {
    weakref_check(v);
    if (weak_table_find(weak_table_of(self), v, true) < 0) {
        weak_table_put(weak_table_of(self), v, ABSENT);
    }
}

static bool take(Value self, Value v) {
    weakref_check(v);
    intptr_t i = weak_table_find(weak_table_of(self), v, true);
    if (i >= 0) {
        table_remove(weak_owner(weak_table_of(self)), (size_t)i);
    }
    return i >= 0;
}

static void put_all(Value self, Value iterable) {
    Value it = op_iter(iterable);
    for (Value v; is_present(v = op_next(it));) {
        put(self, v);
        poll_pending();
    }
}

// An ordinary set of the elements.
static Value strong(Value v) {
    Set *s = set_new(&set_type, 0);
    set_update(s, v);
    return cell_value(s);
}

static Value weak(Value set) {
    Value self = weak_table_new(&weak_set_type, WEAK_KEYS);
    put_all(self, set);
    return self;
}

// ---- constructors ------------------------------------------------------------------------------

static void weak_set_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("WeakSet", kwnames);
    if (n > 1) {
        raise_type_error("WeakSet expected at most 1 argument, got %z", (intptr_t)n);
    }
    if (n > 0 && !is_none(args[0])) {
        put_all(self, args[0]);
    }
}

static Value weak_set_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    Value self = weak_table_new(cls, WEAK_KEYS);
    if (!(cls->flags & TYPE_HEAP)) {
        weak_set_init(self, n, args, kwnames);
    }
    return self;
}

static Value copy_of(Value self) {
    return weak(strong(self));
}

// ---- operations --------------------------------------------------------------------------------

static Value weak_set_repr(Value self) {
    return str_formatted("<%S at 0x%x>", type_of(self)->name, (unsigned)self.bits);
}

static intptr_t weak_set_len(Value self) {
    return (intptr_t)table_live(weak_owner(weak_table_of(self)));
}

static Value weak_set_iter(Value self) {
    return weak_table_iterator(self, WEAK_ITER_KEYS);
}

static Value weak_set_compare(CompareOp op, Value self, Value other) {
    if (!is_weak_set(other) && (op == CMP_EQ || op == CMP_NE)) {
        return NOT_IMPLEMENTED;
    }
    return op_compare(op, strong(self), strong(other));
}

static bool is_algebra(BinaryOp op) {
    return op == OP_AND || op == OP_OR || op == OP_XOR || op == OP_SUB;
}

static Value weak_set_binary(BinaryOp op, Value a, Value b, bool reflected) {
    (void)reflected;
    return is_algebra(op) ? weak(op_binary(op, strong(a), strong(b))) : NOT_IMPLEMENTED;
}

// self becomes what the set is.
static Value become(Value self, Value set) {
    Value fresh = weak(set);
    TableOwner *to = weak_owner(weak_table_of(self)), *from = weak_owner(weak_table_of(fresh));
    table_clear(to);
    to->table = from->table;
    to->used = from->used;
    to->live = from->live;
    from->table = NULL; // one owner only
    from->used = 0;
    from->live &= ~TABLE_LIVE;
    return self;
}

static Value weak_set_inplace(BinaryOp op, Value a, Value b) {
    if (!is_algebra(op)) {
        return NOT_IMPLEMENTED;
    }
    if (op == OP_OR) {
        put_all(a, b);
        return a;
    }
    return become(a, op_binary(op, strong(a), strong(b)));
}

// ---- methods -----------------------------------------------------------------------------------

static Value weak_set_add(Value self, Value v) {
    put(self, v);
    return NONE;
}

static Value weak_set_discard(Value self, Value v) {
    take(self, v);
    return NONE;
}

static Value weak_set_remove(Value self, Value v) {
    if (!take(self, v)) {
        raise_key_error(v);
    }
    return NONE;
}

static Value weak_set_pop(Value self) {
    TableOwner *o = weak_owner(weak_table_of(self));
    intptr_t i = table_first(o);
    if (i < 0) {
        raise_key_error(str_from_c("pop from empty WeakSet"));
    }
    Value v = *table_entry(o->table, (size_t)i);
    table_remove(o, (size_t)i);
    return v;
}

static Value weak_set_clear(Value self) {
    table_clear(weak_owner(weak_table_of(self)));
    return NONE;
}

static Value weak_set_update(Value self, Value other) {
    put_all(self, other);
    return NONE;
}

static Value in_place(BinaryOp op, Value self, Value other) {
    become(self, op_binary(op, strong(self), strong(other)));
    return NONE;
}

static Value weak_set_union(Value self, Value other) {
    return weak_set_binary(OP_OR, self, other, false);
}
static Value weak_set_intersection(Value self, Value other) {
    return weak_set_binary(OP_AND, self, other, false);
}
static Value weak_set_difference(Value self, Value other) {
    return weak_set_binary(OP_SUB, self, other, false);
}
static Value weak_set_symmetric_difference(Value self, Value other) {
    return weak_set_binary(OP_XOR, self, other, false);
}
static Value weak_set_intersection_update(Value self, Value other) {
    return in_place(OP_AND, self, other);
}
static Value weak_set_difference_update(Value self, Value other) {
    return in_place(OP_SUB, self, other);
}
static Value weak_set_symmetric_difference_update(Value self, Value other) {
    return in_place(OP_XOR, self, other);
}
static Value weak_set_issubset(Value self, Value other) {
    return op_compare(CMP_LE, strong(self), strong(other));
}
static Value weak_set_issuperset(Value self, Value other) {
    return op_compare(CMP_GE, strong(self), strong(other));
}
static Value weak_set_isdisjoint(Value self, Value other) {
    return bool_value(!op_truth(op_binary(OP_AND, strong(self), strong(other))));
}

// ---- type --------------------------------------------------------------------------------------

static const Native weak_set_methods[] = {
    METHOD_2(N_add, weak_set_add),
    METHOD_2(N_discard, weak_set_discard),
    METHOD_2(N_remove, weak_set_remove),
    METHOD_1(N_pop, weak_set_pop),
    METHOD_1(N_clear, weak_set_clear),
    METHOD_1(N_copy, copy_of),
    ROW_REDUCE(reduce_items),
    METHOD_2(N_update, weak_set_update),
    METHOD_2(N_union, weak_set_union),
    METHOD_2(N_intersection, weak_set_intersection),
    METHOD_2(N_difference, weak_set_difference),
    METHOD_2(N_symmetric_difference, weak_set_symmetric_difference),
    METHOD_2(N_intersection_update, weak_set_intersection_update),
    METHOD_2(N_difference_update, weak_set_difference_update),
    METHOD_2(N_symmetric_difference_update, weak_set_symmetric_difference_update),
    METHOD_2(N_issubset, weak_set_issubset),
    METHOD_2(N_issuperset, weak_set_issuperset),
    METHOD_2(N_isdisjoint, weak_set_isdisjoint),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};
static const Ops weak_set_ops = {
    .repr = weak_set_repr,
    .hash = hash_unhashable,
    .compare = weak_set_compare,
    .binary = weak_set_binary,
    .inplace = weak_set_inplace,
    .contains = contains,
    .len = weak_set_len,
    .iter = weak_set_iter,
    .create = weak_set_create,
    .init = weak_set_init,
};
const Type weak_set_type = {
    .head = {&type_type},
    .name = N_WeakSet,
    .ops = &weak_set_ops,
    .flags = TYPE_UNHASHABLE | TYPE_WEAK,
    .payload = sizeof(WeakTable),
    .letter = 'D',
    .base = &object_type,
    .solid = &weak_set_type,
    .methods = weak_set_methods,
    .trace = weak_table_trace,
};
