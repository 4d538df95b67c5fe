// SPDX-License-Identifier: MIT
// vm.h: running code.
#ifndef CORE_VM_H
#define CORE_VM_H

#include "vm/function.h"

// Calls a Python function with arguments (keyword values after the n positional ones).
Value function_call(Value f, size_t n, const Value *args, const Tuple *kwnames);
// Runs a code made by compile_source. locals: ABSENT (the globals) or any mapping.
Value code_run(Value code, Dict *globals, Value locals);
// The same for code that nobody else holds: its chunks are dropped as they are run.
Value code_run_once(Value code, Dict *globals);
// Globals of the innermost Python frame, or of __main__.
Dict *vm_globals(void);
// Builtins of exec, eval, compile, globals, locals, __import__, __build_class__.
Value builtin_exec(size_t n, const Value *args, const Tuple *kwnames);
Value builtin_eval(size_t n, const Value *args, const Tuple *kwnames);
Value builtin_compile(size_t n, const Value *args, const Tuple *kwnames);
Value builtin_globals(void);
Value builtin_locals(void);
Value builtin_import(size_t n, const Value *args, const Tuple *kwnames);
Value builtin_build_class(size_t n, const Value *args, const Tuple *kwnames);
// Import: the module of that absolute dotted name (the last one, not the top package).
Value import_module(const Str *name);
// Runs the main program: a file, text, or module name, as __main__.
Value vm_run_file(const char *path);

#endif
