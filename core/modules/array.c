// SPDX-License-Identifier: MIT
// array.c: the type array: storage, construction, operators.
#include "modules/array.h"
#include "heap/heap.h"
#include "objects/containers.h"
#include "objects/iterators.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/operand.h"
#include "text/str.h"
#include <assert.h>

enum { ITEM_MAX = 8, EXPORTS_MAX = UINT16_MAX };
#define LEN_MAX ((size_t)0x7ffffff0)

// ---- storage ----------------------------------------------------------------------------------------

static const Type storage_type = {
    .head = {&type_type}, .name = N__array_items, .flags = TYPE_FINAL | TYPE_TRACE_NONE,
    .payload = sizeof(ArrayStorage), .letter = 'h', .solid = &storage_type,
};

static ArrayStorage *storage_new(size_t bytes) {
    ArrayStorage *s = heap_alloc_raw(&storage_type,
                                     size_add(offsetof(ArrayStorage, data), bytes));
    s->capacity = heap_cell_size(s) - offsetof(ArrayStorage, data);
    return s;
}

static void check_resizable(const Array *a) {
    if (a->exports) {
        heap_collect(); // views that nobody uses any more go
    }
    if (a->exports) {
        raise_error(&buffer_error_type, "cannot resize an array that is exporting buffers");
    }
}

// Room for `need` bytes in all, and some to spare.
static NOINLINE void grow(Array *a, size_t need) {
    assert(need > (a->storage ? a->storage->capacity : 0));
    size_t wish = need + need / 8 + 2 * ITEM_MAX, header = offsetof(ArrayStorage, data);
    ArrayStorage *old = a->storage;
    if (old && heap_resize(old, header + wish)) {
        old->capacity = heap_cell_size(old) - header;
        return;
    }
    ArrayStorage *fresh = storage_new(old ? wish : need);
    if (old) {
        memcpy(fresh->data, old->data, (size_t)a->len * a->item_size);
        heap_free(old);
    }
    a->storage = fresh;
}

static void shrink(Array *a) {
    assert((size_t)a->len * a->item_size <= (a->storage ? a->storage->capacity : 0));
    size_t used = (size_t)a->len * a->item_size, header = offsetof(ArrayStorage, data);
    if (used == 0) {
        heap_free(a->storage);
        a->storage = NULL;
    } else if (a->storage->capacity > 64 && used < a->storage->capacity / 4) {
        heap_resize(a->storage, header + used + used / 4);
        a->storage->capacity = heap_cell_size(a->storage) - header;
    }
}

void array_splice(Array *a, size_t at, size_t count, const uint8_t *items, size_t n) {
    assert(at <= a->len && count <= a->len - at);
    size_t size = a->item_size, tail = a->len - at - count, len = size_add(at + tail, n);
    if (n != count) {
        check_resizable(a);
    }
    if (len > LEN_MAX / size) {
        raise_memory_error(len);
    }
    if (!a->storage || len * size > a->storage->capacity) {
        if (len == 0) {
            return;
        }
        grow(a, len * size);
    }
    uint8_t *data = a->storage->data;
    memmove(data + (at + n) * size, data + (at + count) * size, tail * size);
    if (items && n) {
        memcpy(data + at * size, items, n * size);
    }
    bool smaller = len < a->len;
    a->len = (uint32_t)len;
    assert(len * size <= a->storage->capacity);
    if (smaller) {
        shrink(a);
    }
}

static Array *array_make(const Type *cls, char code) {
    Array *a = (Array *)cell_new_for(cls);
    a->code = code;
    a->item_size = array_code_size(code);
    assert(a->item_size);
    return a;
}

Array *array_new(char code, size_t len) {
    Array *a = array_make(&array_type, code);
    if (len) {
        array_splice(a, 0, 0, NULL, len);
        poll_fill(a->storage->data, 0, len * a->item_size);
    }
    return a;
}

Array *array_like(const Array *a, const uint8_t *items, size_t n) {
    Array *copy = array_make(&array_type, a->code);
    array_splice(copy, 0, 0, items, n);
    return copy;
}

// ---- adding -----------------------------------------------------------------------------------------

void array_append(Array *a, Value v) {
    uint8_t item[ITEM_MAX];
    array_put(a->code, item, v);
    array_splice(a, a->len, 0, item, 1);
}

// The items of `other`, safe from changes of a.
static const uint8_t *items_for(const Array *a, const Array *other, Value *held) {
    if (other->len == 0) {
        return NULL;
    }
    *held = a == other ? bytes_new(other->storage->data, (size_t)other->len * other->item_size)
                       : cell_value(other->storage);
    return a == other ? bytes_of(*held)->data : other->storage->data;
}

