// SPDX-License-Identifier: MIT
// emit_expr.c: expressions: the dispatch, operators, comparisons as values.
#include "compile/emit.h"
#include <assert.h>

static bool has_walrus(const Node *list) {
    for (; list; list = list->next) {
        if ((list->flags & NODE_HAS_WALRUS) || list->kind == NODE_NAMED) {
            return true;
        }
    }
    return false;
}

unsigned expr_temp(Unit *u, Node *n) {
    unsigned reg = push(u);
    expr_to(u, n, reg);
    u->top = reg + 1;
    return reg;
}

// (name := value): into the name's own register if it has one.
static int named_register(Unit *u, Node *n) {
    const Str *name = mangle(u, n->a->value);
    int reg = var_register(u, name);
    if (reg >= 0) {
        expr_to(u, n->b, (unsigned)reg);
        var_store(u, name, (unsigned)reg);
    }
    return reg;
}

unsigned expr(Unit *u, Node *n) {
    if (n->kind == NODE_NAME) {
        const Str *name = mangle(u, n->value);
        int reg = var_register(u, name);
        if (reg >= 0) {
            at_line(u, n);
            var_check(u, name, (unsigned)reg);
            return (unsigned)reg;
        }
    } else if (n->kind == NODE_NAMED) {
        int reg = named_register(u, n);
        if (reg >= 0) {
            return (unsigned)reg;
        }
    }
    return expr_temp(u, n);
}

unsigned operand(Unit *u, Node *n, const Node *later) {
    unsigned reg = expr(u, n);
    if (!is_temp(u, reg) && has_walrus(later)) {
        unsigned copy = push(u);
        emit_move(u, copy, reg);
        return copy;
    }
    return reg;
}

unsigned operand_in(Unit *u, Node *n, const Node *later, unsigned reg) {
    bool own = n->kind == NODE_NAMED ||
               (n->kind == NODE_NAME && var_register(u, mangle(u, n->value)) >= 0);
    if (!is_temp(u, reg) || own) {
        return operand(u, n, later);
    }
    expr_to(u, n, reg);
    return reg;
}

static void named_to(Unit *u, Node *n, unsigned reg) {
    int own = named_register(u, n);
    if (own >= 0) {
        emit_move(u, reg, (unsigned)own);
        return;
    }
    unsigned value = expr_temp(u, n->b);
    at_line(u, n);
    var_store(u, mangle(u, n->a->value), value);
    emit_move(u, reg, value);
}

// ---- operators ---------------------------------------------------------------------------------

bool small_const(const Node *n, int *value) {
    if (n->kind != NODE_CONST || !is_int(n->value) || int_of(n->value) < -128 ||
        int_of(n->value) > 127) {
        return false;
    }
    *value = (int)int_of(n->value);
    return true;
}

// Instruction for `x op small`, or 0.
static unsigned immediate_op(unsigned op, int value) {
    switch (op) {
    case OP_ADD: return OP_CODE_ADDI;
    case OP_SUB: return OP_CODE_SUBI;
    case OP_MUL: return OP_CODE_MULI;
    case OP_FLOORDIV: return value > 0 ? OP_CODE_FLOORDIVI : 0;
    case OP_MOD: return value > 0 ? OP_CODE_MODI : 0;
    case OP_LSHIFT: return value >= 0 ? OP_CODE_LSHIFTI : 0;
    case OP_RSHIFT: return value >= 0 ? OP_CODE_RSHIFTI : 0;
    case OP_AND: return OP_CODE_ANDI;
    default: return 0;
    }
}

static unsigned constant_op(unsigned op) {
    switch (op) {
    case OP_ADD: return OP_CODE_ADDK;
    case OP_SUB: return OP_CODE_SUBK;
    case OP_MUL: return OP_CODE_MULK;
    case OP_TRUEDIV: return OP_CODE_TRUEDIVK;
    default: return 0;
    }
}

static void apply(Unit *u, Node *n, unsigned left, unsigned reg) {
    unsigned mark = u->top;
    int value;
    unsigned op = small_const(n->b, &value) ? immediate_op(n->op, value) : 0;
    if (op) {
        at_line(u, n);
        emit3(u, op, reg, left, (unsigned)value);
        return;
    }
    op = n->b->kind == NODE_CONST ? constant_op(n->op) : 0;
    unsigned index = op && u->reachable ? emit_const(u, n->b->value) : 256;
    if (op && index <= 255) {
        at_line(u, n);
        emit3(u, op, reg, left, index);
        return;
    }
    unsigned right = expr(u, n->b);
    at_line(u, n);
    emit3(u, OP_CODE_ADD + n->op, reg, left, right);
    u->top = mark;
}

// Long left-deep chains take no recursion: on the way down the left links are turned to point
// up, on the way back they are put right.
void binary_to(Unit *u, Node *n, unsigned reg) {
    Node *up = NULL;
    while (n->a->kind == NODE_BINARY) {
        Node *left = n->a;
        n->a = up;
        up = n;
        n = left;
    }
    unsigned sum = is_temp(u, reg) || !up ? reg : push(u);
    unsigned left = operand_in(u, n->a, n->b, sum);
    apply(u, n, left, sum);
    while (up) {
        Node *parent = up;
        up = parent->a;
        parent->a = n;
        n = parent;
        apply(u, n, sum, up ? sum : reg);
    }
}

static void unary_to(Unit *u, Node *n, unsigned reg) {
    unsigned value = operand_in(u, n->a, NULL, reg);
    at_line(u, n);
    emit2(u, OP_CODE_NEG + n->op, reg, value);
}

// ---- comparisons -------------------------------------------------------------------------------

Operands operands_pair(Unit *u, const Node *c) {
    return (Operands){c->next ? push_many(u, 2) : 0, 0};
}

