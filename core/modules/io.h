// SPDX-License-Identifier: MIT
// io.h: the base of stream types.
#ifndef CORE_IO_H
#define CORE_IO_H

#include "objects/protocol.h"

// The base of all streams; programs subclass it. Its methods are made from read, readinto, write...
extern const Type io_base_type, raw_io_base_type, buffered_io_base_type, text_io_base_type;
extern const Type bytes_io_type, string_io_type;

// Methods that any stream with readline(), write() and close() can use.
Value io_readlines(size_t n, const Value *args);
Value io_writelines(Value self, Value lines);
Value io_enter(Value self);
Value io_exit(size_t n, const Value *args);
_Noreturn void raise_unsupported(const char *what);
// A size argument: absent, None or negative is SIZE_MAX.
size_t io_size_arg(size_t n, const Value *args, size_t i);

#endif
