// SPDX-License-Identifier: MIT
// exception.c: exception objects: making, attributes, raising, matching, notes.
//
// `extra` holds what an exception has beyond its arguments: ABSENT, or an Items cell of pairs
// name, value, ABSENT after the last (fields of special kinds, __notes__, and what programs set
// on instances of builtin classes). A MemoryError raised by the heap has the size asked for
// there instead, as a small int. Once a program has asked for the __dict__ of an instance of a
// builtin class, what it set on it is there: a dict in the field __dict__.
#include "objects/exception.h"
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/exception_ops.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(sizeof(Exception) == 8 * WORD_BYTES, "size of an exception without attributes");

// ---- fields ------------------------------------------------------------------------------------

static size_t field_room(Value extra) {
    return (heap_cell_size(cell_of(extra)) / sizeof(Value) - 1) / 2;
}

static Value *find_field(Value exc, const Str *name) {
    Value extra = exception_of(exc)->extra;
    if (!is_exact(extra, &items_type)) {
        return NULL;
    }
    Value *pair = ((Items *)cell_of(extra))->at;
    for (size_t i = 0; i < field_room(extra) && is_present(pair[0]); i++, pair += 2) {
        if (pair[0].bits == (uintptr_t)name) {
            return &pair[1];
        }
    }
    return NULL;
}

Value exception_get_field(Value exc, const Str *name) {
    Value *v = find_field(exc, name);
    return v ? *v : ABSENT;
}

void exception_set_field(Value exc, const Str *name, Value v) {
    assert(name->interned);
    Value *old = find_field(exc, name);
    if (old) {
        *old = v;
        return;
    }
    if (is_absent(v)) {
        return;
    }
    Exception *e = exception_of(exc);
    bool is_items = is_exact(e->extra, &items_type);
    size_t room = is_items ? field_room(e->extra) : 0, used = 0;
    Value *at = is_items ? ((Items *)cell_of(e->extra))->at : NULL;
    while (used < room && is_present(at[2 * used])) {
        used++;
    }
    if (used == room) {
        Items *items = heap_alloc(&items_type, (1 + 2 * (used + 2)) * sizeof(Value));
        if (used) {
            memcpy(items->at, ((Items *)cell_of(e->extra))->at, 2 * used * sizeof(Value));
        }
        e->extra = cell_value(items);
        at = items->at;
    }
    at[2 * used] = str_value(name);
    at[2 * used + 1] = v;
}

// ---- making ------------------------------------------------------------------------------------

static bool is_os_error(const Type *cls) {
    return is_subtype(exception_maker(cls), &os_error_type);
}

// Does __new__ make fields of the arguments? Of OSError and its subclasses always, but for one
// whose only constructor of its own is __init__: its __new__ ignores the arguments.
static bool new_fills(const Type *cls) {
    if (!(cls->flags & TYPE_HEAP)) {
        return true;
    }
    return is_os_error(cls) && (is_present(type_override(cls, N___new__)) ||
                                is_absent(type_override(cls, N___init__)));
}

static Value exception_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    if (cls == &os_error_type && n >= 2 && n <= 5) {
        Value number = same(args[0], TRUE) ? int_value(1) : unbox(args[0]);
        cls = is_int(number) ? os_error_class(int_of(number)) : cls;
    }
    uint8_t before = rt.heap.raising;
    rt.heap.raising = RAISING_EXCEPTION;
    Value exc = cell_value(cell_new_for(cls));
    exception_of(exc)->args = cell_value(&empty_tuple);
    bool fills = new_fills(cls);
    if (fills || !is_os_error(cls)) {
        exception_of(exc)->args = tuple_new(args, n);
    }
    if (fills) {
        exception_fill_fields(exc, n, args, kwnames);
    }
    rt.heap.raising = before;
    return exc;
}

static void exception_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    if (is_os_error(type_of(self)) && new_fills(type_of(self))) {
        return;
    }
    uint8_t before = rt.heap.raising;
    rt.heap.raising = RAISING_EXCEPTION;
    exception_of(self)->args = tuple_new(args, n);
    exception_fill_fields(self, n, args, kwnames);
    rt.heap.raising = before;
}

