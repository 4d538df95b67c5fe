// SPDX-License-Identifier: MIT
// iterators.h: iterators that are not tied to one container.
#ifndef CORE_ITERATORS_H
#define CORE_ITERATORS_H

#include "objects/containers.h"
#include "state.h"

// Iterates by __getitem__ with 0, 1, 2, ... until IndexError (or StopIteration).
Value sequence_iterator_new(Value sequence);
// iter(f, sentinel).
Value callable_iterator_new(Value f, Value sentinel);
// Backwards over anything with __len__ and __getitem__, without looking for __reversed__.
Value reversed_new(Value sequence);
// For Ops.iter of iterators: returns self.
Value iterator_self(Value self);
// The next item of an enumerate (index, item), of an iterator over dict.items() (key, value) and of a
// zip as parts, without a tuple; false at the end, with out[] as it was. They raise what next() does,
// allocate only for an index beyond the small ints, and may run user code, except dict_item_step.
bool enumerate_step(Value self, Value out[2]);
bool dict_item_step(Value self, Value out[2]);
bool zip_step(Value self, Value *out); // zip_width() items, of which there are at most ZIP_PARTS
size_t zip_width(Value self);          // 0 after its end
#define ZIP_PARTS 8
// How Ops.next of an iterator over other iterators ends: no return value of an inner generator
// is left behind.
static inline Value iterator_ended(void) {
    rt.thread->result = ABSENT;
    return ABSENT;
}

#endif
