// SPDX-License-Identifier: MIT
// emit_try.c: try with except, except*, else and finally; with.
//
// Handlers follow their try body; the normal flow jumps over them. Registers of a handler:
//     saved, exc     what was handled before (PUSHEXC); the exception (filled by the table)
// saved is the lower one, since the table's register is where the dead temporaries begin.
// An exception inside a handler goes to its cleanup: POPEXC saved; RAISEAGAIN exc. A handler that
// does not match falls into the same cleanup.
// A finally body is emitted for the normal way out, for exceptions, and (block_unwind) for
// each jump that leaves the statement.
#include "compile/emit.h"
#include <assert.h>

enum { TUPLE_MOST = 24 }; // classes of a handler that are kept in registers

void handler_cleanup(Unit *u, Label *cleanup, unsigned saved, unsigned exc) {
    bool falls_in = u->reachable;
    u->reachable = false;
    place_handler(u, cleanup);
    u->reachable |= falls_in;
    emit1(u, OP_CODE_POPEXC, saved);
    end_flow(u, OP_CODE_RAISEAGAIN, exc);
}

// ---- finally -----------------------------------------------------------------------------------

static void try_except(Unit *u, Node *n);
static void try_star(Unit *u, Node *n);

static void protected_part(Unit *u, Node *n) {
    if (!n->b) {
        body(u, n->a);
    } else if (n->flags & NODE_STAR) {
        try_star(u, n);
    } else {
        try_except(u, n);
    }
}

// The start of a handler of R(exc), which keeps what was handled before in R(exc - 1).
static void handler_enter(Unit *u, Block *h, Label *handler, Label *cleanup, unsigned exc) {
    u->top = exc + 1;
    place_handler(u, handler);
    emit2(u, OP_CODE_PUSHEXC, exc - 1, exc);
    *h = (Block){.kind = BLOCK_HANDLER, .reg2 = exc - 1, .handler = cleanup, .reg = exc};
    block_enter(u, h);
}

static void try_finally(Unit *u, Node *n) {
    assert(n->kind == NODE_TRY && n->d);
    Label handler = {0}, cleanup = {0}, end = {0};
    unsigned saved = push_many(u, 2), exc = saved + 1;
    Block b = {.kind = BLOCK_FINALLY, .node = n, .handler = &handler, .reg = exc};
    u->top = saved;
    block_enter(u, &b);
    protected_part(u, n);
    block_leave(u, &b);
    body(u, n->d);
    emit_jump(u, OP_CODE_JUMP, 0, 0, &end);
    Block h;
    handler_enter(u, &h, &handler, &cleanup, exc);
    body(u, n->d);
    block_leave(u, &h);
    handler_cleanup(u, &cleanup, saved, exc);
    place(u, &end);
}

// ---- except ------------------------------------------------------------------------------------

// The body of a handler; `except E as name` unbinds the name whichever way it is left.
// The last one falls into the cleanup behind it then.
static void handler_body(Unit *u, Node *h, unsigned saved, unsigned exc, Label *end) {
    if (is_absent(h->value)) {
        body(u, h->b);
        emit1(u, OP_CODE_ENDEXC, saved);
        emit_jump(u, OP_CODE_JUMP, 0, 0, end);
        return;
    }
    Label unbind = {0};
    const Str *name = mangle(u, h->value);
    Block b = {.kind = BLOCK_NAME, .node = h, .handler = &unbind, .reg = exc};
    at_line(u, h);
    var_store(u, name, exc);
    block_enter(u, &b);
    body(u, h->b);
    block_leave(u, &b);
    emit1(u, OP_CODE_ENDEXC, saved);
    var_unbind(u, name);
    emit_jump(u, OP_CODE_JUMP, 0, 0, end);
    place_handler(u, &unbind);
    var_unbind(u, name);
    if (h->next) {
        end_flow(u, OP_CODE_RAISEAGAIN, exc);
    }
}

// Jumps to `next` unless R(exc) is one of the classes of a handler. A short tuple is not made.
static void match_classes(Unit *u, Node *classes, unsigned exc, Label *next) {
    unsigned first = u->top, n = 0;
    bool short_tuple = classes->kind == NODE_TUPLE;
    for (Node *c = short_tuple ? classes->a : NULL; short_tuple && c; c = c->next) {
        short_tuple = c->kind != NODE_STARRED && ++n <= TUPLE_MOST;
    }
    if (!short_tuple) {
        unsigned reg = expr(u, classes);
        at_line(u, classes);
        emit_jump(u, OP_CODE_JNEXC, exc, reg, next);
        return;
    }
    for (Node *c = classes->a; c; c = c->next) {
        expr_temp(u, c);
    }
    at_line(u, classes);
    emit_jump(u, OP_CODE_JNEXCANY, exc, first | n << 8, next);
}