void exceptions_init(void) {
    rt.roots.memory_error = exception_new(&memory_error_type, 0, NULL);
    rt.roots.spare_error = exception_new(&recursion_error_type, 0, NULL);
}

Value exception_new(const Type *type, size_t n, const Value *args) {
    assert(type->flags & TYPE_EXCEPTION);
    return exception_create(type, n, args, NULL);
}

Value exception_formatted_v(const Type *type, const char *format, va_list list) {
    assert(type->flags & TYPE_EXCEPTION);
    uint8_t before = rt.heap.raising;
    rt.heap.raising = RAISING_EXCEPTION;
    StrBuilder b;
    builder_init(&b, 40);
    builder_add_format_v(&b, format, list);
    Value text = builder_finish(&b), exc = exception_new(type, 1, &text);
    rt.heap.raising = before;
    return exc;
}

Value exception_formatted(const Type *type, const char *format, ...) {
    va_list list;
    va_start(list, format);
    Value exc = exception_formatted_v(type, format, list);
    va_end(list);
    return exc;
}

Value exception_stop_value(Value exc) {
    Value v = exception_get_field(exc, N_value);
    if (is_present(v)) {
        return v;
    }
    const Tuple *args = tuple_of(exception_of(exc)->args);
    return args->len > 0 && !exception_has_init(exc) ? args->items[0] : NONE;
}

// ---- text --------------------------------------------------------------------------------------

Value exception_repr(Value self) {
    const Tuple *args = tuple_of(exception_of(self)->args);
    StrBuilder b;
    builder_init(&b, 40);
    builder_add_str(&b, type_of(self)->name);
    if (args->len == 1) {
        builder_add_format(&b, "(%V)", args->items[0]);
    } else {
        builder_add_repr(&b, cell_value(args)); // which knows when it is inside of itself
    }
    poll_interrupt(); // texts of nested ones are copied at each level
    return builder_finish(&b);
}

static Value exception_str(Value self) {
    Value r = exception_special_str(self);
    if (is_present(r)) {
        return r;
    }
    const Tuple *args = tuple_of(exception_of(self)->args);
    if (args->len == 0) {
        return str_value(N__empty);
    }
    return args->len == 1 ? op_str(args->items[0]) : op_repr(cell_value(args));
}

// ---- attributes --------------------------------------------------------------------------------

static Value field_default(Value self, const Str *name) {
    if (name == N_value && is_instance(self, &stop_iteration_type)) {
        return exception_stop_value(self);
    }
    if (name == N_code && is_instance(self, &system_exit_type)) {
        const Tuple *args = tuple_of(exception_of(self)->args);
        size_t n = exception_has_init(self) ? 0 : args->len;
        return n == 0 ? NONE : n == 1 ? args->items[0] : cell_value(args);
    }
    bool none = name != N_characters_written && exception_has_field(type_of(self), name);
    return none ? NONE : ABSENT;
}

// Did the exception's constructor set it?
static bool is_own_field(Value self, const Str *name) {
    bool of_group = is_group(self) && (name == N_message || name == N_exceptions);
    return of_group || exception_has_field(type_of(self), name);
}

// The __dict__ of an instance of a builtin class that a program has seen, or NULL.
static Dict *seen_dict(Value self) {
    Value d = has_shape(self) ? ABSENT : exception_get_field(self, N___dict__);
    return is_present(d) ? dict_of(d) : NULL;
}

// Puts what programs set among the fields into d; `move`: it is no field any more.
static void add_set_fields(Value self, Dict *d, bool move) {
    Value extra = exception_of(self)->extra;
    for (size_t i = 0; is_exact(extra, &items_type) && i < field_room(extra); i++) {
        Value *pair = &((Items *)cell_of(extra))->at[2 * i];
        if (is_present(pair[0]) && is_present(pair[1]) && str_of(pair[0]) != N___dict__ &&
            !is_own_field(self, str_of(pair[0]))) {
            dict_set_name(d, str_of(pair[0]), pair[1]);
            pair[1] = move ? ABSENT : pair[1];
        }
    }
}

static Value get_dict(Value self) {
    Dict *d = seen_dict(self);
    if (!d) {
        d = dict_new(0);
        exception_set_field(self, N___dict__, cell_value(d));
        add_set_fields(self, d, true);
    }
    return cell_value(d);
}

