// SPDX-License-Identifier: MIT
// module_implicit.c: the names that every module has: __package__, __spec__, __loader__,
// __cached__, __doc__, of a package without __init__ also __file__.
//
// Their values follow from what is in its namespace, so that they need not be there: they are found
// out when neither the namespace nor the tables of the module have the name. Only the spec is kept,
// for modules from source, so that it is the same object each time.
#include "objects/module_implicit.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/simple_namespace.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

typedef enum { BUILT_IN, MAIN, IMPORTED, MADE } Origin; // MADE: by types.ModuleType

static Value get(const Dict *d, const Str *name) {
    return d ? dict_get_name(d, name) : ABSENT;
}

static Value or_none(Value v) {
    return is_present(v) ? v : NONE;
}

static Origin origin_of(const Dict *d, const ModuleDef *def) {
    if (def) {
        return BUILT_IN;
    }
    if (d == ((Module *)cell_of(rt.roots.main_module))->dict) {
        return MAIN;
    }
    Value package = get(d, N___package__);
    bool found = is_present(get(d, N___file__)) || is_present(get(d, N___path__));
    return found && is_present(package) && is_str(package) ? IMPORTED : MADE;
}

// ---- specs -------------------------------------------------------------------------------------

Value module_spec_new(Value name, Value file, Value path, Value package) {
    static const Str *const names[] = {N_name, N_loader, N_origin, N_submodule_search_locations,
                                       N_cached, N_parent, N_has_location, NULL};
    bool from_file = is_str(file) && str_of(file) != N_built_in;
    Value values[] = {name, NONE, file, path, NONE, package, bool_value(from_file)};
    return module_spec_from(names, values);
}

static Value spec_of(Dict *d, const ModuleDef *def, Origin origin) {
    if (origin == BUILT_IN) {
        return module_spec_new(str_value(def->name), str_value(N_built_in), NONE,
                               str_value(module_parent_name(def->name)));
    }
    if (origin != IMPORTED) {
        return NONE;
    }
    Value spec = module_spec_new(or_none(get(d, N___name__)), or_none(get(d, N___file__)),
                                 or_none(get(d, N___path__)), get(d, N___package__));
    dict_set_name(d, N___spec__, spec);
    return spec;
}

// ---- names -------------------------------------------------------------------------------------

const Str *module_parent_name(const Str *name) {
    for (size_t i = name->size; i > 0; i--) {
        if (name->text[i - 1] == '.') {
            return str_intern(str_slice_bytes(name, 0, i - 1));
        }
    }
    return N__empty;
}

// Nothing is cached; modules that come from a file say so.
static bool has_cached(const Dict *d, Origin origin) {
    return origin == MAIN || (origin == IMPORTED && is_present(get(d, N___file__)));
}

Value module_implicit(Dict *d, const ModuleDef *def, const Str *name) {
    if (name->text[0] != '_') {
        return ABSENT;
    }
    Origin origin = origin_of(d, def);
    if (name == N___spec__) {
        return spec_of(d, def, origin);
    }
    if (name == N___package__) {
        return origin == BUILT_IN ? str_value(module_parent_name(def->name)) : NONE;
    }
    if (name == N___cached__) {
        return has_cached(d, origin) ? NONE : ABSENT;
    }
    if (name == N___file__) {
        return origin == IMPORTED ? NONE : ABSENT;
    }
    return name == N___loader__ || name == N___doc__ ? NONE : ABSENT;
}

Value module_implicit_global(Dict *globals, const Str *name) {
    if (origin_of(globals, NULL) == MADE && is_absent(get(globals, N___name__))) {
        const Module *builtins = (Module *)cell_of(rt.roots.builtins);
        return module_implicit(builtins->dict, builtins->def, name);
    }
    return module_implicit(globals, NULL, name);
}

void module_implicit_names(const Dict *d, const ModuleDef *def, Dict *names) {
    Origin origin = origin_of(d, def);
    if (!def && (!d || is_absent(get(d, N___name__)))) {
        return; // __new__() alone made it
    }
    dict_set_name(names, N___doc__, NONE);
    dict_set_name(names, N___loader__, NONE);
    dict_set_name(names, N___name__, NONE);
    dict_set_name(names, N___package__, NONE);
    dict_set_name(names, N___spec__, NONE);
    if (origin == IMPORTED) {
        dict_set_name(names, N___file__, NONE);
    }
    if (has_cached(d, origin)) {
        dict_set_name(names, N___cached__, NONE);
    }
}
