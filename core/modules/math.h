// SPDX-License-Identifier: MIT
// math.h: what the files of the module math share.
#ifndef CORE_MODULES_MATH_H
#define CORE_MODULES_MATH_H

#include "objects/number.h"

// Constants, shared with cmath.
extern const FloatCell math_e, math_inf, math_nan, math_pi, math_tau;

// math_int.c
Value math_comb(Value n, Value k);
Value math_factorial(Value n);
Value math_gcd(size_t n, const Value *args);
Value math_isqrt(Value n);
Value math_lcm(size_t n, const Value *args);
Value math_perm(size_t n, const Value *args);

// math_sum.c
Value math_dist(Value p, Value q);
Value math_fsum(Value iterable);
Value math_hypot(size_t n, const Value *args);
Value math_prod(size_t n, const Value *args, const Tuple *kwnames);
Value math_sumprod(Value p, Value q);

#endif
