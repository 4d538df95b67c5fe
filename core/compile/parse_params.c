// SPDX-License-Identifier: MIT
// parse_params.c: parameters of functions and lambdas, type parameters, lambda expressions.
#include "compile/parser_state.h"
#include <assert.h>

typedef struct Params {
    NodeList list;
    TokenKind close;   // ')' of a def, ':' of a lambda
    bool annotated;    // def
    bool seen_slash, seen_star, seen_default;
    bool bare_star;    // '*' alone: a name must follow
} Params;

static bool at_end(Parser *p, const Params *params) {
    return at(p, params->close);
}

static Node *annotation(Parser *p, const Params *params, bool star) {
    if (!params->annotated || !token_accept(p, TOK_COLON)) {
        return NULL;
    }
    return star ? parse_star_expression(p, false) : parse_expression(p);
}

static Node *default_value(Parser *p) {
    if (!at(p, TOK_ASSIGN)) {
        return NULL;
    }
    Token equals = p->token;
    token_next(p);
    if (at(p, TOK_RPAREN) || at(p, TOK_COMMA) || at(p, TOK_COLON)) {
        syntax_error_token(p, &equals, "expected default value expression");
    }
    return parse_expression(p);
}

static void add_param(Parser *p, Params *params, ParamKind kind) {
    assert(kind == PARAM_STAR || kind == PARAM_DOUBLE_STAR || kind == PARAM_KWONLY ||
           kind == PARAM_NORMAL);
    Place start = here(p);
    Value name = token_expect_name(p);
    Node *note = annotation(p, params, kind == PARAM_STAR);
    Node *n = node_new(p, NODE_PARAM, start);
    n->op = (uint8_t)kind;
    n->value = name;
    n->a = node_under(n, note);
    node_list_add(&params->list, n);
}

static void refuse_default(Parser *p, const char *which) {
    if (at(p, TOK_ASSIGN)) {
        syntax_error(p, "%s parameter cannot have default value", which);
    }
}

// A parameter by position, or after '*' by name.
static void plain(Parser *p, Params *params) {
    add_param(p, params, params->seen_star ? PARAM_KWONLY : PARAM_NORMAL);
    Node *n = params->list.last;
    n->b = node_under(n, default_value(p));
    if (!params->seen_star) {
        if (!n->b && params->seen_default) {
            syntax_error_range(p, n, NULL,
                               "parameter without a default follows parameter with a default");
        }
        params->seen_default |= n->b != NULL;
    }
    params->bare_star = false;
}

static void slash(Parser *p, Params *params) {
    if (params->seen_slash) {
        syntax_error(p, "/ may appear only once");
    }
    if (params->seen_star) {
        syntax_error(p, "/ must be ahead of *");
    }
    if (!params->list.count) {
        syntax_error(p, "at least one parameter must precede /");
    }
    token_next(p);
    if (at(p, TOK_STAR)) {
        syntax_error(p, "expected comma between / and *");
    }
    params->seen_slash = true;
    for (Node *n = params->list.first; n; n = n->next) {
        n->op = PARAM_POSONLY;
    }
}

static void star(Parser *p, Params *params) {
    if (params->seen_star) {
        syntax_error(p, "* may appear only once");
    }
    params->seen_star = true;
    Token token = p->token;
    token_next(p);
    if (at(p, TOK_NAME)) {
        add_param(p, params, PARAM_STAR);
        refuse_default(p, "var-positional");
        return;
    }
    params->bare_star = true;
    bool ends = at_end(p, params);
    if (at(p, TOK_COMMA)) {
        TokenKind next = token_peek(p)->kind;
        ends = next == params->close || next == TOK_DOUBLE_STAR;
    }
    if (ends) {
        const Token *place = params->annotated ? &token : p->has_ahead ? &p->ahead : &p->token;
        syntax_error_token(p, place, "named parameters must follow bare *");
    }
}

static void double_star(Parser *p, Params *params) {
    token_next(p);
    add_param(p, params, PARAM_DOUBLE_STAR);
    refuse_default(p, "var-keyword");
    token_accept(p, TOK_COMMA);
    if (!at_end(p, params)) {
        if (at(p, TOK_NAME) || at(p, TOK_STAR) || at(p, TOK_DOUBLE_STAR) || at(p, TOK_SLASH)) {
            syntax_error(p, "parameters cannot follow var-keyword parameter");
        }
        syntax_error_plain(p);
    }
}

Node *parse_parameters(Parser *p, TokenKind close, bool annotated) {
    Params params = {.close = close, .annotated = annotated};
    while (!at_end(p, &params)) {
        if (at(p, TOK_SLASH)) {
            slash(p, &params);
        } else if (at(p, TOK_STAR)) {
            star(p, &params);
        } else if (at(p, TOK_DOUBLE_STAR)) {
            double_star(p, &params);
            break;
        } else if (at(p, TOK_LPAREN) && token_peek(p)->kind == TOK_NAME) {
            syntax_error(p, annotated ? "Function parameters cannot be parenthesized"
                                      : "Lambda expression parameters cannot be parenthesized");
        } else {
            plain(p, &params);
        }
        if (!token_accept(p, TOK_COMMA)) {
            break;
        }
    }
    return params.list.first;
}

Node *parse_lambda(Parser *p) {
    assert(at(p, TOK_LAMBDA));
    Place start = here(p);
    token_next(p);
    Node *params = parse_parameters(p, TOK_COLON, false);
    token_expect_colon(p, true);
    Node *body = parse_expression(p);
    Node *n = node_new(p, NODE_LAMBDA, start);
    n->a = node_under_list(n, params);
    n->b = body;
    return n;
}

// ---- type parameters --------------------------------------------------------------------------

static Node *type_param(Parser *p) {
    Place start = here(p);
    uint8_t kind = token_accept(p, TOK_STAR) ? 1 : token_accept(p, TOK_DOUBLE_STAR) ? 2 : 0;
    Value name = token_expect_name(p);
    Node *bound = NULL, *value = NULL;
    if (at(p, TOK_COLON)) {
        Token colon = p->token;
        token_next(p);
        bound = parse_expression(p);
        if (kind) {
            bool tuple = bound->kind == NODE_TUPLE || (is_const(bound) && is_tuple(bound->value));
            syntax_error_token(p, &colon, "cannot use %s with %s", tuple ? "constraints" : "bound",
                               kind == 1 ? "TypeVarTuple" : "ParamSpec");
        }
    }
    if (token_accept(p, TOK_ASSIGN)) {
        value = kind == 1 ? parse_star_expression(p, false) : parse_expression(p);
    }
    Node *n = node_new(p, NODE_TYPE_PARAM, start);
    n->op = kind;
    n->value = name;
    n->a = node_under(n, bound);
    n->b = node_under(n, value);
    return n;
}

Node *parse_type_params(Parser *p) {
    if (!at(p, TOK_LBRACKET)) {
        return NULL;
    }
    Token open = p->token;
    token_next(p);
    if (at(p, TOK_RBRACKET)) {
        syntax_error_token(p, &open, "Type parameter list cannot be empty");
    }
    NodeList list = {0};
    bool seen_default = false;
    do {
        Node *n = type_param(p);
        if (seen_default && !n->b) {
            syntax_error_range(p, n, NULL, "non-default type parameter '%S' follows default type "
                                           "parameter", str_of(n->value));
        }
        seen_default |= n->b != NULL;
        node_list_add(&list, n);
    } while (token_accept(p, TOK_COMMA) && !at(p, TOK_RBRACKET));
    token_expect(p, TOK_RBRACKET);
    return list.first;
}
