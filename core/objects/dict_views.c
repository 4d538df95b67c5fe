// SPDX-License-Identifier: MIT
// dict_views.c: keys(), values() and items() of dicts, and the iterators over dicts.
//
// A view is {head, dict}; its type says which kind. An iterator keeps the number of the next
// entry and the length the dict had, and reports a dict that changed its size.
#include "objects/dict.h"
#include "objects/iterators.h"
#include "objects/method.h"
#include "objects/reduce.h"
#include "objects/repr_guard.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

typedef struct DictView {
    Cell head;
    Value dict;
} DictView;

typedef struct DictIterator {
    Cell head;
    Value dict;      // ABSENT when exhausted
    size_t pos;      // next entry; backwards: one more than the next
    uint32_t state;  // table_state() of the dict when it was made
    uint32_t left;   // entries still to come
} DictIterator;

static const Type *const view_types[3];
static const Type *const iterator_types[3], *const reverse_types[3];

// ---- iterators ------------------------------------------------------------------------------

Value dict_iterator(Value dict, int kind, bool backwards) {
    assert(kind >= 0 && kind < (int)COUNT_OF(iterator_types));
    const Type *type = backwards ? reverse_types[kind] : iterator_types[kind];
    DictIterator *it = heap_alloc(type, sizeof *it);
    it->dict = dict;
    it->pos = backwards ? dict_of(dict)->used : 0;
    it->state = table_state(dict_owner(dict_of(dict)));
    it->left = (uint32_t)dict_len(dict_of(dict));
    return cell_value(it);
}

Value dict_iter(Value self) {
    return dict_iterator(self, VIEW_KEYS, false);
}

static Value *entry_before(const TableOwner *o, size_t *pos) {
    size_t i = *pos < o->used ? *pos : o->used;
    while (i > 0) {
        Value *entry = table_entry(o->table, --i);
        if (is_present(entry[0])) {
            *pos = i;
            return entry;
        }
    }
    return NULL;
}

static bool size_changed(const DictIterator *it, const TableOwner *o) {
    return ((table_state(o) ^ it->state) & TABLE_LIVE) != 0;
}

// Another size stays an error; after other keys the iterator is at its end.
COLD static _Noreturn void raise_changed(DictIterator *it, const TableOwner *o) {
    bool size = size_changed(it, o);
    bool ordered = is_instance(it->dict, &ordered_dict_type);
    if (size) {
        it->state = UINT32_MAX;
    } else {
        it->dict = ABSENT;
    }
    raise_runtime_error(ordered ? "OrderedDict mutated during iteration"
                        : size  ? "dictionary changed size during iteration"
                                : "dictionary keys changed during iteration");
}

// The next entry, or NULL at the end.
static Value *step(DictIterator *it, bool backwards) {
    if (is_absent(it->dict)) {
        return NULL;
    }
    TableOwner *o = dict_owner(dict_of(it->dict));
    if (UNLIKELY(table_state(o) != it->state)) {
        raise_changed(it, o);
    }
    Value *entry = backwards ? entry_before(o, &it->pos) : table_next(o, &it->pos);
    if (entry && it->left == 0) {
        it->state = table_state(o);
        raise_changed(it, o);
    }
    if (!entry) {
        it->dict = ABSENT;
        return NULL;
    }
    it->left--;
    return entry;
}

static Value next_key(Value self) {
    const Value *entry = step((DictIterator *)cell_of(self), false);
    return entry ? entry[0] : ABSENT;
}

static Value next_value(Value self) {
    const Value *entry = step((DictIterator *)cell_of(self), false);
    return entry ? entry[1] : ABSENT;
}

bool dict_item_step(Value self, Value out[2]) {
    assert_hot(is_kind(self, &dict_item_iterator_type));
    const Value *entry = step((DictIterator *)cell_of(self), false);
    if (!entry) {
        return false;
    }
    out[0] = entry[0];
    out[1] = entry[1];
    return true;
}

static Value next_item(Value self) {
    Value pair[2];
    return dict_item_step(self, pair) ? tuple_pair(pair[0], pair[1]) : ABSENT;
}

static Value previous_key(Value self) {
    const Value *entry = step((DictIterator *)cell_of(self), true);
    return entry ? entry[0] : ABSENT;
}

