// SPDX-License-Identifier: MIT
// str_repr.c: text as Python source: repr() and ascii() of str, and repr() of bytes. Quotes are
// single unless the text holds single quotes and no double ones.
#include "error.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/repr.h"
#include "text/str.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include <assert.h>

static char choose_quote(const char *text, size_t size) {
    bool single = size && memchr(text, '\'', size), twice = size && memchr(text, '"', size);
    return single && !twice ? '"' : '\'';
}

static void add_hex(StrBuilder *b, char letter, uint32_t c, int digits) {
    assert(digits == 2 || digits == 4 || digits == 8);
    char *at = builder_reserve(b, (size_t)digits + 2);
    at[0] = '\\';
    at[1] = letter;
    for (int i = digits - 1; i >= 0; i--) {
        at[2 + i] = "0123456789abcdef"[c & 15];
        c >>= 4;
    }
    b->size += (size_t)digits + 2;
}

void repr_add_escape(StrBuilder *b, uint32_t c) {
    assert(c <= 0x10ffff);
    if (c < 0x100) {
        add_hex(b, 'x', c, 2);
    } else if (c < 0x10000) {
        add_hex(b, 'u', c, 4);
    } else {
        add_hex(b, 'U', c, 8);
    }
}

// One ASCII character (or byte) between quotes.
static void add_ascii(StrBuilder *b, uint32_t c, char quote) {
    static const char letters[] = "\t\n\r", names[] = "tnr";
    const char *letter = c ? memchr(letters, (int)c, 3) : NULL;
    if (c == '\\' || c == (unsigned char)quote) {
        builder_add_byte(b, '\\');
        builder_add_byte(b, (uint8_t)c);
    } else if (letter) {
        builder_add_byte(b, '\\');
        builder_add_byte(b, (uint8_t)names[letter - letters]);
    } else if (c < ' ' || c >= 0x7f) {
        add_hex(b, 'x', c, 2);
    } else {
        builder_add_byte(b, (uint8_t)c);
    }
}

static bool needs_no_escape(char c, char quote) {
    unsigned char byte = (unsigned char)c;
    return byte >= ' ' && byte < 0x7f && c != '\\' && c != quote;
}

void repr_add_str(StrBuilder *b, const Str *s) {
    char quote = choose_quote(s->text, s->size);
    builder_add_byte(b, (uint8_t)quote);
    const char *at = s->text, *end = at + s->size;
    while (at < end) {
        const char *run = at;
        while (at < end && needs_no_escape(*at, quote)) {
            poll_interrupt();
            at++;
        }
        builder_add(b, run, (size_t)(at - run));
        if (at == end) {
            break;
        }
        uint32_t c = utf8_next(&at);
        if (c < 0x80) {
            add_ascii(b, c, quote);
        } else if (unicode_is_printable(c)) {
            builder_add_char(b, c);
        } else {
            repr_add_escape(b, c);
        }
    }
    builder_add_byte(b, (uint8_t)quote);
}

Value str_repr(Value self) {
    const Str *s = str_of(unbox(self));
    StrBuilder b;
    builder_init(&b, (size_t)s->size + 2);
    repr_add_str(&b, s);
    return builder_finish(&b);
}

void repr_add_bytes(StrBuilder *b, const uint8_t *data, size_t size, bool escape_single) {
    char quote = choose_quote((const char *)data, size);
    builder_add_c(b, quote == '"' ? "b\"" : "b'");
    for (size_t i = 0; i < size; i++) {
        poll_interrupt();
        add_ascii(b, data[i], escape_single && data[i] == '\'' ? '\'' : quote);
    }
    builder_add_byte(b, (uint8_t)quote);
}

Value str_ascii(Value v) {
    Value text = op_repr_given(v);
    const Str *s = str_of(unbox(text));
    if (s->ascii) {
        return text;
    }
    StrBuilder b;
    builder_init(&b, size_add(s->size, 16));
    for (const char *at = s->text, *end = at + s->size; at < end;) {
        poll_interrupt();
        uint32_t c = utf8_next(&at);
        if (c < 0x80) {
            builder_add_byte(&b, (uint8_t)c);
        } else {
            repr_add_escape(&b, c);
        }
    }
    return builder_finish(&b);
}
