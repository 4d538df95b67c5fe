// SPDX-License-Identifier: MIT
// class_new.c: making a class: metaclass, layout, MRO, __slots__, and the hooks that classes may
// define for their own creation.
//
// The layout ("solid" builtin) of a class is the most derived among its bases'. Names in
// __slots__ are ordinary shape attributes with a descriptor in the class, so they never conflict.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/method.h"
#include "objects/mro.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include "vm/function.h"
#include "vm/vm.h"
#include <assert.h>

// ---- bases -------------------------------------------------------------------------------------

Value class_metatype(Value given, const Tuple *bases) {
    Value winner = given;
    if (!is_class(given)) {
        return given; // any callable: it decides itself
    }
    for (size_t i = 0; i < bases->len; i++) {
        Value meta = type_value(type_of(bases->items[i]));
        if (is_subtype(class_of(winner), class_of(meta))) {
            continue;
        }
        if (!is_subtype(class_of(meta), class_of(winner))) {
            raise_type_error("metaclass conflict: the metaclass of a derived class must be a "
                             "(non-strict) subclass of the metaclasses of all its bases");
        }
        winner = meta;
    }
    return winner;
}

static void add_resolved(List *out, Value base, Tuple *bases) {
    Value entries = is_class(base) ? ABSENT : attr_find(base, N___mro_entries__);
    if (is_absent(entries)) {
        list_append(out, base);
        return;
    }
    Value r = op_call_1(entries, cell_value(bases));
    if (!is_tuple(r)) {
        raise_type_error("__mro_entries__ must return a tuple");
    }
    for (size_t i = 0; i < tuple_of(r)->len; i++) {
        list_append(out, tuple_of(r)->items[i]);
    }
}

Tuple *class_resolve_bases(Tuple *bases) {
    bool all_types = true;
    for (size_t i = 0; i < bases->len; i++) {
        all_types = all_types && is_class(bases->items[i]);
    }
    if (all_types) {
        return bases;
    }
    List *out = list_new(bases->len);
    for (size_t i = 0; i < bases->len; i++) {
        add_resolved(out, bases->items[i], bases);
    }
    return tuple_of(list_to_tuple(out));
}

// The class that brought the last of t's __slots__; NULL if it has none.
static const Type *slot_owner(const Type *t) {
    if (!(t->flags & TYPE_HEAP) || !t->slots) {
        return NULL;
    }
    while (t->base->flags & TYPE_HEAP && t->base->slots == t->slots) {
        t = t->base;
    }
    return t;
}

COLD static _Noreturn void layout_conflict(void) {
    raise_type_error("multiple bases have instance lay-out conflict");
}

// The class among t and its bases that decides what instances look like.
static const Type *layout_of(const Type *t) {
    const Type *owner = slot_owner(t);
    if (owner) {
        return owner;
    }
    return t->solid->flags & TYPE_EXCEPTION ? exception_layout(t->solid) : t->solid;
}

const Type *class_layout_base(const Tuple *bases) {
    const Type *best = NULL;
    for (size_t i = 0; i < bases->len; i++) {
        if (!is_class(bases->items[i])) {
            raise_type_error("bases must be types");
        }
        const Type *t = class_of(bases->items[i]);
        if (t->flags & TYPE_FINAL) {
            raise_type_error("type '%S' is not an acceptable base type", t->name);
        }
        if (!best || !is_subtype(layout_of(best), layout_of(t))) {
            if (best && !is_subtype(layout_of(t), layout_of(best))) {
                layout_conflict();
            }
            best = t;
        }
    }
    return best;
}

void class_check_distinct(const Tuple *bases) {
    for (size_t i = 0; i < bases->len; i++) {
        for (size_t j = i + 1; j < bases->len; j++) {
            if (same(bases->items[i], bases->items[j])) {
                raise_type_error("duplicate base class %S", class_of(bases->items[i])->name);
            }
        }
    }
}

// ---- namespace ---------------------------------------------------------------------------------

