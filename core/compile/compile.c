// SPDX-License-Identifier: MIT
// compile.c: source to code: a loop over the top-level statements.
//
// The module's unit stays open from statement to statement until it is large enough for a code
// of its own (a chunk); tree and scopes of a statement are gone when the next one is read.
#include "compile/compile.h"
#include "compile/emit.h"

#include "heap/heap.h"
#include <assert.h>

enum { CHUNK_CONSTS = 180, CHUNK_BYTES = 16 * 1024 };

static void compiler_trace(Cell *cell, Visitor *v) {
    Compiler *c = (Compiler *)cell;
    visit(v, &c->outer);
    visit_cell(v, &c->parser);
    visit(v, &c->filename);
    visit_cell(v, &c->chunks);
    visit_cell(v, &c->globals);
    visit_cell(v, &c->dropped);
    pool_trace(&c->once, v);
    pool_trace(&c->lasting, v);
    visit_cell(v, &c->unit);
    visit_cell(v, &c->spare);
}

static const Type compiler_type = {
    .head = {&type_type},
    .name = N_compiler,
    .flags = TYPE_FINAL,
    .letter = 'h',
    .payload = sizeof(Compiler),
    .solid = &compiler_type,
    .trace = compiler_trace,
};

// ---- statements --------------------------------------------------------------------------------

static void module_docstring(Unit *u, const Node *n) {
    Compiler *c = u->compiler;
    Value doc = c->mode == PARSE_FILE && c->statements == 0 ? docstring(n) : ABSENT;
    if (is_present(doc)) {
        unsigned reg = push(u);
        emit_load(u, reg, doc);
        emit2(u, c->namespace ? OP_CODE_STORENAME : OP_CODE_STOREGLOBAL, emit_name(u, N___doc__),
              reg);
        u->top = reg;
    }
}

static void emit_statement(Unit *u, Node *n) {
    u->scope = u->unit_scope;
    module_docstring(u, n);
    if (u->compiler->mode != PARSE_EVAL) {
        body(u, n);
    } else {
        end_flow(u, OP_CODE_RETURN, expr(u, n->kind == NODE_EXPR ? n->a : n));
    }
}

// Again with wide jumps if it is too long for short ones.
static void compile_statement(Unit *u, Node *n) {
    UnitMark start = unit_mark(u);
    emit_statement(u, n);
    if (u->overflow) {
        unit_rewind(u, start);
        u->wide = true;
        emit_statement(u, n);
        u->wide = false;
    }
    assert(!u->overflow && !u->block);
    u->top = u->first_temp;
}

static void close_chunk(Compiler *c) {
    assert(c->unit && !c->unit->outer);
    if (c->chunks->len >= UINT16_MAX - 1) {
        too_complex(c->unit);
    }
    Value code = unit_close(c->unit);
    list_append(c->chunks, code);
    pool_finish(&c->once);
}

static void compile_statements(Compiler *c) {
    for (Node *n; (n = parser_next(c->parser)) != NULL; c->statements++) {
        Scope *scope = scope_analyse(c->parser, n);
        Unit *u = c->unit;
        if (!u) {
            u = unit_open(c, scope, N__module, c->statements ? n->line : 1);
        }
        u->unit_scope = scope;
        compile_statement(u, n);
        if (u->dropped) {
            u->dropped = false;
            earlier_dropped(c, scope);
        }
        if (c->once.len >= CHUNK_CONSTS || u->size >= CHUNK_BYTES) {
            close_chunk(c);
        } else {
            u->unit_scope = u->scope = NULL;
        }
    }
}

// ---- the whole ---------------------------------------------------------------------------------

// A module without statements still needs a code.
static void finish(Compiler *c) {
    if (!c->unit && !c->chunks->len) {
        Node nothing = {.kind = NODE_PASS, .line = 1};
        unit_open(c, scope_analyse(c->parser, &nothing), N__module, 1);
    }
    if (c->unit) {
        close_chunk(c);
    }
}

static Value join_chunks(Compiler *c) {
    assert(c->chunks->len > 0);
    List *chunks = c->chunks;
    pool_finish(&c->lasting);
    if (chunks->len == 1) {
        return chunks->items->at[0];
    }
    CodePool *pool = code_pool_new(chunks->len + 2u);
    pool->items[0] = c->filename;
    memcpy(&pool->items[1], chunks->items->at, chunks->len * sizeof(Value));
    pool->items[chunks->len + 1] = str_value(N__module);
    const unsigned name = chunks->len + 1;
    // The name, no qualifier; no handlers: line 1.
    const uint8_t bytes[] = {(uint8_t)name, (uint8_t)(name >> 8), 0, 0, 1, 0};
    CodeParts parts = {
        .flags = (uint16_t)(CODE_CHUNKS | CODE_LARGE | (c->namespace ? CODE_NAMESPACE : 0)),
        .far = (uint16_t)chunks->len,
        .bytes = bytes,
        .size = sizeof bytes};
    Code *code = code_new(&parts);
    code_finish(code, pool);
    return cell_value(code);
}

static Compiler *compiler_new(Value filename, ParseMode mode, unsigned flags) {
    Compiler *c = heap_alloc(&compiler_type, sizeof *c);
    c->outer = rt.roots.compiler;
    c->filename = filename;
    c->mode = (uint8_t)mode;
    c->namespace = flags & COMPILE_NAMESPACE;
    c->chunks = list_new(0);
    return c;
}

static void compiler_close(Compiler *c, Reader *reader) {
    assert(rt.roots.compiler.bits == (uintptr_t)c);
    rt.roots.compiler = c->outer;
    unit_free_spares(c);
    if (c->parser) {
        parser_close(c->parser);
    }
    reader_close(reader);
}

static NOINLINE Value compile_guarded(Reader *reader, Value filename, ParseMode mode,
                                      unsigned flags) {
    Compiler *c = compiler_new(filename, mode, flags);
    rt.roots.compiler = cell_value(c);
    Catch catch;
    if (!TRY(catch)) {
        compiler_close(c, reader);
        raise_again(catch.exception);
    }
    c->parser = parser_new(reader, filename, mode);
    compile_statements(c);
    finish(c);
    Value code = join_chunks(c);
    catch_leave(&catch);
    compiler_close(c, reader);
    return code;
}

Value compile_source(Reader *reader, Value filename, ParseMode mode, unsigned flags) {
    stack_check();
    Value code = compile_guarded(reader, filename, mode, flags);
    stack_wipe();
    return code;
}
