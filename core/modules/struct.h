// SPDX-License-Identifier: MIT
// struct.h: formats of the module struct, taken apart.
#ifndef CORE_MODULES_STRUCT_H
#define CORE_MODULES_STRUCT_H

#include "error.h"
#include "text/buffer.h"

extern const Type struct_error_type;
_Noreturn void raise_struct_error(const char *format, ...); // directives of error.h

typedef struct StructFormat {
    const char *at, *end; // what is still to be read; the caller holds its cell
    bool native;          // sizes and alignment of the machine
    bool big_endian;
    size_t offset;        // bytes of the items read so far
} StructFormat;

typedef struct StructItem { // `count` values of `size` bytes each from `offset` on
    char code;
    uint8_t size;
    size_t count;  // of s and p: the size of the one value
    size_t offset;
} StructItem;

// How many values it takes or gives.
static inline size_t struct_item_values(const StructItem *item) {
    bool one = item->code == 's' || item->code == 'p';
    return item->code == 'x' ? 0 : one ? 1 : item->count;
}

// format: a str or bytes. TypeError if it is neither.
void struct_format_start(StructFormat *f, Value format);
// The next item; false at the end. struct.error for what is not well-formed.
bool struct_format_next(StructFormat *f, StructItem *item);
// Size of the whole in bytes and number of values. May raise struct.error.
void struct_measure(Value format, size_t *size, size_t *values);

// One value from or to item->size (s, p: item->count) bytes. Packing runs user code.
Value struct_get(const StructFormat *f, const StructItem *item, const uint8_t *at);
void struct_put(const StructFormat *f, const StructItem *item, uint8_t *at, Value v);

#endif
