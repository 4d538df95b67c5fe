// SPDX-License-Identifier: MIT
// stress.h: included before all else in the stress build (`make stress`): the heap's checker is on,
// freed memory is filled, and CONFIG_GC_STRESS is asked of stress.c at each allocation.
#ifndef COVERAGE_STRESS_H
#define COVERAGE_STRESS_H

unsigned stress_level(void); // 2: this allocation collects and compacts; 0: it need not
void plant_fault(void);      // damages the heap if the environment asks for it: plant_fault.c

#define CONFIG_GC_STRESS stress_level()
#define CONFIG_HEAP_CHECK 1
#define CONFIG_POISON 1
#define CONFIG_HOT_ASSERTS 1
#define CONFIG_MARK_STACK 16 // overflows all the time

#endif
