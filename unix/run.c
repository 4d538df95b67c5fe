// SPDX-License-Identifier: MIT
// run.c: runs a program as __main__: a file, text, standard input, or a module (-m).
//
// The module of -m is found as import would find it, but its source runs in __main__. Errors end
// here: they are reported on standard error and become the exit code.
#include "compile/compile.h"
#include "modules/hooks.h"
#include "modules/output.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "objects/module_implicit.h"
#include "objects/number.h"
#include "port.h"
#include "text/buffer.h"
#include "text/codec.h"
#include "unix/disasm.h"
#include "unix/unix.h"
#include "vm/vm.h"
#include <errno.h>
#include <stdlib.h>

static unsigned verbose;
static char program_name[300]; // see run_program_name()
static bool compile_only;
static bool exited; // by SystemExit: what run_guarded() ran last

void run_set_verbose(unsigned level, bool only) {
    verbose = level;
    compile_only = only;
}

// ---- what ends a program -----------------------------------------------------------------------------

static void print_on_stderr(void *arg) {
    Value text = op_str(*(Value *)arg);
    const Str *s = str_of(unbox(text));
    stderr_write(s->text, s->size);
    stderr_write("\n", 1);
}

// Calls f; true if it raised nothing.
static bool quietly(void (*f)(void *), void *arg) {
    Catch c;
    volatile bool done = false;
    if (TRY(c)) {
        f(arg);
        catch_leave(&c);
        done = true;
    }
    return done;
}

static void get_exit_value(void *arg) {
    Value *v = arg;
    *v = attr_get(*v, N_code);
}

static int exit_code_of(Value exc) {
    Value v = exc;
    if (!quietly(get_exit_value, &v)) {
        return 1;
    }
    if (is_none(v)) {
        return 0;
    }
    if (is_integer(v)) {
        int64_t n;
        return int_to_i64(integer_of(v), &n) ? (int)(n & 0xff) : 255;
    }
    quietly(print_on_stderr, &v);
    return 1;
}

static int exit_with(Value exc) {
    exited = true;
    return exit_code_of(exc);
}

static int report(Value exc) {
    rt.heap.lock_depth = 0;
    if (exception_matches(exc, &system_exit_type)) {
        return exit_with(exc);
    }
    rt.roots.last_value = exc;
    Value by_hook = hook_except(exc);
    if (is_present(by_hook)) {
        return exit_with(by_hook);
    }
    return exception_matches(exc, &keyboard_interrupt_type) ? 130 : 1;
}

// Reporting runs user code (__str__), which may raise or be interrupted again.
static int report_safely(Value exc) {
    Catch c;
    volatile int code = 1;
    interrupt_clear(); // the program ends anyway
    if (TRY(c)) {
        code = report(exc);
        catch_leave(&c);
    } else {
        port_write(2, "error while reporting an error\n", 31);
    }
    return code;
}

int run_guarded(void (*f)(void *arg), void *arg) {
    Catch c;
    volatile int code = 0;
    interrupt_clear();
    exited = false;
    port_interrupt_on();
    if (TRY(c)) {
        f(arg);
        catch_leave(&c);
    } else {
        code = report_safely(c.exception);
    }
    port_interrupt_off();
    return code;
}

bool run_exited(void) {
    return exited;
}

// ---- running source ------------------------------------------------------------------------------------

static void run_reader(Reader *r, Value filename) {
    Value code = compile_source(r, filename, PARSE_FILE, 0);
    if (verbose >= 2) {
        disassemble(code_of(code), port_text, (void *)1);
    }
    if (!compile_only) {
        code_run(code, module_dict(rt.roots.main_module), ABSENT);
    }
}

void run_text(Value text, Value filename) {
    Reader r;
    reader_from_text(&r, text);
    run_reader(&r, filename);
}

static void run_source_file(Value path) {
    Reader r;
    reader_from_file(&r, str_of(path)->text);
    run_reader(&r, path);
}

static void set_main(const Str *name, Value v) {
    dict_set_name(module_dict(rt.roots.main_module), name, v);
}

static Value path_value(const char *text) {
    return codec_decode((const uint8_t *)text, strlen(text), NULL, N_surrogateescape);
}

static void run_stdin(void *arg) {
    Reader r;
    reader_from_handle(&r, (void *)1);
    run_reader(&r, str_value(N__stdin));
}

