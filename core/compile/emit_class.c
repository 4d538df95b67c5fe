// SPDX-License-Identifier: MIT
// emit_class.c: classes, type parameters (PEP 695), type aliases, lazy annotations (PEP 649).
//
// Type parameters live in a hidden function that is made and called at once: its first argument
// is a place for the class namespace that names inside may refer to.
#include "compile/emit.h"
#include "objects/protocol.h"
#include <assert.h>

// ---- annotations -------------------------------------------------------------------------------

// The bit of .executed that belongs to an annotation in a branch.
static Value executed_bit(const Node *n) {
    return op_binary(OP_LSHIFT, int_value(1), n->value);
}

static void thunk_body(Unit *u, const Node *owner) {
    Node *value = owner->b;
    if (owner->kind == NODE_TYPE_PARAM && u->unit_scope->role == ROLE_BOUND) {
        value = owner->a;
    }
    unsigned reg;
    if (value->kind == NODE_STARRED) { // default of a TypeVarTuple: *expression
        reg = expr_temp(u, value->a);
        emit3(u, OP_CODE_UNPACK, reg, reg, 1);
    } else {
        reg = expr(u, value);
    }
    end_flow(u, OP_CODE_RETURN, reg);
}

void annotation_thunk(Unit *u, const Node *owner, ScopeRole role, const Str *name, unsigned reg) {
    if (!u->reachable) {
        return;
    }
    Scope *scope = scope_child(u->scope, owner, role);
    Value code = unit_build(u, scope, name, owner, thunk_body);
    function_make(u, code, scope, 0, 0, reg);
}

bool function_annotated(const Node *n) {
    for (const Node *p = n->a; p; p = p->next) {
        if (p->a) {
            return true;
        }
    }
    return n->c;
}

// Without the hidden variable no branch of the class has annotations.
static const Symbol *executed_symbol(const Scope *scope) {
    const Symbol *s = scope_find(scope, N__executed);
    assert(!s || (s->flags & SYM_CELL));
    return s;
}

// Jumps if the class body has not come to the annotation of statement n.
static void skip_unless_executed(Unit *u, const Node *n, Label *skip) {
    unsigned mark = u->top, reg = push_many(u, 2);
    var_load(u, N__executed, reg);
    emit_load(u, reg + 1, executed_bit(n));
    emit3(u, OP_CODE_AND, reg, reg, reg + 1);
    emit_jump(u, OP_CODE_JF, reg, 0, skip);
    u->top = mark;
}

void annotation_executed(Unit *u, const Node *n) {
    unsigned mark = u->top, reg = push_many(u, 2), cell = executed_symbol(u->unit_scope)->reg;
    emit2(u, OP_CODE_CELLGET, reg, cell);
    emit_load(u, reg + 1, executed_bit(n));
    emit3(u, OP_CODE_OR, reg, reg, reg + 1);
    emit2(u, OP_CODE_CELLSET, cell, reg);
    u->top = mark;
}

static void add_annotation(Unit *u, unsigned dict, const Str *name, Node *value) {
    unsigned mark = u->top, key = push(u);
    emit_load(u, key, str_value(name));
    unsigned reg;
    if (value->kind == NODE_STARRED) { // *args: *Ts
        reg = expr_temp(u, value->a);
        at_line(u, value);
        emit3(u, OP_CODE_UNPACK, reg, reg, 1);
    } else {
        reg = expr(u, value);
    }
    emit3(u, OP_CODE_MAPADD, dict, key, reg);
    u->top = mark;
}

static void add_class_annotation(Unit *u, unsigned dict, const Node *n) {
    Label skip = {0};
    if (is_present(n->value)) {
        skip_unless_executed(u, n, &skip);
    }
    add_annotation(u, dict, mangle(u, n->a->value), n->b);
    place(u, &skip);
}

static void add_body_annotations(Unit *u, unsigned dict, const Node *list);

// Branches that a constant condition rules out don't count.
static void add_branches(Unit *u, unsigned dict, const Node *n) {
    bool truth, known = const_truth(n->a, &truth);
    if (!known || truth) {
        add_body_annotations(u, dict, n->b);
    }
    if (!known || !truth) {
        add_body_annotations(u, dict, n->c);
    }
}

