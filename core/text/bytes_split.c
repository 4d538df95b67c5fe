// SPDX-License-Identifier: MIT
// bytes_split.c: taking bytes and bytearrays apart and putting them together: split, partition,
// splitlines, strip, join.
#include "error.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/bytes_view.h"
#include "text/search.h"
#include "text/split.h"
#include "text/operand.h"
#include "text/unicode.h"
#include <assert.h>

static void append_part(List *list, const View *view, size_t from, size_t to) {
    assert(from <= to && to <= view->size);
    list_append(list, view_slice(view, from, to));
}

// ---- split, rsplit ------------------------------------------------------------------------------

static size_t skip(const Split *s, size_t at, bool space) {
    while (at < s->size && unicode_ascii_space(s->data[at]) == space) {
        poll_interrupt();
        at++;
    }
    return at;
}

static size_t skip_back(const Split *s, size_t at, bool space) {
    while (at > 0 && unicode_ascii_space(s->data[at - 1]) == space) {
        poll_interrupt();
        at--;
    }
    return at;
}

static Value slice(const Split *s, size_t from, size_t to) {
    return view_slice(s->whole, from, to);
}

static View separator_arg(Value v) {
    View part = view_arg(v);
    if (part.size == 0) {
        raise_value_error("empty separator");
    }
    return part;
}

static Value split(const char *name, size_t n, const Value *args, const Tuple *kwnames, bool last) {
    SplitArgs given = split_args(name, n, args, kwnames);
    View view = view_of(args[0]), part = {0};
    Split s = {&view, view.data, view.size, skip, skip_back, slice};
    if (is_present(given.separator)) {
        part = separator_arg(given.separator);
    }
    return split_all(&s, part.data, part.size, given.limit, last);
}

Value bytes_split(size_t n, const Value *args, const Tuple *kwnames) {
    return split("split", n, args, kwnames, false);
}

Value bytes_rsplit(size_t n, const Value *args, const Tuple *kwnames) {
    return split("rsplit", n, args, kwnames, true);
}

// ---- partition, splitlines ----------------------------------------------------------------------

// bytes gives itself (an instance of a subclass too) and the separator as they are, bytearray copies.
static Value partition(Value self, Value separator, bool last) {
    View part = separator_arg(separator), view = view_of(unbox(self));
    size_t at = (last ? search_rfind : search_find)(view.data, view.size, part.data, part.size);
    bool found = at != SEARCH_NONE;
    size_t start = found ? at : last ? 0 : view.size;
    size_t end = found ? start + part.size : start;
    Value items[3];
    items[0] = view_slice(&view, 0, start);
    items[1] = found && !view.mutable ? separator : view_new(&view, view.data + start, end - start);
    items[2] = view_slice(&view, end, view.size);
    if (!found && !view.mutable) {
        items[last ? 2 : 0] = self;
    }
    return tuple_new(items, 3);
}

Value bytes_partition(Value self, Value separator) {
    return partition(self, separator, false);
}

Value bytes_rpartition(Value self, Value separator) {
    return partition(self, separator, true);
}

Value bytes_splitlines(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_keepends, 0}, {NULL, 0}};
    Value in[1];
    args_parse("splitlines", spec, n - 1, args + 1, kwnames, in);
    bool keep = is_present(in[0]) && op_truth(in[0]);
    List *list = list_new(0);
    View view = view_of(args[0]);
    size_t start = 0;
    for (size_t at = 0; at < view.size;) {
        poll_interrupt();
        size_t stop = at;
        uint8_t c = view.data[at++];
        if (c != '\n' && c != '\r') {
            continue;
        }
        if (c == '\r' && at < view.size && view.data[at] == '\n') {
            at++;
        }
        append_part(list, &view, start, keep ? at : stop);
        start = at;
    }
    if (start < view.size) {
        append_part(list, &view, start, view.size);
    }
    return cell_value(list);
}

// ---- strip --------------------------------------------------------------------------------------

// Is c in the set (NULL: white space)?
static bool is_stripped(uint8_t c, const View *set) {
    return set ? memchr(set->data, c, set->size) != NULL : unicode_ascii_space(c);
}

static Value strip(size_t n, const Value *args, bool left, bool right) {
    View set_view, *set = NULL;
    if (n > 1 && !is_none(args[1])) {
        set_view = view_arg(args[1]);
        set = &set_view;
    }
    View view = view_of(args[0]);
    size_t from = 0, to = view.size;
    while (left && from < to && is_stripped(view.data[from], set)) {
        poll_interrupt();
        from++;
    }
    while (right && to > from && is_stripped(view.data[to - 1], set)) {
        poll_interrupt();
        to--;
    }
    return view_slice(&view, from, to);
}

Value bytes_strip(size_t n, const Value *args) {
    return strip(n, args, true, true);
}

Value bytes_lstrip(size_t n, const Value *args) {
    return strip(n, args, true, false);
}

Value bytes_rstrip(size_t n, const Value *args) {
    return strip(n, args, false, true);
}

// ---- join ---------------------------------------------------------------------------------------

static View item_view(Value item, size_t i) {
    Buffer buffer;
    if (!buffer_try(item, &buffer, BUFFER_READ)) {
        raise_type_error("sequence item %z: expected a bytes-like object, %T found", (intptr_t)i,
                         item);
    }
    return view_arg(item);
}

Value bytes_join(Value self, Value iterable) {
    bool whole = is_list(iterable) || is_tuple(iterable);
    Value from = whole ? iterable : operand_iterator(iterable, "can only join an iterable");
    const List *list = list_of(is_list(from) ? from : list_from_iterable(from));
    View separator = view_of(self);
    size_t total = list->len > 1 ? size_mul(separator.size, list->len - 1) : 0;
    for (size_t i = 0; i < list->len; i++) {
        total = size_add(total, item_view(list->items->at[i], i).size);
    }
    StrBuilder b;
    builder_init(&b, total);
    for (size_t i = 0; i < list->len; i++) { // an allocation may change the list: look again
        poll_interrupt();
        View item = item_view(list->items->at[i], i);
        builder_add(&b, (const char *)separator.data, i > 0 ? separator.size : 0);
        builder_add(&b, (const char *)item.data, item.size);
    }
    return view_finish(&separator, &b);
}
