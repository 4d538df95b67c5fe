// SPDX-License-Identifier: MIT
// set.c: set and frozenset: a table of keys in the order they came in. Methods: set_methods.c.
//
// frozenset is a TYPE_INLINE type (instances of its subclasses box one), since its contents are
// given when it is made; set has a fixed payload.
#include "objects/set.h"
#include "objects/iterators.h"
#include "objects/reduce.h"
#include "objects/repr_guard.h"
#include "state.h"
#include "text/operand.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(offsetof(Set, live) == offsetof(TableOwner, live), "Set is a TableOwner");
_Static_assert(sizeof(Set) == (WORD_BITS == 64 ? 24 : 16), "size of a set");

// ---- constructors and access ----------------------------------------------------------------

Set *set_new(const Type *type, size_t expected) {
    Set *s = heap_alloc(type, sizeof(Set));
    if (expected) {
        table_reserve(set_owner(s), expected, true);
    }
    return s;
}

Set *set_copy(const Set *s, const Type *type) {
    Set *copy = set_new(type, 0);
    table_copy(set_owner(copy), set_owner(s));
    copy->live |= s->live & SET_ARRANGED;
    return copy;
}

size_t set_len(const Set *s) {
    return table_live(set_owner(s));
}

static void add_new(Set *s, Value v, uint32_t hash) {
    table_add(set_owner(s), v, hash, true);
    s->live &= ~SET_ARRANGED;
}

static void add_hashed(Set *s, Value v, uint32_t hash) {
    assert_hot(is_present(v));
    if (table_find(set_owner(s), v, hash) < 0) {
        add_new(s, v, hash);
    }
}

void set_add(Set *s, Value v) {
    add_hashed(s, v, table_hash(v, true));
}

bool set_contains(const Set *s, Value v) {
    uint32_t hash = table_hash(v, true);
    return table_find(set_owner(s), v, hash) >= 0;
}

static bool remove_hashed(Set *s, Value v, uint32_t hash) {
    intptr_t i = table_find(set_owner(s), v, hash);
    if (i >= 0) {
        table_remove(set_owner(s), (size_t)i);
    }
    return i >= 0;
}

bool set_remove(Set *s, Value v) {
    return remove_hashed(s, v, table_hash(v, true));
}

static bool find_as_it_is(Set *s, Value v, bool removes) {
    return removes ? set_remove(s, v) : set_contains(s, v);
}

// A class derived from set may have a __hash__, which may raise.
static bool find_hashable(Set *s, Value v, bool removes, bool *found) {
    Value hash = type_override(type_of(v), N___hash__);
    if (is_absent(hash) || is_none(hash)) {
        return false;
    }
    Catch c;
    if (TRY(c)) {
        *found = find_as_it_is(s, v, removes);
        catch_leave(&c);
        return true;
    }
    if (!exception_matches(c.exception, &type_error_type)) {
        raise_again(c.exception);
    }
    return false;
}

bool set_find(Set *s, Value v, bool removes) {
    bool found;
    if (!is_kind(v, &set_type)) {
        return find_as_it_is(s, v, removes);
    }
    if (find_hashable(s, v, removes, &found)) {
        return found;
    }
    return find_as_it_is(s, cell_value(set_copy(set_of(v), &frozenset_type)), removes);
}

bool set_next(const Set *s, size_t *pos, Value *v) {
    const Value *entry = table_next(set_owner(s), pos);
    if (entry) {
        *v = entry[0];
    }
    return entry;
}

// The next item with the hash it is filed under: its __hash__ is not run again. Arranged first: user
// code that looks at the set meanwhile must not lay it in another order.
static bool next_hashed(const Set *s, size_t *pos, Value *v, uint32_t *hash) {
    if (*pos == 0) {
        set_arrange((Set *)s);
    }
    bool any = set_next(s, pos, v);
    if (any) {
        *hash = table_entry_hash(s->table, *pos - 1);
    }
    return any;
}

void set_clear(Set *s) {
    table_clear(set_owner(s));
}

// ---- algebra --------------------------------------------------------------------------------

Set *set_view_of(Value v) {
    Value plain = unbox(v);
    if (is_any_set(plain)) {
        return set_of(plain);
    }
    Set *s = set_new(&set_type, 0);
    set_update(s, v);
    return s;
}

static void update_from_set(Set *s, const Set *other) {
    if (s == other) {
        return;
    }
    if (!s->table && set_len(other)) {
        table_copy(set_owner(s), set_owner(other));
        s->live = (s->live & ~SET_ARRANGED) | (other->live & SET_ARRANGED);
        return;
    }
    size_t pos = 0;
    Value v;
    uint32_t hash;
    while (next_hashed(other, &pos, &v, &hash)) {
        add_hashed(s, v, hash);
        poll_pending();
    }
}

