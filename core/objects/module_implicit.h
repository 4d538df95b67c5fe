// SPDX-License-Identifier: MIT
// module_implicit.h: the names that every module has without keeping them.
#ifndef CORE_MODULE_IMPLICIT_H
#define CORE_MODULE_IMPLICIT_H

#include "objects/protocol.h"

// What the module with this namespace (NULL: none yet) has under a name that is neither there nor
// in the tables of its def (NULL: a module from source); ABSENT if nothing. May allocate; no user
// code.
Value module_implicit(Dict *d, const ModuleDef *def, const Str *name);
// The same for code that runs with these globals.
Value module_implicit_global(Dict *globals, const Str *name);
// Adds those names as keys, for dir().
void module_implicit_names(const Dict *d, const ModuleDef *def, Dict *names);
// A ModuleSpec. file: str, or None of a package without __init__; path: of a package, else None.
Value module_spec_new(Value name, Value file, Value path, Value package);
// Of a dotted name what is before the last dot, interned; the empty string if there is none.
const Str *module_parent_name(const Str *name);

#endif
