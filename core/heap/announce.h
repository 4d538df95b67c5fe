// SPDX-License-Identifier: MIT
// announce.h: what the heap tells a memory checker (valgrind, the sanitizers) about its cells.
//
// In builds without a checker, CONFIG_ANNOUNCE is 0 and nothing of this is left. With one, the
// build adds coverage/checker.c, which has the functions checker_*, and the file of one tool.
//
// Invariants with a checker
// - Free blocks are not accessible. A cell is accessible in its first `size` bytes, as asked for by
//   heap_alloc or heap_resize; the rest of its last block and its red zone are not.
// - heap_cell_size() makes the rest of the last block accessible: its caller is to use it.
// - The heap itself opens a place before it writes to it and then says what it has become.
#ifndef CORE_ANNOUNCE_H
#define CORE_ANNOUNCE_H

#include "config.h"

void checker_heap(void *base, size_t bytes);
void checker_open(void *place, size_t bytes);
void checker_alloc(void *cell, size_t size, size_t bytes, bool zeroed);
void checker_resize(void *cell, size_t size);
void checker_claim(void *cell, size_t size);
void checker_free(void *cell, size_t bytes);
void checker_move(void *to, void *from, size_t bytes);
void checker_moved(void *to, void *from, size_t bytes);
void checker_vacated(void *place, size_t bytes);
size_t checker_size(const void *cell);
uintptr_t checker_word(uintptr_t word);

// The blocks of the heap, all free.
static inline void announce_heap(void *base, size_t bytes) {
    if (CONFIG_ANNOUNCE) {
        checker_heap(base, bytes);
    }
}

// The heap is going to write here.
static inline void announce_open(void *place, size_t bytes) {
    if (CONFIG_ANNOUNCE) {
        checker_open(place, bytes);
    }
}

// A new cell for which `size` bytes were asked, in `bytes` of blocks, that were opened. If it is
// not zeroed, its contents are undefined.
static inline void announce_alloc(void *cell, size_t size, size_t bytes, bool zeroed) {
    if (CONFIG_ANNOUNCE) {
        checker_alloc(cell, size, bytes, zeroed);
    }
}

// The cell has been resized in place; blocks that it gained are opened and zeroed.
static inline void announce_resize(void *cell, size_t size) {
    if (CONFIG_ANNOUNCE) {
        checker_resize(cell, size);
    }
}

// The cell's owner has learned that `size` bytes are there and may use them all.
static inline void announce_claim(const void *cell, size_t size) {
    if (CONFIG_ANNOUNCE) {
        checker_claim((void *)(uintptr_t)cell, size);
    }
}

// The cell in so many bytes of blocks becomes free. A cell that is free already is an error, which
// the checker reports.
static inline void announce_free(void *cell, size_t bytes) {
    if (CONFIG_ANNOUNCE) {
        checker_free(cell, bytes);
    }
}

// All bytes of the cell's blocks are going to be copied: opens both places, which may overlap.
static inline void announce_move(void *to, void *from, size_t bytes) {
    if (CONFIG_ANNOUNCE) {
        checker_move(to, from, bytes);
    }
}

// They have been copied. The old place stays open until it is said to be vacated.
static inline void announce_moved(void *to, void *from, size_t bytes) {
    if (CONFIG_ANNOUNCE) {
        checker_moved(to, from, bytes);
    }
}

// These blocks, that were opened or from which cells have moved, are free.
static inline void announce_vacated(void *place, size_t bytes) {
    if (CONFIG_ANNOUNCE) {
        checker_vacated(place, bytes);
    }
}

// How much of the cell's `bytes` of blocks is in use: what may be traced.
static inline size_t announce_size(const void *cell, size_t bytes) {
    return CONFIG_ANNOUNCE ? checker_size(cell) : bytes;
}

// A word that may be undefined, as those of the C stack may be, as a defined one.
static inline uintptr_t announce_word(uintptr_t word) {
    return CONFIG_ANNOUNCE ? checker_word(word) : word;
}

#endif
