// SPDX-License-Identifier: MIT
// slice.c: slice objects, and the arithmetic of indices and slices for all sequences.
#include "objects/number.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "objects/sequence.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(sizeof(Slice) == 4 * WORD_BYTES, "size of a slice");

Value slice_new(Value start, Value stop, Value step) {
    Slice *s = heap_alloc(&slice_type, sizeof *s);
    s->start = start;
    s->stop = stop;
    s->step = step;
    return cell_value(s);
}

static Slice *slice_of(Value v) {
    assert(is_exact(v, &slice_type));
    assert(is_exact(v, &slice_type));
    return (Slice *)cell_of(v);
}

// ---- arithmetic -----------------------------------------------------------------------------

static void check_bound(Value v) {
    if (!is_integer(v) && is_absent(type_lookup(type_of(v), N___index__))) {
        raise_type_error("slice indices must be integers or None or have an __index__ method");
    }
}

static intptr_t bound(Value v, intptr_t missing) {
    if (is_none(v)) {
        return missing;
    }
    check_bound(v);
    return to_intptr_clamped(v);
}

static Value bound_index(Value v) {
    check_bound(v);
    return to_index(v);
}

void slice_unpack(Value slice, SliceBounds *out) {
    const Slice *s = slice_of(slice);
    out->step = bound(s->step, 1);
    if (out->step == 0) {
        raise_value_error("slice step cannot be zero");
    }
    if (out->step < -INTPTR_MAX) {
        out->step = -INTPTR_MAX; // so that it can be negated
    }
    out->start = bound(s->start, out->step < 0 ? INTPTR_MAX : 0);
    out->stop = bound(s->stop, out->step < 0 ? INTPTR_MIN : INTPTR_MAX);
}

// Cuts a bound to [0, len], or to [-1, len - 1] for a slice that goes backwards.
static intptr_t clamp(intptr_t i, intptr_t len, bool backwards) {
    if (i < 0) {
        i += len;
        return i < 0 ? (backwards ? -1 : 0) : i;
    }
    return i >= len ? (backwards ? len - 1 : len) : i;
}

void slice_adjust(const SliceBounds *bounds, size_t len, SliceRange *out) {
    assert(len <= (size_t)INTPTR_MAX && bounds->step != 0);
    bool backwards = bounds->step < 0;
    out->step = bounds->step;
    out->start = clamp(bounds->start, (intptr_t)len, backwards);
    out->stop = clamp(bounds->stop, (intptr_t)len, backwards);
    out->count = 0;
    if (backwards && out->stop < out->start) {
        out->count = ((size_t)(out->start - out->stop) - 1) / (size_t)-out->step + 1;
    } else if (!backwards && out->start < out->stop) {
        out->count = ((size_t)(out->stop - out->start) - 1) / (size_t)out->step + 1;
    }
    assert(out->count <= len);
}

void slice_resolve(Value slice, size_t len, SliceRange *out) {
    SliceBounds bounds;
    slice_unpack(slice, &bounds);
    slice_adjust(&bounds, len, out);
}

size_t index_resolve(Value index, size_t len, const char *what) {
    if (!is_integer(index) && is_absent(type_lookup(type_of(index), N___index__))) {
        raise_type_error("%s indices must be integers or slices, not %T", what, index);
    }
    int64_t wide;
    if (!int_to_i64(to_index(index), &wide) || wide > INTPTR_MAX || wide < INTPTR_MIN) {
        raise_index_error("cannot fit '%T' into an index-sized integer", index);
    }
    intptr_t i = (intptr_t)wide;
    if (i < 0) {
        i += (intptr_t)len;
    }
    if (i < 0 || (size_t)i >= len) {
        raise_index_error("%s index out of range", what);
    }
    return (size_t)i;
}

// ---- operations -----------------------------------------------------------------------------

static Value slice_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("slice", kwnames);
    if (n < 1 || n > 3) {
        raise_type_error("slice expected at %s %d argument%s, got %z", n ? "most" : "least",
                         n ? 3 : 1, n ? "s" : "", (intptr_t)n);
    }
    if (n == 1) {
        return slice_new(NONE, args[0], NONE);
    }
    return slice_new(args[0], args[1], n == 3 ? args[2] : NONE);
}

static Value slice_repr(Value self) {
    const Slice *s = slice_of(self);
    return str_formatted("slice(%V, %V, %V)", s->start, s->stop, s->step);
}

static Value parts(Value slice) {
    const Slice *s = slice_of(slice);
    return tuple_new((Value[]){s->start, s->stop, s->step}, 3);
}

static Value slice_compare(CompareOp op, Value self, Value other) {
    return is_exact(other, &slice_type) ? sequence_compare(op, parts(self), parts(other))
                                        : NOT_IMPLEMENTED;
}

static intptr_t slice_hash(Value self) {
    return op_hash(parts(self));
}

// ---- indices(): exact for ints of any size --------------------------------------------------

static Value clamped(Value v, Value len, bool backwards) {
    Value low = int_value(backwards ? -1 : 0);
    Value high = backwards ? int_binary(OP_SUB, len, int_value(1)) : len;
    v = bound_index(v);
    if (int_sign(v) < 0) {
        v = int_binary(OP_ADD, v, len);
        return int_compare(v, low) < 0 ? low : v;
    }
    return int_compare(v, high) > 0 ? high : v;
}

Value slice_indices(Value self, Value length) {
    const Slice *s = slice_of(self);
    Value len = to_index(length);
    if (int_sign(len) < 0) {
        raise_value_error("length should not be negative");
    }
    Value step = is_none(s->step) ? int_value(1) : bound_index(s->step);
    if (int_sign(step) == 0) {
        raise_value_error("slice step cannot be zero");
    }
    bool backwards = int_sign(step) < 0;
    Value low = int_value(backwards ? -1 : 0);
    Value high = backwards ? int_binary(OP_SUB, len, int_value(1)) : len;
    Value start = is_none(s->start) ? (backwards ? high : low) : clamped(s->start, len, backwards);
    Value stop = is_none(s->stop) ? (backwards ? low : high) : clamped(s->stop, len, backwards);
    return tuple_new((Value[]){start, stop, step}, 3);
}

// ---- type -----------------------------------------------------------------------------------

static Value slice_start(Value self) {
    return slice_of(self)->start;
}
static Value slice_stop(Value self) {
    return slice_of(self)->stop;
}
static Value slice_step(Value self) {
    return slice_of(self)->step;
}

static const Native slice_methods[] = {
    METHOD_2(N_indices, slice_indices),
    MEMBER(N_start, slice_start),
    MEMBER(N_stop, slice_stop),
    MEMBER(N_step, slice_step),
    ROW_REDUCE(reduce_3_words),
    NATIVE_END,
};
static const Ops slice_ops = {
    .repr = slice_repr, .hash = slice_hash, .compare = slice_compare, .create = slice_create,
};
const Type slice_type = {
    .head = {&type_type}, .name = N_slice, .ops = &slice_ops,
    .flags = TYPE_FINAL | TYPE_TRACE_WORDS, .payload = sizeof(Slice), .letter = 'h',
    .base = &object_type, .solid = &slice_type, .methods = slice_methods,
};
