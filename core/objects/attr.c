// SPDX-License-Identifier: MIT
// attr.c: getting, setting and deleting attributes, and the shared cache in front of it.
//
// The cache (lines in rt.attr_cache, see class.h) answers the common cases without a walk through
// the MRO: own attributes by slot number, methods, plain class attributes. A line is keyed by
// the shape of the receiver, so a hit needs one comparison of the key and one of the name.
// A line never says more than holds until the next change of a class: class_name_changed() and
// the collector clear lines.
//
// Each (key, name) has two places, taken from different bits of its hash. Forty that a loop needs
// would else meet somewhere among 2048 lines with a probability of a third, and take turns in
// filling the same line, at the price of twenty hits each. What is new goes to its first place, and
// what was there to its other one, so that any two (and nearly any three) that meet come apart.
#include "error.h"
#include "objects/class.h"
#include "objects/exception.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

void heap_clear_caches(void) {
    memset(rt.attr_cache, 0, sizeof rt.attr_cache);
    memset(rt.global_cache, 0, sizeof rt.global_cache);
}

const Str *attr_name(Value v) {
    if (!is_str(unbox(v))) {
        raise_type_error("attribute name must be string, not '%T'", v);
    }
    return str_intern(unbox(v));
}

// ---- places of lines ---------------------------------------------------------------------------

enum { MOVES_MAX = 2 }; // for one new line

static AttrCacheLine *second_place(const void *key, const Str *name) {
    uintptr_t h = attr_hash(key, name);
    return &rt.attr_cache[(h ^ h >> 13) >> (WORD_BITS / 2 - 16) & (CONFIG_ATTR_CACHE - 1)];
}

// Of what was at `line`.
static AttrCacheLine *other_place(const AttrCacheLine *line, const AttrCacheLine *content) {
    AttrCacheLine *first = attr_line(content->key, content->name);
    return line == first ? second_place(content->key, content->name) : first;
}

// Moves to its other place what is at `line`, and so on what is there.
static void make_room(const AttrCacheLine *line) {
    AttrCacheLine moving = *line;
    for (unsigned i = 0; i < MOVES_MAX && moving.key; i++) {
        AttrCacheLine *to = other_place(line, &moving), next = *to;
        *to = moving;
        moving = next;
        line = to;
    }
}

COLD AttrCacheLine *attr_line_claim(const void *key, const Str *name) {
    assert(key && name->interned);
    AttrCacheLine *line = attr_line(key, name);
    make_room(line);
    line->key = key;
    line->name = name;
    return line;
}

// Where it is found without delay the next time.
COLD static AttrCacheLine *to_first_place(AttrCacheLine *line) {
    AttrCacheLine moved = *line;
    line->key = line->name = NULL;
    line = attr_line_claim(moved.key, moved.name);
    *line = moved;
    return line;
}

AttrCacheLine *attr_line_again(const void *key, const Str *name) {
    AttrCacheLine *line = second_place(key, name);
    if (!attr_line_is(line, key, name)) {
        return NULL;
    }
    // Not each time: there may be two that are in use.
    return ++rt.attr_turns & 15 ? line : to_first_place(line);
}

// ---- filling a line ----------------------------------------------------------------------------

static void line_set(AttrCacheLine *line, AttrKind kind, Value value) {
    line->kind = kind;
    line->value = value;
}

// What a class attribute is for an instance of the class.
static void fill_from_class(AttrCacheLine *line, const Type *t, Value v) {
    const Type *kind = type_of(v);
    bool foreign = kind == &unbound_type && !is_subtype(t, ((Unbound *)cell_of(v))->owner);
    if (kind->flags & TYPE_CODE_SELF && !foreign) { // else the descriptor says what is wrong
        line_set(line, ATTR_METHOD, v);
    } else if (kind == &staticmethod_type) {
        line_set(line, ATTR_CLASS, wrapper_function(v));
    } else if (is_descriptor(v)) {
        line_set(line, ATTR_DESCR, t->flags & TYPE_GETATTR ? ABSENT : v);
    } else {
        line_set(line, ATTR_CLASS, v);
    }
}

// Is it an attribute that its class changes too often to be cached?
static bool is_hot(const Found *found, const Str *name) {
    return found->owner->flags & TYPE_HOT && found->owner->changed == name;
}