static const Str *take_qualname(Dict *dict, const Str *name) {
    Value q = dict_get_name(dict, N___qualname__);
    if (is_absent(q)) {
        return name;
    }
    if (!is_str(q)) {
        raise_type_error("type __qualname__ must be a str, not %T", q);
    }
    dict_remove_name(dict, N___qualname__);
    return str_of(q);
}

static void default_module(Dict *dict) {
    if (dict_find_name(dict, N___module__) >= 0 || rt.thread->frame == NULL ||
        (Value *)rt.thread->frame == rt.thread->stack_end) {
        return;
    }
    Value globals = builtin_globals();
    bool is_plain = is_kind(globals, &dict_type);
    Value module = is_plain ? dict_get_name(dict_of(globals), N___name__) : ABSENT;
    if (is_present(module)) {
        dict_set_name(dict, N___module__, module);
    }
}

static void make_implicit(Dict *dict, const Str *name, Value (*make)(Value)) {
    Value f = dict_get_name(dict, name);
    if (is_present(f) && is_exact(f, &function_type)) {
        dict_set_name(dict, name, make(f));
    }
}

static const Str *slot_name(Value name) {
    if (!is_str(unbox(name))) {
        raise_type_error("__slots__ items must be strings, not '%T'", name);
    }
    const Str *s = str_of(unbox(name));
    bool good = s->size > 0 && !(s->text[0] >= '0' && s->text[0] <= '9');
    for (size_t i = 0; i < s->size; i++) {
        unsigned char c = (unsigned char)s->text[i];
        bool letter = (c | 32) >= 'a' && (c | 32) <= 'z';
        good = good && (c >= 128 || c == '_' || letter || (c >= '0' && c <= '9'));
    }
    if (!good) {
        raise_type_error("__slots__ must be identifiers");
    }
    return str_intern(str_value(s));
}

const Str *class_mangled(const Str *cls, const Str *name) {
    bool private = name->size > 2 && memcmp(name->text, "__", 2) == 0 &&
                   memcmp(name->text + name->size - 2, "__", 2) != 0;
    size_t skip = 0;
    while (skip < cls->size && cls->text[skip] == '_') {
        skip++;
    }
    if (!private || skip == cls->size) {
        return name;
    }
    StrBuilder b;
    builder_init(&b, cls->size + name->size + 1);
    builder_add_c(&b, "_");
    builder_add(&b, cls->text + skip, cls->size - skip);
    builder_add_str(&b, name);
    return str_intern(builder_finish(&b));
}

// As in CPython, instances of classes derived from int, tuple and bytes can't be weakly referenced.
static bool can_be_weak(const Type *t) {
    const Type *solid = t->solid;
    return solid != &int_type && solid != &tuple_type && solid != &bytes_type;
}

typedef struct SpecialSlots { // which of them are named in __slots__
    bool dict, weak;
} SpecialSlots;

// Is it __dict__ or __weakref__, which are no slots? They are checked before the others are made.
static bool is_special_slot(const Str *name) {
    return name == N___dict__ || name == N___weakref__;
}

static void take_special_slot(Class *c, const Str *name, SpecialSlots *asked) {
    assert(name->interned);
    if (name == N___dict__) {
        if (asked->dict || instances_have_dict(c->type.base)) {
            raise_type_error("__dict__ slot disallowed: we already got one");
        }
        asked->dict = true;
    } else if (name == N___weakref__) {
        if (asked->weak || c->type.base->flags & TYPE_WEAK || !can_be_weak(&c->type)) {
            raise_type_error("__weakref__ slot disallowed: we already got one");
        }
        asked->weak = true;
        c->type.flags |= TYPE_WEAK;
    }
}

static void take_slot(const Class *c, const Str *name, List *own) {
    assert(name->interned);
    if (is_special_slot(name)) {
        return;
    }
    name = class_mangled(c->type.name, name);
    if (dict_find_name(c->dict, name) >= 0) {
        raise_value_error("'%S' in __slots__ conflicts with class variable", name);
    }
    list_append(own, str_value(name));
}

