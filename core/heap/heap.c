// SPDX-License-Identifier: MIT
// heap.c: allocation in the fixed-size heap. See heap.h for the block maps and their invariants.
//
// Allocation bumps through the current free run [free, free_end). The mark bit that says "a free
// run starts here" is not kept for the current run; it is written when the run is left. When the
// run is too short, the next one that fits is searched upwards, then from the start; then the
// collector runs and the search is made once more. Cells of more than LARGE_BLOCKS come from
// above, unless their type is TYPE_LASTING (code).
#include "heap/heap.h"
#include "heap/announce.h"
#include "heap/bitmap.h"
#include "heap/collect.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>
#include <string.h>

#define LARGE_BLOCKS 32

static inline size_t block_of(const Heap *h, const void *p) {
    return (size_t)((const uint8_t *)p - h->base) / BLOCK_BYTES;
}

static inline uint8_t *address_of(const Heap *h, size_t block) {
    return h->base + block * BLOCK_BYTES;
}

static void make_reserve(Heap *h);

bool heap_init(void *memory, size_t size) {
    Heap *h = &rt.heap;
    uint8_t *start = (uint8_t *)(((uintptr_t)memory + BLOCK_BYTES - 1) & -(uintptr_t)BLOCK_BYTES);
    size_t lost = (size_t)(start - (uint8_t *)memory);
    if (size < lost + 4 * BLOCK_BYTES + 3 * WORD_BYTES) {
        return false;
    }
    size -= lost;
    // n blocks need 16n bytes and three maps of n bits, rounded up to words and to a block.
    size_t blocks = size / BLOCK_BYTES;
    size_t map_words, maps;
    do {
        map_words = (blocks + WORD_BITS - 1) / WORD_BITS;
        maps = (3 * map_words * WORD_BYTES + BLOCK_BYTES - 1) & -(size_t)BLOCK_BYTES;
    } while (maps + blocks * BLOCK_BYTES > size && blocks--);
    memset(h, 0, sizeof *h);
    memset(start, 0, maps);
    h->head = (uintptr_t *)(void *)start;
    h->mark = h->head + map_words;
    h->pinned = h->mark + map_words;
    h->base = start + maps;
    assert(maps + blocks * BLOCK_BYTES <= size && (uintptr_t)h->base % BLOCK_BYTES == 0);
    h->blocks = blocks;
    h->free = h->base;
    h->free_end = address_of(h, blocks);
    h->high = blocks;
    h->high_gap = NO_GAP;
    h->limit = SIZE_MAX;
    heap_set_pace(h);
    h->auto_collect = true;
    announce_heap(h->base, blocks * BLOCK_BYTES);
    make_reserve(h);
    return blocks >= 16;
}

// First block in [i, limit) at which a cell or a free run starts; limit if none.
static size_t next_start_before(const Heap *h, size_t i, size_t limit) {
    assert_hot(limit <= h->blocks);
    size_t w = i / WORD_BITS, words = (limit + WORD_BITS - 1) / WORD_BITS;
    if (w >= words) {
        return limit;
    }
    uintptr_t bits = (h->head[w] | h->mark[w]) & ~(uintptr_t)0 << (i % WORD_BITS);
    while (bits == 0) {
        if (++w >= words) {
            return limit;
        }
        bits = h->head[w] | h->mark[w];
    }
    size_t found = w * WORD_BITS + word_lowest(bits);
    return found < limit ? found : limit;
}

// First block >= i at which a cell or a free run starts; h->blocks if none.
size_t heap_next_start(const Heap *h, size_t i) {
    return next_start_before(h, i, h->blocks);
}

size_t heap_next_head(const Heap *h, size_t i) {
    size_t w = i / WORD_BITS, words = (h->blocks + WORD_BITS - 1) / WORD_BITS;
    if (w >= words) {
        return h->blocks;
    }
    uintptr_t bits = h->head[w] & ~(uintptr_t)0 << (i % WORD_BITS);
    while (bits == 0) {
        if (++w >= words) {
            return h->blocks;
        }
        bits = h->head[w];
    }
    return w * WORD_BITS + word_lowest(bits);
}