void set_update(Set *s, Value iterable) {
    Value plain = unbox(iterable);
    if (is_kind(plain, &set_type) || is_exact(plain, &frozenset_type)) {
        update_from_set(s, set_of(plain)); // without asking the __iter__ of a subclass
        return;
    }
    Value it = op_iter(iterable);
    for (Value v; is_present(v = op_next(it));) {
        set_add(s, v);
        poll_pending();
    }
}

// No user code runs when these are combined.
static bool both_plain(const Set *a, const Set *b) {
    return !(a->table && a->table->hashed) && !(b->table && b->table->hashed);
}

// Puts the items of `from` that are in `other` (wanted) or not in it behind the n of a draft.
// Returns the number of all.
static size_t sift(Table *draft, size_t n, const Set *from, const Set *other, bool wanted) {
    const Table *t = from->table;
    for (size_t i = 0; i < from->used; i++) {
        poll_interrupt();
        Value v = *table_entry(t, i);
        if (is_present(v) &&
            (table_find(set_owner(other), v, table_entry_hash(t, i)) >= 0) == wanted) {
            *table_entry(draft, n++) = v;
        }
    }
    draft->loose |= t && t->loose;
    return n;
}

// result = a op b, which may be the same sets; of a & b the items as `a` has them. False, and nothing done, if user code may run meanwhile
// or there is no memory for all that the result may hold.
static bool combine(Set *result, BinaryOp op, const Set *a, const Set *b) {
    static const Set nothing = {.head = {&set_type}};
    size_t total = op == OP_AND || op == OP_SUB ? set_len(a) : set_len(a) + set_len(b);
    Table *draft = both_plain(a, b) ? table_draft(total, true) : NULL;
    if (!draft) {
        return false;
    }
    size_t n = sift(draft, 0, a, op == OP_OR ? &nothing : b, op == OP_AND);
    if (op == OP_OR || op == OP_XOR) {
        n = sift(draft, n, b, a, false);
    }
    table_adopt(set_owner(result), draft, n);
    result->live &= ~SET_ARRANGED;
    return true;
}

// s = the items of `from` that are in `other` (wanted) or not in it. Any of them may be s.
static void keep(Set *s, const Set *from, const Set *other, bool wanted) {
    if (combine(s, wanted ? OP_AND : OP_SUB, from, other)) {
        return;
    }
    Set *kept = set_new(&set_type, 0);
    size_t pos = 0;
    Value v;
    uint32_t hash;
    while (next_hashed(from, &pos, &v, &hash)) {
        if ((table_find(set_owner(other), v, hash) >= 0) == wanted) {
            add_hashed(kept, v, hash);
        }
        poll_pending();
    }
    assert(kept->used == table_live(set_owner(kept)));
    s->table = kept->table;
    s->used = kept->used;
    s->live = kept->live;
    kept->table = NULL; // one owner only
    kept->used = kept->live = 0;
}

// s = a & b, the items as the shorter one has them.
static void intersection(Set *s, const Set *a, const Set *b) {
    bool walk_a = set_len(b) > set_len(a);
    keep(s, walk_a ? a : b, walk_a ? b : a, true);
}

void set_intersect(Set *s, Value other) {
    Value plain = unbox(other);
    if (is_any_set(plain)) {
        intersection(s, s, set_of(plain));
    } else {
        keep(s, set_view_of(other), s, true); // what comes from an iterable is kept
    }
}

void set_subtract(Set *s, const Set *other) {
    if (s == other) {
        set_clear(s);
    } else if (set_len(other) < set_len(s) / 4) {
        size_t pos = 0;
        Value v;
        uint32_t hash;
        while (next_hashed(other, &pos, &v, &hash)) {
            remove_hashed(s, v, hash);
            poll_pending();
        }
    } else {
        keep(s, s, other, false);
    }
}

void set_exclusive(Set *s, const Set *other) {
    if (s == other) {
        set_clear(s);
        return;
    }
    size_t pos = 0;
    Value v;
    uint32_t hash;
    while (next_hashed(other, &pos, &v, &hash)) {
        if (!remove_hashed(s, v, hash)) {
            add_new(s, v, hash);
        }
        poll_pending();
    }
}

bool set_is_subset(const Set *s, const Set *other) {
    if (set_len(s) > set_len(other)) {
        return false;
    }
    size_t pos = 0;
    Value v;
    uint32_t hash;
    while (next_hashed(s, &pos, &v, &hash)) {
        if (table_find(set_owner(other), v, hash) < 0) {
            return false;
        }
        poll_pending();
    }
    return true;
}

bool set_is_disjoint(const Set *s, const Set *other) {
    size_t pos = 0;
    Value v;
    uint32_t hash;
    while (next_hashed(s, &pos, &v, &hash)) {
        if (table_find(set_owner(other), v, hash) >= 0) {
            return false;
        }
        poll_pending();
    }
    return true;
}

