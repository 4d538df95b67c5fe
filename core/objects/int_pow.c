// SPDX-License-Identifier: MIT
// int_pow.c: powers of ints, also modulo another; greatest common divisors.
//
// Powers go from the top bit of the exponent down: square, and multiply where the bit is set
// (Knuth, TAOCP volume 2, 4.6.3). Intermediate results are freed at once.
#include "error.h"
#include "objects/int_view.h"
#include "objects/protocol.h"
#include "state.h"
#include <assert.h>

// a * b, and a is freed.
static Value multiply_by(Value a, Value b) {
    Value product = int_mul(a, b);
    int_discard(a);
    return product;
}

static unsigned top_bit(uintptr_t n) {
    assert(n > 0);
    unsigned bit = 0;
    while (n >>= 1) {
        bit++;
    }
    return bit;
}

static Value small_base_pow(intptr_t a, bool odd) {
    return int_value(a < 0 ? (odd ? -1 : 1) : a);
}

// a to the power e by small ints; false if it gets too large for them.
static bool word_pow(intptr_t a, uintptr_t e, Value *out) {
    intptr_t r = 1;
    for (;; e >>= 1) {
        if ((e & 1) && __builtin_mul_overflow(r, a, &r)) {
            return false;
        }
        if (e <= 1) {
            break;
        }
        if (__builtin_mul_overflow(a, a, &a)) {
            return false;
        }
    }
    *out = fits_small(r) ? int_value(r) : ABSENT;
    return fits_small(r);
}

Value int_pow(Value a, Value b) {
    assert(int_sign(b) >= 0);
    if (same(b, int_value(0))) {
        return int_value(1);
    }
    if (is_int(a) && int_of(a) >= -1 && int_of(a) <= 1) {
        IntView v;
        int_view(&v, b);
        return small_base_pow(int_of(a), v.limbs[0] & 1);
    }
    if (!is_int(b)) {
        raise_memory_error(SIZE_MAX);
    }
    uintptr_t e = (uintptr_t)int_of(b);
    Value r;
    if (is_int(a) && word_pow(int_of(a), e, &r)) {
        return r;
    }
    if (same(a, int_value(2))) {
        return int_shift_left(int_value(1), e);
    }
    int_discard(cell_value(int_alloc(size_mul(int_bit_length(a) - 1, e) / LIMB_BITS + 1)));
    r = a;
    for (unsigned bit = top_bit(e); bit-- > 0;) {
        r = same(r, a) ? int_mul(r, r) : multiply_by(r, r);
        if (e >> bit & 1) {
            r = multiply_by(r, a);
        }
    }
    return r;
}

// ---- modulo m > 0 ---------------------------------------------------------------------------------

static bool bit_of(const IntView *v, size_t bit) {
    assert(bit / LIMB_BITS < v->count);
    return v->limbs[bit / LIMB_BITS] >> (bit % LIMB_BITS) & 1;
}

// a, b < m
static Value mul_mod(Value a, Value b, Value m) {
    Value product = int_mul(a, b), rest;
    int_divmod(product, m, NULL, &rest);
    if (!same(rest, product)) {
        int_discard(product);
    }
    return rest;
}

static Value pow_mod_word(uint64_t a, const IntView *e, uint64_t m) {
    assert(m > 0 && m <= (uint64_t)1 << 32);
    uint64_t r = 1 % m;
    for (size_t bit = limbs_bit_length(e->limbs, e->count); bit-- > 0;) {
        r = r * r % m;
        r = bit_of(e, bit) ? r * a % m : r;
        poll_pending();
    }
    return int_from_u64(r);
}

static Value pow_mod_positive(Value a, Value b, Value m) {
    IntView e;
    int_view(&e, b);
    uint64_t word;
    if (int_to_u64(m, &word) && word <= UINT32_MAX) {
        uint64_t base = 0;
        int_to_u64(a, &base);
        return pow_mod_word(base, &e, word);
    }
    Value r = int_value(1);
    for (size_t bit = limbs_bit_length(e.limbs, e.count); bit-- > 0;) {
        Value square = mul_mod(r, r, m);
        if (!same(r, a)) {
            int_discard(r);
        }
        r = square;
        if (bit_of(&e, bit)) {
            r = mul_mod(r, a, m);
            if (!same(r, square)) {
                int_discard(square);
            }
        }
        poll_pending();
    }
    return r;
}

// The inverse of a modulo m > 1: Euclid's algorithm that keeps one cofactor (Knuth, TAOCP volume 2,
// 4.5.2, algorithm X).
static Value inverse(Value a, Value m) {
    Value u = m, x = int_value(0), v = a, y = int_value(1);
    while (int_sign(v) != 0) {
        Value q, r;
        int_divmod(u, v, &q, &r);
        Value next = int_sub(x, int_mul(q, y));
        u = v;
        v = r;
        x = y;
        y = next;
        poll_pending();
    }
    if (!same(u, int_value(1))) {
        raise_value_error("base is not invertible for the given modulus");
    }
    return int_binary(OP_MOD, x, m);
}

static Value pow_mod(Value a, Value b, Value m) {
    if (int_sign(m) == 0) {
        raise_value_error("pow() 3rd argument cannot be 0");
    }
    Value size = int_sign(m) < 0 ? int_neg(m) : m;
    if (same(size, int_value(1))) {
        return int_value(0);
    }
    a = int_binary(OP_MOD, a, size);
    if (int_sign(b) < 0) {
        a = inverse(a, size);
        b = int_neg(b);
    }
    Value r = pow_mod_positive(a, b, size);
    return int_sign(m) < 0 ? int_binary(OP_MOD, r, m) : r;
}

Value int_pow_mod(Value a, Value b, Value m) {
    if (!is_integer(a) || !is_integer(b) || !is_integer(m)) {
        raise_type_error("pow() 3rd argument not allowed unless all arguments are integers");
    }
    return pow_mod(integer_of(a), integer_of(b), integer_of(m));
}

// ---- gcd --------------------------------------------------------------------------------------------

static uint64_t gcd64(uint64_t a, uint64_t b) {
    while (b) {
        uint64_t r = a % b;
        a = b;
        b = r;
    }
    return a;
}

Value int_gcd(Value a, Value b) {
    a = int_sign(a) < 0 ? int_neg(a) : a;
    b = int_sign(b) < 0 ? int_neg(b) : b;
    while (int_sign(b) != 0) {
        uint64_t x, y;
        if (int_to_u64(a, &x) && int_to_u64(b, &y)) {
            return int_from_u64(gcd64(x, y));
        }
        Value r = int_binary(OP_MOD, a, b);
        a = b;
        b = r;
        poll_pending();
    }
    return a;
}
