// SPDX-License-Identifier: MIT
// report.h: what micropython.mem_info() prints: totals, sizes, a map of the heap.
#ifndef CORE_REPORT_H
#define CORE_REPORT_H

#include "objects/exception.h"

// Totals, and with `map` a letter for each block. Does not change the heap.
void report_print(bool map, TextWriter write, void *arg);
size_t report_c_stack_used(void); // bytes between the base of the C stack and here
size_t report_c_stack_limit(void);
size_t report_peak_bytes(void);
size_t report_allocated_bytes(void); // all that was ever allocated

#endif
