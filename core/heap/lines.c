// SPDX-License-Identifier: MIT
// lines.c: JSON lines put together in a small buffer.
#include "heap/lines.h"
#include "text/str.h"
#include <assert.h>

void lines_init(Lines *l, int (*write)(void *arg, const char *text, size_t size), void *arg) {
    l->write = write;
    l->arg = arg;
    l->error = 0;
    l->count = l->size = 0;
}

int lines_flush(Lines *l) {
    if (!l->error && l->size) {
        l->error = l->write(l->arg, l->text, l->size);
    }
    l->size = 0;
    return l->error;
}

static void put(Lines *l, const char *text, size_t size) {
    assert(size <= sizeof l->text);
    if (size > sizeof l->text - l->size) {
        lines_flush(l);
    }
    memcpy(l->text + l->size, text, size);
    l->size += size;
}

void lines_raw(Lines *l, const char *text) {
    put(l, text, strlen(text));
}

void lines_digits(Lines *l, uint64_t n) {
    char digits[20];
    size_t i = sizeof digits;
    do {
        digits[--i] = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    put(l, digits + i, sizeof digits - i);
}

static void put_unit(Lines *l, uint32_t unit) { // of UTF-16
    assert(unit <= 0xffff);
    char text[6] = {'\\', 'u'};
    for (unsigned i = 0; i < 4; i++) {
        text[2 + i] = "0123456789abcdef"[unit >> (12 - 4 * i) & 15];
    }
    put(l, text, sizeof text);
}

void lines_char(Lines *l, uint32_t c) {
    assert(c <= 0x10ffff);
    if (c == '"' || c == '\\') {
        put(l, c == '"' ? "\\\"" : "\\\\", 2);
    } else if (c >= 0x10000) {
        put_unit(l, 0xd800 + ((c - 0x10000) >> 10 & 0x3ff));
        put_unit(l, 0xdc00 + (c & 0x3ff));
    } else if (c < ' ' || c > '~' || c == '<') {
        put_unit(l, c);
    } else {
        char one = (char)c;
        put(l, &one, 1);
    }
}

// What is no UTF-8 is replaced.
static void put_string(Lines *l, const char *text, size_t size) {
    bool valid = utf8_check(text, size, true) == size;
    put(l, "\"", 1);
    for (const char *p = text, *end = text + size; p < end;) {
        uint32_t c = valid ? utf8_next(&p) : (uint8_t)*p++;
        lines_char(l, valid || c < 0x80 ? c : 0xfffd);
    }
    put(l, "\"", 1);
}

void lines_key(Lines *l, const char *key) {
    put(l, ",\"", 2);
    lines_raw(l, key);
    put(l, "\":", 2);
}

static void open_line(Lines *l, const char *kind) {
    put(l, "{\"", 2);
    lines_raw(l, kind);
    put(l, "\":", 2);
}

void lines_open(Lines *l, const char *kind, uint64_t number) {
    open_line(l, kind);
    lines_digits(l, number);
}

void lines_open_text(Lines *l, const char *kind, const char *text, size_t size) {
    open_line(l, kind);
    put_string(l, text, size);
}

void lines_close(Lines *l) {
    put(l, "}\n", 2);
    l->count++;
}

void lines_number(Lines *l, const char *key, uint64_t n) {
    lines_key(l, key);
    lines_digits(l, n);
}

void lines_text(Lines *l, const char *key, const char *text, size_t size) {
    lines_key(l, key);
    put_string(l, text, size);
}
