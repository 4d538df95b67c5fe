// SPDX-License-Identifier: MIT
// instance.c: instances of classes made by programs: their own attributes.
//
// payload | shape | extra | slots        (InstancePart, see class.h)
//
// Invariants: with a shape, attribute i < shape->count is in slots[i], or beyond inline_slots in
// `extra` (Items with room for it). Without one, `extra` is a Dict, and slots[i] belongs to name
// i of class->slots; the others are ABSENT.
#include "error.h"
#include "modules/hooks.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "port.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

_Static_assert(sizeof(InstancePart) == 2 * WORD_BYTES, "an instance's words besides attributes");

// ---- making ------------------------------------------------------------------------------------

Cell *instance_new(const Type *cls) {
    assert(cls->flags & TYPE_HEAP && cls->flags & TYPE_INSTANCE);
    Shape *shape = shape_root(class_cell(cls));
    size_t size = cls->payload + sizeof(InstancePart) + shape->inline_slots * sizeof(Value);
    Cell *cell = heap_alloc(cls, size);
    instance_part(cell)->shape = shape;
    return cell;
}

Cell *cell_new_for(const Type *cls) {
    assert_hot(cls->payload >= sizeof(Cell));
    return cls->flags & TYPE_INSTANCE ? instance_new(cls) : heap_alloc(cls, cls->payload);
}

Value boxed_new(const Type *cls, Value native) {
    if (!(cls->flags & TYPE_BOXED)) {
        return native;
    }
    Cell *cell = instance_new(cls);
    ((Value *)cell)[1] = unbox(native);
    return cell_value(cell);
}

static size_t room_for_slots(const Cell *cell) {
    assert(cell->type->flags & TYPE_INSTANCE);
    size_t fixed = cell->type->payload + sizeof(InstancePart);
    return (heap_cell_size(cell) - fixed) / sizeof(Value);
}

void instance_trace(Cell *cell, Visitor *visitor) {
    const Type *t = cell->type;
    const Type *solid = t->solid;
    if (t->flags & TYPE_BOXED) {
        visit(visitor, (Value *)cell + 1);
    } else if (solid->flags & TYPE_TRACE_WORDS) {
        for (size_t i = 1; i < t->payload / sizeof(Value); i++) {
            visit(visitor, (Value *)cell + i);
        }
    } else if (solid->trace) {
        solid->trace(cell, visitor);
    }
    InstancePart *part = instance_part(cell);
    size_t slots = part->shape ? part->shape->inline_slots : room_for_slots(cell);
    for (size_t i = 0; i < slots; i++) {
        visit(visitor, &part->slots[i]);
    }
    visit_cell(visitor, &part->extra);
    visit_cell(visitor, &part->shape);
}

// ---- own attributes ----------------------------------------------------------------------------

// Index of a name in the slots of the object's class, or -1.
static intptr_t slot_index(Value object, const Str *name) {
    const Tuple *slots = type_of(object)->slots;
    for (size_t i = 0; slots && i < slots->len; i++) {
        if (slots->items[i].bits == (uintptr_t)name) {
            return (intptr_t)i;
        }
    }
    return -1;
}

static Dict *dict_mode(InstancePart *part) {
    assert(!part->shape);
    return (Dict *)part->extra;
}

Value instance_get_own(Value object, const Str *name) {
    InstancePart *part = instance_part(cell_of(object));
    if (!part->shape) {
        return dict_get_name(dict_mode(part), name);
    }
    intptr_t i = shape_find(part->shape, name);
    return i >= 0 ? *instance_slot(part, (uint32_t)i) : ABSENT;
}

// Room for slot i beyond the inline ones.
static void grow_extra(InstancePart *part, size_t i) {
    assert(part->shape && i >= part->shape->inline_slots);
    size_t need = i - part->shape->inline_slots + 1;
    size_t room = part->extra ? heap_cell_size(part->extra) / sizeof(Value) - 1 : 0;
    if (need <= room) {
        return;
    }
    size_t words = need < 3 ? 3 : need + need / 2;
    Items *items = heap_alloc(&items_type, (words + 1) * sizeof(Value));
    for (size_t k = 0; k < room; k++) {
        items->at[k] = ((Items *)part->extra)->at[k];
    }
    part->extra = &items->head;
}

void instance_set_own(Value object, const Str *name, Value v) {
    assert(name->interned);
    InstancePart *part = instance_part(cell_of(object));
    if (!part->shape) {
        dict_set_name(dict_mode(part), name, v);
        return;
    }
    intptr_t i = shape_find(part->shape, name);
    if (i >= 0) {
        *instance_slot(part, (uint32_t)i) = v;
        return;
    }
    Shape *next = shape_add(part->shape, name);
    if (!next) {
        instance_dict(object);
        intptr_t index = slot_index(object, name);
        if (index >= 0) {
            part->slots[index] = v;
        } else {
            dict_set_name(dict_mode(part), name, v);
        }
        return;
    }
    uint32_t slot = next->count - 1;
    if (slot >= next->inline_slots) {
        grow_extra(part, slot);
        Type *t = &class_cell(next->cls)->type;
        t->slot_hint = next->count > t->slot_hint ? (uint8_t)next->count : t->slot_hint;
    }
    part->shape = next;
    *instance_slot(part, slot) = v;
}

