// SPDX-License-Identifier: MIT
// bytearray_methods.c: what changes a bytearray: item and slice assignment, append, extend, pop...
// Values are converted to bytes before the array is looked at, since that may run user code.
#include "error.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "state.h"
#include "text/bytearray.h"
#include "text/bytes_view.h"
#include "text/memoryview.h"
#include "text/operand.h"
#include <assert.h>

// ---- item and slice assignment ------------------------------------------------------------------

// What int(), float() or complex() takes for a number.
static bool is_number(Value v) {
    return operand_is_index(v) || is_float(v) || is_kind(v, &float_type) ||
           is_kind(v, &complex_type) || operand_defines(v, N___int__) ||
           operand_defines(v, N___float__);
}

static const char out_of_range[] = "byte must be in range(0, 256)";

static Bytes *bytes_to_extend_by(Value iterable) {
    Value it = operand_iter(iterable);
    if (is_absent(it)) {
        raise_type_error("can't extend bytearray with %T", iterable);
    }
    return bytes_of(bytes_from_iterator(it, iterable, out_of_range));
}

// The bytes to assign to a slice, as a bytes object of their own (never part of the array).
static Bytes *slice_value(Value v) {
    Buffer buffer;
    if (is_memoryview(v)) { // may have gaps
        return bytes_of(memoryview_bytes(memoryview_of(v)));
    }
    if (buffer_try(v, &buffer, BUFFER_READ)) {
        return bytes_of(is_bytes(v) ? v : bytes_new(buffer.data, buffer.size));
    }
    if (is_str(unbox(v)) || is_number(v)) {
        raise_type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    }
    Value it = operand_iter(v);
    if (is_absent(it)) {
        raise_type_error("cannot convert '%T' object to bytearray", v);
    }
    return bytes_of(bytes_from_iterator(it, ABSENT, out_of_range));
}

// Deletes every step-th byte; r->step is not 1.
static void delete_steps(ByteArray *a, const SliceRange *r) {
    if (r->count == 0) {
        return;
    }
    size_t step = r->step < 0 ? 0 - (size_t)r->step : (size_t)r->step;
    size_t first = r->step < 0 ? (size_t)r->start - (r->count - 1) * step : (size_t)r->start;
    size_t size = a->size;
    bytearray_check_resizable(a);
    assert(first < size);
    uint8_t *data = a->storage->data;
    size_t to = first, next = first, left = r->count;
    for (size_t at = first; at < size; at++) {
        if (left > 0 && at == next) {
            next += step;
            left--;
        } else {
            data[to++] = data[at];
        }
    }
    bytearray_set_size(a, to);
}

static void assign_steps(ByteArray *a, const SliceRange *r, const Bytes *bytes) {
    if (bytes->size != r->count) {
        raise_value_error("attempt to assign bytes of size %z to extended slice of size %z",
                          (intptr_t)bytes->size, (intptr_t)r->count);
    }
    intptr_t at = r->start;
    for (size_t i = 0; i < r->count; i++) { // without polls: all or nothing
        a->storage->data[at] = bytes->data[i];
        at = i + 1 < r->count ? at + r->step : at;
    }
}

static void set_slice(ByteArray *a, Value key, Value v) {
    key = operand_plain_key(key);
    SliceRange r;
    slice_resolve(key, a->size, &r); // wrong bounds are told first
    const Bytes *bytes = is_present(v) ? slice_value(v) : NULL;
    slice_resolve(key, a->size, &r);
    if (r.step == 1) {
        size_t from = (size_t)r.start;
        bytearray_replace(a, from, from + r.count, bytes ? bytes->data : NULL,
                          bytes ? bytes->size : 0);
    } else if (bytes && bytes->size > 0) {
        assign_steps(a, &r, bytes);
    } else {
        delete_steps(a, &r);
    }
}

static bool is_plain_bound(Value v) {
    return is_int(v) || is_none(v);
}

// Bytes over as many others, whose bounds need no user code: nothing is allocated. false: it is not
// that.
static bool set_in_place(ByteArray *a, Value key, Value v) {
    assert(is_exact(key, &slice_type));
    const Slice *s = (const Slice *)cell_of(key);
    Buffer from;
    SliceRange r;
    if (is_absent(v) || !is_plain_bound(s->start) || !is_plain_bound(s->stop) ||
        !is_none(s->step) || (is_memoryview(v) && !memoryview_contiguous(memoryview_of(v))) ||
        !buffer_try(v, &from, BUFFER_READ)) {
        return false;
    }
    slice_resolve(key, a->size, &r);
    if (from.size != r.count) {
        return false;
    }
    if (r.count) {
        memmove(a->storage->data + r.start, from.data, r.count);
    }
    return true;
}

void bytearray_setitem(Value self, Value key, Value v) {
    ByteArray *a = bytearray_of(self);
    if (is_exact(key, &slice_type)) {
        if (!set_in_place(a, key, v)) {
            set_slice(a, key, v);
        }
        return;
    }
    if (!operand_is_index(key)) {
        raise_type_error("bytearray indices must be integers or slices, not %T", key);
    }
    key = operand_plain_key(key);
    uint8_t byte = is_present(v) ? byte_arg(v) : 0;
    size_t at = operand_index(key, a->size, "bytearray index out of range");
    if (is_absent(v)) {
        bytearray_replace(a, at, at + 1, NULL, 0);
    } else {
        a->storage->data[at] = byte;
    }
}

