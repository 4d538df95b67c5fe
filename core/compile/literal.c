// SPDX-License-Identifier: MIT
// literal.c: the values of string literals: escape sequences, newlines, interning.
#include "compile/lexer.h"
#include "compile/syntax_error.h"
#include "error.h"
#include "port.h"
#include "state.h"
#include "text/buffer.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include <assert.h>

// Short texts tend to occur again, in other functions: they are interned.
enum { LONGEST_INTERNED = 32 };

typedef struct Literal {
    Lexer *lx;
    const Token *token;
    const char *start, *at, *end;
    StrBuilder out;
    bool is_bytes;
} Literal;

// ---- errors -----------------------------------------------------------------------------------

static _Noreturn void literal_error(const Literal *l, const char *format, ...) {
    va_list list;
    va_start(list, format);
    const Token *t = l->token;
    SyntaxPlace place = {t->line, t->column, t->end_line, t->end_column};
    syntax_error_v(l->lx, &syntax_error_type, &place, format, list);
}

// Position in the reference's count: a character beyond ASCII counts 10 (\U and eight digits).
static int position(const Literal *l, const char *p) {
    assert(p >= l->start && p <= l->end);
    int n = 0;
    for (const char *s = l->start; s < p; s++) {
        poll_interrupt();
        n += *s & 0x80 ? ((*s & 0xc0) == 0x80 ? 0 : 10) : 1;
    }
    return n;
}

static _Noreturn void escape_error(const Literal *l, const char *from, const char *to,
                                   const char *what) {
    if (l->is_bytes) {
        literal_error(l, "(value error) invalid \\x escape at position %d", position(l, from));
    }
    literal_error(l, "(unicode error) 'unicodeescape' codec can't decode bytes in position "
                     "%d-%d: %s", position(l, from), position(l, to) - 1, what);
}

// ---- escapes ----------------------------------------------------------------------------------

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void add(Literal *l, uint32_t c) {
    assert(c <= 0x10ffff);
    if (l->is_bytes) {
        builder_add_byte(&l->out, (uint8_t)c);
    } else {
        builder_add_char(&l->out, c);
    }
}

// \x \u \U: exactly `count` digits.
static void hex_escape(Literal *l, const char *from, unsigned count, const char *what) {
    assert(*from == '\\' && count <= 8);
    uint32_t c = 0;
    for (unsigned i = 0; i < count; i++) {
        int digit = l->at < l->end ? hex_digit(*l->at) : -1;
        if (digit < 0) {
            escape_error(l, from, l->at, what);
        }
        c = c << 4 | (uint32_t)digit;
        l->at++;
    }
    if (c > 0x10ffff) {
        escape_error(l, from, l->at, "illegal Unicode character");
    }
    add(l, c);
}

static void octal_escape(Literal *l) {
    uint32_t c = 0;
    for (int i = 0; i < 3 && l->at < l->end && *l->at >= '0' && *l->at <= '7'; i++) {
        c = c << 3 | (uint32_t)(*l->at++ - '0');
    }
    add(l, c);
}

// \N{...}
static void name_escape(Literal *l, const char *from) {
    const char *close = l->at < l->end && *l->at == '{'
                            ? memchr(l->at, '}', (size_t)(l->end - l->at)) : NULL;
    if (!close || close == l->at + 1) {
        bool open = l->at < l->end && *l->at == '{';
        escape_error(l, from, close ? close : open ? l->end : l->at,
                     "malformed \\N character escape");
    }
    int32_t c = port_character_named(l->at + 1, (size_t)(close - l->at - 1));
    if (c < 0) {
        escape_error(l, from, close + 1,
                     c == PORT_NO_NAMES ? "this machine has no table of character names"
                                        : "unknown Unicode character name");
    }
    l->at = close + 1;
    add(l, (uint32_t)c);
}

// Skips the newline at l->at: true if there is one.
static bool newline(Literal *l) {
    if (l->at == l->end || (*l->at != '\n' && *l->at != '\r')) {
        return false;
    }
    bool two = *l->at == '\r' && l->at + 1 < l->end && l->at[1] == '\n';
    l->at += two ? 2 : 1;
    return true;
}

static bool simple_escape(Literal *l, char c) {
    static const char from[] = "\\'\"abfnrtv", to[] = "\\'\"\a\b\f\n\r\t\v";
    const char *found = memchr(from, c, sizeof from - 1);
    if (!found) {
        return false;
    }
    builder_add_byte(&l->out, (uint8_t)to[found - from]);
    return true;
}

// l->at is behind a backslash.
static void escape(Literal *l) {
    const char *from = l->at - 1;
    if (newline(l)) {
        return;
    }
    char c = l->at < l->end ? *l->at : 0;
    if (c >= '0' && c <= '7') {
        octal_escape(l);
        return;
    }
    if (c && simple_escape(l, c)) {
        l->at++;
        return;
    }
    bool wide = !l->is_bytes && (c == 'u' || c == 'U' || c == 'N');
    if (c != 'x' && !wide) {
        builder_add_byte(&l->out, '\\'); // unknown: the backslash stays
        return;
    }
    l->at++;
    switch (c) {
    case 'x': hex_escape(l, from, 2, "truncated \\xXX escape"); break;
    case 'u': hex_escape(l, from, 4, "truncated \\uXXXX escape"); break;
    case 'U': hex_escape(l, from, 8, "truncated \\UXXXXXXXX escape"); break;
    default: name_escape(l, from); break;
    }
}

// ---- values -----------------------------------------------------------------------------------

static Value finished(Literal *l) {
    if (l->is_bytes) {
        return builder_finish_bytes(&l->out);
    }
    Value v = builder_finish(&l->out);
    return str_of(v)->size <= LONGEST_INTERNED ? str_value(str_intern(v)) : v;
}

static Value plain(const char *text, size_t size, bool is_bytes) {
    if (is_bytes) {
        return bytes_new(text, size);
    }
    return size <= LONGEST_INTERNED ? str_value(str_intern_c(text, size)) : str_new(text, size);
}

Value literal_string(Lexer *lx, const Token *t, const char *text, size_t size, uint8_t flags) {
    Literal l = {.lx = lx, .token = t, .start = text, .at = text, .end = text + size,
                 .is_bytes = flags & STRING_BYTES};
    if (l.is_bytes && !utf8_is_ascii(text, size)) {
        literal_error(&l, "bytes can only contain ASCII literal characters");
    }
    bool raw = flags & STRING_RAW;
    if ((raw || !memchr(text, '\\', size)) && !memchr(text, '\r', size)) {
        return plain(text, size, l.is_bytes);
    }
    builder_init(&l.out, size);
    while (l.at < l.end) {
        poll_interrupt();
        const char *run = l.at;
        while (l.at < l.end && *l.at != '\r' && (*l.at != '\\' || raw)) {
            poll_interrupt();
            l.at++;
        }
        builder_add(&l.out, run, (size_t)(l.at - run));
        if (l.at == l.end) {
            break;
        }
        if (newline(&l)) {
            builder_add_byte(&l.out, '\n');
        } else {
            assert(*l.at == '\\');
            l.at++;
            escape(&l);
        }
    }
    return finished(&l);
}
