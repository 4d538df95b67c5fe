// SPDX-License-Identifier: MIT
// parse_simple.c: simple statements: assignments, return, del, raise, assert, global, type ...
#include "compile/parser_state.h"
#include <assert.h>

static bool at_statement_end(Parser *p) {
    return at(p, TOK_NEWLINE) || at(p, TOK_SEMICOLON) || at(p, TOK_END);
}

static Node *statement(Parser *p, NodeKind kind, Place start) {
    return node_new(p, kind, start);
}

// ---- assignments ------------------------------------------------------------------------------

static bool is_bare_operand(const Node *n) { // may be called "here" in errors
    switch (n->kind) {
    case NODE_TUPLE: case NODE_LIST: case NODE_GENEXP: case NODE_STARRED: case NODE_NAME:
    case NODE_ATTRIBUTE: case NODE_SUBSCRIPT:
        return false;
    case NODE_AND: case NODE_OR: case NODE_NOT: case NODE_COMPARE: case NODE_IF_EXP:
    case NODE_LAMBDA: case NODE_NAMED: case NODE_YIELD: case NODE_YIELD_FROM:
        return n->flags & NODE_PARENTHESISED;
    case NODE_CONST:
        return n->op == CONST_EXPRESSION || n->flags & NODE_PARENTHESISED ||
               (n->op == CONST_LITERAL && !is_none(n->value) && !is_bool(n->value));
    default:
        return true;
    }
}

static void check_assigned(Parser *p, Node *target, bool is_first) {
    if (target->kind == NODE_YIELD || target->kind == NODE_YIELD_FROM) {
        if (!(target->flags & NODE_PARENTHESISED)) {
            syntax_error_range(p, target, NULL, "assignment to yield expression not possible");
        }
    }
    Node *bad = parse_invalid_target(target, TARGET_ASSIGN);
    bool is_last = bad == target || (target->kind == NODE_TUPLE && bad && !bad->next &&
                                     !(target->flags & NODE_PARENTHESISED));
    if (is_first && is_last && bad && is_bare_operand(bad)) {
        syntax_error_range(p, bad, NULL, "cannot assign to %s here. Maybe you meant '==' instead "
                                         "of '='?", parse_expression_kind(bad));
    }
    parse_check_target(p, target, TARGET_ASSIGN);
}

static Node *value_of_assignment(Parser *p) {
    return at(p, TOK_YIELD) ? parse_yield(p) : parse_expression_list(p);
}

// first = ... = value
static Node *parse_assign(Parser *p, Node *first, Place start) {
    assert(at(p, TOK_ASSIGN));
    NodeList targets = {0};
    Node *value = first;
    while (at(p, TOK_ASSIGN)) {
        check_assigned(p, value, targets.count == 0);
        node_list_add(&targets, value);
        token_next(p);
        value = value_of_assignment(p);
    }
    parse_refuse_star(p, value);
    Node *n = statement(p, NODE_ASSIGN, start);
    n->a = node_under_list(n, targets.first);
    n->b = node_under(n, value);
    const Node *target = n->a;
    if (fold_const_call(p, n) && str_of(target->value)->text[0] == '_') {
        n = statement(p, NODE_PASS, start);
    }
    return n;
}

static Node *parse_aug_assign(Parser *p, Node *target, Place start) {
    parse_invalid_target(target, TARGET_ASSIGN); // unfolds a tuple
    if ((target->kind != NODE_NAME && target->kind != NODE_ATTRIBUTE &&
         target->kind != NODE_SUBSCRIPT)) {
        syntax_error_range(p, target, NULL,
                           "'%s' is an illegal expression for augmented assignment",
                           parse_expression_kind(target));
    }
    BinaryOp op = (BinaryOp)(p->token.kind - TOK_PLUS_ASSIGN + OP_ADD);
    token_next(p);
    Node *value = value_of_assignment(p);
    parse_refuse_star(p, value);
    Node *n = statement(p, NODE_AUG_ASSIGN, start);
    n->op = (uint8_t)op;
    n->a = node_under(n, target);
    n->b = node_under(n, value);
    return n;
}

