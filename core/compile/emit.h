// SPDX-License-Identifier: MIT
// emit.h: what the files of the emitter share.
//
// A Unit is a code under construction: growing buffers in heap cells, and the state of the walk.
// Registers: locals first, then temporaries in stack discipline (`top` is the next free one).
// An instruction may write a local only when nothing after it in the same expression can raise
// or read that local: values that take several instructions are built in a temporary.
//
// Reachability and definite assignment follow from labels: a jump merges the set of bound locals
// into its label, placing the label takes it over; while `reachable` is false nothing is emitted.
#ifndef CORE_EMIT_H
#define CORE_EMIT_H

#include "compile/compile.h"
#include "compile/scope.h"
#include "error.h"
#include "objects/containers.h"
#include "state.h"
#include "vm/code.h"
#include "vm/opcodes.h"
#include <assert.h>

enum { FAR_FIRST = 256, FAR_MOST = 65535 };

typedef struct LocalSet { // near locals
    uint32_t words[LOCALS_NEAR / 32];
} LocalSet;

// A place in the bytecode. Before it is placed, the jumps to it form a chain through their
// offset fields, and the exception entries through their handler fields.
typedef struct Label {
    uint32_t position;
    uint32_t jumps;   // position of the newest jump's offset field, 0: none
    uint32_t entries; // number + 1 of the newest exception entry, 0: none
    bool placed, used;
    LocalSet bound; // locals bound at every jump
} Label;

typedef struct ExcEntry {
    uint32_t start, end, handler, reg;
} ExcEntry;

typedef enum {
    BLOCK_LOOP,    // brk, cont
    BLOCK_TRY,     // protected statements of try/except: nothing to do on leaving
    BLOCK_FINALLY, // node: the TRY whose finally body runs on leaving
    BLOCK_HANDLER, // an exception is being handled: POPEXC reg2 on leaving
    BLOCK_NAME,    // node: the HANDLER whose name is unbound on leaving
    BLOCK_WITH,    // node: the WITH; reg2: exit function to be called on leaving
} BlockKind;

typedef struct Block {
    struct Block *outer;
    BlockKind kind;
    const Node *node;
    Label *brk, *cont;
    Label *handler; // exceptions in the range go there, into register reg; NULL: no range
    uint32_t start; // the range is open since
    unsigned reg, reg2;
} Block;

typedef struct LineRun { // the run of one line's instructions that is not in the line table yet
    uint32_t line;       // 0: nothing can raise so far
    uint32_t start;      // in the bytecode
    uint32_t lines;      // after the run before, modulo 2**32
} LineRun;

typedef struct Unit {
    Cell head;
    struct Unit *outer;                    // the unit around; in the list of spares: the next one
    Cell *code, *lines, *entries;          // buffers
    const Str *name;
    Value qualifier;       // of the unit itself; ABSENT at module level
    Value inner_qualifier; // of units inside; ABSENT until needed
    struct Compiler *compiler;
    // Not visited: the arena keeps the tree and scopes, blocks are C locals.
    Scope *unit_scope, *scope; // the unit's; the innermost, maybe a comprehension
    Block *block;
    uint32_t size, line_size, nentries; // fill of the buffers
    uint32_t code_room, line_room, entry_room;             // bytes of their cells; 0: not known
    uint32_t line, first_line;
    LineRun run;
    uint32_t raiser; // behind where the newest instruction that can raise begins
    uint16_t flags; // CodeFlags
    uint16_t npos, nposonly, nkwonly, nsets;
    uint16_t doc; // number of the docstring, with CODE_DOC
    unsigned first_temp, top, nregs;
    unsigned spill_from;       // temporaries below must stay where they are
    unsigned far_top, far_end; // next free far register; behind the last one ever used
    bool wide;                 // jumps take 32 bits
    bool overflow;             // a jump did not fit: start again with wide jumps
    bool reachable;
    bool dropped;     // statements that can't be reached were left out
    bool far;         // more locals than LOCALS_NEAR
    bool namespace;   // R(0) is the namespace of the names
    bool lasting;     // its constants are in the pool of functions
    bool may_change;  // and no unit around uses that pool
    LocalSet bound;   // locals that hold a value for sure
    LocalSet deleted; // locals that some statement unbinds
    uint16_t sets[15]; // constant indices of the names of attributes set on the first parameter
} Unit;

typedef struct Pool {
    CodePool *cell; // the constants so far; NULL: none, not even the name of the file
    Code *codes;    // the code made last: see pool.c
    Cell *index;
    uint32_t len, room; // constants, the name of the file included
    uint32_t slots;     // of the index
    uint32_t number;    // pools finished before
} Pool;

