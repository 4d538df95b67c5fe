// SPDX-License-Identifier: MIT
// emit.c: instructions, constants and lines into a unit's buffers.
#include "compile/emit.h"

#include "heap/heap.h"
#include "state.h"
#include <assert.h>

static const char *const formats[OPCODE_COUNT] = {
#define OP(name, format) format,
    OPCODES(OP)
#undef OP
};

const char *opcode_format(unsigned op) {
    assert(op < OPCODE_COUNT);
    return formats[op];
}

// Internal cells of the buffers.
static const Type emit_bytes_type = {
    .head = {&type_type},
    .name = N__unfinished_code,
    .flags = TYPE_TRACE_NONE | TYPE_FINAL,
    .letter = 'h',
    .payload = sizeof(Cell),
    .solid = &emit_bytes_type,
};
Cell *emit_bytes_new(size_t size) {
    return heap_alloc(&emit_bytes_type, size_add(sizeof(Cell), size));
}

static void grow_buffer(Cell **buffer, size_t used, size_t need) {
    size_t have = *buffer ? heap_cell_size(*buffer) : 0;
    size_t want = have ? size_add(have, have / 2) : 128;
    want = want < need ? need : want;
    if (need <= have || (*buffer && heap_resize(*buffer, want))) {
        return;
    }
    Cell *bigger = heap_alloc(&emit_bytes_type, want);
    if (*buffer) {
        memcpy(bigger + 1, *buffer + 1, used);
        heap_free(*buffer);
    }
    *buffer = bigger;
}

// Makes room for `used + more` bytes in a buffer; returns where its data starts. *room: bytes of
// the cell, as the heap takes longer to tell those of a large one; 0: not known.
static uint8_t *reserve(Cell **buffer, uint32_t *room, size_t used, size_t more) {
    assert(more > 0);
    size_t need = size_add(size_add(used, more), sizeof(Cell));
    if (need > *room) {
        grow_buffer(buffer, used, need);
        *room = (uint32_t)heap_cell_size(*buffer);
    }
    return (uint8_t *)(*buffer + 1);
}

static void put(Unit *u, unsigned byte) {
    assert(byte <= 255);
    reserve(&u->code, &u->code_room, u->size, 8)[u->size] = (uint8_t)byte;
    u->size++;
}

void emit_byte(Unit *u, unsigned byte) {
    if (u->reachable) {
        put(u, byte);
    }
}

// ---- temporaries -------------------------------------------------------------------------------

_Noreturn void too_complex(Unit *u) {
    Node place = {.kind = NODE_PASS, .line = u->line, .column = 1, .end_column = 1};
    parser_error_at(u->compiler->parser, &place, "expression too complex");
}

unsigned push_many(Unit *u, unsigned n) {
    if (u->top + n > 255) {
        too_complex(u);
    }
    unsigned first = u->top;
    u->top += n;
    if (u->top > u->nregs) {
        u->nregs = u->top;
    }
    return first;
}

unsigned push(Unit *u) {
    return push_many(u, 1);
}

unsigned push_far(Unit *u, unsigned n) {
    if (n > FAR_MOST || u->far_top + n > FAR_MOST) {
        too_complex(u);
    }
    unsigned first = u->far_top;
    u->far_top += n;
    if (u->far_top > u->far_end) {
        u->far_end = u->far_top;
    }
    return first;
}

// ---- lines -------------------------------------------------------------------------------------

static void put_line_byte(Unit *u, unsigned byte) {
    assert(byte <= 255);
    reserve(&u->lines, &u->line_room, u->line_size, 8)[u->line_size] = (uint8_t)byte;
    u->line_size++;
}

// Ends the run of one line's instructions; length 0: it goes to the end.
static void put_run(Unit *u, uint32_t length) {
    bool near = u->run.lines < 3;
    uint32_t n = length * 4 + (near ? u->run.lines : 3);
    for (; n > 0x7f; n >>= 7) {
        put_line_byte(u, (n & 0x7f) | 0x80);
    }
    put_line_byte(u, n);
    if (near) {
        return;
    }
    int32_t delta = (int32_t)u->run.lines;
    while (delta < -64 || delta > 63) {
        put_line_byte(u, ((unsigned)delta & 0x7f) | 0x80);
        delta = delta < 0 ? -((-delta + 127) / 128) : delta / 128; // arithmetic shift by 7
    }
    put_line_byte(u, (unsigned)delta & 0x7f);
}

