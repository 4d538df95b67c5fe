// SPDX-License-Identifier: MIT
// checker_valgrind.c: cells as memcheck, massif and valgrind's other tools see them.
//
// To memcheck the heap is a pool: requests on a pool's chunks let a cell that moves keep the C
// stack that made it. Massif knows nothing of pools, only of blocks, and looks at nothing but their
// addresses as names: cells get names that stay when they move. Each has all its blocks there, so
// that the sum is what the heap uses.
//
// Memcheck hides the red zones around a chunk that comes or goes. The one before the first cell is
// in the heap's block maps: it is opened again.
#include "checker.h"
#include "core/config.h"
#include <valgrind/memcheck.h>

enum { RED_ZONE = CONFIG_RED_ZONE * 16 };

static char *pool; // memcheck runs; else NULL

static char *name_of(size_t number) {
    return (char *)(uintptr_t)(number * 16);
}

void tool_heap(void *base, size_t bytes) {
    (void)bytes;
    if (VALGRIND_MAKE_MEM_DEFINED(&pool, sizeof pool)) { // not 0 in memcheck alone
        pool = base;
        VALGRIND_CREATE_MEMPOOL(pool, RED_ZONE, false);
    }
}

void tool_hide(void *place, size_t bytes) {
    VALGRIND_MAKE_MEM_NOACCESS(place, bytes);
}

void tool_undefined(void *place, size_t bytes) {
    VALGRIND_MAKE_MEM_UNDEFINED(place, bytes);
}

void tool_defined(void *place, size_t bytes) {
    VALGRIND_MAKE_MEM_DEFINED(place, bytes);
}

static void open_before(void *cell) {
    if (cell == pool) {
        VALGRIND_MAKE_MEM_DEFINED(pool - RED_ZONE, RED_ZONE);
    }
}

void tool_born(void *cell, size_t number, size_t size, size_t bytes) {
    if (pool) {
        VALGRIND_MEMPOOL_ALLOC(pool, cell, size);
        open_before(cell);
    } else {
        VALGRIND_MALLOCLIKE_BLOCK(name_of(number), bytes, 0, false);
    }
}

// Memcheck sorts all chunks when one changes: a second for some hundred changes of many cells. It
// needs the size for the words of its reports alone, and chunks must not overlap: after so many
// exact sizes it is told when blocks are given back or their number passes a power of two.
enum { EXACT = 1000 };

static bool is_worth_telling(size_t old_blocks, size_t blocks) {
    static unsigned told;
    told += told < EXACT;
    return told < EXACT || blocks < old_blocks || (old_blocks ^ blocks) > (old_blocks & blocks);
}

void tool_sized(void *cell, size_t number, size_t old, size_t size, size_t bytes) {
    size_t blocks = (size + 15) / 16, old_blocks = (old + 15) / 16;
    if (pool && is_worth_telling(old_blocks, blocks)) {
        VALGRIND_MEMPOOL_CHANGE(pool, cell, cell, size);
    } else if (!pool && blocks != old_blocks) {
        VALGRIND_RESIZEINPLACE_BLOCK(name_of(number), 0, bytes, 0);
    }
}

void tool_moved(void *to, void *from, size_t size) {
    if (pool) {
        VALGRIND_MEMPOOL_CHANGE(pool, from, to, size);
    }
}

// What has moved away gets a chunk for the report of a use that comes too late.
void tool_died(void *cell, size_t number, size_t size) {
    if (pool && number == 0) {
        VALGRIND_MEMPOOL_ALLOC(pool, cell, size);
    }
    if (pool) {
        VALGRIND_MEMPOOL_FREE(pool, cell);
        open_before(cell);
    } else if (number) {
        VALGRIND_FREELIKE_BLOCK(name_of(number), 0);
    }
}

void tool_double_free(void *cell) {
    if (pool) {
        VALGRIND_MEMPOOL_FREE(pool, cell);
    }
}

uintptr_t tool_word(uintptr_t word) {
    VALGRIND_MAKE_MEM_DEFINED(&word, sizeof word);
    return *(volatile uintptr_t *)&word;
}