typedef struct Compiler {
    Cell head;
    Value outer; // the compiler that was running before
    Parser *parser;
    Value filename;
    List *chunks;
    Dict *globals;       // names declared global at the top, with COMPILE_NAMESPACE; or NULL
    Dict *dropped;       // what names of statements with parts that can't run are used for; or NULL
    Pool once, lasting;  // for what a module and its classes do once; for functions
    Unit *unit;          // innermost
    Unit *spare;         // units to use again
    uint32_t statements; // top-level statements so far
    bool past_futures;   // no `from __future__` may follow
    uint8_t mode;        // ParseMode
    bool namespace;
} Compiler;

// ---- units (unit.c) ----------------------------------------------------------------------------
// Opens a unit for `scope` inside the compiler's innermost one; it becomes the innermost.
Unit *unit_open(Compiler *c, Scope *scope, const Str *name, uint32_t line);
// Makes its code, frees the buffers and makes the unit around the innermost.
Value unit_close(Unit *u);
// The whole life of a unit; `body` emits it (again, with wide jumps, if it proves too long).
Value unit_build(Unit *outer, Scope *scope, const Str *name, const Node *node,
                 void (*body)(Unit *u, const Node *node));
void unit_free_spares(Compiler *c);
// Notes the names of a module's statement, some of which stand in what can't run (earlier.c).
void earlier_dropped(Compiler *c, const Scope *scope);
// For a module's unit: forgets what was emitted since the state was saved.
typedef struct UnitMark {
    uint32_t size, line_size, nentries, line;
    LineRun run;
} UnitMark;
UnitMark unit_mark(const Unit *u);
void unit_rewind(Unit *u, UnitMark mark);
Value unit_inner_qualifier(Unit *u);

// ---- constants (pool.c) ------------------------------------------------------------------------
// Number of a constant, which is added if it is not there. Raises SyntaxError when there are too many.
unsigned emit_const(Unit *u, Value constant);
unsigned emit_new_const(Unit *u, Value constant); // the same without looking for an equal one
static inline unsigned emit_name(Unit *u, const Str *name) {
    return emit_const(u, str_value(name));
}
const Value *unit_consts(Unit *u);
void pool_choose(Unit *u);               // for a new unit
// How full the pools are; forgetting what was added since; should the unit have a new pool?
typedef struct PoolMarks {
    uint32_t once, lasting, number;
    Code *once_codes, *lasting_codes;
} PoolMarks;
PoolMarks pool_marks(const Compiler *c);
void pool_rewind(Compiler *c, PoolMarks marks);
bool pool_overfull(const Unit *u, PoolMarks marks);
void pool_add_code(Unit *u, Code *code); // made from the unit
void pool_finish(Pool *p);               // gives its codes the pool and begins it anew
void pool_trace(Pool *p, Visitor *v);

// ---- instructions (emit.c) ---------------------------------------------------------------------
void emit(Unit *u, unsigned op, const unsigned *operands); // by the format of OPCODES
static inline void emit0(Unit *u, unsigned op) {
    emit(u, op, NULL);
}
static inline void emit1(Unit *u, unsigned op, unsigned a) {
    emit(u, op, &a);
}
static inline void emit2(Unit *u, unsigned op, unsigned a, unsigned b) {
    unsigned operands[] = {a, b};
    emit(u, op, operands);
}
static inline void emit3(Unit *u, unsigned op, unsigned a, unsigned b, unsigned c) {
    unsigned operands[] = {a, b, c};
    emit(u, op, operands);
}
static inline void emit4(Unit *u, unsigned op, unsigned a, unsigned b, unsigned c, unsigned d) {
    unsigned operands[] = {a, b, c, d};
    emit(u, op, operands);
}
void emit_byte(Unit *u, unsigned byte); // an operand after emit()
void emit_line(Unit *u, unsigned op);   // a line table entry before op, if it needs one
static inline void emit_move(Unit *u, unsigned to, unsigned from) {
    if (to != from) {
        emit2(u, OP_CODE_MOVE, to, from);
    }
}
void emit_load(Unit *u, unsigned reg, Value constant); // LOADC, LOADI or LOADK
static inline void at_line(Unit *u, const Node *n) { // instructions from here on belong to n
    assert(n->line > 0);
    u->line = n->line;
}
const char *opcode_format(unsigned op);
ExcEntry *emit_entry(Unit *u, uint32_t number); // an exception entry; number nentries: a new one
void emit_number(Unit *u, unsigned number); // a name behind the bytecode, in two bytes
bool emit_narrow(Unit *u, uint32_t start); // makes the names from `start` on one byte each if they fit
// Appends the exception and line table.
void emit_tables(Unit *u, CodeParts *parts);
Cell *emit_bytes_new(size_t size); // a buffer, zeroed. Raises MemoryError
void emit_bytes_at(Unit *u, uint32_t position, uint32_t value, unsigned bytes);
uint32_t emit_read_at(const Unit *u, uint32_t position, unsigned bytes);
_Noreturn void too_complex(Unit *u);
unsigned push(Unit *u);                  // a new temporary
unsigned push_many(Unit *u, unsigned n); // n consecutive ones: the first
unsigned push_far(Unit *u, unsigned n);  // n far registers; set far_top back when they are dead
static inline bool has_room(const Unit *u, unsigned n) { // for n temporaries and what they take
    return u->top + n <= 230;
}
static inline bool is_temp(const Unit *u, unsigned reg) {
    return reg >= u->first_temp;
}

