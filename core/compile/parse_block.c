// SPDX-License-Identifier: MIT
// parse_block.c: compound statements and their blocks: if, while, for, def, class, decorators.
#include "compile/parser_state.h"
#include "state.h"
#include <assert.h>

// ---- blocks -----------------------------------------------------------------------------------

static void append(NodeList *list, NodeList more) {
    if (!more.count) {
        return;
    }
    if (list->last) {
        list->last->next = more.first;
    } else {
        list->first = more.first;
    }
    list->last = more.last;
    list->count += more.count;
}

static NodeList chain_of(Node *first) {
    NodeList list = {first, first, first != NULL};
    while (list.last && list.last->next) {
        list.last = list.last->next;
        list.count++;
    }
    return list;
}

Node *parse_block(Parser *p, const char *what, uint32_t line) {
    stack_check();
    p->block_depth++;
    NodeList list = {0};
    if (!token_accept(p, TOK_NEWLINE)) {
        Node *first = parse_simple_line(p);
        p->block_depth--;
        return first;
    }
    if (!token_accept(p, TOK_INDENT)) {
        indentation_error(p, "expected an indented block after %s on line %d", what, (int)line);
    }
    while (!at(p, TOK_DEDENT) && !at(p, TOK_END)) {
        append(&list, parse_statement(p));
    }
    token_accept(p, TOK_DEDENT);
    p->block_depth--;
    assert(list.first);
    return list.first;
}

// else: NULL if there is none.
static Node *else_block(Parser *p) {
    uint32_t line = p->token.line;
    if (!token_accept(p, TOK_ELSE)) {
        return NULL;
    }
    token_expect_colon(p, true);
    return parse_block(p, "'else' statement", line);
}

// ---- if, while, for ---------------------------------------------------------------------------

// One condition with its block, at `if` or `elif`.
static Node *if_clause(Parser *p) {
    assert(at(p, TOK_IF) || at(p, TOK_ELIF));
    Place start = here(p);
    bool is_elif = at(p, TOK_ELIF);
    token_next(p);
    Node *condition = parse_named(p);
    token_expect_colon(p, false);
    Node *n = node_new(p, NODE_IF, start);
    n->a = node_under(n, condition);
    n->b = parse_block(p, is_elif ? "'elif' statement" : "'if' statement", start.line);
    return n;
}

static Node *parse_if(Parser *p) {
    Node *first = if_clause(p);
    Node *last = first;
    while (at(p, TOK_ELIF)) {
        last->c = if_clause(p);
        last = last->c;
    }
    last->c = else_block(p);
    if (last->c && at(p, TOK_ELIF)) {
        syntax_error(p, "'elif' block follows an 'else' block");
    }
    return first;
}

static Node *parse_while(Parser *p) {
    assert(at(p, TOK_WHILE));
    Place start = here(p);
    token_next(p);
    Node *condition = parse_named(p);
    token_expect_colon(p, false);
    Node *n = node_new(p, NODE_WHILE, start);
    n->a = node_under(n, condition);
    n->b = parse_block(p, "'while' statement", start.line);
    n->c = else_block(p);
    return n;
}

static Node *parse_for(Parser *p, Place start, bool is_async) {
    assert(at(p, TOK_FOR));
    uint32_t line = p->token.line;
    token_next(p);
    Node *target = parse_target_list(p);
    if (!at(p, TOK_IN)) {
        parse_check_target(p, target, TARGET_FOR);
        syntax_error_plain(p);
    }
    parse_check_target(p, target, TARGET_FOR);
    token_next(p);
    Node *iterable = parse_expression_list(p);
    parse_refuse_star(p, iterable);
    token_expect_colon(p, false);
    Node *n = node_new(p, NODE_FOR, start);
    n->flags |= is_async ? NODE_ASYNC : 0;
    n->a = target;
    n->b = node_under(n, iterable);
    n->c = parse_block(p, "'for' statement", line);
    n->d = else_block(p);
    return n;
}

// ---- def, class -------------------------------------------------------------------------------

