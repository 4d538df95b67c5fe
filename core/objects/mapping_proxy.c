// SPDX-License-Identifier: MIT
// mapping_proxy.c: mappingproxy, the read-only view of a class's namespace.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "text/str.h"

typedef struct MappingProxy {
    Cell head;
    Value mapping;
} MappingProxy;

static Value mapping_of(Value self) {
    return ((MappingProxy *)cell_of(self))->mapping;
}

Value mapping_proxy_new(Value mapping) {
    MappingProxy *p = heap_alloc(&mapping_proxy_type, sizeof(MappingProxy));
    p->mapping = mapping;
    return cell_value(p);
}

static Value proxy_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("mappingproxy", kwnames);
    if (n != 1) {
        raise_type_error("mappingproxy() takes exactly one argument (%z given)", (intptr_t)n);
    }
    bool mapping = is_instance(args[0], &dict_type) ||
                   is_present(type_lookup(type_of(args[0]), N___getitem__));
    if (!mapping || is_tuple(args[0]) || is_kind(args[0], &list_type)) {
        raise_type_error("mappingproxy() argument must be a mapping, not %T", args[0]);
    }
    return mapping_proxy_new(args[0]);
}

static Value proxy_repr(Value self) {
    return str_formatted("mappingproxy(%V)", mapping_of(self));
}
static Value proxy_str(Value self) {
    return op_str(mapping_of(self));
}
static Value proxy_getitem(Value self, Value key) {
    return op_getitem(mapping_of(self), key);
}
static bool proxy_contains(Value self, Value key) {
    return op_contains(mapping_of(self), key);
}
static intptr_t proxy_len(Value self) {
    return op_len(mapping_of(self));
}
static Value proxy_iter(Value self) {
    return op_iter(mapping_of(self));
}

static Value proxied(Value v) {
    return is_exact(v, &mapping_proxy_type) ? mapping_of(v) : v;
}

static Value proxy_compare(CompareOp op, Value self, Value other) {
    return op_compare(op, mapping_of(self), proxied(other));
}

static Value proxy_binary(BinaryOp op, Value a, Value b, bool reflected) {
    return op == OP_OR ? op_binary(op, proxied(a), proxied(b)) : NOT_IMPLEMENTED;
}

static Value proxy_inplace(BinaryOp op, Value a, Value b) {
    if (op != OP_OR) {
        return NOT_IMPLEMENTED;
    }
    raise_type_error("'|=' is not supported by mappingproxy; use '|' instead");
}

static intptr_t proxy_hash(Value self) {
    return op_hash(mapping_of(self));
}

static Value proxy_get(size_t n, const Value *args) {
    return op_call_method(mapping_of(args[0]), N_get, n - 1, args + 1);
}
static Value proxy_keys(Value self) {
    return op_call_method(mapping_of(self), N_keys, 0, NULL);
}
static Value proxy_values(Value self) {
    return op_call_method(mapping_of(self), N_values, 0, NULL);
}
static Value proxy_items(Value self) {
    return op_call_method(mapping_of(self), N_items, 0, NULL);
}
static Value proxy_copy(Value self) {
    return op_call_method(mapping_of(self), N_copy, 0, NULL);
}
static Value proxy_reversed(Value self) {
    return op_call_method(mapping_of(self), N___reversed__, 0, NULL);
}

static const Native proxy_methods[] = {
    METHOD_VAR(N_get, proxy_get, 2, 3),
    METHOD_1(N_keys, proxy_keys),
    METHOD_1(N_values, proxy_values),
    METHOD_1(N_items, proxy_items),
    METHOD_1(N_copy, proxy_copy),
    METHOD_1(N___reversed__, proxy_reversed),
    NATIVE_END,
};

static const Ops proxy_ops = {
    .repr = proxy_repr,
    .str = proxy_str,
    .hash = proxy_hash,
    .compare = proxy_compare,
    .binary = proxy_binary,
    .inplace = proxy_inplace,
    .getitem = proxy_getitem,
    .contains = proxy_contains,
    .len = proxy_len,
    .iter = proxy_iter,
    .create = proxy_create,
};
const Type mapping_proxy_type = {
    {&type_type}, N_mappingproxy, &proxy_ops, TYPE_FINAL | TYPE_TRACE_WORDS | TYPE_MAPPING,
    sizeof(MappingProxy), 'h', 0, &object_type, &mapping_proxy_type, {proxy_methods}, NULL, {NULL},
};
