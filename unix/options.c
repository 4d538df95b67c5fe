// SPDX-License-Identifier: MIT
// options.c: the command line.
#include "unix/unix.h"
#include "objects/number.h"
#include <errno.h>
#include <stdlib.h>

static const char help[] =
    "usage: micropython [options] [-c command | -m module | file | -] [arguments]\n"
    "\n"
    "-c command   run this text; arguments go to sys.argv\n"
    "-m module    run a module or package found on sys.path\n"
    "-i           give the prompt when the program has ended\n"
    "-O, -ON      optimise: from 1 on, assertions are dropped and __debug__ is False\n"
    "-v           report memory use at exit; -vv shows the bytecode of all that is compiled\n"
    "-X option    heapsize=N[w][K|M]  size of the heap (default 2M; w: scaled by word size / 4)\n"
    "             compile-only        compile the program but do not run it\n"
    "             emit=bytecode       how to compile (native and viper are taken as bytecode)\n"
    "             unsafe=on|off       raw memory and foreign functions\n"
    "             trace-alloc         heap snapshots say where each cell was allocated\n"
    "             heapmap=FILE        write the heap and its history at exit: a page if FILE\n"
    "                                 ends in .html, else JSON lines; at SIGUSR1 as well\n"
    "             heapstat=FILE       write figures about the heap at exit (-: to standard error)\n"
    "             heapfail=N[w][K|M]  exit with 3 if more than that was ever in use\n"
    "             int_max_str_digits=N  the most digits of ints in decimal text (0: any)\n"
    "             profile=FILE        write which lines took the time, as speedscope reads it\n"
    "             failalloc=N[,forever]  for tests: the program's N-th allocation fails\n"
    "-h           this text;  --version  the version\n"
    "\n"
    "Without a program: the prompt, or what comes on a standard input that is no terminal.\n"
    "\n"
    "MICROPYPATH     directories of modules, separated by ':'\n"
    "                (default .frozen:~/.micropython/lib:/usr/lib/micropython)\n"
    "MICROPYINSPECT  not empty: the same as -i\n";

static void finish(Options *o, int exit_code) {
    o->done = true;
    o->exit_code = exit_code;
}

// After a text on stdout, which may be full or closed.
static void finish_shown(Options *o) {
    bool failed = fflush(stdout) != 0;
    if (failed) {
        fprintf(stderr, "micropython: can't write the output: %s\n", strerror(errno));
    }
    finish(o, failed);
}

static void bad_arguments(Options *o) {
    fputs("Invalid command line arguments. Use -h option for help.\n", stderr);
    finish(o, 1);
}

// N[w][K|M] into *bytes; N in any C base. What is beyond counting becomes SIZE_MAX.
static bool parse_size(const char *text, size_t *bytes) {
    if (*text < '0' || *text > '9') {
        return false;
    }
    char *end;
    unsigned long long n = strtoull(text, &end, 0), scale = 1;
    if (*end == 'w') {
        scale = WORD_BYTES / 4;
        end++;
    }
    if (*end == 'k' || *end == 'K' || *end == 'm' || *end == 'M') {
        scale <<= (*end | 32) == 'k' ? 10 : 20;
        end++;
    }
    if (*end) {
        return false;
    }
    *bytes = n > SIZE_MAX / scale ? SIZE_MAX : (size_t)(n * scale);
    return true;
}

// name=size, for an option of -X whose name has 8 letters.
static void parse_size_option(Options *o, const char *text, size_t *bytes) {
    if (!parse_size(text + 9, bytes)) {
        fprintf(stderr, "micropython: -X %s: not a size, which is N[w][K|M]\n", text);
        finish(o, 1);
    }
}

// N[,forever]
static bool parse_failalloc(Options *o, const char *text) {
    char *end;
    unsigned long long n = strtoull(text, &end, 10);
    o->fail_at = n < SIZE_MAX ? (size_t)n : SIZE_MAX;
    o->fail_forever = strcmp(end, ",forever") == 0;
    return n > 0 && (*end == 0 || o->fail_forever);
}

static bool parse_digits_limit(Options *o, const char *text) {
    char *end;
    unsigned long n = strtoul(text, &end, 10);
    o->digits_limit = (unsigned)n;
    return *text >= '0' && *text <= '9' && !*end && (n == 0 || n >= INT_DIGITS_LEAST) && n <= INT32_MAX;
}

