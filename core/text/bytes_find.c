// SPDX-License-Identifier: MIT
// bytes_find.c: methods of bytes and bytearray that look for bytes: find, count, startswith,
// replace... The part looked for is a bytes-like object or, in some, one byte as an int.
#include "error.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/bytes_view.h"
#include "text/search.h"
#include "text/operand.h"
#include <assert.h>

typedef struct Part { // what is looked for
    const uint8_t *data;
    size_t size;
    Value owner;
    uint8_t byte; // `data` points here for an int
} Part;

static void part_arg(Part *part, Value v) {
    Buffer buffer;
    if (operand_is_index(v)) {
        part->byte = byte_arg(v);
        part->data = &part->byte;
        part->size = 1;
        part->owner = v;
        return;
    }
    if (!buffer_try(v, &buffer, BUFFER_READ)) {
        raise_type_error("argument should be integer or bytes-like object, not '%T'", v);
    }
    View view = view_arg(v);
    part->data = view.data;
    part->size = view.size;
    part->owner = view.owner;
}

// Reads the arguments of find() and its kin, which may run user code, then takes the view of the
// part of self's data that the bounds name. False if there is none. part may be NULL.
static bool read_arguments(size_t n, const Value *args, Part *part, View *span) {
    assert(n >= 2 && n <= 4);
    size_t from, to;
    bool inside = operand_bounds(n - 2, args + 2, view_of(args[0]).size, &from, &to);
    if (part) {
        part_arg(part, args[1]);
    }
    *span = view_of(args[0]);
    if (!inside || from > to || to > span->size) {
        return false;
    }
    span->data += from;
    span->size = to - from;
    return true;
}

static intptr_t find(size_t n, const Value *args, bool last) {
    View span;
    Part part;
    if (!read_arguments(n, args, &part, &span)) {
        return -1;
    }
    size_t at = (last ? search_rfind : search_find)(span.data, span.size, part.data, part.size);
    return at == SEARCH_NONE ? -1 : (intptr_t)at + (span.data - view_of(args[0]).data);
}

static Value found(intptr_t index) {
    if (index < 0) {
        raise_value_error("subsection not found");
    }
    return int_value(index);
}

Value bytes_find(size_t n, const Value *args) {
    return int_value(find(n, args, false));
}

Value bytes_rfind(size_t n, const Value *args) {
    return int_value(find(n, args, true));
}

Value bytes_index(size_t n, const Value *args) {
    return found(find(n, args, false));
}

Value bytes_rindex(size_t n, const Value *args) {
    return found(find(n, args, true));
}

Value bytes_count(size_t n, const Value *args) {
    View span;
    Part part;
    if (!read_arguments(n, args, &part, &span)) {
        return int_value(0);
    }
    size_t count = part.size == 0
                       ? span.size + 1
                       : search_count(span.data, span.size, part.data, part.size, SIZE_MAX);
    return int_value((intptr_t)count);
}

// ---- beginnings and ends ------------------------------------------------------------------------

static bool matches(const View *span, const View *part, bool at_end) {
    return part->size <= span->size &&
           memcmp(span->data + (at_end ? span->size - part->size : 0), part->data, part->size) == 0;
}

static Value starts_or_ends(size_t n, const Value *args, const char *function, bool at_end) {
    View span;
    Buffer buffer;
    bool inside = read_arguments(n, args, NULL, &span);
    Value parts = unbox(args[1]);
    if (is_tuple(parts)) {
        bool yes = false;
        for (size_t i = 0; i < tuple_of(parts)->len && !yes; i++) {
            View part = view_arg(tuple_of(parts)->items[i]);
            yes = inside && matches(&span, &part, at_end);
        }
        return bool_value(yes);
    }
    if (!buffer_try(args[1], &buffer, BUFFER_READ)) {
        raise_type_error("%s first arg must be bytes or a tuple of bytes, not %T", function,
                         args[1]);
    }
    View part = view_arg(args[1]);
    return bool_value(inside && matches(&span, &part, at_end));
}

Value bytes_startswith(size_t n, const Value *args) {
    return starts_or_ends(n, args, "startswith", false);
}

Value bytes_endswith(size_t n, const Value *args) {
    return starts_or_ends(n, args, "endswith", true);
}

Value bytes_removeprefix(Value self, Value prefix) {
    View part = view_arg(prefix), view = view_of(self);
    return view_slice(&view, matches(&view, &part, false) ? part.size : 0, view.size);
}

Value bytes_removesuffix(Value self, Value suffix) {
    View part = view_arg(suffix), view = view_of(self);
    return view_slice(&view, 0, view.size - (matches(&view, &part, true) ? part.size : 0));
}

// ---- replace ------------------------------------------------------------------------------------

static uint8_t *put(uint8_t *to, const uint8_t *data, size_t size) {
    memcpy(to, data, size);
    return to + size;
}

static Value insert_between(const View *view, const View *with, size_t most) {
    size_t count = most < view->size + 1 ? most : view->size + 1;
    Value out = view_new(view, NULL, size_add(view->size, size_mul(count, with->size)));
    uint8_t *to = (uint8_t *)view_of(out).data;
    for (size_t i = 0; i <= view->size; i++) {
        poll_interrupt();
        if (i < count) {
            to = put(to, with->data, with->size);
        }
        if (i < view->size) {
            *to++ = view->data[i];
        }
    }
    return out;
}

static Value replace_found(const View *view, const View *part, const View *with, size_t count) {
    size_t kept = view->size - count * part->size;
    Value out = view_new(view, NULL, size_add(kept, size_mul(count, with->size)));
    if (kept == 0 && with->size == 0) {
        return out;
    }
    uint8_t *to = (uint8_t *)view_of(out).data;
    const uint8_t *from = view->data, *end = from + view->size;
    for (; count > 0; count--) {
        poll_interrupt();
        size_t at = search_find(from, (size_t)(end - from), part->data, part->size);
        assert(at != SEARCH_NONE);
        to = put(to, from, at);
        to = put(to, with->data, with->size);
        from += at + part->size;
    }
    put(to, from, (size_t)(end - from));
    return out;
}

Value bytes_replace(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_old, ARG_REQUIRED | ARG_POSONLY},
                                   {N_new, ARG_REQUIRED | ARG_POSONLY},
                                   {N_count, ARG_POSONLY},
                                   {NULL, 0}};
    Value in[3];
    args_parse("replace", spec, n - 1, args + 1, kwnames, in);
    intptr_t limit = is_present(in[2]) ? to_intptr(in[2]) : -1;
    size_t most = limit < 0 ? SIZE_MAX : (size_t)limit;
    View part = view_arg(in[0]), with = view_arg(in[1]), view = view_of(args[0]);
    if (most == 0) {
        return view_same(&view);
    }
    if (part.size == 0) {
        return insert_between(&view, &with, most);
    }
    size_t count = search_count(view.data, view.size, part.data, part.size, most);
    return count == 0 ? view_same(&view) : replace_found(&view, &part, &with, count);
}
