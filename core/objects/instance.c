// SPDX-License-Identifier: MIT
// instance.c: instances of classes made by programs: their own attributes.
//
// payload | shape | extra | slots        (InstancePart, see class.h)
//
// Invariants: with a shape, attribute i < shape->count is in slots[i], or beyond inline_slots in
// `extra` (Items with room for it). Without one, `extra` is a Dict and the slots are ABSENT.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "port.h"
#include "state.h"
#include "text/str.h"

// ---- making ----------------------------------------------------------------------------------------

Cell *instance_new(const Type *cls) {
    assert(cls->flags & TYPE_HEAP && cls->flags & TYPE_INSTANCE);
    Shape *shape = shape_root(class_cell(cls));
    size_t size = cls->payload + sizeof(InstancePart) + shape->inline_slots * sizeof(Value);
    Cell *cell = heap_alloc(cls, size);
    instance_part(cell)->shape = shape;
    return cell;
}

Cell *cell_new_for(const Type *cls) {
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
    size_t slots = part->shape ? part->shape->inline_slots : 0;
    for (size_t i = 0; i < slots; i++) {
        visit(visitor, &part->slots[i]);
    }
    visit_cell(visitor, &part->extra);
    visit_cell(visitor, &part->shape);
}

// ---- own attributes ----------------------------------------------------------------------------------

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
        dict_set_name(instance_dict(object), name, v);
        return;
    }
    uint32_t slot = next->count - 1;
    if (slot >= next->inline_slots) {
        grow_extra(part, slot);
        Class *c = class_cell(next->cls);
        c->slot_hint = next->count > c->slot_hint ? next->count : c->slot_hint;
    }
    part->shape = next;
    *instance_slot(part, slot) = v;
}

bool instance_delete_own(Value object, const Str *name) {
    InstancePart *part = instance_part(cell_of(object));
    if (part->shape) {
        intptr_t i = shape_find(part->shape, name);
        if (i < 0) {
            return false;
        }
        if (i == part->shape->count - 1) { // the last one: back to the shape before
            *instance_slot(part, (uint32_t)i) = ABSENT;
            part->shape = part->shape->parent;
            return true;
        }
    }
    return dict_remove_name(instance_dict(object), name);
}

Dict *instance_dict(Value object) {
    InstancePart *part = instance_part(cell_of(object));
    if (!part->shape) {
        return dict_mode(part);
    }
    Dict *d = dict_new(part->shape->count);
    const Shape *shape = part->shape;
    for (uint32_t i = 0; i < shape->count; i++) {
        const Shape *s = shape;
        while (s->count != i + 1) {
            s = s->parent;
        }
        dict_set_name(d, s->name, *instance_slot(part, i));
    }
    for (size_t i = 0; i < shape->inline_slots; i++) {
        part->slots[i] = ABSENT;
    }
    part->shape = NULL;
    part->extra = &d->head;
    return d;
}

void instance_set_dict(Value object, Dict *dict) {
    instance_dict(object);
    instance_part(cell_of(object))->extra = &dict->head;
}

bool instance_has_dict(Value object) {
    return has_shape(object) && !(type_of(object)->flags & TYPE_NO_DICT);
}

// ---- simple classes --------------------------------------------------------------------------------

bool class_is_plain(const Type *cls, Value *init) {
    if (!(cls->flags & TYPE_INSTANCE) || cls->solid != &object_type ||
        is_present(type_override(cls, N___new__)) ||
        is_present(type_override(cls->head.type, N___call__))) {
        return false;
    }
    *init = type_override(cls, N___init__);
    return true;
}

// ---- finalisers -------------------------------------------------------------------------------------

static void write_error(void *arg, const char *text, size_t size) {
    port_write(2, text, size);
}

static void call_del(Value object) {
    Value r;
    call_special(object, N___del__, 0, NULL, &r);
}

void finaliser_report(Value object, Value exc) {
    Catch c;
    if (TRY(c)) {
        Value f = type_override(type_of(object), N___del__);
        Value line = str_formatted("Exception ignored while calling deallocator %V:\n",
                                   is_present(f) ? f : object);
        write_error(NULL, str_of(line)->text, str_of(line)->size);
        exception_print(exc, write_error, NULL);
        catch_leave(&c);
    }
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