static void except_clause(Unit *u, Node *h, unsigned saved, unsigned exc, Label *end) {
    assert(h->kind == NODE_HANDLER);
    unsigned mark = u->top;
    Label next = {0};
    if (h->a) {
        at_line(u, h->a);
        match_classes(u, h->a, exc, &next);
        u->top = mark;
    }
    handler_body(u, h, saved, exc, end);
    if (next.used) {
        place(u, &next);
    }
}

static void try_except(Unit *u, Node *n) {
    assert(n->kind == NODE_TRY && n->b);
    Label handler = {0}, cleanup = {0}, end = {0};
    unsigned saved = push_many(u, 2), exc = saved + 1; // as ENDEXC wants them
    Block b = {.kind = BLOCK_TRY, .handler = &handler, .reg = exc};
    u->top = saved;
    block_enter(u, &b);
    body(u, n->a);
    block_leave(u, &b);
    body(u, n->c);
    emit_jump(u, OP_CODE_JUMP, 0, 0, &end);
    Block h;
    handler_enter(u, &h, &handler, &cleanup, exc);
    for (Node *clause = n->b; clause; clause = clause->next) {
        except_clause(u, clause, saved, exc, &end);
    }
    block_leave(u, &h);
    handler_cleanup(u, &cleanup, saved, exc);
    place(u, &end);
}

// ---- except* -----------------------------------------------------------------------------------

typedef struct StarRegisters {
    unsigned saved, exc; // as above
    unsigned original, rest,
        raised;                // the exception; what no clause took; list of what clauses raised
    unsigned part, part_saved; // what this clause takes; handled before the clause
} StarRegisters;

// What a clause raises is kept for later.
static void star_clause_body(Unit *u, Node *h, const StarRegisters *r) {
    Label failed = {0}, done = {0};
    unsigned raised = push(u);
    const Str *name = is_present(h->value) ? mangle(u, h->value) : NULL;
    emit2(u, OP_CODE_PUSHEXC, r->part_saved, r->part);
    Block b = {.kind = BLOCK_HANDLER, .reg2 = r->part_saved, .handler = &failed, .reg = raised};
    if (name) {
        var_store(u, name, r->part);
    }
    block_enter(u, &b);
    body(u, h->b);
    block_leave(u, &b);
    emit1(u, OP_CODE_POPEXC, r->part_saved);
    if (name) {
        var_unbind(u, name);
    }
    emit_jump(u, OP_CODE_JUMP, 0, 0, &done);
    place_handler(u, &failed);
    emit1(u, OP_CODE_POPEXC, r->part_saved);
    if (name) {
        var_unbind(u, name);
    }
    emit2(u, OP_CODE_LISTAPPEND, r->raised, raised);
    place(u, &done);
}

static void star_clause(Unit *u, Node *h, const StarRegisters *r, Label *finish) {
    unsigned mark = u->top;
    Label next = {0};
    at_line(u, h->a);
    unsigned classes = expr(u, h->a);
    at_line(u, h->a);
    emit3(u, OP_CODE_EXCSPLIT, r->part, r->rest, classes);
    u->top = mark;
    emit_jump(u, OP_CODE_JNONE, r->part, 0, &next);
    star_clause_body(u, h, r);
    place(u, &next);
    if (h->next) {
        emit_jump(u, OP_CODE_JNONE, r->rest, 0, finish);
    }
    u->top = mark;
}

static void star_clauses(Unit *u, Node *n, const StarRegisters *r, Label *end) {
    Label finish = {0}, nothing_left = {0}, again = {0};
    emit_move(u, r->original, r->exc);
    emit_move(u, r->rest, r->exc);
    emit3(u, OP_CODE_BUILDLIST, r->raised, r->raised, 0);
    for (Node *clause = n->b; clause; clause = clause->next) {
        star_clause(u, clause, r, &finish);
    }
    place(u, &finish);
    emit_jump(u, OP_CODE_JNONE, r->rest, 0, &nothing_left);
    emit2(u, OP_CODE_LISTAPPEND, r->raised, r->rest);
    place(u, &nothing_left);
    emit3(u, OP_CODE_EXCREGROUP, r->exc, r->original, r->raised);
    emit_jump(u, OP_CODE_JNOTNONE, r->exc, 0, &again);
    emit1(u, OP_CODE_POPEXC, r->saved);
    emit_jump(u, OP_CODE_JUMP, 0, 0, end);
    place(u, &again);
}

