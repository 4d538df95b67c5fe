// SPDX-License-Identifier: MIT
// parse_string.c: adjacent string literals, f-strings and t-strings to CONST, JOINED or TEMPLATE.
#include "compile/parser_state.h"
#include "state.h"
#include "text/buffer.h"
#include "text/unicode.h"
#include <assert.h>

// The parts of a formatted string: constant text is gathered until a field comes.
typedef struct Parts {
    NodeList list;
    Value text;         // one piece, ABSENT if none
    StrBuilder builder; // several pieces, if `building`
    bool building;
    Place start;
} Parts;

static void add_text(Parts *parts, Value text) {
    if (str_of(text)->size == 0) {
        return;
    }
    if (is_absent(parts->text) && !parts->building) {
        parts->text = text;
        return;
    }
    if (!parts->building) {
        builder_init(&parts->builder, 0);
        parts->building = true;
        builder_add_str(&parts->builder, str_of(parts->text));
        parts->text = ABSENT;
    }
    builder_add_str(&parts->builder, str_of(text));
}

static Value take_text(Parts *parts) { // ABSENT if none
    Value text = parts->text;
    if (parts->building) {
        text = builder_finish(&parts->builder);
    }
    parts->building = false;
    parts->text = ABSENT;
    return text;
}

static void flush_text(Parser *p, Parts *parts) {
    Value text = take_text(parts);
    if (is_present(text)) {
        node_list_add(&parts->list, node_const(p, text, parts->start));
    }
}

// ---- replacement fields -----------------------------------------------------------------------

static uint32_t letter(bool is_template) {
    return is_template ? 't' : 'f';
}

// Source text in [from, to) with newlines as \n.
static Value source_text(Parser *p, size_t from, size_t to) {
    assert(from <= to);
    const char *text = lexer_text(&p->lexer, from);
    size_t size = to - from;
    if (!memchr(text, '\r', size)) {
        return str_new(text, size);
    }
    StrBuilder b;
    builder_init(&b, size);
    for (size_t i = 0; i < size; i++) {
        poll_interrupt();
        bool skip = text[i] == '\r' && i + 1 < size && text[i + 1] == '\n';
        if (!skip) {
            builder_add_byte(&b, text[i] == '\r' ? '\n' : (uint8_t)text[i]);
        }
    }
    return builder_finish(&b);
}

// The text of an interpolation's expression: without white space and '=' at its end.
static Value expression_text(Parser *p, size_t from, size_t to) {
    assert(from <= to);
    const char *text = lexer_text(&p->lexer, from);
    size_t size = to - from;
    while (size > 0 && (text[size - 1] == '=' || unicode_is_space((uint8_t)text[size - 1]))) {
        poll_interrupt();
        size--;
    }
    return source_text(p, from, from + size);
}

static void check_field_start(Parser *p, uint32_t prefix) {
    static const struct {
        TokenKind kind;
        char text;
    } ends[] = {{TOK_ASSIGN, '='}, {TOK_BANG, '!'}, {TOK_COLON, ':'}, {TOK_RBRACE, '}'}};
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        if (at(p, ends[i].kind)) {
            syntax_error(p, "%c-string: valid expression required before '%c'", prefix,
                         (uint32_t)ends[i].text);
        }
    }
    if (at(p, TOK_LAMBDA)) {
        syntax_error(p, "%c-string: lambda expressions are not allowed without parentheses",
                     prefix);
    }
    bool prefix_operator = at(p, TOK_STAR) || at(p, TOK_PLUS) || at(p, TOK_MINUS) ||
                           at(p, TOK_TILDE) || at(p, TOK_NOT);
    if ((prefix_operator && !token_starts_expression(token_peek(p)->kind)) ||
        (!prefix_operator && !token_starts_expression(p->token.kind) && !at(p, TOK_YIELD))) {
        syntax_error(p, "%c-string: expecting a valid expression after '{'", prefix);
    }
}

static uint8_t conversion(Parser *p, uint32_t prefix) {
    Token bang = p->token;
    token_next(p);
    if (at(p, TOK_COLON) || at(p, TOK_RBRACE)) {
        syntax_error(p, "%c-string: missing conversion character", prefix);
    }
    if (p->token.start != bang.end) {
        syntax_error(p, "%c-string: conversion type must come right after the exclamation mark",
                     prefix);
    }
    if (!at(p, TOK_NAME)) {
        syntax_error(p, "%c-string: invalid conversion character", prefix);
    }
    const Str *name = str_of(p->token.value);
    if (name->size != 1 || !memchr("sra", name->text[0], 3)) {
        syntax_error(p, "%c-string: invalid conversion character %V: expected 's', 'r', or 'a'",
                     prefix, p->token.value);
    }
    token_next(p);
    return (uint8_t)name->text[0];
}

static void add_field(Parser *p, Parts *parts, bool is_template, uint32_t prefix);

// After ':': the format specification, a JOINED. Leaves the '}'.
static Node *format_spec(Parser *p, uint32_t prefix) {
    stack_check();
    Parts parts = {.start = here(p)};
    for (;;) {
        if (at(p, TOK_FTEXT)) {
            add_text(&parts, p->token.value);
            token_next(p);
        } else if (at(p, TOK_LBRACE)) {
            add_field(p, &parts, false, prefix);
        } else {
            break;
        }
    }
    flush_text(p, &parts);
    Node *n = node_new(p, NODE_JOINED, parts.start);
    n->a = node_under_list(n, parts.list.first);
    return n;
}

