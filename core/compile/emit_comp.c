// SPDX-License-Identifier: MIT
// emit_comp.c: comprehensions (inlined: their variables are registers of the unit), generator
// expressions (functions), await and yield from.
#include "compile/emit.h"

// ---- await, yield from -------------------------------------------------------------------------

// The loop that runs a sub-iterator to its end; the result goes to R(to). Layout fixed for the
// loop of the VM: SEND jumps right behind the JUMP, which goes back to SEND.
//     SEND value, iterator, sent -> done;  YIELDFROM sent, value, iterator;  JUMP SEND;  done:
void yield_from_loop(Unit *u, unsigned iterator, unsigned to) {
    unsigned mark = u->top;
    unsigned sent = push(u);
    unsigned value = is_temp(u, to) ? to : push(u);
    emit2(u, OP_CODE_LOADC, sent, KNOWN_NONE);
    emit_line(u, OP_CODE_SEND);
    unsigned bytes[] = {
        OP_CODE_SEND, value, iterator, sent,         7,        0,  OP_CODE_YIELDFROM,
        sent,         value, iterator, OP_CODE_JUMP, 256 - 13, 255};
    for (size_t i = 0; i < COUNT_OF(bytes); i++) {
        emit_byte(u, bytes[i]);
    }
    emit_move(u, to, value);
    u->top = mark;
}

void await_register(Unit *u, unsigned from, unsigned to) {
    unsigned mark = u->top, iterator = push(u);
    emit2(u, OP_CODE_GETAWAITABLE, iterator, from);
    yield_from_loop(u, iterator, to);
    u->top = mark;
}

// ---- comprehensions ----------------------------------------------------------------------------

typedef struct Comp {
    Node *node;
    unsigned result; // list, set or dict; unused in generator expressions
} Comp;

static void comp_for(Unit *u, const Comp *c, Node *f, int iterator);

static void comp_element(Unit *u, const Comp *c) {
    Node *n = c->node;
    unsigned mark = u->top;
    if (n->kind == NODE_DICTCOMP && !n->a->a) {
        unsigned value = expr(u, n->a->b);
        at_line(u, n->a->b);
        emit2(u, OP_CODE_DICTUPDATE, c->result, value);
    } else if (n->kind == NODE_DICTCOMP) {
        unsigned key = operand(u, n->a->a, n->a->b);
        unsigned value = expr(u, n->a->b);
        at_line(u, n->a->a);
        emit3(u, OP_CODE_MAPADD, c->result, key, value);
    } else {
        unsigned value = expr(u, n->a);
        at_line(u, n->a);
        if (n->kind == NODE_GENEXP) {
            emit2(u, OP_CODE_YIELD, push(u), value);
        } else {
            emit2(u, n->kind == NODE_LISTCOMP ? OP_CODE_LISTAPPEND : OP_CODE_SETADD, c->result,
                  value);
        }
    }
    u->top = mark;
}

// Conditions, then the next `for` or the element.
static void comp_body(Unit *u, const Comp *c, Node *f, Label *next) {
    for (Node *test = f->c; test; test = test->next) {
        cond(u, test, false, next);
    }
    if (f->next) {
        comp_for(u, c, f->next, -1);
    } else {
        comp_element(u, c);
    }
}

static void comp_async_for(Unit *u, const Comp *c, Node *f, unsigned iterator) {
    Label loop = {0}, handler = {0};
    unsigned item = push(u), exception = push(u);
    Block guard = {.kind = BLOCK_TRY, .handler = &handler, .reg = exception};
    place_loop(u, &loop, u->reachable);
    at_line(u, f->b);
    async_next(u, iterator, item, &guard);
    for_store(u, f->a, item);
    Label next = {0};
    comp_body(u, c, f, &next);
    place(u, &next);
    emit_jump(u, OP_CODE_JUMP, 0, 0, &loop);
    place_handler(u, &handler);
    at_line(u, f->b);
    emit1(u, OP_CODE_ENDASYNCFOR, exception);
}

