// SPDX-License-Identifier: MIT
// lexer.c: tokens: indentation, line joining, operators and brackets. Names, numbers and
// strings are in lexer_name.c, lexer_number.c and lexer_string.c.
//
// Invariants: everything between lexer_keep() and the reader's `end` is in memory; token
// positions are computed while the line is still there; columns only move forward in a line.
#include "compile/lexer.h"
#include "compile/syntax_error.h"
#include "error.h"
#include "heap/heap.h"
#include "state.h"
#include "text/utf8.h"
#include <assert.h>

enum { TAB_WIDTH = 8, KEPT_LINE = 240 };

static const Type bracket_stack_type = {
    .head = {&type_type}, .name = N_bracket_stack, .flags = TYPE_TRACE_NONE, .letter = 'h',
    .solid = &bracket_stack_type, .payload = sizeof(BracketStack),
};

void lexer_init(Lexer *lx, Reader *reader) {
    memset(lx, 0, sizeof *lx);
    lx->in = *reader;
    lx->line = 1;
    lx->at_line_start = true;
    lx->token_start = lx->column_offset = lexer_offset(lx);
    lx->line_start = (LineStart){1, lexer_offset(lx)};
    lx->indent_count = 1;
}

void lexer_trace(Lexer *lx, Visitor *visitor) {
    reader_trace(&lx->in, visitor);
    visit_cell(visitor, &lx->brackets);
}

// ---- text and positions -----------------------------------------------------------------------

// The lowest stream offset whose text is still needed (offsets wrap: compare distances).
static size_t lexer_keep(const Lexer *lx) {
    size_t here = lexer_offset(lx);
    size_t back = here - lx->token_start;
    if (lx->marked && here - lx->mark > back) {
        back = here - lx->mark;
    }
    size_t line = here - lx->line_start.offset;
    if (line <= KEPT_LINE && line > back) {
        back = line;
    }
    line = here - lx->previous_start.offset;
    if (lx->previous_start.line && line <= 2 * KEPT_LINE && line > back) {
        back = line;
    }
    size_t kept = lx->in.pos - sizeof(Cell);
    return here - (back < kept ? back : kept);
}

const char *lexer_text(const Lexer *lx, size_t from) {
    assert(from - lx->in.origin <= lx->in.filled);
    return (const char *)lx->in.text + (from - lx->in.origin);
}

void lexer_mark(Lexer *lx, size_t offset) {
    if (lx->marked++ == 0) {
        lx->mark = offset;
    }
}

void lexer_unmark(Lexer *lx) {
    assert(lx->marked > 0);
    lx->marked--;
}

void lexer_rewind(Lexer *lx, const Lexer *saved) {
    Reader in = lx->in;
    BracketStack *stack = lx->brackets;
    uint32_t capacity = lx->capacity;
    assert(lx->depth + 1 >= saved->depth);
    *lx = *saved;
    lx->in = in;
    lx->in.pos = lexer_offset(saved) - in.origin;
    lx->brackets = stack;
    lx->capacity = capacity;
}

// Code points of the present line before its stream offset `offset`.
static uint32_t column_of(Lexer *lx, size_t offset) {
    assert(offset - lx->column_offset <= lexer_offset(lx) - lx->column_offset);
    size_t n = utf8_count(lexer_text(lx, lx->column_offset), offset - lx->column_offset);
    lx->column += (uint32_t)n;
    lx->column_offset = offset;
    return lx->column;
}

bool lexer_more(Lexer *lx) {
    size_t here = lexer_offset(lx);
    if (here - lx->token_start < here - lx->column_offset) {
        column_of(lx, lx->token_start); // what lies before may go away
    }
    poll_interrupt();
    ReaderFault fault;
    reader_fill(&lx->in, lexer_keep(lx), &fault);
    if (fault.kind > READ_END) {
        syntax_error_source(lx, &fault);
    }
    return fault.kind == READ_MORE;
}

static void new_line(Lexer *lx) {
    lx->line++;
    lx->previous_start = lx->line_start;
    lx->line_start = (LineStart){lx->line, lexer_offset(lx)};
    lx->column_offset = lexer_offset(lx);
    lx->column = 0;
}

