// SPDX-License-Identifier: MIT
// protocol.c: what any value can be asked: text, truth, hash, length, items, iteration.
//
// Each function looks at the operation of the value's type (Ops) and has CPython's answer for
// types without it. Special methods of classes made by programs are found by instance_ops.
#include "objects/protocol.h"
#include "error.h"
#include "heap/heap.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/number.h"
#include "state.h"
#include "text/operand.h"
#include "text/str.h"
#include <assert.h>

Value op_repr_given(Value v) {
    stack_check();
    const Ops *ops = type_of(v)->ops;
    return op_of(ops, repr) ? op_of(ops, repr)(v) : op_of(object_type.ops, repr)(v);
}

Value op_repr(Value v) {
    Value text = unbox(op_repr_given(v));
    assert(is_str(text));
    return text;
}

static bool is_path(Value v) {
    return is_str(unbox(v)) || is_exact(unbox(v), &bytes_type);
}

Value op_fspath(Value v) {
    Value made;
    if (is_path(v)) {
        return v;
    }
    if (!call_special(v, N___fspath__, 0, NULL, &made)) {
        raise_type_error("expected str, bytes or os.PathLike object, not %T", v);
    }
    if (!is_path(made)) {
        raise_type_error("expected %T.__fspath__() to return str or bytes, not %T", v, made);
    }
    return made;
}

Value op_str(Value v) {
    if (is_str(v)) {
        return v;
    }
    stack_check();
    const Ops *ops = type_of(v)->ops;
    return after_call(op_of(ops, str) ? op_of(ops, str)(v) : op_repr(v));
}

bool op_truth(Value v) {
    if (is_int(v)) {
        return int_of(v) != 0;
    }
    if (is_bool(v) || is_none(v)) {
        return same(v, TRUE);
    }
    const Ops *ops = type_of(v)->ops;
    if (op_of(ops, truth)) {
        return op_of(ops, truth)(v);
    }
    return op_of(ops, len) ? op_of(ops, len)(v) != 0 : true;
}

intptr_t hash_identity(Value v) {
    if (!is_cell(v)) { // object.__hash__(1): no address, but the value itself
        return (intptr_t)(v.bits >> 1);
    }
    heap_pin(cell_of(v)); // the hash is its address, in a form that is the same in each run
    uintptr_t start = heap_contains(cell_of(v)) ? (uintptr_t)rt.heap.base : (uintptr_t)&type_type;
    return (intptr_t)((v.bits - start) / BLOCK_BYTES);
}

intptr_t hash_unhashable(Value v) {
    raise_type_error("unhashable type: '%T'", v);
}

intptr_t op_hash(Value v) {
    stack_check(); // of a method, a weak reference ...: that of another object
    const Type *t = type_of(v);
    if (op_of(t->ops, hash)) {
        return op_of(t->ops, hash)(v);
    }
    return t->flags & TYPE_UNHASHABLE ? hash_unhashable(v) : hash_identity(v);
}

// ---- comparison --------------------------------------------------------------------------------

static CompareOp mirrored(CompareOp op) {
    static const uint8_t mirror[] = {CMP_GT, CMP_GE, CMP_EQ, CMP_NE, CMP_LT, CMP_LE};
    return mirror[op];
}

static Value try_compare(CompareOp op, Value a, Value b) {
    const Ops *ops = type_of(a)->ops;
    return op_of(ops, compare) ? op_of(ops, compare)(op, a, b) : NOT_IMPLEMENTED;
}

bool order_is(CompareOp op, int order) {
    switch (op) {
    case CMP_LT: return order < 0;
    case CMP_LE: return order <= 0;
    case CMP_EQ: return order == 0;
    case CMP_NE: return order != 0;
    case CMP_GT: return order > 0;
    default: return order >= 0;
    }
}

Value op_compare(CompareOp op, Value a, Value b) {
    stack_check();
    const Type *ta = type_of(a), *tb = type_of(b);
    bool right_first = ta != tb && is_subtype(tb, ta);
    Value r = NOT_IMPLEMENTED;
    if (right_first) {
        r = try_compare(mirrored(op), b, a);
    }
    if (same(r, NOT_IMPLEMENTED)) {
        r = try_compare(op, a, b);
    }
    if (same(r, NOT_IMPLEMENTED) && !right_first) {
        r = try_compare(mirrored(op), b, a);
    }
    if (!same(r, NOT_IMPLEMENTED)) {
        return r;
    }
    if (op == CMP_EQ || op == CMP_NE) {
        return bool_value(same(a, b) == (op == CMP_EQ));
    }
    static const char *const text[] = {"<", "<=", "==", "!=", ">", ">="};
    raise_type_error("'%s' not supported between instances of '%T' and '%T'", text[op], a, b);
}

bool op_equal(Value a, Value b) {
    if (same(a, b)) {
        return true;
    }
    if (are_ints(a, b)) {
        return false;
    }
    if (is_str(a) && is_str(b)) {
        return str_equal(str_of(a), str_of(b));
    }
    Value r = op_compare(CMP_EQ, a, b);
    return is_bool(r) ? same(r, TRUE) : op_truth(r);
}

