// SPDX-License-Identifier: MIT
// emit_label.c: jumps, labels, exception ranges and the stack of open blocks.
//
// Jumps have 16-bit offsets. When one does not fit, `overflow` is set and the whole unit is
// emitted again with `wide`: each conditional jump then hops onto a JUMPW beside it.
#include "compile/emit.h"
#include "state.h"
#include <assert.h>

// ---- sets of locals ----------------------------------------------------------------------------

static void intersect(LocalSet *a, const LocalSet *b) {
    for (size_t i = 0; i < COUNT_OF(a->words); i++) {
        a->words[i] &= b->words[i];
    }
}

static void subtract(LocalSet *a, const LocalSet *b) {
    for (size_t i = 0; i < COUNT_OF(a->words); i++) {
        a->words[i] &= ~b->words[i];
    }
}

// The current state reaches the label.
static void merge(Unit *u, Label *label) {
    if (!label->used) {
        label->bound = u->bound;
        label->used = true;
    } else {
        intersect(&label->bound, &u->bound);
    }
}

// ---- jumps -------------------------------------------------------------------------------------

static bool fits16(int32_t offset) {
    return offset >= INT16_MIN && offset <= INT16_MAX;
}

static void put_field(Unit *u, unsigned bytes) {
    for (unsigned i = 0; i < bytes; i++) {
        emit_byte(u, 0);
    }
}

// The offset field at the end of the bytecode: to the label, or into its chain.
static void link_field(Unit *u, Label *label, unsigned bytes) {
    assert(bytes == 2 || bytes == 4);
    put_field(u, bytes);
    uint32_t field = u->size - bytes;
    uint32_t value;
    if (label->placed) {
        int32_t offset = (int32_t)(label->position - u->size);
        u->overflow |= bytes == 2 && !fits16(offset);
        value = (uint32_t)offset;
    } else {
        value = label->jumps ? field - label->jumps : 0;
        u->overflow |= bytes == 2 && value > 0xffff;
        label->jumps = field;
    }
    emit_bytes_at(u, field, value, bytes);
}

// Opcode and operands of a jump, without its offset; a third one is the high part of b.
static void put_jump(Unit *u, unsigned op, unsigned a, unsigned b) {
    unsigned operands[] = {a, b, b >> 8};
    emit_byte(u, op);
    for (const char *f = opcode_format(op); *f != 'j' && *f != 'J'; f++) {
        emit_byte(u, operands[f - opcode_format(op)] & 255);
    }
}

void emit_jump(Unit *u, unsigned op, unsigned a, unsigned b, Label *label) {
    if (!u->reachable) {
        return;
    }
    poll_interrupt();
    if (!label->placed) {
        merge(u, label);
    }
    u->raiser = u->size + 1; // backward ones poll
    emit_line(u, op);
    if (!u->wide) {
        put_jump(u, op, a, b);
        link_field(u, label, 2);
    } else {
        if (op != OP_CODE_JUMP) {
            put_jump(u, op, a, b);
            emit_byte(u, 3), emit_byte(u, 0);
            put_jump(u, OP_CODE_JUMP, 0, 0);
            emit_byte(u, 5), emit_byte(u, 0);
        }
        put_jump(u, OP_CODE_JUMPW, 0, 0);
        link_field(u, label, 4);
    }
    if (op == OP_CODE_JUMP) {
        u->reachable = false;
    }
}

static void patch_jumps(Unit *u, Label *label) {
    assert(!label->placed);
    unsigned bytes = u->wide ? 4 : 2;
    for (uint32_t field = label->jumps; field && !u->overflow;) {
        uint32_t back = emit_read_at(u, field, bytes);
        int32_t offset = (int32_t)(u->size - (field + bytes));
        u->overflow |= bytes == 2 && !fits16(offset);
        emit_bytes_at(u, field, (uint32_t)offset, bytes);
        field = back ? field - back : 0;
    }
    label->jumps = 0;
}

void place(Unit *u, Label *label) {
    assert(!label->placed);
    if (u->reachable) {
        merge(u, label);
    }
    patch_jumps(u, label);
    label->position = u->size;
    label->placed = true;
    u->reachable = label->used;
    if (label->used) {
        u->bound = label->bound;
    }
}