size_t heap_next_free(const Heap *h, size_t i) {
    size_t w = i / WORD_BITS, words = (h->blocks + WORD_BITS - 1) / WORD_BITS;
    if (w >= words) {
        return h->blocks;
    }
    uintptr_t bits = h->mark[w] & ~h->head[w] & ~(uintptr_t)0 << (i % WORD_BITS);
    while (bits == 0) {
        if (++w >= words) {
            return h->blocks;
        }
        bits = h->mark[w] & ~h->head[w];
    }
    return w * WORD_BITS + word_lowest(bits);
}

void heap_clear_marks(Heap *h, size_t from, size_t to) {
    assert(to <= h->blocks);
    while (from < to) {
        size_t w = from / WORD_BITS;
        size_t end = (w + 1) * WORD_BITS < to ? (w + 1) * WORD_BITS : to;
        uintptr_t mask = ~(uintptr_t)0 << (from % WORD_BITS);
        if (end % WORD_BITS) {
            mask &= ~(~(uintptr_t)0 << (end % WORD_BITS));
        }
        h->mark[w] &= ~mask;
        from = end;
    }
}

void heap_close_run(Heap *h) {
    assert(h->free <= h->free_end);
    if (h->free < h->free_end) {
        bit_set(h->mark, block_of(h, h->free));
    }
    h->free = h->free_end;
}

// The blocks [start, end) are taken.
static inline void forget_gap(Heap *h, size_t start, size_t end) {
    if (h->high_gap >= start && h->high_gap < end) {
        h->high_gap = NO_GAP;
    }
}

// Makes the free run at block `start` the current one; free neighbours above join it.
static size_t open_run(Heap *h, size_t start) {
    assert(h->free == h->free_end && bit_get(h->mark, start) && !bit_get(h->head, start));
    size_t end = heap_next_head(h, start);
    heap_clear_marks(h, start, end);
    forget_gap(h, start, end);
    h->free = address_of(h, start);
    h->free_end = address_of(h, end);
    return end - start;
}

// Looks for a run of `blocks` blocks from block `from` on, up to `limit`.
static bool find_run(Heap *h, size_t blocks, size_t from, size_t limit) {
    for (size_t i = heap_next_free(h, from); i < limit; i = heap_next_free(h, i + 1)) {
        size_t end = heap_next_head(h, i);
        heap_clear_marks(h, i + 1, end);
        if (end - i >= blocks) {
            open_run(h, i);
            return true;
        }
        i = end;
        if (i >= h->blocks) {
            break;
        }
    }
    return false;
}

static bool next_run(Heap *h, size_t blocks) {
    size_t here = block_of(h, h->free_end);
    heap_close_run(h);
    return find_run(h, blocks, here, h->blocks) || find_run(h, blocks, 0, here);
}

void heap_first_run(Heap *h) {
    size_t i = heap_next_free(h, 0);
    h->high_gap = NO_GAP;
    if (i < h->blocks) {
        open_run(h, i);
    } else {
        h->free = h->free_end = address_of(h, h->blocks);
    }
}

// Makes freed memory look like references to no address.
void heap_poison(void *start, size_t bytes) {
    if (CONFIG_POISON && !CONFIG_ANNOUNCE) { // a checker knows what is free
        memset(start, 0xa4, bytes);
    }
}

static inline void *bump(Heap *h, size_t blocks) {
    assert_hot(blocks > 0 && (size_t)(h->free_end - h->free) >= blocks * BLOCK_BYTES);
    uint8_t *p = h->free;
    bit_set(h->head, block_of(h, p));
    h->free = p + blocks * BLOCK_BYTES;
    h->used_blocks += blocks;
    h->since_collect += blocks;
    return p;
}

static inline bool fits(const Heap *h, size_t blocks) {
    return (size_t)(h->free_end - h->free) >= blocks * BLOCK_BYTES;
}

// ---- large cells ------------------------------------------------------------------------------
// They are taken from the upper end of the highest gap that fits, downwards from where the last one
// was taken, so that short-lived buffers do not leave holes among small cells.

