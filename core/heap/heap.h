// SPDX-License-Identifier: MIT
// heap.h: the fixed-size heap of 16-byte blocks and its collector.
//
// Invariants
// - Cells start on a block; a cell's first word is its Type. References are Values or pointers
//   to the *start* of cells. Only the C stack may hold pointers into the middle of a cell.
// - A third bitmap, `pinned`, has the heads of cells whose address the program has seen.
// - Two bitmaps, one bit per block each: `head` (a cell starts here) and `mark` (with head: the
//   cell is marked; without head: a free run starts here). A cell or free run ends where the
//   next bit of either map is set. Both maps lie at the start of the region and count as heap.
// - Any allocation may collect (and, later, move cells that no C stack word points to): hold
//   cells in C locals or reachable from a root, and do not keep interior pointers across an
//   allocation without the cell pointer beside it.
// - Fresh memory is zero unless heap_alloc_raw was used.
// - Marking is precise from rt's roots, the value stack and each cell's trace, conservative from
//   the C stack and registers.
#ifndef CORE_HEAP_H
#define CORE_HEAP_H

#include "heap/weak.h"
#include "value/type.h"

#define BLOCK_BYTES 16
#define NO_GAP SIZE_MAX

typedef enum { IMPORT_BEGAN, IMPORT_ENDED, IMPORT_FAILED } ImportStage;
// What watches a heap: see heap_observe(). Its functions must not allocate on the heap, collect or
// raise. Any may be NULL. Bytes are those of whole blocks.
typedef struct HeapObserver {
    // A cell was taken; neither its type nor its contents are written yet.
    void (*allocated)(const Cell *cell, const Type *type, size_t bytes);
    void (*resized)(const Cell *cell, size_t before, size_t after); // in place
    void (*freed)(const Cell *cell, size_t bytes); // by heap_free(), not by a collection
    void (*moved)(const Cell *from, const Cell *to, size_t bytes); // by compaction
    void (*began)(bool compaction); // a collection, or a compaction (after its collection)
    void (*ended)(bool compaction, size_t cells); // that many cells were freed or moved
    void (*import)(const Str *name, ImportStage stage);
    void (*mark)(const char *text, size_t size); // micropython.mark()
} HeapObserver;

typedef enum {
    RAISING_NOTHING,
    RAISING_TRACEBACK, // with what is left of the memory for exceptions
    RAISING_EXCEPTION, // also after a collection
} HeapRaising;

typedef struct Heap {
    uint8_t *base;       // first block; block i is at base + 16*i
    size_t blocks;
    uintptr_t *head, *mark, *pinned; // the bitmaps
    uint8_t *free, *free_end; // the current free run: [free, free_end), block aligned
    size_t high;         // large cells are searched downwards from this block
    size_t high_gap;     // where the free run just below `high` starts; NO_GAP: not known
    size_t used_blocks;  // blocks of live or not yet collected cells
    size_t threshold;    // blocks after which an allocation takes the slow path; 0: each does
    size_t limit;        // blocks after which an allocation collects first; SIZE_MAX: not set
    size_t pace;         // the same, from CONFIG_HEAP_PACE and what the last collection left
    size_t since_collect; // blocks allocated since the last collection
    size_t peak_blocks;  // most blocks in use at any time before memory was last given back
    size_t collections, compactions;
    size_t allocated_before; // blocks allocated before the last collection
    Cell *finalisers;    // the register of cells with finalisers: see finalise.c
    size_t finaliser_count, due_count, due_from; // its entries; those due; none is due before
    WeakIndex refs, shapes; // weak references by their targets; shapes by their parents
    WeakIndex unbound; // methods of builtin types, taken from the type, by the type
    struct WeakRef *due_refs; // dead ones whose callbacks are to run
    struct WeakTable *weak_tables; // chain of all of them
    uintptr_t ref_order; // weak references made so far
    size_t unreported, unreported_freed; // collections gc.callbacks do not know yet; cells freed
    Cell *reserve;       // given up when memory runs out, so that the error can be handled; or NULL
    size_t fail_at;      // tests: allocations until one fails; 0: none (see heap_fail_after)
    bool fail_forever;   // and all after it
    const HeapObserver *observer; // NULL: none
    Cell *emergency;     // kept for exceptions: see heap_set_emergency(); NULL: none, or given up
    size_t emergency_blocks; // its size; 0: none wanted
    size_t emergency_left;   // what may be taken in its stead
    uint8_t raising;     // HeapRaising: may that be taken?
    bool no_traceback;   // the last search was for one, in vain: the next one is not made
    uint16_t lock_depth; // micropython.heap_lock()
    bool auto_collect;   // gc.enable()
    bool collecting;
    bool finalising;     // heap_run_finalisers() is at work
    bool reporting;      // gc.callbacks are being called: not for what they collect
    bool calling_refs;   // callbacks of weak references are being called
} Heap;

