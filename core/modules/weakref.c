// SPDX-License-Identifier: MIT
// weakref.c: module weakref: ref, WeakMethod, and asking for references.
//
// A reference is a WeakRef: {target, next, callback, hash, order}. The collector clears it when it
// finds the target dead and queues the callback, which runs before the next instruction.
#include "modules/hooks.h"
#include "modules/weakref.h"
#include "objects/class.h"
#include "objects/method.h"
#include "objects/number.h"
#include "objects/union.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(sizeof(WeakRef) == (WORD_BITS == 64 ? 48 : 24), "size of a weak reference");

typedef struct WeakMethod { // its target is the receiver
    WeakRef ref;
    Value function; // a ref to the function
} WeakMethod;

// ---- making ------------------------------------------------------------------------------------

bool weakref_may_refer(Value v) {
    return is_cell(v) && cell_of(v)->type->flags & TYPE_WEAK;
}

void weakref_check(Value v) {
    if (!weakref_may_refer(v)) {
        raise_type_error("cannot create weak reference to '%T' object", v);
    }
}

WeakRef *weakref_find(Value v, const Type *type) {
    for (Linked *at = weak_first(&rt.heap.refs, v); at; at = at->next) {
        WeakRef *r = (WeakRef *)at;
        if (same(r->target, v) && r->head.type == type && is_absent(r->callback)) {
            return r;
        }
    }
    return NULL;
}

void weakref_init(WeakRef *r, Value v, Value callback) {
    r->callback = is_present(callback) && !is_none(callback) ? callback : ABSENT;
    weak_ref_insert(r, v);
}

static Value ref_new(const Type *cls, Value v, Value callback) {
    bool shared = cls == &ref_type && (is_absent(callback) || is_none(callback));
    WeakRef *known = shared ? weakref_find(v, cls) : NULL;
    if (known) {
        return cell_value(known);
    }
    WeakRef *r = (WeakRef *)cell_new_for(cls);
    weakref_init(r, v, callback);
    return cell_value(r);
}

Value weakref_to(Value v) {
    weakref_check(v);
    return ref_new(&ref_type, v, ABSENT);
}

static void check_count(const char *what, size_t n) {
    if (n < 1 || n > 2) {
        raise_type_error("%s expected at %s, got %z", what,
                         n < 1 ? "least 1 argument" : "most 2 arguments", (intptr_t)n);
    }
}

static Value ref_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    check_count("__new__", n);
    if (cls == &ref_type) {
        args_no_keywords("ref", kwnames);
    }
    weakref_check(args[0]);
    return ref_new(cls, args[0], n > 1 ? args[1] : ABSENT);
}

static void ref_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    check_count("__init__", n);
    args_no_keywords("ref", kwnames);
}

// ---- operations --------------------------------------------------------------------------------

static Value ref_call(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("weakref", kwnames);
    if (n > 0) {
        raise_type_error("weakref expected 0 arguments, got %z", (intptr_t)n);
    }
    return weakref_target(ref_of(self));
}

static intptr_t ref_hash(Value self) {
    WeakRef *r = ref_of(self);
    if (is_absent(r->hash)) {
        if (is_absent(r->target)) {
            raise_type_error("weak object has gone away");
        }
        intptr_t hash = op_hash(r->target);
        r->hash = int_value((intptr_t)((uintptr_t)hash << 2) >> 2); // fits a small int
    }
    return int_of(r->hash);
}

static bool is_ref(Value v) {
    return is_kind(v, &ref_type) || is_kind(v, &weak_method_type);
}

static bool targets_equal(const WeakRef *a, const WeakRef *b) {
    if (is_absent(a->target) || is_absent(b->target)) {
        return a == b;
    }
    return op_equal(a->target, b->target);
}

static Value ref_compare(CompareOp op, Value self, Value other) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_ref(other)) {
        return NOT_IMPLEMENTED;
    }
    return bool_value(targets_equal(ref_of(self), ref_of(other)) == (op == CMP_EQ));
}

