// SPDX-License-Identifier: MIT
// parse_match.c: the match statement and its patterns (PEP 634).
#include "compile/parser_state.h"
#include <assert.h>

static Node *parse_pattern(Parser *p);

// ---- literals and values ----------------------------------------------------------------------

static Node *pattern_of(Parser *p, NodeKind kind, Place start, Node *a) {
    Node *n = node_new(p, kind, start);
    n->a = a;
    return n;
}

// A number with an optional '-'.
static Node *signed_number(Parser *p) {
    Place start = here(p);
    bool negative = token_accept(p, TOK_MINUS);
    Value v = p->token.value;
    token_expect(p, TOK_NUMBER);
    Node *n = node_const(p, v, start);
    if (!negative) {
        return n;
    }
    Node *folded = fold_unary(p, OP_NEG, n, start);
    if (folded) {
        return folded;
    }
    Node *negation = pattern_of(p, NODE_UNARY, start, n);
    negation->op = OP_NEG;
    return negation;
}

static bool is_imaginary(const Node *n) {
    return is_const(n) && is_exact(n->value, &complex_type);
}

// A number, or real ± imaginary.
static Node *parse_number(Parser *p) {
    Place start = here(p);
    Node *n = signed_number(p);
    if (!at(p, TOK_PLUS) && !at(p, TOK_MINUS)) {
        return n;
    }
    BinaryOp op = at(p, TOK_PLUS) ? OP_ADD : OP_SUB;
    if (is_imaginary(n)) {
        syntax_error_range(p, n, NULL, "real number required in complex literal");
    }
    token_next(p);
    if (!at(p, TOK_NUMBER)) {
        syntax_error_plain(p);
    }
    Node *imaginary = signed_number(p);
    if (!is_imaginary(imaginary)) {
        syntax_error_range(p, imaginary, NULL, "imaginary number required in complex literal");
    }
    Node *folded = fold_binary(p, op, n, imaginary, start);
    if (folded) {
        return folded;
    }
    Node *sum = pattern_of(p, NODE_BINARY, start, n);
    sum->op = (uint8_t)op;
    sum->b = imaginary;
    return sum;
}

static Node *parse_text(Parser *p) {
    Node *n = parse_strings(p);
    if (n->kind != NODE_CONST) {
        syntax_error_range(p, n, NULL, "patterns may only match literals and attribute lookups");
    }
    return n;
}

static bool at_literal(Parser *p) {
    return at(p, TOK_NUMBER) || at(p, TOK_MINUS) || at(p, TOK_STRING) || at(p, TOK_FSTART);
}

static Node *parse_literal(Parser *p) {
    return at(p, TOK_STRING) || at(p, TOK_FSTART) ? parse_text(p) : parse_number(p);
}

static bool at_singleton(Parser *p) {
    return at(p, TOK_NONE) || at(p, TOK_TRUE) || at(p, TOK_FALSE);
}

static Value take_singleton(Parser *p) {
    Value v = at(p, TOK_NONE) ? NONE : bool_value(at(p, TOK_TRUE));
    token_next(p);
    return v;
}

// name.name...
static Node *parse_dotted(Parser *p) {
    Place start = here(p);
    Node *n = node_name(p, token_expect_name(p), start);
    n->end_column = p->end_column;
    while (token_accept(p, TOK_DOT)) {
        Value name = token_expect_name(p);
        Node *attribute = node_new(p, NODE_ATTRIBUTE, start);
        attribute->a = n;
        attribute->value = name;
        n = attribute;
    }
    return n;
}

// ---- sequences, mappings, classes -------------------------------------------------------------

static Node *parse_star_pattern(Parser *p) {
    Place start = here(p);
    if (!token_accept(p, TOK_STAR)) {
        return parse_pattern(p);
    }
    Value name = token_expect_name(p);
    Node *n = node_new(p, NODE_PAT_STAR, start);
    n->value = same(name, str_value(N__)) ? ABSENT : name;
    return n;
}

static Node *sequence(Parser *p, NodeList *list, Place start) {
    const Node *star = NULL;
    for (const Node *n = list->first; n; n = n->next) {
        if (n->kind == NODE_PAT_STAR) {
            if (star) {
                syntax_error_range(p, n, NULL, "multiple starred names in sequence pattern");
            }
            star = n;
        }
    }
    return pattern_of(p, NODE_PAT_SEQUENCE, start, list->first);
}

