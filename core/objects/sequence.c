// SPDX-License-Identifier: MIT
// sequence.c: what list and tuple share. User code (==) may change a list between two steps, so
// that length and items are read anew in each.
#include "objects/sequence.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

static inline bool items_equal(Value a, Value b) {
    return same(a, b) || (!are_ints(a, b) && op_equal(a, b));
}

intptr_t sequence_find(Value sequence, Value v, size_t from, size_t to) {
    for (size_t i = from; i < to && i < sequence_len(sequence); i++) {
        if (items_equal(sequence_item(sequence, i), v)) {
            return (intptr_t)i;
        }
        poll_pending();
    }
    return -1;
}

Value sequence_index(size_t n, const Value *args) {
    size_t len = sequence_len(args[0]);
    size_t from = n > 2 ? sequence_bound(args[2], len) : 0;
    size_t to = n > 3 ? sequence_bound(args[3], len) : SIZE_MAX;
    intptr_t i = sequence_find(args[0], args[1], from, to);
    if (i < 0) {
        const char *name = is_kind(args[0], &list_type) ? "list" : "tuple";
        raise_value_error("%s.index(x): x not in %s", name, name);
    }
    return int_value(i);
}

size_t sequence_count(Value sequence, Value v) {
    size_t count = 0;
    for (size_t i = 0; i < sequence_len(sequence); i++) {
        count += items_equal(sequence_item(sequence, i), v);
        poll_pending();
    }
    return count;
}

Value sequence_compare(CompareOp op, Value a, Value b) {
    stack_check();
    bool for_equality = op == CMP_EQ || op == CMP_NE;
    if (for_equality && sequence_len(a) != sequence_len(b)) {
        return bool_value(op == CMP_NE);
    }
    for (size_t i = 0; i < sequence_len(a) && i < sequence_len(b); i++) {
        Value x = sequence_item(a, i), y = sequence_item(b, i);
        if (!items_equal(x, y)) {
            if (i >= sequence_len(a) || i >= sequence_len(b)) {
                break; // == has cut one short: their lengths decide
            }
            return for_equality ? bool_value(op == CMP_NE) : op_compare(op, x, y);
        }
        poll_pending();
    }
    size_t m = sequence_len(a), n = sequence_len(b);
    return bool_value(order_is(op, (m > n) - (m < n)));
}

size_t sequence_bound(Value bound, size_t len) {
    intptr_t i = to_intptr_clamped(bound);
    if (i < 0) {
        i += (intptr_t)len;
        return i < 0 ? 0 : (size_t)i;
    }
    return (size_t)i > len ? len : (size_t)i;
}
