// SPDX-License-Identifier: MIT
// type.c: type: what can be asked of classes, and what changes when a class changes.
//
// Subclasses are not recorded: whoever asks (__subclasses__, a special method set later) walks
// the heap, which costs no memory and keeps no class alive.
#include "error.h"
#include "objects/annotations.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "objects/method.h"
#include "objects/mro.h"
#include "objects/protocol.h"
#include "objects/type_params.h"
#include "objects/type_subst.h"
#include "objects/union.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

static void type_trace(Cell *cell, Visitor *visitor) {
    Class *c = (Class *)cell;
    visit_cell(visitor, &c->type.name);
    visit_cell(visitor, &c->type.base);
    visit_cell(visitor, &c->qualname);
    visit_cell(visitor, &c->bases);
    visit_cell(visitor, &c->mro);
    visit_cell(visitor, &c->dict);
    visit_cell(visitor, &c->shape);
    visit_cell(visitor, &c->type.changed);
    visit_cell(visitor, &c->type.slots);
}

// ---- changes -----------------------------------------------------------------------------------

static bool overrides(const Type *t, const Str *name) { // None, too: it is called, and fails
    return is_present(type_find_override(t, name));
}

static uint32_t flags_of(const Type *t) {
    const Ops *ops = t->solid->ops;
    uint32_t f = 0;
    f |= overrides(t, N___getattribute__) ? TYPE_GETATTRIBUTE : 0;
    f |= overrides(t, N___getattr__) ? TYPE_GETATTR : 0;
    f |= overrides(t, N___setattr__) || overrides(t, N___delattr__) ? TYPE_SETATTR : 0;
    f |= op_of(ops, descr_get) || overrides(t, N___get__) ? TYPE_DESCR : 0;
    bool data = op_of(ops, descr_set) || overrides(t, N___set__) || overrides(t, N___delete__);
    f |= data ? TYPE_DATA_DESCR : 0;
    Value del = type_override(t, N___del__);
    bool finalise = t->solid->flags & TYPE_FINALISE || (is_present(del) && !is_none(del));
    f |= finalise ? TYPE_FINALISE : 0;
    return f;
}

void class_update_flags(Class *c) {
    assert(c->type.flags & TYPE_HEAP && c->type.solid);
    const uint32_t all = TYPE_GETATTRIBUTE | TYPE_GETATTR | TYPE_SETATTR | TYPE_DESCR |
                         TYPE_DATA_DESCR | TYPE_FINALISE;
    c->type.flags = (c->type.flags & ~all) | flags_of(&c->type);
}

static void update_if_subclass(Cell *cell, size_t bytes, void *arg) {
    const Type *t = (const Type *)cell;
    if (is_class_cell(cell) && class_cell(t)->mro && is_subtype(t, arg)) {
        class_update_flags((Class *)cell);
    }
}

void class_changed(const Type *t) {
    heap_clear_caches();
    class_update_flags(class_cell(t));
}

static bool is_dunder(const Str *name) {
    return name->size > 2 && name->text[0] == '_' && name->text[1] == '_';
}

void class_name_changed(const Type *t, const Str *name) {
    assert(name->interned);
    if (name == N___del__) {
        finalise_adopt(t);
    }
    if (is_dunder(name)) {
        heap_clear_caches(); // a special method: calls of the class are cached too
        heap_walk(update_if_subclass, (void *)(uintptr_t)t);
        class_update_flags(class_cell(t));
        return;
    }
    for (size_t i = 0; i < CONFIG_ATTR_CACHE; i++) {
        AttrCacheLine *line = &rt.attr_cache[i];
        if (line->name == name) {
            line->key = line->name = NULL;
        }
    }
}

// ---- names -------------------------------------------------------------------------------------

const Str *type_qualname(const Type *t) {
    return t->flags & TYPE_HEAP ? class_cell(t)->qualname : t->name;
}

static bool module_has(const ModuleDef *def, const Type *t) {
    for (const ModuleConst *c = def->constants; c && c->name; c++) {
        if (same(c->value, type_value(t))) {
            return true;
        }
    }
    return false;
}