// Highest block in [floor, i) at which a free run starts; SIZE_MAX if none.
static size_t previous_free(const Heap *h, size_t i, size_t floor) {
    while (i > floor) {
        size_t w = (i - 1) / WORD_BITS;
        uintptr_t bits = h->mark[w] & ~h->head[w] & ~(uintptr_t)0 >> (WORD_BITS - 1 - (i - 1) % WORD_BITS);
        if (bits) {
            size_t found = w * WORD_BITS + word_highest(bits);
            return found >= floor ? found : SIZE_MAX;
        }
        i = w * WORD_BITS;
    }
    return SIZE_MAX;
}

// Takes the last `blocks` blocks of the gap [start, limit), which has its mark at start.
static void *take_end(Heap *h, size_t start, size_t limit, size_t blocks) {
    assert(blocks > 0 && limit <= h->blocks && limit - start >= blocks);
    size_t at = limit - blocks;
    heap_clear_marks(h, at, limit);
    bit_set(h->head, at);
    h->high = at;
    h->high_gap = at > start && bit_get(h->mark, start) ? start : NO_GAP;
    return address_of(h, at);
}

// The current run, which has no mark, is looked at between the gaps above and below it.
static void *find_high(Heap *h, size_t blocks, size_t from) {
    size_t current = block_of(h, h->free), current_end = block_of(h, h->free_end);
    bool seen = current >= from;
    for (size_t i = from;;) {
        size_t start = previous_free(h, i, seen ? 0 : current_end);
        if (start == SIZE_MAX && seen) {
            return NULL;
        }
        if (start == SIZE_MAX) {
            seen = true;
            if (fits(h, blocks)) {
                h->free_end -= blocks * BLOCK_BYTES;
                return take_end(h, current, current_end, blocks);
            }
            i = current;
            continue;
        }
        size_t limit = heap_next_head(h, start);
        if (current > start && current < limit && current < current_end) {
            limit = current;
        }
        if (limit - start >= blocks) {
            return take_end(h, start, limit, blocks);
        }
        i = start;
    }
}

static void *take_high(Heap *h, size_t blocks) {
    void *p = NULL;
    if (h->high_gap < h->high && h->high - h->high_gap >= blocks) { // often: no need to look for it
        p = take_end(h, h->high_gap, h->high, blocks);
    } else {
        p = find_high(h, blocks, h->high);
    }
    if (!p && h->high < h->blocks) {
        p = find_high(h, blocks, h->blocks);
    }
    if (p) {
        h->used_blocks += blocks;
        h->since_collect += blocks;
    }
    return p;
}

// ---- what sends all allocations to the slow path ------------------------------------------------

// Blocks after which an allocation collects first.
static size_t due_after(const Heap *h) {
    return h->limit < h->pace ? h->limit : h->pace;
}

static void set_threshold(Heap *h) {
    h->threshold = h->fail_at || h->observer ? 0 : due_after(h);
}

void heap_set_pace(Heap *h) {
    size_t least = CONFIG_HEAP_PACE / BLOCK_BYTES;
    h->pace = 2 * h->used_blocks > least ? 2 * h->used_blocks : least;
    set_threshold(h);
}

void heap_set_limit(size_t blocks) {
    rt.heap.limit = blocks;
    set_threshold(&rt.heap);
}

void heap_observe(const HeapObserver *observer) {
    rt.heap.observer = observer;
    set_threshold(&rt.heap);
}

void heap_fail_after(size_t n, bool forever) {
    Heap *h = &rt.heap;
    assert(n > 0);
    h->fail_at = n;
    h->fail_forever = forever;
    set_threshold(h);
}

// Is this the allocation that heap_fail_after chose? The last one told so ends the count.
static bool is_to_fail(Heap *h) {
    assert(h->fail_at > 0);
    if (--h->fail_at) {
        return false;
    }
    if (h->fail_forever) {
        h->fail_at = 1;
    }
    set_threshold(h);
    return true;
}

void heap_tell_allocated(const Heap *h, const void *cell, const Type *type, size_t blocks) {
    if (cell && h->observer && h->observer->allocated) {
        h->observer->allocated(cell, type, blocks * BLOCK_BYTES);
    }
}

static void tell_resized(const Heap *h, const void *cell, size_t old, size_t blocks) {
    if (h->observer && h->observer->resized && old != blocks) {
        h->observer->resized(cell, old * BLOCK_BYTES, blocks * BLOCK_BYTES);
    }
}

