// SPDX-License-Identifier: MIT
// output.h: text to sys.stdout and to other streams.
#ifndef CORE_OUTPUT_H
#define CORE_OUTPUT_H

#include "value/value.h"

// The stream object that stands for the standard output as the port set it up lives in
// rt.roots.port_out; while sys.stdout is that one (or there is none), text goes straight to
// port_write. Otherwise to the stream's write method.
void stdout_write(const char *text, size_t size);
// Is it that one? Then writing text allocates nothing.
bool stdout_is_port(void);
// To sys.stderr: nothing if that is None, to port_write() while it is the one of the port.
void stderr_write(const char *text, size_t size);
// To any stream: `text` is UTF-8 and lies outside the heap or is held by the caller.
void stream_write(Value stream, const char *text, size_t size);
void stream_flush(Value stream); // calls its flush method, if it has one

#endif
