// SPDX-License-Identifier: MIT
// port.h: what the core asks of the machine it runs on. A port implements these functions.
#ifndef CORE_PORT_H
#define CORE_PORT_H

#include "value/value.h"

// Writes to the standard output (fd 1) or error (fd 2): called by print and tracebacks when
// sys.stdout/stderr are the originals. Must write all; returns 0 or an errno value.
int port_write(int fd, const char *data, size_t size);
// Time since an arbitrary start, in microseconds. Called by time.ticks_*.
uint64_t port_ticks_us(void);
// Random bits to seed `random`.
uint64_t port_entropy(void);
// Called by poll_slow() while something is pending: the port may run its own events.
void port_poll(void);
// Reads a source file: see compile/reader.h. Opens path; returns an opaque handle or NULL with
// *error_number set. port_read fills up to size bytes and returns the count, 0 at the end, or
// -errno.
void *port_open_source(const char *path, int *error_number);
intptr_t port_read_source(void *handle, char *buffer, size_t size);
void port_close_source(void *handle);
// What kind of thing is at path: 0 nothing, 1 file, 2 directory. Used by import.
int port_path_kind(const char *path);
_Noreturn void port_fatal(const char *message); // an invariant is broken: say so and stop

#endif
