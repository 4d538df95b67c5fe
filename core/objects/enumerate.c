// SPDX-License-Identifier: MIT
// enumerate.c: enumerate(iterable, start=0).
#include "objects/containers.h"
#include "objects/iterators.h"
#include "objects/number.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "heap/heap.h"
#include "text/str.h"
#include <assert.h>

typedef struct Enumerate {
    Cell head;
    Value iterator, index; // index of the next item, an int
} Enumerate;

static Enumerate *enumerate_of(Value v) {
    assert_hot(is_kind(v, &enumerate_type));
    return (Enumerate *)cell_of(v);
}

static Value enumerate_create(const Type *cls, size_t n, const Value *args,
                              const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_iterable, ARG_REQUIRED}, {N_start, 0}, {NULL, 0}};
    Value given[2];
    args_parse("enumerate", spec, n, args, kwnames, given);
    Value index = is_present(given[1]) ? to_index(given[1]) : int_value(0);
    Value iterator = op_iter(given[0]);
    Enumerate *e = (Enumerate *)cell_new_for(cls);
    e->iterator = iterator;
    e->index = index;
    return cell_value(e);
}

bool enumerate_step(Value self, Value out[2]) {
    stack_check();
    Enumerate *e = enumerate_of(self);
    if (is_absent(e->iterator)) {
        return false;
    }
    Value v = op_next(e->iterator);
    if (is_absent(v)) {
        return false;
    }
    Value index = e->index;
    bool small = is_int(index) && int_of(index) < SMALL_INT_MAX;
    e->index = small ? int_value(int_of(index) + 1) : int_binary(OP_ADD, index, int_value(1));
    out[0] = index;
    out[1] = v;
    return true;
}

static Value enumerate_next(Value self) {
    Value pair[2];
    return enumerate_step(self, pair) ? tuple_pair(pair[0], pair[1]) : ABSENT;
}

static void enumerate_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((Enumerate *)cell)->iterator);
    visit(visitor, &((Enumerate *)cell)->index);
}

static const Ops enumerate_ops = {
    .iter = iterator_self, .next = enumerate_next, .create = enumerate_create,
};
static const Native enumerate_methods[] = {
    ROW_CLASS_GETITEM, ROW_REDUCE(reduce_2_words), NATIVE_END,
};

const Type enumerate_type = {
    .head = {&type_type}, .name = N_enumerate, .ops = &enumerate_ops,
    .payload = sizeof(Enumerate), .letter = 'h', .base = &object_type, .solid = &enumerate_type,
    .methods = enumerate_methods, .trace = enumerate_trace,
};
