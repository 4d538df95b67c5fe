// SPDX-License-Identifier: MIT
// collections_counter.c: Counter: a dict from items to counts, where a missing count is 0.
#include "modules/collections.h"
#include "objects/dict.h"
#include "objects/iterators.h"
#include "objects/number.h"
#include "objects/reduce.h"
#include "objects/repr_guard.h"
#include "objects/sequence.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

static bool is_counter(Value v) {
    return is_kind(v, &counter_type);
}

static Dict *counter_new(void) {
    return heap_alloc(&counter_type, sizeof(Dict));
}

static Value count_of(const Dict *d, Value key) {
    Value count = dict_get(d, key);
    return is_present(count) ? count : int_value(0);
}

static bool is_positive(Value count) {
    assert(is_present(count));
    return is_int(count) ? int_of(count) > 0 : op_truth(op_compare(CMP_GT, count, int_value(0)));
}

static Value sum(Value a, Value b) {
    if (are_ints(a, b) && fits_small(int_of(a) + int_of(b))) {
        return int_value(int_of(a) + int_of(b));
    }
    return op_binary(OP_ADD, a, b);
}

// ---- counting -------------------------------------------------------------------------------

static bool is_mapping(Value v) {
    return is_any_dict(v) || is_present(attr_find(v, N_keys));
}

// d[k] op= mapping[k] for each k.
static void combine(Dict *d, BinaryOp op, Value mapping) {
    Value keys = op_iter(list_from_iterable(op_call_method(mapping, N_keys, 0, NULL)));
    for (Value key; is_present(key = op_next(keys));) {
        Value other = op_getitem(mapping, key);
        dict_set(d, key, op == OP_ADD ? sum(count_of(d, key), other)
                                      : op_binary(op, count_of(d, key), other));
        poll_pending();
    }
}

static void count_items(Dict *d, Value iterable, intptr_t step) {
    Value it = op_iter(iterable);
    for (Value v; is_present(v = op_next(it));) {
        dict_set(d, v, sum(count_of(d, v), int_value(step)));
        poll_pending();
    }
}

static void count_argument(Dict *d, BinaryOp op, Value v) {
    if (is_none(v)) {
        return;
    }
    if (op == OP_ADD && dict_len(d) == 0 && is_any_dict(v)) {
        dict_update(d, v);
    } else if (is_mapping(v)) {
        combine(d, op, v);
    } else {
        count_items(d, v, op == OP_ADD ? 1 : -1);
    }
}

static void count_arguments(const char *function, BinaryOp op, Value self, size_t n,
                            const Value *args, const Tuple *kwnames) {
    if (n > 1) {
        raise_type_error("%s() takes from 1 to 2 positional arguments but %z were given", function,
                         (intptr_t)n + 1);
    }
    Dict *d = dict_of(self);
    if (n) {
        count_argument(d, op, args[0]);
    }
    bool fresh = op == OP_ADD && dict_len(d) == 0;
    for (size_t i = 0; kwnames && i < kwnames->len; i++) {
        Value key = kwnames->items[i], count = args[n + i];
        dict_set(d, key, fresh ? count : op_binary(op, count_of(d, key), count));
    }
}

static void counter_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    count_arguments("Counter.__init__", OP_ADD, self, n, args, kwnames);
}

static Value counter_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    Value self = cell_value(cell_new_for(cls));
    if (!(cls->flags & TYPE_HEAP)) {
        counter_init(self, n, args, kwnames);
    }
    return self;
}

// ---- most common ----------------------------------------------------------------------------

static Value second(Value pair) {
    return tuple_of(pair)->items[1];
}

static const Native second_function = FUNCTION_1(N_itemgetter, second);

static Value by_count(Value self) {
    Value pairs = list_from_iterable(dict_view(self, VIEW_ITEMS));
    list_sort(list_of(pairs), cell_value(&second_function), true);
    return pairs;
}

static Value counter_most_common(size_t n, const Value *args) {
    Value pairs = by_count(args[0]);
    if (n < 2 || is_none(args[1])) {
        return pairs;
    }
    intptr_t limit = to_intptr(to_index(args[1]));
    size_t len = list_of(pairs)->len;
    size_t count = limit < 0 ? 0 : (size_t)limit < len ? (size_t)limit : len;
    return list_from(count ? list_of(pairs)->items->at : NULL, count);
}

