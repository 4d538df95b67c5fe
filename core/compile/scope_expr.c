// SPDX-License-Identifier: MIT
// scope_expr.c: the scope pass over expressions: uses of names, comprehensions, :=, yield, await.
#include "compile/scope.h"

#include "error.h"
#include "state.h"
#include <assert.h>

void scope_exprs(Walk *w, Node *list) {
    for (; list; list = list->next) {
        scope_expr(w, list);
    }
}

static bool is_comprehension(const Scope *s) {
    return s->kind == SCOPE_COMP || s->genexp;
}

static const char *comprehension_name(const Node *n) {
    switch (n->kind) {
    case NODE_LISTCOMP: return "list comprehension";
    case NODE_SETCOMP: return "set comprehension";
    case NODE_DICTCOMP: return "dict comprehension";
    default: return "generator expression";
    }
}

static const char *annotation_name(const Scope *s) {
    if (s->kind == SCOPE_TYPE_PARAMS) {
        return "the definition of a generic";
    }
    if (s->role == ROLE_BODY) {
        return "a type alias";
    }
    return s->role == ROLE_ANNOTATIONS ? "an annotation" : "a type parameter";
}

// `what` expressions are not allowed in annotations and the like.
static void check_annotation(Walk *w, const Node *n, const char *what) {
    Scope *s = w->scope;
    for (; s && s->kind == SCOPE_COMP; s = s->outer) {
    }
    if (s && (s->kind == SCOPE_ANNOTATION || s->kind == SCOPE_TYPE_PARAMS)) {
        parser_error_at(w->parser, n, "%s cannot be used within %s", what, annotation_name(s));
    }
}

static void walk_yield(Walk *w, Node *n) {
    assert(n->kind == NODE_YIELD || n->kind == NODE_YIELD_FROM);
    Scope *s = w->scope;
    check_annotation(w, n, "yield expression");
    if (is_comprehension(s)) {
        parser_error_at(w->parser, n, "'yield' inside %s", comprehension_name(s->node));
    }
    const char *word = n->kind == NODE_YIELD ? "yield" : "yield from";
    if (s->kind != SCOPE_FUNCTION) {
        parser_error_at(w->parser, n, "'%s' outside function", word);
    }
    if (n->kind == NODE_YIELD_FROM && s->is_async) {
        parser_error_at(w->parser, n, "'yield from' inside async function");
    }
    s->generator = true;
    if (n->a) {
        scope_expr(w, n->a);
    }
}

static void walk_await(Walk *w, Node *n) {
    assert(n->kind == NODE_AWAIT);
    Scope *s = w->scope;
    check_annotation(w, n, "await expression");
    if (is_comprehension(s)) {
        s->is_async = true;
    } else if (s->kind != SCOPE_FUNCTION) {
        parser_error_at(w->parser, n, "'await' outside function");
    } else if (!s->is_async) {
        parser_error_at(w->parser, n, "'await' outside async function");
    }
    scope_expr(w, n->a);
}

// ---- comprehensions ----------------------------------------------------------------------------

static void bind_iteration(Walk *w, Node *target) {
    if (target->kind == NODE_NAME) {
        const Symbol *s = scope_find(w->scope, scope_mangle(w->scope, str_of(target->value)));
        if (s && (s->flags & SYM_WALRUS)) {
            parser_error_at(w->parser, target,
                            "comprehension inner loop cannot rebind assignment expression "
                            "target '%V'",
                            target->value);
        }
        scope_bind(w, str_of(target->value), target, SYM_ITERATION);
    } else if (target->kind == NODE_TUPLE || target->kind == NODE_LIST) {
        for (Node *item = target->a; item; item = item->next) {
            bind_iteration(w, item);
        }
    } else if (target->kind == NODE_STARRED) {
        bind_iteration(w, target->a);
    } else {
        scope_target(w, target, false);
    }
}

static void walk_iterable(Walk *w, Node *n) {
    bool saved = w->comp_iterable;
    w->comp_iterable = true;
    scope_expr(w, n);
    w->comp_iterable = saved;
}

// An asynchronous comprehension needs an async function around it, or makes the comprehension
// around it asynchronous.
static void check_async(Walk *w, Node *n) {
    if (is_comprehension(w->scope)) {
        w->scope->is_async = true;
    } else if (w->scope->kind != SCOPE_FUNCTION || !w->scope->is_async) {
        parser_error_at(w->parser, n,
                        "asynchronous comprehension outside of an asynchronous function");
    }
}

void scope_comprehension(Walk *w, Node *n) {
    stack_check();
    bool saved = w->comp_iterable;
    walk_iterable(w, n->b->b);
    bool genexp = n->kind == NODE_GENEXP;
    Scope *s = scope_open(w, genexp ? SCOPE_FUNCTION : SCOPE_COMP, n, ROLE_BODY);
    s->genexp = genexp;
    w->comp_iterable = false;
    if (genexp) {
        s->generator = true;
        s->nparams = 1;
        scope_bind(w, N__dot_zero, n, SYM_PARAM);
    }
    for (Node *f = n->b; f; f = f->next) {
        if (f->flags & NODE_ASYNC) {
            s->is_async = true;
        }
        bind_iteration(w, f->a);
        if (f != n->b) {
            walk_iterable(w, f->b);
        }
        scope_exprs(w, f->c);
    }
    if (n->kind == NODE_DICTCOMP) {
        if (n->a->a) {
            scope_expr(w, n->a->a);
        }
        scope_expr(w, n->a->b);
    } else {
        scope_expr(w, n->a);
    }
    scope_close(w);
    w->comp_iterable = saved;
    if (s->is_async && !genexp) {
        check_async(w, n);
    }
}

