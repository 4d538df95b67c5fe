// SPDX-License-Identifier: MIT
// file_buffer.c: buffered reading, writing and positions of a file object.
#include "error.h"
#include "modules/io.h"
#include "port.h"
#include "state.h"
#include "text/buffer.h"
#include "text/codec.h"
#include "unix/file.h"
#include "unix/unix.h"
#include <errno.h>
#include <unistd.h>

#define BUFFER_SMALL 256  // in heaps below 64 KiB
#define BUFFER_LARGE 4096

static const Type buffer_type = {
    .head = {&type_type}, .name = N__file_buffer, .flags = TYPE_TRACE_NONE | TYPE_FINAL,
    .payload = sizeof(FileBuffer), .letter = 'h', .solid = &buffer_type,
};

static _Noreturn void raise_errno(int error) {
    raise_os_error(error, ABSENT);
}

bool file_is_closed(const File *f) {
    return f->fd < 0 || (is_present(f->raw) && file_of(f->raw)->fd < 0);
}

File *file_check(Value self, unsigned access, const char *doing) {
    File *f = file_of(self);
    if (file_is_closed(f)) {
        bool text = f->flags & FILE_TEXT;
        raise_value_error("%s closed file%s", text || !doing ? "I/O operation on" : doing,
                          text && doing ? "." : "");
    }
    if (access & ~f->flags) {
        bool reading = access == FILE_READ;
        raise_unsupported(f->flags & FILE_TEXT ? (reading ? "not readable" : "not writable")
                                               : (reading ? "read" : "write"));
    }
    if (access & FILE_READ && f->flags & FILE_DIRTY) {
        file_flush(f); // the buffer serves one direction at a time
    }
    return f;
}

// Room for `size` bytes; keeps what is in the buffer.
static void make_room(File *f, size_t size) {
    if (f->room >= size) {
        return;
    }
    FileBuffer *b = heap_alloc_raw(&buffer_type, size_add(sizeof *b, size));
    if (f->buffer) {
        memcpy(b->data, f->buffer->data, f->end);
    }
    f->buffer = b;
    f->room = heap_cell_size(b) - sizeof *b;
}

static void make_buffer(File *f) {
    if (!f->buffer) {
        make_room(f, (heap_total_bytes() < 65536 ? BUFFER_SMALL : BUFFER_LARGE) - sizeof(FileBuffer));
    }
}

// ---- writing --------------------------------------------------------------------------------------

void file_flush(File *f) {
    if (f->flags & FILE_STANDARD && f->fd == 1) {
        int error = port_flush();
        if (error && error != EINTR) {
            raise_errno(error);
        }
        poll_pending();
    }
    while (f->flags & FILE_DIRTY) {
        int error = file_push(f);
        if (error && error != EINTR) {
            raise_errno(error);
        }
        poll_pending();
    }
}

void file_drop_buffer(File *f) {
    file_flush(f);
    if (f->pos < f->end && !(f->flags & FILE_DECODED)) {
        lseek(f->fd, -(off_t)(f->end - f->pos), SEEK_CUR); // nothing to go back to in a pipe
    }
    f->pos = f->end = 0;
    f->flags &= (uint16_t)~(FILE_SKIP_LF | FILE_DECODED);
}

static void write_now(File *f, const void *data, size_t size) {
    int error = f->flags & FILE_STANDARD ? port_write(f->fd, data, size) : port_write_all(f->fd, data, size);
    if (error) {
        raise_errno(error);
    }
}

void file_write_bytes(File *f, const void *data, size_t size) {
    if (f->flags & (FILE_STANDARD | FILE_UNBUFFERED)) {
        write_now(f, data, size);
        return;
    }
    if (!(f->flags & FILE_DIRTY)) {
        file_drop_buffer(f);
        make_buffer(f);
    }
    if (size > f->room - f->end) {
        file_flush(f);
    }
    if (size > f->room - f->end) { // too large, or user code ran and used the file
        write_now(f, data, size);
        return;
    }
    memcpy(f->buffer->data + f->end, data, size);
    f->end += size;
    if (f->end) {
        file_set_dirty(f);
    }
    if (f->flags & FILE_LINES && memchr(data, '\n', size)) {
        file_flush(f);
    }
}

