// SPDX-License-Identifier: MIT
// scope_define.c: the scope pass over functions, classes, type parameters and type aliases.
#include "compile/scope.h"

#include "error.h"
#include "state.h"

// Walks `n` in a lazily evaluated scope of its own.
static void walk_lazily(Walk *w, Node *n, const Node *owner, ScopeRole role) {
    Walk saved = *w;
    scope_open(w, SCOPE_ANNOTATION, owner, role);
    w->comp_iterable = false;
    scope_expr(w, n);
    scope_close(w);
    *w = saved;
}

void scope_type_params(Walk *w, Node *list) {
    bool defaulted = false;
    for (Node *p = list; p; p = p->next) {
        scope_bind(w, str_of(p->value), p, SYM_TYPE_PARAM);
        if (p->a) {
            walk_lazily(w, p->a, p, ROLE_BOUND);
        }
        if (p->b) {
            Node *value = p->b->kind == NODE_STARRED ? p->b->a : p->b;
            walk_lazily(w, value, p, ROLE_DEFAULT);
            defaulted = true;
        } else if (defaulted) {
            parser_error_at(w->parser, p,
                            "non-default type parameter '%S' follows default type parameter",
                            str_of(p->value));
        }
    }
}

// Parameters in the order of their registers.
static void bind_params(Walk *w, Node *list) {
    static const uint8_t order[][2] = {{PARAM_POSONLY, PARAM_NORMAL},
                                       {PARAM_KWONLY, PARAM_KWONLY},
                                       {PARAM_STAR, PARAM_STAR},
                                       {PARAM_DOUBLE_STAR, PARAM_DOUBLE_STAR}};
    for (size_t i = 0; i < COUNT_OF(order); i++) {
        for (Node *p = list; p; p = p->next) {
            if (p->op == order[i][0] || p->op == order[i][1]) {
                scope_bind(w, str_of(p->value), p, SYM_PARAM);
                w->scope->nparams++;
            }
        }
    }
}

static bool has_annotations(const Node *n) {
    for (const Node *p = n->a; p; p = p->next) {
        if (p->a) {
            return true;
        }
    }
    return n->kind == NODE_FUNCTION && n->c;
}

static void walk_annotations(Walk *w, Node *n) {
    if (!has_annotations(n)) {
        return;
    }
    Walk saved = *w;
    Scope *s = scope_open(w, SCOPE_ANNOTATION, n, ROLE_ANNOTATIONS);
    s->nparams = 1;
    scope_bind(w, N__format, n, SYM_PARAM);
    for (Node *p = n->a; p; p = p->next) {
        if (p->a) {
            scope_expr(w, p->a->kind == NODE_STARRED ? p->a->a : p->a);
        }
    }
    if (n->c) {
        scope_expr(w, n->c);
    }
    scope_close(w);
    *w = saved;
}

static void walk_function_body(Walk *w, Node *n) {
    Walk saved = *w;
    *w = (Walk){.parser = saved.parser, .scope = saved.scope};
    Scope *s = scope_open(w, SCOPE_FUNCTION, n, ROLE_BODY);
    s->lambda = n->kind == NODE_LAMBDA;
    s->is_async = n->kind == NODE_FUNCTION && (n->flags & NODE_ASYNC);
    bind_params(w, n->a);
    if (s->lambda) {
        scope_expr(w, n->b);
    } else {
        scope_body(w, n->b);
    }
    if (s->is_async && s->generator && s->return_value) {
        parser_error_at(w->parser, s->return_value, "'return' with value in async generator");
    }
    scope_close(w);
    *w = saved;
}

void scope_function(Walk *w, Node *n) {
    bool named = n->kind == NODE_FUNCTION;
    if (named) {
        scope_exprs(w, n->d);
    }
    for (Node *p = n->a; p; p = p->next) {
        if (p->b) {
            scope_expr(w, p->b);
        }
    }
    Walk saved = *w;
    bool generic = named && n->e;
    if (named) {
        scope_bind(w, str_of(n->value), n, 0);
    }
    if (generic) {
        scope_open(w, SCOPE_TYPE_PARAMS, n, ROLE_TYPE_PARAMS);
        scope_bind(w, N__defaults, n, SYM_PARAM); // registers 1 and 2
        scope_bind(w, N__kwdefaults, n, SYM_PARAM);
        scope_type_params(w, n->e);
    }
    if (named && rt.optimise < 1) {
        walk_annotations(w, n);
    }
    walk_function_body(w, n);
    *w = saved;
}

static void walk_bases(Walk *w, Node *list) {
    for (; list; list = list->next) {
        bool wrapped = list->kind == NODE_STARRED || list->kind == NODE_KEYWORD;
        scope_expr(w, wrapped ? list->a : list);
    }
}

// A generic class has one more base, before its keywords: what the hidden function made.
static void add_generic_base(Walk *w, Node *n) {
    Node *base = arena_alloc(parser_arena(w->parser), sizeof(Node));
    base->kind = NODE_NAME;
    base->line = n->line;
    base->column = n->column;
    base->end_column = n->end_column;
    base->value = str_value(N__generic_base);
    Node **place = &n->a;
    while (*place && (*place)->kind != NODE_KEYWORD) {
        place = &(*place)->next;
    }
    base->next = *place;
    *place = base;
}

static void class_implicit(Walk *w, Scope *s, const Str *name) {
    scope_symbol(w, s, name, s->node)->flags |= SYM_IMPLICIT;
}

void scope_class(Walk *w, Node *n) {
    scope_exprs(w, n->d);
    scope_bind(w, str_of(n->value), n, 0);
    Walk saved = *w;
    if (n->e) {
        Scope *hidden = scope_open(w, SCOPE_TYPE_PARAMS, n, ROLE_TYPE_PARAMS);
        hidden->private_name = str_of(n->value);
        hidden->private_only = n->e;
        scope_bind(w, N__type_params, n, 0);
        scope_bind(w, N__generic_base, n, 0);
        scope_type_params(w, n->e);
        add_generic_base(w, n);
    }
    walk_bases(w, n->a);
    *w = (Walk){.parser = saved.parser, .scope = w->scope};
    Scope *s = scope_open(w, SCOPE_CLASS, n, ROLE_BODY);
    s->private_name = str_of(n->value);
    s->private_only = NULL;
    class_implicit(w, s, N___class__);
    class_implicit(w, s, N___classdict__);
    if (n->e) {
        scope_use(w, N__type_params, n);
    }
    scope_body(w, n->b);
    *w = saved;
}

void scope_type_alias(Walk *w, Node *n) {
    scope_bind(w, str_of(n->a->value), n->a, 0);
    Walk saved = *w;
    if (n->e) {
        scope_open(w, SCOPE_TYPE_PARAMS, n, ROLE_TYPE_PARAMS);
        scope_type_params(w, n->e);
    }
    walk_lazily(w, n->b, n, ROLE_BODY);
    *w = saved;
}
