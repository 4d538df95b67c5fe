// SPDX-License-Identifier: MIT
// str_format.c: str.format and str.format_map: replacement fields {name!conversion:spec}, where
// name is [index or keyword]{.attribute | [item]} and spec may hold fields itself.
#include "error.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/format.h"
#include "text/str_methods.h"
#include "text/utf8.h"
#include <assert.h>

typedef struct Formatter {
    size_t n;            // positional arguments
    const Value *args;   // then keyword values; NULL for format_map
    const Tuple *names;  // keyword names or NULL
    Value mapping;       // of format_map, else ABSENT
    intptr_t next_auto;  // next automatic index; -1 once indices were given
    Value alone;         // what the only field gave, if not empty and with no text around it: the
                         // result, whatever kind of str it is; else ABSENT
} Formatter;

typedef struct Text { // part of the format string
    const char *at, *end;
} Text;

typedef struct Field { // of one replacement field
    Text name, spec;
    uint32_t conversion; // 0: none
    bool nested;         // spec holds fields
} Field;

enum { MAX_NESTING = 2 };

static void render(Formatter *f, StrBuilder *out, Text text, int depth);

// ---- field names --------------------------------------------------------------------------------

// A decimal index, or -1 if the text is not one.
static intptr_t parse_index(Text t) {
    intptr_t n = t.at == t.end ? -1 : 0;
    for (; t.at < t.end; t.at++) {
        if (*t.at < '0' || *t.at > '9') {
            return -1;
        }
        if (n > (SMALL_INT_MAX - 9) / 10) {
            raise_value_error("Too many decimal digits in format string");
        }
        n = n * 10 + (*t.at - '0');
    }
    return n;
}

static Value text_value(Text t) {
    return str_new(t.at, (size_t)(t.end - t.at));
}

static Value positional(Formatter *f, intptr_t index) {
    assert(index >= 0);
    if (is_present(f->mapping)) {
        raise_value_error("Format string contains positional fields");
    }
    if ((size_t)index >= f->n) {
        raise_index_error("Replacement index %z out of range for positional args tuple", index);
    }
    return f->args[index];
}

static Value keyword(Formatter *f, Value name) {
    if (is_present(f->mapping)) {
        return op_getitem(f->mapping, name);
    }
    for (size_t i = 0; f->names && i < f->names->len; i++) {
        if (str_equal(str_of(f->names->items[i]), str_of(name))) {
            return f->args[f->n + i];
        }
    }
    raise_key_error(name);
}

static Value first_value(Formatter *f, Text name) {
    intptr_t index = parse_index(name);
    if (name.at < name.end && index < 0) {
        return keyword(f, text_value(name));
    }
    if (name.at == name.end) { // {}: the next one
        if (f->next_auto < 0) {
            raise_value_error("cannot switch from manual field specification to automatic field "
                              "numbering");
        }
        return positional(f, f->next_auto++);
    }
    if (f->next_auto > 0) {
        raise_value_error("cannot switch from automatic field numbering to manual field "
                          "specification");
    }
    f->next_auto = -1;
    return positional(f, index);
}

// The text up to one of the two characters.
static Text take_until(Text *rest, char a, char b) {
    assert(rest->at <= rest->end);
    Text t = *rest;
    while (rest->at < rest->end && *rest->at != a && *rest->at != b) {
        poll_interrupt();
        rest->at++;
    }
    t.end = rest->at;
    return t;
}

static Value item_of(Value v, Text *rest) {
    Text key = take_until(rest, ']', ']');
    if (rest->at == rest->end) {
        raise_value_error("Missing ']' in format string");
    }
    rest->at++;
    if (key.at == key.end) {
        raise_value_error("Empty attribute in format string");
    }
    if (rest->at < rest->end && *rest->at != '.' && *rest->at != '[') {
        raise_value_error("Only '.' or '[' may follow ']' in format field specifier");
    }
    intptr_t index = parse_index(key);
    return op_getitem(v, index >= 0 ? int_value(index) : text_value(key));
}

static Value field_value(Formatter *f, Text name) {
    Text rest = name;
    Value v = first_value(f, take_until(&rest, '.', '['));
    while (rest.at < rest.end) {
        if (*rest.at++ == '[') {
            v = item_of(v, &rest);
            continue;
        }
        Text attribute = take_until(&rest, '.', '[');
        if (attribute.at == attribute.end) {
            raise_value_error("Empty attribute in format string");
        }
        v = attr_get(v, str_intern(text_value(attribute)));
    }
    return v;
}

// ---- fields -------------------------------------------------------------------------------------

