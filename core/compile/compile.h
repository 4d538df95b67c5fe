// SPDX-License-Identifier: MIT
// compile.h: source to code.
#ifndef CORE_COMPILE_H
#define CORE_COMPILE_H

#include "compile/parser.h"

enum {
    COMPILE_NAMESPACE = 1, // names at the top go through R(0) (exec, eval, compile(), the prompt's exec)
};

// Compiles all of the reader's text, one top-level statement at a time, and closes the reader.
// Result: a Code; raises SyntaxError, MemoryError, RecursionError... Peak memory: the result
// plus the tree of the largest statement.
Value compile_source(Reader *reader, Value filename, ParseMode mode, unsigned flags);

#endif
