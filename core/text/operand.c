// SPDX-License-Identifier: MIT
// operand.c: what str, bytes, bytearray and memoryview ask of operands and arguments.
#include "text/operand.h"
#include "error.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

bool operand_defines(Value v, const Str *method) {
    const Type *type = type_of(v);
    return (type->flags & TYPE_HEAP) && is_present(type_override(type, method));
}

bool operand_is_index(Value v) {
    if (is_int(v) || is_integer(v)) {
        return true;
    }
    const Type *t = type_of(v); // builtins that are no ints: weak proxies have it
    return t->flags & TYPE_HEAP ? operand_defines(v, N___index__)
                                : is_present(type_lookup(t, N___index__));
}

Value operand_index_unless(const Type *error, Value v) {
    Catch c;
    volatile Value n = ABSENT;
    if (is_integer(unbox(v))) {
        return integer_of(unbox(v));
    }
    if (!operand_is_index(v)) {
        return ABSENT;
    }
    if (TRY(c)) {
        n = to_index(v);
        catch_leave(&c);
    } else if (!exception_matches(c.exception, error)) {
        raise_again(c.exception);
    }
    return n;
}

Value operand_to_index(Value v) {
    return operand_index_unless(&type_error_type, v);
}

bool operand_is_subscriptable(Value v) {
    const Type *t = type_of(v)->solid; // list[int] is no method of the type of list
    return (t->ops && t != &type_type && op_of(t->ops, getitem)) ||
           operand_defines(v, N___getitem__);
}

bool operand_is_iterable(Value v) {
    const Ops *ops = type_of(v)->solid->ops;
    return (ops && op_of(ops, iter)) || operand_defines(v, N___iter__) ||
           operand_is_subscriptable(v);
}

Value operand_iter(Value v) {
    Catch c;
    volatile Value it = ABSENT;
    if (TRY(c)) {
        it = op_iter(v);
        catch_leave(&c);
    } else if (!exception_matches(c.exception, &type_error_type)) {
        raise_again(c.exception);
    }
    return it;
}

Value operand_iterator(Value v, const char *message) {
    Value it = operand_iter(v);
    if (is_absent(it)) {
        raise_type_error(message, v);
    }
    return it;
}

size_t operand_index(Value key, size_t len, const char *message) {
    intptr_t i = is_int(key) ? int_of(key) : to_subscript(key);
    if (i < 0) {
        i += (intptr_t)len;
    }
    if (i < 0 || (size_t)i >= len) {
        raise_index_error("%s", message);
    }
    return (size_t)i;
}

static bool is_plain(Value v) {
    return is_int(v) || is_none(v);
}

// A field of a slice: slice_resolve() complains about what has no __index__.
static Value plain_field(Value v) {
    return !is_plain(v) && operand_is_index(v) ? to_index(v) : v;
}

Value operand_plain_key(Value key) {
    if (is_int(key)) {
        return key;
    }
    if (!is_exact(key, &slice_type)) {
        return operand_is_index(key) ? int_from(to_subscript(key)) : key;
    }
    const Slice *slice = (const Slice *)cell_of(key);
    if (is_plain(slice->start) && is_plain(slice->stop) && is_plain(slice->step)) {
        return key;
    }
    Value step = plain_field(slice->step), start = plain_field(slice->start);
    return slice_new(start, plain_field(slice->stop), step);
}

static size_t clamp_bound(Value v, size_t len) {
    if (!operand_is_index(v)) {
        raise_type_error("slice indices must be integers or None or have an __index__ method");
    }
    intptr_t i = is_int(v) ? int_of(v) : to_intptr_clamped(v);
    if (i < 0) {
        i += (intptr_t)len;
        i = i < 0 ? 0 : i;
    }
    return (size_t)i;
}

bool operand_bounds(size_t n, const Value *args, size_t len, size_t *from, size_t *to) {
    *from = n > 0 && !is_none(args[0]) ? clamp_bound(args[0], len) : 0;
    *to = n > 1 && !is_none(args[1]) ? clamp_bound(args[1], len) : len;
    if (*to > len) {
        *to = len;
    }
    return *from <= len;
}

size_t operand_repeat_count(Value v) {
    if (!operand_is_index(v)) {
        raise_type_error("can't multiply sequence by non-int of type '%T'", v);
    }
    intptr_t n = is_int(v) ? int_of(v) : to_intptr(v);
    return n > 0 ? (size_t)n : 0;
}

void operand_check_times(Value v) {
    if (!operand_is_index(v)) {
        raise_type_error("'%T' object cannot be interpreted as an integer", v);
    }
}

size_t operand_repeated_size(size_t size, size_t count, const char *what) {
    if (size > 0 && count > INTPTR_MAX / size) {
        raise_overflow("repeated %s too long", what);
    }
    return size_mul(size, count);
}

void operand_fill(void *out, const void *unit, size_t size, size_t total) {
    assert(size > 0 && total % size == 0);
    size_t done = total < size ? total : size;
    if (out != unit) {
        poll_copy(out, unit, done);
    }
    while (done < total) { // doubles each time
        size_t n = done < total - done ? done : total - done;
        poll_copy((char *)out + done, out, n);
        done += n;
    }
}
