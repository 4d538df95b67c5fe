// SPDX-License-Identifier: MIT
// hooks.c: sys.displayhook, sys.excepthook, sys.unraisablehook.
//
// The arguments of unraisablehook are made only for one that a program assigned: an exception in a
// finaliser is reported in a full heap too.
#include "modules/hooks.h"
#include "modules/output.h"
#include "objects/attr_tuple.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "port.h"
#include "state.h"
#include "text/str.h"

extern const ModuleDef sys_module;

static Value hook_named(const Str *name) {
    return module_get(rt.roots.sys_module, name);
}

// Did a program assign one? None stands for the one from here.
static bool is_assigned(Value hook, const Str *name) {
    Value own = cell_value(find_row(sys_module.functions, name));
    return is_present(hook) && !is_none(hook) && !same(hook, own);
}

// ---- printing ------------------------------------------------------------------------------------

static void write_port(void *arg, const char *text, size_t size) {
    port_write(2, text, size);
}

static void write_stderr(void *arg, const char *text, size_t size) {
    stderr_write(text, size);
}

static void print_to_port(Value exc) {
    Catch c;
    if (TRY(c)) {
        exception_print(exc, write_port, NULL);
        catch_leave(&c);
    } else {
        poll_dropped(c.exception);
    }
}

void hook_print(Value exc) {
    Catch c;
    if (TRY(c)) {
        exception_print(exc, write_stderr, NULL);
        catch_leave(&c);
    } else {
        poll_dropped(c.exception);
        print_to_port(exc);
    }
}

static void say(const char *text) {
    Catch c;
    if (TRY(c)) {
        stderr_write(text, strlen(text));
        catch_leave(&c);
    } else {
        poll_dropped(c.exception);
    }
}

// ---- displayhook ---------------------------------------------------------------------------------

Value hooks_display(Value v) {
    if (!is_none(v)) {
        attr_set(rt.roots.builtins, N__, NONE); // lest showing v shows it again
        const Str *text = str_of(unbox(op_repr(v)));
        stdout_write(text->text, text->size);
        stdout_write("\n", 1);
        attr_set(rt.roots.builtins, N__, v);
    }
    return NONE;
}

void hook_display(Value v) {
    Value hook = hook_named(N_displayhook);
    if (is_absent(hook)) {
        raise_runtime_error("lost sys.displayhook");
    }
    op_call_1(hook, v);
}

// ---- excepthook ----------------------------------------------------------------------------------

Value hooks_except(size_t n, const Value *args) {
    Value exc = args[1];
    if (!is_exception(exc)) {
        raise_type_error("print_exception(): Exception expected for value, %T found", exc);
    }
    if (is_absent(exception_of(exc)->traceback) && is_exact(args[2], &traceback_type)) {
        exception_of(exc)->traceback = args[2];
    }
    exception_print(exc, write_stderr, NULL);
    return NONE;
}

static void call_excepthook(Value hook, Value exc) {
    Value traceback = exception_of(exc)->traceback;
    Value args[3] = {type_value(type_of(exc)), exc, is_present(traceback) ? traceback : NONE};
    op_call(hook, 3, args);
}

static Value report_both(Value failure, Value exc) {
    if (exception_matches(failure, &system_exit_type)) {
        return failure;
    }
    poll_dropped(failure);
    say("Error in sys.excepthook:\n");
    hook_print(failure);
    say("\nOriginal exception was:\n");
    hook_print(exc);
    return ABSENT;
}

Value hook_except(Value exc) {
    Value hook = hook_named(N_excepthook);
    if (!is_assigned(hook, N_excepthook)) {
        hook_print(exc);
        return ABSENT;
    }
    Catch c;
    if (TRY(c)) {
        call_excepthook(hook, exc);
        catch_leave(&c);
        return ABSENT;
    }
    return report_both(c.exception, exc);
}

// ---- unraisablehook ------------------------------------------------------------------------------

static const Str *const unraisable_names[] = {N_exc_type, N_exc_value, N_exc_traceback, N_err_msg,
                                              N_object, NULL};
static const AttrTupleType unraisable_type =
    ATTR_TUPLE_TYPE(N_UnraisableHookArgs, "UnraisableHookArgs", unraisable_names, 5, false);

static void write_value(Value v) {
    const Str *text = str_of(v);
    stderr_write(text->text, text->size);
}

// The line before the traceback; object is None if message says it all.
static void write_reason(Value message, Value object) {
    bool plain = is_none(object);
    if (is_none(message) && plain) {
        return;
    }
    Value first = is_none(message) ? str_from_c("Exception ignored in") : unbox(op_str(message));
    write_value(plain ? str_formatted("%S:\n", str_of(first))
                      : str_formatted("%S: %V\n", str_of(first), object));
}

Value hooks_unraisable(Value v) {
    if (type_of(v) != &unraisable_type.type) {
        raise_type_error("sys.unraisablehook argument type must be UnraisableHookArgs");
    }
    const Value *item = tuple_of(((AttrTuple *)cell_of(v))->items)->items;
    write_reason(item[3], item[4]);
    if (is_exception(item[1])) {
        exception_print(item[1], write_stderr, NULL);
    }
    return NONE;
}

static void write_ignored(const char *doing, Value what) {
    Catch c;
    if (TRY(c)) {
        write_value(str_formatted("Exception ignored %s %V:\n", doing, what));
        catch_leave(&c);
    } else {
        poll_dropped(c.exception);
    }
}

static void print_ignored(const char *doing, Value what, Value exc) {
    write_ignored(doing, what);
    hook_print(exc);
    poll_dropped(exc);
}

static void call_unraisablehook(Value hook, const char *doing, Value what, Value exc) {
    Value traceback = exception_of(exc)->traceback;
    Value v[5] = {type_value(type_of(exc)), exc, is_present(traceback) ? traceback : NONE,
                  str_formatted("Exception ignored %s %V", doing, what), NONE};
    op_call_1(hook, attr_tuple_new(&unraisable_type, v, COUNT_OF(v), ABSENT));
}

void hook_unraisable(const char *doing, Value what, Value exc) {
    Value hook = hook_named(N_unraisablehook);
    if (!is_assigned(hook, N_unraisablehook)) {
        print_ignored(doing, what, exc);
        return;
    }
    Catch c;
    if (TRY(c)) {
        call_unraisablehook(hook, doing, what, exc);
        catch_leave(&c);
    } else {
        print_ignored("in sys.unraisablehook:", hook, c.exception);
    }
    poll_dropped(exc);
}
