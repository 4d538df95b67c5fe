// SPDX-License-Identifier: MIT
// emit_call.c: calls: plain ones, methods, keywords, * and **, super().
#include "compile/emit.h"
#include <assert.h>

enum { ARGUMENTS_AT_ONCE = 100 };

typedef struct CallShape {
    unsigned positional, keywords;
    bool spread; // has * or **
} CallShape;

static CallShape shape_of(const Unit *u, const Node *args) {
    CallShape s = {0, 0, false};
    for (; args; args = args->next) {
        if (args->kind == NODE_KEYWORD) {
            s.keywords++;
            s.spread |= is_absent(args->value);
        } else {
            s.positional++;
            s.spread |= args->kind == NODE_STARRED;
        }
    }
    unsigned total = s.positional + s.keywords;
    s.spread |= total > ARGUMENTS_AT_ONCE || u->top + total > 240;
    return s;
}

// Constant index of the tuple of keyword names, or more than 255.
static unsigned keyword_names(Unit *u, const Node *args, unsigned n) {
    Tuple *names = tuple_alloc(n);
    unsigned i = 0;
    for (; args; args = args->next) {
        if (args->kind == NODE_KEYWORD) {
            names->items[i++] = str_value(mangle(u, args->value));
        }
    }
    assert(i == n);
    return u->reachable ? emit_const(u, cell_value(names)) : 0;
}

static void push_positional(Unit *u, Node *args) {
    for (; args; args = args->next) {
        if (args->kind != NODE_KEYWORD) {
            expr_temp(u, args);
        }
    }
}

static void push_keywords(Unit *u, Node *args) {
    for (; args; args = args->next) {
        if (args->kind == NODE_KEYWORD) {
            expr_temp(u, args->a);
        }
    }
}

// ---- * and ** ----------------------------------------------------------------------------------

static void spread_positional(Unit *u, Node *args, unsigned list) {
    for (; args; args = args->next) {
        if (args->kind == NODE_KEYWORD) {
            continue;
        }
        unsigned mark = u->top;
        bool star = args->kind == NODE_STARRED;
        unsigned value = expr(u, star ? args->a : args);
        at_line(u, args);
        emit2(u, star ? OP_CODE_LISTEXTEND : OP_CODE_LISTAPPEND, list, value);
        u->top = mark;
    }
}

// Keywords before the first ** can't be repeated; after it each is merged with a check.
static void spread_keyword(Unit *u, Node *k, unsigned dict, unsigned callee, bool checked) {
    assert(k->kind == NODE_KEYWORD);
    unsigned mark = u->top;
    if (is_absent(k->value)) {
        unsigned value = expr(u, k->a);
        at_line(u, k);
        emit3(u, OP_CODE_DICTMERGE, dict, value, callee);
    } else {
        unsigned pair = push_many(u, 2);
        emit_load(u, pair, str_value(mangle(u, k->value)));
        expr_to(u, k->a, pair + 1);
        at_line(u, k);
        if (checked) {
            emit3(u, OP_CODE_BUILDMAP, pair, pair, 1);
            emit3(u, OP_CODE_DICTMERGE, dict, pair, callee);
        } else {
            emit3(u, OP_CODE_MAPADD, dict, pair, pair + 1);
        }
    }
    u->top = mark;
}

// base: callee, then `extra` arguments; becomes callee, list, dict.
static void call_spread(Unit *u, Node *args, unsigned base, unsigned extra, unsigned reg) {
    const uint32_t line = u->line;
    u->top = base + 1 + extra;
    if (u->top < base + 3) {
        push_many(u, base + 3 - u->top);
    }
    emit3(u, OP_CODE_BUILDLIST, base + 1, base + 1, extra);
    u->top = base + 3;
    spread_positional(u, args, base + 1);
    bool any = false, checked = false;
    for (Node *k = args; k; k = k->next) {
        if (k->kind == NODE_KEYWORD) {
            if (!any) {
                emit3(u, OP_CODE_BUILDMAP, base + 2, base + 2, 0);
                any = true;
            }
            spread_keyword(u, k, base + 2, base, checked);
            checked |= is_absent(k->value);
        }
    }
    if (!any) {
        emit2(u, OP_CODE_LOADC, base + 2, KNOWN_ABSENT);
    }
    u->line = line;
    emit2(u, OP_CODE_CALLEX, reg, base);
}