// What comes before the first instruction that can raise is in the run of that.
static void begin_run(Unit *u) {
    bool first = u->run.line == 0;
    if (!first && u->size > u->run.start) {
        put_run(u, u->size - u->run.start);
        u->run.lines = 0;
        u->run.start = u->size;
    }
    u->run.lines += u->line - (first ? u->first_line : u->run.line);
    u->run.line = u->line;
}

// Instructions that raise nothing of their own, so that their line does not matter.
static bool never_raises(unsigned op) {
    switch (op) {
    case OP_CODE_MOVE:
    case OP_CODE_LOADK:
    case OP_CODE_LOADI:
    case OP_CODE_LOADC:
    case OP_CODE_STOREFAR:
    case OP_CODE_SPILL:
    case OP_CODE_UNSPILL:
    case OP_CODE_MORECELLS:
    case OP_CODE_CELLSET:
    case OP_CODE_FREESET:
    case OP_CODE_FREECELL:
    case OP_CODE_JUMP:
    case OP_CODE_JUMPW:
    case OP_CODE_JNONE:
    case OP_CODE_JNOTNONE:
    case OP_CODE_JABSENT:
    case OP_CODE_IS:
    case OP_CODE_ISNOT:
    case OP_CODE_RETURN:
    case OP_CODE_RETURNNONE:
    case OP_CODE_PUSHEXC:
    case OP_CODE_POPEXC:
    case OP_CODE_ENDEXC:
    case OP_CODE_WIDE:
    case OP_CODE_RAISEAGAIN: return true;
    default: return false;
    }
}

// ---- instructions ------------------------------------------------------------------------------

// The high part of the index of a constant or free variable above 255 goes before the instruction.
static void put_wide(Unit *u, unsigned op, const unsigned *operands) {
    const char *k = strpbrk(formats[op], "kf");
    unsigned index = k ? operands[k - formats[op]] : 0;
    if (index > 255) {
        put(u, OP_CODE_WIDE);
        put(u, index >> 8);
    }
}

void emit_line(Unit *u, unsigned op) {
    if (!u->reachable) {
        return;
    }
    bool quiet = never_raises(op);
    if (!quiet || op == OP_CODE_RAISEAGAIN) {
        u->raiser = u->size + 1;
    }
    if (u->line != u->run.line && !quiet && rt.optimise < 3) {
        begin_run(u);
    }
}

// The shorter instruction that does the same with these operands, which then change, or `op`.
static unsigned short_form(unsigned op, const unsigned *operands, unsigned *shorter) {
    if (op == OP_CODE_GETATTR && operands[1] == 0) {
        shorter[0] = operands[0];
        shorter[1] = operands[2];
        return OP_CODE_GETOWN;
    }
    if (op == OP_CODE_SETATTR && operands[0] == 0) {
        shorter[0] = operands[1];
        shorter[1] = operands[2];
        return OP_CODE_SETOWN;
    }
    if (op == OP_CODE_LOADMETHOD && operands[0] == operands[1]) {
        shorter[0] = operands[0];
        shorter[1] = operands[2];
        return OP_CODE_METHOD;
    }
    if (op == OP_CODE_BUILDLIST && operands[2] == 0) {
        shorter[0] = operands[0];
        return OP_CODE_NEWLIST;
    }
    return op;
}

void emit(Unit *u, unsigned op, const unsigned *operands) {
    if (!u->reachable) {
        return;
    }
    unsigned given = op, shorter[2];
    op = short_form(given, operands, shorter);
    operands = op == given ? operands : shorter;
    poll_interrupt();
    emit_line(u, op);
    put_wide(u, op, operands);
    put(u, op);
    for (const char *f = formats[op]; *f && *f != '*'; f++, operands++) {
        assert(*f != 'j' && *f != 'J');
        if (*f == 'w') {
            assert(*operands <= UINT16_MAX);
            put(u, *operands & 255);
            put(u, *operands >> 8);
        } else {
            assert(*f != 'r' || *operands < 255);
            put(u, *f == 'k' || *f == 'f' || *f == 'i' ? *operands & 255 : *operands);
        }
    }
}

// ---- constants ---------------------------------------------------------------------------------

