// SPDX-License-Identifier: MIT
// buffer.c: finding the bytes behind a value, and the view that bytes and bytearray share.
#include "text/buffer.h"
#include "error.h"
#include "objects/number.h"
#include "text/bytes_view.h"
#include "text/operand.h"
#include <assert.h>

const uint8_t buffer_nothing[1] = {0};

bool buffer_try(Value v, Buffer *out, int flags) {
    Value native = unbox(v);
    if (!is_cell(native)) {
        return false;
    }
    const Ops *ops = cell_of(native)->type->solid->ops;
    return ops && op_of(ops, buffer) && op_of(ops, buffer)(native, out, flags);
}

void buffer_get(Value v, Buffer *out, int flags) {
    if (!buffer_try(v, out, flags)) {
        raise_type_error("a %sbytes-like object is required, not '%T'",
                         flags & BUFFER_WRITE ? "read-write " : "", v);
    }
}

bool is_bytes_kind(Value v) {
    return is_bytes(v) || is_kind(v, &bytearray_type);
}

View view_of(Value self) {
    assert(is_bytes_kind(self));
    if (is_bytes(self)) {
        return (View){bytes_of(self)->data, bytes_of(self)->size, self, false};
    }
    const ByteArray *array = (const ByteArray *)cell_of(self);
    const uint8_t *data = array->storage ? array->storage->data : (const uint8_t *)"";
    return (View){data, array->size, self, true};
}

View view_arg(Value v) {
    Buffer buffer;
    buffer_get(v, &buffer, BUFFER_READ);
    const uint8_t *data = buffer.size ? buffer.data : (const uint8_t *)"";
    return (View){data, buffer.size, buffer.owner, !is_bytes(buffer.owner)};
}

Value view_new(const View *like, const void *data, size_t size) {
    return like->mutable ? bytearray_new(data, size) : bytes_new(data, size);
}

Value view_slice(const View *view, size_t from, size_t to) {
    assert(from <= to && to <= view->size);
    if (!view->mutable && to - from == view->size) {
        return view->owner;
    }
    return view_new(view, view->data + from, to - from);
}

Value view_same(const View *view) {
    return view_slice(view, 0, view->size);
}

Value view_finish(const View *like, StrBuilder *b) {
    return like->mutable ? bytearray_new(b->str->text, b->size) : builder_finish_bytes(b);
}

uint8_t byte_arg(Value v) {
    Value n = is_int(v) ? v : to_index(v);
    if (!is_int(n) || int_of(n) < 0 || int_of(n) > 255) {
        raise_value_error("byte must be in range(0, 256)");
    }
    return (uint8_t)int_of(n);
}
