// SPDX-License-Identifier: MIT
// parser.c: the parser's cell, its tokens and nodes, and one top-level statement after the other.
//
// Recursive descent over the grammar of Python 3.14; operators by precedence climbing. No
// backtracking: where one token does not decide (match, parenthesised with) the lexer looks ahead
// and is rewound. The rules are in parse_*.c.
#include "compile/parser_state.h"
#include "heap/heap.h"
#include "state.h"
#include <assert.h>

// ---- the cell ---------------------------------------------------------------------------------

static void parser_trace(Cell *cell, Visitor *visitor) {
    Parser *p = (Parser *)cell;
    visit(visitor, &p->filename);
    lexer_trace(&p->lexer, visitor);
    visitor->visit_ambiguous(visitor, (uintptr_t)p->arena.chunk);
    visit(visitor, &p->token.value);
    visit(visitor, &p->ahead.value);
    visit_cell(visitor, &p->constants);
}

static void parser_finalise(Cell *cell) {
    reader_close(&((Parser *)cell)->lexer.in);
}

const Type parser_type = {
    .head = {&type_type}, .name = N_parser, .flags = TYPE_FINALISE, .letter = 'h',
    .solid = &parser_type, .payload = sizeof(Parser), .trace = parser_trace,
    .finalise = parser_finalise,
};

Parser *parser_new(Reader *reader, Value filename, ParseMode mode) {
    Parser *p = heap_alloc(&parser_type, sizeof *p);
    p->filename = filename;
    p->mode = mode;
    lexer_init(&p->lexer, reader);
    reader->file = NULL;
    reader_close(reader);
    arena_init(&p->arena);
    return p;
}

void parser_close(Parser *p) {
    reader_close(&p->lexer.in);
    arena_free(&p->arena);
    heap_free(p->lexer.brackets);
    p->lexer.brackets = NULL;
    p->lexer.depth = p->lexer.capacity = 0;
    p->constants = NULL;
    p->done = true;
}

Arena *parser_arena(Parser *p) {
    return &p->arena;
}

Value parser_filename(const Parser *p) {
    return p->filename;
}

// ---- tokens -----------------------------------------------------------------------------------

void token_next(Parser *p) {
    assert(!p->has_ahead || p->ahead.start >= p->token.start);
    p->end_line = p->token.end_line;
    p->end_column = p->token.end_column;
    p->end_offset = p->token.end;
    if (p->has_ahead) {
        p->token = p->ahead;
        p->has_ahead = false;
    } else {
        lexer_next(&p->lexer, &p->token);
    }
}

const Token *token_peek(Parser *p) {
    if (!p->has_ahead) {
        lexer_next(&p->lexer, &p->ahead);
        p->has_ahead = true;
    }
    return &p->ahead;
}

bool token_accept(Parser *p, TokenKind kind) {
    if (p->token.kind != kind) {
        return false;
    }
    token_next(p);
    return true;
}

void token_expect(Parser *p, TokenKind kind) {
    if (!token_accept(p, kind)) {
        syntax_error_plain(p);
    }
}

void token_expect_colon(Parser *p, bool always) {
    if (token_accept(p, TOK_COLON)) {
        return;
    }
    if (always || at(p, TOK_NEWLINE)) {
        syntax_error(p, "expected ':'");
    }
    syntax_error_plain(p);
}

Value token_expect_name(Parser *p) {
    Value name = p->token.value;
    token_expect(p, TOK_NAME);
    return name;
}

bool token_is_soft(const Parser *p, const Str *word) {
    return p->token.kind == TOK_NAME && same(p->token.value, str_value(word));
}

