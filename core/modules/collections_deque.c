// SPDX-License-Identifier: MIT
// collections_deque.c: deque: a ring of items in a cell of its own.
//
// Invariants
// - Item i is in items->at[(first + i) % capacity]; words outside the ring's part are ABSENT.
// - len <= limit. `changes` counts additions and removals: iterators compare it.
// - User code runs only in comparisons, repr and iteration; all fields are read anew after it.
#include "modules/collections.h"
#include "objects/iterators.h"
#include "objects/list.h"
#include "objects/number.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "objects/repr_guard.h"
#include "objects/sequence.h"
#include "state.h"
#include "text/operand.h"
#include "text/str.h"
#include <assert.h>

typedef struct Deque {
    Cell head;
    Items *items;        // NULL while capacity is 0
    uint32_t first, len, capacity;
    uint32_t changes;
    uint32_t limit;      // NO_LIMIT: none
    uint32_t refuse;     // a full deque raises IndexError instead of dropping an item
} Deque;
#define NO_LIMIT UINT32_MAX

static Deque *deque_of(Value v) {
    assert(is_kind(v, &deque_type));
    return (Deque *)cell_of(v);
}

// ---- ring -----------------------------------------------------------------------------------

static Value *place(const Deque *d, size_t i) {
    assert(d->items && i < d->capacity && d->first < d->capacity);
    size_t at = (size_t)d->first + i;
    return &d->items->at[at < d->capacity ? at : at - d->capacity];
}

static NOINLINE void grow(Deque *d, size_t need) {
    assert(need > d->capacity);
    size_t capacity = need + d->len / 4 + 3;
    capacity = capacity > d->limit ? d->limit : capacity;
    assert(capacity > d->len);
    Items *items = items_new(capacity);
    for (size_t i = 0; i < d->len; i++) {
        poll_interrupt();
        items->at[i] = *place(d, i);
    }
    Items *old = d->items;
    d->items = items;
    d->first = 0;
    d->capacity = (uint32_t)capacity;
    if (old) {
        heap_free(old);
    }
}

static Value take_first(Deque *d) {
    assert(d->len > 0);
    Value v = *place(d, 0);
    *place(d, 0) = ABSENT;
    d->first = d->first + 1 == d->capacity ? 0 : d->first + 1;
    d->len--;
    d->changes++;
    return v;
}

static Value take_last(Deque *d) {
    assert(d->len > 0);
    Value v = *place(d, d->len - 1);
    *place(d, d->len - 1) = ABSENT;
    d->len--;
    d->changes++;
    return v;
}

// Sees to it that there is room for one more. False: there can't be any.
static bool make_room(Deque *d, bool drop_first) {
    if (d->len == d->limit) {
        if (d->refuse) {
            raise_index_error("full");
        }
        if (d->limit == 0) {
            return false;
        }
        if (drop_first) {
            take_first(d);
        } else {
            take_last(d);
        }
    } else if (d->len == d->capacity) {
        grow(d, (size_t)d->len + 1);
    }
    return true;
}

static void add_last(Deque *d, Value v) {
    assert(d->len <= d->capacity && d->capacity <= d->limit);
    if (make_room(d, true)) {
        *place(d, d->len) = v;
        d->len++;
        d->changes++;
    }
}

static void add_first(Deque *d, Value v) {
    assert(d->len <= d->capacity && d->capacity <= d->limit);
    if (make_room(d, false)) {
        d->first = d->first ? d->first - 1 : d->capacity - 1;
        *place(d, 0) = v;
        d->len++;
        d->changes++;
    }
}

static void clear(Deque *d) {
    Items *old = d->items;
    d->items = NULL;
    d->first = d->len = d->capacity = 0;
    d->changes++;
    if (old) {
        heap_free(old);
    }
}

static void delete_at(Deque *d, size_t i) {
    assert(i < d->len);
    for (; i + 1 < d->len; i++) {
        *place(d, i) = *place(d, i + 1);
    }
    take_last(d);
}

static void check_unchanged(const Deque *d, uint32_t changes) {
    if (d->changes != changes) {
        raise_runtime_error("deque mutated during iteration");
    }
}