void array_extend(Array *a, Value iterable) {
    if (is_array(iterable)) {
        const Array *other = array_of(iterable);
        Value held = ABSENT;
        if (other->code != a->code) {
            raise_type_error("can only extend with array of same kind");
        }
        size_t n = other->len;
        array_splice(a, a->len, 0, items_for(a, other, &held), n);
        return;
    }
    Value it = op_iter(iterable), v;
    while (is_present(v = op_next(it))) {
        array_append(a, v);
        poll_pending();
    }
}

void array_from_text(Array *a, const Str *text) {
    if (a->code != 'u' && a->code != 'w') {
        raise_value_error("fromunicode() may only be called on unicode type arrays ('u' or 'w')");
    }
    size_t n = str_length(text), at = a->len;
    array_splice(a, at, 0, NULL, n);
    const char *p = text->text;
    for (size_t i = 0; i < n; i++) {
        if (UNLIKELY(rt.interrupt)) { // as before
            array_splice(a, at, n, NULL, 0);
            poll_raise();
        }
        uint32_t c = utf8_next(&p);
        memcpy(array_at(a, at + i), &c, sizeof c);
    }
}

void array_add_bytes(Array *a, Value v) {
    Buffer b;
    buffer_get(v, &b, BUFFER_READ);
    if (b.size % a->item_size != 0) {
        raise_value_error("bytes length not a multiple of item size");
    }
    Value copy = bytes_new(b.data, b.size); // v may be a view of a itself
    array_splice(a, a->len, 0, bytes_of(copy)->data, b.size / a->item_size);
}

// ---- constructor ------------------------------------------------------------------------------------

static char code_argument(Value v) {
    Value native = unbox(v);
    if (!is_str(native) || str_length(str_of(native)) != 1) {
        raise_type_error("array() argument 1 must be a unicode character, not %T", v);
    }
    char code = str_of(native)->text[0];
    if (!array_code_size(code)) {
        raise_value_error(
            "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)");
    }
    return code;
}

static void fill(Array *a, Value v) {
    Value native = unbox(v);
    bool text = a->code == 'u' || a->code == 'w';
    if (is_str(native)) {
        if (!text) {
            raise_type_error("cannot use a str to initialize an array with typecode '%c'",
                             (uint32_t)a->code);
        }
        array_from_text(a, str_of(native));
    } else if (is_bytes(native) || is_kind(native, &bytearray_type)) {
        array_add_bytes(a, native);
    } else if (is_array(v) && array_of(v)->code != a->code) {
        for (size_t i = 0; i < array_of(v)->len; i++) {
            array_append(a, array_item(array_of(v), i));
        }
    } else {
        array_extend(a, v);
    }
}

static Value array_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords_but(cls, N___init__, "array.array", kwnames);
    if (n < 1 || n > 2) {
        raise_type_error("array() %s %d argument%s (%z given)", n ? "takes at most" : "takes at least",
                         n ? 2 : 1, n ? "s" : "", (intptr_t)n);
    }
    Array *a = array_make(cls, code_argument(args[0]));
    if (n == 2) {
        fill(a, args[1]);
    }
    return cell_value(a);
}

// ---- operators ----------------------------------------------------------------------------------------

static Value array_repr(Value self) {
    const Array *a = array_of(self);
    StrBuilder b;
    builder_init(&b, 0);
    builder_add_format(&b, "%S('%c'", type_of(self)->name, (uint32_t)a->code);
    if (a->len && (a->code == 'u' || a->code == 'w')) {
        builder_add_format(&b, ", %V", op_call_method(self, N_tounicode, 0, NULL));
    } else if (a->len) {
        builder_add_c(&b, ", [");
        for (size_t i = 0; i < a->len; i++) {
            builder_add_c(&b, i ? ", " : "");
            builder_add_repr(&b, array_item(a, i));
            poll_pending();
        }
        builder_add_c(&b, "]");
    }
    builder_add_c(&b, ")");
    return builder_finish(&b);
}

