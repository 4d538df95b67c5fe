// SPDX-License-Identifier: MIT
// generator.h: what generator.c and coroutine.c share.
#ifndef CORE_GENERATOR_H
#define CORE_GENERATOR_H

#include "vm/function.h"

// Raises exception where g waits. True: it yielded *result; false: it ended with *result.
bool generator_throw(Value g, Value exception, Value *result);
Value generator_close(Value g); // GeneratorExit; its return value
void generator_finalise(Value g); // close() of one that was dropped; raises nothing
Value throw_argument(size_t n, const Value *args); // arguments of throw(): an exception instance
Value coroutine_await(Value self);
Value async_generator_anext(Value self);
Value async_generator_asend(Value self, Value v);
Value async_generator_athrow(size_t n, const Value *args);
Value async_generator_aclose(Value self);

#endif
