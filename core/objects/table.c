// SPDX-License-Identifier: MIT
// table.c: the compact insertion-ordered hash table of table.h.
//
// Invariants
// - used <= capacity; entries at and beyond `used` are all ABSENT.
// - With an index, each entry below `used` has exactly one slot, dead ones included; the slots
//   are at most 2/3 full, so that every probe ends at a free one.
// - Entries are linked in the order of their numbers: the slot of the last one may be freed, as
//   no other entry's probe has passed it since.
// - In a table that is not hashed every key is plain: finding and rebuilding run no user code.
#include "objects/table.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(sizeof(Table) == 2 * WORD_BYTES, "size of a table without entries");

enum { SCAN_MAX = 8 }; // up to so many entries there is no index

// ---- layout ---------------------------------------------------------------------------------

static unsigned slot_bits(size_t capacity) {
    assert(capacity > SCAN_MAX && capacity <= TABLE_MAX);
    return 32 - (unsigned)__builtin_clz((uint32_t)(capacity + capacity / 2));
}

static size_t slot_count(size_t capacity) {
    return capacity <= SCAN_MAX ? 0 : (size_t)1 << slot_bits(capacity);
}

static size_t slot_width(size_t capacity) {
    if (capacity < 255) {
        return 1;
    }
    return capacity < 65535 ? 2 : 4;
}

static size_t bytes_for(size_t capacity, size_t stride) {
    assert(stride >= 1 && stride <= 3);
    return sizeof(Table) + capacity * stride * sizeof(Value) +
           slot_count(capacity) * slot_width(capacity);
}

size_t table_bytes(const Table *t) {
    return bytes_for(t->capacity, t->stride);
}

static void *slots_of(const Table *t) {
    return (void *)&t->entries[(size_t)t->capacity * t->stride];
}

// The index of a table, taken apart.
typedef struct Index {
    void *slots;
    uint32_t mask; // slots - 1: these bits of a slot hold the number, as far as it is so wide
    unsigned bits, width; // log2 of the slots; bytes of each
} Index;

static inline Index index_of(const Table *t) {
    unsigned bits = slot_bits(t->capacity);
    return (Index){.slots = slots_of(t),
                   .mask = ((uint32_t)1 << bits) - 1,
                   .bits = bits,
                   .width = (unsigned)slot_width(t->capacity)};
}

static inline uint32_t slot_get(Index x, uint32_t slot) {
    assert_hot(slot <= x.mask);
    if (x.width == 1) {
        return ((uint8_t *)x.slots)[slot];
    }
    return x.width == 2 ? ((uint16_t *)x.slots)[slot] : ((uint32_t *)x.slots)[slot];
}

static inline void slot_set(Index x, uint32_t slot, uint32_t content) {
    assert_hot(slot <= x.mask);
    if (x.width == 1) {
        ((uint8_t *)x.slots)[slot] = (uint8_t)content;
    } else if (x.width == 2) {
        ((uint16_t *)x.slots)[slot] = (uint16_t)content;
    } else {
        ((uint32_t *)x.slots)[slot] = content;
    }
}

// The way of a hash through the slots.
typedef struct Probe {
    uint32_t slot, step; // where it is; steps made
    uint32_t tag;        // what is beside the number in a slot of this hash
} Probe;

// Fibonacci hashing: Knuth, "The Art of Computer Programming", volume 3, section 6.4.
static inline Probe probe_start(Index x, uint32_t hash) {
    uint32_t mixed = hash * 0x9e3779b1u;
    return (Probe){.slot = mixed >> (32 - x.bits),
                   .tag = mixed << x.bits & UINT32_MAX >> (32 - 8 * x.width) & ~x.mask};
}

// Triangular numbers, which reach every slot: exercise 20 of that section.
static inline void probe_step(Index x, Probe *p) {
    p->slot = (p->slot + ++p->step) & x.mask;
}

// The number + 1 of the next entry whose tag is that of the hash; 0: there are no more.
static inline uint32_t probe_next(Index x, Probe *p) {
    uint32_t content;
    while ((content = slot_get(x, p->slot)) != 0) {
        probe_step(x, p);
        if ((content & ~x.mask) == p->tag) {
            return content & x.mask;
        }
    }
    return 0;
}

