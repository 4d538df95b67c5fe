// SPDX-License-Identifier: MIT
// intern.c: the set of interned strings: those that equal each other are one cell.
//
// Three parts, searched in this order: one-character ASCII strings (const_names.chars), names
// known at build time (const_names, through name_buckets), and a table on the heap for the rest:
//
//   rt.intern.table -> {head, uint32_t slot[capacity]}   capacity a power of two, at most 2/3 used
//
// A slot is 0, or the number of the heap block where a string starts, plus 1.
//
// Open addressing with linear probing, no tombstones: a removal closes the gap (Knuth, TAOCP
// vol. 3, section 6.4, Algorithm R). The table is weak: nothing visits its slots, and the collector
// calls str_sweep_interned() between marking and sweeping, and str_shrink_interned() afterwards.
#include "heap/heap.h"
#include "state.h"
#include "text/str.h"
#include "text/utf8.h"
#include <assert.h>

static const Type intern_table_type = {{&type_type},
                                       N__interned_names,
                                       NULL,
                                       TYPE_TRACE_NONE | TYPE_FINAL,
                                       sizeof(Cell),
                                       'h',
                                       0,
                                       NULL,
                                       &intern_table_type,
                                       {NULL},
                                       NULL,
                                       {NULL}};

typedef struct InternCell {
    Cell head;
    uint32_t slot[];
} InternCell;

enum { FIRST_CAPACITY = 16 };

static uint32_t *slots_of(void) {
    return ((InternCell *)rt.intern.table)->slot;
}

static const Str *str_at(uint32_t slot) { // not 0
    return (const Str *)(const void *)(rt.heap.base + (size_t)(slot - 1) * BLOCK_BYTES);
}

static uint32_t slot_of(const Str *s) {
    assert(heap_contains(s));
    size_t block = (size_t)((const uint8_t *)s - rt.heap.base) / BLOCK_BYTES;
    assert(block < UINT32_MAX);
    return (uint32_t)block + 1;
}

// FNV-1a (Fowler, Noll, Vo), whose last bytes reach the low half only: hence the shift at the end.
static uint32_t text_hash(const char *text, size_t size) {
    uint32_t h = 2166136261u;
    for (; UNLIKELY(size > POLL_BYTES); text += POLL_BYTES, size -= POLL_BYTES) {
        poll_interrupt();
        for (size_t i = 0; i < POLL_BYTES; i++) {
            h = (h ^ (unsigned char)text[i]) * 16777619u;
        }
    }
    for (size_t i = 0; i < size; i++) {
        h = (h ^ (unsigned char)text[i]) * 16777619u;
    }
    h ^= h >> 15;
    h = (h ^ (h >> 30)) & 0x3fffffff;
    return h ? h : 1;
}

uint32_t str_hash(const Str *s) {
    if (UNLIKELY(s->hash == 0)) { // then it is in RAM: const strings carry their hash
        ((Str *)s)->hash = text_hash(s->text, s->size);
    }
    return s->hash;
}

static bool is_text(const Str *s, const char *text, size_t size, uint32_t hash) {
    return s->hash == hash && s->size == size && memcmp(s->text, text, size) == 0;
}

static const Str *find_const(const char *text, size_t size, uint32_t hash) {
    if (size == 1 && !(text[0] & 0x80)) {
        return (const Str *)&const_names.chars[(unsigned char)text[0]];
    }
    const uint16_t *bucket = &name_buckets[hash & (NAME_BUCKETS - 1)];
    const Str *s = const_name(bucket[0]), *end = const_name(bucket[1]);
    while (s < end && !is_text(s, text, size, hash)) {
        size_t bytes = sizeof(Str) + s->size + 1; // the next name follows, aligned
        s = (const Str *)((const uintptr_t *)s + (bytes + WORD_BYTES - 1) / WORD_BYTES);
    }
    return s < end ? s : NULL;
}

// The slot that holds the text, or the free one where it would go.
static uint32_t *find_slot(const char *text, size_t size, uint32_t hash) {
    assert(rt.intern.used < rt.intern.capacity);
    uint32_t mask = rt.intern.capacity - 1, at = hash & mask;
    uint32_t *slots = slots_of();
    while (slots[at] && !is_text(str_at(slots[at]), text, size, hash)) {
        at = (at + 1) & mask;
    }
    return &slots[at];
}

static uint32_t *home_slot(uint32_t slot) { // where the string of a slot would go
    const Str *s = str_at(slot);
    return find_slot(s->text, s->size, s->hash);
}

static const Str *find(const char *text, size_t size, uint32_t hash) {
    const Str *s = find_const(text, size, hash);
    if (!s && rt.intern.capacity > 0) {
        uint32_t slot = *find_slot(text, size, hash);
        s = slot ? str_at(slot) : NULL;
    }
    return s;
}

