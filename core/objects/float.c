// SPDX-License-Identifier: MIT
// float.c: the type float.
//
// Most floats are held in the word (value.h); the others are cells {value}, and those that programs
// meet most often are const.
#include "objects/float_math.h"
#include "error.h"
#include "heap/heap.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "objects/int_view.h"
#include "objects/protocol.h"
#include "text/buffer.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(sizeof(FloatCell) <= 16, "a float that is a cell takes one block");

// ---- values ---------------------------------------------------------------------------------------

static const FloatCell const_floats[] = {
    {{&float_type}, (Float)-0.0}, {{&float_type}, (Float)INFINITY},
    {{&float_type}, (Float)-INFINITY}, {{&float_type}, (Float)NAN}, {{&float_type}, 0},
};

Value float_value_slow(Float x) {
    FloatBits bits = float_bits(x);
    if (FLOAT_IN_WORD && bits == 0) {
        return (Value){2};
    }
    for (size_t i = 0; i < COUNT_OF(const_floats); i++) {
        // Each nan is an object of its own: as dict keys they are told apart by identity.
        if (float_bits(const_floats[i].value) == bits && x == x) {
            return cell_value(&const_floats[i]);
        }
    }
    FloatCell *cell = heap_alloc_raw(&float_type, sizeof *cell);
    cell->value = x;
    return cell_value(cell);
}

bool number_to_float(Value v, Float *out) {
    if (is_float(v)) {
        *out = float_of(v);
        return true;
    }
    if (is_integer(v)) {
        *out = int_to_float(integer_of(v));
        return true;
    }
    Value native = unbox(v);
    if (is_boxed(v) && is_float(native)) {
        *out = float_of(native);
        return true;
    }
    return false;
}

// By __float__ or __index__; false if v has neither.
static bool float_by_methods(Value v, Float *out) {
    Value r;
    if (call_special(v, N___float__, 0, NULL, &r)) {
        if (!is_float(unbox(r))) {
            raise_type_error("%T.__float__ returned non-float (type %T)", v, r);
        }
        *out = float_of(unbox(r));
        return true;
    }
    if (is_absent(type_lookup(type_of(v), N___index__))) {
        return false;
    }
    *out = int_to_float(to_index(v));
    return true;
}

bool float_convert(Value v, Float *out) {
    bool may_override = type_of(v)->flags & TYPE_HEAP;
    return (!may_override && number_to_float(v, out)) || float_by_methods(v, out);
}

bool to_float_try(Value v, Float *out) {
    Value native = unbox(v);
    if (is_float(native)) {
        *out = float_of(native);
        return true;
    }
    return float_convert(v, out);
}

Float to_float(Value v) {
    Float x;
    if (!to_float_try(v, &x)) {
        raise_type_error("must be real number, not %T", v);
    }
    return x;
}

// A text that does not say itself which number it is.
static bool is_text(Value v) {
    const Type *t = type_of(v);
    return is_str(unbox(v)) && is_absent(type_override(t, N___float__)) &&
           is_absent(type_override(t, N___index__));
}

static Value float_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords_but(cls, N___init__, "float", kwnames);
    if (n > 1) {
        raise_type_error("float expected at most 1 argument, got %z", (intptr_t)n);
    }
    Float x = 0;
    Buffer b;
    Value v = n ? args[0] : int_value(0);
    if (is_text(v)) {
        const Str *s = str_of(number_ascii(unbox(v)));
        x = float_of(float_from_literal(s->text, s->size, v));
    } else if (!float_convert(v, &x)) {
        if (!buffer_try(v, &b, BUFFER_QUIET)) {
            raise_type_error("float() argument must be a string or a real number, not '%T'", v);
        }
        x = float_of(float_from_literal((const char *)b.data, b.size, v));
    }
    Value r = float_value(x);
    return cls == &float_type ? r : boxed_new(cls, r);
}

// ---- arithmetic -----------------------------------------------------------------------------------

COLD _Noreturn void raise_float_overflow(void) {
    Value args[2] = {int_value(34), str_from_c("Numerical result out of range")};
    raise_value(exception_new(&overflow_error_type, 2, args));
}

// Quotient rounded to minus infinity and remainder with b's sign, so that q * b + r is near a.
static void float_divmod(Float a, Float b, Float *q, Float *r) {
    if (b == 0) {
        raise_zero_division("division by zero");
    }
    Float rest = real_fmod(a, b), quotient = (a - rest) / b;
    if (rest == 0) {
        rest = real_copysign(0, b);
    } else if ((rest < 0) != (b < 0)) {
        rest += b;
        quotient -= 1;
    }
    *r = rest;
    Float whole = real_floor(quotient);
    if (quotient - whole > (Float)0.5) { // the division above may round
        whole += 1;
    }
    *q = quotient == 0 ? real_copysign(0, a / b) : whole;
}

static Value float_power(Float a, Float b) {
    if (a == 0 && b < 0) {
        raise_zero_division("zero to a negative power");
    }
    if (a < 0 && real_is_finite(a) && real_is_finite(b) && b != real_floor(b)) {
        return complex_value(complex_pow((ComplexPair){a, 0}, (ComplexPair){b, 0}));
    }
    Float r = real_pow(a, b);
    if (real_is_inf(r) && real_is_finite(a) && real_is_finite(b)) {
        raise_float_overflow();
    }
    return float_value(r);
}