// A builtin type does not know its module: the module whose constants name it is searched.
Value type_module(const Type *t) {
    if (t->flags & TYPE_HEAP) {
        Value v = dict_get_name(class_cell(t)->dict, N___module__);
        return is_present(v) ? v : str_value(N_builtins);
    }
    if (!module_has(&builtins_module, t)) {
        for (const ModuleDef *const *def = builtin_modules; *def; def++) {
            if (module_has(*def, t)) {
                return str_value((*def)->name);
            }
        }
    }
    return str_value(N_builtins);
}

Value type_qualified_name(const Type *type) {
    Value module = type_module(type);
    const Str *qualname = type_qualname(type);
    if (!is_str(module) || str_equal(str_of(module), N_builtins)) {
        return str_value(qualname);
    }
    return str_formatted("%S.%S", str_of(module), qualname);
}

const Str *type_name_in_c(const Type *t) {
    return t->flags & TYPE_HEAP ? t->name : str_of(type_qualified_name(t));
}

static Value type_repr(Value self) {
    return str_formatted("<class '%S'>", str_of(type_qualified_name(class_of(self))));
}

// ---- attributes of types -----------------------------------------------------------------------

// Not what object has for instances, but the descriptor of the class that brings it.
static Value weakref_descriptor(const Type *t) {
    Found found;
    if (type_find(t, N___weakref__, &found) && found.owner != &object_type) {
        return found_bind(&found, ABSENT, t);
    }
    const Type *owner = class_weak_owner(t);
    return owner ? class_extra(owner, N___weakref__) : ABSENT;
}

Value type_getattr(Value cls, const Str *name) {
    if (name == N___weakref__) {
        return weakref_descriptor(class_of(cls));
    }
    const Type *meta = type_of(cls);
    Found in_meta, found;
    bool meta_has = type_find(meta, name, &in_meta);
    if (meta_has && in_meta.slot < 0 && is_data_descriptor(in_meta.value)) {
        return found_bind(&in_meta, cls, meta);
    }
    if (type_find(class_of(cls), name, &found)) {
        return found_bind(&found, ABSENT, class_of(cls));
    }
    Value field = type_field(class_of(cls), name);
    if (is_present(field)) {
        return field;
    }
    if (!meta_has && name == N___parameters__ && is_subtype(class_of(cls), &generic_type)) {
        return cell_value(type_class_parameters(class_of(cls)));
    }
    return meta_has ? found_bind(&in_meta, cls, meta) : ABSENT;
}

// A name assigned for the second time is no longer cached, so that a class which counts
// something need not search the cache each time. Nothing to do for the cache: true.
static bool store_hot(Class *c, const Str *name, Value old, Value v) {
    assert(name->interned);
    if (c->type.changed != name || is_absent(old) || is_absent(v) || is_data_descriptor(v)) {
        c->type.changed = name;
        c->type.flags &= ~(uint32_t)TYPE_HOT;
        return false;
    }
    bool hot = c->type.flags & TYPE_HOT;
    c->type.flags |= TYPE_HOT;
    return hot && !is_dunder(name);
}

bool type_setattr(Value cls, const Str *name, Value v) {
    assert(name->interned);
    const Type *t = class_of(cls);
    if (!(t->flags & TYPE_HEAP)) {
        raise_type_error("cannot set '%S' attribute of immutable type '%S'", name, t->name);
    }
    Found found;
    if (type_find(type_of(cls), name, &found) && found.slot < 0 &&
        is_data_descriptor(found.value)) {
        return false; // the generic way calls it
    }
    Class *c = class_cell(t);
    Value old = dict_get_name(c->dict, name);
    if (is_present(v)) {
        dict_set_name(c->dict, name, v);
    } else if (!dict_remove_name(c->dict, name)) {
        raise_attribute_error(cls, name);
    }
    if (!store_hot(c, name, old, v)) {
        class_name_changed(t, name);
    }
    return true;
}

Class *type_writable(Value self, const Str *name, Value v) {
    const Type *t = class_of(self);
    if (!(t->flags & TYPE_HEAP)) {
        raise_type_error("cannot set '%S' attribute of immutable type '%S'", name, t->name);
    }
    if (is_absent(v)) {
        raise_type_error("cannot delete '%S' attribute of immutable type '%S'", name, t->name);
    }
    return class_cell(t);
}

static const Str *name_arg(Value v, const Str *what, const Class *c) {
    if (!is_kind(unbox(v), &str_type)) {
        raise_type_error("can only assign string to %S.%S, not '%T'", c->type.name, what, v);
    }
    return str_intern(unbox(v));
}

