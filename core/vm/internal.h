// SPDX-License-Identifier: MIT
// internal.h: what the files of vm/ share: the loop's slow paths. Each may raise, allocate, collect
// and run user code. In all of them the current frame's pc has been saved.
#ifndef CORE_VM_INTERNAL_H
#define CORE_VM_INTERNAL_H

#include "objects/class.h"
#include "objects/exception.h"
#include "objects/method.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include "vm/opcodes.h"
#include "vm/vm.h"

// Words kept free between registers and frames, for arguments that C code pushes.
#define STACK_MARGIN 32

typedef enum { VM_RETURN, VM_YIELD, VM_RERAISE } VmStatus;
// Runs from rt.thread->frame until its entry frame returns or yields (value in *result), or
// RAISEAGAIN is met with no boundary between (exception in *result). Raises by longjmp.
VmStatus vm_loop(Value *result);
// Runs the frame just pushed (kind FRAME_ENTRY); exception: ABSENT, or one to raise there first.
VmStatus vm_run(Value exception, Value *result);

// Pushes a frame for f, whose code is not CODE_LARGE and whose parameters stand at
// regs[0..nparams). Raises RecursionError.
Frame *frame_push(Function *f, Value *regs, unsigned nparams, unsigned kind);
// The same for any code: one with far registers has them at `args`, and frame->regs above.
Frame *frame_enter(Function *f, Value *args, unsigned nparams, unsigned kind);
static inline Value *far_register(Value *regs, unsigned n) { // any register by number
    return n < 256 ? &regs[n] : &regs[255 - (ptrdiff_t)n];
}
static inline void vm_spill(Value *regs, unsigned near, unsigned far, unsigned n) {
    for (unsigned i = 0; i < n; i++) {
        *far_register(regs, far + i) = regs[near + i];
    }
}
static inline void vm_unspill(Value *regs, unsigned near, unsigned far, unsigned n) {
    for (unsigned i = 0; i < n; i++) {
        regs[near + i] = *far_register(regs, far + i);
    }
}
static inline void frame_pop(Thread *t) {
    assert_hot((Value *)(void *)(t->frame + 1) <= t->stack_end);
    t->frame++;
}

// ---- calls (enter.c)
// Enters f with the arguments at args (keyword values after them): true when a frame was pushed,
// its parameters at args; false when the call made a generator, put into *out. object: the new
// instance for FRAME_INIT, else ABSENT.
bool vm_enter_function(Function *f, size_t n, Value *args, const Tuple *kwnames, unsigned kind,
                       Value object, Value *out);
// Calls anything; args[-1] is free. true: a frame was pushed, its return ends the call; false:
// done, the result is in args[-1].
bool vm_call_other(Value callee, size_t n, Value *args, const Tuple *kwnames);
bool vm_call_spread(Value *at); // CALLEX: callee, sequence, dict or ABSENT; result in at[0]
Value vm_call_super(const Value *at); // CALLSUPER: callee, class, receiver
Value vm_call_native(const Native *f, size_t n, Value *args); // arity is checked
Value vm_run_body(Function *body, Value namespace); // a class body

// ---- names (names.c)
Value vm_load_global(const Function *f, const Str *name); // fills the cache
Value vm_load_name(Value namespace, const Function *f, const Str *name);
void vm_store_name(Value namespace, const Str *name, Value v);
void vm_delete_name(Value namespace, const Str *name);
void vm_delete_global(const Function *f, const Str *name);
_Noreturn void vm_raise_unbound(const Code *c, unsigned reg);
_Noreturn void vm_raise_unbound_free(const Function *f, unsigned index);
Value vm_load_class_free(Value namespace, const Function *f, unsigned index);
const uint8_t *vm_wide(Frame *frame, const uint8_t *pc); // runs WIDE + instruction; pc after it
Value vm_known(unsigned which);
static inline GlobalCacheLine *global_line(const Cell *context, const Str *name) {
    uintptr_t h = ((uintptr_t)context >> 4) + ((uintptr_t)name >> 4) * 3;
    return &rt.global_cache[(h ^ (h >> 9)) & (CONFIG_GLOBAL_CACHE - 1)];
}

