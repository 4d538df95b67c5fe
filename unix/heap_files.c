// SPDX-License-Identifier: MIT
// heap_files.c: the files that the heap options write: snapshots, pages, figures.
//
// A file is written under another name beside it and put in its place when it is complete. What is
// no regular file (a terminal, a pipe) is written to directly.
#include "unix/heap_watch.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Target {
    const char *path;
    char *part; // the other name; NULL: written directly
    int fd;
} Target;

static bool complain(const char *path, int error) {
    fprintf(stderr, "micropython: can't write '%s': %s\n", path, strerror(error));
    return false;
}

static bool is_regular_or_new(const char *path) {
    struct stat st;
    return stat(path, &st) != 0 || S_ISREG(st.st_mode);
}

static bool target_open(Target *t, const char *path) {
    *t = (Target){.path = path, .fd = -1};
    if (is_regular_or_new(path)) {
        size_t size = strlen(path) + 30;
        t->part = malloc(size);
        if (!t->part) {
            return complain(path, ENOMEM);
        }
        snprintf(t->part, size, "%s.%ld.part", path, (long)getpid());
    }
    t->fd = t->part && access(path, F_OK) == 0 && access(path, W_OK) != 0
                ? -1
                : open(t->part ? t->part : path,
                       O_WRONLY | O_CLOEXEC | (t->part ? O_CREAT | O_TRUNC : 0), 0666);
    if (t->fd < 0) {
        int error = errno;
        free(t->part);
        return complain(path, error);
    }
    return true;
}

static int target_write(void *target, const char *text, size_t size) {
    while (size) {
        ssize_t n = write(((Target *)target)->fd, text, size);
        if (n < 0 && errno != EINTR) {
            return errno;
        }
        text += n > 0 ? n : 0;
        size -= n > 0 ? (size_t)n : 0;
    }
    return 0;
}

// Ends the writing, in which that error came (0: none).
static bool target_close(Target *t, int error) {
    if (close(t->fd) != 0 && !error) {
        error = errno;
    }
    if (t->part && !error && rename(t->part, t->path) != 0) {
        error = errno;
    }
    if (t->part && error) {
        unlink(t->part);
    }
    free(t->part);
    return error ? complain(t->path, error) : true;
}

// ---- paths
// -----------------------------------------------------------------------------------------------

static char *absolute(const char *path) {
    char directory[PATH_MAX];
    if (*path == '/' || !getcwd(directory, sizeof directory)) {
        return strdup(path);
    }
    size_t size = strlen(directory) + strlen(path) + 2;
    char *p = malloc(size);
    if (p) {
        snprintf(p, size, "%s/%s", directory, path);
    }
    return p;
}

char *heap_file_check(const char *path) {
    if (!*path) {
        complain(path, ENOENT);
        return NULL;
    }
    Target t;
    char *whole = absolute(path);
    if (!whole || !target_open(&t, whole)) {
        free(whole);
        return NULL;
    }
    close(t.fd);
    if (t.part) {
        unlink(t.part);
    }
    free(t.part);
    return whole;
}

// "out.html" and 2: "out.2.html". malloc'd.
static char *numbered(const char *path, unsigned number) {
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path,
               *dot = strrchr(name, '.');
    size_t stem = dot && dot > name ? (size_t)(dot - path) : strlen(path), size = strlen(path) + 16;
    char *p = number ? malloc(size) : strdup(path);
    if (p && number) {
        snprintf(p, size, "%.*s.%u%s", (int)stem, path, number, path + stem);
    }
    return p;
}

static bool is_page(const char *path) {
    size_t n = strlen(path);
    return n >= 5 && strcmp(path + n - 5, ".html") == 0;
}

// ---- what is written
// -------------------------------------------------------------------------------------

// The element that tools/heapview puts into its pages, with the name of the program.
static int write_page_start(Target *t) {
    Lines l;
    const char *name = run_program_name(), *slash = strrchr(name, '/');
    int error = target_write(t, page_before, page_before_size);
    lines_init(&l, target_write, t);
    lines_raw(&l, "<script type=\"text/plain\" class=\"heap-snapshot\" data-name=\"");
    for (const char *p = slash ? slash + 1 : name; *p; p++) {
        char c[2] = {*p, 0};
        lines_raw(&l, *p == '"' || *p == '&' || *p == '<' ? "_" : c);
    }
    lines_raw(&l, "\">\n");
    return error ? error : lines_flush(&l);
}

static int write_snapshot(Target *t, bool page) {
    int error = page ? write_page_start(t) : 0;
    error = error ? error : snapshot_write(heap_watch_extra(true), target_write, t);
    if (page && !error) {
        static const char end[] = "</script>\n";
        error = target_write(t, end, sizeof end - 1);
        error = error ? error : target_write(t, page_after, page_after_size);
    }
    return error;
}

// Ctrl-C waits until the file is complete.
static void hold_interrupt(bool hold) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigprocmask(hold ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

bool heap_file_snapshot(const char *path, unsigned number) {
    Target t;
    char *name = numbered(path, number);
    if (!name) {
        return complain(path, ENOMEM);
    }
    hold_interrupt(true);
    bool done = target_open(&t, name);
    if (done) {
        done = target_close(&t, write_snapshot(&t, is_page(path)));
    }
    hold_interrupt(false);
    free(name);
    return done;
}

bool heap_file_text(const char *path, const char *text, size_t size) {
    Target t = {.fd = 2};
    if (strcmp(path, "-") == 0) {
        int error = target_write(&t, text, size);
        return error ? complain(path, error) : true;
    }
    hold_interrupt(true);
    bool done = target_open(&t, path) && target_close(&t, target_write(&t, text, size));
    hold_interrupt(false);
    return done;
}
