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
    FULL = 250, // no function begins in a pool of as many
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
    *p = (Pool){.number = p->number + 1};
}

// ---- trying again ------------------------------------------------------------------------------

void pool_choose(Unit *u) {
    bool once = u->unit_scope->kind == SCOPE_MODULE || u->unit_scope->kind == SCOPE_CLASS ||
                u->unit_scope->kind == SCOPE_TYPE_PARAMS;
    bool inside = u->outer && u->outer->lasting;
    u->lasting = !once || inside;
    u->may_change = u->lasting && !inside;
    if (u->may_change && u->compiler->lasting.len >= FULL) {
        pool_finish(&u->compiler->lasting);
    }
}

PoolMarks pool_marks(const Compiler *c) {
    const Pool *once = &c->once, *lasting = &c->lasting;
    return (PoolMarks){once->len, lasting->len, lasting->number, once->codes, lasting->codes};
}

static void rewind_to(Pool *p, uint32_t len, Code *codes) {
    assert(len <= p->len);
    if (!p->cell || len == 0) {
        *p = (Pool){.number = p->number};
        return;
    }
    memset(&p->cell->items[len], 0, (p->len - len) * sizeof(Value));
    p->len = len;
    p->codes = codes;
    if (p->slots) {
        index_all(p);
    }
}

void pool_rewind(Compiler *c, PoolMarks marks) {
    rewind_to(&c->once, marks.once, marks.once_codes);
    if (c->lasting.number == marks.number) { // else that pool is finished
        rewind_to(&c->lasting, marks.lasting, marks.lasting_codes);
    }
}

bool pool_overfull(const Unit *u, PoolMarks marks) {
    assert(!u->may_change || u->compiler->lasting.number == marks.number);
    uint32_t names = 2u + u->unit_scope->nlocals + u->unit_scope->nfree; // at most, at the end
    return u->may_change && marks.lasting > 1 && u->compiler->lasting.len + names > UINT8_MAX + 1;
}
