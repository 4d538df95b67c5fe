// SPDX-License-Identifier: MIT
// code.c: code cells: construction, line and handler lookup, names.
#include "vm/code.h"
#include "heap/heap.h"
#include "objects/containers.h"
#include "text/str.h"
#include "vm/opcodes.h"
#include <assert.h>
#include <string.h>

#if WORD_BITS == 64
_Static_assert(sizeof(Code) == 48, "size of a code header");
#else
_Static_assert(sizeof(Code) == 32, "size of a code header");
#endif

static void code_trace(Cell *cell, Visitor *v) {
    Code *c = (Code *)cell;
    visit_cell(v, &c->name);
    visit_cell(v, &c->qualifier);
    visit_cell(v, &c->filename);
    for (unsigned i = 0; i < c->nconsts; i++) {
        visit(v, &c->consts[i]);
    }
}

static Value code_repr(Value self) {
    const Code *c = code_of(self);
    return str_formatted("<code object %S, file \"%S\", line %z>", c->name, c->filename,
                         (intptr_t)code_first_line(c));
}

static Value code_get_name(Value self) {
    return str_value(code_of(self)->name);
}

static Value code_get_filename(Value self) {
    return str_value(code_of(self)->filename);
}

static Value code_get_first_line(Value self) {
    return int_value((intptr_t)code_first_line(code_of(self)));
}

static Value code_get_argcount(Value self) {
    return int_value(code_of(self)->npos);
}

static Value code_get_kwonly(Value self) {
    return int_value((intptr_t)code_nkwonly(code_of(self)));
}

static Value code_get_posonly(Value self) {
    return int_value((intptr_t)code_nposonly(code_of(self)));
}

// The flag bits of CPython that programs look at.
static Value code_get_flags(Value self) {
    unsigned f = code_of(self)->flags;
    return int_value((f & CODE_VARARGS ? 4 : 0) | (f & CODE_VARKW ? 8 : 0) |
                     (f & CODE_GENERATOR ? 0x20 : 0) | (f & CODE_COROUTINE ? 0x80 : 0) |
                     (f & CODE_ASYNC_GENERATOR ? 0x200 : 0));
}

static Value code_qualname_of(Value self) {
    return code_qualname(code_of(self));
}

static Value code_varnames(Value self) {
    Code *c = code_of(self);
    return tuple_new(c->consts, c->nlocals);
}

static Value code_freevars(Value self) {
    Code *c = code_of(self);
    return tuple_new(c->consts + c->nlocals, c->nfree);
}

static const Native code_methods[] = {
    GETTER(N_co_name, code_get_name),
    GETTER(N_co_qualname, code_qualname_of),
    GETTER(N_co_filename, code_get_filename),
    GETTER(N_co_firstlineno, code_get_first_line),
    GETTER(N_co_argcount, code_get_argcount),
    GETTER(N_co_kwonlyargcount, code_get_kwonly),
    GETTER(N_co_posonlyargcount, code_get_posonly),
    GETTER(N_co_flags, code_get_flags),
    GETTER(N_co_varnames, code_varnames),
    GETTER(N_co_freevars, code_freevars),
    NATIVE_END,
};

static const Ops code_ops = {.repr = code_repr};
const Type code_type = {
    .head = {&type_type}, .name = N_code, .ops = &code_ops, .flags = TYPE_FINAL | TYPE_WEAK | TYPE_LASTING,
    .payload = sizeof(Code), .letter = 'h', .base = &object_type, .solid = &code_type,
    .methods = code_methods, .trace = code_trace};

Value code_new(const Code *header, const Value *consts, const uint8_t *bytes, size_t size) {
    size_t consts_size = header->nconsts * sizeof(Value);
    Code *c = heap_alloc(&code_type, sizeof *c + consts_size + size);
    *c = *header;
    c->head.type = &code_type;
    assert(!(c->flags & CODE_FAR) || c->nregs > 256);
    memcpy(c->consts, consts, consts_size);
    memcpy(&c->consts[c->nconsts], bytes, size);
    assert(code_cell_size(c) == sizeof *c + consts_size + size);
    return cell_value(c);
}

