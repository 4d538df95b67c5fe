// SPDX-License-Identifier: MIT
// cmath.c: the module cmath: functions of complex numbers.
//
// Inverse functions follow Kahan, "Branch cuts for complex elementary functions, or much ado about
// nothing's sign bit", 1987, so that signed zeros choose the side of a branch cut.
#include "error.h"
#include "modules/math.h"
#include "objects/containers.h"
#include "objects/float_math.h"
#include "objects/protocol.h"
#include "text/str.h"
#include <assert.h>

static bool is_finite(ComplexPair z) {
    return real_is_finite(z.real) && real_is_finite(z.imag);
}

static bool has_nan(ComplexPair z) {
    return real_is_nan(z.real) || real_is_nan(z.imag);
}

// ---- the functions ------------------------------------------------------------------------------------

static Float size_of(ComplexPair z) {
    return real_hypot(z.real, z.imag);
}

static Float phase_of(ComplexPair z) {
    return real_atan2(z.imag, z.real);
}

static ComplexPair complex_sqrt(ComplexPair z) {
    if (z.real == 0 && z.imag == 0) {
        return (ComplexPair){0, z.imag};
    }
    if (real_is_inf(z.imag)) {
        return (ComplexPair){REAL_INFINITY, z.imag};
    }
    // Scaled by a power of 4, so that neither the length nor the sum overflows.
    Float a = real_fabs(z.real), b = real_fabs(z.imag);
    int exponent;
    real_frexp(a > b ? a : b, &exponent);
    exponent = (exponent & ~1) * real_is_finite(a);
    a = real_ldexp(a, -exponent);
    b = real_ldexp(b, -exponent);
    Float s = real_ldexp(real_sqrt((a + real_hypot(a, b)) / 2), exponent / 2);
    Float d = real_is_inf(s) ? 0 : real_ldexp(real_fabs(z.imag), -1) / s;
    if (real_is_negative(z.real)) {
        return (ComplexPair){d, real_copysign(s, z.imag)};
    }
    return (ComplexPair){s, real_copysign(d, z.imag)};
}

static ComplexPair complex_exp(ComplexPair z) {
    if (z.imag == 0) {
        return (ComplexPair){real_exp(z.real), z.imag};
    }
    if (!real_is_finite(z.imag)) {
        return real_is_inf(z.real) && z.real < 0 ? (ComplexPair){0, 0}
                                                 : (ComplexPair){REAL_NAN, REAL_NAN};
    }
    Float half = real_exp(z.real / 2); // twice, since exp alone may overflow
    return (ComplexPair){half * (half * real_cos(z.imag)), half * (half * real_sin(z.imag))};
}

static ComplexPair complex_log(ComplexPair z) {
    Float a = real_fabs(z.real), b = real_fabs(z.imag), size = real_hypot(a, b), length;
    Float larger = a > b ? a : b, smaller = a > b ? b : a;
    if (size > (Float)0.7 && size < (Float)1.7) { // near 1: log1p of |z|^2 - 1
        length = real_log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2;
    } else if (real_is_inf(size) && is_finite(z)) {
        length = real_log(real_hypot(a / 4, b / 4)) + real_log(4);
    } else {
        length = real_log(size);
    }
    return (ComplexPair){length, phase_of(z)};
}

static ComplexPair complex_cosh(ComplexPair z) {
    Float s = z.imag == 0 ? z.imag : real_sinh(z.real) * real_sin(z.imag);
    s = z.imag == 0 ? real_copysign(0, real_copysign(1, z.real) * real_copysign(1, z.imag)) : s;
    return (ComplexPair){real_cosh(z.real) * real_cos(z.imag), s};
}

static ComplexPair complex_sinh(ComplexPair z) {
    Float s = z.imag == 0 ? z.imag : real_cosh(z.real) * real_sin(z.imag);
    return (ComplexPair){real_sinh(z.real) * real_cos(z.imag), s};
}

static ComplexPair complex_tanh(ComplexPair z) {
    enum { FAR = 40 }; // beyond it tanh is 1 in every width
    if (real_fabs(z.real) > FAR && real_is_finite(z.imag)) {
        Float s = 4 * real_sin(z.imag) * real_cos(z.imag) * real_exp(-2 * real_fabs(z.real));
        return (ComplexPair){real_copysign(1, z.real), z.imag == 0 ? z.imag : s};
    }
    Float t = real_tan(z.imag), beta = 1 + t * t, s = real_sinh(z.real);
    Float rho = real_sqrt(1 + s * s), d = 1 + beta * s * s;
    return (ComplexPair){beta * rho * s / d, t / d};
}

