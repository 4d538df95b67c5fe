// SPDX-License-Identifier: MIT
// code.h: compiled code: one immutable, position-independent cell.
//
//   header | constants | bytecode | exception table | line table
//
// Constants: the names of the nlocals locals (register i, see LOCALS_NEAR for far ones), then the
// names of the nfree free variables, then everything else (with CODE_DOC the docstring first).
// Exception table: entries of four ULEB128 numbers (start, length, handler, register), inner
// entries before outer ones: an exception raised by an instruction that begins in
// [start, start + length) is put into the register and the handler entered.
// Line table: pairs (ULEB128 pc delta, SLEB128 line delta), starting at pc 0 and first_line.
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
    // A call of a function with one of these is more than a frame with its arguments.
    CODE_SPECIAL = CODE_VARARGS | CODE_VARKW | CODE_GENERATOR | CODE_COROUTINE |
                   CODE_ASYNC_GENERATOR | CODE_NAMESPACE | CODE_FAR | CODE_CHUNKS,
    CODE_SETS = 4096, // times the number of attributes (15: or more) it sets on its first parameter
};

typedef struct Code {
    Cell head;
    const Str *name;
    const Str *qualifier; // qualname is qualifier + "." + name; NULL: qualname is name
    const Str *filename;
    uint16_t nregs;       // registers, temporaries and far locals included
    uint16_t nlocals, nconsts, flags;
    uint16_t npos;        // positional parameters, positional-only ones included
    uint16_t nkwonly;
    uint16_t nposonly;
    uint16_t nfree;
    uint32_t code_size, exc_size, line_size; // bytes
    uint32_t first_line;
    Value consts[];
} Code;

static inline const uint8_t *code_bytes(const Code *c) {
    return (const uint8_t *)&c->consts[c->nconsts];
}
static inline unsigned code_far(const Code *c) { // number of far registers (see opcodes.h)
    assert_hot(!(c->flags & CODE_FAR) || c->nregs > 256);
    return c->flags & CODE_FAR ? c->nregs - 256u : 0;
}
static inline unsigned code_sets(const Code *c) {
    return c->flags / CODE_SETS;
}
static inline Code *code_of(Value v) {
    assert_hot(is_exact(v, &code_type));
    return (Code *)v.bits;
}
static inline unsigned code_nparams(const Code *c) { // registers filled by a call
    return c->npos + c->nkwonly + !!(c->flags & CODE_VARARGS) + !!(c->flags & CODE_VARKW);
}
// A new code cell from a filled header (head and sizes set but no arrays), constants and bytes
// (bytecode, exception table, line table concatenated). Raises MemoryError.
Value code_new(const Code *header, const Value *consts, const uint8_t *bytes);
Code *code_without_defaults(Code *c); // a copy without CODE_DEFAULTS. Raises MemoryError
uint32_t code_line(const Code *c, uint32_t pc);
// Finds the handler for an exception raised at pc. False if none.
bool code_handler(const Code *c, uint32_t pc, uint32_t *handler, uint32_t *reg);
// Name of the local in register r, or NULL for temporaries.
const Str *code_local_name(const Code *c, unsigned r);
const Str *code_free_name(const Code *c, unsigned i);
Value code_doc(const Code *c);      // None without docstring
Value code_qualname(const Code *c); // str; may allocate
const Str *code_name(Value code);
const Str *code_filename(Value code);

#endif
