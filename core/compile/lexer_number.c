// SPDX-License-Identifier: MIT
// lexer_number.c: number literals. The grammar is checked here, with the wording of the
// reference; the value comes from the number types.
#include "compile/lexer.h"
#include "error.h"
#include "objects/number.h"
#include "state.h"
#include <assert.h>

static bool is_digit(int c) {
    return c >= '0' && c <= '9';
}

static bool is_hex(int c) {
    return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

// A keyword may follow a number without a space: 1if x else 2.
static bool keyword_follows(Lexer *lx, int c) {
    static const char *const words[] = {"and", "else", "for", "if", "in", "is", "not", "or"};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        size_t n = 0;
        if (c != words[i][0]) {
            continue;
        }
        while (words[i][n] && lexer_byte(lx, n) == words[i][n]) {
            n++;
        }
        if (!words[i][n]) {
            return true;
        }
    }
    return false;
}

static void check_end(Lexer *lx, const char *kind) {
    int c = lexer_byte(lx, 0);
    if (lexer_is_name_char(lx, c) && !keyword_follows(lx, c)) {
        lexer_error(lx, "invalid %s literal", kind);
    }
}

// Digits with single underscores between them. At a digit, or nothing happens.
static void decimal_digits(Lexer *lx) {
    while (is_digit(lexer_byte(lx, 0))) {
        while (is_digit(lexer_byte(lx, 0))) {
            lx->in.pos++;
        }
        if (lexer_byte(lx, 0) != '_') {
            return;
        }
        lx->in.pos++;
        if (!is_digit(lexer_byte(lx, 0))) {
            lexer_error(lx, "invalid decimal literal");
        }
    }
}

static bool is_digit_of(int c, int base) {
    assert(base == 2 || base == 8 || base == 10 || base == 16);
    return base == 16 ? is_hex(c) : c >= '0' && c < '0' + base;
}

static void prefixed_digits(Lexer *lx, int base, const char *kind) {
    assert(base == 2 || base == 8 || base == 16);
    lx->in.pos += 2;
    do {
        if (lexer_byte(lx, 0) == '_') {
            lx->in.pos++;
        }
        int c = lexer_byte(lx, 0);
        if (!is_digit_of(c, base)) {
            if (is_digit(c)) {
                lx->in.pos++;
                lexer_error(lx, "invalid digit '%c' in %s literal", (uint32_t)c, kind);
            }
            lexer_error(lx, "invalid %s literal", kind);
        }
        while (is_digit_of(lexer_byte(lx, 0), base)) {
            lx->in.pos++;
        }
    } while (lexer_byte(lx, 0) == '_');
    int c = lexer_byte(lx, 0);
    if (is_digit(c)) {
        lx->in.pos++;
        lexer_error(lx, "invalid digit '%c' in %s literal", (uint32_t)c, kind);
    }
    check_end(lx, kind);
}

static bool prefixed_number(Lexer *lx) {
    if (lexer_byte(lx, 0) != '0') {
        return false;
    }
    switch (lexer_byte(lx, 1) | 0x20) {
    case 'x': prefixed_digits(lx, 16, "hexadecimal"); return true;
    case 'o': prefixed_digits(lx, 8, "octal"); return true;
    case 'b': prefixed_digits(lx, 2, "binary"); return true;
    default: return false;
    }
}

// The exponent of a float, if there is one.
static bool exponent(Lexer *lx) {
    int e = lexer_byte(lx, 0);
    if (e != 'e' && e != 'E') {
        return false;
    }
    int c = lexer_byte(lx, 1);
    if (c == '+' || c == '-') {
        if (!is_digit(lexer_byte(lx, 2))) {
            lx->in.pos += 2;
            lexer_error(lx, "invalid decimal literal");
        }
        lx->in.pos += 2;
    } else if (is_digit(c)) {
        lx->in.pos++;
    } else {
        return false;
    }
    decimal_digits(lx);
    return true;
}

// 0, 00 and 0_0 are zero; other ints must not start with 0.
static void check_leading_zero(Lexer *lx, const Token *t) {
    const char *text = lexer_text(lx, t->start);
    size_t size = lexer_offset(lx) - t->start;
    if (text[0] != '0') {
        return;
    }
    for (size_t i = 0; i < size; i++) {
        poll_interrupt();
        if (text[i] != '0' && text[i] != '_') {
            lexer_error_at_start(lx, t, "leading zeros in decimal integer literals are not "
                                        "permitted; use an 0o prefix for octal integers");
        }
    }
}

static Value float_literal(Lexer *lx, const Token *t, size_t size, bool imaginary) {
    assert(size > 0);
    bool ok = false;
    Value v = float_parse(lexer_text(lx, t->start), size, &ok);
    if (!ok) {
        lexer_error_at_start(lx, t, "invalid decimal literal");
    }
    return imaginary ? complex_new(0, float_of(v)) : v;
}

static void check_digit_count(Lexer *lx, const Token *t, size_t size) {
    const char *text = lexer_text(lx, t->start);
    size_t digits = 0;
    for (size_t i = 0; i < size; i++) {
        poll_interrupt();
        digits += text[i] != '_';
    }
    if (int_digits_exceed(digits, 10)) {
        lexer_error_at_start(lx, t, "Exceeds the limit (%d digits) for integer string conversion: "
                             "value has %z digits; use sys.set_int_max_str_digits() to increase "
                             "the limit - Consider hexadecimal for huge integer literals to avoid "
                             "decimal conversion limits.", (int)rt.digits_limit, (intptr_t)digits);
    }
}

static Value int_literal(Lexer *lx, const Token *t, size_t size, int base) {
    assert(size > 0);
    bool ok = false;
    if (base == 10 && int_digits_exceed(size, base)) { // underscores are not counted here
        check_digit_count(lx, t, size);
    }
    Value v = int_parse(lexer_text(lx, t->start), size, base, &ok);
    if (!ok) {
        lexer_error_at_start(lx, t, "invalid decimal literal");
    }
    return v;
}

void lexer_number(Lexer *lx, Token *t) {
    assert(is_digit(lexer_byte(lx, 0)) || lexer_byte(lx, 0) == '.');
    if (prefixed_number(lx)) {
        lexer_finish(lx, t, TOK_NUMBER);
        if (!lx->scanning) {
            t->value = int_literal(lx, t, lexer_offset(lx) - t->start, 0);
        }
        return;
    }
    decimal_digits(lx);
    bool is_float = lexer_byte(lx, 0) == '.';
    if (is_float) {
        lx->in.pos++;
        decimal_digits(lx);
    }
    is_float |= exponent(lx);
    size_t size = lexer_offset(lx) - t->start;
    bool imaginary = (lexer_byte(lx, 0) | 0x20) == 'j';
    if (imaginary) {
        lx->in.pos++;
    } else if (!is_float) {
        check_leading_zero(lx, t);
    }
    check_end(lx, imaginary ? "imaginary" : "decimal");
    lexer_finish(lx, t, TOK_NUMBER);
    if (!lx->scanning) {
        t->value = is_float || imaginary ? float_literal(lx, t, size, imaginary)
                                         : int_literal(lx, t, size, 10);
    }
}
