// SPDX-License-Identifier: MIT
// emit_display.c: list, tuple, set and dict displays; f-strings and t-strings; subscripts.
//
// Short displays are built by one instruction from consecutive temporaries; the rest of long
// ones, and everything from the first * or ** on, is added piece by piece.
#include "compile/emit.h"

enum { BUILD_AT_ONCE = 24, PAIRS_AT_ONCE = 12, CONSTANTS_AT_ONCE = 4 };

static size_t list_length(const Node *list) {
    size_t n = 0;
    for (; list; list = list->next) {
        n++;
    }
    return n;
}

static bool is_star(const Node *n) {
    return n->kind == NODE_STARRED;
}

// A tuple of the items if all are constants and it pays, else ABSENT.
static Value constant_items(const Node *list) {
    size_t n = 0;
    for (const Node *item = list; item; item = item->next, n++) {
        if (item->kind != NODE_CONST) {
            return ABSENT;
        }
    }
    if (n < CONSTANTS_AT_ONCE) {
        return ABSENT;
    }
    Tuple *t = tuple_alloc(n);
    for (size_t i = 0; i < n; i++, list = list->next) {
        t->items[i] = list->value;
    }
    return cell_value(t);
}

typedef struct Builder {
    uint8_t build, append, extend;
} Builder;
static const Builder list_builder = {OP_CODE_BUILDLIST, OP_CODE_LISTAPPEND, OP_CODE_LISTEXTEND};
static const Builder set_builder = {OP_CODE_BUILDSET, OP_CODE_SETADD, OP_CODE_SETUPDATE};

// The items up to the first starred one, at most BUILD_AT_ONCE, into consecutive temporaries;
// returns how many and where the list goes on.
static unsigned push_items(Unit *u, Node **list) {
    unsigned n = 0;
    for (; *list && !is_star(*list) && n < BUILD_AT_ONCE; *list = (*list)->next, n++) {
        expr_temp(u, *list);
    }
    return n;
}

static void collect_to(Unit *u, Node *list, const Builder *b, unsigned reg) {
    unsigned mark = u->top;
    Value constants = u->reachable ? constant_items(list) : ABSENT;
    Node *rest = list;
    bool simple = list_length(list) <= BUILD_AT_ONCE;
    for (const Node *item = list; item; item = item->next) {
        simple = simple && !is_star(item);
    }
    unsigned result = simple || is_temp(u, reg) ? reg : push(u);
    if (is_present(constants)) {
        result = is_temp(u, reg) ? reg : push(u);
        emit3(u, b->build, result, u->top, 0);
        unsigned items = push(u);
        emit_load(u, items, constants);
        emit2(u, b->extend, result, items);
        rest = NULL;
    } else {
        unsigned first = u->top;
        unsigned n = push_items(u, &rest);
        emit3(u, b->build, result, first, n);
        u->top = first;
    }
    for (; rest; rest = rest->next) {
        unsigned top = u->top;
        unsigned item = expr(u, is_star(rest) ? rest->a : rest);
        at_line(u, rest);
        emit2(u, is_star(rest) ? b->extend : b->append, result, item);
        u->top = top;
    }
    emit_move(u, reg, result);
    u->top = mark;
}

void list_to(Unit *u, Node *list, unsigned reg) {
    collect_to(u, list, &list_builder, reg);
}

void set_to(Unit *u, Node *list, unsigned reg) {
    collect_to(u, list, &set_builder, reg);
}

void tuple_to(Unit *u, Node *list, unsigned reg) {
    unsigned mark = u->top;
    Node *rest = list;
    size_t length = list_length(list);
    bool simple = length <= 3 * BUILD_AT_ONCE && has_room(u, (unsigned)length);
    for (const Node *item = list; item; item = item->next) {
        simple = simple && !is_star(item);
    }
    if (!list) {
        emit_load(u, reg, cell_value(&empty_tuple));
    } else if (simple) {
        for (; rest; rest = rest->next) {
            expr_temp(u, rest);
        }
        emit3(u, OP_CODE_BUILDTUPLE, reg, mark, u->top - mark);
    } else {
        unsigned items = push(u);
        list_to(u, list, items);
        emit2(u, OP_CODE_LISTTOTUPLE, reg, items);
    }
    u->top = mark;
}

void dict_to(Unit *u, Node *list, unsigned reg) {
    unsigned mark = u->top;
    bool simple = list_length(list) <= PAIRS_AT_ONCE;
    for (const Node *pair = list; pair; pair = pair->next) {
        simple = simple && pair->a;
    }
    unsigned result = simple || is_temp(u, reg) ? reg : push(u);
    unsigned first = u->top, n = 0;
    for (; list && list->a && n < PAIRS_AT_ONCE; list = list->next, n++) {
        expr_temp(u, list->a);
        expr_temp(u, list->b);
    }
    emit3(u, OP_CODE_BUILDMAP, result, first, n);
    u->top = first;
    for (; list; list = list->next) {
        unsigned key = list->a ? operand(u, list->a, list->b) : 0;
        unsigned value = expr(u, list->b);
        at_line(u, list->b);
        if (list->a) {
            emit3(u, OP_CODE_MAPADD, result, key, value);
        } else {
            emit2(u, OP_CODE_DICTUPDATE, result, value);
        }
        u->top = first;
    }
    emit_move(u, reg, result);
    u->top = mark;
}