// ( pattern ), or a sequence in ( ) or [ ].
static Node *parse_bracketed(Parser *p, TokenKind close) {
    Place start = here(p);
    token_next(p);
    NodeList list = {0};
    bool comma = close == TOK_RBRACKET;
    while (!at(p, close)) {
        node_list_add(&list, parse_star_pattern(p));
        if (!token_accept(p, TOK_COMMA)) {
            break;
        }
        comma = true;
    }
    bool is_group = list.count == 1 && !comma;
    if (is_group && list.first->kind == NODE_PAT_STAR) {
        syntax_error_plain(p);
    }
    token_expect(p, close);
    return is_group ? list.first : sequence(p, &list, start);
}

static Node *mapping_key(Parser *p) {
    Place start = here(p);
    if (at_literal(p)) {
        return parse_literal(p);
    }
    if (at_singleton(p)) {
        return node_const(p, take_singleton(p), start);
    }
    Node *n = parse_dotted(p);
    if (n->kind == NODE_NAME) {
        syntax_error_plain(p);
    }
    return n;
}

static Node *parse_mapping(Parser *p) {
    Place start = here(p);
    token_next(p);
    NodeList list = {0};
    Value rest = ABSENT;
    while (!at(p, TOK_RBRACE)) {
        Place place = here(p);
        if (is_present(rest)) {
            syntax_error_plain(p);
        }
        if (token_accept(p, TOK_DOUBLE_STAR)) {
            if (token_is_soft(p, N__)) {
                syntax_error_plain(p);
            }
            rest = token_expect_name(p);
        } else {
            Node *key = mapping_key(p);
            token_expect(p, TOK_COLON);
            Node *value = parse_pattern(p);
            Node *n = node_new(p, NODE_PAIR, place);
            n->a = key;
            n->b = value;
            node_list_add(&list, n);
        }
        if (!token_accept(p, TOK_COMMA)) {
            break;
        }
    }
    token_expect(p, TOK_RBRACE);
    Node *n = pattern_of(p, NODE_PAT_MAPPING, start, list.first);
    n->value = rest;
    return n;
}

static void add_keyword_pattern(Parser *p, NodeList *keywords) {
    Place start = here(p);
    Token name = p->token;
    token_next(p);
    token_next(p);
    for (const Node *n = keywords->first; n; n = n->next) {
        if (same(n->value, name.value)) {
            syntax_error_token(p, &name, "attribute name repeated in class pattern: %S",
                               str_of(name.value));
        }
    }
    Node *pattern = parse_pattern(p);
    Node *n = pattern_of(p, NODE_KEYWORD, start, pattern);
    n->value = name.value;
    node_list_add(keywords, n);
}

static Node *parse_class_pattern(Parser *p, Node *class, Place start) {
    token_next(p);
    NodeList positional = {0}, keywords = {0};
    while (!at(p, TOK_RPAREN)) {
        if (at(p, TOK_NAME) && token_peek(p)->kind == TOK_ASSIGN) {
            add_keyword_pattern(p, &keywords);
        } else {
            Node *n = parse_pattern(p);
            if (keywords.count) {
                syntax_error_range(p, n, NULL, "positional patterns follow keyword patterns");
            }
            node_list_add(&positional, n);
        }
        if (!token_accept(p, TOK_COMMA)) {
            break;
        }
    }
    token_expect(p, TOK_RPAREN);
    Node *n = pattern_of(p, NODE_PAT_CLASS, start, class);
    n->b = positional.first;
    n->c = keywords.first;
    return n;
}

// ---- patterns ---------------------------------------------------------------------------------

static Node *parse_name_pattern(Parser *p) {
    Place start = here(p);
    Node *n = parse_dotted(p);
    if (at(p, TOK_LPAREN)) {
        return parse_class_pattern(p, n, start);
    }
    if (n->kind == NODE_ATTRIBUTE) {
        return pattern_of(p, NODE_PAT_VALUE, start, n);
    }
    Node *capture = pattern_of(p, NODE_PAT_AS, start, NULL);
    capture->value = same(n->value, str_value(N__)) ? ABSENT : n->value;
    return capture;
}

static Node *parse_closed_pattern(Parser *p) {
    stack_check();
    Place start = here(p);
    if (at_literal(p)) {
        Node *literal = parse_literal(p);
        return pattern_of(p, NODE_PAT_VALUE, start, literal);
    }
    if (at_singleton(p)) {
        Value v = take_singleton(p);
        Node *n = node_new(p, NODE_PAT_SINGLETON, start);
        n->value = v;
        return n;
    }
    switch (p->token.kind) {
    case TOK_NAME: return parse_name_pattern(p);
    case TOK_LPAREN: return parse_bracketed(p, TOK_RPAREN);
    case TOK_LBRACKET: return parse_bracketed(p, TOK_RBRACKET);
    case TOK_LBRACE: return parse_mapping(p);
    default: syntax_error_plain(p);
    }
}

