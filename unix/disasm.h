// SPDX-License-Identifier: MIT
// disasm.h: bytecode as text, for -vv.
#ifndef UNIX_DISASM_H
#define UNIX_DISASM_H

#include "vm/code.h"

// Writes a line per instruction, and the codes among the constants after it.
void disassemble(const Code *code, void (*write)(void *arg, const char *text, size_t size), void *arg);

#endif
