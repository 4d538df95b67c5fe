// SPDX-License-Identifier: MIT
// iterators.c: the iterators over list and tuple, over anything with __getitem__, backwards over
// sequences, and iter(f, sentinel).
//
// An iterator that has ended stays so: its sequence is ABSENT from then on.
#include "objects/exception.h"
#include "objects/iterators.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "objects/sequence.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(sizeof(SequenceIterator) == 3 * WORD_BYTES, "size of an iterator");

Value iterator_self(Value self) {
    return self;
}

static bool is_stop(Value v) {
    return is_present(v) && is_exception(v) && exception_matches(v, &stop_iteration_type);
}

Value iterator_returned(Value v) {
    rt.thread->result = is_stop(v) ? exception_new(&stop_iteration_type, 1, &v) : v;
    return ABSENT;
}

Value iterator_result(void) {
    Value left = rt.thread->result;
    if (is_absent(left)) {
        return NONE;
    }
    return is_stop(left) ? exception_stop_value(left) : left;
}

_Noreturn void iterator_raise_stop(void) {
    Value left = rt.thread->result;
    rt.thread->result = ABSENT;
    if (is_stop(left)) {
        raise_again(left);
    }
    raise_stop_iteration(left);
}

static SequenceIterator *iterator_of(Value v) {
    return (SequenceIterator *)cell_of(v);
}

extern const Type getitem_iterator_type, list_reverse_iterator_type;

static void sequence_iterator_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((SequenceIterator *)cell)->sequence);
}

static Value new_over(const Type *type, Value sequence, size_t index) {
    assert(type->payload == sizeof(SequenceIterator));
    SequenceIterator *it = heap_alloc_raw(type, sizeof *it);
    it->sequence = sequence;
    it->index = index;
    return cell_value(it);
}

// ---- reducing ---------------------------------------------------------------------------------

// What an iterator that has ended iterates over.
static Value nothing_for(const Type *type) {
    if (type == &list_iterator_type || type == &list_reverse_iterator_type) {
        return list_from(NULL, 0);
    }
    return type == &str_iterator_type ? str_value(N__empty) : cell_value(&empty_tuple);
}

// (iter, (sequence,), index) or, at the end, (iter, (nothing,)); iter may be reversed.
static Value reduced_iterator(Value make, Value self, Value index) {
    Value sequence = iterator_of(self)->sequence;
    if (is_absent(sequence)) {
        return reduced_1(make, nothing_for(type_of(self)));
    }
    return reduced_with_state(make, tuple_new(&sequence, 1), index);
}

Value sequence_iterator_reduce(Value self) {
    const SequenceIterator *it = iterator_of(self);
    size_t index = it->index;
    if (is_exact(self, &str_iterator_type) && is_present(it->sequence)) {
        Value before = str_slice_bytes(str_of(it->sequence), 0, index);
        index = str_length(str_of(before));
    }
    return reduced_iterator(reduce_builtin(N_iter), self, int_from((intptr_t)index));
}

// The length as the builtin type has it, whatever __len__ a subclass defines.
static size_t native_length(Value sequence) {
    return (size_t)op_of(type_of(sequence)->solid->ops, len)(sequence);
}

// The index that a state means: negative ones are 0, those beyond the end the end.
static size_t place_in(Value sequence, intptr_t index) {
    size_t len = native_length(sequence), place = index < 0 ? 0 : (size_t)index;
    return place < len ? place : len;
}

Value sequence_iterator_setstate(Value self, Value state) {
    intptr_t index = to_intptr(state);
    SequenceIterator *it = iterator_of(self);
    if (is_absent(it->sequence)) {
        return NONE;
    }
    if (is_exact(self, &getitem_iterator_type)) {
        it->index = index < 0 ? 0 : (size_t)index;
        return NONE;
    }
    size_t place = place_in(it->sequence, index);
    bool text = is_exact(self, &str_iterator_type);
    it->index = text ? str_offset(str_of(it->sequence), place) : place;
    return NONE;
}

