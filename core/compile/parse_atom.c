// SPDX-License-Identifier: MIT
// parse_atom.c: names, constants, displays, comprehensions, and what follows a primary:
// attributes, calls, subscripts.
#include "compile/parser_state.h"
#include "state.h"
#include <assert.h>

// ---- brackets ---------------------------------------------------------------------------------

// In brackets, neither ',' nor the closing bracket follows `before`.
void parse_missing_comma(Parser *p, const Node *before) {
    bool legacy = before->kind == NODE_NAME && !(before->flags & NODE_PARENTHESISED) &&
                  (at(p, TOK_STRING) || same(before->value, str_value(N_print)) ||
                   same(before->value, str_value(N_exec)));
    if (!token_starts_expression(p->token.kind) || p->trying || legacy) {
        syntax_error_plain(p);
    }
    Token token = p->token;
    Node *volatile next = NULL;
    Catch c;
    p->trying = true;
    if (TRY(c)) {
        next = parse_expression(p);
        catch_leave(&c);
    } else if (!exception_matches(c.exception, &syntax_error_type)) {
        raise_again(c.exception);
    }
    p->trying = false;
    if (next) {
        syntax_error_range(p, before, next, "invalid syntax. Perhaps you forgot a comma?");
    }
    syntax_error_token(p, &token, "invalid syntax");
}

static void close_list(Parser *p, TokenKind close, const Node *last) {
    if (!token_accept(p, close)) {
        if (last) {
            parse_missing_comma(p, last);
        }
        syntax_error_plain(p);
    }
}

// The rest of a list after its first item, up to the closing bracket (not used).
static void more_items(Parser *p, NodeList *list, TokenKind close) {
    while (token_accept(p, TOK_COMMA)) {
        if (at(p, close)) {
            return;
        }
        node_list_add(list, parse_star_expression(p, true));
    }
}

static bool is_bare_walrus(const Node *n) {
    return n->kind == NODE_NAMED && !(n->flags & NODE_PARENTHESISED);
}

// ---- comprehensions ---------------------------------------------------------------------------

bool parse_at_comp_for(Parser *p) {
    return at(p, TOK_FOR) || (at(p, TOK_ASYNC) && token_peek(p)->kind == TOK_FOR);
}

static Node *comp_for(Parser *p) {
    Place start = here(p);
    bool is_async = token_accept(p, TOK_ASYNC);
    token_expect(p, TOK_FOR);
    Node *target = parse_target_list(p);
    if (!at(p, TOK_IN)) {
        syntax_error(p, "'in' expected after for-loop variables");
    }
    parse_check_target(p, target, TARGET_FOR);
    token_next(p);
    Node *iterable = parse_disjunction(p);
    NodeList conditions = {0};
    while (token_accept(p, TOK_IF)) {
        node_list_add(&conditions, parse_disjunction(p));
    }
    Node *n = node_new(p, NODE_COMP_FOR, start);
    n->a = target;
    n->b = node_under(n, iterable);
    n->c = node_under_list(n, conditions.first);
    n->flags |= is_async ? NODE_ASYNC | NODE_HAS_WALRUS : 0;
    return n;
}

Node *parse_comp_for(Parser *p) {
    NodeList list = {0};
    while (parse_at_comp_for(p)) {
        node_list_add(&list, comp_for(p));
    }
    return list.first;
}

static _Noreturn void refuse_unpacking(Parser *p, const Node *element) {
    syntax_error_range(p, element, NULL, "iterable unpacking cannot be used in comprehension");
}

Node *parse_comprehension(Parser *p, NodeKind kind, Node *element, Place start) {
    if (element->kind == NODE_STARRED) {
        refuse_unpacking(p, element);
    }
    Node *loops = parse_comp_for(p);
    Node *n = node_new(p, kind, start);
    n->a = node_under(n, element);
    n->b = node_under_list(n, loops);
    return n;
}

// The end of a display or comprehension includes its bracket.
static Node *closed(Parser *p, Node *n, TokenKind close) {
    close_list(p, close, NULL);
    n->end_column = p->end_column;
    return n;
}

// ---- ( ----------------------------------------------------------------------------------------

static Node *parenthesised(Parser *p, Node *n) {
    n->flags |= NODE_PARENTHESISED;
    return n;
}