static void try_star(Unit *u, Node *n) {
    assert(n->kind == NODE_TRY && n->flags & NODE_STAR);
    Label handler = {0}, cleanup = {0}, end = {0};
    unsigned f = push_many(u, 7);
    StarRegisters r = {f, f + 1, f + 2, f + 3, f + 4, f + 5, f + 6};
    Block b = {.kind = BLOCK_TRY, .handler = &handler, .reg = r.exc};
    u->top = f;
    block_enter(u, &b);
    body(u, n->a);
    block_leave(u, &b);
    body(u, n->c);
    emit_jump(u, OP_CODE_JUMP, 0, 0, &end);
    u->top = f + 7;
    place_handler(u, &handler);
    emit2(u, OP_CODE_PUSHEXC, r.saved, r.exc);
    Block h = {.kind = BLOCK_HANDLER, .reg2 = r.saved, .handler = &cleanup, .reg = r.exc};
    block_enter(u, &h);
    star_clauses(u, n, &r, &end);
    block_leave(u, &h);
    handler_cleanup(u, &cleanup, r.saved, r.exc);
    place(u, &end);
}

void try_stmt(Unit *u, Node *n) {
    if (n->d) {
        try_finally(u, n);
    } else {
        protected_part(u, n);
    }
}

// ---- with --------------------------------------------------------------------------------------

void with_leave(Unit *u, const Block *b) {
    unsigned mark = u->top, result = push(u);
    at_line(u, b->node);
    emit2(u, OP_CODE_WITHEXIT, result, b->reg2);
    if (b->node->flags & NODE_ASYNC) {
        await_register(u, result, result);
    }
    u->top = mark;
}

// The handler: __exit__ decides whether the exception goes on.
static void with_handler(Unit *u, const Block *b) {
    Label cleanup = {0}, suppressed = {0};
    unsigned exc = b->reg, saved = exc - 1;
    emit2(u, OP_CODE_PUSHEXC, saved, exc);
    Block h = {.kind = BLOCK_HANDLER, .reg2 = saved, .handler = &cleanup, .reg = exc};
    block_enter(u, &h);
    unsigned result = push(u);
    at_line(u, b->node);
    emit3(u, OP_CODE_WITHEXITEXC, result, b->reg2, exc);
    if (b->node->flags & NODE_ASYNC) {
        await_register(u, result, result);
    }
    emit_jump(u, OP_CODE_JT, result, 0, &suppressed);
    block_leave(u, &h);
    handler_cleanup(u, &cleanup, saved, exc);
    place(u, &suppressed);
    emit1(u, OP_CODE_POPEXC, saved);
}

static void with_items(Unit *u, Node *n, Node *item) {
    stack_check();
    if (!item) {
        body(u, n->b);
        return;
    }
    bool is_async = n->flags & NODE_ASYNC;
    unsigned exit = push_many(u, 3), entered = exit + 1;
    unsigned manager = expr(u, item->a);
    at_line(u, item->a);
    emit3(u, OP_CODE_WITHENTER, exit, manager, is_async);
    if (is_async) {
        await_register(u, entered, entered);
    }
    Label handler = {0}, end = {0};
    Block b = {.kind = BLOCK_WITH, .node = n, .reg2 = exit, .handler = &handler, .reg = exit + 2};
    block_enter(u, &b);
    if (item->b) {
        u->top = entered + 1;
        store(u, item->b, entered);
    }
    u->top = entered; // the handler uses it for what was handled before
    with_items(u, n, item->next);
    block_leave(u, &b);
    with_leave(u, &b);
    emit_jump(u, OP_CODE_JUMP, 0, 0, &end);
    u->top = exit + 3;
    place_handler(u, &handler);
    with_handler(u, &b);
    place(u, &end);
}

void with_stmt(Unit *u, Node *n) {
    assert(n->kind == NODE_WITH);
    with_items(u, n, n->a);
}
