// SPDX-License-Identifier: MIT
//
// Checks core/number against vectors on standard input, one a line: a function's name, its
// arguments, the results that Python gives (make_number_vectors.py writes them). Natural numbers
// are hexadecimal, "0" is zero. Results and scratch get exactly the room that the headers ask for,
// so that the address sanitizer sees every limb too many.

#include "../core/number/decimal_core.h"
#include "../core/number/limbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_FIELDS = 12 };

typedef struct {
    Limb *limbs;
    size_t n;
} Number;

static char *field[MAX_FIELDS];
static unsigned long line_number, failures;
static unsigned long polls;

void number_poll(void) {
    polls++;
}

static void fail(const char *what) {
    if (failures++ < 20) {
        fprintf(stderr, "line %lu: %s %.60s %.60s %.60s: wrong %s\n", line_number, field[0],
                field[1], field[2], field[3], what);
    }
}

static void expect(bool ok, const char *what) {
    if (!ok) {
        fail(what);
    }
}

static void *room(size_t n, size_t size) {
    void *p = malloc(n * size);
    if (p == NULL && n != 0) {
        abort();
    }
    return p;
}

static Limb *limb_room(size_t n) {
    return room(n, sizeof(Limb));
}

static Number number(int i) {
    const char *text = field[i];
    size_t digits = strlen(text);
    Number a = {limb_room(digits / 8 + 1), digits / 8 + 1};
    memset(a.limbs, 0, a.n * sizeof(Limb));
    for (size_t k = 0; k < digits; k++) {
        char c = text[digits - 1 - k];
        a.limbs[k / 8] |= (Limb)(c <= '9' ? c - '0' : c - 'a' + 10) << k % 8 * 4;
    }
    while (a.n > 0 && a.limbs[a.n - 1] == 0) {
        a.n--;
    }
    Number exact = {limb_room(a.n), a.n};
    memcpy(exact.limbs, a.limbs, a.n * sizeof(Limb));
    free(a.limbs);
    return exact;
}

static long integer(int i) {
    return strtol(field[i], NULL, 10);
}

// Compares with the number in field i.
static void expect_number(const Limb *r, size_t n, int i, const char *what) {
    Number e = number(i);
    expect(n == e.n && (n == 0 || memcmp(r, e.limbs, n * sizeof(Limb)) == 0), what);
    free(e.limbs);
}

static size_t max(size_t a, size_t b) {
    return a > b ? a : b;
}

// A copy of a in room for n limbs, for results that overwrite their input.
static Limb *copy(Number a, size_t n) {
    Limb *r = limb_room(max(n, a.n));
    memcpy(r, a.limbs, a.n * sizeof(Limb));
    return r;
}

static void test_sum(void) { // a b cmp a+b |a-b|
    Number a = number(1), b = number(2);
    size_t n = max(a.n, b.n) + 1;
    int order = limbs_cmp(a.limbs, a.n, b.limbs, b.n);
    expect((order > 0) - (order < 0) == integer(3), "order");
    Limb *r = limb_room(n), *r2 = copy(a, n), *r3 = copy(b, n);
    expect_number(r, limbs_add(r, a.limbs, a.n, b.limbs, b.n), 4, "sum");
    expect_number(r2, limbs_add(r2, r2, a.n, b.limbs, b.n), 4, "sum in place");
    expect_number(r3, limbs_add(r3, a.limbs, a.n, r3, b.n), 4, "sum in the other place");
    Number high = order >= 0 ? a : b, low = order >= 0 ? b : a;
    Limb *d = limb_room(high.n), *d2 = copy(high, 0), *d3 = copy(low, high.n);
    expect_number(d, limbs_sub(d, high.limbs, high.n, low.limbs, low.n), 5, "difference");
    expect_number(d2, limbs_sub(d2, d2, high.n, low.limbs, low.n), 5, "difference in place");
    expect_number(d3, limbs_sub(d3, high.limbs, high.n, d3, low.n), 5, "difference in other");
    Limb *all[] = {a.limbs, b.limbs, r, r2, r3, d, d2, d3};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        free(all[i]);
    }
}