// ---- constructors ---------------------------------------------------------------------------

static void extend(Deque *d, Value iterable, bool at_front) {
    if (same(iterable, cell_value(d))) {
        iterable = list_from_iterable(iterable);
    }
    Value it = op_iter(iterable);
    for (Value v; is_present(v = op_next(it));) {
        if (at_front) {
            add_first(d, v);
        } else {
            add_last(d, v);
        }
        poll_pending();
    }
}

static uint32_t limit_of(Value maxlen) {
    if (is_absent(maxlen) || is_none(maxlen)) {
        return NO_LIMIT;
    }
    if (!is_integer(maxlen)) {
        raise_type_error("an integer is required");
    }
    intptr_t limit = to_intptr(maxlen);
    if (limit < 0) {
        raise_value_error("maxlen must be non-negative");
    }
    return (size_t)limit < NO_LIMIT ? (uint32_t)limit : NO_LIMIT;
}

static void deque_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_iterable, 0}, {N_maxlen, 0}, {N_flags, 0}, {NULL, 0}};
    Value given[3];
    args_parse("deque", spec, n, args, kwnames, given);
    Deque *d = deque_of(self);
    uint32_t limit = limit_of(given[1]);
    bool refuse = is_present(given[2]) && (to_intptr(to_index(given[2])) & 1);
    clear(d);
    d->limit = limit;
    d->refuse = false;
    if (is_present(given[0])) {
        extend(d, given[0], false);
    }
    d->refuse = refuse;
}

static Value deque_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    Deque *d = (Deque *)cell_new_for(cls);
    d->limit = NO_LIMIT;
    if (!(cls->flags & TYPE_HEAP)) {
        deque_init(cell_value(d), n, args, kwnames);
    }
    return cell_value(d);
}

static Deque *new_like(const Deque *d) {
    Deque *copy = heap_alloc(&deque_type, sizeof *copy);
    copy->limit = d->limit;
    return copy;
}

static Deque *copy_of(const Deque *d) {
    Deque *copy = new_like(d);
    for (size_t i = 0; i < d->len; i++) {
        poll_interrupt();
        add_last(copy, *place(d, i));
    }
    copy->refuse = d->refuse;
    return copy;
}

// A copy of the same class, which its constructor makes.
static Value copy_in_class(Value self) {
    const Deque *d = deque_of(self);
    if (type_of(self) == &deque_type) {
        return cell_value(copy_of(d));
    }
    Value cls = type_value(type_of(self));
    Value copy = d->limit == NO_LIMIT ? op_call_1(cls, self)
                                      : op_call_2(cls, self, int_from((intptr_t)d->limit));
    if (!is_kind(copy, &deque_type)) {
        raise_type_error("%T() must return a deque, not %T", self, copy);
    }
    return copy;
}

// ---- operations -----------------------------------------------------------------------------

static Value deque_repr_body(Value self) {
    const Deque *d = deque_of(self);
    StrBuilder b;
    builder_init(&b, 24);
    builder_add_str(&b, type_of(self)->name);
    builder_add_c(&b, "([");
    for (size_t i = 0; i < d->len; i++) {
        if (i) {
            builder_add_c(&b, ", ");
        }
        builder_add_repr(&b, *place(d, i));
        poll_pending();
    }
    builder_add_c(&b, "]");
    if (d->limit != NO_LIMIT) {
        builder_add_format(&b, ", maxlen=%z", (intptr_t)d->limit);
    }
    builder_add_c(&b, ")");
    return builder_finish(&b);
}

static Value deque_repr(Value self) {
    return repr_guarded(self, "[...]", deque_repr_body);
}

static bool deque_truth(Value self) {
    return deque_of(self)->len != 0;
}

static intptr_t deque_len(Value self) {
    return (intptr_t)deque_of(self)->len;
}

static Value deque_compare(CompareOp op, Value self, Value other) {
    if (!is_kind(other, &deque_type)) {
        return NOT_IMPLEMENTED;
    }
    return sequence_compare(op, list_from_iterable(self), list_from_iterable(other));
}

