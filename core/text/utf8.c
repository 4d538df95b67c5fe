// SPDX-License-Identifier: MIT
// utf8.c: decoding, encoding, counting and checking UTF-8 (RFC 3629), a word at a time where the
// text is ASCII. No cells, no allocation; scans of megabytes end on Ctrl-C.
#include "text/utf8.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

#define ONES (UINTPTR_MAX / 0xff) // 0x0101...01
#define TOPS (ONES * 0x80)        // 0x8080...80

static inline uintptr_t load_word(const char *p) {
    uintptr_t w;
    memcpy(&w, p, sizeof w);
    return w;
}

// Length of the longest ASCII prefix, up to a word less than exact: whole words only.
static size_t ascii_words(const char *text, size_t size) {
    size_t i = 0;
    while (i + sizeof(uintptr_t) <= size && !(load_word(text + i) & TOPS)) {
        i += sizeof(uintptr_t);
    }
    return i;
}

bool utf8_is_ascii(const char *text, size_t size) {
    while (size > POLL_BYTES && ascii_words(text, POLL_BYTES) == POLL_BYTES) {
        text += POLL_BYTES;
        size -= POLL_BYTES;
        poll_interrupt();
    }
    size_t i = ascii_words(text, size);
    while (i < size && !(text[i] & 0x80)) {
        i++;
    }
    return i == size;
}

static inline bool is_continuation(char c) {
    return (c & 0xc0) == 0x80;
}

// Bytes of the word at p that are no continuation bytes.
static inline unsigned starts_in_word(const char *p) {
    uintptr_t w = load_word(p);
    uintptr_t continuation = (w >> 7) & ~(w >> 6) & ONES;
    return (unsigned)(WORD_BYTES - ((continuation * ONES) >> (WORD_BITS - 8)));
}

// Bytes that are no continuation bytes.
static size_t count_starts(const char *text, size_t size) {
    size_t i = 0, n = 0;
    for (; i + WORD_BYTES <= size; i += WORD_BYTES) {
        n += starts_in_word(text + i);
    }
    for (; i < size; i++) {
        n += !is_continuation(text[i]);
    }
    return n;
}

size_t utf8_count(const char *text, size_t size) {
    size_t n = 0;
    for (; size > POLL_BYTES; text += POLL_BYTES, size -= POLL_BYTES) {
        n += count_starts(text, POLL_BYTES);
        poll_interrupt();
    }
    return n + count_starts(text, size);
}

size_t utf8_offset(const char *text, size_t size, size_t n) {
    size_t i = 0;
    while (n >= WORD_BYTES && i + WORD_BYTES <= size) { // may stop inside a character
        n -= starts_in_word(text + i);
        i += WORD_BYTES;
        if (UNLIKELY(i % POLL_BYTES == 0)) {
            poll_interrupt();
        }
    }
    while (i < size && is_continuation(text[i])) {
        i++;
    }
    for (; n > 0 && i < size; n--) {
        i++;
        while (i < size && is_continuation(text[i])) {
            i++;
        }
    }
    return i;
}

uint32_t utf8_next(const char **p) {
    const unsigned char *s = (const unsigned char *)*p;
    uint32_t c = s[0];
    if (c < 0x80) {
        *p += 1;
        return c;
    }
    assert(c >= 0xc2 && c < 0xf5);
    if (c < 0xe0) {
        *p += 2;
        return (c & 0x1f) << 6 | (s[1] & 0x3f);
    }
    if (c < 0xf0) {
        *p += 3;
        return (c & 0x0f) << 12 | (uint32_t)(s[1] & 0x3f) << 6 | (s[2] & 0x3f);
    }
    *p += 4;
    return (c & 0x07) << 18 | (uint32_t)(s[1] & 0x3f) << 12 | (uint32_t)(s[2] & 0x3f) << 6 |
           (s[3] & 0x3f);
}

uint32_t utf8_previous(const char **p) {
    const char *at = *p - 1;
    while (is_continuation(*at)) {
        at--;
    }
    *p = at;
    return utf8_next(&at);
}

size_t utf8_width(uint32_t c) {
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

size_t utf8_put(char *out, uint32_t c) {
    assert(c <= 0x10ffff);
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

// The range of second bytes that may follow a lead byte (RFC 3629, section 4).
static void second_range(unsigned char lead, bool surrogates, unsigned *low, unsigned *high) {
    *low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    *high = lead == 0xed && !surrogates ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
}

// Bytes at s that are a valid beginning of one character; *complete says whether it is whole.
static size_t valid_prefix(const unsigned char *s, size_t size, bool surrogates, bool *complete) {
    *complete = false;
    if (s[0] < 0x80) {
        *complete = true;
        return 1;
    }
    if (s[0] < 0xc2 || s[0] > 0xf4) {
        return 0;
    }
    size_t width = utf8_lead_width(s[0]);
    unsigned low, high;
    second_range(s[0], surrogates, &low, &high);
    for (size_t i = 1; i < width; i++) {
        if (i == size || s[i] < low || s[i] > high) {
            return i;
        }
        low = 0x80;
        high = 0xbf;
    }
    *complete = true;
    return width;
}

size_t utf8_check(const char *text, size_t size, bool surrogates) {
    size_t i = 0, poll_at = POLL_BYTES;
    while (i < size) {
        if (UNLIKELY(i >= poll_at)) {
            poll_interrupt();
            poll_at = i + POLL_BYTES;
        }
        if (!(text[i] & 0x80)) {
            size_t rest = size - i < POLL_BYTES ? size - i : POLL_BYTES;
            size_t skip = ascii_words(text + i, rest);
            i += skip ? skip : 1;
            continue;
        }
        bool complete;
        size_t n = valid_prefix((const unsigned char *)text + i, size - i, surrogates, &complete);
        if (!complete) {
            return i;
        }
        i += n;
    }
    return size;
}

Utf8Fault utf8_fault(const char *text, size_t size, size_t at) {
    assert(at < size);
    bool complete;
    size_t n = valid_prefix((const unsigned char *)text + at, size - at, false, &complete);
    assert(!complete);
    if (n == 0) {
        return (Utf8Fault){1, "invalid start byte"};
    }
    if (at + n == size) {
        return (Utf8Fault){n, "unexpected end of data"};
    }
    return (Utf8Fault){n, "invalid continuation byte"};
}
