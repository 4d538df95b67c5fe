// SPDX-License-Identifier: MIT
//
// Properties and case mappings of code points, as Python's str methods see them. A leaf: it knows
// nothing of strings. ASCII is answered inline; the rest by tables (unicode_tables.h, made by
// tools/make_unicode.py). Any 32-bit number may be asked about; beyond 0x10ffff all is false.

#ifndef CORE_TEXT_UNICODE_H
#define CORE_TEXT_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

enum {
    UNICODE_ALPHA = 1,
    UNICODE_DECIMAL = 2,
    UNICODE_DIGIT = 4,
    UNICODE_NUMERIC = 8,
    UNICODE_SPACE = 16,
    UNICODE_LOWER = 32,
    UNICODE_UPPER = 64,
    UNICODE_TITLE = 128,
    UNICODE_PRINTABLE = 256,
    UNICODE_XID_START = 512, // with '_', as in Python's grammar
    UNICODE_XID_CONTINUE = 1024,
    UNICODE_CASE_IGNORABLE = 2048, // skipped when looking for the letters around a capital sigma
};

// The properties of a code point above ASCII, a sum of the above.
unsigned unicode_properties(uint32_t c);

// Mappings of any code point. They write 1 to 3 code points and return how many.
int unicode_map_lower(uint32_t c, uint32_t to[3]);
int unicode_map_upper(uint32_t c, uint32_t to[3]);
int unicode_map_title(uint32_t c, uint32_t to[3]);
int unicode_map_fold(uint32_t c, uint32_t to[3]);

// The value 0 to 9 of a decimal digit, such as int() reads; -1 if c is none.
int unicode_decimal_value(uint32_t c);

// The same, also for superscripts, circled digits and the like: those of isdigit().
int unicode_digit_value(uint32_t c);

static inline bool unicode_ascii_lower(uint32_t c) {
    return c - 'a' < 26;
}

static inline bool unicode_ascii_upper(uint32_t c) {
    return c - 'A' < 26;
}

static inline bool unicode_ascii_alpha(uint32_t c) {
    return (c | 0x20) - 'a' < 26;
}

static inline bool unicode_ascii_space(uint32_t c) { // as bytes see it
    return c == ' ' || (c >= 9 && c <= 13);
}

static inline bool unicode_ascii_digit(uint32_t c) {
    return c - '0' < 10;
}

static inline bool unicode_has(uint32_t c, unsigned property) {
    return (unicode_properties(c) & property) != 0;
}

static inline bool unicode_is_alpha(uint32_t c) {
    return c < 128 ? unicode_ascii_alpha(c) : unicode_has(c, UNICODE_ALPHA);
}

static inline bool unicode_is_decimal(uint32_t c) {
    return c < 128 ? unicode_ascii_digit(c) : unicode_has(c, UNICODE_DECIMAL);
}

static inline bool unicode_is_digit(uint32_t c) {
    return c < 128 ? unicode_ascii_digit(c) : unicode_has(c, UNICODE_DIGIT);
}

static inline bool unicode_is_numeric(uint32_t c) {
    return c < 128 ? unicode_ascii_digit(c) : unicode_has(c, UNICODE_NUMERIC);
}

static inline bool unicode_is_alnum(uint32_t c) {
    return c < 128 ? unicode_ascii_alpha(c) || unicode_ascii_digit(c)
                   : unicode_has(c, UNICODE_ALPHA | UNICODE_NUMERIC);
}

static inline bool unicode_is_space(uint32_t c) {
    return c < 128 ? c == ' ' || c - 9 < 5 || c - 0x1c < 4 : unicode_has(c, UNICODE_SPACE);
}

static inline bool unicode_is_lower(uint32_t c) {
    return c < 128 ? unicode_ascii_lower(c) : unicode_has(c, UNICODE_LOWER);
}

static inline bool unicode_is_upper(uint32_t c) {
    return c < 128 ? unicode_ascii_upper(c) : unicode_has(c, UNICODE_UPPER);
}

static inline bool unicode_is_title(uint32_t c) {
    return c >= 128 && unicode_has(c, UNICODE_TITLE);
}

static inline bool unicode_is_cased(uint32_t c) {
    return c < 128 ? unicode_ascii_alpha(c)
                   : unicode_has(c, UNICODE_LOWER | UNICODE_UPPER | UNICODE_TITLE);
}

static inline bool unicode_is_case_ignorable(uint32_t c) {
    return c < 128 ? c == '\'' || c == '.' || c == ':' || c == '^' || c == '`'
                   : unicode_has(c, UNICODE_CASE_IGNORABLE);
}

static inline bool unicode_is_printable(uint32_t c) {
    return c < 128 ? c - ' ' < 95 : unicode_has(c, UNICODE_PRINTABLE);
}

static inline bool unicode_is_xid_start(uint32_t c) {
    return c < 128 ? unicode_ascii_alpha(c) || c == '_' : unicode_has(c, UNICODE_XID_START);
}

static inline bool unicode_is_xid_continue(uint32_t c) {
    return c < 128 ? unicode_ascii_alpha(c) || unicode_ascii_digit(c) || c == '_'
                   : unicode_has(c, UNICODE_XID_CONTINUE);
}

static inline int unicode_to_lower(uint32_t c, uint32_t to[3]) {
    if (c < 128) {
        to[0] = unicode_ascii_upper(c) ? c + 32 : c;
        return 1;
    }
    return unicode_map_lower(c, to);
}

static inline int unicode_to_upper(uint32_t c, uint32_t to[3]) {
    if (c < 128) {
        to[0] = unicode_ascii_lower(c) ? c - 32 : c;
        return 1;
    }
    return unicode_map_upper(c, to);
}

static inline int unicode_to_title(uint32_t c, uint32_t to[3]) {
    return c < 128 ? unicode_to_upper(c, to) : unicode_map_title(c, to);
}

static inline int unicode_casefold(uint32_t c, uint32_t to[3]) {
    return c < 128 ? unicode_to_lower(c, to) : unicode_map_fold(c, to);
}

#endif
