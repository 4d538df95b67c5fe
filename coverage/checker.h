// SPDX-License-Identifier: MIT
// checker.h: what checker.c asks of the memory checker that a build is made for. One file per tool
// implements these: checker_valgrind.c, checker_asan.c, checker_msan.c.
#ifndef COVERAGE_CHECKER_H
#define COVERAGE_CHECKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

void tool_heap(void *base, size_t bytes);       // before anything else; nothing is to be accessible
void tool_hide(void *place, size_t bytes);      // not accessible
void tool_undefined(void *place, size_t bytes); // accessible, its contents undefined
void tool_defined(void *place, size_t bytes);   // accessible and defined
// A cell with its number (no two cells that live at the same time have the same), `size` bytes of
// which are its own, in `bytes` of blocks. The C stack of the call is what made it. May change what
// is accessible in the cell and its red zones.
void tool_born(void *cell, size_t number, size_t size, size_t bytes);
// It had `old` bytes before.
void tool_sized(void *cell, size_t number, size_t old, size_t size, size_t bytes);
// Its `size` bytes are elsewhere now; the places may overlap.
void tool_moved(void *to, void *from, size_t size);
// Its place, of which nothing is in use, becomes inaccessible. Number 0: the cell has moved away.
void tool_died(void *cell, size_t number, size_t size);
void tool_double_free(void *cell); // reports it
uintptr_t tool_word(uintptr_t word);

void *checker_map(size_t bytes); // zeroed memory, taken only when used

#endif
