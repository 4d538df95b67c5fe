// SPDX-License-Identifier: MIT
// math_sum.c: the functions of math on many numbers: sums and products without loss, distances.
#include "error.h"
#include "modules/math.h"
#include "objects/containers.h"
#include "objects/float_math.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

// a + b = sum + error exactly (Knuth, TAOCP volume 2, 4.2.2).
static Float two_sum(Float a, Float b, Float *error) {
    Float sum = a + b, part = sum - a;
    *error = (a - (sum - part)) + (b - part);
    return sum;
}

// Floats for the time of a computation.
typedef struct FloatArray {
    Cell head;
    Float at[];
} FloatArray;
static const Type float_array_type = {
    .head = {&type_type}, .name = N__float_partials, .flags = TYPE_FINAL | TYPE_TRACE_NONE,
    .payload = sizeof(Value) * 2, .letter = 'h', .solid = &float_array_type,
};

static FloatArray *float_array(size_t n) {
    return heap_alloc_raw(&float_array_type,
                          size_add(offsetof(FloatArray, at), size_mul(n, sizeof(Float))));
}

// ---- fsum -------------------------------------------------------------------------------------------

// Shewchuk, "Adaptive precision floating-point arithmetic and fast robust geometric predicates",
// 1997: the sum as parts that don't overlap, each at most half a unit in the last place of the
// next. There may be as many as a float has different bits, some 2,000, but are mostly a few.
enum { PARTS_FEW = 16 };
typedef struct ExactSum {
    FloatArray *parts; // smallest first
    size_t count, room;
    Float special;    // sum of infinities and nans
    bool has_special, has_infinity;
    Float infinities;
} ExactSum;

static void exact_grow(ExactSum *s) {
    FloatArray *more = float_array(s->room * 2);
    memcpy(more->at, s->parts->at, s->count * sizeof(Float));
    s->parts = more;
    s->room *= 2;
}

static void exact_add(ExactSum *s, Float x) {
    if (!real_is_finite(x)) {
        s->has_special = true;
        s->special += x;
        if (real_is_inf(x)) {
            s->has_infinity = true;
            s->infinities += x;
        }
        return;
    }
    if (s->count == s->room) {
        exact_grow(s);
    }
    size_t kept = 0;
    for (size_t i = 0; i < s->count; i++) {
        Float error;
        x = two_sum(x, s->parts->at[i], &error);
        if (error != 0) {
            s->parts->at[kept++] = error;
        }
    }
    if (!real_is_finite(x)) {
        raise_overflow("intermediate overflow in fsum");
    }
    assert(kept < s->room);
    s->parts->at[kept++] = x;
    s->count = kept;
}

// The parts from the largest down until one is lost; then a tie is decided by the next part.
static Float exact_total(const ExactSum *s) {
    size_t n = s->count;
    Float high = n ? s->parts->at[--n] : 0, error = 0;
    while (n > 0 && error == 0) {
        high = two_sum(high, s->parts->at[--n], &error);
    }
    if (n > 0 && error != 0 && (error < 0) == (s->parts->at[n - 1] < 0)) {
        Float twice = error * 2, up = high + twice;
        if (up - high == twice) {
            high = up;
        }
    }
    return high;
}

Value math_fsum(Value iterable) {
    ExactSum s = {.parts = float_array(PARTS_FEW), .room = PARTS_FEW};
    Value it = op_iter(iterable), v;
    while (is_present(v = op_next(it))) {
        exact_add(&s, to_float(v));
        poll_pending();
    }
    if (s.has_special) {
        if (s.has_infinity && real_is_nan(s.infinities)) {
            raise_value_error("-inf + inf in fsum");
        }
        return float_value(s.special);
    }
    return float_value(exact_total(&s));
}

// ---- lengths ------------------------------------------------------------------------------------------

