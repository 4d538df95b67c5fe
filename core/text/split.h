// SPDX-License-Identifier: MIT
// split.h: split() and rsplit() of text and bytes.
#ifndef CORE_SPLIT_H
#define CORE_SPLIT_H

#include "objects/containers.h"

typedef struct Split Split;
struct Split {
    const void *whole;   // a held Str, or the View of what is split
    const uint8_t *data; // its bytes
    size_t size;
    // The first place from `at` on (before `at`) where white space begins (space: ends).
    size_t (*skip)(const Split *s, size_t at, bool space);
    size_t (*skip_back)(const Split *s, size_t at, bool space);
    Value (*slice)(const Split *s, size_t from, size_t to);
};

typedef struct SplitArgs {
    Value separator; // ABSENT: white space
    size_t limit;    // most parts to take off
} SplitArgs;
// (sep=None, maxsplit=-1), behind the receiver args[0]. TypeError.
SplitArgs split_args(const char *name, size_t n, const Value *args, const Tuple *kwnames);

// A list of the parts; `part`, of `size` > 0 bytes, stands between them (NULL: white space);
// `last`: from the end. Raises MemoryError; may collect.
Value split_all(const Split *s, const uint8_t *part, size_t size, size_t limit, bool last);

#endif
