// SPDX-License-Identifier: MIT
//
// Unicode tables and how they are read.
//
// Properties: the code points are a sequence of runs with equal properties, a byte or more each:
//     kkkkkk00  kkkkkk01          1 or 2 code points of kind k
//     kkkkkk10 n                  n + 3 code points
//     kkkkkk11 n m                n + 256 * m code points
// Kinds below PLAIN_KINDS index kind_properties; the others are pairs: properties that alternate,
// as upper and lower case letters do in many alphabets. Each 24th run starts a group, whose first
// code point and place in the data are in group_starts and group_offsets. Decimal digits are runs
// of tens: the value of one is its place in the run modulo 10.
//
// Case mappings: a range word is start << 11 | (step - 1) << 10 | count. Each step-th code point
// from start on maps to one that differs by the range's delta, modulo 2 ** 16. Results of more than
// one code point are listed: {from, to, to, to or 0}. The ranges for title case and folding
// hold only what can't be derived from the other two mappings.

#include "unicode.h"

#include <assert.h>
#include <stddef.h>

#include "unicode_tables.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

typedef struct {
    unsigned properties;
    uint32_t place; // in the run
} Place;

// The last group that starts at or before c.
static size_t find_group(uint32_t c) {
    size_t low = 0, high = COUNT(group_starts);
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (group_starts[middle] <= c) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

// The length of the run at *p; moves *p to the next run.
static uint32_t run_length(const uint8_t **p) {
    const uint8_t *run = *p;
    switch (run[0] & 3) {
    case 2: *p += 2; return run[1] + 3u;
    case 3: *p += 3; return run[1] | (uint32_t)run[2] << 8;
    default: *p += 1; return (run[0] & 1) + 1u;
    }
}

static Place find(uint32_t c) {
    if (c > 0x10ffff) {
        return (Place){0, 0};
    }
    size_t group = find_group(c);
    uint32_t start = group_starts[group];
    const uint8_t *run = runs + group_offsets[group], *next = run;
    for (uint32_t length = run_length(&next); c - start >= length; length = run_length(&next)) {
        start += length;
        run = next;
    }
    assert(run < runs + sizeof runs);
    unsigned kind = run[0] >> 2;
    uint32_t place = c - start;
    if (kind < PLAIN_KINDS) {
        return (Place){kind_properties[kind], place};
    }
    return (Place){pair_properties[kind - PLAIN_KINDS][place % 2], place};
}

unsigned unicode_properties(uint32_t c) {
    return find(c).properties;
}

int unicode_decimal_value(uint32_t c) {
    if (c < 128) {
        return unicode_ascii_digit(c) ? (int)(c - '0') : -1;
    }
    Place at = find(c);
    return (at.properties & UNICODE_DECIMAL) != 0 ? (int)(at.place % 10) : -1;
}

int unicode_digit_value(uint32_t c) {
    for (size_t i = 0; c >= 128 && i < COUNT(digit_ranges); i++) {
        uint32_t range = digit_ranges[i], place = c - (range >> 8);
        if (place < (range >> 4 & 15)) {
            return (int)((range & 15) + place);
        }
    }
    return unicode_decimal_value(c);
}

// ---- case

typedef struct {
    const uint32_t *ranges;
    const uint16_t *deltas;
    size_t count;
    const uint16_t (*longer)[4];
    size_t longer_count;
} CaseMap;

#define CASE_MAP(name)                                                                             \
    { name##_ranges, name##_deltas, COUNT(name##_ranges), name##_longer, COUNT(name##_longer) }

static const CaseMap lower_map = CASE_MAP(lower), upper_map = CASE_MAP(upper),
                     title_map = CASE_MAP(title), fold_map = CASE_MAP(fold);

static int find_longer(const CaseMap *map, uint32_t c, uint32_t to[3]) {
    size_t low = 0, high = map->longer_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const uint16_t *entry = map->longer[middle];
        if (entry[0] == c) {
            to[0] = entry[1];
            to[1] = entry[2];
            to[2] = entry[3];
            return entry[3] != 0 ? 3 : 2;
        }
        if (entry[0] < c) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return 0;
}

// Looks c up in a map; returns 0 if it isn't there.
static int find_case(const CaseMap *map, uint32_t c, uint32_t to[3]) {
    size_t low = 0, high = map->count;
    while (low < high) { // to the first range that starts beyond c
        size_t middle = (low + high) / 2;
        if (map->ranges[middle] >> 11 <= c) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low > 0) {
        uint32_t range = map->ranges[low - 1], step = (range >> 10 & 1) + 1;
        uint32_t place = c - (range >> 11);
        if (place % step == 0 && place / step < (range & 1023)) {
            to[0] = (c & ~0xffffu) | ((c + map->deltas[low - 1]) & 0xffff);
            return 1;
        }
    }
    return find_longer(map, c, to);
}

static int map_case(const CaseMap *map, uint32_t c, uint32_t to[3]) {
    int n = find_case(map, c, to);
    if (n == 0) {
        to[0] = c;
        n = 1;
    }
    return n;
}

int unicode_map_lower(uint32_t c, uint32_t to[3]) {
    return map_case(&lower_map, c, to);
}

int unicode_map_upper(uint32_t c, uint32_t to[3]) {
    return map_case(&upper_map, c, to);
}

// Replaces to[from..n) by lower case, where that is one code point.
static void lower_rest(uint32_t *to, int from, int n) {
    for (int i = from; i < n; i++) {
        uint32_t lower[3];
        if (unicode_to_lower(to[i], lower) == 1) {
            to[i] = lower[0];
        }
    }
}

// The upper case, of which all but the first code point goes to lower case again.
int unicode_map_title(uint32_t c, uint32_t to[3]) {
    int n = find_case(&title_map, c, to);
    if (n == 0) {
        n = map_case(&upper_map, c, to);
        lower_rest(to, 1, n);
    }
    return n;
}

// The lower case of the upper case.
int unicode_map_fold(uint32_t c, uint32_t to[3]) {
    int n = find_case(&fold_map, c, to);
    if (n == 0) {
        n = map_case(&upper_map, c, to);
        lower_rest(to, 0, n);
    }
    return n;
}
