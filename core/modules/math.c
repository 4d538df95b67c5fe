// SPDX-License-Identifier: MIT
// math.c: the module math: functions of floats on those of libm.
#include "modules/math.h"
#include "error.h"
#include "objects/containers.h"
#include "objects/float_math.h"
#include "objects/int_view.h"
#include "objects/protocol.h"
#include "text/str.h"
#include <assert.h>

COLD static _Noreturn void range_error(void) {
    raise_overflow("math range error");
}

// The message with the argument behind it, if it asks for that.
COLD static _Noreturn void domain_error(const char *expected, Float x) {
    if (expected) {
        raise_value_error("%s, got %V", expected, float_value(x));
    }
    raise_value_error("math domain error");
}

// ---- functions of one float ---------------------------------------------------------------------------

// f(x); nan or infinity out of nothing is an error. `expected` says what x should be, or is NULL.
static Value apply(Float (*f)(Float), Value v, bool can_overflow, const char *expected) {
    Float x = to_float(v), r = f(x);
    if (UNLIKELY(!real_is_finite(r))) {
        if (real_is_nan(r) && !real_is_nan(x)) {
            domain_error(expected, x);
        }
        if (real_is_inf(r) && real_is_finite(x)) {
            if (can_overflow) {
                range_error();
            }
            domain_error(expected, x);
        }
    }
    return float_value(r);
}

#define MATH_1(NAME, CAN_OVERFLOW, EXPECTED) \
    static Value math_##NAME(Value x) { \
        return apply(real_##NAME, x, CAN_OVERFLOW, EXPECTED); \
    }
#define IN_UNIT "expected a number in range from -1 up to 1"
#define FINITE "expected a finite input"
MATH_1(acos, false, IN_UNIT)
MATH_1(acosh, false, "expected argument value not less than 1")
MATH_1(asin, false, IN_UNIT)
MATH_1(asinh, false, NULL)
MATH_1(atan, false, NULL)
MATH_1(atanh, false, "expected a number between -1 and 1")
MATH_1(cbrt, false, NULL)
MATH_1(cos, false, FINITE)
MATH_1(cosh, true, NULL)
MATH_1(erf, false, NULL)
MATH_1(erfc, false, NULL)
MATH_1(exp, true, NULL)
MATH_1(exp2, true, NULL)
MATH_1(expm1, true, NULL)
MATH_1(fabs, false, NULL)
MATH_1(log1p, false, "expected argument value > -1")
MATH_1(sin, false, FINITE)
MATH_1(sinh, true, NULL)
MATH_1(sqrt, false, "expected a nonnegative input")
MATH_1(tan, false, FINITE)
MATH_1(tanh, false, NULL)
#undef MATH_1

static bool is_pole_of_gamma(Float x) {
    return x <= 0 && x == real_floor(x);
}

static Value gamma_of(Float (*f)(Float), Value v, bool at_minus_infinity) {
    Float x = to_float(v);
    if (is_pole_of_gamma(x) && (real_is_finite(x) || at_minus_infinity)) {
        domain_error("expected a noninteger or positive integer", x);
    }
    return apply(f, float_value(x), true, NULL);
}

static Value math_gamma(Value x) {
    return gamma_of(real_tgamma, x, true);
}

static Float log_gamma(Float x) {
    return real_is_inf(x) ? REAL_INFINITY : real_lgamma(x);
}

static Value math_lgamma(Value x) {
    return gamma_of(log_gamma, x, false);
}

static const Float pi = (Float)3.14159265358979323846264338327950288;

static Value math_degrees(Value x) {
    return float_value(to_float(x) * (180 / pi));
}

static Value math_radians(Value x) {
    return float_value(to_float(x) * (pi / 180));
}

static Value math_isfinite(Value x) {
    return bool_value(real_is_finite(to_float(x)));
}

static Value math_isinf(Value x) {
    return bool_value(real_is_inf(to_float(x)));
}

static Value math_isnan(Value x) {
    return bool_value(real_is_nan(to_float(x)));
}

// ---- logarithms: of ints of any size ----------------------------------------------------------------------

