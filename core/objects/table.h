// SPDX-License-Identifier: MIT
// table.h: the compact insertion-ordered hash table under dict and set.
//
// One internal cell: header, then `capacity` entries of `stride` words, then (capacity > 8) an
// index of 2^k slots of 1, 2 or 4 bytes each, holding entry number + 1 (0 free), and in the bits
// that this leaves some of the key's hash. Deleted entries have an ABSENT key. Up to 8 entries are found by a scan, without an index.
// The number of slots follows from the capacity.
//   stride   dict: key, value        set: key        keys whose hash is cheap and free of user
//            dict: key, value, hash  set: key, hash  code (str, int, float, None, bool): "plain"
// A table becomes "hashed" (one more word per entry) when the first other key comes in.
#ifndef CORE_TABLE_H
#define CORE_TABLE_H

#include "value/type.h"

typedef struct Table {
    Cell head;              // table_type
    uint32_t capacity : 27; // entries
    uint32_t stride : 2;    // words per entry: 1..3
    uint32_t loose : 1;     // some key is not an interned str
    uint32_t is_set : 1;
    uint32_t hashed : 1;    // the last word of each entry is the key's hash, as a small int
    Value entries[];        // then the index
} Table;
extern const Type table_type;

// What Dict and Set start with.
typedef struct TableOwner {
    Cell head;
    Table *table;        // NULL while empty
    uint32_t used;       // entries in use, deleted ones included
    uint32_t live;       // entries with a key in the low 27 bits, then a count of renumberings in 3
} TableOwner;
#define TABLE_LIVE 0x07ffffffu
#define TABLE_TURNS 0x38000000u
#define TABLE_MAX ((1u << 27) - 1)

static inline size_t table_live(const TableOwner *o) {
    assert_hot((o->live & TABLE_LIVE) <= o->used);
    return o->live & TABLE_LIVE;
}
// The same while neither the number of keys nor the numbers of the entries change, as far as three bits tell:
// what an iterator that keeps a number looks at.
static inline uint32_t table_state(const TableOwner *o) {
    return o->live & (TABLE_LIVE | TABLE_TURNS);
}
static inline Value *table_entry(const Table *t, size_t i) {
    assert_hot(i <= t->capacity && t->stride > 0);
    return (Value *)&t->entries[i * t->stride];
}

// A small int of a smaller magnitude is its own hash, but for -1, whose hash is -2.
#define INT_HASH_MODULUS (WORD_BITS == 64 ? INTPTR_MAX >> 2 : INTPTR_MAX)

// The 30-bit hash under which a key is filed: equal keys have equal hashes, whatever their
// types. Runs __hash__; TypeError "cannot use 'T' as a dict key (...)" for unhashable keys.
uint32_t table_hash(Value key, bool is_set);
// Entry number of a key, or -1. May run __eq__, and stays right if that changes the table.
intptr_t table_find(const TableOwner *o, Value key, uint32_t hash);
// The same for an exact str, comparing with str keys only: no user code, never allocates.
intptr_t table_find_str(const TableOwner *o, const Str *s, uint32_t hash);
// Adds an entry for a key that table_find did not find; its value is ABSENT. May allocate and
// raise MemoryError, then nothing has changed; runs no user code.
Value *table_add(TableOwner *o, Value key, uint32_t hash, bool is_set);
// Removes the entry `i` (its key present). Never allocates, runs no user code.
void table_remove(TableOwner *o, size_t i);
// Makes room for `total` entries in all. May allocate.
void table_reserve(TableOwner *o, size_t total, bool is_set);
// Gives back room that it has for more entries. Never allocates.
void table_fit(TableOwner *o);
void table_clear(TableOwner *o); // gives the storage back
// Replaces the (empty) contents of o by a copy of those of `from`. May allocate.
void table_copy(TableOwner *o, const TableOwner *from);
// A table for up to `total` plain keys that is filled without an index: entry after entry from the
// first on, and `loose` set if any key says so. NULL if there is no memory (or total is 0). Collects.
Table *table_draft(size_t total, bool is_set);
// Replaces the contents of o by the n entries of a draft, whose keys all differ, and gives back what
// they have no use for. Never allocates, runs no user code.
void table_adopt(TableOwner *o, Table *draft, size_t n);
// The next entry at or after *pos, which is moved behind it; NULL at the end.
Value *table_next(const TableOwner *o, size_t *pos);
// The last live entry's number (compacts when many dead ones follow it), or -1 if empty.
intptr_t table_last(TableOwner *o);
// The first live entry's number likewise.
intptr_t table_first(TableOwner *o);
// Closes the gaps, so that entry numbers are 0..live-1. Never allocates.
void table_compact(TableOwner *o);
// Lays the entries, at most 255 and all live, in another order: numbers[i] - 1 is the present
// number of what comes to be entry i. `numbers` is used up. Never allocates.
void table_permute(TableOwner *o, uint8_t *numbers);
// Moves entry i (its key present) to the end or to the front of the order. May allocate, and then
// fail with nothing changed; runs no user code.
void table_move(TableOwner *o, size_t i, bool to_end, bool is_set);
// The stored or computed hash of entry i. No user code.
uint32_t table_entry_hash(const Table *t, size_t i);
size_t table_bytes(const Table *t); // size of its cell

#endif
