// SPDX-License-Identifier: MIT
// syntax_error.c: SyntaxError with its place and the text of the line.
#include "compile/syntax_error.h"
#include "compile/parser_state.h"
#include "state.h"
#include "error.h"
#include "objects/exception.h"
#include "text/unicode.h"
#include <assert.h>

static Parser *parser_of(Lexer *lx) {
    return (Parser *)(void *)((char *)lx - offsetof(Parser, lexer));
}

static Value line_text(Lexer *lx, uint32_t line) {
    const char *text;
    size_t size;
    return lexer_line_text(lx, line, &text, &size) ? str_new(text, size) : ABSENT;
}

void syntax_error_v(Lexer *lx, const Type *type, const SyntaxPlace *place, const char *format,
                    va_list list) {
    StrBuilder b;
    builder_init(&b, 40);
    builder_add_format_v(&b, format, list);
    const Str *message = str_of(builder_finish(&b));
    Value text = line_text(lx, place->line);
    raise_syntax_error(type, parser_of(lx)->filename, place->line, place->column, place->end_line,
                       place->end_column, text, "%S", message);
}

void syntax_error_place(Lexer *lx, const Type *type, const SyntaxPlace *place, const char *format,
                        ...) {
    va_list list;
    va_start(list, format);
    syntax_error_v(lx, type, place, format, list);
}

void syntax_error_source(Lexer *lx, const ReaderFault *fault) {
    SyntaxPlace place = {lx->line, 1, lx->line, 1};
    if (fault->kind == READ_NUL) {
        syntax_error_place(lx, &syntax_error_type, &place,
                           "source code %scannot contain null bytes", lx->in.file ? "" : "string ");
    }
    if (fault->kind == READ_BAD_CODING) {
        syntax_error_place(lx, &syntax_error_type, &place, "unknown encoding: %s", fault->coding);
    }
    assert(fault->kind == READ_BAD_TEXT);
    syntax_error_place(lx, &syntax_error_type, &place,
                       "(unicode error) '%s' codec can't decode byte 0x%x in position %z: %s",
                       lx->in.coding == CODING_ASCII ? "ascii" : "utf-8", (unsigned)fault->byte,
                       (intptr_t)fault->offset, fault->reason);
}

void syntax_error_character(Lexer *lx, uint32_t c) {
    char digits[9];
    int n = 8;
    digits[n] = 0;
    for (uint32_t rest = c; rest || n > 4; rest >>= 4) {
        digits[--n] = "0123456789ABCDEF"[rest & 15];
    }
    if (unicode_is_printable(c)) {
        lexer_error(lx, "invalid character '%c' (U+%s)", c, digits + n);
    }
    lexer_error(lx, "invalid non-printable character U+%s", digits + n);
}

// ---- errors of the parser ---------------------------------------------------------------------

static bool in_format_string(const Lexer *lx) {
    for (uint32_t i = 0; i < lx->depth; i++) {
        if (lx->brackets->at[i].open == 'f') {
            return true;
        }
    }
    return false;
}

// Reads the rest of the text for errors of the lexer, which matter more.
static void check_rest(Parser *p) {
    Lexer *lx = &p->lexer;
    if (p->trying || lx->error_line) {
        return;
    }
    lx->error_line = p->has_ahead ? p->ahead.line : p->token.line;
    lx->scanning = true;
    lx->marked = 0;
    Catch c;
    if (TRY(c)) {
        Token t;
        do {
            poll_pending();
            lexer_next(lx, &t);
        } while (t.kind != TOK_END);
        catch_leave(&c);
    } else if (!in_format_string(lx)) {
        raise_again(c.exception);
    }
}

static _Noreturn void raise_at(Parser *p, const Type *type, const SyntaxPlace *place,
                               const char *format, va_list list) {
    StrBuilder b;
    builder_init(&b, 40);
    builder_add_format_v(&b, format, list);
    const Str *message = str_of(builder_finish(&b));
    Value text = p->trying ? ABSENT : line_text(&p->lexer, place->line);
    check_rest(p);
    raise_syntax_error(type, p->filename, place->line, place->column, place->end_line,
                       place->end_column, text, "%S", message);
}

static SyntaxPlace token_place(const Token *t) {
    if (t->kind == TOK_INDENT || t->kind == TOK_DEDENT) { // these stand before the line's text
        return (SyntaxPlace){t->line, t->column - 1, t->line, t->column - 1};
    }
    return (SyntaxPlace){t->line, t->column, t->end_line, t->end_column};
}

void syntax_error(Parser *p, const char *format, ...) {
    va_list list;
    va_start(list, format);
    SyntaxPlace place = token_place(&p->token);
    raise_at(p, &syntax_error_type, &place, format, list);
}

void syntax_error_token(Parser *p, const Token *t, const char *format, ...) {
    va_list list;
    va_start(list, format);
    SyntaxPlace place = token_place(t);
    raise_at(p, &syntax_error_type, &place, format, list);
}

void syntax_error_plain(Parser *p) {
    if (at(p, TOK_INDENT)) {
        indentation_error(p, "unexpected indent");
    }
    if (at(p, TOK_DEDENT)) {
        indentation_error(p, "unexpected unindent");
    }
    syntax_error(p, "invalid syntax");
}

void syntax_error_range(Parser *p, const Node *from, const Node *to, const char *format, ...) {
    va_list list;
    va_start(list, format);
    const Node *last = to ? to : from;
    SyntaxPlace place = {from->line, from->column, last->line, last->end_column};
    raise_at(p, &syntax_error_type, &place, format, list);
}

void indentation_error(Parser *p, const char *format, ...) {
    va_list list;
    va_start(list, format);
    SyntaxPlace place = token_place(&p->token);
    raise_at(p, &indentation_error_type, &place, format, list);
}

void parser_error_at(Parser *p, const Node *node, const char *format, ...) {
    va_list list;
    va_start(list, format);
    StrBuilder b;
    builder_init(&b, 40);
    builder_add_format_v(&b, format, list);
    const Str *message = str_of(builder_finish(&b));
    raise_syntax_error(&syntax_error_type, p->filename, node->line, node->column, node->line,
                       node->end_column, line_text(&p->lexer, node->line), "%S", message);
}