// target := value inside a comprehension binds in the scope that contains all comprehensions.
static void bind_outside(Walk *w, Node *target) {
    const Str *name = scope_mangle(w->scope, str_of(target->value));
    Scope *home = w->scope;
    for (; is_comprehension(home); home = home->outer) {
        const Symbol *s = scope_find(home, name);
        if (s && (s->flags & SYM_ITERATION)) {
            parser_error_at(w->parser, target,
                            "assignment expression cannot rebind "
                            "comprehension iteration variable '%S'",
                            str_of(target->value));
        }
    }
    if (home->kind == SCOPE_CLASS) {
        parser_error_at(w->parser, target,
                        "assignment expression within a comprehension cannot "
                        "be used in a class body");
    }
    Symbol *outside = scope_symbol(w, home, name, target);
    bool module = home->kind == SCOPE_MODULE, global = module || (outside->flags & SYM_GLOBAL);
    outside->flags |= (uint16_t)(SYM_BOUND | (module ? 0 : SYM_ASSIGNED)); // as CPython sees it
    for (Scope *s = w->scope; s != home; s = s->outer) {
        unsigned flag = global ? SYM_GLOBAL : s->genexp ? SYM_NONLOCAL : SYM_WALRUS;
        scope_symbol(w, s, name, target)->flags |= SYM_WALRUS | flag;
    }
}

void scope_named(Walk *w, Node *n) {
    assert(n->kind == NODE_NAMED);
    check_annotation(w, n, "named expression");
    if (w->comp_iterable) {
        parser_error_at(w->parser, n,
                        "assignment expression cannot be used in a comprehension iterable "
                        "expression");
    }
    if (is_comprehension(w->scope)) {
        bind_outside(w, n->a);
    } else {
        scope_bind(w, str_of(n->a->value), n->a, 0);
    }
    scope_expr(w, n->b);
}

// ---- the rest ----------------------------------------------------------------------------------

static void walk_items(Walk *w, Node *list) { // of a display or call: may hold STARRED
    for (; list; list = list->next) {
        Node *item = list->kind == NODE_STARRED || list->kind == NODE_KEYWORD ? list->a : list;
        scope_expr(w, item);
    }
}

static void walk_pairs(Walk *w, Node *list) {
    for (; list; list = list->next) {
        if (list->a) {
            scope_expr(w, list->a);
        }
        scope_expr(w, list->b);
    }
}

// The part of `n` to go on with, so that long left-deep chains need no recursion; NULL: done.
static Node *walk_chain(Walk *w, Node *n) {
    switch (n->kind) {
    case NODE_BINARY: scope_expr(w, n->b); return n->a;
    case NODE_ATTRIBUTE: return n->a;
    case NODE_SUBSCRIPT: scope_expr(w, n->b); return n->a;
    case NODE_CALL: walk_items(w, n->b); return n->a;
    case NODE_COMPARE:
        for (Node *c = n->b; c; c = c->next) {
            scope_expr(w, c->a);
        }
        return n->a;
    case NODE_UNARY:
    case NODE_NOT: return n->a;
    case NODE_FORMATTED:
    case NODE_INTERPOLATION:
        if (n->b) {
            scope_expr(w, n->b);
        }
        return n->a;
    case NODE_IF_EXP:
        scope_expr(w, n->a);
        scope_expr(w, n->b);
        return n->c;
    default: assert(!"an expression"); return NULL;
    }
}

static void walk_slice(Walk *w, Node *n) {
    assert(n->kind == NODE_SLICE);
    Node *parts[] = {n->a, n->b, n->c};
    for (int i = 0; i < 3; i++) {
        if (parts[i]) {
            scope_expr(w, parts[i]);
        }
    }
}

void scope_expr(Walk *w, Node *n) {
    stack_check();
    while (n) {
        poll_interrupt();
        switch (n->kind) {
        case NODE_CONST: return;
        case NODE_NAME: scope_use(w, str_of(n->value), n); return;
        case NODE_JOINED:
        case NODE_TEMPLATE:
        case NODE_AND:
        case NODE_OR: scope_exprs(w, n->a); return;
        case NODE_LAMBDA: scope_function(w, n); return;
        case NODE_NAMED: scope_named(w, n); return;
        case NODE_SLICE: walk_slice(w, n); return;
        case NODE_TUPLE:
        case NODE_LIST:
        case NODE_SET: walk_items(w, n->a); return;
        case NODE_DICT: walk_pairs(w, n->a); return;
        case NODE_LISTCOMP:
        case NODE_SETCOMP:
        case NODE_GENEXP:
        case NODE_DICTCOMP: scope_comprehension(w, n); return;
        case NODE_YIELD:
        case NODE_YIELD_FROM: walk_yield(w, n); return;
        case NODE_AWAIT: walk_await(w, n); return;
        case NODE_STARRED: parser_error_at(w->parser, n, "can't use starred expression here");
        default: n = walk_chain(w, n);
        }
    }
}
