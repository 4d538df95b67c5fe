// SPDX-License-Identifier: MIT
// int_text.c: ints from and to text.
#include "error.h"
#include "objects/int_view.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include "text/unicode.h"
#include <assert.h>

enum { WORD_DIGITS = WORD_BITS == 64 ? 18 : 9 }; // so many decimal digits fit the small range

// ---- the limit ------------------------------------------------------------------------------------------

bool int_digits_exceed(size_t digits, int base) {
    assert(base >= 2 && base <= 36);
    return digits > rt.digits_limit && rt.digits_limit && (base & (base - 1)) != 0;
}

static _Noreturn void raise_too_long(void) {
    raise_value_error("Exceeds the limit (%d digits) for integer string conversion; use "
                      "sys.set_int_max_str_digits() to increase the limit", (int)rt.digits_limit);
}

// ---- from text --------------------------------------------------------------------------------------

static bool is_space(char c) {
    return unicode_is_space((uint8_t)c) && (uint8_t)c < 0x80;
}

typedef struct Digits {
    const char *at, *end;
    int base;
    bool negative;
    size_t underscores;
} Digits;

static int prefix_base(char letter) {
    switch (letter | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
    }
}

// Finds the base by the prefix, and steps over that. False if "0" starts a decimal number whose
// base was left open and which is not zero.
static bool take_prefix(Digits *d) {
    if (d->end - d->at < 2 || d->at[0] != '0') {
        d->base = d->base ? d->base : 10;
        return true;
    }
    int base = prefix_base(d->at[1]);
    if (base && (d->base == 0 || d->base == base)) {
        d->base = base;
        d->at += 2;
        if (d->at < d->end && *d->at == '_') {
            d->at++;
        }
        return true;
    }
    if (d->base == 0) {
        d->base = 10;
        for (const char *p = d->at; p < d->end; p++) {
            poll_interrupt();
            if (*p != '0' && *p != '_') {
                return false;
            }
        }
    }
    return true;
}

// Are the characters digits of the base, with single underscores between them?
static bool check_digits(Digits *d) {
    bool digit = false;
    for (const char *p = d->at; p < d->end; p++) {
        poll_interrupt();
        if (*p == '_') {
            if (!digit) {
                return false;
            }
            digit = false;
            d->underscores++;
        } else if (limbs_digit_value(*p) < (unsigned)d->base) {
            digit = true;
        } else {
            return false;
        }
    }
    return digit;
}

static bool take_apart(Digits *d) {
    while (d->at < d->end && is_space(*d->at)) {
        poll_interrupt();
        d->at++;
    }
    while (d->at < d->end && is_space(d->end[-1])) {
        poll_interrupt();
        d->end--;
    }
    if (d->at < d->end && (*d->at == '-' || *d->at == '+')) {
        d->negative = *d->at++ == '-';
    }
    return take_prefix(d) && check_digits(d);
}

static Value short_value(const Digits *d) {
    assert(d->base >= 2 && d->base <= 36);
    intptr_t n = 0;
    for (const char *p = d->at; p < d->end; p++) {
        if (*p != '_') {
            n = n * d->base + (intptr_t)limbs_digit_value(*p);
        }
    }
    return int_value(d->negative ? -n : n);
}

// The digits without underscores, in a cell of their own.
static Str *plain_digits(const Digits *d) {
    Str *s = str_alloc((size_t)(d->end - d->at));
    char *out = s->text;
    for (const char *p = d->at; p < d->end; p++) {
        poll_interrupt();
        if (*p != '_') {
            *out++ = *p;
        }
    }
    s->size = (uint32_t)(out - s->text);
    return s;
}

static Value long_value(const Digits *d) {
    assert(d->base >= 2 && d->base <= 36 && d->at < d->end);
    Str *copy = d->underscores ? plain_digits(d) : NULL;
    const char *text = copy ? copy->text : d->at;
    size_t n = copy ? copy->size : (size_t)(d->end - d->at);
    size_t scratch = limbs_from_text_scratch(n, (unsigned)d->base);
    BigInt *big = int_alloc(limbs_from_text_capacity(n, (unsigned)d->base));
    Scratch *s = scratch ? scratch_new(scratch) : NULL;
    size_t count = limbs_from_text(big->limbs, text, n, (unsigned)d->base, s ? s->limbs : NULL);
    scratch_free(s);
    return int_finish(big, count, d->negative);
}

