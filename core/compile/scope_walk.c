// SPDX-License-Identifier: MIT
// scope_walk.c: the scope pass over statements, with the errors that depend on where a statement
// stands ('return' outside function and so on).
#include "compile/scope.h"

#include "error.h"
#include "state.h"
#include <assert.h>

// ---- targets -----------------------------------------------------------------------------------

static void walk_target_list(Walk *w, Node *n, bool deleting) {
    bool starred = false;
    for (Node *item = n->a; item; item = item->next) {
        if (item->kind == NODE_STARRED) {
            if (starred) {
                parser_error_at(w->parser, item, "multiple starred expressions in assignment");
            }
            starred = true;
            scope_target(w, item->a, deleting);
        } else {
            scope_target(w, item, deleting);
        }
    }
}

void scope_target(Walk *w, Node *n, bool deleting) {
    stack_check();
    poll_interrupt();
    switch (n->kind) {
    case NODE_NAME: scope_bind(w, str_of(n->value), n, deleting ? SYM_DELETED : 0); return;
    case NODE_TUPLE:
    case NODE_LIST: walk_target_list(w, n, deleting); return;
    case NODE_STARRED:
        parser_error_at(w->parser, n, "starred assignment target must be in a list or tuple");
    default: scope_expr(w, n);
    }
}

// ---- declarations ------------------------------------------------------------------------------

static void walk_declaration(Walk *w, Node *n) {
    assert(n->kind == NODE_GLOBAL || n->kind == NODE_NONLOCAL);
    bool global = n->kind == NODE_GLOBAL;
    const char *word = global ? "global" : "nonlocal";
    if (!global && w->scope->kind == SCOPE_MODULE) {
        parser_error_at(w->parser, n, "nonlocal declaration not allowed at module level");
    }
    for (Node *name = n->a; name; name = name->next) {
        Symbol *s = scope_symbol(w, w->scope, scope_mangle(w->scope, str_of(name->value)), n);
        unsigned flags = s->flags | (w->scope->kind == SCOPE_MODULE ? earlier_uses(s->name) : 0);
        const char *problem = flags & SYM_PARAM       ? "name '%S' is parameter and %s"
                              : flags & SYM_USED      ? "name '%S' is used prior to %s declaration"
                              : flags & SYM_ANNOTATED ? "annotated name '%S' can't be %s"
                              : flags & SYM_ASSIGNED  ? "name '%S' is assigned to before %s "
                                                        "declaration"
                                                      : NULL;
        if (problem) {
            parser_error_at(w->parser, n, problem, s->name, word);
        }
        if (!(s->flags & (SYM_GLOBAL | SYM_NONLOCAL))) {
            s->node = n;
        }
        s->flags |= global ? SYM_GLOBAL : SYM_NONLOCAL;
        if ((s->flags & SYM_GLOBAL) && (s->flags & SYM_NONLOCAL)) {
            parser_error_at(w->parser, s->node, "name '%S' is nonlocal and global", s->name);
        }
    }
}

// An annotation of a class in a branch that may not run gets a number (in n->value): the class body
// sets that bit of the hidden variable .executed, the scope of the annotations asks for it.
static void number_conditional(Walk *w, Scope *owner, Node *n) {
    if (w->conditional) {
        n->value = int_value(owner->conditional++);
        scope_symbol(w, owner, N__executed, n)->flags |= SYM_IMPLICIT;
        scope_use(w, N__executed, n);
    }
}

// A simple annotation is evaluated later, in a scope that all annotations of a class share.
static void walk_annotation(Walk *w, Node *n) {
    if (rt.optimise >= 1 || w->scope->kind == SCOPE_FUNCTION) {
        return;
    }
    Walk saved = *w;
    Scope *outer = w->scope;
    if (outer->kind == SCOPE_CLASS && outer->annotations++) {
        w->scope = scope_child(outer, outer->node, ROLE_ANNOTATIONS);
    } else if (outer->kind == SCOPE_CLASS) {
        Scope *s = scope_open(w, SCOPE_ANNOTATION, outer->node, ROLE_ANNOTATIONS);
        s->nparams = 1;
        scope_bind(w, N__format, n, SYM_PARAM);
    } else {
        scope_open(w, SCOPE_ANNOTATION, n, ROLE_BOUND);
    }
    if (outer->kind == SCOPE_CLASS) {
        number_conditional(w, outer, n);
    }
    scope_expr(w, n->b);
    *w = saved;
}