static void note_peak(Heap *h) { // before memory is given back
    if (h->used_blocks > h->peak_blocks) {
        h->peak_blocks = h->used_blocks;
    }
}

void *heap_take(Heap *h, size_t blocks, bool lasting) {
    assert(blocks > 0);
    if (blocks > LARGE_BLOCKS && !lasting) {
        return take_high(h, blocks);
    }
    return fits(h, blocks) || next_run(h, blocks) ? bump(h, blocks) : NULL;
}

// ---- the reserve ------------------------------------------------------------------------------
// In a heap that is full to the last block, nobody could even print the MemoryError. So a cell is
// given up when an allocation is refused for want of memory, and made anew by a later allocation
// that finds much more than it free.

static const Type reserve_type = {.head = {&type_type}, .name = N__reserve,
                                  .flags = TYPE_TRACE_NONE, .payload = sizeof(Cell),
                                  .letter = 'h'};

static size_t reserve_blocks(const Heap *h) {
    size_t most = h->blocks / 64, blocks = CONFIG_HEAP_RESERVE / BLOCK_BYTES;
    return most < blocks ? most : blocks;
}

static void make_reserve(Heap *h) {
    size_t blocks = reserve_blocks(h);
    if (h->reserve || blocks == 0 || h->blocks - h->used_blocks < 8 * blocks) {
        return;
    }
    h->reserve = heap_take(h, blocks + CONFIG_RED_ZONE, false);
    if (h->reserve) {
        heap_tell_allocated(h, h->reserve, &reserve_type, blocks + CONFIG_RED_ZONE);
        announce_open(h->reserve, (blocks + CONFIG_RED_ZONE) * BLOCK_BYTES);
        memset(h->reserve, 0, blocks * BLOCK_BYTES);
        announce_alloc(h->reserve, blocks * BLOCK_BYTES, (blocks + CONFIG_RED_ZONE) * BLOCK_BYTES,
                       true);
        h->reserve->type = &reserve_type;
    }
}

// An allocation of `size` bytes was refused.
static _Noreturn COLD void raise_refused(size_t size) {
    Heap *h = &rt.heap;
    if (h->reserve && h->blocks - h->used_blocks < reserve_blocks(h)) {
        void *cell = h->reserve;
        h->reserve = NULL;
        heap_free(cell);
    }
    raise_memory_error(size);
}

static NOINLINE void *alloc_slow(const Type *type, size_t blocks) {
    assert(blocks > 0);
    Heap *h = &rt.heap;
    if (blocks > h->blocks || (h->fail_at && is_to_fail(h))) {
        return NULL;
    }
    if (h->lock_depth) {
        void *p = h->raising ? emergency_take(h, blocks) : NULL;
        heap_tell_allocated(h, p, type, blocks);
        return p;
    }
    assert(!h->collecting);
    bool for_traceback = h->raising == RAISING_TRACEBACK;
    if (for_traceback && h->no_traceback) {
        return NULL;
    }
    bool collected = false, lasting = type->flags & TYPE_LASTING;
    bool due = h->since_collect >= due_after(h) && h->auto_collect && !h->fail_at;
    if (CONFIG_GC_STRESS > 1) {
        heap_compact(blocks);
        collected = true;
    } else if (CONFIG_GC_STRESS || due) {
        heap_collect();
        collected = true;
    }
    void *p = heap_take(h, blocks, lasting);
    if (!p && !collected && h->auto_collect) {
        heap_collect();
        p = heap_take(h, blocks, lasting);
    }
    if (!p && h->auto_collect && h->blocks - h->used_blocks >= blocks) {
        heap_compact(blocks);
        p = heap_take(h, blocks, lasting);
    }
    if (!p && h->raising) {
        p = emergency_take(h, blocks);
    }
    h->no_traceback = for_traceback && !p;
    heap_tell_allocated(h, p, type, blocks);
    if (p) {
        make_reserve(h);
    }
    return p;
}