bool lexer_skip_newline(Lexer *lx) {
    int c = lexer_byte(lx, 0);
    if (c != '\n' && c != '\r') {
        return false;
    }
    lx->in.pos += c == '\r' && lexer_byte(lx, 1) == '\n' ? 2 : 1;
    new_line(lx);
    return true;
}

static void start_token(Lexer *lx, Token *t) {
    memset(t, 0, sizeof *t);
    lx->token_start = t->start = lexer_offset(lx);
    t->line = lx->line;
    t->column = column_of(lx, t->start) + 1;
}

void lexer_finish(Lexer *lx, Token *t, uint8_t kind) {
    assert(kind < TOK_KINDS && lx->in.pos <= lx->in.end);
    t->kind = kind;
    t->end = lexer_offset(lx);
    t->end_line = lx->line;
    t->end_column = column_of(lx, t->end) + 1;
}

static bool find_in_cell(const Lexer *lx, uint32_t line, size_t *pos) {
    if (line == lx->line_start.line) {
        *pos = lx->line_start.offset - lx->in.origin;
    } else if (line == lx->previous_start.line) {
        *pos = lx->previous_start.offset - lx->in.origin;
    } else if (!lx->in.file) { // all the text is there: count lines
        const char *text = (const char *)lx->in.text;
        size_t at = 0 - lx->in.origin;
        for (uint32_t n = 1; n < line && at < lx->in.end;) {
            char c = text[at++];
            n += c == '\n' || (c == '\r' && text[at] != '\n');
        }
        *pos = at;
    } else {
        return false;
    }
    return *pos <= lx->in.end && *pos >= (lx->in.file ? sizeof(Cell) : 0);
}

bool lexer_line_text(Lexer *lx, uint32_t line, const char **text, size_t *size) {
    size_t pos;
    if (!lx->in.text || !find_in_cell(lx, line, &pos)) {
        return false;
    }
    size_t from = pos + lx->in.origin;
    ReaderFault fault = {.kind = READ_MORE};
    size_t n = 0;
    for (;; n++) {
        if (from + n - lx->in.origin >= lx->in.end) {
            size_t keep = from < lexer_keep(lx) ? from : lexer_keep(lx);
            reader_fill(&lx->in, keep, &fault);
            if (fault.kind != READ_MORE) {
                break;
            }
        }
        char c = lexer_text(lx, from)[n];
        if (c == '\n' || c == '\r' || (n >= KEPT_LINE && (c & 0xc0) != 0x80)) {
            break;
        }
    }
    *text = lexer_text(lx, from);
    *size = n;
    return true;
}

void lexer_error(Lexer *lx, const char *format, ...) {
    va_list list;
    va_start(list, format);
    uint32_t column = column_of(lx, lexer_offset(lx));
    SyntaxPlace place = {lx->line, column ? column : 1, lx->line, column + 1};
    syntax_error_v(lx, &syntax_error_type, &place, format, list);
}

void lexer_error_at_start(Lexer *lx, const Token *t, const char *format, ...) {
    va_list list;
    va_start(list, format);
    SyntaxPlace place = {t->line, t->column, t->line, t->column + 1};
    syntax_error_v(lx, &syntax_error_type, &place, format, list);
}

// ---- brackets ---------------------------------------------------------------------------------

void lexer_push(Lexer *lx, uint8_t open, uint8_t flags, uint8_t quote, const Token *t) {
    assert(open == 'f' || open == '(' || open == '[' || open == '{');
    if (lx->depth >= MAX_BRACKETS) {
        lexer_error(lx, "too many nested parentheses");
    }
    if (lx->depth == lx->capacity) {
        uint32_t capacity = lx->capacity ? lx->capacity * 2 : 9;
        BracketStack *fresh = heap_alloc_raw(&bracket_stack_type,
                                             sizeof *fresh + capacity * sizeof(Bracket));
        if (lx->depth) {
            memcpy(fresh->at, lx->brackets->at, lx->depth * sizeof(Bracket));
            heap_free(lx->brackets);
        }
        lx->brackets = fresh;
        lx->capacity = capacity;
    }
    lx->brackets->at[lx->depth++] = (Bracket){open, flags, quote, t->line, t->column};
}

static int format_letter(const Lexer *lx) { // of the innermost string under way: f or t
    for (uint32_t i = lx->depth; i-- > 0;) {
        if (lx->brackets->at[i].open == 'f') {
            return lx->brackets->at[i].flags & STRING_TEMPLATE ? 't' : 'f';
        }
    }
    return 0;
}

