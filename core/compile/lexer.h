// SPDX-License-Identifier: MIT
// lexer.h: source text to tokens, one at a time.
//
// The lexer decides by itself what comes next; the bracket stack is its only mode:
//   empty                     statements: NEWLINE, INDENT and DEDENT count
//   '(' '[' '{' on top        an expression over several lines
//   'f' on top                the text of an f-string or t-string, up to '{' or its end
//   '{' with BRACKET_FIELD    the expression of a replacement field
//   ... and BRACKET_SPEC      the text of its format specification
// So looking ahead needs little more than a copy of the Lexer (lexer_rewind).
#ifndef CORE_LEXER_H
#define CORE_LEXER_H

#include "compile/parser.h"
#include "text/str.h"

typedef enum {
    TOK_END, TOK_NEWLINE, TOK_INDENT, TOK_DEDENT,
    TOK_NAME, TOK_NUMBER, TOK_STRING,
    TOK_FSTART, TOK_FTEXT, TOK_FEND, // f-strings and t-strings
    TOK_LPAREN, TOK_RPAREN, TOK_LBRACKET, TOK_RBRACKET, TOK_LBRACE, TOK_RBRACE,
    TOK_COMMA, TOK_COLON, TOK_SEMICOLON, TOK_DOT, TOK_ELLIPSIS, TOK_ARROW, TOK_WALRUS,
    TOK_BANG, TOK_ASSIGN, TOK_TILDE,
    TOK_BAD, // $ ? `
    // in the order of BinaryOp
    TOK_PLUS, TOK_MINUS, TOK_STAR, TOK_SLASH, TOK_DOUBLE_SLASH, TOK_PERCENT, TOK_DOUBLE_STAR,
    TOK_LSHIFT, TOK_RSHIFT, TOK_AMPERSAND, TOK_PIPE, TOK_CARET, TOK_AT,
    TOK_PLUS_ASSIGN, TOK_MINUS_ASSIGN, TOK_STAR_ASSIGN, TOK_SLASH_ASSIGN,
    TOK_DOUBLE_SLASH_ASSIGN, TOK_PERCENT_ASSIGN, TOK_DOUBLE_STAR_ASSIGN, TOK_LSHIFT_ASSIGN,
    TOK_RSHIFT_ASSIGN, TOK_AMPERSAND_ASSIGN, TOK_PIPE_ASSIGN, TOK_CARET_ASSIGN, TOK_AT_ASSIGN,
    // in the order of CompareOp
    TOK_LT, TOK_LE, TOK_EQ, TOK_NE, TOK_GT, TOK_GE,
    // keywords, in alphabetical order of the words in lexer_name.c
    TOK_FALSE, TOK_NONE, TOK_TRUE, TOK_AND, TOK_AS, TOK_ASSERT, TOK_ASYNC, TOK_AWAIT, TOK_BREAK,
    TOK_CLASS, TOK_CONTINUE, TOK_DEF, TOK_DEL, TOK_ELIF, TOK_ELSE, TOK_EXCEPT, TOK_FINALLY,
    TOK_FOR, TOK_FROM, TOK_GLOBAL, TOK_IF, TOK_IMPORT, TOK_IN, TOK_IS, TOK_LAMBDA, TOK_NONLOCAL,
    TOK_NOT, TOK_OR, TOK_PASS, TOK_RAISE, TOK_RETURN, TOK_TRY, TOK_WHILE, TOK_WITH, TOK_YIELD,
    TOK_KINDS
} TokenKind;

typedef struct Token {
    uint8_t kind;
    uint8_t flags;     // TOK_FSTART: StringFlags
    uint32_t line, column, end_line, end_column; // from 1, columns in code points, end exclusive
    size_t start, end; // stream offsets
    Value value;       // NAME: interned str; NUMBER; STRING: str or bytes; FTEXT: str
} Token;

enum { // StringFlags
    STRING_RAW = 1, STRING_BYTES = 2, STRING_FORMAT = 4, STRING_TEMPLATE = 8, STRING_TRIPLE = 16,
    STRING_UNICODE = 32,
};

