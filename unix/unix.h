// SPDX-License-Identifier: MIT
// unix.h: what the files of unix/ share: buffered standard output, interrupts, options, the ways to
// run a program.
#ifndef UNIX_UNIX_H
#define UNIX_UNIX_H

#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <stdio.h>

// ---- port.c ---------------------------------------------------------------------------------------
// Writes out what print left in the buffer: 0 or an errno value. What can't be written stays.
int port_flush(void);
void port_drop(void);           // forgets it
void port_flush_ready(void);    // as much as takes no waiting
void port_flush_all(void);      // the same, and what waits in files; errors stay for later
void port_interrupt_on(void);   // Ctrl-C raises KeyboardInterrupt, whatever kbd_intr() said before
void port_interrupt_off(void);  // and from here on ends the process again
bool port_is_terminal(int fd);
void port_text(void *arg, const char *text, size_t size); // TextWriter: arg is the fd + (char *)0
// Reads from a descriptor; retries after signals, in which case Ctrl-C raises. Returns the count or
// -errno. The buffer may be in the heap: its cell must be held.
intptr_t port_read(int fd, void *data, size_t size);
// Writes as much as can be: 0 or an errno value, EINTR if Ctrl-C is pending. *written: bytes of it.
int port_write_now(int fd, const char *data, size_t size, size_t *written);
// Writes what takes no waiting and returns the bytes of it; errors are for the next write to find.
size_t port_write_ready(int fd, const char *data, size_t size);
// Writes all of it: 0 or an errno value; Ctrl-C raises.
int port_write_all(int fd, const void *data, size_t size);

// ---- options.c ------------------------------------------------------------------------------------
typedef enum { RUN_PROMPT, RUN_STDIN, RUN_COMMAND, RUN_MODULE, RUN_FILE } RunKind;
typedef struct Options {
    RunKind kind;
    const char *program; // command text, module name or file name
    char **arguments;    // what follows the program
    size_t nargs;
    size_t heap_bytes;
    size_t fail_at; // -X failalloc; 0: none
    bool fail_forever;
    unsigned verbose, optimise;
    unsigned digits_limit; // of ints in decimal text; 0: none
    bool inspect, compile_only, unsafe_off, trace_alloc;
    const char *heap_map, *heap_stat; // -X heapmap, heapstat: files; NULL: not given
    const char *profile; // -X profile: a file; NULL: not given
    size_t heap_fail;    // -X heapfail: bytes; SIZE_MAX: not given
    int exit_code;       // with `done`: --version, -h or bad arguments
    bool done;
} Options;
void options_parse(Options *o, int argc, char **argv);
#define OPTIONS_HEAP_LEAST 700

// ---- run.c ----------------------------------------------------------------------------------------
// Runs the program. The exit code; what was raised has been reported.
int run_program(const Options *o);
// What is run: a file name, -c, "-m name", <stdin>, or "" at the prompt.
void run_set_program(const Options *o);
const char *run_program_name(void);
// Calls f(arg) with Ctrl-C enabled; reports what it raises. The exit code, 0 if nothing was raised.
int run_guarded(void (*f)(void *arg), void *arg);
bool run_exited(void); // did SystemExit end what it ran last?
void run_set_verbose(unsigned level, bool compile_only);
// Compiles and runs text as __main__'s.
void run_text(Value text, Value filename);

// ---- prompt.c -------------------------------------------------------------------------------------
int prompt_run(void); // until end of input or SystemExit; the exit code

// ---- modules.c ------------------------------------------------------------------------------------
void modules_init(void); // builtins, sys, standard streams; raises MemoryError

#define VERSION_TEXT CORE_VERSION
#define VERSION_DATE "2026-11-22"

#endif