static void walk_ann_assign(Walk *w, Node *n) {
    assert(n->kind == NODE_ANN_ASSIGN);
    bool in_function = w->scope->kind == SCOPE_FUNCTION;
    if (n->flags & NODE_SIMPLE) {
        const Str *name = scope_mangle(w->scope, str_of(n->a->value));
        Symbol *s = scope_find(w->scope, name);
        if (s && (s->flags & (SYM_GLOBAL | SYM_NONLOCAL)) && w->scope->kind != SCOPE_MODULE) {
            parser_error_at(w->parser, n, "annotated name '%S' can't be %s", name,
                            s->flags & SYM_GLOBAL ? "global" : "nonlocal");
        }
        scope_bind(w, str_of(n->a->value), n->a, SYM_ANNOTATED);
        walk_annotation(w, n);
    } else {
        if (n->c || n->a->kind != NODE_NAME) {
            scope_target(w, n->a, false);
        }
        if (!in_function) {
            scope_expr(w, n->b);
        }
    }
    if (n->c) {
        scope_expr(w, n->c);
    }
}

// ---- statements with blocks --------------------------------------------------------------------

static void walk_loop_body(Walk *w, Node *body) {
    bool saved = w->in_star_handler;
    w->loops++;
    w->in_star_handler = false;
    scope_body(w, body);
    w->loops--;
    w->in_star_handler = saved;
}

static void check_async(Walk *w, const Node *n, const char *word) {
    if ((n->flags & NODE_ASYNC) && !(w->scope->kind == SCOPE_FUNCTION && w->scope->is_async)) {
        parser_error_at(w->parser, n, "'%s' outside async function", word);
    }
}

static void walk_handlers(Walk *w, Node *n) {
    bool star = n->flags & NODE_STAR;
    for (Node *h = n->b; h; h = h->next) {
        Walk saved = *w;
        if (h->a) {
            scope_expr(w, h->a);
        } else if (h->next) {
            parser_error_at(w->parser, h, "default 'except:' must be last");
        }
        if (is_present(h->value)) {
            scope_bind(w, str_of(h->value), h, SYM_DELETED);
        }
        w->in_star_handler |= star;
        w->star_handler |= star;
        scope_body(w, h->b);
        *w = saved;
    }
}

static void walk_try(Walk *w, Node *n) {
    assert(n->kind == NODE_TRY);
    scope_body(w, n->a);
    walk_handlers(w, n);
    scope_body(w, n->c);
    scope_body(w, n->d);
}

static void walk_with(Walk *w, Node *n) {
    assert(n->kind == NODE_WITH);
    check_async(w, n, "async with");
    for (Node *item = n->a; item; item = item->next) {
        scope_expr(w, item->a);
        if (item->b) {
            scope_target(w, item->b, false);
        }
    }
    scope_body(w, n->b);
}

static void walk_for(Walk *w, Node *n) {
    assert(n->kind == NODE_FOR);
    check_async(w, n, "async for");
    scope_target(w, n->a, false);
    scope_expr(w, n->b);
    walk_loop_body(w, n->c);
    scope_body(w, n->d);
}

// ---- jumps -------------------------------------------------------------------------------------