static Node *parse_group(Parser *p) {
    assert(at(p, TOK_LPAREN));
    Place start = here(p);
    token_next(p);
    if (token_accept(p, TOK_RPAREN)) {
        NodeList none = {0};
        return parenthesised(p, parse_finish_tuple(p, &none, start));
    }
    if (at(p, TOK_YIELD)) {
        Node *n = parse_yield(p);
        close_list(p, TOK_RPAREN, n);
        return parenthesised(p, n);
    }
    if (at(p, TOK_DOUBLE_STAR)) {
        syntax_error(p, "cannot use double starred expression here");
    }
    Node *first = parse_star_expression(p, true);
    if (parse_at_comp_for(p)) {
        Node *n = parse_comprehension(p, NODE_GENEXP, first, start);
        return parenthesised(p, closed(p, n, TOK_RPAREN));
    }
    if (!at(p, TOK_COMMA)) {
        close_list(p, TOK_RPAREN, first);
        if (first->kind == NODE_STARRED) {
            syntax_error_range(p, first, NULL, "cannot use starred expression here");
        }
        return parenthesised(p, first);
    }
    NodeList list = {0};
    node_list_add(&list, first);
    more_items(p, &list, TOK_RPAREN);
    close_list(p, TOK_RPAREN, list.last);
    return parenthesised(p, parse_finish_tuple(p, &list, start));
}

// ---- [ ----------------------------------------------------------------------------------------

// The items of a list or set from `first` on.
static void display_items(Parser *p, NodeList *list, Node *first, TokenKind end) {
    node_list_add(list, first);
    more_items(p, list, end);
    if (list->count > 1 && parse_at_comp_for(p)) {
        syntax_error_range(p, list->first, list->last,
                           "did you forget parentheses around the comprehension target?");
    }
}

static Node *display(Parser *p, NodeKind kind, NodeList *list, TokenKind end, Place start) {
    close_list(p, end, list->last);
    Node *n = node_new(p, kind, start);
    n->a = node_under_list(n, list->first);
    return n;
}

static Node *parse_list(Parser *p) {
    assert(at(p, TOK_LBRACKET));
    Place start = here(p);
    token_next(p);
    NodeList list = {0};
    if (!at(p, TOK_RBRACKET)) {
        Node *first = parse_star_expression(p, true);
        if (parse_at_comp_for(p)) {
            return closed(p, parse_comprehension(p, NODE_LISTCOMP, first, start), TOK_RBRACKET);
        }
        display_items(p, &list, first, TOK_RBRACKET);
    }
    return display(p, NODE_LIST, &list, TOK_RBRACKET, start);
}

// ---- { ----------------------------------------------------------------------------------------

static Node *pair(Parser *p, Node *key, Node *value, Place start) {
    Node *n = node_new(p, NODE_PAIR, start);
    n->a = node_under(n, key);
    n->b = node_under(n, value);
    return n;
}

// The value after a key, which must be there.
static Node *pair_after(Parser *p, Node *key, Place start) {
    if (!at(p, TOK_COLON)) {
        Token last = p->token;
        last.line = last.end_line = key->line;
        last.column = key->end_column - 1;
        last.end_column = key->end_column;
        syntax_error_token(p, &last, "':' expected after dictionary key");
    }
    Token colon = p->token;
    token_next(p);
    if (at(p, TOK_RBRACE) || at(p, TOK_COMMA)) {
        syntax_error_token(p, &colon, "expression expected after dictionary key and ':'");
    }
    if (at(p, TOK_STAR)) {
        syntax_error(p, "cannot use a starred expression in a dictionary value");
    }
    return pair(p, key, parse_expression(p), start);
}

static Node *parse_pair(Parser *p) {
    Place start = here(p);
    if (token_accept(p, TOK_DOUBLE_STAR)) {
        return pair(p, NULL, parse_bitor(p), start);
    }
    return pair_after(p, parse_expression(p), start);
}

static Node *dict_rest(Parser *p, Node *first, Place start) {
    if (parse_at_comp_for(p)) {
        if (!first->a) {
            syntax_error_range(p, first, NULL, "dict unpacking cannot be used in dict "
                                               "comprehension");
        }
        return closed(p, parse_comprehension(p, NODE_DICTCOMP, first, start), TOK_RBRACE);
    }
    NodeList list = {0};
    node_list_add(&list, first);
    while (token_accept(p, TOK_COMMA) && !at(p, TOK_RBRACE)) {
        node_list_add(&list, parse_pair(p));
    }
    close_list(p, TOK_RBRACE, list.last->b);
    Node *n = node_new(p, NODE_DICT, start);
    n->a = node_under_list(n, list.first);
    return n;
}

static Node *parse_braces(Parser *p) {
    assert(at(p, TOK_LBRACE));
    Place start = here(p);
    token_next(p);
    if (token_accept(p, TOK_RBRACE)) {
        return node_new(p, NODE_DICT, start);
    }
    if (at(p, TOK_DOUBLE_STAR)) {
        return dict_rest(p, parse_pair(p), start);
    }
    Place first_place = here(p);
    Node *first = parse_star_expression(p, true);
    if (at(p, TOK_COLON)) {
        if (first->kind == NODE_STARRED || is_bare_walrus(first)) {
            syntax_error_plain(p);
        }
        return dict_rest(p, pair_after(p, first, first_place), start);
    }
    if (parse_at_comp_for(p)) {
        return closed(p, parse_comprehension(p, NODE_SETCOMP, first, start), TOK_RBRACE);
    }
    NodeList list = {0};
    display_items(p, &list, first, TOK_RBRACE);
    return display(p, NODE_SET, &list, TOK_RBRACE, start);
}

