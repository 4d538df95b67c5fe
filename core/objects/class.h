// SPDX-License-Identifier: MIT
// class.h: classes made by programs, their instances and shapes.
//
// A shape (hidden class) lists the attribute names of instances in the order they were set. Each
// class has a root shape; setting a new attribute moves an instance to the next shape, shared by
// all that take the same way. An instance holds only values:
//
//   payload | shape | extra | slots[shape->inline_slots]          (InstancePart after the payload)
//
// Attribute i is in slots[i] while i < inline_slots, else in extra (an Items cell). The class
// learns how many slots its instances come to use and gives new ones that many inline.
// Dictionary mode: shape == NULL and extra is a Dict: after __dict__ was asked for, an
// attribute was deleted, or more than 64 attributes were set. Names in __slots__ are not in the
// Dict then: name i of class->slots is in slots[i] (so there are always that many inline).
#ifndef CORE_CLASS_H
#define CORE_CLASS_H

#include "objects/containers.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"

struct Shape {
    Cell head;           // shape_type
    Shape *parent;       // without the last name; of a root: the shape made last, or NULL
    Linked *link;        // in rt.heap.shapes, where the shapes that follow a parent are found
    const Type *cls;     // each shape belongs to one class
    const Str *name;     // the last name; NULL for a root
    uint16_t count;      // names, this one included
    uint16_t inline_slots;
};
extern const Type shape_type;

typedef struct InstancePart {
    Shape *shape;
    Cell *extra;    // Items beyond the inline slots, or the Dict in dictionary mode, or NULL
    Value slots[];
} InstancePart;

typedef struct Class { // a heap Type
    Type type;
    const Str *qualname;
    Tuple *bases;
    Tuple *mro;           // of the class and what follows; or `bases`: the class, then its only
                          // base's MRO; NULL: still being made
    Dict *dict;           // the namespace
    Shape *shape;         // root shape for new instances; NULL before the first
} Class;

static inline InstancePart *instance_part(Cell *c) {
    assert_hot(c->type->flags & TYPE_INSTANCE);
    return (InstancePart *)((char *)c + c->type->payload);
}
static inline bool has_shape(Value v) { // an instance of a class made by a program
    return is_cell(v) && (cell_of(v)->type->flags & TYPE_INSTANCE);
}
static inline Class *class_cell(const Type *t) { // t has TYPE_HEAP
    assert_hot(t->flags & TYPE_HEAP);
    return (Class *)t;
}
static inline Value *instance_slot(InstancePart *part, uint32_t i) {
    uint32_t n = part->shape->inline_slots;
    assert_hot(i < part->shape->count && (i < n || part->extra));
    return LIKELY(i < n) ? &part->slots[i] : &((Items *)part->extra)->at[i - n];
}
Value instance_get_own(Value object, const Str *name); // own attribute or ABSENT; no user code
void instance_set_own(Value object, const Str *name, Value v);
bool instance_delete_own(Value object, const Str *name);
Dict *instance_dict(Value object); // switches to dictionary mode and returns its Dict
// The same for a name in __slots__ of the object's class.
Value instance_get_slot(Value object, const Str *name);
void instance_set_slot(Value object, const Str *name, Value v);
bool instance_delete_slot(Value object, const Str *name);
bool instance_has_dict(Value object); // may have attributes beyond its __slots__
void instance_set_dict(Value object, Dict *dict); // __dict__ = dict
Cell *instance_new(const Type *cls); // cls: a heap class that is not boxed; allocates
void instance_trace(Cell *cell, Visitor *visitor); // trace of every heap class that is no metaclass
// Calls __del__; what it raises is reported. Raises nothing.
void finaliser_run(Value object);
// A class whose call is only "make an instance, call __init__": no metaclass __call__, no
// __new__, layout of object. *init gets its __init__ or ABSENT. No user code, no allocation.
bool class_is_plain(const Type *cls, Value *init);

// Index of the name in the shape or -1.
intptr_t shape_find(const Shape *shape, const Str *name);
// The shape after adding a name; NULL if the instance should change to dictionary mode. Allocates.
Shape *shape_add(Shape *shape, const Str *name);
Shape *shape_root(Class *c); // the root shape for the next instance

