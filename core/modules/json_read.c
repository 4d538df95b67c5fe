// SPDX-License-Identifier: MIT
// json_read.c: JSON text as values (RFC 8259, and NaN, Infinity, -Infinity).
#include "modules/json.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include <assert.h>

typedef struct Reader {
    const Str *text;
    const char *at, *end;
    const JsonHooks *hooks;
} Reader;

static Value read_value(Reader *r);

static _Noreturn void error_at(const Reader *r, const char *message, const char *at) {
    assert(at >= r->text->text && at <= r->end);
    raise_json_error(message, r->text, (size_t)(at - r->text->text));
}

static void skip_spaces(Reader *r) {
    assert(r->at <= r->end);
    while (r->at < r->end &&
           (*r->at == ' ' || *r->at == '\t' || *r->at == '\n' || *r->at == '\r')) {
        poll_interrupt();
        r->at++;
    }
}

// The character at `at`; 0 at the end (as for NUL, which is allowed nowhere).
static char peek(const Reader *r) {
    assert(r->at <= r->end);
    return r->at < r->end ? *r->at : 0;
}

// ---- strings ------------------------------------------------------------------------------------------

// Four hexadecimal digits at p; -1 if they aren't all there.
static int32_t hex4(const char *p, const char *end) {
    int32_t n = 0;
    for (int i = 0; i < 4; i++, p++) {
        unsigned digit = p < end ? limbs_digit_value(*p) : 99;
        if (digit > 15) {
            return -1;
        }
        n = n << 4 | (int32_t)digit;
    }
    return n;
}

// At the u of \uXXXX, maybe the first half of a pair.
static uint32_t unicode_escape(Reader *r) {
    assert(*r->at == 'u');
    int32_t c = hex4(r->at + 1, r->end);
    if (c < 0 || r->end - r->at < 6) { // a string must still end
        error_at(r, "Invalid \\uXXXX escape", r->at);
    }
    r->at += 5;
    bool high = c >= 0xd800 && c < 0xdc00;
    if (high && r->end - r->at >= 6 && r->at[0] == '\\' && r->at[1] == 'u') {
        int32_t low = hex4(r->at + 2, r->end);
        if (low >= 0xdc00 && low < 0xe000) {
            r->at += 6;
            return 0x10000 + (((uint32_t)c - 0xd800) << 10) + ((uint32_t)low - 0xdc00);
        }
    }
    return (uint32_t)c;
}

static uint32_t read_escape(Reader *r, const char *quote) {
    assert(*r->at == '\\');
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    r->at++;
    if (r->at == r->end) {
        error_at(r, "Unterminated string starting at", quote);
    }
    if (*r->at == 'u') {
        return unicode_escape(r);
    }
    const char *found = memchr(from, *r->at, sizeof from - 1);
    if (!found) {
        error_at(r, "Invalid \\escape", r->at - 1);
    }
    r->at++;
    return (uint8_t)to[found - from];
}

// Moves to the next quote or backslash.
static void skip_plain(Reader *r, const char *quote) {
    while (r->at < r->end && *r->at != '"' && *r->at != '\\') {
        poll_interrupt();
        if ((uint8_t)*r->at < ' ' && r->hooks->strict) {
            error_at(r, "Invalid control character at", r->at);
        }
        r->at++;
    }
    if (r->at == r->end) {
        error_at(r, "Unterminated string starting at", quote);
    }
}

// At the opening quote. Short keys are interned.
static Value read_string(Reader *r, bool is_key) {
    assert(*r->at == '"');
    enum { KEY_MAX = 32 };
    const char *quote = r->at++, *run = r->at;
    skip_plain(r, quote);
    if (*r->at == '"') {
        size_t size = (size_t)(r->at++ - run);
        return is_key && size <= KEY_MAX ? str_value(str_intern_c(run, size)) : str_new(run, size);
    }
    StrBuilder b;
    builder_init(&b, (size_t)(r->at - run) + 16);
    for (;;) {
        poll_interrupt();
        builder_add(&b, run, (size_t)(r->at - run));
        if (*r->at == '"') {
            r->at++;
            return builder_finish(&b);
        }
        builder_add_char(&b, read_escape(r, quote));
        run = r->at;
        skip_plain(r, quote);
    }
}

// ---- numbers ------------------------------------------------------------------------------------------

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static const char *skip_digits(const char *p, const char *end) {
    assert(p <= end);
    while (p < end && is_digit(*p)) {
        poll_interrupt();
        p++;
    }
    return p;
}

// Behind the fraction and exponent at p, if they are there.
static const char *skip_fraction(const char *p, const char *end) {
    if (end - p >= 2 && *p == '.' && is_digit(p[1])) {
        p = skip_digits(p + 1, end);
    }
    if (p < end && (*p | 0x20) == 'e') {
        const char *e = p + 1;
        e += e < end && (*e == '+' || *e == '-');
        p = e < end && is_digit(*e) ? skip_digits(e, end) : p;
    }
    return p;
}

