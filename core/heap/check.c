// SPDX-License-Identifier: MIT
// check.c: the heap checker. heap_check() asserts what heap.h states; a test build calls it after
// every collection (CONFIG_HEAP_CHECK). It allocates nothing and changes nothing.
//
//   maps        no bits beyond the heap; no cell marked; pinned bits on heads only; the current
//               run free; every block in a cell or a run; the blocks of cells counted right
//   references  from each cell, root and frame: to the head of a cell or out of the heap
//   cells       of a real type, no smaller than their type and their contents ask for, and no
//               larger where all cells of a type have one size
//   interned    each string in the table is found there by its text, and no other is marked
//
// It has its own list of roots, so that one that the collector forgets is noticed here.
#undef NDEBUG // who asks for the check gets it, in any build
#include "heap/announce.h"
#include "heap/bitmap.h"
#include "heap/collect.h"
#include "objects/class.h"
#include "objects/number.h"
#include "state.h"
#include "text/buffer.h"
#include "text/str.h"
#include "vm/function.h"
#include <assert.h>

static inline size_t block_of(const Heap *h, const void *p) {
    return (size_t)((const uint8_t *)p - h->base) / BLOCK_BYTES;
}

// ---- maps --------------------------------------------------------------------------------------

static void check_current_run(const Heap *h) {
    assert(h->base <= h->free && h->free <= h->free_end);
    assert(h->free_end <= h->base + h->blocks * BLOCK_BYTES);
    assert((h->free - h->base) % BLOCK_BYTES == 0 && (h->free_end - h->base) % BLOCK_BYTES == 0);
    size_t start = block_of(h, h->free), end = block_of(h, h->free_end);
    assert(start == end || heap_next_start(h, start) >= end);
}

// Blocks in cells; what is neither in one nor in the current run must be in a marked run.
static size_t count_cells(const Heap *h) {
    size_t used = 0, free = block_of(h, h->free_end) - block_of(h, h->free);
    for (size_t i = heap_next_start(h, 0); i < h->blocks;) {
        size_t end = heap_next_start(h, i + 1);
        if (bit_get(h->head, i)) {
            size_t size = heap_cell_blocks(h->base + i * BLOCK_BYTES);
            assert(size > 0 && size <= end - i);
            used += size;
        } else if (h->free == h->free_end || end <= block_of(h, h->free) ||
                   i >= block_of(h, h->free_end)) {
            free += end - i;
        } else { // a run that goes on in the current one
            free += block_of(h, h->free) - i + (end - block_of(h, h->free_end));
        }
        i = end;
    }
    assert(used + free == h->blocks);
    return used;
}

void heap_check_maps(void) {
    const Heap *h = &rt.heap;
    size_t words = (h->blocks + WORD_BITS - 1) / WORD_BITS, rest = h->blocks % WORD_BITS;
    for (size_t w = 0; w < words; w++) {
        assert((h->head[w] & h->mark[w]) == 0);
        assert((h->pinned[w] & ~h->head[w]) == 0);
    }
    assert(!rest || (h->head[words - 1] | h->mark[words - 1]) >> rest == 0);
    check_current_run(h);
    assert(count_cells(h) == h->used_blocks);
}

// ---- references --------------------------------------------------------------------------------

static bool is_head(const void *p) {
    const Heap *h = &rt.heap;
    return (uintptr_t)p % BLOCK_BYTES == (uintptr_t)h->base % BLOCK_BYTES &&
           bit_get(h->head, block_of(h, p));
}

// The type is one, and so is its own. (What compaction leaves at the old place has a type without
// a size.)
static void check_type(const Cell *c) {
    const Type *t = c->type;
    assert(t && (!heap_contains(t) || is_head(t)));
    assert(t->head.type && t->head.type->flags & TYPE_TYPE);
    assert(!(t->flags & TYPE_HEAP) == !heap_contains(t));
    assert(t->payload >= sizeof(Cell));
}

static void check_slot(Visitor *v, Value *slot) {
    (void)v;
    const Cell *c = cell_of(*slot);
    assert(!heap_contains(c) || is_head(c));
    check_type(c);
}

static void check_ambiguous(Visitor *v, uintptr_t word) { // any word will do
    (void)v;
    (void)word;
}

static void check_thread(Visitor *v, Thread *t) {
    assert(t->stack <= t->top && (void *)t->top <= (void *)t->frame);
    assert((void *)t->frame <= (void *)t->stack_end);
    for (Value *slot = t->stack; slot < t->top; slot++) {
        visit(v, slot);
    }
    for (Frame *f = t->frame; (void *)f < (void *)t->stack_end; f++) {
        visit_cell(v, &f->function);
        visit(v, &f->object);
        const Code *code = f->function->code;
        assert(f->regs >= t->stack && f->regs <= t->top);
        assert(f->pc >= code_bytes(code) && f->pc <= code_bytes(code) + code_size(code));
    }
    visit(v, &t->exception);
    visit(v, &t->handled);
    visit(v, &t->result);
}

static void check_roots(Visitor *v) {
    Heap *h = &rt.heap;
    state_visit_roots(v);
    check_thread(v, rt.thread);
    assert(h->due_count <= h->finaliser_count);
    visit_cell(v, &h->finalisers);
    finalise_update(v);
    weak_visit_roots(v);
    weak_update(v, true);
    visit_cell(v, &h->reserve);
}

// ---- cells -------------------------------------------------------------------------------------

// Bytes that the contents of a cell take, for types whose cells differ in size.

static size_t tuple_bytes(const Cell *c) {
    return sizeof(Tuple) + ((const Tuple *)c)->len * sizeof(Value);
}

static size_t set_bytes(const Cell *c) { // (the payload of frozenset is for subclasses)
    (void)c;
    return sizeof(Set);
}

