// SPDX-License-Identifier: MIT
// float_math.h: the functions of <math.h> in the width of Float, as real_xxx; complex arithmetic.
#ifndef CORE_FLOAT_MATH_H
#define CORE_FLOAT_MATH_H

#include "objects/number.h"
#include <math.h>

#define REAL_IS_DOUBLE (sizeof(Float) == sizeof(double))
#define REAL_1(NAME) \
    static inline Float real_##NAME(Float x) { \
        return REAL_IS_DOUBLE ? (Float)NAME((double)x) : (Float)NAME##f((float)x); \
    }
#define REAL_2(NAME) \
    static inline Float real_##NAME(Float x, Float y) { \
        return REAL_IS_DOUBLE ? (Float)NAME((double)x, (double)y) \
                              : (Float)NAME##f((float)x, (float)y); \
    }
REAL_1(acos) REAL_1(acosh) REAL_1(asin) REAL_1(asinh) REAL_1(atan) REAL_1(atanh) REAL_1(cbrt)
REAL_1(ceil) REAL_1(cos) REAL_1(cosh) REAL_1(erf) REAL_1(erfc) REAL_1(exp) REAL_1(exp2)
REAL_1(expm1) REAL_1(fabs) REAL_1(floor) REAL_1(lgamma) REAL_1(log) REAL_1(log10) REAL_1(log1p)
REAL_1(log2) REAL_1(sin) REAL_1(sinh) REAL_1(sqrt) REAL_1(tan) REAL_1(tanh) REAL_1(tgamma)
REAL_1(trunc)
REAL_2(atan2) REAL_2(copysign) REAL_2(fmod) REAL_2(hypot) REAL_2(nextafter) REAL_2(pow)
REAL_2(remainder)
#undef REAL_1
#undef REAL_2

static inline Float real_fma(Float x, Float y, Float z) {
    return REAL_IS_DOUBLE ? (Float)fma((double)x, (double)y, (double)z)
                          : (Float)fmaf((float)x, (float)y, (float)z);
}
static inline Float real_ldexp(Float x, int e) {
    return REAL_IS_DOUBLE ? (Float)ldexp((double)x, e) : (Float)ldexpf((float)x, e);
}
static inline Float real_frexp(Float x, int *e) {
    return REAL_IS_DOUBLE ? (Float)frexp((double)x, e) : (Float)frexpf((float)x, e);
}
static inline bool real_is_finite(Float x) {
    return x - x == 0;
}
static inline bool real_is_nan(Float x) {
    return x != x;
}
static inline bool real_is_inf(Float x) {
    return !real_is_finite(x) && !real_is_nan(x);
}
static inline bool real_is_negative(Float x) { // by its sign bit: also -0.0 and nan
    return float_bits(x) >> (CONFIG_FLOAT_BITS - 1);
}
#define REAL_INFINITY ((Float)INFINITY)
#define REAL_NAN ((Float)NAN)

// ---- complex.c
typedef struct ComplexPair {
    Float real, imag;
} ComplexPair;
bool number_to_complex(Value v, ComplexPair *out); // false: not a number (of any builtin kind)
// As complex(v) without text: also __complex__, __float__, __index__. TypeError if it has none.
ComplexPair to_complex(Value v);
ComplexPair complex_pow(ComplexPair a, ComplexPair b); // ZeroDivisionError, OverflowError
static inline Value complex_value(ComplexPair z) {
    return complex_new(z.real, z.imag);
}

// ---- float.c
bool to_float_try(Value v, Float *out); // to_float(); false instead of TypeError
bool float_convert(Value v, Float *out); // as float() does: asks the __float__ of a subclass of float, too
_Noreturn void raise_float_overflow(void); // OverflowError (34, 'Numerical result out of range')

// ---- float_text.c
// One number (no spaces, no underscores) at *at: sign, digits or inf or nan. Moves *at behind it;
// false if there is none.
bool float_scan(const char **at, const char *end, Float *out);
// Text without the spaces around it and the underscores between digits: a str; ABSENT if an
// underscore is elsewhere.
Value number_clean(const char *text, size_t size);
Value float_from_literal(const char *text, size_t size, Value shown); // ValueError shows it

extern const Native float_methods[];

#endif
