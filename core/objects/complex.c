// SPDX-License-Identifier: MIT
// complex.c: the type complex: a cell of two floats.
#include "error.h"
#include "heap/heap.h"
#include "number/decimal.h"
#include "objects/containers.h"
#include "objects/float_math.h"
#include "objects/int_view.h"
#include "objects/protocol.h"
#include "text/buffer.h"
#include "text/format.h"
#include "text/str.h"
#include <assert.h>

static ComplexPair pair_of(Value v) {
    assert(is_exact(v, &complex_type));
    const Complex *z = (const Complex *)cell_of(v);
    return (ComplexPair){z->real, z->imag};
}

Value complex_new(Float real, Float imag) {
    Complex *z = heap_alloc_raw(&complex_type, sizeof *z);
    z->real = real;
    z->imag = imag;
    return cell_value(z);
}

bool number_to_complex(Value v, ComplexPair *out) {
    Value native = unbox(v);
    if (is_exact(native, &complex_type)) {
        *out = pair_of(native);
        return true;
    }
    out->imag = 0;
    return number_to_float(v, &out->real);
}

// By __complex__; false if v has none.
static bool by_complex_method(Value v, ComplexPair *out) {
    Value r;
    if (!call_special(v, N___complex__, 0, NULL, &r)) {
        return false;
    }
    if (!is_exact(unbox(r), &complex_type)) {
        raise_type_error("%T.__complex__() returned non-complex (type %T)", v, r);
    }
    *out = pair_of(unbox(r));
    return true;
}

ComplexPair to_complex(Value v) {
    ComplexPair z = {0, 0};
    if (is_exact(unbox(v), &complex_type)) {
        return pair_of(unbox(v));
    }
    if (!by_complex_method(v, &z) && !to_float_try(v, &z.real)) {
        raise_type_error("must be real number, not %T", v);
    }
    return z;
}

// ---- from text --------------------------------------------------------------------------------------

static bool is_j(const char *at, const char *end) {
    return at < end && (*at | 0x20) == 'j';
}

// A number, or a sign (or nothing) before j, which means 1.
static bool scan_part(const char **at, const char *end, Float *out) {
    const char *start = *at;
    if (float_scan(at, end, out)) {
        return true;
    }
    bool negative = start < end && *start == '-';
    *at = start + (negative || (start < end && *start == '+'));
    *out = negative ? -1 : 1;
    return is_j(*at, end);
}

// x, xj, x+yj
static bool scan_complex(const char *at, const char *end, ComplexPair *out) {
    Float x;
    *out = (ComplexPair){0, 0};
    if (!scan_part(&at, end, &x)) {
        return false;
    }
    if (is_j(at, end)) {
        out->imag = x;
        return at + 1 == end;
    }
    out->real = x;
    if (at == end) {
        return true;
    }
    return (*at == '+' || *at == '-') && scan_part(&at, end, &out->imag) && is_j(at, end) &&
           at + 1 == end;
}

static ComplexPair parse(const Str *s) {
    ComplexPair z;
    Value clean = number_clean(s->text, s->size);
    if (is_present(clean) && str_of(clean)->size > 1 && str_of(clean)->text[0] == '(' &&
        str_of(clean)->text[str_of(clean)->size - 1] == ')') {
        clean = number_clean(str_of(clean)->text + 1, str_of(clean)->size - 2);
    }
    if (is_present(clean)) {
        const char *text = str_of(clean)->text;
        if (scan_complex(text, text + str_of(clean)->size, &z)) {
            return z;
        }
    }
    raise_value_error("complex() arg is a malformed string");
}

// ---- constructor ------------------------------------------------------------------------------------

static ComplexPair one_argument(Value v) {
    ComplexPair z = {0, 0};
    if (is_str(unbox(v))) {
        return parse(str_of(number_ascii(unbox(v))));
    }
    if (!by_complex_method(v, &z) && !float_convert(v, &z.real)) {
        raise_type_error("complex() argument must be a string or a number, not %T", v);
    }
    return z;
}

static ComplexPair part_argument(Value v, const char *name) {
    ComplexPair z = {0, 0};
    bool done = is_exact(unbox(v), &complex_type) ? number_to_complex(v, &z)
                                                  : float_convert(v, &z.real);
    if (!done) {
        raise_type_error("complex() argument '%s' must be a real number, not %T", name, v);
    }
    return z;
}

