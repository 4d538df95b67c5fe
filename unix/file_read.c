// SPDX-License-Identifier: MIT
// file_read.c: the methods of file objects.
//
// Text is taken from the buffer piece by piece up to the next line end, whose translation happens
// on the way; a character that is cut off at the end of the buffer waits for the rest of it.
#include "error.h"
#include "modules/io.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "state.h"
#include "text/buffer.h"
#include "text/codec.h"
#include "text/format.h"
#include "unix/file.h"
#include "unix/unix.h"
#include <assert.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

// ---- binary ------------------------------------------------------------------------------------------

// Bytes to be expected until the end of a regular file, for a builder's first size.
static size_t rest_of_file(const File *f, size_t most) {
    struct stat st;
    off_t at = lseek(f->fd, 0, SEEK_CUR);
    size_t rest = 256;
    if (at >= 0 && fstat(f->fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > at) {
        rest = (size_t)(st.st_size - at) + (f->end - f->pos);
    }
    return rest < most ? rest : most;
}

static size_t take_bytes(File *f, StrBuilder *b, size_t most) {
    size_t n = f->end - f->pos < most ? f->end - f->pos : most;
    builder_add(b, (const char *)f->buffer->data + f->pos, n);
    f->pos += n;
    return n;
}

static Value read_bytes(File *f, size_t most) {
    StrBuilder b;
    builder_init(&b, rest_of_file(f, most));
    file_flush(f);
    while (most && (f->pos < f->end || file_fill(f))) {
        most -= take_bytes(f, &b, most);
    }
    return builder_finish_bytes(&b);
}

static Value binary_read(size_t n, const Value *args) {
    File *f = file_check(args[0], FILE_READ, "read of");
    size_t most = io_size_arg(n, args, 1);
    if (most == SIZE_MAX && n > 1 && !is_none(args[1]) && to_intptr(args[1]) < -1 &&
        !(f->flags & FILE_UNBUFFERED)) {
        raise_value_error("read length must be non-negative or -1");
    }
    return read_bytes(f, most);
}

static Value binary_readall(Value self) {
    return read_bytes(file_check(self, FILE_READ, "read of"), SIZE_MAX);
}

// What is there already, or else what one read gives.
static Value binary_read1(size_t n, const Value *args) {
    File *f = file_check(args[0], FILE_READ, "read of");
    size_t most = io_size_arg(n, args, 1);
    StrBuilder b;
    builder_init(&b, 64);
    if (f->pos < f->end || file_fill(f)) {
        take_bytes(f, &b, most);
    }
    return builder_finish_bytes(&b);
}

static Value binary_peek(size_t n, const Value *args) {
    File *f = file_check(args[0], FILE_READ, "peek of");
    if (f->pos == f->end) {
        file_fill(f);
    }
    FileBuffer *held = f->buffer;
    return bytes_new(held ? (const void *)(held->data + f->pos) : "", f->end - f->pos);
}

// readinto(buffer[, size]): the count read.
static Value file_readinto(size_t n, const Value *args) {
    File *f = file_check(args[0], FILE_READ, "readinto of");
    size_t most = io_size_arg(n, args, 2), done = 0;
    Buffer target;
    buffer_get(args[1], &target, BUFFER_WRITE);
    most = target.size < most ? target.size : most;
    while (done < most && (f->pos < f->end || file_fill(f))) {
        buffer_get(args[1], &target, BUFFER_WRITE); // user code may have run
        most = target.size < most ? target.size : most;
        size_t step = f->end - f->pos;
        step = done >= most ? 0 : step < most - done ? step : most - done;
        memcpy(target.data + done, f->buffer->data + f->pos, step);
        f->pos += step;
        done += step;
    }
    return int_from((intptr_t)done);
}

static Value binary_line(File *f, size_t most) {
    StrBuilder b;
    builder_init(&b, 80);
    while (most && (f->pos < f->end || file_fill(f))) {
        const uint8_t *from = f->buffer->data + f->pos;
        size_t n = f->end - f->pos < most ? f->end - f->pos : most;
        const uint8_t *end = memchr(from, '\n', n);
        most -= take_bytes(f, &b, end ? (size_t)(end - from) + 1 : n);
        if (end) {
            break;
        }
    }
    return builder_finish_bytes(&b);
}

static Value binary_readline(size_t n, const Value *args) {
    return binary_line(file_check(args[0], FILE_READ, "readline of"), io_size_arg(n, args, 1));
}

static Value binary_write(Value self, Value v) {
    File *f = file_check(self, FILE_WRITE, "write to");
    if (is_str(unbox(v))) {
        raise_type_error("a bytes-like object is required, not 'str'");
    }
    Buffer b;
    buffer_get(v, &b, BUFFER_READ);
    file_write_bytes(f, b.data, b.size);
    return int_from((intptr_t)b.size);
}

// ---- text -----------------------------------------------------------------------------------------------

// Bytes of data[0, n) without a character that is cut off at the end.
static size_t whole_characters(const uint8_t *data, size_t n) {
    for (size_t back = 1; back <= 3 && back <= n; back++) {
        uint8_t c = data[n - back];
        if (c >= 0xc0) {
            size_t need = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
            return need > back ? n - back : n;
        }
        if (c < 0x80) {
            break;
        }
    }
    return n;
}

// Bytes that the first *chars characters of data[0, n) take; *chars becomes how many are left to take.
static size_t limit_characters(const uint8_t *data, size_t n, size_t *chars) {
    if (*chars == SIZE_MAX) {
        return n;
    }
    size_t i = 0;
    while (i < n && (*chars || (data[i] & 0xc0) == 0x80)) {
        poll_interrupt();
        *chars -= (data[i++] & 0xc0) != 0x80;
    }
    return i;
}

// Where the first line end in data[0, n) is, or n.
static size_t find_line_end(const File *f, const uint8_t *data, size_t n) {
    const uint8_t *lf = f->newline == NEWLINE_CR ? NULL : memchr(data, '\n', n);
    size_t end = lf ? (size_t)(lf - data) : n;
    if (f->newline == NEWLINE_TRANSLATE || f->newline == NEWLINE_ANY || f->newline == NEWLINE_CR) {
        const uint8_t *cr = memchr(data, '\r', end);
        end = cr ? (size_t)(cr - data) : end;
    }
    return end;
}

// Text waits in the buffer: returns the bytes of it that may be taken, 0 at the end of the file.
static size_t text_ready(File *f) {
    for (;;) {
        size_t n = f->end - f->pos;
        if (n && f->flags & FILE_SKIP_LF) {
            bool lf = f->buffer->data[f->pos] == '\n';
            f->flags &= (uint16_t)~FILE_SKIP_LF;
            f->line_ends |= lf ? SEEN_CRLF : SEEN_CR;
            if (lf) {
                f->pos++;
                continue;
            }
        }
        size_t whole = n ? whole_characters(f->buffer->data + f->pos, n) : 0;
        if (whole || f->flags & FILE_DECODED) {
            return whole;
        }
        if (!file_fill_text(f)) {
            f->line_ends |= f->flags & FILE_SKIP_LF ? SEEN_CR : 0;
            return f->end - f->pos;
        }
    }
}

// Takes the line end at the front of the buffer. True if it ends a line.
static bool take_line_end(File *f, StrBuilder *b) {
    uint8_t c = f->buffer->data[f->pos++];
    unsigned seen = c == '\n' ? SEEN_LF : 0;
    if (c == '\r' && f->newline == NEWLINE_TRANSLATE) { // what it is will be seen from what follows
        f->flags |= FILE_SKIP_LF;
        c = '\n';
    }
    builder_add_byte(b, c);
    if (c == '\r' && f->newline == NEWLINE_ANY) {
        bool lf = text_ready(f) && f->buffer->data[f->pos] == '\n';
        seen = lf ? SEEN_CRLF : SEEN_CR;
        if (lf) {
            f->pos++;
            builder_add_byte(b, '\n');
        }
    }
    f->line_ends |= f->newline <= NEWLINE_ANY ? seen : 0;
    bool crlf = f->newline == NEWLINE_CRLF;
    return !crlf || (b->size >= 2 && b->str->text[b->size - 2] == '\r');
}

static void take_text(File *f, StrBuilder *b, size_t chars, bool line) {
    size_t n;
    while (chars && (n = text_ready(f)) > 0) {
        const uint8_t *data = f->buffer->data + f->pos;
        size_t end = find_line_end(f, data, n);
        size_t span = limit_characters(data, end, &chars);
        builder_add(b, (const char *)data, span);
        f->pos += span;
        if (span < end || end == n || chars == 0) {
            continue;
        }
        chars -= chars != SIZE_MAX;
        if (take_line_end(f, b) && line) {
            return;
        }
    }
}

static Value text_finish(const File *f, StrBuilder *b) {
    if (utf8_check(b->str->text, b->size, f->flags & FILE_DECODED) == b->size) {
        return builder_finish(b);
    }
    Value bytes = builder_finish_bytes(b);
    return codec_decode(bytes_of(bytes)->data, bytes_of(bytes)->size, NULL, str_of(f->errors));
}

static Value text_take(File *f, size_t chars, bool line) {
    StrBuilder b;
    builder_init(&b, line ? 80 : rest_of_file(f, chars));
    file_flush(f);
    take_text(f, &b, chars, line);
    return text_finish(f, &b);
}

static Value text_read(size_t n, const Value *args) {
    return text_take(file_check(args[0], FILE_READ, "read of"), io_size_arg(n, args, 1), false);
}

static Value text_readline(size_t n, const Value *args) {
    return text_take(file_check(args[0], FILE_READ, "read of"), io_size_arg(n, args, 1), true);
}

// Is what comes next the first of the file? Where there are no positions: of what is written to it.
static bool is_at_start(File *f) {
    off_t at = lseek(f->fd, 0, SEEK_CUR);
    bool start = at < 0 ? !(f->flags & FILE_MARKED) : at == 0 && f->end == 0;
    f->flags |= FILE_MARKED;
    return start;
}

// Text in an encoding other than UTF-8. Its byte order mark, if it has one, stands at the start of a file only.
static void write_encoded(File *f, const Str *s) {
    const Str *encoding = str_of(f->encoding);
    Bytes *mark = bytes_of(codec_encode(N__empty, encoding, str_of(f->errors)));
    Bytes *b = bytes_of(codec_encode(s, encoding, str_of(f->errors)));
    size_t skip = mark->size && !is_at_start(f) ? mark->size : 0;
    assert(skip <= b->size);
    if (b->size > skip) { // a mark alone, if the text is empty
        file_write_bytes(f, b->data + skip, b->size - skip);
    }
}

static Value text_write(Value self, Value v) {
    Value text = unbox(v);
    if (is_none(v)) {
        raise_type_error("write() argument must be str, not None");
    }
    if (!is_str(text)) {
        raise_type_error("write() argument must be str, not %A", v);
    }
    File *f = file_check(self, FILE_WRITE, "write to");
    Value out = newline_write(f->newline, text);
    const Str *s = str_of(out);
    bool plain = s->ascii || (f->flags & FILE_UTF8 && utf8_check(s->text, s->size, false) == s->size);
    if (plain && f->flags & FILE_UTF8) {
        file_write_bytes(f, s->text, s->size);
    } else {
        write_encoded(f, s);
    }
    return int_from((intptr_t)str_length(str_of(text)));
}

// ---- both --------------------------------------------------------------------------------------------------

Value file_next(Value self) {
    File *f = file_check(self, FILE_READ, "readline of");
    bool text = f->flags & FILE_TEXT;
    Value line = text ? text_take(f, SIZE_MAX, true) : binary_line(f, SIZE_MAX);
    return (text ? str_of(line)->size : bytes_of(line)->size) ? line : ABSENT;
}

static Value file_flush_method(Value self) {
    if (!(file_of(self)->flags & FILE_WRITE)) { // nothing to do
        io_enter(self);
        return NONE;
    }
    File *f = file_check(self, 0, "flush of");
    if (f->flags & FILE_TEXT && is_present(f->raw)) { // in the order of file_close()
        file_flush(file_of(f->raw));
    }
    file_flush(f);
    return NONE;
}

static Value file_close_method(Value self) {
    File *f = file_of(self);
    Value raw = f->flags & FILE_TEXT ? f->raw : ABSENT;
    file_close(f);
    if (is_present(raw)) { // its twin may be another one
        file_close(file_of(raw));
    }
    return NONE;
}

static Value file_fileno(Value self) {
    return int_value(file_check(self, 0, NULL)->fd);
}

static Value file_isatty(Value self) {
    return bool_value(isatty(file_check(self, 0, NULL)->fd));
}

static Value file_readable(Value self) {
    return bool_value(file_check(self, 0, NULL)->flags & FILE_READ);
}

static Value file_writable(Value self) {
    return bool_value(file_check(self, 0, NULL)->flags & FILE_WRITE);
}

static Value file_seekable(Value self) {
    return bool_value(lseek(file_check(self, 0, NULL)->fd, 0, SEEK_CUR) >= 0);
}

static Value file_tell_method(Value self) {
    return int_from_i64(file_tell(file_check(self, 0, "I/O operation on")));
}

static Value file_seek_method(size_t n, const Value *args) {
    File *f = file_check(args[0], 0, "seek of");
    int64_t offset;
    intptr_t whence = n > 2 ? to_intptr(args[2]) : SEEK_SET;
    if (!int_to_i64(to_index(args[1]), &offset)) {
        raise_overflow("Python int too large to convert to C long");
    }
    if (whence < 0 || whence > 2) {
        raise_value_error(f->flags & FILE_TEXT ? "invalid whence (%z, should be 0, 1 or 2)"
                                               : "whence value %z unsupported",
                          whence);
    }
    if (f->flags & FILE_TEXT && whence != SEEK_SET && offset != 0) {
        raise_unsupported(whence == SEEK_CUR ? "can't do nonzero cur-relative seeks"
                                             : "can't do nonzero end-relative seeks");
    }
    if (f->flags & FILE_TEXT && whence == SEEK_SET && offset < 0) {
        raise_value_error("negative seek position %V", args[1]);
    }
    if (whence == SEEK_CUR) { // relative to what the program has read
        offset += file_tell(f);
        whence = SEEK_SET;
    }
    return int_from_i64(file_seek(f, offset, (int)whence));
}

static Value file_truncate(size_t n, const Value *args) {
    File *f = file_check(args[0], 0, "truncate of");
    if (!(f->flags & FILE_WRITE)) {
        raise_unsupported("truncate");
    }
    int64_t size;
    file_flush(f);
    if (n < 2 || is_none(args[1])) {
        size = file_tell(f);
    } else if (!int_to_i64(to_index(args[1]), &size)) {
        raise_overflow("Python int too large to convert to C long");
    }
    if (ftruncate(f->fd, (off_t)size) != 0) {
        raise_os_error(errno, ABSENT);
    }
    return int_from_i64(size);
}

static Value file_get_name(Value self) {
    return file_of(self)->name;
}

static Value file_get_mode(Value self) {
    const File *f = file_of(self);
    return f->flags & FILE_TEXT ? f->mode : str_from_c(file_binary_mode(f->flags));
}

static Value file_get_closed(Value self) {
    return bool_value(file_is_closed(file_of(self)));
}

static Value file_get_encoding(Value self) {
    return file_of(self)->encoding;
}

static Value file_get_errors(Value self) {
    return file_of(self)->errors;
}

static Value file_get_line_buffering(Value self) {
    return bool_value(file_of(self)->flags & FILE_LINES);
}

static Value file_get_write_through(Value self) {
    return FALSE;
}

static Value file_get_newlines(Value self) {
    return newlines_seen(file_of(self)->line_ends);
}

// The bytes under a text file. What this one has read ahead goes to it.
static Value file_get_buffer(Value self) {
    File *f = file_of(self);
    if (is_absent(f->raw)) {
        file_flush(f);
        unsigned flags = f->flags & ~(unsigned)(FILE_TEXT | FILE_OWNED | FILE_LINES | FILE_UTF8);
        f->raw = file_new(file_type_for(flags), f->fd, flags, f->name, f->mode);
        File *raw = file_of(f->raw);
        raw->raw = self;
        raw->buffer = f->buffer;
        raw->pos = f->pos;
        raw->end = f->end;
        raw->room = f->room;
        f->buffer = NULL;
        f->pos = f->end = f->room = 0;
    }
    return f->raw;
}

#define COMMON_METHODS \
    METHOD_VAR(N_readinto, file_readinto, 2, 3), METHOD_VAR(N_readlines, io_readlines, 1, 2), \
    METHOD_2(N_writelines, io_writelines), METHOD_1(N_flush, file_flush_method), \
    METHOD_1(N_close, file_close_method), METHOD_1(N_fileno, file_fileno), \
    METHOD_1(N_isatty, file_isatty), METHOD_1(N_readable, file_readable), \
    METHOD_1(N_writable, file_writable), METHOD_1(N_seekable, file_seekable), \
    METHOD_1(N_tell, file_tell_method), METHOD_VAR(N_seek, file_seek_method, 2, 3), \
    METHOD_VAR(N_truncate, file_truncate, 1, 2), METHOD_1(N___enter__, io_enter), \
    METHOD_VAR(N___exit__, io_exit, 1, 4), GETTER(N_name, file_get_name), \
    GETTER(N_mode, file_get_mode), GETTER(N_closed, file_get_closed), NATIVE_END

const Native text_file_methods[] = {
    METHOD_VAR(N_read, text_read, 1, 2),
    METHOD_VAR(N_readline, text_readline, 1, 2),
    METHOD_2(N_write, text_write),
    GETTER(N_buffer, file_get_buffer),
    GETTER(N_encoding, file_get_encoding),
    GETTER(N_errors, file_get_errors),
    GETTER(N_line_buffering, file_get_line_buffering),
    GETTER(N_newlines, file_get_newlines),
    GETTER(N_write_through, file_get_write_through),
    COMMON_METHODS,
};

const Native binary_file_methods[] = {
    METHOD_VAR(N_read, binary_read, 1, 2),
    METHOD_VAR(N_readline, binary_readline, 1, 2),
    METHOD_1(N_readall, binary_readall),
    METHOD_VAR(N_read1, binary_read1, 1, 2),
    METHOD_VAR(N_peek, binary_peek, 1, 2),
    METHOD_2(N_write, binary_write),
    COMMON_METHODS,
};
