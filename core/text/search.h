// SPDX-License-Identifier: MIT
// search.h: finding bytes in bytes. A leaf: no cells, no allocation. Serves str and bytes.
#ifndef CORE_SEARCH_H
#define CORE_SEARCH_H

#include "config.h"

#define SEARCH_NONE SIZE_MAX

// Offset of the first (last) occurrence of part in text, or SEARCH_NONE. An empty part is found
// at 0 (at text_size). Linear in the worst case for long parts; calls nothing that raises.
size_t search_find(const void *text, size_t text_size, const void *part, size_t part_size);
size_t search_rfind(const void *text, size_t text_size, const void *part, size_t part_size);
// Occurrences that don't overlap, at most `limit`; part_size > 0.
size_t search_count(const void *text, size_t text_size, const void *part, size_t part_size,
                    size_t limit);

#endif
