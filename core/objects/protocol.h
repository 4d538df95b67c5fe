// SPDX-License-Identifier: MIT
// protocol.h: what can be done with any value: operators, attributes, iteration, calls.
// All may run user code, allocate, collect and raise unless said otherwise.
#ifndef CORE_PROTOCOL_H
#define CORE_PROTOCOL_H

#include "value/type.h"

Value op_repr(Value v);    // an exact str, checks the C stack
Value op_repr_given(Value v); // repr(v): may be an instance of a subclass of str
Value op_str(Value v);     // str(v): str or subclass instance
// A path: v, if it is a str or bytes or an instance of a subclass, else what its __fspath__ gives. TypeError.
Value op_fspath(Value v);
bool op_truth(Value v);
intptr_t op_hash(Value v); // TypeError "unhashable type: 'T'"
intptr_t hash_identity(Value v);
intptr_t hash_unhashable(Value v); // for Ops.hash: raises
bool op_equal(Value a, Value b);     // identity, then ==
bool order_is(CompareOp op, int order); // does `order op 0` hold?
Value op_compare(CompareOp op, Value a, Value b); // with reflection; TypeError as CPython
Value op_binary(BinaryOp op, Value a, Value b);   // with reflection and subclass priority
Value op_inplace(BinaryOp op, Value a, Value b);
Value op_unary(UnaryOp op, Value v);
Value op_getitem(Value container, Value key);
void op_setitem(Value container, Value key, Value v);
// For setitem of what has none: TypeError with `format`, whose %T is v's type, or IndexError for an
// index that does not fit. Runs __index__.
_Noreturn void raise_no_item_assignment(Value v, Value key, const char *format);
void op_delitem(Value container, Value key);
bool op_contains(Value container, Value v);
intptr_t op_len(Value v);             // TypeError "object of type 'T' has no len()"
intptr_t op_length_hint(Value v);     // 0 if unknown
Value op_iter(Value v);               // TypeError "'T' object is not iterable"
Value op_next(Value iterator);        // ABSENT at the end; what it leaves: iterators.h
Value op_call(Value f, size_t n, const Value *args);
Value op_call_kw(Value f, size_t n, const Value *args, const Tuple *kwnames);
Value op_call_0(Value f);
Value op_call_1(Value f, Value a);
Value op_call_2(Value f, Value a, Value b);
Value op_call_method(Value object, const Str *name, size_t n, const Value *args);
bool op_callable(Value v);
bool op_isinstance(Value v, Value class_or_tuple); // with __instancecheck__, unions
bool op_issubclass(Value v, Value class_or_tuple);

// ---- attributes (objects/attr.c) ---------------------------------------------------------------
const Str *attr_name(Value v); // the name as getattr() and friends get it; TypeError if no str
Value attr_get(Value object, const Str *name);     // raises AttributeError
Value attr_find(Value object, const Str *name);    // ABSENT instead of AttributeError
void attr_set(Value object, const Str *name, Value v);
void attr_delete(Value object, const Str *name);
// For `object.name(...)`: returns the function and sets *self to the receiver, or ABSENT when
// the attribute is not a plain method (then call the result without a receiver).
Value attr_get_method(Value object, const Str *name, Value *self);
// Looks a name up in a type's MRO (no instance, no descriptor call); ABSENT if none. No user code.
Value type_lookup(const Type *type, const Str *name);
// A special method that a class made by a program defines (before any builtin in the MRO that
// implements it natively); ABSENT if none. No user code, no allocation.
Value type_override(const Type *type, const Str *name);
Value type_find_override(const Type *type, const Str *name); // the same past the cache
// Calls special method `name` of v looked up on its type. False if there is none.
bool call_special(Value v, const Str *name, size_t n, const Value *args, Value *result);
Value dir_of(Value object);                        // sorted list of names