static bool take_slot(InstancePart *part, intptr_t index) {
    assert(index >= 0);
    bool present = is_present(part->slots[index]);
    part->slots[index] = ABSENT;
    return present;
}

bool instance_delete_own(Value object, const Str *name) {
    assert(name->interned);
    InstancePart *part = instance_part(cell_of(object));
    const Shape *shape = part->shape;
    if (shape) {
        intptr_t i = shape_find(shape, name);
        if (i < 0) {
            return false;
        }
        if (i == shape->count - 1) { // the last one: back to the shape before
            *instance_slot(part, (uint32_t)i) = ABSENT;
            part->shape = shape->parent;
            return true;
        }
    }
    Dict *d = instance_dict(object);
    intptr_t index = shape ? slot_index(object, name) : -1;
    return index >= 0 ? take_slot(part, index) : dict_remove_name(d, name);
}

Value instance_get_slot(Value object, const Str *name) {
    InstancePart *part = instance_part(cell_of(object));
    intptr_t index = part->shape ? -1 : slot_index(object, name);
    return index >= 0 ? part->slots[index] : instance_get_own(object, name);
}

void instance_set_slot(Value object, const Str *name, Value v) {
    InstancePart *part = instance_part(cell_of(object));
    intptr_t index = part->shape ? -1 : slot_index(object, name);
    if (index >= 0) {
        part->slots[index] = v;
    } else {
        instance_set_own(object, name, v);
    }
}

bool instance_delete_slot(Value object, const Str *name) {
    InstancePart *part = instance_part(cell_of(object));
    intptr_t index = part->shape ? -1 : slot_index(object, name);
    return index >= 0 ? take_slot(part, index) : instance_delete_own(object, name);
}

static const Shape *shape_at(const Shape *shape, uint32_t index) {
    assert(index < shape->count);
    while (shape->count != index + 1) {
        shape = shape->parent;
    }
    return shape;
}

// Dictionary mode from now on. Everything is allocated before the instance changes.
static void leave_shape(Value object, InstancePart *part) {
    assert(part->shape && part == instance_part(cell_of(object)));
    const Shape *shape = part->shape;
    Dict *d = dict_new(shape->count);
    const Tuple *names = type_of(object)->slots;
    Tuple *kept = names ? tuple_alloc(names->len) : NULL;
    for (uint32_t i = 0; i < shape->count; i++) {
        const Str *name = shape_at(shape, i)->name;
        intptr_t index = slot_index(object, name);
        if (index >= 0) {
            kept->items[index] = *instance_slot(part, i);
        } else {
            dict_set_name(d, name, *instance_slot(part, i));
        }
    }
    for (size_t i = 0; i < shape->inline_slots; i++) {
        part->slots[i] = kept && i < kept->len ? kept->items[i] : ABSENT;
    }
    part->shape = NULL;
    part->extra = &d->head;
}

Dict *instance_dict(Value object) {
    InstancePart *part = instance_part(cell_of(object));
    if (part->shape) {
        leave_shape(object, part);
    }
    return dict_mode(part);
}

void instance_set_dict(Value object, Dict *dict) {
    instance_dict(object);
    instance_part(cell_of(object))->extra = &dict->head;
}

bool instance_has_dict(Value object) {
    return has_shape(object) && !(type_of(object)->flags & TYPE_NO_DICT);
}

// ---- simple classes ----------------------------------------------------------------------------

bool class_is_plain(const Type *cls, Value *init) {
    if ((cls->flags & (TYPE_INSTANCE | TYPE_ABSTRACT | TYPE_NO_NEW)) != TYPE_INSTANCE ||
        cls->solid != &object_type ||
        is_present(type_override(cls, N___new__)) ||
        is_present(type_override(cls->head.type, N___call__))) {
        return false;
    }
    *init = type_override(cls, N___init__);
    return true;
}

// ---- finalisers --------------------------------------------------------------------------------

static void call_del(Value object) {
    Value r;
    call_special(object, N___del__, 0, NULL, &r);
}

static void finaliser_report(Value object, Value exc) {
    Value f = type_override(type_of(object), N___del__);
    hook_unraisable("while calling deallocator", is_present(f) ? f : object, exc);
}

void finaliser_run(Value object) {
    Catch c;
    if (TRY(c)) {
        call_del(object);
        catch_leave(&c);
    } else {
        finaliser_report(object, c.exception);
    }
}
