// SPDX-License-Identifier: MIT
// import.c: finding and running modules.
//
// Order: sys.modules; builtin modules (extensible ones last); for a top-level name each entry of sys.path, for a submodule
// each entry of the parent's __path__. In an entry: a directory `name` (a package, with or without
// __init__.py), else the file name.py. A module is registered before it runs and taken out again
// if it raises.
#include "compile/compile.h"
#include "objects/module_implicit.h"
#include "port.h"
#include "vm/internal.h"
#include <assert.h>

static Value modules(void) {
    return rt.roots.modules;
}

static Value module_registered(const Str *name) {
    return is_dict(modules()) ? dict_get(dict_of(modules()), str_value(name)) : ABSENT;
}

static Dict *dict_of_module(Value module) {
    assert(is_kind(module, &module_type));
    return ((Module *)cell_of(module))->dict;
}

static Value file_path(Value directory, const Str *name, const char *suffix) {
    const Str *d = str_of(directory);
    return d->size ? str_formatted("%S/%S%s", d, name, suffix) : str_formatted("%S%s", name, suffix);
}

// Runs the source file as the module. Code is compiled, run chunk by chunk and dropped.
static void run_file(Value module, Value path) {
    Reader r;
    reader_from_file(&r, str_of(path)->text);
    Value code = compile_source(&r, path, PARSE_FILE, 0);
    code_run_once(code, dict_of_module(module));
}

static void run_module(Value module, const Str *name, Value path) {
    Catch c;
    if (TRY(c)) {
        dict_of_module(module)->live |= DICT_INITIALIZING;
        run_file(module, path);
        dict_of_module(module)->live &= ~DICT_INITIALIZING;
        catch_leave(&c);
    } else {
        dict_of_module(module)->live &= ~DICT_INITIALIZING;
        dict_remove(dict_of(modules()), str_value(name));
        raise_again(c.exception);
    }
}

static Value new_module(const Str *name, Value file, Value package, Value search) {
    Value module = module_new(name, NULL);
    Dict *d = dict_of_module(module);
    if (is_present(file)) {
        dict_set_name(d, N___file__, file);
    }
    dict_set_name(d, N___package__, package);
    if (is_present(search)) {
        dict_set_name(d, N___path__, search);
    }
    dict_set(dict_of(modules()), str_value(name), module);
    return module;
}

// Is every part between the dots of a name there, and without a NUL?
static bool is_module_name(const Str *name) {
    for (size_t i = 0, start = 0; i <= name->size; i++) {
        if (i == name->size || name->text[i] == '.') {
            if (i == start) {
                return false;
            }
            start = i + 1;
        } else if (!name->text[i]) {
            return false;
        }
    }
    return true;
}

// Tries one entry of a search path. namespace collects directories without __init__.py.
static Value load_from(Value entry, const Str *name, const Str *leaf, List *namespace) {
    Value directory = file_path(entry, leaf, "");
    if (port_path_kind(str_of(directory)->text) == 2) {
        Value init = file_path(directory, N___init__, ".py");
        if (port_path_kind(str_of(init)->text) != 1) {
            list_append(namespace, directory);
        } else {
            Value module = new_module(name, init, str_value(name), list_from(&directory, 1));
            run_module(module, name, init);
            return module_registered(name);
        }
    }
    Value file = file_path(entry, leaf, ".py");
    if (port_path_kind(str_of(file)->text) == 1) {
        Value module = new_module(name, file, str_value(module_parent_name(name)), ABSENT);
        run_module(module, name, file);
        return module_registered(name);
    }
    return ABSENT;
}

static Value load_from_path(Value path, const Str *name, const Str *leaf) {
    List *namespace = list_new(0);
    Value iterator = op_iter(path), entry;
    while (is_present(entry = op_next(iterator))) {
        Value text = unbox(entry);
        if (is_str(text)) {
            Value module = load_from(text, name, leaf, namespace);
            if (is_present(module)) {
                return module;
            }
        }
    }
    return namespace->len ? new_module(name, ABSENT, str_value(name), cell_value(namespace)) : ABSENT;
}

static _Noreturn void raise_not_found(const Str *name, const char *why) {
    Value e = exception_formatted(&module_not_found_error_type, "No module named '%S'%s", name, why);
    exception_set_field(e, N_name, str_value(name));
    raise_value(e);
}

