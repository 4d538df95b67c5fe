// SPDX-License-Identifier: MIT
//
// Quotients and remainders of natural numbers: algorithm D of TAOCP volume 2, section 4.3.1, and
// the short division by one limb.

#include "limbs.h"
#include "limbs_wide.h"

#include <assert.h>
#include <string.h>

enum { POLL_EVERY = 8000 }; // limb operations

size_t limbs_divmod_limb(Limb *q, const Limb *a, size_t an, Limb x, Limb *rest) {
    assert(x != 0);
    DoubleLimb r = 0;
    for (size_t i = an; i-- > 0;) {
        r = r << LIMB_BITS | a[i];
        q[i] = (Limb)(r / x);
        r %= x;
    }
    *rest = (Limb)r;
    return limbs_normalize(q, an);
}

// u[0..n] -= v[0..n) * x; returns whether that went below zero.
static bool subtract_product(Limb *u, const Limb *v, size_t n, Limb x) {
    DoubleWide product = 0;
    size_t i = 0;
    for (; i + WIDE_LIMBS <= n; i += WIDE_LIMBS) {
        product += (DoubleWide)wide_get(v + i) * x;
        Wide low = (Wide)product, before = wide_get(u + i);
        product >>= WIDE_BITS;
        product += before < low;
        wide_set(u + i, before - low);
    }
    DoubleLimb carry = (DoubleLimb)product; // and the borrow: fits a limb between steps
    for (; WIDE_LIMBS > 1 && i < n; i++) {
        carry += (DoubleLimb)v[i] * x;
        Limb low = (Limb)carry;
        carry >>= LIMB_BITS;
        carry += u[i] < low;
        u[i] -= low;
    }
    bool below = u[n] < carry;
    u[n] -= (Limb)carry;
    return below;
}

// u[0..n] += v[0..n), the carry out is dropped: it makes up for subtract_product()'s borrow.
static void add_back(Limb *u, const Limb *v, size_t n) {
    DoubleLimb carry = 0;
    for (size_t i = 0; i < n; i++) {
        carry += (DoubleLimb)u[i] + v[i];
        u[i] = (Limb)carry;
        carry >>= LIMB_BITS;
    }
    u[n] += (Limb)carry;
}

// Step D3: the quotient limb of u[0..n] by v[0..n), at most one too large. v's top bit is set.
static Limb estimate(const Limb *u, const Limb *v, size_t n) {
    DoubleLimb top = (DoubleLimb)u[n] << LIMB_BITS | u[n - 1];
    DoubleLimb q = UINT32_MAX, r;
    if (u[n] < v[n - 1]) {
        q = top / v[n - 1];
        r = top % v[n - 1];
    } else {
        assert(u[n] == v[n - 1]);
        r = top - q * v[n - 1];
    }
    while (r <= UINT32_MAX && q * v[n - 2] > (r << LIMB_BITS | u[n - 2])) {
        q--;
        r += v[n - 1];
    }
    return (Limb)q;
}

void limbs_divmod(Limb *q, size_t *qn, Limb *r, size_t *rn, const Limb *a, size_t an,
                  const Limb *b, size_t bn, Limb *scratch) {
    assert(bn > 0 && b[bn - 1] != 0);
    if (limbs_cmp(a, an, b, bn) < 0) {
        memmove(r, a, an * sizeof(Limb));
        *rn = an;
        *qn = 0;
        return;
    }
    if (bn == 1) {
        Limb rest;
        *qn = limbs_divmod_limb(q, a, an, b[0], &rest);
        r[0] = rest;
        *rn = rest != 0;
        return;
    }
    Limb *u = scratch, *v = scratch + an + 1;
    size_t bits = bn * LIMB_BITS - limbs_bit_length(b, bn);
    limbs_shift_left(u, a, an, bits);
    limbs_shift_left(v, b, bn, bits); // bn limbs and a zero: hence the scratch's last limb
    assert(v[bn - 1] >> (LIMB_BITS - 1) == 1);
    size_t done = 0;
    for (size_t j = an - bn + 1; j-- > 0;) {
        Limb digit = estimate(u + j, v, bn);
        if (subtract_product(u + j, v, bn, digit)) {
            digit--;
            add_back(u + j, v, bn);
        }
        q[j] = digit;
        done += bn;
        if (done >= POLL_EVERY) {
            number_poll();
            done = 0;
        }
    }
    *qn = limbs_normalize(q, an - bn + 1);
    *rn = limbs_shift_right(r, u, limbs_normalize(u, bn), bits);
}

size_t limbs_divmod_scratch(size_t an, size_t bn) {
    return an < bn || bn < 2 ? 0 : an + bn + 2;
}
