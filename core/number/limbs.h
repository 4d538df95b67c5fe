// SPDX-License-Identifier: MIT
//
// Natural numbers of any size: arrays of 32-bit limbs, least significant limb first.
//
// A number is a pair (pointer, length). It is normalised when its top limb is not zero; zero has
// length 0. Every function takes normalised numbers and returns the length of a normalised result.
// Nothing here allocates: the caller passes room for the result and, where a function needs more,
// scratch of as many limbs as the matching `..._scratch` function says (which may be 0, and then
// the pointer is not looked at). Results don't overlap inputs or scratch unless a comment says so.
//
// Signs belong to the caller; only limbs_bitop() knows of them.

#ifndef CORE_NUMBER_LIMBS_H
#define CORE_NUMBER_LIMBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint32_t Limb;
typedef uint64_t DoubleLimb;

enum { LIMB_BITS = 32 };

// Defined by the engine; called at least once in about 10,000 limb operations of a long computation
// so that it can be interrupted. It may leave by longjmp: the functions here hold nothing then.
void number_poll(void);

// ---- basics (limbs.c)

// The length of a without leading zero limbs.
size_t limbs_normalize(const Limb *a, size_t an);

// Writes x, room for 2 limbs.
size_t limbs_from_u64(Limb *r, uint64_t x);

// Negative, zero or positive as a is less than, equal to or greater than b.
int limbs_cmp(const Limb *a, size_t an, const Limb *b, size_t bn);

// r = a + b; room for max(an, bn) + 1 limbs. r may be a or b.
size_t limbs_add(Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn);

// r = a - b where a >= b; room for an limbs. r may be a or b.
size_t limbs_sub(Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn);

// r = a + x; room for an + 1 limbs. r may be a.
size_t limbs_add_limb(Limb *r, const Limb *a, size_t an, Limb x);

// r = a * x + y; room for an + 1 limbs. r may be a.
size_t limbs_mul_limb(Limb *r, const Limb *a, size_t an, Limb x, Limb y);

// r = a << bits; room for an + bits / 32 + 1 limbs. r may be a.
size_t limbs_shift_left(Limb *r, const Limb *a, size_t an, size_t bits);

// r = a >> bits, rounded down; room for an - bits / 32 limbs (none if that is negative). r may be
// a.
size_t limbs_shift_right(Limb *r, const Limb *a, size_t an, size_t bits);

// Whether one of the lowest `bits` bits is set, that is, whether a shift right by `bits` is
// inexact.
bool limbs_any_below(const Limb *a, size_t an, size_t bits);

// The number of bits up to the top one; 0 for zero. Caller's limit: an < SIZE_MAX / 32.
size_t limbs_bit_length(const Limb *a, size_t an);

// The top 64 bits of a (not zero) as a number with bit 63 set: a = (result + rest) * 2^*exponent
// with 0 <= rest < 1, and *inexact says whether rest > 0. See float_round() in decimal.h.
uint64_t limbs_top64(const Limb *a, size_t an, int64_t *exponent, bool *inexact);

typedef enum { LIMBS_AND, LIMBS_OR, LIMBS_XOR } LimbsOp;

// r = a op b on the two's complement views (of unbounded length) of the signed numbers; room for
// max(an, bn) + 1 limbs. *rneg receives the result's sign (false for zero). r may be a or b.
size_t limbs_bitop(LimbsOp op, Limb *r, bool *rneg, const Limb *a, size_t an, bool aneg,
                   const Limb *b, size_t bn, bool bneg);

// ---- multiplication (limbs_mul.c)

// r = a * b; room for an + bn limbs. a and b may be the same array.
size_t limbs_mul(Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn, Limb *scratch);
size_t limbs_mul_scratch(size_t an, size_t bn);

// ---- division (limbs_div.c)

// q = a / x rounded down, x not zero; returns q's length, *rest receives the remainder.
// Room for an limbs. q may be a.
size_t limbs_divmod_limb(Limb *q, const Limb *a, size_t an, Limb x, Limb *rest);

// q = a / b and r = a % b, b not zero. Room for an - bn + 1 limbs (none if an < bn) in q and for
// min(an, bn) limbs in r. r may be a, q may be a, but q and r are distinct.
void limbs_divmod(Limb *q, size_t *qn, Limb *r, size_t *rn, const Limb *a, size_t an,
                  const Limb *b, size_t bn, Limb *scratch);
size_t limbs_divmod_scratch(size_t an, size_t bn);

// ---- text (limbs_text.c)

// Writes a in base 2 to 36 (lower-case letters, no prefix, no terminator; zero is "0") and returns
// the number of characters. `out` has room for limbs_text_capacity() characters.
size_t limbs_to_text(char *out, const Limb *a, size_t an, unsigned base, Limb *scratch);
size_t limbs_to_text_scratch(size_t an, unsigned base);

// An upper bound, off by no more than a few in ten thousand, of the characters that a number of
// an limbs takes. Caller's limit: an < SIZE_MAX / 32.
size_t limbs_text_capacity(size_t an, unsigned base);

// The value of n digits in base 2 to 36 (either case). The text holds digits of this base only: the
// caller has checked it with limbs_digit_value(). Room for limbs_from_text_capacity() limbs.
size_t limbs_from_text(Limb *r, const char *text, size_t n, unsigned base, Limb *scratch);
size_t limbs_from_text_capacity(size_t n, unsigned base);
size_t limbs_from_text_scratch(size_t n, unsigned base);

// The value of an ASCII digit or letter, 0 to 35; 99 for any other character.
unsigned limbs_digit_value(char c);

#endif
