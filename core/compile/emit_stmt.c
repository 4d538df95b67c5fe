// SPDX-License-Identifier: MIT
// emit_stmt.c: the dispatch of statements, and the simple ones.
#include "compile/emit.h"
#include <assert.h>

void end_flow(Unit *u, unsigned op, unsigned reg) {
    emit1(u, op, reg);
    u->reachable = false;
}

static void return_none(Unit *u) {
    emit0(u, OP_CODE_RETURNNONE);
    u->reachable = false;
}

// Both ways of a conditional return by themselves.
static void return_value(Unit *u, Node *value) {
    unsigned mark = u->top;
    while (value->kind == NODE_IF_EXP) {
        Label otherwise = {0};
        cond(u, value->a, false, &otherwise);
        return_value(u, value->b);
        place(u, &otherwise);
        value = value->c;
    }
    if (value->kind == NODE_CONST && is_none(value->value)) {
        return_none(u);
    } else {
        end_flow(u, OP_CODE_RETURN, expr(u, value));
    }
    u->top = mark;
}

static void return_stmt(Unit *u, Node *n) {
    if (!block_needs_code(u, NULL)) {
        if (n->a) {
            return_value(u, n->a);
        } else {
            return_none(u);
        }
        return;
    }
    unsigned reg = 0;
    bool none = !n->a || (n->a->kind == NODE_CONST && is_none(n->a->value));
    if (!none) {
        reg = expr_temp(u, n->a); // what runs on the way out may change the local
    }
    block_unwind(u, NULL);
    if (none) {
        return_none(u);
    } else {
        end_flow(u, OP_CODE_RETURN, reg);
    }
    block_resume(u, NULL);
}

static void jump_stmt(Unit *u, const Node *n) {
    Block *loop = u->block;
    while (loop->kind != BLOCK_LOOP) {
        loop = loop->outer;
    }
    block_unwind(u, loop);
    emit_jump(u, OP_CODE_JUMP, 0, 0, n->kind == NODE_BREAK ? loop->brk : loop->cont);
    block_resume(u, loop);
}

static void raise_stmt(Unit *u, Node *n) {
    if (!n->a) {
        emit0(u, OP_CODE_RERAISE);
    } else if (!n->b) {
        unsigned exception = expr(u, n->a);
        at_line(u, n);
        emit1(u, OP_CODE_RAISE, exception);
    } else {
        unsigned exception = operand(u, n->a, n->b);
        unsigned cause = expr(u, n->b);
        at_line(u, n);
        emit2(u, OP_CODE_RAISEFROM, exception, cause);
    }
    u->reachable = false;
}

static void assert_stmt(Unit *u, Node *n) {
    if (rt.optimise >= 1) {
        return;
    }
    Label ok = {0};
    cond(u, n->a, true, &ok);
    unsigned reg = push(u);
    emit2(u, OP_CODE_LOADC, reg, KNOWN_ASSERTION_ERROR);
    if (n->b) {
        expr_temp(u, n->b);
        at_line(u, n);
        emit3(u, OP_CODE_CALL, reg, reg, 1);
    }
    at_line(u, n);
    end_flow(u, OP_CODE_RAISE, reg);
    place(u, &ok);
}

// ---- import ------------------------------------------------------------------------------------

// `import a.b.c as x`: from the top package down to c.
static void import_as(Unit *u, const Str *name, unsigned reg) {
    const char *at = memchr(name->text, '.', name->size);
    const char *end = name->text + name->size;
    while (at) {
        size_t start = (size_t)(at + 1 - name->text);
        at = memchr(at + 1, '.', (size_t)(end - (at + 1)));
        size_t stop = at ? (size_t)(at - name->text) : name->size;
        const Str *part = str_intern(str_slice_bytes(name, start, stop));
        emit3(u, OP_CODE_IMPORTFROM, reg, reg, emit_name(u, part));
    }
}

static void import_stmt(Unit *u, const Node *n) {
    for (const Node *alias = n->a; alias; alias = alias->next) {
        unsigned reg = push(u), from = push(u);
        const Str *name = str_of(alias->value);
        emit2(u, OP_CODE_LOADC, from, KNOWN_NONE);
        emit4(u, OP_CODE_IMPORT, reg, emit_name(u, name), 0, from);
        const char *dot = memchr(name->text, '.', name->size);
        const Str *bound = name;
        if (alias->a) {
            import_as(u, name, reg);
            bound = str_of(alias->a->value);
        } else if (dot) {
            bound = str_intern(str_slice_bytes(name, 0, (size_t)(dot - name->text)));
        }
        var_store(u, mangle(u, str_value(bound)), reg);
        u->top = reg;
    }
}