// In the order of the names, as CPython has them: so classes with the same ones have the same layout.
static void add_slots(Class *c, List *own, List *all) {
    list_sort(own, ABSENT, false);
    const Str *last = NULL;
    for (size_t i = 0; i < own->len; i++) {
        const Str *name = str_of(own->items->at[i]);
        if (name != last) { // else named twice
            dict_set_name(c->dict, name, member_new(&c->type, name));
            list_append(all, str_value(name));
        }
        last = name;
    }
}

static bool all_bases_slotted(const Class *c) {
    for (size_t i = 0; i < c->bases->len; i++) {
        const Type *t = class_of(c->bases->items[i]);
        if (instances_have_dict(t)) {
            return false;
        }
    }
    return true;
}

static void make_slots(Class *c) {
    Value slots = dict_get_name(c->dict, N___slots__);
    if (is_absent(slots)) {
        c->type.flags |= can_be_weak(&c->type) ? TYPE_WEAK : 0;
        return;
    }
    Tuple *names = is_str(unbox(slots)) ? tuple_of(tuple_new(&slots, 1))
                                        : tuple_of(tuple_from_iterable(slots));
    bool is_meta = c->type.flags & TYPE_TYPE;
    if (names->len && (is_meta || !can_be_weak(&c->type))) {
        raise_type_error("nonempty __slots__ not supported for subtype of '%S'",
                         c->type.base->name);
    }
    if (is_meta) {
        return;
    }
    SpecialSlots asked = {false, false};
    size_t inherited = c->type.slots ? c->type.slots->len : 0;
    List *all = list_of(list_from(inherited ? c->type.slots->items : NULL, inherited));
    for (size_t i = 0; i < names->len; i++) {
        take_special_slot(c, slot_name(names->items[i]), &asked);
    }
    List *own = list_new(names->len);
    for (size_t i = 0; i < names->len; i++) {
        take_slot(c, slot_name(names->items[i]), own);
    }
    add_slots(c, own, all);
    if (all->len > inherited) {
        c->type.slots = tuple_of(list_to_tuple(all));
        c->type.slot_hint = all->len < UINT8_MAX ? (uint8_t)all->len : UINT8_MAX;
        c->type.flags |= TYPE_INSTANCE; // a module has none without them
        c->type.trace = instance_trace;
    }
    if (!asked.dict && all_bases_slotted(c)) {
        c->type.flags |= TYPE_NO_DICT;
    }
}

static uint8_t inherited_hint(const Tuple *bases) {
    uint8_t hint = 0;
    for (size_t i = 0; i < bases->len; i++) {
        const Type *t = class_of(bases->items[i]);
        if (t->flags & TYPE_HEAP && t->slot_hint > hint) {
            hint = t->slot_hint;
        }
    }
    return hint;
}

// Its instances are expected to have what those of its bases have and what __init__ sets.
static void guess_slots(Class *c) {
    Value init = dict_get_name(c->dict, N___init__);
    if (is_present(init) && is_exact(init, &function_type)) {
        unsigned hint = c->type.slot_hint + function_of(init)->code->sets;
        c->type.slot_hint = hint < UINT8_MAX ? (uint8_t)hint : UINT8_MAX;
    }
}

// ---- hooks -------------------------------------------------------------------------------------

static void call_set_name(Value cls, Value name, Value v) {
    Found found;
    if (!type_find(type_of(v), N___set_name__, &found)) {
        return;
    }
    Value args[2] = {cls, name}, r;
    Catch c;
    if (TRY(c)) {
        call_special(v, N___set_name__, 2, args, &r);
        catch_leave(&c);
        return;
    }
    exception_add_note(c.exception,
                       str_formatted("Error calling __set_name__ on '%T' instance %V in '%S'", v,
                                     name, class_of(cls)->name));
    raise_again(c.exception);
}

static void call_set_names(Value cls) {
    Dict *names = dict_copy(class_cell(class_of(cls))->dict); // hooks may change the class
    size_t pos = 0;
    Value name, v;
    while (dict_next(names, &pos, &name, &v)) {
        if (is_cell(v) && !is_exact(v, &function_type) && !is_str(v)) {
            call_set_name(cls, name, v);
        }
    }
}

