// SPDX-License-Identifier: MIT
//
// Products of natural numbers: rows of schoolbook multiplication for short numbers, Karatsuba's
// method (TAOCP volume 2, section 4.3.3) above a threshold, slices of equal length when one number
// is much longer than the other. Inside this file numbers have fixed lengths and need no
// normalising: a product of n and m limbs fills n + m limbs.

#include "limbs.h"
#include "limbs_wide.h"

#include <assert.h>
#include <string.h>

enum {
    KARATSUBA_MIN = 40 * WIDE_LIMBS, // limbs of the shorter number from which Karatsuba pays
    POLL_EVERY = 8000,               // limb operations
};

// r[0..n) += a[0..n) * x; returns the carry.
static Wide add_product(Limb *r, const Limb *a, size_t n, Wide x) {
    DoubleWide carry = 0;
    size_t i = 0;
    for (; i + WIDE_LIMBS <= n; i += WIDE_LIMBS) {
        carry += (DoubleWide)wide_get(a + i) * x + wide_get(r + i);
        wide_set(r + i, (Wide)carry);
        carry >>= WIDE_BITS;
    }
    if (i < n) {
        carry += (DoubleWide)a[i] * x + r[i];
        r[i] = (Limb)carry;
        carry >>= LIMB_BITS;
    }
    return (Wide)carry;
}

// r[0..rn) += a[0..an), an <= rn; returns the carry.
static Limb add_into(Limb *r, size_t rn, const Limb *a, size_t an) {
    DoubleWide sum = 0;
    size_t i = 0;
    for (; i + WIDE_LIMBS <= an; i += WIDE_LIMBS) {
        sum += (DoubleWide)wide_get(r + i) + wide_get(a + i);
        wide_set(r + i, (Wide)sum);
        sum >>= WIDE_BITS;
    }
    DoubleLimb carry = (DoubleLimb)sum;
    for (; WIDE_LIMBS > 1 && i < an; i++) {
        carry += (DoubleLimb)r[i] + a[i];
        r[i] = (Limb)carry;
        carry >>= LIMB_BITS;
    }
    for (; carry != 0 && i < rn; i++) {
        carry += r[i];
        r[i] = (Limb)carry;
        carry >>= LIMB_BITS;
    }
    return (Limb)carry;
}

// r[0..rn) -= a[0..an), an <= rn; returns the borrow.
static Limb subtract_from(Limb *r, size_t rn, const Limb *a, size_t an) {
    Wide less = 0;
    size_t i = 0;
    for (; i + WIDE_LIMBS <= an; i += WIDE_LIMBS) {
        DoubleWide t = (DoubleWide)wide_get(r + i) - wide_get(a + i) - less;
        wide_set(r + i, (Wide)t);
        less = (Wide)(t >> WIDE_BITS) & 1;
    }
    DoubleLimb borrow = less;
    for (; WIDE_LIMBS > 1 && i < an; i++) {
        DoubleLimb t = (DoubleLimb)r[i] - a[i] - borrow;
        r[i] = (Limb)t;
        borrow = t >> 63;
    }
    for (; borrow != 0 && i < rn; i++) {
        borrow = r[i] == 0;
        r[i]--;
    }
    return (Limb)borrow;
}

// r[0..n) = |a[0..n) - b[0..bn)|, bn <= n; returns whether a < b.
static bool difference(Limb *r, const Limb *a, size_t n, const Limb *b, size_t bn) {
    memcpy(r, a, n * sizeof(Limb));
    if (subtract_from(r, n, b, bn) == 0) {
        return false;
    }
    DoubleLimb carry = 1; // negate
    for (size_t i = 0; i < n; i++) {
        carry += (Limb)~r[i];
        r[i] = (Limb)carry;
        carry >>= LIMB_BITS;
    }
    return true;
}

static void multiply_rows(Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn) {
    memset(r, 0, an * sizeof(Limb));
    size_t done = 0, i = 0;
    for (; i + WIDE_LIMBS <= bn; i += WIDE_LIMBS) {
        wide_set(r + an + i, add_product(r + i, a, an, wide_get(b + i)));
        done += an;
        if (done >= POLL_EVERY) {
            number_poll();
            done = 0;
        }
    }
    if (i < bn) {
        r[an + i] = (Limb)add_product(r + i, a, an, b[i]);
    }
}

