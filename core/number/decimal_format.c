// SPDX-License-Identifier: MIT
//
// Floats laid out as text: the presentation types of Python's format(). The digits are made at the
// start of the output, moved to its end, and laid out from there to the start: the text that is
// still to be written is never shorter than the digits still to be read.

#include "decimal_core.h"

#include <assert.h>
#include <string.h>

enum {
    DEFAULT_PRECISION = 6,
    REPR_MAX_POINT = 16,    // repr: fixed notation below 10 ** 16
    FIXED_MIN_POINT = -3,   // and, as in type g, from 10 ** -4
    MARGIN = 32,            // sign, point, exponent, '%', "0.000", 17 digits of repr
};

typedef struct {
    char *out;
    const char *digits;
    int n;
    int point;
} Layout;

static bool is_upper(char type) {
    return type >= 'A' && type <= 'Z';
}

// Writes the digits at positions from to to - 1, counted from the first; zeros where there are
// none.
static void put_digits(Layout *l, int from, int to) {
    for (int i = from; i < to; i++) {
        *l->out++ = i >= 0 && i < l->n ? l->digits[i] : '0';
    }
}

static void put_fixed(Layout *l, int decimals, bool with_point) {
    if (l->point > 0) {
        put_digits(l, 0, l->point);
    } else {
        *l->out++ = '0';
    }
    if (with_point || decimals > 0) {
        *l->out++ = '.';
    }
    put_digits(l, l->point, l->point + decimals);
}

static void put_exponent(Layout *l, int decimals, bool with_point, char letter) {
    put_digits(l, 0, 1);
    if (with_point || decimals > 0) {
        *l->out++ = '.';
    }
    put_digits(l, 1, 1 + decimals);
    int exponent = l->point - 1, size = exponent < 0 ? -exponent : exponent;
    *l->out++ = letter;
    *l->out++ = exponent < 0 ? '-' : '+';
    if (size >= 100) {
        *l->out++ = (char)('0' + size / 100);
    }
    *l->out++ = (char)('0' + size / 10 % 10);
    *l->out++ = (char)('0' + size % 10);
}

// Types g and r: the notation depends on the value. `decimals` are those to fill up with zeros.
static void put_general(Layout *l, int precision, char type, unsigned flags) {
    bool with_point = (flags & DECIMAL_ALT) != 0, fill = with_point && type != 'r';
    bool dot_0 = (flags & DECIMAL_ADD_DOT_0) != 0;
    int max_point = type == 'r' ? REPR_MAX_POINT : precision - dot_0;
    int n = fill ? precision : l->n;
    if (l->point < FIXED_MIN_POINT || l->point > max_point) {
        put_exponent(l, n > 0 ? n - 1 : 0, with_point, is_upper(type) ? 'E' : 'e');
        return;
    }
    int decimals = n > l->point ? n - l->point : 0;
    put_fixed(l, decimals == 0 && dot_0 ? 1 : decimals, with_point);
}

static char *put_special(char *out, FloatKind kind, char type) {
    const char *text = kind == FLOAT_NAN ? "nan" : "inf";
    for (; *text != '\0'; text++) {
        *out++ = (char)(is_upper(type) ? *text - ('a' - 'A') : *text);
    }
    return out;
}

static char *put_sign(char *out, bool negative, unsigned flags) {
    if (negative) {
        *out++ = '-';
    } else if ((flags & DECIMAL_SIGN_PLUS) != 0) {
        *out++ = '+';
    } else if ((flags & DECIMAL_SIGN_SPACE) != 0) {
        *out++ = ' ';
    }
    return out;
}

// Makes the digits at the start of the output; returns how many.
static int make_digits(char *out, size_t cap, const Binary *x, int precision, char type,
                       int *point) {
    switch (type | 0x20) {
    case 'r': {
        int n = binary_shortest(x, out, point);
        return x->mantissa == 0 ? 0 : n;
    }
    case 'e': return binary_fixed(x, DECIMAL_SIGNIFICANT, precision + 1, out, cap, point);
    case 'g': return binary_fixed(x, DECIMAL_SIGNIFICANT, precision, out, cap, point);
    default: return binary_fixed(x, DECIMAL_AFTER_POINT, precision, out, cap, point);
    }
}

static void put_finite(Layout *l, int precision, char type, unsigned flags) {
    bool with_point = (flags & DECIMAL_ALT) != 0;
    switch (type | 0x20) {
    case 'r':
    case 'g': put_general(l, precision, type, flags); break;
    case 'e': put_exponent(l, precision, with_point, type); break;
    default: put_fixed(l, precision, with_point); break;
    }
}

// Precision with the default, and 1 in place of 0 where digits are counted from the first.
static int effective_precision(int precision, char type) {
    if (precision < 0) {
        return DEFAULT_PRECISION;
    }
    return precision == 0 && (type | 0x20) == 'g' ? 1 : precision;
}

static size_t format(char *out, size_t cap, const Binary *x, int precision, char type,
                     unsigned flags) {
    char *start = out;
    if (x->kind == FLOAT_FINITE) {
        int point;
        precision = effective_precision(precision, type);
        int n = make_digits(out, cap, x, precision, type, &point);
        char *digits = out + cap - n;
        memmove(digits, out, (size_t)n);
        bool negative = x->negative && (n > 0 || (flags & DECIMAL_NO_NEGATIVE_ZERO) == 0);
        Layout l = {put_sign(out, negative, flags), digits, n, point};
        put_finite(&l, precision, type, flags);
        out = l.out;
    } else {
        out = put_sign(out, x->negative && x->kind == FLOAT_INFINITE, flags);
        out = put_special(out, x->kind, type);
    }
    if (type == '%') {
        *out++ = '%';
    }
    assert((size_t)(out - start) <= cap);
    return (size_t)(out - start);
}

static size_t capacity(const Binary *x, int precision, char type) {
    size_t room = MARGIN;
    if (type != 'r') {
        room += (size_t)effective_precision(precision, type);
    }
    if ((type == 'f' || type == 'F' || type == '%') && x->exponent > -64) {
        room += (size_t)(x->exponent + 64) * 3 / 9; // above log10(2) * bits
    }
    return room;
}

size_t decimal_format(char *out, size_t cap, double x, int precision, char type, unsigned flags) {
    assert(cap >= decimal_format_capacity(x, precision, type));
    Binary b = float_decode64(type == '%' ? x * 100 : x);
    return format(out, cap, &b, precision, type, flags);
}

size_t decimal_format32(char *out, size_t cap, float x, int precision, char type, unsigned flags) {
    assert(cap >= decimal_format_capacity32(x, precision, type));
    Binary b = float_decode32(type == '%' ? x * 100 : x);
    return format(out, cap, &b, precision, type, flags);
}

size_t decimal_format_capacity(double x, int precision, char type) {
    Binary b = float_decode64(x);
    return capacity(&b, precision, type);
}

size_t decimal_format_capacity32(float x, int precision, char type) {
    Binary b = float_decode32(x);
    return capacity(&b, precision, type);
}
