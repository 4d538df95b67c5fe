// SPDX-License-Identifier: MIT
// native.c: calling functions written in C: arity, receivers, keywords; the values for them.
//
// Rows are const cells of four types (type.h): functions, methods, class methods, attributes.
// A row does not know which type it belongs to: attribute lookup has checked the receiver before
// it hands a row out, and `list.append` taken from the class is an Unbound, which checks.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "text/str.h"
#include <assert.h>

static size_t keyword_count(const Tuple *kwnames) {
    return kwnames ? kwnames->len : 0;
}

// ---- arity -------------------------------------------------------------------------------------

static bool is_method_row(const Native *row) {
    return row->head.type != &native_type;
}

// The name of the type among t and its bases that has the row.
static const Str *owner_name(const Native *row, const Type *t) {
    const Type *at = t;
    while (at && (at->flags & TYPE_HEAP || find_row(at->methods, native_name(row)) != row)) {
        at = at->base;
    }
    return (at ? at : t)->name;
}

// "list.append" or "len", as messages name it.
static Value row_name(const Native *row, size_t n, const Value *args) {
    if (!is_method_row(row) || n == 0) {
        return str_value(native_name(row));
    }
    bool on_class = row->head.type == &native_classmethod_type && is_class(args[0]);
    const Str *owner = on_class ? class_of(args[0])->name : owner_name(row, type_of(args[0]));
    return str_formatted("%S.%S", owner, native_name(row));
}

COLD static _Noreturn void bad_count(const Native *row, size_t n, const Value *args) {
    size_t self = is_method_row(row);
    if (n < self) {
        raise_type_error("unbound method %S() needs an argument", native_name(row));
    }
    size_t given = n - self, min = row->min - self;
    size_t max = row->max == NATIVE_MANY ? SIZE_MAX : row->max - self;
    if (min == max && min < 2) {
        const Str *name = str_of(row_name(row, n, args));
        raise_type_error(min ? "%S() takes exactly one argument (%z given)"
                             : "%S() takes no arguments (%z given)",
                         name, (intptr_t)given);
    }
    bool few = given < min;
    size_t limit = few ? min : max;
    const char *bound = min == max ? "" : few ? "at least " : "at most ";
    raise_type_error("%S expected %s%z argument%s, got %z", native_name(row), bound,
                     (intptr_t)limit, limit == 1 ? "" : "s", (intptr_t)given);
}

static Value call_row(const Native *row, Value self, size_t n, const Value *args,
                      const Tuple *kwnames) {
    switch ((NativeKind)row->kind) {
    case NATIVE_0:
        return row->fn.f0();
    case NATIVE_1:
        return row->fn.f1(self);
    case NATIVE_2:
        return row->fn.f2(self, args[1]);
    case NATIVE_3:
        return row->fn.f3(self, args[1], args[2]);
    case NATIVE_VAR:
        return row->fn.var(n, args);
    case NATIVE_KW:
        return row->fn.kw(n, args, kwnames);
    case NATIVE_GETSET:
    case NATIVE_SETTER:
    case NATIVE_MEMBER:
        break;
    }
    raise_type_error("'getset_descriptor' object is not callable");
}

// The same with a boxed receiver replaced by its native value, also inside args.
static Value call_boxed(const Native *row, Value self, size_t n, const Value *args,
                        const Tuple *kwnames) {
    if (row->kind != NATIVE_VAR && row->kind != NATIVE_KW) {
        return call_row(row, self, n, args, kwnames);
    }
    size_t total = n + keyword_count(kwnames);
    Value *copy = args_take(total);
    memcpy(copy, args, total * sizeof(Value));
    copy[0] = self;
    Value r = call_row(row, self, n, copy, kwnames);
    args_give_back(total);
    return r;
}

Value native_call(Value f, size_t n, const Value *args, const Tuple *kwnames) {
    const Native *row = native_of(f);
    if (UNLIKELY(kwnames != NULL && row->kind != NATIVE_KW && kwnames->len > 0)) {
        raise_type_error("%S() takes no keyword arguments", str_of(row_name(row, n, args)));
    }
    if (UNLIKELY(n < row->min || (n > row->max && row->max != NATIVE_MANY))) {
        if (row->kind != NATIVE_KW || n < is_method_row(row)) {
            bad_count(row, n, args);
        }
    }
    Value self = n > 0 ? args[0] : ABSENT;
    if (n > 0 && row->head.type == &native_method_type) {
        self = native_self(row, self);
        if (UNLIKELY(!same(self, args[0]))) {
            return call_boxed(row, self, n, args, kwnames);
        }
    }
    return call_row(row, self, n, args, kwnames);
}