static void comp_sync_for(Unit *u, const Comp *c, Node *f, unsigned iterator) {
    Label next = {0}, loop = {0};
    unsigned item = for_register(u, f->a);
    bool entered = u->reachable;
    emit_jump(u, OP_CODE_JUMP, 0, 0, &next);
    place_loop(u, &loop, entered);
    for_store(u, f->a, item);
    comp_body(u, c, f, &next);
    place(u, &next);
    at_line(u, f->b);
    emit_jump(u, for_opcode(f->a), iterator, item, &loop);
}

// `for target in iterable`; iterator: the register that has it already, or -1.
static void comp_for(Unit *u, const Comp *c, Node *f, int iterator) {
    stack_check();
    unsigned mark = u->top;
    bool is_async = f->flags & NODE_ASYNC;
    if (iterator < 0) {
        iterator = (int)for_iterator(u, f->b, is_async);
    }
    if (is_async) {
        comp_async_for(u, c, f, (unsigned)iterator);
    } else {
        comp_sync_for(u, c, f, (unsigned)iterator);
    }
    u->top = mark;
}

// Registers for the variables of an inlined comprehension, cells for captured ones.
static void comp_variables(Unit *u, Scope *scope) {
    for (Symbol *s = scope->symbols; s; s = s->next) {
        if (s->kind == NAME_LOCAL) {
            s->reg = (uint16_t)push(u);
            s->flags |= SYM_REGISTER;
            s->assigned = false;
            if (s->flags & SYM_CELL) {
                emit2(u, OP_CODE_LOADC, s->reg, KNOWN_ABSENT);
                emit1(u, OP_CODE_MAKECELL, s->reg);
            }
        }
    }
}

void comprehension_to(Unit *u, Node *n, unsigned reg) {
    unsigned mark = u->top;
    Comp c = {n, is_temp(u, reg) ? reg : push(u)};
    unsigned iterator = for_iterator(u, n->b->b, n->b->flags & NODE_ASYNC);
    unsigned op = n->kind == NODE_LISTCOMP  ? OP_CODE_BUILDLIST
                  : n->kind == NODE_SETCOMP ? OP_CODE_BUILDSET
                                            : OP_CODE_BUILDMAP;
    emit3(u, op, c.result, c.result, 0);
    Scope *outer = u->scope;
    u->scope = scope_child(outer, n, ROLE_BODY);
    comp_variables(u, u->scope);
    unsigned spill_from = u->spill_from;
    u->spill_from = u->top; // the variables stay where they are
    comp_for(u, &c, n->b, (int)iterator);
    u->spill_from = spill_from;
    u->scope = outer;
    emit_move(u, reg, c.result);
    u->top = mark;
}

// ---- generator expressions ---------------------------------------------------------------------

static void generator_body(Unit *u, const Node *n) {
    Comp c = {(Node *)n, 0};
    u->flags |= u->unit_scope->is_async ? CODE_ASYNC_GENERATOR : CODE_GENERATOR;
    u->npos = 1;
    comp_for(u, &c, n->b, 0); // the parameter is the outermost iterator
}

void generator_to(Unit *u, Node *n, unsigned reg) {
    unsigned base = push_many(u, 2);
    Scope *scope = scope_child(u->scope, n, ROLE_BODY);
    Value code = u->reachable ? unit_build(u, scope, N__genexpr, n, generator_body) : ABSENT;
    function_make(u, code, scope, 0, 0, base);
    unsigned value = expr(u, n->b->b);
    at_line(u, n->b->b);
    emit2(u, n->b->flags & NODE_ASYNC ? OP_CODE_GETAITER : OP_CODE_GETITER, base + 1, value);
    at_line(u, n);
    emit3(u, OP_CODE_CALL, reg, base, 1);
    u->top = base;
}
