// SPDX-License-Identifier: MIT
// str_find.c: methods of str that look for text: find, index, count, startswith, replace...
// Bounds come as code points, the search works on byte offsets, results go back to code points.
#include "error.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/search.h"
#include "text/operand.h"
#include "text/str_methods.h"
#include "text/utf8.h"
#include <assert.h>

typedef struct Span { // byte offsets
    size_t from, to;
} Span;

// The part of s that optional start and end arguments name; false if there is none.
static bool span_of(const Str *s, size_t n, const Value *args, Span *span) {
    *span = (Span){0, s->size};
    if (n == 0) {
        return true;
    }
    size_t from, to;
    if (!operand_bounds(n, args, str_length(s), &from, &to) || from > to) {
        return false;
    }
    span->from = str_offset(s, from);
    span->to = str_offset(s, to);
    return true;
}

static size_t index_of_offset(const Str *s, size_t offset) {
    assert(offset <= s->size);
    return s->ascii ? offset : utf8_count(s->text, offset);
}

static const Str *part_arg(Value v, const char *function) {
    Value part = unbox(v);
    if (!is_str(part)) {
        raise_type_error("%s() argument 1 must be str, not %A", function, v);
    }
    return str_of(part);
}

// The index of the first or last occurrence, -1 if none. args: self, part, start, end.
static intptr_t find(size_t n, const Value *args, const char *function, bool last) {
    const Str *s = str_of(args[0]), *part = part_arg(args[1], function);
    Span span;
    if (!span_of(s, n - 2, args + 2, &span)) {
        return -1;
    }
    const char *text = s->text + span.from;
    size_t size = span.to - span.from;
    size_t at = last ? search_rfind(text, size, part->text, part->size)
                     : search_find(text, size, part->text, part->size);
    return at == SEARCH_NONE ? -1 : (intptr_t)index_of_offset(s, span.from + at);
}

static Value found(intptr_t index) {
    if (index < 0) {
        raise_value_error("substring not found");
    }
    return int_value(index);
}

Value str_find(size_t n, const Value *args) {
    return int_value(find(n, args, "find", false));
}

Value str_rfind(size_t n, const Value *args) {
    return int_value(find(n, args, "rfind", true));
}

Value str_index(size_t n, const Value *args) {
    return found(find(n, args, "index", false));
}

Value str_rindex(size_t n, const Value *args) {
    return found(find(n, args, "rindex", true));
}

Value str_count(size_t n, const Value *args) {
    const Str *s = str_of(args[0]), *part = part_arg(args[1], "count");
    Span span;
    if (!span_of(s, n - 2, args + 2, &span)) {
        return int_value(0);
    }
    const char *text = s->text + span.from;
    size_t size = span.to - span.from;
    size_t count = part->size == 0 ? (s->ascii ? size : utf8_count(text, size)) + 1
                                   : search_count(text, size, part->text, part->size, SIZE_MAX);
    return int_value((intptr_t)count);
}

// ---- beginnings and ends ------------------------------------------------------------------------

bool str_has_part(const Str *s, size_t at, const Str *part) {
    return at <= s->size && part->size <= s->size - at &&
           memcmp(s->text + at, part->text, part->size) == 0;
}

static bool matches(const Str *s, Span span, const Str *part, bool at_end) {
    assert(span.from <= span.to && span.to <= s->size);
    return part->size <= span.to - span.from &&
           str_has_part(s, at_end ? span.to - part->size : span.from, part);
}

static bool matches_any(const Str *s, Span span, const Tuple *parts, const char *function,
                        bool at_end) {
    for (size_t i = 0; i < parts->len; i++) {
        Value part = unbox(parts->items[i]);
        if (!is_str(part)) {
            raise_type_error("tuple for %s must only contain str, not %T", function,
                             parts->items[i]);
        }
        if (matches(s, span, str_of(part), at_end)) {
            return true;
        }
    }
    return false;
}

