// SPDX-License-Identifier: MIT
// class.c: instance_ops, the operations of all classes made by programs.
//
// Each operation looks for the special method in the class (type_override: before the builtin
// base that has the operation) and calls it, else does what the builtin base does, which for
// boxed instances gets the native value. The type of a special method's result is checked.
#include "error.h"
#include "objects/class.h"
#include "objects/class_ops.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "objects/iterators.h"
#include "objects/method.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "state.h"
#include "text/operand.h"
#include "text/str.h"

static const Ops *solid_ops(Value v) {
    return type_of(v)->solid->ops;
}

// Calls the override of `name`, if there is one.
static bool special(Value self, const Str *name, size_t n, const Value *args, Value *result) {
    Value f = type_override(type_of(self), name);
    if (is_absent(f)) {
        return false;
    }
    if (LIKELY(type_of(f)->flags & TYPE_CODE_SELF)) {
        *result = call_with_self(f, self, n, args, NULL);
        return true;
    }
    return call_special(self, name, n, args, result);
}

// The override is None: the class says that it can't do this.
static bool blocked(Value self, const Str *name) {
    Value f = type_override(type_of(self), name);
    return is_present(f) && is_none(f);
}

// ---- text, hash, truth -------------------------------------------------------------------------

static Value instance_repr(Value self) {
    Value r;
    if (special(self, N___repr__, 0, NULL, &r)) {
        if (!is_kind(unbox(r), &str_type)) {
            raise_type_error("__repr__ returned non-string (type %T)", r);
        }
        return r;
    }
    const Ops *ops = solid_ops(self);
    if (!op_of(ops, repr)) {
        return op_of(object_type.ops, repr)(self);
    }
    return op_of(ops, repr)(ops == frozenset_type.ops ? self : unbox(self)); // shows its class
}

static Value instance_str(Value self) {
    Value r;
    const Ops *ops = solid_ops(self);
    bool own = op_of(ops, str) && type_of(self)->solid != &object_type;
    if (special(self, N___str__, 0, NULL, &r) || (!own && special(self, N___repr__, 0, NULL, &r))) {
        if (!is_kind(unbox(r), &str_type)) {
            raise_type_error("__str__ returned non-string (type %T)", r);
        }
        return r;
    }
    return own ? op_of(ops, str)(unbox(self)) : op_repr_given(self);
}

static intptr_t instance_hash(Value self) {
    Value r;
    if (blocked(self, N___hash__)) {
        hash_unhashable(self);
    }
    if (special(self, N___hash__, 0, NULL, &r)) {
        if (!is_integer(r)) {
            raise_type_error("__hash__ method should return an integer");
        }
        r = integer_of(r);
        return is_int(r) ? int_of(r) : int_hash(r);
    }
    const Type *t = type_of(self);
    if (op_of(t->solid->ops, hash)) {
        return op_of(t->solid->ops, hash)(unbox(self));
    }
    return t->flags & TYPE_UNHASHABLE ? hash_unhashable(self) : hash_identity(self);
}

static bool instance_truth(Value self) {
    Value r;
    if (special(self, N___bool__, 0, NULL, &r)) {
        if (!is_bool(r)) {
            raise_type_error("__bool__ should return bool, returned %T", r);
        }
        return same(r, TRUE);
    }
    const Ops *ops = solid_ops(self);
    bool own_len = is_present(type_override(type_of(self), N___len__));
    if (op_of(ops, truth) && !(own_len && op_of(ops, len))) {
        return op_of(ops, truth)(unbox(self));
    }
    return op_of(ops, len) || own_len ? op_len(self) != 0 : true;
}

// ---- comparison and arithmetic -----------------------------------------------------------------

static const Str *const compare_names[] = {N___lt__, N___le__, N___eq__,
                                           N___ne__, N___gt__, N___ge__};

static Value instance_compare(CompareOp op, Value self, Value other) {
    Value r;
    if (special(self, compare_names[op], 1, &other, &r)) {
        return r;
    }
    const Type *solid = type_of(self)->solid;
    if (op_of(solid->ops, compare) && solid != &object_type) {
        return op_of(solid->ops, compare)(op, unbox(self), other);
    }
    if (op == CMP_EQ) {
        return same(self, other) ? TRUE : NOT_IMPLEMENTED;
    }
    if (op == CMP_NE && special(self, N___eq__, 1, &other, &r)) {
        return same(r, NOT_IMPLEMENTED) ? r : bool_value(!op_truth(r));
    }
    return NOT_IMPLEMENTED;
}

typedef struct {
    const Str *plain, *reflected, *inplace;
} BinaryNames;

static const BinaryNames binary_names[BINARY_OPS] = {
    {N___add__, N___radd__, N___iadd__},
    {N___sub__, N___rsub__, N___isub__},
    {N___mul__, N___rmul__, N___imul__},
    {N___truediv__, N___rtruediv__, N___itruediv__},
    {N___floordiv__, N___rfloordiv__, N___ifloordiv__},
    {N___mod__, N___rmod__, N___imod__},
    {N___pow__, N___rpow__, N___ipow__},
    {N___lshift__, N___rlshift__, N___ilshift__},
    {N___rshift__, N___rrshift__, N___irshift__},
    {N___and__, N___rand__, N___iand__},
    {N___or__, N___ror__, N___ior__},
    {N___xor__, N___rxor__, N___ixor__},
    {N___matmul__, N___rmatmul__, N___imatmul__},
    {N___divmod__, N___rdivmod__, NULL},
};

