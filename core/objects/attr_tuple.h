// SPDX-License-Identifier: MIT
// attr_tuple.h: tuples whose items have names too: os.stat_result, sys.version_info, time.struct_time.
//
// Each kind is a builtin type based on tuple, boxed: {head, tuple}. The names beyond the tuple's
// length are attributes only (os.stat_result.st_atime_ns): their values follow in the tuple `extra`.
#ifndef CORE_ATTR_TUPLE_H
#define CORE_ATTR_TUPLE_H

#include "value/type.h"

typedef struct AttrTupleType {
    Type type;
    const char *display;     // name in repr; "" for a bare one
    const Str *const *names; // ended by NULL; one that comes again later is no field's name
    uint8_t len;             // items of the tuple
    bool fixed;              // programs can't make any
} AttrTupleType;

typedef struct AttrTuple {
    Cell head;
    Value items; // exact tuple
    Value extra; // tuple or ABSENT
} AttrTuple;

extern const Ops attr_tuple_ops;
extern const Native attr_tuple_methods[];
#define ATTR_TUPLE_TYPE(NAME, DISPLAY, NAMES, LEN, FIXED) \
    {{{&type_type}, NAME, &attr_tuple_ops, TYPE_BOXED | TYPE_TRACE_WORDS | TYPE_FINAL | TYPE_SEQUENCE, \
      sizeof(AttrTuple), 'T', 0, &tuple_type, &tuple_type, {attr_tuple_methods}, NULL, {NULL}}, \
     DISPLAY, NAMES, LEN, FIXED}

// items as tuple_new; extra: a tuple of the values of the names beyond n, or ABSENT. May collect.
Value attr_tuple_new(const AttrTupleType *type, const Value *items, size_t n, Value extra);
// n_fields and so on, which the type itself has; ABSENT if it is none of these. May allocate.
Value attr_tuple_type_value(const AttrTupleType *kind, const Str *name);

#endif