// ---- labels, ranges, blocks (emit_label.c)
// --------------------------------------------------------- A jump instruction; operands a and b as
// its format says (0 where it has none).
void emit_jump(Unit *u, unsigned op, unsigned a, unsigned b, Label *label);
void place(Unit *u, Label *label);
// The start of a loop's body that only a later backward jump enters (`entered`: it can be reached).
void place_loop(Unit *u, Label *label, bool entered);
void place_handler(Unit *u, Label *label); // entry of an exception handler
// Size in bytes of the instruction at code[at]; *field: where its 16-bit offset is, or 0.
unsigned instruction_size(const uint8_t *code, uint32_t at, uint32_t *field);
void thread_jumps(Unit *u);                // jumps to jumps go to the end of the chain
void block_enter(Unit *u, Block *b);       // fields but outer and start are set; opens the range
void block_leave(Unit *u, Block *b);
// Emits what leaving all blocks inside `until` takes; then the jump follows, then block_resume.
void block_unwind(Unit *u, Block *until);
void block_resume(Unit *u, Block *until);
bool block_needs_code(const Unit *u, const Block *until);
static inline void set_bound(Unit *u, unsigned local, bool bound) {
    if (local < LOCALS_NEAR) {
        uint32_t bit = (uint32_t)1 << (local % 32);
        uint32_t *word = &u->bound.words[local / 32];
        *word = bound ? *word | bit : *word & ~bit;
    }
}
static inline bool is_bound(const Unit *u, unsigned local) {
    return local < LOCALS_NEAR && (u->bound.words[local / 32] >> (local % 32) & 1);
}

// ---- names (emit_name.c) -----------------------------------------------------------------------
int var_register(Unit *u, const Str *name); // register of a plain near local, or -1
void var_load(Unit *u, const Str *name, unsigned reg);
void var_store(Unit *u, const Str *name, unsigned reg);
void var_delete(Unit *u, const Str *name);
void var_unbind(Unit *u, const Str *name);              // `name = None; del name`
void var_check(Unit *u, const Str *name, unsigned reg); // CHECK if it may be unbound
Symbol *var_lookup(Unit *u, const Str *mangled);
// Where a unit inside finds captured variable `mangled`: kind and index for MAKECLOSURE.
unsigned var_capture(Unit *u, const Str *mangled, unsigned *index);
const Str *mangle(Unit *u, Value name);

// ---- expressions -------------------------------------------------------------------------------
unsigned expr(Unit *u, Node *n); // value in any register: a local's own, or a new temporary
void expr_to(Unit *u, Node *n, unsigned reg); // value into reg, written last
unsigned expr_temp(Unit *u, Node *n);         // value in a new temporary: its register
unsigned operand(Unit *u, Node *n,
                 const Node *later); // expr() safe against `later` (a list) changing it
unsigned operand_in(Unit *u, Node *n, const Node *later,
                    unsigned reg); // may use R(reg) if that is a temporary
