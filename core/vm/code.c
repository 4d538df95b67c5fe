// SPDX-License-Identifier: MIT
// code.c: code cells: construction, line and handler lookup, names. As Python sees them: code_object.c.
#include "vm/code.h"
#include "error.h"
#include "heap/heap.h"
#include "objects/containers.h"
#include "text/str.h"
#include "vm/opcodes.h"
#include <assert.h>
#include <string.h>

#if WORD_BITS == 64
_Static_assert(CODE_HEADER == 24, "size of a code header");
#else
_Static_assert(CODE_HEADER == 16, "size of a code header");
#endif

// ---- names -------------------------------------------------------------------------------------

static unsigned name_number(const Code *c, size_t i) {
    const uint8_t *p = code_bytes(c) + code_size(c);
    return c->flags & CODE_LARGE ? p[2 * i] | (unsigned)p[2 * i + 1] << 8 : p[i];
}

static Value name_constant(const Code *c, size_t i) {
    return c->pool->items[name_number(c, i)];
}

// Names in front of the docstring.
static size_t names_of_variables(const Code *c) {
    return (size_t)NAME_LOCALS + code_nlocals(c) + code_nfree(c);
}

// Where the exception table is, or would be: behind the names.
static inline const uint8_t *handler_table(const Code *c) {
    size_t more = !!(c->flags & CODE_DOC) + !!(c->flags & CODE_POSONLY) + !!(c->flags & CODE_KWONLY);
    if (UNLIKELY(c->flags & CODE_LARGE)) {
        return code_bytes(c) + code_size(c) + 2 * (names_of_variables(c) + more);
    }
    return c->bytes + c->size + NAME_LOCALS + c->nlocals + c->nfree + more;
}

unsigned code_count(const Code *c, bool kwonly) {
    assert(c->flags & (kwonly ? CODE_KWONLY : CODE_POSONLY));
    size_t at = names_of_variables(c) + !!(c->flags & CODE_DOC);
    return name_number(c, at + (kwonly && c->flags & CODE_POSONLY));
}

const Str *code_own_name(const Code *c) {
    return str_of(name_constant(c, NAME_OWN));
}

const Str *code_qualifier(const Code *c) {
    unsigned number = name_number(c, NAME_QUALIFIER);
    return number ? str_of(c->pool->items[number]) : NULL;
}

const Str *code_local(const Code *c, unsigned i) {
    assert(i < code_nlocals(c));
    return str_of(name_constant(c, NAME_LOCALS + i));
}

intptr_t code_find_local_in_large(const Code *c, unsigned first, unsigned end, const Str *name) {
    assert(c->flags & CODE_LARGE && end <= code_nlocals(c));
    for (unsigned i = first; i < end; i++) {
        if (same(name_constant(c, NAME_LOCALS + i), str_value(name))) {
            return i;
        }
    }
    return -1;
}

const Str *code_local_name(const Code *c, unsigned r) {
    if ((c->flags & CODE_FAR) && r >= LOCALS_NEAR) {
        if (r < 256) {
            return NULL;
        }
        r -= 256 - LOCALS_NEAR;
    }
    return r < code_nlocals(c) ? code_local(c, r) : NULL;
}

const Str *code_free_name(const Code *c, unsigned i) {
    assert(i < code_nfree(c));
    return str_of(name_constant(c, (size_t)NAME_LOCALS + code_nlocals(c) + i));
}

Value code_doc(const Code *c) {
    return c->flags & CODE_DOC ? name_constant(c, names_of_variables(c)) : NONE;
}

Value code_qualname(const Code *c) {
    const Str *qualifier = code_qualifier(c), *name = code_own_name(c);
    return qualifier ? str_formatted("%S.%S", qualifier, name) : str_value(name);
}

const Str *code_name(Value code) {
    return code_own_name(code_of(code));
}

const Str *code_filename(Value code) {
    return code_file(code_of(code));
}

// ---- construction ------------------------------------------------------------------------------

void code_trace(Cell *cell, Visitor *v) {
    visit_cell(v, &((Code *)cell)->pool);
}

// A code before it has its pool: nothing shows such cells to a program.
static const Type unfinished_type = {
    .head = {&type_type}, .name = N__unfinished_code, .flags = TYPE_FINAL | TYPE_LASTING,
    .payload = sizeof(Code), .letter = 'h', .solid = &unfinished_type, .trace = code_trace};

