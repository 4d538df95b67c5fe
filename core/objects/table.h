// SPDX-License-Identifier: MIT
// table.h: the compact insertion-ordered hash table under dict and set.
//
// One internal cell: header, then `capacity` entries of `stride` words, then (capacity > 8) an
// index of 2^k slots of 1, 2 or 4 bytes each, holding entry number + 1 (0 free). Deleted entries
// have an ABSENT key. Up to 8 entries are found by a scan, without an index.
// The number of slots follows from the capacity (table_slots).
//   stride   dict: key, value     set: key           keys whose hash is cheap and free of user
//            dict: key, value, hash   set: key, hash code (str, int, float, None, bool): "plain"
// A table becomes "hashed" (one more word per entry) when the first other key comes in.
#ifndef CORE_TABLE_H
#define CORE_TABLE_H

#include "value/type.h"

typedef struct Table {
    Cell head;              // table_type
    uint32_t capacity : 27; // entries
    uint32_t stride : 3;    // words per entry: 1..3
    uint32_t is_set : 1;
    uint32_t hashed : 1;    // the last word of each entry is the key's hash
    Value entries[];        // then the index
} Table;
extern const Type table_type;

#endif