static void fill_instance(AttrCacheLine *line, Value v, const Type *t, const Str *name) {
    Found found;
    bool in_class = type_find(t, name, &found);
    if (in_class && found.slot >= 0) {
        return;
    }
    bool member = in_class && is_exact(found.value, &member_type);
    if (in_class && !member && is_data_descriptor(found.value)) { // never hot
        if (is_descriptor(found.value)) { // with __set__ alone, the instance's own comes first
            fill_from_class(line, t, found.value);
        }
        return;
    }
    intptr_t slot = has_shape(v) ? shape_find(line->key, name) : -1;
    if (slot >= 0) {
        line_set(line, ATTR_SLOT, ABSENT);
        line->slot = (uint32_t)slot;
    } else if (!in_class) {
        line_set(line, ATTR_NONE, ABSENT);
    } else if (!member && !is_hot(&found, name)) {
        fill_from_class(line, t, found.value);
    }
}

// The receiver is a type.
static void fill_type(AttrCacheLine *line, Value cls, const Str *name) {
    assert(is_class(cls));
    Found found;
    if (type_find(type_of(cls), name, &found)) {
        return; // the metatype has a say
    }
    if (!type_find(class_of(cls), name, &found)) {
        line_set(line, ATTR_NONE, ABSENT);
        return;
    }
    if (found.slot >= 0 || is_hot(&found, name)) {
        return;
    }
    const Type *kind = type_of(found.value);
    if (kind == &staticmethod_type) {
        line_set(line, ATTR_CLASS, wrapper_function(found.value));
    } else if (kind == &classmethod_type || kind == &native_classmethod_type) {
        line_set(line, ATTR_CLASSMETHOD, found.value);
    } else if (kind == &function_type || kind == &native_type ||
               (!is_native_row(found.value) && !is_descriptor(found.value))) {
        line_set(line, ATTR_CLASS, found.value);
    }
}

static void fill_module(AttrCacheLine *line, const Module *m, const Str *name) {
    if (m->dict || !m->def) {
        return;
    }
    const Native *row = find_row(m->def->functions, name);
    if (row) {
        line_set(line, ATTR_CLASS, cell_value(row));
    }
}

const AttrCacheLine *attr_fill(Value v, const Str *name) {
    assert(name->interned);
    static const AttrCacheLine slow = {.kind = ATTR_DESCR};
    const Type *t = type_of(v);
    const void *key = attr_key(v);
    if (!key) {
        return &slow;
    }
    AttrCacheLine *line = attr_line_claim(key, name);
    line->slot = 0;
    line_set(line, ATTR_DESCR, ABSENT);
    if (t->flags & TYPE_GETATTRIBUTE) {
        return line;
    }
    if (t->flags & TYPE_TYPE) {
        fill_type(line, v, name);
    } else if (t == &module_type) {
        fill_module(line, (const Module *)cell_of(v), name);
    } else if (!op_of((t->flags & TYPE_HEAP ? t->solid : t)->ops, getattr)) {
        fill_instance(line, v, t, name);
    }
    return line;
}

// ---- getting -----------------------------------------------------------------------------------

// What the object has beside its class.
static Value own_attribute(Value object, const Str *name) {
    if (UNLIKELY(type_of(object)->solid == &module_type)) {
        return module_get(object, name);
    }
    return has_shape(object) ? instance_get_own(object, name) : ABSENT;
}

Value attr_generic(Value object, const Str *name) {
    const Type *t = type_of(object);
    bool heap = t->flags & TYPE_HEAP;
    Value (*own)(Value, const Str *) = op_of((heap ? t->solid : t)->ops, getattr);
    if (own && (!heap || t->flags & TYPE_TYPE || is_absent(type_override(t, name)))) {
        Value r = own(object, name);
        if (is_present(r)) {
            return r;
        }
    }
    Found found;
    bool in_class = type_find(t, name, &found);
    if (in_class && found.slot < 0 && is_data_descriptor(found.value) &&
        is_descriptor(found.value)) {
        return found_bind(&found, object, t);
    }
    Value r = own_attribute(object, name);
    if (is_present(r)) {
        return r;
    }
    if (in_class) {
        return found_bind(&found, object, t);
    }
    return name == N___doc__ ? NONE : ABSENT;
}

