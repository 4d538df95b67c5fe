// SPDX-License-Identifier: MIT
// str.h: text: immutable UTF-8 with its size, a lazily computed hash and an all-ASCII flag.
//
// Identifiers and short constants are interned: equal interned strings are the same cell, so
// names compare by pointer. Names known at build time (N_xxx) are const cells in flash.
#ifndef CORE_STR_H
#define CORE_STR_H

#include "value/type.h"
#include <stdarg.h>

struct Str {
    Cell head;
    uint32_t hash : 30;    // 0: not yet computed
    uint32_t ascii : 1;    // every byte < 0x80 (always exact)
    uint32_t interned : 1;
    uint32_t size;         // bytes, without the NUL that follows
    char text[];
};

#include "names.h" // generated: N_append and so on, by tools/make_names.c

static inline bool is_str(Value v) { // exact str
    return is_exact(v, &str_type);
}
static inline Str *str_of(Value v) {
    assert_hot(is_str(v));
    return (Str *)v.bits;
}
static inline Value str_value(const Str *s) {
    return cell_value(s);
}
// New strings. Raise MemoryError; may collect. `text` must not point into the heap unless its
// cell is held by the caller. Size in bytes; must be valid UTF-8.
Value str_new(const char *text, size_t size);
Value str_from_c(const char *text); // NUL-terminated
Value str_from_char(uint32_t code_point); // one-character str (ASCII ones are const cells)
Str *str_alloc(size_t size); // bytes to be filled by the caller (NUL set); then str_finish
Value str_finish(Str *s, size_t size); // shrinks to size, sets the ascii flag
Str *str_intern(Value s);  // the interned cell equal to s (exact str)
Str *str_intern_c(const char *text, size_t size);
Str *str_find_interned(const char *text, size_t size); // NULL if no such; allocates nothing
void str_visit_interned(Visitor *visitor); // each interned string, as a reference
void str_sweep_interned(bool (*is_live)(const Cell *cell)); // called by the collector after marking
void str_shrink_interned(void); // after sweeping: gives memory back that the table does not need
uint32_t str_hash(const Str *s); // 30 bits, never 0; also for bytes with the same content
bool str_equal(const Str *a, const Str *b);
int str_compare(const Str *a, const Str *b);      // by code point: -1, 0, 1
size_t str_length(const Str *s);                  // code points; O(1) for ASCII
size_t str_offset(const Str *s, size_t index);    // byte offset of code point `index`
Value str_slice_bytes(const Str *s, size_t from, size_t to); // byte offsets; shares when whole
Value str_concat(const Str *a, const Str *b);
Value str_join(const Str *separator, Value iterable); // str.join
bool str_contains(const Str *s, const Str *part);
// The '%' operator and format(); without anything to replace the result is `format` itself, which may be boxed.
Value str_percent(Value format, Value args);
Value str_format_method(Value format, size_t n, const Value *args, const Tuple *kwnames);
const Str *str_arg(Value v, const char *what); // unboxes; TypeError "%s must be str, not %A"

// Decodes the code point at *p (valid UTF-8) and advances.
uint32_t utf8_next(const char **p);
size_t utf8_put(char *out, uint32_t code_point); // 1-4 bytes written
// Is it valid UTF-8 (surrogates allowed when `surrogates`)? Returns the offset of the first bad
// byte, or size.
size_t utf8_check(const char *text, size_t size, bool surrogates);

// A string under construction: a heap cell that grows. Put it in a C local.
typedef struct StrBuilder {
    Str *str;        // NULL once finished
    size_t size;     // bytes written
    size_t capacity; // bytes there is room for
} StrBuilder;
void builder_init(StrBuilder *b, size_t expected);
void builder_add(StrBuilder *b, const char *text, size_t size); // text not in the heap, or held
void builder_add_str(StrBuilder *b, const Str *s);
void builder_add_char(StrBuilder *b, uint32_t code_point);
void builder_add_byte(StrBuilder *b, uint8_t byte); // one ASCII character, or any byte for bytes
void builder_add_fill(StrBuilder *b, uint32_t code_point, size_t count);
// Room for `more` bytes; returns where they go. The caller writes and adds to b->size.
char *builder_reserve(StrBuilder *b, size_t more);
void builder_add_c(StrBuilder *b, const char *text);
void builder_add_int(StrBuilder *b, intptr_t n);
void builder_add_repr(StrBuilder *b, Value v);
void builder_add_format(StrBuilder *b, const char *format, ...); // directives of error.h
void builder_add_format_v(StrBuilder *b, const char *format, va_list list);
// With CONFIG_PACKED: what the bytes from 0x80 on in a format stand for. Made by
// tools/pack-sources.
#define MESSAGE_WORDS 128
extern const char message_words[MESSAGE_WORDS][5];
Value builder_finish(StrBuilder *b);       // what was added must be valid UTF-8
Value builder_finish_bytes(StrBuilder *b); // the same as a bytes object
Value str_formatted(const char *format, ...); // directives of error.h

// The format mini-language. `spec` may be empty. Used by format(), f-strings, str.format.
Value format_value(Value v, const Str *spec);     // calls __format__ of user classes
Value format_method(Value self, Value spec); // __format__ of str and the numbers, perhaps boxed
// For exact builtin kinds and a spec that is not empty; the type's name is for messages.
Value format_str(const Str *s, const Str *spec, const Str *type_name);
Value format_int(Value v, const Str *spec); // any int; asks the __float__ of a subclass, as CPython
Value format_float(Float x, const Str *spec, const Str *type_name);
Value format_complex(Value z, const Str *spec, const Str *type_name);
Value str_ascii(Value v);                         // ascii(v): what repr() gave, if that is ASCII

#endif