// ---- create ---------------------------------------------------------------------------------

static void set_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("set", kwnames);
    if (n > 1) {
        raise_type_error("set expected at most 1 argument, got %z", (intptr_t)n);
    }
    set_clear(set_of(self));
    if (n) {
        set_update(set_of(self), args[0]);
    }
}

static Value set_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    if (cls != &set_type) {
        return cell_value(cell_new_for(cls));
    }
    Value self = cell_value(set_new(&set_type, 0));
    set_init(self, n, args, kwnames);
    return self;
}

static Value frozenset_create(const Type *cls, size_t n, const Value *args,
                              const Tuple *kwnames) {
    args_no_keywords_but(cls, N___init__, "frozenset", kwnames);
    if (n > 1) {
        raise_type_error("frozenset expected at most 1 argument, got %z", (intptr_t)n);
    }
    if (n && cls == &frozenset_type && is_exact(args[0], &frozenset_type)) {
        return args[0];
    }
    Set *s = set_new(&frozenset_type, 0);
    if (n) {
        set_update(s, args[0]);
    }
    return boxed_new(cls, cell_value(s));
}

// ---- operations -----------------------------------------------------------------------------

// self: maybe a boxed frozenset. As in CPython 3.14 its own __iter__ and __len__ are not asked.
static Value set_repr_body(Value self) {
    Set *s = set_of(unbox(self));
    set_arrange(s);
    StrBuilder b;
    builder_init(&b, 16);
    bool plain = type_of(self) == &set_type;
    if (!plain) {
        builder_add_str(&b, type_of(self)->name);
        builder_add_c(&b, "(");
    }
    builder_add_c(&b, "{");
    size_t pos = 0;
    Value v;
    for (bool first = true; set_next(s, &pos, &v); first = false) {
        if (!first) {
            builder_add_c(&b, ", ");
        }
        builder_add_repr(&b, v);
        poll_pending();
    }
    builder_add_c(&b, plain ? "}" : "})");
    return builder_finish(&b);
}

static Value set_repr(Value self) {
    const Type *t = type_of(self);
    if (set_len(set_of(unbox(self))) == 0) {
        return str_formatted("%S()", t->name);
    }
    if (!(t->flags & TYPE_HEAP)) {
        return repr_guarded(self, t == &set_type ? "set(...)" : "frozenset(...)", set_repr_body);
    }
    Value inside = str_formatted("%S(...)", t->name);
    return repr_guarded(self, str_of(inside)->text, set_repr_body); // used before body
}

// Independent of the order, like CPython's in its mixing only.
static intptr_t frozenset_hash(Value self) {
    const TableOwner *o = set_owner(set_of(self));
    uintptr_t h = 1927868237u * (uintptr_t)(table_live(o) + 1);
    for (size_t i = 0; i < o->used; i++) {
        if (is_present(*table_entry(o->table, i))) {
            uintptr_t x = table_entry_hash(o->table, i);
            h ^= (x ^ (x << 16) ^ 89869747u) * 3644798167u;
        }
    }
    h = (h ^ (h >> 11) ^ (h >> 25)) * 69069u + 907133923u;
    return h == UINTPTR_MAX ? 590923713 : (intptr_t)h;
}

static bool set_truth(Value self) {
    return set_len(set_of(self)) != 0;
}

static Value set_compare(CompareOp op, Value self, Value other) {
    other = unbox(other);
    if (!is_any_set(other)) {
        return NOT_IMPLEMENTED;
    }
    stack_check();
    const Set *a = set_of(self), *b = set_of(other);
    bool same_len = set_len(a) == set_len(b);
    switch (op) {
    case CMP_EQ:
        return bool_value(same_len && set_is_subset(a, b));
    case CMP_NE:
        return bool_value(!(same_len && set_is_subset(a, b)));
    case CMP_LT:
        return bool_value(!same_len && set_is_subset(a, b));
    case CMP_LE:
        return bool_value(set_is_subset(a, b));
    case CMP_GT:
        return bool_value(!same_len && set_is_subset(b, a));
    default:
        return bool_value(set_is_subset(b, a));
    }
}

static bool apply(BinaryOp op, Set *s, const Set *other) {
    switch (op) {
    case OP_AND:
        intersection(s, s, other);
        return true;
    case OP_OR:
        update_from_set(s, other);
        return true;
    case OP_XOR:
        set_exclusive(s, other);
        return true;
    case OP_SUB:
        set_subtract(s, other);
        return true;
    default:
        return false;
    }
}

