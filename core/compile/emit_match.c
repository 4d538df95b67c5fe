// SPDX-License-Identifier: MIT
// emit_match.c: match statements.
//
// A pattern tests a subject in a register and jumps to `fail`; what it captures stays in
// temporaries, noted in a list, and is stored to the names when the whole pattern has matched.
#include "compile/emit.h"
#include <assert.h>

enum { UNPACK_NEAR = 64 }; // patterns of more items take them from far registers

typedef struct Capture {
    Value name; // str, not mangled
    unsigned reg;
} Capture;

typedef struct Captures {
    unsigned n, room;
    Capture *all; // in the arena
} Captures;

static void pattern(Unit *u, Node *p, unsigned subject, Label *fail, Captures *c);

static void capture(Unit *u, Captures *c, Value name, unsigned reg) {
    assert(c->n <= c->room);
    if (is_absent(name)) {
        return;
    }
    if (c->n == c->room) {
        unsigned room = c->room ? 2 * c->room : 8;
        Capture *all = arena_alloc(parser_arena(u->compiler->parser), room * sizeof *all);
        memcpy(all, c->all ? c->all : all, c->n * sizeof *all);
        c->all = all;
        c->room = room;
    }
    c->all[c->n++] = (Capture){name, reg};
}

static void get_register(Unit *u, unsigned reg, unsigned from) { // `from` may be far
    if (from < FAR_FIRST) {
        emit_move(u, reg, from);
    } else {
        emit3(u, OP_CODE_UNSPILL, reg, from, 1);
    }
}

static unsigned near_register(Unit *u, unsigned from) { // `from` itself, or a copy
    if (from < FAR_FIRST) {
        return from;
    }
    unsigned reg = push(u);
    get_register(u, reg, from);
    return reg;
}

static bool is_wildcard(const Node *p) {
    return (p->kind == NODE_PAT_AS && !p->a && is_absent(p->value)) ||
           (p->kind == NODE_PAT_STAR && is_absent(p->value));
}

static bool all_wildcards(const Node *list) {
    for (; list; list = list->next) {
        if (!is_wildcard(list)) {
            return false;
        }
    }
    return true;
}

static unsigned count(const Node *list) {
    unsigned n = 0;
    for (; list; list = list->next) {
        n++;
    }
    return n;
}

static void value_pattern(Unit *u, Node *p, unsigned subject, Label *fail) {
    assert(p->kind == NODE_PAT_VALUE);
    unsigned mark = u->top;
    int small;
    if (small_const(p->a, &small)) {
        emit_jump(u, OP_CODE_JNEQI, subject, (unsigned)small, fail);
        return;
    }
    unsigned value = expr(u, p->a);
    at_line(u, p);
    emit_jump(u, OP_CODE_JNEQ, subject, value, fail);
    u->top = mark;
}

static void singleton_pattern(Unit *u, const Node *p, unsigned subject, Label *fail) {
    assert(p->kind == NODE_PAT_SINGLETON);
    if (is_none(p->value)) {
        emit_jump(u, OP_CODE_JNOTNONE, subject, 0, fail);
        return;
    }
    unsigned reg = push(u);
    emit_load(u, reg, p->value);
    emit3(u, OP_CODE_IS, reg, subject, reg);
    emit_jump(u, OP_CODE_JF, reg, 0, fail);
    u->top = reg;
}

// Fails unless len(subject) is n, or at least n.
static void check_length(Unit *u, unsigned subject, unsigned n, bool at_least, Label *fail) {
    if (at_least && !n) {
        return;
    }
    unsigned len = push(u);
    emit2(u, OP_CODE_GETLEN, len, subject);
    if (n <= 127) {
        emit_jump(u, at_least ? OP_CODE_JNGEI : OP_CODE_JNEQI, len, n, fail);
    } else {
        unsigned wanted = push(u);
        emit_load(u, wanted, int_value((intptr_t)n));
        emit_jump(u, at_least ? OP_CODE_JNGE : OP_CODE_JNEQ, len, wanted, fail);
    }
    u->top = len;
}

// [a, *_, b]: single items by index.
static void indexed_items(Unit *u, Node *p, unsigned n, unsigned star, unsigned subject,
                          Label *fail, Captures *c) {
    unsigned i = 0;
    for (Node *item = p->a; item; item = item->next, i++) {
        if (is_wildcard(item)) {
            continue;
        }
        unsigned reg = push(u);
        int index = i < star ? (int)i : (int)i - (int)n;
        emit3(u, OP_CODE_GETITEMI, reg, subject, (unsigned)index);
        pattern(u, item, reg, fail, c);
    }
}