Code *code_without_defaults(Code *c) {
    size_t size = (size_t)((uint8_t *)c + code_cell_size(c) - code_bytes(c));
    Code *copy = code_of(code_new(c, c->consts, code_bytes(c), size));
    copy->flags &= (uint16_t)~CODE_DEFAULTS;
    return copy;
}

// ---- tables ------------------------------------------------------------------------------------

// A number in groups of 7 bits; if it is signed, the last group's top bit is its sign.
static inline uint32_t read_leb(const uint8_t **p, bool is_signed) {
    uint32_t n = 0;
    unsigned shift = 0;
    uint8_t byte;
    do {
        byte = *(*p)++;
        n |= (uint32_t)(byte & 0x7f) << shift;
        shift += 7;
    } while (byte & 0x80);
    if (is_signed && shift < 32 && (byte & 0x40)) {
        n |= ~(uint32_t)0 << shift;
    }
    return n;
}

// Where the line table is.
static const uint8_t *line_table(const Code *c) {
    const uint8_t *p = code_bytes(c) + c->code_size;
    uint32_t handlers = c->flags & CODE_HANDLERS ? read_leb(&p, false) : 0;
    return p + handlers;
}

// Reads an entry of the line table at *p, adds its lines to *line; returns the length of the run.
static uint32_t next_run(const uint8_t **p, uint32_t *line) {
    uint32_t n = read_leb(p, false);
    *line += n % 4 == 3 ? read_leb(p, true) : n % 4;
    return n / 4;
}

size_t code_cell_size(const Code *c) {
    const uint8_t *p = line_table(c);
    uint32_t line = read_leb(&p, false);
    while (next_run(&p, &line)) {
    }
    return (size_t)(p - (const uint8_t *)c);
}

uint32_t code_first_line(const Code *c) {
    const uint8_t *p = line_table(c);
    return read_leb(&p, false);
}

uint32_t code_line(const Code *c, uint32_t pc) {
    assert_hot(pc <= c->code_size);
    const uint8_t *p = line_table(c);
    uint32_t line = read_leb(&p, false), length;
    while ((length = next_run(&p, &line)) && pc >= length) {
        pc -= length;
    }
    return line;
}

static inline void read_handler(const uint8_t **p, CodeHandler *h) {
    h->start = read_leb(p, false);
    h->length = read_leb(p, false);
    h->pc = read_leb(p, false);
    h->reg = read_leb(p, false);
}

bool code_next_handler(const Code *c, const uint8_t **p, CodeHandler *handler) {
    if (!(c->flags & CODE_HANDLERS)) {
        return false;
    }
    const uint8_t *start = code_bytes(c) + c->code_size;
    uint32_t size = read_leb(&start, false);
    *p = *p ? *p : start;
    if (*p == start + size) {
        return false;
    }
    read_handler(p, handler);
    return true;
}

bool code_handler(const Code *c, uint32_t pc, CodeHandler *handler) {
    assert_hot(pc <= c->code_size);
    const uint8_t *p = code_bytes(c) + c->code_size;
    uint32_t size = c->flags & CODE_HANDLERS ? read_leb(&p, false) : 0;
    for (const uint8_t *end = p + size; p < end;) {
        read_handler(&p, handler);
        if (pc - handler->start < handler->length) {
            return true;
        }
    }
    return false;
}

const Str *code_local_name(const Code *c, unsigned r) {
    if ((c->flags & CODE_FAR) && r >= LOCALS_NEAR) {
        if (r < 256) {
            return NULL;
        }
        r -= 256 - LOCALS_NEAR;
    }
    return r < c->nlocals ? str_of(c->consts[r]) : NULL;
}

const Str *code_free_name(const Code *c, unsigned i) {
    assert(i < c->nfree);
    return str_of(c->consts[c->nlocals + i]);
}

Value code_doc(const Code *c) {
    assert(!(c->flags & CODE_DOC) || (size_t)c->nlocals + c->nfree < c->nconsts);
    return c->flags & CODE_DOC ? c->consts[c->nlocals + c->nfree] : NONE;
}

Value code_qualname(const Code *c) {
    return c->qualifier ? str_formatted("%S.%S", c->qualifier, c->name) : str_value(c->name);
}

const Str *code_name(Value code) {
    return code_of(code)->name;
}

const Str *code_filename(Value code) {
    return code_of(code)->filename;
}
