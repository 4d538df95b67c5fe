// SPDX-License-Identifier: MIT
// state.h: all mutable state of the interpreter: one structure, with a per-thread part.
#ifndef CORE_STATE_H
#define CORE_STATE_H

#include "error.h"
#include "heap/heap.h"

#define SCHEDULE_DEPTH 4 // callbacks that can wait

typedef struct Module Module;

// The value stack holds registers upwards from `stack`; Frame records grow downwards from
// `stack_end`. Registers of the innermost frame and arguments pushed by C end at `top`.
typedef struct Thread {
    Value *stack, *stack_end;
    Value *top;        // first free word; C code that calls Python pushes here
    Frame *frame;      // innermost Python frame; (Frame *)stack_end if none
    Frame *frame_limit; // recursion limit: frames may not reach below
    Catch *catcher;    // innermost C boundary
    char *c_stack_base, *c_stack_limit; // the C stack may grow down to the limit
    Value exception;   // in flight between raise and catch
    Value handled;     // what sys.exception() returns; ABSENT if none
    Value result;      // return value of an iterator that just ended; ABSENT: None
} Thread;

// Attribute cache: (type or shape, name) -> where the attribute is. Cleared by the collector and
// by any change of a class. See objects/attr.h.
typedef struct AttrCacheLine {
    const void *key;   // const Type *, or Shape * for instances that have one
    const Str *name;
    Value value;       // the class attribute, if any
    uint32_t slot;     // index of the instance slot
    uint32_t kind;     // AttrKind
} AttrCacheLine;

// Global-name cache: (a function's context, name) -> entry of the globals' dict; self-verifying (the
// entry's key must be name); or for names found in builtins the value, which is valid while
// version == rt.namespace_version.
typedef struct GlobalCacheLine {
    const Cell *context;
    const Str *name;
    Value found;       // the dict, or the builtin's value
    uint32_t index;    // of the entry in the dict
    uint32_t version;  // 0: found is the dict
} GlobalCacheLine;

// Each field is a Value or a pointer to a cell: the collector visits them as an array of words.
typedef struct Roots {
    Value modules;        // sys.modules: dict
    Value path, argv;     // lists
    Value main_module;    // __main__
    Value builtins;       // module; its dict holds what programs add to builtins
    Value sys_module;
    Value standard_in, standard_out, standard_err;
    Value interned_spare; // reserved
    Value scheduled[2 * SCHEDULE_DEPTH]; // micropython.schedule(): functions and their arguments
    Value memory_error;   // preallocated MemoryError
    Value spare_error; // preallocated, for those that need no memory
    Value exit_callback;  // sys.atexit
    Value random_state;
    Value os_environ;
    Value ps1, ps2;
    Value last_value;     // last exception at top level
    Value compiler;       // the running Compiler's cell, if any
    Value finalizers;     // weakref.finalize objects that are alive: dict, oldest first
    Value gc_callbacks;   // gc.callbacks: a list, once asked for
    Value settrace_spare;
    Value warnings_seen;
    Value repr_running;   // objects whose repr is being made: a list, once asked for
    Value original_out, original_in, original_err; // sys.__stdout__ and so on
    Value port_out;       // the stream whose text print() gives to port_write(); ABSENT once it is closed
} Roots;

typedef struct State {
    Heap heap;
    Roots roots;
    Thread *thread;       // the running one
    Thread main_thread;
    struct InternTable {  // weak set of interned strings on the heap, open addressing
        Cell *table;      // internal cell of block numbers; its entries are not visited
        uint32_t capacity, used;
    } intern;
    volatile uint32_t attention; // nonzero: something for poll_slow() to do
    volatile bool interrupt;     // Ctrl-C is pending
    volatile uintptr_t stack_stop; // stack_check() raises below: c_stack_limit, or everywhere
                                 // while a Ctrl-C pends
    bool interrupted;            // one was raised since poll_hold()
    bool interrupt_off;          // micropython.kbd_intr(-1): Ctrl-C does nothing
    uint8_t scheduled_first, scheduled_count; // those of roots.scheduled that wait: a ring
    bool in_scheduled;           // one is running: no other starts
    uint32_t attr_turns;         // counts hits at second places of the attribute cache
    uint32_t namespace_version;  // bumped when a watched dict gains or loses a key; never 0
    uint8_t optimise;            // -O level
    bool unsafe_off;
    uint32_t recursion_limit;
    uint32_t frame_serial;       // the last one given out: see vm/frame.h
    uint32_t digits_limit;       // of ints in decimal text; 0: none
    uint64_t random_words[4];
    AttrCacheLine attr_cache[CONFIG_ATTR_CACHE];
    GlobalCacheLine global_cache[CONFIG_GLOBAL_CACHE];
} State;

extern State rt;

static inline void poll_pending(void) {
    if (UNLIKELY(rt.attention)) {
        poll_slow();
    }
}

// The same for a loop over memory that the program could change or give back: raises for Ctrl-C
// and runs nothing.
static inline void poll_interrupt(void) {
    if (UNLIKELY(rt.interrupt)) {
        poll_raise();
    }
}
// Makes a Ctrl-C pend. Also for signal handlers.
static inline void interrupt_set(void) {
    rt.interrupt = true;
    rt.attention = 1;
    rt.stack_stop = UINTPTR_MAX;
}
void interrupt_clear(void); // none pends, unless another one comes meanwhile
// What C code catches and drops must not be a Ctrl-C: this makes one pend again.
void poll_dropped(Value exception);
// Around Python code whose exceptions are only reported: a Ctrl-C that pends already is not for it.
bool poll_hold(void);
void poll_release(bool held);
// Bytes that copying and scanning get through in a few milliseconds, between two polls.
#define POLL_BYTES ((size_t)1 << 20)
// memcpy() with polls: `to` must be memory that nobody misses when Ctrl-C ends the copying.
void poll_copy(void *to, const void *from, size_t size);
void poll_fill(void *to, uint8_t byte, size_t size); // memset() likewise
// Has f(arg) called by poll_slow() soon; false if too many wait already. Allocates nothing.
bool state_schedule(Value f, Value arg);

// Memory a port gives to the interpreter.
typedef struct StateMemory {
    void *heap;
    size_t heap_bytes;
    Value *stack;
    size_t stack_words;
    char *c_stack_base;   // an address near the top of the C stack
    size_t c_stack_bytes; // how much of it may be used
} StateMemory;

// Sets up everything; false if the heap is too small.
bool state_init(const StateMemory *memory);
// The program ends: runs what weakref.finalize() has registered, then each __del__. Raises nothing.
void state_finish(void);
// Runs what collections have made due: callbacks of weak references, __del__, gc.callbacks. What
// they raise is reported on stderr. Raises nothing.
void state_run_due(void);
void weakref_run_callbacks(void); // modules/weakref.c
void weakref_run_at_exit(void);   // modules/weakref_finalize.c
void gc_report_collections(void); // modules/gc.c
void state_visit_roots(Visitor *visitor);
void state_set_recursion_limit(uint32_t frames);

#endif