static Node *parse_or_pattern(Parser *p) {
    Place start = here(p);
    Node *first = parse_closed_pattern(p);
    if (!at(p, TOK_PIPE)) {
        return first;
    }
    NodeList list = {0};
    node_list_add(&list, first);
    while (token_accept(p, TOK_PIPE)) {
        node_list_add(&list, parse_closed_pattern(p));
    }
    return pattern_of(p, NODE_PAT_OR, start, list.first);
}

static Value as_target(Parser *p) {
    if (token_is_soft(p, N__)) {
        syntax_error(p, "cannot use '_' as a target");
    }
    if (!at(p, TOK_NAME) || token_peek(p)->kind == TOK_DOT || token_peek(p)->kind == TOK_LPAREN) {
        Node *n = parse_expression(p);
        syntax_error_range(p, n, NULL, "cannot use %s as pattern target",
                           parse_expression_kind(n));
    }
    return token_expect_name(p);
}

static Node *parse_pattern(Parser *p) {
    Place start = here(p);
    Node *pattern = parse_or_pattern(p);
    if (!token_accept(p, TOK_AS)) {
        return pattern;
    }
    Value name = as_target(p);
    Node *n = pattern_of(p, NODE_PAT_AS, start, pattern);
    n->value = name;
    return n;
}

// A pattern, or a sequence without brackets.
static Node *parse_case_pattern(Parser *p) {
    Place start = here(p);
    Node *first = parse_star_pattern(p);
    if (!at(p, TOK_COMMA)) {
        if (first->kind == NODE_PAT_STAR) {
            syntax_error_plain(p);
        }
        return first;
    }
    NodeList list = {0};
    node_list_add(&list, first);
    while (token_accept(p, TOK_COMMA) && !at(p, TOK_COLON) && !at(p, TOK_IF)) {
        node_list_add(&list, parse_star_pattern(p));
    }
    return sequence(p, &list, start);
}

// ---- statement --------------------------------------------------------------------------------

static Node *parse_case(Parser *p) {
    Place start = here(p);
    if (!token_is_soft(p, N_case)) {
        syntax_error_plain(p);
    }
    token_next(p);
    Node *pattern = parse_case_pattern(p);
    Node *guard = token_accept(p, TOK_IF) ? parse_named(p) : NULL;
    token_expect_colon(p, false);
    Node *n = node_new(p, NODE_CASE, start);
    n->a = pattern;
    n->b = node_under(n, guard);
    n->c = parse_block(p, "'case' statement", start.line);
    return n;
}

// Is the name `match` at the start of a statement the keyword?
bool parse_at_match(Parser *p) {
    if (!token_is_soft(p, N_match)) {
        return false;
    }
    switch (token_peek(p)->kind) {
    case TOK_NOT: case TOK_LPAREN: case TOK_LBRACKET: case TOK_PLUS: case TOK_MINUS: case TOK_STAR:
        return parse_line_ends_with_colon(p);
    default:
        return token_starts_expression(p->ahead.kind);
    }
}

static Node *parse_subject(Parser *p) {
    Place start = here(p);
    Node *first = parse_star_expression(p, true);
    if (!at(p, TOK_COMMA)) {
        parse_refuse_star(p, first);
        return first;
    }
    NodeList list = {0};
    node_list_add(&list, first);
    while (token_accept(p, TOK_COMMA) && !at(p, TOK_COLON)) {
        node_list_add(&list, parse_star_expression(p, true));
    }
    return parse_finish_tuple(p, &list, start);
}

Node *parse_match(Parser *p) {
    assert(token_is_soft(p, N_match));
    Place start = here(p);
    stack_check();
    token_next(p);
    Node *subject = parse_subject(p);
    token_expect_colon(p, false);
    token_expect(p, TOK_NEWLINE);
    if (!token_accept(p, TOK_INDENT)) {
        indentation_error(p, "expected an indented block after 'match' statement on line %d",
                          (int)start.line);
    }
    p->block_depth++;
    NodeList cases = {0};
    while (!at(p, TOK_DEDENT) && !at(p, TOK_END)) {
        node_list_add(&cases, parse_case(p));
    }
    token_accept(p, TOK_DEDENT);
    p->block_depth--;
    Node *n = node_new(p, NODE_MATCH, start);
    n->a = node_under(n, subject);
    n->b = node_under_list(n, cases.first);
    return n;
}