// a * a in rows: each product of different limbs once, doubled, then the squares.
static void square_rows(Limb *r, const Limb *a, size_t n) {
    memset(r, 0, 2 * n * sizeof(Limb));
    for (size_t i = 0; i + 1 < n; i++) {
        r[n + i] = (Limb)add_product(r + 2 * i + 1, a + i + 1, n - i - 1, a[i]);
    }
    DoubleLimb carry = 0;
    Limb below = 0;
    for (size_t i = 0; i < 2 * n; i += 2) {
        DoubleLimb square = (DoubleLimb)a[i / 2] * a[i / 2];
        carry += (DoubleLimb)(Limb)(r[i] << 1 | below >> 31) + (Limb)square;
        below = r[i];
        r[i] = (Limb)carry;
        carry = (carry >> LIMB_BITS) + (Limb)(r[i + 1] << 1 | below >> 31) + (square >> LIMB_BITS);
        below = r[i + 1];
        r[i + 1] = (Limb)carry;
        carry >>= LIMB_BITS;
    }
    assert(carry == 0);
}

// r[0..2n) = a[0..n) * b[0..n). With a = a1*B + a0 and b = b1*B + b0, B = 2^(32*low):
//     a*b = a1b1*B^2 + (a1b1 + a0b0 - (a0 - a1)*(b0 - b1))*B + a0b0
// The scratch holds the middle product (2*low limbs), its copy of the sum (2*low + 1), then theirs.
static void multiply_equal(Limb *r, const Limb *a, const Limb *b, size_t n, Limb *scratch) {
    if (n < KARATSUBA_MIN) {
        if (a == b && WIDE_LIMBS == 1) { // else its limbs cost as much as rows of pairs
            square_rows(r, a, n);
        } else {
            multiply_rows(r, a, n, b, n);
        }
        return;
    }
    number_poll();
    size_t low = (n + 1) / 2, high = n - low;
    Limb *middle = scratch, *sum = scratch + 2 * low, *rest = sum + 2 * low + 1;
    bool negative = difference(r, a, low, a + low, high);
    if (a == b) {
        negative = false;
        multiply_equal(middle, r, r, low, rest);
    } else {
        negative ^= difference(r + low, b, low, b + low, high);
        multiply_equal(middle, r, r + low, low, rest);
    }
    multiply_equal(r, a, b, low, rest);
    multiply_equal(r + 2 * low, a + low, b + low, high, rest);
    memcpy(sum, r, 2 * low * sizeof(Limb));
    sum[2 * low] = add_into(sum, 2 * low, r + 2 * low, 2 * high);
    if (negative) {
        sum[2 * low] += add_into(sum, 2 * low, middle, 2 * low);
    } else {
        sum[2 * low] -= subtract_from(sum, 2 * low, middle, 2 * low);
    }
    size_t sum_length = limbs_normalize(sum, 2 * low + 1);
    Limb carry = add_into(r + low, 2 * n - low, sum, sum_length);
    assert(carry == 0);
    (void)carry;
}

static size_t equal_scratch(size_t n) {
    size_t total = 0;
    while (n >= KARATSUBA_MIN) {
        n = (n + 1) / 2;
        total += 4 * n + 1;
    }
    return total;
}

static void multiply(Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn, Limb *scratch);

// an > bn >= KARATSUBA_MIN: slices of a, each as long as b. A slice's product overlaps the one
// before in bn limbs, which are kept in scratch meanwhile.
static void multiply_slices(Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn,
                            Limb *scratch) {
    multiply_equal(r, a, b, bn, scratch);
    for (size_t at = bn; at < an; at += bn) {
        size_t n = an - at < bn ? an - at : bn;
        memcpy(scratch, r + at, bn * sizeof(Limb));
        multiply(r + at, b, bn, a + at, n, scratch + bn);
        Limb carry = add_into(r + at, bn + n, scratch, bn);
        assert(carry == 0);
        (void)carry;
    }
}

// an >= bn >= 1
static void multiply(Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn, Limb *scratch) {
    if (bn < KARATSUBA_MIN && !(a == b && an == bn)) {
        multiply_rows(r, a, an, b, bn);
    } else if (an == bn) {
        multiply_equal(r, a, b, an, scratch);
    } else {
        multiply_slices(r, a, an, b, bn, scratch);
    }
}

size_t limbs_mul(Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn, Limb *scratch) {
    if (an == 0 || bn == 0) {
        return 0;
    }
    if (an >= bn) {
        multiply(r, a, an, b, bn, scratch);
    } else {
        multiply(r, b, bn, a, an, scratch);
    }
    return limbs_normalize(r, an + bn);
}

// Slices: bn limbs are kept at each level of Euclid's recursion on the lengths, together less than
// 3*bn.
size_t limbs_mul_scratch(size_t an, size_t bn) {
    size_t shorter = an < bn ? an : bn;
    if (shorter < KARATSUBA_MIN) {
        return 0;
    }
    return equal_scratch(shorter) + (an == bn ? 0 : 3 * shorter);
}
