// SPDX-License-Identifier: MIT
// zip.h: stepping several iterators together: zip, map.
#ifndef CORE_ZIP_H
#define CORE_ZIP_H

#include "objects/containers.h"

// A tuple of iter(x) for each. Runs user code.
Value iterators_of(size_t n, const Value *iterables);
// The keyword argument strict=, the only one allowed (keyword values follow the n positional ones).
bool strict_argument(const char *function, size_t n, const Value *args, const Tuple *kwnames);
// (cls, args), and True behind them if strict: __reduce__ of a zip or map.
Value reduced_strict(const Type *cls, Value args, bool strict);
// The next item of each iterator into out[] (held by the caller). False when one has ended;
// strict: ValueError if the others have not.
bool step_all(const char *function, Value iterators, bool strict, Value *out);

#endif
