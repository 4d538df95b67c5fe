// SPDX-License-Identifier: MIT
// syntax_error.h: raising SyntaxError from the lexer and the parser, with place and text.
#ifndef CORE_SYNTAX_ERROR_H
#define CORE_SYNTAX_ERROR_H

#include "compile/lexer.h"

typedef struct SyntaxPlace { // from 1, columns in code points, end exclusive
    uint32_t line, column, end_line, end_column;
} SyntaxPlace;

// Errors found by the lexer: final.
_Noreturn void syntax_error_place(Lexer *lx, const Type *type, const SyntaxPlace *place,
                                  const char *format, ...);
_Noreturn void syntax_error_v(Lexer *lx, const Type *type, const SyntaxPlace *place,
                              const char *format, va_list list);
// The text is not valid UTF-8, has a NUL or an unknown coding.
_Noreturn void syntax_error_source(Lexer *lx, const ReaderFault *fault);
// A character just read that no token starts with.
_Noreturn void syntax_error_character(Lexer *lx, uint32_t c);

// Errors found by the parser. The rest of the text is read first: an error of the lexer in it
// (a bracket that is never closed, an unterminated string) is raised instead, as in CPython.
_Noreturn void syntax_error(Parser *p, const char *format, ...);            // at the present token
_Noreturn void syntax_error_plain(Parser *p);                               // "invalid syntax"
_Noreturn void syntax_error_token(Parser *p, const Token *t, const char *format, ...);
_Noreturn void syntax_error_range(Parser *p, const Node *from, const Node *to, const char *format,
                                  ...);                                     // to NULL: from alone
_Noreturn void indentation_error(Parser *p, const char *format, ...);

#endif
