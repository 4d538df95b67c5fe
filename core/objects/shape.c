// SPDX-License-Identifier: MIT
// shape.c: hidden classes: which attribute of an instance is in which slot (see class.h).
//
// Shapes of one class form a tree. A shape knows only its last name and its parent; looking a
// name up walks towards the root, which happens once per name and shape, then the attribute
// cache knows. `next` holds the children: nothing, one Shape, or a Tuple of Shapes.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"

_Static_assert(sizeof(Shape) == (WORD_BITS == 64 ? 48 : 24), "size of a shape");

enum { MAX_NAMES = 64, MAX_CHILDREN = 32 };

static void shape_trace(Cell *cell, Visitor *visitor) {
    Shape *s = (Shape *)cell;
    visit_cell(visitor, &s->cls);
    visit_cell(visitor, &s->parent);
    visit_cell(visitor, &s->name);
    visit(visitor, &s->next);
}

static const Ops shape_ops = {0};
const Type shape_type = {
    {&type_type}, N_shape, &shape_ops, TYPE_FINAL, sizeof(Shape), 'h', 0,
    NULL, &shape_type, NULL, shape_trace, NULL,
};

intptr_t shape_find(const Shape *shape, const Str *name) {
    for (const Shape *s = shape; s && s->name; s = s->parent) {
        if (s->name == name) {
            return s->count - 1;
        }
    }
    return -1;
}

static Shape *child_named(const Shape *shape, const Str *name) {
    if (is_absent(shape->next)) {
        return NULL;
    }
    if (is_exact(shape->next, &shape_type)) {
        Shape *only = (Shape *)cell_of(shape->next);
        return only->name == name ? only : NULL;
    }
    const Tuple *children = tuple_of(shape->next);
    for (size_t i = 0; i < children->len; i++) {
        Shape *s = (Shape *)cell_of(children->items[i]);
        if (s->name == name) {
            return s;
        }
    }
    return NULL;
}

static size_t child_count(const Shape *shape) {
    if (is_absent(shape->next)) {
        return 0;
    }
    return is_exact(shape->next, &shape_type) ? 1 : tuple_of(shape->next)->len;
}

static Value with_child(const Shape *shape, Shape *child) {
    size_t n = child_count(shape);
    if (n == 0) {
        return cell_value(child);
    }
    Tuple *children = tuple_alloc(n + 1);
    if (n == 1) {
        children->items[0] = shape->next;
    } else {
        memcpy(children->items, tuple_of(shape->next)->items, n * sizeof(Value));
    }
    children->items[n] = cell_value(child);
    return cell_value(children);
}

Shape *shape_add(Shape *shape, const Str *name) {
    Shape *s = child_named(shape, name);
    if (s) {
        return s;
    }
    if (shape->count >= MAX_NAMES || child_count(shape) >= MAX_CHILDREN) {
        return NULL;
    }
    s = heap_alloc(&shape_type, sizeof(Shape));
    s->cls = shape->cls;
    s->parent = shape;
    s->name = name;
    s->count = shape->count + 1;
    s->inline_slots = shape->inline_slots;
    shape->next = with_child(shape, s);
    return s;
}

// Slots that fill the instance's last block when at least `wanted` are inline.
static size_t rounded_slots(const Type *type, size_t wanted) {
    size_t fixed = type->payload + sizeof(InstancePart);
    size_t bytes = fixed + wanted * sizeof(Value);
    bytes = (bytes + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES;
    return (bytes - fixed) / sizeof(Value);
}

Shape *shape_root(Class *c) {
    if (LIKELY(c->shape != NULL && c->type.slot_hint <= c->shape->inline_slots)) {
        return c->shape;
    }
    size_t wanted = c->slots && c->slots->len > c->type.slot_hint ? c->slots->len
                                                                  : c->type.slot_hint;
    Shape *s = heap_alloc(&shape_type, sizeof(Shape));
    s->cls = &c->type;
    s->inline_slots = (uint16_t)rounded_slots(&c->type, wanted);
    c->shape = s;
    return s;
}
