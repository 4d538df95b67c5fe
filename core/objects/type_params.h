// SPDX-License-Identifier: MIT
// type_params.h: type parameters and aliases (PEP 695, 696): what class C[T: int = str], def f[*Ts],
// type X[**P] = ... make.
#ifndef CORE_TYPE_PARAMS_H
#define CORE_TYPE_PARAMS_H

#include "value/type.h"

extern const Type type_var_type, type_var_tuple_type, param_spec_type, type_alias_type, generic_type;

bool type_param_is(Value v);          // TypeVar, TypeVarTuple or ParamSpec
bool type_param_has_default(Value v); // v is one of these
bool is_type_parameter(Value v); // or a type alias: what may stand in X | None
// Called by compiled code: (kind, name, bound thunk or None, default thunk or None); kinds 0
// TypeVar, 1 TypeVarTuple, 2 ParamSpec, 3 TypeVar whose bound is the tuple of constraints.
Value type_param_make(size_t n, const Value *args);
Value type_alias_make(size_t n, const Value *args); // (name, type parameters, value thunk)
Value type_generic_base(Value params);              // Generic[params], a base of a generic class

#endif
