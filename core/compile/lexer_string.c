// SPDX-License-Identifier: MIT
// lexer_string.c: where string literals end, and the text between the replacement fields of
// f-strings and t-strings (PEP 701, PEP 750). literal.c makes the values.
#include "compile/lexer.h"
#include "compile/syntax_error.h"
#include "error.h"
#include <assert.h>

enum { MAX_FIELD_NESTING = 4 };

static uint32_t format_letter(const Bracket *string) {
    assert(string->open == 'f');
    return string->flags & STRING_TEMPLATE ? 't' : 'f';
}

// Is the byte `ahead` bytes on, and for triple quotes the next two, the quote?
static bool at_quote(Lexer *lx, int quote, bool triple) {
    return lexer_byte(lx, 0) == quote &&
           (!triple || (lexer_byte(lx, 1) == quote && lexer_byte(lx, 2) == quote));
}

// The string that starts at t inside a field may be the end of the string around it.
static void check_enclosing(Lexer *lx, uint8_t quote, bool triple) {
    for (uint32_t i = lx->depth; i-- > 0;) {
        Bracket *b = &lx->brackets->at[i];
        if (b->open == 'f') {
            if (b->quote == quote && triple == ((b->flags & STRING_TRIPLE) != 0)) {
                lexer_error(lx, "%c-string: expecting '}'", format_letter(b));
            }
            return;
        }
    }
}

static _Noreturn void unterminated(Lexer *lx, const Token *t, bool triple, bool escaped) {
    bool at_line_start = lexer_offset(lx) == lx->line_start.offset;
    int line = (int)lx->line - (lexer_byte(lx, 0) < 0 && at_line_start);
    if (triple) {
        lexer_error_at_start(lx, t, "unterminated triple-quoted string literal (detected at "
                                    "line %d)", line);
    }
    lexer_error_at_start(lx, t, "unterminated string literal (detected at line %d)%s", line,
                         escaped ? "; perhaps you escaped the end quote" : "");
}

// Skips to the closing quote (not over it).
static void skip_string(Lexer *lx, Token *t, uint8_t quote, bool triple) {
    bool escaped_quote = false;
    while (!at_quote(lx, quote, triple)) {
        int c = lexer_byte(lx, 0);
        if (c < 0 || (!triple && (c == '\n' || c == '\r'))) {
            check_enclosing(lx, quote, triple);
            unterminated(lx, t, triple, escaped_quote);
        }
        if (c == '\\') {
            lx->in.pos++;
            c = lexer_byte(lx, 0);
            escaped_quote |= c == quote;
        }
        if (c >= 0 && !lexer_skip_newline(lx)) {
            lx->in.pos++;
        }
    }
}

void lexer_string(Lexer *lx, Token *t, uint8_t flags) {
    uint8_t quote = (uint8_t)lexer_byte(lx, 0);
    assert(quote == '"' || quote == '\'');
    bool triple = lexer_byte(lx, 1) == quote && lexer_byte(lx, 2) == quote;
    lx->in.pos += triple ? 3 : 1;
    t->flags = (uint8_t)(flags | (triple ? STRING_TRIPLE : 0));
    if (flags & (STRING_FORMAT | STRING_TEMPLATE)) {
        lexer_push(lx, 'f', t->flags, quote, t);
        lexer_finish(lx, t, TOK_FSTART);
        return;
    }
    size_t start = lexer_offset(lx);
    skip_string(lx, t, quote, triple);
    size_t size = lexer_offset(lx) - start;
    lx->in.pos += triple ? 3 : 1;
    lexer_finish(lx, t, TOK_STRING);
    if (!lx->scanning) {
        t->value = literal_string(lx, t, lexer_text(lx, start), size, flags);
    }
}

// ---- text of f-strings and t-strings ----------------------------------------------------------

static Bracket *enclosing_string(Lexer *lx) {
    uint32_t i = lx->depth - 1;
    while (lx->brackets->at[i].open != 'f') {
        assert(i > 0);
        i--;
    }
    return &lx->brackets->at[i];
}

