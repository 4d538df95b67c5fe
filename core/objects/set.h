// SPDX-License-Identifier: MIT
// set.h: what the files of set and frozenset share.
#ifndef CORE_SET_H
#define CORE_SET_H

#include "objects/containers.h"
#include "objects/protocol.h"

static inline TableOwner *set_owner(const Set *s) {
    return (TableOwner *)s;
}
static inline Set *set_of(Value v) {
    assert(is_kind(v, &set_type) || is_exact(v, &frozenset_type));
    return (Set *)v.bits;
}
// A set or frozenset of any kind. Frozensets made by subclasses must be unboxed first.
static inline bool is_any_set(Value v) {
    return is_kind(v, &set_type) || is_exact(v, &frozenset_type);
}
// In a Set's `live`: nothing was added since set_arrange() saw it.
#define SET_ARRANGED 0x40000000u
// Lays the items in the order in which CPython shows them, if they are few small ints: for who
// looks at the order. Never allocates, runs no user code; bounded.
void set_arrange(Set *s);
// v as a set to read from: itself if it is any set (unboxed), else a new set of its items.
Set *set_view_of(Value v);
Set *set_copy(const Set *s, const Type *type);
// Is v in s? Removed from it, if asked for. A set that can't be hashed is looked for as the frozenset
// equal to it. Runs __hash__ and __eq__.
bool set_find(Set *s, Value v, bool removes);
// A new set of that type, set or frozenset: a & b, a | b, a ^ b or a - b.
Set *set_combined(BinaryOp op, const Set *a, const Set *b, const Type *type);
// In place. `other` may be s itself.
void set_intersect(Set *s, Value other); // s & other, any iterable, whose items are kept
void set_subtract(Set *s, const Set *other);
void set_exclusive(Set *s, const Set *other); // symmetric difference
void set_clear(Set *s);
bool set_is_subset(const Set *s, const Set *other); // s <= other
bool set_is_disjoint(const Set *s, const Set *other);
extern const Native set_methods[], frozenset_methods[];

#endif
