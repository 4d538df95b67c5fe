// SPDX-License-Identifier: MIT
// bytearray.h: changing a bytearray from C.
#ifndef CORE_BYTEARRAY_H
#define CORE_BYTEARRAY_H

#include "text/buffer.h"

static inline ByteArray *bytearray_of(Value v) {
    assert(is_kind(v, &bytearray_type));
    return (ByteArray *)v.bits;
}
// Replaces data[from, to) by `size` bytes of `data` (not part of the array itself). BufferError
// if the size would change while there are exports; MemoryError leaves the array as it was.
void bytearray_replace(ByteArray *a, size_t from, size_t to, const void *data, size_t size);
// Sets the size; new bytes are zero.
void bytearray_set_size(ByteArray *a, size_t size);

// Raises BufferError if there are exports. Also RuntimeError if a finaliser that ran meanwhile
// changed the size.
void bytearray_check_resizable(const ByteArray *a);

// bytearray_methods.c
extern const Native bytearray_method_rows[];
void bytearray_setitem(Value self, Value key, Value v);

#endif
