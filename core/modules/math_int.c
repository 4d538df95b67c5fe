// SPDX-License-Identifier: MIT
// math_int.c: the functions of math on ints: divisors, products of ranges, square root.
#include "error.h"
#include "modules/math.h"
#include "objects/int_view.h"
#include "objects/protocol.h"
#include "state.h"
#include <assert.h>

// ---- divisors -------------------------------------------------------------------------------------

Value math_gcd(size_t n, const Value *args) {
    Value r = int_value(0);
    for (size_t i = 0; i < n; i++) {
        r = int_gcd(r, to_index(args[i]));
    }
    return r;
}

static Value lcm_of(Value a, Value b) {
    if (int_sign(a) == 0 || int_sign(b) == 0) {
        return int_value(0);
    }
    Value r = int_mul(int_binary(OP_FLOORDIV, a, int_gcd(a, b)), b);
    return int_sign(r) < 0 ? int_neg(r) : r;
}

Value math_lcm(size_t n, const Value *args) {
    Value r = int_value(1);
    for (size_t i = 0; i < n; i++) {
        r = lcm_of(r, to_index(args[i]));
    }
    return r;
}

// ---- products of ranges -----------------------------------------------------------------------------

// top * (top - 1) * ... with `count` factors, halved so that the factors are of like size.
static Value falling_product(Value top, intptr_t count) {
    enum { FEW = 8 };
    stack_check();
    if (count > FEW) {
        intptr_t half = count / 2;
        Value high = falling_product(top, half);
        Value low = falling_product(int_sub(top, int_from(half)), count - half);
        Value r = int_mul(high, low);
        int_discard(high);
        int_discard(low);
        return r;
    }
    Value r = int_value(1);
    for (intptr_t i = 0; i < count; i++) {
        r = int_mul(r, int_sub(top, int_value(i)));
    }
    poll_pending();
    return r;
}

Value math_factorial(Value v) {
    Value n = to_index(v);
    if (int_sign(n) < 0) {
        raise_value_error("factorial() not defined for negative values");
    }
    if (!is_int(n)) {
        raise_overflow("factorial() argument should not exceed %z", SMALL_INT_MAX);
    }
    if (int_of(n) > INT32_MAX) {
        raise_memory_error(SIZE_MAX);
    }
    return falling_product(n, int_of(n));
}

static Value non_negative(Value v, const char *name) {
    Value n = to_index(v);
    if (int_sign(n) < 0) {
        raise_value_error("%s must be a non-negative integer", name);
    }
    return n;
}

Value math_perm(size_t count, const Value *args) {
    if (count == 1 || is_none(args[1])) {
        return math_factorial(args[0]);
    }
    Value n = to_index(args[0]), k = to_index(args[1]);
    n = non_negative(n, "n");
    k = non_negative(k, "k");
    if (int_compare(k, n) > 0) {
        return int_value(0);
    }
    if (!is_int(k)) {
        raise_overflow("k must not exceed %z", SMALL_INT_MAX);
    }
    return falling_product(n, int_of(k));
}

Value math_comb(Value a, Value b) {
    Value n = to_index(a), k = to_index(b);
    n = non_negative(n, "n");
    k = non_negative(k, "k");
    if (int_compare(k, n) > 0) {
        return int_value(0);
    }
    Value other = int_sub(n, k);
    k = int_compare(other, k) < 0 ? other : k;
    if (!is_int(k)) {
        raise_overflow("min(n - k, k) must not exceed %z", SMALL_INT_MAX);
    }
    return int_binary(OP_FLOORDIV, falling_product(n, int_of(k)), falling_product(k, int_of(k)));
}

// ---- square root --------------------------------------------------------------------------------------

// Heron's method from above: x falls until it is the root rounded down.
Value math_isqrt(Value v) {
    Value n = to_index(v);
    if (int_sign(n) < 0) {
        raise_value_error("isqrt() argument must be nonnegative");
    }
    if (int_sign(n) == 0) {
        return n;
    }
    Value x = int_shift_left(int_value(1), (int_bit_length(n) + 1) / 2);
    for (;;) {
        Value next = int_shift_right(int_add(x, int_binary(OP_FLOORDIV, n, x)), 1);
        if (int_compare(next, x) >= 0) {
            return x;
        }
        x = next;
        poll_pending();
    }
}
