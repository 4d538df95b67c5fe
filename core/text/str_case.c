// SPDX-License-Identifier: MIT
// str_case.c: methods of str that change case. ASCII text is mapped byte by byte; other text may
// change its length, and a capital sigma at the end of a word becomes a final one (Unicode
// Standard, table 3-17, Final_Sigma).
#include "state.h"
#include "text/str_methods.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include <assert.h>

typedef int (*CaseMap)(uint32_t c, uint32_t to[3]);

static void add_all(StrBuilder *b, const uint32_t *c, int n) {
    for (int i = 0; i < n; i++) {
        builder_add_char(b, c[i]);
    }
}

static Value map_ascii(const Str *s, bool upper) {
    Str *out = str_alloc(s->size);
    for (size_t i = 0; i < s->size; i++) {
        poll_interrupt();
        unsigned char c = (unsigned char)s->text[i];
        bool other = upper ? unicode_ascii_lower(c) : unicode_ascii_upper(c);
        out->text[i] = (char)(other ? c ^ 0x20 : c);
    }
    return str_finish(out, s->size);
}

#define CAPITAL_SIGMA 0x3a3u
#define SMALL_SIGMA 0x3c3u
#define FINAL_SIGMA 0x3c2u

// The sigma at `at` stands at the end of a word: a cased letter before it, none after it.
static bool is_final_sigma(const Str *s, const char *at) {
    bool before = false;
    for (const char *p = at; p > s->text;) {
        poll_interrupt();
        uint32_t c = utf8_previous(&p);
        if (!unicode_is_case_ignorable(c)) {
            before = unicode_is_cased(c);
            break;
        }
    }
    if (!before) {
        return false;
    }
    utf8_next(&at);
    while (at < s->text + s->size) {
        uint32_t c = utf8_next(&at);
        if (!unicode_is_case_ignorable(c)) {
            return !unicode_is_cased(c);
        }
    }
    return true;
}

// Adds the lower-case form of the character at `at`.
static void add_lower(StrBuilder *b, const Str *s, const char *at) {
    const char *p = at;
    uint32_t to[3], c = utf8_next(&p);
    if (c == CAPITAL_SIGMA) {
        builder_add_char(b, is_final_sigma(s, at) ? FINAL_SIGMA : SMALL_SIGMA);
    } else {
        add_all(b, to, unicode_to_lower(c, to));
    }
}

static Value map_all(const Str *s, CaseMap map) {
    StrBuilder b;
    builder_init(&b, s->size);
    for (const char *at = s->text, *end = at + s->size; at < end;) {
        poll_pending();
        uint32_t to[3];
        add_all(&b, to, map(utf8_next(&at), to));
    }
    return builder_finish(&b);
}

static int map_upper(uint32_t c, uint32_t to[3]) {
    return unicode_to_upper(c, to);
}

static int map_fold(uint32_t c, uint32_t to[3]) {
    return unicode_casefold(c, to);
}

Value str_upper(Value self) {
    const Str *s = str_of(self);
    return s->ascii ? map_ascii(s, true) : map_all(s, map_upper);
}

Value str_casefold(Value self) {
    const Str *s = str_of(self);
    return s->ascii ? map_ascii(s, false) : map_all(s, map_fold);
}

Value str_lower(Value self) {
    const Str *s = str_of(self);
    if (s->ascii) {
        return map_ascii(s, false);
    }
    StrBuilder b;
    builder_init(&b, s->size);
    for (const char *at = s->text, *end = at + s->size; at < end; utf8_next(&at)) {
        poll_pending();
        add_lower(&b, s, at);
    }
    return builder_finish(&b);
}

Value str_swapcase(Value self) {
    const Str *s = str_of(self);
    StrBuilder b;
    builder_init(&b, s->size);
    for (const char *at = s->text, *end = at + s->size; at < end;) {
        poll_pending();
        const char *start = at;
        uint32_t to[3], c = utf8_next(&at);
        if (unicode_is_upper(c)) {
            add_lower(&b, s, start);
        } else if (unicode_is_lower(c)) {
            add_all(&b, to, unicode_to_upper(c, to));
        } else {
            builder_add_char(&b, c);
        }
    }
    return builder_finish(&b);
}

Value str_title(Value self) {
    const Str *s = str_of(self);
    StrBuilder b;
    builder_init(&b, s->size);
    bool in_word = false;
    for (const char *at = s->text, *end = at + s->size; at < end;) {
        poll_pending();
        const char *start = at;
        uint32_t to[3], c = utf8_next(&at);
        if (in_word) {
            add_lower(&b, s, start);
        } else {
            add_all(&b, to, unicode_to_title(c, to));
        }
        in_word = unicode_is_cased(c);
    }
    return builder_finish(&b);
}

Value str_capitalize(Value self) {
    const Str *s = str_of(self);
    StrBuilder b;
    builder_init(&b, s->size);
    const char *at = s->text, *end = at + s->size;
    if (at < end) {
        uint32_t to[3];
        add_all(&b, to, unicode_to_title(utf8_next(&at), to));
    }
    for (; at < end; utf8_next(&at)) {
        poll_interrupt();
        add_lower(&b, s, at);
    }
    return builder_finish(&b);
}
