// SPDX-License-Identifier: MIT
// parse_expr.c: operators, from the walrus down to the power, and lists of expressions.
//
// Left-associative chains are built by loops, so only brackets, prefix operators, lambdas, powers
// and nested conditional expressions use the C stack.
#include "compile/parser_state.h"
#include <assert.h>

// ---- binary operators -------------------------------------------------------------------------

enum { BITOR_PRECEDENCE = 1, HIGHEST_PRECEDENCE = 6 };

// Precedence of a binary operator that groups from the left, 0 if it is none.
static unsigned precedence(TokenKind kind) {
    switch (kind) {
    case TOK_PIPE: return BITOR_PRECEDENCE;
    case TOK_CARET: return 2;
    case TOK_AMPERSAND: return 3;
    case TOK_LSHIFT: case TOK_RSHIFT: return 4;
    case TOK_PLUS: case TOK_MINUS: return 5;
    case TOK_STAR: case TOK_SLASH: case TOK_DOUBLE_SLASH: case TOK_PERCENT: case TOK_AT:
        return HIGHEST_PRECEDENCE;
    default: return 0;
    }
}

static Node *binary(Parser *p, BinaryOp op, Node *a, Node *b, Place start) {
    Node *folded = fold_binary(p, op, a, b, start);
    if (folded) {
        return folded;
    }
    Node *n = node_new(p, NODE_BINARY, start);
    n->op = (uint8_t)op;
    n->a = node_under(n, a);
    n->b = node_under(n, b);
    return n;
}

static Node *parse_unary(Parser *p);

static Node *parse_power(Parser *p) {
    Place start = here(p);
    Node *a = parse_primary(p);
    if (!token_accept(p, TOK_DOUBLE_STAR)) {
        return a;
    }
    Node *b = parse_unary(p);
    return binary(p, OP_POW, a, b, start);
}

static Node *parse_unary(Parser *p) {
    stack_check();
    Place start = here(p);
    UnaryOp op;
    switch (p->token.kind) {
    case TOK_MINUS: op = OP_NEG; break;
    case TOK_PLUS: op = OP_POS; break;
    case TOK_TILDE: op = OP_INVERT; break;
    default: return parse_power(p);
    }
    token_next(p);
    Node *a = parse_unary(p);
    Node *n = fold_unary(p, op, a, start);
    if (!n) {
        n = node_new(p, NODE_UNARY, start);
        n->op = (uint8_t)op;
        n->a = node_under(n, a);
    }
    return n;
}

static Node *parse_binary(Parser *p, unsigned lowest) {
    Place start = here(p);
    Node *left = parse_unary(p);
    for (;;) {
        TokenKind kind = p->token.kind;
        unsigned level = precedence(kind);
        if (level < lowest) {
            return left;
        }
        token_next(p);
        Node *right = level == HIGHEST_PRECEDENCE ? parse_unary(p) : parse_binary(p, level + 1);
        left = binary(p, (BinaryOp)(kind - TOK_PLUS + OP_ADD), left, right, start);
    }
}

Node *parse_bitor(Parser *p) {
    return parse_binary(p, BITOR_PRECEDENCE);
}

// ---- comparisons and logic --------------------------------------------------------------------

// Uses a comparison operator; false if there is none.
static bool comparison_operator(Parser *p, uint8_t *op) {
    TokenKind kind = p->token.kind;
    if (kind >= TOK_LT && kind <= TOK_GE) {
        *op = (uint8_t)(kind - TOK_LT + CMP_LT);
    } else if (kind == TOK_IN) {
        *op = AST_IN;
    } else if (kind == TOK_NOT && token_peek(p)->kind == TOK_IN) {
        token_next(p);
        *op = AST_NOT_IN;
    } else if (kind == TOK_NOT && !p->lexer.depth) {
        syntax_error_token(p, &p->ahead, "invalid syntax");
    } else if (kind == TOK_IS) {
        *op = AST_IS;
        if (token_peek(p)->kind == TOK_NOT) {
            token_next(p);
            *op = AST_IS_NOT;
        }
    } else {
        return false;
    }
    token_next(p);
    return true;
}

