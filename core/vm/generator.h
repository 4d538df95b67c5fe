// SPDX-License-Identifier: MIT
// generator.h: what generator.c and coroutine.c share.
#ifndef CORE_GENERATOR_H
#define CORE_GENERATOR_H

#include "vm/function.h"

// The arguments of throw(): an exception, or a class, a value and a traceback. They stay as they are
// until the frame is found in which to raise, since a sub-iterator of any other type gets them so.
enum { THROWN_MOST = 3 };
typedef struct Thrown {
    size_t n;              // given
    Value at[THROWN_MOST]; // None for those that were not
} Thrown;
Thrown thrown_arguments(size_t n, const Value *args); // n: 1 to 3
Thrown thrown_exception(Value exc);
bool thrown_matches(const Thrown *t, const Type *type); // is it one of the class, or the class?
// The exception instance. One that can't be made gives the exception of the failure instead; TypeError
// for arguments that are none. Runs user code.
Value thrown_value(const Thrown *t);

// Throws where g waits. True: it yielded *result; false: it ended with *result.
bool generator_throw(Value g, const Thrown *t, Value *result);
// Calls a method that steps an iterator. True: it yielded *result; false: StopIteration had *result.
bool generator_step(Value method, size_t n, const Value *args, Value *result);
// What a method such as send() gives: the value yielded, or StopIteration with the result. And what
// an Ops.next gives.
Value generator_yielded_or_stop(bool yielded, Value v);
Value generator_yielded_or_end(bool yielded, Value v);
Value generator_close(Value g); // GeneratorExit; its return value
void generator_finalise(Value g); // close() of one that was dropped; raises nothing
Value coroutine_await(Value self);
Value async_generator_anext(Value self);
Value async_generator_asend(Value self, Value v);
Value async_generator_athrow(size_t n, const Value *args);
Value async_generator_aclose(Value self);

#endif