static void run_command(void *arg) {
    const char *text = arg;
    run_text(bytes_new(text, strlen(text)), str_value(N__string));
}

// sys.path[0] becomes the real directory of the file.
static void set_script_directory(const char *path) {
    char *real = realpath(path, NULL);
    char *slash = real ? strrchr(real, '/') : NULL;
    if (slash) {
        slash[slash == real] = 0;
        list_of(rt.roots.path)->items->at[0] = path_value(real);
    }
    free(real);
}

static void run_file(void *arg) {
    Value path = path_value(arg);
    set_script_directory(arg);
    set_main(N___file__, path);
    run_source_file(path);
}

// ---- -m ---------------------------------------------------------------------------------------------------

static Value join_path(Value directory, const Str *name, const char *suffix) {
    const Str *d = str_of(directory);
    return d->size ? str_formatted("%S/%S%s", d, name, suffix) : str_formatted("%S%s", name, suffix);
}

// The source file of `leaf` in a list of directories, or the directory of a package; ABSENT if none.
static Value find_in_path(Value path, const Str *leaf, int *kind) {
    List *list = list_of(list_from_iterable(path));
    for (size_t i = 0; i < list->len; i++) {
        Value entry = unbox(list->items->at[i]);
        if (!is_str(entry)) {
            continue;
        }
        Value directory = join_path(entry, leaf, ""), file = join_path(entry, leaf, ".py");
        if (port_path_kind(str_of(directory)->text) == 2) {
            *kind = 2;
            return directory;
        }
        if (port_path_kind(str_of(file)->text) == 1) {
            *kind = 1;
            return file;
        }
    }
    return ABSENT;
}

// name: under which import would find it.
static void run_found_file(Value file, const Str *name, const Str *package) {
    set_main(N___file__, file);
    set_main(N___package__, str_value(package));
    set_main(N___spec__, module_spec_new(str_value(name), file, NONE, str_value(package)));
    run_source_file(file);
}

static _Noreturn void no_module(const Str *name) {
    raise_error(&module_not_found_error_type, "No module named '%S'", name);
}

static void run_module(void *arg) {
    const char *text = arg;
    const Str *name = str_intern(path_value(text)), *parent = module_parent_name(name);
    Value path = rt.roots.path;
    const Str *leaf = name;
    if (parent->size) {
        path = attr_get(import_module(parent), N___path__);
        leaf = str_of(str_slice_bytes(name, parent->size + 1, name->size));
    }
    int kind = 0;
    Value found = find_in_path(path, leaf, &kind);
    if (is_absent(found)) {
        Value module = module_import(name);
        if (is_absent(module)) {
            no_module(name);
        }
    } else if (kind == 1) {
        run_found_file(found, name, parent);
    } else {
        const Str *whole = str_of(str_formatted("%S.__main__", name));
        path = attr_get(import_module(name), N___path__);
        found = find_in_path(path, N___main__, &kind);
        if (is_absent(found) || kind != 1) {
            no_module(whole);
        }
        run_found_file(found, whole, name);
    }
}

// ---- the program -------------------------------------------------------------------------------------------

// A file that can't be opened is reported without a traceback.
static bool is_unreadable(const char *path) {
    int error = 0;
    void *handle = port_open_source(path, &error);
    if (handle) {
        port_close_source(handle);
    } else if (error != EISDIR) {
        fprintf(stderr, "micropython: can't open file '%s': [Errno %d] %s\n", path, error,
                strerror(error));
        return true;
    }
    return false;
}

void run_set_program(const Options *o) {
    static const char *const names[] = {[RUN_PROMPT] = "", [RUN_STDIN] = "<stdin>", [RUN_COMMAND] = "-c",
                                        [RUN_MODULE] = "-m ", [RUN_FILE] = ""};
    bool named = o->kind == RUN_MODULE || o->kind == RUN_FILE;
    snprintf(program_name, sizeof program_name, "%s%s", names[o->kind], named ? o->program : "");
}

const char *run_program_name(void) {
    return program_name;
}

int run_program(const Options *o) {
    void *program = (void *)(uintptr_t)o->program;
    switch (o->kind) {
    case RUN_COMMAND:
        return run_guarded(run_command, program);
    case RUN_MODULE:
        return run_guarded(run_module, program);
    case RUN_FILE:
        return is_unreadable(o->program) ? 2 : run_guarded(run_file, program);
    default:
        return run_guarded(run_stdin, NULL);
    }
}