// A module that is not registered yet.
static Value load_module(const Str *name) {
    assert(name->size > 0);
    Value module = ABSENT;
    const Str *parent = module_parent_name(name), *leaf = name;
    Value package = ABSENT, path = rt.roots.path;
    if (parent->size) {
        package = import_module(parent);
        module = module_registered(name); // the parent may have imported it
        if (is_present(module)) {
            return module;
        }
        leaf = str_of(str_slice_bytes(name, parent->size + 1, name->size));
        path = attr_find(package, N___path__);
        if (is_absent(path) && is_absent(module = module_import(name))) {
            raise_not_found(name, str_of(str_formatted("; '%S' is not a package", parent))->text);
        }
    }
    bool extensible = module_is_extensible(name);
    if (!extensible && is_absent(module)) {
        module = module_import(name);
    }
    if (is_absent(module)) {
        module = load_from_path(path, name, leaf);
    }
    if (is_absent(module) && extensible) {
        module = module_import(name);
    }
    if (is_absent(module)) {
        raise_not_found(name, "");
    }
    if (is_present(package)) {
        attr_set(package, str_intern(str_value(leaf)), module);
    }
    return module;
}

// The same, with the heap's observer told of it.
static Value load_observed(const Str *name, void (*tell)(const Str *name, ImportStage stage)) {
    Catch c;
    volatile Value module = ABSENT;
    tell(name, IMPORT_BEGAN);
    if (TRY(c)) {
        module = load_module(name);
        catch_leave(&c);
    } else {
        tell(name, IMPORT_FAILED);
        raise_again(c.exception);
    }
    tell(name, IMPORT_ENDED);
    return module;
}

Value import_module(const Str *name) {
    stack_check();
    Value module = module_registered(name);
    if (is_absent(module)) {
        if (!is_module_name(name)) {
            raise_not_found(name, "");
        }
        const HeapObserver *o = rt.heap.observer;
        return o && o->import ? load_observed(name, o->import) : load_module(name);
    }
    if (is_none(module)) {
        Value e = exception_formatted(&module_not_found_error_type,
                                      "import of %S halted; None in sys.modules", name);
        exception_set_field(e, N_name, str_value(name));
        raise_value(e);
    }
    return module;
}

// What the globals say about the package they belong to, when __package__ does not.
static Value package_by_name(Dict *globals) {
    Value spec = dict_get_name(globals, N___spec__);
    if (is_present(spec) && !is_none(spec)) {
        Value parent = attr_get(spec, N_parent);
        if (!is_str(parent)) {
            raise_type_error("__spec__.parent must be a string");
        }
        return parent;
    }
    Value name = dict_get_name(globals, N___name__);
    if (is_absent(name)) {
        raise_key_error(str_from_c("'__name__' not in globals"));
    }
    if (!is_str(name)) {
        raise_type_error("__name__ must be a string");
    }
    bool is_package = dict_find_name(globals, N___path__) >= 0;
    return is_package ? name : str_value(module_parent_name(str_of(name)));
}

// Absolute name of a relative import from the module whose globals these are.
static const Str *resolve_relative(Dict *globals, const Str *name, size_t level) {
    Value package = dict_get_name(globals, N___package__);
    if (is_absent(package) || is_none(package)) {
        package = package_by_name(globals);
    }
    if (!is_str(package)) {
        raise_type_error("package must be a string");
    }
    if (str_of(package)->size == 0) {
        raise_error(&import_error_type, "attempted relative import with no known parent package");
    }
    const Str *base = str_of(package);
    for (size_t i = 1; i < level; i++) {
        base = module_parent_name(base);
        if (base->size == 0) {
            raise_error(&import_error_type, "attempted relative import beyond top-level package");
        }
    }
    return name->size ? str_intern(str_formatted("%S.%S", base, name)) : base;
}

static bool is_package(Value module) {
    return is_instance(module, &module_type) && is_present(attr_find(module, N___path__));
}

static void import_one_submodule(Value package, Value name) {
    if (!is_str(name) || is_present(attr_find(package, str_intern(name)))) {
        return;
    }
    Value package_name = attr_get(package, N___name__);
    if (!is_str(package_name)) {
        raise_type_error("__name__ must be a string");
    }
    const Str *full = str_intern(str_formatted("%S.%S", str_of(package_name), str_of(name)));
    Catch c;
    if (TRY(c)) {
        import_module(full);
        catch_leave(&c);
    } else if (!exception_matches(c.exception, &module_not_found_error_type) ||
               !same(exception_get_field(c.exception, N_name), str_value(full))) {
        raise_again(c.exception);
    }
}

