// SPDX-License-Identifier: MIT
// module.c: modules: those from source with a dict, builtin ones with const rows in flash.
//
// A builtin module (def != NULL) gets its dict when something is assigned to it or asks for
// __dict__; names are looked for in the dict, then in the rows, constants and computed attributes.
#include "error.h"
#include "objects/annotations.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/module_implicit.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

static Module *module_of(Value v) {
    assert(is_kind(v, &module_type));
    return (Module *)cell_of(v);
}

static void module_trace(Cell *cell, Visitor *visitor) {
    Module *m = (Module *)cell;
    visit_cell(visitor, &m->name);
    visit_cell(visitor, &m->dict);
}

static Module *module_alloc(const Str *name) {
    Module *m = heap_alloc(&module_type, sizeof(Module));
    m->name = name;
    return m;
}

static void add_standard_names(Dict *d, const Str *name) {
    dict_set_name(d, N___name__, str_value(name));
    dict_set_name(d, N___doc__, NONE);
}

Value module_new(const Str *name, Dict *dict) {
    if (!dict) {
        dict = dict_new(4);
        dict->live |= DICT_WATCHED;
        dict_set_name(dict, N___name__, str_value(name));
    }
    Module *m = module_alloc(name);
    m->dict = dict;
    return cell_value(m);
}

bool module_is_initializing(Value v) {
    return is_instance(v, &module_type) && module_of(v)->dict &&
           module_of(v)->dict->live & DICT_INITIALIZING;
}

static Value const_of(const ModuleDef *def, const Str *name) {
    for (const ModuleConst *c = def->constants; c && c->name; c++) {
        if (c->name == name) {
            return c->value;
        }
    }
    return ABSENT;
}

Value module_get(Value module, const Str *name) {
    assert(name->interned);
    const Module *m = module_of(module);
    Value v = m->dict ? dict_get_name(m->dict, name) : ABSENT;
    if (is_present(v) || !m->def) {
        return v;
    }
    const Native *row = find_row(m->def->functions, name);
    if (row) {
        return cell_value(row);
    }
    v = const_of(m->def, name);
    if (is_absent(v) && name == N___name__) {
        return str_value(m->name);
    }
    return v;
}

static const ModuleDef *find_def(const Str *name) {
    if (str_equal(name, builtins_module.name)) {
        return &builtins_module;
    }
    for (const ModuleDef *const *def = builtin_modules; *def; def++) {
        if (str_equal((*def)->name, name)) {
            return *def;
        }
    }
    return NULL;
}

static bool is_alias(const Str *name) {
    return name->size > 1 && name->text[0] == 'u';
}

bool module_is_extensible(const Str *name) {
    const ModuleDef *def = find_def(name);
    return def && def->extensible;
}

// `ujson` is the builtin json, whatever file has that name.
static const ModuleDef *find_alias(const Str *name) {
    for (const ModuleDef *const *def = builtin_modules; is_alias(name) && *def; def++) {
        const Str *own = (*def)->name;
        bool extensible = (*def)->extensible || own == N_sys;
        if (extensible && own->size == name->size - 1 && memcmp(own->text, name->text + 1, own->size) == 0) {
            return *def;
        }
    }
    return NULL;
}

Value module_import(const Str *name) {
    const ModuleDef *def = find_def(name);
    def = def ? def : find_alias(name);
    if (!def) {
        return ABSENT;
    }
    if (is_instance(rt.roots.modules, &dict_type)) {
        Value known = dict_get(dict_of(rt.roots.modules), str_value(name));
        if (is_present(known)) {
            return known;
        }
    }
    Module *m = module_alloc(def->name);
    m->def = def;
    Value module = cell_value(m);
    if (is_instance(rt.roots.modules, &dict_type)) {
        dict_set(dict_of(rt.roots.modules), str_value(name), module);
    }
    if (def->init) {
        def->init(module);
    }
    return module;
}

const Str *module_name(Value module) {
    const Module *m = module_of(module);
    Value name = m->dict ? dict_get_name(m->dict, N___name__) : ABSENT;
    if (is_present(name)) {
        return is_str(unbox(name)) ? str_of(unbox(name)) : NULL;
    }
    return m->def ? m->name : NULL;
}

Dict *module_dict(Value module) {
    Module *m = module_of(module);
    if (!m->dict) {
        Dict *d = dict_new(0);
        m->dict = d;
        heap_clear_caches(); // lines of builtin modules hold only while there is no dict
    }
    return m->dict;
}

// ---- attributes --------------------------------------------------------------------------------

// Everything the module has, as the dict that programs see.
static void copy_rows(Dict *d, const ModuleDef *def) {
    for (const Native *row = def->functions; row && row->name; row++) {
        if (dict_find_name(d, native_name(row)) < 0) {
            dict_set_name(d, native_name(row), cell_value(row));
        }
    }
    for (const ModuleConst *c = def->constants; c && c->name; c++) {
        if (dict_find_name(d, c->name) < 0) {
            dict_set_name(d, c->name, c->value);
        }
    }
}

