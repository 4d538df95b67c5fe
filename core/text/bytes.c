// SPDX-License-Identifier: MIT
// bytes.c: the type bytes, and the operators it shares with bytearray.
//
//   Bytes  {head, hash 30, size, data[size], NUL}     laid out as Str, so builders serve both
#include "error.h"
#include "heap/heap.h"
#include "objects/containers.h"
#include "objects/iterators.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/buffer.h"
#include "text/bytes_view.h"
#include "text/codec.h"
#include "text/format.h"
#include "text/memoryview.h"
#include "text/operand.h"
#include "text/repr.h"
#include "text/search.h"
#include <assert.h>

_Static_assert(offsetof(Bytes, data) == WORD_BYTES + 8, "bytes of a bytes before its data");

#define SIZE_LIMIT ((size_t)(WORD_BITS == 64 ? 0xfffffff0u : 0x7ffffff0u))

static const struct {
    Cell head;
    uint32_t hash : 30, spare : 2;
    uint32_t size;
    uint8_t data[1];
} empty_bytes = {{&bytes_type}, 0x11c9dc7, 0, 0, {0}};

Bytes *bytes_alloc(size_t size) {
    if (size > SIZE_LIMIT) {
        raise_memory_error(size);
    }
    Bytes *b = heap_alloc_raw(&bytes_type, offsetof(Bytes, data) + size + 1);
    b->hash = 0;
    b->spare = 0;
    b->size = (uint32_t)size;
    b->data[size] = 0;
    return b;
}

Value bytes_new(const void *data, size_t size) {
    if (size == 0) {
        return cell_value(&empty_bytes);
    }
    Bytes *b = bytes_alloc(size);
    if (data) {
        poll_copy(b->data, data, size);
    } else {
        poll_fill(b->data, 0, size);
    }
    return cell_value(b);
}

// ---- contents of bytes(...) and bytearray(...) --------------------------------------------------

Value bytes_from_iterator(Value iterator, Value iterable, const char *range) {
    StrBuilder b;
    builder_init(&b, is_present(iterable) ? (size_t)op_length_hint(iterable) : 0);
    for (;;) {
        poll_pending();
        Value item = op_next(iterator);
        if (is_absent(item)) {
            return builder_finish_bytes(&b);
        }
        Value n = is_int(item) ? item : to_index(item);
        if (!is_int(n) || int_of(n) < 0 || int_of(n) > 255) {
            raise_value_error("%s", range);
        }
        builder_add_byte(&b, (uint8_t)int_of(n));
    }
}

static Value zeros(Value count) {
    intptr_t n = to_intptr(count);
    if (n < 0) {
        raise_value_error("negative count");
    }
    return bytes_new(NULL, (size_t)n);
}

Value bytes_from_items(const char *name, Value source) {
    Buffer buffer;
    if (is_bytes(source)) {
        return source;
    }
    if (is_memoryview(source)) { // may have gaps
        return memoryview_bytes(memoryview_of(source));
    }
    if (buffer_try(source, &buffer, BUFFER_READ)) {
        return bytes_new(buffer.data, buffer.size);
    }
    Value it = operand_iter(source);
    if (is_absent(it)) {
        raise_type_error("cannot convert '%T' object to %s", source, name);
    }
    bool array = name[4] == 'a'; // a bytearray
    return bytes_from_iterator(it, array ? ABSENT : source, array ? "byte must be in range(0, 256)"
                                                 : "bytes must be in range(0, 256)");
}

static Value contents_of(const char *name, Value source) {
    Value made;
    if (name[4] == 's' && call_special(source, N___bytes__, 0, NULL, &made)) {
        if (!is_bytes(unbox(made))) {
            raise_type_error("__bytes__ returned non-bytes (type %T)", made);
        }
        return made;
    }
    if (is_str(unbox(source))) {
        raise_type_error("string argument without an encoding");
    }
    Value count = operand_to_index(source);
    if (is_present(count)) {
        return zeros(count);
    }
    return bytes_from_items(name, source);
}

Value bytes_from_arguments(const char *name, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_source, 0}, {N_encoding, 0}, {N_errors, 0}, {NULL, 0}};
    Value in[3];
    args_parse(name, spec, n, args, kwnames, in);
    bool encode = is_present(in[1]) || is_present(in[2]), plain = name[4] == 's';
    const Str *encoding = codec_argument(in[1], plain ? "bytes() argument 'encoding'"
                                                     : "bytearray() argument 'encoding'");
    const Str *errors = codec_argument(in[2], plain ? "bytes() argument 'errors'"
                                                    : "bytearray() argument 'errors'");
    if (is_absent(in[0]) && !encode) {
        return bytes_new(NULL, 0);
    }
    if (!encode) {
        return is_bytes(in[0]) ? in[0] : contents_of(name, in[0]);
    }
    if (is_absent(in[0]) || !is_str(unbox(in[0]))) {
        raise_type_error("%s without a string argument", encoding ? "encoding" : "errors");
    }
    if (!encoding) {
        raise_type_error("string argument without an encoding");
    }
    return codec_encode(str_of(unbox(in[0])), encoding, errors);
}