static const Type pool_type = {
    .head = {&type_type}, .name = N__constants, .flags = TYPE_TRACE_WORDS | TYPE_FINAL | TYPE_LASTING,
    .payload = sizeof(CodePool), .letter = 'h', .solid = &pool_type};

enum { MOST_FREE = 15, MOST_SETS = 15 }; // of four bits

bool code_needs_large(const CodeParts *p) {
    return p->far || p->nlocals > UINT8_MAX || p->npos > UINT8_MAX || p->nfree > MOST_FREE ||
           p->code_size > UINT16_MAX;
}

Code *code_new(const CodeParts *p) {
    bool large = (p->flags & CODE_LARGE) != 0;
    assert(p->size >= p->code_size && (large || !code_needs_large(p)));
    assert(p->nregs <= UINT8_MAX && p->sets <= MOST_SETS);
    Code *c = heap_alloc(&unfinished_type, CODE_HEADER + (large ? sizeof(CodeLarge) : 0) + p->size);
    c->flags = p->flags;
    c->nregs = (uint8_t)p->nregs;
    c->size = (uint16_t)p->code_size;
    c->nlocals = (uint8_t)p->nlocals;
    c->npos = (uint8_t)p->npos;
    c->nfree = p->nfree & MOST_FREE;
    c->sets = p->sets & MOST_SETS;
    if (large) {
        CodeLarge *l = (CodeLarge *)(void *)c->bytes;
        *l = (CodeLarge){p->nlocals, p->npos, p->nfree, (uint16_t)(p->code_size >> 16),
                         p->far};
    }
    memcpy((uint8_t *)code_bytes(c), p->bytes, p->size);
    return c;
}

void code_finish(Code *c, CodePool *pool) {
    assert(c->head.type == &unfinished_type && pool->head.type == &pool_type);
    c->pool = pool;
    c->head.type = &code_type;
}

bool code_is_whole(const Code *c) {
    return c->head.type == &code_type && c->pool->head.type == &pool_type;
}

CodePool *code_pool_new(size_t items) {
    return heap_alloc(&pool_type, sizeof(CodePool) + items * sizeof(Value));
}

Code *code_without_defaults(Code *c) {
    size_t size = code_cell_size(c);
    Code *copy = heap_alloc(&code_type, size);
    memcpy(copy, c, size);
    copy->flags &= (uint16_t)~CODE_DEFAULTS;
    return copy;
}

// ---- tables ------------------------------------------------------------------------------------

// A number in groups of 7 bits; if it is signed, the last group's top bit is its sign.
static inline uint32_t read_leb(const uint8_t **p, bool is_signed) {
    uint32_t n = 0;
    unsigned shift = 0;
    uint8_t byte;
    do {
        byte = *(*p)++;
        n |= (uint32_t)(byte & 0x7f) << shift;
        shift += 7;
    } while (byte & 0x80);
    if (is_signed && shift < 32 && (byte & 0x40)) {
        n |= ~(uint32_t)0 << shift;
    }
    return n;
}

// Where the line table is.
static const uint8_t *line_table(const Code *c) {
    const uint8_t *p = handler_table(c);
    uint32_t handlers = c->flags & CODE_HANDLERS ? read_leb(&p, false) : 0;
    return p + handlers;
}

// Reads an entry of the line table at *p, adds its lines to *line; returns the length of the run.
static uint32_t next_run(const uint8_t **p, uint32_t *line) {
    uint32_t n = read_leb(p, false);
    *line += n % 4 == 3 ? read_leb(p, true) : n % 4;
    return n / 4;
}

size_t code_cell_size(const Code *c) {
    const uint8_t *p = line_table(c);
    uint32_t line = read_leb(&p, false);
    while (next_run(&p, &line)) {
    }
    return (size_t)(p - (const uint8_t *)c);
}

uint32_t code_first_line(const Code *c) {
    const uint8_t *p = line_table(c);
    return read_leb(&p, false);
}

uint32_t code_line(const Code *c, uint32_t pc) {
    assert_hot(pc <= code_size(c));
    const uint8_t *p = line_table(c);
    uint32_t line = read_leb(&p, false), length;
    while ((length = next_run(&p, &line)) && pc >= length) {
        pc -= length;
    }
    return line;
}

uint32_t code_line_or_first(const Code *c, uint32_t pc) {
    return pc <= code_size(c) ? code_line(c, pc) : code_first_line(c);
}

static inline void read_handler(const uint8_t **p, CodeHandler *h) {
    h->start = read_leb(p, false);
    h->length = read_leb(p, false);
    h->pc = read_leb(p, false);
    h->reg = read_leb(p, false);
}

