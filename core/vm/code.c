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
_Static_assert(sizeof(Code) == 64, "size of a code header");
#else
_Static_assert(sizeof(Code) == 48, "size of a code header");
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
                         (intptr_t)c->first_line);
}

static Value code_get_name(Value self) {
    return str_value(code_of(self)->name);
}

static Value code_get_filename(Value self) {
    return str_value(code_of(self)->filename);
}

static Value code_get_first_line(Value self) {
    return int_value((intptr_t)code_of(self)->first_line);
}

static Value code_get_argcount(Value self) {
    return int_value(code_of(self)->npos);
}

static Value code_get_kwonly(Value self) {
    return int_value(code_of(self)->nkwonly);
}

static Value code_get_posonly(Value self) {
    return int_value(code_of(self)->nposonly);
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

Value code_new(const Code *header, const Value *consts, const uint8_t *bytes) {
    size_t consts_size = header->nconsts * sizeof(Value);
    size_t size = (size_t)header->code_size + header->exc_size + header->line_size;
    Code *c = heap_alloc(&code_type, sizeof *c + consts_size + size);
    *c = *header;
    c->head.type = &code_type;
    assert(!(c->flags & CODE_FAR) || c->nregs > 256);
    memcpy(c->consts, consts, consts_size);
    memcpy(&c->consts[c->nconsts], bytes, size);
    return cell_value(c);
}

Code *code_without_defaults(Code *c) {
    Code *copy = code_of(code_new(c, c->consts, code_bytes(c)));
    copy->flags &= (uint16_t)~CODE_DEFAULTS;
    return copy;
}

// A number in groups of 7 bits; if it is signed, the last group's top bit is its sign.
static uint32_t read_leb(const uint8_t **p, bool is_signed) {
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

uint32_t code_line(const Code *c, uint32_t pc) {
    assert_hot(pc <= c->code_size);
    const uint8_t *p = code_bytes(c) + c->code_size + c->exc_size, *end = p + c->line_size;
    uint32_t at = 0, line = c->first_line;
    while (p < end) {
        at += read_leb(&p, false);
        if (at > pc) {
            break;
        }
        line += read_leb(&p, true);
    }
    return line;
}

bool code_handler(const Code *c, uint32_t pc, uint32_t *handler, uint32_t *reg) {
    assert_hot(pc <= c->code_size);
    const uint8_t *p = code_bytes(c) + c->code_size, *end = p + c->exc_size;
    while (p < end) {
        uint32_t start = read_leb(&p, false), length = read_leb(&p, false);
        *handler = read_leb(&p, false);
        *reg = read_leb(&p, false);
        if (pc - start < length) {
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
