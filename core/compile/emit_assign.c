// SPDX-License-Identifier: MIT
// emit_assign.c: assignment in all its forms, and del.
#include "compile/emit.h"
#include <assert.h>

enum { SWAP_ITEMS = 16 }; // longest `a, b = x, y` done without building a tuple

// ---- storing -----------------------------------------------------------------------------------

static void store_subscript(Unit *u, Node *n, unsigned reg) {
    assert(n->kind == NODE_SUBSCRIPT);
    unsigned object = operand(u, n->a, n->b);
    int index;
    if (n->b->kind == NODE_SLICE && !n->b->c) {
        unsigned pair = push_many(u, 2);
        slice_pair(u, n->b, pair);
        at_line(u, n);
        emit3(u, OP_CODE_SETSLICE, object, pair, reg);
    } else if (small_const(n->b, &index)) {
        at_line(u, n);
        emit3(u, OP_CODE_SETITEMI, object, (unsigned)index, reg);
    } else {
        unsigned key = expr(u, n->b);
        at_line(u, n);
        emit3(u, OP_CODE_SETITEM, object, key, reg);
    }
}

// Counts the attributes set on register 0: what instances will have, if this is an __init__.
static void note_set(Unit *u, unsigned object, unsigned name) {
    unsigned n = u->nsets;
    if (object != 0 || u->npos == 0 || u->namespace || n == COUNT_OF(u->sets)) {
        return;
    }
    for (unsigned i = 0; i < n; i++) {
        if (u->sets[i] == name) {
            return;
        }
    }
    u->sets[n] = (uint16_t)name;
    u->nsets++;
}

void store(Unit *u, Node *target, unsigned reg) {
    stack_check();
    unsigned mark = u->top;
    switch (target->kind) {
    case NODE_NAME:
        at_line(u, target);
        var_store(u, mangle(u, target->value), reg);
        break;
    case NODE_ATTRIBUTE: {
        unsigned object = expr(u, target->a), name = emit_name(u, mangle(u, target->value));
        at_line(u, target);
        emit3(u, OP_CODE_SETATTR, object, name, reg);
        note_set(u, object, name);
        break;
    }
    case NODE_SUBSCRIPT: store_subscript(u, target, reg); break;
    default:
        assert(target->kind == NODE_TUPLE || target->kind == NODE_LIST);
        unpack(u, target, reg);
    }
    u->top = mark;
}

// First of `n` consecutive registers that are the names of the list, or -1.
static int consecutive_registers(Unit *u, const Node *list) {
    int first = -1, expected = -1;
    for (; list; list = list->next) {
        int reg = list->kind == NODE_NAME ? var_register(u, mangle(u, list->value)) : -1;
        if (reg < 0 || (expected >= 0 && reg != expected)) {
            return -1;
        }
        first = first < 0 ? reg : first;
        expected = reg + 1;
    }
    return first;
}

enum { UNPACK_NEAR = 64 };

// Very many targets: by way of far registers.
static void unpack_far(Unit *u, Node *target, unsigned reg, unsigned n, unsigned star) {
    unsigned far_mark = u->far_top, mark = u->top, far = push_far(u, n), item = push(u);
    unsigned before = star == UINT_MAX ? n : star;
    at_line(u, target);
    emit4(u, OP_CODE_UNPACKFAR, reg, far, before, n - before);
    for (Node *t = target->a; t; t = t->next) {
        emit3(u, OP_CODE_UNSPILL, item, far++, 1);
        store(u, t->kind == NODE_STARRED ? t->a : t, item);
    }
    u->top = mark;
    u->far_top = far_mark;
}

void unpack(Unit *u, Node *target, unsigned reg) {
    assert(target->kind == NODE_TUPLE || target->kind == NODE_LIST);
    unsigned n = 0, star = UINT_MAX, mark = u->top;
    for (const Node *item = target->a; item; item = item->next, n++) {
        if (item->kind == NODE_STARRED) {
            star = n;
        }
    }
    int own = star == UINT_MAX ? consecutive_registers(u, target->a) : -1;
    if (own < 0 && (n > UNPACK_NEAR || !has_room(u, n))) {
        unpack_far(u, target, reg, n, star);
        return;
    }
    unsigned first = own >= 0 ? (unsigned)own : push_many(u, n);
    at_line(u, target);
    if (star == UINT_MAX) {
        emit3(u, OP_CODE_UNPACK, reg, first, n);
    } else {
        emit4(u, OP_CODE_UNPACKEX, reg, first, star, n - star - 1);
    }
    for (Node *item = target->a; item; item = item->next) {
        store(u, item->kind == NODE_STARRED ? item->a : item, first++);
    }
    u->top = mark;
}