// ---- argument parsing --------------------------------------------------------------------------

void args_no_keywords(const char *function, const Tuple *kwnames) {
    if (keyword_count(kwnames) > 0) {
        raise_type_error("%s() takes no keyword arguments", function);
    }
}

void args_no_keywords_but(const Type *cls, const Str *hook, const char *function,
                          const Tuple *kwnames) {
    if (keyword_count(kwnames) > 0 && is_absent(type_override(cls, hook))) {
        args_no_keywords(function, kwnames);
    }
}

typedef struct {
    size_t all, positional, only; // parameters; without keyword-only ones; positional-only ones
    size_t needed_positional, needed_only; // those of the last two that must be given
} ArgCounts;

static ArgCounts count_parameters(const ArgSpec *spec) {
    ArgCounts c = {0};
    for (; spec[c.all].name; c.all++) {
        unsigned flags = spec[c.all].flags;
        bool needed = flags & ARG_REQUIRED, positional = !(flags & ARG_KWONLY);
        bool only = flags & ARG_POSONLY;
        c.positional += positional;
        c.only += only;
        c.needed_positional += needed && positional;
        c.needed_only += needed && only;
    }
    return c;
}

static const char *plural(size_t n) {
    return n == 1 ? "" : "s";
}

COLD static _Noreturn void wrong_count(const char *function, const ArgCounts *c, size_t n,
                                       size_t nkw) {
    if (n + nkw > c->all) {
        raise_type_error("%s() takes at most %z %sargument%s (%z given)", function,
                         (intptr_t)c->all, n == 0 ? "keyword " : "", plural(c->all),
                         (intptr_t)(n + nkw));
    }
    if (n > c->positional && c->positional == 0) {
        raise_type_error("%s() takes no positional arguments", function);
    }
    bool many = n > c->positional, range = c->needed_positional < c->positional;
    size_t wanted = many ? c->positional : c->needed_only;
    raise_type_error("%s() takes %s %z positional argument%s (%z given)", function,
                     !range ? "exactly" : many ? "at most" : "at least", (intptr_t)wanted,
                     plural(wanted), (intptr_t)n);
}

// Where among the keywords the parameter is given, or -1.
static intptr_t find_keyword(const ArgSpec *parameter, const Tuple *kwnames) {
    for (size_t i = 0; i < keyword_count(kwnames) && !(parameter->flags & ARG_POSONLY); i++) {
        const Str *name = str_of(kwnames->items[i]);
        if (parameter->name == name || str_equal(parameter->name, name)) {
            return (intptr_t)i;
        }
    }
    return -1;
}

static bool is_parameter(const ArgSpec *spec, const Str *name) {
    while (spec->name && (spec->flags & ARG_POSONLY || !str_equal(spec->name, name))) {
        spec++;
    }
    return spec->name;
}

// Some keyword was not taken: it is that of an argument given by position, or unknown.
COLD static _Noreturn void wrong_keyword(const char *function, const ArgSpec *spec, size_t n,
                                         const Tuple *kwnames) {
    for (size_t i = 0; i < n; i++) {
        if (find_keyword(&spec[i], kwnames) >= 0) {
            raise_type_error("argument for %s() given by name ('%S') and position (%z)", function,
                             spec[i].name, (intptr_t)i + 1);
        }
    }
    size_t at = 0;
    while (at + 1 < kwnames->len && is_parameter(spec, str_of(kwnames->items[at]))) {
        at++;
    }
    raise_type_error("%s() got an unexpected keyword argument '%S'", function,
                     str_of(kwnames->items[at]));
}

void args_parse(const char *function, const ArgSpec *spec, size_t n, const Value *args,
                const Tuple *kwnames, Value *out) {
    ArgCounts c = count_parameters(spec);
    size_t nkw = keyword_count(kwnames), taken = 0;
    if (n + nkw > c.all || n > c.positional || n < c.needed_only) {
        wrong_count(function, &c, n, nkw);
    }
    for (size_t i = 0; i < c.all; i++) {
        intptr_t at = i < n || nkw == 0 ? -1 : find_keyword(&spec[i], kwnames);
        out[i] = i < n ? args[i] : at >= 0 ? args[n + (size_t)at] : ABSENT;
        taken += at >= 0;
        if (is_absent(out[i]) && spec[i].flags & ARG_REQUIRED) {
            raise_type_error("%s() missing required argument '%S' (pos %z)", function, spec[i].name,
                             (intptr_t)i + 1);
        }
    }
    if (taken < nkw) {
        wrong_keyword(function, spec, n, kwnames);
    }
}

