// SPDX-License-Identifier: MIT
// str_builder.c: text (or bytes) under construction, and message formatting on top of it.
//
// The cell under construction is a Str whose contents nobody has looked at yet; it grows by half
// of its size, in place when the blocks behind it are free. str and bytes cells share their
// layout, so that finishing as bytes only changes the type word.
#include "error.h"
#include "heap/heap.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/buffer.h"
#include "text/str.h"
#include "text/utf8.h"
#include <assert.h>

_Static_assert(offsetof(Str, text) == offsetof(Bytes, data), "finish as bytes retypes the cell");

enum { FIRST_CAPACITY = 31 };

// Bytes of text that a cell allocated for `size` of them has room for.
static inline size_t str_room(const Str *s, size_t size) {
    size_t header = offsetof(Str, text) + 1;
    if (CONFIG_ANNOUNCE) {
        return heap_cell_size(s) - header;
    }
    return (header + size + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES - header;
}

void builder_init(StrBuilder *b, size_t expected) {
    expected = expected ? expected : FIRST_CAPACITY;
    b->str = str_alloc(expected);
    b->capacity = str_room(b->str, expected);
    b->size = 0;
    assert(b->capacity >= expected);
}

static void set_capacity(StrBuilder *b, size_t capacity) {
    b->str->size = (uint32_t)capacity;
    b->capacity = capacity;
}

// After the cell was resized.
static void take_room(StrBuilder *b) {
    set_capacity(b, heap_cell_size(b->str) - offsetof(Str, text) - 1);
}

// Makes room for `more` bytes beyond the present size.
static NOINLINE void grow(StrBuilder *b, size_t more) {
    size_t header = offsetof(Str, text) + 1;
    size_t need = size_add(b->size, more), wish = size_add(need, need / 2);
    bool fits = wish < UINT32_MAX / 2;
    if (fits && heap_grow(b->str, header + need, header + wish)) {
        take_room(b);
        return;
    }
    Str *fresh = fits ? heap_try_alloc(&str_type, header + wish) : NULL;
    if (!fresh && fits && heap_resize(b->str, header + need)) {
        take_room(b);
        return;
    }
    if (!fresh) {
        fresh = str_alloc(need);
    }
    poll_copy(fresh->text, b->str->text, b->size);
    heap_free(b->str);
    b->str = fresh;
    take_room(b);
    assert(b->capacity >= need);
}

char *builder_reserve(StrBuilder *b, size_t more) {
    assert_hot(b->str && b->size <= b->capacity);
    if (UNLIKELY(more > b->capacity - b->size)) {
        grow(b, more);
    }
    return b->str->text + b->size;
}

void builder_add(StrBuilder *b, const char *text, size_t size) {
    char *to = builder_reserve(b, size);
    if (UNLIKELY(size > POLL_BYTES)) {
        poll_copy(to, text, size);
    } else {
        memcpy(to, text, size);
    }
    b->size += size;
}

void builder_add_str(StrBuilder *b, const Str *s) {
    builder_add(b, s->text, s->size);
}

void builder_add_char(StrBuilder *b, uint32_t c) {
    b->size += utf8_put(builder_reserve(b, 4), c);
}

void builder_add_byte(StrBuilder *b, uint8_t byte) {
    *builder_reserve(b, 1) = (char)byte;
    b->size++;
}

void builder_add_fill(StrBuilder *b, uint32_t c, size_t count) {
    char one[4];
    if (count == 0) {
        return;
    }
    size_t width = utf8_put(one, c);
    char *at = builder_reserve(b, size_mul(count, width));
    if (width == 1) {
        poll_fill(at, (uint8_t)one[0], count);
    } else {
        for (size_t i = 0; i < count; i++) {
            poll_interrupt();
            memcpy(at + i * width, one, width);
        }
    }
    b->size += count * width;
}

void builder_add_c(StrBuilder *b, const char *text) {
    builder_add(b, text, strlen(text));
}

// Decimal or hexadecimal digits of n. Inline: division by a number that is known is much faster.
static inline void add_digits(StrBuilder *b, uintptr_t n, unsigned base) {
    assert(base == 10 || base == 16);
    char digits[3 * sizeof n + 1];
    size_t at = sizeof digits;
    do {
        digits[--at] = "0123456789abcdef"[n % base];
        n /= base;
    } while (n > 0);
    builder_add(b, digits + at, sizeof digits - at);
}

void builder_add_int(StrBuilder *b, intptr_t n) {
    uintptr_t magnitude = (uintptr_t)n;
    if (n < 0) {
        builder_add_byte(b, '-');
        magnitude = 0 - magnitude;
    }
    add_digits(b, magnitude, 10);
}

void builder_add_repr(StrBuilder *b, Value v) {
    builder_add_str(b, str_of(op_repr(v)));
}

static void check_finish(StrBuilder *b) {
    assert(b->size <= b->capacity);
    b->str->size = (uint32_t)b->capacity;
    b->str->hash = 0;
    b->str->interned = 0;
}

Value builder_finish(StrBuilder *b) {
    assert(b->str);
    check_finish(b);
    Value v = str_finish(b->str, b->size);
    b->str = NULL;
    return v;
}

Value builder_finish_bytes(StrBuilder *b) {
    assert(b->str);
    check_finish(b);
    Bytes *bytes = (Bytes *)b->str;
    bytes->head.type = &bytes_type;
    bytes->spare = 0;
    heap_resize(bytes, offsetof(Bytes, data) + b->size + 1);
    bytes->size = (uint32_t)b->size;
    bytes->data[b->size] = 0;
    b->str = NULL;
    return cell_value(bytes);
}

// ---- messages -----------------------------------------------------------------------------------

// One directive (the character after %) of builder_add_format; its argument comes from *list.
static void add_directive(StrBuilder *b, char directive, va_list *list) {
    Value v;
    switch (directive) {
    case 's':
        builder_add_c(b, va_arg(*list, const char *));
        break;
    case 'S':
        builder_add_str(b, va_arg(*list, const Str *));
        break;
    case 'T':
        builder_add_str(b, type_of(va_arg(*list, Value))->name);
        break;
    case 'A':
        v = va_arg(*list, Value);
        builder_add_str(b, is_none(v) ? N_None : type_of(v)->name);
        break;
    case 'V':
        builder_add_repr(b, va_arg(*list, Value));
        break;
    case 'd':
        builder_add_int(b, va_arg(*list, int));
        break;
    case 'z':
        builder_add_int(b, va_arg(*list, intptr_t));
        break;
    case 'c':
        builder_add_char(b, va_arg(*list, uint32_t));
        break;
    case 'x':
        add_digits(b, va_arg(*list, unsigned), 16);
        break;
    default:
        assert(directive == '%');
        builder_add_byte(b, '%');
    }
}

static bool is_word(char c) {
    return CONFIG_PACKED && c & 0x80;
}

// Bytes of a format that are text, before a directive, a word or the end.
static size_t text_size(const char *format) {
    size_t n = 0;
    while (format[n] && format[n] != '%' && !is_word(format[n])) {
        n++;
    }
    return n;
}

// A format, or a word of one, which is made of others that come before it in the table.
static void add_format(StrBuilder *b, const char *format, va_list *list) {
    for (const char *at = format; *at;) {
        size_t n = text_size(at);
        builder_add(b, at, n);
        at += n;
        if (*at == '%') {
            add_directive(b, at[1], list);
            at += 2;
        } else if (is_word(*at)) {
            add_format(b, message_words[*at++ & 0x7f], list);
        }
    }
}

void builder_add_format_v(StrBuilder *b, const char *format, va_list list) {
    va_list rest; // a copy: its address may be taken on every ABI
    va_copy(rest, list);
    add_format(b, format, &rest);
    va_end(rest);
}

void builder_add_format(StrBuilder *b, const char *format, ...) {
    va_list list;
    va_start(list, format);
    builder_add_format_v(b, format, list);
    va_end(list);
}

Value str_formatted(const char *format, ...) {
    StrBuilder b;
    builder_init(&b, strlen(format) + 16);
    va_list list;
    va_start(list, format);
    builder_add_format_v(&b, format, list);
    va_end(list);
    return builder_finish(&b);
}
