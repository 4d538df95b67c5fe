// SPDX-License-Identifier: MIT
// memoryview.h: a view of another object's bytes as items of one format.
#ifndef CORE_MEMORYVIEW_H
#define CORE_MEMORYVIEW_H

#include "text/buffer.h"

// One dimension. The owner is asked for its data at each access, so that it may be moved; while
// the view lives it exports (BUFFER_EXPORT), so that the data is not resized.
typedef struct MemoryView {
    Cell head;
    Value owner;     // what has the data, never a memoryview; ABSENT once released
    size_t offset;   // bytes from the owner's data to item 0
    size_t len;      // items
    intptr_t stride; // bytes from item to item
    char format;     // struct code of an item
    uint8_t item_size;
    bool readonly;
} MemoryView;

static inline bool is_memoryview(Value v) {
    return is_exact(v, &memoryview_type);
}
static inline MemoryView *memoryview_of(Value v) {
    assert(is_memoryview(v));
    return (MemoryView *)v.bits;
}
// A memoryview of a bytes-like object; TypeError if it is none.
Value memoryview_new(Value object);
// A part of m (not released): `count` items from `start`, `step` items apart.
Value memoryview_part(const MemoryView *m, size_t start, intptr_t step, size_t count);
// Address of item 0; ValueError if released. Valid until user code runs or something is allocated.
uint8_t *memoryview_data(const MemoryView *m);
Value memoryview_bytes(const MemoryView *m); // the contents as bytes
Value memoryview_item(const MemoryView *m, size_t index);
void memoryview_release(MemoryView *m);
static inline bool memoryview_contiguous(const MemoryView *m) {
    return m->stride == m->item_size || m->len <= 1;
}

// ---- items (buffer_item.c) ----------------------------------------------------------------------
uint8_t format_item_size(char format); // of a struct code in native mode; 0 if it is none
Value buffer_item_get(char format, uint8_t item_size, const uint8_t *at);
// Converts v to item_size bytes in `out`. TypeError, ValueError as memoryview raises them.
void buffer_item_put(char format, uint8_t item_size, uint8_t *out, Value v);

extern const Native memoryview_method_rows[];

#endif