static void walk_jump(Walk *w, Node *n) {
    if (w->in_star_handler) {
        parser_error_at(w->parser, n,
                        "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (!w->loops) {
        parser_error_at(w->parser, n,
                        n->kind == NODE_BREAK ? "'break' outside loop"
                                              : "'continue' not properly in loop");
    }
}

static void walk_return(Walk *w, Node *n) {
    assert(n->kind == NODE_RETURN);
    if (w->scope->kind != SCOPE_FUNCTION) {
        parser_error_at(w->parser, n, "'return' outside function");
    }
    if (w->star_handler) {
        parser_error_at(w->parser, n,
                        "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (n->a) {
        if (!w->scope->return_value) {
            w->scope->return_value = n;
        }
        scope_expr(w, n->a);
    }
}

// ---- import ------------------------------------------------------------------------------------

static void walk_import(Walk *w, Node *n) {
    assert(n->kind == NODE_IMPORT || n->kind == NODE_IMPORT_FROM);
    if (n->kind == NODE_IMPORT_FROM && !n->a && w->scope->kind != SCOPE_MODULE) {
        parser_error_at(w->parser, n, "import * only allowed at module level");
    }
    if (n->kind == NODE_IMPORT_FROM) {
        earlier_future(w, n);
    }
    for (Node *alias = n->a; alias; alias = alias->next) {
        if (alias->a) {
            scope_bind(w, str_of(alias->a->value), alias->a, SYM_IMPORTED);
            continue;
        }
        const Str *name = str_of(alias->value);
        const char *dot = n->kind == NODE_IMPORT ? memchr(name->text, '.', name->size) : NULL;
        if (dot) {
            name = str_intern(str_slice_bytes(name, 0, (size_t)(dot - name->text)));
        }
        scope_bind(w, name, alias, SYM_IMPORTED);
    }
}

// ---- all of them -------------------------------------------------------------------------------

static void walk_assign(Walk *w, Node *n) {
    assert(n->kind == NODE_ASSIGN);
    for (Node *target = n->a; target; target = target->next) {
        scope_target(w, target, false);
    }
    scope_expr(w, n->b);
}

static void walk_pair(Walk *w, Node *a, Node *b) {
    if (a) {
        scope_expr(w, a);
    }
    if (b) {
        scope_expr(w, b);
    }
}

static void walk_simple(Walk *w, Node *n) {
    switch (n->kind) {
    case NODE_EXPR: scope_expr(w, n->a); break;
    case NODE_ASSIGN: walk_assign(w, n); break;
    case NODE_AUG_ASSIGN:
        scope_target(w, n->a, false);
        scope_expr(w, n->b);
        break;
    case NODE_ANN_ASSIGN: walk_ann_assign(w, n); break;
    case NODE_RETURN: walk_return(w, n); break;
    case NODE_DELETE:
        for (Node *target = n->a; target; target = target->next) {
            scope_target(w, target, true);
        }
        break;
    case NODE_BREAK:
    case NODE_CONTINUE: walk_jump(w, n); break;
    case NODE_RAISE:
    case NODE_ASSERT: walk_pair(w, n->a, n->b); break;
    case NODE_GLOBAL:
    case NODE_NONLOCAL: walk_declaration(w, n); break;
    case NODE_IMPORT:
    case NODE_IMPORT_FROM: walk_import(w, n); break;
    case NODE_TYPE_ALIAS: scope_type_alias(w, n); break;
    default: assert(n->kind == NODE_PASS);
    }
}

// The statements of an if/elif chain one after the other, without recursion.
static void walk_if(Walk *w, Node *n) {
    for (;;) {
        scope_expr(w, n->a);
        scope_body(w, n->b);
        if (!n->c || n->c->kind != NODE_IF || n->c->next) {
            break;
        }
        n = n->c;
    }
    scope_body(w, n->c);
}

void scope_body(Walk *w, Node *list) {
    stack_check();
    bool conditional = w->conditional;
    for (Node *n = list; n; n = n->next) {
        w->conditional = true;
        if (w->scope->kind == SCOPE_MODULE) {
            earlier_statement(n, n == list);
        }
        switch (n->kind) {
        case NODE_IF: walk_if(w, n); break;
        case NODE_WHILE:
            scope_expr(w, n->a);
            walk_loop_body(w, n->b);
            scope_body(w, n->c);
            break;
        case NODE_FOR: walk_for(w, n); break;
        case NODE_WITH: walk_with(w, n); break;
        case NODE_TRY: walk_try(w, n); break;
        case NODE_FUNCTION: scope_function(w, n); break;
        case NODE_CLASS: scope_class(w, n); break;
        case NODE_MATCH: scope_match(w, n); break;
        default: w->conditional = conditional; walk_simple(w, n);
        }
    }
    w->conditional = conditional;
}
