// SPDX-License-Identifier: MIT
// stress.c: how often the stress build collects and compacts: at every allocation, or at every n-th
// with STRESS_EVERY=n in the environment; 0: as other builds do.
#include "state.h"
#include <stdlib.h>

static size_t every = 1; // allocations from one compaction to the next; 0: it is not enforced
static size_t count;     // since the last
static size_t seen;      // the heap's count of compactions then

__attribute__((constructor)) static void read_environment(void) {
    const char *text = getenv("STRESS_EVERY");
    if (text) {
        every = strtoul(text, NULL, 10);
    }
}

// The heap asks more than once for one allocation: once due, it stays so until it has compacted.
unsigned stress_level(void) {
    if (rt.heap.compactions != seen) {
        seen = rt.heap.compactions;
        count = 0;
    }
    if (every == 0) {
        return 0;
    }
    count += count < every;
    return count == every ? 2 : 0;
}
