// SPDX-License-Identifier: MIT
// json_write.c: values as JSON text.
#include "modules/json.h"
#include "objects/dict.h"
#include "objects/float_math.h"
#include "objects/protocol.h"
#include "objects/sequence.h"
#include "state.h"
#include <assert.h>

enum { PIECE = 512 }; // text is handed to a stream when it is as long as this

// The containers around a value: a list on the C stack. A value that is one of them is circular.
// Only the nearest are compared; a larger circle is found by Brent's method ("An improved Monte
// Carlo factorization algorithm", 1980): the last container at a depth that is a power of two is
// remembered, and will be met again.
enum { NEAREST = 200 };
typedef struct Level {
    Value container, remembered;
    const struct Level *outer;
    size_t depth;
} Level;

static void write_value(JsonWriter *w, Value v, const Level *outer);

static void flush(JsonWriter *w) {
    assert(is_present(w->write));
    Value text = builder_finish(&w->out);
    op_call_1(w->write, text);
    builder_init(&w->out, PIECE);
}

// ---- strings ------------------------------------------------------------------------------------------

static void add_unit(StrBuilder *b, uint32_t unit) { // \u1234
    static const char digits[] = "0123456789abcdef";
    char text[6] = {'\\', 'u', digits[unit >> 12 & 15], digits[unit >> 8 & 15],
                    digits[unit >> 4 & 15], digits[unit & 15]};
    builder_add(b, text, sizeof text);
}

static void add_escape(StrBuilder *b, uint32_t c) {
    assert(c <= 0x10ffff);
    static const char from[] = "\"\\\n\r\t\b\f", to[] = "\"\\nrtbf";
    const char *found = c < 0x80 && c ? strchr(from, (int)c) : NULL;
    if (found) {
        builder_add_byte(b, '\\');
        builder_add_byte(b, (uint8_t)to[found - from]);
    } else if (c < 0x10000) {
        add_unit(b, c);
    } else { // surrogates
        add_unit(b, 0xd800 + ((c - 0x10000) >> 10));
        add_unit(b, 0xdc00 + ((c - 0x10000) & 0x3ff));
    }
}

static void write_str(JsonWriter *w, const Str *s) {
    StrBuilder *b = &w->out;
    builder_add_byte(b, '"');
    const char *end = s->text + s->size;
    for (const char *p = s->text; p < end;) {
        const char *run = p;
        poll_interrupt();
        while (p < end && (uint8_t)*p >= ' ' && *p != '"' && *p != '\\' &&
               (!w->ensure_ascii || ((uint8_t)*p < 0x7f))) {
            p++;
        }
        builder_add(b, run, (size_t)(p - run));
        if (p < end) {
            add_escape(b, utf8_next(&p));
        }
    }
    builder_add_byte(b, '"');
}

// ---- numbers ------------------------------------------------------------------------------------------

static Value float_text(const JsonWriter *w, Float x) {
    if (real_is_finite(x)) {
        return float_repr(x);
    }
    if (!w->allow_nan) {
        raise_value_error("Out of range float values are not JSON compliant: %V", float_value(x));
    }
    return str_value(real_is_nan(x) ? N_NaN : x > 0 ? N_Infinity : N__minus_infinity);
}

// The text of None, a bool or a number; ABSENT for anything else.
static Value scalar_text(const JsonWriter *w, Value v) {
    if (is_none(v)) {
        return str_value(N_null);
    }
    if (is_bool(v)) {
        return str_value(same(v, TRUE) ? N_true : N_false);
    }
    if (is_integer(v)) {
        return int_to_text(integer_of(v), 10, false);
    }
    Value native = unbox(v);
    return is_float(native) ? float_text(w, float_of(native)) : ABSENT;
}

// ---- containers ---------------------------------------------------------------------------------------

static void check_circular(Value v, const Level *outer) {
    bool circular = outer && same(outer->remembered, v);
    for (int i = 0; outer && i < NEAREST && !circular; i++, outer = outer->outer) {
        circular = same(outer->container, v);
    }
    if (circular) {
        raise_value_error("Circular reference detected");
    }
}

static void new_line(JsonWriter *w, size_t depth) {
    if (w->indent) {
        builder_add_byte(&w->out, '\n');
        for (size_t i = 0; i < depth; i++) {
            builder_add_str(&w->out, w->indent);
        }
    }
}

// Before an item: the separator, unless it is the first.
static void next_item(JsonWriter *w, const Level *level, bool first) {
    poll_pending();
    if (is_present(w->write) && w->out.size > PIECE) {
        flush(w);
    }
    if (!first) {
        builder_add_str(&w->out, w->item_separator);
    }
    new_line(w, level->depth);
}