// ---- functions (make.c)
Value vm_make_function(Frame *frame, Code *code, unsigned parts, const Value *from, const uint8_t *cells);
// Free cells of a new function from number `first` on, from n pairs of bytes (see MAKECLOSURE).
void vm_add_cells(const Frame *frame, Function *f, unsigned first, const uint8_t *pairs, unsigned n);
Value vm_import(const Function *f, const Str *name, Value fromlist, unsigned level);
Value vm_import_from(Value module, const Str *name);
void vm_import_star(const Function *f, Value module, Value namespace);
Value vm_build_interpolation(const Value *parts);
Value vm_build_template(const Value *parts, size_t n);
void vm_annotate(const Function *f, const Str *name, Value thunk);

// ---- operations (ops.c)
Value vm_binary(BinaryOp op, Value a, Value b);  // numbers first
Value vm_compare(CompareOp op, Value a, Value b);
bool vm_compare_true(CompareOp op, Value a, Value b);
Value vm_convert_format(Value v, unsigned conversion, const Str *spec);
Value vm_build_set(const Value *items, size_t n);
Value vm_build_map(const Value *pairs, size_t n);
Value vm_build_string(const Value *parts, size_t n);
void vm_get_range(Value *at, size_t n); // GETRANGE: callee and n arguments
void vm_loop_iter(Value iterable, Value *at); // LOOPITER
// The next of the bytes of LOOPITER. ABSENT at their end, or that of a list or tuple, which is then
// let go.
Value vm_step_bytes(Value *at);
// Steps an enumerate, a zip or an iterator over dict.items(): the parts of its next item go to
// out[0..n). PARTS_OTHER: its items have not n parts, or too many for this; nothing was done.
typedef enum { PARTS_OTHER, PARTS_END, PARTS_STEPPED } VmParts;
VmParts vm_step_parts(Value iterator, Value *out, size_t n);
void vm_unpack(Value v, Value *out, size_t n);
void vm_unpack_ex(Value v, Value *out, size_t before, size_t after);
void vm_unpack_far(Frame *frame, const uint8_t *pc); // runs UNPACKFAR
void vm_extend_args(List *list, Value iterable);
Value vm_getitem(Value container, Value key);
Value vm_getslice(Value container, Value start, Value stop);
void vm_setslice(Value container, Value start, Value stop, Value v);
void vm_with_enter(Value manager, bool is_async, Value *out); // exit function, result of enter
Value vm_with_exit(Value exit, Value exc);                    // exc ABSENT: none
bool vm_match_keys(Value subject, const Tuple *keys, Value *out);
Value vm_match_rest(Value subject, const Tuple *keys);
Value vm_match_class(Value subject, Value cls, unsigned npos, const Tuple *names); // None: no match

// ---- generators (generator.c)
Frame *generator_push(Generator *g, Value *regs, Value sent, unsigned kind);
void generator_save(Generator *g, Frame *frame); // at a yield
void generator_end(Generator *g);                // at return or raise
// What becomes of an exception that leaves a generator: a StopIteration turns into a RuntimeError
// (PEP 479).
Value vm_leaving_generator(const Code *c, Value exception);
bool generator_send(Value g, Value sent, Value *result); // false: ended, *result its value
bool vm_send(Value iterator, Value sent, Value *result); // the same for any iterator
Value vm_get_yield_from(const Function *f, Value v);
Value vm_get_awaitable(Value v, const char *after); // after: NULL, or "__anext__"...
Value vm_get_aiter(Value v);
Value vm_get_anext(Value v);
Value async_wrap(Value v); // value yielded by an async generator, as its driver sees it
Value vm_delegate(Value generator); // the iterator it waits for in yield from or await; ABSENT

#endif
