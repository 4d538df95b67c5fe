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
// How Ops.next of an iterator over other iterators ends: no return value of an inner generator
// is left behind.
static inline Value iterator_ended(void) {
    rt.thread->result = ABSENT;
    return ABSENT;
}

#endif