static Value complex_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_real, 0}, {N_imag, 0}, {NULL, 0}};
    Value given[2];
    args_parse("complex", spec, n, args, kwnames, given);
    if (cls == &complex_type && is_present(given[0]) && is_absent(given[1]) &&
        is_exact(given[0], &complex_type)) {
        return given[0];
    }
    ComplexPair z = {0, 0}, i = {0, 0};
    if (is_present(given[1])) {
        bool has_imag = is_present(given[0]) && by_complex_method(given[0], &z);
        z = is_present(given[0]) && !has_imag ? part_argument(given[0], "real") : z;
        i = part_argument(given[1], "imag");
        bool imaginary = is_exact(unbox(given[1]), &complex_type);
        z.real = imaginary ? z.real - i.imag : z.real;
        z.imag = has_imag ? z.imag + i.real : i.real;
    } else if (is_present(given[0])) {
        z = one_argument(given[0]);
    }
    Value r = complex_value(z);
    return cls == &complex_type ? r : boxed_new(cls, r);
}

// ---- arithmetic ---------------------------------------------------------------------------------------

static ComplexPair multiply(ComplexPair a, ComplexPair b) {
    return (ComplexPair){a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

// R. L. Smith, "Algorithm 116: Complex division", CACM 5 (1962).
static ComplexPair divide(ComplexPair a, ComplexPair b) {
    if (b.real == 0 && b.imag == 0) {
        raise_zero_division("division by zero");
    }
    if (real_fabs(b.real) >= real_fabs(b.imag)) {
        Float ratio = b.imag / b.real, d = b.real + b.imag * ratio;
        return (ComplexPair){(a.real + a.imag * ratio) / d, (a.imag - a.real * ratio) / d};
    }
    if (real_is_nan(b.real) || real_is_nan(b.imag)) {
        return (ComplexPair){REAL_NAN, REAL_NAN};
    }
    Float ratio = b.real / b.imag, d = b.real * ratio + b.imag;
    return (ComplexPair){(a.real * ratio + a.imag) / d, (a.imag * ratio - a.real) / d};
}

// By squaring; n >= 0.
static ComplexPair power_of(ComplexPair a, unsigned n) {
    ComplexPair r = {1, 0};
    for (; n; n >>= 1) {
        r = n & 1 ? multiply(r, a) : r;
        a = n > 1 ? multiply(a, a) : a;
    }
    return r;
}

static ComplexPair polar_power(ComplexPair a, ComplexPair b) {
    Float size = real_hypot(a.real, a.imag), angle = real_atan2(a.imag, a.real);
    Float length = real_pow(size, b.real), phase = angle * b.real;
    if (b.imag != 0) {
        length *= real_exp(-angle * b.imag);
        phase += b.imag * real_log(size);
    }
    return (ComplexPair){length * real_cos(phase), length * real_sin(phase)};
}

ComplexPair complex_pow(ComplexPair a, ComplexPair b) {
    enum { LARGEST_COUNT = 100 };
    ComplexPair r;
    if (b.real == 0 && b.imag == 0) {
        return (ComplexPair){1, 0};
    }
    if (a.real == 0 && a.imag == 0) {
        if (b.imag != 0 || b.real < 0) {
            raise_zero_division("zero to a negative or complex power");
        }
        return (ComplexPair){0, 0};
    }
    if (b.imag == 0 && b.real == real_floor(b.real) && real_fabs(b.real) <= LARGEST_COUNT) {
        r = power_of(a, (unsigned)real_fabs(b.real));
        r = b.real < 0 ? divide((ComplexPair){1, 0}, r) : r;
    } else {
        r = polar_power(a, b);
    }
    bool finite = real_is_finite(a.real) && real_is_finite(a.imag) && real_is_finite(b.real) &&
                  real_is_finite(b.imag);
    if (finite && (!real_is_finite(r.real) || !real_is_finite(r.imag))) {
        raise_overflow("complex exponentiation");
    }
    return r;
}

// One operand is real: its imaginary part stays out of the computation (signs of zero, nan).
static ComplexPair mixed(BinaryOp op, ComplexPair x, ComplexPair y, bool left_real) {
    switch (op) {
    case OP_ADD: return (ComplexPair){x.real + y.real, left_real ? y.imag : x.imag};
    case OP_SUB: return (ComplexPair){x.real - y.real, left_real ? -y.imag : x.imag};
    case OP_MUL:
        return left_real ? (ComplexPair){x.real * y.real, x.real * y.imag}
                         : (ComplexPair){x.real * y.real, x.imag * y.real};
    default: break;
    }
    if (left_real) {
        return divide(x, y);
    }
    if (y.real == 0) {
        raise_zero_division("division by zero");
    }
    return (ComplexPair){x.real / y.real, x.imag / y.real};
}

static ComplexPair compute(BinaryOp op, ComplexPair x, ComplexPair y) {
    switch (op) {
    case OP_ADD: return (ComplexPair){x.real + y.real, x.imag + y.imag};
    case OP_SUB: return (ComplexPair){x.real - y.real, x.imag - y.imag};
    case OP_MUL: return multiply(x, y);
    default: return divide(x, y);
    }
}

static Value complex_binary(BinaryOp op, Value a, Value b, bool reflected) {
    ComplexPair x, y;
    if (op > OP_POW || op == OP_FLOORDIV || op == OP_MOD || !number_to_complex(a, &x) ||
        !number_to_complex(b, &y)) {
        return NOT_IMPLEMENTED;
    }
    bool left = is_exact(unbox(a), &complex_type), right = is_exact(unbox(b), &complex_type);
    return complex_value(op == OP_POW     ? complex_pow(x, y)
                         : left && right ? compute(op, x, y)
                                         : mixed(op, x, y, !left));
}

static Value complex_unary(UnaryOp op, Value self) {
    ComplexPair z = pair_of(self);
    if (op == OP_NEG) {
        return complex_new(-z.real, -z.imag);
    }
    if (op == OP_POS) {
        return self;
    }
    if (op != OP_ABS) {
        return NOT_IMPLEMENTED;
    }
    Float size = real_hypot(z.real, z.imag);
    if (real_is_inf(size) && real_is_finite(z.real) && real_is_finite(z.imag)) {
        raise_overflow("absolute value too large");
    }
    return float_value(size);
}

// ---- operations -----------------------------------------------------------------------------------------

static Value complex_compare(CompareOp op, Value self, Value other) {
    if (op != CMP_EQ && op != CMP_NE) {
        return NOT_IMPLEMENTED;
    }
    ComplexPair z = pair_of(self);
    Value right = unbox(other);
    bool equal;
    if (is_exact(right, &complex_type)) {
        ComplexPair y = pair_of(right);
        equal = z.real == y.real && z.imag == y.imag;
    } else if (is_float(right) || is_integer(right)) {
        equal = z.imag == 0 && same(op_compare(CMP_EQ, float_value(z.real), right), TRUE);
    } else {
        return NOT_IMPLEMENTED;
    }
    return bool_value(equal == (op == CMP_EQ));
}

static intptr_t complex_hash(Value self) {
    enum { IMAG_FACTOR = 1000003 };
    ComplexPair z = pair_of(self);
    if (real_is_nan(z.real) || real_is_nan(z.imag)) {
        return hash_identity(self);
    }
    uintptr_t h = (uintptr_t)float_hash(z.real) + IMAG_FACTOR * (uintptr_t)float_hash(z.imag);
    return (intptr_t)h == -1 ? -2 : (intptr_t)h;
}

static bool complex_truth(Value self) {
    ComplexPair z = pair_of(self);
    return z.real != 0 || z.imag != 0;
}

static void add_number(StrBuilder *b, Float x, unsigned flags) {
    const Bytes *text = bytes_of(format_float_text(x, -1, 'r', flags));
    builder_add(b, (const char *)text->data, text->size);
}

static Value complex_repr(Value self) {
    ComplexPair z = pair_of(self);
    StrBuilder b;
    builder_init(&b, 0);
    if (z.real == 0 && !real_is_negative(z.real)) {
        add_number(&b, z.imag, 0);
        builder_add_c(&b, "j");
        return builder_finish(&b);
    }
    builder_add_c(&b, "(");
    add_number(&b, z.real, 0);
    add_number(&b, z.imag, DECIMAL_SIGN_PLUS);
    builder_add_c(&b, "j)");
    return builder_finish(&b);
}

// ---- methods --------------------------------------------------------------------------------------------

static Value complex_real(Value self) {
    return float_value(pair_of(self).real);
}

static Value complex_imag(Value self) {
    return float_value(pair_of(self).imag);
}

static Value complex_conjugate(Value self) {
    ComplexPair z = pair_of(self);
    return complex_new(z.real, -z.imag);
}

static Value complex_itself(Value self) {
    return self;
}

static Value complex_getnewargs(Value self) {
    return tuple_pair(complex_real(self), complex_imag(self));
}

static Value complex_from_number(size_t n, const Value *args) {
    Value z = complex_value(to_complex(args[1]));
    return same(args[0], type_value(&complex_type)) ? z : op_call_1(args[0], z);
}

static const Native complex_methods[] = {
    METHOD_1(N___complex__, complex_itself),
    METHOD_WHOLE_2(N___format__, format_method),
    METHOD_1(N___getnewargs__, complex_getnewargs),
    METHOD_1(N_conjugate, complex_conjugate),
    CLASSMETHOD_VAR(N_from_number, complex_from_number, 2, 2),
    MEMBER(N_imag, complex_imag),
    MEMBER(N_real, complex_real),
    NATIVE_END,
};

static const Ops complex_ops = {
    .repr = complex_repr,
    .hash = complex_hash,
    .truth = complex_truth,
    .compare = complex_compare,
    .binary = complex_binary,
    .unary = complex_unary,
    .create = complex_create,
};
const Type complex_type = {
    .head = {&type_type}, .name = N_complex, .ops = &complex_ops,
    .flags = TYPE_INLINE | TYPE_TRACE_NONE, .payload = 2 * sizeof(Value), .letter = 'h',
    .base = &object_type, .solid = &complex_type, .methods = complex_methods,
};