// ---- the types of rows -------------------------------------------------------------------------

static Value method_row_repr(Value self) {
    return str_formatted("<method '%S'>", native_name(native_of(self)));
}

// For code that binds what type_lookup() found.
static Value method_row_get(Value self, Value object, const Type *owner) {
    return is_absent(object) ? self : method_new(self, object);
}
static Value classmethod_row_get(Value self, Value object, const Type *owner) {
    return method_new(self, type_value(owner));
}
static Value getset_row_get(Value self, Value object, const Type *owner) {
    const Native *row = native_of(self);
    return is_absent(object) ? self : row->fn.get(native_self(row, object));
}

static intptr_t row_hash(Value self) {
    return hash_identity(self);
}

static const Ops native_ops = {
    .repr = native_function_repr,
    .hash = row_hash,
    .compare = native_function_compare,
    .call = native_call,
};
static const Ops method_row_ops = {
    .repr = method_row_repr,
    .call = native_call,
    .descr_get = method_row_get,
};
static const Ops classmethod_row_ops = {
    .repr = method_row_repr,
    .call = native_call,
    .descr_get = classmethod_row_get,
};
static const Ops getset_row_ops = {.repr = method_row_repr, .descr_get = getset_row_get};

const Type native_type = {
    {&type_type}, N_builtin_function_or_method, &native_ops, TYPE_FINAL | TYPE_WEAK | TYPE_TRACE_NONE,
    sizeof(Native), 'h', 0, &object_type, &native_type, {native_function_attrs}, NULL, {NULL},
};
const Type native_method_type = {
    {&type_type}, N_method_descriptor, &method_row_ops,
    TYPE_FINAL | TYPE_TRACE_NONE | TYPE_CODE_SELF, sizeof(Native), 'h', 0,
    &object_type, &native_method_type, {NULL}, NULL, {NULL},
};
const Type native_classmethod_type = {
    {&type_type}, N_classmethod_descriptor, &classmethod_row_ops, TYPE_FINAL | TYPE_TRACE_NONE,
    sizeof(Native), 'h', 0, &object_type, &native_classmethod_type, {NULL}, NULL, {NULL},
};
const Type native_getset_type = {
    {&type_type}, N_getset_descriptor, &getset_row_ops, TYPE_FINAL | TYPE_TRACE_NONE,
    sizeof(Native), 'h', 0, &object_type, &native_getset_type, {NULL}, NULL, {NULL},
};

// ---- Unbound -----------------------------------------------------------------------------------

static Unbound *unbound_of(Value v) {
    assert(is_exact(v, &unbound_type) || is_exact(v, &getset_descriptor_type) ||
           is_exact(v, &classmethod_descriptor_type) || is_exact(v, &member_row_type));
    return (Unbound *)v.bits;
}

static const Native *unbound_row(Value v) {
    return native_of(unbound_of(v)->row);
}

_Static_assert(offsetof(Unbound, owner) == offsetof(Linked, key), "Unbound is a Linked");
_Static_assert(offsetof(Unbound, next) == offsetof(Linked, next), "Unbound is a Linked");
_Static_assert(sizeof(Unbound) == 4 * WORD_BYTES, "size of an unbound method");

void unbound_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((Linked *)cell)->key);
}

Value unbound_get_or_new(const Type *kind, const Type *owner, Value row) {
    for (Linked *at = weak_first(&rt.heap.unbound, type_value(owner)); at; at = at->next) {
        if (((Unbound *)at)->owner == owner && same(((Unbound *)at)->row, row)) {
            return cell_value(at);
        }
    }
    Unbound *u = heap_alloc(kind, sizeof(Unbound));
    u->row = row;
    weak_insert(&rt.heap.unbound, (Linked *)u, type_value(owner));
    return cell_value(u);
}

Value unbound_new(const Type *owner, const Native *row) {
    assert(is_native_row(cell_value(row)));
    const Type *kind = row->kind == NATIVE_MEMBER                   ? &member_row_type
                       : row->head.type == &native_getset_type      ? &getset_descriptor_type
                       : row->head.type == &native_classmethod_type ? &classmethod_descriptor_type
                                                                    : &unbound_type;
    return unbound_get_or_new(kind, owner, cell_value(row));
}

void native_set(const Native *row, const Type *owner, Value object, Value v) {
    if (row->kind == NATIVE_MEMBER) {
        raise_error(&attribute_error_type, "readonly attribute");
    }
    if (!native_setter(row)) {
        raise_error(&attribute_error_type, "attribute '%S' of '%S' objects is not writable",
                    native_name(row), owner == &object_type ? type_of(object)->name : owner->name);
    }
    native_setter(row)(native_self(row, object), v);
}