// ---- items -------------------------------------------------------------------------------------

Value op_getitem(Value container, Value key) {
    const Ops *ops = type_of(container)->ops;
    if (!op_of(ops, getitem)) {
        raise_type_error("'%T' object is not subscriptable", container);
    }
    return op_of(ops, getitem)(container, key);
}

// Before something without item assignment says so: as in CPython, what could be a container, as
// all instances of classes of programs, wants indices that fit. Runs __index__.
COLD static void check_subscript(Value v, Value key) {
    const Type *t = type_of(v);
    bool container = t->flags & TYPE_HEAP || op_of(t->ops, contains) || op_of(t->ops, getitem) ||
                     op_of(t->ops, len);
    if (container && t != &type_type && operand_is_index(key)) {
        to_subscript(key);
    }
}

_Noreturn void raise_no_item_assignment(Value v, Value key, const char *format) {
    check_subscript(v, key);
    raise_type_error(format, v);
}

void op_setitem(Value container, Value key, Value v) {
    assert(is_present(v));
    const Ops *ops = type_of(container)->ops;
    if (!op_of(ops, setitem)) {
        raise_no_item_assignment(container, key, "'%T' object does not support item assignment");
    }
    op_of(ops, setitem)(container, key, v);
}

void op_delitem(Value container, Value key) {
    const Ops *ops = type_of(container)->ops;
    if (!op_of(ops, setitem)) {
        const char *format = op_of(ops, getitem) ? "'%T' object doesn't support item deletion"
                                                 : "'%T' object does not support item deletion";
        raise_no_item_assignment(container, key, format);
    }
    op_of(ops, setitem)(container, key, ABSENT);
}

bool op_contains(Value container, Value v) {
    const Type *t = type_of(container);
    if (op_of(t->ops, contains)) {
        return op_of(t->ops, contains)(container, v);
    }
    Value it = operand_iter(container);
    if (is_absent(it)) {
        raise_type_error("argument of type '%T' is not a container or iterable", container);
    }
    for (Value x = op_next(it); is_present(x); x = op_next(it)) {
        if (op_equal(x, v)) {
            return true;
        }
        poll_pending();
    }
    return false;
}

intptr_t op_len(Value v) {
    const Ops *ops = type_of(v)->ops;
    if (!op_of(ops, len)) {
        raise_type_error("object of type '%T' has no len()", v);
    }
    return op_of(ops, len)(v);
}

static bool has_len(Value v) {
    const Type *t = type_of(v);
    if (t->flags & TYPE_HEAP) {
        return op_of(t->solid->ops, len) || is_present(type_override(t, N___len__));
    }
    return op_of(t->ops, len) != NULL;
}

// The length of an object of a class; -1 if __len__ raises TypeError.
static intptr_t length_if_any(Value v) {
    Catch c;
    volatile intptr_t n = -1;
    if (TRY(c)) {
        n = op_len(v);
        catch_leave(&c);
    } else if (!exception_matches(c.exception, &type_error_type)) {
        raise_again(c.exception);
    }
    return n;
}

// What __length_hint__() gives; NOT_IMPLEMENTED if there is none or it raises TypeError.
static Value hint_if_any(Value v) {
    if (is_absent(type_lookup(type_of(v), N___length_hint__))) {
        return NOT_IMPLEMENTED;
    }
    Catch c;
    Value r;
    volatile Value hint = NOT_IMPLEMENTED;
    if (TRY(c)) {
        hint = call_special(v, N___length_hint__, 0, NULL, &r) ? r : NOT_IMPLEMENTED;
        catch_leave(&c);
    } else if (!exception_matches(c.exception, &type_error_type)) {
        raise_again(c.exception);
    }
    return hint;
}

intptr_t op_length_hint(Value v) {
    if (has_len(v)) {
        intptr_t n = type_of(v)->flags & TYPE_HEAP ? length_if_any(v) : op_len(v);
        if (n >= 0) {
            return n;
        }
    }
    Value r = hint_if_any(v);
    if (same(r, NOT_IMPLEMENTED)) {
        return 0;
    }
    if (!is_integer(r)) {
        raise_type_error("__length_hint__ must be an integer, not %T", r);
    }
    intptr_t n = to_intptr(r);
    if (n < 0) {
        raise_value_error("__length_hint__() should return >= 0");
    }
    return n;
}

// ---- iteration ---------------------------------------------------------------------------------

Value op_iter(Value v) {
    const Ops *ops = type_of(v)->ops;
    if (!op_of(ops, iter)) {
        raise_type_error("'%T' object is not iterable", v);
    }
    return op_of(ops, iter)(v);
}

Value op_next(Value iterator) {
    const Ops *ops = type_of(iterator)->ops;
    if (!op_of(ops, next)) {
        raise_type_error("'%T' object is not an iterator", iterator);
    }
    return op_of(ops, next)(iterator);
}