// Of the bases of a class: the one that decides what its instances look like. TypeError if there is none.
const Type *class_layout_base(const Tuple *bases);
void class_check_distinct(const Tuple *bases); // TypeError "duplicate base class X"
// Do they come from one class that decides what instances look like, or from two that add the same to the same base?
bool class_same_layout(const Type *a, const Type *b);
// __x becomes _Class__x, for the class of that name. Interned as `name` is. Allocates.
const Str *class_mangled(const Str *cls, const Str *name);
void class_update_flags(Class *c); // by the special methods that it has
void class_changed(const Type *t); // after any change of a class: caches and flags
void class_name_changed(const Type *t, const Str *name); // the same when one attribute changed
// A tuple of types, NULL if it is still being made; made on the fly for most (may allocate).
Tuple *type_mro(const Type *t);
// Is it a class of a program, whole or not?
static inline bool is_class_cell(const Cell *cell) {
    return cell->type && cell->type->flags & TYPE_TYPE && ((const Type *)cell)->flags & TYPE_HEAP;
}
// The class, one of a program, of which the attribute is to be set: TypeError if it is a builtin
// type, or if v is ABSENT.
Class *type_writable(Value self, const Str *name, Value v);
Value type_subclasses(Value self); // a list; may allocate (type_bases.c)
Value type_get_bases(Value self);
// Lays the MROs of the class and of all below it anew. TypeError if one of them can't be.
void type_set_bases(Value self, Value v);
void type_add_names(const Type *t, Dict *names); // for dir(): names of the MRO, as keys
Tuple *type_bases(const Type *t);  // likewise
const Type *type_second_base(const Type *t); // of a builtin type; NULL if it has no two
// The namespace of a class made by a program shows more than its dict holds: __dict__ and
// __weakref__, if its instances have what those of its base have not, and __doc__ (mapping_proxy.c).
Value class_extra(const Type *t, const Str *name); // ABSENT if it has it in its dict, or not at all
// Are __dict__ or __weakref__ what its instances have and those of its base have not?
bool class_brings(const Type *t, const Str *name);
// The class in t's MRO that has __weakref__, or NULL. No user code, no allocation.
const Type *class_weak_owner(const Type *t);
bool instances_have_dict(const Type *t); // attributes of their own, beyond __slots__
Value type_module(const Type *t);  // __module__: a str, or what the class has in its namespace
const Str *type_qualname(const Type *t);
const Str *type_name_in_c(const Type *t); // as in reprs of descriptors: with the module if builtin

// ---- abstract classes (objects/abstract.c) -----------------------------------------------------
// __abstractmethods__ of the class itself, not of its bases. AttributeError if it was never set.
Value abstract_get(Value cls);
// v: ABSENT deletes. The class must be one made by a program. Asks for v's truth; may allocate.
void abstract_set(Value cls, Value v);
_Noreturn void abstract_refuse(const Type *cls); // TypeError that names its abstract methods
static inline void abstract_check(const Type *cls) { // asked before object makes an instance of it
    if (UNLIKELY(cls->flags & TYPE_ABSTRACT)) {
        abstract_refuse(cls);
    }
}
// Is v.__isabstractmethod__ there and true? v may be ABSENT. May run user code; passes on what that
// raises, but for an AttributeError.
bool abstract_is(Value v);

// Steps through the MRO of any type without allocating: for (t = walk_start(&w, type); t;
// t = walk_next(&w)).
typedef struct TypeWalk {
    const Type *at, *start;
    size_t index;
} TypeWalk;
const Type *walk_start(TypeWalk *w, const Type *type);
const Type *walk_next(TypeWalk *w);

// For __build_class__: the metaclass that wins (TypeError on a conflict); bases after
// __mro_entries__ (the same tuple if none has it).
Value class_metatype(Value given, const Tuple *bases);
Tuple *class_resolve_bases(Tuple *bases);
void cellvar_set(Value cell, Value v); // vm/function.h: the cell of a closure variable

// ---- attribute cache (objects/attr.c) ----------------------------------------------------------
typedef enum {
    ATTR_NONE,      // not found
    ATTR_SLOT,      // own attribute of the instance at `slot` (key is its shape)
    ATTR_METHOD,    // function on the class: a receiver is passed when called
    ATTR_CLASS,     // plain value on the class
    ATTR_DESCR,     // descriptor on the class: needs the slow path
    ATTR_CLASSMETHOD, // the receiver is a class: its own or inherited classmethod
    ATTR_ADD,       // found nowhere; a store makes `value` (a Shape) the shape and fills `slot`
} AttrKind;
// A line may serve a store only if the type has no TYPE_SETATTR: ATTR_SLOT, or ATTR_ADD with
// slot < inline_slots.
static inline uintptr_t attr_hash(const void *key, const Str *name) {
    return (uintptr_t)key * (uintptr_t)0x9e3779b97f4a7c15u +
           (uintptr_t)name * (uintptr_t)0xc2b2ae3d27d4eb4fu;
}
// The line at which (key, name) is looked for first.
static inline AttrCacheLine *attr_line(const void *key, const Str *name) {
    return &rt.attr_cache[attr_hash(key, name) >> (WORD_BITS - 16) & (CONFIG_ATTR_CACHE - 1)];
}
// No line has a name and the key NULL: nothing is found under that.
static inline bool attr_line_is(const AttrCacheLine *line, const void *key, const Str *name) {
    return line->key == key && line->name == name;
}
// After attr_line() had something else: the line of (key, name) at its second place, or NULL.
AttrCacheLine *attr_line_again(const void *key, const Str *name);
// The line for (key, name), which has none: attr_line()'s, to be filled by the caller. What was
// there moves to its own other place, over what is there.
AttrCacheLine *attr_line_claim(const void *key, const Str *name);
static inline AttrCacheLine *attr_line_find(const void *key, const Str *name) { // or NULL
    AttrCacheLine *line = attr_line(key, name);
    return LIKELY(attr_line_is(line, key, name)) ? line : attr_line_again(key, name);
}
// The key under which v's attributes are cached: its shape; v itself plus 1 for types and
// modules; else its type. NULL: do not cache. (Special methods: the type plus 2.)
static inline const void *attr_key(Value v) {
    const Type *t = type_of(v);
    if (t->flags & TYPE_INSTANCE) {
        return instance_part(cell_of(v))->shape;
    }
    return t->flags & TYPE_OWN_KEY ? (const void *)(v.bits + 1) : t;
}
// Fills and returns the line for (attr_key(v), name), which has none, without running user code or
// allocating.
const AttrCacheLine *attr_fill(Value v, const Str *name);

#endif