static Value from_list(const Node *aliases) {
    size_t n = 0;
    for (const Node *a = aliases; a; a = a->next) {
        n++;
    }
    Tuple *names = tuple_alloc(n ? n : 1);
    names->items[0] = str_value(N__star);
    for (size_t i = 0; i < n; i++, aliases = aliases->next) {
        names->items[i] = aliases->value;
    }
    return cell_value(names);
}

static void import_from_stmt(Unit *u, const Node *n) {
    unsigned module = push(u), reg = push(u);
    emit_load(u, reg, from_list(n->a));
    const Str *name = is_present(n->value) ? str_of(n->value) : N__empty;
    emit4(u, OP_CODE_IMPORT, module, emit_name(u, name), n->flags & 255u, reg);
    if (!n->a) {
        emit2(u, OP_CODE_IMPORTSTAR, module, u->namespace);
        return;
    }
    for (const Node *alias = n->a; alias; alias = alias->next) {
        at_line(u, alias);
        emit3(u, OP_CODE_IMPORTFROM, reg, module, emit_name(u, str_of(alias->value)));
        var_store(u, mangle(u, alias->a ? alias->a->value : alias->value), reg);
    }
}

// ---- the rest ----------------------------------------------------------------------------------

// At the top of exec'd text, `global` also holds for the statements that follow.
static void global_stmt(Unit *u, const Node *n) {
    Compiler *c = u->compiler;
    if (u->unit_scope->kind != SCOPE_MODULE || !c->namespace) {
        return;
    }
    if (!c->globals) {
        c->globals = dict_new(0);
    }
    for (const Node *name = n->a; name; name = name->next) {
        dict_set_name(c->globals, str_of(name->value), TRUE);
    }
}

static void if_stmt(Unit *u, Node *n) {
    Label end = {0};
    for (;;) {
        Label otherwise = {0};
        at_line(u, n->a);
        cond(u, n->a, false, &otherwise);
        body(u, n->b);
        if (n->c) {
            emit_jump(u, OP_CODE_JUMP, 0, 0, &end);
        }
        place(u, &otherwise);
        if (!n->c || n->c->kind != NODE_IF || n->c->next) {
            break;
        }
        n = n->c;
    }
    body(u, n->c);
    place(u, &end);
}

static void expr_stmt(Unit *u, Node *n) {
    if (u->unit_scope->kind == SCOPE_MODULE && u->compiler->mode == PARSE_SINGLE) {
        unsigned reg = expr(u, n->a);
        emit1(u, OP_CODE_PRINTEXPR, reg);
    } else {
        expr_discard(u, n->a);
    }
}

static void stmt(Unit *u, Node *n) {
    switch (n->kind) {
    case NODE_EXPR: expr_stmt(u, n); break;
    case NODE_ASSIGN: assign_stmt(u, n); break;
    case NODE_AUG_ASSIGN: aug_assign_stmt(u, n); break;
    case NODE_ANN_ASSIGN: ann_assign_stmt(u, n); break;
    case NODE_RETURN: return_stmt(u, n); break;
    case NODE_DELETE:
        for (Node *target = n->a; target; target = target->next) {
            delete_target(u, target);
        }
        break;
    case NODE_BREAK:
    case NODE_CONTINUE: jump_stmt(u, n); break;
    case NODE_IF: if_stmt(u, n); break;
    case NODE_WHILE: while_stmt(u, n); break;
    case NODE_FOR: for_stmt(u, n); break;
    case NODE_WITH: with_stmt(u, n); break;
    case NODE_TRY: try_stmt(u, n); break;
    case NODE_RAISE: raise_stmt(u, n); break;
    case NODE_ASSERT: assert_stmt(u, n); break;
    case NODE_GLOBAL: global_stmt(u, n); break;
    case NODE_IMPORT: import_stmt(u, n); break;
    case NODE_IMPORT_FROM: import_from_stmt(u, n); break;
    case NODE_FUNCTION: function_stmt(u, n); break;
    case NODE_CLASS: class_stmt(u, n); break;
    case NODE_TYPE_ALIAS: type_alias_stmt(u, n); break;
    case NODE_MATCH: match_stmt(u, n); break;
    default: assert(n->kind == NODE_PASS || n->kind == NODE_NONLOCAL);
    }
}

void body(Unit *u, Node *list) {
    stack_check();
    unsigned mark = u->top;
    Node *n = list;
    for (; n && u->reachable; n = n->next) {
        at_line(u, n);
        u->spill_from = mark;
        stmt(u, n);
        u->top = mark;
    }
    u->dropped |= n != NULL;
}