static Value ref_repr(Value self) {
    Value target = ref_of(self)->target;
    const Str *name = type_of(self)->name == N_ReferenceType ? N_weakref : type_of(self)->name;
    if (is_absent(target)) {
        return str_formatted("<%S at 0x%x; dead>", name, (unsigned)self.bits);
    }
    Value own = attr_find(target, N___name__);
    if (is_present(own) && is_str(own)) {
        return str_formatted("<%S at 0x%x; to '%T' at 0x%x (%S)>", name, (unsigned)self.bits,
                             target, (unsigned)target.bits, str_of(own));
    }
    return str_formatted("<%S at 0x%x; to '%T' at 0x%x>", name, (unsigned)self.bits, target,
                         (unsigned)target.bits);
}

static Value get_callback(Value self) {
    const WeakRef *r = ref_of(self);
    return is_present(r->callback) && is_present(r->target) ? r->callback : NONE;
}

static const Native ref_methods[] = {
    MEMBER(N___callback__, get_callback),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};
static const Ops ref_ops = {
    .repr = ref_repr,
    .hash = ref_hash,
    .compare = ref_compare,
    .call = ref_call,
    .create = ref_create,
    .init = ref_init,
};
const Type ref_type = {
    .head = {&type_type},
    .name = N_ReferenceType,
    .ops = &ref_ops,
    .payload = sizeof(WeakRef),
    .letter = 'h',
    .base = &object_type,
    .solid = &ref_type,
    .methods = ref_methods,
    .trace = weak_ref_trace,
};

// ---- WeakMethod --------------------------------------------------------------------------------

static WeakMethod *weak_method_of(Value v) {
    assert(is_kind(v, &weak_method_type));
    return (WeakMethod *)v.bits;
}

static Value weak_method_create(const Type *cls, size_t n, const Value *args,
                                const Tuple *kwnames) {
    args_no_keywords("WeakMethod", kwnames);
    check_count("WeakMethod", n);
    Value m = args[0];
    if (!is_exact(m, &method_type)) {
        raise_type_error("argument should be a bound method, not <class '%T'>", m);
    }
    const Method *method = (const Method *)cell_of(m);
    weakref_check(method->self);
    Value function = weakref_to(method->function);
    WeakMethod *w = (WeakMethod *)cell_new_for(cls);
    w->function = function;
    weakref_init(&w->ref, method->self, n > 1 ? args[1] : ABSENT);
    return cell_value(w);
}

static Value weak_method_call(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    Value receiver = ref_call(self, n, args, kwnames);
    Value function = weakref_target(ref_of(weak_method_of(self)->function));
    return is_none(receiver) || is_none(function) ? NONE : method_new(function, receiver);
}

static Value weak_method_compare(CompareOp op, Value self, Value other) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_kind(other, &weak_method_type)) {
        return NOT_IMPLEMENTED;
    }
    const WeakRef *a = ref_of(self), *b = ref_of(other);
    const WeakRef *fa = ref_of(weak_method_of(self)->function);
    const WeakRef *fb = ref_of(weak_method_of(other)->function);
    bool equal = same(self, other);
    if (!equal && is_present(a->target) && is_present(fa->target)) {
        equal = targets_equal(fa, fb) && targets_equal(a, b);
    }
    return bool_value(equal == (op == CMP_EQ));
}

static void weak_method_trace(Cell *cell, Visitor *visitor) {
    weak_ref_trace(cell, visitor);
    visit(visitor, &((WeakMethod *)cell)->function);
}

static const Ops weak_method_ops = {
    .repr = ref_repr,
    .hash = ref_hash,
    .compare = weak_method_compare,
    .call = weak_method_call,
    .create = weak_method_create,
    .init = ref_init,
};
const Type weak_method_type = {
    .head = {&type_type},
    .name = N_WeakMethod,
    .ops = &weak_method_ops,
    .payload = sizeof(WeakMethod),
    .letter = 'h',
    .base = &ref_type,
    .solid = &weak_method_type,
    .methods = ref_methods,
    .trace = weak_method_trace,
};