static size_t index_in(const Deque *d, Value key) {
    if (!operand_is_index(key)) {
        raise_type_error("sequence index must be integer, not '%T'", key);
    }
    key = to_index(key);
    return index_resolve(key, d->len, "deque");
}

static Value deque_getitem(Value self, Value key) {
    size_t i = index_in(deque_of(self), key);
    return *place(deque_of(self), i);
}

static void deque_setitem(Value self, Value key, Value v) {
    size_t i = index_in(deque_of(self), key);
    if (is_present(v)) {
        *place(deque_of(self), i) = v;
    } else {
        delete_at(deque_of(self), i);
    }
}

// Index of the first item equal to v in [from, to), or -1.
static intptr_t find(const Deque *d, Value v, size_t from, size_t to) {
    uint32_t changes = d->changes;
    for (size_t i = from; i < to && i < d->len; i++) {
        bool equal = op_equal(*place(d, i), v);
        check_unchanged(d, changes);
        if (equal) {
            return (intptr_t)i;
        }
        poll_pending();
    }
    return -1;
}

static bool deque_contains(Value self, Value v) {
    return find(deque_of(self), v, 0, SIZE_MAX) >= 0;
}

static void repeat(Deque *d, size_t times) {
    if (times == 0) {
        clear(d);
        return;
    }
    size_t n = d->len;
    if (n && d->limit != NO_LIMIT && times > d->limit / n + 2) {
        times = d->limit / n + 2; // earlier rounds would be dropped again
    }
    size_t total = size_mul(n, times);
    if (d->limit == NO_LIMIT && total > d->capacity) {
        grow(d, total);
    }
    for (size_t i = n; i < total; i++) {
        uint32_t changes;
        add_last(d, *place(d, d->limit == NO_LIMIT ? i - n : d->len - n));
        changes = d->changes;
        poll_pending(); // may run callbacks of the program
        check_unchanged(d, changes);
    }
}

static Value deque_binary(BinaryOp op, Value a, Value b, bool reflected) {
    if (op == OP_ADD && !reflected) {
        if (!is_kind(b, &deque_type)) {
            raise_type_error("can only concatenate deque (not \"%T\") to deque", b);
        }
        Value sum = copy_in_class(a);
        extend(deque_of(sum), b, false);
        return sum;
    }
    if (op == OP_MUL) {
        size_t times = operand_repeat_count(reflected ? a : b);
        Value product = copy_in_class(reflected ? b : a);
        repeat(deque_of(product), times);
        return product;
    }
    return NOT_IMPLEMENTED;
}

static Value deque_inplace(BinaryOp op, Value a, Value b) {
    if (op == OP_ADD) {
        extend(deque_of(a), b, false);
        return a;
    }
    if (op == OP_MUL) {
        repeat(deque_of(a), operand_repeat_count(b));
        return a;
    }
    return NOT_IMPLEMENTED;
}

static void deque_trace(Cell *cell, Visitor *visitor) {
    visit_cell(visitor, &((Deque *)cell)->items);
}

// ---- iterators ------------------------------------------------------------------------------

typedef struct DequeIterator {
    Cell head;
    Value deque;
    size_t left;       // items to come
    uint32_t changes;  // of the deque when it was made
    uint32_t backwards;
} DequeIterator;

static const Type deque_iterator_type, deque_reverse_iterator_type;
static DequeIterator *iterator_of(Value v) {
    assert(is_exact(v, &deque_iterator_type) || is_exact(v, &deque_reverse_iterator_type));
    return (DequeIterator *)cell_of(v);
}

static Value deque_next(Value self) {
    DequeIterator *it = iterator_of(self);
    const Deque *d = deque_of(it->deque);
    if (it->left == 0 && it->backwards) {
        return ABSENT;
    }
    if (d->changes != it->changes) { // forwards even at the end, as CPython does
        it->left = 0;
        raise_runtime_error("deque mutated during iteration");
    }
    if (it->left == 0) {
        return ABSENT;
    }
    it->left--;
    return *place(d, it->backwards ? it->left : d->len - 1 - it->left);
}

static Value deque_length_hint(Value self) {
    return int_from((intptr_t)iterator_of(self)->left);
}

static void iterator_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((DequeIterator *)cell)->deque);
}