static void call_init_subclass(Value cls, size_t nkw, const Value *kwvalues, const Tuple *kwnames) {
    Found found;
    if (!type_find_after(class_of(cls), class_of(cls), N___init_subclass__, &found)) {
        return;
    }
    op_call_kw(found_bind(&found, ABSENT, class_of(cls)), 0, kwvalues, nkw ? kwnames : NULL);
}

// Every builtin type has it.
static bool has_new(const Type *t) {
    return !(t->flags & TYPE_HEAP) || dict_find_name(class_cell(t)->dict, N___new__) >= 0;
}

static bool lacks_new(const Tuple *mro) {
    for (size_t i = 0; i < mro->len; i++) {
        if (has_new(class_of(mro->items[i]))) {
            return false;
        }
    }
    return true;
}

static Tuple *find_mro(Class *c) {
    assert(c->bases && c->type.flags & TYPE_HEAP);
    Value cls = cell_value(c);
    if (is_absent(type_override(c->type.head.type, N_mro))) {
        return mro_kept(cls, c->bases);
    }
    Value r;
    call_special(cls, N_mro, 0, NULL, &r);
    Tuple *mro = tuple_of(tuple_from_iterable(r));
    heap_clear_caches(); // it may have looked at the class
    for (size_t i = 0; i < mro->len; i++) {
        if (!is_class(mro->items[i])) {
            raise_type_error("mro() returned a non-class ('%T')", mro->items[i]);
        }
        if (!is_subtype(layout_of(&c->type), layout_of(class_of(mro->items[i])))) {
            raise_type_error("mro() returned base with unsuitable layout ('%S')",
                             class_of(mro->items[i])->name);
        }
    }
    if (mro->len == 0) {
        raise_type_error("type MRO must not be empty");
    }
    if (!same(mro->items[0], cls)) {
        raise_type_error("mro() must start with the class itself");
    }
    c->type.flags |= lacks_new(mro) ? TYPE_NO_NEW : 0;
    return mro;
}

// ---- its cell ----------------------------------------------------------------------------------

// Modules keep the attributes of their own in the module's dict.
static bool has_instance_part(const Type *base) {
    return base->flags & TYPE_INSTANCE ||
           (base->solid != &module_type && !(base->solid->flags & TYPE_TYPE));
}

static uint32_t class_flags(const Type *base) {
    const Type *solid = base->solid;
    uint32_t flags = TYPE_HEAP | (solid->flags & (TYPE_EXCEPTION | TYPE_TYPE | TYPE_UNHASHABLE |
                                                  TYPE_OWN_KEY | TYPE_WEAK));
    if (!(solid->flags & TYPE_TYPE)) {
        flags &= ~(uint32_t)TYPE_OWN_KEY;
    }
    if (has_instance_part(base)) {
        flags |= TYPE_INSTANCE;
    }
    if (solid->flags & TYPE_INLINE) {
        flags |= TYPE_BOXED;
    }
    return flags;
}

#if WORD_BITS == 64
_Static_assert(sizeof(Class) == 112, "size of a class");
#else
_Static_assert(sizeof(Class) <= 64, "size of a class");
#endif

// A class cell whose type part is whole; dict and mro still NULL.
static Class *class_alloc(const Type *metatype, const Str *name, Tuple *bases) {
    assert(bases->len > 0);
    const Type *base = class_layout_base(bases);
    const Type *solid = base->solid;
    class_check_distinct(bases);
    Class *c = heap_alloc(metatype, sizeof(Class));
    c->type.name = c->qualname = name;
    c->type.ops = &instance_ops;
    c->type.flags = class_flags(base);
    for (size_t i = 0; i < bases->len && can_be_weak(solid); i++) {
        c->type.flags |= class_of(bases->items[i])->flags & TYPE_WEAK;
    }
    c->type.payload = solid->flags & TYPE_INLINE ? 2 * sizeof(Value) : solid->payload;
    c->type.letter = 'h';
    c->type.base = base;
    c->type.solid = solid;
    c->type.trace = c->type.flags & TYPE_INSTANCE ? instance_trace : solid->trace;
    c->bases = bases;
    c->type.slot_hint = inherited_hint(bases);
    c->type.slots = base->flags & TYPE_HEAP ? base->slots : NULL;
    return c;
}

