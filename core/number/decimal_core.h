// SPDX-License-Identifier: MIT
//
// What the decimal*.c files share: floats of either width taken apart, and powers of ten.

#ifndef CORE_NUMBER_DECIMAL_CORE_H
#define CORE_NUMBER_DECIMAL_CORE_H

#include "decimal.h"

typedef enum { FLOAT_FINITE, FLOAT_INFINITE, FLOAT_NAN } FloatKind;

// |x| = mantissa * 2 ** exponent.
typedef struct {
    uint64_t mantissa;
    int exponent;
    FloatKind kind;
    bool negative;
    bool at_step; // the next float below is at half the distance of the next above
} Binary;

// Of an IEEE format; the least value is 2 ** min_exponent, infinity's bits are infinity_bits.
typedef struct {
    int mantissa_bits; // with the one that isn't stored
    int min_exponent;
    uint64_t infinity_bits;
} FloatFormat;

extern const FloatFormat float_format64, float_format32;

Binary float_decode64(double x);
Binary float_decode32(float x);

// The bits of (mantissa + rest) * 2 ** exponent rounded, see float_round().
uint64_t float_encode(const FloatFormat *format, uint64_t mantissa, bool inexact, int64_t exponent);

typedef struct {
    uint64_t high, low;
} Product;

Product multiply64(uint64_t a, uint64_t b);

// The number of zero bits above the top one of x, x not zero.
int leading_zeros64(uint64_t x);

enum {
    MIN_POWER_OF_TEN = -351,
    MAX_POWER_OF_TEN = 350,
    EXACT_POWER_OF_TEN = 55, // 0 to this one are exact
};

// 10 ** k as a mantissa of 128 bits, rounded down, whose top bit is set:
// 10 ** k = (mantissa + rest) * 2 ** (floor_log2_of_ten(k) - 127), 0 <= rest < 1.
Product power_of_ten(int k);

// floor(log2(10 ** k)) for |k| <= 1233
int floor_log2_of_ten(int k);

int binary_shortest(const Binary *x, char *digits, int *point);
int binary_fixed(const Binary *x, DecimalMode mode, int ndigits, char *digits, size_t cap,
                 int *point);

#endif
