// SPDX-License-Identifier: MIT
// float_methods.c: the methods of float: rounding, ratios, hexadecimal text.
#include "error.h"
#include "number/decimal.h"
#include "objects/containers.h"
#include "objects/float_math.h"
#include "objects/int_view.h"
#include "objects/protocol.h"
#include "text/str.h"
#include "text/unicode.h"
#include <assert.h>

// ---- to int -----------------------------------------------------------------------------------------

static Value float_trunc(Value self) {
    return int_from_float(float_of(self));
}

static Value float_floor(Value self) {
    return int_from_float(real_floor(float_of(self)));
}

static Value float_ceil(Value self) {
    return int_from_float(real_ceil(float_of(self)));
}

static Float half_even(Float x) {
    Float low = real_floor(x), over = x - low;
    bool odd = real_fmod(low, 2) != 0;
    return over > (Float)0.5 || (over == (Float)0.5 && odd) ? low + 1 : low;
}

static Float round_digits(Float x, intptr_t digits) {
    enum { LIMIT = 400 }; // beyond all digits of a float
    if (!real_is_finite(x) || digits > LIMIT) {
        return x;
    }
    if (digits < -LIMIT) {
        return x * 0;
    }
    Float r = REAL_IS_DOUBLE ? (Float)decimal_round((double)x, (int)digits)
                             : (Float)decimal_round32((float)x, (int)digits);
    if (!real_is_finite(r)) {
        raise_overflow("rounded value too large to represent");
    }
    return r;
}

static Value float_round_method(size_t n, const Value *args) {
    Float x = float_of(args[0]);
    if (n < 2 || is_none(args[1])) {
        return int_from_float(half_even(x));
    }
    return float_value(round_digits(x, to_intptr_clamped(args[1])));
}

static Value float_is_integer(Value self) {
    Float x = float_of(self);
    return bool_value(real_is_finite(x) && real_floor(x) == x);
}

static Value float_as_integer_ratio(Value self) {
    Float x = float_of(self);
    if (real_is_nan(x)) {
        raise_value_error("cannot convert NaN to integer ratio");
    }
    if (real_is_inf(x)) {
        raise_overflow("cannot convert Infinity to integer ratio");
    }
    int exponent;
    Float fraction = real_frexp(x, &exponent);
    while (fraction != real_floor(fraction)) {
        fraction *= 2;
        exponent--;
    }
    Value n = int_from_float(fraction), one = int_value(1);
    if (exponent >= 0) {
        return tuple_pair(int_shift_left(n, (size_t)exponent), one);
    }
    return tuple_pair(n, int_shift_left(one, (size_t)-exponent));
}

// ---- hexadecimal text ---------------------------------------------------------------------------------

enum {
    HEX_DIGITS = (FLOAT_MANTISSA_BITS + 3) / 4,
    EXPONENT_BIAS = (1 << (FLOAT_EXPONENT_BITS - 1)) - 1,
};

static Value float_hex(Value self) {
    Float x = float_of(self);
    if (!real_is_finite(x)) {
        return float_repr(x);
    }
    const char *sign = real_is_negative(x) ? "-" : "";
    if (x == 0) {
        return str_formatted("%s0x0.0p+0", sign);
    }
    FloatBits bits = float_bits(x);
    int exponent = (int)(bits >> FLOAT_MANTISSA_BITS & ((1u << FLOAT_EXPONENT_BITS) - 1));
    uint64_t mantissa = (uint64_t)(bits & (((FloatBits)1 << FLOAT_MANTISSA_BITS) - 1))
                        << (HEX_DIGITS * 4 - FLOAT_MANTISSA_BITS);
    char digits[HEX_DIGITS + 1];
    for (int i = 0; i < HEX_DIGITS; i++) {
        digits[i] = "0123456789abcdef"[mantissa >> (4 * (HEX_DIGITS - 1 - i)) & 15];
    }
    digits[HEX_DIGITS] = 0;
    int power = (exponent ? exponent : 1) - EXPONENT_BIAS;
    return str_formatted("%s0x%d.%sp%s%d", sign, exponent != 0, digits, power < 0 ? "" : "+", power);
}

static int hex_digit(char c) {
    unsigned v = limbs_digit_value(c);
    return v < 16 ? (int)v : -1;
}

// mantissa * 2 ** exponent, and more if inexact.
typedef struct HexNumber {
    uint64_t mantissa;
    bool inexact;
    int64_t exponent;
    size_t digits;
} HexNumber;