static void check_annotated(Parser *p, Node *target) {
    parse_invalid_target(target, TARGET_ASSIGN); // unfolds a tuple
    switch (target->kind) {
    case NODE_NAME: case NODE_ATTRIBUTE: case NODE_SUBSCRIPT: return;
    default: break;
    }
    if (!token_starts_expression(token_peek(p)->kind)) {
        syntax_error_plain(p);
    }
    if (target->kind == NODE_TUPLE || target->kind == NODE_LIST) {
        syntax_error_range(p, target, NULL, "only single target (not %s) can be annotated",
                           parse_expression_kind(target));
    }
    syntax_error_range(p, target, NULL, "illegal target for annotation");
}

static Node *parse_ann_assign(Parser *p, Node *target, Place start) {
    check_annotated(p, target);
    token_next(p);
    Node *annotation = parse_expression(p);
    Node *value = NULL;
    if (token_accept(p, TOK_ASSIGN)) {
        value = value_of_assignment(p);
        parse_refuse_star(p, value);
    }
    Node *n = statement(p, NODE_ANN_ASSIGN, start);
    n->a = node_under(n, target);
    n->b = node_under(n, annotation);
    n->c = node_under(n, value);
    if (target->kind == NODE_NAME && !(target->flags & NODE_PARENTHESISED)) {
        n->flags |= NODE_SIMPLE;
    }
    return n;
}

// print x
static void check_legacy(Parser *p, const Node *n) {
    if (n->kind != NODE_NAME || n->flags & NODE_PARENTHESISED ||
        (!same(n->value, str_value(N_print)) && !same(n->value, str_value(N_exec))) ||
        !token_starts_expression(p->token.kind)) {
        return;
    }
    const Str *name = str_of(n->value);
    Node *last = parse_expression_list(p);
    syntax_error_range(p, n, last, "Missing parentheses in call to '%S'. Did you mean %S(...)?",
                       name, name);
}

// f() := 1
static void check_walrus(Parser *p, Node *n) {
    if (!at(p, TOK_WALRUS)) {
        return;
    }
    if (!(n->flags & NODE_PARENTHESISED)) {
        parse_invalid_target(n, TARGET_ASSIGN); // unfolds a tuple
        if (n->kind == NODE_TUPLE) {
            for (n = n->a; n->next; n = n->next) {
            }
        }
    }
    bool plain = n->kind == NODE_NAME || n->kind == NODE_YIELD || n->kind == NODE_YIELD_FROM;
    if (n->kind == NODE_STARRED || (plain && !(n->flags & NODE_PARENTHESISED))) {
        syntax_error_plain(p);
    }
    syntax_error_range(p, n, NULL, "cannot use assignment expressions with %s",
                       parse_expression_kind(n));
}

static Node *parse_expression_statement(Parser *p) {
    Place start = here(p);
    Node *first = at(p, TOK_YIELD) ? parse_yield(p) : parse_expression_list(p);
    if (at(p, TOK_ASSIGN)) {
        return parse_assign(p, first, start);
    }
    if (p->token.kind >= TOK_PLUS_ASSIGN && p->token.kind <= TOK_AT_ASSIGN) {
        return parse_aug_assign(p, first, start);
    }
    if (at(p, TOK_COLON) && first->kind != NODE_YIELD && first->kind != NODE_YIELD_FROM) {
        return parse_ann_assign(p, first, start);
    }
    check_legacy(p, first);
    check_walrus(p, first);
    parse_refuse_star(p, first);
    Node *n = statement(p, NODE_EXPR, start);
    n->a = node_under(n, first);
    return n;
}

// ---- statements with a keyword ----------------------------------------------------------------

static Node *parse_word(Parser *p, NodeKind kind) {
    Place start = here(p);
    token_next(p);
    return statement(p, kind, start);
}

static Node *parse_return(Parser *p) {
    assert(at(p, TOK_RETURN));
    Place start = here(p);
    token_next(p);
    Node *value = NULL;
    if (!at_statement_end(p)) {
        value = parse_expression_list(p);
        parse_refuse_star(p, value);
    }
    Node *n = statement(p, NODE_RETURN, start);
    n->a = node_under(n, value);
    return n;
}

static Node *parse_del(Parser *p) {
    assert(at(p, TOK_DEL));
    Place start = here(p);
    token_next(p);
    NodeList targets = {0};
    do {
        if (targets.count && at_statement_end(p)) {
            break;
        }
        node_list_add(&targets, parse_star_expression(p, false));
    } while (token_accept(p, TOK_COMMA));
    if (!at_statement_end(p)) {
        syntax_error_plain(p);
    }
    for (Node *n = targets.first; n; n = n->next) {
        parse_check_target(p, n, TARGET_DELETE);
    }
    Node *n = statement(p, NODE_DELETE, start);
    n->a = node_under_list(n, targets.first);
    return n;
}

