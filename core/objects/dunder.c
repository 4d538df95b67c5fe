// SPDX-License-Identifier: MIT
// dunder.c: the operations of builtin types under their special-method names.
//
// list.__len__ is not a row but made on access: a slot wrapper {owner, index into the table below},
// which checks its receiver and calls the operation in the owner's Ops. Found values of
// exact builtins use the same wrappers through method binding.
#include "error.h"
#include "objects/class.h"
#include "objects/class_ops.h"
#include "objects/containers.h"
#include "objects/iterators.h"
#include "objects/method.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/operand.h"
#include "text/str.h"
#include <assert.h>

typedef enum {
    SLOT_REPR, SLOT_STR, SLOT_HASH, SLOT_BOOL, SLOT_COMPARE, SLOT_BINARY, SLOT_REFLECTED,
    SLOT_INPLACE, SLOT_UNARY, SLOT_CALL, SLOT_GETITEM, SLOT_SETITEM, SLOT_DELITEM, SLOT_CONTAINS,
    SLOT_LEN, SLOT_ITER, SLOT_NEXT, SLOT_GET, SLOT_SET, SLOT_DELETE, SLOT_NEW, SLOT_INIT,
    SLOT_SETATTR, SLOT_DELATTR,
} SlotKind;

typedef struct {
    const Str *name;
    uint8_t kind;     // SlotKind
    uint8_t op;       // CompareOp, BinaryOp, UnaryOp
    uint8_t min, max; // arguments after self
} Dunder;

