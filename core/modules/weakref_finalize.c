// SPDX-License-Identifier: MIT
// weakref_finalize.c: weakref.finalize: a call to be made when an object dies, or at exit.
//
// While it is alive a finalize object is in rt.roots.finalizers, a dict from its number to it, in
// the order of creation. Whatever ends it (death of the object, a call, detach()) takes it out
// first, so that the call is made once.
#include "modules/hooks.h"
#include "modules/weakref.h"
#include "objects/class.h"
#include "objects/dict.h"
#include "objects/number.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

typedef struct Finalize {
    WeakRef ref; // callback: the function; hash is not used
    Tuple *args;
    Value kwargs; // dict or ABSENT
    Value number; // its key in rt.roots.finalizers; ABSENT when it is not alive
    uintptr_t atexit;
} Finalize;

static Finalize *finalize_of(Value v) {
    assert(is_kind(v, &finalize_type));
    return (Finalize *)v.bits;
}

static bool is_alive(const Finalize *f) {
    return is_present(f->number);
}

// Ends its life; its target if that is still there.
static Value end(Finalize *f) {
    assert(is_alive(f));
    Value target = f->ref.target;
    dict_remove(dict_of(rt.roots.finalizers), f->number);
    f->number = ABSENT;
    if (is_present(target)) {
        weak_remove(&rt.heap.refs, (Linked *)f);
        f->ref.target = ABSENT;
    }
    return target;
}

static Value kwargs_of(const Value *values, const Tuple *kwnames) {
    if (!kwnames || kwnames->len == 0) {
        return ABSENT;
    }
    Dict *d = dict_new(kwnames->len);
    for (size_t i = 0; i < kwnames->len; i++) {
        dict_set(d, kwnames->items[i], values[i]);
    }
    return cell_value(d);
}

static Value finalize_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    if (n < 2) {
        raise_type_error("finalize expected at least 2 positional arguments, got %z", (intptr_t)n);
    }
    weakref_check(args[0]);
    if (is_absent(rt.roots.finalizers)) {
        rt.roots.finalizers = cell_value(dict_new(0));
    }
    Value kwargs = kwargs_of(args + n, kwnames);
    Value rest = tuple_new(args + 2, n - 2);
    Finalize *f = (Finalize *)cell_new_for(cls);
    f->args = tuple_of(rest);
    f->kwargs = kwargs;
    f->atexit = true;
    weakref_init(&f->ref, args[0], args[1]);
    f->ref.callback = args[1]; // None too: calling it is an error that shows then
    Value number = int_from((intptr_t)f->ref.order);
    dict_set(dict_of(rt.roots.finalizers), number, cell_value(f));
    f->number = number;
    return cell_value(f);
}

static Value call_function(const Finalize *f) {
    Value function = f->ref.callback;
    size_t n = f->args->len;
    const Dict *kwargs = is_present(f->kwargs) ? dict_of(f->kwargs) : NULL;
    size_t nkw = kwargs ? dict_len(kwargs) : 0;
    Tuple *names = tuple_alloc(nkw);
    Tuple *all = tuple_alloc(size_add(n, nkw));
    memcpy(all->items, f->args->items, n * sizeof(Value));
    size_t pos = 0;
    for (size_t i = 0; i < nkw; i++) {
        dict_next(kwargs, &pos, &names->items[i], &all->items[n + i]);
    }
    return op_call_kw(function, n, all->items, nkw ? names : NULL);
}

Value finalize_call(Value self) {
    Finalize *f = finalize_of(self);
    if (!is_alive(f)) {
        return NONE;
    }
    end(f);
    return call_function(f);
}

static Value finalize_call_slot(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("finalize", kwnames);
    if (n > 0) {
        raise_type_error("finalize.__call__() takes 1 positional argument but %z were given",
                         (intptr_t)n + 1);
    }
    return finalize_call(self);
}

// ---- attributes --------------------------------------------------------------------------------

static Value description(const Finalize *f, Value target) {
    Value kwargs = is_present(f->kwargs) ? f->kwargs : cell_value(dict_new(0));
    Value parts[4] = {target, f->ref.callback, cell_value(f->args), kwargs};
    return tuple_new(parts, 4);
}

static Value finalize_peek(Value self) {
    const Finalize *f = finalize_of(self);
    Value target = f->ref.target;
    return is_alive(f) && is_present(target) ? description(f, target) : NONE;
}

static Value finalize_detach(Value self) {
    Value found = finalize_peek(self);
    if (!is_none(found)) {
        end(finalize_of(self));
    }
    return found;
}

static Value get_alive(Value self) {
    return bool_value(is_alive(finalize_of(self)));
}

static Value get_atexit(Value self) {
    const Finalize *f = finalize_of(self);
    return bool_value(is_alive(f) && f->atexit);
}

static void set_atexit(Value self, Value v) {
    if (is_absent(v)) {
        raise_error(&attribute_error_type, "can't delete attribute");
    }
    bool on = op_truth(v);
    finalize_of(self)->atexit = on;
}

static Value finalize_repr(Value self) {
    const Finalize *f = finalize_of(self);
    if (is_absent(f->ref.target)) {
        return str_formatted("<finalize object at 0x%x; dead>", (unsigned)self.bits);
    }
    return str_formatted("<finalize object at 0x%x; for '%T' at 0x%x>", (unsigned)self.bits,
                         f->ref.target, (unsigned)f->ref.target.bits);
}

// ---- the end of the program --------------------------------------------------------------------

static void run_guarded(Value self) {
    Value function = finalize_of(self)->ref.callback;
    Catch c;
    if (TRY(c)) {
        finalize_call(self);
        catch_leave(&c);
    } else {
        hook_unraisable("while calling weakref callback", function, c.exception);
    }
}

void weakref_run_at_exit(void) {
    if (is_absent(rt.roots.finalizers)) {
        return;
    }
    TableOwner *all = dict_owner(dict_of(rt.roots.finalizers));
    for (intptr_t i; (i = table_last(all)) >= 0;) {
        Value self = table_entry(all->table, (size_t)i)[1];
        if (finalize_of(self)->atexit) {
            run_guarded(self);
        } else {
            table_remove(all, (size_t)i);
            finalize_of(self)->number = ABSENT;
        }
    }
}

// ---- type --------------------------------------------------------------------------------------

static void finalize_trace(Cell *cell, Visitor *visitor) {
    Finalize *f = (Finalize *)cell;
    weak_ref_trace(cell, visitor);
    visit_cell(visitor, &f->args);
    visit(visitor, &f->kwargs);
    visit(visitor, &f->number);
}

static const Native finalize_methods[] = {
    METHOD_1(N_peek, finalize_peek),
    METHOD_1(N_detach, finalize_detach),
    GETTER(N_alive, get_alive),
    GETSET(N_atexit, get_atexit, set_atexit),
    NATIVE_END,
};
static const Ops finalize_ops = {
    .repr = finalize_repr,
    .call = finalize_call_slot,
    .create = finalize_create,
};
const Type finalize_type = {
    .head = {&type_type},
    .name = N_finalize,
    .ops = &finalize_ops,
    .flags = TYPE_FINAL,
    .payload = sizeof(Finalize),
    .letter = 'h',
    .base = &object_type,
    .solid = &finalize_type,
    .methods = finalize_methods,
    .trace = finalize_trace,
};