// An item of a long pattern, in a far register.
static void far_item(Unit *u, Node *item, unsigned far, Label *fail, Captures *c) {
    bool plain = item->kind == NODE_PAT_STAR || (item->kind == NODE_PAT_AS && !item->a);
    if (plain) {
        capture(u, c, item->value, far);
        return;
    }
    unsigned mark = u->top, captured = c->n, reg = push(u);
    emit3(u, OP_CODE_UNSPILL, reg, far, 1);
    pattern(u, item, reg, fail, c);
    for (; captured < c->n; captured++) { // what it captures stays in far registers too
        Capture *capture = &c->all[captured];
        if (capture->reg < FAR_FIRST) {
            unsigned home = push_far(u, 1);
            emit2(u, OP_CODE_STOREFAR, home, capture->reg);
            capture->reg = home;
        }
    }
    u->top = mark;
}

static void sequence_pattern(Unit *u, Node *p, unsigned subject, Label *fail, Captures *c) {
    assert(p->kind == NODE_PAT_SEQUENCE);
    unsigned test = push(u), n = count(p->a), star = n, i = 0;
    bool star_named = false;
    for (const Node *item = p->a; item; item = item->next, i++) {
        if (item->kind == NODE_PAT_STAR) {
            star = i;
            star_named = is_present(item->value);
        }
    }
    emit2(u, OP_CODE_MATCHSEQ, test, subject);
    emit_jump(u, OP_CODE_JF, test, 0, fail);
    u->top = test;
    check_length(u, subject, star < n ? n - 1 : n, star < n, fail);
    if (all_wildcards(p->a)) {
        return;
    }
    if (star < n && !star_named && n <= 127) {
        indexed_items(u, p, n, star, subject, fail, c);
        return;
    }
    if (n > UNPACK_NEAR || !has_room(u, n)) {
        unsigned far = push_far(u, n);
        emit4(u, OP_CODE_UNPACKFAR, subject, far, star, n - star);
        for (Node *item = p->a; item; item = item->next) {
            far_item(u, item, far++, fail, c);
        }
        return;
    }
    unsigned first = push_many(u, n);
    if (star < n) {
        emit4(u, OP_CODE_UNPACKEX, subject, first, star, n - star - 1);
    } else {
        emit3(u, OP_CODE_UNPACK, subject, first, n);
    }
    for (Node *item = p->a; item; item = item->next, first++) {
        if (item->kind == NODE_PAT_STAR) {
            capture(u, c, item->value, first);
        } else {
            pattern(u, item, first, fail, c);
        }
    }
}

// Keys into a tuple in R(reg).
static void keys_to(Unit *u, Node *pairs, unsigned reg) {
    unsigned first = u->top, n = count(pairs);
    bool constant = true;
    for (const Node *pair = pairs; pair; pair = pair->next) {
        constant = constant && pair->a->kind == NODE_CONST;
    }
    if (constant) {
        Tuple *keys = tuple_alloc(n);
        size_t i = 0;
        for (const Node *pair = pairs; pair; pair = pair->next) {
            keys->items[i++] = pair->a->value;
        }
        emit_load(u, reg, cell_value(keys));
        return;
    }
    unsigned list = push(u);
    emit3(u, OP_CODE_BUILDLIST, list, list, 0);
    for (Node *pair = pairs; pair; pair = pair->next) {
        emit2(u, OP_CODE_LISTAPPEND, list, expr(u, pair->a));
        u->top = list + 1;
    }
    emit2(u, OP_CODE_LISTTOTUPLE, reg, list);
    u->top = first;
}

static void mapping_pattern(Unit *u, Node *p, unsigned subject, Label *fail, Captures *c) {
    assert(p->kind == NODE_PAT_MAPPING);
    unsigned keys = push(u), n = count(p->a);
    emit2(u, OP_CODE_MATCHMAP, keys, subject);
    emit_jump(u, OP_CODE_JF, keys, 0, fail);
    check_length(u, subject, n, true, fail);
    if (!n && is_absent(p->value)) {
        return;
    }
    keys_to(u, p->a, keys);
    if (n > UNPACK_NEAR || !has_room(u, n)) {
        unsigned values = push(u), far = push_far(u, n);
        emit3(u, OP_CODE_MATCHKEYS, values, subject, keys);
        emit_jump(u, OP_CODE_JNONE, values, 0, fail);
        emit4(u, OP_CODE_UNPACKFAR, values, far, n, 0);
        for (Node *pair = p->a; pair; pair = pair->next) {
            far_item(u, pair->b, far++, fail, c);
        }
    } else if (n) {
        unsigned first = push_many(u, n);
        emit3(u, OP_CODE_MATCHKEYS, first, subject, keys);
        emit_jump(u, OP_CODE_JNONE, first, 0, fail);
        emit3(u, OP_CODE_UNPACK, first, first, n);
        for (Node *pair = p->a; pair; pair = pair->next) {
            pattern(u, pair->b, first++, fail, c);
        }
    }
    if (is_present(p->value)) {
        unsigned rest = push(u);
        emit3(u, OP_CODE_MATCHREST, rest, subject, keys);
        capture(u, c, p->value, rest);
    }
}