static void test_mul(void) { // a b a*b
    Number a = number(1), b = number(2);
    Limb *r = limb_room(a.n + b.n), *scratch = limb_room(limbs_mul_scratch(a.n, b.n));
    expect_number(r, limbs_mul(r, a.limbs, a.n, b.limbs, b.n, scratch), 3, "product");
    free(a.limbs);
    free(b.limbs);
    free(r);
    free(scratch);
}

static void test_square(void) { // a a*a
    Number a = number(1);
    Limb *r = limb_room(2 * a.n), *scratch = limb_room(limbs_mul_scratch(a.n, a.n));
    expect_number(r, limbs_mul(r, a.limbs, a.n, a.limbs, a.n, scratch), 2, "square");
    free(a.limbs);
    free(r);
    free(scratch);
}

static void test_limb(void) { // a x y a*x+y a//x a%x
    Number a = number(1);
    Limb x = (Limb)strtoul(field[2], NULL, 10), y = (Limb)strtoul(field[3], NULL, 10), rest;
    Limb *r = limb_room(a.n + 1), *q = copy(a, 0);
    expect_number(r, limbs_mul_limb(r, a.limbs, a.n, x, y), 4, "product with a limb");
    expect_number(q, limbs_divmod_limb(q, q, a.n, x, &rest), 5, "quotient by a limb");
    expect(rest == strtoul(field[6], NULL, 10), "remainder by a limb");
    free(a.limbs);
    free(r);
    free(q);
}

static void test_divmod(void) { // a b a//b a%b
    Number a = number(1), b = number(2);
    Limb *q = limb_room(a.n < b.n ? 0 : a.n - b.n + 1), *r = limb_room(a.n < b.n ? a.n : b.n);
    Limb *scratch = limb_room(limbs_divmod_scratch(a.n, b.n));
    size_t qn, rn;
    limbs_divmod(q, &qn, r, &rn, a.limbs, a.n, b.limbs, b.n, scratch);
    expect_number(q, qn, 3, "quotient");
    expect_number(r, rn, 4, "remainder");
    Limb *r2 = copy(a, 0), *q2 = copy(a, 0);
    limbs_divmod(q, &qn, r2, &rn, r2, a.n, b.limbs, b.n, scratch);
    expect_number(r2, rn, 4, "remainder in place");
    limbs_divmod(q2, &qn, r, &rn, q2, a.n, b.limbs, b.n, scratch);
    expect_number(q2, qn, 3, "quotient in place");
    Limb *all[] = {a.limbs, b.limbs, q, r, r2, q2, scratch};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        free(all[i]);
    }
}

static void test_shift(void) { // a bits a<<bits a>>bits any-below bit-length
    Number a = number(1);
    size_t bits = (size_t)integer(2), skip = bits / LIMB_BITS;
    Limb *r = limb_room(a.n + skip + 1), *r2 = copy(a, a.n + skip + 1);
    Limb *s = limb_room(a.n > skip ? a.n - skip : 0), *s2 = copy(a, 0);
    expect_number(r, limbs_shift_left(r, a.limbs, a.n, bits), 3, "left shift");
    expect_number(r2, limbs_shift_left(r2, r2, a.n, bits), 3, "left shift in place");
    expect_number(s, limbs_shift_right(s, a.limbs, a.n, bits), 4, "right shift");
    expect_number(s2, limbs_shift_right(s2, s2, a.n, bits), 4, "right shift in place");
    expect(limbs_any_below(a.limbs, a.n, bits) == integer(5), "any_below");
    expect(limbs_bit_length(a.limbs, a.n) == (size_t)integer(6), "bit length");
    free(a.limbs);
    free(r);
    free(r2);
    free(s);
    free(s2);
}

