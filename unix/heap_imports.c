// SPDX-License-Identifier: MIT
// heap_imports.c: what imports cost.
//
// Imports nest: `open` is the stack of those under way. `high` is the largest number of used bytes
// since the innermost one began; when it ends, that counts for the one around it as well.
#include "heap/report.h"
#include "unix/heap_watch.h"
#include <stdlib.h>

#define DEPTH 64 // imports further in are not told apart

typedef struct Import {
    char *name, *parent;
    size_t used, allocated; // when it began; then what it cost
    size_t high;            // of the one around it; then its peak
} Import;

static struct {
    Import open[DEPTH];
    size_t depth; // may be more than DEPTH
    size_t high;
    Import *done;
    size_t count, room;
} imports;

void heap_imports_used(size_t used) {
    if (used > imports.high) {
        imports.high = used;
    }
}

static void begin(const Str *name) {
    if (imports.depth++ >= DEPTH) {
        return;
    }
    Import *i = &imports.open[imports.depth - 1];
    *i = (Import){.name = strndup(name->text, name->size),
                  .used = heap_used_bytes(),
                  .allocated = report_allocated_bytes(),
                  .high = imports.high};
    imports.high = i->used;
}

static bool make_room(void) {
    if (imports.count < imports.room) {
        return true;
    }
    size_t room = imports.room ? imports.room * 2 : 64;
    Import *done = realloc(imports.done, room * sizeof *done);
    if (done) {
        imports.done = done;
        imports.room = room;
    }
    return done != NULL;
}

static void end(bool failed) {
    if (imports.depth-- > DEPTH) {
        return;
    }
    Import *i = &imports.open[imports.depth];
    size_t high = imports.high;
    heap_imports_used(i->high);
    if (failed || !i->name || !make_room()) {
        free(i->name);
        return;
    }
    i->high = high > i->used ? high - i->used : 0;
    i->used = heap_used_bytes() - i->used;
    i->allocated = report_allocated_bytes() - i->allocated;
    i->parent = imports.depth ? imports.open[imports.depth - 1].name : NULL;
    i->parent = i->parent ? strdup(i->parent) : NULL;
    imports.done[imports.count++] = *i;
}

void heap_imports_note(const Str *name, ImportStage stage) {
    if (stage == IMPORT_BEGAN) {
        begin(name);
    } else {
        end(stage == IMPORT_FAILED);
    }
}

static void write_signed(Lines *l, const char *key, size_t n) {
    bool negative = n > SIZE_MAX / 2;
    lines_key(l, key);
    lines_raw(l, negative ? "-" : "");
    lines_digits(l, negative ? 0 - n : n);
}

void heap_imports_write(Lines *l) {
    for (size_t n = 0; n < imports.count; n++) {
        const Import *i = &imports.done[n];
        lines_open_text(l, "module", i->name, strlen(i->name));
        if (i->parent) {
            lines_text(l, "parent", i->parent, strlen(i->parent));
        }
        write_signed(l, "bytes", i->used);
        lines_number(l, "peak", i->high);
        lines_number(l, "allocated", i->allocated);
        lines_close(l);
    }
}