void place_loop(Unit *u, Label *label, bool entered) {
    assert(!label->placed && !label->jumps);
    label->position = u->size;
    label->placed = true;
    label->used = entered;
    u->reachable = entered;
    subtract(&u->bound, &u->deleted);
    label->bound = u->bound;
}

// ---- exception ranges --------------------------------------------------------------------------

static void close_range(Unit *u, Block *b) {
    if (!b->handler || b->start >= u->raiser) { // nothing in it can raise
        return;
    }
    assert(b->start < u->size);
    ExcEntry *e = emit_entry(u, u->nentries);
    *e = (ExcEntry){b->start, u->size, b->handler->entries, b->reg};
    b->handler->entries = u->nentries;
    b->start = u->size;
}

void place_handler(Unit *u, Label *label) {
    assert(!label->placed && !u->reachable);
    for (uint32_t number = label->entries; number;) {
        ExcEntry *e = emit_entry(u, number - 1);
        number = e->handler;
        e->handler = u->size;
        u->reachable = true;
    }
    label->position = u->size;
    label->placed = true;
    u->bound = label->bound;
}

// ---- blocks ------------------------------------------------------------------------------------

void block_enter(Unit *u, Block *b) {
    b->outer = u->block;
    b->start = u->size;
    u->block = b;
    u->spill_from = u->top; // a handler wants what is below
    if (b->handler) {
        LocalSet bound = u->bound;
        subtract(&bound, &u->deleted);
        b->handler->bound = bound;
    }
}

void block_leave(Unit *u, Block *b) {
    assert(u->block == b);
    close_range(u, b);
    u->block = b->outer;
}

static void leave_block(Unit *u, const Block *b) {
    switch (b->kind) {
    case BLOCK_FINALLY: body(u, b->node->d); break;
    case BLOCK_HANDLER: emit1(u, OP_CODE_POPEXC, b->reg2); break;
    case BLOCK_NAME: var_unbind(u, mangle(u, b->node->value)); break;
    case BLOCK_WITH: with_leave(u, b); break;
    default: break;
    }
}

bool block_needs_code(const Unit *u, const Block *until) {
    for (const Block *b = u->block; b != until; b = b->outer) {
        if (b->kind >= BLOCK_FINALLY) {
            return true;
        }
    }
    return false;
}

void block_unwind(Unit *u, Block *until) {
    stack_check();
    Block *innermost = u->block;
    uint32_t line = u->line;
    for (Block *b = innermost; b != until; b = b->outer) {
        close_range(u, b);
        u->block = b->outer;
        leave_block(u, b);
    }
    u->block = innermost;
    u->line = line;
}

void block_resume(Unit *u, Block *until) {
    for (Block *b = u->block; b != until; b = b->outer) {
        b->start = u->size;
    }
}

// ---- jump threading ----------------------------------------------------------------------------

unsigned instruction_size(const uint8_t *code, uint32_t at, uint32_t *field) {
    unsigned op = code[at];
    uint32_t size = 1;
    *field = 0;
    for (const char *f = opcode_format(op); *f; f++) {
        switch (*f) {
        case 'w': size += 2; break;
        case 'J': size += 4; break;
        case 'j':
            *field = at + size;
            size += 2;
            break;
        case '*': size += 2u * code[at + size - 1]; break;
        default: size++;
        }
    }
    return size;
}

static int32_t read_offset(const Unit *u, uint32_t field) {
    assert(field + 2 <= u->size);
    return (int16_t)emit_read_at(u, field, 2);
}

// Where a jump to `target` ends up. Loops of jumps are followed a few steps only.
static uint32_t final_target(const Unit *u, uint32_t target) {
    const uint8_t *code = (const uint8_t *)(u->code + 1);
    for (int steps = 0; steps < 4 && target < u->size && code[target] == OP_CODE_JUMP; steps++) {
        target = target + 3 + (uint32_t)read_offset(u, target + 1);
    }
    return target;
}

void thread_jumps(Unit *u) {
    uint32_t field;
    for (uint32_t at = 0; !u->wide && !u->overflow && at < u->size;) {
        poll_interrupt();
        uint32_t next = at + instruction_size((const uint8_t *)(u->code + 1), at, &field);
        if (field) {
            uint32_t target = final_target(u, next + (uint32_t)read_offset(u, field));
            int32_t offset = (int32_t)(target - next);
            if (fits16(offset)) {
                emit_bytes_at(u, field, (uint32_t)offset, 2);
            }
        }
        at = next;
    }
}
