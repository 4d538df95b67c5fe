// SPDX-License-Identifier: MIT
// tuple.c: tuples: {head, len, items inline}. The items of a tuple that a program can see never
// change.
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/sequence.h"
#include "state.h"
#include "text/operand.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(sizeof(Tuple) == 2 * WORD_BYTES, "size of a tuple without items");

const Tuple empty_tuple = {{&tuple_type}, 0};

// ---- constructors ---------------------------------------------------------------------------

Tuple *tuple_alloc(size_t len) {
    if (len == 0) {
        return (Tuple *)&empty_tuple;
    }
    Tuple *t = heap_alloc(&tuple_type, size_add(sizeof(Tuple), size_mul(len, sizeof(Value))));
    t->len = len;
    return t;
}

Value tuple_new(const Value *items, size_t len) {
    assert(items || !len);
    if (len == 0) {
        return cell_value(&empty_tuple);
    }
    if (len > POLL_BYTES / sizeof(Value)) { // Ctrl-C may end it: the collector must not see junk
        Tuple *t = tuple_alloc(len);
        poll_copy(t->items, items, len * sizeof(Value));
        return cell_value(t);
    }
    Tuple *t = heap_alloc_raw(&tuple_type, sizeof(Tuple) + len * sizeof(Value));
    t->len = len;
    memcpy(t->items, items, len * sizeof(Value));
    return cell_value(t);
}

Value tuple_pair(Value a, Value b) {
    Tuple *t = heap_alloc_raw(&tuple_type, sizeof(Tuple) + 2 * sizeof(Value));
    t->len = 2;
    t->items[0] = a;
    t->items[1] = b;
    return cell_value(t);
}

Value tuple_from_iterable(Value iterable) {
    if (is_tuple(iterable)) {
        return iterable;
    }
    if (is_list(iterable)) {
        return list_to_tuple(list_of(iterable));
    }
    List *list = list_of(list_from_iterable(iterable));
    Value t = list_to_tuple(list);
    list_clear(list); // not freed itself: gc.get_objects() may have seen it
    return t;
}

static Value tuple_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords_but(cls, N___init__, "tuple", kwnames);
    if (n > 1) {
        raise_type_error("tuple expected at most 1 argument, got %z", (intptr_t)n);
    }
    return boxed_new(cls, n ? tuple_from_iterable(args[0]) : cell_value(&empty_tuple));
}

// ---- operations -----------------------------------------------------------------------------

static Value tuple_repr_body(Value self) {
    const Tuple *t = tuple_of(self);
    StrBuilder b;
    builder_init(&b, 16);
    builder_add_c(&b, "(");
    for (size_t i = 0; i < t->len; i++) {
        if (i) {
            builder_add_c(&b, ", ");
        }
        builder_add_repr(&b, t->items[i]);
        poll_pending();
    }
    builder_add_c(&b, t->len == 1 ? ",)" : ")");
    return builder_finish(&b);
}

static Value tuple_repr(Value self) {
    return tuple_of(self)->len ? repr_guarded(self, "(...)", tuple_repr_body) : str_from_c("()");
}

static uintptr_t rotate(uintptr_t x, unsigned n) {
    assert(n > 0 && n < WORD_BITS);
    return x << n | x >> (WORD_BITS - n);
}

static inline uintptr_t item_hash(Value v) {
    if (is_int(v)) {
        intptr_t n = int_of(v);
        if (LIKELY(n >= 0 && n < INT_HASH_MODULUS)) {
            return (uintptr_t)n;
        }
    }
    return (uintptr_t)op_hash(v);
}

// The mixing steps of xxHash (Yann Collet, public specification), by word size.
static intptr_t tuple_hash(Value self) {
    static const uint64_t primes[] = {11400714785074694791u, 14029467366897019727u,
                                      2870177450012600261u};
    static const uint32_t small_primes[] = {2654435761u, 2246822519u, 374761393u};
    bool wide = WORD_BITS == 64;
    uintptr_t p1 = wide ? (uintptr_t)primes[0] : small_primes[0];
    uintptr_t p2 = wide ? (uintptr_t)primes[1] : small_primes[1];
    uintptr_t p5 = wide ? (uintptr_t)primes[2] : small_primes[2];
    stack_check();
    const Tuple *t = tuple_of(self);
    uintptr_t h = p5;
    for (size_t i = 0; i < t->len; i++) {
        h += item_hash(t->items[i]) * p2;
        h = rotate(h, wide ? 31 : 13) * p1;
    }
    h += t->len ^ (p5 ^ 3527539);
    return h == UINTPTR_MAX ? 1546275796 : (intptr_t)h;
}