// The pairs by count, or as they come if counts can't be compared.
static Value shown_pairs(Value self) {
    Catch c;
    volatile Value pairs = ABSENT;
    if (TRY(c)) {
        pairs = by_count(self);
        catch_leave(&c);
    } else {
        if (!exception_matches(c.exception, &type_error_type)) {
            raise_again(c.exception);
        }
        pairs = list_from_iterable(dict_view(self, VIEW_ITEMS));
    }
    return pairs;
}

static Value counter_repr_body(Value self) {
    Value pairs = shown_pairs(self);
    Value sorted = cell_value(dict_new(0));
    dict_update(dict_of(sorted), pairs);
    return str_formatted("%S(%V)", type_of(self)->name, sorted);
}

static Value counter_repr(Value self) {
    if (dict_length(self) == 0) {
        return str_formatted("%S()", type_of(self)->name);
    }
    return repr_guarded(self, "...", counter_repr_body);
}

// ---- arithmetic: results have positive counts only ------------------------------------------

// What `op` makes of two counts.
static Value join(BinaryOp op, Value a, Value b) {
    switch (op) {
    case OP_AND:
        return op_truth(op_compare(CMP_LT, b, a)) ? b : a;
    case OP_OR:
        return op_truth(op_compare(CMP_LT, a, b)) ? b : a;
    default:
        return op_binary(op, a, b);
    }
}

static void join_keys(Dict *result, BinaryOp op, const Dict *keys, const Dict *a, const Dict *b) {
    size_t pos = 0;
    Value key, ignored;
    while (dict_next(keys, &pos, &key, &ignored)) {
        Value count = join(op, count_of(a, key), count_of(b, key));
        if (is_positive(count)) {
            dict_set(result, key, count);
        }
        poll_pending();
    }
}

static Value counter_binary(BinaryOp op, Value a, Value b, bool reflected) {
    bool known = op == OP_ADD || op == OP_SUB || op == OP_AND || op == OP_OR;
    if (!known || !is_counter(a) || !is_counter(b)) {
        return NOT_IMPLEMENTED;
    }
    Dict *result = counter_new();
    join_keys(result, op, dict_of(a), dict_of(a), dict_of(b));
    if (op != OP_AND) {
        join_keys(result, op, dict_of(b), dict_of(a), dict_of(b));
    }
    return cell_value(result);
}

static Value counter_inplace(BinaryOp op, Value a, Value b) {
    Value result = counter_binary(op, a, b, false);
    if (same(result, NOT_IMPLEMENTED)) {
        return result;
    }
    Dict *d = dict_of(a), *from = dict_of(result); // takes its table: nothing can fail
    assert(d != from && !(d->live & DICT_WATCHED));
    d->table = from->table;
    d->used = from->used;
    d->live = from->live;
    from->table = NULL;
    from->used = from->live = 0;
    return a;
}

static Value counter_unary(UnaryOp op, Value self) {
    if (op != OP_POS && op != OP_NEG) {
        return NOT_IMPLEMENTED;
    }
    Dict *result = counter_new(), *none = dict_new(0);
    bool plus = op == OP_POS;
    join_keys(result, plus ? OP_ADD : OP_SUB, dict_of(self), plus ? dict_of(self) : none,
              plus ? none : dict_of(self));
    return cell_value(result);
}

static bool holds_for_keys(CompareOp op, const Dict *keys, const Dict *a, const Dict *b) {
    size_t pos = 0;
    Value key, ignored;
    while (dict_next(keys, &pos, &key, &ignored)) {
        if (!op_truth(op_compare(op, count_of(a, key), count_of(b, key)))) {
            return false;
        }
        poll_pending();
    }
    return true;
}

static bool holds(CompareOp op, const Dict *a, const Dict *b) {
    return holds_for_keys(op, a, a, b) && holds_for_keys(op, b, a, b);
}

static Value counter_compare(CompareOp op, Value self, Value other) {
    if (!is_counter(other)) {
        return dict_compare(op, self, other);
    }
    const Dict *a = dict_of(self), *b = dict_of(other);
    switch (op) {
    case CMP_EQ:
        return bool_value(holds(CMP_EQ, a, b));
    case CMP_NE:
        return bool_value(!holds(CMP_EQ, a, b));
    case CMP_LT:
        return bool_value(holds(CMP_LE, a, b) && !holds(CMP_EQ, a, b));
    case CMP_GT:
        return bool_value(holds(CMP_GE, a, b) && !holds(CMP_EQ, a, b));
    default:
        return bool_value(holds(op, a, b));
    }
}

// ---- access ---------------------------------------------------------------------------------

static Value counter_missing(Value self, Value key) {
    return int_value(0);
}