Value iterator_reduce_rest(Value self) {
    const Type *type = type_of(self);
    assert(type->flags & TYPE_FINAL);
    Cell *copy = heap_alloc(type, type->payload);
    memcpy(copy + 1, cell_of(self) + 1, type->payload - sizeof(Cell));
    return reduced_1(reduce_builtin(N_iter), list_from_iterable(cell_value(copy)));
}

// ---- list and tuple -------------------------------------------------------------------------

static Value list_next(Value self) {
    SequenceIterator *it = iterator_of(self);
    if (is_present(it->sequence)) {
        const List *list = list_of(it->sequence);
        if (LIKELY(it->index < list->len)) {
            return list->items->at[it->index++];
        }
        it->sequence = ABSENT;
    }
    return ABSENT;
}

static Value tuple_next(Value self) {
    SequenceIterator *it = iterator_of(self);
    if (is_present(it->sequence)) {
        const Tuple *t = tuple_of(it->sequence);
        if (LIKELY(it->index < t->len)) {
            return t->items[it->index++];
        }
        it->sequence = ABSENT;
    }
    return ABSENT;
}

static Value sequence_length_hint(Value self) {
    const SequenceIterator *it = iterator_of(self);
    size_t len = is_present(it->sequence) ? sequence_len(it->sequence) : 0;
    return int_value(it->index < len ? (intptr_t)(len - it->index) : 0);
}

static const Native sequence_methods[] = {
    METHOD_1(N___length_hint__, sequence_length_hint),
    ROWS_SEQUENCE_ITERATOR,
    NATIVE_END,
};

#define SEQUENCE_ITERATOR(NAME, TITLE, NEXT, METHODS) \
    static const Ops NAME##_ops = {.iter = iterator_self, .next = NEXT}; \
    const Type NAME = { \
        .head = {&type_type}, .name = TITLE, .ops = &NAME##_ops, .flags = TYPE_FINAL, \
        .payload = sizeof(SequenceIterator), .letter = 'h', .base = &object_type, .solid = &NAME, \
        .methods = METHODS, .trace = sequence_iterator_trace, \
    }
SEQUENCE_ITERATOR(list_iterator_type, N_list_iterator, list_next, sequence_methods);
SEQUENCE_ITERATOR(tuple_iterator_type, N_tuple_iterator, tuple_next, sequence_methods);

// ---- str: the index is a byte offset --------------------------------------------------------

static Value str_next(Value self) {
    SequenceIterator *it = iterator_of(self);
    if (is_absent(it->sequence)) {
        return ABSENT;
    }
    const Str *s = str_of(it->sequence);
    if (it->index >= s->size) {
        it->sequence = ABSENT;
        return ABSENT;
    }
    const char *p = s->text + it->index;
    uint32_t c = utf8_next(&p);
    it->index = (uintptr_t)(p - s->text);
    return str_from_char(c);
}

static Value str_length_hint(Value self) {
    const SequenceIterator *it = iterator_of(self);
    if (is_absent(it->sequence)) {
        return int_value(0);
    }
    const Str *s = str_of(it->sequence);
    Value rest = str_slice_bytes(s, it->index, s->size);
    return int_value((intptr_t)str_length(str_of(rest)));
}

static const Native str_iterator_methods[] = {
    METHOD_1(N___length_hint__, str_length_hint),
    ROWS_SEQUENCE_ITERATOR,
    NATIVE_END,
};
SEQUENCE_ITERATOR(str_iterator_type, N_str_iterator, str_next, str_iterator_methods);

// ---- by __getitem__ -------------------------------------------------------------------------

// sequence[index], or ABSENT if that raises IndexError or StopIteration.
static Value item_or_absent(Value sequence, size_t index) {
    volatile Value item = ABSENT;
    Catch c;
    if (TRY(c)) {
        item = op_getitem(sequence, int_from((intptr_t)index));
        catch_leave(&c);
    } else if (!exception_matches(c.exception, &index_error_type) &&
               !exception_matches(c.exception, &stop_iteration_type)) {
        raise_again(c.exception);
    }
    return item;
}

