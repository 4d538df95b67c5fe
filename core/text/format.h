// SPDX-License-Identifier: MIT
// format.h: the parts of the format mini-language, and '%' formatting for str and bytes.
#ifndef CORE_FORMAT_H
#define CORE_FORMAT_H

#include "text/str.h"

typedef struct FormatSpec { // [[fill]align][sign][z][#][0][width][grouping][.precision][type]
    uint32_t fill;       // code point
    char align;          // < > = ^
    char sign;           // - + or space
    bool no_minus_zero;  // z
    bool alternate;      // #
    bool align_given;
    char grouping;       // ',' '_' or 0
    char fraction_grouping;
    intptr_t width;      // -1: none
    intptr_t precision;  // -1: none
    uint32_t type;       // code point; the default type if none was given
} FormatSpec;
// type_name is for messages. ValueError as CPython.
void format_spec_parse(FormatSpec *f, const Str *spec, const Str *type_name, char default_type,
                       char default_align);
_Noreturn void format_unknown_type(const FormatSpec *f, const Str *type_name);
// Adds text of `length` code points, filled up to the width.
void format_pad(StrBuilder *b, const FormatSpec *f, const char *text, size_t size, size_t length);

// A number in parts, all ASCII: sign, prefix, whole digits, then the rest as it is.
typedef struct NumberText {
    char sign;          // '-', '+', ' ' or 0
    const char *prefix; // "0x" and so on
    const char *whole;  // digits before the point
    size_t whole_size;
    const char *fraction; // digits after the point; NULL: no point at all
    size_t fraction_size;
    const char *tail;   // exponent, '%', "inf"
    size_t tail_size;
} NumberText;
// Adds it grouped, aligned and filled.
void format_number(StrBuilder *b, const FormatSpec *f, const NumberText *n);

// Float text without padding or grouping: a bytes cell (precision -1: default of the type; type
// 'r': repr). flags as in number/decimal.h. May collect.
Value format_float_text(Float x, intptr_t precision, char type, unsigned flags);

// format % args into *out. For bytes, `format` and what is added are bytes, and %s and %b take
// bytes-like objects. `format` must stay valid (the caller holds its cell). Returns ABSENT, or what
// str() or repr() gave if `format` of str is nothing but "%s" or the like: perhaps no exact str.
Value percent_format(StrBuilder *out, const char *format, size_t size, Value args, bool bytes);

#endif
