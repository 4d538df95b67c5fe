// SPDX-License-Identifier: MIT
// builtins.h: the functions of the builtins module, by file. Arguments and results as Python's.
#ifndef CORE_BUILTINS_H
#define CORE_BUILTINS_H

#include "value/type.h"

// builtins_numbers.c
Value builtin_abs(Value x);
Value builtin_bin(Value n);
Value builtin_chr(Value code_point);
Value builtin_divmod(Value a, Value b);
Value builtin_hex(Value n);
Value builtin_oct(Value n);
Value builtin_ord(Value c);
Value builtin_pow(size_t n, const Value *args, const Tuple *kwnames);
Value builtin_round(size_t n, const Value *args, const Tuple *kwnames);
Value builtin_sum(size_t n, const Value *args, const Tuple *kwnames);

// builtins_objects.c
Value builtin_ascii(Value v);
Value builtin_callable(Value v);
Value builtin_delattr(Value object, Value name);
Value builtin_dir(size_t n, const Value *args);
Value builtin_format(size_t n, const Value *args);
Value builtin_getattr(size_t n, const Value *args);
Value builtin_hasattr(Value object, Value name);
Value builtin_hash(Value v);
Value builtin_id(Value v);
Value builtin_isinstance(Value v, Value classes);
Value builtin_issubclass(Value v, Value classes);
Value builtin_repr(Value v);
Value builtin_setattr(Value object, Value name, Value v);
Value builtin_vars(size_t n, const Value *args);

// builtins_iteration.c
Value builtin_aiter(Value v);
Value builtin_all(Value iterable);
Value builtin_anext(size_t n, const Value *args);
Value builtin_any(Value iterable);
Value builtin_iter(size_t n, const Value *args);
Value builtin_len(Value v);
Value builtin_max(size_t n, const Value *args, const Tuple *kwnames);
Value builtin_min(size_t n, const Value *args, const Tuple *kwnames);
Value builtin_next(size_t n, const Value *args);
Value builtin_sorted(size_t n, const Value *args, const Tuple *kwnames);

// builtins_io.c
Value builtin_help(size_t n, const Value *args);
Value builtin_input(size_t n, const Value *args);
Value builtin_print(size_t n, const Value *args, const Tuple *kwnames);

// quitter.c: the objects exit and quit
typedef struct Quitter { // const
    Cell head;
    const Str *name;
} Quitter;
extern const Quitter quitter_exit, quitter_quit;

#endif