static void check_name(const Str *name) {
    if (memchr(name->text, 0, name->size)) {
        raise_value_error("type name must not contain null characters");
    }
}

static Value get_name(Value self) {
    return str_value(class_of(self)->name);
}
static void set_name(Value self, Value v) {
    Class *c = type_writable(self, N___name__, v);
    const Str *name = name_arg(v, N___name__, c);
    check_name(name);
    c->type.name = name;
}
static Value get_qualname(Value self) {
    return str_value(type_qualname(class_of(self)));
}
static void set_qualname(Value self, Value v) {
    Class *c = type_writable(self, N___qualname__, v);
    c->qualname = name_arg(v, N___qualname__, c);
}
static Value get_module(Value self) {
    return type_module(class_of(self));
}
static void set_module(Value self, Value v) {
    dict_set_name(type_writable(self, N___module__, v)->dict, N___module__, v);
    class_name_changed(class_of(self), N___module__);
}
static Value get_doc(Value self) {
    const Type *t = class_of(self);
    Value v = t->flags & TYPE_HEAP ? dict_get_name(class_cell(t)->dict, N___doc__) : ABSENT;
    if (is_absent(v)) {
        return t == &object_type ? str_value(N__object_doc) : NONE;
    }
    Found found = {v, t, -1};
    return found_bind(&found, ABSENT, t);
}
static void set_doc(Value self, Value v) {
    dict_set_name(type_writable(self, N___doc__, v)->dict, N___doc__, v);
    class_name_changed(class_of(self), N___doc__);
}
static Dict *annotated(Value self, const Str *name) {
    const Type *t = class_of(self);
    if (!(t->flags & TYPE_HEAP)) {
        raise_error(&attribute_error_type, "type object '%S' has no attribute '%S'", t->name, name);
    }
    return class_cell(t)->dict;
}
static Value get_annotations(Value self) {
    return annotations_get(annotated(self, N___annotations__));
}
static void set_annotations(Value self, Value v) {
    annotations_set(annotated(self, N___annotations__), v);
    class_changed(class_of(self));
}
static Value get_annotate(Value self) {
    return class_of(self)->flags & TYPE_HEAP ? annotate_get(class_cell(class_of(self))->dict) : NONE;
}
static void set_annotate(Value self, Value v) {
    annotate_set(annotated(self, N___annotate__), v);
    class_changed(class_of(self));
}
static Value get_type_params(Value self) {
    const Type *t = class_of(self);
    Value v = t->flags & TYPE_HEAP ? dict_get_name(class_cell(t)->dict, N___type_params__) : ABSENT;
    return is_present(v) ? v : cell_value(&empty_tuple);
}
static void set_type_params(Value self, Value v) {
    dict_set_name(type_writable(self, N___type_params__, v)->dict, N___type_params__, v);
    class_name_changed(class_of(self), N___type_params__);
}
static Value get_base(Value self) {
    const Type *t = class_of(self)->base;
    return t ? type_value(t) : NONE;
}
static Value get_mro(Value self) {
    Tuple *mro = type_mro(class_of(self));
    return mro ? cell_value(mro) : NONE;
}

// __dict__ and __weakref__ of instances stand in object's table, but object has none of them.
static bool is_of_instances(const Type *t, const Native *row) {
    return t == &object_type &&
           (native_name(row) == N___dict__ || native_name(row) == N___weakref__);
}

// ClassDict of a builtin: made on demand.
static Value builtin_dict(const Type *t) {
    Dict *d = dict_new(0);
    for (const Native *row = t->methods; row && row->name; row = native_next(row)) {
        if (!is_of_instances(t, row)) {
            bool is_static = row->head.type == &native_type;
            dict_set_name(d, native_name(row),
                          is_static ? staticmethod_new(cell_value(row)) : unbound_new(t, row));
        }
    }
    Value names = list_from(NULL, 0);
    dunder_names(t, names);
    for (size_t i = 0; i < list_of(names)->len; i++) {
        const Str *name = str_of(list_of(names)->items->at[i]);
        dict_set_name(d, name, dunder_new(t, dunder_find(t, name)));
    }
    for (const Str *const *field = type_fields(t); field && *field; field++) {
        dict_set_name(d, *field, member_new(t, *field));
    }
    if (dict_find_name(d, N___doc__) < 0) {
        dict_set_name(d, N___doc__, get_doc(type_value(t)));
    }
    return cell_value(d);
}

