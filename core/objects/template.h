// SPDX-License-Identifier: MIT
// template.h: t-strings (PEP 750): Template and Interpolation of string.templatelib.
#ifndef CORE_TEMPLATE_H
#define CORE_TEMPLATE_H

#include "value/type.h"

extern const Type template_type, interpolation_type;
// conversion: None or a one-letter str; spec: str. May collect.
Value interpolation_new(Value value, Value expression, Value conversion, Value spec);
// parts: strs and Interpolations in source order. May collect.
Value template_new(const Value *parts, size_t n);

#endif
