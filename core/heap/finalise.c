// SPDX-License-Identifier: MIT
// finalise.c: what runs when objects die: native finalisers in the collection itself, __del__ and
// the closing of dropped generators before the next instruction.
#include "heap/bitmap.h"
#include "heap/collect.h"
#include "objects/class.h"
#include "state.h"
#include "vm/generator.h"
#include <assert.h>
#include <string.h>

typedef struct Marking { // a collection between marking and sweeping
    Visitor *visitor;
    void (*mark_rest)(Visitor *visitor);
    Heap *heap;
} Marking;

static inline size_t block_of(const Heap *h, const void *p) {
    return (size_t)((const uint8_t *)p - h->base) / BLOCK_BYTES;
}

typedef struct Finalised { // internal cell: addresses, not references
    Cell head;
    size_t count;
    uintptr_t at[];
} Finalised;

const Type finalised_type = {.head = {&type_type},
                             .name = N__finalised_set,
                             .flags = TYPE_TRACE_NONE,
                             .payload = sizeof(Finalised),
                             .letter = 'h'};

static bool is_finalised(const Heap *h, const Cell *c) {
    const Finalised *f = (const Finalised *)h->finalised;
    for (size_t i = 0; f && i < f->count; i++) {
        if (f->at[i] == (uintptr_t)c) {
            return true;
        }
    }
    return false;
}

// A generator that waits inside a `try` or `with`: closing it runs the rest of that.
static bool is_open_generator(const Cell *c) {
    return c->type == &generator_type && ((const Generator *)c)->function->code->exc_size;
}

static inline bool is_finalisable(const Cell *c) {
    return (c->type->flags & TYPE_FINALISE) || is_open_generator(c);
}

// Does Python code run when it dies (and has not run yet)?
static bool has_last_words(const Heap *h, const Cell *c) {
    bool python = c->type == &generator_type ? ((const Generator *)c)->state == GEN_SUSPENDED
                                             : (c->type->flags & TYPE_HEAP) != 0;
    return python && !is_finalised(h, c);
}

static void each_dead_finalisable(Marking *m, void (*f)(Marking *m, Cell *c)) {
    Heap *h = m->heap;
    size_t words = (h->blocks + WORD_BITS - 1) / WORD_BITS;
    for (size_t w = 0; w < words; w++) {
        for (uintptr_t bits = h->head[w] & ~h->mark[w]; bits; bits &= bits - 1) {
            Cell *c = (Cell *)(void *)(h->base + (w * WORD_BITS + word_lowest(bits)) * BLOCK_BYTES);
            if (is_finalisable(c) && !bit_get(h->mark, block_of(h, c))) {
                f(m, c);
            }
        }
    }
}

static void note_due(Marking *m, Cell *c) {
    Heap *h = m->heap;
    if (has_last_words(h, c) && h->due_count < COUNT_OF(h->due)) {
        h->due[h->due_count++] = cell_value(c);
    }
}

static void finalise_dead(Marking *m, Cell *c) {
    Heap *h = m->heap;
    if (has_last_words(h, c)) { // no room in the list: it lives on until the next collection
        h->due_more = true;
        Value v = cell_value(c);
        visit(m->visitor, &v);
        m->mark_rest(m->visitor);
        return;
    }
    if (c->type->finalise && !(c->type->flags & TYPE_HEAP)) {
        c->type->finalise(c);
    }
    h->finalisable--;
}

// All objects that die together and have a __del__ are noted first; they and what they refer to
// live on for that. Then the native finalisers of the rest run.
void finalise_find(Visitor *visitor, void (*mark_rest)(Visitor *visitor)) {
    Heap *h = &rt.heap;
    Marking m = {visitor, mark_rest, h};
    h->due_more = false;
    each_dead_finalisable(&m, note_due);
    for (size_t i = 0; i < h->due_count; i++) {
        visit(visitor, &h->due[i]);
    }
    mark_rest(visitor);
    each_dead_finalisable(&m, finalise_dead);
}

// Addresses of dead cells leave the table of finalised objects.
void finalise_sweep(void) {
    Heap *h = &rt.heap;
    Finalised *f = (Finalised *)h->finalised;
    size_t kept = 0;
    for (size_t i = 0; f && i < f->count; i++) {
        if (bit_get(h->mark, block_of(h, (void *)f->at[i]))) {
            f->at[kept++] = f->at[i];
        }
    }
    if (f) {
        f->count = kept;
    }
}

static void remember_finalised(Heap *h, const Cell *c) {
    Finalised *f = (Finalised *)h->finalised;
    size_t count = f ? f->count : 0;
    size_t need = sizeof *f + (count + 1) * sizeof(uintptr_t);
    if (!f || heap_cell_size(f) < need) {
        Finalised *bigger = heap_try_alloc(&finalised_type, need + need / 2);
        if (!bigger) {
            return;
        }
        f = (Finalised *)h->finalised; // a collection may have shortened it
        bigger->count = f ? f->count : 0;
        if (f) {
            memcpy(bigger->at, f->at, f->count * sizeof(uintptr_t));
        }
        h->finalised = &bigger->head;
        f = bigger;
    }
    heap_pin(c); // its address must stay
    f->at[f->count++] = (uintptr_t)c;
}

void finalise_visit(Visitor *visitor) {
    Heap *h = &rt.heap;
    for (size_t i = 0; i < h->due_count; i++) {
        visit(visitor, &h->due[i]);
    }
    visit_cell(visitor, &h->finalised);
}

static void run_due(Heap *h) {
    while (h->due_count) {
        Value object = h->due[0];
        memmove(&h->due[0], &h->due[1], (h->due_count - 1) * sizeof(Value));
        h->due_count--;
        remember_finalised(h, cell_of(object));
        if (is_exact(object, &generator_type)) {
            generator_finalise(object);
        } else {
            finaliser_run(object);
        }
    }
}

void heap_run_finalisers(void) {
    Heap *h = &rt.heap;
    run_due(h);
    while (h->due_more && h->auto_collect) {
        heap_collect();
        run_due(h);
    }
}