static Node *parse_raise(Parser *p) {
    Place start = here(p);
    token_next(p);
    Node *exception = NULL, *cause = NULL;
    if (at(p, TOK_FROM)) {
        syntax_error(p, "did you forget an expression between 'raise' and 'from'?");
    }
    if (!at_statement_end(p)) {
        exception = parse_expression(p);
        if (token_accept(p, TOK_FROM)) {
            if (at_statement_end(p)) {
                syntax_error(p, "did you forget an expression after 'from'?");
            }
            cause = parse_expression(p);
        }
    }
    Node *n = statement(p, NODE_RAISE, start);
    n->a = node_under(n, exception);
    n->b = node_under(n, cause);
    return n;
}

static void refuse_assignment(Parser *p, const Node *n) {
    if (at(p, TOK_ASSIGN)) {
        syntax_error_range(p, n, NULL, "cannot assign to %s here. Maybe you meant '==' instead of "
                                       "'='?", parse_expression_kind(n));
    }
    if (at(p, TOK_WALRUS) && n->kind == NODE_NAME) {
        syntax_error_range(p, n, NULL, "cannot use named expression without parentheses here");
    }
}

static Node *parse_assert(Parser *p) {
    Place start = here(p);
    token_next(p);
    Node *condition = parse_expression(p);
    refuse_assignment(p, condition);
    Node *message = NULL;
    if (token_accept(p, TOK_COMMA)) {
        message = parse_expression(p);
        refuse_assignment(p, message);
    }
    Node *n = statement(p, NODE_ASSERT, start);
    n->a = node_under(n, condition);
    n->b = node_under(n, message);
    return n;
}

static Node *parse_scope(Parser *p, NodeKind kind) {
    Place start = here(p);
    token_next(p);
    NodeList names = {0};
    do {
        Place place = here(p);
        Value name = token_expect_name(p);
        node_list_add(&names, node_name(p, name, place));
    } while (token_accept(p, TOK_COMMA));
    Node *n = statement(p, kind, start);
    n->a = names.first;
    return n;
}

static bool at_type_alias(Parser *p) {
    return token_is_soft(p, N_type) && token_peek(p)->kind == TOK_NAME;
}

static Node *parse_type_alias(Parser *p) {
    Place start = here(p);
    token_next(p);
    Place place = here(p);
    Node *name = node_name(p, token_expect_name(p), place);
    Node *params = parse_type_params(p);
    token_expect(p, TOK_ASSIGN);
    Node *value = parse_expression(p);
    Node *n = statement(p, NODE_TYPE_ALIAS, start);
    n->a = name;
    n->b = node_under(n, value);
    n->e = node_under_list(n, params);
    return n;
}

static Node *parse_simple(Parser *p) {
    switch (p->token.kind) {
    case TOK_PASS: return parse_word(p, NODE_PASS);
    case TOK_BREAK: return parse_word(p, NODE_BREAK);
    case TOK_CONTINUE: return parse_word(p, NODE_CONTINUE);
    case TOK_RETURN: return parse_return(p);
    case TOK_DEL: return parse_del(p);
    case TOK_RAISE: return parse_raise(p);
    case TOK_ASSERT: return parse_assert(p);
    case TOK_GLOBAL: return parse_scope(p, NODE_GLOBAL);
    case TOK_NONLOCAL: return parse_scope(p, NODE_NONLOCAL);
    case TOK_IMPORT: return parse_import(p);
    case TOK_FROM: return parse_import_from(p);
    default:
        return at_type_alias(p) ? parse_type_alias(p) : parse_expression_statement(p);
    }
}

Node *parse_simple_line(Parser *p) {
    NodeList list = {0};
    do {
        if (list.count && at(p, TOK_NEWLINE)) {
            break;
        }
        node_list_add(&list, parse_simple(p));
    } while (token_accept(p, TOK_SEMICOLON));
    if (!at(p, TOK_NEWLINE)) {
        syntax_error_plain(p);
    }
    token_next(p);
    return list.first;
}