static Value read_number(Reader *r) {
    const char *start = r->at, *p = start + (*start == '-');
    if (p == r->end || !is_digit(*p)) {
        error_at(r, "Expecting value", start);
    }
    const char *whole_end = *p == '0' ? p + 1 : skip_digits(p, r->end);
    const char *end = skip_fraction(whole_end, r->end);
    bool is_float = end != whole_end, ok;
    size_t size = (size_t)(end - start);
    Value hook = is_float ? r->hooks->parse_float : r->hooks->parse_int;
    r->at = end;
    if (is_present(hook)) {
        return op_call_1(hook, str_new(start, size));
    }
    Value v = is_float ? float_parse(start, size, &ok) : int_parse(start, size, 10, &ok);
    assert(ok);
    return v;
}

// ---- constants ----------------------------------------------------------------------------------------

static bool take_word(Reader *r, const char *word) {
    size_t n = strlen(word);
    if ((size_t)(r->end - r->at) < n || memcmp(r->at, word, n) != 0) {
        return false;
    }
    r->at += n;
    return true;
}

// NaN, Infinity or -Infinity: `text` is what float() reads.
static Value special_float(const Reader *r, const char *text) {
    if (is_present(r->hooks->parse_constant)) {
        return op_call_1(r->hooks->parse_constant, str_from_c(text));
    }
    bool ok;
    return float_parse(text, strlen(text), &ok);
}

static Value read_word(Reader *r) {
    static const char *const special[] = {"NaN", "Infinity", "-Infinity"};
    if (take_word(r, "null")) {
        return NONE;
    }
    if (take_word(r, "true")) {
        return TRUE;
    }
    if (take_word(r, "false")) {
        return FALSE;
    }
    for (size_t i = 0; i < COUNT_OF(special); i++) {
        if (take_word(r, special[i])) {
            return special_float(r, special[i]);
        }
    }
    return ABSENT;
}

// ---- containers ---------------------------------------------------------------------------------------

static Value read_array(Reader *r) {
    assert(*r->at == '[');
    List *list = list_new(0);
    r->at++;
    skip_spaces(r);
    if (peek(r) == ']') {
        r->at++;
        return cell_value(list);
    }
    for (;;) {
        poll_pending();
        list_append(list, read_value(r));
        skip_spaces(r);
        if (peek(r) == ']') {
            r->at++;
            return cell_value(list);
        }
        if (peek(r) != ',') {
            error_at(r, "Expecting ',' delimiter", r->at);
        }
        const char *comma = r->at++;
        skip_spaces(r);
        if (peek(r) == ']') {
            error_at(r, "Illegal trailing comma before end of array", comma);
        }
    }
}

// "key": value, added to d or as a pair to pairs.
static void read_entry(Reader *r, Dict *d, List *pairs) {
    if (peek(r) != '"') {
        error_at(r, "Expecting property name enclosed in double quotes", r->at);
    }
    Value key = read_string(r, true);
    skip_spaces(r);
    if (peek(r) != ':') {
        error_at(r, "Expecting ':' delimiter", r->at);
    }
    r->at++;
    skip_spaces(r);
    Value v = read_value(r);
    if (pairs) {
        list_append(pairs, tuple_pair(key, v));
    } else {
        dict_set(d, key, v);
    }
}

static void read_entries(Reader *r, Dict *d, List *pairs) {
    assert(*r->at == '{');
    r->at++;
    skip_spaces(r);
    if (peek(r) == '}') {
        r->at++;
        return;
    }
    for (;;) {
        poll_pending();
        read_entry(r, d, pairs);
        skip_spaces(r);
        if (peek(r) == '}') {
            r->at++;
            return;
        }
        if (peek(r) != ',') {
            error_at(r, "Expecting ',' delimiter", r->at);
        }
        const char *comma = r->at++;
        skip_spaces(r);
        if (peek(r) == '}') {
            error_at(r, "Illegal trailing comma before end of object", comma);
        }
    }
}

static Value read_object(Reader *r) {
    const JsonHooks *hooks = r->hooks;
    if (is_present(hooks->pairs)) {
        List *pairs = list_new(0);
        read_entries(r, NULL, pairs);
        return op_call_1(hooks->pairs, cell_value(pairs));
    }
    Dict *d = dict_new(0);
    read_entries(r, d, NULL);
    return is_present(hooks->object) ? op_call_1(hooks->object, cell_value(d)) : cell_value(d);
}

static Value read_value(Reader *r) {
    stack_check();
    char c = peek(r);
    if (c == '"') {
        return read_string(r, false);
    }
    if (c == '{') {
        return read_object(r);
    }
    if (c == '[') {
        return read_array(r);
    }
    Value word = read_word(r);
    if (is_present(word)) {
        return word;
    }
    if (c != '-' && !is_digit(c)) {
        error_at(r, "Expecting value", r->at);
    }
    return read_number(r);
}

Value json_read(const Str *text, const JsonHooks *hooks) {
    Reader r = {text, text->text, text->text + text->size, hooks};
    if (text->size >= 3 && memcmp(text->text, "\xef\xbb\xbf", 3) == 0) {
        error_at(&r, "Unexpected UTF-8 BOM (decode using utf-8-sig)", r.at);
    }
    skip_spaces(&r);
    Value v = read_value(&r);
    skip_spaces(&r);
    if (r.at != r.end) {
        error_at(&r, "Extra data", r.at);
    }
    return v;
}
