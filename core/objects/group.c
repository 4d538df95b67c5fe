// SPDX-License-Identifier: MIT
// group.c: BaseExceptionGroup and ExceptionGroup; splitting for except*.
//
// The message and the tuple of members are fields (exception.c) named message and exceptions.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "objects/exception_ops.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "text/str.h"
#include <assert.h>

Tuple *group_members(Value group) {
    Value v = exception_get_field(group, N_exceptions);
    return is_absent(v) ? (Tuple *)(uintptr_t)&empty_tuple : tuple_of(v);
}

Value group_message(Value group) {
    Value v = exception_get_field(group, N_message);
    return is_absent(v) ? str_value(N__empty) : v;
}

// ---- making ------------------------------------------------------------------------------------

static Tuple *checked_members(Value v) {
    Value native = unbox(v);
    if (!is_tuple(native) && !is_kind(native, &list_type) &&
        (is_kind(native, &dict_type) || is_absent(type_lookup(type_of(v), N___getitem__)))) {
        raise_type_error("second argument (exceptions) must be a sequence");
    }
    Tuple *members = tuple_of(tuple_from_iterable(v));
    if (members->len == 0) {
        raise_value_error("second argument (exceptions) must be a non-empty sequence");
    }
    for (size_t i = 0; i < members->len; i++) {
        if (!is_exception(members->items[i])) {
            raise_value_error("Item %z of second argument (exceptions) is not an exception",
                              (intptr_t)i);
        }
    }
    return members;
}

static bool all_exceptions(const Tuple *members) {
    for (size_t i = 0; i < members->len; i++) {
        if (!is_instance(members->items[i], &exception_type)) {
            return false;
        }
    }
    return true;
}

static const Type *group_class(const Type *cls, const Tuple *members) {
    assert(members->len > 0);
    if (all_exceptions(members)) {
        return cls == &base_exception_group_type ? &exception_group_type : cls;
    }
    if (cls == &exception_group_type) {
        raise_type_error("Cannot nest BaseExceptions in an ExceptionGroup");
    }
    if (is_subtype(cls, &exception_type)) {
        raise_type_error("Cannot nest BaseExceptions in '%S'", cls->name);
    }
    return cls;
}

static Value group_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("BaseExceptionGroup", kwnames);
    if (n != 2) {
        raise_type_error("BaseExceptionGroup.__new__() takes exactly 2 arguments (%z given)",
                         (intptr_t)n);
    }
    if (!is_str(unbox(args[0]))) {
        raise_type_error("BaseExceptionGroup.__new__() argument 1 must be str, not %A", args[0]);
    }
    Tuple *members = checked_members(args[1]);
    cls = group_class(cls, members);
    Value exc = cell_value(cell_new_for(cls));
    exception_of(exc)->args = cell_value(&empty_tuple);
    exception_of(exc)->args = tuple_new(args, n);
    exception_set_field(exc, N_message, args[0]);
    exception_set_field(exc, N_exceptions, cell_value(members));
    return exc;
}

static void group_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("BaseExceptionGroup", kwnames);
    exception_of(self)->args = tuple_new(args, n);
}

static Value group_str(Value self) {
    size_t n = group_members(self)->len;
    return str_formatted("%S (%z sub-exception%s)", str_of(unbox(group_message(self))), (intptr_t)n,
                         n == 1 ? "" : "s");
}

static Value group_new(Value members) { // without a message
    Value args[2] = {str_value(N__empty), members};
    return group_create(&base_exception_group_type, 2, args, NULL);
}

// ---- splitting ---------------------------------------------------------------------------------

// What decides about one exception: classes, a predicate, or (leaves) a list of exceptions.
typedef struct {
    Value by;
    enum { BY_CLASS, BY_CALL, BY_LEAF } kind;
} Condition;

static Condition condition_of(Value by) {
    if (is_exception_class(by)) {
        return (Condition){by, BY_CLASS};
    }
    if (is_tuple(by)) {
        bool good = true;
        for (size_t i = 0; i < tuple_of(by)->len; i++) {
            good = good && is_exception_class(tuple_of(by)->items[i]);
        }
        if (good) {
            return (Condition){by, BY_CLASS};
        }
    } else if (!is_class(by) && op_callable(by)) {
        return (Condition){by, BY_CALL};
    }
    raise_type_error(
        "expected an exception type, a tuple of exception types, or a callable (other than "
        "a class)");
}

static bool is_in(const List *list, Value v) {
    poll_interrupt();
    for (size_t i = 0; i < list->len; i++) {
        if (same(list->items->at[i], v)) {
            return true;
        }
    }
    return false;
}

static bool meets(Value exc, Condition c) {
    if (c.kind == BY_LEAF) {
        return !is_group(exc) && is_in(list_of(c.by), exc);
    }
    return c.kind == BY_CLASS ? exception_match(exc, c.by) : op_truth(op_call_1(c.by, exc));
}

// A group like `group` with other members; ABSENT if there are none.
static Value subset(Value group, List *members) {
    if (members->len == 0) {
        return ABSENT;
    }
    Value list = cell_value(members);
    Value derived = op_call_method(group, N_derive, 1, &list);
    if (!is_exception(derived) || !is_group(derived)) {
        raise_type_error("derive must return an instance of BaseExceptionGroup");
    }
    Exception *to = exception_of(derived), *from = exception_of(group);
    to->traceback = from->traceback;
    to->context = from->context;
    to->cause = from->cause;
    to->suppress_context = 1; // as after setting a cause
    Value notes = attr_find(group, N___notes__);
    if (is_present(notes) && is_kind(notes, &list_type)) {
        attr_set(derived, N___notes__, list_from_iterable(notes));
    }
    return derived;
}

