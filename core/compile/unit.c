// SPDX-License-Identifier: MIT
// unit.c: the life of a unit: opening, closing to a code cell, reuse of its buffers.
#include "compile/emit.h"

#include "heap/heap.h"
#include <assert.h>

static void unit_trace(Cell *cell, Visitor *v) {
    Unit *u = (Unit *)cell;
    visit_cell(v, &u->outer);
    visit_cell(v, &u->code);
    visit_cell(v, &u->lines);
    visit_cell(v, &u->entries);
    visit_cell(v, &u->name);
    visit(v, &u->qualifier);
    visit(v, &u->inner_qualifier);
    visit_cell(v, &u->compiler);
}

static const Type unit_type = {
    .head = {&type_type},
    .name = N__unfinished_code,
    .flags = TYPE_FINAL,
    .letter = 'h',
    .payload = sizeof(Unit),
    .solid = &unit_type,
    .trace = unit_trace,
};

static Unit *fresh_unit(Compiler *c) {
    Unit *u = c->spare;
    if (!u) {
        return heap_alloc(&unit_type, sizeof(Unit));
    }
    c->spare = u->outer;
    Unit kept = *u;
    memset((char *)u + sizeof(Cell), 0, sizeof(Unit) - sizeof(Cell));
    u->code = kept.code;
    u->lines = kept.lines;
    u->entries = kept.entries;
    return u;
}

static void free_unit(Unit *u) {
    void *buffers[] = {u->code, u->lines, u->entries};
    for (size_t i = 0; i < COUNT_OF(buffers); i++) {
        if (buffers[i]) {
            heap_free(buffers[i]);
        }
    }
    heap_free(u);
}

void unit_free_spares(Compiler *c) {
    while (c->spare) {
        Unit *u = c->spare;
        c->spare = u->outer;
        free_unit(u);
    }
}

// Buffers of a unit that grew large are given back, others kept for the next unit.
static void retire_unit(Compiler *c, Unit *u) {
    if (u->code && heap_cell_size(u->code) > 2048) {
        free_unit(u);
        return;
    }
    u->outer = c->spare;
    c->spare = u;
}

Value unit_inner_qualifier(Unit *u) {
    if (!u->unit_scope || u->unit_scope->kind == SCOPE_MODULE) {
        return ABSENT;
    }
    if (is_absent(u->inner_qualifier)) {
        Value own = str_value(u->name);
        if (is_present(u->qualifier)) {
            own = str_formatted("%S.%S", str_of(u->qualifier), u->name);
        }
        bool class_body = u->unit_scope->kind == SCOPE_CLASS;
        u->inner_qualifier = class_body ? own : str_formatted("%S.<locals>", str_of(own));
    }
    return u->inner_qualifier;
}

// The hidden scopes of type parameters don't show in qualified names.
static Value qualifier_for(Unit *outer, const Str *name) {
    if (!outer || !outer->unit_scope) {
        return ABSENT;
    }
    if (outer->unit_scope->kind == SCOPE_TYPE_PARAMS) {
        return outer->qualifier;
    }
    const Symbol *s = scope_find(outer->scope, scope_mangle(outer->scope, name));
    return s && (s->flags & SYM_GLOBAL) ? ABSENT : unit_inner_qualifier(outer);
}

static bool hidden_register(const Unit *u, const Scope *scope) {
    return scope->kind == SCOPE_MODULE ? u->namespace : scope_hidden_register(scope);
}

static void note_deleted(Unit *u, const Scope *scope) {
    for (Symbol *s = scope->symbols; s; s = s->next) {
        if ((s->flags & SYM_DELETED) && s->kind == NAME_LOCAL && s->reg < LOCALS_NEAR) {
            u->deleted.words[s->reg / 32] |= (uint32_t)1 << (s->reg % 32);
        }
    }
}

Unit *unit_open(Compiler *c, Scope *scope, const Str *name, uint32_t line) {
    Unit *u = fresh_unit(c);
    u->compiler = c;
    u->outer = c->unit;
    u->name = name;
    u->qualifier = qualifier_for(c->unit, name);
    u->unit_scope = u->scope = scope;
    u->line = u->first_line = line;
    u->reachable = true;
    u->namespace = scope->kind == SCOPE_CLASS || scope->sees_class ||
                   (scope->kind == SCOPE_MODULE && c->namespace);
    c->unit = u;
    pool_choose(u);
    note_deleted(u, scope);
    unsigned nlocals = scope->kind == SCOPE_MODULE ? u->namespace : scope->nlocals;
    u->far = nlocals > LOCALS_NEAR;
    u->first_temp = u->top = u->nregs = u->spill_from = u->far ? LOCALS_NEAR : nlocals;
    u->far_top = u->far_end = FAR_FIRST + (u->far ? nlocals - LOCALS_NEAR : 0);
    bool module_namespace = scope->kind == SCOPE_MODULE && c->namespace;
    u->flags =
        (uint16_t)((scope->nested ? CODE_NESTED : 0) | (module_namespace ? CODE_NAMESPACE : 0));
    return u;
}