static const Dunder dunders[] = {
    {N___repr__, SLOT_REPR, 0, 0, 0},
    {N___str__, SLOT_STR, 0, 0, 0},
    {N___hash__, SLOT_HASH, 0, 0, 0},
    {N___bool__, SLOT_BOOL, 0, 0, 0},
    {N___lt__, SLOT_COMPARE, CMP_LT, 1, 1},
    {N___le__, SLOT_COMPARE, CMP_LE, 1, 1},
    {N___eq__, SLOT_COMPARE, CMP_EQ, 1, 1},
    {N___ne__, SLOT_COMPARE, CMP_NE, 1, 1},
    {N___gt__, SLOT_COMPARE, CMP_GT, 1, 1},
    {N___ge__, SLOT_COMPARE, CMP_GE, 1, 1},
    {N___add__, SLOT_BINARY, OP_ADD, 1, 1},
    {N___radd__, SLOT_REFLECTED, OP_ADD, 1, 1},
    {N___sub__, SLOT_BINARY, OP_SUB, 1, 1},
    {N___rsub__, SLOT_REFLECTED, OP_SUB, 1, 1},
    {N___mul__, SLOT_BINARY, OP_MUL, 1, 1},
    {N___rmul__, SLOT_REFLECTED, OP_MUL, 1, 1},
    {N___truediv__, SLOT_BINARY, OP_TRUEDIV, 1, 1},
    {N___rtruediv__, SLOT_REFLECTED, OP_TRUEDIV, 1, 1},
    {N___floordiv__, SLOT_BINARY, OP_FLOORDIV, 1, 1},
    {N___rfloordiv__, SLOT_REFLECTED, OP_FLOORDIV, 1, 1},
    {N___mod__, SLOT_BINARY, OP_MOD, 1, 1},
    {N___rmod__, SLOT_REFLECTED, OP_MOD, 1, 1},
    {N___pow__, SLOT_BINARY, OP_POW, 1, 2},
    {N___rpow__, SLOT_REFLECTED, OP_POW, 1, 2},
    {N___lshift__, SLOT_BINARY, OP_LSHIFT, 1, 1},
    {N___rlshift__, SLOT_REFLECTED, OP_LSHIFT, 1, 1},
    {N___rshift__, SLOT_BINARY, OP_RSHIFT, 1, 1},
    {N___rrshift__, SLOT_REFLECTED, OP_RSHIFT, 1, 1},
    {N___and__, SLOT_BINARY, OP_AND, 1, 1},
    {N___rand__, SLOT_REFLECTED, OP_AND, 1, 1},
    {N___or__, SLOT_BINARY, OP_OR, 1, 1},
    {N___ror__, SLOT_REFLECTED, OP_OR, 1, 1},
    {N___xor__, SLOT_BINARY, OP_XOR, 1, 1},
    {N___rxor__, SLOT_REFLECTED, OP_XOR, 1, 1},
    {N___divmod__, SLOT_BINARY, OP_DIVMOD, 1, 1},
    {N___rdivmod__, SLOT_REFLECTED, OP_DIVMOD, 1, 1},
    {N___iadd__, SLOT_INPLACE, OP_ADD, 1, 1},
    {N___isub__, SLOT_INPLACE, OP_SUB, 1, 1},
    {N___imul__, SLOT_INPLACE, OP_MUL, 1, 1},
    {N___iand__, SLOT_INPLACE, OP_AND, 1, 1},
    {N___ior__, SLOT_INPLACE, OP_OR, 1, 1},
    {N___ixor__, SLOT_INPLACE, OP_XOR, 1, 1},
    {N___neg__, SLOT_UNARY, OP_NEG, 0, 0},
    {N___pos__, SLOT_UNARY, OP_POS, 0, 0},
    {N___invert__, SLOT_UNARY, OP_INVERT, 0, 0},
    {N___abs__, SLOT_UNARY, OP_ABS, 0, 0},
    {N___call__, SLOT_CALL, 0, 0, NATIVE_MANY},
    {N___getitem__, SLOT_GETITEM, 0, 1, 1},
    {N___setitem__, SLOT_SETITEM, 0, 2, 2},
    {N___delitem__, SLOT_DELITEM, 0, 1, 1},
    {N___contains__, SLOT_CONTAINS, 0, 1, 1},
    {N___len__, SLOT_LEN, 0, 0, 0},
    {N___iter__, SLOT_ITER, 0, 0, 0},
    {N___next__, SLOT_NEXT, 0, 0, 0},
    {N___get__, SLOT_GET, 0, 1, 2},
    {N___set__, SLOT_SET, 0, 2, 2},
    {N___delete__, SLOT_DELETE, 0, 1, 1},
    {N___new__, SLOT_NEW, 0, 1, NATIVE_MANY},
    {N___init__, SLOT_INIT, 0, 0, NATIVE_MANY},
    {N___setattr__, SLOT_SETATTR, 0, 2, 2},
    {N___delattr__, SLOT_DELATTR, 0, 1, 1},
};

// ---- which type has which ----------------------------------------------------------------------

// Operators of a type, bit n for BinaryOp or UnaryOp n. One function often serves more of them than
// the type has: so that it has no others under their names, each kind of type says which.
typedef struct {
    uint16_t plain, reflected, inplace;
    uint8_t unary;
} Operators;

#define BIT(OP) (1u << (OP))
enum {
    SEQUENCE_OPS = BIT(OP_ADD) | BIT(OP_MUL),
    SET_OPS = BIT(OP_SUB) | BIT(OP_AND) | BIT(OP_OR) | BIT(OP_XOR),
    COUNTER_OPS = BIT(OP_ADD) | BIT(OP_SUB) | BIT(OP_AND) | BIT(OP_OR),
    NUMBER_OPS = (BIT(BINARY_OPS) - 1) & ~BIT(OP_MATMUL),
    COMPLEX_OPS = SEQUENCE_OPS | BIT(OP_SUB) | BIT(OP_TRUEDIV) | BIT(OP_POW),
    FLOAT_OPS = COMPLEX_OPS | BIT(OP_FLOORDIV) | BIT(OP_MOD) | BIT(OP_DIVMOD),
    SIGN_OPS = BIT(OP_NEG) | BIT(OP_POS) | BIT(OP_ABS),
};