static inline void *alloc_blocks(const Type *type, size_t blocks) {
    Heap *h = &rt.heap;
    if (LIKELY(fits(h, blocks) && blocks <= LARGE_BLOCKS && h->since_collect < h->threshold) &&
        !h->lock_depth && !CONFIG_GC_STRESS) {
        return bump(h, blocks);
    }
    return alloc_slow(type, blocks);
}

static inline size_t blocks_for(size_t size) {
    return size / BLOCK_BYTES + (size % BLOCK_BYTES != 0) + CONFIG_RED_ZONE;
}

// Enters a new cell in the register of finalisers, if it has one; NULL if there is no memory.
static inline void *registered(Cell *c) {
    if (UNLIKELY(c->type->flags & TYPE_FINALISE) && !finalise_add(c)) {
        heap_free(c);
        return NULL;
    }
    return c;
}

void *heap_alloc_raw(const Type *type, size_t size) {
    assert_hot(size >= sizeof(Cell) && !rt.heap.collecting);
    size_t blocks = blocks_for(size);
    Cell *c = alloc_blocks(type, blocks);
    if (UNLIKELY(!c)) {
        raise_refused(size);
    }
    announce_open(c, blocks * BLOCK_BYTES);
    if (type->flags & TYPE_TRACE_WORDS) { // what lies behind the cell's last word is visited too
        memset((uint8_t *)c + (blocks - 1 - CONFIG_RED_ZONE) * BLOCK_BYTES, 0, BLOCK_BYTES);
    }
    announce_alloc(c, size, blocks * BLOCK_BYTES, false);
    assert(!(type->flags & TYPE_FINALISE));
    c->type = type;
    return c;
}

void *heap_alloc(const Type *type, size_t size) {
    assert_hot(size >= sizeof(Cell) && !rt.heap.collecting);
    size_t blocks = blocks_for(size);
    Cell *c = alloc_blocks(type, blocks);
    if (UNLIKELY(!c)) {
        raise_refused(size);
    }
    announce_open(c, blocks * BLOCK_BYTES);
    memset(c, 0, blocks * BLOCK_BYTES);
    announce_alloc(c, size, blocks * BLOCK_BYTES, true);
    c->type = type;
    if (UNLIKELY(!registered(c))) {
        raise_memory_error(size);
    }
    return c;
}

void *heap_try_alloc(const Type *type, size_t size) {
    assert_hot(size >= sizeof(Cell) && !rt.heap.collecting);
    size_t blocks = blocks_for(size);
    Cell *c = alloc_blocks(type, blocks);
    if (c) {
        announce_open(c, blocks * BLOCK_BYTES);
        memset(c, 0, blocks * BLOCK_BYTES);
        announce_alloc(c, size, blocks * BLOCK_BYTES, true);
        c->type = type;
        return registered(c);
    }
    return NULL;
}

void heap_pin(const void *cell) {
    if (heap_contains(cell)) {
        bit_set(rt.heap.pinned, block_of(&rt.heap, cell));
    }
}

bool heap_contains(const void *p) {
    const Heap *h = &rt.heap;
    return (uintptr_t)p - (uintptr_t)h->base < h->blocks * BLOCK_BYTES;
}

// Block after the cell's last one. The current run has no mark at its start: the search ends
// there, so that the newest cell does not scan the free rest of the heap.
static size_t cell_end(const Heap *h, const void *cell) {
    bool before = (const uint8_t *)cell < h->free;
    return next_start_before(h, block_of(h, cell) + 1, before ? block_of(h, h->free) : h->blocks);
}

size_t heap_cell_blocks(const void *cell) {
    const Heap *h = &rt.heap;
    assert_hot(heap_contains(cell) && bit_get(h->head, block_of(h, cell)));
    return cell_end(h, cell) - block_of(h, cell);
}

size_t heap_cell_size(const void *cell) {
    size_t size = (heap_cell_blocks(cell) - CONFIG_RED_ZONE) * BLOCK_BYTES;
    announce_claim(cell, size);
    return size;
}

static void shrink_cell(Heap *h, void *cell, size_t blocks, size_t old) {
    assert(blocks > 0 && blocks < old);
    uint8_t *end = (uint8_t *)cell + old * BLOCK_BYTES, *cut = (uint8_t *)cell + blocks * BLOCK_BYTES;
    h->used_blocks -= old - blocks;
    heap_poison(cut, (old - blocks) * BLOCK_BYTES);
    if (end == h->free) {
        h->free = cut;
    } else {
        bit_set(h->mark, block_of(h, cut));
    }
}