static void put_name(Unit *u, const Str *name) {
    emit_number(u, emit_name(u, name));
}

// The names of a code, in the order of code.h; returns the number of locals.
static unsigned put_names(Unit *u, CodeParts *parts) {
    put_name(u, u->name);
    emit_number(u, is_present(u->qualifier) ? emit_const(u, u->qualifier) : 0);
    const Scope *scope = u->unit_scope;
    unsigned n = 0;
    if (scope ? hidden_register(u, scope) : u->namespace) {
        put_name(u, N__dot_zero);
        n++;
    }
    for (const Symbol *s = scope ? scope->symbols : NULL; s; s = s->next) {
        bool unused = (s->flags & SYM_IMPLICIT) && !(s->flags & SYM_CELL);
        if (s->kind == NAME_LOCAL && !unused) {
            assert(s->reg == n);
            put_name(u, s->name);
            n++;
        }
    }
    parts->nfree = scope ? scope->nfree : 0;
    for (unsigned i = 0; i < parts->nfree; i++) {
        put_name(u, scope->frees[i]->name);
    }
    if (parts->flags & CODE_DOC) {
        emit_number(u, u->doc);
    }
    if (u->nposonly) {
        parts->flags |= CODE_POSONLY;
        emit_number(u, u->nposonly);
    }
    if (u->nkwonly) {
        parts->flags |= CODE_KWONLY;
        emit_number(u, u->nkwonly);
    }
    return n;
}

Value unit_close(Unit *u) {
    Compiler *c = u->compiler;
    assert(c->unit == u && !u->block);
    emit0(u, OP_CODE_RETURNNONE);
    thread_jumps(u);
    if (u->size > CODE_MOST) {
        too_complex(u);
    }
    bool far = u->far_end > FAR_FIRST;
    CodeParts parts = {.flags = (uint16_t)(u->flags | (far ? CODE_FAR : 0)), .code_size = u->size};
    parts.nregs = (uint16_t)u->nregs;
    parts.far = (uint16_t)(u->far_end - FAR_FIRST);
    parts.npos = u->npos;
    parts.sets = u->nsets;
    parts.nlocals = (uint16_t)put_names(u, &parts);
    if (code_needs_large(&parts) || !emit_narrow(u, parts.code_size)) {
        parts.flags |= CODE_LARGE;
    }
    emit_tables(u, &parts);
    parts.bytes = (const uint8_t *)(u->code + 1);
    parts.size = u->size;
    Code *code = code_new(&parts);
    pool_add_code(u, code);
    c->unit = u->outer;
    retire_unit(c, u);
    return cell_value(code);
}

Value unit_build(Unit *outer, Scope *scope, const Str *name, const Node *node,
                 void (*body)(Unit *u, const Node *node)) {
    stack_check();
    Compiler *c = outer->compiler;
    bool wide = false;
    for (;;) {
        Unit *u = unit_open(c, scope, name, node->line);
        PoolMarks marks = pool_marks(c);
        u->wide = wide;
        unit_entry(u);
        body(u, node);
        bool overfull = pool_overfull(u, marks);
        if (!u->overflow && !overfull) {
            return unit_close(u);
        }
        assert(!wide || overfull);
        wide |= u->overflow;
        c->unit = u->outer;
        retire_unit(c, u);
        pool_rewind(c, marks);
        if (overfull) {
            pool_finish(&c->lasting);
        }
    }
}

UnitMark unit_mark(const Unit *u) {
    return (UnitMark){u->size, u->line_size, u->nentries, u->line, u->run};
}

void unit_rewind(Unit *u, UnitMark mark) {
    assert(mark.size <= u->size && mark.line_size <= u->line_size && mark.nentries <= u->nentries);
    u->size = mark.size;
    u->line_size = mark.line_size;
    u->nentries = mark.nentries;
    u->line = mark.line;
    u->run = mark.run;
    u->top = u->spill_from = u->first_temp;
    u->block = NULL;
    u->reachable = true;
    u->overflow = false;
}
