// SPDX-License-Identifier: MIT
// collections_ordered.c: OrderedDict: a dict (which keeps order anyway) with an equality that
// looks at the order and methods that change it.
#include "modules/collections.h"
#include "objects/dict.h"
#include "objects/reduce.h"
#include "objects/repr_guard.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

static bool is_ordered(Value v) {
    return is_kind(v, &ordered_dict_type);
}

// ---- operations -----------------------------------------------------------------------------


static Value ordered_repr_body(Value self) {
    Value plain = cell_value(dict_copy(dict_of(self)));
    return str_formatted("%S(%V)", type_of(self)->name, plain);
}

static Value ordered_repr(Value self) {
    if (dict_length(self) == 0) {
        return str_formatted("%S()", type_of(self)->name);
    }
    return repr_guarded(self, "...", ordered_repr_body);
}

static bool same_order(const Dict *a, const Dict *b) {
    size_t i = 0, j = 0;
    Value x, y, ignored;
    while (dict_next(a, &i, &x, &ignored) && dict_next(b, &j, &y, &ignored)) {
        if (!op_equal(x, y)) {
            return false;
        }
        poll_pending();
    }
    return true;
}

static Value ordered_compare(CompareOp op, Value self, Value other) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_ordered(other)) {
        return dict_compare(op, self, other);
    }
    const Dict *a = dict_of(self), *b = dict_of(other);
    bool equal = dict_equal(a, b) && same_order(a, b);
    return bool_value(equal == (op == CMP_EQ));
}

static Dict *copy_as_ordered(const Dict *d) {
    Dict *copy = heap_alloc(&ordered_dict_type, sizeof *copy);
    dict_update(copy, cell_value(d));
    return copy;
}

static Value ordered_binary(BinaryOp op, Value a, Value b, bool reflected) {
    if (op != OP_OR || !is_any_dict(a) || !is_any_dict(b)) {
        return NOT_IMPLEMENTED;
    }
    Dict *result = copy_as_ordered(dict_of(a));
    dict_update(result, b);
    return cell_value(result);
}

static Value ordered_getitem(Value self, Value key) {
    return op_of(dict_type.ops, getitem)(self, key);
}

// ---- methods --------------------------------------------------------------------------------

static Value ordered_copy(Value self) {
    if (type_of(self) != &ordered_dict_type) {
        return op_call_1(type_value(type_of(self)), self);
    }
    return cell_value(copy_as_ordered(dict_of(self)));
}

static Value ordered_move_to_end(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_key, ARG_REQUIRED}, {N_last, 0}, {NULL, 0}};
    Value given[2];
    args_parse("move_to_end", spec, n - 1, args + 1, kwnames, given);
    bool last = is_absent(given[1]) || op_truth(given[1]);
    TableOwner *o = dict_owner(dict_of(args[0]));
    uint32_t hash = table_hash(given[0], false);
    intptr_t i = table_find(o, given[0], hash);
    if (i < 0) {
        raise_key_error(given[0]);
    }
    table_move(o, (size_t)i, last, false);
    return NONE;
}

static Value ordered_popitem(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_last, 0}, {NULL, 0}};
    Value given[1];
    args_parse("popitem", spec, n - 1, args + 1, kwnames, given);
    bool last = is_absent(given[0]) || op_truth(given[0]);
    Dict *d = dict_of(args[0]);
    Tuple *pair = tuple_alloc(2);
    intptr_t i = last ? table_last(dict_owner(d)) : table_first(dict_owner(d));
    if (i < 0) {
        raise_key_error(str_from_c("dictionary is empty"));
    }
    pair->items[0] = table_entry(d->table, (size_t)i)[0];
    pair->items[1] = dict_pop_at(d, (size_t)i);
    return cell_value(pair);
}

static Value ordered_reduce(Value self) {
    return reduced_dict(self, cell_value(&empty_tuple), reduce_state(self));
}

// ---- type -----------------------------------------------------------------------------------

static const Native ordered_methods[] = {
    METHOD_1(N_copy, ordered_copy),
    ROW_REDUCE(ordered_reduce),
    METHOD_KW(N_move_to_end, ordered_move_to_end, 1, NATIVE_MANY),
    METHOD_KW(N_popitem, ordered_popitem, 1, NATIVE_MANY),
    NATIVE_END,
};
static const Ops ordered_ops = {
    .repr = ordered_repr, .hash = hash_unhashable, .compare = ordered_compare,
    .binary = ordered_binary, .inplace = dict_inplace, .getitem = ordered_getitem,
    .setitem = dict_setitem, .contains = dict_contains, .len = dict_length, .iter = dict_iter,
    .create = dict_create, .init = dict_init,
};
const Type ordered_dict_type = {
    .head = {&type_type}, .name = N_OrderedDict, .ops = &ordered_ops,
    .flags = TYPE_MAPPING | TYPE_UNHASHABLE | TYPE_WEAK, .payload = sizeof(Dict), .letter = 'D',
    .base = &dict_type, .solid = &ordered_dict_type, .methods = ordered_methods,
    .trace = dict_trace,
};
