// SPDX-License-Identifier: MIT
// int_view.h: ints of any size as sign and limbs, for the files that compute with them.
#ifndef CORE_INT_VIEW_H
#define CORE_INT_VIEW_H

#include "objects/number.h"

// An int taken apart. It may point into itself: not to be copied.
typedef struct IntView {
    const Limb *limbs;
    size_t count;
    bool negative;
    Limb small[2];
    Value owner; // keeps the limbs alive
} IntView;
void int_view(IntView *v, Value n); // n: small or big int; allocates nothing

// Room for a result of so many limbs (undefined contents). MemoryError if there is none. Raises for Ctrl-C
// if it is large: several operations may follow each other without a poll between them.
BigInt *int_alloc(size_t limbs);
// The int of the first `count` limbs of big, which is used up: not to be touched afterwards.
Value int_finish(BigInt *big, size_t count, bool negative);

// Limbs for the time of a computation.
typedef struct Scratch {
    Cell head;
    Limb limbs[];
} Scratch;
Scratch *scratch_new(size_t limbs);
void scratch_free(Scratch *s);

// Frees an int that nobody else has seen.
void int_discard(Value n);

// ---- int_arith.c: a, b int values
Value int_add(Value a, Value b);
Value int_sub(Value a, Value b);
Value int_mul(Value a, Value b);
// Quotient rounded to minus infinity and remainder with b's sign; either may be NULL.
void int_divmod(Value a, Value b, Value *q, Value *r);
Value int_shift_left(Value a, size_t bits);
Value int_shift_right(Value a, size_t bits);
Value int_true_divide(Value a, Value b); // a float, correctly rounded
Value int_shift(Value a, Value count, bool left);
size_t int_bit_length(Value n);
// mantissa * 2 ** exponent as float_round(), in the width of Float.
Float float_rounded(uint64_t mantissa, bool inexact, int64_t exponent);

// ---- int_pow.c
Value int_pow(Value a, Value b); // an int; b >= 0
Value int_gcd(Value a, Value b); // >= 0

// ---- int_text.c
// int(text, base) of a str's or bytes' contents; `shown` is what the ValueError shows.
Value int_from_literal(const char *text, size_t size, int base, Value shown);
// Text of a number with other scripts' digits and spaces made ASCII: s itself if it is ASCII.
Value number_ascii(Value s);

extern const Native int_methods[];
Value int_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames);

#endif
