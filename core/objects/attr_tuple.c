// SPDX-License-Identifier: MIT
// attr_tuple.c: tuples whose items have names too. All operations are those of the tuple inside.
#include "objects/attr_tuple.h"
#include "objects/containers.h"
#include "error.h"
#include "heap/heap.h"
#include "objects/protocol.h"
#include "text/str.h"

static const AttrTupleType *kind_of(Value self) {
    return (const AttrTupleType *)(const void *)type_of(self);
}

static Tuple *items_of(Value self) {
    return tuple_of(unbox(self));
}

Value attr_tuple_new(const AttrTupleType *type, const Value *items, size_t n, Value extra) {
    Value tuple = tuple_new(items, n);
    AttrTuple *t = heap_alloc(&type->type, sizeof *t);
    t->items = tuple;
    t->extra = extra;
    return cell_value(t);
}

static Value item_named(Value self, size_t i) {
    Tuple *t = items_of(self);
    if (i < t->len) {
        return t->items[i];
    }
    Value extra = ((AttrTuple *)cell_of(self))->extra;
    i -= t->len;
    return is_present(extra) && i < tuple_of(extra)->len ? tuple_of(extra)->items[i] : ABSENT;
}

static Value attr_tuple_getattr(Value self, const Str *name) {
    if (!is_boxed(self)) {
        return ABSENT;
    }
    const Str *const *names = kind_of(self)->names;
    Value found = ABSENT;
    for (size_t i = 0; names[i]; i++) {
        Value item = names[i] == name ? item_named(self, i) : ABSENT;
        found = is_present(item) ? item : found; // of several of that name the last: os.stat_result.st_mtime
    }
    return found;
}

static Value attr_tuple_repr(Value self) {
    const AttrTupleType *kind = kind_of(self);
    StrBuilder b;
    builder_init(&b, 80);
    builder_add_c(&b, kind->display);
    builder_add_c(&b, "(");
    for (size_t i = 0; i < items_of(self)->len; i++) {
        builder_add_format(&b, i ? ", %S=%V" : "%S=%V", kind->names[i], items_of(self)->items[i]);
    }
    builder_add_c(&b, ")");
    return builder_finish(&b);
}

static intptr_t attr_tuple_hash(Value self) {
    return op_of(tuple_type.ops, hash)(unbox(self));
}

static Value attr_tuple_compare(CompareOp op, Value self, Value other) {
    return op_of(tuple_type.ops, compare)(op, unbox(self), unbox(other));
}

static Value attr_tuple_binary(BinaryOp op, Value a, Value b, bool reflected) {
    return op_of(tuple_type.ops, binary)(op, unbox(a), unbox(b), reflected);
}

static Value attr_tuple_getitem(Value self, Value key) {
    return op_of(tuple_type.ops, getitem)(unbox(self), key);
}

static bool attr_tuple_contains(Value self, Value item) {
    return op_of(tuple_type.ops, contains)(unbox(self), item);
}

static intptr_t attr_tuple_len(Value self) {
    return (intptr_t)items_of(self)->len;
}

static Value attr_tuple_iter(Value self) {
    return op_of(tuple_type.ops, iter)(unbox(self));
}

// stat_result(sequence) and so on: as many items as there are names at least.
static Value attr_tuple_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("attr_tuple", kwnames);
    if (n != 1) {
        raise_type_error("%S() takes one sequence", cls->name);
    }
    const AttrTupleType *kind = (const AttrTupleType *)(const void *)cls;
    Value given = tuple_from_iterable(args[0]);
    size_t names = 0;
    while (kind->names[names]) {
        names++;
    }
    size_t len = tuple_of(given)->len;
    if (len > names || len == 0) {
        raise_type_error("%S() takes a sequence of at most %z items (%z given)", cls->name,
                         (intptr_t)names, (intptr_t)len);
    }
    return attr_tuple_new(kind, tuple_of(given)->items, len, ABSENT);
}

const Native attr_tuple_methods[] = {NATIVE_END};

const Ops attr_tuple_ops = {
    .repr = attr_tuple_repr,
    .hash = attr_tuple_hash,
    .compare = attr_tuple_compare,
    .binary = attr_tuple_binary,
    .getattr = attr_tuple_getattr,
    .getitem = attr_tuple_getitem,
    .contains = attr_tuple_contains,
    .len = attr_tuple_len,
    .iter = attr_tuple_iter,
    .create = attr_tuple_create,
};