// ---- keys -----------------------------------------------------------------------------------

static inline bool is_plain(Value key) {
    if (!is_cell(key)) {
        return true;
    }
    const Type *t = cell_of(key)->type;
    return t == &str_type || t == &int_type || t == &none_type || t == &bool_type ||
           t == &float_type;
}

static inline uint32_t fold(intptr_t h) {
    uintptr_t u = (uintptr_t)h;
    return (uint32_t)(u ^ (u >> 30) ^ (u >> 30 >> 30)) & 0x3fffffff;
}

// Without user code: key is plain.
static uint32_t plain_hash(Value key) {
    if (is_int(key)) {
        intptr_t n = int_of(key);
        if (LIKELY(n < INT_HASH_MODULUS && n > -INT_HASH_MODULUS)) {
            return fold(n == -1 ? -2 : n);
        }
    } else if (is_str(key)) {
        return str_hash(str_of(key));
    }
    return fold(op_hash(key));
}

// op_hash, whose TypeError is told as one about the key.
static NOINLINE intptr_t hash_of_key(Value key, bool is_set) {
    volatile intptr_t hash = 0;
    Catch c;
    if (TRY(c)) {
        hash = op_hash(key);
        catch_leave(&c);
    } else {
        Value e = c.exception;
        if (type_of(e) != &type_error_type) {
            raise_again(e);
        }
        raise_type_error("cannot use '%T' as a %s (%S)", key, is_set ? "set element" : "dict key",
                         str_of(unbox(op_str(e))));
    }
    return hash;
}

uint32_t table_hash(Value key, bool is_set) {
    return is_plain(key) ? plain_hash(key) : fold(hash_of_key(key, is_set));
}

uint32_t table_entry_hash(const Table *t, size_t i) {
    assert_hot(i < t->capacity);
    const Value *entry = table_entry(t, i);
    return t->hashed ? (uint32_t)int_of(entry[t->stride - 1]) : plain_hash(entry[0]);
}

// Two plain keys that are not the same word.
static bool plain_equal(Value a, Value b) {
    if (are_ints(a, b)) {
        return false;
    }
    if (is_str(a) || is_str(b)) {
        return is_str(a) && is_str(b) && str_equal(str_of(a), str_of(b));
    }
    return !is_none(a) && !is_none(b) && op_equal(a, b);
}

// ---- finding --------------------------------------------------------------------------------

static bool is_text(Value key, const Str *s) {
    return is_str(key) && !(str_of(key)->interned && s->interned) && str_equal(str_of(key), s);
}

static intptr_t scan_str(const Table *t, size_t used, const Str *s) {
    assert_hot(used <= t->capacity);
    const Value *entry = t->entries;
    size_t stride = t->stride;
    for (size_t i = 0; i < used; i++) {
        if (entry[i * stride].bits == (uintptr_t)s) {
            return (intptr_t)i;
        }
    }
    if (LIKELY(s->interned && !t->loose)) {
        return -1;
    }
    for (size_t i = 0; i < used; i++) {
        if (is_text(entry[i * stride], s)) {
            return (intptr_t)i;
        }
    }
    return -1;
}

intptr_t table_find_str(const TableOwner *o, const Str *s, uint32_t hash) {
    const Table *t = o->table;
    if (!t) {
        return -1;
    }
    if (t->capacity <= SCAN_MAX) {
        return scan_str(t, o->used, s);
    }
    bool by_pointer = s->interned && !t->loose;
    Index x = index_of(t);
    Probe p = probe_start(x, hash);
    for (uint32_t number; (number = probe_next(x, &p)) != 0;) {
        Value key = *table_entry(t, number - 1);
        if (key.bits == (uintptr_t)s || (!by_pointer && is_text(key, s))) {
            return (intptr_t)number - 1;
        }
    }
    return -1;
}

