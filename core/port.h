// SPDX-License-Identifier: MIT
// port.h: what the core asks of the machine it runs on. A port implements these functions.
#ifndef CORE_PORT_H
#define CORE_PORT_H

#include "value/type.h"

// Writes to the standard output (fd 1) or error (fd 2): called by print and tracebacks when
// sys.stdout/stderr are the originals. Must write all; returns 0 or an errno value.
int port_write(int fd, const char *data, size_t size);
// May text for the standard output be coloured? Asked by micropython.mem_info(1).
bool port_has_colour(void);
// Time since an arbitrary start, in microseconds. Called by time.ticks_*.
uint64_t port_ticks_us(void);
uint64_t port_ticks_ns(void);
// Nanoseconds since 1970, and processor time used so far. Called by `time`.
int64_t port_time_ns(void);
uint64_t port_cpu_ns(void);
// Sleeps that long, or until a signal or another event comes.
void port_sleep_us(uint64_t us);
// Seconds by which local time is ahead of UTC at that moment; sets the zone's name and whether
// daylight saving is on (both left alone if not known).
int32_t port_utc_offset(int64_t seconds, bool *daylight, char name[8]);
// Called by time.tzset(): the time zone is from now on what the environment says.
void port_time_zone(void);
// Random bits to seed `random`.
uint64_t port_entropy(void);
// The character of that name in Unicode, in any case, aliases included: its code point, or one of
// these: no such character; no table of names here. Called for \N{...} in literals.
enum { PORT_NO_CHARACTER = -1, PORT_NO_NAMES = -2 };
int32_t port_character_named(const char *name, size_t size);
// Writes the form NFKC of UTF-8 text (size > 0) to out, as far as there is room, and returns its
// length in bytes; 0: this machine can't. Called for names in source text that are not ASCII.
size_t port_normalise(const char *text, size_t size, char *out, size_t room);
// Called by poll_slow() while something is pending: the port may run its own events.
void port_poll(void);
// Called after a compaction: cells have other addresses. It may be in the midst of an allocation, so
// nothing may be allocated or raised.
void port_moved(void);
// Reads a source file: see compile/reader.h. Opens path; returns an opaque handle or NULL with
// *error_number set. port_read fills up to size bytes and returns the count, 0 at the end, or
// -errno.
void *port_open_source(const char *path, int *error_number);
intptr_t port_read_source(void *handle, char *buffer, size_t size);
void port_close_source(void *handle);
// What kind of thing is at path: 0 nothing, 1 file, 2 directory. Used by import.
int port_path_kind(const char *path);
const char *port_platform(void); // sys.platform: "linux"
const char *port_machine(void);  // sys.implementation._machine
const Type *port_file_type_named(const Str *name); // io.FileIO and so on; NULL if there is none
// ---- heap snapshots (core/modules/heap_snapshot.c)
// Is it a stream to which port_stream_write() can write? Flushes it then; may raise OSError and
// what a closed or read-only file raises.
bool port_stream_is_native(Value stream);
// Writes to its cell without allocating, collecting or raising: 0 or an errno value.
int port_stream_write(void *stream, const char *text, size_t size);
// Memory outside of the heap that takes text, for streams that are not native. NULL: there is none.
void *port_spool_new(void);
int port_spool_add(void *spool, const char *text, size_t size); // 0 or an errno value
const char *port_spool_text(const void *spool, size_t *size);
void port_spool_free(void *spool);
// What the port knows beyond the heap: see heap/snapshot.h.
const struct SnapshotExtra *port_snapshot_extra(void);

Value port_executable(void);     // sys.executable: str, or None. May collect
_Noreturn void port_fatal(const char *message); // an invariant is broken: say so and stop

#endif