static void close_bracket(Lexer *lx, uint8_t close) {
    Bracket *top = lexer_top(lx);
    if (!top) {
        lexer_error(lx, "unmatched '%c'", (uint32_t)close);
    }
    uint8_t open = close == ')' ? '(' : close == ']' ? '[' : '{';
    if (top->open != open) {
        if (top->flags & BRACKET_FIELD) {
            lexer_error(lx, "%c-string: unmatched '%c'", (uint32_t)format_letter(lx),
                        (uint32_t)close);
        }
        if (top->line != lx->line) {
            lexer_error(lx, "closing parenthesis '%c' does not match opening parenthesis '%c' "
                            "on line %d", (uint32_t)close, (uint32_t)top->open, (int)top->line);
        }
        lexer_error(lx, "closing parenthesis '%c' does not match opening parenthesis '%c'",
                    (uint32_t)close, (uint32_t)top->open);
    }
    lx->depth--;
}

// The end of the text inside a bracket or string.
static void end_in_brackets(Lexer *lx) {
    Bracket *top = lexer_top(lx);
    if (lx->error_line && lx->error_line <= top->line) {
        return;
    }
    if (top->flags & BRACKET_FIELD && top->open == '{') {
        lexer_error(lx, "%c-string: expecting '}'", (uint32_t)format_letter(lx));
    }
    SyntaxPlace place = {top->line, top->column, top->line, top->column + 1};
    syntax_error_place(lx, &syntax_error_type, &place, "'%c' was never closed",
                       (uint32_t)top->open);
}

// ---- white space and indentation --------------------------------------------------------------

static void skip_comment(Lexer *lx) {
    for (int c = lexer_byte(lx, 0); c >= 0 && c != '\n' && c != '\r'; c = lexer_byte(lx, 0)) {
        lx->in.pos++;
        lx->token_start = lexer_offset(lx);
    }
}

// After a backslash: the newline that must follow.
static void join_line(Lexer *lx) {
    lx->in.pos++;
    if (lexer_byte(lx, 0) < 0) {
        uint32_t column = column_of(lx, lexer_offset(lx)) + 1;
        SyntaxPlace place = {lx->line, column, lx->line, column};
        syntax_error_place(lx, &syntax_error_type, &place, "unexpected EOF while parsing");
    }
    if (!lexer_skip_newline(lx)) {
        lx->in.pos++;
        while ((lexer_byte(lx, 0) & 0xc0) == 0x80) {
            lx->in.pos++;
        }
        lexer_error(lx, "unexpected character after line continuation character");
    }
    if (lexer_byte(lx, 0) < 0) {
        lexer_error(lx, "unexpected EOF while parsing");
    }
}

// To the next token; inside brackets over newlines as well.
static void skip_space(Lexer *lx) {
    for (;;) {
        int c = lexer_byte(lx, 0);
        lx->token_start = lexer_offset(lx);
        if (c == ' ' || c == '\t' || c == '\f') {
            lx->in.pos++;
        } else if (c == '#') {
            skip_comment(lx);
        } else if (c == '\\') {
            join_line(lx);
        } else if (!lx->depth || !lexer_skip_newline(lx)) {
            return;
        }
    }
}

// The columns of the next line that is not blank.
static void measure_indent(Lexer *lx, uint32_t *column, uint32_t *alternative) {
    bool joined = false;
    *column = *alternative = 0;
    for (;;) {
        int c = lexer_byte(lx, 0);
        lx->token_start = lexer_offset(lx);
        if (c == ' ' || c == '\t') {
            if (!joined) {
                *column = c == ' ' ? *column + 1 : (*column / TAB_WIDTH + 1) * TAB_WIDTH;
                ++*alternative;
            }
            lx->in.pos++;
        } else if (c == '\f') {
            *column = *alternative = 0;
            lx->in.pos++;
        } else if (c == '\\') {
            join_line(lx);
            joined = true;
        } else if (c == '#') {
            skip_comment(lx);
        } else if (lexer_skip_newline(lx)) {
            *column = *alternative = 0;
            joined = false;
        } else {
            return;
        }
    }
}