static bool is_text(const Type *t) {
    return t == &str_type || t == &bytes_type || t == &bytearray_type;
}

static Operators operators_of(const Type *t) {
    if (is_text(t)) {
        return (Operators){SEQUENCE_OPS | BIT(OP_MOD), BIT(OP_MUL) | BIT(OP_MOD), SEQUENCE_OPS, 0};
    }
    if (t->flags & TYPE_SEQUENCE) {
        return (Operators){SEQUENCE_OPS, BIT(OP_MUL), SEQUENCE_OPS, 0};
    }
    if (t == &float_type || t == &complex_type) {
        unsigned some = t == &float_type ? FLOAT_OPS : COMPLEX_OPS;
        return (Operators){some, some, 0, SIGN_OPS};
    }
    if (op_of(t->ops, unary)) { // Counter; int, bool, weak proxies
        bool counter = t->flags & TYPE_MAPPING;
        return counter ? (Operators){COUNTER_OPS, BIT(OP_OR), COUNTER_OPS, SIGN_OPS & ~BIT(OP_ABS)}
                       : (Operators){NUMBER_OPS, NUMBER_OPS, NUMBER_OPS, BIT(UNARY_OPS) - 1};
    }
    bool set = op_of(t->ops, contains) && !(t->flags & TYPE_MAPPING);
    unsigned some = set ? SET_OPS : BIT(OP_OR); // mappings, types and what stands for types: |
    return (Operators){some, some, some, 0};
}

// Containers have a quick answer to whether they are empty; it is no method.
static bool has_bool(const Type *t) {
    return op_of(t->ops, truth) &&
           (!op_of(t->ops, len) || op_of(t->ops, unary) || t == &range_type);
}

static bool is_unhashable(const Type *t) {
    return t->flags & TYPE_UNHASHABLE || op_of(t->ops, hash) == hash_unhashable;
}

// Most that are hashed by identity leave it to object.
static bool has_hash(const Type *t) {
    intptr_t (*hash)(Value) = op_of(t->ops, hash);
    return is_unhashable(t) || (hash && (hash != hash_identity || t == &object_type));
}

static bool has_slot(const Type *t, const Dunder *d) {
    const Ops *ops = t->ops;
    switch ((SlotKind)d->kind) {
    case SLOT_REPR: return op_of(ops, repr);
    case SLOT_STR: return op_of(ops, str);
    case SLOT_HASH: return has_hash(t);
    case SLOT_BOOL: return has_bool(t);
    case SLOT_COMPARE: return op_of(ops, compare);
    case SLOT_BINARY: return op_of(ops, binary) && operators_of(t).plain & BIT(d->op);
    case SLOT_REFLECTED: return op_of(ops, binary) && operators_of(t).reflected & BIT(d->op);
    case SLOT_INPLACE: return op_of(ops, inplace) && operators_of(t).inplace & BIT(d->op);
    case SLOT_UNARY: return op_of(ops, unary) && operators_of(t).unary & BIT(d->op);
    case SLOT_CALL: return op_of(ops, call);
    case SLOT_GETITEM: return op_of(ops, getitem) && t != &type_type; // list[int] is no method
    case SLOT_SETITEM:
    case SLOT_DELITEM: return op_of(ops, setitem);
    case SLOT_CONTAINS: return op_of(ops, contains);
    case SLOT_LEN: return op_of(ops, len);
    case SLOT_ITER: return op_of(ops, iter);
    case SLOT_NEXT: return op_of(ops, next);
    case SLOT_GET: return op_of(ops, descr_get);
    case SLOT_SET:
    case SLOT_DELETE: return op_of(ops, descr_set);
    case SLOT_NEW: return op_of(ops, create);
    case SLOT_INIT: return op_of(ops, init);
    case SLOT_SETATTR:
    case SLOT_DELATTR: return op_of(ops, setattr) && op_of(ops, setattr) != wrapper_setattr;
    }
    return false;
}