static size_t str_bytes(const Cell *c) {
    return offsetof(Str, text) + ((const Str *)c)->size + 1;
}

static size_t bytes_bytes(const Cell *c) {
    return offsetof(Bytes, data) + ((const Bytes *)c)->size + 1;
}

static size_t int_bytes(const Cell *c) {
    return offsetof(BigInt, limbs) + ((const BigInt *)c)->count * sizeof(Limb);
}

static size_t code_cell_bytes(const Cell *cell) {
    return code_cell_size((const Code *)cell);
}

static size_t function_bytes(const Cell *c) {
    const Function *f = (const Function *)c;
    return sizeof *f + (f->code ? code_nfree(f->code) : 0) * sizeof(Value);
}

static size_t generator_bytes(const Cell *c) {
    return sizeof(Generator) + ((const Generator *)c)->nregs * sizeof(Value);
}

static size_t table_cell_bytes(const Cell *c) {
    return table_bytes((const Table *)c);
}

// Asserts on a container and its storage.

static void check_list(const Cell *c) {
    const List *l = (const List *)c;
    assert(l->len <= l->capacity && (l->capacity == 0 || l->items));
    if (l->items) {
        assert(l->items->head.type == &items_type);
        assert(l->capacity <= (heap_cell_size(l->items) - sizeof(Items)) / sizeof(Value));
    }
}

static void check_table_owner(const Cell *c) {
    const TableOwner *o = (const TableOwner *)c;
    const Table *t = o->table;
    size_t live = 0;
    for (size_t i = 0; t && i < t->capacity; i++) {
        bool present = is_present(*table_entry(t, i));
        assert(i < o->used || !present);
        live += present;
    }
    assert(live == table_live(o) && o->used <= (t ? t->capacity : 0));
    assert(!t || (t->head.type == &table_type && t->stride > 0));
}

static void check_bytearray(const Cell *c) {
    const ByteArray *a = (const ByteArray *)c;
    assert(a->size <= (a->storage ? a->storage->capacity : 0));
    if (a->storage) {
        assert(a->storage->capacity <= heap_cell_size(a->storage) - offsetof(ByteStorage, data));
    }
}

static void check_str(const Cell *c) {
    const Str *s = (const Str *)c;
    if (s->interned) {
        assert(s->hash != 0 && str_find_interned(s->text, s->size) == s);
    }
}

static const struct Layout {
    const Type *type;
    size_t (*bytes)(const Cell *c); // NULL: they have one size
    void (*check)(const Cell *c);   // NULL: nothing else to look at
} layouts[] = {
    {&str_type, str_bytes, check_str},
    {&bytes_type, bytes_bytes, NULL},
    {&int_type, int_bytes, NULL},
    {&tuple_type, tuple_bytes, NULL},
    {&table_type, table_cell_bytes, NULL},
    {&code_type, code_cell_bytes, NULL},
    {&function_type, function_bytes, NULL},
    {&generator_type, generator_bytes, NULL},
    {&coroutine_type, generator_bytes, NULL},
    {&async_generator_type, generator_bytes, NULL},
    {&list_type, NULL, check_list},
    {&dict_type, NULL, check_table_owner},
    {&set_type, NULL, check_table_owner},
    {&frozenset_type, set_bytes, check_table_owner},
    {&bytearray_type, NULL, check_bytearray},
};

static const struct Layout *layout_of(const Type *t) {
    for (size_t i = 0; i < COUNT_OF(layouts); i++) {
        if (layouts[i].type == t) {
            return &layouts[i];
        }
    }
    return NULL;
}

static void check_instance(Cell *c, size_t bytes) {
    const InstancePart *part = instance_part(c);
    size_t least = c->type->payload + sizeof *part;
    if (part->shape) {
        assert(part->shape->head.type == &shape_type);
        least += part->shape->inline_slots * sizeof(Value);
    }
    assert(bytes >= least);
}

static void check_size(Cell *c, size_t bytes) {
    const Type *t = c->type, *solid = t->flags & TYPE_HEAP ? t->solid : t;
    const struct Layout *layout = t->flags & TYPE_BOXED ? NULL : layout_of(solid);
    assert(bytes >= t->payload);
    if (t->flags & TYPE_INSTANCE) {
        check_instance(c, bytes);
    } else if (layout) {
        size_t least = layout->bytes ? layout->bytes(c) : t->payload;
        assert(bytes >= least);
        assert(layout->bytes || bytes - least < BLOCK_BYTES);
    }
    if (layout && layout->check) {
        layout->check(c);
    }
}

static void check_cell(Cell *c, size_t bytes, void *arg) {
    Visitor *v = arg;
    const Type *t = c->type;
    check_type(c);
    if (t->flags & TYPE_TRACE_WORDS) {
        for (size_t i = 1; i < announce_size(c, bytes) / sizeof(Value); i++) {
            visit(v, (Value *)c + i);
        }
    } else if (t->trace) {
        t->trace(c, v);
    }
    check_size(c, bytes);
}

// ---- interned strings --------------------------------------------------------------------------

typedef struct InternCheck {
    Visitor visitor;
    size_t count;
} InternCheck;

static void count_interned(Visitor *v, Value *slot) {
    const Str *s = str_of(*slot);
    assert(heap_contains(s) && is_head(s) && s->head.type == &str_type && s->interned);
    ((InternCheck *)v)->count++;
}

static void check_interned(void) {
    InternCheck c = {{count_interned, check_ambiguous}, 0};
    str_visit_interned(&c.visitor);
    assert(c.count == rt.intern.used);
}

void heap_check(void) {
    Visitor v = {check_slot, check_ambiguous};
    heap_check_maps();
    heap_walk(check_cell, &v);
    check_roots(&v);
    check_interned();
}
