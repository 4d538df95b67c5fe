// SPDX-License-Identifier: MIT
// builtins_numbers.c: the builtin functions that work on numbers and characters.
#include "modules/builtins.h"
#include "objects/containers.h"
#include "objects/float_math.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/buffer.h"
#include "text/str.h"
#include <assert.h>

Value builtin_abs(Value x) {
    return op_unary(OP_ABS, x);
}

// ---- digits ---------------------------------------------------------------------------------

static Value prefixed(Value v, int base, char letter) {
    Value n = to_index(v);
    Value text = int_to_text(n, base, false);
    const Str *digits = str_of(text);
    bool negative = int_sign(n) < 0;
    char head[4] = {'-', '0', letter, 0};
    StrBuilder b;
    builder_init(&b, digits->size + 2);
    builder_add_c(&b, negative ? head : head + 1);
    builder_add(&b, digits->text + negative, digits->size - negative);
    return builder_finish(&b);
}

Value builtin_bin(Value n) {
    return prefixed(n, 2, 'b');
}

Value builtin_oct(Value n) {
    return prefixed(n, 8, 'o');
}

Value builtin_hex(Value n) {
    return prefixed(n, 16, 'x');
}

// ---- characters -----------------------------------------------------------------------------

Value builtin_chr(Value code_point) {
    Value n = to_index(code_point);
    if (!is_int(n) || int_of(n) < 0 || int_of(n) > 0x10ffff) {
        raise_value_error("chr() arg not in range(0x110000)");
    }
    return str_from_char((uint32_t)int_of(n));
}

static Value one_character(size_t found, Value code) {
    if (found != 1) {
        raise_type_error("ord() expected a character, but string of length %z found",
                         (intptr_t)found);
    }
    return code;
}

Value builtin_ord(Value c) {
    Value v = unbox(c);
    if (is_str(v)) {
        const char *p = str_of(v)->text;
        size_t length = str_length(str_of(v));
        return one_character(length, length ? int_value((intptr_t)utf8_next(&p)) : NONE);
    }
    if (is_bytes(v) || is_kind(v, &bytearray_type)) {
        Buffer b;
        buffer_get(v, &b, BUFFER_READ);
        return one_character(b.size, b.size ? int_value(b.data[0]) : NONE);
    }
    raise_type_error("ord() expected string of length 1, but %T found", c);
}

// ---- arithmetic -----------------------------------------------------------------------------

Value builtin_divmod(Value a, Value b) {
    return op_binary(OP_DIVMOD, a, b);
}

// The powers of floats and complex numbers have no modulo: the first one among them says so.
static void raise_no_modulo(const Value *given) {
    ComplexPair z;
    for (size_t i = 0; i < 3; i++) {
        Value v = unbox(given[i]);
        if (is_float(v)) {
            raise_type_error("pow() 3rd argument not allowed unless all arguments are integers");
        }
        if (is_kind(v, &complex_type) && number_to_complex(given[0], &z) &&
            number_to_complex(given[1], &z)) {
            raise_value_error("complex modulo");
        }
    }
}

Value builtin_pow(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {
        {N_base, ARG_REQUIRED}, {N_exp, ARG_REQUIRED}, {N_mod, 0}, {NULL, 0}};
    Value given[3], result;
    args_parse("pow", spec, n, args, kwnames, given);
    if (is_absent(given[2]) || is_none(given[2])) {
        return op_binary(OP_POW, given[0], given[1]);
    }
    if (is_present(type_override(type_of(given[0]), N___pow__)) &&
        call_special(given[0], N___pow__, 2, given + 1, &result) &&
        !same(result, NOT_IMPLEMENTED)) {
        return result;
    }
    if (is_integer(given[0]) && is_integer(given[1]) && is_integer(given[2])) {
        return int_pow_mod(given[0], given[1], given[2]);
    }
    Value reflected[2] = {given[0], given[2]};
    if (is_present(type_override(type_of(given[1]), N___rpow__)) &&
        call_special(given[1], N___rpow__, 2, reflected, &result) &&
        !same(result, NOT_IMPLEMENTED)) {
        return result;
    }
    raise_no_modulo(given);
    raise_type_error("unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", given[0],
                     given[1], given[2]);
}

Value builtin_round(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_number, ARG_REQUIRED}, {N_ndigits, 0}, {NULL, 0}};
    Value given[2], result;
    args_parse("round", spec, n, args, kwnames, given);
    size_t extra = is_present(given[1]) && !is_none(given[1]);
    if (!call_special(given[0], N___round__, extra, given + 1, &result)) {
        raise_type_error("type %T doesn't define __round__ method", given[0]);
    }
    return result;
}

// ---- sum ------------------------------------------------------------------------------------

// A float sum and what rounding lost (Neumaier, "Rundungsfehleranalyse einiger Verfahren zur
// Summation endlicher Summen", 1974).
typedef struct FloatSum {
    Float sum, lost;
} FloatSum;

static void float_sum_add(FloatSum *f, Float x) {
    Float t = f->sum + x;
    Float a = f->sum < 0 ? -f->sum : f->sum, b = x < 0 ? -x : x;
    f->lost += a >= b ? (f->sum - t) + x : (x - t) + f->sum;
    f->sum = t;
}

static Value float_sum_value(const FloatSum *f) {
    bool finite = f->lost - f->lost == 0;
    return float_value(finite && f->lost != 0 ? f->sum + f->lost : f->sum);
}

// Adds floats and ints while they come. Returns the item that ended it, or ABSENT at the end.
static Value sum_floats(Value it, Value *total) {
    FloatSum f = {float_of(*total), 0};
    Value v;
    while (is_present(v = op_next(it))) {
        if (is_float(v)) {
            float_sum_add(&f, float_of(v));
        } else if (is_integer(v)) {
            float_sum_add(&f, int_to_float(integer_of(v)));
        } else {
            break;
        }
        poll_pending();
    }
    *total = float_sum_value(&f);
    return v;
}

// The same for small ints, while the sum is one.
static Value sum_ints(Value it, Value *total) {
    intptr_t sum = int_of(*total);
    Value v;
    while (is_present(v = op_next(it)) && is_int(v) && fits_small(sum + int_of(v))) {
        sum += int_of(v);
        poll_pending();
    }
    *total = int_value(sum);
    return v;
}

static void check_start(Value start) {
    Value v = unbox(start);
    if (is_str(v)) {
        raise_type_error("sum() can't sum strings [use ''.join(seq) instead]");
    }
    if (is_bytes(v)) {
        raise_type_error("sum() can't sum bytes [use b''.join(seq) instead]");
    }
    if (is_kind(v, &bytearray_type)) {
        raise_type_error("sum() can't sum bytearray [use b''.join(seq) instead]");
    }
}

Value builtin_sum(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {
        {N_iterable, ARG_REQUIRED | ARG_POSONLY}, {N_start, 0}, {NULL, 0}};
    Value given[2];
    args_parse("sum", spec, n, args, kwnames, given);
    Value total = is_present(given[1]) ? given[1] : int_value(0);
    Value it = op_iter(given[0]);
    check_start(total);
    for (;;) {
        Value v = is_int(total)     ? sum_ints(it, &total)
                  : is_float(total) ? sum_floats(it, &total)
                                    : op_next(it);
        if (is_absent(v)) {
            return total;
        }
        total = op_binary(OP_ADD, total, v);
        poll_pending();
    }
}