static Value iterator_over(const Type *type, Value deque, size_t done) {
    size_t len = deque_of(deque)->len;
    DequeIterator *it = heap_alloc(type, sizeof *it);
    it->deque = deque;
    it->left = done < len ? len - done : 0;
    it->changes = deque_of(deque)->changes;
    it->backwards = type == &deque_reverse_iterator_type;
    return cell_value(it);
}

// (class, (deque, items that were handed out))
static Value iterator_reduce(Value self) {
    const DequeIterator *it = iterator_of(self);
    intptr_t done = (intptr_t)deque_of(it->deque)->len - (intptr_t)it->left;
    return reduced_2(type_value(type_of(self)), it->deque, int_from(done));
}

static Value iterator_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    if (n < 1 || n > 2) {
        raise_type_error("function takes at %s %z argument%s (%z given)", n ? "most" : "least",
                         (intptr_t)(n ? 2 : 1), n ? "s" : "", (intptr_t)n);
    }
    if (!is_kind(args[0], &deque_type)) {
        raise_type_error("argument 1 must be collections.deque, not %T", args[0]);
    }
    intptr_t done = n > 1 ? to_intptr(to_index(args[1])) : 0;
    return iterator_over(cls, args[0], done > 0 ? (size_t)done : 0);
}

static const Native iterator_methods[] = {
    METHOD_1(N___length_hint__, deque_length_hint),
    ROW_REDUCE(iterator_reduce),
    NATIVE_END,
};
static const Ops iterator_ops = {
    .iter = iterator_self, .next = deque_next, .create = iterator_create,
};
#define DEQUE_ITERATOR(NAME, TITLE) \
    static const Type NAME = { \
        .head = {&type_type}, .name = TITLE, .ops = &iterator_ops, .flags = TYPE_FINAL, \
        .payload = sizeof(DequeIterator), .letter = 'h', .base = &object_type, .solid = &NAME, \
        .methods = iterator_methods, .trace = iterator_trace, \
    }
DEQUE_ITERATOR(deque_iterator_type, N__deque_iterator);
DEQUE_ITERATOR(deque_reverse_iterator_type, N__deque_reverse_iterator);

static Value deque_iter(Value self) {
    return iterator_over(&deque_iterator_type, self, 0);
}

// ---- methods --------------------------------------------------------------------------------

static Value deque_append(Value self, Value v) {
    add_last(deque_of(self), v);
    return NONE;
}

static Value deque_appendleft(Value self, Value v) {
    add_first(deque_of(self), v);
    return NONE;
}

static Value deque_clear(Value self) {
    clear(deque_of(self));
    return NONE;
}

static Value deque_copy(Value self) {
    return copy_in_class(self);
}

static Value deque_count(Value self, Value v) {
    const Deque *d = deque_of(self);
    uint32_t changes = d->changes;
    intptr_t count = 0;
    for (size_t i = 0; i < d->len; i++) {
        count += op_equal(*place(d, i), v);
        check_unchanged(d, changes);
        poll_pending();
    }
    return int_value(count);
}

static Value deque_extend(Value self, Value iterable) {
    extend(deque_of(self), iterable, false);
    return NONE;
}

static Value deque_extendleft(Value self, Value iterable) {
    extend(deque_of(self), iterable, true);
    return NONE;
}

static Value deque_index(size_t n, const Value *args) {
    const Deque *d = deque_of(args[0]);
    size_t from = n > 2 ? sequence_bound(args[2], d->len) : 0;
    size_t to = n > 3 ? sequence_bound(args[3], d->len) : SIZE_MAX;
    intptr_t i = find(d, args[1], from, to);
    if (i < 0) {
        raise_value_error("%V is not in deque", args[1]);
    }
    return int_value(i);
}

static Value deque_insert(Value self, Value index, Value v) {
    Deque *d = deque_of(self);
    index = int_from(to_intptr(index));
    if (d->len == d->limit) {
        raise_index_error("deque already at its maximum size");
    }
    size_t at = sequence_bound(index, d->len);
    add_last(d, v);
    for (size_t i = d->len - 1; i > at; i--) {
        *place(d, i) = *place(d, i - 1);
    }
    *place(d, at) = v;
    return NONE;
}