// As of a float where that is wide enough; else log(m * 2**e) = log(m) + e * log(2), with 0.5 <= m < 1.
static Float big_log(Value n, Float (*f)(Float)) {
    IntView v;
    int64_t exponent;
    bool inexact;
    int_view(&v, n);
    uint64_t top = limbs_top64(v.limbs, v.count, &exponent, &inexact);
    Float x = float_rounded(top, inexact, exponent);
    if (real_is_finite(x)) {
        return f(x);
    }
    Float m = float_rounded(top, inexact, -64);
    return f(m) + f(2) * (Float)(exponent + 64);
}

static Float logarithm(Value v, Float (*f)(Float)) {
    if (is_integer(v)) {
        Value n = integer_of(v);
        if (int_sign(n) <= 0) {
            raise_value_error("expected a positive input");
        }
        return is_big(n) ? big_log(n, f) : f(int_to_float(n));
    }
    Float x = to_float(v);
    if (x <= 0) {
        domain_error("expected a positive input", x);
    }
    return f(x);
}

static Value math_log(size_t n, const Value *args) {
    Float x = logarithm(args[0], real_log);
    return n == 1 ? float_value(x) : float_binary(OP_TRUEDIV, x, logarithm(args[1], real_log));
}

static Value math_log2(Value x) {
    return float_value(logarithm(x, real_log2));
}

static Value math_log10(Value x) {
    return float_value(logarithm(x, real_log10));
}

// ---- functions of two floats -----------------------------------------------------------------------------

static Value math_atan2(Value y, Value x) {
    Float a = to_float(y);
    return float_value(real_atan2(a, to_float(x)));
}

static Value math_copysign(Value x, Value y) {
    Float a = to_float(x);
    return float_value(real_copysign(a, to_float(y)));
}

// nan although neither operand is one.
static Value unless_new_nan(Float r, Float x, Float y) {
    if (real_is_nan(r) && !real_is_nan(x) && !real_is_nan(y)) {
        domain_error(NULL, x);
    }
    return float_value(r);
}

static Value math_fmod(Value a, Value b) {
    Float x = to_float(a), y = to_float(b);
    return unless_new_nan(real_fmod(x, y), x, y);
}

static Value math_remainder(Value a, Value b) {
    Float x = to_float(a), y = to_float(b);
    return unless_new_nan(real_remainder(x, y), x, y);
}

static Value math_pow(Value a, Value b) {
    Float x = to_float(a), y = to_float(b), r = real_pow(x, y);
    if (!real_is_finite(r) && real_is_finite(x) && real_is_finite(y)) {
        if (real_is_nan(r) || x == 0) {
            domain_error(NULL, x);
        }
        range_error();
    }
    return float_value(r);
}

static Value math_fma(Value a, Value b, Value c) {
    Float x = to_float(a), y = to_float(b), z = to_float(c), r = real_fma(x, y, z);
    if (real_is_nan(r) && !real_is_nan(x) && !real_is_nan(y) && !real_is_nan(z)) {
        raise_value_error("invalid operation in fma");
    }
    if (real_is_inf(r) && real_is_finite(x) && real_is_finite(y) && real_is_finite(z)) {
        raise_overflow("overflow in fma");
    }
    return float_value(r);
}

static Value math_isclose(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_a, ARG_REQUIRED}, {N_b, ARG_REQUIRED},
                                   {N_rel_tol, ARG_KWONLY}, {N_abs_tol, ARG_KWONLY}, {NULL, 0}};
    Value given[4];
    args_parse("isclose", spec, n, args, kwnames, given);
    Float a = to_float(given[0]), b = to_float(given[1]);
    Float relative = is_present(given[2]) ? to_float(given[2]) : (Float)1e-9;
    Float absolute = is_present(given[3]) ? to_float(given[3]) : 0;
    if (relative < 0 || absolute < 0) {
        raise_value_error("tolerances must be non-negative");
    }
    if (a == b) {
        return TRUE;
    }
    if (real_is_inf(a) || real_is_inf(b)) {
        return FALSE;
    }
    Float distance = real_fabs(b - a);
    return bool_value(distance <= real_fabs(relative * b) ||
                      distance <= real_fabs(relative * a) || distance <= absolute);
}

// ---- parts of a float ---------------------------------------------------------------------------------------

