// SPDX-License-Identifier: MIT
// finalise.c: what runs when objects die: native finalisers in the collection itself, __del__ and
// the closing of dropped generators before the next instruction.
//
// The register lists every cell that has a finaliser, in the order they were made:
//
//   h->finalisers -> {head, word[...]}     word: address of a cell, or that with DUE, or 0 (done)
//
// It refers weakly to cells, but strongly to those that are DUE: found dead, their Python code
// not run yet. An object leaves the register when its turn comes, so __del__ runs once, also for
// objects that come back to life. As only the order of the register counts, objects that die in
// one collection are finalised in the order they were made, wherever compaction has moved them.
#include "heap/bitmap.h"
#include "heap/collect.h"
#include "objects/class.h"
#include "state.h"
#include "vm/generator.h"
#include <assert.h>
#include <string.h>

enum { DUE = 1 }; // cells lie on blocks: the low bits of their addresses are free

typedef struct Register { // internal cell: addresses, not references
    Cell head;
    uintptr_t at[];
} Register;

const Type register_type = {.head = {&type_type},
                            .name = N__finalisers,
                            .flags = TYPE_TRACE_NONE,
                            .payload = sizeof(Register),
                            .letter = 'h'};

static Register *register_of(const Heap *h) {
    return (Register *)h->finalisers;
}

static inline Cell *cell_in(uintptr_t word) {
    return (Cell *)(word & ~(uintptr_t)DUE);
}

// ---- the register ------------------------------------------------------------------------------

static size_t capacity(const Heap *h) {
    return h->finalisers ? heap_cell_size(h->finalisers) / sizeof(uintptr_t) - 1 : 0;
}

// Room for `count` entries; may collect, which may remove entries.
static bool reserve(Heap *h, size_t count) {
    assert(count >= h->finaliser_count);
    if (count <= capacity(h)) {
        return true;
    }
    size_t size = sizeof(Register) + (count + count / 2) * sizeof(uintptr_t);
    if (h->finalisers && heap_resize(h->finalisers, size)) {
        return true;
    }
    Register *bigger = heap_try_alloc(&register_type, size);
    if (!bigger) {
        return false;
    }
    if (h->finalisers) {
        memcpy(bigger->at, register_of(h)->at, h->finaliser_count * sizeof(uintptr_t));
        heap_free(h->finalisers);
    }
    h->finalisers = &bigger->head;
    return true;
}

static void enter(Heap *h, const Cell *c) {
    assert(h->finaliser_count < capacity(h) && ((uintptr_t)c & DUE) == 0);
    register_of(h)->at[h->finaliser_count++] = (uintptr_t)c;
}

bool finalise_add(const Cell *c) {
    assert(heap_contains(c));
    Heap *h = &rt.heap;
    if (!reserve(h, h->finaliser_count + 1)) {
        return false;
    }
    enter(h, c);
    return true;
}

bool finalise_is_registered(const Cell *c) {
    const Heap *h = &rt.heap;
    for (size_t i = 0; i < h->finaliser_count; i++) {
        if (cell_in(register_of(h)->at[i]) == c) {
            return true;
        }
    }
    return false;
}

// ---- classes that get a __del__ later ----------------------------------------------------------

typedef struct Adoption {
    const Type *type;
    size_t count;
    bool add;
} Adoption;

static void adopt(Cell *c, size_t bytes, void *arg) {
    Adoption *a = arg;
    Heap *h = &rt.heap;
    bool known = bit_get(h->mark, heap_block_of(h, c));
    bool instance = c->type && (c->type->flags & (TYPE_HEAP | TYPE_TYPE)) == TYPE_HEAP;
    if (known || !instance || !is_subtype(c->type, a->type)) {
        return;
    }
    a->count++;
    if (a->add) {
        enter(h, c);
    }
}

// The mark bits of registered cells are set for the walk: no allocation meanwhile.
static void set_marks(Heap *h, bool on) {
    for (size_t i = 0; i < h->finaliser_count; i++) {
        Cell *c = cell_in(register_of(h)->at[i]);
        if (c && on) {
            bit_set(h->mark, heap_block_of(h, c));
        } else if (c) {
            bit_clear(h->mark, heap_block_of(h, c));
        }
    }
}

static size_t adopt_all(Heap *h, const Type *type, bool add) {
    Adoption a = {type, 0, add};
    set_marks(h, true);
    heap_walk(adopt, &a);
    set_marks(h, false);
    return a.count;
}

void finalise_adopt(const Type *type) {
    Heap *h = &rt.heap;
    size_t count = adopt_all(h, type, false);
    if (!reserve(h, h->finaliser_count + count)) {
        raise_memory_error(count * sizeof(uintptr_t));
    }
    adopt_all(h, type, true);
}

// ---- in a collection ---------------------------------------------------------------------------

static bool is_generator(const Cell *c) {
    return c->type == &generator_type || c->type == &coroutine_type;
}

// Does Python code run when it dies? A generator that waits inside a `try` or `with` (only those
// are registered) is closed: that runs the rest of it.
static bool has_last_words(const Cell *c) {
    if (is_generator(c)) {
        return ((const Generator *)c)->state == GEN_SUSPENDED;
    }
    return (c->type->flags & (TYPE_HEAP | TYPE_FINALISE)) == (TYPE_HEAP | TYPE_FINALISE);
}

