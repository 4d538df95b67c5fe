// SPDX-License-Identifier: MIT
// lexer_name.c: names, keywords and the prefixes of string literals.
#include "compile/lexer.h"
#include "compile/syntax_error.h"
#include "port.h"
#include "state.h"
#include "text/buffer.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include <assert.h>

// In the order of the token kinds from TOK_FALSE on.
static const char *const keywords[] = {
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
};
_Static_assert(COUNT_OF(keywords) == TOK_KINDS - TOK_FALSE, "one word per keyword token");
enum { LONGEST_KEYWORD = 8 };

// The keyword's token kind, or TOK_NAME.
static uint8_t keyword_kind(const char *text, size_t size) {
    if (size < 2 || size > LONGEST_KEYWORD) {
        return TOK_NAME;
    }
    for (size_t i = 0; i < COUNT_OF(keywords); i++) {
        const char *word = keywords[i];
        if (word[0] == text[0] && word[1] == text[1] && strncmp(word, text, size) == 0 &&
            word[size] == 0) {
            return (uint8_t)(TOK_FALSE + i);
        }
    }
    return TOK_NAME;
}

bool lexer_is_name_char(Lexer *lx, int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (c >= '0' && c <= '9') || c >= 0x80;
}

// Flags for the prefix in [text, text + size), or -1 if it is none.
static int prefix_flags(const char *text, size_t size) {
    unsigned flags = 0;
    for (size_t i = 0; i < size; i++) {
        unsigned flag;
        switch (text[i] | 0x20) {
        case 'r': flag = STRING_RAW; break;
        case 'b': flag = STRING_BYTES; break;
        case 'u': flag = STRING_UNICODE; break;
        case 'f': flag = STRING_FORMAT; break;
        case 't': flag = STRING_TEMPLATE; break;
        default: return -1;
        }
        if (flags & flag) {
            return -1;
        }
        flags |= flag;
    }
    unsigned kind = flags & ~(unsigned)STRING_RAW;
    bool one_kind = (kind & (kind - 1)) == 0;
    bool raw_unicode = flags == (STRING_RAW | STRING_UNICODE);
    return one_kind && !raw_unicode ? (int)flags : -1;
}

// Every character beyond ASCII must be one that names may have.
static void check_unicode(Lexer *lx, Token *t, size_t size) {
    size_t at = 0;
    while (at < size) {
        poll_interrupt();
        const char *text = lexer_text(lx, t->start) + at;
        const char *next = text;
        uint32_t c = utf8_next(&next);
        bool good = at == 0 ? c == '_' || unicode_is_xid_start(c) : unicode_is_xid_continue(c);
        if (!good) {
            lx->in.pos = t->start + at + (size_t)(next - text) - lx->in.origin;
            syntax_error_character(lx, c);
        }
        at += (size_t)(next - text);
    }
}

// Characters that NFKC leaves alone wherever they stand: most of Latin, Greek, Cyrillic, Han.
static bool is_stable(const char *text, size_t size) {
    static const uint16_t ranges[][2] = {{0x00, 0x7f},   {0xc0, 0x131},   {0x134, 0x13e},
                                         {0x141, 0x148}, {0x14a, 0x17e},  {0x388, 0x3ce},
                                         {0x400, 0x481}, {0x4e00, 0x9fff}};
    for (const char *end = text + size; text < end;) {
        poll_interrupt();
        uint32_t c = utf8_next(&text);
        size_t i = 0;
        while (i < COUNT_OF(ranges) && (c < ranges[i][0] || c > ranges[i][1])) {
            i++;
        }
        if (i == COUNT_OF(ranges)) {
            return false;
        }
    }
    return true;
}

// Names that are the same in form NFKC are one name.
static Value normalised(Lexer *lx, const Token *t, size_t size) {
    char buffer[128];
    if (is_stable(lexer_text(lx, t->start), size)) {
        return str_value(str_intern_c(lexer_text(lx, t->start), size));
    }
    size_t length = port_normalise(lexer_text(lx, t->start), size, buffer, sizeof buffer);
    if (!length) {
        return str_value(str_intern_c(lexer_text(lx, t->start), size));
    }
    if (length <= sizeof buffer) {
        return str_value(str_intern_c(buffer, length));
    }
    Value bytes = bytes_new(NULL, length);
    char *room = (char *)bytes_of(bytes)->data;
    port_normalise(lexer_text(lx, t->start), size, room, length);
    return str_value(str_intern_c(room, length));
}

void lexer_name(Lexer *lx, Token *t) {
    bool ascii = true;
    int c = lexer_byte(lx, 0);
    assert(lexer_is_name_char(lx, c));
    for (; lexer_is_name_char(lx, c); c = lexer_byte(lx, 0)) {
        ascii &= c < 0x80;
        lx->in.pos++;
    }
    size_t size = lexer_offset(lx) - t->start;
    if (!ascii) {
        check_unicode(lx, t, size);
    }
    const char *text = lexer_text(lx, t->start);
    if ((c == '"' || c == '\'') && size <= 2) {
        int flags = prefix_flags(text, size);
        if (flags >= 0) {
            lexer_string(lx, t, (uint8_t)flags);
            return;
        }
    }
    lexer_finish(lx, t, keyword_kind(text, size));
    if (t->kind == TOK_NAME && !lx->scanning) {
        t->value = ascii ? str_value(str_intern_c(lexer_text(lx, t->start), size))
                         : normalised(lx, t, size);
    }
}
