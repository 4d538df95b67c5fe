// SPDX-License-Identifier: MIT
// list.c: lists: storage, constructors and operators. Methods are in list_methods.c, item and slice
// assignment in list_slice.c, sorting in list_sort.c.
//
// Invariants
// - len <= capacity; items is NULL exactly while capacity is 0.
// - Words of items at and beyond len are ABSENT (the collector visits all of them).
// - User code may replace `items`: it is read anew after each call that may run any.
#include "objects/list.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/sequence.h"
#include "state.h"
#include "text/operand.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(sizeof(List) == (WORD_BITS == 64 ? 24 : 16), "size of a list");
_Static_assert(sizeof(Items) == WORD_BYTES, "size of the head of a list's storage");

// ---- storage --------------------------------------------------------------------------------

#define LIST_MAX ((size_t)(UINT32_MAX < SIZE_MAX / 16 ? UINT32_MAX : SIZE_MAX / 16))

// Bytes of the storage of at least n items, in whole blocks.
static size_t items_bytes(size_t n) {
    if (n > LIST_MAX) {
        raise_memory_error(SIZE_MAX);
    }
    size_t bytes = sizeof(Items) + n * sizeof(Value);
    return (bytes + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES;
}

static size_t items_room(size_t bytes) {
    assert(bytes >= sizeof(Items));
    return (bytes - sizeof(Items)) / sizeof(Value);
}

Items *items_new(size_t n) {
    return heap_alloc(&items_type, items_bytes(n));
}

// Sets the capacity to at least n (not below len), in place if possible.
static void set_capacity(List *list, size_t n) {
    size_t bytes = items_bytes(n);
    if (!list->items || !heap_resize(list->items, bytes)) {
        Items *items = heap_alloc(&items_type, bytes);
        Items *old = list->items;
        if (old) {
            memcpy(items->at, old->at, list->len * sizeof(Value));
        }
        list->items = items;
        if (old) {
            heap_free(old);
        }
    }
    list->capacity = (uint32_t)items_room(bytes);
    assert(list->capacity >= n && list->len <= list->capacity);
}

void list_reserve(List *list, size_t extra) {
    assert(list->len <= list->capacity);
    size_t need = size_add(list->len, extra);
    if (need > list->capacity) {
        set_capacity(list, need);
    }
}

// Steps of 1/8 keep the unused part small; most of them are done in place.
NOINLINE void list_grow(List *list) {
    assert(list->len == list->capacity);
    size_t n = list->len;
    set_capacity(list, n + (n < 1024 ? n / 8 : n / 4) + (WORD_BITS == 64 ? 2 : 3));
}

void list_shrink(List *list) {
    assert(list->len <= list->capacity);
    if (list->len == 0) {
        list_clear(list);
    } else if (list->capacity > 16 && list->len < list->capacity / 2) {
        size_t bytes = items_bytes(list->len + list->len / 8);
        if (heap_resize(list->items, bytes)) {
            list->capacity = (uint32_t)items_room(bytes);
        }
    }
}

void list_clear(List *list) {
    Items *old = list->items;
    list->items = NULL;
    list->len = list->capacity = 0;
    if (old) {
        heap_free(old);
    }
}

// ---- constructors ---------------------------------------------------------------------------

List *list_new(size_t capacity) {
    List *list = heap_alloc(&list_type, sizeof(List));
    if (capacity) {
        set_capacity(list, capacity);
    }
    return list;
}

Value list_from(const Value *items, size_t len) {
    assert(items || !len);
    List *list = list_new(len);
    if (len) {
        poll_copy(list->items->at, items, len * sizeof(Value));
    }
    list->len = (uint32_t)len;
    return cell_value(list);
}

Value list_from_iterable(Value iterable) {
    List *list = list_new(0);
    list_extend(list, iterable);
    return cell_value(list);
}

Value list_to_tuple(const List *list) {
    assert(list->len <= list->capacity);
    if (list->len == 0) {
        return cell_value(&empty_tuple);
    }
    return tuple_new(list->items->at, list->len);
}

void list_append(List *list, Value v) {
    assert(is_present(v));
    if (UNLIKELY(list->len == list->capacity)) {
        list_grow(list);
    }
    list->items->at[list->len++] = v;
}

static void extend_from_sequence(List *list, Value sequence) {
    size_t n = sequence_len(sequence);
    if (n == 0) {
        return;
    }
    if (n > list->capacity - list->len) {
        list_reserve(list, list->len ? n + list->len / 8 : n);
    }
    // A list may be `list` itself: read after it has grown.
    const Value *from = is_kind(sequence, &list_type) ? list_of(sequence)->items->at
                                                      : tuple_of(sequence)->items;
    assert(n <= list->capacity - list->len);
    memcpy(list->items->at + list->len, from, n * sizeof(Value));
    list->len += (uint32_t)n;
}

// Room for the items that an iterable announces; what it says is only a hint.
static void reserve_hint(List *list, Value iterable) {
    intptr_t hint = op_length_hint(iterable);
    if (hint > 0 && (size_t)hint < heap_free_bytes() / (4 * sizeof(Value))) {
        list_reserve(list, (size_t)hint);
    }
}

static bool is_same_list(const List *list, Value v) { // perhaps of a subclass
    return is_kind(v, &list_type) && list_of(v) == list;
}

void list_extend(List *list, Value iterable) {
    if (is_list(iterable) || is_tuple(iterable) || is_same_list(list, iterable)) {
        extend_from_sequence(list, iterable);
        return;
    }
    Value it = op_iter(iterable);
    reserve_hint(list, iterable);
    for (Value v; is_present(v = op_next(it));) {
        list_append(list, v);
        poll_pending();
    }
}

void list_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords_but(type_of(self), N___new__, "list", kwnames);
    if (n > 1) {
        raise_type_error("list expected at most 1 argument, got %z", (intptr_t)n);
    }
    list_clear(list_of(self));
    if (n) {
        list_extend(list_of(self), args[0]);
    }
}