static Value bytes_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    Value native = bytes_from_arguments("bytes", n, args, kwnames);
    return cls == &bytes_type ? native : boxed_new(cls, unbox(native));
}

// ---- operators of bytes and bytearray -----------------------------------------------------------

// What bytes are compared with: bytes and bytearrays, and a bytearray with all that has a buffer.
static bool compared_view(Value v, Value self, View *out) {
    Buffer buffer;
    if (is_bytes_kind(v)) {
        *out = view_of(v);
        return true;
    }
    if (is_bytes(unbox(self)) || !buffer_try(v, &buffer, BUFFER_QUIET)) {
        return false;
    }
    *out = (View){buffer.data, buffer.size, buffer.owner, true};
    return true;
}

Value bytes_compare(CompareOp op, Value self, Value other) {
    View a, b;
    if (!compared_view(unbox(self), self, &a) || !compared_view(unbox(other), self, &b)) {
        return NOT_IMPLEMENTED;
    }
    if ((op == CMP_EQ || op == CMP_NE) && a.size != b.size) {
        return bool_value(op == CMP_NE);
    }
    int order = memcmp(a.data, b.data, a.size < b.size ? a.size : b.size);
    if (order == 0) {
        order = (a.size > b.size) - (a.size < b.size);
    }
    return bool_value(order_is(op, order));
}

static Value add(Value a, Value b, bool reflected) {
    Buffer other;
    if (reflected) { // only when the left operand did not know what to do
        return NOT_IMPLEMENTED;
    }
    if (!buffer_try(b, &other, BUFFER_READ)) {
        raise_type_error("can't concat %T to %T", b, a);
    }
    View left = view_of(unbox(a));
    if (!left.mutable && left.size == 0 && is_bytes(b)) {
        return b;
    }
    if (other.size == 0 && is_bytes(a)) {
        return a;
    }
    Value sum = view_new(&left, NULL, size_add(left.size, other.size));
    uint8_t *out = (uint8_t *)view_of(sum).data;
    if (left.size + other.size > 0) {
        poll_copy(out, left.data, left.size);
        poll_copy(out + left.size, other.data, other.size);
    }
    return sum;
}

static Value repeat(Value self, size_t count) {
    View view = view_of(self);
    if (count == 1 || view.size == 0) {
        return view_same(&view);
    }
    size_t total = view.mutable ? size_mul(view.size, count)
                                : operand_repeated_size(view.size, count, "bytes are");
    Value product = view_new(&view, NULL, total);
    if (total > 0) {
        operand_fill((uint8_t *)view_of(product).data, view.data, view.size, total);
    }
    return product;
}

static Value percent(Value format, Value args) {
    View view = view_of(format);
    if (view.mutable) { // args may change it
        view = view_of(bytes_new(view.data, view.size));
    }
    StrBuilder b;
    builder_init(&b, size_add(view.size, 8));
    percent_format(&b, (const char *)view.data, view.size, args, true);
    view.mutable = !is_bytes(format);
    return view_finish(&view, &b);
}

// Is v what `self` is, bytes or a bytearray?
static bool is_like(Value v, Value self) {
    return is_bytes(self) ? is_bytes(v) : is_kind(v, &bytearray_type);
}

Value bytes_binary(BinaryOp op, Value a, Value b, bool reflected) {
    size_t count;
    switch (op) {
    case OP_ADD:
        return add(a, b, reflected);
    case OP_MUL:
        count = operand_repeat_count(reflected ? a : b);
        return repeat(unbox(reflected ? b : a), count);
    case OP_MOD:
        return is_like(unbox(a), unbox(reflected ? b : a)) ? percent(unbox(a), b) : NOT_IMPLEMENTED;
    default:
        return NOT_IMPLEMENTED;
    }
}

bool bytes_contains(Value self, Value item) {
    Value index = operand_index_unless(&exception_type, item);
    if (is_present(index)) {
        uint8_t byte = byte_arg(index);
        View view = view_of(unbox(self));
        return memchr(view.data, byte, view.size) != NULL;
    }
    View part = view_arg(item), view = view_of(unbox(self));
    return search_find(view.data, view.size, part.data, part.size) != SEARCH_NONE;
}

static Value take_steps(const View *view, const SliceRange *r) {
    assert(r->count == 0 || (r->start >= 0 && (size_t)r->start < view->size));
    Value out = view_new(view, NULL, r->count);
    uint8_t *to = (uint8_t *)view_of(out).data;
    intptr_t at = r->start;
    for (size_t i = 0; i < r->count; i++) {
        poll_interrupt();
        to[i] = view->data[at];
        at = i + 1 < r->count ? at + r->step : at;
    }
    return out;
}

