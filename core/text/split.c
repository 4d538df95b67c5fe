// SPDX-License-Identifier: MIT
// split.c: split() and rsplit() of text and bytes, which differ in what white space is.
#include "text/split.h"
#include "error.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/search.h"
#include "text/str.h"
#include <assert.h>

SplitArgs split_args(const char *name, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_sep, 0}, {N_maxsplit, 0}, {NULL, 0}};
    Value in[2];
    args_parse(name, spec, n - 1, args + 1, kwnames, in);
    intptr_t most = is_present(in[1]) ? to_intptr(in[1]) : -1;
    bool space = is_absent(in[0]) || is_none(in[0]);
    return (SplitArgs){space ? ABSENT : in[0], most < 0 ? SIZE_MAX : (size_t)most};
}

static void append_part(List *list, const Split *s, size_t from, size_t to) {
    assert(from <= to && to <= s->size);
    poll_interrupt(); // a bytearray must stay as it is
    list_append(list, s->slice(s, from, to));
}

static void split_space(List *list, const Split *s, size_t limit) {
    size_t at = s->skip(s, 0, true);
    for (; at < s->size && limit > 0; limit--) {
        size_t end = s->skip(s, at, false);
        append_part(list, s, at, end);
        at = s->skip(s, end, true);
    }
    if (at < s->size) {
        append_part(list, s, at, s->size);
    }
}

static void rsplit_space(List *list, const Split *s, size_t limit) {
    size_t end = s->skip_back(s, s->size, true);
    for (; end > 0 && limit > 0; limit--) {
        size_t at = s->skip_back(s, end, false);
        append_part(list, s, at, end);
        end = s->skip_back(s, at, true);
    }
    if (end > 0) {
        append_part(list, s, 0, end);
    }
}

static void split_part(List *list, const Split *s, const uint8_t *part, size_t size, size_t limit) {
    size_t at = 0;
    for (; limit > 0; limit--) {
        size_t n = search_find(s->data + at, s->size - at, part, size);
        if (n == SEARCH_NONE) {
            break;
        }
        append_part(list, s, at, at + n);
        at += n + size;
    }
    append_part(list, s, at, s->size);
}

static void rsplit_part(List *list, const Split *s, const uint8_t *part, size_t size,
                        size_t limit) {
    size_t end = s->size;
    for (; limit > 0; limit--) {
        size_t at = search_rfind(s->data, end, part, size);
        if (at == SEARCH_NONE) {
            break;
        }
        append_part(list, s, at + size, end);
        end = at;
    }
    append_part(list, s, 0, end);
}

Value split_all(const Split *s, const uint8_t *part, size_t size, size_t limit, bool last) {
    assert(!part || size > 0);
    List *list = list_new(0);
    if (part) {
        (last ? rsplit_part : split_part)(list, s, part, size, limit);
    } else {
        (last ? rsplit_space : split_space)(list, s, limit);
    }
    if (last) {
        list_reverse(list);
    }
    return cell_value(list);
}