// The class's own __getattribute__, which may be anything with a __get__.
static Value call_getattribute(Value hook, Value object, const Str *name) {
    Value arg = str_value(name), r;
    if (LIKELY(type_of(hook)->flags & TYPE_CODE_SELF)) {
        return call_with_self(hook, object, 1, &arg, NULL);
    }
    call_special(object, N___getattribute__, 1, &arg, &r);
    return r;
}

// object.__getattribute__ or the class's own; an AttributeError makes it ABSENT.
static Value get_caught(Value object, const Str *name, Value getattribute) {
    Catch c;
    volatile Value r = ABSENT;
    if (TRY(c)) {
        r = is_present(getattribute) ? call_getattribute(getattribute, object, name)
                                     : attr_generic(object, name);
        catch_leave(&c);
    } else if (!exception_matches(c.exception, &attribute_error_type)) {
        raise_again(c.exception);
    }
    return r;
}

// Everything, hooks included. ABSENT if there is none.
static Value attr_slow(Value object, const Str *name) {
    stack_check(); // of a method, a classmethod, a proxy: that of another object
    const Type *t = type_of(object);
    if (LIKELY(!(t->flags & (TYPE_GETATTRIBUTE | TYPE_GETATTR)))) {
        return attr_generic(object, name);
    }
    Value arg = str_value(name);
    Value hook = ABSENT;
    if (t->flags & TYPE_GETATTRIBUTE) {
        hook = type_override(t, N___getattribute__);
    }
    if (!(t->flags & TYPE_GETATTR)) {
        return call_getattribute(hook, object, name);
    }
    Value r = get_caught(object, name, hook);
    if (is_absent(r)) {
        call_special(object, N___getattr__, 1, &arg, &r);
    }
    return r;
}

static const AttrCacheLine *line_for(Value object, const Str *name) {
    const AttrCacheLine *line = attr_line_find(attr_key(object), name);
    return LIKELY(line) ? line : attr_fill(object, name);
}

static Value get(Value object, const Str *name) {
    const AttrCacheLine *line = line_for(object, name);
    switch (line->kind) {
    case ATTR_SLOT:
        return *instance_slot(instance_part(cell_of(object)), line->slot);
    case ATTR_METHOD:
        return method_new(line->value, object);
    case ATTR_CLASS:
        return line->value;
    case ATTR_DESCR:
        if (is_present(line->value)) {
            const Type *t = type_of(object);
            Found found = {line->value, t, -1};
            return found_bind(&found, object, t);
        }
        break;
    case ATTR_CLASSMETHOD: {
        Found found = {line->value, class_of(object), -1};
        return found_bind(&found, ABSENT, found.owner);
    }
    }
    return attr_slow(object, name);
}

Value attr_get(Value object, const Str *name) {
    assert_hot(name->interned);
    Value r = get(object, name);
    if (UNLIKELY(is_absent(r))) {
        raise_attribute_error(object, name);
    }
    return r;
}

Value attr_find(Value object, const Str *name) {
    assert_hot(name->interned);
    const AttrCacheLine *line = line_for(object, name);
    bool sure = line->kind == ATTR_SLOT || line->kind == ATTR_METHOD || line->kind == ATTR_CLASS;
    if (sure || (line->kind == ATTR_NONE && !(type_of(object)->flags & TYPE_GETATTR))) {
        return get(object, name);
    }
    Catch c;
    volatile Value r = ABSENT;
    if (TRY(c)) {
        r = get(object, name);
        catch_leave(&c);
    } else if (!exception_matches(c.exception, &attribute_error_type)) {
        raise_again(c.exception);
    }
    return r;
}

// A class's attribute for a call: bound class methods without a new cell.
static Value class_method_of(Value v, Value receiver, Value *self) {
    const Type *kind = type_of(v);
    if (kind == &native_classmethod_type) {
        *self = receiver;
        return v;
    }
    Value f = ((Wrapper *)cell_of(v))->function; // one with attributes goes the slow way
    if (type_of(f)->flags & TYPE_CODE_SELF) {
        *self = receiver;
        return f;
    }
    return ABSENT;
}

