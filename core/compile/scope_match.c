// SPDX-License-Identifier: MIT
// scope_match.c: the scope pass over match statements: captured names and the errors of patterns.
//
// The names of one pattern are collected in a list of marks; an alternative starts a new list
// and must end with the same names as the first one.
#include "compile/scope.h"

#include "error.h"
#include "objects/protocol.h"
#include <assert.h>

typedef struct Capture {
    struct Capture *next;
    const Str *name;
} Capture;

static void walk_pattern(Walk *w, Node *n, Capture **names);

static bool has_capture(const Capture *list, const Str *name) {
    for (; list; list = list->next) {
        if (list->name == name) {
            return true;
        }
    }
    return false;
}

static size_t count_captures(const Capture *list) {
    size_t n = 0;
    for (; list; list = list->next) {
        n++;
    }
    return n;
}

static void add_capture(Walk *w, Value value, Node *n, Capture **names) {
    if (is_absent(value)) {
        return;
    }
    const Str *name = str_of(value);
    if (has_capture(*names, name)) {
        parser_error_at(w->parser, n, "multiple assignments to name '%S' in pattern", name);
    }
    Capture *c = arena_alloc(parser_arena(w->parser), sizeof *c);
    c->name = name;
    c->next = *names;
    *names = c;
    scope_bind(w, name, n, 0);
}

static void walk_sequence(Walk *w, Node *n, Capture **names) {
    bool starred = false;
    for (Node *item = n->a; item; item = item->next) {
        if (item->kind == NODE_PAT_STAR && starred) {
            parser_error_at(w->parser, n, "multiple starred names in sequence pattern");
        }
        starred |= item->kind == NODE_PAT_STAR;
        walk_pattern(w, item, names);
    }
}

static void walk_mapping(Walk *w, Node *n, Capture **names) {
    for (Node *pair = n->a; pair; pair = pair->next) {
        for (Node *seen = n->a; seen != pair; seen = seen->next) {
            if (seen->a->kind == NODE_CONST && pair->a->kind == NODE_CONST &&
                op_equal(seen->a->value, pair->a->value)) {
                parser_error_at(w->parser, pair->a, "mapping pattern checks duplicate key (%V)",
                                pair->a->value);
            }
        }
        scope_expr(w, pair->a);
        walk_pattern(w, pair->b, names);
    }
    add_capture(w, n->value, n, names);
}

static void walk_class_pattern(Walk *w, Node *n, Capture **names) {
    scope_expr(w, n->a);
    for (Node *p = n->b; p; p = p->next) {
        walk_pattern(w, p, names);
    }
    for (Node *k = n->c; k; k = k->next) {
        for (Node *seen = n->c; seen != k; seen = seen->next) {
            if (same(seen->value, k->value)) {
                parser_error_at(w->parser, k, "attribute name repeated in class pattern: %S",
                                str_of(k->value));
            }
        }
        walk_pattern(w, k->a, names);
    }
}

// What makes a pattern match always; NULL if it may fail.
static const Node *irrefutable(const Node *n) {
    while (n->kind == NODE_PAT_AS && n->a) {
        n = n->a;
    }
    if (n->kind == NODE_PAT_OR) {
        while (n->a && n->kind == NODE_PAT_OR) {
            n = n->a;
            while (n->next) {
                n = n->next;
            }
        }
        return irrefutable(n);
    }
    return n->kind == NODE_PAT_AS ? n : NULL;
}

static void check_unreachable(Walk *w, const Node *pattern) {
    const Node *n = irrefutable(pattern);
    if (n && is_absent(n->value)) {
        parser_error_at(w->parser, n, "wildcard makes remaining patterns unreachable");
    }
    if (n) {
        parser_error_at(w->parser, n, "name capture '%S' makes remaining patterns unreachable",
                        str_of(n->value));
    }
}

static void walk_or(Walk *w, Node *n, Capture **names) {
    Capture *before = *names;
    size_t first_count = 0;
    for (Node *p = n->a; p; p = p->next) {
        if (p->next) {
            check_unreachable(w, p);
        }
        Capture *mine = before;
        walk_pattern(w, p, &mine);
        if (p == n->a) {
            *names = mine;
            first_count = count_captures(mine);
            continue;
        }
        bool same_names = count_captures(mine) == first_count;
        for (Capture *c = mine; c && c != before; c = c->next) {
            same_names = same_names && has_capture(*names, c->name);
        }
        if (!same_names) {
            parser_error_at(w->parser, n, "alternative patterns bind different names");
        }
    }
}

static void walk_pattern(Walk *w, Node *n, Capture **names) {
    stack_check();
    switch (n->kind) {
    case NODE_PAT_VALUE: scope_expr(w, n->a); break;
    case NODE_PAT_SINGLETON: break;
    case NODE_PAT_SEQUENCE: walk_sequence(w, n, names); break;
    case NODE_PAT_STAR: add_capture(w, n->value, n, names); break;
    case NODE_PAT_MAPPING: walk_mapping(w, n, names); break;
    case NODE_PAT_CLASS: walk_class_pattern(w, n, names); break;
    case NODE_PAT_OR: walk_or(w, n, names); break;
    default:
        assert(n->kind == NODE_PAT_AS);
        if (n->a) {
            walk_pattern(w, n->a, names);
        }
        add_capture(w, n->value, n, names);
    }
}

void scope_match(Walk *w, Node *n) {
    scope_expr(w, n->a);
    for (Node *c = n->b; c; c = c->next) {
        Capture *names = NULL;
        walk_pattern(w, c->a, &names);
        if (c->next && !c->b) {
            check_unreachable(w, c->a);
        }
        if (c->b) {
            scope_expr(w, c->b);
        }
        scope_body(w, c->c);
    }
}
