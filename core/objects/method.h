// SPDX-License-Identifier: MIT
// method.h: values that stand for functions written in C and for methods bound to a receiver,
// and what attribute lookup needs to know about them.
//
//   row (struct Native)   in flash: functions of modules; methods as attribute lookup finds them
//   Method                a function and its receiver: what x.f gives when it is not called at once
//   Unbound               list.append: a row or operation slot together with its owner, so that a
//                         call can check the receiver; rows themselves do not know their type
//
// Rows, Methods of rows and the Unbounds of __new__ are one type to programs, that of rows. So are
// the Unbounds of MEMBER rows and Members.
#ifndef CORE_METHOD_H
#define CORE_METHOD_H

#include "objects/protocol.h"

// method_type: functions; native_bound_type: rows; method_wrapper_type: operation slots
typedef struct Method {
    Cell head;
    Value function, self;
} Method;
extern const Type native_bound_type, method_wrapper_type;
Value method_new(Value function, Value self); // TypeError: an operation slot of another type

// One at a time for each owner and row, so that list.append is list.append: it is found in
// rt.heap.unbound while it lives. The row is in flash; the owner may be a class of the program.
// slot_wrapper_type, new_wrapper_type: an operation slot; the other types: a row
typedef struct Unbound {
    Cell head;
    const Type *owner;
    struct Unbound *next; // in the bucket of its owner
    Value row;            // const Native, or the dunder's index as a small int
} Unbound;
extern const Type unbound_type, slot_wrapper_type, new_wrapper_type, getset_descriptor_type,
    classmethod_descriptor_type, member_row_type;
Value unbound_new(const Type *owner, const Native *row);
void unbound_trace(Cell *cell, Visitor *visitor);
// TypeError "descriptor ... doesn't apply" unless the receiver is an instance of the owner.
void unbound_check(Value self, Value receiver);
Value unbound_get_or_new(const Type *kind, const Type *owner, Value row); // kind: of the cell

static inline bool is_native_row(Value v) {
    return is_exact(v, &native_type) || is_exact(v, &native_method_type) ||
           is_exact(v, &native_classmethod_type) || is_exact(v, &native_getset_type);
}
static inline const Native *native_of(Value v) {
    assert_hot(is_native_row(v));
    return (const Native *)v.bits;
}
// The type that programs see in place of t. What is based on a type that can't be subclassed is a
// kind of it, with an own layout and the same operations: functions written in C, members.
static inline const Type *type_shown(const Type *t) {
    return t->base && t->base->flags & TYPE_FINAL ? t->base : t;
}
const Str *native_label(Value f); // name of a row or an Unbound
Value native_receiver_text(Value receiver); // "list object at 0x1234"
// Operations of what is a builtin_function_or_method. All kinds have repr, hash, compare, call.
Value native_function_repr(Value f);
Value native_function_compare(CompareOp op, Value f, Value other); // rows and __new__: identity
// Attributes of builtin_function_or_method, of Unbounds (the first one not of attributes), of
// method-wrapper.
extern const Native native_function_attrs[], descriptor_attrs[], method_wrapper_attrs[];
// Sets an attribute that is a row of owner, if it can be set; v: ABSENT deletes.
void native_set(const Native *row, const Type *owner, Value object, Value v);
// Calls a row: checks arguments, unboxes the receiver of methods, whose type is not checked.
Value native_call(Value row, size_t n, const Value *args, const Tuple *kwnames);
// Room for n values on the value stack, given back in reverse order (a raise does it too).
Value *args_take(size_t n);
void args_give_back(size_t n);
// f(self, args...)
Value call_with_self(Value f, Value self, size_t n, const Value *args, const Tuple *kwnames);
// f(args...), for an object that is called and passes the call on: never a jump instead of a call, so
// that objects which pass it to each other without end use up the C stack and are stopped.
Value call_forward(Value f, size_t n, const Value *args, const Tuple *kwnames);
// type.__call__
Value type_call(Value cls, size_t n, const Value *args, const Tuple *kwnames);

// ---- lookup in types ---------------------------------------------------------------------------
typedef struct Found {
    Value value;        // what the class holds; ABSENT for a builtin's operation slot
    const Type *owner;
    int slot;           // index of the operation's dunder, or -1
} Found;
bool type_find(const Type *type, const Str *name, Found *found); // no user code, no allocation
bool type_find_in(const Type *type, const Str *name, Found *found); // in this one type only
bool type_find_after(const Type *type, const Type *after, const Str *name, Found *found);
Value found_value(const Found *found);     // may allocate a slot wrapper
// The attribute as seen through `object` (ABSENT: through the class cls).
Value found_bind(const Found *found, Value object, const Type *cls);
bool is_data_descriptor(Value v);
bool is_descriptor(Value v);
const Native *find_row(const Native *rows, const Str *name); // NULL if none

Value attr_generic(Value object, const Str *name); // object.__getattribute__: ABSENT if none
void attr_generic_set(Value object, const Str *name, Value v); // object.__setattr__/__delattr__
Value type_getattr(Value cls, const Str *name);
bool type_setattr(Value cls, const Str *name, Value v);

// ---- special methods of builtin operations (dunder.c) ------------------------------------------
int dunder_find(const Type *builtin, const Str *name); // its own slot of that name; -1
Value dunder_new(const Type *owner, int index);
const Str *dunder_name(int index);
const char *dunder_signature(int index); // its parameters as __text_signature__
void dunder_names(const Type *builtin, Value list); // appends the names of its slots

// ---- descriptors -------------------------------------------------------------------------------
typedef struct Wrapper { // classmethod, staticmethod
    Cell head;
    Value function; // or a cell with the function and attributes: see wrapper_function()
} Wrapper;
typedef struct Member { // descriptor of a name in __slots__
    Cell head;
    const Str *name;
    const Type *owner;
} Member;
extern const Type member_type, mapping_proxy_type, union_type, generic_alias_type;
Value classmethod_new(Value function);
Value wrapper_function(Value self); // of a Wrapper
bool wrapper_setattr(Value self, const Str *name, Value v); // its Ops.setattr, by no name
Value staticmethod_new(Value function);
// Of a name in __slots__ of a class; of a field of a builtin type, for which its Ops have getattr.
Value member_new(const Type *owner, const Str *name);
// Fields of a builtin type that no row stands for (field.c), ended by NULL; NULL: none.
const Str *const *type_fields(const Type *t);
Value type_field(const Type *cls, const Str *name); // its descriptor; ABSENT if there is no such
Value mapping_proxy_new(Value mapping);
Value mapping_proxy_of_class(const Type *cls); // the namespace of a class made by a program
Value union_of(Value a, Value b);       // a | b of types; NOT_IMPLEMENTED if not
Value generic_alias_new(Value origin, Value args); // args: any; made a tuple
Value generic_alias_of_class(size_t n, const Value *args); // cls[args], as a row of cls:
#define ROW_CLASS_GETITEM CLASSMETHOD_VAR(N___class_getitem__, generic_alias_of_class, 2, 2)
// super(): the function and receiver of super_object.name, or ABSENT.
Value super_method(Value super_object, const Str *name, Value *self);

#endif
