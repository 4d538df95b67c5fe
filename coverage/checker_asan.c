// SPDX-License-Identifier: MIT
// checker_asan.c: cells as the address sanitizer sees them.
//
// It has no notion of blocks that others allocate. So this keeps the C stack that made each cell,
// and the one that freed it, and adds them to the report of an error in the heap. Builds with it
// have frame pointers (-fno-omit-frame-pointer), by which the stack is read.
#include "checker.h"
#include "core/state.h"
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK = 16, FRAMES = 12 };

typedef struct History { // of the cell that starts in a block
    void *made[FRAMES], *freed[FRAMES];
    size_t size, bytes;
} History;

static struct {
    char *base;
    size_t blocks;
    History *history;
    bool *known; // is there a history of the block? Apart: each cell clears this in all its blocks
} heap;

void __asan_on_error(void); // called by the sanitizer when it has found an error

static size_t block_of(const void *cell) {
    return (size_t)((const char *)cell - heap.base) / BLOCK;
}

static History *history_of(const void *cell) {
    return &heap.history[block_of(cell)];
}

// Return addresses of the callers, as frame pointers chain them.
__attribute__((no_sanitize("address"))) static void read_stack(void *stack[FRAMES]) {
    char **frame = __builtin_frame_address(0);
    memset(stack, 0, FRAMES * sizeof *stack);
    for (size_t i = 0; i < FRAMES && (char *)frame < rt.thread->c_stack_base; i++) {
        char **outer = (char **)(void *)frame[0];
        stack[i] = frame[1];
        if (outer <= frame) {
            break;
        }
        frame = outer;
    }
}

void tool_heap(void *base, size_t bytes) {
    heap.base = base;
    heap.blocks = bytes / BLOCK;
    heap.history = checker_map(heap.blocks * sizeof(History));
    heap.known = checker_map(heap.blocks * sizeof(bool));
}

void tool_hide(void *place, size_t bytes) {
    __asan_poison_memory_region(place, bytes);
}

void tool_undefined(void *place, size_t bytes) {
    __asan_unpoison_memory_region(place, bytes);
}

void tool_defined(void *place, size_t bytes) {
    __asan_unpoison_memory_region(place, bytes);
}

// Cells that once started in the blocks of a cell from byte `from` on, or in its red zone.
static void forget(const void *cell, size_t from, size_t bytes) {
    if (from < bytes + CONFIG_RED_ZONE * BLOCK) {
        memset(&heap.known[block_of(cell) + from / BLOCK], false,
               (bytes - from) / BLOCK + CONFIG_RED_ZONE);
    }
}

void tool_born(void *cell, size_t number, size_t size, size_t bytes) {
    History *h = history_of(cell);
    (void)number;
    forget(cell, 0, bytes);
    heap.known[block_of(cell)] = true;
    h->size = size;
    h->bytes = bytes;
    read_stack(h->made);
    memset(h->freed, 0, sizeof h->freed);
}

void tool_sized(void *cell, size_t number, size_t old, size_t size, size_t bytes) {
    History *h = history_of(cell);
    (void)number;
    (void)old;
    forget(cell, h->bytes, bytes);
    h->size = size;
    h->bytes = bytes;
}

void tool_moved(void *to, void *from, size_t size) {
    History moved = *history_of(from);
    (void)size;
    forget(to, 0, moved.bytes);
    heap.known[block_of(to)] = true;
    *history_of(to) = moved;
}

void tool_died(void *cell, size_t number, size_t size) {
    (void)number;
    (void)size;
    read_stack(history_of(cell)->freed);
}

// Its first word is poisoned: reading it makes the sanitizer report.
void tool_double_free(void *cell) {
    (void)*(volatile char *)cell;
}

uintptr_t tool_word(uintptr_t word) {
    return word;
}

// ---- report
// ------------------------------------------------------------------------------------------

static void print_stack(const char *what, void *const stack[FRAMES]) {
    fprintf(stderr, "%s by:\n", what);
    for (int i = 0; i < FRAMES && stack[i]; i++) {
        char text[1024] = ""; // a line for each function that was inlined, if the library knows
        __sanitizer_symbolize_pc((char *)stack[i] - 1, "%f %S", text, sizeof text - 1);
        for (const char *line = text; *line; line += strlen(line) + 1) {
            fprintf(stderr, "    %s\n", line);
        }
    }
}

void __asan_on_error(void) {
    const char *at = __asan_get_report_address();
    size_t offset = (size_t)(at - heap.base), block = offset / BLOCK;
    if (!heap.history || block >= heap.blocks) {
        return;
    }
    while (block > 0 && !heap.known[block]) {
        block--;
    }
    const History *h = &heap.history[block];
    if (heap.known[block]) {
        fprintf(stderr, "%p is %zu bytes from the start of a heap cell of %zu bytes\n", (void *)at,
                offset - block * BLOCK, h->size);
        print_stack("made", h->made);
    }
    if (heap.known[block] && h->freed[0]) {
        print_stack("freed", h->freed);
    }
}
