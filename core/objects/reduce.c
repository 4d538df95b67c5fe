// SPDX-License-Identifier: MIT
// reduce.c: object.__reduce_ex__(), __reduce__() and __getstate__().
#include "objects/reduce.h"
#include "error.h"
#include "modules/copyreg.h"
#include "objects/class.h"
#include "objects/method.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "text/str.h"
#include <assert.h>

// ---- results -----------------------------------------------------------------------------------

Value reduced_1(Value function, Value argument) {
    return tuple_pair(function, tuple_new(&argument, 1));
}

Value reduced_2(Value function, Value a, Value b) {
    return tuple_pair(function, tuple_pair(a, b));
}

Value reduced_with_state(Value function, Value arguments, Value state) {
    return tuple_new((Value[]){function, arguments, state}, 3);
}

Value reduce_builtin(const Str *name) {
    const Native *row = find_row(builtins_module.functions, name);
    assert(row);
    return cell_value(row);
}

Value reduced_attribute(Value object, Value name) {
    return reduced_2(reduce_builtin(N_getattr), object, name);
}

Value reduced_dict(Value self, Value arguments, Value state) {
    Value items = op_iter(op_call_method(self, N_items, 0, NULL));
    return tuple_new((Value[]){type_value(type_of(self)), arguments, state, NONE, items}, 5);
}

Value reduce_by_name(Value self) {
    Value name = attr_find(self, N___name__);
    return is_present(name) ? name : op_repr(self);
}

static Value reduce_words(Value self, size_t n) {
    assert(type_of(self)->payload > n * sizeof(Value));
    Tuple *words = tuple_alloc(n);
    for (size_t i = 0; i < n; i++) {
        Value v = ((Value *)cell_of(self))[1 + i];
        words->items[i] = is_present(v) ? v : NONE;
    }
    return tuple_pair(type_value(type_of(self)), cell_value(words));
}

Value reduce_2_words(Value self) {
    return reduce_words(self, 2);
}

Value reduce_3_words(Value self) {
    return reduce_words(self, 3);
}

Value reduce_items(Value self) {
    Value items = list_from_iterable(self);
    return reduced_with_state(type_value(type_of(self)), tuple_new(&items, 1), reduce_state(self));
}

COLD static _Noreturn void cannot_reduce(const Type *cls) {
    raise_type_error("cannot pickle '%S' object", cls->name);
}

// ---- state -------------------------------------------------------------------------------------

static void add_slot_name(List *names, const Type *cls, Value v) {
    const Str *name = is_str(unbox(v)) ? str_intern(unbox(v)) : NULL;
    if (name && name != N___dict__ && name != N___weakref__) {
        list_append(names, str_value(class_mangled(cls->name, name)));
    }
}

// Appends the names that cls has in its own __slots__, in their order: not those of its bases.
static void add_slot_names(List *names, const Type *cls) {
    Value slots = cls->flags & TYPE_HEAP ? dict_get_name(class_cell(cls)->dict, N___slots__)
                                         : ABSENT;
    if (is_absent(slots)) {
        return;
    }
    if (is_str(unbox(slots))) {
        add_slot_name(names, cls, slots);
        return;
    }
    const List *all = list_of(list_from_iterable(slots));
    for (size_t i = 0; i < all->len; i++) {
        add_slot_name(names, cls, all->items->at[i]);
    }
}

static List *slot_names(const Type *cls) {
    List *names = list_new(0);
    TypeWalk w;
    for (const Type *t = walk_start(&w, cls); t; t = walk_next(&w)) {
        add_slot_names(names, t);
    }
    return names;
}

Value reduce_slot_names(Value cls) {
    if (!is_class(cls)) {
        raise_attribute_error(cls, N___mro__);
    }
    return cell_value(slot_names(class_of(cls)));
}

// The dict of an instance's attributes, or ABSENT. Without attributes it need not be made.
static Value instance_attributes(Value self) {
    const Shape *shape = instance_part(cell_of(self))->shape;
    bool some = instance_has_dict(self) && (!shape || shape->count);
    return some ? cell_value(instance_dict(self)) : ABSENT;
}

// The dict of attributes; None if there is none or nothing is in it.
static Value own_dict(Value self) {
    Value d = has_shape(self) ? instance_attributes(self) : attr_find(self, N___dict__);
    bool is_mapping = is_present(d) && is_instance(d, &dict_type);
    return is_mapping && dict_len(dict_of(d)) ? d : NONE;
}

// A dict of the names in __slots__ that have a value; ABSENT if none has.
static Value slot_values(Value self) {
    const List *names = slot_names(type_of(self));
    Dict *d = names->len ? dict_new(0) : NULL;
    for (size_t i = 0; i < names->len; i++) {
        const Str *name = str_of(names->items->at[i]);
        Value v = attr_find(self, name);
        if (is_present(v)) {
            dict_set_name(d, name, v);
        }
    }
    return d && dict_len(d) ? cell_value(d) : ABSENT;
}

Value object_getstate(Value self) {
    Value dict = own_dict(self), slots = slot_values(self);
    return is_absent(slots) ? dict : tuple_pair(dict, slots);
}

static bool is_objects_own(Value f, Value self) {
    const Method *m = is_exact(f, &native_bound_type) ? (const Method *)cell_of(f) : NULL;
    return m && same(m->self, self) && is_native_row(m->function) &&
           native_of(m->function)->fn.f1 == object_getstate;
}

static Value state_from(Value getstate, Value self) {
    return is_objects_own(getstate, self) ? object_getstate(self) : op_call_0(getstate);
}