// TabError has its place at the start of the line, the others at its end.
static _Noreturn void indent_error(Lexer *lx, const Type *type, const char *message) {
    const char *text;
    size_t size;
    uint32_t column = 1;
    if (type != &tab_error_type && lexer_line_text(lx, lx->line, &text, &size)) {
        column = (uint32_t)utf8_count(text, size) + 1;
    }
    SyntaxPlace place = {lx->line, column, lx->line, column};
    syntax_error_place(lx, type, &place, "%s", message);
}

// Handles the indentation of a line: true if t is an INDENT.
static bool indentation(Lexer *lx, Token *t) {
    assert(lx->depth == 0 && lx->indent_count > 0);
    static const char inconsistent[] = "inconsistent use of tabs and spaces in indentation";
    uint32_t column, alternative;
    measure_indent(lx, &column, &alternative);
    lx->at_line_start = lexer_byte(lx, 0) < 0;
    if (lx->at_line_start) {
        return false;
    }
    uint16_t *top = lx->indents[lx->indent_count - 1];
    if (column == top[0]) {
        if (alternative != top[1]) {
            indent_error(lx, &tab_error_type, inconsistent);
        }
        return false;
    }
    if (column > top[0]) {
        if (alternative <= top[1]) {
            indent_error(lx, &tab_error_type, inconsistent);
        }
        if (lx->indent_count == MAX_INDENTS || column > UINT16_MAX) {
            indent_error(lx, &indentation_error_type, "too many levels of indentation");
        }
        lx->indents[lx->indent_count][0] = (uint16_t)column;
        lx->indents[lx->indent_count++][1] = (uint16_t)alternative;
        start_token(lx, t);
        lexer_finish(lx, t, TOK_INDENT);
        return true;
    }
    while (column < lx->indents[lx->indent_count - 1][0]) {
        lx->indent_count--;
        lx->pending_dedents++;
    }
    top = lx->indents[lx->indent_count - 1];
    if (column != top[0]) {
        indent_error(lx, &indentation_error_type,
                     "unindent does not match any outer indentation level");
    }
    if (alternative != top[1]) {
        indent_error(lx, &tab_error_type, inconsistent);
    }
    return false;
}

// ---- operators --------------------------------------------------------------------------------

typedef struct Operator {
    char first;
    uint8_t plain, doubled, assign, doubled_assign; // kinds; 0: no such operator
} Operator;

static const Operator operators[] = {
    {'+', TOK_PLUS, 0, TOK_PLUS_ASSIGN, 0},
    {'-', TOK_MINUS, 0, TOK_MINUS_ASSIGN, 0},
    {'*', TOK_STAR, TOK_DOUBLE_STAR, TOK_STAR_ASSIGN, TOK_DOUBLE_STAR_ASSIGN},
    {'/', TOK_SLASH, TOK_DOUBLE_SLASH, TOK_SLASH_ASSIGN, TOK_DOUBLE_SLASH_ASSIGN},
    {'%', TOK_PERCENT, 0, TOK_PERCENT_ASSIGN, 0},
    {'@', TOK_AT, 0, TOK_AT_ASSIGN, 0},
    {'&', TOK_AMPERSAND, 0, TOK_AMPERSAND_ASSIGN, 0},
    {'|', TOK_PIPE, 0, TOK_PIPE_ASSIGN, 0},
    {'^', TOK_CARET, 0, TOK_CARET_ASSIGN, 0},
    {'=', TOK_ASSIGN, TOK_EQ, 0, 0},
    {'<', TOK_LT, TOK_LSHIFT, TOK_LE, TOK_LSHIFT_ASSIGN},
    {'>', TOK_GT, TOK_RSHIFT, TOK_GE, TOK_RSHIFT_ASSIGN},
    {',', TOK_COMMA, 0, 0, 0},
    {';', TOK_SEMICOLON, 0, 0, 0},
    {'~', TOK_TILDE, 0, 0, 0},
    {'!', TOK_BANG, 0, TOK_NE, 0},
    {':', TOK_COLON, 0, TOK_WALRUS, 0},
    {'$', TOK_BAD, 0, 0, 0},
    {'?', TOK_BAD, 0, 0, 0},
    {'`', TOK_BAD, 0, 0, 0},
};

