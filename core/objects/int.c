// SPDX-License-Identifier: MIT
// int.c: the types int and bool.
#include "error.h"
#include "objects/int_view.h"
#include "objects/protocol.h"
#include "text/buffer.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(offsetof(BigInt, limbs) == WORD_BYTES + 4, "bytes of an int before its digits");

// ---- constructors -----------------------------------------------------------------------------------

static Value checked_int(Value r, const char *method) {
    if (!is_integer(r)) {
        raise_type_error("%s returned non-int (type %T)", method, r);
    }
    return integer_of(r);
}

// The int that the special methods of v give; ABSENT if it has none.
static Value by_methods(Value v) {
    Value r;
    if (call_special(v, N___int__, 0, NULL, &r)) {
        return checked_int(r, "__int__");
    }
    return call_special(v, N___index__, 0, NULL, &r) ? checked_int(r, "__index__") : ABSENT;
}

// The int in a str or bytes-like object; ABSENT if it is neither.
static Value by_text(Value v, int base) {
    Value native = unbox(v);
    if (is_str(native)) {
        const Str *s = str_of(number_ascii(native));
        return int_from_literal(s->text, s->size, base, v);
    }
    Buffer b;
    if (!buffer_try(v, &b, BUFFER_QUIET)) {
        return ABSENT;
    }
    Value copy = bytes_new(b.data, b.size);
    return int_from_literal((const char *)bytes_of(copy)->data, b.size, base, copy);
}

static Value int_from_value(Value v) {
    if (is_int(v) || is_big(v)) {
        return v;
    }
    if (is_float(v)) {
        return int_from_float(float_of(v));
    }
    Value n = is_str(v) ? ABSENT : by_methods(v);
    n = is_present(n) ? n : by_text(v, 10);
    if (is_absent(n)) {
        raise_type_error("int() argument must be a string, a bytes-like object or a real number, "
                         "not '%T'", v);
    }
    return n;
}

static Value int_with_base(Value v, Value base_arg) {
    intptr_t base = to_intptr_clamped(base_arg);
    if (base != 0 && (base < 2 || base > 36)) {
        raise_value_error("int() base must be >= 2 and <= 36, or 0");
    }
    if (is_absent(v)) {
        raise_type_error("int() missing string argument");
    }
    Value native = unbox(v);
    if (!is_str(native) && !is_bytes(native) && !is_kind(native, &bytearray_type)) {
        raise_type_error("int() can't convert non-string with explicit base");
    }
    return by_text(v, (int)base);
}

Value int_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_x, ARG_POSONLY}, {N_base, 0}, {NULL, 0}};
    Value given[2];
    if (n > 2) {
        raise_type_error("int() takes at most 2 arguments (%z given)", (intptr_t)n);
    }
    args_parse("int", spec, n, args, kwnames, given);
    Value r = is_present(given[1])   ? int_with_base(given[0], given[1])
              : is_present(given[0]) ? int_from_value(given[0])
                                     : int_value(0);
    return cls == &int_type ? r : boxed_new(cls, r);
}

static Value bool_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("bool", kwnames);
    if (n > 1) {
        raise_type_error("bool expected at most 1 argument, got %z", (intptr_t)n);
    }
    return bool_value(n == 1 && op_truth(args[0]));
}

// ---- operations ---------------------------------------------------------------------------------------
// self may be a bool: that type shares these.

static Value int_repr(Value self) {
    return int_to_text(integer_of(self), 10, false);
}

static Value bool_repr(Value self) {
    return str_value(same(self, TRUE) ? N_True : N_False);
}

static intptr_t int_hash_slot(Value self) {
    return int_hash(integer_of(self));
}

static bool int_truth(Value self) {
    return int_sign(integer_of(self)) != 0;
}

static Value int_compare_slot(CompareOp op, Value self, Value other) {
    if (!is_integer(other)) {
        return NOT_IMPLEMENTED;
    }
    return bool_value(order_is(op, int_compare(integer_of(self), integer_of(other))));
}

static Value int_binary_slot(BinaryOp op, Value a, Value b, bool reflected) {
    if (op == OP_MATMUL || !is_integer(a) || !is_integer(b)) {
        return NOT_IMPLEMENTED;
    }
    return int_binary(op, integer_of(a), integer_of(b));
}

static Value bool_binary(BinaryOp op, Value a, Value b, bool reflected) {
    Value r = int_binary_slot(op, a, b, reflected);
    bool bitwise = op == OP_AND || op == OP_OR || op == OP_XOR;
    return bitwise && is_bool(a) && is_bool(b) ? bool_value(int_of(r)) : r;
}

static Value int_unary(UnaryOp op, Value self) {
    Value n = integer_of(self);
    switch (op) {
    case OP_NEG: return int_neg(n);
    case OP_INVERT: return int_sub(int_value(-1), n);
    case OP_ABS: return int_sign(n) < 0 ? int_neg(n) : n;
    default: return n;
    }
}

static const Ops int_ops = {
    .repr = int_repr,
    .hash = int_hash_slot,
    .truth = int_truth,
    .compare = int_compare_slot,
    .binary = int_binary_slot,
    .unary = int_unary,
    .create = int_create,
};
const Type int_type = {
    .head = {&type_type}, .name = N_int, .ops = &int_ops, .flags = TYPE_INLINE | TYPE_TRACE_NONE,
    .payload = 2 * sizeof(Value), .letter = 'h', .base = &object_type, .solid = &int_type,
    .methods = int_methods,
};

static const Ops bool_ops = {
    .repr = bool_repr,
    .hash = int_hash_slot,
    .truth = int_truth,
    .compare = int_compare_slot,
    .binary = bool_binary,
    .unary = int_unary,
    .create = bool_create,
};
const Type bool_type = {
    .head = {&type_type}, .name = N_bool, .ops = &bool_ops, .flags = TYPE_FINAL | TYPE_TRACE_NONE,
    .payload = sizeof(Cell), .letter = 'h', .base = &int_type, .solid = &bool_type,
};
