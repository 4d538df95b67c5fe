// SPDX-License-Identifier: MIT
// int_arith.c: arithmetic on int values: small ones in the word, big ones on limbs.
#include "error.h"
#include "objects/containers.h"
#include "objects/int_view.h"
#include "objects/protocol.h"
#include "text/str.h"
#include <assert.h>

// ---- sums and products ----------------------------------------------------------------------------

// |x| + |y|, or |x| - |y| if their signs (y's given) differ.
static Value add_views(const IntView *x, const IntView *y, bool y_negative) {
    if (x->negative == y_negative) {
        BigInt *r = int_alloc((x->count > y->count ? x->count : y->count) + 1);
        return int_finish(r, limbs_add(r->limbs, x->limbs, x->count, y->limbs, y->count),
                          y_negative);
    }
    if (limbs_cmp(x->limbs, x->count, y->limbs, y->count) >= 0) {
        BigInt *r = int_alloc(x->count);
        return int_finish(r, limbs_sub(r->limbs, x->limbs, x->count, y->limbs, y->count),
                          x->negative);
    }
    BigInt *r = int_alloc(y->count);
    return int_finish(r, limbs_sub(r->limbs, y->limbs, y->count, x->limbs, x->count), y_negative);
}

Value int_add(Value a, Value b) {
    if (LIKELY(are_ints(a, b))) {
        return int_from(int_of(a) + int_of(b));
    }
    IntView x, y;
    int_view(&x, a);
    int_view(&y, b);
    return add_views(&x, &y, y.negative);
}

Value int_sub(Value a, Value b) {
    if (LIKELY(are_ints(a, b))) {
        return int_from(int_of(a) - int_of(b));
    }
    IntView x, y;
    int_view(&x, a);
    int_view(&y, b);
    return add_views(&x, &y, !y.negative);
}

Value int_neg(Value a) {
    return int_sub(int_value(0), a);
}

Value int_mul(Value a, Value b) {
    intptr_t product;
    if (are_ints(a, b) && !__builtin_mul_overflow(int_of(a), int_of(b), &product)) {
        return int_from(product);
    }
    IntView x, y;
    int_view(&x, a);
    int_view(&y, b);
    if (x.count == 0 || y.count == 0) {
        return int_value(0);
    }
    size_t scratch = limbs_mul_scratch(x.count, y.count);
    BigInt *r = int_alloc(x.count + y.count);
    Scratch *s = scratch ? scratch_new(scratch) : NULL;
    size_t count = limbs_mul(r->limbs, x.limbs, x.count, y.limbs, y.count, s ? s->limbs : NULL);
    scratch_free(s);
    return int_finish(r, count, x.negative != y.negative);
}

// ---- division ---------------------------------------------------------------------------------------

static void divmod_small(intptr_t a, intptr_t b, Value *q, Value *r) {
    assert(b != 0);
    intptr_t quotient = a / b, rest = a % b;
    if (rest != 0 && (rest < 0) != (b < 0)) {
        quotient--;
        rest += b;
    }
    if (q) {
        *q = int_from(quotient);
    }
    if (r) {
        *r = int_value(rest);
    }
}

enum { ROOM = 32 }; // limbs: scratch of up to so many is on the C stack

// Quotient (if q is not NULL) and remainder of the magnitudes, both >= 0.
static void divmod_views(const IntView *x, const IntView *y, Value *q, Value *r) {
    assert(y->count > 0);
    Limb room[ROOM];
    size_t qn, rn, scratch = limbs_divmod_scratch(x->count, y->count);
    size_t quotient_room = x->count < y->count ? 0 : x->count - y->count + 1;
    size_t smaller = x->count < y->count ? x->count : y->count;
    BigInt *quotient = q ? int_alloc(quotient_room) : NULL;
    BigInt *rest = int_alloc(smaller);
    size_t needed = scratch + (q ? 0 : quotient_room);
    Scratch *s = needed > ROOM ? scratch_new(needed) : NULL;
    Limb *limbs = s ? s->limbs : room;
    limbs_divmod(q ? quotient->limbs : limbs + scratch, &qn, rest->limbs, &rn, x->limbs, x->count,
                 y->limbs, y->count, limbs);
    scratch_free(s);
    if (q) {
        *q = int_finish(quotient, qn, false);
    }
    *r = int_finish(rest, rn, false);
}

// To minus infinity: with unlike signs and a rest, -|a|/|b| - 1 and |b| - rest, signed as b.
static void divmod_big(Value a, Value b, Value *q, Value *r) {
    assert(!same(b, int_value(0)));
    IntView x, y;
    int_view(&x, a);
    int_view(&y, b);
    divmod_views(&x, &y, q, r);
    bool unlike = x.negative != y.negative;
    if (unlike && !same(*r, int_value(0))) {
        Value rest = int_sub(y.negative ? int_neg(b) : b, *r);
        int_discard(*r);
        *r = rest;
        if (q) {
            Value quotient = int_add(*q, int_value(1));
            int_discard(*q);
            *q = quotient;
        }
    }
    if (unlike && q) {
        *q = int_neg(*q);
    }
    if (y.negative) {
        *r = int_neg(*r);
    }
}

void int_divmod(Value a, Value b, Value *q, Value *r) {
    if (same(b, int_value(0))) {
        raise_zero_division("division by zero");
    }
    if (LIKELY(are_ints(a, b))) {
        divmod_small(int_of(a), int_of(b), q, r);
        return;
    }
    Value rest;
    divmod_big(a, b, q, &rest);
    if (r) {
        *r = rest;
    } else {
        int_discard(rest);
    }
}