Node *parse_comparison(Parser *p) {
    Place start = here(p);
    Node *left = parse_bitor(p);
    NodeList list = {0};
    uint8_t op;
    while (comparison_operator(p, &op)) {
        Place place = here(p);
        Node *right = parse_bitor(p);
        Node *item = node_new(p, NODE_COMPARAND, place);
        item->op = op;
        item->a = node_under(item, right);
        node_list_add(&list, item);
    }
    if (!list.count) {
        return left;
    }
    Node *n = node_new(p, NODE_COMPARE, start);
    n->a = node_under(n, left);
    n->b = node_under_list(n, list.first);
    return n;
}

static Node *parse_inversion(Parser *p) {
    if (!at(p, TOK_NOT)) {
        return parse_comparison(p);
    }
    stack_check();
    Place start = here(p);
    token_next(p);
    Node *a = parse_inversion(p);
    Node *n = fold_not(p, a, start);
    if (!n) {
        n = node_new(p, NODE_NOT, start);
        n->a = node_under(n, a);
    }
    return n;
}

static Node *parse_logic(Parser *p, TokenKind word, NodeKind kind, Node *(*operand)(Parser *)) {
    Place start = here(p);
    Node *first = operand(p);
    if (!at(p, word)) {
        return first;
    }
    NodeList list = {0};
    node_list_add(&list, first);
    while (token_accept(p, word)) {
        node_list_add(&list, operand(p));
    }
    Node *n = node_new(p, kind, start);
    n->a = node_under_list(n, list.first);
    return n;
}

static Node *parse_conjunction(Parser *p) {
    return parse_logic(p, TOK_AND, NODE_AND, parse_inversion);
}

Node *parse_disjunction(Parser *p) {
    return parse_logic(p, TOK_OR, NODE_OR, parse_conjunction);
}

static const char *statement_word(TokenKind kind) {
    return kind == TOK_PASS ? "pass" : kind == TOK_BREAK ? "break"
                                   : kind == TOK_CONTINUE ? "continue" : NULL;
}

static Node *parse_conditional(Parser *p, Node *then, Place start) {
    assert(at(p, TOK_IF));
    token_next(p);
    Node *condition = parse_disjunction(p);
    if (!at(p, TOK_ELSE)) {
        if (at(p, TOK_COLON)) {
            syntax_error_plain(p);
        }
        syntax_error_range(p, then, condition, "expected 'else' after 'if' expression");
    }
    token_next(p);
    if (statement_word(p->token.kind)) {
        syntax_error_range(p, then, condition,
                           "expected expression after 'else', but statement is given");
    }
    Node *otherwise = parse_expression(p);
    Node *n = node_new(p, NODE_IF_EXP, start);
    n->a = node_under(n, condition);
    n->b = node_under(n, then);
    n->c = node_under(n, otherwise);
    return n;
}

Node *parse_expression(Parser *p) {
    stack_check();
    if (at(p, TOK_LAMBDA)) {
        return parse_lambda(p);
    }
    Place start = here(p);
    if (statement_word(p->token.kind) && token_peek(p)->kind == TOK_IF) {
        syntax_error(p, "expected expression before 'if', but statement is given");
    }
    Node *n = parse_disjunction(p);
    return at(p, TOK_IF) ? parse_conditional(p, n, start) : n;
}

// ---- walrus -----------------------------------------------------------------------------------

static bool is_operand(const Node *n) { // what bitwise_or of the grammar can be
    switch (n->kind) {
    case NODE_AND: case NODE_OR: case NODE_NOT: case NODE_COMPARE: case NODE_IF_EXP:
    case NODE_LAMBDA: case NODE_NAMED:
        return n->flags & NODE_PARENTHESISED;
    default:
        return true;
    }
}