static Value counter_getitem(Value self, Value key) {
    Value v = dict_get(dict_of(self), key);
    if (is_present(v)) {
        return v;
    }
    if (type_of(self) == &counter_type) {
        return int_value(0);
    }
    return op_call_method(self, N___missing__, 1, &key);
}

static void counter_setitem(Value self, Value key, Value v) {
    if (is_present(v)) {
        dict_set(dict_of(self), key, v);
    } else {
        dict_remove(dict_of(self), key);
    }
}

// ---- elements() -----------------------------------------------------------------------------

typedef struct Elements {
    Cell head;
    Value items;  // iterator over the pairs
    Value item;   // the item being repeated
    Value left;   // an int
} Elements;

static const Type elements_type;
static Value elements_next(Value self) {
    assert(is_exact(self, &elements_type));
    Elements *e = (Elements *)cell_of(self);
    while (!is_positive(e->left)) {
        Value pair = op_next(e->items);
        if (is_absent(pair)) {
            return iterator_ended();
        }
        Value left = to_index(second(pair));
        e->item = tuple_of(pair)->items[0];
        e->left = left;
        poll_pending();
    }
    e->left = int_binary(OP_SUB, e->left, int_value(1));
    return e->item;
}

static const Ops elements_ops = {.iter = iterator_self, .next = elements_next};
static const Type elements_type = {
    .head = {&type_type}, .name = N_elements, .ops = &elements_ops,
    .flags = TYPE_FINAL | TYPE_TRACE_WORDS, .payload = sizeof(Elements), .letter = 'h',
    .base = &object_type, .solid = &elements_type,
};

static Value counter_elements(Value self) {
    Value items = dict_iterator(self, VIEW_ITEMS, false);
    Elements *e = heap_alloc(&elements_type, sizeof *e);
    e->items = items;
    e->item = NONE;
    e->left = int_value(0);
    return cell_value(e);
}

// ---- methods --------------------------------------------------------------------------------

static Value counter_copy(Value self) {
    return op_call_1(type_value(type_of(self)), self);
}

static Value counter_update(size_t n, const Value *args, const Tuple *kwnames) {
    count_arguments("Counter.update", OP_ADD, args[0], n - 1, args + 1, kwnames);
    return NONE;
}

static Value counter_subtract(size_t n, const Value *args, const Tuple *kwnames) {
    count_arguments("Counter.subtract", OP_SUB, args[0], n - 1, args + 1, kwnames);
    return NONE;
}

static Value counter_total(Value self) {
    size_t pos = 0;
    Value key, count, total = int_value(0);
    while (dict_next(dict_of(self), &pos, &key, &count)) {
        total = sum(total, count);
    }
    return total;
}

static Value counter_fromkeys(size_t n, const Value *args) {
    raise_error(&not_implemented_error_type,
                "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.");
}

// (class, (a dict,)): as dicts go, it can't be told from an iterable of items.
static Value counter_reduce(Value self) {
    Value plain = op_call_1(type_value(&dict_type), self);
    return reduced_1(attr_get(self, N___class__), plain);
}

static const Native counter_methods[] = {
    METHOD_1(N_copy, counter_copy),
    METHOD_1(N_elements, counter_elements),
    CLASSMETHOD_VAR(N_fromkeys, counter_fromkeys, 2, 3),
    METHOD_VAR(N_most_common, counter_most_common, 1, 2),
    METHOD_KW(N_subtract, counter_subtract, 1, NATIVE_MANY),
    METHOD_1(N_total, counter_total),
    METHOD_KW(N_update, counter_update, 1, NATIVE_MANY),
    ROW_REDUCE(counter_reduce),
    METHOD_2(N___missing__, counter_missing),
    NATIVE_END,
};
static const Ops counter_ops = {
    .repr = counter_repr, .hash = hash_unhashable, .compare = counter_compare,
    .binary = counter_binary, .inplace = counter_inplace, .unary = counter_unary,
    .getitem = counter_getitem, .setitem = counter_setitem, .contains = dict_contains,
    .len = dict_length, .iter = dict_iter, .create = counter_create, .init = counter_init,
};
const Type counter_type = {
    .head = {&type_type}, .name = N_Counter, .ops = &counter_ops,
    .flags = TYPE_MAPPING | TYPE_UNHASHABLE | TYPE_WEAK, .payload = sizeof(Dict), .letter = 'D',
    .base = &dict_type, .solid = &counter_type, .methods = counter_methods, .trace = dict_trace,
};