const Str *binary_name(BinaryOp op, bool reflected) {
    return reflected ? binary_names[op].reflected : binary_names[op].plain;
}

const Str *inplace_name(BinaryOp op) {
    return binary_names[op].inplace;
}

bool binary_takes_whole(const Type *solid) {
    return solid == &bytes_type || solid == &str_type;
}

// Has a subclass of a sequence only the other one of __mul__ and __rmul__? Then the one of the base is asked as a
// method, which wants an index.
static bool inherits_times(const Type *t, bool reflected) {
    return type_repeats(t->solid) && is_present(type_override(t, binary_name(OP_MUL, !reflected)));
}

static Value instance_binary(BinaryOp op, Value a, Value b, bool reflected) {
    stack_check();
    Value self = reflected ? b : a, other = reflected ? a : b, r;
    if (special(self, binary_name(op, reflected), 1, &other, &r)) {
        return r;
    }
    const Ops *ops = solid_ops(self);
    if (!op_of(ops, binary)) {
        return NOT_IMPLEMENTED;
    }
    if (op == OP_MUL && inherits_times(type_of(self), reflected)) {
        operand_check_times(other);
    }
    if (reflected) {
        return op_of(ops, binary)(op, a, unbox(b), true);
    }
    bool whole = binary_takes_whole(type_of(a)->solid);
    return op_of(ops, binary)(op, whole ? a : unbox(a), b, false);
}

static Value instance_inplace(BinaryOp op, Value a, Value b) {
    Value r;
    if (binary_names[op].inplace && special(a, binary_names[op].inplace, 1, &b, &r)) {
        return r;
    }
    const Type *t = type_of(a);
    bool native = op_of(t->solid->ops, inplace) && !(t->flags & TYPE_BOXED);
    return native ? op_of(t->solid->ops, inplace)(op, a, b) : NOT_IMPLEMENTED;
}

static Value instance_unary(UnaryOp op, Value self) {
    static const Str *const names[] = {N___neg__, N___pos__, N___invert__, N___abs__};
    Value r;
    if (special(self, names[op], 0, NULL, &r)) {
        return r;
    }
    const Ops *ops = solid_ops(self);
    return op_of(ops, unary) ? op_of(ops, unary)(op, unbox(self)) : NOT_IMPLEMENTED;
}

// ---- calls, attributes as descriptor -----------------------------------------------------------

static Value instance_call(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    stack_check();
    Value f = type_override(type_of(self), N___call__);
    if (is_absent(f)) {
        const Ops *ops = solid_ops(self);
        if (!op_of(ops, call)) {
            raise_type_error("'%T' object is not callable", self);
        }
        return op_of(ops, call)(unbox(self), n, args, kwnames);
    }
    if (type_of(f)->flags & TYPE_CODE_SELF) {
        return call_with_self(f, self, n, args, kwnames);
    }
    Found found = {f, type_of(self), -1};
    return call_forward(found_bind(&found, self, type_of(self)), n, args, kwnames);
}

static Value instance_descr_get(Value self, Value object, const Type *owner) {
    stack_check();
    Value args[2] = {is_absent(object) ? NONE : object, type_value(owner)};
    Value get = type_override(type_of(self), N___get__);
    if (is_present(get) && is_none(get)) {
        raise_type_error("'NoneType' object is not callable");
    }
    if (is_present(get)) { // called as it is: it may be a descriptor, but binding is what it is for
        return after_call(call_with_self(get, self, COUNT_OF(args), args, NULL));
    }
    const Ops *ops = solid_ops(self);
    return op_of(ops, descr_get) ? op_of(ops, descr_get)(self, object, owner) : self;
}

static void instance_descr_set(Value self, Value object, Value v) {
    stack_check();
    Value args[2] = {object, v}, r;
    bool deletes = is_absent(v);
    if (special(self, deletes ? N___delete__ : N___set__, deletes ? 1 : 2, args, &r)) {
        return;
    }
    const Ops *ops = solid_ops(self);
    if (!op_of(ops, descr_set)) {
        raise_error(&attribute_error_type, deletes ? "__delete__" : "__set__");
    }
    op_of(ops, descr_set)(self, object, v);
}

// ---- containers --------------------------------------------------------------------------------

static Value instance_getitem(Value self, Value key) {
    Value r;
    if (special(self, N___getitem__, 1, &key, &r)) {
        return r;
    }
    const Ops *ops = solid_ops(self);
    if (!op_of(ops, getitem)) {
        raise_type_error("'%T' object is not subscriptable", self);
    }
    return op_of(ops, getitem)(unbox(self), key);
}

