// SPDX-License-Identifier: MIT
// hooks.h: sys.displayhook, sys.excepthook, sys.unraisablehook: who gets the values of statements at
// the prompt, and the exceptions that nothing handles.
//
// Each is looked up when it is needed: what a program assigned, else the one from hooks.c, which is
// sys.__displayhook__ and so on too. These write to sys.stderr (displayhook to sys.stdout).
#ifndef CORE_HOOKS_H
#define CORE_HOOKS_H

#include "objects/class.h"

// The value of a statement at the prompt. Runs user code, may raise.
void hook_display(Value v);
// An exception that ends the program or the prompt's statement, and no SystemExit. A hook that fails
// is reported with the exception that it was called for. Gives the SystemExit that the hook raised
// or ABSENT. Raises nothing.
Value hook_except(Value exc);
// An exception that can't be passed on: "Exception ignored <doing> <what>:" (doing: "while calling
// deallocator") and its traceback.
// Raises nothing.
void hook_unraisable(const char *doing, Value what, Value exc);
// Prints an exception on sys.stderr, or on the port's if that fails. Raises nothing.
void hook_print(Value exc);

// The functions of sys behind them.
Value hooks_display(Value v);
Value hooks_except(size_t n, const Value *args); // type, value, traceback
Value hooks_unraisable(Value v);

#endif
