// SPDX-License-Identifier: MIT
// range.c: range objects and their iterators.
//
// The fields are ints of any size; len is exact. Where start, stop and step are small ints, all
// items are, and RangeIterator counts in machine words; else WideIterator counts in ints.
#include "objects/iterators.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "objects/sequence.h"
#include "state.h"
#include "text/operand.h"
#include "text/str.h"
#include <assert.h>

static Range *range_of(Value v) {
    assert(is_exact(v, &range_type));
    return (Range *)cell_of(v);
}

static bool is_small_range(const Range *r) {
    return is_int(r->start) && is_int(r->stop) && is_int(r->step) && is_int(r->len);
}

// ---- constructors ---------------------------------------------------------------------------

static Value add(Value a, Value b) {
    return int_binary(OP_ADD, a, b);
}

static Value sub(Value a, Value b) {
    return int_binary(OP_SUB, a, b);
}

static Value mul(Value a, Value b) {
    return int_binary(OP_MUL, a, b);
}

static Value length(Value start, Value stop, Value step) {
    bool up = int_sign(step) > 0;
    Value distance = up ? sub(stop, start) : sub(start, stop);
    if (int_sign(distance) <= 0) {
        return int_value(0);
    }
    Value pace = up ? step : int_neg(step);
    return add(int_binary(OP_FLOORDIV, sub(distance, int_value(1)), pace), int_value(1));
}

static Value range_new(Value start, Value stop, Value step) {
    Value len = length(start, stop, step);
    Range *r = heap_alloc(&range_type, sizeof *r);
    r->start = start;
    r->stop = stop;
    r->step = step;
    r->len = len;
    return cell_value(r);
}

static Value range_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("range", kwnames);
    if (n < 1 || n > 3) {
        raise_type_error("range expected at %s %d argument%s, got %z", n ? "most" : "least",
                         n ? 3 : 1, n ? "s" : "", (intptr_t)n);
    }
    if (n == 1) {
        return range_new(int_value(0), to_index(args[0]), int_value(1));
    }
    Value start = to_index(args[0]), stop = to_index(args[1]);
    Value step = n == 3 ? to_index(args[2]) : int_value(1);
    if (int_sign(step) == 0) {
        raise_value_error("range() arg 3 must not be zero");
    }
    return range_new(start, stop, step);
}

// ---- items ----------------------------------------------------------------------------------

static Value item(const Range *r, Value i) {
    return add(r->start, mul(i, r->step));
}

static Value range_slice(const Range *r, Value slice) {
    const Tuple *part = tuple_of(slice_indices(slice, r->len));
    return range_new(item(r, part->items[0]), item(r, part->items[1]),
                     mul(r->step, part->items[2]));
}

static Value range_getitem(Value self, Value key) {
    const Range *r = range_of(self);
    if (is_exact(key, &slice_type)) {
        return range_slice(r, key);
    }
    if (!operand_is_index(key)) {
        raise_type_error("range indices must be integers or slices, not %T", key);
    }
    Value i = to_index(key);
    if (int_sign(i) < 0) {
        i = add(i, r->len);
    }
    if (int_sign(i) < 0 || int_compare(i, r->len) >= 0) {
        raise_index_error("range object index out of range");
    }
    return item(r, i);
}

// Index of an int (any bool or int value) in the range; ABSENT if it is not there.
static Value index_of(const Range *r, Value v) {
    v = integer_of(v);
    Value distance = sub(v, r->start);
    if (int_sign(int_binary(OP_MOD, distance, r->step)) != 0) {
        return ABSENT;
    }
    Value i = int_binary(OP_FLOORDIV, distance, r->step);
    return int_sign(i) >= 0 && int_compare(i, r->len) < 0 ? i : ABSENT;
}

static bool is_exact_int(Value v) {
    return is_int(v) || is_big(v) || is_bool(v);
}

// Index of the first item equal to v; ABSENT if none is.
static Value find(Value self, Value v) {
    if (is_exact_int(v)) {
        return index_of(range_of(self), v);
    }
    Value it = op_iter(self), i = int_value(0);
    for (Value x; is_present(x = op_next(it)); i = add(i, int_value(1))) {
        if (op_equal(x, v)) {
            return i;
        }
        poll_pending();
    }
    return ABSENT;
}