int dunder_find(const Type *builtin, const Str *name) {
    for (size_t i = 0; i < COUNT_OF(dunders); i++) {
        if (dunders[i].name == name) {
            return has_slot(builtin, &dunders[i]) ? (int)i : -1;
        }
    }
    return -1;
}

const Str *dunder_name(int index) {
    assert(index >= 0 && (size_t)index < COUNT_OF(dunders));
    return dunders[index].name;
}

const char *dunder_signature(int index) {
    const Dunder *d = &dunders[index];
    switch ((SlotKind)d->kind) {
    case SLOT_COMPARE:
    case SLOT_INPLACE: return "($self, value, /)";
    case SLOT_BINARY:
    case SLOT_REFLECTED:
        return d->op == OP_POW ? "($self, value, mod=None, /)" : "($self, value, /)";
    case SLOT_CALL:
    case SLOT_INIT: return "($self, /, *args, **kwargs)";
    case SLOT_GETITEM:
    case SLOT_DELITEM:
    case SLOT_CONTAINS: return "($self, key, /)";
    case SLOT_SETITEM: return "($self, key, value, /)";
    case SLOT_GET: return "($self, instance, owner=None, /)";
    case SLOT_SET: return "($self, instance, value, /)";
    case SLOT_DELETE: return "($self, instance, /)";
    case SLOT_SETATTR: return "($self, name, value, /)";
    case SLOT_DELATTR: return "($self, name, /)";
    case SLOT_NEW: return "($type, *args, **kwargs)";
    case SLOT_REPR:
    case SLOT_STR:
    case SLOT_HASH:
    case SLOT_BOOL:
    case SLOT_UNARY:
    case SLOT_LEN:
    case SLOT_ITER:
    case SLOT_NEXT: break;
    }
    return "($self, /)";
}

void dunder_names(const Type *builtin, Value list) {
    for (size_t i = 0; i < COUNT_OF(dunders); i++) {
        if (has_slot(builtin, &dunders[i])) {
            list_append(list_of(list), str_value(dunders[i].name));
        }
    }
}

// ---- the wrapper -------------------------------------------------------------------------------

Value dunder_new(const Type *owner, int index) {
    assert(index >= 0 && (size_t)index < COUNT_OF(dunders));
    if (dunders[index].kind == SLOT_HASH && is_unhashable(owner)) {
        return NONE;
    }
    bool is_new = dunders[index].kind == SLOT_NEW;
    return unbound_get_or_new(is_new ? &new_wrapper_type : &slot_wrapper_type, owner,
                              int_value(index));
}

static const Unbound *wrapper_of(Value v) {
    assert(is_exact(v, &slot_wrapper_type) || is_exact(v, &new_wrapper_type));
    return (const Unbound *)v.bits;
}

static const Dunder *dunder_of(Value v) {
    return &dunders[int_of(wrapper_of(v)->row)];
}

static Value call_next(const Ops *ops, Value self) {
    Value r = op_of(ops, next)(self);
    if (is_absent(r)) {
        iterator_raise_stop();
    }
    return r;
}

static Value call_get(const Ops *ops, Value self, size_t n, const Value *args) {
    assert(n >= 1);
    Value object = is_none(args[0]) ? ABSENT : args[0];
    if (is_absent(object) && (n < 2 || is_none(args[1]))) {
        raise_type_error("__get__(None, None) is invalid");
    }
    const Type *cls = n > 1 && is_class(args[1]) ? class_of(args[1]) : type_of(args[0]);
    return op_of(ops, descr_get)(self, object, cls);
}

