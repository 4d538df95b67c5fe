// SPDX-License-Identifier: MIT
// simple_namespace.h: an object that is its attributes, the type of sys.implementation.
#ifndef CORE_SIMPLE_NAMESPACE_H
#define CORE_SIMPLE_NAMESPACE_H

#include "objects/containers.h"

extern const Type simple_namespace_type, module_spec_type;

// The attributes are names[i]: values[i], names ended by NULL; it can also be indexed, as in
// MicroPython. May collect.
Value simple_namespace_new(const Str *const *names, const Value *values);
// The same as a ModuleSpec, which has no items to index.
Value module_spec_from(const Str *const *names, const Value *values);

#endif
