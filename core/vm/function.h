// SPDX-License-Identifier: MIT
// function.h: functions, cells (captured variables), frames, generators: what the loop runs on.
#ifndef CORE_FUNCTION_H
#define CORE_FUNCTION_H

#include "objects/containers.h"
#include "vm/code.h"

typedef struct CellVar { // a captured variable
    Cell head;           // cell_type
    Value content;       // ABSENT: unbound
} CellVar;
extern const Type cell_type;

// Rarely needed parts of a function.
typedef struct FunctionExtra {
    Cell head;
    Dict *globals;
    Value defaults;    // as in Function
    Value kwdefaults;  // dict or ABSENT
    Value annotate;    // function or ABSENT
    Value annotations; // dict or ABSENT
    Value dict;        // user attributes or ABSENT
    Value name, qualname, doc, module; // where assigned; else ABSENT
    Value type_params;
} FunctionExtra;
extern const Type function_extra_type;

// 16 bytes on 32-bit targets with one free variable, or none.
typedef struct Function {
    Cell head;
    Code *code;
    Cell *context;   // the Dict of its globals, or a FunctionExtra, which has it then
    Value free[];    // code_nfree(code) CellVars; with CODE_DEFAULTS also a tuple of
                     // defaults, ABSENT, or the only default itself if that is no tuple
} Function;

static inline unsigned function_slots(const Code *c) { // length of free[]
    return code_nfree(c) + !!(c->flags & CODE_DEFAULTS);
}

// Activation record of a Python function. Frames grow down from the end of the value stack.
// regs[code->nregs] words belong to the frame, and code_far(code) words below.
struct Frame {
    Value *regs;
    const uint8_t *pc;   // the instruction being run or the call being waited for
    Function *function;
    Value object;        // the generator it runs for; with FRAME_INIT the new instance; or ABSENT
    uintptr_t kind;      // FrameKind, and above FRAME_KIND_BITS the serial number (frame.h) or 0
};
enum FrameKind {
    FRAME_CALL,   // called from the loop: the result goes to operand a of the caller's call
    FRAME_ENTRY,  // called from C: leaving it leaves vm_run
    FRAME_INIT,   // __init__ run by a class call from the loop: the result is `object`
    FRAME_FORLOOP, // a generator stepped by FORLOOP
};
enum { FRAME_KIND_BITS = 8 };
static inline enum FrameKind frame_kind(const struct Frame *frame) {
    return (enum FrameKind)(uint8_t)frame->kind;
}

typedef enum { GEN_CREATED, GEN_SUSPENDED, GEN_RUNNING, GEN_CLOSED } GeneratorState;
enum {
    GEN_HANDLING = 1,      // it is in a handler of its own
    GEN_ASYNC_RUNNING = 2, // one of its awaitables has been begun and not ended (coroutine.c)
    GEN_ASYNC_CLOSED = 4,  // aclose() was begun, or an awaitable ended with StopAsyncIteration
};
typedef struct Generator { // generator_type, coroutine_type, async_generator_type
    Cell head;
    Function *function;
    Value handled;      // exception it is handling while suspended; ABSENT
    uint32_t pc;        // offset of the instruction it is suspended at
    uint8_t state;
    uint8_t flags;      // GEN_HANDLING ...
    uint16_t nregs;
    Value regs[]; // the far ones first
} Generator;

static inline Function *function_of(Value v) {
    assert_hot(is_exact(v, &function_type));
    return (Function *)v.bits;
}
static inline Generator *generator_of(Value v) { // of any of the three types
    assert_hot(is_exact(v, &generator_type) || is_exact(v, &coroutine_type) ||
               is_exact(v, &async_generator_type));
    return (Generator *)v.bits;
}
static inline CellVar *cell_var_of(Value v) {
    assert_hot(is_exact(v, &cell_type));
    return (CellVar *)v.bits;
}
static inline Dict *function_globals(const Function *f) {
    return f->context->type == &function_extra_type ? ((const FunctionExtra *)f->context)->globals
                                                    : (Dict *)f->context;
}
Value function_new(Code *code, Dict *globals);
FunctionExtra *function_extra(Function *f); // made if needed; may allocate
Value function_defaults(Function *f); // tuple or ABSENT; may allocate
void function_set_defaults(Function *f, Value v); // a tuple or ABSENT; may allocate
// Another function of the same code, globals and captured variables. May allocate.
Function *function_copy(const Function *f);
Value function_kwdefaults(const Function *f); // dict or ABSENT
// Arranges a call's arguments as the function's parameters. args[0..n) are positional, keyword
// values follow, names in kwnames (may be NULL). The parameters are written to out, which may be
// args itself. Returns how many there are. Raises TypeError as CPython does.
unsigned function_bind(const Function *f, size_t n, Value *args, const Tuple *kwnames, Value *out);
// A suspended generator (coroutine ...) for a call whose parameters stand at params.
Value generator_new(Function *f, const Value *params);
Value cellvar_new(Value content);
void cellvar_set(Value cell, Value v);

#endif
