// SPDX-License-Identifier: MIT
// file_push.c: what was written to files that nobody flushed or closed reaches others.
//
// Files whose buffers wait to be written are counted (files_waiting). All of them are pushed, which
// is: written out without raising, allocating, waiting or running Python code, before a path is looked at or
// opened, before something is read, before a program is started or the process sleeps, at the end,
// and within a second by a timer, whose signal only asks for attention. What can't be pushed stays
// in its buffer: the file's own next flush or write raises the error. If there is no next one, as
// the file is collected or the process ends, the loss is told on standard error, and files_lost()
// makes the exit code say so.
#include "objects/exception_ops.h"
#include "port.h"
#include "state.h"
#include "unix/file.h"
#include "unix/unix.h"
#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

static size_t waiting; // files with FILE_DIRTY
static bool lost;      // something could not be written
static struct {
    timer_t timer;
    bool made, running;
    volatile sig_atomic_t due;
} clock_;

// ---- the timer
// -----------------------------------------------------------------------------------------

static void on_timer(int number) {
    (void)number;
    clock_.due = 1;
    rt.attention = 1;
}

static bool make_timer(void) {
    struct sigaction a;
    memset(&a, 0, sizeof a);
    a.sa_handler = on_timer;
    a.sa_flags = SA_RESTART;
    sigemptyset(&a.sa_mask);
    struct sigevent event;
    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGRTMIN + 4;
    return sigaction(event.sigev_signo, &a, NULL) == 0 &&
           timer_create(CLOCK_MONOTONIC, &event, &clock_.timer) == 0;
}

void files_push_soon(void) {
    if (clock_.running) {
        return;
    }
    clock_.made = clock_.made || make_timer();
    struct itimerspec once = {{0, 0}, {0, 900000000}};
    clock_.running = clock_.made && timer_settime(clock_.timer, 0, &once, NULL) == 0;
}

void files_push_poll(void) {
    if (clock_.due) {
        clock_.due = 0;
        clock_.running = false;
        port_flush_ready();
        files_push();
        if (waiting) {
            files_push_soon();
        }
    }
}

// ---- pushing
// -------------------------------------------------------------------------------------------

void file_set_dirty(File *f) {
    assert(f->end > 0);
    if (!(f->flags & FILE_DIRTY)) {
        f->flags |= FILE_DIRTY;
        waiting++;
        files_push_soon();
    }
}

void file_set_clean(File *f) {
    if (f->flags & FILE_DIRTY) {
        assert(waiting > 0);
        f->flags &= (uint16_t)~FILE_DIRTY;
        f->pos = f->end = 0;
        waiting--;
    }
}

static void file_written(File *f, size_t n) {
    memmove(f->buffer->data, f->buffer->data + n, f->end - n);
    f->end -= n;
    if (f->end == 0) {
        file_set_clean(f);
    }
}

int file_push(File *f) {
    if (!(f->flags & FILE_DIRTY)) {
        return 0;
    }
    port_flush(); // what was printed before comes before
    size_t written;
    int error = port_write_now(f->fd, (const char *)f->buffer->data, f->end, &written);
    file_written(f, written);
    return error;
}

// A pipe may be full until this very process reads from it.
static void push_one(Value v, void *arg) {
    File *f = is_file(v) ? file_of(v) : NULL;
    if (f && f->flags & FILE_DIRTY && !file_is_closed(f)) {
        file_written(f, port_write_ready(f->fd, (const char *)f->buffer->data, f->end));
    }
}

void files_push(void) {
    if (waiting) {
        finalise_each_registered(push_one, NULL);
    }
}

// ---- loss
// ----------------------------------------------------------------------------------------------

static void say_c(const char *text) {
    port_write(2, text, strlen(text));
}

static void say(const Str *s) {
    port_write(2, s->text, s->size);
}

static void say_quoted(const char *label, Value v) {
    say_c(label);
    say_c(is_str(v) ? "'" : "...");
    if (is_str(v)) {
        say(str_of(v));
        say_c("'");
    }
}

void file_tell_loss(const File *f, int error) {
    char number[16];
    const char *text = errno_text(error);
    lost = true;
    say_c("Exception ignored while finalizing file <_io.");
    say(f->head.type->name);
    say_quoted(" name=", f->name);
    if (f->flags & FILE_TEXT) {
        say_quoted(" mode=", f->mode);
        say_quoted(" encoding=", f->encoding);
    }
    say_c(">:\n");
    say(os_error_class(error)->name);
    snprintf(number, sizeof number, "%d", error);
    say_c(": [Errno ");
    say_c(number);
    say_c("] ");
    say_c(text ? text : "Unknown error");
    say_c("\n");
}

void files_set_lost(void) {
    lost = true;
}

bool files_lost(void) {
    return lost;
}