static void test_bitop(void) { // a aneg b bneg, then magnitude and sign of and, or, xor
    Number a = number(1), b = number(3);
    size_t n = max(a.n, b.n) + 1;
    for (int op = LIMBS_AND; op <= LIMBS_XOR; op++) {
        Limb *r = limb_room(n), *r2 = copy(a, n);
        bool negative;
        size_t rn = limbs_bitop((LimbsOp)op, r, &negative, a.limbs, a.n, integer(2) != 0, b.limbs,
                                b.n, integer(4) != 0);
        expect_number(r, rn, 5 + 2 * op, "bits");
        expect(negative == integer(6 + 2 * op), "sign");
        rn = limbs_bitop((LimbsOp)op, r2, &negative, r2, a.n, integer(2) != 0, b.limbs, b.n,
                         integer(4) != 0);
        expect_number(r2, rn, 5 + 2 * op, "bits in place");
        free(r);
        free(r2);
    }
    free(a.limbs);
    free(b.limbs);
}

static void test_text(void) { // base a text
    Number a = number(2);
    unsigned base = (unsigned)integer(1);
    size_t n = strlen(field[3]);
    char *text = room(limbs_text_capacity(a.n, base), 1);
    Limb *scratch = limb_room(limbs_to_text_scratch(a.n, base));
    size_t written = limbs_to_text(text, a.limbs, a.n, base, scratch);
    expect(written == n && memcmp(text, field[3], n) == 0, "text");
    free(scratch);
    scratch = limb_room(limbs_from_text_scratch(n, base));
    Limb *r = limb_room(limbs_from_text_capacity(n, base));
    expect_number(r, limbs_from_text(r, field[3], n, base, scratch), 2, "value of text");
    free(a.limbs);
    free(text);
    free(scratch);
    free(r);
}

static void test_top64(void) { // a mantissa exponent inexact
    Number a = number(1);
    int64_t exponent;
    bool inexact;
    Limb m[2];
    size_t n = limbs_from_u64(m, limbs_top64(a.limbs, a.n, &exponent, &inexact));
    expect_number(m, n, 2, "top 64 bits");
    expect(exponent == integer(3) && inexact == integer(4), "rest");
    free(a.limbs);
}

// ---- floats, given by their bits

static uint64_t hexadecimal(int i) {
    return strtoull(field[i], NULL, 16);
}