static void check_field_end(Parser *p, const Node *value, uint32_t prefix, bool debug,
                            bool converted) {
    if (at(p, TOK_RBRACE) || at(p, TOK_COLON)) {
        return;
    }
    if (!converted && !debug && token_starts_expression(p->token.kind)) {
        parse_missing_comma(p, value);
    }
    if (converted) {
        syntax_error(p, "%c-string: expecting ':' or '}'", prefix);
    }
    if (debug) {
        syntax_error(p, "%c-string: expecting '!', or ':', or '}'", prefix);
    }
    syntax_error(p, "%c-string: expecting '=', or '!', or ':', or '}'", prefix);
}

// At '{'; up to and with '}'.
static void add_field(Parser *p, Parts *parts, bool is_template, uint32_t prefix) {
    Place start = here(p);
    size_t from = p->token.end;
    assert(!p->has_ahead);
    lexer_mark(&p->lexer, from);
    token_next(p);
    check_field_start(p, prefix);
    Node *value = parse_value(p);
    size_t to = p->token.start;
    bool debug = token_accept(p, TOK_ASSIGN);
    if (debug) {
        add_text(parts, source_text(p, from, p->token.start));
    }
    Value expression = is_template ? expression_text(p, from, to) : ABSENT;
    flush_text(p, parts);
    bool converted = at(p, TOK_BANG);
    uint8_t op = converted ? conversion(p, prefix) : 0;
    check_field_end(p, value, prefix, debug, converted);
    Node *spec = token_accept(p, TOK_COLON) ? format_spec(p, prefix) : NULL;
    lexer_unmark(&p->lexer);
    if (!token_accept(p, TOK_RBRACE)) {
        syntax_error(p, "%c-string: expecting '}'", prefix);
    }
    Node *n = node_new(p, is_template ? NODE_INTERPOLATION : NODE_FORMATTED, start);
    n->value = expression;
    n->op = op ? op : debug && !spec ? 'r' : 0;
    n->a = node_under(n, value);
    n->b = node_under(n, spec);
    node_list_add(&parts->list, n);
}

// ---- literals ---------------------------------------------------------------------------------

// One f-string or t-string.
static void add_formatted(Parser *p, Parts *parts) {
    stack_check();
    bool is_template = p->token.flags & STRING_TEMPLATE;
    token_next(p);
    while (!token_accept(p, TOK_FEND)) {
        if (at(p, TOK_FTEXT)) {
            add_text(parts, p->token.value);
            token_next(p);
        } else {
            assert(at(p, TOK_LBRACE));
            add_field(p, parts, is_template, letter(is_template));
        }
    }
}

static Node *bytes_literals(Parser *p, Place start) {
    Value v = p->token.value;
    token_next(p);
    if (at(p, TOK_STRING)) {
        StrBuilder b;
        builder_init(&b, bytes_of(v)->size);
        builder_add(&b, (const char *)bytes_of(v)->data, bytes_of(v)->size);
        for (; at(p, TOK_STRING) && is_bytes(p->token.value); token_next(p)) {
            v = p->token.value;
            builder_add(&b, (const char *)bytes_of(v)->data, bytes_of(v)->size);
        }
        v = builder_finish_bytes(&b);
    }
    return node_const(p, v, start);
}

enum { KIND_TEXT, KIND_BYTES, KIND_TEMPLATE };

static int literal_kind(const Token *t) {
    if (t->kind == TOK_FSTART) {
        return t->flags & STRING_TEMPLATE ? KIND_TEMPLATE : KIND_TEXT;
    }
    return is_bytes(t->value) ? KIND_BYTES : KIND_TEXT;
}

// No other kind of literal may follow directly.
static void check_mix(Parser *p, int kind, const Node *start) {
    if (!at(p, TOK_STRING) && !at(p, TOK_FSTART)) {
        return;
    }
    int other = literal_kind(&p->token);
    if (kind != other) {
        syntax_error_range(p, start, NULL, kind == KIND_TEMPLATE || other == KIND_TEMPLATE
            ? "cannot mix t-string literals with string or bytes literals"
            : "cannot mix bytes and nonbytes literals");
    }
}

Node *parse_strings(Parser *p) {
    assert(at(p, TOK_STRING) || at(p, TOK_FSTART));
    Place start = here(p);
    int kind = literal_kind(&p->token);
    if (kind == KIND_BYTES) {
        Node *n = bytes_literals(p, start);
        check_mix(p, kind, n);
        return n;
    }
    Parts parts = {.start = start};
    bool formatted = false;
    while ((at(p, TOK_STRING) || at(p, TOK_FSTART)) && literal_kind(&p->token) == kind) {
        if (at(p, TOK_FSTART)) {
            formatted = true;
            add_formatted(p, &parts);
        } else {
            add_text(&parts, p->token.value);
            token_next(p);
        }
    }
    Node *n;
    if (formatted) {
        flush_text(p, &parts);
        n = node_new(p, kind == KIND_TEMPLATE ? NODE_TEMPLATE : NODE_JOINED, start);
        n->a = node_under_list(n, parts.list.first);
    } else {
        Value text = take_text(&parts);
        n = node_const(p, is_present(text) ? text : str_value(N__empty), start);
    }
    check_mix(p, kind, n);
    return n;
}
