// SPDX-License-Identifier: MIT
//
// Floats to and from decimal text, exactly and correctly rounded, without libc and without
// allocation. The functions whose names end in 32 do the same for single floats, with integer
// arithmetic only, for machines on which a double is dear.
//
// Digits and point: a value is given as n digits d[0..n) ('0' to '9', no terminator) and a point,
// and is 0.d[0]d[1]...d[n-1] * 10 ** point.

#ifndef CORE_NUMBER_DECIMAL_H
#define CORE_NUMBER_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    DECIMAL_SHORTEST_MAX = 17, // digits at most
    DECIMAL_EXACT_MAX = 767,   // digits that the exact value of a double can have
};

// (mantissa + rest) * 2 ** exponent rounded to nearest, ties to even; infinity if that is too
// large. The mantissa's bit 63 is set; 0 <= rest < 1, and `inexact` says whether rest > 0. See
// limbs_top64().
double float_round(uint64_t mantissa, bool inexact, int64_t exponent);
float float_round32(uint64_t mantissa, bool inexact, int64_t exponent);

// The shortest digits that read back as |x|, and among these the ones nearest to it. x is finite.
// Zero is one digit "0" and point 1. Returns the number of digits.
int decimal_shortest(double x, char digits[DECIMAL_SHORTEST_MAX], int *point);
int decimal_shortest32(float x, char digits[DECIMAL_SHORTEST_MAX], int *point);

typedef enum {
    DECIMAL_SIGNIFICANT, // ndigits >= 1 digits in all
    DECIMAL_AFTER_POINT, // ndigits after the point; negative: zeros before the point
} DecimalMode;

// |x| (finite) rounded to so many digits, ties (of the exact binary value) to even. Returns the
// number of digits without trailing zeros, so it may be less than what was asked for; 0, with point
// 1, if the result is zero. With cap < DECIMAL_EXACT_MAX no more than cap digits are made and
// rounded.
int decimal_fixed(double x, DecimalMode mode, int ndigits, char *digits, size_t cap, int *point);
int decimal_fixed32(float x, DecimalMode mode, int ndigits, char *digits, size_t cap, int *point);

// The value of n characters: digits with an optional point and exponent, at least one digit before
// or after the point. No sign, underscore, space, infinity or nan. *ok says whether all of the text
// is of this form (0.0 is returned if not). Too large is infinity, too small is zero.
double decimal_parse(const char *text, size_t n, bool *ok);
float decimal_parse32(const char *text, size_t n, bool *ok);

// x (finite) rounded to ndigits after the point, as round(x, ndigits) does: ties of the exact value
// to even. Infinite if the result is too large.
double decimal_round(double x, int ndigits);
float decimal_round32(float x, int ndigits);

enum {
    DECIMAL_ALT = 1,              // '#': always a point; types g, G keep trailing zeros
    DECIMAL_SIGN_PLUS = 2,        // '+' before what is not negative
    DECIMAL_SIGN_SPACE = 4,       // likewise ' '
    DECIMAL_ADD_DOT_0 = 8,        // g, r: at least one digit after the point, unless with exponent
    DECIMAL_NO_NEGATIVE_ZERO = 16 // 'z': no '-' before a result that is zero
};

// Writes what format(x, '.{precision}{type}') gives in Python, for types e E f F g G % (a negative
// precision means 6) and r, which is repr() but for ".0": that is added with DECIMAL_ADD_DOT_0.
// A presentation without type but with precision is g with DECIMAL_ADD_DOT_0. No padding, no
// grouping. Returns the number of characters. `cap` is at least what decimal_format_capacity()
// says; the space beyond the result is overwritten too.
size_t decimal_format(char *out, size_t cap, double x, int precision, char type, unsigned flags);
size_t decimal_format32(char *out, size_t cap, float x, int precision, char type, unsigned flags);

// The room that decimal_format() needs: the length of the text and a few more. Caller's limit:
// precision < INT_MAX - 1000.
size_t decimal_format_capacity(double x, int precision, char type);
size_t decimal_format_capacity32(float x, int precision, char type);

#endif
