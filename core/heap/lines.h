// SPDX-License-Identifier: MIT
// lines.h: JSON lines put together in a small buffer: for reports on the heap, during which nothing
// may be allocated.
//
//     lines_open(&l, "cell", 1040);        {"cell":1040
//     lines_text(&l, "type", "dict", 4);   ,"type":"dict"
//     lines_close(&l);                     }
//
// All text comes out as ASCII: other characters as \uXXXX, and so do '<' and control characters.
#ifndef CORE_LINES_H
#define CORE_LINES_H

#include "value/value.h"

typedef struct Lines {
    // Takes a piece of text: 0 or an errno value. Must not allocate, collect or raise.
    int (*write)(void *arg, const char *text, size_t size);
    void *arg;
    int error;    // the first errno value that `write` returned; nothing is written after it
    size_t count; // lines closed
    size_t size;  // bytes in text
    char text[480];
} Lines;

void lines_init(Lines *l, int (*write)(void *arg, const char *text, size_t size), void *arg);
int lines_flush(Lines *l); // the error, 0 if none

// A line is an object; the key that says its kind comes first, with a number or a text.
void lines_open(Lines *l, const char *kind, uint64_t number);
void lines_open_text(Lines *l, const char *kind, const char *text, size_t size);
void lines_close(Lines *l);

// Further keys.
void lines_number(Lines *l, const char *key, uint64_t n);
void lines_text(Lines *l, const char *key, const char *text, size_t size); // UTF-8 in any state
void lines_key(Lines *l, const char *key); // its value follows by lines_raw() ...
void lines_raw(Lines *l, const char *text);
void lines_digits(Lines *l, uint64_t n);
void lines_char(Lines *l, uint32_t code_point); // within a string

#endif
