// SPDX-License-Identifier: MIT
// emit_loop.c: while, for, async for. The test, or FORLOOP, stands at the bottom of the loop.
#include "compile/emit.h"
#include <assert.h>

static void endless_loop(Unit *u, Node *n) {
    Label loop = {0}, end = {0}, next = {0};
    Block b = {.kind = BLOCK_LOOP, .brk = &end, .cont = &next};
    place_loop(u, &loop, u->reachable);
    block_enter(u, &b);
    body(u, n->b);
    block_leave(u, &b);
    place(u, &next);
    emit_jump(u, OP_CODE_JUMP, 0, 0, &loop);
    place(u, &end);
}

void while_stmt(Unit *u, Node *n) {
    assert(n->kind == NODE_WHILE);
    bool truth;
    if (const_truth(n->a, &truth)) {
        u->dropped |= !truth || n->c;
        if (truth) {
            endless_loop(u, n);
        } else {
            body(u, n->c);
        }
        return;
    }
    Label loop = {0}, end = {0}, test = {0};
    Block b = {.kind = BLOCK_LOOP, .brk = &end, .cont = &test};
    bool entered = u->reachable;
    emit_jump(u, OP_CODE_JUMP, 0, 0, &test);
    place_loop(u, &loop, entered);
    block_enter(u, &b);
    body(u, n->b);
    block_leave(u, &b);
    place(u, &test);
    at_line(u, n->a);
    cond(u, n->a, true, &loop);
    body(u, n->c);
    place(u, &end);
}

unsigned for_register(Unit *u, Node *target) {
    int own = target->kind == NODE_NAME ? var_register(u, mangle(u, target->value)) : -1;
    return own >= 0 ? (unsigned)own : push(u);
}

unsigned for_opcode(const Node *target) {
    return target->kind == NODE_TUPLE || target->kind == NODE_LIST ? OP_CODE_FORPARTS : OP_CODE_FORLOOP;
}

void for_store(Unit *u, Node *target, unsigned item) {
    store(u, target, item);
}

void async_next(Unit *u, unsigned iterator, unsigned item, Block *guard) {
    unsigned mark = u->top, next = push(u);
    block_enter(u, guard);
    emit2(u, OP_CODE_GETANEXT, next, iterator);
    yield_from_loop(u, next, item);
    block_leave(u, guard);
    u->top = mark;
}

unsigned for_iterator(Unit *u, Node *iterable, bool is_async) {
    unsigned iterator = push(u);
    if (!is_async && call_range(u, iterable, iterator)) {
        return iterator;
    }
    unsigned value = expr(u, iterable);
    at_line(u, iterable);
    emit2(u, is_async ? OP_CODE_GETAITER : OP_CODE_LOOPITER, iterator, value);
    u->top = iterator + 1;
    push_many(u, is_async ? 0 : 1);
    return iterator;
}

static void async_for(Unit *u, Node *n, unsigned iterator) {
    Label loop = {0}, end = {0}, next = {0}, handler = {0};
    unsigned item = push(u), exception = push(u);
    Block guard = {.kind = BLOCK_TRY, .handler = &handler, .reg = exception};
    Block b = {.kind = BLOCK_LOOP, .brk = &end, .cont = &next};
    place_loop(u, &loop, u->reachable);
    at_line(u, n);
    async_next(u, iterator, item, &guard);
    block_enter(u, &b);
    for_store(u, n->a, item);
    body(u, n->c);
    block_leave(u, &b);
    place(u, &next);
    emit_jump(u, OP_CODE_JUMP, 0, 0, &loop);
    place_handler(u, &handler);
    at_line(u, n);
    emit1(u, OP_CODE_ENDASYNCFOR, exception);
    body(u, n->d);
    place(u, &end);
}

static void sync_for(Unit *u, Node *n, unsigned iterator) {
    Label loop = {0}, end = {0}, next = {0};
    Block b = {.kind = BLOCK_LOOP, .brk = &end, .cont = &next};
    unsigned item = for_register(u, n->a);
    bool entered = u->reachable;
    emit_jump(u, OP_CODE_JUMP, 0, 0, &next);
    place_loop(u, &loop, entered);
    block_enter(u, &b);
    for_store(u, n->a, item);
    body(u, n->c);
    block_leave(u, &b);
    place(u, &next);
    at_line(u, n->b);
    emit_jump(u, for_opcode(n->a), iterator, item, &loop);
    body(u, n->d);
    place(u, &end);
}

void for_stmt(Unit *u, Node *n) {
    assert(n->kind == NODE_FOR);
    bool is_async = n->flags & NODE_ASYNC;
    unsigned iterator = for_iterator(u, n->b, is_async);
    if (is_async) {
        async_for(u, n, iterator);
    } else {
        sync_for(u, n, iterator);
    }
}
