// SPDX-License-Identifier: MIT
// str.c: the representation of text: making strings, comparing, measuring and cutting them.
//
//   Str  {head, hash 30 | ascii 1 | interned 1, size, text[size], NUL}
//
// Invariants: text is valid UTF-8 (lone surrogates allowed); `ascii` is exact; the empty string
// and one-character ASCII strings made here are always the const cells.
#include "error.h"
#include "heap/heap.h"
#include "state.h"
#include "text/search.h"
#include "text/str.h"
#include "text/utf8.h"
#include <assert.h>

_Static_assert(offsetof(Str, text) == WORD_BYTES + 8, "bytes of a str before its text");

#define SIZE_LIMIT ((size_t)(WORD_BITS == 64 ? 0xfffffff0u : 0x7ffffff0u))

Str *str_alloc(size_t size) {
    if (size > SIZE_LIMIT) {
        raise_memory_error(size);
    }
    Str *s = heap_alloc_raw(&str_type, offsetof(Str, text) + size + 1);
    s->hash = 0;
    s->ascii = 0;
    s->interned = 0;
    s->size = (uint32_t)size;
    s->text[size] = 0;
    return s;
}

Value str_finish(Str *s, size_t size) {
    assert(size <= s->size && !s->interned);
    bool ascii = utf8_is_ascii(s->text, size);
    if (size == 0 || (size == 1 && ascii)) {
        Value v = size ? str_from_char((unsigned char)s->text[0]) : str_value(N__empty);
        heap_free(s);
        return v;
    }
    if (size < s->size) {
        size_t before = (offsetof(Str, text) + s->size) / BLOCK_BYTES;
        if (CONFIG_ANNOUNCE || (offsetof(Str, text) + size) / BLOCK_BYTES < before) {
            heap_resize(s, offsetof(Str, text) + size + 1);
        }
        s->size = (uint32_t)size;
    }
    s->text[size] = 0; // a builder leaves it out
    s->ascii = ascii;
    return str_value(s);
}

// A str of `size` bytes, two or more, of known kind.
static Value make(const char *text, size_t size, bool ascii) {
    Str *s = str_alloc(size);
    poll_copy(s->text, text, size);
    s->ascii = ascii;
    return str_value(s);
}

Value str_new(const char *text, size_t size) {
    assert(text || !size);
    if (size == 0) {
        return str_value(N__empty);
    }
    if (size == 1 && !(text[0] & 0x80)) {
        return str_from_char((unsigned char)text[0]);
    }
    return make(text, size, utf8_is_ascii(text, size));
}

Value str_from_c(const char *text) {
    return str_new(text, strlen(text));
}

Value str_from_char(uint32_t c) {
    if (c < 0x80) {
        return str_value((const Str *)&const_names.chars[c]);
    }
    char text[4];
    size_t n = utf8_put(text, c);
    return make(text, n, false);
}

bool str_equal(const Str *a, const Str *b) {
    if (a == b) {
        return true;
    }
    if (a->size != b->size || (a->interned && b->interned)) {
        return false;
    }
    if (a->hash && b->hash && a->hash != b->hash) {
        return false;
    }
    return memcmp(a->text, b->text, a->size) == 0;
}

int str_compare(const Str *a, const Str *b) { // the order of UTF-8 is that of code points
    size_t n = a->size < b->size ? a->size : b->size;
    int order = memcmp(a->text, b->text, n);
    if (order == 0) {
        order = (a->size > b->size) - (a->size < b->size);
    }
    return (order > 0) - (order < 0);
}

size_t str_length(const Str *s) {
    return s->ascii ? s->size : utf8_count(s->text, s->size);
}

size_t str_offset(const Str *s, size_t index) {
    if (s->ascii) {
        return index < s->size ? index : s->size;
    }
    return utf8_offset(s->text, s->size, index);
}

Value str_slice_bytes(const Str *s, size_t from, size_t to) {
    assert(from <= to && to <= s->size);
    if (to - from == s->size) {
        return str_value(s);
    }
    if (s->ascii && to - from > 1) {
        return make(s->text + from, to - from, true);
    }
    return str_new(s->text + from, to - from);
}

Value str_concat(const Str *a, const Str *b) {
    if (a->size == 0) {
        return str_value(b);
    }
    if (b->size == 0) {
        return str_value(a);
    }
    Str *s = str_alloc(size_add(a->size, b->size));
    poll_copy(s->text, a->text, a->size);
    poll_copy(s->text + a->size, b->text, b->size);
    s->ascii = a->ascii & b->ascii;
    return str_value(s);
}

bool str_contains(const Str *s, const Str *part) {
    return search_find(s->text, s->size, part->text, part->size) != SEARCH_NONE;
}

const Str *str_arg(Value v, const char *what) {
    Value native = unbox(v);
    if (!is_str(native)) {
        raise_type_error("%s must be str, not %A", what, v);
    }
    return str_of(native);
}
