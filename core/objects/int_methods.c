// SPDX-License-Identifier: MIT
// int_methods.c: the methods of int, inherited by bool.
#include "error.h"
#include "objects/containers.h"
#include "objects/int_view.h"
#include "objects/protocol.h"
#include "text/buffer.h"
#include "text/bytes_view.h"
#include "text/operand.h"
#include "text/str.h"
#include <assert.h>

static Value int_itself(Value self) {
    return integer_of(self);
}

static Value int_zero(Value self) {
    return int_value(0);
}

static Value int_one(Value self) {
    return int_value(1);
}

static Value int_float(Value self) {
    return float_value(int_to_float(integer_of(self)));
}

static Value int_bit_length_method(Value self) {
    return int_value((intptr_t)int_bit_length(integer_of(self)));
}

static Value int_bit_count(Value self) {
    IntView v;
    int_view(&v, integer_of(self));
    intptr_t count = 0;
    for (size_t i = 0; i < v.count; i++) {
        for (Limb limb = v.limbs[i]; limb; limb &= limb - 1) {
            count++;
        }
    }
    return int_value(count);
}

static Value int_as_integer_ratio(Value self) {
    return tuple_pair(integer_of(self), int_value(1));
}

static Value int_is_integer(Value self) {
    return TRUE;
}

static Value int_getnewargs(Value self) {
    Value n = integer_of(self);
    return tuple_new(&n, 1);
}

// ---- round ------------------------------------------------------------------------------------------

// n to a multiple of 10**digits, ties to the even one.
static Value round_to_power(Value n, size_t digits) {
    if (digits > int_bit_length(n) / 3 + 1) {
        return int_value(0);
    }
    Value unit = int_pow(int_value(10), int_from((intptr_t)digits)), q, r;
    int_divmod(n, unit, &q, &r);
    int order = int_compare(int_shift_left(r, 1), unit);
    bool odd = int_of(int_binary(OP_AND, q, int_value(1))) != 0;
    Value low = int_sub(n, r);
    return order > 0 || (order == 0 && odd) ? int_add(low, unit) : low;
}

static Value int_round(size_t n, const Value *args) {
    Value self = integer_of(args[0]);
    if (n < 2 || is_none(args[1])) {
        return self;
    }
    intptr_t digits = to_intptr_clamped(args[1]);
    return digits >= 0 ? self : round_to_power(self, 0 - (size_t)digits);
}

// ---- bytes ------------------------------------------------------------------------------------------

static bool is_big_endian(Value order, const char *what) {
    if (is_absent(order)) {
        return true;
    }
    const Str *s = str_arg(order, what);
    bool big = str_equal(s, N_big);
    if (!big && !str_equal(s, N_little)) {
        raise_value_error("byteorder must be either 'little' or 'big'");
    }
    return big;
}

static Value int_to_bytes_method(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {
        {N_length, 0}, {N_byteorder, 0}, {N_signed, ARG_KWONLY}, {NULL, 0}};
    Value given[3], self = integer_of(args[0]);
    args_parse("to_bytes", spec, n - 1, args + 1, kwnames, given);
    intptr_t length = is_present(given[0]) ? to_intptr(given[0]) : 1;
    bool big_endian = is_big_endian(given[1], "to_bytes() argument 'byteorder'");
    bool is_signed = is_present(given[2]) && op_truth(given[2]);
    if (length < 0) {
        raise_value_error("length argument must be non-negative");
    }
    if (!is_signed && int_sign(self) < 0) {
        raise_overflow("can't convert negative int to unsigned");
    }
    Value bytes = bytes_new(NULL, (size_t)length);
    if (!int_to_bytes(self, bytes_of(bytes)->data, (size_t)length, big_endian, is_signed)) {
        raise_overflow("int too big to convert");
    }
    return bytes;
}

static Value bytes_argument(Value v) {
    Buffer b;
    if (!is_bytes(v) && is_present(type_lookup(type_of(v), N___bytes__))) {
        return op_call_1(type_value(&bytes_type), v);
    }
    if (buffer_try(v, &b, BUFFER_READ)) {
        return v;
    }
    Value it = is_str(unbox(v)) ? ABSENT : operand_iter(v);
    if (is_absent(it)) {
        raise_type_error("cannot convert '%T' object to bytes", v);
    }
    return bytes_from_iterator(it, v, "bytes must be in range(0, 256)");
}

static Value int_from_bytes_method(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {
        {N_bytes, ARG_REQUIRED}, {N_byteorder, 0}, {N_signed, ARG_KWONLY}, {NULL, 0}};
    Value given[3];
    args_parse("from_bytes", spec, n - 1, args + 1, kwnames, given);
    bool big_endian = is_big_endian(given[1], "from_bytes() argument 'byteorder'");
    bool is_signed = is_present(given[2]) && op_truth(given[2]);
    Value source = bytes_argument(given[0]);
    Buffer b;
    buffer_get(source, &b, BUFFER_READ);
    Value r = int_from_bytes(b.data, b.size, big_endian, is_signed);
    return same(args[0], type_value(&int_type)) ? r : op_call_1(args[0], r);
}

const Native int_methods[] = {
    METHOD_1(N___ceil__, int_itself),
    METHOD_1(N___float__, int_float),
    METHOD_1(N___floor__, int_itself),
    METHOD_WHOLE_2(N___format__, format_method),
    METHOD_1(N___getnewargs__, int_getnewargs),
    METHOD_1(N___index__, int_itself),
    METHOD_1(N___int__, int_itself),
    METHOD_VAR(N___round__, int_round, 1, 2),
    METHOD_1(N___trunc__, int_itself),
    METHOD_1(N_as_integer_ratio, int_as_integer_ratio),
    METHOD_1(N_bit_count, int_bit_count),
    METHOD_1(N_bit_length, int_bit_length_method),
    METHOD_1(N_conjugate, int_itself),
    GETTER(N_denominator, int_one),
    CLASSMETHOD_KW(N_from_bytes, int_from_bytes_method, 1, NATIVE_MANY),
    GETTER(N_imag, int_zero),
    METHOD_1(N_is_integer, int_is_integer),
    GETTER(N_numerator, int_itself),
    GETTER(N_real, int_itself),
    METHOD_KW(N_to_bytes, int_to_bytes_method, 1, NATIVE_MANY),
    NATIVE_END,
};