// What a trace function calls for each reference. A trace function must not allocate. Where it needs to
// read another cell (how many slots has this shape?), it does so before it visits the field that
// refers to it, and not that cell's first two words: compaction may be under way.
struct Visitor {
    void (*visit)(Visitor *visitor, Value *slot);             // *slot may be updated
    void (*visit_ambiguous)(Visitor *visitor, uintptr_t word); // may or may not be a cell: pins it
};
static inline void visit(Visitor *visitor, Value *slot) {
    if (is_cell(*slot)) {
        visitor->visit(visitor, slot);
    }
}
// For fields of pointer-to-cell type: visit_cell(v, &list->items).
#define visit_cell(visitor, field) visit(visitor, (Value *)(void *)(field))

// Sets the heap up in [memory, memory + size). Returns false if size is too small.
bool heap_init(void *memory, size_t size);

// A new cell of `size` bytes (head included), zeroed after the head. Raises MemoryError;
// may collect. size is checked by the caller with size_add/size_mul (error.h).
void *heap_alloc(const Type *type, size_t size);
// The same without zeroing: the caller fills it before anything else can allocate. For cells
// of TYPE_TRACE_NONE or filled at once.
void *heap_alloc_raw(const Type *type, size_t size);
// NULL instead of raising.
void *heap_try_alloc(const Type *type, size_t size);
// Grows or shrinks a cell in place: true if done (new bytes are zeroed). Never collects.
bool heap_resize(void *cell, size_t size);
// Grows a cell that is to hold need bytes, and wish bytes soon: in place to wish, or to an eighth more than
// need; to need alone only if there is not memory enough for another cell. true if done. Never collects.
bool heap_grow(void *cell, size_t need, size_t wish);
// Bytes of the cell's blocks (its usable size, head included): the caller may use them all. Never
// collects.
size_t heap_cell_size(const void *cell);
// Gives a cell back at once; nothing may refer to it. Only for internal cells, ints, strs and bytes:
// others gc.get_objects() may have shown to the program. Optional; a no-op for non-heap pointers.
void heap_free(void *cell);
// Is it a pointer into the heap region (else flash or static)?
bool heap_contains(const void *p);

// Marks and sweeps; returns the number of cells freed. Native finalisers run at once; the __del__
// of unreachable objects run before the next instruction (attention flag), or by
// heap_run_finalisers(), callbacks of weak references before them. Never raises.
size_t heap_collect(void);
// Collects, then moves cells together so that a free run of `blocks` blocks comes to be if it can (0:
// one of nearly all that is free); what the C stack may point to and pinned cells stay. Called
// when an allocation would fail though there is room. C code must not rely on the address of a
// cell that is neither in a C local nor pinned. Never raises.
void heap_compact(size_t blocks);
size_t heap_largest_free(void); // blocks of the largest free run. Neither allocates nor collects
void heap_pin(const void *cell); // it never moves from now on: its address was given away
// Runs the __del__ that are due, in the order in which the objects were made. Never raises. What
// becomes due meanwhile runs before the next instruction.
void heap_run_finalisers(void);
// The same for all objects that have a __del__ which did not run, alive or not: the program ends.
void heap_finalise_all(void);
// Enters a new cell in the register of finalisers; its turn comes after those entered before.
// False if there is no memory. May collect.
bool finalise_add(const Cell *c);
// Calls `each` for the objects whose __del__ is due; it must not allocate.
void finalise_each_due(void (*each)(Value object, void *arg), void *arg);
// The same for all cells in the register, due or not.
void finalise_each_registered(void (*each)(Value object, void *arg), void *arg);
bool finalise_has_words(void); // is there a registered cell whose finaliser is Python code?
bool finalise_is_registered(const Cell *c); // is its finaliser still to run? Linear search
// Enters all instances of a class and its subclasses that are not: it is to get a __del__. May
// raise MemoryError.
void finalise_adopt(const Type *type);
// For tests: the n-th allocation from now on fails (forever: and all after it). n > 0.
void heap_fail_after(size_t n, bool forever);
// Tells the observer (NULL: nobody) of all that happens from now on. As with heap_fail_after, all
// allocations take the slow path then, so that they are no slower when nobody looks.
void heap_observe(const HeapObserver *observer);
// An allocation that finds so many blocks allocated since the last collection collects first;
// SIZE_MAX: only `pace` decides.
void heap_set_limit(size_t blocks);
// Keeps a cell of so many bytes (0: none) for allocations while `raising`, when the heap is full or
// locked. Raises MemoryError.
void heap_set_emergency(size_t bytes);
void heap_refill_emergency(void); // after it was given up: if it fits now. Never collects or raises
size_t heap_total_bytes(void);
size_t heap_used_bytes(void);
size_t heap_free_bytes(void);
void heap_clear_caches(void); // forgets cached lookups (called at collection)
// Asserts every invariant, after a collection (check.c says which); aborts with a message.
void heap_check(void);
void heap_check_maps(void);   // asserts those of the block maps, at any time
// Calls f for each live cell in address order; f must not allocate.
void heap_walk(void (*f)(Cell *cell, size_t bytes, void *arg), void *arg);

#endif