Str *str_find_interned(const char *text, size_t size) {
    return (Str *)find(text, size, text_hash(text, size));
}

// Makes room for one more string. May collect, which may remove some.
static void reserve(void) {
    uint32_t capacity = rt.intern.capacity;
    if (capacity > 0 && (rt.intern.used + 1) * 3 <= capacity * 2) {
        return;
    }
    capacity = capacity ? capacity * 2 : FIRST_CAPACITY;
    size_t bytes = size_add(sizeof(Cell), size_mul(capacity, sizeof(uint32_t)));
    Cell *fresh = heap_alloc(&intern_table_type, bytes);
    Cell *old = rt.intern.table;
    const uint32_t *from = old ? ((InternCell *)old)->slot : NULL;
    uint32_t old_capacity = rt.intern.capacity;
    rt.intern.table = fresh;
    rt.intern.capacity = capacity;
    for (uint32_t i = 0; i < old_capacity; i++) {
        if (from[i]) {
            *home_slot(from[i]) = from[i];
        }
    }
    if (old) {
        heap_free(old);
    }
}

static Str *insert(Str *s) {
    assert(s->hash != 0 && heap_contains(s));
    reserve();
    uint32_t *slot = find_slot(s->text, s->size, s->hash);
    assert(*slot == 0);
    *slot = slot_of(s);
    s->interned = 1;
    rt.intern.used++;
    return s;
}

Str *str_intern(Value v) {
    assert(is_str(v));
    Str *s = str_of(v);
    if (s->interned) {
        return s;
    }
    const Str *known = find(s->text, s->size, str_hash(s));
    if (known) {
        return (Str *)known;
    }
    if (!heap_contains(s)) { // a const string can't be marked as interned: use a copy
        return str_intern_c(s->text, s->size);
    }
    return insert(s);
}

Str *str_intern_c(const char *text, size_t size) {
    uint32_t hash = text_hash(text, size);
    const Str *known = find(text, size, hash);
    if (known) {
        return (Str *)known;
    }
    Str *s = str_of(str_new(text, size));
    s->hash = hash;
    return insert(s);
}

// Empties slot `hole` and moves later strings of its probe sequence up.
static void close_gap(uint32_t *slots, uint32_t hole) {
    assert(hole < rt.intern.capacity && slots[hole]);
    uint32_t mask = rt.intern.capacity - 1;
    slots[hole] = 0;
    for (uint32_t at = (hole + 1) & mask; slots[at]; at = (at + 1) & mask) {
        uint32_t home = str_at(slots[at])->hash & mask;
        if (((at - home) & mask) >= ((at - hole) & mask)) {
            slots[hole] = slots[at];
            slots[at] = 0;
            hole = at;
        }
    }
}

void str_sweep_interned(bool (*is_live)(const Cell *cell)) {
    uint32_t *slots = rt.intern.capacity ? slots_of() : NULL;
    for (uint32_t i = 0; i < rt.intern.capacity; i++) {
        while (slots[i] && !is_live(&str_at(slots[i])->head)) {
            assert(rt.intern.used > 0);
            close_gap(slots, i);
            rt.intern.used--;
        }
    }
}

// Moves the strings to the upper half of the table and back to where they belong in one of half
// the size: that needs no memory. At most a quarter of the slots are used.
static void halve(void) {
    uint32_t *slots = slots_of();
    uint32_t half = rt.intern.capacity / 2, to = half;
    for (uint32_t i = 0; i < half; i++) {
        while (slots[i] && slots[to]) {
            to++;
        }
        assert(to < rt.intern.capacity);
        if (slots[i]) {
            slots[to] = slots[i];
            slots[i] = 0;
        }
    }
    rt.intern.capacity = half;
    for (uint32_t i = half; i < 2 * half; i++) {
        if (slots[i]) {
            *home_slot(slots[i]) = slots[i];
        }
    }
}

void str_shrink_interned(void) {
    uint32_t before = rt.intern.capacity;
    while (rt.intern.capacity > FIRST_CAPACITY && rt.intern.used * 4 <= rt.intern.capacity) {
        halve();
    }
    if (rt.intern.capacity < before) {
        heap_resize(rt.intern.table, sizeof(Cell) + rt.intern.capacity * sizeof(uint32_t));
    }
}

void str_visit_interned(Visitor *visitor) {
    for (uint32_t i = 0; i < rt.intern.capacity; i++) {
        uint32_t *slot = &slots_of()[i];
        if (*slot) {
            const Str *s = str_at(*slot);
            visit_cell(visitor, &s);
            *slot = slot_of(s);
        }
    }
}
