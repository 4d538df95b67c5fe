// SPDX-License-Identifier: MIT
// reader.c: source text as a stream of valid UTF-8.
//
// A str or bytes cell is read where it is. A file is read in pieces into a buffer cell that is
// only as large as what the lexer wants to keep (a token, the present line) plus one piece:
//
//      head | kept text ... unread | start of a character | room
//                       pos      end                  filled
//
// The first two lines of bytes and files may name a coding: UTF-8, ASCII or Latin-1.
#include "compile/parser.h"
#include "error.h"
#include "heap/heap.h"
#include "port.h"
#include "state.h"
#include "text/buffer.h"
#include "text/str.h"
#include "text/utf8.h"
#include <assert.h>

enum { PIECE = 512, BUFFER_FIRST = 2048, PORTION = 65536, TEXT_START = sizeof(Cell) };

static const Type source_buffer_type = {
    .head = {&type_type}, .name = N_source_buffer, .flags = TYPE_TRACE_NONE, .letter = 'h',
    .solid = &source_buffer_type, .payload = sizeof(Cell),
};

void reader_from_text(Reader *r, Value text) {
    assert(is_str(text) || is_bytes(text));
    memset(r, 0, sizeof *r);
    r->text = cell_of(text);
    bool decoded = is_str(text);
    r->coding = decoded ? CODING_TEXT : CODING_UTF8;
    r->pos = decoded ? offsetof(Str, text) : offsetof(Bytes, data);
    r->end = r->pos; // the rest is checked by the first reader_fill
    r->filled = r->pos + (decoded ? str_of(text)->size : bytes_of(text)->size);
    r->origin = 0 - r->pos;
}

void reader_from_handle(Reader *r, void *handle) {
    memset(r, 0, sizeof *r);
    r->text = heap_alloc_raw(&source_buffer_type, BUFFER_FIRST);
    r->pos = r->end = r->filled = TEXT_START;
    r->origin = 0 - r->pos;
    r->file = handle;
}

void reader_from_file(Reader *r, const char *path) {
    reader_from_handle(r, NULL);
    int error = 0;
    r->file = port_open_source(path, &error);
    if (!r->file) {
        raise_os_error(error, str_from_c(path));
    }
}

void reader_close(Reader *r) {
    if (r->file) {
        void *file = r->file;
        r->file = NULL;
        port_close_source(file);
    }
    r->text = NULL;
    r->pos = r->end = r->filled = 0;
    r->started = true;
}

void reader_trace(Reader *r, Visitor *visitor) {
    visit_cell(visitor, &r->text);
}

static inline char *bytes_at(const Reader *r, size_t pos) {
    assert_hot(pos <= r->filled);
    return (char *)r->text + pos;
}

// ---- coding comment ---------------------------------------------------------------------------

static bool is_coding_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_' || c == '.';
}

