// SPDX-License-Identifier: MIT
// weakref_proxy.c: weakref.proxy: a WeakRef that acts as what it refers to.
//
// Every operation is done with the target instead, and raises ReferenceError once it is dead.
#include "modules/weakref.h"
#include "objects/class.h"
#include "objects/method.h"
#include "objects/number.h"
#include "objects/iterators.h"
#include "text/str.h"

static bool is_proxy(Value v) {
    return is_exact(v, &proxy_type) || is_exact(v, &callable_proxy_type);
}

static Value target_of(Value self) {
    stack_check();
    Value target = ref_of(self)->target;
    if (is_absent(target)) {
        raise_error(&reference_error_type, "weakly-referenced object no longer exists");
    }
    return target;
}

// The target of a proxy; any other value as it is.
static Value plain(Value v) {
    return is_proxy(v) ? target_of(v) : v;
}

Value weakref_proxy(size_t n, const Value *args) {
    Value v = args[0], callback = n > 1 ? args[1] : ABSENT;
    weakref_check(v);
    const Type *type = op_callable(v) ? &callable_proxy_type : &proxy_type;
    WeakRef *r = is_absent(callback) || is_none(callback) ? weakref_find(v, type) : NULL;
    if (!r) {
        r = heap_alloc(type, sizeof *r);
        weakref_init(r, v, callback);
    }
    return cell_value(r);
}

// ---- operations --------------------------------------------------------------------------------

static Value proxy_repr(Value self) {
    Value target = ref_of(self)->target;
    if (is_absent(target)) {
        return str_formatted("<weakproxy at 0x%x; dead>", (unsigned)self.bits);
    }
    return str_formatted("<weakproxy at 0x%x; to '%T' at 0x%x>", (unsigned)self.bits, target,
                         (unsigned)target.bits);
}

static Value proxy_str(Value self) {
    return op_str(target_of(self));
}

static bool proxy_truth(Value self) {
    return op_truth(target_of(self));
}

static Value proxy_compare(CompareOp op, Value self, Value other) {
    return op_compare(op, plain(self), plain(other));
}

static Value proxy_binary(BinaryOp op, Value a, Value b, bool reflected) {
    (void)reflected;
    return op_binary(op, plain(a), plain(b));
}

static Value proxy_inplace(BinaryOp op, Value a, Value b) {
    return op_inplace(op, plain(a), plain(b));
}

static Value proxy_unary(UnaryOp op, Value self) {
    return op_unary(op, target_of(self));
}

static Value proxy_call(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    return call_forward(target_of(self), n, args, kwnames);
}

static Value proxy_getattr(Value self, const Str *name) {
    return attr_get(target_of(self), name);
}

static bool proxy_setattr(Value self, const Str *name, Value v) {
    if (is_present(v)) {
        attr_set(target_of(self), name, v);
    } else {
        attr_delete(target_of(self), name);
    }
    return true;
}

static Value proxy_getitem(Value self, Value key) {
    return op_getitem(target_of(self), plain(key));
}

static void proxy_setitem(Value self, Value key, Value v) {
    if (is_present(v)) {
        op_setitem(target_of(self), plain(key), v);
    } else {
        op_delitem(target_of(self), plain(key));
    }
}

static bool proxy_contains(Value self, Value item) {
    return op_contains(target_of(self), plain(item));
}

static intptr_t proxy_len(Value self) {
    return op_len(target_of(self));
}

static Value proxy_iter(Value self) {
    return op_iter(target_of(self));
}

static Value proxy_next(Value self) {
    Value target = target_of(self);
    const Type *t = type_of(target);
    bool steps = t->flags & TYPE_HEAP
                     ? op_of(t->solid->ops, next) || is_present(type_override(t, N___next__))
                     : op_of(t->ops, next) != NULL;
    if (!steps) {
        raise_type_error("Weakref proxy referenced a non-iterator '%T' object", target);
    }
    return op_next(target);
}

static Value special(Value self, const Str *name) {
    return op_call_method(target_of(self), name, 0, NULL);
}

static Value proxy_index(Value self) {
    return to_index(target_of(self));
}
static Value proxy_int(Value self) {
    return op_call_1(type_value(&int_type), target_of(self));
}
static Value proxy_float(Value self) {
    return op_call_1(type_value(&float_type), target_of(self));
}
static Value proxy_bytes(Value self) {
    return special(self, N___bytes__);
}
static Value proxy_reversed(Value self) {
    return special(self, N___reversed__);
}

// ---- types -------------------------------------------------------------------------------------

static const Native proxy_methods[] = {
    METHOD_1(N___index__, proxy_index),       METHOD_1(N___int__, proxy_int),
    METHOD_1(N___float__, proxy_float),       METHOD_1(N___bytes__, proxy_bytes),
    METHOD_1(N___reversed__, proxy_reversed), NATIVE_END,
};
#define PROXY_OPS(NAME, CALL) \
    static const Ops NAME = { \
        .repr = proxy_repr, .str = proxy_str, .hash = hash_unhashable, .truth = proxy_truth, \
        .compare = proxy_compare, .binary = proxy_binary, .inplace = proxy_inplace, \
        .unary = proxy_unary, .call = CALL, .getattr = proxy_getattr, .setattr = proxy_setattr, \
        .getitem = proxy_getitem, .setitem = proxy_setitem, .contains = proxy_contains, \
        .len = proxy_len, .iter = proxy_iter, .next = proxy_next, \
    };
PROXY_OPS(proxy_ops, NULL)
PROXY_OPS(callable_proxy_ops, proxy_call)
#undef PROXY_OPS

const Type proxy_type = {
    .head = {&type_type},
    .name = N_ProxyType,
    .ops = &proxy_ops,
    .flags = TYPE_FINAL | TYPE_UNHASHABLE,
    .payload = sizeof(WeakRef),
    .letter = 'h',
    .base = &object_type,
    .solid = &proxy_type,
    .methods = proxy_methods,
    .trace = weak_ref_trace,
};
const Type callable_proxy_type = {
    .head = {&type_type},
    .name = N_CallableProxyType,
    .ops = &callable_proxy_ops,
    .flags = TYPE_FINAL | TYPE_UNHASHABLE,
    .payload = sizeof(WeakRef),
    .letter = 'h',
    .base = &object_type,
    .solid = &callable_proxy_type,
    .methods = proxy_methods,
    .trace = weak_ref_trace,
};