static Value array_compare(CompareOp op, Value self, Value other) {
    if (!is_array(other)) {
        return NOT_IMPLEMENTED;
    }
    const Array *a = array_of(self), *b = array_of(other);
    bool for_equality = op == CMP_EQ || op == CMP_NE;
    if (for_equality && a->len != b->len) {
        return bool_value(op == CMP_NE);
    }
    for (size_t i = 0; i < a->len && i < b->len; i++) {
        Value x = array_item(a, i), y = array_item(b, i);
        if (!same(op_compare(CMP_EQ, x, y), TRUE)) {
            return for_equality ? bool_value(op == CMP_NE) : op_compare(op, x, y);
        }
        poll_pending();
    }
    return bool_value(order_is(op, (a->len > b->len) - (a->len < b->len)));
}

static const Array *same_code(const Array *a, Value other, const char *format) {
    if (!is_array(other)) {
        raise_type_error(format, other);
    }
    if (array_of(other)->code != a->code) {
        raise_type_error("bad argument type for built-in operation");
    }
    return array_of(other);
}

static Value concatenated(const Array *a, Value other) {
    const Array *b = same_code(a, other, "can only append array (not \"%T\") to array");
    Array *sum = array_new(a->code, size_add(a->len, b->len));
    size_t first = (size_t)a->len * a->item_size, second = (size_t)b->len * a->item_size;
    if (first) {
        poll_copy(sum->storage->data, a->storage->data, first);
    }
    if (second) {
        poll_copy(sum->storage->data + first, b->storage->data, second);
    }
    return cell_value(sum);
}

static Value repeated(const Array *a, size_t count) {
    Array *product = array_new(a->code, size_mul(a->len, count));
    if (product->len) {
        size_t unit = (size_t)a->len * a->item_size;
        operand_fill(product->storage->data, a->storage->data, unit, unit * count);
    }
    return cell_value(product);
}

static Value array_binary(BinaryOp op, Value a, Value b, bool reflected) {
    if (op == OP_ADD && !reflected) {
        return concatenated(array_of(a), b);
    }
    if (op != OP_MUL) {
        return NOT_IMPLEMENTED;
    }
    return repeated(array_of(reflected ? b : a), operand_repeat_count(reflected ? a : b));
}

static Value array_inplace(BinaryOp op, Value self, Value other) {
    Array *a = array_of(self);
    if (op == OP_ADD) {
        if (!is_array(other)) {
            raise_type_error("can only extend array with array (not \"%T\")", other);
        }
        array_extend(a, other);
        return self;
    }
    if (op != OP_MUL) {
        return NOT_IMPLEMENTED;
    }
    const Array *product = array_of(repeated(a, operand_repeat_count(other)));
    array_splice(a, 0, a->len, product->len ? product->storage->data : NULL, product->len);
    return self;
}

// ---- items --------------------------------------------------------------------------------------------

static void check_key(Value key) {
    if (!operand_is_index(key)) {
        raise_type_error("array indices must be integers");
    }
}

static Value get_slice(const Array *a, Value key) {
    SliceRange r;
    slice_resolve(key, a->len, &r);
    if (r.step == 1) {
        return cell_value(array_like(a, r.count ? array_at(a, (size_t)r.start) : NULL, r.count));
    }
    Array *part = array_new(a->code, r.count);
    for (size_t i = 0; i < r.count; i++) {
        poll_interrupt();
        memcpy(array_at(part, i), array_at(a, (size_t)(r.start + (intptr_t)i * r.step)),
               a->item_size);
    }
    return cell_value(part);
}

static Value array_getitem(Value self, Value key) {
    const Array *a = array_of(self);
    key = operand_plain_key(key);
    if (is_exact(key, &slice_type)) {
        return get_slice(a, key);
    }
    check_key(key);
    return array_item(a, operand_index(key, a->len, "array index out of range"));
}

static void delete_slice(Array *a, SliceRange r) {
    assert(r.step != 0);
    if (r.step < 0 && r.count) {
        r.start += (intptr_t)(r.count - 1) * r.step;
        r.step = -r.step;
    }
    if (r.step == 1) {
        array_splice(a, (size_t)r.start, r.count, NULL, 0);
        return;
    }
    check_resizable(a);
    size_t to = (size_t)r.start, left = r.count, next = to;
    for (size_t i = to; r.count && i < a->len; i++) {
        if (left && i == next) {
            left--;
            next += (size_t)r.step;
        } else {
            memcpy(array_at(a, to++), array_at(a, i), a->item_size);
        }
    }
    if (r.count) {
        array_splice(a, to, a->len - to, NULL, 0);
    }
}