// ---- a, b = x, y -------------------------------------------------------------------------------

static unsigned plain_length(const Node *n) { // of a display without stars; 0: not that
    if (n->kind != NODE_TUPLE && n->kind != NODE_LIST) {
        return 0;
    }
    unsigned length = 0;
    for (const Node *item = n->a; item; item = item->next, length++) {
        if (item->kind == NODE_STARRED) {
            return 0;
        }
    }
    return length;
}

// May storing to target change what register `reg` holds?
static bool writes_register(Unit *u, const Node *target, unsigned reg) {
    if (target->kind == NODE_NAME) {
        return var_register(u, mangle(u, target->value)) == (int)reg;
    }
    return target->kind != NODE_ATTRIBUTE && target->kind != NODE_SUBSCRIPT;
}

static bool has_walrus_inside(const Node *target) { // x[(y := 1)]
    return target->flags & NODE_HAS_WALRUS;
}

static unsigned swap_value(Unit *u, Node *value, const Node *targets, const Node *mine) {
    unsigned reg = operand(u, value, value->next);
    bool copy = false;
    for (const Node *t = targets; t != mine && !is_temp(u, reg); t = t->next) {
        copy = copy || writes_register(u, t, reg) || has_walrus_inside(t);
    }
    if (copy || (!is_temp(u, reg) && has_walrus_inside(mine))) {
        unsigned temp = push(u);
        emit_move(u, temp, reg);
        return temp;
    }
    return reg;
}

static void swap_assign(Unit *u, Node *targets, Node *values) {
    unsigned regs[SWAP_ITEMS], n = 0;
    const Node *mine = targets;
    for (Node *value = values; value; value = value->next, mine = mine->next) {
        assert(n < SWAP_ITEMS);
        regs[n++] = swap_value(u, value, targets, mine);
    }
    n = 0;
    for (Node *target = targets; target; target = target->next) {
        store(u, target, regs[n++]);
    }
}

// ---- assignment statements ---------------------------------------------------------------------

static int target_register(Unit *u, const Node *target) {
    return target->kind == NODE_NAME ? var_register(u, mangle(u, target->value)) : -1;
}

static void assign_value(Unit *u, Node *target, Node *value) { // a single target
    int own = target_register(u, target);
    unsigned length = plain_length(target);
    if (own >= 0) {
        expr_to(u, value, (unsigned)own);
        var_store(u, mangle(u, target->value), (unsigned)own);
    } else if (length && length <= SWAP_ITEMS && value->kind == NODE_TUPLE &&
               plain_length(value) == length) {
        swap_assign(u, target->a, value->a);
    } else {
        store(u, target, expr(u, value));
    }
}

void assign_stmt(Unit *u, Node *n) {
    assert(n->kind == NODE_ASSIGN);
    if (!n->a->next) {
        assign_value(u, n->a, n->b);
        return;
    }
    unsigned reg = expr_temp(u, n->b);
    for (Node *target = n->a; target; target = target->next) {
        store(u, target, reg);
    }
}

void ann_assign_stmt(Unit *u, Node *n) {
    assert(n->kind == NODE_ANN_ASSIGN);
    bool in_module = u->unit_scope->kind == SCOPE_MODULE;
    if (n->c) {
        assign_value(u, n->a, n->c);
    }
    unsigned reg = push(u);
    if (n->flags & NODE_SIMPLE) {
        if (is_present(n->value)) {
            annotation_executed(u, n);
        }
        if (in_module && rt.optimise < 1) {
            const Str *name = mangle(u, n->a->value);
            annotation_thunk(u, n, ROLE_BOUND, name, reg);
            emit2(u, OP_CODE_ANNOTATE, emit_name(u, name), reg);
        }
        return;
    }
    if (!n->c && n->a->kind != NODE_NAME) {
        expr_discard(u, n->a->a);
        if (n->a->kind == NODE_SUBSCRIPT) {
            expr_discard(u, n->a->b);
        }
    }
    if (u->unit_scope->kind != SCOPE_FUNCTION) {
        expr_discard(u, n->b);
    }
}

