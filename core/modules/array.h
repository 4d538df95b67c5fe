// SPDX-License-Identifier: MIT
// array.h: what the files of the module array share.
//
//   Array         {head, storage, len, exports, code, item_size}
//   ArrayStorage  {head, capacity in bytes, data}      NULL while nothing was ever stored
//
// Invariants: len * item_size <= capacity; while exports != 0 neither len nor storage changes.
#ifndef CORE_MODULES_ARRAY_H
#define CORE_MODULES_ARRAY_H

#include "error.h"
#include "text/buffer.h"

typedef struct ArrayStorage {
    Cell head;
    uintptr_t capacity;
    uint8_t data[];
} ArrayStorage;

typedef struct Array {
    Cell head;
    ArrayStorage *storage;
    uint32_t len;
    uint16_t exports;
    char code;
    uint8_t item_size;
} Array;
extern const Type array_type;
extern const Native array_methods[];

static inline Array *array_of(Value v) {
    assert(is_kind(v, &array_type));
    return (Array *)v.bits;
}
static inline bool is_array(Value v) {
    return is_kind(v, &array_type);
}
static inline uint8_t *array_at(const Array *a, size_t i) { // valid until a is resized
    assert(a->storage && a->item_size > 0);
    return a->storage->data + i * a->item_size;
}
Array *array_new(char code, size_t len);      // items zero; MemoryError
Array *array_like(const Array *a, const uint8_t *items, size_t n);
// Replaces `count` items at `at` by n others, copied from `items` (not part of a; NULL: left
// undefined). BufferError if the size would change while there are exports.
void array_splice(Array *a, size_t at, size_t count, const uint8_t *items, size_t n);
void array_append(Array *a, Value v);
void array_extend(Array *a, Value iterable); // TypeError for an array of another code
void array_from_text(Array *a, const Str *text);
void array_add_bytes(Array *a, Value bytes_like);

// ---- array_item.c
uint8_t array_code_size(char code); // 0 if it is none
Value array_get(char code, const uint8_t *at);
// May run user code. OverflowError, TypeError.
void array_put(char code, uint8_t *at, Value v);
Value array_item(const Array *a, size_t i);

#endif
