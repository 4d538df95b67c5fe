// SPDX-License-Identifier: MIT
// port.c: the functions of core/port.h on POSIX: output, clocks, Ctrl-C, source files.
//
// Standard output is gathered in `out` and written when it is full, before anything else is written
// or read at the terminal, and at exit; on a terminal after each newline too. The signal handler
// does nothing but call interrupt_set().
#include "port.h"
#include "text/codec.h"
#include "unix/file.h"
#include "unix/heap_watch.h"
#include "unix/profile.h"
#include "unix/unix.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static struct {
    char data[4096];
    size_t size;
    bool failed;          // the last flush did: the next write tries again at once
    signed char terminal; // -1: not yet asked
} out = {.terminal = -1};

// ---- output -----------------------------------------------------------------------------------------

int port_write_now(int fd, const char *data, size_t size, size_t *written) {
    *written = 0;
    while (*written < size) {
        ssize_t n = write(fd, data + *written, size - *written);
        if (n >= 0) {
            *written += (size_t)n;
        } else if (errno == EAGAIN) {
            struct pollfd p = {fd, POLLOUT, 0};
            poll(&p, 1, 100);
        } else if (errno != EINTR) {
            return errno;
        }
        if (n < 0 && rt.interrupt) {
            return EINTR;
        }
    }
    return 0;
}

size_t port_write_ready(int fd, const char *data, size_t size) {
    size_t done = 0;
    struct pollfd p = {fd, POLLOUT, 0};
    while (done < size && poll(&p, 1, 0) > 0 && p.revents & POLLOUT) {
        size_t step = size - done < PIPE_BUF ? size - done : PIPE_BUF; // a pipe takes so much at once
        ssize_t n = write(fd, data + done, step);
        if (n <= 0) {
            break;
        }
        done += (size_t)n;
    }
    return done;
}

static void take_out(size_t written) {
    memmove(out.data, out.data + written, out.size - written);
    out.size -= written;
}

void port_drop(void) {
    out.size = 0;
}

void port_flush_ready(void) {
    take_out(port_write_ready(1, out.data, out.size));
    if (out.size) {
        files_push_soon();
    }
}

int port_flush(void) {
    size_t written;
    int error = port_write_now(1, out.data, out.size, &written);
    out.failed = error && error != EINTR;
    take_out(written);
    return error;
}

void port_flush_all(void) {
    port_flush();
    files_push();
}

// Flushes before something that must come after it; an error stays for the next write to find.
static void flush_before(int fd) {
    if (fd != 1) {
        port_flush();
    }
}

static int write_out(const char *data, size_t size) {
    if (out.terminal < 0) {
        out.terminal = (signed char)isatty(1);
    }
    bool now = out.failed || (out.terminal && memchr(data, '\n', size));
    while (size) {
        size_t room = sizeof out.data - out.size, n = size < room ? size : room;
        memcpy(out.data + out.size, data, n);
        out.size += n;
        data += n;
        size -= n;
        int error = room == n ? port_flush() : 0;
        if (error == EINTR) {
            poll_pending();
        } else if (error) {
            return error;
        }
    }
    files_push_soon();
    int error = now ? port_flush() : 0;
    return error == EINTR ? 0 : error; // Ctrl-C is raised by the next instruction
}

int port_write(int fd, const char *data, size_t size) {
    if (fd == 1) {
        return write_out(data, size);
    }
    flush_before(fd);
    size_t written;
    int error;
    do {
        error = port_write_now(fd, data, size, &written);
        data += written;
        size -= written;
    } while (error == EINTR && written);
    return error == EINTR ? 0 : error;
}

int port_write_all(int fd, const void *data, size_t size) {
    const char *p = data;
    if (fd == 1) {
        return port_write(fd, data, size);
    }
    flush_before(fd);
    for (;;) {
        size_t written;
        int error = port_write_now(fd, p, size, &written);
        if (error != EINTR) {
            return error;
        }
        p += written;
        size -= written;
        poll_pending();
    }
}

void port_text(void *arg, const char *text, size_t size) {
    port_write((int)(intptr_t)arg, text, size);
}

bool port_is_terminal(int fd) {
    return isatty(fd);
}

// A terminal that is not known to be too simple, whose user has not said no (no-color.org).
bool port_has_colour(void) {
    const char *no = getenv("NO_COLOR"), *kind = getenv("TERM");
    return isatty(1) && !(no && *no) && kind && *kind && strcmp(kind, "dumb") != 0;
}