static Value list_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    if (cls != &list_type) {
        return cell_value(cell_new_for(cls));
    }
    Value self = cell_value(list_new(0));
    list_init(self, n, args, kwnames);
    return self;
}

// ---- operations -----------------------------------------------------------------------------

static Value list_repr_body(Value self) {
    StrBuilder b;
    builder_init(&b, 16);
    builder_add_c(&b, "[");
    for (size_t i = 0; i < list_of(self)->len; i++) {
        if (i) {
            builder_add_c(&b, ", ");
        }
        builder_add_repr(&b, list_of(self)->items->at[i]);
        poll_pending();
    }
    builder_add_c(&b, "]");
    return builder_finish(&b);
}

static Value list_repr(Value self) {
    return list_of(self)->len ? repr_guarded(self, "[...]", list_repr_body) : str_from_c("[]");
}

static bool list_truth(Value self) {
    return list_of(self)->len != 0;
}

static Value list_compare(CompareOp op, Value self, Value other) {
    return is_kind(other, &list_type) ? sequence_compare(op, self, other) : NOT_IMPLEMENTED;
}

static Value concat(const List *a, const List *b) {
    assert(a->len <= a->capacity && b->len <= b->capacity);
    List *result = list_new(size_add(a->len, b->len));
    if (a->len) {
        poll_copy(result->items->at, a->items->at, a->len * sizeof(Value));
    }
    if (b->len) {
        poll_copy(result->items->at + a->len, b->items->at, b->len * sizeof(Value));
    }
    result->len = a->len + b->len;
    return cell_value(result);
}

static Value repeat(const List *list, size_t times) {
    size_t n = list->len, total = size_mul(n, times);
    List *result = list_new(total);
    if (total) {
        operand_fill(result->items->at, list->items->at, n * sizeof(Value), total * sizeof(Value));
    }
    result->len = (uint32_t)total;
    return cell_value(result);
}