// A small int among plain keys, in a table with an index.
static intptr_t find_int(const Table *t, Value key, uint32_t hash) {
    Index x = index_of(t);
    Probe p = probe_start(x, hash);
    for (uint32_t number; (number = slot_get(x, p.slot) & x.mask) != 0; probe_step(x, &p)) {
        Value own = *table_entry(t, number - 1);
        if (same(own, key) || (!is_int(own) && is_present(own) && plain_equal(own, key))) {
            return (intptr_t)number - 1;
        }
    }
    return -1;
}

typedef enum { DIFFERENT, EQUAL, CHANGED } Match;

// Compares key with that of entry i. CHANGED: user code has changed the table meanwhile.
static Match match(const TableOwner *o, const Table *t, size_t i, Value key, uint32_t hash) {
    Value own = *table_entry(t, i);
    if (same(own, key)) {
        return EQUAL;
    }
    if (is_absent(own)) {
        return DIFFERENT;
    }
    bool plain = is_plain(key);
    if ((t->hashed || !plain) && table_entry_hash(t, i) != hash) {
        return DIFFERENT;
    }
    if (plain && is_plain(own)) {
        return plain_equal(own, key) ? EQUAL : DIFFERENT;
    }
    uint32_t used = o->used, capacity = t->capacity, stride = t->stride;
    bool equal = op_equal(own, key);
    if (o->table != t || o->used != used || t->capacity != capacity || t->stride != stride ||
        !same(*table_entry(t, i), own)) {
        return CHANGED;
    }
    return equal ? EQUAL : DIFFERENT;
}

// One attempt: the entry's number in *found, or -1 there. False: the table changed, try again.
static bool find_once(const TableOwner *o, Value key, uint32_t hash, intptr_t *found) {
    const Table *t = o->table;
    *found = -1;
    Match m = DIFFERENT;
    if (!t) {
        return true;
    }
    if (t->capacity <= SCAN_MAX) {
        for (size_t i = 0; m == DIFFERENT && i < o->used; i++) {
            m = match(o, t, i, key, hash);
            *found = m == EQUAL ? (intptr_t)i : -1;
        }
        return m != CHANGED;
    }
    Index x = index_of(t);
    Probe p = probe_start(x, hash);
    for (uint32_t number; m == DIFFERENT && (number = probe_next(x, &p)) != 0;) {
        m = match(o, t, number - 1, key, hash);
        *found = m == EQUAL ? (intptr_t)number - 1 : -1;
    }
    return m != CHANGED;
}

static NOINLINE intptr_t find_any(const TableOwner *o, Value key, uint32_t hash) {
    intptr_t found;
    while (!find_once(o, key, hash, &found)) {
        poll_pending();
    }
    return found;
}

intptr_t table_find(const TableOwner *o, Value key, uint32_t hash) {
    const Table *t = o->table;
    if (t && !t->hashed) {
        if (is_int(key) && t->capacity > SCAN_MAX) {
            return find_int(t, key, hash);
        }
        if (is_str(key)) {
            return table_find_str(o, str_of(key), hash);
        }
    }
    return find_any(o, key, hash);
}

// ---- building -------------------------------------------------------------------------------

static inline void link_in(Index x, size_t i, uint32_t hash) {
    Probe p = probe_start(x, hash);
    while (slot_get(x, p.slot)) {
        probe_step(x, &p);
    }
    slot_set(x, p.slot, ((uint32_t)i + 1) | p.tag);
}

static void unlink_entry(Table *t, size_t i, uint32_t hash) {
    if (t->capacity <= SCAN_MAX) {
        return;
    }
    Index x = index_of(t);
    Probe p = probe_start(x, hash);
    while (slot_get(x, p.slot) != (((uint32_t)i + 1) | p.tag)) {
        assert(slot_get(x, p.slot) != 0);
        probe_step(x, &p);
    }
    slot_set(x, p.slot, 0);
}

static void clear_slots(Table *t) {
    memset(slots_of(t), 0, slot_count(t->capacity) * slot_width(t->capacity));
}

