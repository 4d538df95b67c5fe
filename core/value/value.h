// SPDX-License-Identifier: MIT
// value.h: the value, one machine word.
//
//   low bits   meaning
//   ..1        small int, WORD_BITS-1 bits, two's complement
//   .10        float held in the word (when Float is as wide as the word)
//   .00        pointer to a cell, in RAM or flash; all-zero (ABSENT) means "no value"
//
// A float in the word: its IEEE bits plus an offset that moves the exponents around 1.0 to
// the pattern s10..., rotated left by 3, so that s10 ends in the low three bits. A float whose
// exponent falls outside that window (a quarter of all exponents: 2^-255..2^256 for doubles,
// 2^-31..2^32 for singles) is a heap cell, or a const cell for -0.0, inf and nan. The pattern 2,
// which would be the smallest power in the window, stands for +0.0.
// Source: Melançon, Serrano, Feeley, "Float Self-Tagging", arXiv 2411.16544.
#ifndef CORE_VALUE_H
#define CORE_VALUE_H

#include "config.h"
#include <assert.h>
#include <string.h>

// For what is asked at nearly every instruction: only some builds check it.
#define assert_hot(x) assert(!CONFIG_HOT_ASSERTS || (x))

typedef struct {
    uintptr_t bits;
} Value;

typedef struct Type Type;

// Every cell starts with the type that says what it is.
typedef struct Cell {
    const Type *type;
} Cell;

#if CONFIG_FLOAT_BITS == 64
typedef double Float;
typedef uint64_t FloatBits;
#define FLOAT_MANTISSA_BITS 52
#define FLOAT_EXPONENT_BITS 11
#else
typedef float Float;
typedef uint32_t FloatBits;
#define FLOAT_MANTISSA_BITS 23
#define FLOAT_EXPONENT_BITS 8
#endif
#define FLOAT_IN_WORD (CONFIG_FLOAT_BITS == WORD_BITS)

#define ABSENT ((Value){0})
#define SMALL_INT_MAX (INTPTR_MAX >> 1)
#define SMALL_INT_MIN (INTPTR_MIN >> 1)

static inline bool same(Value a, Value b) {
    return a.bits == b.bits;
}
static inline bool is_absent(Value v) {
    return v.bits == 0;
}
static inline bool is_present(Value v) {
    return v.bits != 0;
}
static inline bool is_int(Value v) { // small int
    return v.bits & 1;
}
static inline bool are_ints(Value a, Value b) {
    return a.bits & b.bits & 1;
}
static inline bool is_word_float(Value v) { // float held in the word
    return (v.bits & 3) == 2;
}
static inline bool is_cell(Value v) { // a cell, not ABSENT
    return (v.bits & 3) == 0 && v.bits != 0;
}
static inline bool fits_small(intptr_t n) {
    return n >= SMALL_INT_MIN && n <= SMALL_INT_MAX;
}
static inline Value int_value(intptr_t n) { // n must fit
    assert_hot(fits_small(n));
    return (Value){((uintptr_t)n << 1) | 1};
}
static inline intptr_t int_of(Value v) {
    assert_hot(is_int(v));
    return (intptr_t)v.bits >> 1;
}
static inline Value cell_value(const void *cell) {
    assert_hot(((uintptr_t)cell & 3) == 0);
    return (Value){(uintptr_t)cell};
}
static inline Cell *cell_of(Value v) {
    assert_hot((v.bits & 3) == 0);
    return (Cell *)v.bits;
}

#define FLOAT_OFFSET ((FloatBits)1 << (FLOAT_MANTISSA_BITS + FLOAT_EXPONENT_BITS - 3))

static inline FloatBits float_bits(Float x) {
    FloatBits b;
    memcpy(&b, &x, sizeof b);
    return b;
}
static inline Float float_from_bits(FloatBits b) {
    Float x;
    memcpy(&x, &b, sizeof x);
    return x;
}
// The word for x, or a word whose low bits are not 10 (or is exactly 2) if x needs a cell.
static inline FloatBits float_rotate(Float x) {
    FloatBits b = float_bits(x) + FLOAT_OFFSET;
    return (FloatBits)(b << 3) | (b >> (CONFIG_FLOAT_BITS - 3));
}
Value float_value_slow(Float x); // may allocate (and so collect); raises MemoryError

static inline Value float_value(Float x) { // may allocate a cell for rare exponents
    FloatBits r = float_rotate(x);
    if (FLOAT_IN_WORD && LIKELY((r & 3) == 2 && r != 2)) {
        return (Value){(uintptr_t)r};
    }
    return float_value_slow(x);
}
static inline Float word_float_of(Value v) { // v must be a float held in the word
    assert_hot(is_word_float(v));
    FloatBits r = (FloatBits)v.bits;
    FloatBits b = ((r >> 3) | (FloatBits)(r << (CONFIG_FLOAT_BITS - 3))) - FLOAT_OFFSET;
    return r == 2 ? (Float)0 : float_from_bits(b);
}

// Singletons: const cells in flash.
extern const Cell none_cell, true_cell, false_cell, ellipsis_cell, not_implemented_cell;
#define NONE cell_value(&none_cell)
#define TRUE cell_value(&true_cell)
#define FALSE cell_value(&false_cell)
#define ELLIPSIS cell_value(&ellipsis_cell)
#define NOT_IMPLEMENTED cell_value(&not_implemented_cell)
// The same as constant initialisers of static tables.
#define CONST_VALUE(cell) {(uintptr_t)(cell)}
#define CONST_INT(n) {((uintptr_t)(intptr_t)(n) << 1) | 1}

static inline Value bool_value(bool b) {
    return b ? TRUE : FALSE;
}
static inline bool is_none(Value v) {
    return same(v, NONE);
}
static inline bool is_bool(Value v) {
    return same(v, TRUE) || same(v, FALSE);
}

#endif
