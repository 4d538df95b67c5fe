// SPDX-License-Identifier: MIT
// builtins_io.c: print, input, help.
#include "modules/builtins.h"
#include "modules/output.h"
#include "objects/containers.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

// ---- print ----------------------------------------------------------------------------------

// Text for a stream. What goes to the port is gathered here, so that a line is one write; other
// streams get each piece on its own, as CPython's do.
typedef struct Printer {
    Value stream;
    bool gather;
    size_t size;
    char text[200];
} Printer;

static void printer_flush(Printer *p) {
    assert(p->size <= sizeof p->text);
    size_t size = p->size;
    p->size = 0;
    stream_write(p->stream, p->text, size);
}

static void printer_add(Printer *p, const Str *s) {
    assert(p->size <= sizeof p->text);
    if (!p->gather || s->size > sizeof p->text - p->size) {
        printer_flush(p);
    }
    if (!p->gather || s->size > sizeof p->text) {
        stream_write(p->stream, s->text, s->size);
        return;
    }
    memcpy(p->text + p->size, s->text, s->size);
    p->size += s->size;
}

// Its str() runs no user code, so that gathered text need not be written before.
static bool is_simple(Value v) {
    return is_str(v) || is_int(v) || is_word_float(v) || is_bool(v) || is_none(v);
}

static void printer_add_value(Printer *p, Value v) {
    if (!is_simple(v)) {
        printer_flush(p);
    }
    Value text = is_str(v) ? v : op_str(v);
    printer_add(p, str_of(unbox(text)));
}

static Value separator(Value given, const char *name, const Str *missing) {
    if (is_absent(given) || is_none(given)) {
        return str_value(missing);
    }
    if (!is_str(unbox(given))) {
        raise_type_error("%s must be None or a string, not %T", name, given);
    }
    return given;
}

Value builtin_print(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_sep, ARG_KWONLY}, {N_end, ARG_KWONLY},
                                   {N_file, ARG_KWONLY}, {N_flush, ARG_KWONLY}, {NULL, 0}};
    Value given[4] = {ABSENT, ABSENT, ABSENT, ABSENT};
    if (kwnames) {
        args_parse("print", spec, 0, args + n, kwnames, given);
    }
    Printer p;
    p.stream = is_absent(given[2]) || is_none(given[2]) ? rt.roots.standard_out : given[2];
    p.gather = is_absent(p.stream) || same(p.stream, rt.roots.port_out);
    p.size = 0;
    Value sep = separator(given[0], "sep", N__space);
    Value end = separator(given[1], "end", N__newline);
    if (is_present(p.stream) && is_none(p.stream)) {
        return NONE;
    }
    for (size_t i = 0; i < n; i++) {
        poll_pending();
        if (i) {
            printer_add_value(&p, sep);
        }
        printer_add_value(&p, args[i]);
    }
    printer_add_value(&p, end);
    printer_flush(&p);
    if (is_present(given[3]) && op_truth(given[3])) {
        stream_flush(p.stream);
    }
    return NONE;
}

// ---- input ----------------------------------------------------------------------------------

Value builtin_input(size_t n, const Value *args) {
    if (n) {
        const Str *prompt = str_of(unbox(op_str(args[0])));
        stdout_write(prompt->text, prompt->size);
    }
    if (is_absent(rt.roots.standard_in) || is_none(rt.roots.standard_in)) {
        raise_runtime_error("input(): lost sys.stdin");
    }
    Value line = unbox(op_call_method(rt.roots.standard_in, N_readline, 0, NULL));
    if (!is_str(line)) {
        raise_type_error("object.readline() returned non-string");
    }
    const Str *s = str_of(line);
    if (s->size == 0) {
        raise_error(&eof_error_type, "EOF when reading a line");
    }
    return str_slice_bytes(s, 0, s->size - (s->text[s->size - 1] == '\n'));
}

// ---- help -----------------------------------------------------------------------------------

static void say(const char *text) {
    stdout_write(text, strlen(text));
}

static void say_value(Value text) {
    const Str *s = str_of(unbox(text));
    stdout_write(s->text, s->size);
}

static void describe_members(Value object) {
    Value names = dir_of(object);
    for (size_t i = 0; i < list_of(names)->len; i++) {
        Value name = unbox(list_of(names)->items->at[i]);
        Value v = is_str(name) ? attr_find(object, str_intern(name)) : ABSENT;
        if (is_present(v)) {
            say_value(str_formatted("  %S -- ", str_of(name)));
            say_value(op_repr(v));
            say("\n");
        }
    }
}

Value builtin_help(size_t n, const Value *args) {
    if (n == 0) {
        say("For a list of what an object can do, type help(object) or dir(object).\n");
        return NONE;
    }
    say("object ");
    say_value(op_str(args[0]));
    say_value(str_formatted(" is of type %T\n", args[0]));
    describe_members(args[0]);
    return NONE;
}