// The parts that meet the condition and, unless `rest` is NULL, that don't.
static void split(Value exc, Condition c, Value *match, Value *rest) {
    assert(is_exception(exc));
    stack_check();
    *match = ABSENT;
    if (rest) {
        *rest = ABSENT;
    }
    if (meets(exc, c)) {
        *match = exc;
        return;
    }
    if (!is_group(exc)) {
        if (rest) {
            *rest = exc;
        }
        return;
    }
    const Tuple *members = group_members(exc);
    List *matching = list_new(0), *others = list_new(0);
    for (size_t i = 0; i < members->len; i++) {
        Value m, r = ABSENT;
        split(members->items[i], c, &m, rest ? &r : NULL);
        if (is_present(m)) {
            list_append(matching, m);
        }
        if (is_present(r)) {
            list_append(others, r);
        }
    }
    *match = subset(exc, matching);
    if (rest) {
        *rest = subset(exc, others);
    }
}

void exception_split(Value exc, Value classes, Value *matching, Value *rest) {
    const Tuple *all = is_tuple(classes) ? tuple_of(classes) : NULL;
    size_t n = all ? all->len : 1;
    for (size_t i = 0; i < n; i++) {
        Value cls = all ? all->items[i] : classes;
        if (!is_exception_class(cls)) {
            raise_type_error(
                "catching classes that do not inherit from BaseException is not allowed");
        }
        if (is_subtype(class_of(cls), &base_exception_group_type)) {
            raise_type_error(
                "catching ExceptionGroup with except* is not allowed. Use except instead.");
        }
    }
    split(exc, (Condition){classes, BY_CLASS}, matching, rest);
    if (is_present(*matching) && !is_group(*matching)) {
        *matching = group_new(tuple_new(matching, 1));
    }
}

static void collect_leaves(Value exc, List *leaves) {
    assert(is_exception(exc));
    stack_check();
    if (!is_group(exc)) {
        list_append(leaves, exc);
        return;
    }
    const Tuple *members = group_members(exc);
    for (size_t i = 0; i < members->len; i++) {
        collect_leaves(members->items[i], leaves);
    }
}

// Is it a part of the original that a clause let through, rather than something new?
static bool is_part_of(Value exc, Value original, const List *leaves) {
    assert(is_exception(exc) && is_exception(original));
    if (!is_group(exc) || !same(exception_of(exc)->traceback, exception_of(original)->traceback) ||
        !same(exception_of(exc)->cause, exception_of(original)->cause) ||
        !same(exception_of(exc)->context, exception_of(original)->context)) {
        return false;
    }
    List *own = list_new(0);
    collect_leaves(exc, own);
    for (size_t i = 0; i < own->len; i++) {
        if (!is_in(leaves, own->items->at[i])) {
            return false;
        }
    }
    return true;
}

Value exception_regroup(Value original, Value list) {
    List *all = list_of(list);
    List *raised = list_new(0), *kept = list_new(0), *leaves = list_new(0);
    if (!is_group(original)) {
        return all->len ? all->items->at[0] : ABSENT;
    }
    collect_leaves(original, leaves);
    for (size_t i = 0; i < all->len; i++) {
        Value exc = all->items->at[i];
        if (!is_exception(exc)) {
            continue;
        }
        if (is_part_of(exc, original, leaves)) {
            collect_leaves(exc, kept);
        } else {
            list_append(raised, exc);
        }
    }
    Value again = ABSENT;
    if (kept->len) {
        split(original, (Condition){cell_value(kept), BY_LEAF}, &again, NULL);
    }
    if (raised->len == 0) {
        return again;
    }
    if (is_present(again)) {
        list_append(raised, again);
    }
    return raised->len == 1 ? raised->items->at[0] : group_new(cell_value(raised));
}

// ---- methods -----------------------------------------------------------------------------------

static Value group_derive(Value self, Value members) {
    Value args[2] = {group_message(self), members};
    return group_create(&base_exception_group_type, 2, args, NULL);
}

static Value none_if_absent(Value v) {
    return is_absent(v) ? NONE : v;
}

static Value group_split(Value self, Value by) {
    Value match, rest;
    split(self, condition_of(by), &match, &rest);
    return tuple_pair(none_if_absent(match), none_if_absent(rest));
}

static Value group_subgroup(Value self, Value by) {
    Value match;
    split(self, condition_of(by), &match, NULL);
    return none_if_absent(match);
}

static Value get_message(Value self) {
    return group_message(self);
}
static Value get_exceptions(Value self) {
    return cell_value(group_members(self));
}

const Native exception_group_methods[] = {
    GETTER(N_message, get_message),
    GETTER(N_exceptions, get_exceptions),
    METHOD_2(N_derive, group_derive),
    METHOD_2(N_split, group_split),
    METHOD_2(N_subgroup, group_subgroup),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};

const Ops exception_group_ops = {
    .repr = exception_repr,
    .str = group_str,
    .getattr = exception_getattr,
    .setattr = exception_setattr,
    .create = group_create,
    .init = group_init,
};
