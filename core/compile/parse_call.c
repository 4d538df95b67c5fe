// SPDX-License-Identifier: MIT
// parse_call.c: the arguments of calls and of class statements.
#include "compile/parser_state.h"
#include <assert.h>

enum { CHECKED_KEYWORDS = 255 }; // names looked through for a repeated one

typedef struct Arguments {
    NodeList list;
    bool seen_keyword, seen_double_star;
    size_t keywords, positional;
} Arguments;

static void check_repeated(Parser *p, const Arguments *args, const Node *keyword) {
    if (args->keywords > CHECKED_KEYWORDS) {
        return;
    }
    for (const Node *n = args->list.first; n; n = n->next) {
        if (n->kind == NODE_KEYWORD && same(n->value, keyword->value)) {
            syntax_error_range(p, keyword, NULL, "keyword argument repeated: %S",
                               str_of(keyword->value));
        }
    }
}

// name=value
static void keyword(Parser *p, Arguments *args) {
    assert(at(p, TOK_NAME));
    Place start = here(p);
    Token name = p->token;
    token_next(p);
    token_next(p);
    if (at(p, TOK_COMMA) || at(p, TOK_RPAREN)) {
        syntax_error_token(p, &name, "expected argument value expression");
    }
    if (same(name.value, str_value(N___debug__))) {
        syntax_error_token(p, &name, "cannot assign to __debug__");
    }
    Node *value = parse_expression(p);
    Node *n = node_new(p, NODE_KEYWORD, start);
    n->value = name.value;
    n->a = node_under(n, value);
    if (parse_at_comp_for(p)) {
        syntax_error_token(p, &name, "invalid syntax. Maybe you meant '==' or ':=' instead of "
                                     "'='?");
    }
    check_repeated(p, args, n);
    node_list_add(&args->list, n);
    args->seen_keyword = true;
    args->keywords++;
}

// A comprehension behind *iterable, which is argument `n` of the list.
static void refuse_starred_comprehension(Parser *p, const Arguments *args, const Node *n) {
    Token word = p->token;
    parse_comp_for(p);
    if (args->positional) {
        syntax_error_range(p, n, NULL, "Generator expression must be parenthesized");
    }
    if (args->list.count == 1) {
        syntax_error_range(p, n, NULL, "iterable unpacking cannot be used in comprehension");
    }
    syntax_error_token(p, &word, "invalid syntax");
}

// *iterable or **mapping
static void starred(Parser *p, Arguments *args) {
    Place start = here(p);
    bool is_double = at(p, TOK_DOUBLE_STAR);
    Token star = p->token;
    token_next(p);
    if (!is_double && args->seen_double_star) {
        syntax_error_token(p, &star, "iterable argument unpacking follows keyword argument "
                                     "unpacking");
    }
    Node *value = parse_expression(p);
    Node *n = node_new(p, is_double ? NODE_KEYWORD : NODE_STARRED, start);
    n->a = node_under(n, value);
    if (at(p, TOK_ASSIGN)) {
        syntax_error_range(p, n, NULL, is_double ? "cannot assign to keyword argument unpacking"
                                                 : "cannot assign to iterable argument unpacking");
    }
    node_list_add(&args->list, n);
    if (!is_double && parse_at_comp_for(p)) {
        refuse_starred_comprehension(p, args, n);
    }
    args->positional += !is_double;
    args->seen_double_star |= is_double;
}

static void positional_keyword_error(Parser *p, const Node *n) {
    if (at(p, TOK_ASSIGN)) {
        const char *kind = parse_expression_kind(n);
        if (strcmp(kind, "True") == 0 || strcmp(kind, "False") == 0 || strcmp(kind, "None") == 0) {
            syntax_error_range(p, n, NULL, "cannot assign to %s", kind);
        }
        syntax_error_range(p, n, NULL, "expression cannot contain assignment, perhaps you meant "
                                       "\"==\"?");
    }
}

static Node *named_argument(Parser *p) {
    Node *n = parse_expression(p);
    if (!at(p, TOK_WALRUS)) {
        positional_keyword_error(p, n);
        return n;
    }
    if (n->kind != NODE_NAME || n->flags & NODE_PARENTHESISED) {
        syntax_error_plain(p);
    }
    return parse_walrus(p, n);
}

static void positional(Parser *p, Arguments *args) {
    Place start = here(p);
    Node *n = named_argument(p);
    if (parse_at_comp_for(p)) {
        n = parse_comprehension(p, NODE_GENEXP, n, start);
        if (args->list.count || at(p, TOK_COMMA)) {
            syntax_error_range(p, n, NULL, "Generator expression must be parenthesized");
        }
    }
    if (args->seen_double_star) {
        syntax_error(p, "positional argument follows keyword argument unpacking");
    }
    if (args->seen_keyword) {
        syntax_error(p, "positional argument follows keyword argument");
    }
    node_list_add(&args->list, n);
    args->positional++;
}

Node *parse_arguments(Parser *p) {
    Arguments args = {0};
    while (!at(p, TOK_RPAREN)) {
        if (at(p, TOK_NAME) && token_peek(p)->kind == TOK_ASSIGN) {
            keyword(p, &args);
        } else if (at(p, TOK_STAR) || at(p, TOK_DOUBLE_STAR)) {
            starred(p, &args);
        } else {
            positional(p, &args);
        }
        if (!token_accept(p, TOK_COMMA)) {
            break;
        }
    }
    if (!at(p, TOK_RPAREN)) {
        if (args.list.last) {
            const Node *last = args.list.last;
            if (last->kind == NODE_GENEXP && !(last->flags & NODE_PARENTHESISED)) {
                syntax_error_plain(p);
            }
            parse_missing_comma(p, last->kind == NODE_KEYWORD ? last->a : last);
        }
        syntax_error_plain(p);
    }
    token_next(p);
    return args.list.first;
}
