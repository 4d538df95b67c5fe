// SPDX-License-Identifier: MIT
// float_text.c: floats from and to text, decimal.
#include "error.h"
#include "number/decimal.h"
#include "objects/float_math.h"
#include "objects/int_view.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include "text/unicode.h"
#include <assert.h>

enum { REPR_MAX = 128 };

Value float_repr(Float x) {
    char text[REPR_MAX];
    size_t size;
    if (REAL_IS_DOUBLE) {
        assert(decimal_format_capacity((double)x, -1, 'r') <= sizeof text);
        size = decimal_format(text, sizeof text, (double)x, -1, 'r', DECIMAL_ADD_DOT_0);
    } else {
        assert(decimal_format_capacity32((float)x, -1, 'r') <= sizeof text);
        size = decimal_format32(text, sizeof text, (float)x, -1, 'r', DECIMAL_ADD_DOT_0);
    }
    return str_new(text, size);
}

// ---- parsing --------------------------------------------------------------------------------------

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Does the text start with this word, in either case? The word is in lower case.
static bool starts_with(const char *at, const char *end, const char *word) {
    assert(at <= end);
    size_t n = strlen(word);
    if ((size_t)(end - at) < n) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        if ((at[i] | 0x20) != word[i]) {
            return false;
        }
    }
    return true;
}

static const char *skip_digits(const char *p, const char *end) {
    assert(p <= end);
    while (p < end && is_digit(*p)) {
        poll_interrupt();
        p++;
    }
    return p;
}

// Behind the digits, point and exponent at p; NULL if no digit is there.
static const char *skip_decimal(const char *p, const char *end) {
    const char *start = p;
    p = skip_digits(p, end);
    size_t digits = (size_t)(p - start);
    if (p < end && *p == '.') {
        const char *fraction = p + 1;
        p = skip_digits(fraction, end);
        digits += (size_t)(p - fraction);
    }
    if (digits == 0) {
        return NULL;
    }
    if (p < end && (*p | 0x20) == 'e') {
        const char *e = p + 1;
        e += e < end && (*e == '+' || *e == '-');
        p = e < end && is_digit(*e) ? skip_digits(e, end) : p;
    }
    return p;
}

static bool scan_magnitude(const char **at, const char *end, Float *out) {
    if (starts_with(*at, end, "inf")) {
        *at += starts_with(*at, end, "infinity") ? 8 : 3;
        *out = REAL_INFINITY;
        return true;
    }
    if (starts_with(*at, end, "nan")) {
        *at += 3;
        *out = REAL_NAN;
        return true;
    }
    const char *start = *at, *stop = skip_decimal(start, end);
    if (!stop) {
        return false;
    }
    bool ok;
    size_t size = (size_t)(stop - start);
    *out = REAL_IS_DOUBLE ? (Float)decimal_parse(start, size, &ok)
                          : (Float)decimal_parse32(start, size, &ok);
    *at = stop;
    return ok;
}

bool float_scan(const char **at, const char *end, Float *out) {
    assert(*at <= end);
    bool negative = *at < end && **at == '-';
    *at += negative || (*at < end && **at == '+');
    if (!scan_magnitude(at, end, out)) {
        return false;
    }
    *out = negative ? -*out : *out;
    return true;
}

static bool is_space(char c) {
    return (uint8_t)c < 0x80 && unicode_is_space((uint8_t)c);
}

Value number_clean(const char *text, size_t size) {
    const char *at = text, *end = text + size;
    while (at < end && is_space(*at)) {
        poll_interrupt();
        at++;
    }
    while (at < end && is_space(end[-1])) {
        poll_interrupt();
        end--;
    }
    Str *s = str_alloc((size_t)(end - at));
    char *out = s->text;
    for (const char *p = at; p < end; p++) {
        poll_interrupt();
        if (*p != '_') {
            *out++ = *p;
        } else if (p == at || p + 1 == end || !is_digit(p[-1]) || !is_digit(p[1])) {
            return ABSENT;
        }
    }
    return str_finish(s, (size_t)(out - s->text));
}

Value float_parse(const char *text, size_t size, bool *ok) {
    Float x = 0;
    const char *at = text, *end = text + size;
    *ok = float_scan(&at, end, &x) && at == end;
    if (!*ok) { // not the plain form: spaces, underscores
        Value clean = number_clean(text, size);
        if (is_present(clean)) {
            at = str_of(clean)->text;
            end = at + str_of(clean)->size;
            *ok = float_scan(&at, end, &x) && at == end;
        }
    }
    return float_value(*ok ? x : 0);
}

Value float_from_literal(const char *text, size_t size, Value shown) {
    bool ok;
    Value v = float_parse(text, size, &ok);
    if (!ok) {
        raise_value_error("could not convert string to float: %V", shown);
    }
    return v;
}
