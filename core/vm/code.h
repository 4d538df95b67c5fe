// SPDX-License-Identifier: MIT
// code.h: compiled code: one immutable, position-independent cell.
//
//   header | bytecode | names | exception table (with CODE_HANDLERS) | line table
//
// The constants are in a cell of their own, a CodePool, which the codes of a module share: a name
// that many functions use is there once. Item 0 is the name of the file. What a module and its
// classes do once has a pool that goes with them.
// Names: numbers of constants, one byte each: the code's name; what qualifies it (qualname is that
// + "." + name), or 0: nothing does; the nlocals locals (register i, see LOCALS_NEAR for far ones);
// the nfree free variables; with CODE_DOC the docstring; then, no constants but numbers themselves,
// with CODE_POSONLY the number of positional-only parameters, with CODE_KWONLY that of keyword-only
// ones.
// With CODE_LARGE what does not fit the header stands between it and the bytecode, as CodeLarge,
// and the names are two bytes each.
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
    CODE_FAR = 64, // has far registers, which only CODE_LARGE can say
    CODE_DOC = 128,
    CODE_CHUNKS = 256,
    CODE_CLASS_BODY = 512,
    CODE_NESTED = 1024, // inside a function: qualname has "<locals>" before it
    CODE_DEFAULTS = 2048, // functions have a slot for the defaults of positional parameters
    CODE_HANDLERS = 4096,
    CODE_KWONLY = 8192,
    CODE_POSONLY = 16384,
    CODE_LARGE = 32768,
    // A call of a function with one of these is more than a frame with its arguments.
    CODE_SPECIAL = CODE_VARARGS | CODE_VARKW | CODE_GENERATOR | CODE_COROUTINE |
                   CODE_ASYNC_GENERATOR | CODE_NAMESPACE | CODE_FAR | CODE_CHUNKS | CODE_KWONLY | CODE_LARGE,
};
enum { CODE_MOST = (1 << 28) - 1 }; // bytes of bytecode

typedef struct CodePool {
    Cell head;
    Value items[]; // the name of the file, then the constants; the cell may have room for more
} CodePool;

typedef struct Code {
    Cell head;
    CodePool *pool; // while the compiler is at work on it: the code made before, or NULL
    uint16_t flags;
    uint16_t size; // of the bytecode
    uint8_t nregs; // near registers, temporaries included
    uint8_t nlocals;
    uint8_t npos;  // positional parameters, positional-only ones included
    uint8_t nfree : 4;
    uint8_t sets : 4; // how many attributes (15: or more) it sets on its first parameter
    uint8_t bytes[];
} Code;
#define CODE_HEADER offsetof(Code, bytes)

enum { NAME_OWN, NAME_QUALIFIER, NAME_LOCALS }; // the first names

typedef struct CodeLarge { // in place of the fields of the same names
    uint16_t nlocals, npos, nfree;
    uint16_t size_high; // 16 more bits of the size
    uint16_t far;       // number of far registers; with CODE_CHUNKS that of the codes
} CodeLarge;