// ---- strings -----------------------------------------------------------------------------------

static void formatted_to(Unit *u, Node *n, unsigned reg) {
    unsigned mark = u->top;
    unsigned value = operand(u, n->a, n->b);
    if (n->b) {
        unsigned spec = expr(u, n->b);
        at_line(u, n);
        emit4(u, OP_CODE_FORMATSPEC, reg, value, spec, n->op);
    } else {
        at_line(u, n);
        emit3(u, OP_CODE_FORMAT, reg, value, n->op);
    }
    u->top = mark;
}

static void part_to(Unit *u, Node *part, unsigned reg) {
    if (part->kind == NODE_FORMATTED) {
        formatted_to(u, part, reg);
    } else {
        expr_to(u, part, reg);
    }
}

void joined_to(Unit *u, Node *n, unsigned reg) {
    unsigned first = u->top;
    if (!n->a) {
        emit_load(u, reg, str_value(N__empty));
        return;
    }
    if (!n->a->next) {
        part_to(u, n->a, reg);
        return;
    }
    for (Node *part = n->a; part; part = part->next) {
        if (u->top - first >= BUILD_AT_ONCE) {
            emit3(u, OP_CODE_BUILDSTRING, first, first, u->top - first);
            u->top = first + 1;
        }
        part_to(u, part, push(u));
    }
    at_line(u, n);
    emit3(u, OP_CODE_BUILDSTRING, reg, first, u->top - first);
    u->top = first;
}

// Interpolation(value, text, conversion, format spec).
static void interpolation_to(Unit *u, Node *n, unsigned reg) {
    unsigned first = push_many(u, 4);
    char conversion = (char)n->op;
    expr_to(u, n->a, first);
    emit_load(u, first + 1, n->value);
    emit_load(u, first + 2, conversion ? cell_value(str_intern_c(&conversion, 1)) : NONE);
    if (n->b) {
        expr_to(u, n->b, first + 3);
    } else {
        emit_load(u, first + 3, str_value(N__empty));
    }
    at_line(u, n);
    emit2(u, OP_CODE_BUILDINTERP, reg, first);
    u->top = first;
}

// Templates of parts are added up if there are many.
void template_to(Unit *u, Node *n, unsigned reg) {
    unsigned mark = u->top, first = mark;
    for (Node *part = n->a; part; part = part->next) {
        if (u->top - first >= BUILD_AT_ONCE) {
            emit3(u, OP_CODE_BUILDTEMPLATE, first, first, u->top - first);
            if (first > mark) {
                emit3(u, OP_CODE_ADD, mark, mark, first);
            }
            first = u->top = mark + 1;
        }
        unsigned place = push(u);
        if (part->kind == NODE_INTERPOLATION) {
            interpolation_to(u, part, place);
        } else {
            expr_to(u, part, place);
        }
    }
    if (first > mark) {
        emit3(u, OP_CODE_BUILDTEMPLATE, first, first, u->top - first);
        emit3(u, OP_CODE_ADD, reg, mark, first);
    } else {
        emit3(u, OP_CODE_BUILDTEMPLATE, reg, first, u->top - first);
    }
    u->top = mark;
}

// ---- subscripts --------------------------------------------------------------------------------

static void slice_part(Unit *u, Node *part, unsigned reg) {
    if (part) {
        expr_to(u, part, reg);
    } else {
        emit_load(u, reg, NONE);
    }
}

void slice_pair(Unit *u, Node *slice, unsigned reg) {
    slice_part(u, slice->a, reg);
    slice_part(u, slice->b, reg + 1);
}

void slice_to(Unit *u, Node *n, unsigned reg) {
    unsigned first = push_many(u, 3);
    slice_pair(u, n, first);
    slice_part(u, n->c, first + 2);
    emit2(u, OP_CODE_BUILDSLICE, reg, first);
    u->top = first;
}

void subscript_to(Unit *u, Node *n, unsigned reg) {
    unsigned mark = u->top;
    unsigned object = operand_in(u, n->a, n->b, reg);
    int index;
    if (n->b->kind == NODE_SLICE && !n->b->c) {
        unsigned pair = push_many(u, 2);
        slice_pair(u, n->b, pair);
        at_line(u, n);
        emit3(u, OP_CODE_GETSLICE, reg, object, pair);
    } else if (small_const(n->b, &index)) {
        at_line(u, n);
        emit3(u, OP_CODE_GETITEMI, reg, object, (unsigned)index);
    } else {
        unsigned key = expr(u, n->b);
        at_line(u, n);
        emit3(u, OP_CODE_GETITEM, reg, object, key);
    }
    u->top = mark;
}