static void add_body_annotations(Unit *u, unsigned dict, const Node *list) {
    stack_check();
    for (const Node *n = list; n; n = n->next) {
        switch (n->kind) {
        case NODE_ANN_ASSIGN:
            if (n->flags & NODE_SIMPLE) {
                add_class_annotation(u, dict, n);
            }
            break;
        case NODE_IF:
        case NODE_WHILE: add_branches(u, dict, n); break;
        case NODE_FOR:
            add_body_annotations(u, dict, n->c);
            add_body_annotations(u, dict, n->d);
            break;
        case NODE_WITH:
        case NODE_HANDLER: add_body_annotations(u, dict, n->b); break;
        case NODE_TRY:
            add_body_annotations(u, dict, n->a);
            add_body_annotations(u, dict, n->b);
            add_body_annotations(u, dict, n->c);
            add_body_annotations(u, dict, n->d);
            break;
        case NODE_MATCH: add_body_annotations(u, dict, n->b); break;
        case NODE_CASE: add_body_annotations(u, dict, n->c); break;
        default: break;
        }
    }
}

static void annotate_body(Unit *u, const Node *n) {
    unsigned dict = push(u);
    emit3(u, OP_CODE_BUILDMAP, dict, dict, 0);
    if (n->kind == NODE_CLASS) {
        add_body_annotations(u, dict, n->b);
    } else {
        for (const Node *p = n->a; p; p = p->next) {
            if (p->a) {
                add_annotation(u, dict, mangle(u, p->value), p->a);
            }
        }
        if (n->c) {
            add_annotation(u, dict, N_return, n->c);
        }
    }
    end_flow(u, OP_CODE_RETURN, dict);
}

void annotate_make(Unit *u, const Node *n, unsigned reg) {
    if (!u->reachable) {
        return;
    }
    Scope *scope = scope_child(u->scope, n, ROLE_ANNOTATIONS);
    Value code = unit_build(u, scope, N___annotate__, n, annotate_body);
    function_make(u, code, scope, 0, 0, reg);
}

// ---- type parameters ---------------------------------------------------------------------------

enum { TYPE_PARAM_CONSTRAINED = 3 }; // kind of a TypeVar whose bound is a tuple of constraints

static unsigned type_param_kind(const Node *p) {
    assert(p->kind == NODE_TYPE_PARAM);
    bool tuple =
        p->a && (p->a->kind == NODE_TUPLE || (p->a->kind == NODE_CONST && is_tuple(p->a->value)));
    return p->op == 0 && tuple ? TYPE_PARAM_CONSTRAINED : p->op;
}

static void thunk_or_none(Unit *u, const Node *p, const Node *value, ScopeRole role, unsigned reg) {
    if (value) {
        annotation_thunk(u, p, role, str_of(p->value), reg);
    } else {
        emit_load(u, reg, NONE);
    }
}

void type_params_make(Unit *u, const Node *list, unsigned reg) {
    unsigned mark = u->top, items = push(u);
    emit3(u, OP_CODE_BUILDLIST, items, items, 0);
    for (const Node *p = list; p; p = p->next) {
        unsigned base = push_many(u, 5);
        at_line(u, p);
        emit2(u, OP_CODE_LOADC, base, KNOWN_TYPE_PARAM);
        emit2(u, OP_CODE_LOADI, base + 1, type_param_kind(p));
        emit_load(u, base + 2, p->value);
        thunk_or_none(u, p, p->a, ROLE_BOUND, base + 3);
        thunk_or_none(u, p, p->b, ROLE_DEFAULT, base + 4);
        emit3(u, OP_CODE_CALL, base, base, 4);
        var_store(u, mangle(u, p->value), base);
        emit2(u, OP_CODE_LISTAPPEND, items, base);
        u->top = base;
    }
    emit2(u, OP_CODE_LISTTOTUPLE, reg, items);
    u->top = mark;
}

void generic_call(Unit *u, Node *n, void (*body)(Unit *, const Node *), unsigned base,
                  unsigned count, unsigned reg) {
    if (!u->reachable) {
        return;
    }
    const Node *named = n->kind == NODE_TYPE_ALIAS ? n->a : n;
    Scope *scope = scope_child(u->scope, n, ROLE_TYPE_PARAMS);
    Value name = str_formatted("<generic parameters of %S>", str_of(named->value));
    Value code = unit_build(u, scope, str_of(name), n, body);
    function_make(u, code, scope, 0, 0, base);
    emit_load(u, base + 1, NONE);
    at_line(u, n);
    emit3(u, OP_CODE_CALL, reg, base, count);
}

// ---- type aliases ------------------------------------------------------------------------------

static void alias_to(Unit *u, const Node *n, unsigned reg) {
    assert(n->kind == NODE_TYPE_ALIAS);
    unsigned base = push_many(u, 4);
    emit2(u, OP_CODE_LOADC, base, KNOWN_TYPE_ALIAS);
    emit_load(u, base + 1, n->a->value);
    if (n->e) {
        type_params_make(u, n->e, base + 2);
    } else {
        emit_load(u, base + 2, cell_value(&empty_tuple));
    }
    annotation_thunk(u, n, ROLE_BODY, str_of(n->a->value), base + 3);
    at_line(u, n);
    emit3(u, OP_CODE_CALL, reg, base, 3);
    u->top = base;
}

