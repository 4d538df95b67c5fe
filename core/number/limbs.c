// SPDX-License-Identifier: MIT
//
// Natural numbers: comparison, sums, shifts, bits and products with one limb. All are single passes
// from the least significant limb up, so that the result may overwrite an input.

#include "limbs.h"
#include "limbs_wide.h"

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

// r[i..n) = a[i..n)
static void copy_rest(Limb *r, const Limb *a, size_t i, size_t n) {
    if (r != a) {
        memcpy(r + i, a + i, (n - i) * sizeof(Limb));
    }
}

size_t limbs_add(Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn) {
    if (an < bn) {
        return limbs_add(r, b, bn, a, an);
    }
    check(a, an);
    DoubleWide sum = 0;
    size_t i = 0;
    for (; i + WIDE_LIMBS <= bn; i += WIDE_LIMBS) {
        sum += (DoubleWide)wide_get(a + i) + wide_get(b + i);
        wide_set(r + i, (Wide)sum);
        sum >>= WIDE_BITS;
    }
    DoubleLimb carry = (DoubleLimb)sum;
    for (; i < an && (i < bn || carry != 0); i++) {
        carry += (DoubleLimb)a[i] + (i < bn ? b[i] : 0);
        r[i] = (Limb)carry;
        carry >>= LIMB_BITS;
    }
    copy_rest(r, a, i, an);
    if (carry != 0) {
        r[an++] = (Limb)carry;
    }
    return an;
}

size_t limbs_sub(Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn) {
    assert(an >= bn);
    Wide less = 0;
    size_t i = 0;
    for (; i + WIDE_LIMBS <= bn; i += WIDE_LIMBS) {
        DoubleWide t = (DoubleWide)wide_get(a + i) - wide_get(b + i) - less;
        wide_set(r + i, (Wide)t);
        less = (Wide)(t >> WIDE_BITS) & 1;
    }
    DoubleLimb borrow = less;
    for (; i < an && (i < bn || borrow != 0); i++) {
        DoubleLimb t = (DoubleLimb)a[i] - (i < bn ? b[i] : 0) - borrow;
        r[i] = (Limb)t;
        borrow = t >> 63;
    }
    assert(borrow == 0);
    copy_rest(r, a, i, an);
    return limbs_normalize(r, an);
}

size_t limbs_add_limb(Limb *r, const Limb *a, size_t an, Limb x) {
    return limbs_mul_limb(r, a, an, 1, x);
}

size_t limbs_mul_limb(Limb *r, const Limb *a, size_t an, Limb x, Limb y) {
    DoubleWide product = y;
    size_t i = 0;
    for (; i + WIDE_LIMBS <= an; i += WIDE_LIMBS) {
        product += (DoubleWide)wide_get(a + i) * x;
        wide_set(r + i, (Wide)product);
        product >>= WIDE_BITS;
    }
    DoubleLimb carry = (DoubleLimb)product;
    for (; WIDE_LIMBS > 1 && i < an; i++) {
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
    r[an + skip] = (Limb)(((DoubleLimb)a[an - 1] << by) >> LIMB_BITS);
    size_t i = an;
    while (i >= WIDE_LIMBS) { // downwards, since r may be a
        i -= WIDE_LIMBS;
        Limb below = i > 0 ? (Limb)(((DoubleLimb)a[i - 1] << by) >> LIMB_BITS) : 0;
        wide_set(r + i + skip, wide_get(a + i) << by | below);
    }
    if (i > 0) {
        r[skip] = a[0] << by;
    }
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
    size_t n = an - skip, i = 0;
    for (; i + WIDE_LIMBS <= n; i += WIDE_LIMBS) {
        Limb above = i + WIDE_LIMBS < n ? a[i + skip + WIDE_LIMBS] : 0;
        wide_set(r + i, (Wide)(((DoubleWide)above << WIDE_BITS | wide_get(a + i + skip)) >> by));
    }
    if (i < n) {
        r[i] = a[i + skip] >> by;
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

size_t limbs_bit_length(const Limb *a, size_t an) {
    check(a, an);
    return an == 0 ? 0 : an * LIMB_BITS - (size_t)__builtin_clz(a[an - 1]);
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