intptr_t port_read(int fd, void *data, size_t size) {
    port_flush_all();
    for (;;) {
        poll_pending();
        ssize_t n = read(fd, data, size);
        if (n > 0) {
            return n;
        }
        if (n == 0) {
            poll_pending(); // the end of the input does not hide a Ctrl-C
            return 0;
        }
        if (errno != EINTR) {
            return -errno;
        }
    }
}

// ---- Ctrl-C -------------------------------------------------------------------------------------------

static void on_interrupt(int number) {
    (void)number;
    if (!rt.interrupt_off) {
        interrupt_set();
    }
}

// No SA_RESTART: a blocking call returns, so that poll_pending() can raise.
void port_interrupt_on(void) {
    struct sigaction a;
    rt.interrupt_off = false;
    memset(&a, 0, sizeof a);
    a.sa_handler = on_interrupt;
    sigemptyset(&a.sa_mask);
    sigaction(SIGINT, &a, NULL);
}

void port_interrupt_off(void) {
    signal(SIGINT, SIG_DFL);
}

void port_poll(void) {
    heap_watch_poll();
    profile_poll();
    files_push_poll();
}

void port_moved(void) {
    profile_poll();
}

// ---- time -----------------------------------------------------------------------------------------------

static uint64_t clock_ns(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

uint64_t port_ticks_us(void) {
    return clock_ns(CLOCK_MONOTONIC) / 1000;
}

uint64_t port_ticks_ns(void) {
    return clock_ns(CLOCK_MONOTONIC);
}

uint64_t port_cpu_ns(void) {
    return clock_ns(CLOCK_PROCESS_CPUTIME_ID);
}

int64_t port_time_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

void port_sleep_us(uint64_t us) {
    port_flush_all();
    struct timespec t = {(time_t)(us / 1000000), (long)(us % 1000000) * 1000};
    nanosleep(&t, NULL); // ends early at a signal
}

int32_t port_utc_offset(int64_t seconds, bool *daylight, char name[8]) {
    time_t t = (time_t)seconds;
    struct tm tm;
    memset(&tm, 0, sizeof tm);
    if (t != seconds || !localtime_r(&t, &tm)) {
        return 0;
    }
    *daylight = tm.tm_isdst > 0;
    strftime(name, 8, "%Z", &tm);
    int64_t hours = (int64_t)tm.tm_hour * 3600 + tm.tm_min * 60 + tm.tm_sec;
    struct tm utc;
    gmtime_r(&t, &utc);
    int64_t utc_hours = (int64_t)utc.tm_hour * 3600 + utc.tm_min * 60 + utc.tm_sec;
    int days = tm.tm_yday - utc.tm_yday;
    days = days > 1 ? -1 : days < -1 ? 1 : days; // across new year
    return (int32_t)(hours - utc_hours + days * 86400);
}

uint64_t port_entropy(void) {
    uint64_t bits = 0;
    int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    if (fd >= 0) {
        if (read(fd, &bits, sizeof bits) != (ssize_t)sizeof bits) {
            bits = 0;
        }
        close(fd);
    }
    return bits ? bits : clock_ns(CLOCK_REALTIME) ^ (uint64_t)getpid() << 32;
}

// ---- source files -----------------------------------------------------------------------------------------
// The handle of a source is its descriptor plus one.

void *port_open_source(const char *path, int *error_number) {
    files_push(); // a module that was just written
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    if (fd < 0 || fstat(fd, &st) != 0) {
        *error_number = errno;
        return NULL;
    }
    if (S_ISDIR(st.st_mode)) {
        close(fd);
        *error_number = EISDIR;
        return NULL;
    }
    return (void *)((intptr_t)fd + 1);
}

intptr_t port_read_source(void *handle, char *buffer, size_t size) {
    return port_read((int)((intptr_t)handle - 1), buffer, size);
}

void port_close_source(void *handle) {
    int fd = (int)((intptr_t)handle - 1);
    if (fd > 2) {
        close(fd);
    }
}

int port_path_kind(const char *path) {
    files_push();
    struct stat st;
    if (stat(*path ? path : ".", &st) != 0) {
        return 0;
    }
    return S_ISDIR(st.st_mode) ? 2 : 1;
}

// ---- about the machine -----------------------------------------------------------------------------

const char *port_platform(void) {
    return "linux";
}

const char *port_machine(void) {
    return "linux [C " __VERSION__ "] version";
}

Value port_executable(void) {
    char path[1024];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    return n > 0 && n < (ssize_t)sizeof path ? codec_decode((uint8_t *)path, (size_t)n, NULL, N_surrogateescape)
                                             : NONE;
}

void port_fatal(const char *message) {
    port_flush();
    fprintf(stderr, "fatal: %s\n", message);
    abort();
}
