// SPDX-License-Identifier: MIT
// bitmap.h: bit operations on the heap's block maps, a word at a time.
#ifndef CORE_BITMAP_H
#define CORE_BITMAP_H

#include "value/value.h"

static inline bool bit_get(const uintptr_t *map, size_t i) {
    return map[i / WORD_BITS] >> (i % WORD_BITS) & 1;
}
static inline void bit_set(uintptr_t *map, size_t i) {
    map[i / WORD_BITS] |= (uintptr_t)1 << (i % WORD_BITS);
}
static inline void bit_clear(uintptr_t *map, size_t i) {
    map[i / WORD_BITS] &= ~((uintptr_t)1 << (i % WORD_BITS));
}
static inline unsigned word_lowest(uintptr_t w) { // w != 0
    assert_hot(w != 0);
    return WORD_BITS == 64 ? (unsigned)__builtin_ctzll(w) : (unsigned)__builtin_ctzl(w);
}
static inline unsigned word_highest(uintptr_t w) { // w != 0
    assert_hot(w != 0);
    return WORD_BITS == 64 ? 63u - (unsigned)__builtin_clzll(w)
                           : 31u - (unsigned)__builtin_clz((unsigned)w);
}
static inline unsigned word_count(uintptr_t w) {
    return WORD_BITS == 64 ? (unsigned)__builtin_popcountll(w) : (unsigned)__builtin_popcountl(w);
}

#endif