// `from package import a, b`: the names that are submodules are imported. * means __all__, but not
// within __all__.
static void import_submodules(Value package, Value names, bool in_all) {
    size_t n = tuple_of(names)->len;
    for (size_t i = 0; i < n; i++) {
        Value name = tuple_of(names)->items[i];
        if (!same(name, str_value(N__star))) {
            import_one_submodule(package, name);
            continue;
        }
        Value all = in_all ? ABSENT : attr_find(package, N___all__);
        if (is_present(all)) {
            import_submodules(package, tuple_from_iterable(all), true);
        }
    }
}

static Value import_name(Dict *globals, const Str *name, Value fromlist, size_t level) {
    const Str *full = level ? resolve_relative(globals, name, level) : name;
    Value module = import_module(full);
    bool has_from = is_present(fromlist) && !is_none(fromlist) && op_truth(fromlist);
    if (has_from) {
        if (is_package(module)) {
            import_submodules(module, tuple_from_iterable(fromlist), false);
        }
        return module;
    }
    const char *dot = memchr(name->text, '.', name->size);
    if (!dot) {
        return module;
    }
    size_t cut = full->size - (name->size - (size_t)(dot - name->text));
    return import_module(str_intern(str_slice_bytes(full, 0, cut)));
}

Value builtin_import(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_name, ARG_REQUIRED}, {N_globals, 0}, {N_locals, 0},
                                   {N_fromlist, 0},        {N_level, 0},   {NULL, 0}};
    Value in[5];
    args_parse("__import__", spec, n, args, kwnames, in);
    if (!is_str(unbox(in[0]))) {
        raise_type_error("module name must be a string");
    }
    const Str *name = str_of(unbox(in[0]));
    Value g = is_present(in[1]) && is_dict(in[1]) ? in[1] : builtin_globals();
    intptr_t level = is_present(in[4]) ? to_intptr(in[4]) : 0;
    if (level < 0) {
        raise_value_error("level must be >= 0");
    }
    if (name->size == 0 && level == 0) {
        raise_value_error("Empty module name");
    }
    return import_name(dict_of(g), str_intern(str_value(name)), in[3], (size_t)level);
}

Value vm_import(const Function *f, const Str *name, Value fromlist, unsigned level) {
    Dict *changed = ((Module *)cell_of(rt.roots.builtins))->dict;
    Value hook = changed ? dict_get_name(changed, N___import__) : ABSENT;
    if (is_present(hook)) { // a program replaced builtins.__import__
        Value args[5] = {str_value(name), cell_value(function_globals(f)), NONE, fromlist, int_value((intptr_t)level)};
        return op_call(hook, 5, args);
    }
    return import_name(function_globals(f), name, fromlist, level);
}

Value vm_import_from(Value module, const Str *name) {
    Value v = attr_find(module, name);
    if (is_present(v)) {
        return v;
    }
    Value module_name = attr_find(module, N___name__);
    bool named = is_present(module_name) && is_str(module_name);
    if (named) {
        v = module_registered(str_of(str_formatted("%S.%S", str_of(module_name), name)));
        if (is_present(v)) {
            return v;
        }
    }
    Value file = attr_find(module, N___file__);
    bool has_file = is_present(file) && is_str(file), half = module_is_initializing(module);
    Value e = exception_formatted(
        &import_error_type, "cannot import name '%S' from %s'%S'%s (%S)", name,
        half ? "partially initialized module " : "", named ? str_of(module_name) : N__unknown,
        half ? " (most likely due to a circular import)" : "",
        has_file ? str_of(file) : N_unknown_location);
    exception_set_field(e, N_name, named ? module_name : NONE);
    if (has_file) {
        exception_set_field(e, N_path, file);
    }
    raise_value(e);
}

static void star_store(const Function *f, Value namespace, const Str *name, Value v) {
    if (is_present(namespace)) {
        vm_store_name(namespace, name, v);
    } else {
        dict_set_name(function_globals(f), name, v);
    }
}

void vm_import_star(const Function *f, Value module, Value namespace) {
    Value all = attr_find(module, N___all__);
    bool listed = is_present(all);
    if (!listed && is_absent(attr_find(module, N___dict__))) {
        raise_error(&import_error_type, "from-import-* object has no __dict__ and no __all__");
    }
    Value names = tuple_from_iterable(listed ? all : dir_of(module));
    size_t n = tuple_of(names)->len;
    for (size_t i = 0; i < n; i++) {
        Value name = tuple_of(names)->items[i];
        if (!is_str(name)) {
            raise_type_error("Item in __all__ must be str, not %T", name);
        }
        const Str *s = str_intern(name);
        if (listed || s->text[0] != '_') {
            star_store(f, namespace, s, attr_get(module, s));
        }
    }
}