static void generic_alias_body(Unit *u, const Node *n) {
    u->npos = 1;
    unsigned reg = push(u);
    alias_to(u, n, reg);
    end_flow(u, OP_CODE_RETURN, reg);
}

void type_alias_stmt(Unit *u, Node *n) {
    unsigned base = push_many(u, 2);
    if (n->e) {
        generic_call(u, n, generic_alias_body, base, 1, base);
    } else {
        alias_to(u, n, base);
    }
    var_store(u, mangle(u, n->a->value), base);
}

// ---- classes -----------------------------------------------------------------------------------

static void store_name(Unit *u, const Str *name, unsigned reg) {
    emit2(u, OP_CODE_STORENAME, emit_name(u, name), reg);
}

static void class_header(Unit *u, const Node *n) {
    unsigned reg = push(u);
    emit2(u, OP_CODE_LOADNAME, reg, emit_name(u, N___name__));
    store_name(u, N___module__, reg);
    Value qualname = str_value(u->name);
    if (is_present(u->qualifier)) {
        qualname = str_formatted("%S.%S", str_of(u->qualifier), u->name);
    }
    emit_load(u, reg, qualname);
    store_name(u, N___qualname__, reg);
    if (n->e) {
        var_load(u, N__type_params, reg);
        store_name(u, N___type_params__, reg);
    }
    Value doc = docstring(n->b);
    if (is_present(doc)) {
        emit_load(u, reg, doc);
        store_name(u, N___doc__, reg);
    }
    const Symbol *executed = executed_symbol(u->unit_scope);
    if (executed) {
        emit2(u, OP_CODE_LOADI, reg, 0);
        emit2(u, OP_CODE_CELLSET, executed->reg, reg);
    }
    u->top = reg;
}

static void class_body(Unit *u, const Node *n) {
    assert(n->kind == NODE_CLASS);
    u->flags |= CODE_NAMESPACE | CODE_CLASS_BODY;
    u->npos = 1;
    class_header(u, n);
    body(u, n->b);
    unsigned reg = push(u);
    if (u->unit_scope->annotations) {
        annotate_make(u, n, reg);
        store_name(u, N___annotate__, reg);
    }
    const Symbol *classdict = scope_find(u->unit_scope, N___classdict__);
    if (classdict->flags & SYM_CELL) {
        store_name(u, N___classdictcell__, classdict->reg);
    }
    const Symbol *cell = scope_find(u->unit_scope, N___class__);
    if (cell->flags & SYM_CELL) {
        store_name(u, N___classcell__, cell->reg);
        end_flow(u, OP_CODE_RETURN, cell->reg); // __build_class__ looks whether it was filled
    }
}

static void class_to(Unit *u, const Node *n, unsigned reg) {
    assert(n->kind == NODE_CLASS);
    if (!u->reachable) {
        return;
    }
    unsigned base = push_many(u, 3);
    emit2(u, OP_CODE_LOADC, base, KNOWN_BUILD_CLASS);
    Scope *scope = scope_child(u->scope, n, ROLE_BODY);
    Value code = unit_build(u, scope, str_of(n->value), n, class_body);
    function_make(u, code, scope, 0, 0, base + 1);
    emit_load(u, base + 2, n->value);
    at_line(u, n);
    call_arguments(u, n->a, base, 2, reg);
    u->top = base;
}

static void generic_class_body(Unit *u, const Node *n) {
    u->npos = 1;
    unsigned reg = push_many(u, 2);
    type_params_make(u, n->e, reg + 1);
    var_store(u, N__type_params, reg + 1);
    emit2(u, OP_CODE_LOADC, reg, KNOWN_GENERIC);
    emit3(u, OP_CODE_CALL, reg, reg, 1);
    var_store(u, N__generic_base, reg);
    class_to(u, n, reg);
    end_flow(u, OP_CODE_RETURN, reg);
}

void class_stmt(Unit *u, Node *n) {
    assert(n->kind == NODE_CLASS);
    decorators_push(u, n->d);
    unsigned reg = push(u);
    if (n->e) {
        unsigned base = push_many(u, 2);
        generic_call(u, n, generic_class_body, base, 1, reg);
    } else {
        class_to(u, n, reg);
    }
    reg = decorators_call(u, n->d, reg);
    at_line(u, n);
    var_store(u, mangle(u, n->value), reg);
}