bool token_starts_expression(TokenKind kind) {
    switch (kind) {
    case TOK_NAME: case TOK_NUMBER: case TOK_STRING: case TOK_FSTART: case TOK_LPAREN:
    case TOK_LBRACKET: case TOK_LBRACE: case TOK_ELLIPSIS: case TOK_TILDE: case TOK_PLUS:
    case TOK_MINUS: case TOK_NOT: case TOK_LAMBDA: case TOK_AWAIT: case TOK_NONE: case TOK_TRUE:
    case TOK_FALSE:
        return true;
    default:
        return false;
    }
}

// ---- nodes ------------------------------------------------------------------------------------

// Pointers a, b ... that a node of each kind has.
static const uint8_t children[NODE_KINDS] = {
    [NODE_JOINED] = 1, [NODE_FORMATTED] = 2, [NODE_TEMPLATE] = 1, [NODE_INTERPOLATION] = 2,
    [NODE_UNARY] = 1, [NODE_NOT] = 1, [NODE_BINARY] = 2, [NODE_AND] = 1, [NODE_OR] = 1,
    [NODE_COMPARE] = 2, [NODE_COMPARAND] = 1, [NODE_IF_EXP] = 3, [NODE_LAMBDA] = 2,
    [NODE_NAMED] = 2, [NODE_CALL] = 2, [NODE_KEYWORD] = 1, [NODE_ATTRIBUTE] = 1,
    [NODE_SUBSCRIPT] = 2, [NODE_SLICE] = 3, [NODE_TUPLE] = 1, [NODE_LIST] = 1, [NODE_SET] = 1,
    [NODE_DICT] = 1, [NODE_PAIR] = 2, [NODE_LISTCOMP] = 2, [NODE_SETCOMP] = 2, [NODE_GENEXP] = 2,
    [NODE_DICTCOMP] = 2, [NODE_COMP_FOR] = 3, [NODE_YIELD] = 1, [NODE_YIELD_FROM] = 1,
    [NODE_AWAIT] = 1, [NODE_STARRED] = 1, [NODE_EXPR] = 1, [NODE_ASSIGN] = 2,
    [NODE_AUG_ASSIGN] = 2, [NODE_ANN_ASSIGN] = 3, [NODE_RETURN] = 1, [NODE_DELETE] = 1,
    [NODE_IF] = 3, [NODE_WHILE] = 3, [NODE_FOR] = 4, [NODE_WITH] = 2, [NODE_WITH_ITEM] = 2,
    [NODE_TRY] = 4, [NODE_HANDLER] = 2, [NODE_RAISE] = 2, [NODE_ASSERT] = 2, [NODE_GLOBAL] = 1,
    [NODE_NONLOCAL] = 1, [NODE_IMPORT] = 1, [NODE_IMPORT_FROM] = 1, [NODE_ALIAS] = 1,
    [NODE_FUNCTION] = 5, [NODE_CLASS] = 5, [NODE_TYPE_ALIAS] = 5, [NODE_MATCH] = 2,
    [NODE_CASE] = 3, [NODE_PARAM] = 2, [NODE_TYPE_PARAM] = 2, [NODE_PAT_VALUE] = 1,
    [NODE_PAT_SEQUENCE] = 1, [NODE_PAT_MAPPING] = 1, [NODE_PAT_CLASS] = 3, [NODE_PAT_AS] = 1,
    [NODE_PAT_OR] = 1,
};

size_t node_size(NodeKind kind) {
    assert(kind < NODE_KINDS);
    return offsetof(Node, a) + children[kind] * sizeof(Node *);
}

Node *node_new(Parser *p, NodeKind kind, Place start) {
    assert(kind < NODE_KINDS);
    poll_interrupt();
    Node *n = arena_alloc(&p->arena, node_size(kind));
    n->kind = (uint8_t)kind;
    n->line = start.line;
    n->column = start.column;
    n->end_column = p->end_column;
    return n;
}

Node *node_under_list(Node *parent, Node *list) {
    for (const Node *n = list; n; n = n->next) {
        parent->flags |= n->flags & NODE_HAS_WALRUS;
    }
    return list;
}

