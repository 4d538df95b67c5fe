// SPDX-License-Identifier: MIT
// search.c: substring search at memchr speed.
//
// Short parts: memchr for the first byte, then a look at the last byte, then memcmp. When that
// meets too many false starts, or the part is long, the two-way algorithm takes over (Crochemore,
// Perrin, "Two-way string-matching", JACM 38, 1991), which is linear and needs no table.
#include "heap/bitmap.h"
#include "state.h"
#include "text/search.h"
#include <assert.h>
#include <string.h>

typedef unsigned char Byte;

// The critical factorisation: start of the maximal suffix of the part under one order of bytes
// (or its reverse), and the period of that suffix.
static size_t maximal_suffix(const Byte *part, size_t size, bool reverse, size_t *period) {
    assert(size > 0);
    size_t suffix = SIZE_MAX, j = 0, k = 1, p = 1; // suffix starts at suffix + 1
    while (j + k < size) {
        poll_interrupt();
        Byte a = part[j + k], b = part[suffix + k];
        if (a == b) {
            if (k == p) {
                j += p;
                k = 1;
            } else {
                k++;
            }
        } else if (reverse ? a > b : a < b) {
            j += k;
            k = 1;
            p = j - suffix;
        } else {
            suffix = j++;
            k = p = 1;
        }
    }
    *period = p;
    return suffix + 1;
}

static size_t factorise(const Byte *part, size_t size, size_t *period) {
    assert(size > 0);
    size_t p1, p2;
    size_t s1 = maximal_suffix(part, size, false, &p1);
    size_t s2 = maximal_suffix(part, size, true, &p2);
    *period = s1 > s2 ? p1 : p2;
    return s1 > s2 ? s1 : s2;
}

static size_t two_way(const Byte *text, size_t n, const Byte *part, size_t m) {
    assert(m > 0 && m <= n);
    size_t period;
    size_t cut = factorise(part, m, &period);
    bool periodic = cut + period <= m && memcmp(part, part + period, cut) == 0;
    if (!periodic) {
        period = (cut > m - cut ? cut : m - cut) + 1;
    }
    size_t memory = 0; // bytes at the front known to match, when periodic
    for (size_t at = 0; at + m <= n;) {
        poll_interrupt();
        size_t i = cut > memory ? cut : memory;
        while (i < m && part[i] == text[at + i]) {
            i++;
        }
        if (i < m) {
            at += i - cut + 1;
            memory = 0;
            continue;
        }
        i = cut;
        while (i > memory && part[i - 1] == text[at + i - 1]) {
            i--;
        }
        if (i <= memory) {
            return at;
        }
        at += period;
        memory = periodic ? m - period : 0;
    }
    return SEARCH_NONE;
}

size_t search_find(const void *text_, size_t n, const void *part_, size_t m) {
    const Byte *text = text_, *part = part_;
    if (m > n) {
        return SEARCH_NONE;
    }
    if (m == 0) {
        return 0;
    }
    const Byte *at = text, *end = text + (n - m) + 1; // at < end: a place to start from
    size_t wasted = 0;
    while (at < end && (at = memchr(at, part[0], (size_t)(end - at))) != NULL) {
        poll_interrupt();
        if (at[m - 1] == part[m - 1] && memcmp(at, part, m) == 0) {
            return (size_t)(at - text);
        }
        at++;
        wasted++;
        if (wasted > 32 && wasted * 4 > (size_t)(at - text)) {
            size_t rest = two_way(at, n - (size_t)(at - text), part, m);
            return rest == SEARCH_NONE ? rest : rest + (size_t)(at - text);
        }
    }
    return SEARCH_NONE;
}

// Last occurrence of one byte.
static size_t last_byte(const Byte *text, size_t n, Byte c) {
    while (n > 0 && text[n - 1] != c) {
        poll_interrupt();
        n--;
    }
    return n == 0 ? SEARCH_NONE : n - 1;
}

size_t search_rfind(const void *text_, size_t n, const void *part_, size_t m) {
    const Byte *text = text_, *part = part_;
    if (m > n) {
        return SEARCH_NONE;
    }
    if (m == 0) {
        return n;
    }
    for (size_t starts = n - m + 1; starts > 0;) { // places 0 .. starts-1 remain
        poll_interrupt();
        size_t at = last_byte(text, starts, part[0]);
        if (at == SEARCH_NONE) {
            break;
        }
        if (text[at + m - 1] == part[m - 1] && memcmp(text + at, part, m) == 0) {
            return at;
        }
        starts = at;
    }
    return SEARCH_NONE;
}

// How many bytes of the word are 0: each becomes a set top bit, and only these do.
static unsigned zero_bytes(uintptr_t w) {
    const uintptr_t low = ~(uintptr_t)0 / 255 * 127;
    return word_count(~(((w & low) + low) | w | low));
}

static size_t count_byte(const Byte *text, size_t n, Byte c, size_t limit) {
    const uintptr_t pattern = ~(uintptr_t)0 / 255 * c;
    size_t count = 0;
    for (; n >= sizeof(uintptr_t); n -= sizeof(uintptr_t), text += sizeof(uintptr_t)) {
        poll_interrupt();
        uintptr_t w;
        memcpy(&w, text, sizeof w);
        count += zero_bytes(w ^ pattern);
    }
    for (; n > 0; n--, text++) {
        count += *text == c;
    }
    return count < limit ? count : limit;
}

size_t search_count(const void *text_, size_t n, const void *part, size_t m, size_t limit) {
    assert(m > 0);
    const Byte *text = text_;
    if (m == 1) {
        return count_byte(text, n, *(const Byte *)part, limit);
    }
    size_t count = 0;
    while (count < limit) {
        poll_interrupt();
        size_t at = search_find(text, n, part, m);
        if (at == SEARCH_NONE) {
            break;
        }
        count++;
        text += at + m;
        n -= at + m;
    }
    return count;
}
