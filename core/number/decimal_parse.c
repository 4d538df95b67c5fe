// SPDX-License-Identifier: MIT
//
// Decimal text to floats, correctly rounded. The first 19 digits times a 128-bit power of ten give
// bounds from below and from above; mostly both round to the same float, which is the result (the
// idea of Daniel Lemire, "Number parsing at a gigabyte per second", 2021, with plain interval
// arithmetic). If not, the exact value is compared with the midpoint of the two floats in question.

#include "decimal_core.h"
#include "limbs.h"

#include <assert.h>
#include <string.h>

enum {
    WORD_DIGITS = 19,   // always fit 64 bits
    EXACT_DIGITS = 780, // more than a midpoint of doubles has (768): the rest only breaks ties
    POLL_MASK = 16383,  // of the count of digits between polls
    MAX_LIMBS = 90,     // 10 ** 780 and 5 ** 1104 * 2 ** 54 take 82; a shift adds one or two
};

typedef struct {
    const char *digits, *end; // with the point among them
    uint64_t word;            // the first significant digits, up to WORD_DIGITS
    int64_t exponent;         // the value is about word * 10 ** exponent,
    bool more;                // and more than that: digits that are not zero follow
} Text;

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Reads [+-]digits; stops counting when it is beyond what the text's length can make up for.
static bool read_exponent(const char *s, const char *end, int64_t *exponent) {
    bool negative = s < end && *s == '-';
    int64_t value = 0;
    s += s < end && (*s == '-' || *s == '+');
    if (s == end) {
        return false;
    }
    for (; s < end; s++) {
        if (!is_digit(*s)) {
            return false;
        }
        if (value < INT64_MAX / 100) {
            value = value * 10 + (*s - '0');
        }
    }
    *exponent += negative ? -value : value;
    return true;
}

static bool read_text(Text *t, const char *s, size_t n) {
    const char *end = s + n;
    bool point = false, any = false;
    int held = 0;
    *t = (Text){s, end, 0, 0, false};
    for (; s < end && (is_digit(*s) || (*s == '.' && !point)); s++) {
        if (*s == '.') {
            point = true;
            continue;
        }
        any = true;
        if (((size_t)(end - s) & POLL_MASK) == POLL_MASK) {
            number_poll();
        }
        if (held < WORD_DIGITS) {
            t->word = t->word * 10 + (uint64_t)(*s - '0');
            held += t->word != 0;
            t->exponent -= point;
        } else {
            t->more |= *s != '0';
            t->exponent += !point;
        }
    }
    t->end = s;
    if (any && s < end && (*s == 'e' || *s == 'E')) {
        return read_exponent(s + 1, end, &t->exponent);
    }
    return any && s == end;
}

// ---- bounds

// A number of 192 bits.
typedef struct {
    uint64_t high, middle, low;
} Wide;

static Wide multiply_wide(Product p, uint64_t x) {
    Product low = multiply64(p.low, x), high = multiply64(p.high, x);
    Wide w = {high.high, high.low + low.high, low.low};
    w.high += w.middle < high.low;
    return w;
}

static void add_to_wide(Wide *w, uint64_t x) {
    w->low += x;
    if (w->low < x) {
        w->middle++;
        w->high += w->middle == 0;
    }
}

// w * 2 ** exponent rounded.
static uint64_t encode_wide(const FloatFormat *format, Wide w, int64_t exponent) {
    int shift = leading_zeros64(w.high);
    assert(shift <= 1);
    if (shift != 0) {
        w.high = w.high << 1 | w.middle >> 63;
        w.middle <<= 1;
    }
    return float_encode(format, w.high, w.middle != 0 || w.low != 0, exponent + 128 - shift);
}

// Rounds a lower bound of the value to *bits; returns whether the upper bound gives the same.
static bool encode_bounds(const FloatFormat *format, const Text *t, uint64_t *bits) {
    int k = (int)t->exponent, shift = leading_zeros64(t->word);
    int exponent = floor_log2_of_ten(k) - 127 - shift;
    uint64_t word = t->word << shift;
    Product power = power_of_ten(k);
    Wide bound = multiply_wide(power, word);
    *bits = encode_wide(format, bound, exponent);
    if (k < 0 || k > EXACT_POWER_OF_TEN) {
        add_to_wide(&bound, word); // word * (power + 1) can't overflow
    }
    if (t->more) { // at most one unit of the word: (power + 1) << shift <= 2 ** 128 << shift
        uint64_t high = bound.high;
        bound.high += (uint64_t)1 << shift;
        if (bound.high < high) {
            return false;
        }
    }
    return encode_wide(format, bound, exponent) == *bits;
}

// ---- exact comparison

typedef struct {
    Limb limb[MAX_LIMBS];
    size_t n;
} Exact;

static void multiply_by_five(Exact *x, int64_t times) {
    for (; times >= 13; times -= 13) {
        assert(x->n < MAX_LIMBS);
        x->n = limbs_mul_limb(x->limb, x->limb, x->n, 1220703125, 0); // 5 ** 13
    }
    for (; times > 0; times--) {
        assert(x->n < MAX_LIMBS);
        x->n = limbs_mul_limb(x->limb, x->limb, x->n, 5, 0);
    }
}

