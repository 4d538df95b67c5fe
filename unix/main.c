// SPDX-License-Identifier: MIT
// main.c: start and end of the executable: memory, state, program, prompt, exit reports.
#include "heap/report.h"
#include "modules/output.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "text/codec.h"
#include "unix/file.h"
#include "unix/heap_watch.h"
#include "unix/profile.h"
#include "unix/unix.h"
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

extern char **environ;

// Words of the value stack. The memory is only taken when it is used.
#define STACK_WORDS ((size_t)(WORD_BITS == 64 ? 4 << 20 : 1 << 20))
enum { EXIT_LOST = 120 }; // what was written could not be; as CPython
#define C_STACK_MOST ((size_t)8 << 20)

// Where the heap goes if that is free, so that id() gives the same numbers in each run: far from
// where programs, libraries and the memory of the sanitizers are.
#define HEAP_ADDRESS ((uintptr_t)(WORD_BITS == 64 ? 1ull << 45 : 1u << 29))

static void *map_memory(size_t bytes, uintptr_t where) {
    void *p = mmap((void *)where, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

// More than the machine has is refused at once, as its block maps alone could exhaust it.
static bool is_more_than_there_is(size_t bytes) {
    long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
    return bytes > PTRDIFF_MAX || (pages > 0 && size > 0 && bytes / (size_t)size > (size_t)pages);
}

// Bytes between this frame and the end of the stack's arguments and environment.
static size_t bytes_above(const char *here) {
    const char *top = here;
    for (char **e = environ; e && *e; e++) {
        const char *end = *e + strlen(*e);
        top = end > top && (size_t)(end - here) < C_STACK_MOST ? end : top;
    }
    return (size_t)(top - here);
}

// C stack that may be used, with a reserve for what runs after the check.
static size_t c_stack_bytes(const char *here) {
    struct rlimit limit;
    size_t bytes = C_STACK_MOST;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur < C_STACK_MOST) {
        bytes = (size_t)limit.rlim_cur;
    }
    size_t above = bytes_above(here), reserve = bytes / 4 < (256 << 10) ? bytes / 4 : 256 << 10;
    return above + reserve < bytes ? bytes - above - reserve : bytes / 8;
}

// Standard signals whose system call is to fail instead. Not SIG_IGN, which programs that are started would
// inherit.
static void take_signal(int number) {
    (void)number;
}

static void signals_to_errors(void) {
    signal(SIGPIPE, take_signal); // EPIPE
    signal(SIGXFSZ, take_signal); // EFBIG
}

static int complain(const char *what, size_t bytes) {
    fprintf(stderr, "micropython: %s (%zu bytes)\n", what, bytes);
    return 1;
}

// sys.atexit's callback. Its exit code matters only if the program's is 0.
static void call_exit_callback(void *arg) {
    Value f = rt.roots.exit_callback;
    rt.roots.exit_callback = ABSENT;
    if (is_present(f) && !is_none(f)) {
        op_call_0(f);
    }
}

// The standard ones without a look-up of their method, for which a full heap has no memory.
static void flush(Value stream) {
    if (is_absent(stream) || is_none(stream)) {
        return;
    }
    if (is_file(stream) && file_of(stream)->flags & FILE_STANDARD) {
        file_flush(file_of(stream));
    } else {
        stream_flush(stream);
    }
}

// At the end an error is told and no more raised; once, as the text stays.
static void flush_last(Value stream, const char *name) {
    static bool told;
    Catch c;
    if (TRY(c)) {
        flush(stream);
        catch_leave(&c);
    } else if (!told) {
        told = true;
        files_set_lost();
        fprintf(stderr, "Exception ignored on flushing %s:\n", name);
        exception_print(c.exception, port_text, (void *)2);
    }
}

static void flush_streams(void *arg) {
    flush_last(rt.roots.standard_out, "sys.stdout");
    flush_last(rt.roots.standard_err, "sys.stderr");
}

// The last collection and what runs because of it: finalisers, callbacks, files are closed.
static void run_finish(void *arg) {
    state_finish();
}

static void report_at_exit(void *arg) {
    report_memory(&(Report){.write = port_text, .arg = (void *)1});
}

static int finish(const Options *o, int code) {
    int last = run_guarded(call_exit_callback, NULL);
    code = code ? code : last;
    last = run_guarded(flush_streams, NULL);
    code = code ? code : last;
    if (o->verbose) { // like the page of heapmap: the heap as the program left it
        run_guarded(report_at_exit, NULL);
    }
    code = heap_watch_finish(code);
    last = run_guarded(run_finish, NULL);
    code = code ? code : last;
    last = run_guarded(flush_streams, NULL);
    code = code ? code : last;
    code = profile_finish(code);
    files_close_all();
    int error = port_flush();
    if (error && !files_lost()) { // sys.stdout is another stream
        fprintf(stderr, "micropython: can't write the output: %s\n", strerror(error));
        files_set_lost();
    }
    return files_lost() ? EXIT_LOST : code;
}

typedef struct Setup {
    const Options *options;
    bool done;
} Setup;

static Value argument(const char *text) {
    return codec_decode((const uint8_t *)text, strlen(text), NULL, N_surrogateescape);
}

static void add_path(List *path, const char *from, size_t size) {
    const char *home = getenv("HOME");
    if (size >= 2 && from[0] == '~' && from[1] == '/') {
        StrBuilder b;
        builder_init(&b, size + 32);
        builder_add_c(&b, home ? home : "");
        builder_add(&b, from + 1, size - 1);
        from = b.str->text;
        size = b.size;
    }
    list_append(path, codec_decode((const uint8_t *)from, size, NULL, N_surrogateescape));
}

// sys.path: '' (to be replaced by the script's directory), then MICROPYPATH.
static void set_path(void) {
    List *path = list_of(rt.roots.path);
    const char *text = getenv("MICROPYPATH");
    text = text ? text : ".frozen:~/.micropython/lib:/usr/lib/micropython";
    list_append(path, str_value(N__empty));
    if (*text == ':') {
        text++;
    }
    while (*text) {
        size_t n = strcspn(text, ":");
        add_path(path, text, n);
        text += n + (text[n] == ':');
    }
}

static void set_arguments(const Options *o) {
    List *argv = list_of(rt.roots.argv);
    if (o->kind == RUN_COMMAND) {
        list_append(argv, str_from_c("-c"));
    } else if (o->kind == RUN_MODULE || o->kind == RUN_FILE) {
        list_append(argv, argument(o->program));
    }
    for (size_t i = 0; i < o->nargs; i++) {
        list_append(argv, argument(o->arguments[i]));
    }
}

static void set_up(void *arg) {
    Setup *s = arg;
    rt.optimise = (uint8_t)s->options->optimise;
    rt.unsafe_off = s->options->unsafe_off;
    rt.digits_limit = s->options->digits_limit;
    modules_init();
    set_path();
    set_arguments(s->options);
    s->done = true;
}

static bool set_up_quietly(Setup *s) {
    Catch c;
    if (TRY(c)) {
        set_up(s);
        catch_leave(&c);
    }
    return s->done;
}

NOINLINE static int run(const Options *o, char *base) {
    StateMemory m = {.heap_bytes = o->heap_bytes, .stack_words = STACK_WORDS, .c_stack_base = base,
                     .c_stack_bytes = c_stack_bytes(base)};
    m.heap = is_more_than_there_is(m.heap_bytes) ? NULL : map_memory(m.heap_bytes, HEAP_ADDRESS);
    m.stack = map_memory(m.stack_words * sizeof(Value), 0);
    if (!m.heap || !m.stack) {
        return complain("there is not so much memory for the heap", m.heap_bytes);
    }
    Setup s = {o, false};
    if (!state_init(&m) || !set_up_quietly(&s)) {
        return complain("the heap is too small to start", m.heap_bytes);
    }
    run_set_program(o);
    run_set_verbose(o->verbose, o->compile_only);
    if (!heap_watch_start(o) || !profile_start(o)) {
        return 1;
    }
    if (o->fail_at) {
        heap_fail_after(o->fail_at, o->fail_forever);
    }
    int code = o->kind == RUN_PROMPT ? 0 : run_program(o);
    if (o->kind == RUN_PROMPT || o->inspect) {
        code = prompt_run();
    }
    return finish(o, code);
}

// A standard output or error that the caller closed becomes /dev/null, lest a file gets its number and with
// it what is printed.
static void open_standard_outputs(void) {
    for (int fd = 1; fd <= 2; fd++) {
        int null = fcntl(fd, F_GETFD) < 0 ? open("/dev/null", O_WRONLY) : fd;
        if (null >= 0 && null != fd) {
            dup2(null, fd);
            close(null);
        }
    }
}

int main(int argc, char **argv) {
    Options o;
    options_parse(&o, argc, argv);
    if (o.done) {
        return o.exit_code;
    }
    signals_to_errors();
    open_standard_outputs();
    return run(&o, __builtin_frame_address(0));
}
