// SPDX-License-Identifier: MIT
// collections.h: what the files of the collections module share.
#ifndef CORE_COLLECTIONS_H
#define CORE_COLLECTIONS_H

#include "value/type.h"

extern const Type deque_type, defaultdict_type, counter_type;
// namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)
Value namedtuple_new(size_t n, const Value *args, const Tuple *kwnames);

#endif
