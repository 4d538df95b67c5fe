// SPDX-License-Identifier: MIT
// ast.h: the tree of one top-level statement, built by the parser in an arena, read by the
// scope pass and the emitter, then freed at once.
//
// One node structure for all kinds; the table below says which field holds what. Lists are
// chained through `next`. Nodes are allocated only as far as their kind needs (node_size).
#ifndef CORE_AST_H
#define CORE_AST_H

#include "value/type.h"

typedef enum {
    // ---- expressions
    NODE_CONST,     // value: None, bool, int, float, complex, str, bytes, Ellipsis, const tuple
    NODE_NAME,      // value: interned Str
    NODE_JOINED,    // f-string. a: list of CONST str | FORMATTED
    NODE_FORMATTED, // a: expression, op: conversion 's' 'r' 'a' or 0, b: JOINED format spec or NULL
    NODE_TEMPLATE,  // t-string. a: list of CONST str | INTERPOLATION
    NODE_INTERPOLATION, // as FORMATTED; value: source text of the expression (str)
    NODE_UNARY,     // op: UnaryOp, a
    NODE_NOT,       // a
    NODE_BINARY,    // op: BinaryOp, a, b
    NODE_AND,       // a: list of two or more
    NODE_OR,        // a: list of two or more
    NODE_COMPARE,   // a: left, b: list of COMPARAND
    NODE_COMPARAND, // op: AstCompare, a: right operand
    NODE_IF_EXP,    // a: condition, b: then, c: else
    NODE_LAMBDA,    // a: list of PARAM, b: body expression
    NODE_NAMED,     // a: NAME, b: value (walrus)
    NODE_CALL,      // a: function, b: list of expression | STARRED | KEYWORD in source order
    NODE_KEYWORD,   // value: interned name or ABSENT for **, a: expression (or pattern)
    NODE_ATTRIBUTE, // a: object, value: interned name (not mangled)
    NODE_SUBSCRIPT, // a: object, b: index (SLICE, TUPLE possibly with SLICE or STARRED, any)
    NODE_SLICE,     // a, b, c: start, stop, step or NULL
    NODE_TUPLE,     // a: list (may hold STARRED)
    NODE_LIST,      // a: list
    NODE_SET,       // a: list, not empty
    NODE_DICT,      // a: list of PAIR
    NODE_PAIR,      // a: key or NULL for **, b: value
    NODE_LISTCOMP,  // a: element, b: list of COMP_FOR
    NODE_SETCOMP,
    NODE_GENEXP,
    NODE_DICTCOMP,  // a: PAIR, b: list of COMP_FOR
    NODE_COMP_FOR,  // a: target, b: iterable, c: list of conditions, flags: NODE_ASYNC
    NODE_YIELD,     // a: value or NULL
    NODE_YIELD_FROM, // a
    NODE_AWAIT,     // a
    NODE_STARRED,   // a
    // ---- statements (lists chained through next)
    NODE_EXPR,      // a: expression
    NODE_ASSIGN,    // a: list of targets (leftmost first), b: value
    NODE_AUG_ASSIGN, // op: BinaryOp, a: target, b: value
    NODE_ANN_ASSIGN, // a: target, b: annotation, c: value or NULL, flags: NODE_SIMPLE (bare name),
                    // value: set by the scope pass, see scope_walk.c
    NODE_RETURN,    // a: value or NULL
    NODE_DELETE,    // a: list of targets
    NODE_PASS,
    NODE_BREAK,
    NODE_CONTINUE,
    NODE_IF,        // a: condition, b: body, c: else body (elif: a single IF) or NULL
    NODE_WHILE,     // a: condition, b: body, c: else body or NULL
    NODE_FOR,       // a: target, b: iterable, c: body, d: else body or NULL, flags: NODE_ASYNC
    NODE_WITH,      // a: list of WITH_ITEM, b: body, flags: NODE_ASYNC
    NODE_WITH_ITEM, // a: expression, b: target or NULL
    NODE_TRY,       // a: body, b: list of HANDLER, c: else body, d: finally body, flags: NODE_STAR
    NODE_HANDLER,   // a: type expression or NULL, value: name or ABSENT, b: body
    NODE_RAISE,     // a: exception or NULL, b: cause or NULL
    NODE_ASSERT,    // a: condition, b: message or NULL
    NODE_GLOBAL,    // a: list of NAME
    NODE_NONLOCAL,  // a: list of NAME
    NODE_IMPORT,    // a: list of ALIAS
    NODE_IMPORT_FROM, // value: dotted module name or ABSENT, line..., a: list of ALIAS or NULL for *,
                    // flags: number of leading dots
    NODE_ALIAS,     // value: dotted name (interned str), a: NAME after `as` or NULL
    NODE_FUNCTION,  // value: name, a: list of PARAM, b: body, c: return annotation or NULL,
                    // d: decorators, e: type parameters, flags: NODE_ASYNC
    NODE_CLASS,     // value: name, a: list of arguments as in CALL, b: body, d: decorators,
                    // e: type parameters
    NODE_TYPE_ALIAS, // a: NAME, b: value, e: type parameters
    NODE_MATCH,     // a: subject, b: list of CASE
    NODE_CASE,      // a: pattern, b: guard or NULL, c: body
    // ---- parts
    NODE_PARAM,     // value: name, a: annotation or NULL, b: default or NULL, op: ParamKind
    NODE_TYPE_PARAM, // value: name, a: bound or NULL, b: default or NULL, op: 0 TypeVar,
                    // 1 TypeVarTuple (*), 2 ParamSpec (**)
    // ---- patterns
    NODE_PAT_VALUE,    // a: expression compared with ==
    NODE_PAT_SINGLETON, // value: None, True or False, compared with is
    NODE_PAT_SEQUENCE, // a: list of patterns, at most one PAT_STAR
    NODE_PAT_STAR,     // value: name or ABSENT (*_)
    NODE_PAT_MAPPING,  // a: list of PAIR (key expression, pattern), value: **rest name or ABSENT
    NODE_PAT_CLASS,    // a: class expression, b: positional patterns, c: list of KEYWORD
    NODE_PAT_AS,       // a: pattern or NULL, value: name or ABSENT (the wildcard _)
    NODE_PAT_OR,       // a: list
    NODE_KINDS
} NodeKind;

typedef enum { // COMPARAND.op: CompareOp values, then
    AST_IS = CMP_GE + 1, AST_IS_NOT, AST_IN, AST_NOT_IN
} AstCompare;

typedef enum { PARAM_POSONLY, PARAM_NORMAL, PARAM_STAR, PARAM_KWONLY, PARAM_DOUBLE_STAR } ParamKind;

enum { // Node.flags
    NODE_ASYNC = 1,
    NODE_STAR = 2,          // except*
    NODE_SIMPLE = 4,
    NODE_PARENTHESISED = 8, // the expression stood in parentheses of its own
    NODE_HAS_WALRUS = 16,   // a NAMED, or an AWAIT/YIELD, is somewhere inside (operands must be copied)
};

typedef struct Node Node;
struct Node {
    uint8_t kind, op;
    uint16_t flags;
    uint32_t line;               // from 1
    uint32_t column, end_column; // code points from 1; end exclusive, on end_line == line or later
    Node *next;
    Value value;
    Node *a, *b, *c, *d, *e;
};

#endif
