// SPDX-License-Identifier: MIT
// shape.c: hidden classes: which attribute of an instance is in which slot (see class.h).
//
// Shapes of one class form a tree. A shape knows only its last name and its parent; looking a
// name up walks towards the root, which happens once per name and shape, then the attribute
// cache knows. Children are found in rt.heap.shapes, which does not keep them alive: a shape lives
// as long as an instance has it or one that follows it. So that a class whose instances come and
// go does not make its shapes anew after each collection, its root keeps the shape made last.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include <assert.h>

_Static_assert(offsetof(Shape, parent) == offsetof(Linked, key), "Shape is a Linked");
_Static_assert(offsetof(Shape, link) == offsetof(Linked, next), "Shape is a Linked");
_Static_assert(sizeof(Shape) == (WORD_BITS == 64 ? 48 : 24), "size of a shape");

enum { MAX_NAMES = 64, MAX_CHILDREN = 32 };

static void shape_trace(Cell *cell, Visitor *visitor) {
    Shape *s = (Shape *)cell;
    visit_cell(visitor, &s->parent);
    visit_cell(visitor, &s->cls);
    visit_cell(visitor, &s->name);
}

static const Ops shape_ops = {0};
const Type shape_type = {
    {&type_type}, N_shape,     &shape_ops, TYPE_FINAL,  sizeof(Shape), 'h', 0,
    NULL,         &shape_type, {NULL},     shape_trace, {NULL},
};

intptr_t shape_find(const Shape *shape, const Str *name) {
    assert_hot(name->interned);
    for (const Shape *s = shape; s && s->name; s = s->parent) {
        if (s->name == name) {
            return s->count - 1;
        }
    }
    return -1;
}

// The shape that follows by adding the name, or NULL; counts those that follow.
static Shape *child_named(const Shape *shape, const Str *name, size_t *count) {
    Value parent = cell_value(shape);
    *count = 0;
    for (Linked *at = weak_first(&rt.heap.shapes, parent); at; at = at->next) {
        Shape *s = (Shape *)at;
        if (s->parent == shape) {
            if (s->name == name) {
                return s;
            }
            ++*count;
        }
    }
    return NULL;
}

Shape *shape_add(Shape *shape, const Str *name) {
    assert(name->interned);
    size_t count;
    Shape *s = child_named(shape, name, &count);
    if (s) {
        return s;
    }
    if (shape->count >= MAX_NAMES || count >= MAX_CHILDREN) {
        return NULL;
    }
    s = heap_alloc(&shape_type, sizeof(Shape));
    s->cls = shape->cls;
    s->name = name;
    s->count = shape->count + 1;
    s->inline_slots = shape->inline_slots;
    weak_insert(&rt.heap.shapes, (Linked *)s, cell_value(shape));
    Shape *root = shape;
    while (root->name) {
        root = root->parent;
    }
    root->parent = s;
    return s;
}

// Slots that fill the instance's last block when at least `wanted` are inline.
static size_t rounded_slots(const Type *type, size_t wanted) {
    assert(type->flags & TYPE_INSTANCE);
    size_t fixed = type->payload + sizeof(InstancePart);
    size_t bytes = fixed + wanted * sizeof(Value);
    bytes = (bytes + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES;
    return (bytes - fixed) / sizeof(Value);
}

Shape *shape_root(Class *c) {
    assert_hot(c->type.flags & TYPE_INSTANCE);
    if (LIKELY(c->shape != NULL && c->type.slot_hint <= c->shape->inline_slots)) {
        return c->shape;
    }
    size_t wanted = c->type.slots && c->type.slots->len > c->type.slot_hint ? c->type.slots->len
                                                                            : c->type.slot_hint;
    Shape *s = heap_alloc(&shape_type, sizeof(Shape));
    s->cls = &c->type;
    s->inline_slots = (uint16_t)rounded_slots(&c->type, wanted);
    c->shape = s;
    return s;
}