// whole: nothing but the state tells what the object's payload holds.
static Value state_of(Value self, bool whole) {
    Value getstate = attr_get(self, N___getstate__);
    bool refused = whole && type_of(self)->solid->payload > sizeof(Cell);
    if (refused && is_objects_own(getstate, self)) {
        cannot_reduce(type_of(self));
    }
    return state_from(getstate, self);
}

Value reduce_state(Value self) {
    return state_of(self, false);
}

// ---- protocol 2 and later ----------------------------------------------------------------------

static Value tuple_returned(Value v, const char *format) {
    if (!is_tuple(unbox(v))) {
        raise_type_error(format, v);
    }
    return unbox(v);
}

static void split_arguments(Value pair, Value *args, Value *kwargs) {
    pair = tuple_returned(pair, "__getnewargs_ex__ should return a tuple, not '%T'");
    if (tuple_of(pair)->len != 2) {
        raise_value_error("__getnewargs_ex__ should return a tuple of length 2, not %z",
                          (intptr_t)tuple_of(pair)->len);
    }
    *args = tuple_returned(tuple_of(pair)->items[0], "first item of the tuple returned by "
                                                     "__getnewargs_ex__ must be a tuple, not '%T'");
    *kwargs = tuple_of(pair)->items[1];
    if (!is_instance(*kwargs, &dict_type)) {
        raise_type_error("second item of the tuple returned by __getnewargs_ex__ must be a dict, "
                         "not '%T'", *kwargs);
    }
}

// What the object wants to have given to __new__: a tuple and a dict, or ABSENT.
static void new_arguments(Value self, Value *args, Value *kwargs) {
    Value r;
    *args = *kwargs = ABSENT;
    if (call_special(self, N___getnewargs_ex__, 0, NULL, &r)) {
        split_arguments(r, args, kwargs);
    } else if (call_special(self, N___getnewargs__, 0, NULL, &r)) {
        *args = tuple_returned(r, "__getnewargs__ should return a tuple, not '%T'");
    }
}

// (first, *rest); rest may be ABSENT.
static Value tuple_behind(Value first, Value rest) {
    size_t n = is_present(rest) ? tuple_of(rest)->len : 0;
    Tuple *t = tuple_alloc(n + 1);
    t->items[0] = first;
    if (n) {
        memcpy(t->items + 1, tuple_of(rest)->items, n * sizeof(Value));
    }
    return cell_value(t);
}

static Value list_items(Value self) {
    return is_instance(self, &list_type) ? op_iter(self) : NONE;
}

static Value dict_items(Value self) {
    bool dict = is_instance(self, &dict_type);
    return dict ? op_iter(op_call_method(self, N_items, 0, NULL)) : NONE;
}

static Value reduce_by_new(Value self) {
    const Type *cls = type_of(self);
    if (!op_of(cls->solid->ops, create)) {
        cannot_reduce(cls);
    }
    Value args, kwargs;
    new_arguments(self, &args, &kwargs);
    bool named = is_present(kwargs) && dict_len(dict_of(kwargs)) > 0;
    bool container = is_instance(self, &list_type) || is_instance(self, &dict_type);
    Value all = named ? tuple_new((Value[]){type_value(cls), args, kwargs}, 3)
                      : tuple_behind(type_value(cls), args);
    Value state = state_of(self, is_absent(args) && !container);
    Value list = list_items(self), dict = dict_items(self);
    Value make = copyreg_function(named ? N___newobj_ex__ : N___newobj__);
    return tuple_new((Value[]){make, all, state, list, dict}, 5);
}

// ---- protocols 0 and 1 -------------------------------------------------------------------------

// The builtin of which instances of cls hold a value.
static const Type *first_builtin(const Type *cls) {
    TypeWalk w;
    const Type *t = walk_start(&w, cls);
    while (t && t->flags & TYPE_HEAP) {
        t = walk_next(&w);
    }
    return t ? t : &object_type;
}

static bool overrides(Value self, const Str *method) {
    Found found;
    return type_find(type_of(self), method, &found) && found.owner != &object_type;
}

// __slots__ need a __getstate__() that knows of them.
static Value legacy_state(Value self, const Type *cls, Value protocol) {
    Value getstate = attr_get(self, N___getstate__);
    Value slots = overrides(self, N___getstate__) ? ABSENT : attr_find(self, N___slots__);
    if (is_present(slots) && op_truth(slots)) {
        raise_type_error("cannot pickle '%S' object: a class that defines __slots__ without "
                         "defining __getstate__ cannot be pickled with protocol %V",
                         cls->name, protocol);
    }
    return state_from(getstate, self);
}

Value reduce_legacy(Value self, Value protocol) {
    stack_check();
    Value cls = attr_get(self, N___class__);
    if (!is_class(cls)) {
        raise_attribute_error(cls, N___mro__);
    }
    const Type *base = first_builtin(class_of(cls));
    if (base != &object_type && base == class_of(cls)) {
        cannot_reduce(base);
    }
    Value plain = base == &object_type ? NONE : op_call_1(type_value(base), self);
    Value args = tuple_new((Value[]){cls, type_value(base), plain}, 3);
    Value state = legacy_state(self, class_of(cls), protocol);
    Value make = copyreg_function(N__reconstructor);
    return op_truth(state) ? reduced_with_state(make, args, state) : tuple_pair(make, args);
}

// ---- the methods -------------------------------------------------------------------------------

Value object_reduce(Value self) {
    return reduce_legacy(self, int_value(0));
}

Value object_reduce_ex(Value self, Value protocol) {
    stack_check();
    int32_t number = to_c_int(protocol);
    Value own = attr_find(self, N___reduce__); // in any case: an own __getattribute__ sees it
    if (is_present(own) && overrides(self, N___reduce__)) {
        return after_call(op_call_0(own));
    }
    return number >= 2 ? reduce_by_new(self) : reduce_legacy(self, int_from(number));
}
