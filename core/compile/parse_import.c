// SPDX-License-Identifier: MIT
// parse_import.c: import and from ... import.
#include "compile/parser_state.h"
#include <assert.h>

// a.b.c as one interned str.
static Value dotted_name(Parser *p) {
    Value name = token_expect_name(p);
    if (!at(p, TOK_DOT)) {
        return name;
    }
    StrBuilder b;
    builder_init(&b, 0);
    builder_add_str(&b, str_of(name));
    while (token_accept(p, TOK_DOT)) {
        name = token_expect_name(p);
        builder_add_byte(&b, '.');
        builder_add_str(&b, str_of(name));
    }
    return str_value(str_intern(builder_finish(&b)));
}

// as name; NULL if there is no `as`.
static Node *as_name(Parser *p) {
    if (!token_accept(p, TOK_AS)) {
        return NULL;
    }
    if (!at(p, TOK_NAME)) {
        if (token_starts_expression(p->token.kind)) {
            Node *n = parse_expression(p);
            syntax_error_range(p, n, NULL, "cannot use %s as import target",
                               parse_expression_kind(n));
        }
        syntax_error_plain(p);
    }
    Place place = here(p);
    Node *n = node_name(p, token_expect_name(p), place);
    n->end_column = p->end_column;
    if (at(p, TOK_DOT) || at(p, TOK_LPAREN) || at(p, TOK_LBRACKET)) {
        syntax_error_range(p, n, NULL, "cannot use %s as import target",
                           at(p, TOK_DOT) ? "attribute"
                                          : at(p, TOK_LPAREN) ? "function call" : "subscript");
    }
    return n;
}

static Node *alias(Parser *p, bool dotted) {
    Place start = here(p);
    Value name = dotted ? dotted_name(p) : token_expect_name(p);
    Node *as = as_name(p);
    Node *n = node_new(p, NODE_ALIAS, start);
    n->value = name;
    n->a = as;
    return n;
}

Node *parse_import(Parser *p) {
    assert(at(p, TOK_IMPORT));
    Place start = here(p);
    token_next(p);
    if (at(p, TOK_NEWLINE)) {
        syntax_error(p, "Expected one or more names after 'import'");
    }
    NodeList list = {0};
    do {
        node_list_add(&list, alias(p, true));
    } while (token_accept(p, TOK_COMMA));
    Node *n = node_new(p, NODE_IMPORT, start);
    n->a = list.first;
    if (at(p, TOK_FROM)) {
        syntax_error_range(p, n, NULL, "Did you mean to use 'from ... import ...' instead?");
    }
    return n;
}

static Node *imported_names(Parser *p) {
    bool in_parentheses = token_accept(p, TOK_LPAREN);
    if (at(p, TOK_NEWLINE)) {
        syntax_error(p, "Expected one or more names after 'import'");
    }
    NodeList list = {0};
    do {
        if (list.count && in_parentheses && at(p, TOK_RPAREN)) {
            break;
        }
        if (list.count && at(p, TOK_NEWLINE)) {
            syntax_error(p, "trailing comma not allowed without surrounding parentheses");
        }
        node_list_add(&list, alias(p, false));
    } while (token_accept(p, TOK_COMMA));
    if (in_parentheses) {
        token_expect(p, TOK_RPAREN);
    }
    return list.first;
}

Node *parse_import_from(Parser *p) {
    assert(at(p, TOK_FROM));
    Place start = here(p);
    token_next(p);
    uint32_t dots = 0;
    while (at(p, TOK_DOT) || at(p, TOK_ELLIPSIS)) {
        dots += at(p, TOK_DOT) ? 1 : 3;
        token_next(p);
    }
    if (dots > UINT16_MAX) {
        syntax_error(p, "too many leading dots in import");
    }
    Value module = ABSENT;
    if (!dots || !at(p, TOK_IMPORT)) {
        module = dotted_name(p);
    }
    token_expect(p, TOK_IMPORT);
    Node *names = token_accept(p, TOK_STAR) ? NULL : imported_names(p);
    Node *n = node_new(p, NODE_IMPORT_FROM, start);
    n->value = module;
    n->flags = (uint16_t)dots;
    n->a = names;
    return n;
}