static Value get_dict(Value self) {
    const Type *t = class_of(self);
    return t->flags & TYPE_HEAP ? mapping_proxy_of_class(t) : mapping_proxy_new(builtin_dict(t));
}

static Value get_flags(Value self) {
    uint32_t flags = class_of(self)->flags;
    int bits = flags & TYPE_HEAP ? 1 << 9 : 1 << 8; // made by a program, or not to be changed
    bits |= flags & TYPE_FINAL ? 0 : 1 << 10;
    bits |= flags & TYPE_SEQUENCE ? 1 << 5 : 0;
    bits |= flags & TYPE_MAPPING ? 1 << 6 : 0;
    bits |= flags & TYPE_ABSTRACT ? 1 << 20 : 0;
    return int_value(bits);
}

// Bytes of an instance, and those of each item that is in it.
static Value get_basic_size(Value self) {
    const Type *t = class_of(self);
    size_t part = t->flags & TYPE_INSTANCE ? sizeof(InstancePart) : 0;
    return int_value((intptr_t)(t->payload + part));
}
static Value get_item_size(Value self) {
    const Type *solid = class_of(self)->solid;
    int bytes = solid == &tuple_type ? WORD_BYTES : solid == &int_type ? 4 : solid == &bytes_type;
    return int_value(bytes);
}
// As in CPython a negative one says that it is nowhere in particular.
static Value get_dict_offset(Value self) {
    return int_value(instances_have_dict(class_of(self)) ? -1 : 0);
}
static Value get_weakref_offset(Value self) {
    return int_value(class_of(self)->flags & TYPE_WEAK ? -WORD_BYTES : 0);
}

// ---- methods -----------------------------------------------------------------------------------

static Value type_mro_method(Value self) {
    const Type *t = class_of(self);
    Tuple *mro = t->flags & TYPE_HEAP ? mro_compute(self, class_cell(t)->bases) : type_mro(t);
    return list_from(mro->items, mro->len);
}

static Value type_instancecheck(Value self, Value v) {
    return bool_value(is_subtype(type_of(v), class_of(self)));
}

static Value type_subclasscheck(Value self, Value v) {
    if (!is_class(v)) {
        raise_type_error("issubclass() arg 1 must be a class");
    }
    return bool_value(is_subtype(class_of(v), class_of(self)));
}

static Value type_prepare(size_t n, const Value *args, const Tuple *kwnames) {
    return cell_value(dict_new(0));
}

static void add_names(Dict *names, const Type *t) {
    if (t->flags & TYPE_HEAP) {
        size_t pos = 0;
        Value name, v;
        while (dict_next(class_cell(t)->dict, &pos, &name, &v)) {
            dict_set(names, name, NONE);
        }
        return;
    }
    for (const Native *row = t->methods; row && row->name; row = native_next(row)) {
        if (!is_of_instances(t, row)) {
            dict_set_name(names, native_name(row), NONE);
        }
    }
    for (const Str *const *field = type_fields(t); field && *field; field++) {
        dict_set_name(names, *field, NONE);
    }
    Value dunders = list_from(NULL, 0);
    dunder_names(t, dunders);
    for (size_t i = 0; i < list_of(dunders)->len; i++) {
        dict_set(names, list_of(dunders)->items->at[i], NONE);
    }
}

void type_add_names(const Type *t, Dict *names) {
    dict_set_name(names, N___doc__, NONE);
    if (instances_have_dict(t)) {
        dict_set_name(names, N___dict__, NONE);
    }
    if (class_weak_owner(t)) {
        dict_set_name(names, N___weakref__, NONE);
    }
    TypeWalk w;
    for (const Type *at = walk_start(&w, t); at; at = walk_next(&w)) {
        add_names(names, at);
    }
}

static Value type_dir(Value self) {
    Dict *names = dict_new(0);
    type_add_names(class_of(self), names);
    return list_from_iterable(cell_value(names));
}

// ---- making types and making instances ---------------------------------------------------------