static int known_of(Value v) {
    static const struct {
        const Cell *cell;
        uint8_t known;
    } table[] = {{&none_cell, KNOWN_NONE},
                 {&true_cell, KNOWN_TRUE},
                 {&false_cell, KNOWN_FALSE},
                 {&ellipsis_cell, KNOWN_ELLIPSIS}};
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        if (is_cell(v) && cell_of(v) == table[i].cell) {
            return table[i].known;
        }
    }
    return -1;
}

void emit_load(Unit *u, unsigned reg, Value constant) {
    if (!u->reachable) {
        return;
    }
    int known = known_of(constant);
    if (known >= 0) {
        emit2(u, OP_CODE_LOADC, reg, (unsigned)known);
    } else if (is_int(constant) && int_of(constant) >= -128 && int_of(constant) <= 127) {
        emit2(u, OP_CODE_LOADI, reg, (unsigned)int_of(constant));
    } else {
        emit2(u, OP_CODE_LOADK, reg, emit_const(u, constant));
    }
}

// ---- exception entries -------------------------------------------------------------------------

ExcEntry *emit_entry(Unit *u, uint32_t number) { // existing, or the next new one
    assert(number <= u->nentries);
    size_t used = u->nentries * sizeof(ExcEntry);
    ExcEntry *all =
        (ExcEntry *)(void *)reserve(&u->entries, &u->entry_room, used, sizeof(ExcEntry));
    if (number == u->nentries) {
        u->nentries++;
    }
    return &all[number];
}

static void put_uleb(Unit *u, uint32_t n) {
    for (; n > 0x7f; n >>= 7) {
        put(u, (n & 0x7f) | 0x80);
    }
    put(u, n);
}

// The size in front of the exception table is not known before its entries are there.
static void put_handlers(Unit *u) {
    uint32_t start = u->size;
    for (uint32_t i = 0; i < u->nentries; i++) {
        poll_interrupt();
        ExcEntry e = ((const ExcEntry *)(const void *)(u->entries + 1))[i];
        assert(e.start < e.end && e.handler < start);
        put_uleb(u, e.start);
        put_uleb(u, e.end - e.start);
        put_uleb(u, e.handler);
        put_uleb(u, e.reg);
    }
    uint32_t end = u->size, size = end - start;
    put_uleb(u, size);
    uint8_t prefix[5], *table = (uint8_t *)(u->code + 1) + start;
    memcpy(prefix, table + size, u->size - end);
    memmove(table + (u->size - end), table, size);
    memcpy(table, prefix, u->size - end);
}

void emit_number(Unit *u, unsigned number) {
    assert(number <= UINT16_MAX);
    put(u, number & 255);
    put(u, number >> 8);
}

bool emit_narrow(Unit *u, uint32_t start) {
    assert(start <= u->size && (u->size - start) % 2 == 0);
    uint8_t *p = (uint8_t *)(u->code + 1) + start;
    uint32_t n = (u->size - start) / 2;
    for (uint32_t i = 0; i < n; i++) {
        if (p[2 * i + 1]) {
            return false;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        p[i] = p[2 * i];
    }
    u->size = start + n;
    return true;
}

void emit_tables(Unit *u, CodeParts *parts) {
    if (u->nentries) {
        parts->flags |= CODE_HANDLERS;
        put_handlers(u);
    }
    put_uleb(u, u->first_line);
    put_run(u, 0);
    for (uint32_t i = 0; i < u->line_size; i++) {
        poll_interrupt();
        put(u, ((const uint8_t *)(u->lines + 1))[i]);
    }
}

void emit_bytes_at(Unit *u, uint32_t position, uint32_t value, unsigned bytes) {
    assert(bytes <= 4 && position + bytes <= u->size);
    uint8_t *p = (uint8_t *)(u->code + 1) + position;
    for (unsigned i = 0; i < bytes; i++) {
        p[i] = (uint8_t)(value >> (8 * i));
    }
}

uint32_t emit_read_at(const Unit *u, uint32_t position, unsigned bytes) {
    assert(bytes <= 4 && position + bytes <= u->size);
    const uint8_t *p = (const uint8_t *)(u->code + 1) + position;
    uint32_t value = 0;
    for (unsigned i = 0; i < bytes; i++) {
        value |= (uint32_t)p[i] << (8 * i);
    }
    return value;
}