// What looks at the heap: see unix/heap_watch.h. False if it is none of these.
static bool parse_heap_option(Options *o, const char *text) {
    if (strcmp(text, "trace-alloc") == 0) {
        o->trace_alloc = true;
        return true;
    }
    if (strncmp(text, "heapmap=", 8) == 0) {
        o->heap_map = text + 8;
        return true;
    }
    if (strncmp(text, "heapstat=", 9) == 0) {
        o->heap_stat = text + 9;
        return true;
    }
    if (strncmp(text, "heapfail=", 9) == 0) {
        parse_size_option(o, text, &o->heap_fail);
        return true;
    }
    return false;
}

static bool parse_x(Options *o, const char *text) {
    if (parse_heap_option(o, text)) {
        return true;
    }
    if (strcmp(text, "compile-only") == 0) {
        o->compile_only = true;
        return true;
    }
    if (strncmp(text, "heapsize=", 9) == 0) {
        parse_size_option(o, text, &o->heap_bytes);
        if (!o->done && o->heap_bytes < OPTIONS_HEAP_LEAST) {
            fprintf(stderr, "micropython: heapsize must be at least %d bytes\n", OPTIONS_HEAP_LEAST);
            finish(o, 1);
        }
        return true;
    }
    if (strncmp(text, "failalloc=", 10) == 0) {
        return parse_failalloc(o, text + 10);
    }
    if (strncmp(text, "int_max_str_digits=", 19) == 0) {
        return parse_digits_limit(o, text + 19);
    }
    if (strncmp(text, "profile=", 8) == 0) {
        o->profile = text + 8;
        return true;
    }
    if (strcmp(text, "unsafe=off") == 0 || strcmp(text, "unsafe=on") == 0) {
        o->unsafe_off = text[8] == 'f';
        return true;
    }
    return strcmp(text, "emit=bytecode") == 0 || strcmp(text, "emit=native") == 0 ||
           strcmp(text, "emit=viper") == 0 || strcmp(text, "realtime") == 0;
}

static bool parse_optimise(Options *o, const char *text) { // text after the first O
    if (*text >= '0' && *text <= '9' && !text[1]) {
        o->optimise = (unsigned)(*text - '0');
        return true;
    }
    unsigned level = 1;
    for (; *text == 'O'; text++) {
        level++;
    }
    o->optimise = level;
    return *text == 0;
}

static bool parse_verbose(Options *o, const char *text) {
    for (; *text == 'v'; text++) {
        o->verbose++;
    }
    return *text == 0;
}

// One option without the program; false if it makes no sense. *i moves over its argument.
static bool parse_option(Options *o, char **argv, int argc, int *i) {
    const char *a = argv[*i];
    if (strcmp(a, "-h") == 0 || strcmp(a, "--help") == 0) {
        fputs(help, stdout);
        finish_shown(o);
        return true;
    }
    if (strcmp(a, "--version") == 0) {
        printf("MicroPython %s on %s; linux [%s] version\n", VERSION_TEXT, VERSION_DATE,
               "C " __VERSION__);
        finish_shown(o);
        return true;
    }
    if (strcmp(a, "-i") == 0) {
        o->inspect = true;
        return true;
    }
    if (strcmp(a, "-X") == 0) {
        return ++*i < argc && parse_x(o, argv[*i]);
    }
    if (a[1] == 'O') {
        return parse_optimise(o, a + 2);
    }
    return a[1] == 'v' && parse_verbose(o, a + 1);
}

void options_parse(Options *o, int argc, char **argv) {
    memset(o, 0, sizeof *o);
    o->heap_fail = SIZE_MAX;
    o->digits_limit = INT_DIGITS_DEFAULT;
    o->heap_bytes = (WORD_BITS == 64 ? 2 : 1) << 20;
    const char *inspect = getenv("MICROPYINSPECT");
    o->inspect = inspect && *inspect;
    int i = 1;
    o->kind = RUN_STDIN;
    for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
        bool command = strcmp(argv[i], "-c") == 0;
        if (command || strcmp(argv[i], "-m") == 0) {
            o->kind = command ? RUN_COMMAND : RUN_MODULE;
            i++;
            break;
        }
        if (!parse_option(o, argv, argc, &i)) {
            bad_arguments(o);
        }
        if (o->done) {
            return;
        }
    }
    if (o->kind == RUN_STDIN && i < argc) {
        o->kind = strcmp(argv[i], "-") == 0 ? RUN_STDIN : RUN_FILE;
    }
    if (i < argc) {
        o->program = argv[i++];
    } else if (o->kind != RUN_STDIN) {
        bad_arguments(o);
        return;
    } else if (o->inspect || port_is_terminal(0)) {
        o->kind = RUN_PROMPT;
    }
    o->arguments = argv + i;
    o->nargs = (size_t)(argc - i);
}