static Value deque_pop(Value self) {
    if (deque_of(self)->len == 0) {
        raise_index_error("pop from an empty deque");
    }
    return take_last(deque_of(self));
}

static Value deque_popleft(Value self) {
    if (deque_of(self)->len == 0) {
        raise_index_error("pop from an empty deque");
    }
    return take_first(deque_of(self));
}

static Value deque_remove(Value self, Value v) {
    Deque *d = deque_of(self);
    intptr_t i = find(d, v, 0, SIZE_MAX);
    if (i < 0) {
        raise_value_error("%V is not in deque", v);
    }
    delete_at(d, (size_t)i);
    return NONE;
}

static Value deque_reverse(Value self) {
    Deque *d = deque_of(self);
    for (size_t i = 0, j = d->len; i + 1 < j; i++) {
        Value v = *place(d, i);
        *place(d, i) = *place(d, --j);
        *place(d, j) = v;
    }
    return NONE;
}

static Value deque_rotate(size_t n, const Value *args) {
    Deque *d = deque_of(args[0]);
    intptr_t steps = n > 1 ? to_intptr(to_index(args[1])) : 1;
    if (d->len < 2) {
        return NONE;
    }
    intptr_t len = (intptr_t)d->len;
    steps = (steps % len + len) % len;
    steps = steps > len / 2 ? steps - len : steps; // the short way; without polls: all or nothing
    for (; steps > 0; steps--) {
        add_first(d, take_last(d));
    }
    for (; steps < 0; steps++) {
        add_last(d, take_first(d));
    }
    return NONE;
}

static Value deque_reversed(Value self) {
    return iterator_over(&deque_reverse_iterator_type, self, 0);
}

static Value deque_maxlen(Value self) {
    uint32_t limit = deque_of(self)->limit;
    return limit == NO_LIMIT ? NONE : int_from((intptr_t)limit);
}

// (class, () or ((), maxlen), state, iter(self))
static Value deque_reduce(Value self) {
    Value limit = deque_maxlen(self), none = cell_value(&empty_tuple), state = reduce_state(self);
    Value args = is_none(limit) ? none : tuple_pair(none, limit);
    return tuple_new((Value[]){type_value(type_of(self)), args, state, op_iter(self)}, 4);
}

static const Native deque_methods[] = {
    METHOD_2(N_append, deque_append),
    METHOD_2(N_appendleft, deque_appendleft),
    METHOD_1(N_clear, deque_clear),
    METHOD_1(N_copy, deque_copy),
    METHOD_2(N_count, deque_count),
    METHOD_2(N_extend, deque_extend),
    METHOD_2(N_extendleft, deque_extendleft),
    METHOD_VAR(N_index, deque_index, 2, 4),
    METHOD_3(N_insert, deque_insert),
    METHOD_1(N_pop, deque_pop),
    METHOD_1(N_popleft, deque_popleft),
    METHOD_2(N_remove, deque_remove),
    METHOD_1(N_reverse, deque_reverse),
    METHOD_VAR(N_rotate, deque_rotate, 1, 2),
    GETTER(N_maxlen, deque_maxlen),
    METHOD_1(N___copy__, deque_copy),
    ROW_REDUCE(deque_reduce),
    METHOD_1(N___reversed__, deque_reversed),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};
static const Ops deque_ops = {
    .repr = deque_repr, .hash = hash_unhashable, .truth = deque_truth, .compare = deque_compare,
    .binary = deque_binary, .inplace = deque_inplace, .getitem = deque_getitem,
    .setitem = deque_setitem, .contains = deque_contains, .len = deque_len, .iter = deque_iter,
    .create = deque_create, .init = deque_init,
};
const Type deque_type = {
    .head = {&type_type}, .name = N_deque, .ops = &deque_ops,
    .flags = TYPE_WEAK | TYPE_SEQUENCE | TYPE_UNHASHABLE, .payload = sizeof(Deque), .letter = 'h',
    .base = &object_type, .solid = &deque_type, .methods = deque_methods, .trace = deque_trace,
};
