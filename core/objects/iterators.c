// SPDX-License-Identifier: MIT
// iterators.c: the iterators over list and tuple, over anything with __getitem__, backwards over
// sequences, and iter(f, sentinel).
//
// An iterator that has ended stays so: its sequence is ABSENT from then on.
#include "objects/exception.h"
#include "objects/iterators.h"
#include "objects/number.h"
#include "objects/protocol.h"
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
    NATIVE_END,
};
SEQUENCE_ITERATOR(str_iterator_type, N_str_iterator, str_next, str_iterator_methods);

// ---- by __getitem__ -------------------------------------------------------------------------

// sequence[index], or ABSENT if that raises IndexError or StopIteration.
static Value item_or_absent(Value sequence, size_t index) {
    volatile Value item = ABSENT;
    Catch c;
    if (TRY(c)) {
        item = op_getitem(sequence, int_value((intptr_t)index));
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
    Value item = item_or_absent(it->sequence, it->index);
    if (is_absent(item)) {
        it->sequence = ABSENT;
        iterator_ended();
    } else {
        it->index++;
    }
    return item;
}

static Value getitem_length_hint(Value self) {
    const SequenceIterator *it = iterator_of(self);
    if (is_present(it->sequence) && is_absent(type_lookup(type_of(it->sequence), N___len__))) {
        return NOT_IMPLEMENTED;
    }
    intptr_t len = is_present(it->sequence) ? op_len(it->sequence) : 0;
    return int_value(len > (intptr_t)it->index ? len - (intptr_t)it->index : 0);
}

static const Native getitem_methods[] = {
    METHOD_1(N___length_hint__, getitem_length_hint),
    NATIVE_END,
};

extern const Type getitem_iterator_type;
SEQUENCE_ITERATOR(getitem_iterator_type, N_iterator, getitem_next, getitem_methods);

Value sequence_iterator_new(Value sequence) {
    return new_over(&getitem_iterator_type, sequence, 0);
}

extern const Type list_reverse_iterator_type;

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

static Value reversed_length_hint(Value self) {
    const SequenceIterator *it = iterator_of(self);
    return int_value(is_present(it->sequence) ? (intptr_t)it->index : 0);
}

Value reversed_new(Value sequence) {
    const Type *type = is_kind(sequence, &list_type) ? &list_reverse_iterator_type : &reversed_type;
    return new_over(type, sequence, (size_t)op_len(sequence));
}

static bool is_builtin_sequence(Value v) {
    return is_list(v) || is_tuple(v) || is_str(v);
}

static Value reversed_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("reversed", kwnames);
    if (n != 1) {
        raise_type_error("reversed expected 1 argument, got %z", (intptr_t)n);
    }
    Value result;
    if (is_builtin_sequence(args[0])) {
        return reversed_new(args[0]);
    }
    Value method = type_lookup(type_of(args[0]), N___reversed__);
    if (is_present(method) && is_none(method)) {
        raise_type_error("'%T' object is not reversible", args[0]);
    }
    if (is_present(method) && call_special(args[0], N___reversed__, 0, NULL, &result)) {
        return result;
    }
    if (is_absent(type_lookup(type_of(args[0]), N___len__)) ||
        is_absent(type_lookup(type_of(args[0]), N___getitem__))) {
        raise_type_error("'%T' object is not reversible", args[0]);
    }
    return reversed_new(args[0]);
}

static const Native reversed_methods[] = {
    METHOD_1(N___length_hint__, reversed_length_hint),
    NATIVE_END,
};
static const Ops reversed_ops = {
    .iter = iterator_self, .next = reversed_next, .create = reversed_create,
};
const Type reversed_type = {
    .head = {&type_type}, .name = N_reversed, .ops = &reversed_ops, .flags = TYPE_FINAL,
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

static const Ops callable_ops = {.iter = iterator_self, .next = callable_next};
static const Type callable_iterator_type = {
    .head = {&type_type}, .name = N_callable_iterator, .ops = &callable_ops,
    .flags = TYPE_FINAL | TYPE_TRACE_WORDS, .payload = sizeof(CallableIterator), .letter = 'h',
    .base = &object_type, .solid = &callable_iterator_type,
};

Value callable_iterator_new(Value f, Value sentinel) {
    CallableIterator *it = heap_alloc(&callable_iterator_type, sizeof *it);
    it->f = f;
    it->sentinel = sentinel;
    return cell_value(it);
}