static void set_due(Heap *h, size_t i) {
    assert(i < h->finaliser_count && register_of(h)->at[i] && !(register_of(h)->at[i] & DUE));
    register_of(h)->at[i] |= DUE;
    h->due_count++;
}

void finalise_each_due(void (*each)(Value object, void *arg), void *arg) {
    const Heap *h = &rt.heap;
    for (size_t i = 0, left = h->due_count; left > 0; i++) {
        uintptr_t word = register_of(h)->at[i];
        if (word & DUE) {
            each(cell_value(cell_in(word)), arg);
            left--;
        }
    }
}

static void visit_due(Value object, void *visitor) {
    visit(visitor, &object);
}

void finalise_each_registered(void (*each)(Value object, void *arg), void *arg) {
    const Heap *h = &rt.heap;
    for (size_t i = 0; i < h->finaliser_count; i++) {
        if (register_of(h)->at[i]) {
            each(cell_value(cell_in(register_of(h)->at[i])), arg);
        }
    }
}

bool finalise_has_words(void) {
    const Heap *h = &rt.heap;
    size_t i = 0;
    while (i < h->finaliser_count && !(register_of(h)->at[i] && has_last_words(cell_in(register_of(h)->at[i])))) {
        i++;
    }
    return i < h->finaliser_count;
}

void finalise_mark(Visitor *visitor) {
    visit_cell(visitor, &rt.heap.finalisers);
    finalise_each_due(visit_due, visitor);
}

static void finalise_dead(Cell *c) {
    assert(!heap_is_marked(c));
    if (c->type->solid->finalise) {
        c->type->solid->finalise(c);
    }
}

// All objects that die together and have a __del__ are noted first; they and what they refer to
// live on for that. Then the native finalisers of the rest run.
void finalise_find(Visitor *visitor, void (*mark_rest)(Visitor *visitor)) {
    assert(rt.heap.collecting && rt.heap.finaliser_count <= capacity(&rt.heap));
    Heap *h = &rt.heap;
    size_t kept = 0, due_before = h->due_count;
    for (size_t i = 0; i < h->finaliser_count; i++) {
        Cell *c = cell_in(register_of(h)->at[i]);
        if (c && !heap_is_marked(c) && has_last_words(c)) {
            set_due(h, i);
        }
    }
    if (h->due_count > due_before) {
        finalise_mark(visitor);
        mark_rest(visitor);
    }
    for (size_t i = 0; i < h->finaliser_count; i++) {
        uintptr_t word = register_of(h)->at[i];
        if (word && heap_is_marked(cell_in(word))) {
            register_of(h)->at[kept++] = word;
        } else if (word) {
            finalise_dead(cell_in(word));
        }
    }
    h->finaliser_count = kept;
    h->due_from = 0;
}

void finalise_update(Visitor *visitor) {
    Heap *h = &rt.heap;
    for (size_t i = 0; i < h->finaliser_count; i++) {
        uintptr_t *word = &register_of(h)->at[i], due = *word & DUE;
        Value v = cell_value(cell_in(*word));
        visit(visitor, &v);
        *word = v.bits | due;
    }
}

void finalise_shrink(void) {
    assert(!rt.heap.collecting);
    Heap *h = &rt.heap;
    size_t count = h->finaliser_count;
    if (!h->finalisers) {
        return;
    }
    if (count == 0) {
        heap_free(h->finalisers);
        h->finalisers = NULL;
    } else if (count < capacity(h) / 4) {
        heap_resize(h->finalisers, sizeof(Register) + 2 * count * sizeof(uintptr_t));
    }
}

// ---- afterwards --------------------------------------------------------------------------------

// Takes the next one that is due out of the register.
static Value take_due(Heap *h) {
    assert(h->due_count > 0);
    size_t i = h->due_from;
    while (!(register_of(h)->at[i] & DUE)) {
        i++;
        assert(i < h->finaliser_count);
    }
    Value v = cell_value(cell_in(register_of(h)->at[i]));
    register_of(h)->at[i] = 0;
    h->due_from = i + 1;
    h->due_count--;
    return v;
}

void heap_run_finalisers(void) {
    Heap *h = &rt.heap;
    if (h->finalising) { // by a collection in a __del__: these come after it
        return;
    }
    bool held = false;
    h->finalising = true;
    for (size_t n = h->due_count; n > 0 && h->due_count; n--) {
        Value object = take_due(h);
        held |= poll_hold();
        if (is_generator(cell_of(object))) {
            generator_finalise(object);
        } else {
            finaliser_run(object);
        }
    }
    h->finalising = false;
    poll_release(held);
    if (h->due_count) { // found meanwhile
        rt.attention = 1;
    }
}

void heap_finalise_all(void) {
    Heap *h = &rt.heap;
    for (size_t i = 0; i < h->finaliser_count; i++) {
        uintptr_t word = register_of(h)->at[i];
        if (word && !(word & DUE) && has_last_words(cell_in(word))) {
            set_due(h, i);
        }
    }
    h->due_from = 0;
    heap_run_finalisers();
}
