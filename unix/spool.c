// SPDX-License-Identifier: MIT
// spool.c: where heap snapshots go: straight to a file's descriptor, or to memory outside the heap.
#include "error.h"
#include "port.h"
#include "unix/file.h"
#include "unix/unix.h"
#include <errno.h>
#include <stdlib.h>

// Does the file take ASCII as it is?
static bool is_plain(const File *f) {
    bool text = f->flags & FILE_TEXT;
    return !text ||
           (f->flags & FILE_UTF8 && f->newline != NEWLINE_CR && f->newline != NEWLINE_CRLF);
}

bool port_stream_is_native(Value stream) {
    if (!is_file(stream) || !is_plain(file_of(stream))) {
        return false;
    }
    File *f = file_check(stream, FILE_WRITE, "write to");
    file_drop_buffer(f);
    if (is_present(f->raw)) {
        file_drop_buffer(file_of(f->raw));
    }
    return true;
}

int port_stream_write(void *file, const char *text, size_t size) {
    size_t written;
    return port_write_now(((File *)file)->fd, text, size, &written);
}

// ---- memory
// --------------------------------------------------------------------------------------

typedef struct Spool {
    char *text;
    size_t size, room;
} Spool;

void *port_spool_new(void) {
    return calloc(1, sizeof(Spool));
}

int port_spool_add(void *spool, const char *text, size_t size) {
    Spool *s = spool;
    if (size > s->room - s->size) {
        size_t room = s->room ? s->room * 2 : 16384;
        char *bigger = room > s->room ? realloc(s->text, room) : NULL;
        if (!bigger) {
            return ENOMEM;
        }
        s->text = bigger;
        s->room = room;
    }
    memcpy(s->text + s->size, text, size);
    s->size += size;
    return 0;
}

const char *port_spool_text(const void *spool, size_t *size) {
    const Spool *s = spool;
    *size = s->size;
    return s->text;
}

void port_spool_free(void *spool) {
    free(((Spool *)spool)->text);
    free(spool);
}