// A '=' after an expression where there can't be an assignment.
void parse_check_equals(Parser *p, Node *n) {
    if (!at(p, TOK_ASSIGN) || !is_operand(n)) {
        return;
    }
    if (n->kind == NODE_NAME && !(n->flags & NODE_PARENTHESISED)) {
        token_next(p);
        Node *right = token_starts_expression(p->token.kind) ? parse_bitor(p) : NULL;
        if (right && !at(p, TOK_ASSIGN) && !at(p, TOK_WALRUS)) {
            syntax_error_range(p, n, right, "invalid syntax. Maybe you meant '==' or ':=' "
                                            "instead of '='?");
        }
        syntax_error_plain(p);
    }
    const char *kind = parse_expression_kind(n);
    bool excluded = n->kind == NODE_LIST || n->kind == NODE_TUPLE || n->kind == NODE_GENEXP ||
                    strcmp(kind, "True") == 0 || strcmp(kind, "False") == 0 ||
                    strcmp(kind, "None") == 0 || strcmp(kind, "tuple") == 0;
    if (!excluded) {
        syntax_error_range(p, n, NULL, "cannot assign to %s here. Maybe you meant '==' instead "
                                       "of '='?", kind);
    }
}

Node *parse_walrus(Parser *p, Node *target) {
    assert(at(p, TOK_WALRUS));
    Place start = place_of(target);
    token_next(p);
    Node *value = parse_expression(p);
    Node *n = node_new(p, NODE_NAMED, start);
    n->a = target;
    n->b = value;
    n->flags |= NODE_HAS_WALRUS;
    return n;
}

static Node *walrus(Parser *p, Node *target) {
    if (target->kind != NODE_NAME || target->flags & NODE_PARENTHESISED) {
        syntax_error_range(p, target, NULL, "cannot use assignment expressions with %s",
                           parse_expression_kind(target));
    }
    return parse_walrus(p, target);
}

Node *parse_named(Parser *p) {
    Node *n = parse_expression(p);
    if (at(p, TOK_WALRUS)) {
        n = walrus(p, n);
    }
    parse_check_equals(p, n);
    return n;
}

// ---- lists ------------------------------------------------------------------------------------

Node *parse_star_expression(Parser *p, bool named) {
    if (!at(p, TOK_STAR)) {
        return named ? parse_named(p) : parse_expression(p);
    }
    Place start = here(p);
    token_next(p);
    Node *value = parse_bitor(p);
    Node *n = node_new(p, NODE_STARRED, start);
    n->a = node_under(n, value);
    return n;
}

Node *parse_finish_tuple(Parser *p, NodeList *list, Place start) {
    Node *n = node_new(p, NODE_TUPLE, start);
    n->a = node_under_list(n, list->first);
    fold_tuple(p, n);
    return n;
}

Node *parse_expression_list(Parser *p) {
    Place start = here(p);
    Node *first = parse_star_expression(p, false);
    if (!at(p, TOK_COMMA)) {
        return first;
    }
    NodeList list = {0};
    node_list_add(&list, first);
    while (token_accept(p, TOK_COMMA)) {
        if (!token_starts_expression(p->token.kind) && !at(p, TOK_STAR)) {
            break;
        }
        node_list_add(&list, parse_star_expression(p, false));
    }
    return parse_finish_tuple(p, &list, start);
}

void parse_refuse_star(Parser *p, const Node *n) {
    if (n && n->kind == NODE_STARRED) {
        if (parse_at_comp_for(p)) { // what is wrong with the grammar comes first
            syntax_error_plain(p);
        }
        syntax_error_range(p, n, NULL, "can't use starred expression here");
    }
}

Node *parse_yield(Parser *p) {
    assert(at(p, TOK_YIELD));
    Place start = here(p);
    token_next(p);
    NodeKind kind = token_accept(p, TOK_FROM) ? NODE_YIELD_FROM : NODE_YIELD;
    Node *value = NULL;
    if (kind == NODE_YIELD_FROM) {
        value = parse_expression(p);
    } else if (token_starts_expression(p->token.kind) || at(p, TOK_STAR)) {
        value = parse_expression_list(p);
        parse_refuse_star(p, value);
    }
    Node *n = node_new(p, kind, start);
    n->a = node_under(n, value);
    n->flags |= NODE_HAS_WALRUS;
    return n;
}

Node *parse_value(Parser *p) {
    if (at(p, TOK_YIELD)) {
        return parse_yield(p);
    }
    Node *n = parse_expression_list(p);
    parse_refuse_star(p, n);
    return n;
}
