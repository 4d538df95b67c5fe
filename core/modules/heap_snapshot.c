// SPDX-License-Identifier: MIT
// heap_snapshot.c: micropython.heap_snapshot() and micropython.mark().
//
// The heap may not change while it is written down. A native file takes the text directly. For any
// other stream, whose write() may do anything, the port keeps the text outside of the heap; the
// stream gets it in pieces when it is complete.
#include "heap/snapshot.h"
#include "modules/heap_snapshot.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "port.h"
#include "state.h"
#include "text/buffer.h"
#include "text/str.h"
#include <errno.h>

#define PIECE 256 // bytes that a stream gets at a time
#define MARK_MOST 40

static Value make_piece(const char *text, size_t size, bool bytes) {
    return bytes ? bytes_new(text, size) : str_new(text, size);
}

// How much of the piece was taken, by what write() returned. What is no count means all.
static size_t taken(Value result, size_t size) {
    return is_int(result) && int_of(result) > 0 && (size_t)int_of(result) < size
               ? (size_t)int_of(result)
               : size;
}

// Writes the first piece as str; if the stream doesn't take that, as bytes. True: bytes it is.
static bool write_first(Value stream, const char *text, size_t *size) {
    Catch c;
    volatile size_t n = *size;
    volatile bool bytes = false;
    if (TRY(c)) {
        Value piece = make_piece(text, *size, false);
        n = taken(op_call_method(stream, N_write, 1, &piece), *size);
        catch_leave(&c);
    } else {
        if (!exception_matches(c.exception, &type_error_type)) {
            raise_again(c.exception);
        }
        Value piece = make_piece(text, *size, true);
        n = taken(op_call_method(stream, N_write, 1, &piece), *size);
        bytes = true;
    }
    *size = n;
    return bytes;
}

static void feed(Value stream, const char *text, size_t size) {
    bool bytes = false;
    for (size_t at = 0; at < size;) {
        size_t n = size - at < PIECE ? size - at : PIECE;
        if (at == 0) {
            bytes = write_first(stream, text, &n);
        } else {
            Value piece = make_piece(text + at, n, bytes);
            n = taken(op_call_method(stream, N_write, 1, &piece), n);
        }
        at += n;
        poll_pending();
    }
}

static void write_indirectly(Value stream) {
    void *spool = port_spool_new();
    if (!spool) {
        raise_type_error("heap_snapshot() can write to files only here, not to '%T'", stream);
    }
    int error = snapshot_write(port_snapshot_extra(), port_spool_add, spool);
    Catch c;
    volatile bool done = false;
    if (TRY(c)) {
        if (error) {
            raise_os_error(error, ABSENT);
        }
        size_t size;
        const char *text = port_spool_text(spool, &size);
        feed(stream, text, size);
        catch_leave(&c);
        done = true;
    }
    port_spool_free(spool);
    if (!done) {
        raise_again(c.exception);
    }
}

Value micropython_heap_snapshot(Value stream) {
    if (!port_stream_is_native(stream)) {
        write_indirectly(stream);
        return NONE;
    }
    int error = snapshot_write(port_snapshot_extra(), port_stream_write, cell_of(stream));
    if (error == EINTR) {
        poll_pending(); // Ctrl-C
    }
    if (error) {
        raise_os_error(error, ABSENT);
    }
    return NONE;
}

Value micropython_mark(Value name) {
    const Str *s = str_arg(name, "mark() argument");
    if (str_length(s) > MARK_MOST) {
        raise_value_error("a mark has at most %d characters", MARK_MOST);
    }
    const HeapObserver *o = rt.heap.observer;
    if (o && o->mark) {
        o->mark(s->text, s->size);
    }
    return NONE;
}