// v: a list or tuple; user code may change a list meanwhile.
static void write_items(JsonWriter *w, Value v, const Level *level) {
    assert(is_kind(v, &list_type) || is_tuple(v));
    if (sequence_len(v) == 0) {
        builder_add_c(&w->out, "[]");
        return;
    }
    builder_add_byte(&w->out, '[');
    for (size_t i = 0; i < sequence_len(v); i++) {
        Value item = sequence_item(v, i); // read first: next_item() may run user code
        next_item(w, level, i == 0);
        write_value(w, item, level);
    }
    new_line(w, level->depth - 1);
    builder_add_byte(&w->out, ']');
}

// The key as a str; ABSENT if the entry is to be left out.
static Value key_text(const JsonWriter *w, Value key) {
    Value native = unbox(key);
    if (is_str(native)) {
        return native;
    }
    Value text = scalar_text(w, key);
    if (is_absent(text) && !w->skip_keys) {
        raise_type_error("keys must be str, int, float, bool or None, not %T", key);
    }
    return text;
}

static bool write_entry(JsonWriter *w, Value key, Value v, const Level *level, bool first) {
    Value text = key_text(w, key);
    if (is_absent(text)) {
        return false;
    }
    if (first) {
        builder_add_byte(&w->out, '{');
    }
    next_item(w, level, first);
    write_str(w, str_of(text));
    builder_add_str(&w->out, w->key_separator);
    write_value(w, v, level);
    return true;
}

static bool write_sorted(JsonWriter *w, const Dict *d, const Level *level) {
    List *keys = list_new(dict_len(d));
    Value key, v;
    bool first = true;
    for (size_t pos = 0; dict_next(d, &pos, &key, &v);) {
        list_append(keys, key);
    }
    list_sort(keys, ABSENT, false);
    for (size_t i = 0; i < keys->len; i++) {
        v = dict_get(d, keys->items->at[i]);
        first = !(is_present(v) && write_entry(w, keys->items->at[i], v, level, first)) && first;
    }
    return first;
}

static bool write_pairs(JsonWriter *w, Value iterable, const Level *level) {
    List *pairs = list_of(list_from_iterable(iterable));
    bool empty = true;
    if (w->sort_keys) {
        list_sort(pairs, ABSENT, false);
    }
    for (size_t i = 0; i < pairs->len; i++) {
        Value pair = pairs->items->at[i];
        if (!is_tuple(pair) || tuple_of(pair)->len != 2) {
            raise_value_error("items must return 2-tuples");
        }
        const Value *at = tuple_of(pair)->items;
        empty = !write_entry(w, at[0], at[1], level, empty) && empty;
    }
    return empty;
}

// A subclass with its own items() is asked for them.
static void write_dict(JsonWriter *w, const Dict *d, const Level *level) {
    Value key, v;
    bool empty = true;
    if (dict_len(d) && is_present(type_override(type_of(level->container), N_items))) {
        empty = write_pairs(w, op_call_method(level->container, N_items, 0, NULL), level);
    } else if (w->sort_keys) {
        empty = write_sorted(w, d, level);
    } else {
        for (size_t pos = 0; dict_next(d, &pos, &key, &v);) {
            empty = !write_entry(w, key, v, level, empty) && empty;
        }
    }
    if (empty) {
        builder_add_c(&w->out, "{}");
        return;
    }
    new_line(w, level->depth - 1);
    builder_add_byte(&w->out, '}');
}

static void write_other(JsonWriter *w, Value v, const Level *level) {
    if (is_absent(w->fallback)) {
        raise_type_error("Object of type %T is not JSON serializable", v);
    }
    write_value(w, op_call_1(w->fallback, v), level);
}

// A list or tuple, or what a subclass with its own __iter__() gives.
static Value items_of(Value v) {
    return is_absent(type_override(type_of(v), N___iter__)) ? unbox(v) : list_from_iterable(v);
}

static void write_value(JsonWriter *w, Value v, const Level *outer) {
    stack_check();
    Value native = unbox(v);
    if (is_str(native)) {
        write_str(w, str_of(native));
        return;
    }
    Value text = scalar_text(w, v);
    if (is_present(text)) {
        builder_add_str(&w->out, str_of(text));
        return;
    }
    check_circular(v, outer);
    Level level = {v, v, outer, outer ? outer->depth + 1 : 1};
    if (level.depth & (level.depth - 1)) {
        level.remembered = outer->remembered;
    }
    if (is_kind(native, &list_type) || is_tuple(native)) {
        write_items(w, items_of(v), &level);
    } else if (is_any_dict(native)) {
        write_dict(w, dict_of(native), &level);
    } else {
        level.depth--;
        write_other(w, v, &level);
    }
}

void json_write(JsonWriter *w, Value v) {
    builder_init(&w->out, is_present(w->write) ? PIECE : 0);
    write_value(w, v, NULL);
    if (is_present(w->write)) {
        flush(w);
    }
}