Set *set_combined(BinaryOp op, const Set *a, const Set *b, const Type *type) {
    Set *result = set_new(type, 0);
    if (op == OP_AND) {
        intersection(result, a, b);
    } else if (!combine(result, op, a, b)) {
        table_copy(set_owner(result), set_owner(a));
        result->live |= a->live & SET_ARRANGED;
        apply(op, result, b);
    }
    return result;
}

static Value set_binary(BinaryOp op, Value a, Value b, bool reflected) {
    a = unbox(a);
    b = unbox(b);
    if (!is_any_set(a) || !is_any_set(b)) {
        return NOT_IMPLEMENTED;
    }
    if (op != OP_AND && op != OP_OR && op != OP_XOR && op != OP_SUB) {
        return NOT_IMPLEMENTED;
    }
    const Type *type = is_exact(a, &frozenset_type) ? &frozenset_type : &set_type;
    return cell_value(set_combined(op, set_of(a), set_of(b), type));
}

static Value set_inplace(BinaryOp op, Value a, Value b) {
    b = unbox(b);
    return is_any_set(b) && apply(op, set_of(a), set_of(b)) ? a : NOT_IMPLEMENTED;
}

static bool set_has(Value self, Value v) {
    return set_find(set_of(self), v, false);
}

static intptr_t set_length(Value self) {
    return (intptr_t)set_len(set_of(self));
}

// ---- iterator -------------------------------------------------------------------------------

typedef struct SetIterator {
    Cell head;
    Value set;     // ABSENT when exhausted
    size_t pos;
    uint32_t state; // table_state() of the set when it was made
    uint32_t left;
} SetIterator;

static Value set_iterator_next(Value self) {
    SetIterator *it = (SetIterator *)cell_of(self);
    if (is_absent(it->set)) {
        return ABSENT;
    }
    if (table_state(set_owner(set_of(it->set))) != it->state) {
        it->state = UINT32_MAX; // stays an error
        raise_runtime_error("Set changed size during iteration");
    }
    Value v;
    if (!set_next(set_of(it->set), &it->pos, &v)) {
        it->set = ABSENT;
        return ABSENT;
    }
    it->left -= it->left != 0;
    return v;
}

static Value set_iterator_length_hint(Value self) {
    const SetIterator *it = (SetIterator *)cell_of(self);
    if (is_absent(it->set) || (it->state ^ table_state(set_owner(set_of(it->set)))) & TABLE_LIVE) {
        return int_value(0);
    }
    return int_value((intptr_t)it->left);
}

static void set_iterator_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((SetIterator *)cell)->set);
}

static const Native set_iterator_methods[] = {
    METHOD_1(N___length_hint__, set_iterator_length_hint),
    ROW_REDUCE(iterator_reduce_rest),
    NATIVE_END,
};
static const Ops set_iterator_ops = {.iter = iterator_self, .next = set_iterator_next};
static const Type set_iterator_type = {
    .head = {&type_type}, .name = N_set_iterator, .ops = &set_iterator_ops, .flags = TYPE_FINAL,
    .payload = sizeof(SetIterator), .letter = 'h', .base = &object_type,
    .solid = &set_iterator_type, .methods = set_iterator_methods, .trace = set_iterator_trace,
};

static Value set_iter(Value self) {
    set_arrange(set_of(self));
    SetIterator *it = heap_alloc(&set_iterator_type, sizeof *it);
    it->set = self;
    it->state = table_state(set_owner(set_of(self)));
    it->left = (uint32_t)set_len(set_of(self));
    return cell_value(it);
}

// ---- types ----------------------------------------------------------------------------------

static void set_trace(Cell *cell, Visitor *visitor) {
    visit_cell(visitor, &((Set *)cell)->table);
}

static const Ops set_ops = {
    .repr = set_repr, .hash = hash_unhashable, .truth = set_truth, .compare = set_compare,
    .binary = set_binary, .inplace = set_inplace, .contains = set_has, .len = set_length,
    .iter = set_iter, .create = set_create, .init = set_init,
};
const Type set_type = {
    .head = {&type_type}, .name = N_set, .ops = &set_ops, .flags = TYPE_UNHASHABLE | TYPE_WEAK,
    .payload = sizeof(Set), .letter = 'h', .base = &object_type, .solid = &set_type,
    .methods = set_methods, .trace = set_trace,
};

static const Ops frozenset_ops = {
    .repr = set_repr, .hash = frozenset_hash, .truth = set_truth, .compare = set_compare,
    .binary = set_binary, .contains = set_has, .len = set_length, .iter = set_iter,
    .create = frozenset_create,
};
const Type frozenset_type = {
    .head = {&type_type}, .name = N_frozenset, .ops = &frozenset_ops, .flags = TYPE_INLINE | TYPE_WEAK,
    .payload = 2 * sizeof(Value), .letter = 'h', .base = &object_type, .solid = &frozenset_type,
    .methods = frozenset_methods, .trace = set_trace,
};