// ---- callbacks ---------------------------------------------------------------------------------

static void run_callback(WeakRef *r) {
    assert(is_present(r->callback));
    Value callback = r->callback, self = cell_value(r);
    Catch c;
    if (TRY(c)) {
        if (r->head.type == &finalize_type) {
            finalize_call(self);
        } else {
            r->callback = ABSENT;
            op_call_1(callback, self);
        }
        catch_leave(&c);
    } else {
        hook_unraisable("while calling weakref callback", callback, c.exception);
    }
}

static size_t due_count(void) {
    size_t n = 0;
    for (const WeakRef *r = rt.heap.due_refs; r; r = r->next) {
        n++;
    }
    return n;
}

void weakref_run_callbacks(void) {
    Heap *h = &rt.heap;
    if (h->calling_refs) { // by a collection in a callback: these come after it
        return;
    }
    bool held = false;
    h->calling_refs = true;
    for (size_t n = due_count(); n > 0; n--) {
        held |= poll_hold();
        run_callback(weak_take_due());
    }
    h->calling_refs = false;
    poll_release(held);
    if (h->due_refs) {
        rt.attention = 1;
    }
}

// ---- functions ---------------------------------------------------------------------------------

static Value weakref_getweakrefcount(Value v) {
    size_t n = 0;
    for (Linked *at = weak_first(&rt.heap.refs, v); at; at = at->next) {
        n += same(at->key, v);
    }
    return int_value((intptr_t)n);
}

// As many as there is room for; the number of all.
static size_t fill_refs(List *list, Value v) {
    size_t n = 0;
    list->len = 0;
    for (Linked *at = weak_first(&rt.heap.refs, v); at; at = at->next) {
        if (same(at->key, v) && n++ < list->capacity) {
            list->items->at[list->len++] = cell_value(at);
        }
    }
    return n;
}

static Value weakref_getweakrefs(Value v) {
    size_t n = (size_t)int_of(weakref_getweakrefcount(v));
    List *list = list_new(n); // a collection may take some away
    n = fill_refs(list, v);
    assert(n == list->len);
    return cell_value(list);
}

static const Native functions[] = {
    FUNCTION_1(N_getweakrefcount, weakref_getweakrefcount),
    FUNCTION_1(N_getweakrefs, weakref_getweakrefs),
    FUNCTION_VAR(N_proxy, weakref_proxy, 1, 2),
    NATIVE_END,
};

static const struct {
    Cell head;
    size_t len;
    Value items[2];
} proxy_types = {{&tuple_type}, 2, {CONST_VALUE(&proxy_type), CONST_VALUE(&callable_proxy_type)}};

static const ModuleConst constants[] = {
    {N_ref, CONST_VALUE(&ref_type)},
    {N_ReferenceType, CONST_VALUE(&ref_type)},
    {N_ProxyType, CONST_VALUE(&proxy_type)},
    {N_CallableProxyType, CONST_VALUE(&callable_proxy_type)},
    {N_ProxyTypes, CONST_VALUE(&proxy_types)},
    {N_WeakMethod, CONST_VALUE(&weak_method_type)},
    {N_finalize, CONST_VALUE(&finalize_type)},
    {N_WeakKeyDictionary, CONST_VALUE(&weak_key_dict_type)},
    {N_WeakValueDictionary, CONST_VALUE(&weak_value_dict_type)},
    {N_WeakSet, CONST_VALUE(&weak_set_type)},
    {NULL, {0}},
};

extern const ModuleDef weakref_module;
const ModuleDef weakref_module = {
    .name = N_weakref,
    .extensible = true,
    .functions = functions,
    .constants = constants,
};