static bool range_contains(Value self, Value v) {
    return is_present(find(self, v));
}

// ---- operations -----------------------------------------------------------------------------

static Value range_repr(Value self) {
    const Range *r = range_of(self);
    if (same(r->step, int_value(1))) {
        return str_formatted("range(%V, %V)", r->start, r->stop);
    }
    return str_formatted("range(%V, %V, %V)", r->start, r->stop, r->step);
}

// What two equal ranges have in common: (len, start or None, step or None).
static Value essence(const Range *r) {
    bool none = int_sign(r->len) == 0, one = same(r->len, int_value(1));
    return tuple_new((Value[]){r->len, none ? NONE : r->start, none || one ? NONE : r->step}, 3);
}

static intptr_t range_hash(Value self) {
    return op_hash(essence(range_of(self)));
}

static Value range_compare(CompareOp op, Value self, Value other) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_exact(other, &range_type)) {
        return NOT_IMPLEMENTED;
    }
    return sequence_compare(op, essence(range_of(self)), essence(range_of(other)));
}

static bool range_truth(Value self) {
    return int_sign(range_of(self)->len) != 0;
}

static intptr_t range_len(Value self) {
    int64_t len;
    if (!int_to_i64(range_of(self)->len, &len) || len > INTPTR_MAX) {
        raise_overflow("Python int too large to convert to C ssize_t");
    }
    return (intptr_t)len;
}

// ---- iterators ------------------------------------------------------------------------------

typedef struct WideIterator {
    Cell head;
    Value current, step, remaining;
} WideIterator;

static Value range_next(Value self) {
    RangeIterator *it = (RangeIterator *)cell_of(self);
    if (it->remaining == 0) {
        return ABSENT;
    }
    it->remaining--;
    Value v = int_value(it->current);
    it->current += it->step;
    return v;
}

static Value range_length_hint(Value self) {
    return int_value((intptr_t)((RangeIterator *)cell_of(self))->remaining);
}

static Value wide_next(Value self) {
    WideIterator *it = (WideIterator *)cell_of(self);
    if (int_sign(it->remaining) <= 0) {
        return ABSENT;
    }
    Value v = it->current, next = add(v, it->step);
    it->remaining = sub(it->remaining, int_value(1));
    it->current = next;
    return v;
}

// A state says how many items to pass over.
static Value range_setstate(Value self, Value state) {
    RangeIterator *it = (RangeIterator *)cell_of(self);
    intptr_t index = to_intptr(state);
    uintptr_t passed = index < 0 ? 0 : (uintptr_t)index;
    passed = passed < it->remaining ? passed : it->remaining;
    it->current += (intptr_t)passed * it->step;
    it->remaining -= passed;
    return NONE;
}

// (iter, (the range to come,), None)
static Value reduced(Value current, Value step, Value remaining) {
    Value rest = range_new(current, add(current, mul(step, remaining)), step);
    return reduced_with_state(reduce_builtin(N_iter), tuple_new(&rest, 1), NONE);
}

static Value range_iterator_reduce(Value self) {
    const RangeIterator *it = (RangeIterator *)cell_of(self);
    return reduced(int_from(it->current), int_from(it->step), int_from((intptr_t)it->remaining));
}

static const Native range_iterator_methods[] = {
    METHOD_1(N___length_hint__, range_length_hint),
    ROW_REDUCE(range_iterator_reduce),
    METHOD_2(N___setstate__, range_setstate),
    NATIVE_END,
};
static const Ops range_iterator_ops = {.iter = iterator_self, .next = range_next};
const Type range_iterator_type = {
    .head = {&type_type}, .name = N_range_iterator, .ops = &range_iterator_ops,
    .flags = TYPE_FINAL | TYPE_TRACE_NONE, .payload = sizeof(RangeIterator), .letter = 'h',
    .base = &object_type, .solid = &range_iterator_type, .methods = range_iterator_methods,
};

static Value wide_length_hint(Value self) {
    return ((WideIterator *)cell_of(self))->remaining;
}