// a / b of big ints: a is scaled by 2**scale so that the quotient has 66 bits or more; of these the
// top 64 and whether anything follows decide.
static Value divide_big(Value a, Value b) {
    intptr_t scale = 66 + (intptr_t)int_bit_length(b) - (intptr_t)int_bit_length(a);
    scale = scale < 0 ? 0 : scale;
    Value scaled = scale ? int_shift_left(a, (size_t)scale) : a;
    IntView x, y, top;
    int_view(&x, scaled);
    int_view(&y, b);
    Value q, r;
    divmod_views(&x, &y, &q, &r);
    int_view(&top, q);
    int64_t exponent;
    bool inexact;
    uint64_t mantissa = limbs_top64(top.limbs, top.count, &exponent, &inexact);
    inexact = inexact || !same(r, int_value(0));
    Float f = float_rounded(mantissa, inexact, exponent - scale);
    if (f - f != 0) {
        raise_overflow("integer division result too large for a float");
    }
    return float_value(x.negative != y.negative ? -f : f);
}

static bool is_exact_in_float(Value n) {
    intptr_t limit = (intptr_t)((uint64_t)1 << (FLOAT_MANTISSA_BITS + 1 < WORD_BITS - 2
                                                    ? FLOAT_MANTISSA_BITS + 1
                                                    : WORD_BITS - 2));
    return is_int(n) && int_of(n) <= limit && int_of(n) >= -limit;
}

Value int_true_divide(Value a, Value b) {
    if (same(b, int_value(0))) {
        raise_zero_division("division by zero");
    }
    if (is_exact_in_float(a) && is_exact_in_float(b)) {
        return float_value((Float)int_of(a) / (Float)int_of(b));
    }
    if (same(a, int_value(0))) {
        return float_value(int_sign(b) < 0 ? (Float)-0.0 : 0);
    }
    return divide_big(a, b);
}

// ---- shifts and bits ----------------------------------------------------------------------------------

Value int_shift_left(Value a, size_t bits) {
    if (same(a, int_value(0))) {
        return a;
    }
    if (is_int(a) && bits < WORD_BITS - 2) {
        intptr_t n = int_of(a), limit = SMALL_INT_MAX >> bits;
        if (n <= limit && n >= -limit) {
            return int_value(n * ((intptr_t)1 << bits));
        }
    }
    IntView v;
    int_view(&v, a);
    BigInt *r = int_alloc(size_add(v.count, bits / LIMB_BITS + 1));
    return int_finish(r, limbs_shift_left(r->limbs, v.limbs, v.count, bits), v.negative);
}

Value int_shift_right(Value a, size_t bits) {
    if (is_int(a)) {
        intptr_t n = int_of(a);
        return int_value(bits < WORD_BITS ? n >> bits : n < 0 ? -1 : 0);
    }
    IntView v;
    int_view(&v, a);
    if (bits / LIMB_BITS >= v.count) {
        return int_value(v.negative ? -1 : 0);
    }
    BigInt *r = int_alloc(v.count - bits / LIMB_BITS + 1);
    size_t count = limbs_shift_right(r->limbs, v.limbs, v.count, bits);
    if (v.negative && limbs_any_below(v.limbs, v.count, bits)) {
        count = limbs_add_limb(r->limbs, r->limbs, count, 1);
    }
    return int_finish(r, count, v.negative);
}

Value int_shift(Value a, Value count, bool left) {
    if (int_sign(count) < 0) {
        raise_value_error("negative shift count");
    }
    if (!is_int(count)) {
        if (left && int_sign(a) != 0) {
            raise_overflow("too many digits in integer");
        }
        return int_value(!left && int_sign(a) < 0 ? -1 : 0);
    }
    return left ? int_shift_left(a, (size_t)int_of(count))
                : int_shift_right(a, (size_t)int_of(count));
}

static Value bit_operation(LimbsOp op, Value a, Value b) {
    if (are_ints(a, b)) {
        intptr_t x = int_of(a), y = int_of(b);
        return int_value(op == LIMBS_AND ? x & y : op == LIMBS_OR ? x | y : x ^ y);
    }
    IntView x, y;
    bool negative;
    int_view(&x, a);
    int_view(&y, b);
    BigInt *r = int_alloc((x.count > y.count ? x.count : y.count) + 1);
    size_t count = limbs_bitop(op, r->limbs, &negative, x.limbs, x.count, x.negative, y.limbs,
                               y.count, y.negative);
    return int_finish(r, count, negative);
}

// ---- all ------------------------------------------------------------------------------------------------

static Value power(Value a, Value b) {
    return int_sign(b) < 0 ? float_binary(OP_POW, int_to_float(a), int_to_float(b)) : int_pow(a, b);
}

Value int_binary(BinaryOp op, Value a, Value b) {
    Value q, r;
    switch (op) {
    case OP_ADD: return int_add(a, b);
    case OP_SUB: return int_sub(a, b);
    case OP_MUL: return int_mul(a, b);
    case OP_TRUEDIV: return int_true_divide(a, b);
    case OP_FLOORDIV: int_divmod(a, b, &q, NULL); return q;
    case OP_MOD: int_divmod(a, b, NULL, &r); return r;
    case OP_POW: return power(a, b);
    case OP_LSHIFT: return int_shift(a, b, true);
    case OP_RSHIFT: return int_shift(a, b, false);
    case OP_AND: return bit_operation(LIMBS_AND, a, b);
    case OP_OR: return bit_operation(LIMBS_OR, a, b);
    case OP_XOR: return bit_operation(LIMBS_XOR, a, b);
    case OP_DIVMOD: int_divmod(a, b, &q, &r); return tuple_pair(q, r);
    default: break;
    }
    raise_type_error("unsupported operand type(s) for @: '%T' and '%T'", a, b);
}
