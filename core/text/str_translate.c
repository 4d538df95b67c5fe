// SPDX-License-Identifier: MIT
// str_translate.c: str.maketrans and str.translate.
#include "error.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str_methods.h"
#include "text/utf8.h"
#include <string.h>

// The dict for maketrans(dict): one-character keys become their code points.
static Value maketrans_from_dict(Value source) {
    if (!is_kind(source, &dict_type)) {
        raise_type_error("if you give only one argument to maketrans it must be a dict");
    }
    Dict *table = dict_new(dict_len(dict_of(source)));
    Value key, v;
    for (size_t pos = 0; dict_next(dict_of(source), &pos, &key, &v);) {
        Value text = unbox(key);
        if (is_str(text)) {
            if (str_length(str_of(text)) != 1) {
                raise_value_error("string keys in translate table must be of length 1");
            }
            const char *p = str_of(text)->text;
            key = int_value((intptr_t)utf8_next(&p));
        } else if (!is_integer(key)) {
            raise_type_error("keys in translate table must be strings or integers");
        }
        dict_set(table, key, v);
    }
    return cell_value(table);
}

static const Str *text_arg(Value v, const char *message) {
    if (!is_str(unbox(v))) {
        raise_type_error("%s", message);
    }
    return str_of(unbox(v));
}

Value str_maketrans(size_t n, const Value *args) {
    if (n == 1) {
        return maketrans_from_dict(args[0]);
    }
    const Str *from =
        text_arg(args[0], "first maketrans argument must be a string if there is a second "
                          "argument");
    const Str *to = str_arg(args[1], "maketrans() argument 2");
    const Str *drop = n > 2 ? str_arg(args[2], "maketrans() argument 3") : N__empty;
    if (str_length(from) != str_length(to)) {
        raise_value_error("the first two maketrans arguments must have equal length");
    }
    Dict *table = dict_new(0);
    const char *p = from->text, *q = to->text;
    while (p < from->text + from->size) {
        Value key = int_value((intptr_t)utf8_next(&p));
        dict_set(table, key, int_value((intptr_t)utf8_next(&q)));
    }
    for (p = drop->text; p < drop->text + drop->size;) {
        dict_set(table, int_value((intptr_t)utf8_next(&p)), NONE);
    }
    return cell_value(table);
}

// What the table says about c: ABSENT if nothing (LookupError).
static Value look_up(Value table, uint32_t c) {
    Value key = int_value((intptr_t)c);
    if (is_dict(table)) {
        return dict_get(dict_of(table), key);
    }
    volatile Value found = ABSENT;
    Catch catcher;
    if (TRY(catcher)) {
        found = op_getitem(table, key);
        catch_leave(&catcher);
    } else if (!exception_matches(catcher.exception, &lookup_error_type)) {
        raise_again(catcher.exception);
    }
    return found;
}

static void add_mapped(StrBuilder *b, Value mapped) {
    Value v = unbox(mapped);
    if (is_none(v)) {
        return;
    }
    if (is_str(v)) {
        builder_add_str(b, str_of(v));
        return;
    }
    if (!is_integer(v)) {
        raise_type_error("character mapping must return integer, None or str");
    }
    Value code = integer_of(v);
    if (!is_int(code) || int_of(code) < 0 || int_of(code) > 0x10ffff) {
        raise_value_error("character mapping must be in range(0x110000)");
    }
    builder_add_char(b, (uint32_t)int_of(code));
}

// What becomes of ASCII characters, as far as it was asked for: another one, or one of these.
enum { NOT_ASKED = 0x80, DROPPED, OTHERWISE };

typedef struct Translation {
    Value table;
    StrBuilder out;
    uint8_t ascii[128];
} Translation;

static void translate_one(Translation *t, uint32_t c) {
    Value mapped = look_up(t->table, c);
    if (is_absent(mapped)) {
        builder_add_char(&t->out, c);
    } else {
        add_mapped(&t->out, mapped);
    }
}

static uint8_t ask_ascii(Value table, uint8_t c) {
    Value mapped = look_up(table, c);
    if (is_absent(mapped)) {
        return c;
    }
    if (is_none(mapped)) {
        return DROPPED;
    }
    if (is_int(mapped) && int_of(mapped) >= 0 && int_of(mapped) < 128) {
        return (uint8_t)int_of(mapped);
    }
    bool one = is_str(mapped) && str_of(mapped)->size == 1;
    return one ? (uint8_t)str_of(mapped)->text[0] : OTHERWISE;
}

// By a dict, which is asked once for each ASCII character that it maps to one, or to nothing. What
// a callback changes in it meanwhile may come too late.
static void translate_by_dict(Translation *t, const char *at, const char *end) {
    char buffer[64];
    size_t n = 0;
    memset(t->ascii, NOT_ASKED, sizeof t->ascii);
    while (at < end) {
        poll_pending();
        uint8_t c = (uint8_t)*at, to = OTHERWISE;
        if (c < 128) {
            to = t->ascii[c];
            to = to == NOT_ASKED ? t->ascii[c] = ask_ascii(t->table, c) : to;
        }
        if (to < 128) {
            buffer[n++] = (char)to;
        }
        if (to == OTHERWISE || n == sizeof buffer) {
            builder_add(&t->out, buffer, n);
            n = 0;
        }
        if (to == OTHERWISE) {
            translate_one(t, utf8_next(&at));
        } else {
            at++;
        }
    }
    builder_add(&t->out, buffer, n);
}

Value str_translate(Value self, Value table) {
    const Str *s = str_of(self);
    const char *at = s->text, *end = at + s->size;
    Translation t = {.table = table};
    builder_init(&t.out, s->size);
    if (is_dict(table)) {
        translate_by_dict(&t, at, end);
    }
    while (at < end && !is_dict(table)) {
        poll_pending();
        translate_one(&t, utf8_next(&at));
    }
    return builder_finish(&t.out);
}
