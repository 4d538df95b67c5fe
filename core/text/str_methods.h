// SPDX-License-Identifier: MIT
// str_methods.h: the methods of str, as the table in str_type.c names them. The first argument is
// an exact str, but for those that may give it back as it is when it is an instance of a subclass (split, partition,
// format); the contracts are those of Python's methods.
#ifndef CORE_STR_METHODS_H
#define CORE_STR_METHODS_H

#include "text/str.h"

// str_case.c
Value str_capitalize(Value self);
Value str_casefold(Value self);
Value str_lower(Value self);
Value str_swapcase(Value self);
Value str_title(Value self);
Value str_upper(Value self);
// str_test.c
Value str_isalnum(Value self);
Value str_isalpha(Value self);
Value str_isascii(Value self);
Value str_isdecimal(Value self);
Value str_isdigit(Value self);
Value str_isidentifier(Value self);
Value str_islower(Value self);
Value str_isnumeric(Value self);
Value str_isprintable(Value self);
Value str_isspace(Value self);
Value str_istitle(Value self);
Value str_isupper(Value self);
// str_find.c
Value str_count(size_t n, const Value *args);
Value str_find(size_t n, const Value *args);
Value str_index(size_t n, const Value *args);
Value str_rfind(size_t n, const Value *args);
Value str_rindex(size_t n, const Value *args);
Value str_startswith(size_t n, const Value *args);
Value str_endswith(size_t n, const Value *args);
Value str_removeprefix(Value self, Value prefix);
Value str_removesuffix(Value self, Value suffix);
Value str_replace(size_t n, const Value *args, const Tuple *kwnames);
// str_split.c
Value str_split(size_t n, const Value *args, const Tuple *kwnames);
Value str_rsplit(size_t n, const Value *args, const Tuple *kwnames);
Value str_splitlines(size_t n, const Value *args, const Tuple *kwnames);
Value str_partition(Value self, Value separator);
Value str_rpartition(Value self, Value separator);
Value str_join_method(Value self, Value iterable);
// str_pad.c
Value str_strip(size_t n, const Value *args);
Value str_lstrip(size_t n, const Value *args);
Value str_rstrip(size_t n, const Value *args);
Value str_center(size_t n, const Value *args);
Value str_ljust(size_t n, const Value *args);
Value str_rjust(size_t n, const Value *args);
Value str_zfill(Value self, Value width);
Value str_expandtabs(size_t n, const Value *args, const Tuple *kwnames);
// str_translate.c
Value str_maketrans(size_t n, const Value *args);
Value str_translate(Value self, Value table);
// str_format.c
Value str_format_map(Value self, Value mapping);

// str.find of text inside a str, as byte offsets: for other files of core/text.
bool str_has_part(const Str *s, size_t at, const Str *part); // at: byte offset

#endif
