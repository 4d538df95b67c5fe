// SPDX-License-Identifier: MIT
// utf8.h: arithmetic on UTF-8 text beyond what str.h declares. It knows nothing of cells. What scans
// text of any length raises KeyboardInterrupt (and no more) once it is past the first megabyte.
// "Valid" here allows lone surrogates (encoded in three bytes), as Python's str may hold them.
#ifndef CORE_UTF8_H
#define CORE_UTF8_H

#include "config.h"

// Is every byte below 0x80?
bool utf8_is_ascii(const char *text, size_t size);
// Code points in valid text.
size_t utf8_count(const char *text, size_t size);
// Byte offset of code point n of valid text; size if there are fewer.
size_t utf8_offset(const char *text, size_t size, size_t n);
// The code point that ends just before *p; moves *p to its start. Valid text before *p.
uint32_t utf8_previous(const char **p);
// Bytes that utf8_put() writes for a code point.
size_t utf8_width(uint32_t code_point);
// Bytes of the sequence that a lead byte starts.
static inline size_t utf8_lead_width(unsigned char lead) {
    return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

typedef struct Utf8Fault { // what is wrong at an offset where utf8_check() stopped
    size_t length;         // bytes to be skipped or replaced as one unit (WHATWG "maximal subpart")
    const char *reason;    // as in CPython's UnicodeDecodeError
} Utf8Fault;
Utf8Fault utf8_fault(const char *text, size_t size, size_t at);

#endif
