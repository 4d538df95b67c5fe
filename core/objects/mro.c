// SPDX-License-Identifier: MIT
// mro.c: the order in which a class and its bases are searched.
//
// A class made by a program with several bases keeps its MRO as a tuple (C3: Barrett et al., "A
// Monotonic Superclass Linearization for Dylan", OOPSLA 1996); the MRO of one with a single base
// goes on with that of its base (unless a metaclass says otherwise). A builtin type's is the chain
// of `base`, but for the few with a second base: its chain comes behind the first base.
#include "objects/mro.h"
#include "error.h"
#include "objects/class.h"
#include "objects/exception.h"
#include "objects/method.h"
#include "text/str.h"
#include <assert.h>
#include <string.h>

// The second base of a builtin type, or NULL.
const Type *type_second_base(const Type *t) {
    return t == &exception_group_type         ? &exception_type
           : t == &unsupported_operation_type ? &value_error_type
                                              : NULL;
}

const Type *walk_start(TypeWalk *w, const Type *type) {
    w->start = w->at = type;
    w->index = 0;
    return type;
}

// The tuple a class of a program has for its MRO. NULL: its base's MRO follows. (While mro() of a
// metaclass is running, too.)
static const Tuple *own_mro(const Type *t) {
    const Class *c = class_cell(t);
    assert_hot(c->mro != c->bases || class_of(c->bases->items[0]) == t->base);
    return c->mro == c->bases ? NULL : c->mro;
}

const Type *walk_next(TypeWalk *w) {
    if (w->start->flags & TYPE_HEAP) {
        const Tuple *mro = own_mro(w->start);
        if (!mro) {
            return walk_start(w, w->start->base);
        }
        w->index++;
        w->at = w->index < mro->len ? class_of(mro->items[w->index]) : NULL;
    } else {
        const Type *second = w->at == w->start->base ? type_second_base(w->start) : NULL;
        w->at = second ? second : w->at->base;
    }
    return w->at;
}

static bool is_builtin_subtype(const Type *type, const Type *base) {
    for (const Type *t = type; t; t = t->base) {
        if (t == base) {
            return true;
        }
    }
    const Type *second = type_second_base(type);
    return second && is_builtin_subtype(second, base);
}

bool is_subtype(const Type *type, const Type *base) {
    for (; type->flags & TYPE_HEAP; type = type->base) {
        const Tuple *mro = own_mro(type);
        for (size_t i = 0; mro && i < mro->len; i++) {
            if (class_of(mro->items[i]) == base) {
                return true;
            }
        }
        if (mro || type == base) {
            return !mro;
        }
    }
    return is_builtin_subtype(type, base);
}

Tuple *type_mro(const Type *t) {
    if (t->flags & TYPE_HEAP && class_cell(t)->mro != class_cell(t)->bases) {
        return class_cell(t)->mro;
    }
    size_t n = 0;
    TypeWalk w;
    for (const Type *at = walk_start(&w, t); at; at = walk_next(&w)) {
        n++;
    }
    Tuple *mro = tuple_alloc(n);
    n = 0;
    for (const Type *at = walk_start(&w, t); at; at = walk_next(&w)) {
        mro->items[n++] = type_value(at);
    }
    return mro;
}

Tuple *type_bases(const Type *t) {
    if (t->flags & TYPE_HEAP) {
        return class_cell(t)->bases;
    }
    const Type *second = type_second_base(t);
    Value bases[2] = {type_value(t->base), second ? type_value(second) : ABSENT};
    return tuple_of(tuple_new(bases, second ? 2 : t->base != NULL));
}

COLD static _Noreturn void inconsistent(const Tuple *bases) {
    assert(bases->len > 0);
    StrBuilder b;
    builder_init(&b, 100);
    builder_add_c(&b, "Cannot create a consistent method resolution order (MRO) for bases ");
    for (size_t i = 0; i < bases->len; i++) {
        builder_add_format(&b, i ? ", %S" : "%S", class_of(bases->items[i])->name);
    }
    Value text = builder_finish(&b);
    raise_value(exception_new(&type_error_type, 1, &text));
}

static bool in_tail(const Tuple *sequence, size_t head, Value cls) {
    assert(head <= sequence->len);
    for (size_t i = head + 1; i < sequence->len; i++) {
        if (same(sequence->items[i], cls)) {
            return true;
        }
    }
    return false;
}

// The next class of the merge: the first head that is in no other tail. ABSENT: none.
static Value merge_step(const Tuple *sequences, const Tuple *heads) {
    assert(heads->len == sequences->len);
    for (size_t i = 0; i < sequences->len; i++) {
        const Tuple *s = tuple_of(sequences->items[i]);
        size_t head = (size_t)int_of(heads->items[i]);
        bool good = head < s->len;
        for (size_t j = 0; good && j < sequences->len; j++) {
            good = !in_tail(tuple_of(sequences->items[j]), (size_t)int_of(heads->items[j]),
                            s->items[head]);
        }
        if (good) {
            return s->items[head];
        }
    }
    return ABSENT;
}

// Moves the heads that are `cls` on; returns how many sequences are not finished.
static size_t advance(const Tuple *sequences, Tuple *heads, Value cls) {
    assert(heads->len == sequences->len && is_class(cls));
    size_t open = 0;
    for (size_t i = 0; i < sequences->len; i++) {
        const Tuple *s = tuple_of(sequences->items[i]);
        size_t head = (size_t)int_of(heads->items[i]);
        if (head < s->len && same(s->items[head], cls)) {
            head++;
            heads->items[i] = int_value((intptr_t)head);
        }
        open += head < s->len;
    }
    return open;
}

// The MRO with a single base: cls and the base's, in time for one copy.
static Tuple *extend_mro(Value cls, const Tuple *base_mro) {
    Tuple *mro = tuple_alloc(base_mro->len + 1);
    mro->items[0] = cls;
    memcpy(mro->items + 1, base_mro->items, base_mro->len * sizeof(Value));
    return mro;
}

static void check_complete(const Tuple *bases) {
    assert(bases->len > 0);
    for (size_t i = 0; i < bases->len; i++) {
        const Type *base = class_of(bases->items[i]);
        if (base->flags & TYPE_HEAP && !class_cell(base)->mro) {
            raise_type_error("Cannot extend an incomplete type '%S'", base->name);
        }
    }
}

Tuple *mro_kept(Value cls, Tuple *bases) {
    check_complete(bases);
    return bases->len == 1 ? bases : mro_compute(cls, bases);
}

Tuple *mro_compute(Value cls, Tuple *bases) {
    check_complete(bases);
    if (bases->len == 1) {
        return extend_mro(cls, type_mro(class_of(bases->items[0])));
    }
    Tuple *sequences = tuple_alloc(bases->len + 1);
    Tuple *heads = tuple_alloc(bases->len + 1);
    for (size_t i = 0; i < bases->len; i++) {
        sequences->items[i] = cell_value(type_mro(class_of(bases->items[i])));
        heads->items[i] = int_value(0);
    }
    sequences->items[bases->len] = cell_value(bases);
    heads->items[bases->len] = int_value(0);
    List *order = list_new(bases->len + 4);
    list_append(order, cls);
    size_t open;
    do {
        Value next = merge_step(sequences, heads);
        if (is_absent(next)) {
            inconsistent(bases);
        }
        list_append(order, next);
        open = advance(sequences, heads, next);
    } while (open);
    return tuple_of(list_to_tuple(order));
}