static void set_dict(Value self, Value v) {
    if (is_absent(v)) {
        raise_type_error("cannot delete __dict__");
    }
    if (!is_instance(v, &dict_type)) {
        raise_type_error("__dict__ must be set to a dictionary, not a '%T'", v);
    }
    get_dict(self);
    exception_set_field(self, N___dict__, v);
}

Value exception_getattr(Value self, const Str *name) {
    if (name == N___dict__) {
        return has_shape(self) ? ABSENT : get_dict(self);
    }
    Value v = exception_get_field(self, name);
    if (is_present(v)) {
        return v;
    }
    Dict *d = seen_dict(self);
    v = d ? dict_get_name(d, name) : ABSENT;
    return is_present(v) ? v : field_default(self, name);
}

static void set_field(Value self, const Str *name, Value v) {
    if (name == N_characters_written) {
        exception_set_written(self, v);
    } else {
        exception_set_field(self, name, v);
    }
}

// What is no field of the kind: true if it was set or deleted.
static bool set_other(Value self, const Str *name, Value v) {
    Dict *d = seen_dict(self);
    if (is_absent(v)) {
        bool there = is_present(exception_get_field(self, name));
        exception_set_field(self, name, ABSENT);
        return d ? dict_remove_name(d, name) : there;
    }
    if (d) {
        dict_set_name(d, name, v);
    } else {
        exception_set_field(self, name, v);
    }
    return true;
}

bool exception_setattr(Value self, const Str *name, Value v) {
    if (name == N___dict__ && (is_absent(v) || !has_shape(self))) {
        set_dict(self, v);
        return true;
    }
    if (exception_has_field(type_of(self), name)) {
        bool there = is_present(exception_get_field(self, name)) ||
                     is_present(field_default(self, name));
        if (is_present(v) || there) {
            set_field(self, name, v);
        }
        return is_present(v) || there;
    }
    if (has_shape(self) || is_present(type_lookup(type_of(self), name))) {
        return false; // a method or a computed attribute: the generic way deals with it
    }
    return set_other(self, name, v);
}

static Value get_args(Value self) {
    return exception_of(self)->args;
}
static void set_args(Value self, Value v) {
    if (is_absent(v)) {
        raise_type_error("args may not be deleted");
    }
    exception_of(self)->args = tuple_from_iterable(v);
}

static Value or_none(Value v) {
    return is_absent(v) ? NONE : v;
}

static Value get_traceback(Value self) {
    return or_none(exception_of(self)->traceback);
}
static void set_traceback(Value self, Value v) {
    if (is_absent(v)) {
        raise_type_error("__traceback__ may not be deleted");
    }
    if (!is_none(v) && !is_exact(v, &traceback_type)) {
        raise_type_error("__traceback__ must be a traceback or None");
    }
    exception_of(self)->traceback = is_none(v) ? ABSENT : v;
}

static Value exception_or_none(Value v, const char *what) {
    if (is_absent(v)) {
        raise_type_error("__%s__ may not be deleted", what);
    }
    if (!is_none(v) && !is_exception(v)) {
        raise_type_error("exception %s must be None or derive from BaseException", what);
    }
    return is_none(v) ? ABSENT : v;
}

static Value get_cause(Value self) {
    return or_none(exception_of(self)->cause);
}
static void set_cause(Value self, Value v) {
    exception_of(self)->cause = exception_or_none(v, "cause");
    exception_of(self)->suppress_context = 1;
}
static Value get_context(Value self) {
    return or_none(exception_of(self)->context);
}
static void set_context(Value self, Value v) {
    exception_of(self)->context = exception_or_none(v, "context");
}
static Value get_suppress(Value self) {
    return bool_value(exception_of(self)->suppress_context != 0);
}
static void set_suppress(Value self, Value v) {
    if (is_absent(v)) {
        raise_type_error("can't delete numeric/char attribute");
    }
    if (!is_bool(v)) {
        raise_type_error("attribute value type must be bool");
    }
    exception_of(self)->suppress_context = same(v, TRUE);
}

// ---- methods -----------------------------------------------------------------------------------

static Value with_traceback(Value self, Value traceback) {
    set_traceback(self, traceback);
    return self;
}

