// SPDX-License-Identifier: MIT
// list_methods.c: the methods of list.
#include "objects/iterators.h"
#include "objects/list.h"
#include "objects/number.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/sequence.h"
#include "heap/heap.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

static Value list_append_method(Value self, Value v) {
    list_append(list_of(self), v);
    return NONE;
}

static Value list_clear_method(Value self) {
    list_clear(list_of(self));
    return NONE;
}

static Value list_copy(Value self) {
    const List *list = list_of(self);
    return list_from(list->len ? list->items->at : NULL, list->len);
}

static Value list_count(Value self, Value v) {
    return int_value((intptr_t)sequence_count(self, v));
}

static Value list_extend_method(Value self, Value iterable) {
    list_extend(list_of(self), iterable);
    return NONE;
}

static Value list_insert(Value self, Value index, Value v) {
    List *list = list_of(self);
    index = int_from(to_intptr(index)); // may run user code
    list_splice(list, sequence_bound(index, list->len), 0, &v, 1);
    return NONE;
}

static Value list_pop(size_t n, const Value *args) {
    List *list = list_of(args[0]);
    intptr_t i = n > 1 ? to_intptr(args[1]) : -1; // may run user code
    if (list->len == 0) {
        raise_index_error("pop from empty list");
    }
    i += i < 0 ? (intptr_t)list->len : 0;
    if ((size_t)i >= list->len) {
        raise_index_error("pop index out of range");
    }
    Value v = list->items->at[i];
    if ((size_t)i == list->len - 1) {
        list->len--;
        list->items->at[i] = ABSENT;
        list_shrink(list);
    } else {
        list_splice(list, (size_t)i, 1, NULL, 0);
    }
    return v;
}

static Value list_remove(Value self, Value v) {
    intptr_t i = sequence_find(self, v, 0, SIZE_MAX);
    if (i < 0) {
        raise_value_error("list.remove(x): x not in list");
    }
    if ((size_t)i < list_of(self)->len) { // == may have shortened it
        list_splice(list_of(self), (size_t)i, 1, NULL, 0);
    }
    return NONE;
}

void list_reverse(List *list) {
    for (size_t i = 0, j = list->len; i + 1 < j; i++) { // without polls: all or nothing
        Value v = list->items->at[i];
        list->items->at[i] = list->items->at[--j];
        list->items->at[j] = v;
    }
}

static Value list_reverse_method(Value self) {
    list_reverse(list_of(self));
    return NONE;
}

static Value list_sort_method(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_key, ARG_KWONLY}, {N_reverse, ARG_KWONLY}, {NULL, 0}};
    Value given[2];
    args_parse("sort", spec, n - 1, args + 1, kwnames, given);
    bool reverse = is_present(given[1]) && op_truth(given[1]);
    list_sort(list_of(args[0]), given[0], reverse);
    return NONE;
}

static Value list_sizeof(Value self) {
    const List *list = list_of(self);
    size_t items = list->items ? heap_cell_size(list->items) : 0;
    return int_value((intptr_t)(sizeof(List) + items));
}

const Native list_methods[] = {
    METHOD_2(N_append, list_append_method),
    METHOD_1(N_clear, list_clear_method),
    METHOD_1(N_copy, list_copy),
    METHOD_2(N_count, list_count),
    METHOD_2(N_extend, list_extend_method),
    METHOD_VAR(N_index, sequence_index, 2, 4),
    METHOD_3(N_insert, list_insert),
    METHOD_VAR(N_pop, list_pop, 1, 2),
    METHOD_2(N_remove, list_remove),
    METHOD_1(N_reverse, list_reverse_method),
    METHOD_KW(N_sort, list_sort_method, 1, NATIVE_MANY),
    METHOD_1(N___reversed__, list_reversed),
    METHOD_1(N___sizeof__, list_sizeof),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};
