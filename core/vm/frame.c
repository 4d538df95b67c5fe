// SPDX-License-Identifier: MIT
// frame.c: frames as programs see them.
#include "vm/frame.h"
#include "error.h"
#include "heap/heap.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include "vm/internal.h"
#include <assert.h>

typedef struct FrameObject {
    Cell head; // frame_type
    Function *function;
    Value generator; // that runs in it; ABSENT: none, the serial number tells which activation it is
    uint32_t serial; // 0: none
    uint32_t offset; // of the instruction where it was seen; TRACEBACK_START: before the first
} FrameObject;

static FrameObject *frame_object_from(Value v) {
    assert(is_exact(v, &frame_type));
    return (FrameObject *)v.bits;
}

static void frame_trace(Cell *cell, Visitor *v) {
    FrameObject *f = (FrameObject *)cell;
    visit_cell(v, &f->function);
    visit(v, &f->generator);
}

static Value frame_new(Function *f, Value generator, uint32_t serial, uint32_t offset) {
    FrameObject *o = heap_alloc(&frame_type, sizeof *o);
    *o = (FrameObject){o->head, f, generator, serial, offset};
    return cell_value(o);
}

// ---- activations -----------------------------------------------------------------------------------

uint32_t frame_serial(Frame *frame) {
    uint32_t serial = (uint32_t)(frame->kind >> FRAME_KIND_BITS);
    if (!serial) {
        rt.frame_serial = rt.frame_serial == UINT32_MAX >> FRAME_KIND_BITS ? 1 : rt.frame_serial + 1;
        serial = rt.frame_serial;
        frame->kind |= (uintptr_t)serial << FRAME_KIND_BITS;
    }
    return serial;
}

static uint32_t offset_of(const Frame *frame) {
    return (uint32_t)(frame->pc - code_bytes(frame->function->code));
}

static bool is_frame(const Frame *frame) {
    return (const void *)frame < (const void *)rt.thread->stack_end;
}

static Value generator_in(const Frame *frame) {
    return frame_kind(frame) == FRAME_INIT ? ABSENT : frame->object;
}

Value frame_object(Frame *frame) {
    Value generator = generator_in(frame);
    uint32_t serial = is_present(generator) ? 0 : frame_serial(frame);
    return frame_new(frame->function, generator, serial, offset_of(frame));
}

Value frame_object_at(size_t depth) {
    Frame *frame = rt.thread->frame;
    if (depth >= (size_t)((Frame *)(void *)rt.thread->stack_end - frame)) {
        return ABSENT;
    }
    return frame_object(frame + depth);
}

Value frame_object_of_generator(Value generator) {
    return frame_new(generator_of(generator)->function, generator, 0, 0);
}

Value frame_object_of_past(Function *f, uint32_t serial, uint32_t offset) {
    return frame_new(f, ABSENT, serial, offset);
}

void frame_object_retarget(Cell *frame_object, const Function *from, Function *to) {
    FrameObject *f = (FrameObject *)frame_object;
    f->function = f->function == from ? to : f->function;
}

// The activation under way, or NULL.
static Frame *live_frame(const FrameObject *f) {
    for (Frame *p = rt.thread->frame; is_frame(p); p++) {
        bool is_it = is_present(f->generator) ? same(generator_in(p), f->generator)
                                              : f->serial && f->serial == p->kind >> FRAME_KIND_BITS;
        if (is_it) {
            return p;
        }
    }
    return NULL;
}

// ---- where it is -------------------------------------------------------------------------------------

typedef struct Place {
    Frame *frame; // under way, or NULL
    const Function *function;
    Value *regs;  // NULL: it has ended
    uint32_t offset;
} Place;

static Place waiting_place(Value generator) {
    Generator *g = generator_of(generator);
    const Code *c = g->function->code;
    bool ended = g->state == GEN_CLOSED;
    uint32_t offset = g->state == GEN_SUSPENDED ? g->pc : TRACEBACK_START;
    return (Place){NULL, g->function, ended ? NULL : g->regs + code_far(c), offset};
}

static Place place_of(Value self) {
    const FrameObject *f = frame_object_from(self);
    Frame *frame = live_frame(f);
    if (frame) {
        return (Place){frame, frame->function, frame->regs, offset_of(frame)};
    }
    if (is_present(f->generator)) {
        return waiting_place(f->generator);
    }
    return (Place){NULL, f->function, NULL, f->offset};
}

// ---- variables ---------------------------------------------------------------------------------------