static Value getitem_next(Value self) {
    SequenceIterator *it = iterator_of(self);
    if (is_absent(it->sequence)) {
        return ABSENT;
    }
    stack_check();
    if (it->index == INTPTR_MAX) {
        raise_overflow("iter index too large");
    }
    Value item = item_or_absent(it->sequence, it->index);
    if (is_absent(item)) {
        it->sequence = ABSENT;
        iterator_ended();
    } else {
        it->index++;
    }
    return item;
}

// NotImplemented if the sequence has no length.
static Value getitem_length_hint(Value self) {
    const SequenceIterator *it = iterator_of(self);
    if (is_absent(it->sequence)) {
        return int_value(0);
    }
    if (is_absent(type_lookup(type_of(it->sequence), N___len__))) {
        return NOT_IMPLEMENTED;
    }
    intptr_t rest = op_len(it->sequence) - (intptr_t)it->index;
    return int_from(rest < 0 ? 0 : rest);
}

static const Native getitem_methods[] = {
    METHOD_1(N___length_hint__, getitem_length_hint),
    ROWS_SEQUENCE_ITERATOR,
    NATIVE_END,
};
SEQUENCE_ITERATOR(getitem_iterator_type, N_iterator, getitem_next, getitem_methods);

Value sequence_iterator_new(Value sequence) {
    return new_over(&getitem_iterator_type, sequence, 0);
}

// ---- reversed -------------------------------------------------------------------------------

// `index` is one more than that of the next item.
static Value reversed_next(Value self) {
    SequenceIterator *it = iterator_of(self);
    if (is_absent(it->sequence) || it->index == 0) {
        it->sequence = ABSENT;
        return ABSENT;
    }
    if (is_list(it->sequence) || is_tuple(it->sequence)) {
        size_t len = sequence_len(it->sequence);
        if (it->index > len) {
            it->sequence = ABSENT;
            return ABSENT;
        }
        return sequence_item(it->sequence, --it->index);
    }
    Value item = item_or_absent(it->sequence, it->index - 1);
    if (is_absent(item)) {
        it->sequence = ABSENT;
    } else if (it->index) {
        it->index--;
    }
    return item;
}

static size_t length_now(Value self) {
    Value sequence = iterator_of(self)->sequence;
    bool list = is_exact(self, &list_reverse_iterator_type);
    return list ? native_length(sequence) : (size_t)op_len(sequence);
}

static Value reversed_length_hint(Value self) {
    const SequenceIterator *it = iterator_of(self);
    bool fits = is_present(it->sequence) && length_now(self) >= it->index;
    return int_from(fits ? (intptr_t)it->index : 0);
}

static Value reversed_reduce(Value self) {
    bool list = is_exact(self, &list_reverse_iterator_type);
    bool ended = is_absent(iterator_of(self)->sequence);
    Value made = type_value(list ? &reversed_type : type_of(self));
    Value make = list && ended ? reduce_builtin(N_iter) : made;
    return reduced_iterator(make, self, int_from((intptr_t)iterator_of(self)->index - 1));
}

// The index of the next item; -1 or less: at the end.
static Value reversed_setstate(Value self, Value state) {
    intptr_t index = to_intptr(state);
    if (is_absent(iterator_of(self)->sequence)) {
        return NONE;
    }
    size_t len = length_now(self), place = index < 0 ? 0 : (size_t)index + 1;
    iterator_of(self)->index = place < len ? place : len;
    return NONE;
}

Value list_reversed(Value list) {
    return new_over(&list_reverse_iterator_type, list, native_length(list));
}

static Value reversed_new(const Type *cls, Value sequence) {
    size_t len = (size_t)op_len(sequence);
    SequenceIterator *it = (SequenceIterator *)cell_new_for(cls);
    it->sequence = sequence;
    it->index = len;
    return cell_value(it);
}

