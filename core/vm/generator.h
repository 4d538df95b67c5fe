// SPDX-License-Identifier: MIT
// generator.h: what generator.c and coroutine.c share.
#ifndef CORE_GENERATOR_H
#define CORE_GENERATOR_H

#include "vm/function.h"

// Raises exception where g waits. True: it yielded *result; false: it ended with *result.
bool generator_throw(Value g, Value exception, Value *result);
// Calls a method that steps an iterator. True: it yielded *result; false: StopIteration had *result.
bool generator_step(Value method, Value argument, Value *result);
// What a method such as send() gives: the value yielded, or StopIteration with the result. And what
// an Ops.next gives.
Value generator_yielded_or_stop(bool yielded, Value v);
Value generator_yielded_or_end(bool yielded, Value v);
Value generator_close(Value g); // GeneratorExit; its return value
void generator_finalise(Value g); // close() of one that was dropped; raises nothing
Value throw_argument(size_t n, const Value *args); // arguments of throw(): an exception instance
Value coroutine_await(Value self);
Value async_generator_anext(Value self);
Value async_generator_asend(Value self, Value v);
Value async_generator_athrow(size_t n, const Value *args);
Value async_generator_aclose(Value self);

#endif
