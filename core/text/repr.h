// SPDX-License-Identifier: MIT
// repr.h: text and bytes as Python literals, added to a builder.
#ifndef CORE_REPR_H
#define CORE_REPR_H

#include "text/str.h"

void repr_add_str(StrBuilder *b, const Str *s); // "it's"
// b'...'; data is held by the caller. bytearray escapes single quotes between double ones, too.
void repr_add_bytes(StrBuilder *b, const uint8_t *data, size_t size, bool escape_single);
void repr_add_escape(StrBuilder *b, uint32_t code_point); // \x41, \u20ac or \U0001f600
Value str_repr(Value self); // Ops.repr of str

#endif