// ---- augmented assignment ----------------------------------------------------------------------

static void inplace(Unit *u, Node *n, unsigned reg, unsigned left) {
    int value;
    bool immediate = (n->op == OP_ADD || n->op == OP_SUB) && small_const(n->b, &value);
    unsigned right = immediate ? 0 : expr(u, n->b);
    at_line(u, n);
    if (immediate) {
        emit3(u, n->op == OP_ADD ? OP_CODE_IADDI : OP_CODE_ISUBI, reg, left, (unsigned)value);
    } else {
        emit3(u, OP_CODE_IADD + n->op, reg, left, right);
    }
}

static void aug_name(Unit *u, Node *n) {
    assert(n->a->kind == NODE_NAME);
    const Str *name = mangle(u, n->a->value);
    int own = var_register(u, name);
    unsigned left = operand(u, n->a, n->b);
    unsigned reg = own >= 0 ? (unsigned)own : left;
    inplace(u, n, reg, left);
    var_store(u, name, reg);
}

static void aug_attribute(Unit *u, Node *n) {
    assert(n->a->kind == NODE_ATTRIBUTE);
    unsigned object = operand(u, n->a->a, n->b), reg = push(u);
    unsigned name = emit_name(u, mangle(u, n->a->value));
    at_line(u, n->a);
    emit3(u, OP_CODE_GETATTR, reg, object, name);
    inplace(u, n, reg, reg);
    at_line(u, n->a);
    emit3(u, OP_CODE_SETATTR, object, name, reg);
}

static bool walrus_in(const Node *n) {
    return n->flags & NODE_HAS_WALRUS;
}

static void aug_subscript(Unit *u, Node *n) {
    assert(n->a->kind == NODE_SUBSCRIPT);
    Node *target = n->a;
    bool copy = walrus_in(target->b) || walrus_in(n->b);
    unsigned object = copy ? expr_temp(u, target->a) : expr(u, target->a);
    bool slice = target->b->kind == NODE_SLICE && !target->b->c;
    unsigned key;
    if (slice) {
        key = push_many(u, 2);
        slice_pair(u, target->b, key);
    } else {
        key = operand(u, target->b, n->b);
    }
    unsigned reg = push(u);
    at_line(u, target);
    emit3(u, slice ? OP_CODE_GETSLICE : OP_CODE_GETITEM, reg, object, key);
    inplace(u, n, reg, reg);
    at_line(u, target);
    emit3(u, slice ? OP_CODE_SETSLICE : OP_CODE_SETITEM, object, key, reg);
}

void aug_assign_stmt(Unit *u, Node *n) {
    switch (n->a->kind) {
    case NODE_NAME: aug_name(u, n); break;
    case NODE_ATTRIBUTE: aug_attribute(u, n); break;
    default: assert(n->a->kind == NODE_SUBSCRIPT); aug_subscript(u, n);
    }
}

// ---- del ---------------------------------------------------------------------------------------

void delete_target(Unit *u, Node *target) {
    stack_check();
    unsigned mark = u->top;
    at_line(u, target);
    switch (target->kind) {
    case NODE_NAME: var_delete(u, mangle(u, target->value)); break;
    case NODE_ATTRIBUTE: {
        unsigned object = expr(u, target->a);
        at_line(u, target);
        emit2(u, OP_CODE_DELATTR, object, emit_name(u, mangle(u, target->value)));
        break;
    }
    case NODE_SUBSCRIPT: {
        unsigned object = operand(u, target->a, target->b);
        unsigned key = expr(u, target->b);
        at_line(u, target);
        emit2(u, OP_CODE_DELITEM, object, key);
        break;
    }
    default:
        assert(target->kind == NODE_TUPLE || target->kind == NODE_LIST);
        for (Node *item = target->a; item; item = item->next) {
            delete_target(u, item);
        }
    }
    u->top = mark;
}