bool code_next_handler(const Code *c, const uint8_t **p, CodeHandler *handler) {
    if (!(c->flags & CODE_HANDLERS)) {
        return false;
    }
    const uint8_t *start = handler_table(c);
    uint32_t size = read_leb(&start, false);
    *p = *p ? *p : start;
    if (*p == start + size) {
        return false;
    }
    read_handler(p, handler);
    return true;
}

bool code_handler(const Code *c, uint32_t pc, CodeHandler *handler) {
    assert_hot(pc <= code_size(c));
    const uint8_t *p = handler_table(c);
    uint32_t size = c->flags & CODE_HANDLERS ? read_leb(&p, false) : 0;
    for (const uint8_t *end = p + size; p < end;) {
        read_handler(&p, handler);
        if (pc - handler->start < handler->length) {
            return true;
        }
    }
    return false;
}

bool code_next_line(const Code *c, const uint8_t **p, CodeLine *line) {
    if (!*p) {
        *p = line_table(c);
        *line = (CodeLine){0, 0, read_leb(p, false)};
    }
    line->start = line->end;
    if (line->start >= code_size(c)) {
        return false;
    }
    uint32_t length = next_run(p, &line->line);
    line->end = length ? line->start + length : code_size(c);
    return true;
}

// ---- other names -------------------------------------------------------------------------------

static size_t pool_items(const CodePool *pool) {
    return (heap_cell_size(&pool->head) - sizeof(CodePool)) / sizeof(Value);
}

static uint8_t *put_leb(uint8_t *p, uint32_t n) {
    for (; n > 0x7f; n >>= 7) {
        *p++ = (uint8_t)(n | 0x80);
    }
    *p++ = (uint8_t)n;
    return p;
}

static uint8_t *put_name(uint8_t *p, size_t number) {
    *p++ = (uint8_t)number;
    *p++ = (uint8_t)(number >> 8);
    return p;
}

enum { LEB_MOST = 5 }; // bytes of a number

// The names behind the bytecode: those that every code has are items first_new and the next one.
static uint8_t *put_names(uint8_t *p, const Code *c, size_t count, size_t first_new, bool qualified) {
    p = put_name(p, first_new);
    p = put_name(p, qualified ? first_new + 1 : 0);
    for (size_t i = NAME_LOCALS; i < count; i++) {
        p = put_name(p, name_number(c, i));
    }
    return p;
}

Code *code_renamed(const Code *c, const CodeNames *names) {
    assert(!(c->flags & CODE_CHUNKS));
    size_t items = pool_items(c->pool), size = code_size(c);
    size_t count = names_of_variables(c) + !!(c->flags & CODE_DOC) + !!(c->flags & CODE_POSONLY) +
                   !!(c->flags & CODE_KWONLY);
    if (items + 2 > UINT16_MAX) {
        raise_overflow("code has too many constants");
    }
    CodePool *pool = code_pool_new(items + 2);
    memcpy(pool->items, c->pool->items, items * sizeof(Value));
    pool->items[0] = str_value(names->file);
    pool->items[items] = str_value(names->name);
    pool->items[items + 1] = names->qualifier ? str_value(names->qualifier) : NONE;
    const uint8_t *tables = handler_table(c), *lines = line_table(c), *end = (const uint8_t *)c + code_cell_size(c);
    Code *copy = heap_alloc(&unfinished_type, CODE_HEADER + sizeof(CodeLarge) + size + 2 * count +
                                                  (size_t)(end - tables) + LEB_MOST);
    memcpy(copy, c, CODE_HEADER);
    copy->head.type = &unfinished_type;
    copy->pool = NULL;
    copy->flags |= CODE_LARGE;
    *(CodeLarge *)(void *)copy->bytes =
        (CodeLarge){(uint16_t)code_nlocals(c), (uint16_t)code_npos(c), (uint16_t)code_nfree(c),
                    (uint16_t)(size >> 16), (uint16_t)code_far(c)};
    uint8_t *p = copy->bytes + sizeof(CodeLarge);
    memcpy(p, code_bytes(c), size);
    p = put_names(p + size, c, count, items, names->qualifier != NULL);
    memcpy(p, tables, (size_t)(lines - tables));
    p = put_leb(p + (lines - tables), names->first_line);
    read_leb(&lines, false);
    memcpy(p, lines, (size_t)(end - lines));
    code_finish(copy, pool);
    return copy;
}
