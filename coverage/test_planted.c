// SPDX-License-Identifier: MIT
// test_planted.c: faults of the kinds that a memory checker is to find in the
// Python heap, one per run. check_planted.py builds it with each checker and
// looks at what is reported.
//
// usage: planted FAULT       (`planted` alone lists the names; `nothing...` do
// it right)
#include "core/error.h"
#include "core/heap/heap.h"
#include "core/state.h"
#include "core/text/str.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    HEAP_BYTES = 64 << 10,
    STACK_WORDS = 4096,
    SIZE = 40,
    WHOLE = 48,
    GAP = 480,
    ROOM = 16 << 10
};

typedef struct Victim {
    Cell head;
    unsigned char data[];
} Victim;

// Its address is hidden, so that the scan of the C stack does not find it.
typedef struct Hidden {
    uintptr_t not_address;
} Hidden;

static const Type victim_type = {
    .head = {&type_type},
    .name = N__internal,
    .flags = TYPE_TRACE_NONE,
    .letter = 'h',
};

static uint64_t heap_memory[HEAP_BYTES / sizeof(uint64_t)];
static Value stack_memory[STACK_WORDS];

static NOINLINE Victim *victim_new(size_t size) {
    Victim *v = heap_alloc(&victim_type, size);
    memset(v->data, 1, size - sizeof v->head);
    return v;
}

static NOINLINE Victim *victim_new_raw(size_t size) {
    return heap_alloc_raw(&victim_type, size);
}

static NOINLINE Hidden victim_hide(Victim *v) {
    return (Hidden){~(uintptr_t)v};
}

static NOINLINE Hidden victim_new_hidden(size_t size) {
    volatile char room[ROOM] = {0}; // what is left on the C stack is out of the collector's reach
    (void)room[0];
    return victim_hide(victim_new(size));
}

static Victim *victim_of(Hidden h) {
    return (Victim *)(void *)~h.not_address;
}

// The only reference to the victim that the collector finds, and updates when
// it moves it.
static Value *const root = &rt.roots.last_value;

// Below the victim cells are given back: it moves there, and its old place stays free.
static NOINLINE Hidden victim_new_above_gap(void) {
    volatile char room[ROOM] = {0};
    (void)room[0];
    Hidden below[2] = {victim_new_hidden(GAP), victim_new_hidden(GAP)};
    Hidden h = victim_new_hidden(SIZE);
    *root = cell_value(&victim_of(h)->head);
    heap_free(victim_of(below[0]));
    heap_free(victim_of(below[1]));
    return h;
}

static NOINLINE bool has_moved(Hidden h) {
    return root->bits != (uintptr_t)victim_of(h);
}

static NOINLINE void move_victim(Hidden h) {
    heap_compact(0);
    if (!has_moved(h)) {
        puts("it has not moved");
        exit(3);
    }
}

// What the faults do wrong.
static NOINLINE int read_at(const Victim *v, size_t offset) {
    return ((const volatile unsigned char *)v)[offset];
}

static NOINLINE void write_at(Victim *v, size_t offset) {
    ((volatile unsigned char *)v)[offset] = 2;
}

static NOINLINE int decide_by(const Victim *v) {
    return read_at(v, sizeof v->head) == 1 ? puts("one") : puts("not one");
}

// ---- the faults
// ------------------------------------------------------------------------------------

static void use_after_collect(void) {
    Hidden h = victim_new_hidden(SIZE);
    heap_collect();
    decide_by(victim_of(h));
}

static void use_after_free(void) {
    Victim *v = victim_new(SIZE);
    heap_free(v);
    decide_by(v);
}

static void use_after_move(void) {
    Hidden h = victim_new_above_gap();
    move_victim(h);
    decide_by((Victim *)cell_of(*root)); // this is right
    decide_by(victim_of(h));
}

// The new place is as accessible as the old one was, and its maker is still
// known.
static void read_past_moved(void) {
    move_victim(victim_new_above_gap());
    read_at((Victim *)cell_of(*root), SIZE);
}

static void read_past_size(void) {
    read_at(victim_new(SIZE), SIZE);
}

static void read_past_blocks(void) {
    read_at(victim_new(WHOLE), WHOLE);
}

static void write_past_size(void) {
    write_at(victim_new(SIZE), SIZE);
}

static void write_past_blocks(void) {
    write_at(victim_new(WHOLE), WHOLE);
}

static void read_after_shrink(void) {
    Victim *v = victim_new(WHOLE);
    heap_resize(v, SIZE);
    read_at(v, SIZE);
}

static void use_undefined(void) {
    decide_by(victim_new_raw(SIZE));
}

static void double_free(void) {
    Victim *v = victim_new(SIZE);
    heap_free(v);
    heap_free(v);
}

static void nothing(void) {
    Victim *v = victim_new(SIZE);
    decide_by(v);
    heap_resize(v, WHOLE);
    write_at(v, WHOLE - 1);
    Victim *raw = victim_new_raw(SIZE);
    write_at(raw,
             heap_cell_size(raw) - 1); // whoever asks for the size may use it
    heap_collect();
    heap_compact(0);
    heap_free(raw);
    heap_free(v);
}

static void nothing_after_move(void) {
    move_victim(victim_new_above_gap());
    decide_by((Victim *)cell_of(*root));
}

static const struct {
    const char *name;
    void (*plant)(void);
} faults[] = {
    {"nothing", nothing},
    {"nothing_after_move", nothing_after_move},
    {"use_after_collect", use_after_collect},
    {"use_after_free", use_after_free},
    {"use_after_move", use_after_move},
    {"read_past_size", read_past_size},
    {"read_past_blocks", read_past_blocks},
    {"read_past_moved", read_past_moved},
    {"read_after_shrink", read_after_shrink},
    {"write_past_size", write_past_size},
    {"write_past_blocks", write_past_blocks},
    {"use_undefined", use_undefined},
    {"double_free", double_free},
};

static NOINLINE int run(const char *name, char *base) {
    StateMemory m = {.heap = heap_memory,
                     .heap_bytes = sizeof heap_memory,
                     .stack = stack_memory,
                     .stack_words = STACK_WORDS,
                     .c_stack_base = base,
                     .c_stack_bytes = 256 << 10};
    if (!state_init(&m)) {
        return 2;
    }
    for (size_t i = 0; i < COUNT_OF(faults); i++) {
        if (name && strcmp(faults[i].name, name) == 0) {
            faults[i].plant();
            puts("done");
            return 0;
        }
        if (!name) {
            puts(faults[i].name);
        }
    }
    return name ? 2 : 0;
}

int main(int argc, char **argv) {
    return run(argc > 1 ? argv[1] : NULL, __builtin_frame_address(0));
}