static Value reversed_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords_but(cls, N___init__, "reversed", kwnames);
    if (n != 1) {
        raise_type_error("reversed expected 1 argument, got %z", (intptr_t)n);
    }
    Value result;
    if (is_list(args[0])) {
        return list_reversed(args[0]);
    }
    if (is_tuple(args[0]) || is_str(args[0])) {
        return reversed_new(cls, args[0]);
    }
    Value method = type_lookup(type_of(args[0]), N___reversed__);
    if (is_present(method) && is_none(method)) {
        raise_type_error("'%T' object is not reversible", args[0]);
    }
    if (is_present(method) && call_special(args[0], N___reversed__, 0, NULL, &result)) {
        return result;
    }
    if (is_absent(type_lookup(type_of(args[0]), N___getitem__))) {
        raise_type_error("'%T' object is not reversible", args[0]);
    }
    if (is_absent(type_lookup(type_of(args[0]), N___len__))) {
        raise_type_error("object of type '%T' has no len()", args[0]);
    }
    return reversed_new(cls, args[0]);
}

static const Native reversed_methods[] = {
    METHOD_1(N___length_hint__, reversed_length_hint),
    ROW_REDUCE(reversed_reduce),
    METHOD_2(N___setstate__, reversed_setstate),
    NATIVE_END,
};
static const Ops reversed_ops = {
    .iter = iterator_self, .next = reversed_next, .create = reversed_create,
};
const Type reversed_type = {
    .head = {&type_type}, .name = N_reversed, .ops = &reversed_ops,
    .payload = sizeof(SequenceIterator), .letter = 'h', .base = &object_type,
    .solid = &reversed_type, .methods = reversed_methods, .trace = sequence_iterator_trace,
};

SEQUENCE_ITERATOR(list_reverse_iterator_type, N_list_reverseiterator, reversed_next,
                  reversed_methods);

// ---- iter(f, sentinel) ----------------------------------------------------------------------

typedef struct CallableIterator {
    Cell head;
    Value f; // ABSENT when exhausted
    Value sentinel;
} CallableIterator;

static Value callable_next(Value self) {
    CallableIterator *it = (CallableIterator *)cell_of(self);
    if (is_absent(it->f)) {
        return ABSENT;
    }
    Value f = it->f, sentinel = it->sentinel;
    volatile Value v = ABSENT;
    Catch c;
    if (TRY(c)) {
        v = op_call_0(f);
        catch_leave(&c);
    } else if (!exception_matches(c.exception, &stop_iteration_type)) {
        raise_again(c.exception);
    }
    Value got = v;
    if (is_absent(got) || op_equal(sentinel, got)) {
        it->f = ABSENT;
        it->sentinel = NONE;
        return iterator_ended();
    }
    return got;
}

static Value callable_reduce(Value self) {
    const CallableIterator *it = (CallableIterator *)cell_of(self);
    Value iter = reduce_builtin(N_iter);
    return is_absent(it->f) ? reduced_1(iter, cell_value(&empty_tuple))
                            : reduced_2(iter, it->f, it->sentinel);
}

static const Native callable_methods[] = {ROW_REDUCE(callable_reduce), NATIVE_END};
static const Ops callable_ops = {.iter = iterator_self, .next = callable_next};
static const Type callable_iterator_type = {
    .head = {&type_type}, .name = N_callable_iterator, .ops = &callable_ops,
    .flags = TYPE_FINAL | TYPE_TRACE_WORDS, .payload = sizeof(CallableIterator), .letter = 'h',
    .base = &object_type, .solid = &callable_iterator_type, .methods = callable_methods,
};

Value callable_iterator_new(Value f, Value sentinel) {
    CallableIterator *it = heap_alloc(&callable_iterator_type, sizeof *it);
    it->f = f;
    it->sentinel = sentinel;
    return cell_value(it);
}