static void fill_namespace(Class *c, const Dict *namespace) {
    c->dict = dict_copy(namespace);
    c->qualname = take_qualname(c->dict, c->type.name);
    default_module(c->dict);
    make_implicit(c->dict, N___new__, staticmethod_new);
    make_implicit(c->dict, N___init_subclass__, classmethod_new);
    make_implicit(c->dict, N___class_getitem__, classmethod_new);
    if (dict_find_name(c->dict, N___eq__) >= 0 && dict_find_name(c->dict, N___hash__) < 0) {
        dict_set_name(c->dict, N___hash__, NONE);
    }
}

// Takes the variable that a class body left for its class out of the namespace; ABSENT: none.
static Value take_cell(Dict *dict, const Str *name) {
    Value cell = dict_get_name(dict, name);
    if (is_present(cell) && !is_exact(cell, &cell_type)) {
        raise_type_error("%S must be a nonlocal cell, not %V", name, type_value(type_of(cell)));
    }
    dict_remove_name(dict, name);
    return cell;
}

// ---- patterns ----------------------------------------------------------------------------------

enum { PATTERN_FLAGS = TYPE_SEQUENCE | TYPE_MAPPING };

static uint32_t pattern_flags(Value v) {
    if (is_big(v)) {
        raise_overflow("Python int too large to convert to C long");
    }
    intptr_t bits = is_int(v) ? int_of(v) : 0;
    uint32_t flags = (bits & 1 << 5 ? TYPE_SEQUENCE : 0) | (bits & 1 << 6 ? TYPE_MAPPING : 0);
    if (flags == PATTERN_FLAGS) {
        raise_type_error("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and "
                         "Py_TPFLAGS_MAPPING");
    }
    return flags;
}

// What __abc_tpflags__ says, which is taken out of the namespace. Only abstract base classes have
// it; they are known by their metaclass, which is not type.
static uint32_t take_pattern_flags(Class *c) {
    Value v = dict_get_name(c->dict, N___abc_tpflags__);
    if (is_absent(v) || c->type.head.type == &type_type) {
        return 0;
    }
    uint32_t flags = pattern_flags(v);
    dict_remove_name(c->dict, N___abc_tpflags__);
    return flags;
}

// Those of the first class behind it in its MRO that has any.
static uint32_t inherited_pattern_flags(const Class *c) {
    TypeWalk w;
    uint32_t flags = 0;
    for (const Type *t = walk_start(&w, &c->type); t && !flags; t = walk_next(&w)) {
        flags = t->flags & PATTERN_FLAGS;
    }
    return flags;
}

// ---- the class ---------------------------------------------------------------------------------

static const struct {
    Cell head;
    size_t len;
    Value item;
} object_alone = {{&tuple_type}, 1, {(uintptr_t)&object_type}};

Value class_new(const Type *metatype, const Str *name, Tuple *bases, Dict *namespace, size_t nkw,
                const Value *kwvalues, const Tuple *kwnames) {
    if (bases->len == 0) {
        bases = (Tuple *)(uintptr_t)&object_alone;
    }
    Class *c = class_alloc(metatype, str_intern(str_value(name)), bases);
    fill_namespace(c, namespace);
    guess_slots(c);
    Value cell = take_cell(c->dict, N___classcell__);
    Value dict_cell = take_cell(c->dict, N___classdictcell__);
    make_slots(c);
    table_fit(dict_owner(c->dict)); // most classes keep the names they begin with
    uint32_t own_flags = take_pattern_flags(c);
    c->mro = find_mro(c);
    c->type.flags |= own_flags | inherited_pattern_flags(c);
    class_update_flags(c);
    Value cls = cell_value(c);
    if (is_present(cell)) {
        cellvar_set(cell, cls);
    }
    if (is_present(dict_cell)) { // what is evaluated later sees the class, not its namespace
        cellvar_set(dict_cell, cell_value(c->dict));
    }
    call_set_names(cls);
    call_init_subclass(cls, nkw, kwvalues, kwnames);
    return cls;
}
