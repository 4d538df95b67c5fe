// SPDX-License-Identifier: MIT
// config.h: the parameters of the core. A port overrides them with -D or in its own
// "port_config.h" (named by -DPORT_CONFIG_H). Everything here is a number used in plain `if`,
// an array size or a type choice; no function contains an #if.
#ifndef CORE_CONFIG_H
#define CORE_CONFIG_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef PORT_CONFIG_H
#include PORT_CONFIG_H
#endif

#if UINTPTR_MAX > 0xffffffffu
#define WORD_BITS 64
#else
#define WORD_BITS 32
#endif
#define WORD_BYTES (WORD_BITS / 8)

#define CORE_VERSION "v0.1"

// Width of Python's float: 64 (double) or 32 (single). Default: what fits the word.
#ifndef CONFIG_FLOAT_BITS
#define CONFIG_FLOAT_BITS WORD_BITS
#endif

// Value stack of the main thread in words; frames grow down from its end.
#ifndef CONFIG_STACK_WORDS
#define CONFIG_STACK_WORDS (WORD_BITS == 64 ? 64 * 1024 : 16 * 1024)
#endif

// Entries of the shared attribute cache and of the global-name cache (powers of two).
#ifndef CONFIG_ATTR_CACHE
#define CONFIG_ATTR_CACHE 512
#endif
#ifndef CONFIG_GLOBAL_CACHE
#define CONFIG_GLOBAL_CACHE 512
#endif

// Bytes of the heap (at most a 64th of it) that are kept back until memory has run out: they let a
// program print or handle its MemoryError.
#ifndef CONFIG_HEAP_RESERVE
#define CONFIG_HEAP_RESERVE 512
#endif

// Bytes that are allocated between two collections at most, unless twice what is in use is more: a
// program that makes garbage in a large heap then stays in memory that the machine has at hand.
#ifndef CONFIG_HEAP_PACE
#define CONFIG_HEAP_PACE (16 * 1024 * 1024)
#endif

// Are the texts of messages and the operations of types packed (tools/pack-sources)? `make PACK=1`
// sets it.
#ifndef CONFIG_PACKED
#define CONFIG_PACKED 0
#endif

// Entries of the collector's mark stack; overflow is handled, so this is only about speed.
#ifndef CONFIG_MARK_STACK
#define CONFIG_MARK_STACK 256
#endif

// Bytes of the C stack that are cleared after compilations and collections: see stack_wipe().
#ifndef CONFIG_STACK_WIPE
#define CONFIG_STACK_WIPE 4096
#endif

// gc.collect() returns the number of cells freed (else None).
#ifndef CONFIG_COLLECT_COUNT
#define CONFIG_COLLECT_COUNT 1
#endif

// 1: collect at every allocation, 2: collect and compact. HEAP_CHECK: verify the heap after each
// collection.
#ifndef CONFIG_GC_STRESS
#define CONFIG_GC_STRESS 0
#endif
#ifndef CONFIG_HEAP_CHECK
#define CONFIG_HEAP_CHECK 0
#endif
// Also check what is asserted at nearly every instruction (assert_hot() in value.h): for test builds.
#ifndef CONFIG_HOT_ASSERTS
#define CONFIG_HOT_ASSERTS 0
#endif
// Fill memory with a pattern when it becomes free, so that a stale reference crashes at once.
#ifndef CONFIG_POISON
#define CONFIG_POISON 0
#endif
// 1: tell a memory checker about each cell (heap/announce.h). RED_ZONE: free blocks behind each cell,
// in which it finds what goes too far.
#ifndef CONFIG_ANNOUNCE
#define CONFIG_ANNOUNCE 0
#endif
#ifndef CONFIG_RED_ZONE
#define CONFIG_RED_ZONE 0
#endif

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define CONFIG_BIG_ENDIAN 1
#else
#define CONFIG_BIG_ENDIAN 0
#endif

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define NOINLINE __attribute__((noinline))
#define COLD __attribute__((cold, noinline))
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
