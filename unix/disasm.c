// SPDX-License-Identifier: MIT
// disasm.c: bytecode as text: one line per instruction, from the formats of OPCODES.
#include "unix/disasm.h"

#include "compile/emit.h"
#include "objects/protocol.h"
#include "text/str.h"
#include "vm/opcodes.h"
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

typedef struct Output {
    void (*write)(void *arg, const char *text, size_t size);
    void *arg;
} Output;

static const struct {
    const char *name, *format;
} opcodes[] = {
#define OP(name, format) {#name, format},
    OPCODES(OP)
#undef OP
};

static void put(const Output *out, const char *format, ...) {
    char line[200];
    va_list list;
    va_start(list, format);
    int n = vsnprintf(line, sizeof line, format, list);
    va_end(list);
    out->write(out->arg, line, n < (int)sizeof line ? (size_t)n : sizeof line - 1);
}

static void put_constant(const Output *out, const Code *code, unsigned index) {
    Value v = code->pool->items[index];
    if (is_exact(v, &code_type)) {
        put(out, " <%s>", code_own_name(code_of(v))->text);
        return;
    }
    const Str *text = str_of(op_repr(v));
    put(out, " %.*s", text->size < 60 ? (int)text->size : 60, text->text);
}

static void put_register(const Output *out, const Code *code, unsigned reg) {
    const Str *name = code_local_name(code, reg);
    if (name) {
        put(out, " %.60s", name->text);
    } else {
        put(out, " r%u", reg);
    }
}

static uint32_t read_number(const uint8_t *p, unsigned bytes) {
    uint32_t n = 0;
    for (unsigned i = 0; i < bytes; i++) {
        n |= (uint32_t)p[i] << (8 * i);
    }
    return n;
}

// Writes the operands of the instruction at p; returns its size. `end` is where it is in bytes.
static unsigned put_operands(const Output *out, const Code *code, const uint8_t *p, unsigned high) {
    const uint8_t *start = p;
    const char *format = opcodes[*p++].format;
    for (; *format; format++) {
        switch (*format) {
        case 'r': put_register(out, code, *p++); break;
        case 'k': put_constant(out, code, *p++ + high); break;
        case 'f': put(out, " %u", *p++ + high); break;
        case 'n': put(out, " %u", *p++); break;
        case 'i': put(out, " %d", (int8_t)*p++); break;
        case 'w':
            put_register(out, code, read_number(p, 2));
            p += 2;
            break;
        case 'j': {
            int32_t target = (int16_t)read_number(p, 2) + (int32_t)(p + 2 - code_bytes(code));
            put(out, " -> %d", (int)target);
            p += 2;
            break;
        }
        case 'J': {
            int32_t target = (int32_t)read_number(p, 4) + (int32_t)(p + 4 - code_bytes(code));
            put(out, " -> %d", (int)target);
            p += 4;
            break;
        }
        default:
            for (unsigned n = p[-1]; n; n--, p += 2) {
                put(out, p[0] ? " free%u" : " r%u", p[1]);
            }
        }
    }
    return (unsigned)(p - start);
}

static void put_header(const Output *out, const Code *code) {
    const Str *name = str_of(code_qualname(code));
    put(out, "%s (%s): %u registers, %u parameters, %u locals, %u free, flags %#x, %u+%u bytes\n",
        name->text, code_file(code)->text, code->nregs + code_far(code), code_nparams(code), code_nlocals(code),
        code_nfree(code), code->flags, (unsigned)code_size(code),
        (unsigned)(code_cell_size(code) - code_size(code)));
}

static void put_exceptions(const Output *out, const Code *code) {
    const uint8_t *p = NULL;
    CodeHandler h;
    while (code_next_handler(code, &p, &h)) {
        put(out, "    %u..%u: exception to r%u, go to %u\n", (unsigned)h.start,
            (unsigned)(h.start + h.length), (unsigned)h.reg, (unsigned)h.pc);
    }
}

static void put_instructions(const Output *out, const Code *code) {
    uint32_t line = 0;
    unsigned high = 0;
    for (uint32_t at = 0; at < code_size(code);) {
        const uint8_t *p = code_bytes(code) + at;
        uint32_t now = code_line(code, at);
        assert(*p < OPCODE_COUNT);
        if (now != line) {
            put(out, "%5u %5u  %-12s", (unsigned)now, (unsigned)at, opcodes[*p].name);
            line = now;
        } else {
            put(out, "      %5u  %-12s", (unsigned)at, opcodes[*p].name);
        }
        at += put_operands(out, code, p, high);
        high = *p == OP_CODE_WIDE ? p[1] * 256u : 0;
        put(out, "\n");
    }
}

typedef void (*Writer)(void *arg, const char *text, size_t size);

// The codes of functions made by the code, in their order.
static void put_inner(const Code *code, Writer write, void *arg) {
    unsigned high = 0;
    uint32_t size = code_size(code), field;
    for (uint32_t at = 0; at < size; at += instruction_size(code_bytes(code), at, &field)) {
        const uint8_t *p = code_bytes(code) + at;
        if (*p == OP_CODE_MAKEFUNCTION || *p == OP_CODE_MAKECLOSURE) {
            disassemble(code_of(code->pool->items[high + p[2]]), write, arg);
        }
        high = *p == OP_CODE_WIDE ? p[1] * 256u : 0;
    }
}

void disassemble(const Code *code, Writer write, void *arg) {
    if (code->flags & CODE_CHUNKS) {
        for (unsigned i = 1; i <= code_chunks(code); i++) {
            disassemble(code_of(code->pool->items[i]), write, arg);
        }
        return;
    }
    Output out = {write, arg};
    put_header(&out, code);
    put_instructions(&out, code);
    put_exceptions(&out, code);
    put_inner(code, write, arg);
}
