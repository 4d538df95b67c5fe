// SPDX-License-Identifier: MIT
// snapshot.c: writes the heap cell by cell, with what refers to what and what keeps it alive.
//
// Nothing is allocated, so the heap is shown as it was, dead cells that no collection has found yet
// included. The mark bits of heads, which are all clear between collections, serve to name each
// cell once among those that the C stack may refer to.
#include "heap/snapshot.h"
#include "heap/announce.h"
#include "heap/bitmap.h"
#include "heap/collect.h"
#include "heap/report.h"
#include "heap/weak.h"
#include "objects/class.h"
#include "vm/function.h"
#include <assert.h>

typedef struct Snapshot {
    Visitor visitor; // writes references as the items of an array
    Lines lines;
    const SnapshotExtra *extra;
    size_t refs; // items of the array so far
} Snapshot;

static uint64_t offset_of(const void *cell) {
    return (uint64_t)((const uint8_t *)cell - rt.heap.base);
}

static bool has_head(const void *cell) {
    return bit_get(rt.heap.head, offset_of(cell) / BLOCK_BYTES);
}

// ---- references
// ------------------------------------------------------------------------------------

// Unless it is in flash. (A dead cell may refer to one that was given back.)
static void put_ref(Snapshot *s, const void *cell) {
    if (!heap_contains(cell) || !has_head(cell)) {
        return;
    }
    if (s->refs++ == 0) {
        lines_key(&s->lines, "refs");
        lines_raw(&s->lines, "[");
    } else {
        lines_raw(&s->lines, ",");
    }
    lines_digits(&s->lines, offset_of(cell));
}

static void end_refs(Snapshot *s) {
    if (s->refs) {
        lines_raw(&s->lines, "]");
    }
    s->refs = 0;
}

static void visit_ref(Visitor *v, Value *slot) {
    put_ref((Snapshot *)v, cell_of(*slot));
}

// The cell that a word points to or into. (The current free run has no mark: what lies in it seems
// to belong to the cell before.)
static const Cell *find_cell(uintptr_t word) {
    const Cell *c = heap_find_cell(word);
    size_t blocks = c ? heap_cell_blocks(c) - CONFIG_RED_ZONE : 0;
    return c && word - (uintptr_t)c < blocks * BLOCK_BYTES ? c : NULL;
}

static void visit_word(Visitor *v, uintptr_t word) {
    const Cell *c = find_cell(word);
    if (c) {
        put_ref((Snapshot *)v, c);
    }
}

static void put_values(Snapshot *s, Value *from, Value *to) {
    for (Value *v = from; v < to; v++) {
        visit(&s->visitor, v);
    }
}

static void put_cell_refs(Snapshot *s, Cell *c, size_t bytes) {
    const Type *t = c->type;
    if (t->flags & TYPE_HEAP) {
        put_ref(s, t);
    }
    if (t->flags & TYPE_TRACE_WORDS) {
        put_values(s, (Value *)c + 1, (Value *)(void *)((uint8_t *)c + announce_size(c, bytes)));
    } else if (t->trace) {
        t->trace(c, &s->visitor);
    }
    end_refs(s);
}

// ---- cells
// -------------------------------------------------------------------------------------------

static void put_str(Lines *l, const char *key, const Str *s) {
    lines_text(l, key, s->text, s->size);
}

static void put_origin(Snapshot *s, const Cell *c) {
    uint64_t site, age;
    if (s->extra->origin && s->extra->origin(c, &site, &age)) {
        lines_number(&s->lines, "site", site);
        lines_number(&s->lines, "age", age);
    }
}

static void put_cell(Cell *c, size_t bytes, void *arg) {
    Snapshot *s = arg;
    Lines *l = &s->lines;
    const Type *t = c->type;
    char letter = t->letter ? t->letter : 'h';
    lines_open(l, "cell", offset_of(c));
    lines_number(l, "size", bytes);
    put_str(l, "type", t->name);
    lines_text(l, "letter", &letter, 1);
    put_cell_refs(s, c, bytes);
    if (bit_get(rt.heap.pinned, offset_of(c) / BLOCK_BYTES)) {
        lines_number(l, "pinned", 1);
    }
    snapshot_repr(l, c);
    if (t->flags & TYPE_HEAP) {
        lines_number(l, "class", offset_of(t));
    }
    put_origin(s, c);
    lines_close(l);
}

// ---- what keeps nothing alive
// ----------------------------------------------------------------------