static void set_slice(Array *a, Value key, Value v) {
    SliceRange r;
    Value held = ABSENT;
    slice_resolve(key, a->len, &r);
    if (is_absent(v)) {
        delete_slice(a, r);
        return;
    }
    const Array *other = same_code(a, v, "can only assign array (not \"%T\") to array slice");
    size_t n = other->len;
    const uint8_t *items = items_for(a, other, &held);
    if (r.step == 1) {
        array_splice(a, (size_t)r.start, r.count, items, n);
        return;
    }
    if (n != r.count) {
        raise_value_error("attempt to assign array of size %z to extended slice of size %z",
                          (intptr_t)n, (intptr_t)r.count);
    }
    for (size_t i = 0; i < n; i++) { // without polls: all or nothing
        memcpy(array_at(a, (size_t)(r.start + (intptr_t)i * r.step)), items + i * a->item_size,
               a->item_size);
    }
}

static void array_setitem(Value self, Value key, Value v) {
    Array *a = array_of(self);
    uint8_t item[ITEM_MAX];
    key = operand_plain_key(key);
    if (is_exact(key, &slice_type)) {
        set_slice(a, key, v);
        return;
    }
    check_key(key);
    if (is_present(v)) {
        operand_index(key, a->len, "array assignment index out of range");
        array_put(a->code, item, v); // runs user code
    }
    size_t i = operand_index(key, a->len, "array assignment index out of range");
    if (is_present(v)) {
        memcpy(array_at(a, i), item, a->item_size);
    } else {
        array_splice(a, i, 1, NULL, 0);
    }
}

static bool array_contains(Value self, Value v) {
    const Array *a = array_of(self);
    for (size_t i = 0; i < a->len; i++) {
        if (op_equal(array_item(a, i), v)) {
            return true;
        }
        poll_pending();
    }
    return false;
}

static intptr_t array_len(Value self) {
    return (intptr_t)array_of(self)->len;
}

static bool array_buffer(Value self, Buffer *out, int flags) {
    Array *a = array_of(self);
    if (flags & BUFFER_RELEASE) {
        assert(a->exports > 0);
        a->exports--;
        return true;
    }
    if (flags & BUFFER_EXPORT) {
        if (a->exports == EXPORTS_MAX) {
            raise_error(&buffer_error_type, "too many exports of an array");
        }
        a->exports++;
    }
    *out = (Buffer){.data = a->storage ? a->storage->data : (uint8_t *)(uintptr_t)buffer_nothing,
                    .size = (size_t)a->len * a->item_size, .owner = self, .format = a->code,
                    .item_size = a->item_size};
    return true;
}

// ---- iterator -----------------------------------------------------------------------------------------

static Value iterator_next(Value self) {
    SequenceIterator *it = (SequenceIterator *)cell_of(self);
    if (is_absent(it->sequence)) {
        return ABSENT;
    }
    const Array *a = array_of(it->sequence);
    if (it->index >= a->len) {
        it->sequence = ABSENT;
        return ABSENT;
    }
    return array_item(a, it->index++);
}

static void iterator_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((SequenceIterator *)cell)->sequence);
}

static const Native iterator_methods[] = {ROWS_SEQUENCE_ITERATOR, NATIVE_END};
static const Ops iterator_ops = {.iter = iterator_self, .next = iterator_next};
static const Type iterator_type = {
    .head = {&type_type}, .name = N_arrayiterator, .ops = &iterator_ops, .flags = TYPE_FINAL,
    .payload = sizeof(SequenceIterator), .letter = 'h', .base = &object_type,
    .solid = &iterator_type, .methods = iterator_methods, .trace = iterator_trace,
};

static Value array_iter(Value self) {
    SequenceIterator *it = heap_alloc(&iterator_type, sizeof *it);
    it->sequence = self;
    return cell_value(it);
}

// ---- type ---------------------------------------------------------------------------------------------

static void array_trace(Cell *cell, Visitor *visitor) {
    visit_cell(visitor, &((Array *)cell)->storage);
}

static const Ops array_ops = {
    .repr = array_repr,
    .hash = hash_unhashable,
    .compare = array_compare,
    .binary = array_binary,
    .inplace = array_inplace,
    .getitem = array_getitem,
    .setitem = array_setitem,
    .contains = array_contains,
    .len = array_len,
    .iter = array_iter,
    .buffer = array_buffer,
    .create = array_create,
};
const Type array_type = {
    .head = {&type_type}, .name = N_array, .ops = &array_ops,
    .flags = TYPE_WEAK | TYPE_UNHASHABLE | TYPE_SEQUENCE, .payload = sizeof(Array), .letter = 'A',
    .base = &object_type, .solid = &array_type, .methods = array_methods, .trace = array_trace,
};
