// SPDX-License-Identifier: MIT
//
// Natural numbers: comparison, sums, shifts, bits and products with one limb. All are single passes
// from the least significant limb up, so that the result may overwrite an input.

#include "limbs.h"

#include <assert.h>
#include <string.h>

static void check(const Limb *a, size_t an) {
    assert(an == 0 || a[an - 1] != 0);
    (void)a;
    (void)an;
}

size_t limbs_normalize(const Limb *a, size_t an) {
    while (an > 0 && a[an - 1] == 0) {
        an--;
    }
    return an;
}

size_t limbs_from_u64(Limb *r, uint64_t x) {
    r[0] = (Limb)x;
    r[1] = (Limb)(x >> LIMB_BITS);
    return limbs_normalize(r, 2);
}

int limbs_cmp(const Limb *a, size_t an, const Limb *b, size_t bn) {
    check(a, an);
    check(b, bn);
    if (an != bn) {
        return an < bn ? -1 : 1;
    }
    for (size_t i = an; i-- > 0;) {
        if (a[i] != b[i]) {
            return a[i] < b[i] ? -1 : 1;
        }
    }
    return 0;
}

size_t limbs_add(Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn) {
    if (an < bn) {
        return limbs_add(r, b, bn, a, an);
    }
    check(a, an);
    DoubleLimb carry = 0;
    size_t i = 0;
    for (; i < bn; i++) {
        carry += (DoubleLimb)a[i] + b[i];
        r[i] = (Limb)carry;
        carry >>= LIMB_BITS;
    }
    for (; i < an; i++) {
        carry += a[i];
        r[i] = (Limb)carry;
        carry >>= LIMB_BITS;
    }
    if (carry != 0) {
        r[i++] = (Limb)carry;
    }
    return i;
}

size_t limbs_sub(Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn) {
    assert(an >= bn);
    DoubleLimb borrow = 0;
    size_t i = 0;
    for (; i < bn; i++) {
        DoubleLimb t = (DoubleLimb)a[i] - b[i] - borrow;
        r[i] = (Limb)t;
        borrow = t >> 63;
    }
    for (; i < an; i++) {
        DoubleLimb t = (DoubleLimb)a[i] - borrow;
        r[i] = (Limb)t;
        borrow = t >> 63;
    }
    assert(borrow == 0);
    return limbs_normalize(r, an);
}

size_t limbs_add_limb(Limb *r, const Limb *a, size_t an, Limb x) {
    return limbs_mul_limb(r, a, an, 1, x);
}

size_t limbs_mul_limb(Limb *r, const Limb *a, size_t an, Limb x, Limb y) {
    DoubleLimb carry = y;
    for (size_t i = 0; i < an; i++) {
        carry += (DoubleLimb)a[i] * x;
        r[i] = (Limb)carry;
        carry >>= LIMB_BITS;
    }
    if (carry != 0) {
        r[an++] = (Limb)carry;
    }
    return x == 0 ? limbs_normalize(r, an) : an;
}

size_t limbs_shift_left(Limb *r, const Limb *a, size_t an, size_t bits) {
    check(a, an);
    if (an == 0) {
        return 0;
    }
    size_t skip = bits / LIMB_BITS;
    unsigned by = (unsigned)(bits % LIMB_BITS);
    Limb above = 0;
    for (size_t i = an; i-- > 0;) { // downwards, since r may be a
        DoubleLimb both = ((DoubleLimb)above << LIMB_BITS | a[i]) << by;
        above = a[i];
        r[i + skip + 1] = (Limb)(both >> LIMB_BITS);
    }
    r[skip] = above << by;
    memset(r, 0, skip * sizeof(Limb));
    return limbs_normalize(r, an + skip + 1);
}

size_t limbs_shift_right(Limb *r, const Limb *a, size_t an, size_t bits) {
    check(a, an);
    size_t skip = bits / LIMB_BITS;
    unsigned by = (unsigned)(bits % LIMB_BITS);
    if (skip >= an) {
        return 0;
    }
    size_t n = an - skip;
    for (size_t i = 0; i < n; i++) {
        Limb above = i + 1 < n ? a[i + skip + 1] : 0;
        r[i] = (Limb)(((DoubleLimb)above << LIMB_BITS | a[i + skip]) >> by);
    }
    return limbs_normalize(r, n);
}

bool limbs_any_below(const Limb *a, size_t an, size_t bits) {
    size_t whole = bits / LIMB_BITS;
    for (size_t i = 0; i < an && i < whole; i++) {
        if (a[i] != 0) {
            return true;
        }
    }
    Limb mask = ((Limb)1 << bits % LIMB_BITS) - 1;
    return whole < an && (a[whole] & mask) != 0;
}

static unsigned limb_bit_length(Limb x) {
    unsigned n = 0;
    for (unsigned step = 16; step > 0; step /= 2) {
        if (x >> step != 0) {
            x >>= step;
            n += step;
        }
    }
    return n + (unsigned)x;
}

size_t limbs_bit_length(const Limb *a, size_t an) {
    check(a, an);
    return an == 0 ? 0 : (an - 1) * LIMB_BITS + limb_bit_length(a[an - 1]);
}

uint64_t limbs_top64(const Limb *a, size_t an, int64_t *exponent, bool *inexact) {
    assert(an > 0);
    size_t length = limbs_bit_length(a, an);
    Limb top[3] = {0, 0, 0};
    if (length <= 64) {
        limbs_shift_left(top, a, an, 64 - length);
    } else {
        limbs_shift_right(top, a + (an - 3), 3, length - 64 - (an - 3) * LIMB_BITS);
    }
    *exponent = (int64_t)length - 64;
    *inexact = length > 64 && limbs_any_below(a, an, length - 64);
    return (uint64_t)top[1] << LIMB_BITS | top[0];
}

static Limb apply(LimbsOp op, Limb x, Limb y) {
    switch (op) {
    case LIMBS_AND: return x & y;
    case LIMBS_OR: return x | y;
    default: return x ^ y;
    }
}

// One limb of the two's complement view: -x is ~x + 1, where *carry brings the 1 along.
static Limb complement(Limb x, bool negative, DoubleLimb *carry) {
    if (!negative) {
        return x;
    }
    *carry += (Limb)~x;
    x = (Limb)*carry;
    *carry >>= LIMB_BITS;
    return x;
}

size_t limbs_bitop(LimbsOp op, Limb *r, bool *rneg, const Limb *a, size_t an, bool aneg,
                   const Limb *b, size_t bn, bool bneg) {
    check(a, an);
    check(b, bn);
    size_t n = (an > bn ? an : bn) + 1;
    bool negative = apply(op, aneg, bneg) != 0;
    DoubleLimb acarry = 1, bcarry = 1, rcarry = 1;
    for (size_t i = 0; i < n; i++) {
        Limb x = complement(i < an ? a[i] : 0, aneg, &acarry);
        Limb y = complement(i < bn ? b[i] : 0, bneg, &bcarry);
        r[i] = complement(apply(op, x, y), negative, &rcarry);
    }
    n = limbs_normalize(r, n);
    assert(n > 0 || !negative);
    *rneg = negative;
    return n;
}
