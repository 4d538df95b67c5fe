// SPDX-License-Identifier: MIT
// bytes_view.h: what bytes and bytearray share: a view of the data, and one implementation of
// each method on it. Results are of the type of self.
#ifndef CORE_BYTES_VIEW_H
#define CORE_BYTES_VIEW_H

#include "text/buffer.h"
#include "text/str.h"

// The data of a bytes or bytearray. Stale once user code has run: take it late.
typedef struct View {
    const uint8_t *data; // not NULL, also when empty
    size_t size;
    Value owner;         // the unboxed object
    bool mutable;        // bytearray
} View;
View view_of(Value self);        // an unboxed bytes or (subclass of) bytearray
View view_arg(Value v);          // of a bytes-like argument; TypeError "a bytes-like object is ..."
bool is_bytes_kind(Value v);     // unboxed v: bytes, bytearray or a subclass of bytearray
Value view_new(const View *like, const void *data, size_t size); // an object of like's type
Value view_slice(const View *view, size_t from, size_t to);      // bytes share when whole
Value view_finish(const View *like, StrBuilder *b); // what was built, as an object of like's type
// Result of a method that changed nothing: self if bytes, a copy if bytearray.
Value view_same(const View *view);
// A byte from anything with __index__: ValueError "byte must be in range(0, 256)".
uint8_t byte_arg(Value v);
// The contents for bytes(...) and bytearray(...), as `name` and messages say: a bytes object, for
// bytes() maybe the instance of a subclass that __bytes__ gave.
Value bytes_from_arguments(const char *name, size_t n, const Value *args, const Tuple *kwnames);
// The bytes of what is no str: of bytes itself, of a buffer's contents, of an iterable's ints.
// TypeError for anything else, with `name`. May run user code.
Value bytes_from_items(const char *name, Value source);
// The bytes of an iterator over an iterable of ints, which is asked for its length unless it is
// ABSENT; `range` is the ValueError's text.
Value bytes_from_iterator(Value iterator, Value iterable, const char *range);
Value bytes_iterator_new(Value sequence); // over a bytes or bytearray
// Operators of both types.
Value bytes_compare(CompareOp op, Value self, Value other);
Value bytes_binary(BinaryOp op, Value a, Value b, bool reflected);
bool bytes_contains(Value self, Value item);
// Item or slice; what: "byte" or "bytearray".
Value bytes_get(const View *view, Value key, const char *what, const char *range_message);

// bytes_find.c
Value bytes_count(size_t n, const Value *args);
Value bytes_find(size_t n, const Value *args);
Value bytes_index(size_t n, const Value *args);
Value bytes_rfind(size_t n, const Value *args);
Value bytes_rindex(size_t n, const Value *args);
Value bytes_startswith(size_t n, const Value *args);
Value bytes_endswith(size_t n, const Value *args);
Value bytes_removeprefix(Value self, Value prefix);
Value bytes_removesuffix(Value self, Value suffix);
Value bytes_replace(size_t n, const Value *args, const Tuple *kwnames);
// bytes_split.c
Value bytes_split(size_t n, const Value *args, const Tuple *kwnames);
Value bytes_rsplit(size_t n, const Value *args, const Tuple *kwnames);
Value bytes_splitlines(size_t n, const Value *args, const Tuple *kwnames);
Value bytes_partition(Value self, Value separator);
Value bytes_rpartition(Value self, Value separator);
Value bytes_join(Value self, Value iterable);
Value bytes_strip(size_t n, const Value *args);
Value bytes_lstrip(size_t n, const Value *args);
Value bytes_rstrip(size_t n, const Value *args);
// bytes_methods.c
Value bytes_capitalize(Value self);
Value bytes_lower(Value self);
Value bytes_swapcase(Value self);
Value bytes_title(Value self);
Value bytes_upper(Value self);
Value bytes_isalnum(Value self);
Value bytes_isalpha(Value self);
Value bytes_isascii(Value self);
Value bytes_isdigit(Value self);
Value bytes_islower(Value self);
Value bytes_isspace(Value self);
Value bytes_istitle(Value self);
Value bytes_isupper(Value self);
Value bytes_center(size_t n, const Value *args);
Value bytes_ljust(size_t n, const Value *args);
Value bytes_rjust(size_t n, const Value *args);
Value bytes_zfill(Value self, Value width);
Value bytes_expandtabs(size_t n, const Value *args, const Tuple *kwnames);
Value bytes_maketrans(size_t n, const Value *args);
Value bytes_translate(size_t n, const Value *args, const Tuple *kwnames);
Value bytes_decode(size_t n, const Value *args, const Tuple *kwnames);
// bytes_hex.c
Value bytes_hex(size_t n, const Value *args, const Tuple *kwnames);
Value bytes_fromhex(size_t n, const Value *args);
// The text of bytes.hex(sep, bytes_per_sep) for any data; n, args, kwnames: past self.
Value hex_text(const uint8_t *data, size_t size, size_t n, const Value *args, const Tuple *kwnames);