typedef struct WeakLines {
    Snapshot *snapshot;
    const Cell *from; // of the line being written; NULL: none is
} WeakLines;

static void end_weak_line(WeakLines *w) {
    if (w->from) {
        end_refs(w->snapshot);
        lines_close(&w->snapshot->lines);
    }
    w->from = NULL;
}

static void put_weak(const Cell *from, Value to, void *arg) {
    WeakLines *w = arg;
    if (!is_cell(to) || !heap_contains(cell_of(to)) || !has_head(cell_of(to))) {
        return;
    }
    if (w->from != from) {
        end_weak_line(w);
        lines_open(&w->snapshot->lines, "weak", offset_of(from));
        w->from = from;
    }
    put_ref(w->snapshot, cell_of(to));
}

// A line for each weak reference and each weak table.
static void put_weak_lines(Snapshot *s) {
    WeakLines w = {s, NULL};
    weak_each(put_weak, &w);
    end_weak_line(&w);
}

// ---- roots
// ---------------------------------------------------------------------------------------------

static void open_root(Snapshot *s, const char *name) {
    lines_open_text(&s->lines, "root", name, strlen(name));
}

static void put_root(Snapshot *s, const char *name, const void *cell) {
    if (heap_contains(cell)) {
        open_root(s, name);
        put_ref(s, cell);
        end_refs(s);
        lines_close(&s->lines);
    }
}

static void put_value_root(Snapshot *s, const char *name, Value v) {
    if (is_cell(v)) {
        put_root(s, name, cell_of(v));
    }
}