// Calls the operation; self is unboxed as the owner wants it.
static Value call_slot(const Dunder *d, const Ops *ops, Value self, size_t n, const Value *args,
                       const Tuple *kwnames) {
    switch ((SlotKind)d->kind) {
    case SLOT_REPR: return op_of(ops, repr)(self);
    case SLOT_STR: return op_of(ops, str)(self);
    case SLOT_HASH: return int_from(op_of(ops, hash)(self));
    case SLOT_BOOL: return bool_value(op_of(ops, truth)(self));
    case SLOT_COMPARE: return op_of(ops, compare)((CompareOp)d->op, self, args[0]);
    case SLOT_BINARY:
        if (n > 1 && !is_none(args[1])) { // (2).__pow__(3, 5)
            return int_pow_mod(self, args[0], args[1]);
        }
        return op_of(ops, binary)((BinaryOp)d->op, self, args[0], false);
    case SLOT_REFLECTED: return op_of(ops, binary)((BinaryOp)d->op, args[0], self, true);
    case SLOT_INPLACE: return op_of(ops, inplace)((BinaryOp)d->op, self, args[0]);
    case SLOT_UNARY: return op_of(ops, unary)((UnaryOp)d->op, self);
    case SLOT_CALL: return op_of(ops, call)(self, n, args, kwnames);
    case SLOT_GETITEM: return op_of(ops, getitem)(self, args[0]);
    case SLOT_SETITEM: op_of(ops, setitem)(self, args[0], args[1]); return NONE;
    case SLOT_DELITEM: op_of(ops, setitem)(self, args[0], ABSENT); return NONE;
    case SLOT_CONTAINS: return bool_value(op_of(ops, contains)(self, args[0]));
    case SLOT_LEN: return int_from(op_of(ops, len)(self));
    case SLOT_ITER: return op_of(ops, iter)(self);
    case SLOT_NEXT: return call_next(ops, self);
    case SLOT_GET: return call_get(ops, self, n, args);
    case SLOT_SET: op_of(ops, descr_set)(self, args[0], args[1]); return NONE;
    case SLOT_DELETE: op_of(ops, descr_set)(self, args[0], ABSENT); return NONE;
    case SLOT_INIT: op_of(ops, init)(self, n, args, kwnames); return NONE;
    case SLOT_SETATTR: attr_generic_set(self, attr_name(args[0]), args[1]); return NONE;
    case SLOT_DELATTR: attr_generic_set(self, attr_name(args[0]), ABSENT); return NONE;
    case SLOT_NEW: break;
    }
    raise_type_error("not callable");
}

static void check_count(const Dunder *d, size_t n) {
    if (n >= d->min && (n <= d->max || d->max == NATIVE_MANY)) {
        return;
    }
    const char *gap = d->max == 2 ? " " : ""; // in CPython the name of a function, which is empty
    const char *most = d->min == d->max ? "" : n < d->min ? "at least " : "at most ";
    int wanted = n < d->min ? d->min : d->max;
    raise_type_error("%sexpected %s%d argument%s, got %z", gap, most, wanted,
                     wanted == 1 ? "" : "s", (intptr_t)n);
}

// s.__mul__(n) of a sequence wants an index; as an operator it says what it can't multiply.
static void check_times(const Type *owner, const Dunder *d, Value times) {
    bool mul = d->op == OP_MUL && (d->kind == SLOT_BINARY || d->kind == SLOT_REFLECTED ||
                                   d->kind == SLOT_INPLACE);
    if (mul && (owner->flags & TYPE_SEQUENCE || is_text(owner))) {
        operand_check_times(times);
    }
}

// Does the operation take an instance of a subclass as it is?
static bool takes_whole(const Type *owner, unsigned kind) {
    if (owner == &object_type || owner->flags & TYPE_BOXED) {
        return true;
    }
    if (kind == SLOT_BINARY || kind == SLOT_REFLECTED) {
        return binary_takes_whole(owner);
    }
    return kind == SLOT_REPR && owner == &frozenset_type;
}