// ---- classes and instances (objects/class.c, objects/instance.c) -------------------------------
// An object of class cls with its payload zeroed and its InstancePart ready; for `create` of
// fixed-payload builtins. For boxed classes use boxed_new.
Cell *cell_new_for(const Type *cls);
// cls is the builtin itself: returns native; a subclass: a boxed instance holding it.
Value boxed_new(const Type *cls, Value native);
extern const Ops instance_ops;
static inline Value type_value(const Type *t) {
    return cell_value(t);
}
static inline bool is_class(Value v) {
    return is_cell(v) && (cell_of(v)->type->flags & TYPE_TYPE);
}
static inline const Type *class_of(Value v) {
    assert_hot(is_class(v));
    return (const Type *)v.bits;
}
static inline bool is_exception_class(Value v) {
    return is_class(v) && class_of(v)->flags & TYPE_EXCEPTION;
}
Value class_new(const Type *metatype, const Str *name, Tuple *bases, Dict *namespace, size_t nkw,
                const Value *kwvalues, const Tuple *kwnames);
Value type_qualified_name(const Type *type); // str: module.qualname as reprs show it

// ---- natives: arguments ------------------------------------------------------------------------
typedef struct ArgSpec { // one parameter of a NATIVE_KW function
    const Str *name;     // NULL ends the array
    uint8_t flags;       // ARG_xxx
} ArgSpec;
enum { ARG_REQUIRED = 1, ARG_KWONLY = 2, ARG_POSONLY = 4 };
// Sorts positional and keyword arguments into out[] (ABSENT where not given). `function` is for
// the messages: "f() missing required argument: 'x' (pos 1)" and so on as CPython.
void args_parse(const char *function, const ArgSpec *spec, size_t n, const Value *args,
                const Tuple *kwnames, Value *out);
void args_no_keywords(const char *function, const Tuple *kwnames); // TypeError if any
// The same, but a class that has its own `hook` (__new__ or __init__) takes keywords for that one.
void args_no_keywords_but(const Type *cls, const Str *hook, const char *function,
                          const Tuple *kwnames);

// ---- modules -----------------------------------------------------------------------------------
typedef struct ModuleConst {
    const Str *name; // NULL ends the array
    Value value;
} ModuleConst;
typedef struct ModuleDef { // a builtin module, const in flash
    const Str *name;
    const Native *functions;      // ended by NATIVE_END
    const ModuleConst *constants; // types, ints, strings; ended by NULL; may be NULL
    void (*init)(Value module);   // after creation, to add computed attributes; may be NULL
    Value (*getattr)(const Str *name); // computed attributes; ABSENT if none; may be NULL
    bool (*setattr)(const Str *name, Value v); // takes an assignment; false: into the dict; may be NULL
    const Str *const *names; // of computed attributes, for dir(); ended by NULL; may be NULL
    bool extensible;         // a file of that name on sys.path comes first; `u` + name is this one
} ModuleDef;
struct Module {
    Cell head;
    const Str *name;
    Dict *dict;            // what was assigned; NULL until needed for builtin modules
    const ModuleDef *def;  // NULL for modules from source
};
extern const ModuleDef *const builtin_modules[]; // ended by NULL; defined by the port
typedef struct Module Module;
Value module_new(const Str *name, Dict *dict); // dict NULL: a new one with __name__
Value module_import(const Str *name); // builtin module by name from builtin_modules: registered
                                      // in sys.modules; ABSENT if there is none. Also finds the
                                      // u-aliases of extensible ones.
bool module_is_extensible(const Str *name); // is there an extensible builtin module of that name?
// The module's __name__ as it is now; NULL if there is none or it is no str. No user code.
const Str *module_name(Value module);
Value module_get(Value module, const Str *name);   // ABSENT if none; no user code
bool module_is_initializing(Value module); // a module from source that is still being run
Dict *module_dict(Value module); // its dict; made if needed, empty then for a builtin module
extern const ModuleDef builtins_module;

#endif