static Value math_frexp(Value v) {
    int exponent = 0;
    Float x = to_float(v), m = real_is_finite(x) ? real_frexp(x, &exponent) : x;
    return tuple_pair(float_value(m), int_value(exponent));
}

static Value math_ldexp(Value v, Value exponent) {
    Float x = to_float(v);
    if (!is_integer(exponent)) {
        raise_type_error("Expected an int as second argument to ldexp.");
    }
    intptr_t e = to_intptr_clamped(exponent);
    if (x == 0 || !real_is_finite(x)) {
        return float_value(x);
    }
    enum { FAR = 1 << 14 };
    Float r = real_ldexp(x, e > FAR ? FAR : e < -FAR ? -FAR : (int)e);
    if (real_is_inf(r)) {
        range_error();
    }
    return float_value(r);
}

static Value math_modf(Value v) {
    Float x = to_float(v);
    if (real_is_nan(x)) {
        return tuple_pair(float_value(x), float_value(x));
    }
    Float whole = real_trunc(x), fraction = real_is_inf(x) ? 0 : x - whole;
    return tuple_pair(float_value(real_copysign(fraction, x)), float_value(whole));
}

// Floats in order as integers: -x is the complement of x's place, so that steps can be counted.
static int64_t place_of(Float x) {
    FloatBits bits = float_bits(real_fabs(x));
    return real_is_negative(x) ? -(int64_t)bits : (int64_t)bits;
}

static Float float_at(int64_t place, Float like) {
    Float x = float_from_bits((FloatBits)(place < 0 ? -place : place));
    return place < 0 || (place == 0 && real_is_negative(like)) ? -x : x;
}

static Value math_nextafter(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_x, ARG_REQUIRED | ARG_POSONLY},
                                   {N_y, ARG_REQUIRED | ARG_POSONLY}, {N_steps, ARG_KWONLY},
                                   {NULL, 0}};
    Value given[3];
    args_parse("nextafter", spec, n, args, kwnames, given);
    Float x = to_float(given[0]), y = to_float(given[1]);
    if (is_absent(given[2]) || is_none(given[2])) {
        return float_value(real_nextafter(x, y));
    }
    Value steps = to_index(given[2]);
    if (int_sign(steps) < 0) {
        raise_value_error("steps must be a non-negative integer");
    }
    if (real_is_nan(x) || real_is_nan(y)) {
        return float_value(x + y);
    }
    int64_t from = place_of(x), to = place_of(y);
    uint64_t way = from < to ? (uint64_t)to - (uint64_t)from : (uint64_t)from - (uint64_t)to;
    uint64_t count;
    if (!int_to_u64(steps, &count) || count >= way) {
        return float_value(count == 0 && way == 0 ? x : y);
    }
    int64_t place = from < to ? (int64_t)((uint64_t)from + count)
                              : (int64_t)((uint64_t)from - count);
    return float_value(float_at(place, x));
}

static Value math_ulp(Value v) {
    Float x = real_fabs(to_float(v));
    if (!real_is_finite(x)) {
        return float_value(x);
    }
    Float next = real_nextafter(x, REAL_INFINITY);
    return float_value(real_is_inf(next) ? x - real_nextafter(x, 0) : next - x);
}

// ---- to int ---------------------------------------------------------------------------------------------------

static Value math_ceil(Value v) {
    Value r;
    if (!is_float(v) && call_special(v, N___ceil__, 0, NULL, &r)) {
        return r;
    }
    return int_from_float(real_ceil(to_float(v)));
}

static Value math_floor(Value v) {
    Value r;
    if (!is_float(v) && call_special(v, N___floor__, 0, NULL, &r)) {
        return r;
    }
    return int_from_float(real_floor(to_float(v)));
}

static Value math_trunc(Value v) {
    Value r;
    if (!call_special(v, N___trunc__, 0, NULL, &r)) {
        raise_type_error("type %T doesn't define __trunc__ method", v);
    }
    return r;
}

// ---- module -----------------------------------------------------------------------------------------------------