// At least `capacity` entries, and as many as fit into the same blocks.
static size_t round_capacity(size_t capacity, size_t stride) {
    if (capacity > TABLE_MAX) {
        raise_memory_error(SIZE_MAX);
    }
    size_t bytes = (bytes_for(capacity, stride) + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES;
    while (capacity != SCAN_MAX && capacity < TABLE_MAX &&
           bytes_for(capacity + 1, stride) <= bytes) {
        capacity++;
    }
    return capacity;
}

static Table *table_new(size_t capacity, bool is_set, bool hashed) {
    size_t stride = (is_set ? 1 : 2) + (hashed ? 1 : 0);
    capacity = round_capacity(capacity, stride);
    Table *t = heap_alloc(&table_type, bytes_for(capacity, stride));
    t->capacity = (uint32_t)capacity & TABLE_MAX;
    t->stride = stride & 3;
    t->loose = 0;
    t->is_set = is_set;
    t->hashed = hashed;
    return t;
}

// Makes the index of the first n entries, all live; it is empty. In portions, with polls between them if
// the table is not in use yet.
static void link_all(Table *t, size_t n, bool in_use) {
    enum { PORTION = 1 << 14 };
    if (t->capacity <= SCAN_MAX) {
        return;
    }
    Index x = index_of(t);
    for (size_t i = 0; i < n;) {
        for (size_t end = n - i > PORTION ? i + PORTION : n; i < end; i++) {
            link_in(x, i, table_entry_hash(t, i));
        }
        if (!in_use) {
            poll_interrupt();
        }
    }
}

// Copies the live entries to an empty table that is as wide, or to one that is hashed, too; or packs
// one in place. Makes no index. Returns the count. KeyboardInterrupt between two tables only: `to`
// is not in use yet then.
static size_t transfer(Table *to, const Table *from, size_t used) {
    assert(used <= from->capacity && from->stride <= to->stride);
    size_t n = 0, width = from->stride;
    for (size_t i = 0; i < used; i++) {
        const Value *old = table_entry(from, i);
        if (is_absent(old[0])) {
            continue;
        }
        Value *new = table_entry(to, n++);
        if (to != from) {
            poll_interrupt();
        }
        for (size_t k = 0; k < width; k++) {
            new[k] = old[k];
        }
        if (to->stride != width) {
            new[width] = int_value((intptr_t)plain_hash(old[0]));
        }
    }
    return n;
}

// Entries get other numbers.
static void count_turn(TableOwner *o) {
    uint32_t one = TABLE_TURNS & (0 - TABLE_TURNS);
    o->live = (o->live & ~TABLE_TURNS) | ((o->live + one) & TABLE_TURNS);
}

static void rebuild(TableOwner *o, size_t capacity, bool is_set, bool hashed) {
    Table *t = table_new(capacity, is_set, hashed);
    Table *old = o->table;
    if (old) {
        t->loose = old->loose;
        size_t n = transfer(t, old, o->used);
        assert(n == table_live(o));
        link_all(t, n, false);
        if (n != o->used) {
            count_turn(o);
        }
        o->used = (uint32_t)n;
        o->table = t;
        heap_free(old);
    }
    o->table = t;
}

void table_compact(TableOwner *o) {
    Table *t = o->table;
    if (!t || o->used == table_live(o)) {
        return;
    }
    size_t n = transfer(t, t, o->used); // downwards: what is read is never overwritten yet
    assert(n == table_live(o));
    count_turn(o);
    memset(table_entry(t, n), 0, (o->used - n) * t->stride * sizeof(Value));
    o->used = (uint32_t)n;
    clear_slots(t);
    link_all(t, n, true);
}

// Capacity after `capacity`: 3, 6, 10, then in two steps for each doubling of the index.
static size_t grown(size_t capacity) {
    if (capacity < 10) {
        return capacity < 3 ? 3 : capacity < 6 ? 6 : 10;
    }
    size_t slots = slot_count(capacity), full = slots * 2 / 3;
    return capacity < full ? full : slots - 1;
}

static NOINLINE void make_room(TableOwner *o, bool is_set, bool hashed) {
    Table *t = o->table;
    if (!t) {
        rebuild(o, 3, is_set, hashed);
    } else if (o->used < t->capacity) {
        rebuild(o, t->capacity, is_set, hashed);
    } else if (hashed == t->hashed && o->used - table_live(o) > t->capacity / 4) {
        table_compact(o);
    } else {
        rebuild(o, grown(t->capacity), is_set, hashed);
    }
}

Value *table_add(TableOwner *o, Value key, uint32_t hash, bool is_set) {
    Table *t = o->table;
    bool hashed = (t && t->hashed) || !is_plain(key);
    if (UNLIKELY(!t || o->used == t->capacity || t->hashed != hashed)) {
        make_room(o, is_set, hashed);
        t = o->table;
    }
    size_t i = o->used;
    assert(i < t->capacity && t->is_set == is_set);
    Value *entry = table_entry(t, i);
    entry[0] = key;
    if (hashed) {
        entry[t->stride - 1] = int_value((intptr_t)hash);
    }
    if (!is_str(key) || !str_of(key)->interned) {
        t->loose = 1;
    }
    if (t->capacity > SCAN_MAX) {
        link_in(index_of(t), i, hash);
    }
    o->used++;
    o->live++;
    return entry;
}

void table_remove(TableOwner *o, size_t i) {
    Table *t = o->table;
    Value *entry = table_entry(t, i);
    assert(i < o->used && is_present(entry[0]));
    bool last = i + 1 == o->used;
    if (last) {
        unlink_entry(t, i, table_entry_hash(t, i));
        o->used--;
    }
    memset(entry, 0, t->stride * sizeof(Value));
    o->live--;
    if (table_live(o) == 0) {
        clear_slots(t);
        count_turn(o);
        o->used = 0;
        t->loose = 0;
    }
}

void table_reserve(TableOwner *o, size_t total, bool is_set) {
    Table *t = o->table;
    if (total > (t ? t->capacity : 0)) {
        rebuild(o, total, is_set, t && t->hashed);
    }
}

// Gives back what n entries, all live, have no use for, and makes their index.
static void settle(Table *t, size_t n) {
    assert(n > 0 && n <= t->capacity);
    size_t capacity = round_capacity(n, t->stride);
    if (capacity < t->capacity) {
        t->capacity = (uint32_t)capacity & TABLE_MAX;
        heap_resize(t, table_bytes(t));
    }
    clear_slots(t);
    link_all(t, n, true);
}

void table_fit(TableOwner *o) {
    table_compact(o);
    if (o->used > 0) {
        settle(o->table, o->used);
    }
}

Table *table_draft(size_t total, bool is_set) {
    size_t stride = is_set ? 1 : 2;
    if (total == 0 || total > TABLE_MAX) {
        return NULL;
    }
    total = round_capacity(total, stride);
    Table *t = heap_try_alloc(&table_type, bytes_for(total, stride));
    if (t) {
        t->capacity = (uint32_t)total & TABLE_MAX;
        t->stride = stride & 3;
        t->is_set = is_set;
    }
    return t;
}

void table_adopt(TableOwner *o, Table *draft, size_t n) {
    assert(!draft->hashed && draft != o->table);
    table_clear(o);
    if (n == 0) {
        heap_free(draft);
        return;
    }
    settle(draft, n);
    o->table = draft;
    o->used = (uint32_t)n;
    o->live |= (uint32_t)n;
}

// Number of the entry with exactly this key.
static size_t number_of(const TableOwner *o, Value key) {
    size_t i = 0;
    while (!same(*table_entry(o->table, i), key)) {
        i++;
        assert(i < o->used);
    }
    return i;
}

static void move_to_front(TableOwner *o, Value key) {
    assert(o->table);
    table_compact(o);
    size_t i = number_of(o, key), stride = o->table->stride;
    Value saved[3];
    memcpy(saved, table_entry(o->table, i), stride * sizeof(Value));
    memmove(table_entry(o->table, 1), o->table->entries, i * stride * sizeof(Value));
    memcpy(o->table->entries, saved, stride * sizeof(Value));
    count_turn(o);
    clear_slots(o->table);
    link_all(o->table, o->used, true);
}

void table_permute(TableOwner *o, uint8_t *numbers) {
    Table *t = o->table;
    size_t n = o->used, bytes = t->stride * sizeof(Value);
    assert(n == table_live(o) && n <= UINT8_MAX);
    for (size_t start = 0; start < n; start++) { // cycle by cycle; 0: the entry is at its place
        Value first[3];
        memcpy(first, table_entry(t, start), bytes);
        size_t to = start;
        for (size_t from; numbers[to] && (from = numbers[to] - 1u) != start; to = from) {
            memcpy(table_entry(t, to), table_entry(t, from), bytes);
            numbers[to] = 0;
        }
        if (numbers[to]) {
            memcpy(table_entry(t, to), first, bytes);
            numbers[to] = 0;
        }
    }
    if (t->capacity > SCAN_MAX) {
        clear_slots(t);
        link_all(t, n, true);
    }
}

void table_move(TableOwner *o, size_t i, bool to_end, bool is_set) {
    assert(i < o->used);
    Value key = *table_entry(o->table, i);
    if (!to_end) {
        move_to_front(o, key);
        return;
    }
    if (i + 1 == o->used) {
        return;
    }
    if (o->used == o->table->capacity) {
        size_t live = table_live(o);
        if (live >= o->used - o->used / 4) {
            table_reserve(o, grown(o->used), is_set);
        } else {
            table_compact(o);
        }
        i = number_of(o, key);
    }
    Value value = is_set ? ABSENT : table_entry(o->table, i)[1];
    uint32_t hash = table_entry_hash(o->table, i);
    table_remove(o, i);
    count_turn(o);
    Value *entry = table_add(o, key, hash, is_set); // there is room
    if (!is_set) {
        entry[1] = value;
    }
}

void table_clear(TableOwner *o) {
    Table *t = o->table;
    o->table = NULL;
    o->used = 0;
    o->live &= ~TABLE_LIVE;
    if (t) {
        heap_free(t);
    }
}

void table_copy(TableOwner *o, const TableOwner *from) {
    const Table *t = from->table;
    size_t live = table_live(from);
    assert(!o->table);
    if (live == 0) {
        return;
    }
    Table *copy;
    if (live == from->used && live > t->capacity / 2) {
        copy = heap_alloc_raw(&table_type, table_bytes(t));
        memcpy(copy, t, table_bytes(t));
    } else {
        copy = table_new(live, t->is_set, t->hashed);
        copy->loose = t->loose;
        link_all(copy, transfer(copy, t, from->used), false);
    }
    o->table = copy;
    o->used = (uint32_t)live;
    o->live = (o->live & ~TABLE_LIVE) | (uint32_t)live;
}

// ---- walking --------------------------------------------------------------------------------

Value *table_next(const TableOwner *o, size_t *pos) {
    assert_hot(!o->used || o->table);
    for (size_t i = *pos; i < o->used; i++) {
        Value *entry = table_entry(o->table, i);
        if (is_present(entry[0])) {
            *pos = i + 1;
            return entry;
        }
    }
    *pos = o->used;
    return NULL;
}

// How many dead entries may be stepped over before it pays to close the gaps.
static size_t patience(const TableOwner *o) {
    return 16 + table_live(o) / 8;
}

intptr_t table_last(TableOwner *o) {
    if (table_live(o) == 0) {
        return -1;
    }
    size_t i = o->used - 1;
    while (is_absent(*table_entry(o->table, i))) {
        i--;
    }
    if (o->used - i > patience(o)) {
        table_compact(o);
        i = o->used - 1;
    }
    return (intptr_t)i;
}

intptr_t table_first(TableOwner *o) {
    if (table_live(o) == 0) {
        return -1;
    }
    size_t i = 0;
    while (is_absent(*table_entry(o->table, i))) {
        i++;
    }
    if (i > patience(o)) {
        table_compact(o);
        i = 0;
    }
    return (intptr_t)i;
}

// ---- type -----------------------------------------------------------------------------------

static void table_trace(Cell *cell, Visitor *visitor) {
    Table *t = (Table *)cell;
    size_t words = (size_t)t->capacity * t->stride;
    for (size_t i = 0; i < words; i++) {
        visit(visitor, &t->entries[i]);
    }
}

static const Ops table_ops = {.repr = NULL};
const Type table_type = {
    .head = {&type_type}, .name = N__hash_table, .ops = &table_ops, .flags = TYPE_FINAL,
    .payload = sizeof(Table), .letter = 'h', .solid = &table_type, .trace = table_trace,
};
