// SPDX-License-Identifier: MIT
// attr_tuple.c: tuples whose items have names too. All operations are those of the tuple inside.
#include "objects/attr_tuple.h"
#include "objects/containers.h"
#include "error.h"
#include "heap/heap.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "text/str.h"
#include <string.h>

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

// ---- fields ------------------------------------------------------------------------------------

static size_t field_count(const AttrTupleType *kind) {
    size_t n = 0;
    while (kind->names[n]) {
        n++;
    }
    return n;
}

static bool is_named(const AttrTupleType *kind, size_t i) {
    size_t later = i + 1;
    while (kind->names[later] && kind->names[later] != kind->names[i]) {
        later++;
    }
    return !kind->names[later];
}

static size_t unnamed_count(const AttrTupleType *kind) {
    size_t n = 0;
    for (size_t i = 0; kind->names[i]; i++) {
        n += !is_named(kind, i);
    }
    return n;
}

// The names of the items of the tuple.
static Value match_args(const AttrTupleType *kind) {
    Tuple *t = tuple_alloc(kind->len - unnamed_count(kind));
    for (size_t i = 0, n = 0; n < t->len; i++) {
        if (is_named(kind, i)) {
            t->items[n++] = str_value(kind->names[i]);
        }
    }
    return cell_value(t);
}

Value attr_tuple_type_value(const AttrTupleType *kind, const Str *name) {
    if (name == N___match_args__) {
        return match_args(kind);
    }
    if (name == N_n_fields) {
        return int_value((intptr_t)field_count(kind));
    }
    if (name == N_n_sequence_fields) {
        return int_value(kind->len);
    }
    return name == N_n_unnamed_fields ? int_value((intptr_t)unnamed_count(kind)) : ABSENT;
}

static Value attr_tuple_getattr(Value self, const Str *name) {
    if (!is_boxed(self)) {
        return ABSENT;
    }
    const Str *const *names = kind_of(self)->names;
    Value found = ABSENT;
    for (size_t i = 0; names[i]; i++) {
        Value item = names[i] == name ? item_named(self, i) : ABSENT;
        // Of several of that name the last that has a value: os.stat_result.st_mtime.
        bool better = is_present(item) && (is_absent(found) || !is_none(item));
        found = better ? item : found;
    }
    return is_present(found) ? found : attr_tuple_type_value(kind_of(self), name);
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

// ---- making ------------------------------------------------------------------------------------

// The first `given` fields are in the array, the others come from the dict or are None. Returns how
// many the dict has.
static size_t fill_from_dict(const AttrTupleType *kind, Value *fields, size_t given, Value dict) {
    size_t found = 0;
    for (size_t i = given; kind->names[i]; i++) {
        Value v = is_present(dict) ? dict_get(dict_of(dict), str_value(kind->names[i])) : ABSENT;
        found += is_present(v);
        fields[i] = is_present(v) ? v : NONE;
    }
    return found;
}

static Value from_fields(const AttrTupleType *kind, const Value *fields) {
    size_t hidden = field_count(kind) - kind->len;
    Value extra = hidden ? tuple_new(fields + kind->len, hidden) : ABSENT;
    return attr_tuple_new(kind, fields, kind->len, extra);
}

static void check_length(const AttrTupleType *kind, size_t len) {
    size_t most = field_count(kind);
    if (len >= kind->len && len <= most) {
        return;
    }
    const char *limit = kind->len == most ? "" : len > most ? "n at most" : "n at least";
    raise_type_error("%s() takes a%s %z-sequence (%z-sequence given)", kind->display, limit,
                     (intptr_t)(len > most ? most : kind->len), (intptr_t)len);
}

static Value sequence_argument(Value v) {
    if (is_absent(type_lookup(type_of(v), N___iter__)) &&
        is_absent(type_lookup(type_of(v), N___getitem__))) {
        raise_type_error("constructor requires a sequence");
    }
    return tuple_from_iterable(v);
}

// stat_result(sequence, dict) and so on.
static Value attr_tuple_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_sequence, ARG_REQUIRED}, {N_dict, 0}, {NULL, 0}};
    const AttrTupleType *kind = (const AttrTupleType *)(const void *)cls;
    Value in[2];
    if (kind->fixed) {
        raise_type_error("cannot create '%s' instances", kind->display);
    }
    args_parse("structseq", spec, n, args, kwnames, in);
    Value given = sequence_argument(in[0]);
    if (is_present(in[1]) && !is_instance(in[1], &dict_type)) {
        raise_type_error("%s() takes a dict as second arg, if any", kind->display);
    }
    size_t len = tuple_of(given)->len;
    check_length(kind, len);
    Tuple *fields = tuple_alloc(field_count(kind));
    memcpy(fields->items, tuple_of(given)->items, len * sizeof(Value));
    size_t found = fill_from_dict(kind, fields->items, len, in[1]);
    if (is_present(in[1]) && (size_t)dict_len(dict_of(in[1])) > found) {
        raise_type_error("%s() got duplicate or unexpected field name(s)", kind->display);
    }
    return from_fields(kind, fields->items);
}

// ---- methods -----------------------------------------------------------------------------------

// (class, (items, {name: value of those beyond}))
static Value attr_tuple_reduce(Value self) {
    const AttrTupleType *kind = kind_of(self);
    Dict *d = dict_new(0);
    for (size_t i = items_of(self)->len; kind->names[i]; i++) {
        Value v = item_named(self, i);
        dict_set_name(d, kind->names[i], is_present(v) ? v : NONE);
    }
    return reduced_2(type_value(type_of(self)), unbox(self), cell_value(d));
}

static void set_field(const AttrTupleType *kind, Tuple *fields, Value name, Value v, List *left) {
    for (size_t i = 0; i < fields->len; i++) {
        if (same(name, str_value(kind->names[i]))) {
            fields->items[i] = v;
            return;
        }
    }
    list_append(left, name);
}

static Value attr_tuple_replace(size_t n, const Value *args, const Tuple *kwnames) {
    const AttrTupleType *kind = kind_of(args[0]);
    if (n > 1) {
        raise_type_error("__replace__() takes no positional arguments");
    }
    if (unnamed_count(kind)) {
        raise_type_error("__replace__() is not supported for %s because it has unnamed field(s)",
                         kind->display);
    }
    Tuple *fields = tuple_alloc(field_count(kind));
    for (size_t i = 0; i < fields->len; i++) {
        Value v = item_named(args[0], i);
        fields->items[i] = is_present(v) ? v : NONE;
    }
    List *left = list_new(0);
    for (size_t i = 0; kwnames && i < kwnames->len; i++) {
        set_field(kind, fields, kwnames->items[i], args[n + i], left);
    }
    if (left->len) {
        raise_type_error("Got unexpected field name(s): %V", cell_value(left));
    }
    return from_fields(kind, fields->items);
}

const Native attr_tuple_methods[] = {
    ROW_REDUCE(attr_tuple_reduce),
    NATIVE_ROW(native_method_type, N___replace__, kw, attr_tuple_replace, NATIVE_KW, 1, 1,
               NATIVE_WHOLE_SELF),
    NATIVE_END,
};

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