Value float_binary(BinaryOp op, Float a, Float b) {
    Float q, r;
    switch (op) {
    case OP_ADD: return float_value(a + b);
    case OP_SUB: return float_value(a - b);
    case OP_MUL: return float_value(a * b);
    case OP_TRUEDIV:
        if (b == 0) {
            raise_zero_division("division by zero");
        }
        return float_value(a / b);
    case OP_FLOORDIV: float_divmod(a, b, &q, &r); return float_value(q);
    case OP_MOD: float_divmod(a, b, &q, &r); return float_value(r);
    case OP_POW: return float_power(a, b);
    case OP_DIVMOD: float_divmod(a, b, &q, &r); return tuple_pair(float_value(q), float_value(r));
    default: return NOT_IMPLEMENTED;
    }
}

static Value float_binary_slot(BinaryOp op, Value a, Value b, bool reflected) {
    Float x, y;
    if ((op > OP_POW && op != OP_DIVMOD) || !number_to_float(a, &x) || !number_to_float(b, &y)) {
        return NOT_IMPLEMENTED;
    }
    return float_binary(op, x, y);
}

static Value float_unary(UnaryOp op, Value self) {
    switch (op) {
    case OP_NEG: return float_value(-float_of(self));
    case OP_ABS: return float_value(real_fabs(float_of(self)));
    case OP_POS: return self;
    default: return NOT_IMPLEMENTED;
    }
}

// ---- comparison -----------------------------------------------------------------------------------

bool float_is(CompareOp op, Float x, Float y) {
    switch (op) {
    case CMP_LT: return x < y;
    case CMP_LE: return x <= y;
    case CMP_EQ: return x == y;
    case CMP_NE: return x != y;
    case CMP_GT: return x > y;
    default: return x >= y;
    }
}

// The order of x (no nan) and the int n, exactly.
static int compare_to_int(Float x, Value n) {
    if (!real_is_finite(x)) {
        return x > 0 ? 1 : -1;
    }
    int order = int_compare(int_from_float(x), n);
    Float fraction = x - real_trunc(x);
    return order ? order : (fraction > 0) - (fraction < 0);
}

static Value float_compare(CompareOp op, Value self, Value other) {
    Float x = float_of(self);
    Value right = unbox(other);
    if (is_float(right)) {
        return bool_value(float_is(op, x, float_of(right)));
    }
    if (!is_integer(right)) {
        return NOT_IMPLEMENTED;
    }
    if (real_is_nan(x)) {
        return bool_value(op == CMP_NE);
    }
    return bool_value(order_is(op, compare_to_int(x, integer_of(right))));
}

// ---- hash: equal to that of the equal int or fraction, modulo a Mersenne prime ---------------------

#define HASH_BITS (WORD_BITS == 64 ? 61 : 31)
#define HASH_PRIME (((uint64_t)1 << HASH_BITS) - 1)
enum { HASH_INFINITY = 314159, HASH_STEP = 28 };

static uint64_t rotated(uint64_t h, unsigned by) {
    assert(by < HASH_BITS && h <= HASH_PRIME);
    return ((h << by) & HASH_PRIME) | h >> (HASH_BITS - by);
}

intptr_t float_hash(Float x) {
    if (!real_is_finite(x)) {
        assert(!real_is_nan(x));
        return x > 0 ? HASH_INFINITY : -HASH_INFINITY;
    }
    int exponent;
    Float rest = real_fabs(real_frexp(x, &exponent));
    uint64_t h = 0;
    while (rest != 0) {
        rest *= (Float)((uint32_t)1 << HASH_STEP);
        exponent -= HASH_STEP;
        uint32_t part = (uint32_t)rest;
        rest -= (Float)part;
        h = rotated(h, HASH_STEP) + part;
        h = h >= HASH_PRIME ? h - HASH_PRIME : h;
    }
    int by = exponent % HASH_BITS; // h * 2**exponent
    h = rotated(h, (unsigned)(by < 0 ? by + HASH_BITS : by));
    intptr_t hash = x < 0 ? -(intptr_t)h : (intptr_t)h;
    return hash == -1 ? -2 : hash;
}

static intptr_t float_hash_slot(Value self) {
    Float x = float_of(self);
    return real_is_nan(x) ? hash_identity(self) : float_hash(x); // nans are equal to nothing
}

// ---- type -----------------------------------------------------------------------------------------

static Value float_repr_slot(Value self) {
    return float_repr(float_of(self));
}

static bool float_truth(Value self) {
    return float_of(self) != 0;
}

static const Ops float_ops = {
    .repr = float_repr_slot,
    .hash = float_hash_slot,
    .truth = float_truth,
    .compare = float_compare,
    .binary = float_binary_slot,
    .unary = float_unary,
    .create = float_create,
};
const Type float_type = {
    .head = {&type_type}, .name = N_float, .ops = &float_ops,
    .flags = TYPE_INLINE | TYPE_TRACE_NONE, .payload = 2 * sizeof(Value), .letter = 'F',
    .base = &object_type, .solid = &float_type, .methods = float_methods,
};