// Finds "coding[:=] name" in a comment line (PEP 263); the name, normalised, in `name`.
static bool find_coding(const char *line, const char *end, char name[32]) {
    while (line < end && (*line == ' ' || *line == '\t' || *line == '\f')) {
        line++;
    }
    if (line == end || *line != '#') {
        return false;
    }
    for (; end - line > 7; line++) {
        poll_interrupt();
        if (memcmp(line, "coding", 6) != 0 || (line[6] != ':' && line[6] != '=')) {
            continue;
        }
        line += 7;
        while (line < end && (*line == ' ' || *line == '\t')) {
            line++;
        }
        size_t n = 0;
        for (; line < end && is_coding_char(*line) && n < 31; line++) {
            char c = *line == '_' ? '-' : *line;
            name[n++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
        }
        name[n] = 0;
        return n > 0;
    }
    return false;
}

static bool is_blank_or_comment(const char *line, const char *end) {
    while (line < end && (*line == ' ' || *line == '\t' || *line == '\f')) {
        line++;
    }
    return line == end || *line == '#';
}

// Does `name` start with `prefix`, followed by nothing or '-'?
static bool coding_is(const char *name, const char *prefix) {
    size_t n = strlen(prefix);
    return strncmp(name, prefix, n) == 0 && (name[n] == 0 || name[n] == '-');
}

static bool set_coding(Reader *r, const char *name) {
    if (coding_is(name, "utf-8") || coding_is(name, "utf8")) {
        r->coding = CODING_UTF8;
    } else if (coding_is(name, "latin-1") || coding_is(name, "iso-8859-1") ||
               coding_is(name, "latin1") || coding_is(name, "iso8859-1")) {
        r->coding = CODING_LATIN1;
    } else if (coding_is(name, "ascii") || coding_is(name, "us-ascii")) {
        r->coding = CODING_ASCII;
    } else {
        return false;
    }
    return true;
}

// Skips a BOM and obeys a coding comment in the first bytes of the text.
static void look_at_start(Reader *r, const char *text, size_t size, size_t *skip,
                          ReaderFault *fault) {
    assert(!r->started);
    r->started = true;
    *skip = size >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    const char *at = text + *skip, *end = text + size;
    for (int line = 0; line < 2 && at < end; line++) {
        const char *stop = at;
        while (stop < end && *stop != '\n' && *stop != '\r') {
            poll_interrupt();
            stop++;
        }
        if (find_coding(at, stop, fault->coding)) {
            if (!set_coding(r, fault->coding) || (*skip && r->coding != CODING_UTF8)) {
                fault->kind = READ_BAD_CODING;
            }
            return;
        }
        if (!is_blank_or_comment(at, stop)) {
            return;
        }
        at = stop < end && *stop == '\r' && stop + 1 < end && stop[1] == '\n' ? stop + 2 : stop + 1;
    }
}

// ---- filling ----------------------------------------------------------------------------------

static void bad_text(Reader *r, size_t at, const char *reason, ReaderFault *fault) {
    assert(at >= r->pos && at < r->filled);
    fault->kind = READ_BAD_TEXT;
    fault->byte = (uint8_t)*bytes_at(r, at);
    fault->offset = at + r->origin;
    fault->reason = reason;
}

// The bytes from `end` on to look at now: up to PORTION, so that Ctrl-C comes through between two.
static size_t next_portion(const Reader *r) {
    size_t size = r->filled - r->end;
    if (size > PORTION) {
        size = PORTION;
        for (int i = 0; i < 3 && (*bytes_at(r, r->end + size) & 0xc0) == 0x80; i++) {
            size--; // not into a character
        }
    }
    return size;
}

// Moves `end` up over the whole valid characters of the next portion of [end, filled). `last`: no
// more will come after `filled`.
static void accept_filled(Reader *r, bool last, ReaderFault *fault) {
    assert(r->pos <= r->end && r->end <= r->filled);
    const char *text = bytes_at(r, r->end);
    size_t size = next_portion(r);
    size_t valid = r->coding == CODING_TEXT ? size : utf8_check(text, size, false);
    if (r->coding == CODING_ASCII && !utf8_is_ascii(text, valid)) {
        for (valid = 0; !(text[valid] & 0x80);) {
            valid++;
        }
    }
    if (memchr(text, 0, valid)) {
        fault->kind = READ_NUL;
        return;
    }
    if (valid < size) {
        Utf8Fault wrong = {1, "ordinal not in range(128)"};
        if (r->coding != CODING_ASCII) {
            wrong = utf8_fault(text, size, valid);
        }
        bool partial = r->coding == CODING_UTF8 && valid + wrong.length == size && !last &&
                       strcmp(wrong.reason, "unexpected end of data") == 0;
        if (valid == 0 && !partial) {
            bad_text(r, r->end, wrong.reason, fault);
            return;
        }
    }
    r->end += valid;
    if (valid > 0) {
        fault->kind = READ_MORE;
    }
}

// bytes in Latin-1 become a str.
static void decode_latin1_cell(Reader *r) {
    assert(r->pos <= r->filled);
    Cell *source = r->text;
    size_t size = r->filled - r->pos;
    StrBuilder b;
    builder_init(&b, size_add(size, size / 8));
    for (size_t i = 0; i < size; i++) {
        poll_interrupt();
        builder_add_char(&b, ((uint8_t *)source)[r->pos + i]);
    }
    Value text = builder_finish(&b);
    r->origin += r->pos - offsetof(Str, text);
    r->text = cell_of(text);
    r->pos = r->end = offsetof(Str, text);
    r->filled = r->pos + str_of(text)->size;
    r->coding = CODING_TEXT;
}

static void fill_from_cell(Reader *r, ReaderFault *fault) {
    assert(!r->file);
    if (!r->started && r->coding != CODING_TEXT) {
        size_t skip;
        look_at_start(r, bytes_at(r, r->pos), r->filled - r->pos, &skip, fault);
        if (fault->kind == READ_BAD_CODING) {
            return;
        }
        r->pos += skip;
        r->end += skip;
        r->origin -= skip;
        if (r->coding == CODING_LATIN1) {
            decode_latin1_cell(r);
        }
    }
    if (r->end < r->filled) {
        accept_filled(r, true, fault);
    }
}

// Makes room for `more` bytes behind `filled`, keeping what lies from cell offset `keep` on.
static void make_room(Reader *r, size_t keep, size_t more) {
    assert(keep >= TEXT_START && keep <= r->pos);
    size_t kept = r->filled - keep;
    size_t need = size_add(TEXT_START + kept, more);
    Cell *cell = r->text;
    if (need > heap_cell_size(cell)) {
        size_t wish = size_add(need, kept);
        cell = heap_resize(cell, wish) ? cell : heap_alloc_raw(&source_buffer_type, wish);
    }
    memmove((char *)cell + TEXT_START, bytes_at(r, keep), kept);
    if (cell != r->text) {
        heap_free(r->text);
        r->text = cell;
    }
    size_t shift = keep - TEXT_START;
    r->pos -= shift;
    r->end -= shift;
    r->filled -= shift;
    r->origin += shift;
}

static void append_piece(Reader *r, const uint8_t *piece, size_t n) {
    assert(n <= PIECE && r->text->type == &source_buffer_type);
    char *out = bytes_at(r, r->filled);
    if (r->coding == CODING_LATIN1) {
        char *start = out;
        for (size_t i = 0; i < n; i++) {
            out += utf8_put(out, piece[i]);
        }
        r->filled += (size_t)(out - start);
    } else {
        memcpy(out, piece, n);
        r->filled += n;
    }
    assert(r->filled <= heap_cell_size(r->text));
}

static void fill_from_file(Reader *r, size_t keep, ReaderFault *fault) {
    assert(r->file);
    uint8_t piece[PIECE];
    intptr_t n = port_read_source(r->file, (char *)piece, sizeof piece);
    if (n < 0) {
        raise_os_error((int)-n, ABSENT);
    }
    if (n == 0) {
        if (r->end < r->filled) {
            accept_filled(r, true, fault);
        }
        return;
    }
    size_t skip = 0;
    if (!r->started) {
        look_at_start(r, (char *)piece, (size_t)n, &skip, fault);
        if (fault->kind == READ_BAD_CODING) {
            return;
        }
    }
    make_room(r, keep - r->origin, 2 * PIECE); // Latin-1 may take twice the bytes
    append_piece(r, piece + skip, (size_t)n - skip);
    fault->kind = READ_MORE;
    accept_filled(r, false, fault);
}

void reader_fill(Reader *r, size_t keep, ReaderFault *fault) {
    assert(r->pos <= r->end && r->end <= r->filled);
    memset(fault, 0, sizeof *fault);
    fault->kind = READ_END;
    if (r->file) {
        size_t before = r->end + r->origin;
        do {
            fill_from_file(r, keep, fault);
        } while (fault->kind == READ_MORE && r->end + r->origin == before);
    } else if (r->text) {
        fill_from_cell(r, fault);
    }
    r->started = true;
}
