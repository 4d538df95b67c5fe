// SPDX-License-Identifier: MIT
// weakref.h: what the files of module weakref share. The collector's part is heap/weak.h.
#ifndef CORE_WEAKREF_H
#define CORE_WEAKREF_H

#include "heap/weak.h"
#include "objects/containers.h"
#include "objects/protocol.h"
#include "objects/weak_table.h"

extern const Type ref_type, weak_method_type, proxy_type, callable_proxy_type, finalize_type,
    weak_key_dict_type, weak_value_dict_type, weak_set_type;

static inline WeakRef *ref_of(Value v) {
    assert(is_cell(v) && cell_of(v)->type->payload >= sizeof(WeakRef));
    return (WeakRef *)v.bits;
}
// TypeError "cannot create weak reference to 'T' object" unless v may be weakly referenced.
void weakref_check(Value v);
bool weakref_may_refer(Value v);
// A reference without callback, the same for each call. Allocates.
Value weakref_to(Value v);
// A fresh cell of type cls becomes a reference to v. callback: ABSENT or None for none.
void weakref_init(WeakRef *r, Value v, Value callback);
// The live references to v of one type without callback, or NULL.
WeakRef *weakref_find(Value v, const Type *type);
// What a reference refers to, or None.
static inline Value weakref_target(const WeakRef *r) {
    return is_present(r->target) ? r->target : NONE;
}
Value weakref_proxy(size_t n, const Value *args); // weakref.proxy(object, callback=None)
// Runs what a finalize object has registered; its result.
Value finalize_call(Value self);

#endif
