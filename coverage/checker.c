// SPDX-License-Identifier: MIT
// checker.c: the functions of core/heap/announce.h, for every memory checker.
//
// A note per block, in memory of its own, says of the cell that starts there how many bytes its
// owner may use. What the rest of the cell's last block holds is known to the tool no longer: so
// the note also says whether it is zero, to be defined when the owner comes to use it.
#include "checker.h"
#include "core/heap/announce.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { BLOCK = 16, RED_ZONE = CONFIG_RED_ZONE * BLOCK };

typedef struct Note {
    size_t size;   // bytes in use; 0: no cell starts here
    size_t number; // which moves with the cell
    bool zeroed;   // is what lies behind in the last block zero?
} Note;

static struct {
    char *base;
    size_t bytes;
    Note *notes;
    size_t last_number;
} heap;

void *checker_map(size_t bytes) {
    void *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
                   -1, 0);
    if (p == MAP_FAILED) {
        fputs("no memory for the notes of the memory checker\n", stderr);
        exit(1);
    }
    return p;
}

static Note *note_of(const void *cell) {
    return &heap.notes[(size_t)((const char *)cell - heap.base) / BLOCK];
}

static size_t blocks_end(size_t size) {
    return (size + BLOCK - 1) & -(size_t)BLOCK;
}

void checker_heap(void *base, size_t bytes) {
    heap.base = base;
    heap.bytes = bytes;
    heap.notes = checker_map(bytes / BLOCK * sizeof(Note));
    tool_heap(base, bytes);
    tool_hide(base, bytes);
}

void checker_open(void *place, size_t bytes) {
    tool_defined(place, bytes);
}

void checker_alloc(void *cell, size_t size, size_t bytes, bool zeroed) {
    Note *n = note_of(cell);
    *n = (Note){size, ++heap.last_number, zeroed};
    tool_born(cell, n->number, size, blocks_end(size));
    if (zeroed) {
        tool_defined(cell, size);
    } else {
        tool_undefined(cell, size);
    }
    tool_hide((char *)cell + size, bytes - size);
}

static void use_more(void *cell, Note *n, size_t size) {
    size_t known = blocks_end(n->size), to = size < known ? size : known;
    char *from = (char *)cell + n->size;
    if (n->zeroed) {
        tool_defined(from, to - n->size);
    } else {
        tool_undefined(from, to - n->size);
    }
    if (size > known) { // blocks that are new: opened and zeroed, with the red zone behind
        n->zeroed = true;
        tool_hide((char *)cell + size, blocks_end(size) + RED_ZONE - size);
    }
}

void checker_resize(void *cell, size_t size) {
    Note *n = note_of(cell);
    size_t old = n->size;
    if (size > old) {
        use_more(cell, n, size);
    } else if (size < old) {
        tool_hide((char *)cell + size, old - size);
        n->zeroed = false;
    }
    n->size = size;
    tool_sized(cell, n->number, old, size, blocks_end(size));
}

void checker_claim(void *cell, size_t size) {
    Note *n = note_of(cell);
    size_t old = n->size;
    if (old < size) {
        use_more(cell, n, size);
        n->size = size;
        tool_sized(cell, n->number, old, size, size);
    }
}

void checker_free(void *cell, size_t bytes) {
    Note *n = note_of(cell);
    if (n->size == 0) {
        tool_double_free(cell);
        return;
    }
    tool_died(cell, n->number, n->size);
    n->size = 0;
    tool_hide(cell, bytes);
}

void checker_move(void *to, void *from, size_t bytes) {
    size_t size = note_of(from)->size, way = (size_t)((char *)from - (char *)to);
    bool overlap = (char *)to < (char *)from && way < bytes;
    tool_defined(to, overlap ? way : bytes);
    tool_defined((char *)from + size, bytes - size);
}

void checker_moved(void *to, void *from, size_t bytes) {
    Note *old = note_of(from), *n = note_of(to);
    *n = *old;
    old->number = 0;
    for (size_t i = 1; i < bytes / BLOCK; i++) {
        n[i].size = 0; // there are no cells inside
    }
    tool_hide((char *)to + n->size, bytes - n->size);
    tool_moved(to, from, n->size);
}

void checker_vacated(void *place, size_t bytes) {
    Note *n = note_of(place);
    for (size_t i = 0; i < bytes / BLOCK; i++) {
        if (n[i].size) {
            tool_died((char *)place + i * BLOCK, 0, n[i].size);
            n[i].size = 0;
        }
    }
    tool_hide(place, bytes);
}

size_t checker_size(const void *cell) {
    return note_of(cell)->size;
}

uintptr_t checker_word(uintptr_t word) {
    return tool_word(word);
}
