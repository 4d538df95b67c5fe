// SPDX-License-Identifier: MIT
// type_subst.h: the type parameters among the arguments of aliases and unions, and what takes their place.
#ifndef CORE_TYPE_SUBST_H
#define CORE_TYPE_SUBST_H

#include "objects/containers.h"

// The tuple of the type parameters in args, each once, in order: __parameters__.
Tuple *type_parameters(const Tuple *args);
// The same for a class derived from Generic: those of Generic[...] among its bases, or of all.
Tuple *type_class_parameters(const Type *t);
// What each of params becomes in self[key]: defaults where none is given; for a TypeVarTuple, and
// for a ParamSpec, a tuple. TypeError "Too many arguments for ..."; "... is not a generic class".
Tuple *type_assign(Value self, const Tuple *params, Value key);
// args with the parameters replaced by their values.
Tuple *type_substitute(const Tuple *args, const Tuple *params, const Tuple *values);

#endif