// ---- plain calls -------------------------------------------------------------------------------

// With the callee in base (or, for a method, in base and base + 1) and `extra` arguments behind.
static void call_plain(Unit *u, Node *args, CallShape s, unsigned base, unsigned extra, bool method,
                       unsigned names, unsigned reg) {
    assert(names <= 255 && !s.spread);
    const uint32_t line = u->line;
    u->top = base + 1 + method + extra;
    push_positional(u, args);
    push_keywords(u, args);
    u->line = line;
    unsigned n = s.positional + extra;
    if (s.keywords) {
        emit4(u, method ? OP_CODE_CALLMKW : OP_CODE_CALLKW, reg, base, n, names);
    } else {
        emit3(u, method ? OP_CODE_CALLM : OP_CODE_CALL, reg, base, n);
    }
}

void call_arguments(Unit *u, Node *args, unsigned base, unsigned extra, unsigned reg) {
    CallShape s = shape_of(u, args);
    unsigned names = s.keywords && !s.spread ? keyword_names(u, args, s.keywords) : 0;
    if (s.spread || names > 255) {
        call_spread(u, args, base, extra, reg);
    } else {
        call_plain(u, args, s, base, extra, false, names, reg);
    }
    u->top = base;
}

// Where the callee goes: the register of the result itself if that is the newest temporary.
static unsigned push_base(Unit *u, unsigned reg) {
    return is_temp(u, reg) && reg + 1 == u->top ? reg : push(u);
}

// super() in a method: super(__class__, first parameter).
static bool call_super(Unit *u, Node *n, unsigned reg) {
    if (n->a->kind != NODE_NAME || str_of(n->a->value) != N_super || n->b ||
        u->unit_scope->kind != SCOPE_FUNCTION || !u->unit_scope->nparams) {
        return false;
    }
    const Symbol *function = var_lookup(u, N_super), *cell = var_lookup(u, N___class__);
    if (function->kind != NAME_GLOBAL || cell->kind != NAME_FREE) {
        return false;
    }
    unsigned base = push_many(u, 3);
    var_load(u, N_super, base);
    var_load(u, N___class__, base + 1);
    const Symbol *self = u->unit_scope->symbols;
    assert(self->reg == 0 && (self->flags & SYM_PARAM));
    if (self->flags & SYM_CELL) {
        var_load(u, self->name, base + 2);
    } else {
        emit_move(u, base + 2, self->reg); // maybe deleted: the instruction looks
    }
    at_line(u, n);
    emit2(u, OP_CODE_CALLSUPER, reg, base);
    u->top = base;
    return true;
}

bool call_range(Unit *u, Node *n, unsigned base) {
    if (n->kind != NODE_CALL || n->a->kind != NODE_NAME || str_of(n->a->value) != N_range) {
        return false;
    }
    CallShape s = shape_of(u, n->b);
    if (s.spread || s.keywords || s.positional < 1 || s.positional > 3) {
        return false;
    }
    expr_to(u, n->a, base);
    u->top = base + 1;
    push_positional(u, n->b);
    at_line(u, n);
    emit2(u, OP_CODE_GETRANGE, base, s.positional);
    u->top = base + 1;
    push_many(u, 2);
    return true;
}

static bool call_method(Unit *u, Node *n, unsigned reg) {
    if (n->a->kind != NODE_ATTRIBUTE) {
        return false;
    }
    CallShape s = shape_of(u, n->b);
    unsigned names = s.keywords && !s.spread ? keyword_names(u, n->b, s.keywords) : 0;
    if (s.spread || names > 255) {
        return false;
    }
    Node *object = n->a->a;
    unsigned base = push_base(u, reg);
    unsigned receiver = operand_in(u, object, NULL, base);
    u->top = base + 1;
    push(u);
    at_line(u, n->a);
    emit3(u, OP_CODE_LOADMETHOD, base, receiver, emit_name(u, mangle(u, n->a->value)));
    call_plain(u, n->b, s, base, 0, true, names, reg);
    u->top = base;
    return true;
}

void call_to(Unit *u, Node *n, unsigned reg) {
    if (call_super(u, n, reg) || call_method(u, n, reg)) {
        return;
    }
    unsigned base = push_base(u, reg);
    expr_to(u, n->a, base);
    at_line(u, n);
    call_arguments(u, n->b, base, 0, reg);
}