static uint32_t parse_conversion(Text *t) {
    if (t->at == t->end) {
        raise_value_error("end of string while looking for conversion specifier");
    }
    return utf8_next(&t->at);
}

// Up to the '}' that closes the field. *t is past the ':'.
static void parse_spec(Text *t, Field *field) {
    field->spec.at = t->at;
    for (int depth = 1; t->at < t->end; t->at++) {
        if (*t->at == '{') {
            field->nested = true;
            depth++;
        } else if (*t->at == '}' && --depth == 0) {
            field->spec.end = t->at++;
            return;
        }
    }
    raise_value_error("unmatched '{' in format spec");
}

// The name ends at ':', '!' or '}', but not between brackets. Returns that character.
static char parse_name(Text *t, Field *field) {
    field->name.at = t->at;
    while (t->at < t->end) {
        char c = *t->at++;
        if (c == '{') {
            raise_value_error("unexpected '{' in field name");
        }
        if (c == '[') {
            take_until(t, ']', ']');
        } else if (c == '}' || c == ':' || c == '!') {
            field->name.end = t->at - 1;
            return c;
        }
    }
    raise_value_error("expected '}' before end of string");
}

static Field parse_field(Text *t) {
    Field field = {.spec = {t->at, t->at}};
    char c = parse_name(t, &field);
    if (c == '!') {
        field.conversion = parse_conversion(t);
        if (t->at == t->end) {
            raise_value_error("unmatched '{' in format spec");
        }
        c = *t->at++;
        if (c != '}' && c != ':') {
            raise_value_error("expected ':' after conversion specifier");
        }
    }
    if (c == ':') {
        parse_spec(t, &field);
    }
    return field;
}

static Value convert(Value v, uint32_t conversion) {
    switch (conversion) {
    case 0:
        return v;
    case 'r':
        return op_repr_given(v);
    case 's':
        return op_str(v);
    case 'a':
        return str_ascii(v);
    default:
        if (conversion > 32 && conversion < 127) {
            raise_value_error("Unknown conversion specifier %c", conversion);
        }
        raise_value_error("Unknown conversion specifier \\x%x", (unsigned)conversion);
    }
}

// `last`: nothing follows in the format string itself.
static void render_field(Formatter *f, StrBuilder *out, const Field *field, int depth, bool last) {
    Value v = convert(field_value(f, field->name), field->conversion);
    Value spec;
    if (field->nested) {
        StrBuilder b;
        builder_init(&b, 0);
        render(f, &b, field->spec, depth - 1);
        spec = builder_finish(&b);
    } else {
        spec = text_value(field->spec);
    }
    Value text = format_value(v, str_of(spec));
    builder_add_str(out, str_of(unbox(text)));
    if (last && str_of(unbox(text))->size == out->size && out->size > 0) {
        f->alone = text;
    }
}

static void render(Formatter *f, StrBuilder *out, Text t, int depth) {
    assert(depth >= 0 && t.at <= t.end);
    if (depth == 0) {
        raise_value_error("Max string recursion exceeded");
    }
    while (t.at < t.end) {
        poll_pending();
        Text literal = take_until(&t, '{', '}');
        builder_add(out, literal.at, (size_t)(literal.end - literal.at));
        if (t.at == t.end) {
            break;
        }
        char c = *t.at++;
        if (t.at < t.end && *t.at == c) { // {{ or }}
            builder_add_byte(out, (uint8_t)c);
            t.at++;
            continue;
        }
        if (c == '}' || t.at == t.end) {
            raise_value_error("Single '%c' encountered in format string", (uint32_t)c);
        }
        Field field = parse_field(&t);
        render_field(f, out, &field, depth, depth == MAX_NESTING && t.at == t.end);
    }
}

static bool has_brace(const Str *s) {
    return memchr(s->text, '{', s->size) || memchr(s->text, '}', s->size);
}

static Value format_all(Formatter *f, Value format) {
    const Str *s = str_of(unbox(format));
    if (s->size > 0 && !has_brace(s)) {
        return format;
    }
    StrBuilder b;
    builder_init(&b, size_add(s->size, 8));
    f->alone = ABSENT;
    render(f, &b, (Text){s->text, s->text + s->size}, MAX_NESTING);
    Value text = builder_finish(&b);
    return is_present(f->alone) ? f->alone : text;
}

Value str_format_method(Value format, size_t n, const Value *args, const Tuple *kwnames) {
    Formatter f = {.n = n, .args = args, .names = kwnames, .mapping = ABSENT};
    return format_all(&f, format);
}

Value str_format_map(Value self, Value mapping) {
    Formatter f = {.mapping = mapping};
    return format_all(&f, self);
}
