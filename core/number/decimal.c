// SPDX-License-Identifier: MIT
//
// Floats taken apart and put together, powers of ten, and the shortest digits of a float by the
// Schubfach algorithm: Raffaello Giulietti, "The Schubfach way to render doubles", 2021; in the
// form with 128-bit powers due to Alexander Bolz.
//
// The powers 10 ** -351 to 10 ** 350 come from a table of each 27th with 192 bits, times a power of
// five below 2 ** 61: the top 128 bits of that product are exact for each of them, which the tests
// verify.

#include "decimal_core.h"

#include <assert.h>
#include <string.h>

const FloatFormat float_format64 = {53, -1074, (uint64_t)0x7ff << 52};
const FloatFormat float_format32 = {24, -149, (uint64_t)0xff << 23};

static Binary decode(const FloatFormat *format, uint64_t bits) {
    int stored = format->mantissa_bits - 1;
    uint64_t magnitude = bits & (format->infinity_bits | (((uint64_t)1 << stored) - 1));
    Binary x = {magnitude & (((uint64_t)1 << stored) - 1), (int)(magnitude >> stored),
                FLOAT_FINITE, bits != magnitude, false};
    if (magnitude >= format->infinity_bits) {
        x.kind = magnitude == format->infinity_bits ? FLOAT_INFINITE : FLOAT_NAN;
    } else if (x.exponent > 0) {
        x.at_step = x.mantissa == 0 && x.exponent > 1;
        x.mantissa |= (uint64_t)1 << stored;
        x.exponent--;
    }
    x.exponent += format->min_exponent;
    return x;
}

Binary float_decode64(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return decode(&float_format64, bits);
}

Binary float_decode32(float x) {
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return decode(&float_format32, bits);
}

uint64_t float_encode(const FloatFormat *format, uint64_t mantissa, bool inexact,
                      int64_t exponent) {
    assert(mantissa >> 63 == 1);
    int64_t drop = 64 - format->mantissa_bits;
    if (exponent + drop < format->min_exponent) {
        drop = format->min_exponent - exponent; // subnormal
    }
    if (drop > 64) {
        return 0;
    }
    uint64_t kept = drop == 64 ? 0 : mantissa >> drop;
    uint64_t rest = drop == 64 ? mantissa : mantissa & (((uint64_t)1 << drop) - 1);
    uint64_t half = (uint64_t)1 << (drop - 1);
    kept += rest > half || (rest == half && (inexact || kept % 2 != 0));
    int64_t steps = exponent + drop - format->min_exponent;
    if (steps >= (int64_t)(format->infinity_bits >> (format->mantissa_bits - 1))) {
        return format->infinity_bits;
    }
    // The mantissa's top bit, and a carry beyond it, add to the exponent field.
    uint64_t bits = ((uint64_t)steps << (format->mantissa_bits - 1)) + kept;
    return bits < format->infinity_bits ? bits : format->infinity_bits;
}

