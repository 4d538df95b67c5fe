// SPDX-License-Identifier: MIT
// map.c: map(f, *iterables, strict=False) and filter(f, iterable).
#include "objects/iterators.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "objects/zip.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>
#include <string.h>

typedef struct Map {
    Cell head;
    Value f;
    Value iterators; // tuple; ABSENT in a subclass's instance not yet made
    uintptr_t strict;
} Map;

typedef struct Filter {
    Cell head;
    Value f, iterator; // f may be None
} Filter;

// ---- map ------------------------------------------------------------------------------------

static Value map_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    bool strict = strict_argument("map", n, args, kwnames);
    if (n < 2) {
        raise_type_error("map() must have at least two arguments.");
    }
    Value iterators = iterators_of(n - 1, args + 1);
    Map *m = (Map *)cell_new_for(cls);
    m->f = args[0];
    m->iterators = iterators;
    m->strict = strict;
    return cell_value(m);
}

static Value map_next(Value self) {
    assert(is_kind(self, &map_type));
    Map *m = (Map *)cell_of(self);
    if (is_absent(m->iterators)) {
        return ABSENT;
    }
    stack_check();
    const Tuple *iterators = tuple_of(m->iterators);
    if (iterators->len == 1) {
        Value v = op_next(iterators->items[0]);
        return is_present(v) ? op_call_1(m->f, v) : ABSENT;
    }
    Tuple *args = tuple_alloc(iterators->len);
    if (!step_all("map", m->iterators, m->strict, args->items)) {
        return ABSENT;
    }
    return op_call(m->f, args->len, args->items);
}

static void map_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((Map *)cell)->f);
    visit(visitor, &((Map *)cell)->iterators);
}

// (class, (f, *iterators)), with strict=True behind them
static Value map_reduce(Value self) {
    const Map *m = (Map *)cell_of(self);
    const Tuple *iterators = is_present(m->iterators) ? tuple_of(m->iterators) : &empty_tuple;
    Tuple *args = tuple_alloc(iterators->len + 1);
    args->items[0] = is_present(m->f) ? m->f : NONE;
    memcpy(args->items + 1, iterators->items, iterators->len * sizeof(Value));
    return reduced_strict(type_of(self), cell_value(args), m->strict);
}

static Value map_setstate(Value self, Value strict) {
    bool yes = op_truth(strict);
    ((Map *)cell_of(self))->strict = yes;
    return NONE;
}

static const Native map_methods[] = {
    ROW_REDUCE(map_reduce),
    METHOD_2(N___setstate__, map_setstate),
    NATIVE_END,
};
static const Ops map_ops = {.iter = iterator_self, .next = map_next, .create = map_create};
const Type map_type = {
    .head = {&type_type}, .name = N_map, .ops = &map_ops, .payload = sizeof(Map), .letter = 'h',
    .base = &object_type, .solid = &map_type, .methods = map_methods, .trace = map_trace,
};

// ---- filter ---------------------------------------------------------------------------------

static Value filter_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords_but(cls, N___init__, "filter", kwnames);
    if (n != 2) {
        raise_type_error("filter expected 2 arguments, got %z", (intptr_t)n);
    }
    Value iterator = op_iter(args[1]);
    Filter *f = (Filter *)cell_new_for(cls);
    f->f = args[0];
    f->iterator = iterator;
    return cell_value(f);
}

static Value filter_next(Value self) {
    assert(is_kind(self, &filter_type));
    Filter *f = (Filter *)cell_of(self);
    if (is_absent(f->iterator)) {
        return ABSENT;
    }
    stack_check();
    for (Value v; is_present(v = op_next(f->iterator));) {
        if (op_truth(is_none(f->f) ? v : op_call_1(f->f, v))) {
            return v;
        }
        poll_pending();
        rt.thread->result = ABSENT;
    }
    return ABSENT;
}

static void filter_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((Filter *)cell)->f);
    visit(visitor, &((Filter *)cell)->iterator);
}

static const Native filter_methods[] = {ROW_REDUCE(reduce_2_words), NATIVE_END};
static const Ops filter_ops = {
    .iter = iterator_self, .next = filter_next, .create = filter_create,
};
const Type filter_type = {
    .head = {&type_type}, .name = N_filter, .ops = &filter_ops, .payload = sizeof(Filter),
    .letter = 'h', .base = &object_type, .solid = &filter_type,
    .methods = filter_methods, .trace = filter_trace,
};
