// SPDX-License-Identifier: MIT
// file.c: open(), the types of files, the standard streams.
#include "unix/file.h"
#include "error.h"
#include "modules/io.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "port.h"
#include "state.h"
#include "text/codec.h"
#include "unix/unix.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

Value file_new(const Type *type, int fd, unsigned flags, Value name, Value mode) {
    File *f = heap_alloc(type, sizeof *f);
    f->name = name;
    f->mode = mode;
    f->fd = fd;
    f->flags = (uint16_t)flags;
    return cell_value(f);
}

bool is_file(Value v) {
    return is_cell(v) && cell_of(v)->type->solid->finalise == text_file_type.finalise;
}

// ---- open --------------------------------------------------------------------------------------------

// Flags of a mode such as "r+b". ValueError as CPython.
static unsigned parse_mode(const Str *mode) {
    unsigned flags = 0, kinds = 0;
    bool plus = false, binary = false, text = false;
    for (size_t i = 0; i < mode->size; i++) {
        char c = mode->text[i];
        unsigned kind = c == 'r'   ? FILE_READ
                        : c == 'w' ? FILE_WRITE | FILE_TRUNCATE
                        : c == 'a' ? FILE_WRITE | FILE_APPEND
                        : c == 'x' ? FILE_WRITE | FILE_CREATE
                                   : 0;
        bool again = memchr(mode->text, c, i) != NULL;
        if (again || (!kind && c != '+' && c != 'b' && c != 't')) {
            raise_value_error("invalid mode: %V", str_value(mode));
        }
        kinds += kind != 0;
        flags |= kind;
        plus |= c == '+';
        binary |= c == 'b';
        text |= c == 't';
    }
    if (binary && text) {
        raise_value_error("can't have text and binary mode at once");
    }
    if (kinds == 0) {
        raise_value_error("Must have exactly one of create/read/write/append mode and at most one "
                          "plus");
    }
    if (kinds != 1) {
        raise_value_error("must have exactly one of create/read/write/append mode");
    }
    return flags | (plus ? FILE_READ | FILE_WRITE : 0) | (binary ? 0 : FILE_TEXT);
}

static int open_flags(unsigned flags) {
    bool both = (flags & (FILE_READ | FILE_WRITE)) == (FILE_READ | FILE_WRITE);
    int how = both ? O_RDWR : flags & FILE_WRITE ? O_WRONLY : O_RDONLY;
    how |= flags & FILE_TRUNCATE ? O_CREAT | O_TRUNC : 0;
    how |= flags & FILE_APPEND ? O_CREAT | O_APPEND : 0;
    how |= flags & FILE_CREATE ? O_CREAT | O_EXCL : 0;
    return how | O_CLOEXEC;
}

static int open_path(Value name, unsigned flags) {
    Value hold;
    const char *path = path_arg(name, &hold);
    int fd;
    for (bool collected = false; (fd = open(path, open_flags(flags), 0666)) < 0;) {
        bool full = errno == EMFILE && !collected; // of files that nobody closed?
        if (errno != EINTR && !full) {
            raise_os_error(errno, name);
        }
        if (full) {
            collected = true;
            heap_collect();
        }
        poll_pending();
    }
    struct stat st;
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        close(fd);
        raise_os_error(EISDIR, name);
    }
    return fd;
}

// What opener(name, flags) returns.
static int open_by(Value opener, Value name, unsigned flags) {
    Value args[2] = {name, int_value(open_flags(flags))};
    intptr_t fd = to_intptr(op_call(opener, 2, args));
    if (fd < 0 || fd > INT_MAX) {
        raise_value_error("opener returned %z", fd);
    }
    return (int)fd;
}

static int given_descriptor(Value name) {
    int64_t fd;
    if (!int_to_i64(integer_of(name), &fd) || fd < 0 || fd > INT_MAX) {
        raise_value_error("negative file descriptor");
    }
    struct stat st;
    if (fstat((int)fd, &st) != 0) {
        raise_os_error(errno, ABSENT);
    }
    return (int)fd;
}

static Value text_or(Value v, const Str *missing, const char *what) {
    if (is_absent(v) || is_none(v)) {
        return str_value(missing);
    }
    if (!is_str(unbox(v))) {
        raise_type_error("%s must be str or None, not %T", what, v);
    }
    return str_value(codec_argument(v, what));
}