unsigned operands_next(Unit *u, Operands *pair, Node *c) {
    unsigned mark = u->top;
    unsigned reg = operand_in(u, c->a, c->next->a, pair->first + pair->turn);
    pair->turn ^= 1;
    u->top = reg < mark ? mark : u->top;
    return reg;
}

void compare_to(Unit *u, Node *n, unsigned reg) {
    Node *c = n->b;
    unsigned result = is_temp(u, reg) || !c->next ? reg : push(u);
    unsigned left = operand_in(u, n->a, c->a, result);
    Label end = {0};
    Operands pair = operands_pair(u, c);
    for (; c->next; c = c->next) {
        unsigned right = operands_next(u, &pair, c);
        at_line(u, n);
        emit3(u, OP_CODE_LT + c->op, result, left, right);
        emit_jump(u, OP_CODE_JF, result, 0, &end);
        left = right;
    }
    unsigned right = expr(u, c->a);
    at_line(u, n);
    emit3(u, OP_CODE_LT + c->op, result, left, right);
    if (end.used) {
        place(u, &end);
    }
    emit_move(u, reg, result);
}

// ---- dispatch ----------------------------------------------------------------------------------

static void attribute_to(Unit *u, Node *n, unsigned reg) {
    unsigned object = operand_in(u, n->a, NULL, reg);
    at_line(u, n);
    emit3(u, OP_CODE_GETATTR, reg, object, emit_name(u, mangle(u, n->value)));
}

static void yield_to(Unit *u, Node *n, unsigned reg) {
    unsigned value;
    if (n->a) {
        value = expr(u, n->a);
    } else {
        value = push(u);
        emit_load(u, value, NONE);
    }
    at_line(u, n);
    emit2(u, OP_CODE_YIELD, reg, value);
}

static void yield_from_to(Unit *u, Node *n, unsigned reg) {
    unsigned iterator = expr_temp(u, n->a);
    at_line(u, n);
    emit2(u, OP_CODE_GETYIELDFROM, iterator, iterator);
    yield_from_loop(u, iterator, reg);
}

static void await_to(Unit *u, Node *n, unsigned reg) {
    unsigned value = expr_temp(u, n->a);
    at_line(u, n);
    await_register(u, value, reg);
}

static void not_to(Unit *u, Node *n, unsigned reg) {
    unsigned value = operand_in(u, n->a, NULL, reg);
    at_line(u, n);
    emit2(u, OP_CODE_NOT, reg, value);
}

enum { SPILL_ABOVE = 176, SPILL_LEAST = 8 };

// Deep inside expressions, what waits in temporaries makes room for the next one.
static void spilled_to(Unit *u, Node *n, unsigned reg) {
    unsigned from = u->spill_from, count = u->top - from, mark = u->top, far_mark = u->far_top;
    unsigned saved = push_far(u, count + 1);
    emit3(u, OP_CODE_SPILL, from, saved, count);
    u->top = from;
    unsigned value = expr_temp(u, n);
    emit3(u, OP_CODE_SPILL, value, saved + count, 1);
    emit3(u, OP_CODE_UNSPILL, from, saved, count);
    emit3(u, OP_CODE_UNSPILL, reg, saved + count, 1);
    u->spill_from = from;
    u->top = mark;
    u->far_top = far_mark;
}

static bool wants_spill(const Unit *u, const Node *n) {
    return u->top >= SPILL_ABOVE && u->top >= u->spill_from + SPILL_LEAST && u->reachable &&
           n->kind != NODE_CONST && n->kind != NODE_NAME;
}

void expr_to(Unit *u, Node *n, unsigned reg) {
    stack_check();
    if (wants_spill(u, n)) {
        spilled_to(u, n, reg);
        return;
    }
    unsigned mark = u->top;
    at_line(u, n);
    switch (n->kind) {
    case NODE_CONST: emit_load(u, reg, n->value); break;
    case NODE_NAME: var_load(u, mangle(u, n->value), reg); break;
    case NODE_JOINED: joined_to(u, n, reg); break;
    case NODE_TEMPLATE: template_to(u, n, reg); break;
    case NODE_UNARY: unary_to(u, n, reg); break;
    case NODE_NOT: not_to(u, n, reg); break;
    case NODE_BINARY: binary_to(u, n, reg); break;
    case NODE_AND:
    case NODE_OR: bool_op_to(u, n, reg); break;
    case NODE_COMPARE: compare_to(u, n, reg); break;
    case NODE_IF_EXP: if_exp_to(u, n, reg); break;
    case NODE_LAMBDA: lambda_to(u, n, reg); break;
    case NODE_NAMED: named_to(u, n, reg); break;
    case NODE_CALL: call_to(u, n, reg); break;
    case NODE_ATTRIBUTE: attribute_to(u, n, reg); break;
    case NODE_SUBSCRIPT: subscript_to(u, n, reg); break;
    case NODE_SLICE: slice_to(u, n, reg); break;
    case NODE_TUPLE: tuple_to(u, n->a, reg); break;
    case NODE_LIST: list_to(u, n->a, reg); break;
    case NODE_SET: set_to(u, n->a, reg); break;
    case NODE_DICT: dict_to(u, n->a, reg); break;
    case NODE_LISTCOMP:
    case NODE_SETCOMP:
    case NODE_DICTCOMP: comprehension_to(u, n, reg); break;
    case NODE_GENEXP: generator_to(u, n, reg); break;
    case NODE_YIELD: yield_to(u, n, reg); break;
    case NODE_YIELD_FROM: yield_from_to(u, n, reg); break;
    default: assert(n->kind == NODE_AWAIT); await_to(u, n, reg);
    }
    u->top = mark;
}
