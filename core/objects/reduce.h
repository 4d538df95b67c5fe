// SPDX-License-Identifier: MIT
// reduce.h: how an object is taken apart for copy and pickle (PEP 307): the methods of object, and
// what the __reduce__ methods of builtin types are made of.
//
// A reduced object is a tuple (function, arguments) with, behind them, a state, an iterator over
// items of a list and one over those of a dict. All of these may run user code, allocate, collect
// and raise, unless said otherwise.
#ifndef CORE_REDUCE_H
#define CORE_REDUCE_H

#include "objects/containers.h"

// object.__reduce_ex__(protocol): what the class's own __reduce__() gives, else the state of the
// object and a function of copyreg that makes one of its class. TypeError "cannot pickle 'T' object".
Value object_reduce_ex(Value self, Value protocol);
Value object_reduce(Value self); // object.__reduce__(): protocol 0
// object.__getstate__(): its __dict__, with __slots__ (dict or None, dict of those that have a
// value); None if it has neither.
Value object_getstate(Value self);
// The same or what the class's own __getstate__() gives, for the __reduce__ of a type whose
// arguments hold what its payload does.
Value reduce_state(Value self);
// copyreg._reduce_ex(object, protocol) for protocols 0 and 1; copyreg._slotnames(cls): a list.
Value reduce_legacy(Value self, Value protocol);
Value reduce_slot_names(Value cls);

// ---- __reduce__ of builtin types ---------------------------------------------------------------
#define ROW_REDUCE(F) \
    NATIVE_ROW(native_method_type, N___reduce__, f1, F, NATIVE_1, 1, 1, NATIVE_WHOLE_SELF)
Value reduce_by_name(Value self);  // the global of its __name__, or that it is shown as: a str
Value reduce_2_words(Value self);  // (class, the first two words of its payload)
Value reduce_3_words(Value self);  // (class, the first three)
Value reduce_items(Value self);    // (class, ([items],), state)
// (class, arguments, state, None, iter(self.items())), for a dict
Value reduced_dict(Value self, Value arguments, Value state);
// (getattr, (object, name))
Value reduced_attribute(Value object, Value name);
// A function of the module builtins by its name. Allocates nothing.
Value reduce_builtin(const Str *name);

// ---- results -----------------------------------------------------------------------------------
// (function, (argument,)) and (function, (a, b)).
Value reduced_1(Value function, Value argument);
Value reduced_2(Value function, Value a, Value b);
// (function, arguments, state)
Value reduced_with_state(Value function, Value arguments, Value state);

#endif