static Value whole_dict(Value self) {
    Module *m = module_of(self);
    Dict *d = module_dict(self);
    if (m->def && dict_find_name(d, N___name__) < 0) {
        add_standard_names(d, m->name);
        copy_rows(d, m->def);
    }
    return cell_value(d);
}

static Value module_getattr(Value self, const Str *name) {
    const Module *m = module_of(self);
    if (name == N___dict__) {
        return whole_dict(self);
    }
    Value v = module_get(self, name);
    if (is_present(v)) {
        return v;
    }
    if (m->def && m->def->getattr) {
        v = m->def->getattr(name);
        if (is_present(v)) {
            return v;
        }
    }
    if (name == N___annotations__) {
        return annotations_get(module_dict(self));
    }
    v = module_implicit(m->dict, m->def, name);
    if (is_present(v)) {
        return v;
    }
    Found found;
    if (type_find(type_of(self), name, &found)) {
        return ABSENT; // the generic lookup binds it
    }
    Value hook = m->dict ? dict_get_name(m->dict, N___getattr__) : ABSENT;
    return is_present(hook) ? op_call_1(hook, str_value(name)) : ABSENT;
}

static bool module_setattr(Value self, const Str *name, Value v) {
    if (name == N___dict__) {
        raise_error(&attribute_error_type, "readonly attribute");
    }
    if (name == N___class__) {
        return false;
    }
    const ModuleDef *def = module_of(self)->def;
    if (def && def->setattr && is_present(v) && def->setattr(name, v)) {
        return true;
    }
    Dict *d = module_dict(self);
    if (is_absent(v)) {
        if (!dict_remove_name(d, name)) {
            raise_attribute_error(self, name);
        }
        return true;
    }
    dict_set_name(d, name, v);
    return true;
}

static void add_keys(Dict *names, const Dict *d) {
    size_t pos = 0;
    Value name, v;
    while (d && dict_next(d, &pos, &name, &v)) {
        dict_set(names, name, NONE);
    }
}

// Without making the dict of a builtin module.
static Value module_dir(Value self) {
    const Module *m = module_of(self);
    Value hook = m->dict ? dict_get_name(m->dict, N___dir__) : ABSENT;
    if (is_present(hook)) {
        return op_call_0(hook);
    }
    Dict *names = dict_new(0);
    add_keys(names, m->dict);
    module_implicit_names(m->dict, m->def, names);
    for (const Native *row = m->def ? m->def->functions : NULL; row && row->name; row++) {
        dict_set_name(names, native_name(row), NONE);
    }
    for (const ModuleConst *c = m->def ? m->def->constants : NULL; c && c->name; c++) {
        dict_set_name(names, c->name, NONE);
    }
    for (const Str *const *name = m->def ? m->def->names : NULL; name && *name; name++) {
        dict_set_name(names, *name, NONE);
    }
    return list_from_iterable(cell_value(names));
}

static Value module_repr(Value self) {
    const Module *m = module_of(self);
    Value name = module_get(self, N___name__);
    name = is_present(name) ? name : str_from_char('?');
    if (m->def) {
        return str_formatted("<module %V (built-in)>", name);
    }
    Value file = m->dict ? dict_get_name(m->dict, N___file__) : ABSENT;
    if (is_present(file) && is_str(file)) {
        return str_formatted("<module %V from %V>", name, file);
    }
    return str_formatted("<module %V>", name);
}

// ---- types.ModuleType --------------------------------------------------------------------------

static void module_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_name, ARG_REQUIRED}, {N_doc, 0}, {NULL, 0}};
    Value v[2];
    args_parse("module", spec, n, args, kwnames, v);
    const Str *name = str_arg(v[0], "module() argument 'name'");
    Dict *d = module_dict(self);
    module_of(self)->name = name;
    d->live |= DICT_WATCHED;
    add_standard_names(d, name);
    if (is_present(v[1])) {
        dict_set_name(d, N___doc__, v[1]);
    }
}

static Value module_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    Value self = cell_value(cell_new_for(cls));
    module_of(self)->name = N__unknown; // until it is initialised, perhaps never
    return self;
}

static const Native module_methods[] = {
    METHOD_1(N___dir__, module_dir),
    NATIVE_END,
};

static const Ops module_ops = {
    .repr = module_repr,
    .getattr = module_getattr,
    .setattr = module_setattr,
    .create = module_create,
    .init = module_init,
};
const Type module_type = {
    {&type_type}, N_module, &module_ops, TYPE_INIT | TYPE_OWN_KEY | TYPE_WEAK, sizeof(Module), 'M', 0,
    &object_type, &module_type, {module_methods}, module_trace, {NULL},
};