static bool is_utf8_name(const Str *s) {
    static const char *const names[] = {"utf-8", "utf8", "UTF-8", "UTF8", "utf_8", "U8", "locale"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (strcmp(s->text, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

// Text parts: what must be checked before the file is opened.
typedef struct TextArgs {
    Value encoding, errors;
    uint8_t newline;
} TextArgs;

static TextArgs text_args(Value encoding, Value errors, Value newline) {
    TextArgs t;
    t.encoding = text_or(encoding, N_utf_8, "open() argument 'encoding'");
    t.errors = text_or(errors, N_strict, "open() argument 'errors'");
    t.newline = (uint8_t)newline_arg(is_absent(newline) ? NONE : newline);
    if (!is_utf8_name(str_of(t.encoding))) {
        codec_encode(N__empty, str_of(t.encoding), NULL); // LookupError if unknown
    }
    return t;
}

static void set_text(File *f, const TextArgs *t) {
    f->encoding = t->encoding;
    f->errors = t->errors;
    f->newline = t->newline;
    f->flags |= is_utf8_name(str_of(t->encoding)) ? FILE_UTF8 : 0;
}

const Type *file_type_for(unsigned flags) {
    bool both = (flags & (FILE_READ | FILE_WRITE)) == (FILE_READ | FILE_WRITE);
    return flags & FILE_TEXT         ? &text_file_type
           : flags & FILE_UNBUFFERED ? &raw_file_type
           : both                    ? &random_file_type
           : flags & FILE_WRITE      ? &writer_file_type
                                     : &reader_file_type;
}

const char *file_binary_mode(unsigned flags) {
    bool plus = (flags & FILE_READ) && (flags & FILE_WRITE);
    return flags & FILE_CREATE   ? (plus ? "xb+" : "xb")
           : flags & FILE_APPEND ? (plus ? "ab+" : "ab")
           : flags & FILE_READ   ? (plus ? "rb+" : "rb")
                                 : "wb";
}

static void check_binary(const Value *in) {
    static const char *const names[] = {"an encoding", "an errors", "a newline"};
    for (size_t i = 0; i < 3; i++) {
        if (is_present(in[3 + i]) && !is_none(in[3 + i])) {
            raise_value_error("binary mode doesn't take %s argument", names[i]);
        }
    }
}

static Value file_open(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_file, ARG_REQUIRED}, {N_mode, 0}, {N_buffering, 0}, {N_encoding, 0},
                                   {N_errors, 0}, {N_newline, 0}, {N_closefd, 0}, {N_opener, 0}, {NULL, 0}};
    Value in[8];
    args_parse("open", spec, n, args, kwnames, in);
    const Str *mode = is_present(in[1]) ? str_arg(in[1], "open() argument 'mode'") : N_r;
    unsigned flags = parse_mode(mode);
    intptr_t buffering = is_present(in[2]) ? to_intptr(in[2]) : -1;
    TextArgs text = {ABSENT, ABSENT, 0};
    if (flags & FILE_TEXT) {
        if (buffering == 0) {
            raise_value_error("can't have unbuffered text I/O");
        }
        text = text_args(in[3], in[4], in[5]);
    } else {
        check_binary(in);
    }
    flags |= buffering == 0 ? FILE_UNBUFFERED : buffering == 1 ? FILE_LINES : 0;
    bool keep = is_present(in[6]) && !op_truth(in[6]);
    bool given = is_integer(in[0]) && !is_bool(in[0]);
    flags |= keep && given ? 0 : FILE_OWNED;
    // The object is made first: what is opened always has an owner.
    File *f = file_of(file_new(file_type_for(flags), -1, flags, in[0], str_value(mode)));
    bool has_opener = is_present(in[7]) && !is_none(in[7]);
    f->fd = given        ? given_descriptor(in[0])
            : has_opener ? open_by(in[7], in[0], flags)
                         : open_path(in[0], flags);
    if (flags & FILE_TEXT) {
        set_text(f, &text);
        f->flags |= f->flags & FILE_WRITE && port_is_terminal(f->fd) ? FILE_LINES : 0;
    }
    if (flags & FILE_APPEND) {
        lseek(f->fd, 0, SEEK_END);
    }
    return cell_value(f);
}

const Native file_open_row = FUNCTION_KW(N_open, file_open, 0, NATIVE_MANY);

// ---- the end of a file -------------------------------------------------------------------------------

static void push_last(File *f) {
    int error;
    do {
        error = file_is_closed(f) && f->flags & FILE_DIRTY ? EBADF : file_push(f);
    } while (error == EINTR);
    if (error) {
        file_tell_loss(f, error);
    }
    file_set_clean(f);
}

static void drop_descriptor(File *f) {
    if (f->fd >= 0 && f->flags & FILE_OWNED) {
        close(f->fd);
    }
    f->fd = -1;
}

// Writes what is left and closes, without raising or allocating. The text file above a binary one and
// that die together: both write before either closes, in the order of file_close().
static void file_finalise(Cell *cell) {
    File *f = (File *)cell, *twin = file_twin(f);
    if (f->fd < 0 && !(f->flags & FILE_DIRTY)) {
        return;
    }
    bool text = f->flags & FILE_TEXT;
    if (twin) {
        push_last(text ? twin : f);
    }
    push_last(text || !twin ? f : twin);
    drop_descriptor(f);
    if (twin) {
        drop_descriptor(twin);
    }
}

static void close_file(Value v, void *arg) {
    if (is_file(v)) {
        file_finalise(cell_of(v));
    }
}

void files_close_all(void) {
    finalise_each_registered(close_file, NULL);
}

static void file_trace(Cell *cell, Visitor *visitor) {
    File *f = (File *)cell;
    visit(visitor, &f->name);
    visit(visitor, &f->mode);
    visit(visitor, &f->encoding);
    visit(visitor, &f->errors);
    visit(visitor, &f->raw);
    visit_cell(visitor, &f->buffer);
}

// ---- types ---------------------------------------------------------------------------------------------

static Value file_repr(Value self) {
    const File *f = file_of(self);
    if (f->flags & FILE_TEXT) {
        return str_formatted("<_io.TextIOWrapper name=%V mode=%V encoding=%V>", f->name, f->mode,
                             f->encoding);
    }
    if (is_exact(self, &raw_file_type)) {
        const char *owned = f->flags & FILE_OWNED ? "True" : "False";
        return f->fd < 0 ? str_from_c("<_io.FileIO [closed]>")
                         : str_formatted("<_io.FileIO name=%V mode='%s' closefd=%s>", f->name,
                                         file_binary_mode(f->flags), owned);
    }
    return str_formatted("<_io.%T name=%V>", self, f->name);
}

// TextIOWrapper(buffer, encoding=None, errors=None, newline=None) over one of our binary files, which
// goes on owning the descriptor.
static Value text_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_buffer, ARG_REQUIRED}, {N_encoding, 0}, {N_errors, 0}, {N_newline, 0},
                                   {N_line_buffering, 0}, {N_write_through, 0}, {NULL, 0}};
    Value in[6];
    args_parse("TextIOWrapper", spec, n, args, kwnames, in);
    if (!is_file(in[0]) || file_of(in[0])->flags & FILE_TEXT) {
        raise_type_error("TextIOWrapper() needs a binary file, not %T", in[0]);
    }
    TextArgs text = text_args(in[1], in[2], in[3]);
    File *raw = file_check(in[0], 0, NULL);
    file_drop_buffer(raw);
    unsigned flags = (raw->flags & (FILE_READ | FILE_WRITE | FILE_STANDARD)) | FILE_TEXT;
    File *f = file_of(file_new(&text_file_type, raw->fd, flags, raw->name, raw->mode));
    f->raw = in[0];
    raw->raw = cell_value(f);
    set_text(f, &text);
    return cell_value(f);
}

