// SPDX-License-Identifier: MIT
// sites.h: places in the tree of calls, by Python line: for -X trace-alloc and -X profile.
//
// A site is a file, a line, a function, and the site of the call that it was called from. All
// tables lie outside of the heap; they only grow.
#ifndef UNIX_SITES_H
#define UNIX_SITES_H

#include "vm/code.h"

typedef struct Site {
    uint32_t parent, line;
    uint32_t next;               // with the same hash
    const char *file, *function; // texts of sites_text()
    size_t live;                 // bytes in cells that it allocated
    size_t peak;                 // the same when it was looked at last, at a highest point
    uint64_t ns;                 // processor time of samples
} Site;

typedef struct SiteStep { // from a caller's site to that of an instruction
    const Code *code;
    const uint8_t *pc;
    uint32_t parent, site;
    uint32_t epoch;
} SiteStep;

typedef struct Sites {
    Site *at; // [0] is none
    uint32_t count, room;
    uint32_t *buckets; // site numbers; `room` of them
    SiteStep *cache;
    uint32_t epoch; // of the addresses in the cache
    bool full;      // no memory for another site: what comes is counted for its caller
} Sites;

// Makes the tables; false if there is no memory.
bool sites_init(Sites *s);
void sites_free(Sites *s); // also after sites_init() has failed
// A copy of a text that stays, the same for equal texts; NULL without memory. Ends at a NUL.
const char *sites_text(const char *text, size_t size);
// The number of the site, a new one if need be; the parent's if there is no memory for it. The
// texts are those of sites_text(), or NULL.
uint32_t sites_number(Sites *s, uint32_t parent, const char *file, uint32_t line,
                      const char *function);
// That of an instruction of a code called from there.
uint32_t sites_step(Sites *s, uint32_t parent, const Code *code, const uint8_t *pc);
// Codes may have moved or died: what was remembered by addresses in the heap is void.
void sites_forget_addresses(Sites *s);

#endif
