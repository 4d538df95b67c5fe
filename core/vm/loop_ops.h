// SPDX-License-Identifier: MIT
// loop_ops.h: what the instructions of loop.c are made of; for that file only. First the fast paths
// as functions, which allocate nothing and never raise; then the families of instructions that
// differ in an operator only, as macros. The macros use the locals of vm_loop() and its verbs.
#ifndef CORE_LOOP_OPS_H
#define CORE_LOOP_OPS_H

#include "vm/internal.h"
#include <assert.h>

// ---- fast paths -------------------------------------------------------------------------------------
// Small int arithmetic on tagged words: false on overflow.
static inline bool add_ints(Value a, Value b, Value *out) {
    intptr_t n;
    bool over = __builtin_add_overflow((intptr_t)a.bits, (intptr_t)(b.bits - 1), &n);
    out->bits = (uintptr_t)n;
    return !over;
}
static inline bool sub_ints(Value a, Value b, Value *out) {
    intptr_t n;
    bool over = __builtin_sub_overflow((intptr_t)a.bits, (intptr_t)(b.bits - 1), &n);
    out->bits = (uintptr_t)n;
    return !over;
}
static inline bool mul_ints(Value a, Value b, Value *out) {
    intptr_t n;
    bool over = __builtin_mul_overflow((intptr_t)(a.bits - 1), int_of(b), &n);
    out->bits = (uintptr_t)n | 1;
    return !over;
}
// The same for operands of any kind: false unless both are small ints and the case is an easy one.
static inline bool floordiv_ints(Value a, Value b, Value *out) {
    if (!are_ints(a, b) || int_of(b) <= 0) {
        return false;
    }
    intptr_t q = int_of(a) / int_of(b);
    *out = int_value(q - (int_of(a) % int_of(b) < 0));
    return true;
}
static inline bool mod_ints(Value a, Value b, Value *out) {
    if (!are_ints(a, b) || int_of(b) <= 0) {
        return false;
    }
    intptr_t r = int_of(a) % int_of(b);
    *out = int_value(r < 0 ? r + int_of(b) : r);
    return true;
}
static inline bool lshift_ints(Value a, Value b, Value *out) {
    if (!are_ints(a, b) || (uintptr_t)int_of(b) >= WORD_BITS / 2 ||
        int_of(a) >> (WORD_BITS / 2 - 2) != int_of(a) >> (WORD_BITS - 1)) {
        return false;
    }
    *out = int_value((intptr_t)((uintptr_t)int_of(a) << int_of(b)));
    return true;
}
static inline bool rshift_ints(Value a, Value b, Value *out) {
    if (!are_ints(a, b) || (uintptr_t)int_of(b) >= WORD_BITS) {
        return false;
    }
    *out = int_value(int_of(a) >> int_of(b));
    return true;
}
static inline bool and_ints(Value a, Value b, Value *out) {
    out->bits = a.bits & b.bits; // keeps the tag
    return are_ints(a, b);
}
static inline bool both_word_floats(Value a, Value b) {
    return FLOAT_IN_WORD && is_word_float(a) && is_word_float(b);
}

static inline bool truth_of(Value v) {
    if (LIKELY(is_bool(v))) {
        return same(v, TRUE);
    }
    return is_int(v) ? int_of(v) != 0 : op_truth(v);
}

static inline bool list_item(Value container, Value key, Value *out) {
    if (is_int(key) && is_cell(container)) {
        intptr_t i = int_of(key);
        if (is_list(container)) {
            List *list = list_of(container);
            i += i < 0 ? (intptr_t)list->len : 0;
            if ((uintptr_t)i < list->len) {
                *out = list->items->at[i];
                return true;
            }
        } else if (is_tuple(container)) {
            Tuple *tuple = tuple_of(container);
            i += i < 0 ? (intptr_t)tuple->len : 0;
            if ((uintptr_t)i < tuple->len) {
                *out = tuple->items[i];
                return true;
            }
        }
    }
    return false;
}

static inline bool store_list_item(Value container, Value key, Value v) {
    if (is_int(key) && is_list(container)) {
        List *list = list_of(container);
        intptr_t i = int_of(key);
        i += i < 0 ? (intptr_t)list->len : 0;
        if ((uintptr_t)i < list->len) {
            list->items->at[i] = v;
            return true;
        }
    }
    return false;
}

// The cached attribute of an instance: the line that says where, or NULL.
static inline const AttrCacheLine *cached_attr(Value object, const Str *name) {
    return is_cell(object) ? attr_line_find(attr_key(object), name) : NULL;
}