void exception_add_note(Value exc, Value note) {
    Value notes = attr_find(exc, N___notes__);
    if (is_absent(notes)) {
        notes = list_from(NULL, 0);
        attr_set(exc, N___notes__, notes);
    }
    if (!is_kind(notes, &list_type)) {
        raise_type_error("Cannot add note: __notes__ is not a list");
    }
    list_append(list_of(notes), note);
}

static Value add_note(Value self, Value note) {
    if (!is_kind(unbox(note), &str_type)) {
        raise_type_error("note must be a str, not '%T'", note);
    }
    exception_add_note(self, note);
    return NONE;
}

// Those of its own attributes that programs set, and of its fields what the arguments do not tell.
static Value state_of(Value self) {
    Dict *state = dict_new(0), *seen = instance_has_dict(self) ? instance_dict(self) : seen_dict(self);
    add_set_fields(self, state, false);
    if (seen) {
        dict_update(state, cell_value(seen));
    }
    exception_add_state(self, state);
    return cell_value(state);
}

static Value exception_reduce(Value self) {
    Value cls = type_value(type_of(self));
    Value args = exception_constructor_args(self), state = state_of(self);
    return dict_len(dict_of(state)) ? reduced_with_state(cls, args, state) : tuple_pair(cls, args);
}

static Value exception_setstate(Value self, Value state) {
    if (!is_none(state) && !is_instance(state, &dict_type)) {
        raise_type_error("state is not a dictionary");
    }
    size_t pos = 0;
    Value name, v;
    while (!is_none(state) && dict_next(dict_of(state), &pos, &name, &v)) {
        attr_set(self, attr_name(name), v);
        poll_pending();
    }
    return NONE;
}

const Native exception_methods[] = {
    GETSET(N_args, get_args, set_args),
    GETSET(N___traceback__, get_traceback, set_traceback),
    GETSET(N___cause__, get_cause, set_cause),
    GETSET(N___context__, get_context, set_context),
    GETSET(N___suppress_context__, get_suppress, set_suppress),
    METHOD_2(N_with_traceback, with_traceback),
    METHOD_2(N_add_note, add_note),
    ROW_REDUCE(exception_reduce),
    METHOD_2(N___setstate__, exception_setstate),
    NATIVE_END,
};

const Ops exception_ops = {
    .repr = exception_repr,
    .str = exception_str,
    .getattr = exception_getattr,
    .setattr = exception_setattr,
    .create = exception_create,
    .init = exception_init,
};

// ---- raising and matching ----------------------------------------------------------------------

Value exception_instantiate(Value cls, size_t n, const Value *args, bool by_raise) {
    Value exc = op_call(cls, n, args);
    if (!is_exception(exc)) { // `raise` shows the class, throw() its name
        const char *format = by_raise ? "calling %V should have returned an instance of BaseException, not %V"
                                      : "calling %V should have returned an instance of BaseException, not %T";
        raise_type_error(format, cls, by_raise ? type_value(type_of(exc)) : exc);
    }
    return exc;
}

_Noreturn void exception_raise(Value x, Value cause) {
    if (is_exception_class(x)) {
        x = exception_instantiate(x, 0, NULL, true);
    } else if (!is_exception(x)) {
        raise_type_error("exceptions must derive from BaseException");
    }
    if (is_absent(cause)) {
        raise_value(x);
    }
    if (is_exception_class(cause)) {
        cause = exception_instantiate(cause, 0, NULL, true);
    } else if (!is_none(cause) && !is_exception(cause)) {
        raise_type_error("exception causes must derive from BaseException");
    }
    set_cause(x, cause);
    raise_value(x);
}

bool exception_match_any(Value exc, size_t n, const Value *classes) {
    bool match = false;
    stack_check();
    for (size_t i = 0; i < n; i++) { // all are checked, as all must be classes
        match = exception_match(exc, classes[i]) || match;
    }
    return match;
}

bool exception_match(Value exc, Value classes) {
    if (is_tuple(unbox(classes))) {
        const Tuple *t = tuple_of(unbox(classes));
        return exception_match_any(exc, t->len, t->items);
    }
    if (!is_exception_class(classes)) {
        raise_type_error("catching classes that do not inherit from BaseException is not allowed");
    }
    return is_subtype(type_of(exc), class_of(classes));
}
