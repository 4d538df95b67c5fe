// SPDX-License-Identifier: MIT
// exception.h: exception objects.
#ifndef CORE_EXCEPTION_H
#define CORE_EXCEPTION_H

#include "error.h"
#include "objects/containers.h"

typedef struct Function Function;

typedef struct Exception {
    Cell head;
    Value args;       // tuple
    Value traceback;  // Traceback cell or ABSENT (None)
    Value cause, context; // ABSENT: none
    Value extra;      // dict of fields of special kinds (name, errno, value...) or ABSENT
    Value notes_spare;
    uintptr_t suppress_context;
} Exception;

typedef struct Traceback { // one entry per frame, outermost first through `next`
    Cell head;
    Function *function; // that ran: its code has the name, the file and the line
    Value next;       // inner entry or ABSENT
    uint32_t serial;  // of the activation (vm/frame.h); 0: none
    uint32_t offset;  // of the instruction, or TRACEBACK_START
} Traceback;
#define TRACEBACK_START UINT32_MAX // an exception thrown before the first instruction
extern const Type traceback_type;
uint32_t traceback_line(const Traceback *tb);

static inline bool is_exception(Value v) {
    return is_cell(v) && (cell_of(v)->type->flags & TYPE_EXCEPTION);
}
static inline Exception *exception_of(Value v) {
    assert(is_exception(v));
    return (Exception *)v.bits;
}
void exceptions_init(void); // makes the preallocated exceptions in rt.roots; at start
// Making an exception may use the memory of heap_set_emergency().
Value exception_new(const Type *type, size_t n, const Value *args);
Value exception_formatted(const Type *type, const char *format, ...);
Value exception_formatted_v(const Type *type, const char *format, va_list list);
Value exception_get_field(Value exc, const Str *name); // extra field; ABSENT if none
void exception_set_field(Value exc, const Str *name, Value v);
// cls(args...), where cls is an exception class; TypeError if that gives something else, in the words of the
// raise statement or of throw().
Value exception_instantiate(Value cls, size_t n, const Value *args, bool by_raise);
// raise X / raise X from Y: x an instance or a class; cause ABSENT: no `from`, None: from None.
_Noreturn void exception_raise(Value x, Value cause);
// Does `exc` match class or tuple of classes (except clause)? TypeError if it is not that.
bool exception_match(Value exc, Value classes);
bool exception_match_any(Value exc, size_t n, const Value *classes);
// Adds an entry for the frame it passes. Never raises: false, there was no memory for it.
bool exception_add_traceback(Value exc, Function *f, uint32_t serial, uint32_t offset);
// Of a builtin exception class: the one among it and its bases that has fields of its own (or is
// BaseException). Two that have different ones are no bases of one class.
const Type *exception_layout(const Type *builtin);
// The value of a StopIteration: args[0] or None.
Value exception_stop_value(Value exc);
void exception_add_note(Value exc, Value note); // note: a str
// Prints "Traceback (most recent call last): ..." with causes, contexts, notes and groups to
// the given writer.
typedef void (*TextWriter)(void *arg, const char *text, size_t size);
void exception_print(Value exc, TextWriter write, void *arg);
// except*: splits a group (or bare exception) by classes: matching and rest (ABSENT if none).
void exception_split(Value exc, Value classes, Value *matching, Value *rest);
// What to raise after the except* clauses of one try: the rest and what clauses raised. ABSENT if nothing.
Value exception_regroup(Value original, Value list);
// SyntaxError with its fields; offset in code points from 1; text ABSENT if not known.
_Noreturn void raise_syntax_error(const Type *type, Value filename, uint32_t line, uint32_t offset,
                                  uint32_t end_line, uint32_t end_offset, Value text,
                                  const char *format, ...);

#endif