#define ROOT(field)                                                                                \
    { offsetof(Roots, field), sizeof((Roots *)0)->field, #field }
static const struct {
    uint16_t offset, size;
    const char *name;
} root_names[] = {
    ROOT(modules),       ROOT(path),         ROOT(argv),         ROOT(main_module),
    ROOT(builtins),      ROOT(sys_module),   ROOT(standard_in),  ROOT(standard_out),
    ROOT(standard_err),  ROOT(scheduled),    ROOT(memory_error), ROOT(spare_error),
    ROOT(exit_callback), ROOT(random_state), ROOT(os_environ),   ROOT(ps1),
    ROOT(ps2),           ROOT(last_value),   ROOT(compiler),     ROOT(warnings_seen),
};
#undef ROOT

static const char *root_name(size_t offset) {
    for (size_t i = 0; i < COUNT_OF(root_names); i++) {
        if (offset - root_names[i].offset < root_names[i].size) {
            return root_names[i].name;
        }
    }
    return "state";
}

static void put_due(Value object, void *arg) {
    put_value_root(arg, "finaliser", object);
}

static void put_fields(Snapshot *s) {
    const Value *v = (const Value *)(const void *)&rt.roots;
    for (size_t i = 0; i < sizeof rt.roots / sizeof(Value); i++) {
        put_value_root(s, root_name(i * sizeof(Value)), v[i]);
    }
    put_root(s, "interned names", rt.intern.table);
    const Thread *t = rt.thread;
    put_value_root(s, "exception", t->exception);
    put_value_root(s, "handled", t->handled);
    put_value_root(s, "result", t->result);
    put_root(s, "finalisers", rt.heap.finalisers);
    put_root(s, "weak index", rt.heap.refs.buckets);
    put_root(s, "weak index", rt.heap.shapes.buckets);
    put_root(s, "weak index", rt.heap.unbound.buckets);
    put_root(s, "reserve", rt.heap.reserve);
    put_root(s, "emergency", rt.heap.emergency);
    finalise_each_due(put_due, s);
    for (const WeakRef *r = rt.heap.due_refs; r; r = r->next) {
        put_root(s, "weak callback", &r->head);
    }
}

// End of the registers of a frame: where those of the frame it called begin, or `top`.
static Value *registers_end(const Thread *t, const Frame *f) {
    Value *end = f->regs + f->function->code->nregs;
    Value *most = f > t->frame ? (f - 1)->regs : t->top;
    return end < most ? end : most;
}

static void put_chars(Lines *l, const Str *s) {
    for (const char *p = s->text, *end = p + s->size; p < end;) {
        lines_char(l, utf8_next(&p));
    }
}

static void put_qualname(Lines *l, const Code *c) {
    lines_key(l, "function");
    lines_raw(l, "\"");
    const Str *qualifier = code_qualifier(c);
    if (qualifier) {
        put_chars(l, qualifier);
        lines_char(l, '.');
    }
    put_chars(l, code_own_name(c));
    lines_raw(l, "\"");
}

static void put_frame(Snapshot *s, Thread *t, Frame *f) {
    const Code *code = f->function->code;
    Lines *l = &s->lines;
    open_root(s, "frame");
    put_qualname(l, code);
    put_str(l, "file", code_file(code));
    lines_number(l, "line", code_line(code, (uint32_t)(f->pc - code_bytes(code))));
    put_ref(s, f->function);
    visit(&s->visitor, &f->object);
    put_values(s, f->regs, registers_end(t, f));
    end_refs(s);
    lines_close(l);
}

static Frame *outermost(const Thread *t) {
    return (Frame *)(void *)t->stack_end - 1;
}

// Words of the value stack between and above the registers of frames.
static void put_stack(Snapshot *s, Thread *t) {
    Value *from = t->stack;
    open_root(s, "stack");
    for (Frame *f = outermost(t); f >= t->frame; f--) {
        put_values(s, from, f->regs);
        from = registers_end(t, f);
    }
    put_values(s, from, t->top);
    end_refs(s);
    lines_close(&s->lines);
}

static void ignore(Visitor *v, Value *slot) {
    (void)v;
    (void)slot;
}

static void mark_word(Visitor *v, uintptr_t word) {
    (void)v;
    const Cell *c = find_cell(word);
    if (c) {
        bit_set(rt.heap.mark, offset_of(c) / BLOCK_BYTES);
    }
}

static void put_marked(Cell *c, size_t bytes, void *arg) {
    (void)bytes;
    size_t block = offset_of(c) / BLOCK_BYTES;
    if (bit_get(rt.heap.mark, block)) {
        bit_clear(rt.heap.mark, block);
        put_ref(arg, c);
    }
}

static NOINLINE void put_c_stack(Snapshot *s, uintptr_t from) {
    Visitor v = {ignore, mark_word};
    heap_scan_c_stack(&v, from);
    open_root(s, "C stack");
    heap_walk(put_marked, s);
    end_refs(s);
    lines_close(&s->lines);
}

// ---- the whole
// -------------------------------------------------------------------------------------------

static void put_head(Snapshot *s) {
    const Heap *h = &rt.heap;
    Lines *l = &s->lines;
    const char *program = s->extra->program ? s->extra->program : "";
    lines_open(l, "heap", 1);
    lines_number(l, "word", WORD_BYTES);
    lines_number(l, "block", BLOCK_BYTES);
    lines_number(l, "blocks", h->blocks);
    lines_number(l, "used", heap_used_bytes());
    lines_number(l, "peak", report_peak_bytes());
    lines_number(l, "allocated", report_allocated_bytes());
    lines_number(l, "collections", h->collections);
    lines_number(l, "compactions", h->compactions);
    lines_key(l, "traced");
    lines_raw(l, s->extra->traced ? "true" : "false");
    lines_text(l, "program", program, strlen(program));
    lines_close(l);
}

static NOINLINE int write_all(Snapshot *s, uintptr_t c_stack) {
    put_head(s);
    if (s->extra->sites) {
        s->extra->sites(&s->lines);
    }
    heap_walk(put_cell, s);
    put_weak_lines(s);
    put_fields(s);
    for (Frame *f = outermost(rt.thread); f >= rt.thread->frame; f--) {
        put_frame(s, rt.thread, f);
    }
    put_stack(s, rt.thread);
    put_c_stack(s, c_stack);
    if (s->extra->rest) {
        s->extra->rest(&s->lines);
    }
    lines_open(&s->lines, "end", s->lines.count);
    lines_close(&s->lines);
    return lines_flush(&s->lines);
}

// What is scanned begins above this frame, which is full of old words.
static NOINLINE int start(const SnapshotExtra *extra,
                          int (*write)(void *arg, const char *text, size_t size), void *arg) {
    Snapshot s = {.visitor = {visit_ref, visit_word}, .extra = extra};
    lines_init(&s.lines, write, arg);
    volatile int error = write_all(&s, (uintptr_t)__builtin_frame_address(0));
    return error;
}

int snapshot_write(const SnapshotExtra *extra,
                   int (*write)(void *arg, const char *text, size_t size), void *arg) {
    assert(!rt.heap.collecting);
    __builtin_unwind_init(); // registers of the callers are in this frame, which is scanned
    volatile int error = start(extra, write, arg);
    return error;
}