static Value list_binary(BinaryOp op, Value a, Value b, bool reflected) {
    if (op == OP_ADD && !reflected) {
        if (!is_kind(b, &list_type)) {
            raise_type_error("can only concatenate list (not \"%T\") to list", b);
        }
        return concat(list_of(a), list_of(b));
    }
    if (op == OP_MUL) {
        size_t times = operand_repeat_count(reflected ? a : b);
        return repeat(list_of(reflected ? b : a), times);
    }
    return NOT_IMPLEMENTED;
}

static void repeat_in_place(List *list, size_t times) {
    size_t n = list->len, total = size_mul(n, times);
    if (total == 0) {
        list_clear(list);
        return;
    }
    list_reserve(list, total - n);
    Value *at = list->items->at;
    size_t done = n;
    while (done < total && !rt.interrupt) {
        size_t from = done % n, most = done - from; // what fits behind the last item
        most = most < POLL_BYTES / sizeof(Value) ? most : POLL_BYTES / sizeof(Value);
        size_t part = most < total - done ? most : total - done;
        memcpy(at + done, at + from, part * sizeof(Value));
        done += part;
    }
    if (done < total) { // as before
        memset(at + n, 0, (done - n) * sizeof(Value));
        poll_raise();
    }
    list->len = (uint32_t)total;
}

static Value list_inplace(BinaryOp op, Value a, Value b) {
    if (op == OP_ADD) {
        list_extend(list_of(a), b);
        return a;
    }
    if (op == OP_MUL) {
        repeat_in_place(list_of(a), operand_repeat_count(b));
        return a;
    }
    return NOT_IMPLEMENTED;
}

size_t list_index_of(const List *list, Value key, const char *what) {
    if (!operand_is_index(key)) {
        raise_type_error("list indices must be integers or slices, not %T", key);
    }
    key = int_from(to_subscript(key)); // may run user code: the length is read after it
    return index_resolve(key, list->len, what);
}

static Value list_getitem(Value self, Value key) {
    const List *list = list_of(self);
    if (LIKELY(is_int(key))) {
        intptr_t i = int_of(key);
        i += i < 0 ? (intptr_t)list->len : 0;
        if (LIKELY((size_t)i < list->len)) {
            return list->items->at[i];
        }
        raise_index_error("list index out of range");
    }
    if (is_exact(key, &slice_type)) {
        return list_get_slice(list, key);
    }
    size_t i = list_index_of(list, key, "list"); // user code may give the list other storage
    return list->items->at[i];
}

static bool list_contains(Value self, Value v) {
    return sequence_find(self, v, 0, SIZE_MAX) >= 0;
}

static intptr_t list_len(Value self) {
    return (intptr_t)list_of(self)->len;
}

static Value list_iter(Value self) {
    SequenceIterator *it = heap_alloc_raw(&list_iterator_type, sizeof *it);
    it->sequence = self;
    it->index = 0;
    return cell_value(it);
}

static void list_trace(Cell *cell, Visitor *visitor) {
    visit_cell(visitor, &((List *)cell)->items);
}

// ---- types ----------------------------------------------------------------------------------

static const Ops list_ops = {
    .repr = list_repr, .hash = hash_unhashable, .truth = list_truth, .compare = list_compare,
    .binary = list_binary, .inplace = list_inplace, .getitem = list_getitem,
    .setitem = list_setitem, .contains = list_contains, .len = list_len, .iter = list_iter,
    .create = list_create, .init = list_init,
};
const Type list_type = {
    .head = {&type_type}, .name = N_list, .ops = &list_ops,
    .flags = TYPE_SEQUENCE | TYPE_UNHASHABLE, .payload = sizeof(List), .letter = 'L',
    .base = &object_type, .solid = &list_type, .methods = list_methods, .trace = list_trace,
};

static const Ops items_ops = {.repr = NULL};
const Type items_type = {
    .head = {&type_type}, .name = N__list_items, .ops = &items_ops,
    .flags = TYPE_FINAL | TYPE_TRACE_WORDS, .payload = sizeof(Items), .letter = 'h',
    .solid = &items_type,
};