static Value starts_or_ends(size_t n, const Value *args, const char *function, bool at_end) {
    const Str *s = str_of(args[0]);
    Value part = unbox(args[1]);
    Span span;
    bool inside = span_of(s, n - 2, args + 2, &span);
    if (is_tuple(part)) {
        return bool_value(inside && matches_any(s, span, tuple_of(part), function, at_end));
    }
    if (!is_str(part)) {
        raise_type_error("%s first arg must be str or a tuple of str, not %T", function, args[1]);
    }
    return bool_value(inside && matches(s, span, str_of(part), at_end));
}

Value str_startswith(size_t n, const Value *args) {
    return starts_or_ends(n, args, "startswith", false);
}

Value str_endswith(size_t n, const Value *args) {
    return starts_or_ends(n, args, "endswith", true);
}

Value str_removeprefix(Value self, Value prefix) {
    const Str *s = str_of(self), *part = str_arg(prefix, "removeprefix() argument");
    return str_has_part(s, 0, part) ? str_slice_bytes(s, part->size, s->size) : self;
}

Value str_removesuffix(Value self, Value suffix) {
    const Str *s = str_of(self), *part = str_arg(suffix, "removesuffix() argument");
    if (part->size > s->size || !str_has_part(s, s->size - part->size, part)) {
        return self;
    }
    return str_slice_bytes(s, 0, s->size - part->size);
}

// ---- replace ------------------------------------------------------------------------------------

// Puts `with` before each of the first `count` places between characters.
static Value insert_between(const Str *s, const Str *with, size_t count) {
    size_t places = str_length(s) + 1;
    count = count < places ? count : places;
    Str *out = str_alloc(size_add(s->size, size_mul(count, with->size)));
    char *to = out->text;
    const char *at = s->text, *end = at + s->size;
    while (count-- > 0) {
        poll_pending();
        memcpy(to, with->text, with->size);
        to += with->size;
        if (at == end) {
            break;
        }
        size_t width = utf8_lead_width((unsigned char)*at);
        memcpy(to, at, width);
        to += width;
        at += width;
    }
    memcpy(to, at, (size_t)(end - at));
    return str_finish(out, out->size);
}

// Replaces `count` occurrences, which are there.
static Value replace_found(const Str *s, const Str *part, const Str *with, size_t count) {
    size_t rest_size = s->size - count * part->size;
    Str *out = str_alloc(size_add(rest_size, size_mul(count, with->size)));
    const char *from = s->text, *end = from + s->size;
    char *to = out->text;
    for (; count > 0; count--) {
        poll_pending();
        size_t at = search_find(from, (size_t)(end - from), part->text, part->size);
        assert(at != SEARCH_NONE);
        memcpy(to, from, at);
        memcpy(to + at, with->text, with->size);
        to += at + with->size;
        from += at + part->size;
    }
    memcpy(to, from, (size_t)(end - from));
    return str_finish(out, out->size);
}

Value str_replace(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_old, ARG_REQUIRED | ARG_POSONLY},
                                   {N_new, ARG_REQUIRED | ARG_POSONLY},
                                   {N_count, 0},
                                   {NULL, 0}};
    Value in[3];
    args_parse("replace", spec, n - 1, args + 1, kwnames, in);
    const Str *s = str_of(args[0]);
    const Str *part = str_arg(in[0], "replace() argument 1");
    const Str *with = str_arg(in[1], "replace() argument 2");
    intptr_t limit = is_present(in[2]) ? to_intptr(in[2]) : -1;
    size_t most = limit < 0 ? SIZE_MAX : (size_t)limit;
    if (most == 0) {
        return args[0];
    }
    if (part->size == 0) {
        return insert_between(s, with, most);
    }
    size_t count = search_count(s->text, s->size, part->text, part->size, most);
    return count == 0 ? args[0] : replace_found(s, part, with, count);
}
