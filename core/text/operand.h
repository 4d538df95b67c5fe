// SPDX-License-Identifier: MIT
// operand.h: what str, bytes, bytearray and memoryview ask of operands and arguments: indices,
// bounds, repeat counts, orders.
#ifndef CORE_OPERAND_H
#define CORE_OPERAND_H

#include "value/type.h"

// Has v an __index__ (int, bool, a subclass, a class that defines it)? No user code.
bool operand_is_index(Value v);
// Its value by __index__, for those who have a message of their own: ABSENT if v has none, or if that raises
// TypeError.
Value operand_to_index(Value v);
Value operand_index_unless(const Type *error, Value v); // likewise for another exception than TypeError
// An index of an item: negative counts from the end. IndexError with `message` if outside.
size_t operand_index(Value key, size_t len, const char *message);
// Optional start and end arguments of find() and its kin (args[0], args[1] if n allows; None: not
// given), clamped as slices are. False if start is beyond len; *to >= *from is not promised.
// Runs __index__ of user classes. TypeError as CPython.
bool operand_bounds(size_t n, const Value *args, size_t len, size_t *from, size_t *to);
// The key of a mutable sequence with its user code already run: an index as int, a slice of ints
// and None. Anything else as it is. IndexError for what fits no word.
Value operand_plain_key(Value key);
// The count of `sequence * v`, after v had its chance (protocol_binary.c). TypeError "can't
// multiply sequence by non-int of type 'T'", OverflowError.
size_t operand_repeat_count(Value v);
// What __mul__ and __rmul__ of a sequence say of v, called as methods. TypeError "'T' object cannot be ...".
void operand_check_times(Value v);
// Bytes that `count` times `size` are; OverflowError "repeated <what> too long".
size_t operand_repeated_size(size_t size, size_t count, const char *what);
// Fills out[0, total) with copies of unit (size > 0 divides total), which may be the first of them
// already. Raises KeyboardInterrupt: `out` must be memory that nobody misses then.
void operand_fill(void *out, const void *unit, size_t size, size_t total);
// iter(v), whose TypeError, whatever its reason, becomes one with `message`, where %T is v's type.
// Runs user code.
Value operand_iterator(Value v, const char *message);
// Can v be iterated over, as far as its type tells? No user code.
bool operand_is_iterable(Value v);
// Has v items, as far as its type tells? No user code.
bool operand_is_subscriptable(Value v);
// iter(v), ABSENT if that raises TypeError: for those who have a message of their own.
Value operand_iter(Value v);
// Does the class of v, made by a program, define this special method?
bool operand_defines(Value v, const Str *method);

#endif
