// SPDX-License-Identifier: MIT
// gc_objects.c: what module gc tells about objects: which there are, and who refers to whom.
//
// Each function walks with nothing allocated, counting what does not fit into the result; then it
// makes room and walks again, until all fits: an allocation may change the heap.
#include "modules/gc.h"
#include "heap/heap.h"
#include "objects/class.h"
#include "objects/list.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

// ---- which cells are objects -------------------------------------------------------------------

static bool is_internal(const Cell *c) {
    return !c->type->base && c->type != &object_type;
}

// Types whose instances refer to nothing of interest, as in CPython.
static bool is_atomic(const Type *t) {
    return t->flags & TYPE_TRACE_NONE || t == &int_type || t == &float_type || t == &str_type ||
           t == &bytes_type || t == &bytearray_type || t == &complex_type || t == &range_type;
}

// A class or tuple may be seen before it is complete, by code that runs while it is made.
static bool is_whole(const Cell *c) {
    if (c->type->flags & TYPE_TYPE && ((const Type *)c)->flags & TYPE_HEAP) {
        return ((const Class *)c)->mro && ((const Class *)c)->dict;
    }
    bool whole = true;
    if (c->type == &tuple_type) {
        const Tuple *t = (const Tuple *)c;
        for (size_t i = 0; i < t->len && whole; i++) {
            whole = is_present(t->items[i]);
        }
    }
    return whole;
}

static bool is_tracked(const Cell *c) {
    return heap_contains(c) && !is_internal(c) && !is_atomic(c->type) && is_whole(c);
}

Value gc_is_tracked(Value v) {
    return bool_value(is_cell(v) && is_tracked(cell_of(v)));
}

// ---- references --------------------------------------------------------------------------------

enum { MAX_DEPTH = 8 }; // internal cells within internal cells

typedef struct Walk {
    Visitor visitor;
    void (*found)(struct Walk *w, Cell *to);
    size_t n; // what is looked for: get_referrers
    const Value *objects;
    bool hit;
    unsigned depth;
    List *list;   // the result
    size_t count; // of what belongs into it
} Walk;

static void trace(Walk *w, Cell *c) {
    const Type *t = c->type;
    if (t->flags & TYPE_TRACE_WORDS) {
        size_t bytes = heap_contains(c) ? heap_cell_size(c) : t->payload;
        for (size_t i = 1; i < bytes / sizeof(Value); i++) {
            visit(&w->visitor, (Value *)c + i);
        }
    } else if (t->trace) {
        t->trace(c, &w->visitor);
    }
}

static void on_slot(Visitor *visitor, Value *slot) {
    Walk *w = (Walk *)visitor;
    Cell *c = cell_of(*slot);
    if (!is_internal(c)) {
        w->found(w, c);
    } else if (c->type != &shape_type && w->depth < MAX_DEPTH) {
        w->depth++;
        trace(w, c);
        w->depth--;
    }
}

static void on_word(Visitor *visitor, uintptr_t word) {
    (void)visitor;
    (void)word;
}

// Calls w->found for each object that c refers to, its class included.
static void walk_references(Walk *w, Cell *c) {
    if (c->type->flags & TYPE_HEAP) {
        w->found(w, (Cell *)(uintptr_t)c->type);
    }
    trace(w, c);
}

static void add(Walk *w, Cell *c) {
    if (w->count < w->list->capacity && is_whole(c)) {
        w->list->items->at[w->count] = cell_value(c);
        w->list->len = (uint32_t)++w->count;
    } else if (is_whole(c)) {
        w->count++;
    }
}

// Repeats a walk that adds to w->list until the list had room for all.
static Value collected(Walk *w, void (*walk)(Walk *w)) {
    w->visitor = (Visitor){on_slot, on_word};
    w->list = list_new(0);
    walk(w);
    while (w->count > w->list->capacity) {
        size_t room = w->count + 4;
        if (room > UINT32_MAX) {
            raise_memory_error(SIZE_MAX);
        }
        list_clear(w->list);
        w->list->items = items_new(room);
        w->list->capacity = (uint32_t)room;
        w->count = 0;
        walk(w);
    }
    return cell_value(w->list);
}

// ---- functions ---------------------------------------------------------------------------------

static void add_tracked(Cell *c, size_t bytes, void *arg) {
    Walk *w = arg;
    (void)bytes;
    if (is_tracked(c) && c != &w->list->head) {
        add(w, c);
    }
}

static void walk_objects(Walk *w) {
    heap_walk(add_tracked, w);
}

static bool wants_all(Value generation) {
    if (is_absent(generation) || is_none(generation)) {
        return true;
    }
    intptr_t g = to_intptr(generation);
    if (g < 0) {
        raise_value_error("generation parameter cannot be negative");
    }
    if (g > 2) {
        raise_value_error("generation parameter must be less than the number of available "
                          "generations (3)");
    }
    return g == 2; // there is one generation: the oldest
}

Value gc_get_objects(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_generation, 0}, {NULL, 0}};
    Value generation;
    args_parse("get_objects", spec, n, args, kwnames, &generation);
    if (!wants_all(generation)) {
        return cell_value(list_new(0));
    }
    heap_collect();
    Walk w = {.found = add};
    return collected(&w, walk_objects);
}

static void walk_referents(Walk *w) {
    for (size_t i = 0; i < w->n; i++) {
        Value v = w->objects[i];
        if (is_cell(v) && heap_contains(cell_of(v))) {
            walk_references(w, cell_of(v));
        }
    }
}

Value gc_get_referents(size_t n, const Value *args) {
    Walk w = {.found = add, .n = n, .objects = args};
    return collected(&w, walk_referents);
}

static void look_for(Walk *w, Cell *to) {
    for (size_t i = 0; i < w->n && !w->hit; i++) {
        w->hit = same(w->objects[i], cell_value(to));
    }
}

static void add_referrer(Cell *c, size_t bytes, void *arg) {
    Walk *w = arg;
    (void)bytes;
    if (is_tracked(c) && c != &w->list->head) {
        w->hit = false;
        walk_references(w, c);
        if (w->hit) {
            add(w, c);
        }
    }
}

static void walk_referrers(Walk *w) {
    heap_walk(add_referrer, w);
}

Value gc_get_referrers(size_t n, const Value *args) {
    heap_collect();
    Walk w = {.found = look_for, .n = n, .objects = args};
    return collected(&w, walk_referrers);
}