Value int_parse(const char *text, size_t size, int base, bool *ok) {
    Digits d = {.at = text, .end = text + size, .base = base};
    *ok = take_apart(&d);
    if (!*ok) {
        return int_value(0);
    }
    assert(d.base >= 2 && d.base <= 36);
    size_t n = (size_t)(d.end - d.at);
    if (UNLIKELY(int_digits_exceed(n - d.underscores, d.base))) {
        raise_value_error("Exceeds the limit (%d digits) for integer string conversion: value has %z "
                          "digits; use sys.set_int_max_str_digits() to increase the limit",
                          (int)rt.digits_limit, (intptr_t)(n - d.underscores));
    }
    return n <= WORD_DIGITS && d.base <= 10 ? short_value(&d)
           : n * 6 < WORD_BITS - 2          ? short_value(&d)
                                            : long_value(&d);
}

Value number_ascii(Value v) {
    const Str *s = str_of(v);
    if (s->ascii) {
        return v;
    }
    StrBuilder b;
    builder_init(&b, s->size);
    const char *end = s->text + s->size;
    for (const char *p = s->text; p < end;) {
        poll_interrupt();
        uint32_t c = utf8_next(&p);
        int digit = c < 128 ? -1 : unicode_decimal_value(c);
        bool space = c >= 128 && unicode_is_space(c);
        builder_add_byte(&b, digit >= 0 ? (uint8_t)('0' + digit) : space ? ' ' : c < 128 ? (uint8_t)c
                                                                                         : '?');
    }
    return builder_finish(&b);
}

Value int_from_literal(const char *text, size_t size, int base, Value shown) {
    bool ok;
    Value n = int_parse(text, size, base, &ok);
    if (!ok) {
        raise_value_error("invalid literal for int() with base %d: %V", base, shown);
    }
    return n;
}

// ---- to text ----------------------------------------------------------------------------------------

// Writes the digits of n to the left of text[at]; returns where they start. Inline: division by a
// number that is known is much faster.
static inline size_t put_digits(char *text, size_t at, uintptr_t n, unsigned base) {
    do {
        text[--at] = "0123456789abcdefghijklmnopqrstuvwxyz"[n % base];
        n /= base;
    } while (n);
    return at;
}

static Value small_text(intptr_t n, unsigned base) {
    assert(base >= 2 && base <= 36);
    char text[WORD_BITS + 2];
    uintptr_t m = n < 0 ? 0 - (uintptr_t)n : (uintptr_t)n;
    size_t at = base == 10 ? put_digits(text, sizeof text, m, 10)
                           : put_digits(text, sizeof text, m, base);
    if (n < 0) {
        text[--at] = '-';
    }
    return sizeof text - at == 1 ? str_from_char((uint8_t)text[at])
                                 : str_new(text + at, sizeof text - at);
}

static Value big_text(Value n, unsigned base) {
    assert(base >= 2 && base <= 36);
    IntView v;
    int_view(&v, n);
    // A digit takes 3.32 bits: this many are needed at least.
    if (int_digits_exceed((v.count - 1) * LIMB_BITS * 3 / 10, (int)base)) {
        raise_too_long();
    }
    size_t scratch = limbs_to_text_scratch(v.count, base);
    Str *text = str_alloc(size_add(limbs_text_capacity(v.count, base), 1));
    Scratch *s = scratch ? scratch_new(scratch) : NULL;
    text->text[0] = '-';
    size_t size = limbs_to_text(text->text + v.negative, v.limbs, v.count, base,
                                s ? s->limbs : NULL);
    scratch_free(s);
    if (int_digits_exceed(size, (int)base)) {
        raise_too_long();
    }
    return str_finish(text, size + v.negative);
}

static Value upper_case(Value v) {
    Str *s = str_alloc(str_of(v)->size);
    for (size_t i = 0; i < s->size; i++) {
        poll_interrupt();
        char c = str_of(v)->text[i];
        s->text[i] = c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
    }
    return str_finish(s, s->size);
}

Value int_to_text(Value n, int base, bool upper) {
    assert(base >= 2 && base <= 36);
    Value text = is_int(n) ? small_text(int_of(n), (unsigned)base) : big_text(n, (unsigned)base);
    return upper && base > 10 ? upper_case(text) : text;
}