static void put_local(Dict *d, const Str *name, Value v) {
    if (is_exact(v, &cell_type)) {
        v = cell_var_of(v)->content;
    }
    if (is_present(v) && name->text[0] != '.') {
        dict_set_name(d, name, v);
    }
}

static bool is_module_code(const Code *c) {
    return code_own_name(c) == N__module;
}

Value frame_locals(const Function *f, Value *regs) {
    const Code *c = f->code;
    if (c->flags & CODE_NAMESPACE) {
        return regs[0];
    }
    if (is_module_code(c)) {
        return cell_value(function_globals(f));
    }
    Dict *d = dict_new(code_nlocals(c));
    for (unsigned i = 0; i < code_nlocals(c); i++) {
        unsigned far = (c->flags & CODE_FAR) && i >= LOCALS_NEAR ? 256 - LOCALS_NEAR : 0;
        put_local(d, code_local(c, i), *far_register(regs, i + far));
    }
    for (unsigned i = 0; i < code_nfree(c); i++) {
        put_local(d, code_free_name(c, i), f->free[i]);
    }
    return cell_value(d);
}

static Value get_locals(Value self) {
    Place p = place_of(self);
    if (p.regs) {
        return frame_locals(p.function, p.regs);
    }
    bool is_module = is_module_code(p.function->code);
    return cell_value(is_module ? function_globals(p.function) : dict_new(0));
}

// ---- attributes --------------------------------------------------------------------------------------

static Value get_globals(Value self) {
    return cell_value(function_globals(frame_object_from(self)->function));
}

static Value get_builtins(Value self) {
    (void)self;
    return attr_get(rt.roots.builtins, N___dict__);
}

static Value get_code(Value self) {
    return cell_value(place_of(self).function->code);
}

static Value get_back(Value self) {
    Frame *frame = place_of(self).frame;
    return frame && is_frame(frame + 1) ? frame_object(frame + 1) : NONE;
}

static Value get_line(Value self) {
    Place p = place_of(self);
    return int_value((intptr_t)code_line_or_first(p.function->code, p.offset));
}

static Value get_lasti(Value self) {
    uint32_t offset = place_of(self).offset;
    return int_value(offset == TRACEBACK_START ? -1 : (intptr_t)offset);
}

static Value get_generator(Value self) {
    Value g = frame_object_from(self)->generator;
    return is_present(g) ? g : NONE;
}

static Value get_trace(Value self) {
    (void)self;
    return NONE;
}

static Value frame_clear(Value self) {
    Place p = place_of(self);
    if (p.regs) {
        raise_runtime_error("cannot clear %s frame", p.frame ? "an executing" : "a suspended");
    }
    return NONE;
}

static Value frame_repr(Value self) {
    Place p = place_of(self);
    const Code *c = p.function->code;
    return str_formatted("<frame at 0x%x, file '%S', line %z, code %S>", (unsigned)self.bits,
                         code_file(c), (intptr_t)code_line_or_first(c, p.offset), code_own_name(c));
}

// Two objects of one activation are equal.
static Value frame_compare(CompareOp op, Value self, Value other) {
    if (!is_exact(other, &frame_type) || (op != CMP_EQ && op != CMP_NE)) {
        return NOT_IMPLEMENTED;
    }
    const FrameObject *a = frame_object_from(self), *b = frame_object_from(other);
    bool equal = a == b || (a->serial && a->serial == b->serial) ||
                 (is_present(a->generator) && same(a->generator, b->generator));
    return bool_value(equal == (op == CMP_EQ));
}

static intptr_t frame_hash(Value self) {
    const FrameObject *f = frame_object_from(self);
    return is_present(f->generator) ? op_hash(f->generator) : (intptr_t)f->serial;
}

static const Native frame_methods[] = {
    GETTER(N_f_back, get_back),
    GETTER(N_f_builtins, get_builtins),
    GETTER(N_f_code, get_code),
    GETTER(N_f_generator, get_generator),
    GETTER(N_f_globals, get_globals),
    GETTER(N_f_lasti, get_lasti),
    GETTER(N_f_lineno, get_line),
    GETTER(N_f_locals, get_locals),
    GETTER(N_f_trace, get_trace),
    METHOD_1(N_clear, frame_clear),
    NATIVE_END,
};

static const Ops frame_ops = {.repr = frame_repr, .compare = frame_compare, .hash = frame_hash};
const Type frame_type = {
    .head = {&type_type}, .name = N_frame, .ops = &frame_ops, .flags = TYPE_FINAL,
    .payload = sizeof(FrameObject), .letter = 'h', .base = &object_type, .solid = &frame_type,
    .methods = frame_methods, .trace = frame_trace};
