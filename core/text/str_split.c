// SPDX-License-Identifier: MIT
// str_split.c: taking text apart and putting it together: split, partition, splitlines, join.
#include "error.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/search.h"
#include "text/split.h"
#include "text/operand.h"
#include "text/str_methods.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include <assert.h>

static void append_part(List *list, const Str *s, size_t from, size_t to) {
    poll_pending();
    list_append(list, str_slice_bytes(s, from, to));
}

// ---- split, rsplit ------------------------------------------------------------------------------

// Offset of the first character at or after `at` that is (or is not) white space.
static size_t skip_space(const Split *s, size_t at, bool space) {
    const char *text = (const char *)s->data;
    while (at < s->size) {
        poll_interrupt();
        const char *p = text + at;
        uint32_t c = (uint8_t)*p < 0x80 ? (uint8_t)*p++ : utf8_next(&p);
        if (unicode_is_space(c) != space) {
            break;
        }
        at = (size_t)(p - text);
    }
    return at;
}

// The same backwards: the end of the text before `at` without such characters.
static size_t skip_space_back(const Split *s, size_t at, bool space) {
    const char *text = (const char *)s->data;
    while (at > 0) {
        poll_interrupt();
        const char *p = text + at;
        if (unicode_is_space(utf8_previous(&p)) != space) {
            break;
        }
        at = (size_t)(p - text);
    }
    return at;
}

static Value slice(const Split *s, size_t from, size_t to) {
    return str_slice_bytes(s->whole, from, to);
}

static const Str *separator_arg(Value separator, const char *wanted) {
    Value part = unbox(separator);
    if (!is_str(part)) {
        raise_type_error("must be %s, not %T", wanted, separator);
    }
    if (str_of(part)->size == 0) {
        raise_value_error("empty separator");
    }
    return str_of(part);
}

// Bytes that CPython has for each character.
static int character_size(const Str *s) {
    int size = 1;
    for (size_t i = 0; !s->ascii && i < s->size; i++) {
        int lead = (uint8_t)s->text[i];
        size = lead >= 0xf0 ? 4 : lead >= 0xc4 && size < 2 ? 2 : size;
    }
    return size;
}

// As CPython sees it without looking for it: can't `part` be in s? An instance of a subclass is then not copied.
static bool cannot_contain(const Str *s, const Str *part) {
    return str_length(s) < str_length(part) || character_size(s) < character_size(part);
}

static Value list_of_one(Value v) {
    List *list = list_new(1);
    list_append(list, v);
    return cell_value(list);
}

static Value split(const char *name, size_t n, const Value *args, const Tuple *kwnames, bool last) {
    const Str *whole = str_of(unbox(args[0])), *part = NULL;
    SplitArgs given = split_args(name, n, args, kwnames);
    Split s = {whole, (const uint8_t *)whole->text, whole->size, skip_space, skip_space_back,
               slice};
    if (is_present(given.separator)) {
        part = separator_arg(given.separator, "str or None");
        if (is_boxed(args[0]) && cannot_contain(whole, part)) {
            return list_of_one(args[0]);
        }
    }
    return split_all(&s, part ? (const uint8_t *)part->text : NULL, part ? part->size : 0,
                     given.limit, last);
}

Value str_split(size_t n, const Value *args, const Tuple *kwnames) {
    return split("split", n, args, kwnames, false);
}

Value str_rsplit(size_t n, const Value *args, const Tuple *kwnames) {
    return split("rsplit", n, args, kwnames, true);
}

// ---- partition ----------------------------------------------------------------------------------

static Value triple(Value a, Value b, Value c) {
    Value items[3] = {a, b, c};
    return tuple_new(items, 3);
}

static Value partition_at(const Str *s, size_t at, Value separator) {
    size_t end = at + str_of(unbox(separator))->size;
    return triple(str_slice_bytes(s, 0, at), separator, str_slice_bytes(s, end, s->size));
}

Value str_partition(Value self, Value separator) {
    const Str *s = str_of(unbox(self)), *part = separator_arg(separator, "str");
    size_t at = search_find(s->text, s->size, part->text, part->size);
    if (at == SEARCH_NONE) {
        return triple(self, str_value(N__empty), str_value(N__empty));
    }
    return partition_at(s, at, separator);
}

Value str_rpartition(Value self, Value separator) {
    const Str *s = str_of(unbox(self)), *part = separator_arg(separator, "str");
    size_t at = search_rfind(s->text, s->size, part->text, part->size);
    if (at == SEARCH_NONE) {
        return triple(str_value(N__empty), str_value(N__empty), self);
    }
    return partition_at(s, at, separator);
}

// ---- splitlines ---------------------------------------------------------------------------------

static bool is_line_end(uint32_t c) {
    return (c >= 0x0a && c <= 0x0d) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

Value str_splitlines(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_keepends, 0}, {NULL, 0}};
    Value in[1];
    args_parse("splitlines", spec, n - 1, args + 1, kwnames, in);
    bool keep = is_present(in[0]) && op_truth(in[0]);
    const Str *s = str_of(args[0]);
    List *list = list_new(0);
    const char *start = s->text, *end = start + s->size;
    for (const char *at = start; at < end;) {
        poll_interrupt();
        const char *stop = at;
        uint32_t c = utf8_next(&at);
        if (!is_line_end(c)) {
            continue;
        }
        if (c == '\r' && at < end && *at == '\n') {
            at++;
        }
        append_part(list, s, (size_t)(start - s->text), (size_t)((keep ? at : stop) - s->text));
        start = at;
    }
    if (start < end) {
        append_part(list, s, (size_t)(start - s->text), s->size);
    }
    return cell_value(list);
}

// ---- join ---------------------------------------------------------------------------------------

// Items of a list or tuple, which an allocation (a finaliser it runs) may have changed since.
static const Value *items_of(Value sequence, size_t *len) {
    if (is_kind(sequence, &list_type)) {
        List *list = list_of(sequence);
        *len = list->len;
        return list->items ? list->items->at : NULL;
    }
    *len = tuple_of(sequence)->len;
    return tuple_of(sequence)->items;
}

static const Str *item_text(Value item, size_t i) {
    Value text = unbox(item);
    if (!is_str(text)) {
        raise_type_error("sequence item %z: expected str instance, %T found", (intptr_t)i, item);
    }
    return str_of(text);
}

static Value join_sequence(const Str *separator, Value sequence) {
    size_t len, total = 0;
    const Value *items = items_of(sequence, &len);
    if (len == 1 && is_str(items[0])) {
        return items[0];
    }
    for (size_t i = 0; i < len; i++) {
        total = size_add(total, item_text(items[i], i)->size);
    }
    if (len > 1) {
        total = size_add(total, size_mul(separator->size, len - 1));
    }
    if (total == 0) {
        return str_value(N__empty);
    }
    StrBuilder b;
    builder_init(&b, total);
    for (size_t i = 0; i < (items = items_of(sequence, &len), len); i++) {
        if (i > 0) {
            builder_add_str(&b, separator);
        }
        builder_add_str(&b, item_text(items[i], i));
    }
    return builder_finish(&b);
}

Value str_join(const Str *separator, Value iterable) {
    Value sequence = unbox(iterable);
    bool plain = is_tuple(sequence) || is_kind(sequence, &list_type);
    if (!plain || operand_defines(iterable, N___iter__)) {
        sequence = list_from_iterable(operand_iterator(iterable, "can only join an iterable"));
    }
    return join_sequence(separator, sequence);
}

Value str_join_method(Value self, Value iterable) {
    return str_join(str_of(self), iterable);
}