static Value previous_value(Value self) {
    const Value *entry = step((DictIterator *)cell_of(self), true);
    return entry ? entry[1] : ABSENT;
}

static Value previous_item(Value self) {
    const Value *entry = step((DictIterator *)cell_of(self), true);
    return entry ? tuple_pair(entry[0], entry[1]) : ABSENT;
}

static Value iterator_length_hint(Value self) {
    const DictIterator *it = (DictIterator *)cell_of(self);
    bool ended = is_absent(it->dict) || size_changed(it, dict_owner(dict_of(it->dict)));
    return int_value(ended ? 0 : (intptr_t)it->left);
}

static void iterator_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((DictIterator *)cell)->dict);
}

static const Native iterator_methods[] = {
    METHOD_1(N___length_hint__, iterator_length_hint),
    ROW_REDUCE(iterator_reduce_rest),
    NATIVE_END,
};

#define ITERATOR_TYPE(LINKAGE, NAME, TITLE, NEXT) \
    static const Ops NAME##_ops = {.iter = iterator_self, .next = NEXT}; \
    LINKAGE const Type NAME = { \
        .head = {&type_type}, .name = TITLE, .ops = &NAME##_ops, .flags = TYPE_FINAL, \
        .payload = sizeof(DictIterator), .letter = 'h', .base = &object_type, .solid = &NAME, \
        .methods = iterator_methods, .trace = iterator_trace, \
    }
ITERATOR_TYPE(static, key_iterator, N_dict_keyiterator, next_key);
ITERATOR_TYPE(static, value_iterator, N_dict_valueiterator, next_value);
ITERATOR_TYPE(, dict_item_iterator_type, N_dict_itemiterator, next_item);
ITERATOR_TYPE(static, reverse_key_iterator, N_dict_reversekeyiterator, previous_key);
ITERATOR_TYPE(static, reverse_value_iterator, N_dict_reversevalueiterator, previous_value);
ITERATOR_TYPE(static, reverse_item_iterator, N_dict_reverseitemiterator, previous_item);

static const Type *const iterator_types[3] = {&key_iterator, &value_iterator,
                                              &dict_item_iterator_type};
static const Type *const reverse_types[3] = {&reverse_key_iterator, &reverse_value_iterator,
                                             &reverse_item_iterator};

// ---- views ----------------------------------------------------------------------------------

Value dict_view(Value dict, int kind) {
    assert(kind >= 0 && kind < (int)COUNT_OF(view_types));
    DictView *view = heap_alloc(view_types[kind], sizeof *view);
    view->dict = dict;
    return cell_value(view);
}

static Value viewed(Value self) {
    return ((DictView *)cell_of(self))->dict;
}

static int kind_of(Value self) {
    int kind = VIEW_KEYS;
    while (type_of(self) != view_types[kind]) {
        kind++;
    }
    return kind;
}

static Value view_iter(Value self) {
    return dict_iterator(viewed(self), kind_of(self), false);
}

static Value view_reversed(Value self) {
    return dict_iterator(viewed(self), kind_of(self), true);
}

static intptr_t view_len(Value self) {
    return dict_length(viewed(self));
}

static Value view_repr_body(Value self) {
    StrBuilder b;
    builder_init(&b, 24);
    builder_add_c(&b, is_instance(viewed(self), &ordered_dict_type) ? "o" : "");
    builder_add_str(&b, type_of(self)->name);
    builder_add_c(&b, "(");
    builder_add_repr(&b, list_from_iterable(self));
    builder_add_c(&b, ")");
    return builder_finish(&b);
}

static Value view_repr(Value self) {
    return repr_guarded(self, "...", view_repr_body);
}

static bool keys_contains(Value self, Value key) {
    return dict_contains(viewed(self), key);
}

static bool items_contains(Value self, Value item) {
    item = unbox(item);
    if (!is_tuple(item) || tuple_of(item)->len != 2) {
        return false;
    }
    Value v = dict_get(dict_of(viewed(self)), tuple_of(item)->items[0]);
    return is_present(v) && op_equal(v, tuple_of(item)->items[1]);
}

// ---- views as sets --------------------------------------------------------------------------

static bool is_set_view(Value v) {
    return is_exact(v, view_types[VIEW_KEYS]) || is_exact(v, view_types[VIEW_ITEMS]);
}