// f(iz) / i: what the circular functions are to the hyperbolic ones.
static ComplexPair turned(ComplexPair (*f)(ComplexPair), ComplexPair z) {
    ComplexPair r = f((ComplexPair){-z.imag, z.real});
    return (ComplexPair){r.imag, -r.real};
}

static ComplexPair complex_sin(ComplexPair z) {
    return turned(complex_sinh, z);
}

static ComplexPair complex_tan(ComplexPair z) {
    return turned(complex_tanh, z);
}

static ComplexPair complex_cos(ComplexPair z) {
    return complex_cosh((ComplexPair){-z.imag, z.real});
}

static ComplexPair complex_acos(ComplexPair z) {
    ComplexPair a = complex_sqrt((ComplexPair){1 - z.real, -z.imag});
    ComplexPair b = complex_sqrt((ComplexPair){1 + z.real, z.imag});
    return (ComplexPair){2 * real_atan2(a.real, b.real),
                         real_asinh(b.real * a.imag - b.imag * a.real)};
}

static ComplexPair complex_asin(ComplexPair z) {
    ComplexPair a = complex_sqrt((ComplexPair){1 - z.real, -z.imag});
    ComplexPair b = complex_sqrt((ComplexPair){1 + z.real, z.imag});
    return (ComplexPair){real_atan2(z.real, a.real * b.real - a.imag * b.imag),
                         real_asinh(a.real * b.imag - a.imag * b.real)};
}

static ComplexPair complex_acosh(ComplexPair z) {
    ComplexPair a = complex_sqrt((ComplexPair){z.real - 1, z.imag});
    ComplexPair b = complex_sqrt((ComplexPair){z.real + 1, z.imag});
    return (ComplexPair){real_asinh(a.real * b.real + a.imag * b.imag),
                         2 * real_atan2(a.imag, b.real)};
}

static ComplexPair complex_asinh(ComplexPair z) {
    return turned(complex_asin, z);
}

static ComplexPair complex_atanh(ComplexPair z) {
    if (real_is_negative(z.real)) {
        ComplexPair r = complex_atanh((ComplexPair){-z.real, -z.imag});
        return (ComplexPair){-r.real, -r.imag};
    }
    Float x = z.real, y = z.imag;
    if (x == 1 && y == 0) {
        raise_value_error("math domain error");
    }
    enum { FAR = 1 << 26 };
    if (x > FAR || real_fabs(y) > FAR) {
        Float size = real_hypot(x / 2, y / 2);
        return (ComplexPair){x / 4 / size / size, real_copysign((Float)1.57079632679489661923, y)};
    }
    Float distance = (1 - x) * (1 - x) + y * y;
    return (ComplexPair){real_log1p(4 * x / distance) / 4,
                         real_atan2(2 * y, (1 - x) * (1 + x) - y * y) / 2};
}

static ComplexPair complex_atan(ComplexPair z) {
    return turned(complex_atanh, z);
}

// ---- as functions of Python -----------------------------------------------------------------------------

// f(z); nan out of nothing is a ValueError, infinity an OverflowError.
static Value apply(ComplexPair (*f)(ComplexPair), Value v) {
    ComplexPair z = to_complex(v), r = f(z);
    if (!is_finite(r) && !has_nan(z)) {
        if (has_nan(r) && !is_finite(z) && (real_is_inf(r.real) || real_is_inf(r.imag))) {
            return complex_value(r);
        }
        if (has_nan(r)) {
            raise_value_error("math domain error");
        }
        if (is_finite(z)) {
            raise_overflow("math range error");
        }
    }
    return complex_value(r);
}

#define CMATH_1(NAME) \
    static Value cmath_##NAME(Value z) { \
        return apply(complex_##NAME, z); \
    }
CMATH_1(acos)
CMATH_1(acosh)
CMATH_1(asin)
CMATH_1(asinh)
CMATH_1(atan)
CMATH_1(atanh)
CMATH_1(cos)
CMATH_1(cosh)
CMATH_1(exp)
CMATH_1(sin)
CMATH_1(sinh)
CMATH_1(sqrt)
CMATH_1(tan)
CMATH_1(tanh)
#undef CMATH_1

static ComplexPair logarithm(Value v) {
    ComplexPair z = to_complex(v);
    if (z.real == 0 && z.imag == 0) {
        raise_value_error("math domain error");
    }
    return complex_log(z);
}

static Value cmath_log(size_t n, const Value *args) {
    Value x = complex_value(logarithm(args[0]));
    return n == 1 ? x : op_binary(OP_TRUEDIV, x, complex_value(logarithm(args[1])));
}