static void instance_setitem(Value self, Value key, Value v) {
    Value args[2] = {key, v}, r;
    bool deletes = is_absent(v);
    if (special(self, deletes ? N___delitem__ : N___setitem__, deletes ? 1 : 2, args, &r)) {
        return;
    }
    const Ops *ops = solid_ops(self);
    if (!op_of(ops, setitem)) {
        if (is_present(type_override(type_of(self), deletes ? N___setitem__ : N___delitem__))) {
            raise_error(&attribute_error_type, "%S", deletes ? N___delitem__ : N___setitem__);
        }
        raise_no_item_assignment(self, key,
                                 deletes ? "'%T' object doesn't support item deletion"
                                         : "'%T' object does not support item assignment");
    }
    op_of(ops, setitem)(unbox(self), key, v);
}

static bool can_iterate(Value self) {
    const Ops *ops = solid_ops(self);
    return op_of(ops, iter) || is_present(type_override(type_of(self), N___iter__)) ||
           is_present(type_override(type_of(self), N___getitem__));
}

static bool contains_by_iteration(Value self, Value item) {
    Value it = operand_iterator(self, "argument of type '%T' is not a container or iterable");
    for (Value x = op_next(it); is_present(x); x = op_next(it)) {
        if (op_equal(x, item)) {
            return true;
        }
        poll_pending();
    }
    return false;
}

static bool instance_contains(Value self, Value item) {
    Value r;
    if (blocked(self, N___contains__)) {
        raise_type_error("'%T' object is not a container", self);
    }
    if (special(self, N___contains__, 1, &item, &r)) {
        return op_truth(r);
    }
    const Ops *ops = solid_ops(self);
    if (op_of(ops, contains)) {
        return op_of(ops, contains)(unbox(self), item);
    }
    if (!can_iterate(self)) {
        raise_type_error("argument of type '%T' is not a container or iterable", self);
    }
    return contains_by_iteration(self, item);
}

static intptr_t instance_len(Value self) {
    Value r;
    if (special(self, N___len__, 0, NULL, &r)) {
        if (is_integer(r) && int_sign(integer_of(r)) < 0) {
            raise_value_error("__len__() should return >= 0");
        }
        intptr_t n = to_intptr(r);
        if (n < 0) { // of an object with __index__
            raise_value_error("__len__() should return >= 0");
        }
        return n;
    }
    const Ops *ops = solid_ops(self);
    if (!op_of(ops, len)) {
        raise_type_error("object of type '%T' has no len()", self);
    }
    return op_of(ops, len)(unbox(self));
}

static bool can_step(Value v) {
    const Type *t = type_of(v);
    if (t->flags & TYPE_HEAP) {
        return op_of(t->solid->ops, next) || is_present(type_override(t, N___next__));
    }
    return op_of(t->ops, next) != NULL;
}

static Value instance_iter(Value self) {
    Value r;
    if (blocked(self, N___iter__)) {
        raise_type_error("'%T' object is not iterable", self);
    }
    if (special(self, N___iter__, 0, NULL, &r)) {
        if (!can_step(r)) {
            raise_type_error("iter() returned non-iterator of type '%T'", r);
        }
        return r;
    }
    const Ops *ops = solid_ops(self);
    if (op_of(ops, iter)) {
        return op_of(ops, iter)(unbox(self));
    }
    if (is_absent(type_override(type_of(self), N___getitem__))) {
        raise_type_error("'%T' object is not iterable", self);
    }
    return sequence_iterator_new(self);
}

// __next__ may return at the end of its work by raising StopIteration.
static Value next_caught(Value self, Value f) {
    Catch c;
    volatile Value r = ABSENT;
    if (TRY(c)) {
        if (type_of(f)->flags & TYPE_CODE_SELF) {
            r = op_call(f, 1, &self);
        } else {
            Value v;
            call_special(self, N___next__, 0, NULL, &v);
            r = v;
        }
        catch_leave(&c);
        return r;
    }
    if (!exception_matches(c.exception, &stop_iteration_type)) {
        raise_again(c.exception);
    }
    rt.thread->result = c.exception;
    return ABSENT;
}

static Value instance_next(Value self) {
    Value f = type_override(type_of(self), N___next__);
    if (is_present(f)) {
        return next_caught(self, f);
    }
    const Ops *ops = solid_ops(self);
    if (!op_of(ops, next)) {
        raise_type_error("'%T' object is not an iterator", self);
    }
    return op_of(ops, next)(unbox(self));
}

static bool instance_buffer(Value self, Buffer *out, int flags) {
    const Ops *ops = solid_ops(self);
    return op_of(ops, buffer) && op_of(ops, buffer)(unbox(self), out, flags);
}

const Ops instance_ops = {
    .repr = instance_repr,
    .str = instance_str,
    .hash = instance_hash,
    .truth = instance_truth,
    .compare = instance_compare,
    .binary = instance_binary,
    .inplace = instance_inplace,
    .unary = instance_unary,
    .call = instance_call,
    .getitem = instance_getitem,
    .setitem = instance_setitem,
    .contains = instance_contains,
    .len = instance_len,
    .iter = instance_iter,
    .next = instance_next,
    .buffer = instance_buffer,
    .descr_get = instance_descr_get,
    .descr_set = instance_descr_set,
};
