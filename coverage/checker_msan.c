// SPDX-License-Identifier: MIT
// checker_msan.c: cells as clang's memory sanitizer sees them. It knows of
// undefined contents only: what is not accessible to others is undefined to it,
// and found when something depends on it.
#include "checker.h"
#include <sanitizer/msan_interface.h>
#include <stdio.h>
#include <stdlib.h>

void tool_heap(void *base, size_t bytes) {
    (void)base;
    (void)bytes;
}

// Makes it undefined; the C stack of the call is reported as its origin.
void tool_hide(void *place, size_t bytes) {
    __msan_allocated_memory(place, bytes);
}

void tool_undefined(void *place, size_t bytes) {
    __msan_allocated_memory(place, bytes);
}

void tool_defined(void *place, size_t bytes) {
    __msan_unpoison(place, bytes);
}

void tool_born(void *cell, size_t number, size_t size, size_t bytes) {
    (void)cell;
    (void)number;
    (void)size;
    (void)bytes;
}

void tool_sized(void *cell, size_t number, size_t old, size_t size, size_t bytes) {
    (void)cell;
    (void)number;
    (void)size;
    (void)bytes;
    (void)old;
}

void tool_moved(void *to, void *from, size_t size) {
    (void)to;
    (void)from;
    (void)size;
}

void tool_died(void *cell, size_t number, size_t size) {
    (void)cell;
    (void)number;
    (void)size;
}

// The cell is undefined since it was freed.
void tool_double_free(void *cell) {
    __msan_check_mem_is_initialized(cell, 1);
}

uintptr_t tool_word(uintptr_t word) {
    __msan_unpoison(&word, sizeof word);
    return *(volatile uintptr_t *)&word;
}