Value bytes_get(const View *view, Value key, const char *what, const char *range_message) {
    if (is_exact(key, &slice_type)) {
        SliceRange r;
        slice_resolve(key, view->size, &r);
        size_t from = (size_t)r.start;
        return r.step == 1 ? view_slice(view, from, from + r.count) : take_steps(view, &r);
    }
    if (!operand_is_index(key)) {
        raise_type_error("%s indices must be integers or slices, not %T", what, key);
    }
    return int_value(view->data[operand_index(key, view->size, range_message)]);
}

// ---- iterator -----------------------------------------------------------------------------------

static Value bytes_iterator_next(Value self) {
    SequenceIterator *it = (SequenceIterator *)cell_of(self);
    if (is_absent(it->sequence)) {
        return ABSENT;
    }
    View view = view_of(it->sequence);
    if (it->index >= view.size) {
        it->sequence = ABSENT;
        return ABSENT;
    }
    return int_value(view.data[it->index++]);
}

static Value bytes_iterator_iter(Value self) {
    return self;
}

static Value bytes_iterator_length_hint(Value self) {
    const SequenceIterator *it = (const SequenceIterator *)cell_of(self);
    size_t size = is_present(it->sequence) ? view_of(it->sequence).size : 0;
    return int_value((intptr_t)(it->index < size ? size - it->index : 0));
}

static void bytes_iterator_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((SequenceIterator *)cell)->sequence);
}

static const Native bytes_iterator_methods[] = {
    METHOD_1(N___length_hint__, bytes_iterator_length_hint),
    ROWS_SEQUENCE_ITERATOR,
    NATIVE_END,
};
static const Ops bytes_iterator_ops = {
    .iter = bytes_iterator_iter,
    .next = bytes_iterator_next,
};
static const Type bytes_iterator_type = {
    {&type_type}, N_bytes_iterator, &bytes_iterator_ops, TYPE_FINAL, sizeof(SequenceIterator), 'h',
    0, &object_type, &bytes_iterator_type, {bytes_iterator_methods}, bytes_iterator_trace, {NULL}};
static const Type bytearray_iterator_type = {
    {&type_type}, N_bytearray_iterator, &bytes_iterator_ops, TYPE_FINAL, sizeof(SequenceIterator),
    'h', 0, &object_type, &bytearray_iterator_type, {bytes_iterator_methods}, bytes_iterator_trace,
    {NULL}};

Value bytes_iterator_new(Value sequence) {
    const Type *type = is_bytes(sequence) ? &bytes_iterator_type : &bytearray_iterator_type;
    SequenceIterator *it = heap_alloc(type, sizeof *it);
    it->sequence = sequence;
    return cell_value(it);
}

// ---- operations of bytes ------------------------------------------------------------------------

static Value bytes_repr(Value self) {
    View view = view_of(unbox(self));
    StrBuilder b;
    builder_init(&b, size_add(view.size, 3));
    repr_add_bytes(&b, view.data, view.size, false);
    return builder_finish(&b);
}

static intptr_t bytes_hash(Value self) {
    Value native = unbox(self);
    assert(is_bytes(native));
    return (intptr_t)str_hash((const Str *)cell_of(native));
}

static intptr_t bytes_len(Value self) {
    return (intptr_t)bytes_of(unbox(self))->size;
}

static Value bytes_getitem(Value self, Value key) {
    View view = view_of(unbox(self));
    return bytes_get(&view, key, "byte", "index out of range");
}

static Value bytes_iter(Value self) {
    return bytes_iterator_new(unbox(self));
}

static bool bytes_buffer(Value self, Buffer *out, int flags) {
    if (flags & BUFFER_WRITE) {
        return false;
    }
    if (!(flags & BUFFER_RELEASE)) {
        Bytes *b = bytes_of(self);
        *out = (Buffer){b->data, b->size, self, 'B', 1, true};
    }
    return true;
}

static Value bytes_bytes(Value self) {
    return self;
}

static Value bytes_getnewargs(Value self) {
    return tuple_new(&self, 1);
}

static const Native bytes_method_rows[] = {
    BYTES_SHARED_METHODS,
    METHOD_1(N___bytes__, bytes_bytes),
    METHOD_1(N___getnewargs__, bytes_getnewargs),
    NATIVE_END,
};

static const Ops bytes_ops = {
    .repr = bytes_repr,
    .str = bytes_repr,
    .hash = bytes_hash,
    .compare = bytes_compare,
    .binary = bytes_binary,
    .getitem = bytes_getitem,
    .contains = bytes_contains,
    .len = bytes_len,
    .iter = bytes_iter,
    .buffer = bytes_buffer,
    .create = bytes_create,
};

const Type bytes_type = {
    {&type_type}, N_bytes, &bytes_ops, TYPE_INLINE | TYPE_TRACE_NONE, 2 * sizeof(Value), 'S', 0,
    &object_type, &bytes_type, {bytes_method_rows}, NULL, {NULL}};
