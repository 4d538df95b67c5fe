// SPDX-License-Identifier: MIT
// emit_cond.c: conditions as control flow; and, or, if-else as values; discarded expressions.
#include "compile/emit.h"

#include "objects/protocol.h"

bool const_truth(const Node *n, bool *truth) {
    bool negated = false;
    for (; n->kind == NODE_NOT; n = n->a) {
        negated = !negated;
    }
    if (n->kind != NODE_CONST) {
        return false;
    }
    *truth = op_truth(n->value) != negated; // constants are exact builtins: runs no program
    return true;
}

// One comparison: jumps if `left op right` is `when`.
static void compare_jump(Unit *u, unsigned op, unsigned left, Node *right, bool when,
                         const Node *place_node, Label *label) {
    int value;
    if (op <= CMP_GE && small_const(right, &value)) {
        at_line(u, place_node);
        emit_jump(u, (when ? OP_CODE_JLTI : OP_CODE_JNLTI) + op, left, (unsigned)value, label);
        return;
    }
    bool is = op == AST_IS || op == AST_IS_NOT;
    if (is && right->kind == NODE_CONST && is_none(right->value)) {
        emit_jump(u, (op == AST_IS) == when ? OP_CODE_JNONE : OP_CODE_JNOTNONE, left, 0, label);
        return;
    }
    unsigned reg = expr(u, right);
    at_line(u, place_node);
    if (op <= CMP_GE) {
        emit_jump(u, (when ? OP_CODE_JLT : OP_CODE_JNLT) + op, left, reg, label);
    } else {
        unsigned result = push(u);
        emit3(u, OP_CODE_LT + op, result, left, reg);
        emit_jump(u, when ? OP_CODE_JT : OP_CODE_JF, result, 0, label);
    }
}

static void compare_cond(Unit *u, Node *n, bool when, Label *label) {
    Node *c = n->b;
    Label skip = {0};
    unsigned left = operand(u, n->a, c->a);
    Operands pair = operands_pair(u, c);
    for (; c->next; c = c->next) {
        unsigned right = operands_next(u, &pair, c);
        Label *target = when ? &skip : label;
        at_line(u, n);
        if (c->op <= CMP_GE) {
            emit_jump(u, OP_CODE_JNLT + c->op, left, right, target);
        } else {
            unsigned result = push(u);
            emit3(u, OP_CODE_LT + c->op, result, left, right);
            emit_jump(u, OP_CODE_JF, result, 0, target);
            u->top = result;
        }
        left = right;
    }
    compare_jump(u, c->op, left, c->a, when, n, label);
    if (skip.used) {
        place(u, &skip);
    }
}

// `and` (stop == false) or `or` (stop == true): an operand whose truth is `stop` decides.
static void junction_cond(Unit *u, Node *list, bool stop, bool when, Label *label) {
    Label skip = {0};
    for (; list->next; list = list->next) {
        cond(u, list, stop, stop == when ? label : &skip);
    }
    cond(u, list, when, label);
    if (skip.used) {
        place(u, &skip);
    }
}

void cond(Unit *u, Node *n, bool when, Label *label) {
    stack_check();
    while (n->kind == NODE_NOT) {
        n = n->a;
        when = !when;
    }
    unsigned mark = u->top;
    bool truth;
    if (const_truth(n, &truth)) {
        if (truth == when) {
            emit_jump(u, OP_CODE_JUMP, 0, 0, label);
        }
    } else if (n->kind == NODE_AND || n->kind == NODE_OR) {
        junction_cond(u, n->a, n->kind == NODE_OR, when, label);
    } else if (n->kind == NODE_COMPARE) {
        compare_cond(u, n, when, label);
    } else {
        unsigned reg = expr(u, n);
        at_line(u, n);
        emit_jump(u, when ? OP_CODE_JT : OP_CODE_JF, reg, 0, label);
    }
    u->top = mark;
}

void bool_op_to(Unit *u, Node *n, unsigned reg) {
    unsigned result = is_temp(u, reg) ? reg : push(u);
    unsigned op = n->kind == NODE_AND ? OP_CODE_JF : OP_CODE_JT;
    Label end = {0};
    for (Node *item = n->a; item; item = item->next) {
        expr_to(u, item, result);
        if (item->next) {
            at_line(u, item);
            emit_jump(u, op, result, 0, &end);
        }
    }
    place(u, &end);
    emit_move(u, reg, result);
}

// Each way writes reg once, last: so it may be a live local. Chains of else need no recursion.
void if_exp_to(Unit *u, Node *n, unsigned reg) {
    Label end = {0};
    for (; n->kind == NODE_IF_EXP; n = n->c) {
        Label otherwise = {0};
        cond(u, n->a, false, &otherwise);
        expr_to(u, n->b, reg);
        emit_jump(u, OP_CODE_JUMP, 0, 0, &end);
        place(u, &otherwise);
    }
    expr_to(u, n, reg);
    place(u, &end);
}

static void discard_junction(Unit *u, Node *n) {
    Label end = {0};
    Node *item = n->a;
    for (; item->next; item = item->next) {
        cond(u, item, n->kind == NODE_OR, &end);
    }
    expr_discard(u, item);
    place(u, &end);
}

static void discard_choice(Unit *u, Node *n) {
    Label otherwise = {0}, end = {0};
    cond(u, n->a, false, &otherwise);
    expr_discard(u, n->b);
    emit_jump(u, OP_CODE_JUMP, 0, 0, &end);
    place(u, &otherwise);
    expr_discard(u, n->c);
    place(u, &end);
}

void expr_discard(Unit *u, Node *n) {
    stack_check();
    unsigned mark = u->top;
    switch (n->kind) {
    case NODE_CONST: break;
    case NODE_AND:
    case NODE_OR: discard_junction(u, n); break;
    case NODE_IF_EXP: discard_choice(u, n); break;
    default: expr(u, n);
    }
    u->top = mark;
}
