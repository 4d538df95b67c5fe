// SPDX-License-Identifier: MIT
// set_order.c: small sets of small ints in the order that CPython shows them in.
//
// A set has no order, but programs rely on what they see: in CPython `{3, 1, 2}` shows 1, 2, 3 and
// pops 1, as ints lie there in slots by their values. Here a set keeps its items in the order they
// came in, which costs half the memory of slots that are mostly empty. So who looks at the order,
// and nobody else, has the items laid in CPython's: its table is played through with numbers of
// entries on the C stack.
//
// That is bounded: a set of more than ORDER_MAX items, or one with an item that is no small int,
// stays as it is. SET_ARRANGED says that nothing was added since. Items that were removed left
// marks in CPython's table, which are not played; what is left keeps its order.
#include "objects/set.h"
#include <assert.h>

enum {
    SLOTS_MAX = 128,
    ORDER_MAX = 76, // what that many slots hold before CPython takes more
    LINEAR = 9,     // slots behind the first that are tried before the next jump
    PERTURB_SHIFT = 5
};

// CPython's table: entry numbers + 1 in slots by hash, 0 free. The rules are those of its
// Objects/setobject.c.
typedef struct Slots {
    uint8_t at[SLOTS_MAX];
    size_t mask; // slots - 1
} Slots;

static void slots_put(Slots *s, const Table *t, uint8_t number) {
    intptr_t n = int_of(*table_entry(t, number - 1u));
    uint64_t perturb = (uint64_t)(int64_t)(n == -1 ? -2 : n); // as wide as there, for all to see the same
    size_t i = (size_t)perturb & s->mask;
    for (;;) {
        size_t end = i + LINEAR <= s->mask ? i + LINEAR : i;
        for (size_t k = i; k <= end; k++) {
            if (s->at[k] == 0) {
                s->at[k] = number;
                return;
            }
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + (size_t)perturb) & s->mask;
    }
}

// The numbers of its entries in the order of the slots. Returns how many they are.
static size_t slots_read(const Slots *s, uint8_t *numbers) {
    size_t n = 0;
    for (size_t i = 0; i <= s->mask; i++) {
        if (s->at[i]) {
            numbers[n++] = s->at[i];
        }
    }
    return n;
}

static void slots_clear(Slots *s, size_t slots) {
    assert(slots <= SLOTS_MAX);
    s->mask = slots - 1;
    memset(s->at, 0, slots);
}

// Fills `numbers` with 1..n in CPython's order.
static void order_of(const Table *t, size_t n, uint8_t *numbers) {
    assert(n <= ORDER_MAX);
    Slots s;
    slots_clear(&s, 8);
    for (size_t filled = 0; filled < n;) {
        slots_put(&s, t, (uint8_t)(filled + 1));
        filled++;
        if (filled * 5 >= s.mask * 3) {
            size_t count = slots_read(&s, numbers), slots = s.mask + 1;
            while (slots <= count * 4) {
                slots *= 2;
            }
            slots_clear(&s, slots);
            for (size_t i = 0; i < count; i++) {
                slots_put(&s, t, numbers[i]);
            }
        }
    }
    slots_read(&s, numbers);
}

static bool are_small_ints(const Table *t, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (!is_int(*table_entry(t, i))) {
            return false;
        }
    }
    return true;
}

static bool is_ascending(const uint8_t *numbers, size_t n) {
    for (size_t i = 1; i < n; i++) {
        if (numbers[i] < numbers[i - 1]) {
            return false;
        }
    }
    return true;
}

void set_arrange(Set *s) {
    if (s->live & SET_ARRANGED) {
        return;
    }
    s->live |= SET_ARRANGED;
    TableOwner *o = set_owner(s);
    size_t n = table_live(o);
    if (n < 2 || n > ORDER_MAX) {
        return;
    }
    table_compact(o);
    if (are_small_ints(o->table, n)) {
        uint8_t numbers[ORDER_MAX];
        order_of(o->table, n, numbers);
        if (!is_ascending(numbers, n)) {
            table_permute(o, numbers);
        }
    }
}
