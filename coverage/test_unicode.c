// SPDX-License-Identifier: MIT
//
// Checks core/text/unicode against a listing of all code points on standard input, made by
// make_unicode_listing.py: code point, properties, decimal value, digit value, then the four case
// mappings (lower, upper, title, folded), each as hexadecimal code points joined by '+'.

#include "../core/text/unicode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned long lines, failures;

static void expect(bool ok, uint32_t c, const char *what) {
    if (!ok && failures++ < 20) {
        fprintf(stderr, "U+%04lX: wrong %s\n", (unsigned long)c, what);
    }
}

static unsigned properties(uint32_t c) {
    return (unicode_is_alpha(c) ? UNICODE_ALPHA : 0) |
           (unicode_is_decimal(c) ? UNICODE_DECIMAL : 0) |
           (unicode_is_digit(c) ? UNICODE_DIGIT : 0) |
           (unicode_is_numeric(c) ? UNICODE_NUMERIC : 0) |
           (unicode_is_space(c) ? UNICODE_SPACE : 0) | (unicode_is_lower(c) ? UNICODE_LOWER : 0) |
           (unicode_is_upper(c) ? UNICODE_UPPER : 0) | (unicode_is_title(c) ? UNICODE_TITLE : 0) |
           (unicode_is_printable(c) ? UNICODE_PRINTABLE : 0) |
           (unicode_is_xid_start(c) ? UNICODE_XID_START : 0) |
           (unicode_is_xid_continue(c) ? UNICODE_XID_CONTINUE : 0) |
           (unicode_is_case_ignorable(c) ? UNICODE_CASE_IGNORABLE : 0);
}

static void expect_case(uint32_t c, int (*map)(uint32_t, uint32_t[3]), char *text,
                        const char *what) {
    uint32_t to[3];
    int n = map(c, to), i = 0;
    char *end = text - 1;
    do {
        uint32_t x = (uint32_t)strtoul(end + 1, &end, 16);
        expect(i < n && to[i] == x, c, what);
        i++;
    } while (*end == '+');
    expect(i == n, c, what);
}

static void test_line(char *line) {
    char lower[32], upper[32], title[32], folded[32];
    unsigned long c;
    unsigned bits;
    int decimal, digit;
    if (sscanf(line, "%lx %x %d %d %31s %31s %31s %31s", &c, &bits, &decimal, &digit, lower, upper,
               title, folded) != 8) {
        expect(false, 0, "line");
        return;
    }
    uint32_t code = (uint32_t)c;
    expect(code == lines, code, "order of lines");
    expect(properties(code) == bits, code, "properties");
    expect(unicode_decimal_value(code) == decimal, code, "decimal value");
    expect(unicode_digit_value(code) == digit, code, "digit value");
    expect(unicode_is_alnum(code) == ((bits & (UNICODE_ALPHA | UNICODE_NUMERIC)) != 0), code,
           "is_alnum");
    unsigned cased = UNICODE_LOWER | UNICODE_UPPER | UNICODE_TITLE;
    expect(unicode_is_cased(code) == ((bits & cased) != 0), code, "is_cased");
    expect_case(code, unicode_to_lower, lower, "lower case");
    expect_case(code, unicode_to_upper, upper, "upper case");
    expect_case(code, unicode_to_title, title, "title case");
    expect_case(code, unicode_casefold, folded, "folded case");
}

int main(void) {
    char line[256];
    for (; fgets(line, sizeof line, stdin) != NULL; lines++) {
        test_line(line);
    }
    uint32_t to[3];
    expect(properties(0x110000) == 0 && properties(UINT32_MAX) == 0, 0x110000, "properties");
    expect(unicode_map_fold(UINT32_MAX, to) == 1 && to[0] == UINT32_MAX, 0x110000, "folded case");
    printf("test_unicode: %lu code points, %lu failures\n", lines, failures);
    return failures != 0 || lines != 0x110000;
}
