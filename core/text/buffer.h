// SPDX-License-Identifier: MIT
// buffer.h: access to the bytes of bytes, bytearray, memoryview, array and friends.
#ifndef CORE_BUFFER_H
#define CORE_BUFFER_H

#include "value/type.h"

struct Buffer {
    uint8_t *data;      // never NULL, for memcpy() and friends; valid until the owner is resized or,
    size_t size;        // for a heap cell, moved: keep `owner` in a C local while it is used. Bytes.
    Value owner;
    char format;        // struct type code of an item: 'B' for bytes
    uint8_t item_size;
    bool readonly;
};
enum {
    BUFFER_READ = 0,
    BUFFER_WRITE = 1,   // only if it may be written to
    BUFFER_EXPORT = 2,  // and from now on the owner refuses to resize (exports nest)
    BUFFER_QUIET = 8,   // false rather than an error if a memoryview has gaps or was released
    BUFFER_RELEASE = 4, // undoes one BUFFER_EXPORT; neither allocates nor raises; fills nothing
};

extern const uint8_t buffer_nothing[1]; // `data` of what has no storage while it is empty

bool buffer_try(Value v, Buffer *out, int flags); // false if v has no (writable) buffer
                                                  // raises for a released memoryview
// TypeError "a bytes-like object is required, not 'T'" (or read-write) if not.
void buffer_get(Value v, Buffer *out, int flags);

typedef struct Bytes {
    Cell head;
    uint32_t hash : 30; // 0: not computed
    uint32_t spare : 2;
    uint32_t size;
    uint8_t data[];     // followed by a NUL
} Bytes;
static inline bool is_bytes(Value v) {
    return is_exact(v, &bytes_type);
}
static inline Bytes *bytes_of(Value v) {
    assert(is_bytes(v));
    return (Bytes *)v.bits;
}
Value bytes_new(const void *data, size_t size); // data NULL: zero filled
Bytes *bytes_alloc(size_t size);                // filled by the caller

// bytearray: {head, storage, size, exports}. While exports (live memoryviews) != 0 it refuses
// to resize with BufferError.
typedef struct ByteStorage { // internal cell
    Cell head;
    uintptr_t capacity;
    uint8_t data[];
} ByteStorage;
typedef struct ByteArray {
    Cell head;
    ByteStorage *storage; // NULL when empty
    uint32_t size;
    uint32_t exports;
} ByteArray;
Value bytearray_new(const void *data, size_t size);

#endif
