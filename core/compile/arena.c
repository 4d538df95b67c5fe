// SPDX-License-Identifier: MIT
// arena.c: memory of one tree: a chain of heap cells that are filled front to back.
//
// A chunk's words are traced conservatively: nodes point into the middle of chunks, so chunks
// must not move, and the constants that nodes hold stay alive.
#include "compile/parser.h"
#include "error.h"
#include "heap/heap.h"
#include "text/str.h"
#include <assert.h>

typedef struct ArenaChunk {
    Cell head;
    struct ArenaChunk *previous;
    size_t size; // bytes of data
    uintptr_t data[];
} ArenaChunk;

enum { FIRST_CHUNK = 512, LARGEST_CHUNK = 1024 };

static void arena_trace(Cell *cell, Visitor *visitor) {
    ArenaChunk *chunk = (ArenaChunk *)cell;
    visitor->visit_ambiguous(visitor, (uintptr_t)chunk->previous);
    for (size_t i = 0; i < chunk->size / sizeof chunk->data[0]; i++) {
        visitor->visit_ambiguous(visitor, chunk->data[i]);
    }
}

const Type arena_type = {
    .head = {&type_type}, .name = N_arena, .letter = 'h', .solid = &arena_type,
    .payload = sizeof(ArenaChunk), .trace = arena_trace,
};

void arena_init(Arena *arena) {
    arena->chunk = NULL;
    arena->used = 0;
}

static void add_chunk(Arena *arena, size_t size) {
    assert(size > 0);
    size_t want = arena->chunk ? arena->chunk->size * 2 : FIRST_CHUNK - sizeof(ArenaChunk);
    if (want > LARGEST_CHUNK) {
        want = LARGEST_CHUNK;
    }
    if (want < size) {
        want = size;
    }
    ArenaChunk *chunk = heap_alloc(&arena_type, size_add(sizeof *chunk, want));
    chunk->size = (heap_cell_size(chunk) - sizeof *chunk) & ~(sizeof(uintptr_t) - 1);
    chunk->previous = arena->chunk;
    arena->chunk = chunk;
    arena->used = 0;
}

void *arena_alloc(Arena *arena, size_t size) {
    size = size_add(size, sizeof(uintptr_t) - 1) & ~(sizeof(uintptr_t) - 1);
    if (!arena->chunk || size > arena->chunk->size - arena->used) {
        add_chunk(arena, size);
    }
    assert(arena->used <= arena->chunk->size && size <= arena->chunk->size - arena->used);
    void *place = (char *)arena->chunk->data + arena->used;
    arena->used += size;
    return place;
}

void arena_reset(Arena *arena) {
    ArenaChunk *chunk = arena->chunk;
    if (!chunk) {
        return;
    }
    while (chunk->previous) {
        ArenaChunk *previous = chunk->previous;
        heap_free(chunk);
        chunk = previous;
    }
    memset(chunk->data, 0, chunk->size);
    arena->chunk = chunk;
    arena->used = 0;
}

void arena_free(Arena *arena) {
    arena_reset(arena);
    heap_free(arena->chunk);
    arena->chunk = NULL;
}
