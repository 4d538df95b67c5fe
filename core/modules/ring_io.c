// SPDX-License-Identifier: MIT
// ring_io.c: RingIO, a queue of bytes of fixed size with the methods of a stream.
//
// `bytes` is a bytearray of its own, or a memoryview of the buffer that was given, which therefore
// can't be resized while the queue lives. One byte stays unused: first == end means empty.
#include "error.h"
#include "modules/io.h"
#include "modules/ring_io.h"
#include "objects/class.h"
#include "objects/number.h"
#include "text/buffer.h"
#include "text/str.h"
#include <assert.h>

typedef struct Ring {
    Cell head;
    Value bytes;
    uint16_t first, end; // offsets of the oldest byte and of the first free one
} Ring;

_Static_assert(sizeof(Ring) <= 3 * WORD_BYTES, "a block on 32 bits");

static Ring *ring_of(Value v) {
    assert(is_kind(v, &ring_io_type));
    return (Ring *)cell_of(v);
}

static void ring_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((Ring *)cell)->bytes);
}

// Its bytes, valid until the next allocation.
static Buffer ring_buffer(const Ring *r) {
    Buffer b;
    buffer_get(r->bytes, &b, BUFFER_WRITE);
    assert(r->first < b.size && r->end < b.size);
    return b;
}

static size_t count_between(size_t from, size_t to, size_t size) {
    assert(from < size && to < size);
    return to >= from ? to - from : size - from + to;
}

static size_t ring_count(const Ring *r, const Buffer *b) {
    return count_between(r->first, r->end, b->size);
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

// ---- moving bytes -----------------------------------------------------------------------------

// Takes n bytes, of those that are there.
static void take(Ring *r, const Buffer *b, uint8_t *to, size_t n) {
    assert(n <= ring_count(r, b));
    size_t straight = smaller(n, b->size - r->first);
    memmove(to, b->data + r->first, straight);
    memmove(to + straight, b->data, n - straight);
    r->first = (uint16_t)((r->first + n) % b->size);
}

// Adds n bytes, for which there is room.
static void add(Ring *r, const Buffer *b, const uint8_t *from, size_t n) {
    assert(n <= b->size - 1 - ring_count(r, b));
    size_t straight = smaller(n, b->size - r->end);
    memmove(b->data + r->end, from, straight);
    memmove(b->data, from + straight, n - straight);
    r->end = (uint16_t)((r->end + n) % b->size);
}

static Value take_bytes(Ring *r, size_t n) {
    Bytes *taken = bytes_alloc(n); // this may move the queue's own bytes
    Buffer b = ring_buffer(r);
    take(r, &b, taken->data, n);
    return cell_value(taken);
}

// ---- methods ----------------------------------------------------------------------------------

static Value ring_any(Value self) {
    Buffer b = ring_buffer(ring_of(self));
    return int_value((intptr_t)ring_count(ring_of(self), &b));
}

static Value ring_read(size_t n, const Value *args) {
    Ring *r = ring_of(args[0]);
    size_t most = io_size_arg(n, args, 1);
    Buffer b = ring_buffer(r);
    return take_bytes(r, smaller(most, ring_count(r, &b)));
}

// Up to and with the first newline; without one, all there is.
static Value ring_readline(size_t n, const Value *args) {
    Ring *r = ring_of(args[0]);
    size_t most = io_size_arg(n, args, 1), line = 0;
    Buffer b = ring_buffer(r);
    most = smaller(most, ring_count(r, &b));
    while (line < most && b.data[(r->first + line++) % b.size] != '\n') {
    }
    return take_bytes(r, line);
}

static Value ring_readinto(size_t n, const Value *args) {
    Ring *r = ring_of(args[0]);
    size_t most = io_size_arg(n, args, 2);
    Buffer to, b;
    buffer_get(args[1], &to, BUFFER_WRITE);
    b = ring_buffer(r);
    most = smaller(smaller(most, to.size), ring_count(r, &b));
    take(r, &b, to.data, most);
    return int_value((intptr_t)most);
}

// Returns how many of the bytes there was room for. A str is written as UTF-8.
static Value ring_write(Value self, Value v) {
    Ring *r = ring_of(self);
    Value text = unbox(v);
    Buffer from;
    if (is_str(text)) {
        from.data = (uint8_t *)str_of(text)->text;
        from.size = str_of(text)->size;
    } else {
        buffer_get(v, &from, BUFFER_READ);
    }
    Buffer b = ring_buffer(r);
    size_t n = smaller(from.size, b.size - 1 - ring_count(r, &b));
    add(r, &b, from.data, n);
    return int_value((intptr_t)n);
}

static Value ring_close(Value self) { // its bytes can still be read
    return NONE;
}

enum { IOCTL_POLL = 3, IOCTL_CLOSE = 4, POLL_READ = 1, POLL_WRITE = 4, ERROR_INVALID = 22 };

// What select.poll asks: which of the events would not wait.
static Value ring_ioctl(Value self, Value request, Value argument) {
    intptr_t what = to_intptr(request);
    if (what != IOCTL_POLL) {
        return int_value(what == IOCTL_CLOSE ? 0 : -ERROR_INVALID);
    }
    intptr_t events = to_intptr(argument);
    Buffer b = ring_buffer(ring_of(self));
    size_t count = ring_count(ring_of(self), &b);
    events &= (count > 0 ? POLL_READ : 0) | (count < b.size - 1 ? POLL_WRITE : 0);
    return int_value(events);
}

// ---- the type ---------------------------------------------------------------------------------

static void check_size(size_t size) {
    if (size < 2 || size > UINT16_MAX) {
        raise_value_error("a RingIO needs from 2 to 65535 bytes");
    }
}

// RingIO(n): room for n bytes. RingIO(buffer): the buffer's, for one less than it has.
static Value ring_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("RingIO", kwnames);
    if (n != 1) {
        raise_type_error("RingIO expected 1 argument, got %z", (intptr_t)n);
    }
    Buffer b;
    Value bytes;
    if (buffer_try(args[0], &b, BUFFER_READ)) {
        buffer_get(args[0], &b, BUFFER_WRITE);
        check_size(b.size);
        bytes = op_call_1(type_value(&memoryview_type), args[0]);
    } else {
        intptr_t room = to_intptr(args[0]);
        check_size(room < 0 ? 0 : (size_t)room + 1);
        bytes = bytearray_new(NULL, (size_t)room + 1);
    }
    Ring *r = (Ring *)cell_new_for(cls);
    r->bytes = bytes;
    return cell_value(r);
}

static const Native methods[] = {
    METHOD_1(N_any, ring_any),
    METHOD_VAR(N_read, ring_read, 1, 2),
    METHOD_VAR(N_readline, ring_readline, 1, 2),
    METHOD_VAR(N_readinto, ring_readinto, 2, 3),
    METHOD_2(N_write, ring_write),
    METHOD_1(N_close, ring_close),
    METHOD_3(N_ioctl, ring_ioctl),
    NATIVE_END,
};

static const Ops ring_ops = {.create = ring_create};
const Type ring_io_type = {
    {&type_type}, N_RingIO,      &ring_ops, TYPE_FINAL, sizeof(Ring), 'h', 0,
    &object_type, &ring_io_type, {methods},   ring_trace, {NULL},
};