static Value raw_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("FileIO", kwnames);
    if (n < 1 || n > 2) {
        raise_type_error("FileIO() takes a file and a mode");
    }
    const Str *mode = n > 1 ? str_arg(args[1], "FileIO() argument 'mode'") : N_r;
    Value in[3] = {args[0], str_formatted("%Sb", mode), int_value(0)};
    return file_open(3, in, NULL);
}

static const Ops file_ops = {.repr = file_repr, .iter = io_enter, .next = file_next, .create = raw_create};

static const Ops text_ops = {.repr = file_repr, .iter = io_enter, .next = file_next, .create = text_create};

#define FILE_TYPE(NAME, OPS, BASE, SOLID, METHODS) \
    {{&type_type}, NAME, OPS, TYPE_FINALISE | TYPE_WEAK | TYPE_FINAL, sizeof(File), 'h', 0, BASE, SOLID, \
     {METHODS}, file_trace, {file_finalise}}

const Type text_file_type =
    FILE_TYPE(N_TextIOWrapper, &text_ops, &text_io_base_type, &text_file_type, text_file_methods);
const Type reader_file_type =
    FILE_TYPE(N_BufferedReader, &file_ops, &buffered_io_base_type, &reader_file_type, binary_file_methods);
const Type writer_file_type =
    FILE_TYPE(N_BufferedWriter, &file_ops, &buffered_io_base_type, &writer_file_type, binary_file_methods);
const Type random_file_type =
    FILE_TYPE(N_BufferedRandom, &file_ops, &buffered_io_base_type, &random_file_type, binary_file_methods);
const Type raw_file_type = FILE_TYPE(N_FileIO, &file_ops, &raw_io_base_type, &raw_file_type, binary_file_methods);

const Type *port_file_type_named(const Str *name) {
    static const Type *const types[] = {&text_file_type, &reader_file_type, &writer_file_type,
                                        &random_file_type, &raw_file_type};
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        if (types[i]->name == name) {
            return types[i];
        }
    }
    return NULL;
}

// ---- standard streams --------------------------------------------------------------------------------

static Value standard(int fd, unsigned flags, const char *name, const Str *mode, const Str *errors) {
    Value v = file_new(&text_file_type, fd, flags | FILE_TEXT, str_from_c(name), str_value(mode));
    TextArgs text = {str_value(N_utf_8), str_value(errors), NEWLINE_TRANSLATE};
    set_text(file_of(v), &text);
    return v;
}

void files_init(void) {
    Roots *r = &rt.roots;
    unsigned out = FILE_WRITE | FILE_STANDARD;
    unsigned lines = port_is_terminal(1) ? FILE_LINES : 0;
    r->standard_in = standard(0, FILE_READ, "<stdin>", N_r, N_surrogateescape);
    r->standard_out = standard(1, out | lines, "<stdout>", N_w, N_surrogateescape);
    r->standard_err = standard(2, out | FILE_LINES, "<stderr>", N_w, N_backslashreplace);
    r->original_out = r->port_out = r->standard_out;
    r->original_in = r->standard_in;
    r->original_err = r->standard_err;
}
