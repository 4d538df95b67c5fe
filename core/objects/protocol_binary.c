// SPDX-License-Identifier: MIT
// protocol_binary.c: arithmetic on any values: reflection, priority of subclasses, messages.
//
// a op b asks a's type first, then b's with `reflected`; b's comes first if it is a subclass of
// a's. A sequence concatenates or repeats only after b's __radd__ / __rmul__ had its chance, since
// the sequences raise their own messages.
#include "error.h"
#include "objects/class.h"
#include "objects/class_ops.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "text/str.h"
#include <assert.h>

static const char *const binary_text[BINARY_OPS] = {
    "+", "-", "*", "/", "//", "%", "** or pow()", "<<", ">>", "&", "|", "^", "@", "divmod()",
};

static Value try_binary(BinaryOp op, Value a, Value b, bool reflected) {
    const Ops *ops = type_of(reflected ? b : a)->ops;
    return op_of(ops, binary) ? op_of(ops, binary)(op, a, b, reflected) : NOT_IMPLEMENTED;
}

static bool is_number_type(const Type *t) {
    return t == &int_type || t == &float_type || t == &complex_type || t == &bool_type;
}

// Is b's class a subclass of a's with a reflected method of its own?
static bool overrides_reflected(BinaryOp op, const Type *ta, const Type *tb) {
    if (!is_subtype(tb, ta)) {
        return false;
    }
    bool sequences = op == OP_ADD || op == OP_MUL || op == OP_MOD; // which don't reflect
    if (!(ta->flags & TYPE_HEAP) && !sequences) {
        return true;
    }
    Value f = type_override(tb, binary_name(op, true));
    return is_present(f) && !same(f, type_override(ta, binary_name(op, true)));
}

bool type_repeats(const Type *solid) {
    bool text = solid == &str_type || solid == &bytes_type || solid == &bytearray_type;
    return text || (solid->flags & TYPE_SEQUENCE && op_of(solid->ops, binary));
}

static bool multiplies(const Type *t) {
    return is_present(type_override(t, N___mul__)) || is_present(type_override(t, N___rmul__));
}

// Does b's class get its turn before a's builtin concatenation or repetition?
static bool yields_to(BinaryOp op, const Type *ta, const Type *tb) {
    if ((op != OP_ADD && op != OP_MUL) || !(tb->flags & TYPE_HEAP) || is_number_type(ta->solid)) {
        return false;
    }
    if (op == OP_ADD) {
        return is_present(type_override(tb, N___radd__)) && is_absent(type_override(ta, N___add__));
    }
    // A sequence with a __mul__ of its own has the __rmul__ of its base asked, which wants an index.
    bool answers = is_present(type_override(tb, N___rmul__)) ||
                   (type_repeats(tb->solid) && is_present(type_override(tb, N___mul__)));
    return answers && !multiplies(ta);
}

static Value binary(BinaryOp op, Value a, Value b) {
    const Type *ta = type_of(a), *tb = type_of(b);
    if (ta == tb) {
        return try_binary(op, a, b, false);
    }
    bool right_first = overrides_reflected(op, ta, tb) || yields_to(op, ta, tb);
    Value r = right_first ? try_binary(op, a, b, true) : NOT_IMPLEMENTED;
    if (same(r, NOT_IMPLEMENTED)) {
        r = try_binary(op, a, b, false);
    }
    if (same(r, NOT_IMPLEMENTED) && !right_first) {
        r = try_binary(op, a, b, true);
    }
    return r;
}

COLD static _Noreturn void unsupported(BinaryOp op, const char *suffix, Value a, Value b) {
    assert((size_t)op < COUNT_OF(binary_text));
    const char *text = binary_text[op];
    if (op == OP_POW && *suffix) {
        text = "**";
    }
    raise_type_error("unsupported operand type(s) for %s%s: '%T' and '%T'", text, suffix, a, b);
}

Value op_binary(BinaryOp op, Value a, Value b) {
    Value r = binary(op, a, b);
    if (UNLIKELY(same(r, NOT_IMPLEMENTED))) {
        unsupported(op, "", a, b);
    }
    return r;
}

// As CPython, a *= b never repeats the sequence b if a could be a container itself: if it is an
// instance of a class made by a program or of a builtin one with some of a container's operations.
static bool must_not_repeat(const Type *ta, const Type *tb) {
    bool container = ta->flags & TYPE_HEAP || op_of(ta->ops, contains) || op_of(ta->ops, getitem) ||
                     op_of(ta->ops, len);
    return container && type_repeats(tb->solid) && !type_repeats(ta->solid) &&
           !multiplies(tb);
}

// Does b's class get its turn before the builtin sequence a grows in place? (As in CPython,
// instances of subclasses do not wait for it to concatenate.)
static bool yields_in_place(BinaryOp op, const Type *ta, const Type *tb) {
    if (op == OP_ADD && ta->flags & TYPE_HEAP) {
        return false;
    }
    return tb->flags & TYPE_HEAP && type_repeats(ta->solid) && yields_to(op, ta, tb) &&
           is_absent(type_override(ta, inplace_name(op)));
}

// Does the class of a, a subclass of a sequence, have a '*' of its own, which then comes before
// repeating in place?
static bool multiplies_first(BinaryOp op, const Type *ta) {
    if (op != OP_MUL || !type_repeats(ta->solid) || is_present(type_override(ta, N___imul__))) {
        return false;
    }
    return multiplies(ta);
}

Value op_inplace(BinaryOp op, Value a, Value b) {
    const Ops *ops = type_of(a)->ops;
    Value r = NOT_IMPLEMENTED;
    bool tried = false;
    if (op_of(ops, inplace)) {
        const Type *ta = type_of(a), *tb = type_of(b);
        if (ta->flags & TYPE_HEAP && multiplies_first(op, ta)) {
            r = binary(op, a, b);
            tried = true;
        } else if (yields_in_place(op, ta, tb)) {
            r = try_binary(op, a, b, true);
        }
        r = same(r, NOT_IMPLEMENTED) ? op_of(ops, inplace)(op, a, b) : r;
    }
    if (same(r, NOT_IMPLEMENTED) && !tried) {
        bool left_only = op == OP_MUL && must_not_repeat(type_of(a), type_of(b));
        r = left_only ? try_binary(op, a, b, false) : binary(op, a, b);
    }
    if (UNLIKELY(same(r, NOT_IMPLEMENTED))) {
        unsupported(op, "=", a, b);
    }
    return r;
}

// A method may return NotImplemented: that is the result.
static bool defines_unary(Value v, UnaryOp op) {
    static const Str *const names[] = {N___neg__, N___pos__, N___invert__, N___abs__};
    return is_present(type_override(type_of(v), names[op]));
}

Value op_unary(UnaryOp op, Value v) {
    static const char *const text[UNARY_OPS] = {"unary -", "unary +", "unary ~", "abs()"};
    const Ops *ops = type_of(v)->ops;
    Value r = op_of(ops, unary) ? op_of(ops, unary)(op, v) : NOT_IMPLEMENTED;
    if (same(r, NOT_IMPLEMENTED) && !defines_unary(v, op)) {
        raise_type_error("bad operand type for %s: '%T'", text[op], v);
    }
    return r;
}
