// SPDX-License-Identifier: MIT
// weak.c: references that keep nothing alive: the index of cells by their keys, and clearing.
//
// A collection costs a step per weak reference, shape and bucket; an object to which no weak
// reference exists pays nothing. The order in a collection: mark; weak_clear(); mark what objects
// with __del__ refer to; weak_sweep(). So references are cleared before any __del__ runs, all at
// once.
#include "heap/weak.h"
#include "heap/collect.h"
#include "objects/weak_table.h"
#include "text/str.h"
#include "state.h"
#include <assert.h>
#include <string.h>

enum { FIRST_CAPACITY = 8 };

typedef struct Buckets { // internal cell
    Cell head;
    Linked *at[];
} Buckets;

static const Type buckets_type = {.head = {&type_type},
                                  .name = N__weak_index,
                                  .flags = TYPE_TRACE_NONE,
                                  .payload = sizeof(Buckets),
                                  .letter = 'h'};

_Static_assert(offsetof(WeakRef, target) == offsetof(Linked, key), "WeakRef is a Linked");
_Static_assert(offsetof(WeakRef, next) == offsetof(Linked, next), "WeakRef is a Linked");

// ---- the index ---------------------------------------------------------------------------------

static Linked **bucket_at(const WeakIndex *x, size_t i) {
    assert(i < x->capacity);
    return &((Buckets *)x->buckets)->at[i];
}

static Linked **bucket_of(const WeakIndex *x, Value key) {
    assert(x->capacity && (x->capacity & (x->capacity - 1)) == 0);
    uint32_t h = (uint32_t)((key.bits - (uintptr_t)rt.heap.base) / BLOCK_BYTES) * 0x9e3779b1u;
    return bucket_at(x, (h >> 16 ^ h) & (x->capacity - 1));
}

static size_t bytes_for(size_t capacity) {
    return sizeof(Buckets) + capacity * sizeof(Linked *);
}

Linked *weak_first(const WeakIndex *x, Value key) {
    return x->capacity ? *bucket_of(x, key) : NULL;
}

static void link_cell(WeakIndex *x, Linked *cell) {
    assert(is_cell(cell->key));
    Linked **bucket = bucket_of(x, cell->key);
    cell->next = *bucket;
    *bucket = cell;
}

// Empties the buckets; returns all cells in one chain.
static Linked *unlink_all(WeakIndex *x) {
    Linked *all = NULL;
    for (size_t i = 0; i < x->capacity; i++) {
        for (Linked *cell = *bucket_at(x, i), *next; cell; cell = next) {
            next = cell->next;
            cell->next = all;
            all = cell;
        }
        *bucket_at(x, i) = NULL;
    }
    return all;
}

static void link_all(WeakIndex *x, Linked *all) {
    for (Linked *next; all; all = next) {
        next = all->next;
        link_cell(x, all);
    }
}

// Without memory, for which a collection has looked in vain, the next attempt is made when there
// are twice as many: else each insertion into a full heap would collect.
static void grow(WeakIndex *x) {
    size_t capacity = x->capacity ? 2 * (size_t)x->capacity : FIRST_CAPACITY;
    Buckets *fresh = heap_try_alloc(&buckets_type, bytes_for(capacity));
    if (!fresh) {
        if (!x->capacity) {
            raise_memory_error(bytes_for(capacity));
        }
        x->limit = x->used > UINT32_MAX / 2 ? UINT32_MAX : 2 * x->used; // longer chains do as well
        return;
    }
    Linked *all = unlink_all(x);
    if (x->buckets) {
        heap_free(x->buckets);
    }
    x->buckets = &fresh->head;
    x->capacity = x->limit = (uint32_t)capacity;
    link_all(x, all);
}

void weak_insert(WeakIndex *x, Linked *cell, Value key) {
    assert(heap_contains(cell));
    if (x->used >= x->limit) {
        grow(x);
    }
    cell->key = key;
    link_cell(x, cell);
    x->used++;
}

void weak_remove(WeakIndex *x, Linked *cell) {
    Linked **at = bucket_of(x, cell->key);
    while (*at != cell) {
        assert(*at);
        at = &(*at)->next;
    }
    *at = cell->next;
    cell->next = NULL;
    x->used--;
}

// Forgets the cells that are dead.
static void sweep_index(WeakIndex *x) {
    for (size_t i = 0; i < x->capacity; i++) {
        for (Linked **at = bucket_at(x, i); *at;) {
            if (heap_is_marked(&(*at)->head)) {
                at = &(*at)->next;
            } else {
                *at = (*at)->next;
                x->used--;
            }
        }
    }
}

// In a compaction a link is followed where its cell is: at the new address only if it has moved.
static Linked *update_link(Visitor *visitor, Linked **link, bool moved) {
    Linked *before = *link;
    visit_cell(visitor, link);
    return moved ? *link : before;
}

// Keys that are not weak are visited by their cells' trace, each once.
static void update_index(WeakIndex *x, Visitor *visitor, bool moved, bool weak_keys) {
    for (size_t i = 0; i < x->capacity; i++) {
        for (Linked **at = bucket_at(x, i); *at;) {
            Linked *cell = update_link(visitor, at, moved);
            if (weak_keys) {
                visit(visitor, &cell->key);
            }
            at = &cell->next;
        }
    }
}

