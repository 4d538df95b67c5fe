// SPDX-License-Identifier: MIT
// repr_guard.h: repr of containers that may contain themselves.
#ifndef CORE_REPR_GUARD_H
#define CORE_REPR_GUARD_H

#include "value/type.h"

// body(v), a str; or the text `inside` if v's repr is already being made. Checks the C stack.
Value repr_guarded(Value v, const char *inside, Value (*body)(Value v));

#endif