// sqrt of the sum of squares, where the squares are scaled by a power of two and summed in twice the
// precision, and the root is corrected by one step of Newton's method.
static Float vector_length(const Float *x, size_t n) {
    Float largest = 0;
    bool nan = false;
    for (size_t i = 0; i < n; i++) {
        Float size = real_fabs(x[i]);
        nan = nan || real_is_nan(size);
        largest = size > largest ? size : largest;
    }
    if (real_is_inf(largest) || largest == 0) {
        return nan && largest == 0 ? REAL_NAN : largest;
    }
    if (nan) {
        return REAL_NAN;
    }
    int exponent;
    real_frexp(largest, &exponent);
    Float sum = 0, low = 0;
    for (size_t i = 0; i < n; i++) {
        Float y = real_ldexp(x[i], -exponent), square = y * y, error;
        low += real_fma(y, y, -square);
        sum = two_sum(sum, square, &error);
        low += error;
    }
    Float root = real_sqrt(sum + low), square = root * root;
    Float rest = (sum - square) - real_fma(root, root, -square) + low;
    return real_ldexp(root + rest / (2 * root), exponent);
}

Value math_hypot(size_t n, const Value *args) {
    FloatArray *x = float_array(n);
    for (size_t i = 0; i < n; i++) {
        x->at[i] = to_float(args[i]);
    }
    return float_value(vector_length(x->at, n));
}

Value math_dist(Value p, Value q) {
    Value a = is_tuple(p) ? p : tuple_from_iterable(p), b = is_tuple(q) ? q : tuple_from_iterable(q);
    size_t n = tuple_of(a)->len;
    if (n != tuple_of(b)->len) {
        raise_value_error("both points must have the same number of dimensions");
    }
    FloatArray *x = float_array(n);
    for (size_t i = 0; i < n; i++) {
        Float from = to_float(tuple_of(a)->items[i]);
        x->at[i] = from - to_float(tuple_of(b)->items[i]);
    }
    return float_value(vector_length(x->at, n));
}

// ---- products -------------------------------------------------------------------------------------------

Value math_prod(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {
        {N_iterable, ARG_REQUIRED | ARG_POSONLY}, {N_start, ARG_KWONLY}, {NULL, 0}};
    Value given[2];
    args_parse("prod", spec, n, args, kwnames, given);
    Value r = is_present(given[1]) ? given[1] : int_value(1);
    Value it = op_iter(given[0]), v;
    while (is_present(v = op_next(it))) {
        r = op_binary(OP_MUL, r, v);
        poll_pending();
    }
    return r;
}

// The sum of products of floats in three times the precision (Ogita, Rump, Oishi, "Accurate sum and
// dot product", 2005, algorithm Dot3).
typedef struct DotProduct {
    Float high, middle, low;
    bool used;
} DotProduct;

static void dot_add(DotProduct *d, Float x, Float y) {
    Float product = x * y, rest = real_fma(x, y, -product), e1, e2, e3;
    d->high = two_sum(d->high, product, &e1);
    d->middle = two_sum(d->middle, rest, &e2);
    d->middle = two_sum(d->middle, e1, &e3);
    d->low += e2 + e3;
    d->used = true;
}

// What was collected in d added to the total of all other products.
static Value flush(DotProduct *d, Value total) {
    if (!d->used) {
        return total;
    }
    Float sum = d->high + (d->middle + d->low);
    *d = (DotProduct){0, 0, 0, false};
    return op_binary(OP_ADD, total, float_value(sum));
}

static bool plain_float(Value v, Float *out) {
    return (is_float(v) || is_int(v)) && number_to_float(v, out);
}

Value math_sumprod(Value p, Value q) {
    Value a = op_iter(p), b = op_iter(q), total = int_value(0);
    DotProduct d = {0, 0, 0, false};
    for (;;) {
        Value x = op_next(a), y = op_next(b);
        if (is_absent(x) != is_absent(y)) {
            raise_value_error("Inputs are not the same length");
        }
        if (is_absent(x)) {
            return flush(&d, total);
        }
        Float u, v;
        if ((is_float(x) || is_float(y)) && plain_float(x, &u) && plain_float(y, &v) &&
            real_is_finite(d.high + u * v)) {
            dot_add(&d, u, v);
        } else {
            total = op_binary(OP_ADD, flush(&d, total), op_binary(OP_MUL, x, y));
        }
        poll_pending();
    }
}
