// SPDX-License-Identifier: MIT
// report.h: what micropython.mem_info() and qstr_info() print: totals, a map of the heap, names.
#ifndef CORE_REPORT_H
#define CORE_REPORT_H

#include "objects/exception.h"

typedef struct Report {
    TextWriter write;   // gets the text in pieces; must not allocate on the heap
    void *arg;
    const Cell *hidden; // NULL, or a cell to be shown as free: the one that keeps the text
    bool details;       // report_memory: a letter for each block; report_names: each name
    bool colour;        // the map in the colours of an ANSI terminal (ECMA-48)
} Report;

// The texts of micropython.mem_info() and qstr_info(). They allocate nothing and raise only what
// `write` raises.
void report_memory(const Report *report);
void report_names(const Report *report);
size_t report_c_stack_used(void); // bytes between the base of the C stack and here
size_t report_c_stack_limit(void);
size_t report_peak_bytes(void);
size_t report_allocated_bytes(void); // all that was ever allocated

#endif