static _Noreturn void unterminated_format(Lexer *lx, const Bracket *string, bool in_spec) {
    assert(string->open == 'f');
    bool triple = string->flags & STRING_TRIPLE;
    bool at_line_start = lexer_offset(lx) == lx->line_start.offset;
    int line = (int)lx->line - (lexer_byte(lx, 0) < 0 && at_line_start);
    if (in_spec && !triple && lexer_byte(lx, 0) >= 0) {
        lexer_error(lx, "%c-string: newlines are not allowed in format specifiers for single "
                        "quoted %c-strings", format_letter(string), format_letter(string));
    }
    SyntaxPlace place = {string->line, string->column, string->line, string->column + 1};
    syntax_error_place(lx, &syntax_error_type, &place,
                       "unterminated %s%c-string literal (detected at line %d)",
                       triple ? "triple-quoted " : "", format_letter(string), line);
}

static void finish_text(Lexer *lx, Token *t) {
    lexer_finish(lx, t, TOK_FTEXT);
    if (!lx->scanning) {
        uint8_t raw = enclosing_string(lx)->flags & STRING_RAW;
        t->value = literal_string(lx, t, lexer_text(lx, t->start), t->end - t->start, raw);
    }
}

// At a backslash: skips it with what it protects.
static void skip_escape(Lexer *lx, bool raw) {
    lx->in.pos++;
    int c = lexer_byte(lx, 0);
    if (c == '{' || c == '}' || c < 0) {
        return;
    }
    if (c == 'N' && !raw && lexer_byte(lx, 1) == '{') {
        while (c >= 0 && c != '}' && c != '\n' && c != '\r' && c != '"' && c != '\'') {
            lx->in.pos++;
            c = lexer_byte(lx, 0);
        }
        lx->in.pos += c == '}';
        return;
    }
    if (!lexer_skip_newline(lx)) {
        lx->in.pos++;
    }
}

// At the closing quote.
static void end_format(Lexer *lx, Token *t, const Bracket *string, bool in_spec) {
    if (in_spec) {
        lexer_error(lx, "%c-string: expecting '}', or format specs", format_letter(string));
    }
    lx->in.pos += string->flags & STRING_TRIPLE ? 3 : 1;
    lx->depth--;
    lexer_finish(lx, t, TOK_FEND);
}

static void open_field(Lexer *lx, Token *t) {
    uint32_t fields = 0;
    while (fields < lx->depth && lx->brackets->at[lx->depth - 1 - fields].open != 'f') {
        fields++;
    }
    if (fields > MAX_FIELD_NESTING) {
        lexer_error(lx, "%c-string: expressions nested too deeply",
                    format_letter(enclosing_string(lx)));
    }
    lx->in.pos++;
    lexer_push(lx, '{', BRACKET_FIELD, 0, t);
    lexer_finish(lx, t, TOK_LBRACE);
}

// At a brace; `started`: some text comes before it in this token. A doubled brace ends the text,
// with the first brace in it and the second one skipped.
static void at_brace(Lexer *lx, Token *t, int c, bool started, bool in_spec) {
    bool is_doubled = !in_spec && lexer_byte(lx, 1) == c;
    if (is_doubled) {
        lx->in.pos++;
        finish_text(lx, t);
        lx->in.pos++;
    } else if (c == '}' && !in_spec) {
        lx->in.pos++;
        lexer_error(lx, "%c-string: single '}' is not allowed",
                    format_letter(enclosing_string(lx)));
    } else if (started) {
        finish_text(lx, t);
    } else if (c == '{') {
        open_field(lx, t);
    } else {
        lx->in.pos++;
        lx->depth--;
        lexer_finish(lx, t, TOK_RBRACE);
    }
}

void lexer_format_text(Lexer *lx, Token *t) {
    assert(lx->depth > 0);
    const Bracket *string = enclosing_string(lx);
    bool in_spec = lexer_top(lx)->open == '{';
    bool triple = string->flags & STRING_TRIPLE;
    for (;;) {
        int c = lexer_byte(lx, 0);
        bool started = lexer_offset(lx) != t->start;
        if (at_quote(lx, string->quote, triple)) {
            if (started) {
                finish_text(lx, t);
            } else {
                end_format(lx, t, string, in_spec);
            }
            return;
        }
        if (c < 0 || (!triple && (c == '\n' || c == '\r'))) {
            unterminated_format(lx, string, in_spec);
        }
        if (c == '{' || c == '}') {
            at_brace(lx, t, c, started, in_spec);
            return;
        }
        if (c == '\\') {
            skip_escape(lx, string->flags & STRING_RAW);
        } else if (!lexer_skip_newline(lx)) {
            lx->in.pos++;
        }
    }
}
