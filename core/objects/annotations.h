// SPDX-License-Identifier: MIT
// annotations.h: deferred annotations (PEP 649) of classes and modules.
#ifndef CORE_ANNOTATIONS_H
#define CORE_ANNOTATIONS_H

#include "objects/containers.h"

// The annotations of a class or module with this namespace: what was assigned, else what its
// __annotate__ gives (remembered), else an empty dict. Runs user code.
Value annotations_get(Dict *namespace);
void annotations_set(Dict *namespace, Value v); // ABSENT deletes: AttributeError if there is none
Value annotate_get(Dict *namespace);            // __annotate__ or None
void annotate_set(Dict *namespace, Value v);
// Module level: the annotation of one name; thunk is called when it is asked for.
void annotations_add(Dict *globals, const Str *name, Value thunk);

#endif