// ---- reading -----------------------------------------------------------------------------------------

bool file_fill(File *f) {
    file_flush(f);
    make_buffer(f);
    if (f->pos) {
        memmove(f->buffer->data, f->buffer->data + f->pos, f->end - f->pos);
        f->end -= f->pos;
        f->pos = 0;
    }
    if (f->end == f->room) {
        make_room(f, size_mul(f->room, 2));
    }
    // A read may run user code (signals), which may use the file: the bytes go behind what is then there.
    FileBuffer *b = f->buffer;
    size_t at = f->end;
    intptr_t n = port_read(f->fd, b->data + at, f->room - at);
    if (n < 0) {
        raise_errno((int)-n);
    }
    if (f->buffer == b && f->end == at) {
        f->end += (size_t)n;
    }
    return n > 0;
}

// Reads the rest of the file and converts it to UTF-8.
static bool decode_rest(File *f) {
    if (f->flags & FILE_DECODED) {
        return false;
    }
    while (file_fill(f)) {
    }
    if (f->pos == f->end) {
        return false;
    }
    FileBuffer *b = f->buffer;
    Value text = codec_decode(b->data + f->pos, f->end - f->pos, str_of(f->encoding), str_of(f->errors));
    const Str *s = str_of(text);
    f->pos = f->end = 0;
    make_room(f, s->size);
    memcpy(f->buffer->data, s->text, s->size);
    f->end = s->size;
    f->flags |= FILE_DECODED;
    return s->size > 0;
}

bool file_fill_text(File *f) {
    return f->flags & FILE_UTF8 ? file_fill(f) : decode_rest(f);
}

// ---- positions ------------------------------------------------------------------------------------------

int64_t file_tell(File *f) {
    off_t at = lseek(f->fd, 0, SEEK_CUR);
    if (at < 0) {
        raise_errno(errno);
    }
    size_t held = f->end - f->pos;
    return f->flags & FILE_DIRTY ? at + (int64_t)held : f->flags & FILE_DECODED ? at : at - (int64_t)held;
}

int64_t file_seek(File *f, int64_t offset, int whence) {
    file_drop_buffer(f);
    off_t at = lseek(f->fd, (off_t)offset, whence);
    if (at < 0) {
        raise_errno(errno);
    }
    return at;
}

File *file_twin(File *f) {
    File *other = is_present(f->raw) ? file_of(f->raw) : NULL;
    return other && same(other->raw, cell_value(f)) ? other : NULL;
}

// Forgets what could not be written. 0 or an errno value.
static int let_go(File *f) {
    int fd = f->fd;
    if (same(rt.roots.port_out, cell_value(f))) {
        rt.roots.port_out = ABSENT; // print() finds it closed
        port_drop();
    }
    file_set_clean(f);
    f->fd = -1;
    f->buffer = NULL;
    f->pos = f->end = f->room = 0;
    return fd >= 0 && f->flags & FILE_OWNED && close(fd) != 0 && errno != EINTR ? errno : 0;
}

// Bytes given to .buffer come before the text that waits above it, as nothing tells which was first.
static void each_of_twins(File *f, void (*each)(File *f)) {
    File *twin = file_twin(f);
    bool above = f->flags & FILE_TEXT;
    if (twin && above) {
        each(twin);
    }
    each(f);
    if (twin && !above) {
        each(twin);
    }
}

static void push(File *f) {
    file_push(f);
}

// The descriptor is closed whatever happens before.
void file_close(File *f) {
    if (f->fd < 0) {
        return;
    }
    Catch c;
    volatile bool failed = true;
    if (TRY(c)) {
        each_of_twins(f, file_flush);
        catch_leave(&c);
        failed = false;
    } else {
        each_of_twins(f, push); // it was Ctrl-C perhaps
    }
    File *twin = file_twin(f);
    int first = twin ? let_go(twin) : 0, last = let_go(f);
    if (failed) {
        raise_again(c.exception);
    }
    if (first || last) {
        raise_errno(first ? first : last);
    }
}