static Value wrapper_call(Value w, size_t n, const Value *args, const Tuple *kwnames) {
    const Dunder *d = dunder_of(w);
    const Type *owner = wrapper_of(w)->owner;
    stack_check();
    if (n == 0) {
        raise_type_error("descriptor '%S' of '%S' object needs an argument", d->name, owner->name);
    }
    if (!is_instance(args[0], owner)) {
        raise_type_error("descriptor '%S' requires a '%S' object but received a '%T'", d->name,
                         owner->name, args[0]);
    }
    if (kwnames && kwnames->len > 0 && d->kind != SLOT_CALL && d->kind != SLOT_INIT) {
        raise_type_error("wrapper %S() takes no keyword arguments", d->name);
    }
    check_count(d, n - 1);
    if (n == 2) {
        check_times(owner, d, args[1]);
    }
    Value self = takes_whole(owner, d->kind) ? args[0] : unbox(args[0]);
    bool kinds = owner->flags & TYPE_FINAL; // type_shown(): the receiver may be another kind of it
    return call_slot(d, kinds ? type_of(self)->ops : owner->ops, self, n - 1, args + 1, kwnames);
}

static Value wrapper_get(Value w, Value object, const Type *owner) {
    return is_absent(object) ? w : method_new(w, object);
}

static Value wrapper_repr(Value w) {
    return str_formatted("<slot wrapper '%S' of '%S' objects>", dunder_of(w)->name,
                         type_name_in_c(wrapper_of(w)->owner));
}

static intptr_t wrapper_hash(Value w) {
    return (intptr_t)((uintptr_t)wrapper_of(w)->owner / BLOCK_BYTES) + int_of(wrapper_of(w)->row);
}

static const Ops wrapper_ops = {
    .repr = wrapper_repr,
    .hash = wrapper_hash,
    .call = wrapper_call,
    .descr_get = wrapper_get,
};
const Type slot_wrapper_type = {
    {&type_type}, N_wrapper_descriptor, &wrapper_ops,
    TYPE_FINAL | TYPE_CODE_SELF, sizeof(Unbound), 'h', 0,
    &object_type, &slot_wrapper_type, {descriptor_attrs}, unbound_trace, {NULL},
};

// ---- __new__: static ---------------------------------------------------------------------------

// Builtins whose __new__() makes an empty one, whatever it is given; their create() does what
// __init__() does, too.
static bool is_filled_by_init(const Type *t) {
    bool is_filled = is_unhashable(t) || t == &property_type;
    return is_filled && !(t->flags & TYPE_HEAP) && op_of(t->ops, init);
}

static Value new_call(Value w, size_t n, const Value *args, const Tuple *kwnames) {
    const Type *owner = wrapper_of(w)->owner;
    if (n == 0) {
        raise_type_error("%S.__new__(): not enough arguments", owner->name);
    }
    if (!is_class(args[0])) {
        raise_type_error("%S.__new__(X): X is not a type object (%T)", owner->name, args[0]);
    }
    const Type *cls = class_of(args[0]);
    if (!is_subtype(cls, owner)) {
        raise_type_error("%S.__new__(%S): %S is not a subtype of %S", owner->name, cls->name,
                         cls->name, owner->name);
    }
    const Type *maker = cls->flags & TYPE_HEAP ? cls->solid : cls;
    if (op_of(maker->ops, create) != op_of(owner->ops, create)) {
        raise_type_error("%S.__new__(%S) is not safe, use %S.__new__()", owner->name, cls->name,
                         maker->name);
    }
    if (is_filled_by_init(cls)) {
        return op_of(owner->ops, create)(cls, 0, NULL, NULL);
    }
    return op_of(owner->ops, create)(cls, n - 1, args + 1, kwnames);
}

static const Ops new_ops = {
    .repr = native_function_repr,
    .hash = wrapper_hash,
    .compare = native_function_compare,
    .call = new_call,
};
const Type new_wrapper_type = {
    {&type_type}, N_builtin_function_or_method, &new_ops, TYPE_FINAL,
    sizeof(Unbound), 'h', 0, &native_type, &new_wrapper_type, {NULL}, unbound_trace, {NULL},
};