// ---- methods ------------------------------------------------------------------------------------

static Value bytearray_append(Value self, Value v) {
    uint8_t byte = byte_arg(v);
    ByteArray *a = bytearray_of(self);
    bytearray_replace(a, a->size, a->size, &byte, 1);
    return NONE;
}

static Value bytearray_extend(Value self, Value iterable) {
    Buffer buffer;
    ByteArray *a = bytearray_of(self);
    if (is_str(unbox(iterable))) {
        raise_type_error("expected iterable of integers; got: 'str'");
    }
    bool lent = is_memoryview(iterable) || buffer_try(iterable, &buffer, BUFFER_READ);
    const Bytes *bytes = lent ? slice_value(iterable) : bytes_to_extend_by(iterable);
    bytearray_replace(a, a->size, a->size, bytes->data, bytes->size);
    return NONE;
}

static Value bytearray_insert(Value self, Value index, Value v) {
    intptr_t at = to_intptr(index);
    uint8_t byte = byte_arg(v);
    ByteArray *a = bytearray_of(self);
    intptr_t size = (intptr_t)a->size;
    at = at < 0 ? at + size : at;
    at = at < 0 ? 0 : at > size ? size : at;
    bytearray_replace(a, (size_t)at, (size_t)at, &byte, 1);
    return NONE;
}

static Value bytearray_pop(size_t n, const Value *args) {
    Value index = n > 1 ? int_from(to_intptr(args[1])) : int_value(-1);
    ByteArray *a = bytearray_of(args[0]);
    if (a->size == 0) {
        raise_index_error("pop from empty bytearray");
    }
    size_t at = operand_index(index, a->size, "pop index out of range");
    uint8_t byte = a->storage->data[at];
    bytearray_replace(a, at, at + 1, NULL, 0);
    return int_value(byte);
}

static Value bytearray_remove(Value self, Value v) {
    uint8_t byte = byte_arg(v);
    ByteArray *a = bytearray_of(self);
    const uint8_t *data = view_of(self).data;
    const uint8_t *at = memchr(data, byte, a->size);
    if (!at) {
        raise_value_error("value not found in bytearray");
    }
    size_t index = (size_t)(at - data);
    bytearray_replace(a, index, index + 1, NULL, 0);
    return NONE;
}

static Value bytearray_reverse(Value self) {
    ByteArray *a = bytearray_of(self);
    uint8_t *data = a->size ? a->storage->data : NULL;
    for (size_t i = 0, j = a->size; i + 1 < j; i++) {
        j--;
        uint8_t byte = data[i];
        data[i] = data[j];
        data[j] = byte;
    }
    return NONE;
}

static Value bytearray_clear(Value self) {
    bytearray_set_size(bytearray_of(self), 0);
    return NONE;
}

static Value bytearray_copy(Value self) {
    View view = view_of(self);
    return view_same(&view);
}

static Value bytearray_resize(Value self, Value size) {
    intptr_t n = to_intptr(size);
    if (n < 0) {
        raise_value_error("bytearray.resize(): new size must be >= 0, got %z", n);
    }
    bytearray_set_size(bytearray_of(self), (size_t)n);
    return NONE;
}

static Value bytearray_alloc(Value self) {
    const ByteArray *a = bytearray_of(self);
    return int_value(a->storage ? (intptr_t)a->storage->capacity : 0);
}

static Value bytearray_sizeof(Value self) {
    return int_value((intptr_t)sizeof(ByteArray) + int_of(bytearray_alloc(self)));
}

// (text, "latin-1")
static Value as_latin1(Value bytes) {
    Value codec = str_from_c("latin-1");
    return tuple_pair(op_call_method(bytes, N_decode, 1, &codec), codec);
}

// Before protocol 3: (class, (text, "latin-1"), state), else (class, (bytes,), state).
static Value bytearray_reduce_ex(Value self, Value protocol) {
    View view = view_of(self);
    Value cls = type_value(type_of(self)), data = bytes_new(view.data, view.size);
    bool old = to_intptr(protocol) < 3;
    Value state = reduce_state(self);
    if (bytes_of(data)->size == 0) {
        return reduced_with_state(cls, cell_value(&empty_tuple), state);
    }
    return reduced_with_state(cls, old ? as_latin1(data) : tuple_new(&data, 1), state);
}

static Value bytearray_reduce(Value self) {
    return bytearray_reduce_ex(self, int_value(2));
}

const Native bytearray_method_rows[] = {
    BYTES_SHARED_METHODS,
    METHOD_1(N___alloc__, bytearray_alloc),
    METHOD_1(N___sizeof__, bytearray_sizeof),
    METHOD_2(N___reduce_ex__, bytearray_reduce_ex),
    ROW_REDUCE(bytearray_reduce),
    METHOD_2(N_append, bytearray_append),
    METHOD_1(N_clear, bytearray_clear),
    METHOD_1(N_copy, bytearray_copy),
    METHOD_2(N_extend, bytearray_extend),
    METHOD_3(N_insert, bytearray_insert),
    METHOD_VAR(N_pop, bytearray_pop, 1, 2),
    METHOD_2(N_remove, bytearray_remove),
    METHOD_2(N_resize, bytearray_resize),
    METHOD_1(N_reverse, bytearray_reverse),
    NATIVE_END,
};