typedef struct Bracket {
    uint8_t open;  // ( [ { or f
    uint8_t flags; // BRACKET_FIELD, BRACKET_SPEC; of f: StringFlags
    uint8_t quote; // of f
    uint32_t line, column;
} Bracket;
enum { BRACKET_FIELD = 1, BRACKET_SPEC = 2 };
enum { MAX_BRACKETS = 200, MAX_INDENTS = 100 };

typedef struct BracketStack { // internal cell
    Cell head;
    Bracket at[];
} BracketStack;

typedef struct LineStart { // where a line begins; line 0: none
    uint32_t line;
    size_t offset;
} LineStart;

typedef struct Lexer {
    Reader in;
    BracketStack *brackets;
    uint32_t depth, capacity; // of brackets
    uint32_t line;          // of the next byte, from 1
    LineStart line_start, previous_start; // of the present line and the one before
    size_t column_offset;   // a place in the present line ...
    uint32_t column;        // ... and the code points before it
    size_t token_start;     // stream offset kept while a token is read
    size_t mark;            // stream offset kept for looking back; only if `marked`
    uint8_t marked;         // nesting of marks
    bool at_line_start;     // indentation comes next
    bool scanning;          // looking ahead: make no values
    uint32_t error_line;    // not 0: the parser found an error there and reads the rest
    uint8_t indent_count;
    uint8_t pending_dedents;
    uint16_t indents[MAX_INDENTS][2]; // columns with tabs to 8 and tabs as 1
} Lexer;

void lexer_init(Lexer *lx, Reader *reader);
void lexer_trace(Lexer *lx, Visitor *visitor);
// The next token. Raises SyntaxError and its kinds, MemoryError, OSError.
void lexer_next(Lexer *lx, Token *t);
// Goes back to where the copy `saved` was made, after lexer_mark there. Of the brackets open then,
// only the innermost may have been closed since; the caller restores its entry.
void lexer_rewind(Lexer *lx, const Lexer *saved);
// Text from a stream offset on that is still kept; valid until the next token.
const char *lexer_text(const Lexer *lx, size_t from);
// Keeps the text from `offset` on until the matching lexer_unmark.
void lexer_mark(Lexer *lx, size_t offset);
void lexer_unmark(Lexer *lx);
// The start of `line` if it is still kept: fills *text and *size (without the newline).
bool lexer_line_text(Lexer *lx, uint32_t line, const char **text, size_t *size);

// ---- shared by lexer*.c -----------------------------------------------------------------------
bool lexer_more(Lexer *lx); // reads on; false at the end
static inline int lexer_byte(Lexer *lx, size_t ahead) { // -1 at the end
    while (UNLIKELY(lx->in.pos + ahead >= lx->in.end)) {
        if (!lexer_more(lx)) {
            return -1;
        }
    }
    return ((const uint8_t *)lx->in.text)[lx->in.pos + ahead];
}
static inline size_t lexer_offset(const Lexer *lx) { // in the stream
    return lx->in.pos + lx->in.origin;
}
bool lexer_skip_newline(Lexer *lx); // \n, \r\n or \r if it is there
void lexer_push(Lexer *lx, uint8_t open, uint8_t flags, uint8_t quote, const Token *t);
static inline Bracket *lexer_top(const Lexer *lx) { // NULL if no bracket is open
    return lx->depth ? &lx->brackets->at[lx->depth - 1] : NULL;
}
void lexer_finish(Lexer *lx, Token *t, uint8_t kind); // the token ends here
void lexer_name(Lexer *lx, Token *t);                 // or a keyword, or a string with a prefix
void lexer_number(Lexer *lx, Token *t);
void lexer_string(Lexer *lx, Token *t, uint8_t flags); // at the opening quote
void lexer_format_text(Lexer *lx, Token *t);           // in an f-string's text
bool lexer_is_name_char(Lexer *lx, int c);             // may c continue a name?
// SyntaxError at the last byte read; at the present token's start.
_Noreturn void lexer_error(Lexer *lx, const char *format, ...);
_Noreturn void lexer_error_at_start(Lexer *lx, const Token *t, const char *format, ...);

// ---- literal.c --------------------------------------------------------------------------------
// The value of a string literal's text (quotes and prefix removed), str or bytes. Braces of
// f-strings must have been halved by the caller. Raises SyntaxError through the lexer at t.
Value literal_string(Lexer *lx, const Token *t, const char *text, size_t size, uint8_t flags);

#endif