// Next item of what LOOPITER put into at[0], at[1], or of the iterators that need no call. ABSENT:
// not one of these, or at its end.
static inline Value step_fast(Value *at) {
    const Value iterator = at[0];
    const Type *type = cell_of(iterator)->type;
    if (!op_of(type->ops, next)) {
        size_t i = (size_t)int_of(at[1]);
        if (type == &list_type && i < list_of(iterator)->len) {
            at[1].bits += 2;
            return list_of(iterator)->items->at[i];
        }
        if (type == &tuple_type && i < tuple_of(iterator)->len) {
            at[1].bits += 2;
            return tuple_of(iterator)->items[i];
        }
    } else if (type == &range_iterator_type) {
        RangeIterator *it = (RangeIterator *)cell_of(iterator);
        if (it->remaining) {
            it->remaining--;
            Value v = int_value(it->current);
            it->current = (intptr_t)((uintptr_t)it->current + (uintptr_t)it->step);
            return v;
        }
    } else if (type == &list_iterator_type) {
        SequenceIterator *it = (SequenceIterator *)cell_of(iterator);
        if (is_present(it->sequence) && it->index < list_of(it->sequence)->len) {
            return list_of(it->sequence)->items->at[it->index++];
        }
    } else if (type == &tuple_iterator_type) {
        SequenceIterator *it = (SequenceIterator *)cell_of(iterator);
        if (is_present(it->sequence) && it->index < tuple_of(it->sequence)->len) {
            return tuple_of(it->sequence)->items[it->index++];
        }
    }
    return ABSENT;
}

// For vm_step_parts.
static inline bool makes_tuples(Value iterator) {
    if (!is_cell(iterator)) {
        return false;
    }
    const Type *type = cell_of(iterator)->type;
    return type == &enumerate_type || type == &dict_item_iterator_type || type == &zip_type;
}

// Steps what GETRANGE put into at[0], at[1], at[2]; false at the end. The last item may be followed
// by one that is no small int: nobody sees it.
static inline bool step_range(Value *at) {
    if (same(at[1], int_value(0))) {
        return false;
    }
    at[0].bits += at[2].bits - 1;
    at[1].bits -= 2;
    return true;
}

// Length of the call instruction a frame waits at.
static inline unsigned call_length(const uint8_t *pc) {
    switch (pc[0]) {
    case OP_CODE_CALLEX:
        return 3;
    case OP_CODE_CALLKW:
    case OP_CODE_CALLMKW:
        return 5;
    default:
        return 4;
    }
}

// ---- operands and verbs ---------------------------------------------------------------------------
// Operands A to D are the bytes after the opcode; R is a register, K a constant. `pc` stays at the
// instruction being run until NEXT or BRANCH; SAVE stores it in the frame before anything that may
// raise or call.
#define A pc[1]
#define B pc[2]
#define C pc[3]
#define D pc[4]
#define R(n) regs[n]
#define FAR(n) regs[255 - (ptrdiff_t)(n)]
#define K(n) pool->items[n]
#define SIGNED(x) ((int8_t)(x))
#define JUMP_AT(n) ((int16_t)(pc[n] | pc[(n) + 1] << 8))
#define SAVE() (frame->pc = pc)
#define NEXT(length) \
    do { \
        pc += (length); \
        goto *labels[*pc]; \
    } while (0)
// What comes to attention is raised at the jump, not at what it leads to: that may be a `try`.
#define BRANCH(length) \
    do { \
        if (UNLIKELY(rt.attention)) { \
            SAVE(); \
            pc += (length) + JUMP_AT((length) - 2); \
            goto attend; \
        } \
        pc += (length) + JUMP_AT((length) - 2); \
        goto *labels[*pc]; \
    } while (0)
#define LOAD_FRAME() \
    do { \
        frame = t->frame; \
        regs = frame->regs; \
        pool = frame->function->code->pool; \
        pc = frame->pc; \
    } while (0)
#define ENTER(f, args, n) /* a function that needs no more than a frame */ \
    do { \
        const Code *entered = (f)->code; \
        frame = frame_push(f, args, n, FRAME_CALL); \
        regs = args; \
        pool = entered->pool; \
        pc = entered->bytes; \
    } while (0)
// The operands of a call of R(B); after LOADMETHOD, R(B + 1) is the receiver unless it is absent.
#define CALL_OPERANDS() \
    do { \
        callee = R(B); \
        args = &R(B + 1); \
        nargs = C; \
    } while (0)