static void shift_exact(Exact *x, int64_t bits) {
    assert(x->n + (size_t)bits / LIMB_BITS + 1 <= MAX_LIMBS);
    x->n = limbs_shift_left(x->limb, x->limb, x->n, (size_t)bits);
}

// Reads up to EXACT_DIGITS significant digits. The value is x * 10 ** the result, or, if *more is
// set, greater by less than one unit of x.
static int64_t read_exact(Exact *x, const Text *t, bool *more) {
    int held = 0;
    Limb chunk = 0, scale = 1;
    x->n = 0;
    *more = false;
    for (const char *s = t->digits; s < t->end; s++) {
        if (*s == '.' || (held == 0 && *s == '0')) {
            continue;
        }
        if (held == EXACT_DIGITS) {
            *more |= *s != '0';
            continue;
        }
        held++;
        chunk = chunk * 10 + (Limb)(*s - '0');
        scale *= 10;
        if (scale == 1000000000) {
            x->n = limbs_mul_limb(x->limb, x->limb, x->n, scale, chunk);
            chunk = 0;
            scale = 1;
        }
    }
    x->n = limbs_mul_limb(x->limb, x->limb, x->n, scale, chunk);
    return t->exponent - (held > WORD_DIGITS ? held - WORD_DIGITS : 0);
}

// Compares the value with the midpoint of the float of these bits and the next one.
static bool rounds_up(const FloatFormat *format, const Text *t, uint64_t bits) {
    Exact x, midpoint;
    bool more;
    int stored = format->mantissa_bits - 1;
    int64_t field = (int64_t)(bits >> stored);
    uint64_t mantissa = bits & (((uint64_t)1 << stored) - 1);
    mantissa |= (uint64_t)(field > 0) << stored;
    int64_t binary = (field > 0 ? field - 1 : 0) + format->min_exponent - 1;
    midpoint.n = limbs_from_u64(midpoint.limb, 2 * mantissa + 1);
    int64_t exponent = read_exact(&x, t, &more);
    if (exponent >= 0) {
        multiply_by_five(&x, exponent);
    } else {
        multiply_by_five(&midpoint, -exponent);
    }
    if (exponent >= binary) {
        shift_exact(&x, exponent - binary);
    } else {
        shift_exact(&midpoint, binary - exponent);
    }
    int order = limbs_cmp(x.limb, x.n, midpoint.limb, midpoint.n);
    return order > 0 || (order == 0 && (more || mantissa % 2 != 0));
}

static uint64_t parse(const FloatFormat *format, const char *text, size_t n, bool *ok) {
    Text t;
    *ok = read_text(&t, text, n);
    if (!*ok || t.word == 0 || t.exponent < -343) { // below 10 ** 19 * 10 ** -344
        return 0;
    }
    if (t.exponent > 308) {
        return format->infinity_bits;
    }
    uint64_t bits;
    if (!encode_bounds(format, &t, &bits) && bits < format->infinity_bits) {
        bits += rounds_up(format, &t, bits);
    }
    return bits;
}

double decimal_parse(const char *text, size_t n, bool *ok) {
    uint64_t bits = parse(&float_format64, text, n, ok);
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

float decimal_parse32(const char *text, size_t n, bool *ok) {
    uint32_t bits = (uint32_t)parse(&float_format32, text, n, ok);
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

// ---- round(): to digits and back

enum { ROUND_TEXT = DECIMAL_SHORTEST_MAX + 16 };

// |x| rounded, as "digits e exponent". If ndigits makes that more than 17 digits, 17 of them still
// read back as x.
static size_t rounded_text(char text[ROUND_TEXT], const Binary *x, int ndigits) {
    int point;
    int n = binary_fixed(x, DECIMAL_AFTER_POINT, ndigits, text, DECIMAL_SHORTEST_MAX, &point);
    if (n == 0) {
        text[n++] = '0';
    }
    char *out = text + n;
    int exponent = point - n;
    *out++ = 'e';
    if (exponent < 0) {
        *out++ = '-';
        exponent = -exponent;
    }
    assert(exponent < 1000);
    *out++ = (char)('0' + exponent / 100);
    *out++ = (char)('0' + exponent / 10 % 10);
    *out++ = (char)('0' + exponent % 10);
    return (size_t)(out - text);
}

double decimal_round(double x, int ndigits) {
    char text[ROUND_TEXT];
    bool ok;
    Binary b = float_decode64(x);
    double rounded = decimal_parse(text, rounded_text(text, &b, ndigits), &ok);
    assert(ok);
    return b.negative ? -rounded : rounded;
}

float decimal_round32(float x, int ndigits) {
    char text[ROUND_TEXT];
    bool ok;
    Binary b = float_decode32(x);
    float rounded = decimal_parse32(text, rounded_text(text, &b, ndigits), &ok);
    assert(ok);
    return b.negative ? -rounded : rounded;
}