static bool is_set_like(Value v) {
    return is_set_view(v) || is_instance(v, &set_type) || is_instance(v, &frozenset_type);
}

static bool all_in(Value items, Value container) {
    Value it = op_iter(items);
    for (Value item; is_present(item = op_next(it));) {
        if (!op_contains(container, item)) {
            return false;
        }
        poll_pending();
    }
    return true;
}

static Value view_compare(CompareOp op, Value self, Value other) {
    if (!is_set_like(other)) {
        return NOT_IMPLEMENTED;
    }
    intptr_t a = op_len(self), b = op_len(other);
    switch (op) {
    case CMP_EQ:
        return bool_value(a == b && all_in(self, other));
    case CMP_NE:
        return bool_value(a != b || !all_in(self, other));
    case CMP_LT:
        return bool_value(a < b && all_in(self, other));
    case CMP_LE:
        return bool_value(a <= b && all_in(self, other));
    case CMP_GT:
        return bool_value(a > b && all_in(other, self));
    default:
        return bool_value(a >= b && all_in(other, self));
    }
}

// The smaller set-like one is gone through, so that the items of the other need no hash.
static Value intersection(Value view, Value other) {
    bool swap = is_exact(other, &set_type) ? op_len(other) >= view_len(view)
                                           : is_set_view(other) && op_len(other) > view_len(view);
    Value container = swap ? other : view;
    Value it = op_iter(swap ? view : other);
    Set *result = set_new(&set_type, 0);
    for (Value v; is_present(v = op_next(it));) {
        if (op_contains(container, v)) {
            set_add(result, v);
        }
        poll_pending();
    }
    return cell_value(result);
}

static Value view_binary(BinaryOp op, Value a, Value b, bool reflected) {
    if (op != OP_AND && op != OP_OR && op != OP_XOR && op != OP_SUB) {
        return NOT_IMPLEMENTED;
    }
    if (op == OP_AND) {
        return reflected ? intersection(b, a) : intersection(a, b);
    }
    Set *left = set_new(&set_type, 0), *right = set_new(&set_type, 0);
    set_update(left, a);
    set_update(right, b);
    return op_inplace(op, cell_value(left), cell_value(right));
}

static Value view_isdisjoint(Value self, Value other) {
    Value it = op_iter(other);
    for (Value item; is_present(item = op_next(it));) {
        if (op_contains(self, item)) {
            return FALSE;
        }
        poll_pending();
    }
    return TRUE;
}

static Value view_mapping(Value self) {
    return mapping_proxy_new(viewed(self));
}

// ---- types ----------------------------------------------------------------------------------

static const Native set_view_methods[] = {
    METHOD_2(N_isdisjoint, view_isdisjoint),
    GETTER(N_mapping, view_mapping),
    METHOD_1(N___reversed__, view_reversed),
    NATIVE_END,
};
static const Native values_methods[] = {
    GETTER(N_mapping, view_mapping),
    METHOD_1(N___reversed__, view_reversed),
    NATIVE_END,
};

static const Ops keys_ops = {
    .repr = view_repr, .hash = hash_unhashable, .compare = view_compare, .binary = view_binary,
    .contains = keys_contains, .len = view_len, .iter = view_iter,
};
static const Ops items_ops = {
    .repr = view_repr, .hash = hash_unhashable, .compare = view_compare, .binary = view_binary,
    .contains = items_contains, .len = view_len, .iter = view_iter,
};
static const Ops values_ops = {.repr = view_repr, .len = view_len, .iter = view_iter};

#define VIEW_TYPE(NAME, TITLE, OPS, METHODS, FLAGS) \
    static const Type NAME = { \
        .head = {&type_type}, .name = TITLE, .ops = OPS, \
        .flags = TYPE_FINAL | TYPE_TRACE_WORDS | FLAGS, .payload = sizeof(DictView), \
        .letter = 'h', .base = &object_type, .solid = &NAME, .methods = METHODS, \
    }
VIEW_TYPE(keys_view, N_dict_keys, &keys_ops, set_view_methods, TYPE_UNHASHABLE);
VIEW_TYPE(values_view, N_dict_values, &values_ops, values_methods, 0);
VIEW_TYPE(items_view, N_dict_items, &items_ops, set_view_methods, TYPE_UNHASHABLE);

static const Type *const view_types[3] = {&keys_view, &values_view, &items_view};