static const char *hex_digits(const char *p, const char *end, HexNumber *h, bool fraction) {
    assert(p <= end);
    for (; p < end && hex_digit(*p) >= 0; p++, h->digits++) {
        int digit = hex_digit(*p);
        if (h->mantissa >> 60) { // full
            h->inexact = h->inexact || digit;
            h->exponent += fraction ? 0 : 4;
        } else {
            h->mantissa = h->mantissa << 4 | (unsigned)digit;
            h->exponent -= fraction ? 4 : 0;
        }
    }
    return p;
}

// p123: false if it is malformed. No exponent is fine.
static bool hex_exponent(const char **at, const char *end, HexNumber *h) {
    const char *p = *at;
    if (p == end || (*p | 0x20) != 'p') {
        return true;
    }
    p++;
    bool negative = p < end && *p == '-';
    p += negative || (p < end && *p == '+');
    if (p == end || *p < '0' || *p > '9') {
        return false;
    }
    int64_t e = 0;
    for (; p < end && *p >= '0' && *p <= '9'; p++) {
        e = e < INT32_MAX ? e * 10 + (*p - '0') : e;
    }
    h->exponent += negative ? -e : e;
    *at = p;
    return true;
}

static bool hex_scan(const char *p, const char *end, Float *out) {
    HexNumber h = {0, false, 0, 0};
    if (end - p >= 2 && p[0] == '0' && (p[1] | 0x20) == 'x') {
        p += 2;
    }
    p = hex_digits(p, end, &h, false);
    if (p < end && *p == '.') {
        p = hex_digits(p + 1, end, &h, true);
    }
    if (h.digits == 0 || !hex_exponent(&p, end, &h) || p != end) {
        return false;
    }
    *out = 0;
    if (h.mantissa) {
        int zeros = __builtin_clzll(h.mantissa);
        *out = float_rounded(h.mantissa << zeros, h.inexact, h.exponent - zeros);
    }
    if (!real_is_finite(*out)) {
        raise_overflow("hexadecimal value too large to represent as a float");
    }
    return true;
}

static bool is_word(const char *p, const char *end, const char *word) {
    assert(p <= end);
    size_t n = strlen(word);
    if ((size_t)(end - p) != n) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        if ((p[i] | 0x20) != word[i]) {
            return false;
        }
    }
    return true;
}

static Value of_class(Value cls, Value v) {
    return same(cls, type_value(&float_type)) ? v : op_call_1(cls, v);
}

static Value float_fromhex(size_t n, const Value *args) {
    const Str *s = str_arg(args[1], "fromhex() argument");
    const char *p = s->text, *end = s->text + s->size;
    while (p < end && unicode_is_space((uint8_t)*p) && (uint8_t)*p < 0x80) {
        p++;
    }
    while (p < end && unicode_is_space((uint8_t)end[-1]) && (uint8_t)end[-1] < 0x80) {
        end--;
    }
    bool negative = p < end && *p == '-';
    p += negative || (p < end && *p == '+');
    Float x = is_word(p, end, "nan") ? REAL_NAN : REAL_INFINITY;
    bool word = is_word(p, end, "nan") || is_word(p, end, "inf") || is_word(p, end, "infinity");
    if (!word && !hex_scan(p, end, &x)) {
        raise_value_error("invalid hexadecimal floating-point string");
    }
    return of_class(args[0], float_value(negative ? -x : x));
}

// ---- others -------------------------------------------------------------------------------------------

static Value float_from_number(size_t n, const Value *args) {
    return of_class(args[0], float_value(to_float(args[1])));
}

static Value float_itself(Value self) {
    return self;
}

static Value float_imag(Value self) {
    return float_value(0);
}

static Value float_getnewargs(Value self) {
    return tuple_new(&self, 1);
}

const Native float_methods[] = {
    METHOD_1(N___ceil__, float_ceil),
    METHOD_1(N___float__, float_itself),
    METHOD_1(N___floor__, float_floor),
    METHOD_WHOLE_2(N___format__, format_method),
    METHOD_1(N___getnewargs__, float_getnewargs),
    METHOD_1(N___int__, float_trunc),
    METHOD_VAR(N___round__, float_round_method, 1, 2),
    METHOD_1(N___trunc__, float_trunc),
    METHOD_1(N_as_integer_ratio, float_as_integer_ratio),
    METHOD_1(N_conjugate, float_itself),
    CLASSMETHOD_VAR(N_from_number, float_from_number, 2, 2),
    CLASSMETHOD_VAR(N_fromhex, float_fromhex, 2, 2),
    METHOD_1(N_hex, float_hex),
    GETTER(N_imag, float_imag),
    METHOD_1(N_is_integer, float_is_integer),
    GETTER(N_real, float_itself),
    NATIVE_END,
};