double float_round(uint64_t mantissa, bool inexact, int64_t exponent) {
    uint64_t bits = float_encode(&float_format64, mantissa, inexact, exponent);
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

float float_round32(uint64_t mantissa, bool inexact, int64_t exponent) {
    uint32_t bits = (uint32_t)float_encode(&float_format32, mantissa, inexact, exponent);
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

Product multiply64(uint64_t a, uint64_t b) {
    uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
    uint64_t low = a0 * b0;
    uint64_t middle = a1 * b0 + (low >> 32);
    uint64_t other = a0 * b1 + (uint32_t)middle;
    return (Product){a1 * b1 + (middle >> 32) + (other >> 32), other << 32 | (uint32_t)low};
}

int leading_zeros64(uint64_t x) {
    assert(x != 0);
    int n = 0;
    for (int step = 32; step > 0; step /= 2) {
        if (x >> (64 - step) == 0) {
            x <<= step;
            n += step;
        }
    }
    return n;
}

// ---- powers of ten

enum { POWER_STEP = 27 };

static const uint64_t large_powers[][3] = {
    {0x8049a4ac0c5811ae, 0x205b896d777d6278, 0xac261e9f5141430b}, // 10 ** -351
    {0xcf42894a5dce35ea, 0x52064cac828675b9, 0x475f2b7d7df1ad7a}, // 10 ** -324
    {0xa76c582338ed2621, 0xaf2af2b80af6f24e, 0x657c8f4d43323a36}, // 10 ** -297
    {0x873e4f75e2224e68, 0x5a7744a6e804a291, 0xcc35eddfcf0996d7}, // 10 ** -270
    {0xda7f5bf590966848, 0xaf39a475506a899e, 0xa30294cc2934e662}, // 10 ** -243
    {0xb080392cc4349dec, 0xbd8d794d96aacfb3, 0xfe13a5c86af64418}, // 10 ** -216
    {0x8e938662882af53e, 0x547eb47b7282ee9c, 0x41b0230e1421487d}, // 10 ** -189
    {0xe65829b3046b0afa, 0x0cb4a5a3112a5112, 0xa3b561b1cb208396}, // 10 ** -162
    {0xba121a4650e4ddeb, 0x92f34d62616ce413, 0x21a0183e10583cd3}, // 10 ** -135
    {0x964e858c91ba2655, 0x3a6a07f8d510f86f, 0xe9082f25e9c5e9ec}, // 10 ** -108
    {0xf2d56790ab41c2a2, 0xfae27299423fb9c3, 0x3695dad7e8858901}, // 10 ** -81
    {0xc428d05aa4751e4c, 0xaa97e14c3c26b886, 0x96842dc95323f5a8}, // 10 ** -54
    {0x9e74d1b791e07e48, 0x775ea264cf55347d, 0xca49f1c05120c9c7}, // 10 ** -27
    {0x8000000000000000, 0x0000000000000000, 0x0000000000000000}, // 10 ** 0
    {0xcecb8f27f4200f3a, 0x0000000000000000, 0x0000000000000000}, // 10 ** 27
    {0xa70c3c40a64e6c51, 0x999090b65f67d924, 0x0000000000000000}, // 10 ** 54
    {0x86f0ac99b4e8dafd, 0x69a028bb3ded71a3, 0xdf9f915627c04e28}, // 10 ** 81
    {0xda01ee641a708de9, 0xe80e6f4820cc9495, 0xd74baad03bc1d8d3}, // 10 ** 108
    {0xb01ae745b101e9e4, 0x5ec05dcff72e7f8f, 0xc04c79ffe324301f}, // 10 ** 135
    {0x8e41ade9fbebc27d, 0x14588f13be847307, 0x23bd6a2059c002f5}, // 10 ** 162
    {0xe5d3ef282a242e81, 0x8f1668c8a86da5fa, 0xf0b5ccf5176ecc7c}, // 10 ** 189
    {0xb9a74a0637ce2ee1, 0x6d953e2bd7173692, 0x88efb0037ac08bde}, // 10 ** 216
    {0x95f83d0a1fb69cd9, 0x4abdaf101564f98e, 0x0d5a4af7b3a98e47}, // 10 ** 243
    {0xf24a01a73cf2dccf, 0xbc633b39673c8cec, 0x3d9c44cd2f36917c}, // 10 ** 270
    {0xc3b8358109e84f07, 0x0a862f80ec4700c8, 0x02606ea01029dc37}, // 10 ** 297
    {0x9e19db92b4e31ba9, 0x6c07a2c26a8346d1, 0x4944d9f52cd0dec2}, // 10 ** 324
};

static const uint64_t powers_of_five[POWER_STEP] = {
    1, 5, 25, 125, 625, 3125, 15625, 78125, 390625, 1953125, 9765625, 48828125, 244140625,
    1220703125, 0x16bcc41e9, 0x71afd498d, 0x2386f26fc1, 0xb1a2bc2ec5, 0x3782dace9d9,
    0x1158e460913d, 0x56bc75e2d631, 0x1b1ae4d6e2ef5, 0x878678326eac9, 0x2a5a058fc295ed,
    0xd3c21bcecceda1, 0x422ca8b0a00a425, 0x14adf4b7320334b9,
};

int floor_log2_of_ten(int k) {
    assert(k >= -1233 && k <= 1233);
    return (int)((int64_t)k * 1741647 >> 19);
}

// floor(log10(2 ** q)), or of 3/4 * 2 ** q
static int floor_log10_of_two(int q, bool three_quarters) {
    assert(q >= -1500 && q <= 1500);
    return (int)(((int64_t)q * 1262611 - (three_quarters ? 524031 : 0)) >> 22);
}

Product power_of_ten(int k) {
    assert(k >= MIN_POWER_OF_TEN && k <= MAX_POWER_OF_TEN);
    const uint64_t *large = large_powers[(k - MIN_POWER_OF_TEN) / POWER_STEP];
    uint64_t five = powers_of_five[(k - MIN_POWER_OF_TEN) % POWER_STEP];
    int shift = leading_zeros64(five);
    five <<= shift;
    Product high = multiply64(large[0], five), middle = multiply64(large[1], five);
    uint64_t low = multiply64(large[2], five).high;
    low += middle.low;
    middle.high += low < middle.low;
    middle.high += high.low;
    high.high += middle.high < high.low;
    if (high.high >> 63 == 0) {
        high.high = high.high << 1 | middle.high >> 63;
        middle.high = middle.high << 1 | low >> 63;
    }
    return (Product){high.high, middle.high};
}

// ---- shortest digits

// g * c / 2 ** 128 with g rounded up to 128 bits, rounded down, and the lowest bit set if inexact.
static uint64_t round_to_odd(Product g, uint64_t c) {
    uint64_t carry = multiply64(g.low, c).high;
    Product y = multiply64(g.high, c);
    y.low += carry;
    y.high += y.low < carry;
    return y.high | (y.low > 1);
}

static int count_digits(uint32_t value) {
    int n = 1;
    for (; value >= 10; value /= 10) {
        n++;
    }
    return n;
}

// Writes the last n digits of value.
static void write_digits(char *out, uint32_t value, int n) {
    for (int i = n - 1; i >= 0; i--) {
        out[i] = (char)('0' + value % 10);
        value /= 10;
    }
}

// Writes value * 10 ** exponent without trailing zeros.
static int write_value(uint64_t value, int exponent, char *digits, int *point) {
    uint32_t high = (uint32_t)(value / 100000000), low = (uint32_t)(value % 100000000);
    int n = count_digits(high > 0 ? high : low);
    write_digits(digits, high > 0 ? high : low, n);
    if (high > 0) {
        write_digits(digits + n, low, 8);
        n += 8;
    }
    assert(n <= DECIMAL_SHORTEST_MAX);
    *point = exponent + n;
    while (n > 1 && digits[n - 1] == '0') {
        n--;
    }
    return n;
}

// The value nearest to x, in the interval that reads back as x, with one digit less if there is
// one.
int binary_shortest(const Binary *x, char *digits, int *point) {
    assert(x->kind == FLOAT_FINITE);
    if (x->mantissa == 0) {
        digits[0] = '0';
        *point = 1;
        return 1;
    }
    int k = floor_log10_of_two(x->exponent, x->at_step);
    int h = x->exponent + floor_log2_of_ten(-k) + 1;
    assert(h >= 1 && h <= 4);
    Product g = power_of_ten(-k);
    if (-k < 0 || -k > EXACT_POWER_OF_TEN) {
        g.low++;
        g.high += g.low == 0;
    }
    bool odd = x->mantissa % 2 != 0; // then the interval's ends are not inside
    uint64_t c = 4 * x->mantissa;
    uint64_t below = round_to_odd(g, (c - 2 + x->at_step) << h) + odd;
    uint64_t value = round_to_odd(g, c << h);
    uint64_t above = round_to_odd(g, (c + 2) << h) - odd;
    uint64_t s = value / 4;
    if (s >= 10) {
        uint64_t tens = s / 10 * 10;
        bool down = below <= 4 * tens, up = 4 * (tens + 10) <= above;
        if (down != up) {
            return write_value(tens + (up ? 10 : 0), k, digits, point);
        }
    }
    bool down = below <= 4 * s, up = 4 * (s + 1) <= above;
    if (down == up) {
        up = value > 4 * s + 2 || (value == 4 * s + 2 && s % 2 != 0);
    }
    return write_value(s + up, k, digits, point);
}

int decimal_shortest(double x, char digits[DECIMAL_SHORTEST_MAX], int *point) {
    Binary b = float_decode64(x);
    return binary_shortest(&b, digits, point);
}

int decimal_shortest32(float x, char digits[DECIMAL_SHORTEST_MAX], int *point) {
    Binary b = float_decode32(x);
    return binary_shortest(&b, digits, point);
}
