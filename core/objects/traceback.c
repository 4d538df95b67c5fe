// SPDX-License-Identifier: MIT
// traceback.c: the frames an exception passed: a chain of cells, outermost first.
//
// An exception meets the innermost frame first, so each new entry goes in front of the chain.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include "vm/frame.h"
#include <assert.h>

_Static_assert(sizeof(Traceback) == 3 * WORD_BYTES + 8, "size of a traceback entry");

static Traceback *traceback_of(Value v) {
    assert(is_exact(v, &traceback_type));
    return (Traceback *)v.bits;
}

static void traceback_trace(Cell *cell, Visitor *visitor) {
    Traceback *tb = (Traceback *)cell;
    visit_cell(visitor, &tb->function);
    visit(visitor, &tb->next);
}

bool exception_add_traceback(Value exc, Function *f, uint32_t serial, uint32_t offset) {
    assert_hot(is_exception(exc));
    rt.heap.raising = RAISING_TRACEBACK;
    Traceback *tb = heap_try_alloc(&traceback_type, sizeof(Traceback));
    rt.heap.raising = RAISING_NOTHING;
    if (!tb) {
        return false;
    }
    tb->function = f;
    tb->serial = serial;
    tb->offset = offset;
    tb->next = exception_of(exc)->traceback;
    exception_of(exc)->traceback = cell_value(tb);
    return true;
}

uint32_t traceback_line(const Traceback *tb) {
    return code_line_or_first(tb->function->code, tb->offset);
}

static Value get_line(Value self) {
    return int_value((intptr_t)traceback_line(traceback_of(self)));
}
static Value get_next(Value self) {
    Value next = traceback_of(self)->next;
    return is_absent(next) ? NONE : next;
}
static void set_tb_next(Value self, Value v) {
    if (is_absent(v) || (!is_none(v) && !is_exact(v, &traceback_type))) {
        raise_type_error("expected traceback object or None");
    }
    for (Value t = v; is_exact(t, &traceback_type); t = traceback_of(t)->next) {
        if (same(t, self)) {
            raise_value_error("traceback loop detected");
        }
    }
    traceback_of(self)->next = is_none(v) ? ABSENT : v;
}
static Value get_lasti(Value self) {
    uint32_t offset = traceback_of(self)->offset;
    return int_value(offset == TRACEBACK_START ? -1 : (intptr_t)offset);
}
static Value get_frame(Value self) {
    const Traceback *tb = traceback_of(self);
    return frame_object_of_past(tb->function, tb->serial, tb->offset);
}

static const Native traceback_methods[] = {
    GETTER(N_tb_lineno, get_line),
    GETSET(N_tb_next, get_next, set_tb_next),
    GETTER(N_tb_lasti, get_lasti),
    GETTER(N_tb_frame, get_frame),
    NATIVE_END,
};

static const Ops traceback_ops = {0};
const Type traceback_type = {
    {&type_type}, N_traceback, &traceback_ops, TYPE_FINAL, sizeof(Traceback), 'h', 0,
    &object_type, &traceback_type, {traceback_methods}, traceback_trace, {NULL},
};