static Node *parse_def(Parser *p, Place start, bool is_async, Node *decorators) {
    assert(at(p, TOK_DEF));
    uint32_t line = p->token.line;
    token_next(p);
    Value name = token_expect_name(p);
    Node *type_params = parse_type_params(p);
    if (!token_accept(p, TOK_LPAREN)) {
        syntax_error(p, "expected '('");
    }
    Node *params = parse_parameters(p, TOK_RPAREN, true);
    token_expect(p, TOK_RPAREN);
    Node *returns = token_accept(p, TOK_ARROW) ? parse_expression(p) : NULL;
    token_expect_colon(p, true);
    Node *n = node_new(p, NODE_FUNCTION, start);
    n->value = name;
    n->flags |= is_async ? NODE_ASYNC : 0;
    n->a = node_under_list(n, params);
    n->c = node_under(n, returns);
    n->d = node_under_list(n, decorators);
    n->e = type_params;
    n->b = parse_block(p, "function definition", line);
    return n;
}

static Node *class_arguments(Parser *p) {
    Node *args = parse_arguments(p);
    if (args && args->kind == NODE_GENEXP && !(args->flags & NODE_PARENTHESISED)) {
        syntax_error_range(p, args->b, NULL, "invalid syntax");
    }
    return args;
}

static Node *parse_class(Parser *p, Node *decorators) {
    assert(at(p, TOK_CLASS));
    Place start = here(p);
    token_next(p);
    Value name = token_expect_name(p);
    Node *type_params = parse_type_params(p);
    Node *arguments = token_accept(p, TOK_LPAREN) ? class_arguments(p) : NULL;
    token_expect_colon(p, false);
    Node *n = node_new(p, NODE_CLASS, start);
    n->value = name;
    n->a = node_under_list(n, arguments);
    n->d = node_under_list(n, decorators);
    n->e = type_params;
    n->b = parse_block(p, "class definition", start.line);
    return n;
}

// async def, async for, async with
static Node *parse_async(Parser *p, Node *decorators) {
    Place start = here(p);
    token_next(p);
    switch (p->token.kind) {
    case TOK_DEF: return parse_def(p, start, true, decorators);
    case TOK_FOR: return decorators ? NULL : parse_for(p, start, true);
    case TOK_WITH: return decorators ? NULL : parse_with(p, start, true);
    default: return NULL;
    }
}

static Node *parse_decorated(Parser *p) {
    NodeList decorators = {0};
    while (token_accept(p, TOK_AT)) {
        node_list_add(&decorators, parse_named(p));
        token_expect(p, TOK_NEWLINE);
    }
    Node *n = NULL;
    switch (p->token.kind) {
    case TOK_DEF: n = parse_def(p, here(p), false, decorators.first); break;
    case TOK_CLASS: n = parse_class(p, decorators.first); break;
    case TOK_ASYNC: n = parse_async(p, decorators.first); break;
    default: break;
    }
    if (!n) {
        syntax_error_plain(p);
    }
    return n;
}

// ---- statements -------------------------------------------------------------------------------

// A compound statement, or NULL (then nothing is used).
static Node *parse_compound(Parser *p) {
    Node *n;
    switch (p->token.kind) {
    case TOK_IF: return parse_if(p);
    case TOK_WHILE: return parse_while(p);
    case TOK_FOR: return parse_for(p, here(p), false);
    case TOK_DEF: return parse_def(p, here(p), false, NULL);
    case TOK_CLASS: return parse_class(p, NULL);
    case TOK_WITH: return parse_with(p, here(p), false);
    case TOK_TRY: return parse_try(p);
    case TOK_AT: return parse_decorated(p);
    case TOK_ASYNC:
        n = parse_async(p, NULL);
        if (!n) {
            syntax_error_plain(p);
        }
        return n;
    default: return parse_at_match(p) ? parse_match(p) : NULL;
    }
}

NodeList parse_statement(Parser *p) {
    poll_pending();
    Node *n = parse_compound(p);
    return n ? chain_of(n) : chain_of(parse_simple_line(p));
}
