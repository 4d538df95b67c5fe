// SPDX-License-Identifier: MIT
// exception_ops.h: what the files about exceptions share.
#ifndef CORE_EXCEPTION_OPS_H
#define CORE_EXCEPTION_OPS_H

#include "objects/exception.h"
#include "text/str.h"

extern const Ops exception_ops, exception_group_ops;
extern const Native exception_methods[], exception_group_methods[];

// exception.c, also for groups.
Value exception_getattr(Value self, const Str *name);
bool exception_setattr(Value self, const Str *name, Value v);
Value exception_repr(Value self);
// The builtin class whose __new__ and __init__ an exception class has: the first in its MRO.
const Type *exception_maker(const Type *cls);
// Sets the fields that the constructor of the exception's kind makes of its arguments
// (exception_fields.c). May change e->args. Raises TypeError for a wrong number.
void exception_fill_fields(Value exc, size_t n, const Value *args, const Tuple *kwnames);
// Does its class have an __init__ of its own? Then value of StopIteration and code of SystemExit
// are fields, which the builtin __init__ makes if that is called.
bool exception_has_init(Value exc);
// Is it the name of a field of this kind of exception?
bool exception_has_field(const Type *type, const Str *name);
// Sets or deletes (ABSENT) characters_written of an OSError: an int, of which -1 is none.
void exception_set_written(Value exc, Value v);
// The fields that this builtin type has beyond those of its bases, ended by NULL; NULL: none.
const Str *const *exception_field_names(const Type *type);
// For __reduce__: what to call the class with, a tuple; and into `state` the fields that this does
// not set. Allocate.
Value exception_constructor_args(Value exc);
void exception_add_state(Value exc, Dict *state);
// The str() of kinds that have a text of their own; ABSENT: made of args.
Value exception_special_str(Value exc);
// The class for OSError(errno, ...).
const Type *os_error_class(intptr_t number);

// Groups (group.c): the exceptions as a tuple, and the message.
Tuple *group_members(Value group);
Value group_message(Value group);
static inline bool is_group(Value exc) {
    return is_instance(exc, &base_exception_group_type);
}
// Errno values: "ENOENT" and "No such file or directory"; NULL if unknown (errno_names.c).
const char *errno_name(int number);
const char *errno_text(int number);

#endif
