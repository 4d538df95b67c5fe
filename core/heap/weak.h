// SPDX-License-Identifier: MIT
// weak.h: references that keep nothing alive, and how the collector treats them.
//
// A WeakIndex finds cells by the address of another cell, their key: weak references by what they
// refer to, shapes by the shape before them, methods by their type. It is a chained hash table,
// linked through the cells themselves, and keeps none of them alive.
#ifndef CORE_WEAK_H
#define CORE_WEAK_H

#include "value/type.h"

typedef struct Linked { // how cells in a WeakIndex start; not to be visited: next
    Cell head;
    Value key;
    struct Linked *next;
} Linked;

typedef struct WeakIndex {
    Cell *buckets;     // internal cell of `capacity` pointers to Linked; NULL: none
    uint32_t capacity; // 0 or a power of two
    uint32_t used;
    uint32_t limit;    // with so many used it is to grow
} WeakIndex;

// The first cell in the bucket of a key; those with other keys are among those that follow.
Linked *weak_first(const WeakIndex *x, Value key);
// Sets cell's key and enters it. May collect; raises MemoryError only for the very first one, with
// nothing changed.
void weak_insert(WeakIndex *x, Linked *cell, Value key);
void weak_remove(WeakIndex *x, Linked *cell); // it must be in

// What ref, proxy and finalize objects start with: a Linked in rt.heap.refs while the target lives.
typedef struct WeakRef {
    Cell head;
    Value target;         // not visited; ABSENT once it is dead
    struct WeakRef *next; // in the bucket; of a dead one in the queue of callbacks, visited then
    Value callback;       // ABSENT for none
    Value hash;           // of the target as a small int, once it was asked for; else ABSENT
    uintptr_t order;      // a reference made later has a higher one
} WeakRef;
void weak_ref_trace(Cell *cell, Visitor *visitor);
// Enters a reference whose target is still ABSENT. Errors as weak_insert.
void weak_ref_insert(WeakRef *r, Value target);
// Takes the next dead reference whose callback is due out of the queue; NULL if there is none.
WeakRef *weak_take_due(void);

// Calls f for each thing that a weak reference or the entry of a weak table refers to without
// keeping it alive; `from` is the reference or the table's storage. Dead ones that no collection
// has found yet are among them. Allocates nothing; f must not either.
void weak_each(void (*f)(const Cell *from, Value to, void *arg), void *arg);

// ---- for the collector -------------------------------------------------------------------------
void weak_visit_roots(Visitor *visitor);
// After marking: clears references to what is dead, takes dead entries out of weak tables, queues
// callbacks, newest reference first.
void weak_clear(void);
void weak_sweep(void); // after finalisers have marked theirs: forgets dead cells
// In a compaction: visits what is weak and the links between the cells. moved: cells are at their
// new places; else at the old ones still.
void weak_update(Visitor *visitor, bool moved);
void weak_rehash(void); // at the end of it: addresses have changed
void weak_shrink(void); // after sweeping: gives back what is not needed

#endif