// ---- atoms ------------------------------------------------------------------------------------

static Node *constant(Parser *p, Value v) {
    Place start = here(p);
    token_next(p);
    return node_const(p, v, start);
}

static Node *parse_name(Parser *p) {
    Place start = here(p);
    Value name = token_expect_name(p);
    if (same(name, str_value(N___debug__))) {
        Node *n = node_const(p, bool_value(rt.optimise == 0), start);
        n->op = CONST_DEBUG;
        return n;
    }
    if (p->constants) {
        Value v = dict_get_name(p->constants, str_of(name));
        if (is_present(v)) {
            Node *n = node_const(p, v, start);
            n->op = CONST_EXPRESSION;
            return n;
        }
    }
    return node_name(p, name, start);
}

static Node *parse_atom(Parser *p) {
    switch (p->token.kind) {
    case TOK_NAME: return parse_name(p);
    case TOK_NUMBER: return constant(p, p->token.value);
    case TOK_STRING: case TOK_FSTART: return parse_strings(p);
    case TOK_NONE: return constant(p, NONE);
    case TOK_TRUE: return constant(p, TRUE);
    case TOK_FALSE: return constant(p, FALSE);
    case TOK_ELLIPSIS: return constant(p, ELLIPSIS);
    case TOK_LPAREN: return parse_group(p);
    case TOK_LBRACKET: return parse_list(p);
    case TOK_LBRACE: return parse_braces(p);
    default: syntax_error_plain(p);
    }
}

// ---- after a primary --------------------------------------------------------------------------

static Node *parse_slice(Parser *p) {
    Place start = here(p);
    Node *part[3] = {0};
    if (!at(p, TOK_COLON)) {
        part[0] = parse_star_expression(p, true);
        if (!at(p, TOK_COLON)) {
            if (part[0]->kind == NODE_STARRED && parse_at_comp_for(p)) {
                refuse_unpacking(p, part[0]);
            }
            return part[0];
        }
        if (is_bare_walrus(part[0]) || part[0]->kind == NODE_STARRED) {
            syntax_error_plain(p);
        }
    }
    for (int i = 1; i < 3 && token_accept(p, TOK_COLON); i++) {
        if (!at(p, TOK_COLON) && !at(p, TOK_COMMA) && !at(p, TOK_RBRACKET)) {
            part[i] = parse_expression(p);
        }
    }
    Node *n = node_new(p, NODE_SLICE, start);
    n->a = node_under(n, part[0]);
    n->b = node_under(n, part[1]);
    n->c = node_under(n, part[2]);
    return n;
}

static Node *parse_index(Parser *p) {
    Place start = here(p);
    Node *first = parse_slice(p);
    Node *last = first;
    if (at(p, TOK_COMMA) || first->kind == NODE_STARRED) {
        NodeList list = {0};
        node_list_add(&list, first);
        while (token_accept(p, TOK_COMMA) && !at(p, TOK_RBRACKET)) {
            node_list_add(&list, parse_slice(p));
        }
        last = list.last;
        first = parse_finish_tuple(p, &list, start);
    }
    close_list(p, TOK_RBRACKET, last);
    return first;
}

// One attribute, call or subscript after `n`; NULL if none follows.
static Node *parse_trailer(Parser *p, Node *n, Place start) {
    if (token_accept(p, TOK_DOT)) {
        Value name = token_expect_name(p);
        Node *attribute = node_new(p, NODE_ATTRIBUTE, start);
        attribute->a = node_under(attribute, n);
        attribute->value = name;
        return attribute;
    }
    bool is_call = at(p, TOK_LPAREN);
    if (!is_call && !at(p, TOK_LBRACKET)) {
        return NULL;
    }
    token_next(p);
    Node *inner = is_call ? parse_arguments(p) : parse_index(p);
    Node *result = node_new(p, is_call ? NODE_CALL : NODE_SUBSCRIPT, start);
    result->a = node_under(result, n);
    result->b = is_call ? node_under_list(result, inner) : node_under(result, inner);
    return result;
}

Node *parse_primary(Parser *p) {
    Place start = here(p);
    bool is_await = token_accept(p, TOK_AWAIT);
    Place inner = here(p);
    Node *n = parse_atom(p);
    for (Node *next = n; next; next = parse_trailer(p, n, inner)) {
        n = next;
    }
    if (is_await) {
        Node *operand = n;
        n = node_new(p, NODE_AWAIT, start);
        n->a = operand;
        n->flags |= NODE_HAS_WALRUS;
    }
    return n;
}