static void shrink_index(WeakIndex *x) {
    if (!x->buckets || x->used * 4 >= x->capacity) {
        return;
    }
    Linked *all = unlink_all(x);
    while (x->capacity > FIRST_CAPACITY && x->used * 2 < x->capacity) {
        x->capacity /= 2;
    }
    if (all) {
        heap_resize(x->buckets, bytes_for(x->capacity));
        link_all(x, all);
    } else {
        heap_free(x->buckets);
        x->buckets = NULL;
        x->capacity = 0;
    }
    x->limit = x->capacity;
}

// ---- references --------------------------------------------------------------------------------

void weak_ref_trace(Cell *cell, Visitor *visitor) {
    WeakRef *r = (WeakRef *)cell;
    visit(visitor, &r->callback);
    if (is_absent(r->target)) {
        visit_cell(visitor, &r->next);
    }
}

void weak_ref_insert(WeakRef *r, Value target) {
    assert(is_cell(target));
    weak_insert(&rt.heap.refs, (Linked *)r, target);
    r->order = ++rt.heap.ref_order;
}

WeakRef *weak_take_due(void) {
    WeakRef *r = rt.heap.due_refs;
    if (r) {
        rt.heap.due_refs = r->next;
        r->next = NULL;
    }
    return r;
}

void weak_each(void (*f)(const Cell *from, Value to, void *arg), void *arg) {
    const WeakIndex *x = &rt.heap.refs;
    for (size_t i = 0; i < x->capacity; i++) {
        for (const Linked *cell = *bucket_at(x, i); cell; cell = cell->next) {
            f(&cell->head, cell->key, arg);
        }
    }
    weak_tables_each(f, arg);
}

// Joins two chains, each newest first.
static WeakRef *merge(WeakRef *a, WeakRef *b) {
    WeakRef *all = NULL, **end = &all;
    while (a && b) {
        WeakRef **newer = a->order > b->order ? &a : &b;
        *end = *newer;
        end = &(*newer)->next;
        *newer = *end;
    }
    *end = a ? a : b;
    return all;
}

// Sorts a chain, newest first: runs of 2^i references wait in run[i].
static WeakRef *sorted(WeakRef *chain) {
    WeakRef *run[32] = {NULL}, *all = NULL;
    while (chain) {
        WeakRef *one = chain;
        chain = chain->next;
        one->next = NULL;
        size_t i = 0;
        for (; run[i] && i + 1 < COUNT_OF(run); i++) {
            one = merge(run[i], one);
            run[i] = NULL;
        }
        run[i] = merge(run[i], one);
    }
    for (size_t i = 0; i < COUNT_OF(run); i++) {
        all = merge(run[i], all);
    }
    return all;
}

static void append_due(WeakRef *chain) {
    WeakRef **end = &rt.heap.due_refs;
    while (*end) {
        end = &(*end)->next;
    }
    *end = chain;
}

// Takes the references to dead cells out of the index; returns those whose callbacks are to run.
static WeakRef *clear_refs(WeakIndex *x) {
    WeakRef *due = NULL;
    for (size_t i = 0; i < x->capacity; i++) {
        for (Linked **at = bucket_at(x, i); *at;) {
            WeakRef *r = (WeakRef *)*at;
            if (heap_is_marked(cell_of(r->target))) {
                at = &(*at)->next;
                continue;
            }
            *at = (Linked *)r->next;
            x->used--;
            r->target = ABSENT;
            r->next = NULL;
            if (is_present(r->callback) && heap_is_marked(&r->head)) {
                r->next = due;
                due = r;
            }
        }
    }
    return due;
}

// ---- for the collector -------------------------------------------------------------------------

void weak_visit_roots(Visitor *visitor) {
    Heap *h = &rt.heap;
    visit_cell(visitor, &h->refs.buckets);
    visit_cell(visitor, &h->shapes.buckets);
    visit_cell(visitor, &h->unbound.buckets);
    visit_cell(visitor, &h->due_refs);
}

void weak_clear(void) {
    Heap *h = &rt.heap;
    WeakRef *due = clear_refs(&h->refs);
    if (due) {
        append_due(sorted(due));
    }
    weak_tables_clear();
}

void weak_sweep(void) {
    Heap *h = &rt.heap;
    sweep_index(&h->refs);
    sweep_index(&h->shapes);
    sweep_index(&h->unbound);
    weak_tables_sweep();
}

void weak_update(Visitor *visitor, bool moved) {
    Heap *h = &rt.heap;
    update_index(&h->refs, visitor, moved, true);
    update_index(&h->shapes, visitor, moved, false);
    update_index(&h->unbound, visitor, moved, false);
    weak_tables_update(visitor, moved);
}

void weak_rehash(void) {
    Heap *h = &rt.heap;
    link_all(&h->refs, unlink_all(&h->refs));
    link_all(&h->shapes, unlink_all(&h->shapes));
    link_all(&h->unbound, unlink_all(&h->unbound));
}

void weak_shrink(void) {
    shrink_index(&rt.heap.refs);
    shrink_index(&rt.heap.shapes);
    shrink_index(&rt.heap.unbound);
}