static double float64(int i) {
    uint64_t bits = hexadecimal(i);
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static float float32(int i) {
    uint32_t bits = (uint32_t)hexadecimal(i);
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static void expect_digits(const char *digits, int n, int point, int i) {
    expect((size_t)n == strlen(field[i]) && memcmp(digits, field[i], (size_t)n) == 0, "digits");
    expect(point == integer(i + 1), "point");
}

static void test_shortest(void) { // bits digits point
    char *digits = room(DECIMAL_SHORTEST_MAX, 1);
    int point, n = decimal_shortest(float64(1), digits, &point);
    expect_digits(digits, n, point, 2);
    free(digits);
}

static void test_shortest32(void) { // bits digits point
    char *digits = room(DECIMAL_SHORTEST_MAX, 1);
    int point, n = decimal_shortest32(float32(1), digits, &point);
    expect_digits(digits, n, point, 2);
    free(digits);
}

static void test_fixed(void) { // bits mode ndigits cap digits point ("-" for no digits)
    size_t cap = (size_t)integer(4);
    char *digits = room(cap, 1);
    DecimalMode mode = (DecimalMode)integer(2);
    int point, n = decimal_fixed(float64(1), mode, (int)integer(3), digits, cap, &point);
    if (strcmp(field[5], "-") == 0) {
        field[5] = "";
    }
    expect_digits(digits, n, point, 5);
    free(digits);
}

static void test_parse(void) { // text bits, or text "bad"
    bool ok;
    size_t n = strlen(field[1]);
    char *text = room(n, 1);
    memcpy(text, field[1], n);
    double x = decimal_parse(text, n, &ok);
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    expect(ok == (strcmp(field[2], "bad") != 0), "validity");
    expect(!ok || bits == hexadecimal(2), "double");
    free(text);
}

static void test_parse32(void) { // text bits
    bool ok;
    float x = decimal_parse32(field[1], strlen(field[1]), &ok);
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    expect(ok && bits == hexadecimal(2), "float");
}

// Spaces are written as underscores.
static void expect_format(char *text, size_t n, int i) {
    for (size_t k = 0; k < n; k++) {
        text[k] = text[k] == ' ' ? '_' : text[k];
    }
    expect(n == strlen(field[i]) && memcmp(text, field[i], n) == 0, "format");
}

static void test_format(void) { // bits precision type flags text
    int precision = (int)integer(2);
    size_t cap = decimal_format_capacity(float64(1), precision, *field[3]);
    char *text = room(cap, 1);
    size_t n = decimal_format(text, cap, float64(1), precision, *field[3], (unsigned)integer(4));
    expect_format(text, n, 5);
    free(text);
}

static void test_format32(void) { // bits precision type flags text
    int precision = (int)integer(2);
    size_t cap = decimal_format_capacity32(float32(1), precision, *field[3]);
    char *text = room(cap, 1);
    size_t n = decimal_format32(text, cap, float32(1), precision, *field[3], (unsigned)integer(4));
    expect_format(text, n, 5);
    free(text);
}

static void test_decimal_round(void) { // bits ndigits bits
    double x = decimal_round(float64(1), (int)integer(2));
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    expect(bits == hexadecimal(3), "rounded value");
}

static void test_decimal_round32(void) { // bits ndigits bits
    float x = decimal_round32(float32(1), (int)integer(2));
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    expect(bits == hexadecimal(3), "rounded value");
}

static void test_power(void) { // k high low
    int k = (int)integer(1);
    Product p = power_of_ten(k);
    expect(p.high == hexadecimal(2) && p.low == hexadecimal(3), "power of ten");
    expect(floor_log2_of_ten(k) == integer(4), "logarithm");
}

static void test_round(void) { // mantissa inexact exponent bits bits32
    uint64_t bits;
    uint32_t bits32;
    double x = float_round(hexadecimal(1), integer(2) != 0, integer(3));
    float y = float_round32(hexadecimal(1), integer(2) != 0, integer(3));
    memcpy(&bits, &x, sizeof bits);
    memcpy(&bits32, &y, sizeof bits32);
    expect(bits == hexadecimal(4), "rounded double");
    expect(bits32 == hexadecimal(5), "rounded float");
}

static const struct {
    const char *name;
    void (*run)(void);
    int fields;
} tests[] = {
    {"sum", test_sum, 6},
    {"mul", test_mul, 4},
    {"square", test_square, 3},
    {"limb", test_limb, 7},
    {"divmod", test_divmod, 5},
    {"shift", test_shift, 7},
    {"bitop", test_bitop, 11},
    {"text", test_text, 4},
    {"top64", test_top64, 5},
    {"shortest", test_shortest, 4},
    {"shortest32", test_shortest32, 4},
    {"fixed", test_fixed, 7},
    {"parse", test_parse, 3},
    {"parse32", test_parse32, 3},
    {"format", test_format, 6},
    {"format32", test_format32, 6},
    {"power", test_power, 5},
    {"round", test_round, 6},
    {"decimal_round", test_decimal_round, 4},
    {"decimal_round32", test_decimal_round32, 4},
};

static void run_line(char *line) {
    int n = 0;
    for (char *word = strtok(line, " \n"); word != NULL && n < MAX_FIELDS;
         word = strtok(NULL, " \n")) {
        field[n++] = word;
    }
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++) {
        if (strcmp(field[0], tests[i].name) == 0 && n == tests[i].fields) {
            tests[i].run();
            return;
        }
    }
    fail("line");
}

int main(void) {
    static char line[1 << 22];
    while (fgets(line, sizeof line, stdin) != NULL) {
        line_number++;
        run_line(line);
    }
    printf("test_number: %lu lines, %lu failures, %lu polls\n", line_number, failures, polls);
    return failures != 0 || line_number == 0;
}