#define METHOD_CALL_OPERANDS() \
    do { \
        CALL_OPERANDS(); \
        if (is_absent(*args)) { \
            args++; \
        } else { \
            nargs++; \
        } \
    } while (0)
#define CALL_RESULT(value, length) /* of a call that entered no frame */ \
    do { \
        t->top = regs + frame->function->code->nregs; \
        R(A) = (value); \
        NEXT(length); \
    } while (0)

// ---- families of instructions ---------------------------------------------------------------------
#define ARITH(name, int_op, float_op, slow) \
    name : { \
        Value x = R(B), y = R(C), z; \
        if (are_ints(x, y) && int_op(x, y, &z)) { \
            R(A) = z; \
        } else if (both_word_floats(x, y)) { \
            SAVE(); \
            R(A) = float_value(word_float_of(x) float_op word_float_of(y)); \
        } else { \
            SAVE(); \
            z = slow; \
            R(A) = z; \
        } \
        NEXT(4); \
    }
#define ARITH_I(name, int_op, slow) \
    name : { \
        Value x = R(B), y = int_value(SIGNED(C)), z; \
        if (is_int(x) && int_op(x, y, &z)) { \
            R(A) = z; \
        } else { \
            SAVE(); \
            z = slow; \
            R(A) = z; \
        } \
        NEXT(4); \
    }
#define ARITH_K(name, float_op, slow_op) \
    name : { \
        Value x = R(B), y = K(C); \
        SAVE(); \
        Value z = both_word_floats(x, y) ? float_value(word_float_of(x) float_op word_float_of(y)) \
                                         : vm_binary(slow_op, x, y); \
        R(A) = z; \
        NEXT(4); \
    }
#define INT_BINARY(name, operand, int_op, slow_op) \
    name : { \
        Value x = R(B), y = operand, z; \
        if (!int_op(x, y, &z)) { \
            SAVE(); \
            z = vm_binary(slow_op, x, y); \
        } \
        R(A) = z; \
        NEXT(4); \
    }
#define FLOAT_DIVISION(name, operand) \
    name : { \
        Value x = R(B), y = operand; \
        SAVE(); \
        Value z = both_word_floats(x, y) && y.bits != 2 \
                      ? float_value(word_float_of(x) / word_float_of(y)) \
                      : vm_binary(OP_TRUEDIV, x, y); \
        R(A) = z; \
        NEXT(4); \
    }
#define BITWISE(name, operator, slow) \
    name : { \
        Value x = R(B), y = R(C), z; \
        if (are_ints(x, y)) { \
            R(A) = int_value(int_of(x) operator int_of(y)); \
        } else { \
            SAVE(); \
            z = slow; \
            R(A) = z; \
        } \
        NEXT(4); \
    }
#define SLOW_BINARY(name, slow) \
    name : { \
        SAVE(); \
        Value z = slow; \
        R(A) = z; \
        NEXT(4); \
    }
#define COMPARE(name, operator, op) \
    name : { \
        Value x = R(B), y = R(C); \
        if (are_ints(x, y)) { \
            R(A) = bool_value((intptr_t)x.bits operator (intptr_t)y.bits); \
        } else if (both_word_floats(x, y)) { \
            R(A) = bool_value(word_float_of(x) operator word_float_of(y)); \
        } else { \
            SAVE(); \
            Value z = vm_compare(op, x, y); \
            R(A) = z; \
        } \
        NEXT(4); \
    }
#define COMPARE_JUMP(name, operator, op, wanted) \
    name : { \
        Value x = R(A), y = R(B); \
        bool is; \
        if (are_ints(x, y)) { \
            is = (intptr_t)x.bits operator (intptr_t)y.bits; \
        } else if (both_word_floats(x, y)) { \
            is = word_float_of(x) operator word_float_of(y); \
        } else { \
            SAVE(); \
            is = vm_compare_true(op, x, y); \
        } \
        if (is == wanted) { \
            BRANCH(5); \
        } \
        NEXT(5); \
    }
#define COMPARE_JUMP_I(name, operator, op, wanted) \
    name : { \
        Value x = R(A), y = int_value(SIGNED(B)); \
        bool is; \
        if (is_int(x)) { \
            is = (intptr_t)x.bits operator (intptr_t)y.bits; \
        } else { \
            SAVE(); \
            is = vm_compare_true(op, x, y); \
        } \
        if (is == wanted) { \
            BRANCH(5); \
        } \
        NEXT(5); \
    }

#endif
