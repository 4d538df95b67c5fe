// SPDX-License-Identifier: MIT
// prompt.c: the interactive prompt: reads statements, runs them, shows values and errors.
//
// A statement is gathered line by line until it is complete. Ctrl-C gives a new prompt, the end of
// the input (Ctrl-D) or SystemExit ends it. The line being read lives outside the heap.
#include "compile/compile.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "port.h"
#include "text/buffer.h"
#include "unix/heap_watch.h"
#include "unix/unix.h"
#include "vm/vm.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct Input {
    char *text;
    size_t size, room;
} Input;

typedef enum { LINE_READ, LINE_END, LINE_INTERRUPT, LINE_FAILED } LineResult; // FAILED: see errno

static bool input_add(Input *in, char c) {
    if (in->size + 2 > in->room) {
        size_t room = in->room ? in->room * 2 : 256;
        char *p = realloc(in->text, room);
        if (!p) {
            return false;
        }
        in->text = p;
        in->room = room;
    }
    in->text[in->size++] = c;
    in->text[in->size] = 0;
    return true;
}

// Adds one line with its newline. One byte per read, so that what follows is left for the program.
static LineResult read_line(Input *in) {
    for (size_t start = in->size;;) {
        char c;
        ssize_t n = read(0, &c, 1);
        if (n < 0 && errno == EINTR && rt.interrupt) {
            return LINE_INTERRUPT;
        }
        if (n < 0 && errno == EINTR) {
            heap_watch_poll();
            continue;
        }
        if (n < 0 && errno != EIO) { // EIO: the terminal is gone
            return LINE_FAILED;
        }
        if (n <= 0) {
            return in->size > start ? LINE_READ : LINE_END;
        }
        if (!input_add(in, c) || c == '\n') {
            return LINE_READ;
        }
    }
}

static void show_prompt(void *arg) {
    Value prompt = *(bool *)arg ? rt.roots.ps2 : rt.roots.ps1;
    const Str *s = str_of(unbox(op_str(prompt)));
    port_write(1, s->text, s->size);
    port_flush_all();
}

static void run_input(void *arg) {
    const Input *in = arg;
    Reader r;
    reader_from_text(&r, bytes_new(in->text, in->size));
    Value code = compile_source(&r, str_value(N__stdin), PARSE_SINGLE, 0);
    code_run(code, module_dict(rt.roots.main_module), ABSENT);
}

static bool is_blank(const Input *in) {
    return strspn(in->text ? in->text : "", " \t\r\n") == in->size;
}

static LineResult read_statement(Input *in) {
    bool more = false;
    in->size = 0;
    do {
        run_guarded(show_prompt, &more);
        interrupt_clear();
        port_interrupt_on();
        LineResult r = read_line(in);
        port_interrupt_off();
        if (r != LINE_READ) {
            bool complete = r == LINE_END && more;
            return complete ? LINE_READ : r;
        }
        bool ended = in->size > 0 && in->text[in->size - 1] == '\n'; // of the last line
        more = parser_needs_more(in->text, in->size - ended);
    } while (more);
    return LINE_READ;
}

static void banner(void) {
    printf("MicroPython %s on %s; a small Python for large and small machines\n"
           "Type \"help()\" for more information.\n",
           VERSION_TEXT, VERSION_DATE);
    fflush(stdout);
}

static int cannot_read(int error) {
    port_flush();
    fprintf(stderr, "micropython: can't read the input: %s\n", strerror(error));
    return 1;
}

int prompt_run(void) {
    Input in = {NULL, 0, 0};
    int code = 0;
    port_flush();
    banner();
    for (;;) {
        rt.heap.lock_depth = 0;
        LineResult r = read_statement(&in);
        if (r == LINE_END || r == LINE_FAILED) {
            int error = errno;
            port_write(1, "\n", 1);
            code = r == LINE_FAILED ? cannot_read(error) : 0;
            break;
        }
        if (r == LINE_INTERRUPT) {
            interrupt_clear();
            port_write(1, "\n", 1);
            continue;
        }
        code = is_blank(&in) ? 0 : run_guarded(run_input, &in);
        if (!is_blank(&in) && run_exited()) {
            break;
        }
    }
    free(in.text);
    return code;
}
