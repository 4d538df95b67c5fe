// SPDX-License-Identifier: MIT
// error.h: raising and catching exceptions in C, size arithmetic, stack and interrupt checks.
//
// One way to raise: a function raise_xxx, which does not return. One way to catch:
//
//     Catch c;
//     if (TRY(c)) {
//         ...                    // may raise; do not return, break or goto out of here
//         catch_leave(&c);
//     } else {
//         Value exc = c.exception;  // handle it, or raise_again(exc)
//     }
//
// Locals changed inside and read after must be volatile. Message formats understand
// %s (const char *), %S (const Str *), %T (Value: its type's name), %A (the same, but None is
// None: for arguments), %V (Value: its repr), %d (int), %z (intptr_t), %c (uint32_t code point),
// %x (unsigned), %%.
#ifndef CORE_ERROR_H
#define CORE_ERROR_H

#include "value/type.h"
#include <setjmp.h>
#include <assert.h>
#include <stdarg.h>

typedef struct Frame Frame;

typedef struct Catch {
    jmp_buf buf;
    struct Catch *outer;
    Frame *frame;   // thread state to go back to
    Value *top;
    Value exception; // the one caught
} Catch;

#define TRY(c) (catch_enter(&(c)), setjmp((c).buf) == 0 || catch_landed(&(c)))
void catch_enter(Catch *c);
void catch_leave(Catch *c);
// After a jump: takes the thread's frame and stack top back to those of catch_enter.
// Returns false. (The VM, which wants the frame that raised, calls setjmp itself and looks first.)
bool catch_landed(Catch *c);

_Noreturn void raise_value(Value exception);  // an instance; sets __context__
void exception_chain(Value exception); // the one being handled becomes its __context__
_Noreturn void raise_again(Value exception);  // goes on with one that was caught: no new context
_Noreturn void raise_error(const Type *type, const char *format, ...);
_Noreturn void raise_error_v(const Type *type, const char *format, va_list list);
_Noreturn void raise_type_error(const char *format, ...);
_Noreturn void raise_value_error(const char *format, ...);
_Noreturn void raise_index_error(const char *format, ...);
_Noreturn void raise_key_error(Value key);
_Noreturn void raise_overflow(const char *format, ...);
_Noreturn void raise_zero_division(const char *format, ...);
_Noreturn void raise_runtime_error(const char *format, ...);
_Noreturn void raise_memory_error(size_t bytes); // never allocates
_Noreturn void raise_recursion_error(const char *where); // where: NULL or " while ..."
_Noreturn void raise_os_error(int error_number, Value filename); // subclass by errno; filename or ABSENT
_Noreturn void raise_stop_iteration(Value value); // value: ABSENT for none
_Noreturn void raise_attribute_error(Value object, const Str *name);
_Noreturn void raise_name_error(const Str *name);
bool exception_matches(Value exception, const Type *type);

extern const Type base_exception_type, exception_type, system_exit_type, keyboard_interrupt_type,
    generator_exit_type, stop_iteration_type, stop_async_iteration_type, arithmetic_error_type,
    floating_point_error_type, overflow_error_type, zero_division_error_type, assertion_error_type,
    attribute_error_type, buffer_error_type, eof_error_type, import_error_type,
    module_not_found_error_type, lookup_error_type, index_error_type, key_error_type,
    memory_error_type, name_error_type, unbound_local_error_type, os_error_type,
    blocking_io_error_type, child_process_error_type, connection_error_type,
    broken_pipe_error_type, connection_aborted_error_type, connection_refused_error_type,
    connection_reset_error_type, file_exists_error_type, file_not_found_error_type,
    interrupted_error_type, is_a_directory_error_type, not_a_directory_error_type,
    permission_error_type, process_lookup_error_type, timeout_error_type, reference_error_type,
    runtime_error_type, not_implemented_error_type, recursion_error_type, syntax_error_type,
    indentation_error_type, tab_error_type, system_error_type, type_error_type, value_error_type,
    unicode_error_type, unicode_decode_error_type, unicode_encode_error_type,
    unicode_translate_error_type, base_exception_group_type, exception_group_type, warning_type,
    user_warning_type, deprecation_warning_type, runtime_warning_type, syntax_warning_type,
    pending_deprecation_warning_type, future_warning_type, import_warning_type, unicode_warning_type,
    bytes_warning_type, encoding_warning_type, resource_warning_type,
    unsupported_operation_type; // io.UnsupportedOperation

// Checked size arithmetic: raises MemoryError ("... too large") on overflow.
size_t size_add(size_t a, size_t b);
size_t size_mul(size_t a, size_t b);

// C recursion: call at the top of every C function that may recurse through data or user code. It
// polls too, for Ctrl-C only: what is not deep may be shared, and have 2**200 ways through it.
void stack_check(void);
// What a call gave, so that it is no jump that ends its caller: functions that call each other without end
// then use up the C stack, and are stopped by stack_check().
static inline Value after_call(Value v) {
    volatile uintptr_t bits = v.bits;
    v.bits = bits;
    return v;
}
// Clears the free part of the C stack below the caller: frames entered later do not write all of
// their words, and what was left there would keep dead cells alive and in their places.
void stack_wipe(void);
// Every C loop whose length the program decides calls this: Ctrl-C, step limits. One test when
// nothing is pending. May raise and run user code (signal callbacks).
// poll_pending() is in state.h, beside the flag it tests, and so is poll_interrupt().
void poll_slow(void);
_Noreturn void poll_raise(void); // KeyboardInterrupt, also without memory

#endif