static Value unbound_repr(Value self) {
    const Unbound *u = unbound_of(self);
    const char *kind = is_exact(self, &getset_descriptor_type) ? "attribute"
                       : is_exact(self, &member_row_type)      ? "member"
                                                               : "method";
    return str_formatted("<%s '%S' of '%S' objects>", kind, native_name(native_of(u->row)),
                         type_name_in_c(u->owner));
}

static intptr_t unbound_hash(Value self) {
    return hash_identity(unbound_of(self)->row);
}

void unbound_check(Value self, Value receiver) {
    const Type *owner = ((Unbound *)cell_of(self))->owner;
    if (!is_instance(receiver, owner)) {
        raise_type_error("descriptor '%S' for '%S' objects doesn't apply to a '%T' object",
                         native_label(self), type_name_in_c(owner), receiver);
    }
}

static Value unbound_call(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    const Unbound *u = unbound_of(self);
    const Native *row = native_of(u->row);
    if (n == 0) {
        raise_type_error("unbound method %S.%S() needs an argument", u->owner->name,
                         native_name(row));
    }
    unbound_check(self, args[0]);
    return native_call(u->row, n, args, kwnames);
}

static Value unbound_get(Value self, Value object, const Type *owner) {
    if (is_absent(object)) {
        return self;
    }
    const Unbound *u = unbound_of(self);
    const Native *row = native_of(u->row);
    unbound_check(self, object);
    return is_exact(self, &unbound_type) ? method_new(u->row, object)
                                         : row->fn.get(native_self(row, object));
}

static void unbound_set(Value self, Value object, Value v) {
    const Native *row = unbound_row(self);
    unbound_check(self, object);
    native_set(row, unbound_of(self)->owner, object, v);
}

// The class on which a class method is called, if it is a subclass of the owner.
static Value check_class(const Unbound *u, Value cls) {
    const Str *name = native_name(native_of(u->row));
    if (!is_class(cls)) {
        raise_type_error("descriptor '%S' for type '%S' needs a type, not a '%T' as arg 2", name,
                         u->owner->name, cls);
    }
    if (!is_subtype(class_of(cls), u->owner)) {
        raise_type_error("descriptor '%S' requires a subtype of '%S' but received '%S'", name,
                         u->owner->name, class_of(cls)->name);
    }
    return cls;
}

static Value class_descriptor_get(Value self, Value object, const Type *owner) {
    const Unbound *u = unbound_of(self);
    return method_new(u->row, check_class(u, type_value(owner)));
}

static Value class_descriptor_call(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    const Unbound *u = unbound_of(self);
    if (n == 0) {
        raise_type_error("descriptor '%S' of '%S' object needs an argument",
                         native_name(native_of(u->row)), u->owner->name);
    }
    check_class(u, args[0]);
    return native_call(u->row, n, args, kwnames);
}

static const Ops unbound_ops = {
    .repr = unbound_repr,
    .hash = unbound_hash,
    .call = unbound_call,
    .descr_get = unbound_get,
};
static const Ops getset_ops = {
    .repr = unbound_repr,
    .hash = unbound_hash,
    .descr_get = unbound_get,
    .descr_set = unbound_set,
};

static const Ops class_descriptor_ops = {
    .repr = unbound_repr,
    .hash = unbound_hash,
    .call = class_descriptor_call,
    .descr_get = class_descriptor_get,
};

const Type unbound_type = {
    {&type_type}, N_method_descriptor, &unbound_ops,
    TYPE_FINAL | TYPE_CODE_SELF, sizeof(Unbound), 'h', 0,
    &object_type, &unbound_type, {descriptor_attrs}, unbound_trace, {NULL},
};
const Type getset_descriptor_type = {
    {&type_type}, N_getset_descriptor, &getset_ops, TYPE_FINAL,
    sizeof(Unbound), 'h', 0, &object_type, &getset_descriptor_type, {descriptor_attrs + 1},
    unbound_trace, {NULL},
};
const Type classmethod_descriptor_type = {
    {&type_type}, N_classmethod_descriptor, &class_descriptor_ops, TYPE_FINAL, sizeof(Unbound), 'h',
    0, &object_type, &classmethod_descriptor_type, {descriptor_attrs}, unbound_trace, {NULL},
};
const Type member_row_type = {
    {&type_type}, N_member_descriptor, &getset_ops, TYPE_FINAL, sizeof(Unbound), 'h', 0,
    &member_type, &member_row_type, {NULL}, unbound_trace, {NULL},
};