// Rows of both method tables.
#define BYTES_SHARED_METHODS \
    METHOD_1(N_capitalize, bytes_capitalize), \
    METHOD_VAR(N_center, bytes_center, 2, 3), \
    METHOD_VAR(N_count, bytes_count, 2, 4), \
    METHOD_KW(N_decode, bytes_decode, 1, NATIVE_MANY), \
    METHOD_VAR(N_endswith, bytes_endswith, 2, 4), \
    METHOD_KW(N_expandtabs, bytes_expandtabs, 1, NATIVE_MANY), \
    METHOD_VAR(N_find, bytes_find, 2, 4), \
    CLASSMETHOD_VAR(N_fromhex, bytes_fromhex, 2, 2), \
    METHOD_KW(N_hex, bytes_hex, 1, NATIVE_MANY), \
    METHOD_VAR(N_index, bytes_index, 2, 4), \
    METHOD_1(N_isalnum, bytes_isalnum), \
    METHOD_1(N_isalpha, bytes_isalpha), \
    METHOD_1(N_isascii, bytes_isascii), \
    METHOD_1(N_isdigit, bytes_isdigit), \
    METHOD_1(N_islower, bytes_islower), \
    METHOD_1(N_isspace, bytes_isspace), \
    METHOD_1(N_istitle, bytes_istitle), \
    METHOD_1(N_isupper, bytes_isupper), \
    METHOD_2(N_join, bytes_join), \
    METHOD_VAR(N_ljust, bytes_ljust, 2, 3), \
    METHOD_1(N_lower, bytes_lower), \
    METHOD_VAR(N_lstrip, bytes_lstrip, 1, 2), \
    FUNCTION_VAR(N_maketrans, bytes_maketrans, 2, 2), \
    METHOD_WHOLE_2(N_partition, bytes_partition), \
    METHOD_2(N_removeprefix, bytes_removeprefix), \
    METHOD_2(N_removesuffix, bytes_removesuffix), \
    METHOD_KW(N_replace, bytes_replace, 1, NATIVE_MANY), \
    METHOD_VAR(N_rfind, bytes_rfind, 2, 4), \
    METHOD_VAR(N_rindex, bytes_rindex, 2, 4), \
    METHOD_VAR(N_rjust, bytes_rjust, 2, 3), \
    METHOD_WHOLE_2(N_rpartition, bytes_rpartition), \
    METHOD_KW(N_rsplit, bytes_rsplit, 1, NATIVE_MANY), \
    METHOD_VAR(N_rstrip, bytes_rstrip, 1, 2), \
    METHOD_KW(N_split, bytes_split, 1, NATIVE_MANY), \
    METHOD_KW(N_splitlines, bytes_splitlines, 1, NATIVE_MANY), \
    METHOD_VAR(N_startswith, bytes_startswith, 2, 4), \
    METHOD_VAR(N_strip, bytes_strip, 1, 2), \
    METHOD_1(N_swapcase, bytes_swapcase), \
    METHOD_1(N_title, bytes_title), \
    METHOD_KW(N_translate, bytes_translate, 1, NATIVE_MANY), \
    METHOD_1(N_upper, bytes_upper), \
    METHOD_2(N_zfill, bytes_zfill)

#endif