static Value type_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    size_t nkw = kwnames ? kwnames->len : 0;
    if (n != 3) {
        raise_type_error("type.__new__() takes exactly 3 arguments (%z given)", (intptr_t)n);
    }
    Value name = unbox(args[0]), bases = unbox(args[1]);
    if (!is_str(name)) {
        raise_type_error("type.__new__() argument 1 must be str, not %A", args[0]);
    }
    if (!is_tuple(bases)) {
        raise_type_error("type.__new__() argument 2 must be tuple, not %A", args[1]);
    }
    if (!is_instance(args[2], &dict_type)) {
        raise_type_error("type.__new__() argument 3 must be dict, not %A", args[2]);
    }
    check_name(str_of(name));
    for (size_t i = 0; i < tuple_of(bases)->len; i++) {
        Value base = tuple_of(bases)->items[i];
        if (!is_class(base) && is_present(attr_find(base, N___mro_entries__))) {
            raise_type_error("type() doesn't support MRO entry resolution; use types.new_class()");
        }
    }
    Value meta = class_metatype(type_value(cls), tuple_of(bases));
    if (class_of(meta) != cls && is_present(type_override(class_of(meta), N___new__))) {
        return call_with_self(attr_get(meta, N___new__), meta, n, args, kwnames);
    }
    return class_new(class_of(meta), str_of(name), tuple_of(bases), dict_of(args[2]), nkw, args + n,
                     kwnames);
}

static Value type_getitem(Value self, Value key) {
    const Type *t = class_of(self);
    Value get = attr_find(self, N___class_getitem__);
    if (is_present(get)) {
        return op_call(get, 1, &key);
    }
    if (t == &type_type) { // type[int], but no attribute of all classes
        return generic_alias_new(self, key);
    }
    raise_type_error("type '%S' is not subscriptable", t->name);
}

static Value type_binary(BinaryOp op, Value a, Value b, bool reflected) {
    return op == OP_OR ? union_of(a, b) : NOT_IMPLEMENTED;
}

// type.__init__: the arguments were dealt with by __new__.
static void type_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    if (n == 1) {
        args_no_keywords("type.__init__", kwnames);
    }
    if (n != 1 && n != 3) {
        raise_type_error("type.__init__() takes 1 or 3 arguments");
    }
}

// Only that of object is known. What __doc__ of a class says is not looked at.
static Value get_signature(Value self) {
    return class_of(self) == &object_type ? str_from_c("()") : NONE;
}

static const Native type_methods[] = {
    GETSET(N___name__, get_name, set_name),
    GETSET(N___qualname__, get_qualname, set_qualname),
    GETSET(N___module__, get_module, set_module),
    GETSET(N___doc__, get_doc, set_doc),
    GETSET(N___annotations__, get_annotations, set_annotations),
    GETSET(N___annotate__, get_annotate, set_annotate),
    GETSET(N___type_params__, get_type_params, set_type_params),
    GETSET(N___bases__, type_get_bases, type_set_bases),
    MEMBER(N___base__, get_base),
    MEMBER(N___mro__, get_mro),
    GETTER(N___dict__, get_dict),
    MEMBER(N___flags__, get_flags),
    GETTER(N___text_signature__, get_signature),
    MEMBER(N___basicsize__, get_basic_size),
    MEMBER(N___itemsize__, get_item_size),
    MEMBER(N___dictoffset__, get_dict_offset),
    MEMBER(N___weakrefoffset__, get_weakref_offset),
    GETSET(N___abstractmethods__, abstract_get, abstract_set),
    METHOD_1(N___subclasses__, type_subclasses),
    METHOD_1(N_mro, type_mro_method),
    METHOD_2(N___instancecheck__, type_instancecheck),
    METHOD_2(N___subclasscheck__, type_subclasscheck),
    METHOD_1(N___dir__, type_dir),
    CLASSMETHOD_KW(N___prepare__, type_prepare, 0, NATIVE_MANY),
    NATIVE_END,
};

static const Ops type_ops = {
    .repr = type_repr,
    .hash = hash_identity,
    .binary = type_binary,
    .call = type_call,
    .getattr = type_getattr,
    .setattr = type_setattr,
    .getitem = type_getitem,
    .create = type_create,
    .init = type_init,
};

const Type type_type = {
    {&type_type}, N_type, &type_ops, TYPE_TYPE | TYPE_WEAK | TYPE_OWN_KEY, sizeof(Class), 'h', 0,
    &object_type, &type_type, {type_methods}, type_trace, {NULL},
};
