// SPDX-License-Identifier: MIT
// pool.c: the constants of the codes being compiled, each of them once.
//
// Two pools grow side by side, fields of the Compiler: one for what a module and its classes do
// once, which lasts as long as the chunk, and one for functions and what is in them. Codes get
// their pool when it is finished; until then they are chained through their `pool` fields. Strings
// and what is in the word are found through an index of 16-bit slots (number of the constant, 0:
// free), with linear probing, at most half full.
#include "compile/emit.h"

#include "heap/heap.h"
#include <assert.h>

enum {
    FIRST_ITEMS = 14,
    FIRST_SLOTS = 64,
    WITHOUT_INDEX = 16, // as many are looked through
    MOST_ITEMS = 65535,
    FULL = 240, // a function that could bring more starts a new pool: numbers should fit a byte
};

typedef struct PoolIndex {
    Cell head;
    uint16_t slot[];
} PoolIndex;

static uint16_t *slots_of(const Pool *p) {
    return ((PoolIndex *)p->index)->slot;
}

void pool_trace(Pool *p, Visitor *v) {
    visit_cell(v, &p->cell);
    visit_cell(v, &p->codes);
    visit_cell(v, &p->index);
}

// ---- the index ---------------------------------------------------------------------------------

static bool is_indexed(Value v) {
    return is_str(v) || !is_cell(v);
}

static uint32_t hash_of(Value v) {
    assert(is_indexed(v));
    return is_str(v) ? str_hash(str_of(v)) : (uint32_t)(v.bits >> 2 ^ v.bits >> (WORD_BITS - 16));
}

static uint16_t *free_slot(const Pool *p, Value v) {
    uint16_t *slots = slots_of(p);
    uint32_t at = hash_of(v) & (p->slots - 1);
    while (slots[at]) {
        at = (at + 1) & (p->slots - 1);
    }
    return &slots[at];
}

static void index_all(Pool *p) {
    memset(slots_of(p), 0, p->slots * sizeof(uint16_t));
    for (uint32_t i = 1; i < p->len; i++) {
        poll_interrupt();
        if (is_indexed(p->cell->items[i])) {
            *free_slot(p, p->cell->items[i]) = (uint16_t)i;
        }
    }
}

// Room in the index for all constants and one more.
static void grow_index(Pool *p) {
    if (p->len < WITHOUT_INDEX || 2 * (p->len + 1) <= p->slots) {
        return;
    }
    uint32_t slots = p->slots ? 2 * p->slots : FIRST_SLOTS;
    Cell *bigger = emit_bytes_new(slots * sizeof(uint16_t));
    heap_free(p->index);
    p->index = bigger;
    p->slots = slots;
    index_all(p);
}

static unsigned find_in_index(const Pool *p, Value v) {
    uint16_t *slots = slots_of(p);
    for (uint32_t at = hash_of(v); slots[at & (p->slots - 1)]; at++) {
        unsigned i = slots[at & (p->slots - 1)];
        if (same(p->cell->items[i], v)) {
            return i;
        }
    }
    return 0;
}

// Number of the constant, 0 if it is not there.
static unsigned find(const Pool *p, Value v) {
    if (p->slots && is_indexed(v)) {
        return find_in_index(p, v);
    }
    uint32_t stop = p->len > WITHOUT_INDEX ? p->len - WITHOUT_INDEX : 1;
    for (uint32_t i = p->len; i-- > stop;) {
        if (same(p->cell->items[i], v)) {
            return i;
        }
    }
    return 0;
}

// ---- constants ---------------------------------------------------------------------------------

static void begin(Pool *p, Value filename) {
    p->cell = code_pool_new(FIRST_ITEMS);
    p->cell->items[0] = filename;
    p->len = 1;
    p->room = FIRST_ITEMS;
}

static void grow_items(Pool *p) {
    uint32_t room = p->room + p->room / 2;
    if (!heap_resize(p->cell, sizeof(CodePool) + room * sizeof(Value))) {
        CodePool *bigger = code_pool_new(room);
        memcpy(bigger->items, p->cell->items, p->len * sizeof(Value));
        heap_free(p->cell);
        p->cell = bigger;
    }
    p->room = room;
}

static Pool *pool_of(Unit *u) {
    Pool *p = u->lasting ? &u->compiler->lasting : &u->compiler->once;
    if (!p->cell) {
        begin(p, u->compiler->filename);
    }
    return p;
}

unsigned emit_new_const(Unit *u, Value constant) {
    assert(is_present(constant));
    Pool *p = pool_of(u);
    if (p->len >= MOST_ITEMS) {
        too_complex(u);
    }
    if (p->len == p->room) {
        grow_items(p);
    }
    grow_index(p);
    p->cell->items[p->len] = constant;
    if (p->slots && is_indexed(constant)) {
        *free_slot(p, constant) = (uint16_t)p->len;
    }
    return p->len++;
}

unsigned emit_const(Unit *u, Value constant) {
    assert(is_present(constant));
    unsigned known = find(pool_of(u), constant);
    return known ? known : emit_new_const(u, constant);
}

const Value *unit_consts(Unit *u) {
    return pool_of(u)->cell->items;
}

// ---- codes -------------------------------------------------------------------------------------

void pool_add_code(Unit *u, Code *code) {
    Pool *p = pool_of(u);
    code->pool = (CodePool *)(void *)p->codes;
    p->codes = code;
}

void pool_finish(Pool *p) {
    if (!p->cell) {
        return;
    }
    if (heap_cell_size(p->cell) > sizeof(CodePool) + p->len * sizeof(Value)) {
        heap_resize(p->cell, sizeof(CodePool) + p->len * sizeof(Value));
    }
    for (Code *c = p->codes, *next; c; c = next) {
        next = (Code *)(void *)c->pool;
        code_finish(c, p->cell);
    }
    heap_free(p->index);
    *p = (Pool){0};
}

// How many names a function and those inside it use, attributes left out.
static uint32_t count_names(const Scope *scope) {
    stack_check();
    uint32_t count = 0;
    for (const Symbol *s = scope->symbols; s; s = s->next) {
        count++;
    }
    for (const Scope *inner = scope->first; inner; inner = inner->next) {
        count += count_names(inner);
    }
    return count;
}

void pool_choose(Unit *u) {
    Compiler *c = u->compiler;
    bool once = u->unit_scope->kind == SCOPE_MODULE || u->unit_scope->kind == SCOPE_CLASS ||
                u->unit_scope->kind == SCOPE_TYPE_PARAMS;
    u->lasting = !once || (u->outer && u->outer->lasting);
    bool outermost = u->lasting && !(u->outer && u->outer->lasting);
    if (outermost && c->lasting.len + 2 * count_names(u->unit_scope) > FULL) {
        pool_finish(&c->lasting);
    }
}