static inline const CodeLarge *code_large(const Code *c) {
    assert_hot(c->flags & CODE_LARGE);
    return (const CodeLarge *)(const void *)c->bytes;
}
static inline const uint8_t *code_bytes(const Code *c) {
    return c->bytes + (c->flags & CODE_LARGE ? sizeof(CodeLarge) : 0);
}
static inline uint32_t code_size(const Code *c) { // bytes of bytecode
    return c->size | (c->flags & CODE_LARGE ? (uint32_t)code_large(c)->size_high << 16 : 0);
}
static inline unsigned code_nlocals(const Code *c) {
    return c->flags & CODE_LARGE ? code_large(c)->nlocals : c->nlocals;
}
static inline unsigned code_npos(const Code *c) {
    return c->flags & CODE_LARGE ? code_large(c)->npos : c->npos;
}
static inline unsigned code_nfree(const Code *c) {
    return c->flags & CODE_LARGE ? code_large(c)->nfree : c->nfree;
}
static inline unsigned code_chunks(const Code *c) { // how many codes it consists of
    return c->flags & CODE_CHUNKS ? code_large(c)->far : 0;
}
static inline unsigned code_far(const Code *c) { // number of far registers (see opcodes.h)
    return c->flags & CODE_FAR ? code_large(c)->far : 0;
}
static inline Code *code_of(Value v) {
    assert_hot(is_exact(v, &code_type));
    return (Code *)v.bits;
}
unsigned code_count(const Code *c, bool kwonly); // of the two below, with CODE_POSONLY or CODE_KWONLY
static inline unsigned code_nposonly(const Code *c) { // positional-only parameters
    return c->flags & CODE_POSONLY ? code_count(c, false) : 0;
}
static inline unsigned code_nkwonly(const Code *c) { // keyword-only parameters
    return c->flags & CODE_KWONLY ? code_count(c, true) : 0;
}
static inline unsigned code_nparams(const Code *c) { // registers filled by a call
    return code_npos(c) + code_nkwonly(c) + !!(c->flags & CODE_VARARGS) +
           !!(c->flags & CODE_VARKW);
}
typedef struct CodeParts { // what a code is made of
    uint16_t flags, nregs, far, nlocals, npos, nfree, sets;
    uint32_t code_size;   // of the bytecode
    const uint8_t *bytes; // bytecode, names and tables
    size_t size;          // of all these
} CodeParts;
bool code_needs_large(const CodeParts *parts); // more than fits the header
// A new code that has no pool yet: its type is internal until code_finish() gives it one. Raises
// MemoryError.
Code *code_new(const CodeParts *parts);
void code_finish(Code *c, CodePool *pool);
bool code_is_whole(const Code *c); // false: the memory of a dead code or its pool was given back
CodePool *code_pool_new(size_t items); // all ABSENT. Raises MemoryError
Code *code_without_defaults(Code *c); // a copy without CODE_DEFAULTS. Raises MemoryError
size_t code_cell_size(const Code *c); // bytes, tables included
uint32_t code_first_line(const Code *c);
uint32_t code_line(const Code *c, uint32_t pc);
uint32_t code_line_or_first(const Code *c, uint32_t pc); // the first one for a pc beyond the end
typedef struct CodeLine { // a run of instructions of one line: [start, end) in the bytecode
    uint32_t start, end, line;
} CodeLine;
// Reads the run at *p, which goes to the next one; it is NULL at first. False at the end.
bool code_next_line(const Code *c, const uint8_t **p, CodeLine *line);
typedef struct CodeHandler { // an entry of the exception table
    uint32_t start, length, pc, reg;
} CodeHandler;
// Finds the handler for an exception raised at pc. False if none.
bool code_handler(const Code *c, uint32_t pc, CodeHandler *handler);
// Reads the entry at *p, which goes to the next one; it is NULL at first. False at the end.
bool code_next_handler(const Code *c, const uint8_t **p, CodeHandler *handler);
static inline const Str *code_file(const Code *c) {
    return (const Str *)c->pool->items[0].bits;
}
const Str *code_own_name(const Code *c);
const Str *code_qualifier(const Code *c); // NULL: none
intptr_t code_find_local_in_large(const Code *c, unsigned first, unsigned end, const Str *name);
// Number of the local of that name among those from `first` up to `end`, or -1.
static inline intptr_t code_find_local(const Code *c, unsigned first, unsigned end,
                                       const Str *name) {
    if (c->flags & CODE_LARGE) {
        return code_find_local_in_large(c, first, end, name);
    }
    const uint8_t *names = c->bytes + c->size + NAME_LOCALS;
    const Value *items = c->pool->items;
    for (unsigned i = first; i < end; i++) {
        if (same(items[names[i]], cell_value(name))) {
            return i;
        }
    }
    return -1;
}
const Str *code_local(const Code *c, unsigned i); // name of local i, i < nlocals
// Name of the local in register r, or NULL for temporaries.
const Str *code_local_name(const Code *c, unsigned r);
const Str *code_free_name(const Code *c, unsigned i);
Value code_doc(const Code *c);      // None without docstring
Value code_qualname(const Code *c); // str; may allocate
typedef struct CodeNames {
    const Str *file, *name, *qualifier; // interned; qualifier NULL: none
    uint32_t first_line;
} CodeNames;
// A copy under other names, with its own constants; not of one with CODE_CHUNKS. Raises MemoryError,
// OverflowError.
Code *code_renamed(const Code *c, const CodeNames *names);
void code_trace(Cell *code, Visitor *v);
const Str *code_name(Value code);
const Str *code_filename(Value code);

#endif
