// SPDX-License-Identifier: MIT
// iterators.h: iterators that are not tied to one container.
#ifndef CORE_ITERATORS_H
#define CORE_ITERATORS_H

#include "objects/containers.h"
#include "objects/reduce.h"
#include "state.h"

// Iterates by __getitem__ with 0, 1, 2, ... until IndexError (or StopIteration).
Value sequence_iterator_new(Value sequence);
// iter(f, sentinel).
Value callable_iterator_new(Value f, Value sentinel);
// __reduce__ and __setstate__ of iterators that are SequenceIterators and count upwards.
Value sequence_iterator_reduce(Value self);
Value sequence_iterator_setstate(Value self, Value index);
#define ROWS_SEQUENCE_ITERATOR \
    ROW_REDUCE(sequence_iterator_reduce), METHOD_2(N___setstate__, sequence_iterator_setstate)
// __reduce__ of an iterator that can only be gone through: (iter, ([the items to come],)). Its type
// has no subclasses and its cell no words but Values and numbers.
Value iterator_reduce_rest(Value self);
// list.__reversed__(); the list may be an instance of a subclass.
Value list_reversed(Value list);
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
// What an iterator that ended leaves in rt.thread->result: ABSENT (nothing), its return value, or
// the StopIteration that its own __next__ raised. An iterator over another one that ended leaves
// that as it is; who lets user code run between a reset and op_next() resets it again.
//
// How Ops.next ends when nothing that inner calls left is to be seen.
static inline Value iterator_ended(void) {
    rt.thread->result = ABSENT;
    return ABSENT;
}
// How Ops.next ends with a return value. May allocate.
Value iterator_returned(Value v);
// What is left, as the value of a `yield from`: None for nothing. Allocates nothing.
Value iterator_result(void);
// Raises what is left as StopIteration.
_Noreturn void iterator_raise_stop(void);

#endif