void expr_discard(Unit *u, Node *n);
void cond(Unit *u, Node *n, bool when, Label *label); // jumps if the truth of n is `when`
void compare_to(Unit *u, Node *n, unsigned reg);
// The operands in the middle of a chain of comparisons take turns in two temporaries.
typedef struct Operands {
    unsigned first, turn;
} Operands;
Operands operands_pair(Unit *u, const Node *c);           // c: list of COMPARAND
unsigned operands_next(Unit *u, Operands *pair, Node *c); // the value of c, not the last one
bool small_const(const Node *n, int *value);              // an int constant of one signed byte
bool const_truth(const Node *n, bool *truth);             // a constant condition
void binary_to(Unit *u, Node *n, unsigned reg);
void bool_op_to(Unit *u, Node *n, unsigned reg);
void if_exp_to(Unit *u, Node *n, unsigned reg);
void list_to(Unit *u, Node *list, unsigned reg); // list display of a list of nodes
void tuple_to(Unit *u, Node *list, unsigned reg);
void set_to(Unit *u, Node *list, unsigned reg);
void dict_to(Unit *u, Node *list, unsigned reg);
void joined_to(Unit *u, Node *n, unsigned reg);
void template_to(Unit *u, Node *n, unsigned reg);
void subscript_to(Unit *u, Node *n, unsigned reg);
void slice_pair(Unit *u, Node *slice, unsigned reg); // start and stop into reg, reg+1
void slice_to(Unit *u, Node *n, unsigned reg);
void call_to(Unit *u, Node *n, unsigned reg);
// A call of `range` as the iterable of a loop: emits GETRANGE into base, base + 1, base + 2, the
// newest temporaries afterwards. false: it is something else.
bool call_range(Unit *u, Node *n, unsigned base);
// Calls the function in `base` with `extra` arguments after it (registers already filled) and
// those of the list; result into reg.
void call_arguments(Unit *u, Node *args, unsigned base, unsigned extra, unsigned reg);
void comprehension_to(Unit *u, Node *n, unsigned reg);
void generator_to(Unit *u, Node *n, unsigned reg);
void await_register(Unit *u, unsigned from, unsigned to); // awaits R(from)
void yield_from_loop(Unit *u, unsigned iterator, unsigned to);

// ---- functions and classes ---------------------------------------------------------------------
// R(reg) = function of `code`, whose free variables come from this unit; parts: FunctionPart bits.
void function_make(Unit *u, Value code, Scope *scope, unsigned parts, unsigned first, unsigned reg);
void lambda_to(Unit *u, Node *n, unsigned reg);
void function_stmt(Unit *u, Node *n);
void class_stmt(Unit *u, Node *n);
void type_alias_stmt(Unit *u, Node *n);
void unit_entry(Unit *u); // cells of captured locals, the namespace of annotation scopes
// R(reg) = function without parameters that evaluates the scope of (owner, role).
void annotation_thunk(Unit *u, const Node *owner, ScopeRole role, const Str *name, unsigned reg);
// In a class body: the annotation of statement n, in a branch, counts.
void annotation_executed(Unit *u, const Node *n);
// R(reg) = __annotate__ of a function or class.
void annotate_make(Unit *u, const Node *n, unsigned reg);
bool function_annotated(const Node *n);
// Calls the hidden function of the type parameters of n. Its `count` arguments stand behind
// `base`; the first is for the namespace.
void generic_call(Unit *u, Node *n, void (*body)(Unit *, const Node *), unsigned base,
                  unsigned count, unsigned reg);
void type_params_make(Unit *u, const Node *list, unsigned reg); // tuple of the type parameters
Value docstring(const Node *list); // of a body; ABSENT if none, or if it is dropped
void decorators_push(Unit *u, Node *list);
unsigned decorators_call(Unit *u, const Node *list,
                         unsigned reg);            // R(reg) behind them; the result's register
void end_flow(Unit *u, unsigned op, unsigned reg); // RETURN, RAISE...: nothing follows

// ---- statements --------------------------------------------------------------------------------
void body(Unit *u, Node *list);
void store(Unit *u, Node *target, unsigned reg);  // R(reg) into any target
void unpack(Unit *u, Node *target, unsigned reg); // tuple or list target
void delete_target(Unit *u, Node *target);
void assign_stmt(Unit *u, Node *n);
void aug_assign_stmt(Unit *u, Node *n);
void ann_assign_stmt(Unit *u, Node *n);
void while_stmt(Unit *u, Node *n);
void for_stmt(Unit *u, Node *n);
void try_stmt(Unit *u, Node *n);
void with_stmt(Unit *u, Node *n);
void match_stmt(Unit *u, Node *n);
// `for target in R(iterator)` up to the body; see emit_loop.c.
// The registers FORLOOP steps, the first of which it returns, with an iterator over `iterable`.
unsigned for_iterator(Unit *u, Node *iterable, bool is_async);
unsigned for_register(Unit *u, Node *target); // where FORLOOP puts items of that target
unsigned for_opcode(const Node *target); // FORLOOP, or FORPARTS if it is to be unpacked
void for_store(Unit *u, Node *target, unsigned item);
// Steps of `async for`: the next item into `item`; exhaustion ends up at label `done`.
void async_next(Unit *u, unsigned iterator, unsigned item, Block *guard);
// The end of a handler: restores the exception handled before and goes on raising R(exc).
void handler_cleanup(Unit *u, Label *cleanup, unsigned saved, unsigned exc);
void with_leave(Unit *u, const Block *b);

#endif
