// SPDX-License-Identifier: MIT
// code.h: compiled code: one immutable, position-independent cell.
//
//   header | constants | bytecode | exception table (with CODE_HANDLERS) | line table
//
// Constants: the names of the nlocals locals (register i, see LOCALS_NEAR for far ones), then the
// names of the nfree free variables, then everything else: with CODE_DOC the docstring first, with
// CODE_KWONLY the number of keyword-only parameters last, with CODE_POSONLY the number of
// positional-only ones last or before it.
// Exception table: its size in bytes, then entries of four numbers (start, length, handler,
// register), inner entries before outer ones: an exception raised by an instruction that begins in
// [start, start + length) is put into the register and the handler entered.
// Line table: the first line, then entries n, one for each run of instructions of one line: it is
// n % 4 lines after the run before, or with remainder 3 as many as the SLEB128 number that follows
// says; the run is n / 4 bytes long, the last one 0: to the end. All other numbers are ULEB128.
// A module is one code with CODE_CHUNKS: its constants are the codes to run one after the other
// (the last one's RETURN value counts for eval).
#ifndef CORE_CODE_H
#define CORE_CODE_H

#include "value/type.h"

enum CodeFlags {
    CODE_VARARGS = 1,
    CODE_VARKW = 2,
    CODE_GENERATOR = 4,
    CODE_COROUTINE = 8,
    CODE_ASYNC_GENERATOR = 16,
    CODE_NAMESPACE = 32, // R(0) is the namespace (class bodies; exec and eval): one hidden parameter
    CODE_FAR = 64, // has far registers: nregs is 256 + their number
    CODE_DOC = 128,
    CODE_CHUNKS = 256,
    CODE_CLASS_BODY = 512,
    CODE_NESTED = 1024, // inside a function: qualname has "<locals>" before it
    CODE_DEFAULTS = 2048, // functions have a slot for the defaults of positional parameters
    CODE_HANDLERS = 4096,
    CODE_KWONLY = 8192,
    CODE_POSONLY = 16384,
    // A call of a function with one of these is more than a frame with its arguments.
    CODE_SPECIAL = CODE_VARARGS | CODE_VARKW | CODE_GENERATOR | CODE_COROUTINE |
                   CODE_ASYNC_GENERATOR | CODE_NAMESPACE | CODE_FAR | CODE_CHUNKS | CODE_KWONLY,
};
enum { CODE_MOST = (1 << 28) - 1 }; // bytes of bytecode

typedef struct Code {
    Cell head;
    const Str *name;
    const Str *qualifier; // qualname is qualifier + "." + name; NULL: qualname is name
    const Str *filename;
    uint16_t nregs;       // registers, temporaries and far locals included
    uint16_t nlocals, nconsts, flags;
    uint16_t npos; // positional parameters, positional-only ones included
    uint16_t nfree;
    uint32_t code_size : 28; // bytes
    uint32_t sets : 4;       // how many attributes (15: or more) it sets on its first parameter
    Value consts[];
} Code;

static inline const uint8_t *code_bytes(const Code *c) {
    return (const uint8_t *)&c->consts[c->nconsts];
}
static inline unsigned code_far(const Code *c) { // number of far registers (see opcodes.h)
    assert_hot(!(c->flags & CODE_FAR) || c->nregs > 256);
    return c->flags & CODE_FAR ? c->nregs - 256u : 0;
}
static inline Code *code_of(Value v) {
    assert_hot(is_exact(v, &code_type));
    return (Code *)v.bits;
}
static inline unsigned code_nkwonly(const Code *c) { // keyword-only parameters
    return c->flags & CODE_KWONLY ? (unsigned)int_of(c->consts[c->nconsts - 1]) : 0;
}
static inline unsigned code_nposonly(const Code *c) { // positional-only parameters
    unsigned last = c->flags & CODE_KWONLY ? 2 : 1;
    return c->flags & CODE_POSONLY ? (unsigned)int_of(c->consts[c->nconsts - last]) : 0;
}
static inline unsigned code_nparams(const Code *c) { // registers filled by a call
    return c->npos + code_nkwonly(c) + !!(c->flags & CODE_VARARGS) + !!(c->flags & CODE_VARKW);
}
// A new code cell from a filled header (sizes but no arrays), constants and `size` bytes (bytecode,
// exception table, line table concatenated). Raises MemoryError.
Value code_new(const Code *header, const Value *consts, const uint8_t *bytes, size_t size);
Code *code_without_defaults(Code *c); // a copy without CODE_DEFAULTS. Raises MemoryError
size_t code_cell_size(const Code *c); // bytes, tables included
uint32_t code_first_line(const Code *c);
uint32_t code_line(const Code *c, uint32_t pc);
typedef struct CodeHandler { // an entry of the exception table
    uint32_t start, length, pc, reg;
} CodeHandler;
// Finds the handler for an exception raised at pc. False if none.
bool code_handler(const Code *c, uint32_t pc, CodeHandler *handler);
// Reads the entry at *p, which goes to the next one; it is NULL at first. False at the end.
bool code_next_handler(const Code *c, const uint8_t **p, CodeHandler *handler);
// Name of the local in register r, or NULL for temporaries.
const Str *code_local_name(const Code *c, unsigned r);
const Str *code_free_name(const Code *c, unsigned i);
Value code_doc(const Code *c);      // None without docstring
Value code_qualname(const Code *c); // str; may allocate
const Str *code_name(Value code);
const Str *code_filename(Value code);

#endif