static Value cmath_log10(Value v) {
    ComplexPair z = logarithm(v);
    Float base = real_log(10);
    return complex_new(z.real / base, z.imag / base);
}

static Value cmath_phase(Value z) {
    return float_value(phase_of(to_complex(z)));
}

static Value cmath_polar(Value v) {
    ComplexPair z = to_complex(v);
    Float size = size_of(z);
    if (real_is_inf(size) && is_finite(z)) {
        raise_overflow("math range error");
    }
    return tuple_pair(float_value(size), float_value(phase_of(z)));
}

static Value cmath_rect(Value length, Value angle) {
    Float r = to_float(length), phi = to_float(angle);
    if (!real_is_finite(phi) && r != 0 && !real_is_nan(r) && !real_is_nan(phi)) {
        raise_value_error("math domain error");
    }
    if (phi == 0) {
        return complex_new(r, r * phi);
    }
    return complex_new(r * real_cos(phi), r * real_sin(phi));
}

static Value cmath_isfinite(Value z) {
    return bool_value(is_finite(to_complex(z)));
}

static Value cmath_isinf(Value v) {
    ComplexPair z = to_complex(v);
    return bool_value(real_is_inf(z.real) || real_is_inf(z.imag));
}

static Value cmath_isnan(Value z) {
    return bool_value(has_nan(to_complex(z)));
}

static Value cmath_isclose(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_a, ARG_REQUIRED}, {N_b, ARG_REQUIRED},
                                   {N_rel_tol, ARG_KWONLY}, {N_abs_tol, ARG_KWONLY}, {NULL, 0}};
    Value given[4];
    args_parse("isclose", spec, n, args, kwnames, given);
    ComplexPair a = to_complex(given[0]), b = to_complex(given[1]);
    Float relative = is_present(given[2]) ? to_float(given[2]) : (Float)1e-9;
    Float absolute = is_present(given[3]) ? to_float(given[3]) : 0;
    if (relative < 0 || absolute < 0) {
        raise_value_error("tolerances must be non-negative");
    }
    if (a.real == b.real && a.imag == b.imag) {
        return TRUE;
    }
    if (real_is_inf(size_of(a)) || real_is_inf(size_of(b))) {
        return FALSE;
    }
    Float distance = real_hypot(a.real - b.real, a.imag - b.imag);
    return bool_value(distance <= relative * size_of(b) || distance <= relative * size_of(a) ||
                      distance <= absolute);
}

static const Native functions[] = {
    FUNCTION_1(N_acos, cmath_acos),
    FUNCTION_1(N_acosh, cmath_acosh),
    FUNCTION_1(N_asin, cmath_asin),
    FUNCTION_1(N_asinh, cmath_asinh),
    FUNCTION_1(N_atan, cmath_atan),
    FUNCTION_1(N_atanh, cmath_atanh),
    FUNCTION_1(N_cos, cmath_cos),
    FUNCTION_1(N_cosh, cmath_cosh),
    FUNCTION_1(N_exp, cmath_exp),
    FUNCTION_KW(N_isclose, cmath_isclose, 0, NATIVE_MANY),
    FUNCTION_1(N_isfinite, cmath_isfinite),
    FUNCTION_1(N_isinf, cmath_isinf),
    FUNCTION_1(N_isnan, cmath_isnan),
    FUNCTION_VAR(N_log, cmath_log, 1, 2),
    FUNCTION_1(N_log10, cmath_log10),
    FUNCTION_1(N_phase, cmath_phase),
    FUNCTION_1(N_polar, cmath_polar),
    FUNCTION_2(N_rect, cmath_rect),
    FUNCTION_1(N_sin, cmath_sin),
    FUNCTION_1(N_sinh, cmath_sinh),
    FUNCTION_1(N_sqrt, cmath_sqrt),
    FUNCTION_1(N_tan, cmath_tan),
    FUNCTION_1(N_tanh, cmath_tanh),
    NATIVE_END,
};

static const Complex infj = {{&complex_type}, 0, (Float)INFINITY};
static const Complex nanj = {{&complex_type}, 0, (Float)NAN};
static const ModuleConst constants[] = {
    {N_e, CONST_VALUE(&math_e)},       {N_inf, CONST_VALUE(&math_inf)},
    {N_infj, CONST_VALUE(&infj)},      {N_nan, CONST_VALUE(&math_nan)},
    {N_nanj, CONST_VALUE(&nanj)},      {N_pi, CONST_VALUE(&math_pi)},
    {N_tau, CONST_VALUE(&math_tau)},   {NULL, {0}},
};
const ModuleDef cmath_module = {
    .name = N_cmath, .functions = functions, .constants = constants,
};
