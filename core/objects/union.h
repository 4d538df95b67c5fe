// SPDX-License-Identifier: MIT
// union.h: int | str, and list[int].
#ifndef CORE_UNION_H
#define CORE_UNION_H

#include "objects/containers.h"
#include "text/str.h"

typedef struct Union { // types.UnionType
    Cell head;
    Tuple *args; // at least two, no unions among them, None as NoneType
} Union;
typedef struct GenericAlias {
    Cell head;
    Value origin;
    Tuple *args;
    Value starred; // TRUE: *tuple[int, str], what iterating over the alias gives; else FALSE
} GenericAlias;

// The members of a union for isinstance(): a tuple (a new one only if None is among them).
Value union_classes(Value u);

// Appends the repr of an alias, also of one in another without a text of its own.
void generic_alias_add_repr(StrBuilder *b, Value alias);
// Appends a type as annotations show it: int, None, ..., module.Name.
void builder_add_annotation(StrBuilder *b, Value v);

#endif