void node_list_add(NodeList *list, Node *n) {
    assert(!n->next);
    if (list->last) {
        list->last->next = n;
    } else {
        list->first = n;
    }
    list->last = n;
    list->count++;
}

Node *node_const(Parser *p, Value v, Place start) {
    assert(is_present(v));
    Node *n = node_new(p, NODE_CONST, start);
    n->value = v;
    return n;
}

Node *node_name(Parser *p, Value name, Place start) {
    assert(is_str(name));
    Node *n = node_new(p, NODE_NAME, start);
    n->value = name;
    return n;
}

// ---- looking ahead ----------------------------------------------------------------------------

// Feeds the tokens after p->token to `look` until it returns true; uses none of them.
static void scan(Parser *p, bool (*look)(void *arg, TokenKind kind), void *arg) {
    if (p->has_ahead && look(arg, p->ahead.kind)) {
        return;
    }
    Lexer saved = p->lexer;
    Bracket *top = lexer_top(&saved);
    Bracket saved_top = top ? *top : (Bracket){0};
    lexer_mark(&p->lexer, lexer_offset(&saved));
    p->lexer.scanning = true;
    Token t;
    do {
        lexer_next(&p->lexer, &t);
    } while (!look(arg, t.kind) && t.kind != TOK_END);
    lexer_rewind(&p->lexer, &saved);
    if (top) {
        *lexer_top(&p->lexer) = saved_top;
    }
}

typedef struct Scan {
    int depth;
    TokenKind last;
    bool found;
} Scan;

static int depth_change(TokenKind kind) {
    switch (kind) {
    case TOK_LPAREN: case TOK_LBRACKET: case TOK_LBRACE: case TOK_FSTART: return 1;
    case TOK_RPAREN: case TOK_RBRACKET: case TOK_RBRACE: case TOK_FEND: return -1;
    default: return 0;
    }
}

static bool look_for_colon(void *arg, TokenKind kind) {
    Scan *s = arg;
    if (kind == TOK_NEWLINE) {
        s->found = s->last == TOK_COLON;
        return true;
    }
    s->last = kind;
    return false;
}

bool parse_line_ends_with_colon(Parser *p) {
    Scan s = {0};
    scan(p, look_for_colon, &s);
    return s.found;
}

static bool look_for_as(void *arg, TokenKind kind) {
    Scan *s = arg;
    s->depth += depth_change(kind);
    s->found = s->depth == 0 && kind == TOK_AS;
    return s->found || s->depth < 0;
}

bool parse_as_inside(Parser *p) {
    assert(at(p, TOK_LPAREN));
    Scan s = {0};
    scan(p, look_for_as, &s);
    return s.found;
}

// ---- top level --------------------------------------------------------------------------------

static Node *eval_input(Parser *p) {
    Node *n = parse_expression_list(p);
    parse_refuse_star(p, n);
    while (token_accept(p, TOK_NEWLINE)) {
    }
    if (!at(p, TOK_END)) {
        syntax_error_plain(p);
    }
    p->done = true;
    return n;
}

static void check_single(Parser *p) {
    assert(p->mode == PARSE_SINGLE);
    while (token_accept(p, TOK_NEWLINE)) {
    }
    if (!at(p, TOK_END)) {
        syntax_error(p, "multiple statements found while compiling a single statement");
    }
    p->done = true;
}

Node *parser_next(Parser *p) {
    assert(p->head.type == &parser_type);
    if (p->done) {
        return NULL;
    }
    arena_reset(&p->arena);
    if (!p->started) {
        p->started = true;
        token_next(p);
    }
    while (token_accept(p, TOK_NEWLINE)) {
    }
    if (p->mode == PARSE_EVAL) {
        return eval_input(p);
    }
    if (at(p, TOK_END)) {
        p->done = true;
        return NULL;
    }
    Node *statement = parse_statement(p).first;
    if (p->mode == PARSE_SINGLE) {
        check_single(p);
    }
    return statement;
}