static const Native functions[] = {
    FUNCTION_1(N_acos, math_acos),
    FUNCTION_1(N_acosh, math_acosh),
    FUNCTION_1(N_asin, math_asin),
    FUNCTION_1(N_asinh, math_asinh),
    FUNCTION_1(N_atan, math_atan),
    FUNCTION_2(N_atan2, math_atan2),
    FUNCTION_1(N_atanh, math_atanh),
    FUNCTION_1(N_cbrt, math_cbrt),
    FUNCTION_1(N_ceil, math_ceil),
    FUNCTION_2(N_comb, math_comb),
    FUNCTION_2(N_copysign, math_copysign),
    FUNCTION_1(N_cos, math_cos),
    FUNCTION_1(N_cosh, math_cosh),
    FUNCTION_1(N_degrees, math_degrees),
    FUNCTION_2(N_dist, math_dist),
    FUNCTION_1(N_erf, math_erf),
    FUNCTION_1(N_erfc, math_erfc),
    FUNCTION_1(N_exp, math_exp),
    FUNCTION_1(N_exp2, math_exp2),
    FUNCTION_1(N_expm1, math_expm1),
    FUNCTION_1(N_fabs, math_fabs),
    FUNCTION_1(N_factorial, math_factorial),
    FUNCTION_1(N_floor, math_floor),
    FUNCTION_3(N_fma, math_fma),
    FUNCTION_2(N_fmod, math_fmod),
    FUNCTION_1(N_frexp, math_frexp),
    FUNCTION_1(N_fsum, math_fsum),
    FUNCTION_1(N_gamma, math_gamma),
    FUNCTION_VAR(N_gcd, math_gcd, 0, NATIVE_MANY),
    FUNCTION_VAR(N_hypot, math_hypot, 0, NATIVE_MANY),
    FUNCTION_KW(N_isclose, math_isclose, 0, NATIVE_MANY),
    FUNCTION_1(N_isfinite, math_isfinite),
    FUNCTION_1(N_isinf, math_isinf),
    FUNCTION_1(N_isnan, math_isnan),
    FUNCTION_1(N_isqrt, math_isqrt),
    FUNCTION_VAR(N_lcm, math_lcm, 0, NATIVE_MANY),
    FUNCTION_2(N_ldexp, math_ldexp),
    FUNCTION_1(N_lgamma, math_lgamma),
    FUNCTION_VAR(N_log, math_log, 1, 2),
    FUNCTION_1(N_log10, math_log10),
    FUNCTION_1(N_log1p, math_log1p),
    FUNCTION_1(N_log2, math_log2),
    FUNCTION_1(N_modf, math_modf),
    FUNCTION_KW(N_nextafter, math_nextafter, 0, NATIVE_MANY),
    FUNCTION_VAR(N_perm, math_perm, 1, 2),
    FUNCTION_2(N_pow, math_pow),
    FUNCTION_KW(N_prod, math_prod, 0, NATIVE_MANY),
    FUNCTION_1(N_radians, math_radians),
    FUNCTION_2(N_remainder, math_remainder),
    FUNCTION_1(N_sin, math_sin),
    FUNCTION_1(N_sinh, math_sinh),
    FUNCTION_1(N_sqrt, math_sqrt),
    FUNCTION_2(N_sumprod, math_sumprod),
    FUNCTION_1(N_tan, math_tan),
    FUNCTION_1(N_tanh, math_tanh),
    FUNCTION_1(N_trunc, math_trunc),
    FUNCTION_1(N_ulp, math_ulp),
    NATIVE_END,
};

const FloatCell math_e = {{&float_type}, (Float)2.71828182845904523536028747135266250};
const FloatCell math_inf = {{&float_type}, (Float)INFINITY};
const FloatCell math_nan = {{&float_type}, (Float)NAN};
const FloatCell math_pi = {{&float_type}, (Float)3.14159265358979323846264338327950288};
const FloatCell math_tau = {{&float_type}, (Float)6.28318530717958647692528676655900577};
static const ModuleConst constants[] = {
    {N_e, CONST_VALUE(&math_e)},     {N_inf, CONST_VALUE(&math_inf)},
    {N_nan, CONST_VALUE(&math_nan)}, {N_pi, CONST_VALUE(&math_pi)},
    {N_tau, CONST_VALUE(&math_tau)}, {NULL, {0}},
};
const ModuleDef math_module = {
    .name = N_math, .functions = functions, .constants = constants,
};
