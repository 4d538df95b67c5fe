// SPDX-License-Identifier: MIT
// sequence.h: what list, tuple, range and deque share: slice arithmetic, search, comparison.
#ifndef CORE_OBJECTS_SEQUENCE_H
#define CORE_OBJECTS_SEQUENCE_H

#include "objects/containers.h"

// The two halves of slice_resolve. The first runs __index__ of the bounds; the second is plain
// arithmetic, to be done with the length that the sequence has after that.
typedef struct SliceBounds {
    intptr_t start, stop, step; // as given; missing ones are the extremes of intptr_t
} SliceBounds;
void slice_unpack(Value slice, SliceBounds *out);
void slice_adjust(const SliceBounds *bounds, size_t len, SliceRange *out);
// slice.indices(len): a tuple of three ints of any size. Runs __index__.
Value slice_indices(Value slice, Value len);

// Items of a list or tuple of any kind, read one by one while user code may change the list.
// Is it a list or tuple (boxed ones unboxed)?
static inline size_t sequence_len(Value v) {
    return is_kind(v, &list_type) ? list_of(v)->len : tuple_of(v)->len;
}
static inline Value sequence_item(Value v, size_t i) {
    assert_hot(i < sequence_len(v));
    return is_kind(v, &list_type) ? list_of(v)->items->at[i] : tuple_of(v)->items[i];
}
// Index of the first item equal to v in [from, to), or -1; both are cut to the current length.
intptr_t sequence_find(Value sequence, Value v, size_t from, size_t to);
Value sequence_index(size_t n, const Value *args); // the method index(v, start=0, stop=len)
size_t sequence_count(Value sequence, Value v);
// ==, < and so on of two lists or two tuples. Checks the C stack.
Value sequence_compare(CompareOp op, Value a, Value b);
// Bounds of index(v, start, stop): clamped to [0, len], negative ones from the end.
size_t sequence_bound(Value bound, size_t len);

#endif
