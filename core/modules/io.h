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

// ---- io_newline.c
typedef enum Newline { // what newline= says
    NEWLINE_TRANSLATE,         // None: \r and \r\n are read as \n
    NEWLINE_ANY,               // '': any of them ends a line, untranslated
    NEWLINE_LF, NEWLINE_CR, NEWLINE_CRLF,
} Newline;
enum { SEEN_CR = 1, SEEN_LF = 2, SEEN_CRLF = 4 }; // line ends met
Newline newline_arg(Value v); // TypeError, ValueError; and back:
Value newline_value(Newline newline);
// The text as it is written: \n becomes the line end. v and the result are exact strs.
Value newline_write(Newline newline, Value v);
// The text as it is read with newline=None or ''; what line ends it has is added to *seen.
Value newline_read(Newline newline, Value v, unsigned *seen);
// The size of the first line of text, its end included. Polls.
size_t newline_find(Newline newline, const char *text, size_t size);
Value newlines_seen(unsigned seen); // the attribute .newlines: None, a str or a tuple

#endif
