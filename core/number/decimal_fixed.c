// SPDX-License-Identifier: MIT
//
// A given number of digits of a float, from its exact value. The digits come from a stream of
// chunks of nine: those before the point by dividing the integer part, those after it by
// multiplying the fraction, a fixed-point number whose low limbs vanish as it is multiplied.

#include "decimal_core.h"
#include "limbs.h"

#include <assert.h>
#include <string.h>

enum {
    CHUNK = 1000000000, // nine digits
    CHUNK_DIGITS = 9,
    MAX_CHUNKS = 35, // 10 ** 309
    MAX_LIMBS = 36,  // 1074 bits, and room to shift
};

typedef struct {
    uint32_t chunk[MAX_CHUNKS]; // of the integer part, the last one first
    int chunks;
    Limb fraction[MAX_LIMBS]; // [low..high), the point is above
    int low, high;
} Digits;

static void start_integer(Digits *d, size_t n) {
    while (n > 0) {
        assert(d->chunks < MAX_CHUNKS);
        n = limbs_divmod_limb(d->fraction, d->fraction, n, CHUNK, &d->chunk[d->chunks++]);
    }
}

static void start_digits(Digits *d, const Binary *x) {
    d->chunks = d->low = d->high = 0;
    if (x->exponent >= 0) {
        size_t n = limbs_from_u64(d->fraction, x->mantissa);
        start_integer(d, limbs_shift_left(d->fraction, d->fraction, n, (size_t)x->exponent));
        return;
    }
    int places = -x->exponent;
    uint64_t integer = places < 64 ? x->mantissa >> places : 0;
    start_integer(d, limbs_from_u64(d->fraction, integer));
    uint64_t rest = integer == 0 ? x->mantissa : x->mantissa - (integer << places);
    d->high = (places + LIMB_BITS - 1) / LIMB_BITS;
    size_t n = limbs_from_u64(d->fraction, rest);
    n = limbs_shift_left(d->fraction, d->fraction, n, (size_t)(d->high * LIMB_BITS - places));
    for (; n < (size_t)d->high; n++) {
        d->fraction[n] = 0;
    }
}

static uint32_t next_chunk(Digits *d) {
    if (d->chunks > 0) {
        return d->chunk[--d->chunks];
    }
    DoubleLimb carry = 0;
    for (int i = d->low; i < d->high; i++) {
        carry += (DoubleLimb)d->fraction[i] * CHUNK;
        d->fraction[i] = (Limb)carry;
        carry >>= LIMB_BITS;
    }
    while (d->low < d->high && d->fraction[d->low] == 0) {
        d->low++;
    }
    return (uint32_t)carry;
}

static bool all_zero(Digits *d) {
    while (d->low < d->high && d->fraction[d->low] == 0) {
        d->low++;
    }
    bool zero = d->low == d->high;
    for (int i = 0; i < d->chunks; i++) {
        zero = zero && d->chunk[i] == 0;
    }
    return zero;
}

static void spell_chunk(char text[CHUNK_DIGITS], uint32_t chunk) {
    for (int i = CHUNK_DIGITS; i-- > 0;) {
        text[i] = (char)('0' + chunk % 10);
        chunk /= 10;
    }
}

// Whether what follows digits[0..n) rounds up: the rest of the chunk, then the stream.
static bool rounds_up(Digits *d, const char *rest, const char *end, bool odd) {
    char chunk[CHUNK_DIGITS];
    if (rest == end) {
        spell_chunk(chunk, next_chunk(d));
        rest = chunk;
        end = chunk + CHUNK_DIGITS;
    }
    if (*rest != '5') {
        return *rest > '5';
    }
    while (++rest < end) {
        if (*rest != '0') {
            return true;
        }
    }
    return odd || !all_zero(d);
}

// Adds one in the last place; returns the number of digits, without trailing zeros.
static int increment(char *digits, int n, int *point) {
    while (n > 0 && digits[n - 1] == '9') {
        n--;
    }
    if (n == 0) {
        digits[0] = '1';
        ++*point;
        return 1;
    }
    digits[n - 1]++;
    return n;
}

// How many digits to make of a number with this point; negative if it rounds to zero for sure.
static int wanted(DecimalMode mode, int ndigits, size_t cap, int point) {
    int64_t n = mode == DECIMAL_SIGNIFICANT ? ndigits : (int64_t)point + ndigits;
    if (n < 0) {
        return -1;
    }
    return (int)(n < (int64_t)cap ? n : (int64_t)cap);
}

int binary_fixed(const Binary *x, DecimalMode mode, int ndigits, char *digits, size_t cap,
                 int *point) {
    assert(x->kind == FLOAT_FINITE && cap > 0 && cap <= INT32_MAX);
    *point = 1;
    if (x->mantissa == 0) {
        return 0;
    }
    Digits d;
    char chunk[CHUNK_DIGITS], *next = chunk, *end = chunk + CHUNK_DIGITS;
    start_digits(&d, x);
    int first = d.chunks * CHUNK_DIGITS;
    uint32_t value = next_chunk(&d);
    for (; value == 0; value = next_chunk(&d)) {
        first -= CHUNK_DIGITS;
    }
    for (spell_chunk(chunk, value); *next == '0'; next++) {
        first--;
    }
    int n = 0, count = wanted(mode, ndigits, cap, first);
    for (; n < count && !(next == end && all_zero(&d)); n++) {
        if (next == end) {
            spell_chunk(chunk, next_chunk(&d));
            next = chunk;
        }
        digits[n] = *next++;
    }
    if (n == count && rounds_up(&d, next, end, n > 0 && digits[n - 1] % 2 != 0)) {
        n = increment(digits, n, &first);
    }
    while (n > 0 && digits[n - 1] == '0') {
        n--;
    }
    *point = n > 0 ? first : 1;
    return n > 0 ? n : 0;
}

int decimal_fixed(double x, DecimalMode mode, int ndigits, char *digits, size_t cap, int *point) {
    Binary b = float_decode64(x);
    return binary_fixed(&b, mode, ndigits, digits, cap, point);
}

int decimal_fixed32(float x, DecimalMode mode, int ndigits, char *digits, size_t cap, int *point) {
    Binary b = float_decode32(x);
    return binary_fixed(&b, mode, ndigits, digits, cap, point);
}
