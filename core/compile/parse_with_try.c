// SPDX-License-Identifier: MIT
// parse_with_try.c: with and try statements.
#include "compile/parser_state.h"
#include <assert.h>

// ---- with -------------------------------------------------------------------------------------

static Node *with_item(Parser *p, Node *expression, Place start, Node *target) {
    Node *n = node_new(p, NODE_WITH_ITEM, start);
    n->a = node_under(n, expression);
    n->b = node_under(n, target);
    return n;
}

// as target; NULL if there is no `as`.
static Node *with_target(Parser *p) {
    if (!token_accept(p, TOK_AS)) {
        return NULL;
    }
    Node *target = at(p, TOK_STAR) ? parse_star_expression(p, false) : parse_bitor(p);
    if (!at(p, TOK_COMMA) && !at(p, TOK_COLON) && !at(p, TOK_RPAREN) && !at(p, TOK_NEWLINE)) {
        syntax_error_plain(p);
    }
    parse_check_target(p, target, TARGET_WITH);
    return target;
}

static void add_item(Parser *p, NodeList *items) {
    Place start = here(p);
    Node *expression = parse_expression(p);
    Node *target = with_target(p);
    node_list_add(items, with_item(p, expression, start, target));
}

static NodeList items_in_parentheses(Parser *p) {
    NodeList items = {0};
    token_next(p);
    do {
        add_item(p, &items);
    } while (token_accept(p, TOK_COMMA) && !at(p, TOK_RPAREN));
    token_expect(p, TOK_RPAREN);
    return items;
}

// (a, b) alone stands for two items.
static bool is_item_tuple(Parser *p, const Node *n) {
    if (!(n->flags & NODE_PARENTHESISED) || n->kind == NODE_CONST || n->kind != NODE_TUPLE ||
        !at(p, TOK_COLON)) {
        return false;
    }
    for (const Node *item = n->a; item; item = item->next) {
        if (item->kind == NODE_STARRED ||
            (item->kind == NODE_NAMED && !(item->flags & NODE_PARENTHESISED))) {
            return false;
        }
    }
    return n->a != NULL;
}

static NodeList split_tuple(Parser *p, Node *tuple) {
    NodeList items = {0};
    for (Node *n = tuple->a; n;) {
        Node *next = n->next;
        n->next = NULL;
        node_list_add(&items, with_item(p, n, place_of(n), NULL));
        n = next;
    }
    return items;
}

static NodeList with_items(Parser *p) {
    if (at(p, TOK_LPAREN) && parse_as_inside(p)) {
        return items_in_parentheses(p);
    }
    NodeList items = {0};
    do {
        add_item(p, &items);
        Node *first = items.first;
        if (items.count == 1 && !first->b && is_item_tuple(p, first->a)) {
            return split_tuple(p, first->a);
        }
    } while (token_accept(p, TOK_COMMA));
    return items;
}

Node *parse_with(Parser *p, Place start, bool is_async) {
    assert(at(p, TOK_WITH));
    uint32_t line = p->token.line;
    token_next(p);
    NodeList items = with_items(p);
    token_expect_colon(p, false);
    Node *n = node_new(p, NODE_WITH, start);
    n->flags |= is_async ? NODE_ASYNC : 0;
    n->a = node_under_list(n, items.first);
    n->b = parse_block(p, "'with' statement", line);
    return n;
}

// ---- try --------------------------------------------------------------------------------------

// A, B: NULL if only one type comes.
static Node *exception_types(Parser *p, Place start, Node *first) {
    NodeList list = {0};
    node_list_add(&list, first);
    while (token_accept(p, TOK_COMMA)) {
        if (at(p, TOK_COLON) || at(p, TOK_AS)) {
            break;
        }
        node_list_add(&list, parse_expression(p));
    }
    if (at(p, TOK_AS)) {
        syntax_error_range(p, list.first, list.last,
                           "multiple exception types must be parenthesized when using 'as'");
    }
    return parse_finish_tuple(p, &list, start);
}

static Value handler_name(Parser *p) {
    if (!token_accept(p, TOK_AS)) {
        return ABSENT;
    }
    TokenKind next = at(p, TOK_NAME) ? token_peek(p)->kind : TOK_END;
    if (next != TOK_COLON && next != TOK_NEWLINE) {
        Node *n = parse_expression(p);
        syntax_error_range(p, n, NULL, "cannot use except statement with %s",
                           parse_expression_kind(n));
    }
    return token_expect_name(p);
}

static Node *handler(Parser *p, bool *star) {
    assert(at(p, TOK_EXCEPT));
    Place start = here(p);
    token_next(p);
    *star = token_accept(p, TOK_STAR);
    Node *type = NULL;
    Value name = ABSENT;
    if (!at(p, TOK_COLON) && !at(p, TOK_NEWLINE)) {
        Place place = here(p);
        type = parse_expression(p);
        if (at(p, TOK_COMMA)) {
            type = exception_types(p, place, type);
        }
        name = handler_name(p);
    } else if (*star) {
        syntax_error(p, "expected one or more exception types");
    }
    token_expect_colon(p, false);
    Node *n = node_new(p, NODE_HANDLER, start);
    n->a = node_under(n, type);
    n->value = name;
    n->b = parse_block(p, *star ? "'except*' statement" : "'except' statement", start.line);
    return n;
}

static void handlers(Parser *p, Node *try) {
    NodeList list = {0};
    const Node *bare = NULL;
    while (at(p, TOK_EXCEPT)) {
        bool star;
        Node *n = handler(p, &star);
        if (list.count && star != ((try->flags & NODE_STAR) != 0)) {
            syntax_error_range(p, n, NULL, "cannot have both 'except' and 'except*' on the same "
                                           "'try'");
        }
        if (bare) {
            syntax_error_range(p, bare, NULL, "default 'except:' must be last");
        }
        try->flags |= star ? NODE_STAR : 0;
        bare = n->a ? NULL : n;
        node_list_add(&list, n);
    }
    try->b = list.first;
}

static Node *clause(Parser *p, TokenKind word, const char *what) {
    uint32_t line = p->token.line;
    if (!token_accept(p, word)) {
        return NULL;
    }
    token_expect_colon(p, true);
    return parse_block(p, what, line);
}

Node *parse_try(Parser *p) {
    assert(at(p, TOK_TRY));
    Place start = here(p);
    token_next(p);
    token_expect_colon(p, true);
    Node *body = parse_block(p, "'try' statement", start.line);
    if (!at(p, TOK_EXCEPT) && !at(p, TOK_FINALLY)) {
        syntax_error(p, "expected 'except' or 'finally' block");
    }
    Node *n = node_new(p, NODE_TRY, start);
    n->a = body;
    handlers(p, n);
    n->c = n->b ? clause(p, TOK_ELSE, "'else' statement") : NULL;
    n->d = clause(p, TOK_FINALLY, "'finally' statement");
    return n;
}