static bool tuple_truth(Value self) {
    return tuple_of(self)->len != 0;
}

static Value tuple_compare(CompareOp op, Value self, Value other) {
    other = unbox(other);
    return is_tuple(other) ? sequence_compare(op, self, other) : NOT_IMPLEMENTED;
}

static Value concat(Value a, Value b) {
    size_t n = tuple_of(a)->len, m = tuple_of(b)->len;
    if (n == 0 || m == 0) {
        return n ? a : b;
    }
    Tuple *t = tuple_alloc(size_add(n, m));
    poll_copy(t->items, tuple_of(a)->items, n * sizeof(Value));
    poll_copy(t->items + n, tuple_of(b)->items, m * sizeof(Value));
    return cell_value(t);
}

static Value repeat(Value v, size_t times) {
    size_t n = tuple_of(v)->len;
    if (n == 0 || times == 1) {
        return v;
    }
    Tuple *t = tuple_alloc(size_mul(n, times));
    if (times > 0) {
        operand_fill(t->items, tuple_of(v)->items, n * sizeof(Value), t->len * sizeof(Value));
    }
    return cell_value(t);
}

static Value tuple_binary(BinaryOp op, Value a, Value b, bool reflected) {
    Value x = unbox(a), y = unbox(b);
    if (op == OP_ADD && !reflected && is_tuple(x) && is_tuple(y)) {
        return concat(x, y);
    }
    if (op == OP_ADD && !reflected) {
        raise_type_error("can only concatenate tuple (not \"%T\") to tuple", b);
    }
    if (op == OP_MUL) {
        size_t times = operand_repeat_count(reflected ? a : b);
        return repeat(reflected ? y : x, times);
    }
    return NOT_IMPLEMENTED;
}

static Value tuple_slice(const Tuple *t, Value slice) {
    SliceRange r;
    slice_resolve(slice, t->len, &r);
    if (r.count == t->len && r.step == 1) {
        return cell_value(t);
    }
    Tuple *result = tuple_alloc(r.count);
    for (size_t i = 0; i < r.count; i++) {
        result->items[i] = t->items[r.start + (intptr_t)i * r.step];
    }
    return cell_value(result);
}

static Value tuple_getitem(Value self, Value key) {
    const Tuple *t = tuple_of(self);
    if (LIKELY(is_int(key))) {
        intptr_t i = int_of(key);
        i += i < 0 ? (intptr_t)t->len : 0;
        if (LIKELY((size_t)i < t->len)) {
            return t->items[i];
        }
        raise_index_error("tuple index out of range");
    }
    if (is_exact(key, &slice_type)) {
        return tuple_slice(t, key);
    }
    return t->items[index_resolve(key, t->len, "tuple")];
}

static bool tuple_contains(Value self, Value v) {
    return sequence_find(self, v, 0, SIZE_MAX) >= 0;
}

static intptr_t tuple_len(Value self) {
    return (intptr_t)tuple_of(self)->len;
}

static Value tuple_iter(Value self) {
    SequenceIterator *it = heap_alloc_raw(&tuple_iterator_type, sizeof *it);
    it->sequence = self;
    it->index = 0;
    return cell_value(it);
}

static void tuple_trace(Cell *cell, Visitor *visitor) {
    Tuple *t = (Tuple *)cell;
    for (size_t i = 0; i < t->len; i++) {
        visit(visitor, &t->items[i]);
    }
}

// ---- methods --------------------------------------------------------------------------------

static Value tuple_count(Value self, Value v) {
    return int_value((intptr_t)sequence_count(self, v));
}

static Value tuple_getnewargs(Value self) {
    return tuple_new(&self, 1);
}

static const Native tuple_methods[] = {
    METHOD_2(N_count, tuple_count),
    METHOD_VAR(N_index, sequence_index, 2, 4),
    METHOD_1(N___getnewargs__, tuple_getnewargs),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};
static const Ops tuple_ops = {
    .repr = tuple_repr, .hash = tuple_hash, .truth = tuple_truth, .compare = tuple_compare,
    .binary = tuple_binary, .getitem = tuple_getitem, .contains = tuple_contains,
    .len = tuple_len, .iter = tuple_iter, .create = tuple_create,
};
const Type tuple_type = {
    .head = {&type_type}, .name = N_tuple, .ops = &tuple_ops,
    .flags = TYPE_INLINE | TYPE_SEQUENCE, .payload = 2 * sizeof(Value), .letter = 'T',
    .base = &object_type, .solid = &tuple_type, .methods = tuple_methods, .trace = tuple_trace,
};