Value attr_get_method(Value object, const Str *name, Value *self) {
    assert_hot(name->interned);
    *self = ABSENT;
    const Type *t = type_of(object);
    const AttrCacheLine *line = line_for(object, name);
    if (LIKELY(line->kind == ATTR_METHOD)) {
        *self = object;
        return line->value;
    }
    if (t == &super_type) {
        Value f = super_method(object, name, self);
        if (is_present(f)) {
            return f;
        }
    }
    if (line->kind == ATTR_CLASSMETHOD) {
        Value f = class_method_of(line->value, object, self);
        if (is_present(f)) {
            return f;
        }
    }
    return attr_get(object, name);
}

// ---- setting -----------------------------------------------------------------------------------

COLD static _Noreturn void cannot_set(Value object, const Str *name, Value v, bool in_class) {
    if (in_class) {
        raise_error(&attribute_error_type, "'%T' object attribute '%S' is read-only", object, name);
    }
    if (is_absent(v)) {
        raise_attribute_error(object, name);
    }
    Value exc = exception_formatted(
        &attribute_error_type,
        "'%S' object has no attribute '%S' and no __dict__ for setting new attributes",
        type_of(object)->name, name);
    exception_set_field(exc, N_name, str_value(name));
    exception_set_field(exc, N_obj, object);
    raise_value(exc);
}

void attr_generic_set(Value object, const Str *name, Value v) {
    const Type *t = type_of(object);
    bool heap = t->flags & TYPE_HEAP;
    bool (*own)(Value, const Str *, Value) = op_of((heap ? t->solid : t)->ops, setattr);
    if (own && (!heap || t->flags & TYPE_TYPE || is_absent(type_override(t, name))) &&
        own(object, name, v)) {
        return;
    }
    Found found;
    bool in_class = type_find(t, name, &found);
    if (in_class && found.slot < 0 && is_data_descriptor(found.value)) {
        if (is_native_row(found.value)) {
            native_set(native_of(found.value), found.owner, object, v);
        } else {
            op_of(type_of(found.value)->ops, descr_set)(found.value, object, v);
        }
        return;
    }
    if (t->solid == &module_type && own(object, name, v)) {
        return; // though its class has it, too
    }
    if (!has_shape(object) || !instance_has_dict(object)) {
        cannot_set(object, name, v, in_class || name == N___doc__);
    }
    if (is_present(v)) {
        instance_set_own(object, name, v);
    } else if (!instance_delete_own(object, name)) {
        raise_attribute_error(object, name);
    }
}

static void set_slow(Value object, const Str *name, Value v) {
    stack_check();
    assert(name->interned);
    const Type *t = type_of(object);
    if (t->flags & TYPE_SETATTR) {
        Value args[2] = {str_value(name), v};
        bool deletes = is_absent(v);
        const Str *hook = deletes ? N___delattr__ : N___setattr__;
        Value r;
        if (is_present(type_override(t, hook))) {
            call_special(object, hook, deletes ? 1 : 2, args, &r);
            return;
        }
    }
    attr_generic_set(object, name, v);
}

// Remembers that a store of `name` led from `before` to the instance's shape of now.
static void learn_add(Value object, const Shape *before, const Str *name) {
    Shape *now = instance_part(cell_of(object))->shape;
    AttrCacheLine *line = attr_line_find(before, name);
    if (now && now->parent == before && now->name == name && line && is_absent(line->value)) {
        line_set(line, ATTR_ADD, cell_value(now));
        line->slot = before->count;
    }
}

void attr_set(Value object, const Str *name, Value v) {
    assert_hot(is_present(v));
    const Type *t = type_of(object);
    if ((t->flags & (TYPE_INSTANCE | TYPE_SETATTR)) != TYPE_INSTANCE) {
        set_slow(object, name, v);
        return;
    }
    InstancePart *part = instance_part(cell_of(object));
    Shape *shape = part->shape;
    const AttrCacheLine *line = line_for(object, name);
    if (LIKELY(line->kind == ATTR_SLOT)) {
        *instance_slot(part, line->slot) = v;
    } else if (line->kind == ATTR_ADD && line->slot < shape->inline_slots) {
        part->slots[line->slot] = v;
        part->shape = (Shape *)cell_of(line->value);
    } else {
        set_slow(object, name, v);
        if (shape) {
            learn_add(object, shape, name);
        }
    }
}

void attr_delete(Value object, const Str *name) {
    set_slow(object, name, ABSENT);
}