// Takes `more` blocks of the free run that starts at block `end`, if it is one and long enough.
static bool grow_cell(Heap *h, size_t end, size_t more) {
    assert(more > 0 && end <= h->blocks);
    uint8_t *at = address_of(h, end);
    if (at == h->free) {
        if (!fits(h, more)) {
            return false;
        }
        h->free += more * BLOCK_BYTES;
    } else {
        if (end >= h->blocks || bit_get(h->head, end) || !bit_get(h->mark, end)) {
            return false;
        }
        size_t limit = heap_next_head(h, end);
        size_t current = block_of(h, h->free);
        if (h->free < h->free_end && current > end && current < limit) {
            limit = current; // free neighbours up to the current run, which stays itself
        }
        if (limit - end < more) {
            return false;
        }
        heap_clear_marks(h, end, end + more);
        forget_gap(h, end, end + more);
        if (end + more < limit) {
            bit_set(h->mark, end + more);
        }
    }
    h->used_blocks += more;
    h->since_collect += more;
    at -= CONFIG_RED_ZONE * BLOCK_BYTES;
    announce_open(at, (more + CONFIG_RED_ZONE) * BLOCK_BYTES);
    memset(at, 0, more * BLOCK_BYTES);
    return true;
}

bool heap_resize(void *cell, size_t size) {
    Heap *h = &rt.heap;
    assert_hot(size >= sizeof(Cell) && heap_contains(cell) && bit_get(h->head, block_of(h, cell)));
    size_t start = block_of(h, cell), end = cell_end(h, cell);
    size_t old = end - start, blocks = blocks_for(size);
    if (blocks > old && (h->lock_depth || !grow_cell(h, end, blocks - old))) {
        return false;
    }
    announce_resize(cell, size);
    if (blocks < old) {
        note_peak(h);
        shrink_cell(h, cell, blocks, old);
    }
    tell_resized(h, cell, old, blocks);
    return true;
}

bool heap_grow(void *cell, size_t need, size_t wish) {
    size_t free = (rt.heap.blocks - rt.heap.used_blocks) * BLOCK_BYTES;
    return heap_resize(cell, wish) || heap_resize(cell, size_add(need, need / 8)) ||
           (free < wish && heap_resize(cell, need));
}

void heap_free(void *cell) {
    Heap *h = &rt.heap;
    if (!cell || !heap_contains(cell)) {
        return;
    }
    size_t start = block_of(h, cell), end = cell_end(h, cell);
    assert(CONFIG_ANNOUNCE || bit_get(h->head, start)); // a checker tells more of a double free
    note_peak(h);
    if (h->observer && h->observer->freed) {
        h->observer->freed(cell, (end - start) * BLOCK_BYTES);
    }
    announce_free(cell, (end - start) * BLOCK_BYTES); // the observer may look at it
    bit_clear(h->head, start);
    bit_clear(h->pinned, start);
    h->used_blocks -= end - start;
    heap_poison(cell, (end - start) * BLOCK_BYTES);
    if (address_of(h, end) == h->free) {
        h->free = cell;
    } else if (cell == h->free_end) {
        h->free_end = address_of(h, end);
    } else {
        bit_set(h->mark, start);
    }
}

size_t heap_total_bytes(void) {
    return rt.heap.blocks * BLOCK_BYTES;
}

size_t heap_used_bytes(void) {
    return rt.heap.used_blocks * BLOCK_BYTES;
}

size_t heap_free_bytes(void) {
    return (rt.heap.blocks - rt.heap.used_blocks) * BLOCK_BYTES;
}

void heap_walk(void (*f)(Cell *cell, size_t bytes, void *arg), void *arg) {
    Heap *h = &rt.heap;
    for (size_t i = heap_next_head(h, 0); i < h->blocks; i = heap_next_head(h, i + 1)) {
        Cell *c = (Cell *)(void *)address_of(h, i);
        f(c, (heap_cell_blocks(c) - CONFIG_RED_ZONE) * BLOCK_BYTES, arg);
    }
}
