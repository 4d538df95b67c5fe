// SPDX-License-Identifier: MIT
// parser_state.h: what the files of the parser share: its state, tokens, nodes, and one function
// per rule of the grammar that another file needs.
//
// Every parse_xxx starts at p->token and leaves p->token at the first token it did not use.
// Nodes are made when their parts are there, so that a node's end is the end of the last token.
#ifndef CORE_PARSER_STATE_H
#define CORE_PARSER_STATE_H

#include "compile/ast.h"
#include "compile/lexer.h"
#include "compile/syntax_error.h"
#include "error.h"
#include "objects/containers.h"

struct Parser {
    Cell head;
    Value filename;
    Lexer lexer;
    Arena arena;
    Token token, ahead;              // the present one; the next if has_ahead
    uint32_t end_line, end_column;   // end of the last token used
    size_t end_offset;
    Dict *constants;                 // X = const(...) at module level; NULL: none
    uint32_t block_depth;
    uint8_t mode;                    // ParseMode
    bool has_ahead, started, done;
    bool trying;                     // an error will be caught: don't read the rest for better ones
};

typedef struct Place {
    uint32_t line, column;
} Place;

typedef struct NodeList {
    Node *first, *last;
    size_t count;
} NodeList;

// CONST.op: what the constant was in the source.
enum { CONST_LITERAL, CONST_EXPRESSION, CONST_DEBUG };

// ---- tokens -----------------------------------------------------------------------------------
void token_next(Parser *p);
const Token *token_peek(Parser *p); // the token after p->token; valid until token_next()
static inline bool at(const Parser *p, TokenKind kind) {
    return p->token.kind == kind;
}
bool token_accept(Parser *p, TokenKind kind);        // uses it if it is there
void token_expect(Parser *p, TokenKind kind);        // "invalid syntax" if it is not
void token_expect_colon(Parser *p, bool always);     // "expected ':'" (only at a line's end unless always)
Value token_expect_name(Parser *p);                  // an identifier
bool token_is_soft(const Parser *p, const Str *word); // a NAME token with this text
bool token_starts_expression(TokenKind kind);
static inline Place here(const Parser *p) {
    return (Place){p->token.line, p->token.column};
}

// ---- nodes ------------------------------------------------------------------------------------
Node *node_new(Parser *p, NodeKind kind, Place start); // ends with the last token used
static inline Place place_of(const Node *n) {
    return (Place){n->line, n->column};
}
static inline Node *node_under(Node *parent, Node *child) { // passes NODE_HAS_WALRUS up
    if (child) {
        parent->flags |= child->flags & NODE_HAS_WALRUS;
    }
    return child;
}
Node *node_under_list(Node *parent, Node *list);
void node_list_add(NodeList *list, Node *n);
Node *node_const(Parser *p, Value v, Place start);
Node *node_name(Parser *p, Value name, Place start);
static inline bool is_const(const Node *n) {
    return n->kind == NODE_CONST;
}

// ---- parse_expr.c -----------------------------------------------------------------------------
Node *parse_expression(Parser *p);  // conditional expression or lambda
Node *parse_walrus(Parser *p, Node *target); // at the := behind it
Node *parse_named(Parser *p);       // the same or a walrus; explains a misplaced '='
Node *parse_bitor(Parser *p);       // operands of comparisons
Node *parse_comparison(Parser *p);
Node *parse_disjunction(Parser *p);
Node *parse_star_expression(Parser *p, bool named); // the same with '*'
Node *parse_expression_list(Parser *p); // star_expressions: one, or a tuple
Node *parse_value(Parser *p);       // yield expression or star_expressions, no lone '*'
Node *parse_yield(Parser *p);
void parse_check_equals(Parser *p, Node *n);
void parse_refuse_star(Parser *p, const Node *n);
Node *parse_finish_tuple(Parser *p, NodeList *list, Place start); // folds constants
// ---- parse_atom.c
Node *parse_primary(Parser *p);     // with await
Node *parse_comp_for(Parser *p);    // list of COMP_FOR
Node *parse_comprehension(Parser *p, NodeKind kind, Node *element, Place start);
bool parse_at_comp_for(Parser *p);
_Noreturn void parse_missing_comma(Parser *p, const Node *before);
// ---- parse_call.c
Node *parse_arguments(Parser *p);   // after '(' up to and with ')'
// ---- parse_string.c
Node *parse_strings(Parser *p);
// ---- parse_params.c
Node *parse_parameters(Parser *p, TokenKind close, bool annotated);
Node *parse_lambda(Parser *p);
Node *parse_type_params(Parser *p); // at '['; list
// ---- parse_target.c
typedef enum { TARGET_ASSIGN, TARGET_FOR, TARGET_WITH, TARGET_DELETE } TargetUse;
const char *parse_expression_kind(const Node *n); // "function call", "literal" ...
void parse_check_target(Parser *p, Node *n, TargetUse use); // raises if it is none
Node *parse_invalid_target(Node *n, TargetUse use);         // the culprit or NULL
Node *parse_target_list(Parser *p);                         // of for and comprehensions
// ---- parse_simple.c
Node *parse_simple_line(Parser *p); // simple statements up to the end of the line
Node *parse_import(Parser *p);
Node *parse_import_from(Parser *p);
// ---- parse_block.c, parse_with_try.c, parse_match.c
NodeList parse_statement(Parser *p);
Node *parse_block(Parser *p, const char *what, uint32_t line); // after the ':'
Node *parse_with(Parser *p, Place start, bool is_async);
Node *parse_try(Parser *p);
bool parse_at_match(Parser *p);
Node *parse_match(Parser *p);
// Looks on from p->token, without using anything: does the logical line end with ':'?
bool parse_line_ends_with_colon(Parser *p);
// p->token is '(': is there an `as` directly inside these parentheses?
bool parse_as_inside(Parser *p);
// ---- fold.c
Node *fold_unary(Parser *p, UnaryOp op, Node *a, Place start);  // NULL: not folded
Node *fold_binary(Parser *p, BinaryOp op, Node *a, Node *b, Place start);
Node *fold_not(Parser *p, Node *a, Place start);
void fold_tuple(Parser *p, Node *tuple); // in place, if all items are constants
void fold_undo_tuple(Node *tuple);       // CONST from fold_tuple becomes TUPLE again
bool fold_const_call(Parser *p, Node *assign); // X = const(expr)

#endif