static Value wide_setstate(Value self, Value state) {
    WideIterator *it = (WideIterator *)cell_of(self);
    Value given = to_index(state), most = it->remaining;
    Value passed = int_sign(given) < 0 ? int_value(0) : int_compare(given, most) > 0 ? most : given;
    Value current = add(it->current, mul(passed, it->step)), remaining = sub(it->remaining, passed);
    it->current = current;
    it->remaining = remaining;
    return NONE;
}

static Value wide_reduce(Value self) {
    const WideIterator *it = (WideIterator *)cell_of(self);
    return reduced(it->current, it->step, it->remaining);
}

static const Native wide_methods[] = {
    METHOD_1(N___length_hint__, wide_length_hint),
    ROW_REDUCE(wide_reduce),
    METHOD_2(N___setstate__, wide_setstate),
    NATIVE_END,
};
static const Ops wide_ops = {.iter = iterator_self, .next = wide_next};
static const Type wide_iterator_type = {
    .head = {&type_type}, .name = N_longrange_iterator, .ops = &wide_ops,
    .flags = TYPE_FINAL | TYPE_TRACE_WORDS, .payload = sizeof(WideIterator), .letter = 'h',
    .base = &object_type, .solid = &wide_iterator_type, .methods = wide_methods,
};

static Value small_iterator(intptr_t start, intptr_t step, intptr_t len) {
    assert(len >= 0 && (step != 0 || len == 0));
    RangeIterator *it = heap_alloc_raw(&range_iterator_type, sizeof *it);
    it->current = start;
    it->step = step;
    it->remaining = (uintptr_t)len;
    return cell_value(it);
}

static Value wide_iterator(Value start, Value step, Value len) {
    WideIterator *it = heap_alloc(&wide_iterator_type, sizeof *it);
    it->current = start;
    it->step = step;
    it->remaining = len;
    return cell_value(it);
}

static Value range_iter(Value self) {
    const Range *r = range_of(self);
    return is_small_range(r) ? small_iterator(int_of(r->start), int_of(r->step), int_of(r->len))
                             : wide_iterator(r->start, r->step, r->len);
}

// ---- methods --------------------------------------------------------------------------------

static Value range_reversed(Value self) {
    const Range *r = range_of(self);
    Value last = item(r, sub(r->len, int_value(1)));
    if (is_small_range(r) && is_int(last)) {
        return small_iterator(int_of(last), -int_of(r->step), int_of(r->len));
    }
    return wide_iterator(last, int_neg(r->step), r->len);
}

static Value range_count(Value self, Value v) {
    if (is_exact_int(v)) {
        return int_value(is_present(index_of(range_of(self), v)));
    }
    Value it = op_iter(self), count = int_value(0);
    for (Value x; is_present(x = op_next(it));) {
        if (op_equal(x, v)) {
            count = add(count, int_value(1));
        }
        poll_pending();
    }
    return count;
}

static Value range_index(Value self, Value v) {
    Value i = find(self, v);
    if (is_absent(i)) {
        raise_value_error("%V is not in range", v);
    }
    return i;
}

static Value range_start(Value self) {
    return range_of(self)->start;
}
static Value range_stop(Value self) {
    return range_of(self)->stop;
}
static Value range_step(Value self) {
    return range_of(self)->step;
}

static const Native range_methods[] = {
    METHOD_2(N_count, range_count),
    METHOD_2(N_index, range_index),
    MEMBER(N_start, range_start),
    MEMBER(N_stop, range_stop),
    MEMBER(N_step, range_step),
    METHOD_1(N___reversed__, range_reversed),
    ROW_REDUCE(reduce_3_words),
    NATIVE_END,
};
static const Ops range_ops = {
    .repr = range_repr, .hash = range_hash, .truth = range_truth, .compare = range_compare,
    .getitem = range_getitem, .contains = range_contains, .len = range_len, .iter = range_iter,
    .create = range_create,
};
const Type range_type = {
    .head = {&type_type}, .name = N_range, .ops = &range_ops,
    .flags = TYPE_FINAL | TYPE_SEQUENCE | TYPE_TRACE_WORDS, .payload = sizeof(Range),
    .letter = 'h', .base = &object_type, .solid = &range_type, .methods = range_methods,
};
