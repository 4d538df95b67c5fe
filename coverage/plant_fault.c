// SPDX-License-Identifier: MIT
// plant_fault.c: damages the heap in a chosen way and calls the checker, which must notice.
//
// Part of the stress build: with PLANT_FAULT=NAME in the environment this happens when the program
// has ended. coverage/check_faults.py runs all of them; "none" damages nothing, and the names that
// PLANT_FAULT=list prints are those of the table at the end.
#include "coverage/stress.h"
#include "heap/bitmap.h"
#include "heap/collect.h"
#include "objects/containers.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <stdio.h>
#include <stdlib.h>

static size_t block_of(const void *p) {
    return (size_t)((const uint8_t *)p - rt.heap.base) / BLOCK_BYTES;
}

// A list of two other lists, which lives on.
static List *kept_list(void) {
    Value items[] = {cell_value(list_new(3)), cell_value(list_new(3))};
    Value list = list_from(items, COUNT_OF(items));
    rt.roots.last_value = list;
    return list_of(list);
}

// A block at which a gap starts, behind a cell.
static size_t some_gap(void) {
    Heap *h = &rt.heap;
    heap_close_run(h);
    size_t i = heap_next_free(h, 1);
    while (!heap_find_cell((uintptr_t)h->base + (i - 1) * BLOCK_BYTES)) {
        i = heap_next_free(h, i + 1);
    }
    return i;
}

static void none(void) {
    kept_list();
}

static void pinned_gap(void) {
    bit_set(rt.heap.pinned, some_gap());
}

static void marked_cell(void) {
    bit_set(rt.heap.mark, block_of(kept_list()));
}

static void lost_gap(void) {
    bit_clear(rt.heap.mark, some_gap());
}

static void wrong_count(void) {
    rt.heap.used_blocks++;
}

static void inner_reference(void) {
    List *list = kept_list();
    list->items->at[0].bits += 2 * sizeof(Value);
}

static void dead_reference(void) {
    List *list = kept_list();
    heap_free(cell_of(list->items->at[1]));
}

static void dead_root(void) {
    rt.roots.last_value = cell_value(list_new(0));
    heap_free(cell_of(rt.roots.last_value));
}

static void no_type(void) {
    cell_of(kept_list()->items->at[0])->type = (const Type *)(const void *)&none_cell;
}

static void list_too_long(void) {
    List *list = kept_list();
    list->len = list->capacity + 1;
}

static void list_too_large(void) {
    kept_list()->capacity += 100;
}

static void dict_count(void) {
    Dict *d = dict_new(4);
    rt.roots.last_value = cell_value(d);
    dict_set(d, int_value(1), NONE);
    d->live++;
}

static void str_too_long(void) {
    Str *s = str_of(str_new("some text", 9));
    rt.roots.last_value = str_value(s);
    s->size = 100;
}

static void not_interned(void) {
    Str *s = str_of(str_new("never interned", 14));
    rt.roots.last_value = str_value(s);
    str_hash(s);
    s->interned = 1;
}

static void intern_count(void) {
    rt.intern.used--;
}

static const struct Fault {
    const char *name;
    void (*plant)(void);
} faults[] = {
    {"none", none},
    {"pinned-gap", pinned_gap},
    {"marked-cell", marked_cell},
    {"lost-gap", lost_gap},
    {"wrong-count", wrong_count},
    {"inner-reference", inner_reference},
    {"dead-reference", dead_reference},
    {"dead-root", dead_root},
    {"no-type", no_type},
    {"list-too-long", list_too_long},
    {"list-too-large", list_too_large},
    {"dict-count", dict_count},
    {"str-too-long", str_too_long},
    {"not-interned", not_interned},
    {"intern-count", intern_count},
};

void plant_fault(void) {
    const char *name = getenv("PLANT_FAULT");
    for (size_t i = 0; name && i < COUNT_OF(faults); i++) {
        if (strcmp(name, "list") == 0) {
            puts(faults[i].name);
        } else if (strcmp(name, faults[i].name) == 0) {
            heap_collect();
            faults[i].plant();
            heap_check();
        }
    }
}