// A ':' that ends the expression of a replacement field.
static bool field_operator(Lexer *lx, int c, Token *t) {
    Bracket *top = lexer_top(lx);
    if (!top || !(top->flags & BRACKET_FIELD) || c != ':') {
        return false;
    }
    lx->in.pos++;
    lexer_finish(lx, t, TOK_COLON);
    top->flags |= BRACKET_SPEC;
    return true;
}

static void dot(Lexer *lx, Token *t) {
    bool three = lexer_byte(lx, 1) == '.' && lexer_byte(lx, 2) == '.';
    lx->in.pos += three ? 3 : 1;
    lexer_finish(lx, t, three ? TOK_ELLIPSIS : TOK_DOT);
}

static bool brackets(Lexer *lx, int c, Token *t) {
    static const char all[] = "()[]{}";
    const char *found = c > 0 ? strchr(all, c) : NULL;
    if (!found) {
        return false;
    }
    lx->in.pos++;
    int kind = (int)(found - all);
    if (kind & 1) {
        close_bracket(lx, (uint8_t)c);
    } else {
        lexer_push(lx, (uint8_t)c, 0, 0, t);
    }
    lexer_finish(lx, t, (uint8_t)(TOK_LPAREN + kind));
    return true;
}

static bool operator_token(Lexer *lx, int c, Token *t) {
    const Operator *op = operators;
    while (op->first != c) {
        if (++op == operators + COUNT_OF(operators)) {
            return false;
        }
    }
    int second = lexer_byte(lx, 1);
    uint8_t kind = op->plain;
    size_t size = 1;
    if (second == '>' && (c == '-' || c == '<')) {
        kind = c == '-' ? TOK_ARROW : TOK_BAD;
        size = 2;
    } else if (op->doubled && second == c) {
        bool assign = op->doubled_assign && lexer_byte(lx, 2) == '=';
        kind = assign ? op->doubled_assign : op->doubled;
        size = assign ? 3 : 2;
    } else if (op->assign && second == '=') {
        kind = op->assign;
        size = 2;
    }
    lx->in.pos += size;
    lexer_finish(lx, t, kind);
    return true;
}

// A character that starts no token.
static _Noreturn void bad_character(Lexer *lx, uint32_t c) {
    lx->in.pos++;
    syntax_error_character(lx, c);
}

static void end_of_text(Lexer *lx, Token *t) {
    if (lx->depth) {
        end_in_brackets(lx);
    }
    lexer_finish(lx, t, lx->at_line_start ? TOK_END : TOK_NEWLINE);
    lx->at_line_start = true;
}

void lexer_next(Lexer *lx, Token *t) {
    poll_interrupt();
    Bracket *top = lexer_top(lx);
    if (top && (top->open == 'f' || top->flags & BRACKET_SPEC)) {
        start_token(lx, t);
        lexer_format_text(lx, t);
        return;
    }
    if (lx->at_line_start && lexer_byte(lx, 0) >= 0 && indentation(lx, t)) {
        return;
    }
    if (lexer_byte(lx, 0) < 0 && lx->at_line_start && lx->indent_count > 1) {
        lx->pending_dedents = (uint8_t)(lx->indent_count - 1);
        lx->indent_count = 1;
    }
    if (lx->pending_dedents) {
        lx->pending_dedents--;
        start_token(lx, t);
        lexer_finish(lx, t, TOK_DEDENT);
        return;
    }
    skip_space(lx);
    start_token(lx, t);
    int c = lexer_byte(lx, 0);
    if (c < 0) {
        end_of_text(lx, t);
    } else if (lexer_is_name_char(lx, c) && !(c >= '0' && c <= '9')) {
        lexer_name(lx, t);
    } else if (c == '\n' || c == '\r') {
        lexer_finish(lx, t, TOK_NEWLINE);
        t->end_column++;
        lexer_skip_newline(lx);
        lx->at_line_start = true;
    } else if (c == '"' || c == '\'') {
        lexer_string(lx, t, 0);
    } else if ((c >= '0' && c <= '9') ||
               (c == '.' && lexer_byte(lx, 1) >= '0' && lexer_byte(lx, 1) <= '9')) {
        lexer_number(lx, t);
    } else if (c == '.') {
        dot(lx, t);
    } else if (!brackets(lx, c, t) && !field_operator(lx, c, t) && !operator_token(lx, c, t)) {
        bad_character(lx, (uint32_t)c);
    }
}