static void class_pattern(Unit *u, Node *p, unsigned subject, Label *fail, Captures *c) {
    assert(p->kind == NODE_PAT_CLASS);
    unsigned positional = count(p->b), keywords = count(p->c), n = positional + keywords;
    unsigned class = expr(u, p->a), mark = u->top;
    unsigned names = push(u);
    if (keywords) {
        Tuple *t = tuple_alloc(keywords);
        size_t i = 0;
        for (const Node *k = p->c; k; k = k->next) {
            t->items[i++] = k->value;
        }
        emit_load(u, names, cell_value(t));
    } else {
        emit_load(u, names, cell_value(&empty_tuple));
    }
    at_line(u, p);
    bool far = n > UNPACK_NEAR || !has_room(u, n);
    unsigned values = far || !n ? push(u) : push_many(u, n), first = far ? push_far(u, n) : values;
    unsigned operands[] = {values, subject, class, positional, names};
    emit(u, OP_CODE_MATCHCLASS, operands);
    emit_jump(u, OP_CODE_JNONE, values, 0, fail);
    if (far) {
        emit4(u, OP_CODE_UNPACKFAR, values, first, n, 0);
    } else if (n) {
        emit3(u, OP_CODE_UNPACK, values, first, n);
    } else {
        u->top = mark;
    }
    void (*item)(Unit *, Node *, unsigned, Label *, Captures *) = far ? far_item : pattern;
    for (Node *k = p->b; k; k = k->next) {
        item(u, k, first++, fail, c);
    }
    for (Node *k = p->c; k; k = k->next) {
        item(u, k->a, first++, fail, c);
    }
}

static void move_register(Unit *u, unsigned to, unsigned from) { // both may be far
    if (to < FAR_FIRST) {
        get_register(u, to, from);
        return;
    }
    unsigned mark = u->top, reg = near_register(u, from);
    emit2(u, OP_CODE_STOREFAR, to, reg);
    u->top = mark;
}

// Each alternative moves what it captures to where the first one has it.
static void or_pattern(Unit *u, Node *p, unsigned subject, Label *fail, Captures *c) {
    assert(p->kind == NODE_PAT_OR);
    Label done = {0};
    unsigned before = c->n, names = 0, home = 0;
    for (Node *alternative = p->a; alternative; alternative = alternative->next) {
        Label next = {0};
        Captures mine = {0};
        bool first = alternative == p->a;
        pattern(u, alternative, subject, alternative->next ? &next : fail, &mine);
        if (first) {
            names = mine.n;
            home = has_room(u, names) ? push_many(u, names) : push_far(u, names);
        }
        for (unsigned i = 0; i < mine.n; i++) {
            unsigned slot = i;
            for (unsigned k = 0; k < names && !first; k++) {
                slot = same(c->all[before + k].name, mine.all[i].name) ? k : slot;
            }
            if (first) {
                capture(u, c, mine.all[i].name, home + i);
            }
            move_register(u, home + slot, mine.all[i].reg);
        }
        if (alternative->next) {
            emit_jump(u, OP_CODE_JUMP, 0, 0, &done);
            place(u, &next);
        }
    }
    place(u, &done);
}

static void pattern(Unit *u, Node *p, unsigned subject, Label *fail, Captures *c) {
    stack_check();
    at_line(u, p);
    switch (p->kind) {
    case NODE_PAT_VALUE: value_pattern(u, p, subject, fail); break;
    case NODE_PAT_SINGLETON: singleton_pattern(u, p, subject, fail); break;
    case NODE_PAT_SEQUENCE: sequence_pattern(u, p, subject, fail, c); break;
    case NODE_PAT_MAPPING: mapping_pattern(u, p, subject, fail, c); break;
    case NODE_PAT_CLASS: class_pattern(u, p, subject, fail, c); break;
    case NODE_PAT_OR: or_pattern(u, p, subject, fail, c); break;
    default:
        assert(p->kind == NODE_PAT_AS);
        if (p->a) {
            pattern(u, p->a, subject, fail, c);
        }
        capture(u, c, p->value, subject);
    }
}

static void match_case(Unit *u, Node *n, unsigned subject, Label *end) {
    assert(n->kind == NODE_CASE);
    Label fail = {0};
    Captures captures = {0};
    unsigned far_mark = u->far_top;
    pattern(u, n->a, subject, &fail, &captures);
    for (unsigned i = 0; i < captures.n; i++) {
        unsigned mark = u->top;
        var_store(u, mangle(u, captures.all[i].name), near_register(u, captures.all[i].reg));
        u->top = mark;
    }
    u->far_top = far_mark;
    u->top = subject + 1;
    if (n->b) {
        cond(u, n->b, false, &fail);
    }
    body(u, n->c);
    emit_jump(u, OP_CODE_JUMP, 0, 0, end);
    place(u, &fail);
}

void match_stmt(Unit *u, Node *n) {
    assert(n->kind == NODE_MATCH);
    Label end = {0};
    unsigned subject = expr_temp(u, n->a);
    for (Node *c = n->b; c; c = c->next) {
        match_case(u, c, subject, &end);
        u->top = subject + 1;
    }
    place(u, &end);
}
