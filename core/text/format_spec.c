// SPDX-License-Identifier: MIT
// format_spec.c: parsing a format specification, padding, and format() for values of any type.
#include "error.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "text/format.h"
#include "text/utf8.h"
#include <assert.h>

// ---- parsing ------------------------------------------------------------------------------------

typedef struct SpecReader {
    const char *at, *end;
} SpecReader;

static bool accept(SpecReader *r, char c) {
    bool yes = r->at < r->end && *r->at == c;
    r->at += yes;
    return yes;
}

static bool is_align(const char *p, const char *end) {
    return p < end && (*p == '<' || *p == '>' || *p == '=' || *p == '^');
}

// Decimal digits; -1 if there are none.
static intptr_t read_count(SpecReader *r) {
    intptr_t n = -1;
    for (; r->at < r->end && *r->at >= '0' && *r->at <= '9'; r->at++) {
        n = n < 0 ? 0 : n;
        int digit = *r->at - '0';
        if (n > (INTPTR_MAX - digit) / 10) {
            raise_value_error("Too many decimal digits in format string");
        }
        n = n * 10 + digit;
    }
    return n;
}

static char read_grouping(SpecReader *r) {
    char found = accept(r, ',') ? ',' : 0;
    if (accept(r, '_')) {
        if (found) {
            raise_value_error("Cannot specify both ',' and '_'.");
        }
        found = '_';
        if (r->at < r->end && *r->at == ',') {
            raise_value_error("Cannot specify both ',' and '_'.");
        }
    }
    return found;
}

// Returns whether a fill character was given.
static bool read_align(SpecReader *r, FormatSpec *f) {
    const char *next = r->at;
    if (r->at < r->end) {
        f->fill = utf8_next(&next);
    }
    if (r->at < r->end && is_align(next, r->end)) {
        f->align = *next;
        f->align_given = true;
        r->at = next + 1;
        return true;
    }
    f->fill = ' ';
    if (is_align(r->at, r->end)) {
        f->align = *r->at++;
        f->align_given = true;
    }
    return false;
}

static void read_precision(SpecReader *r, FormatSpec *f) {
    if (!accept(r, '.')) {
        return;
    }
    f->precision = read_count(r);
    f->fraction_grouping = read_grouping(r);
    if (f->precision < 0 && !f->fraction_grouping) {
        raise_value_error("Format specifier missing precision");
    }
}

static void add_type_code(StrBuilder *b, uint32_t type) {
    if (type > 32 && type < 128) {
        builder_add_char(b, type);
    } else {
        builder_add_format(b, "\\x%x", (unsigned)type);
    }
}

static bool allows_grouping(uint32_t type, char grouping) {
    const char *types = grouping == '_' ? "deEfFgG%boxX" : "deEfFgG%";
    return type == 0 || (type < 128 && strchr(types, (int)type));
}

static void check_grouping(const FormatSpec *f, char grouping) {
    if (grouping && !allows_grouping(f->type, grouping)) {
        StrBuilder b;
        builder_init(&b, 0);
        builder_add_format(&b, "Cannot specify '%c' with '", (uint32_t)grouping);
        add_type_code(&b, f->type);
        builder_add_c(&b, "'.");
        raise_value_error("%S", str_of(builder_finish(&b)));
    }
}

void format_spec_parse(FormatSpec *f, const Str *spec, const Str *type_name, char default_type,
                       char default_align) {
    *f = (FormatSpec){.fill = ' ', .align = default_align, .width = -1, .precision = -1,
                      .type = (unsigned char)default_type};
    SpecReader r = {spec->text, spec->text + spec->size};
    bool fill_given = read_align(&r, f);
    f->sign = accept(&r, '+') ? '+' : accept(&r, '-') ? '-' : accept(&r, ' ') ? ' ' : 0;
    f->no_minus_zero = accept(&r, 'z');
    f->alternate = accept(&r, '#');
    if (!fill_given && accept(&r, '0')) {
        f->fill = '0';
        if (!f->align_given && default_align == '>') {
            f->align = '=';
        }
    }
    f->width = read_count(&r);
    f->grouping = read_grouping(&r);
    read_precision(&r, f);
    if (r.at < r.end) {
        f->type = utf8_next(&r.at);
    }
    if (r.at < r.end) {
        raise_value_error("Invalid format specifier '%S' for object of type '%S'", spec, type_name);
    }
    check_grouping(f, f->grouping);
    check_grouping(f, f->fraction_grouping);
}

void format_unknown_type(const FormatSpec *f, const Str *type_name) {
    StrBuilder b;
    builder_init(&b, 0);
    builder_add_c(&b, "Unknown format code '");
    add_type_code(&b, f->type);
    builder_add_format(&b, "' for object of type '%S'", type_name);
    raise_value_error("%S", str_of(builder_finish(&b)));
}

// ---- padding ------------------------------------------------------------------------------------

void format_pad(StrBuilder *b, const FormatSpec *f, const char *text, size_t size, size_t length) {
    assert(length <= size);
    size_t more = f->width > 0 && (size_t)f->width > length ? (size_t)f->width - length : 0;
    size_t left = f->align == '>' ? more : f->align == '^' ? more / 2 : 0;
    builder_add_fill(b, f->fill, left);
    builder_add(b, text, size);
    builder_add_fill(b, f->fill, more - left);
}

static void check_str_spec(const FormatSpec *f) {
    if (f->sign) {
        raise_value_error("%s not allowed in string format specifier",
                          f->sign == ' ' ? "Space" : "Sign");
    }
    if (f->no_minus_zero) {
        raise_value_error("Negative zero coercion (z) not allowed in string format specifier");
    }
    if (f->alternate) {
        raise_value_error("Alternate form (#) not allowed in string format specifier");
    }
    if (f->align == '=') {
        raise_value_error("'=' alignment not allowed in string format specifier");
    }
}

Value format_str(const Str *s, const Str *spec, const Str *type_name) {
    assert(spec->size > 0);
    FormatSpec f;
    format_spec_parse(&f, spec, type_name, 's', '<');
    if (f.type != 's') {
        format_unknown_type(&f, type_name);
    }
    check_str_spec(&f);
    size_t length = str_length(s), size = s->size;
    if (f.precision >= 0 && (size_t)f.precision < length) {
        length = (size_t)f.precision;
        size = str_offset(s, length);
    }
    if (f.width < 0 || (size_t)f.width <= length) {
        return str_slice_bytes(s, 0, size);
    }
    StrBuilder b;
    builder_init(&b, size_add(size, (size_t)f.width - length));
    format_pad(&b, &f, s->text, size, length);
    return builder_finish(&b);
}

// ---- any value ----------------------------------------------------------------------------------

// format() of a value whose class is builtin, or leaves __format__ to its builtin base.
static Value format_native(Value v, const Str *spec) {
    const Str *name = type_of(v)->name;
    Value native = unbox(v);
    if (is_str(native)) {
        Value text = format_str(str_of(native), spec, name);
        return same(text, native) && str_of(native)->size > 0 ? v : text;
    }
    if (is_integer(native)) {
        return format_int(v, spec);
    }
    if (is_float(native)) {
        return format_float(float_of(native), spec, name);
    }
    if (is_exact(native, &complex_type)) {
        return format_complex(native, spec, name);
    }
    raise_type_error("unsupported format string passed to %T.__format__", v);
}

Value format_method(Value self, Value spec) {
    const Str *s = str_arg(spec, "__format__() argument");
    return s->size == 0 ? op_str(self) : format_native(self, s);
}

// Does the type of v have a __format__ of its own, not the one of object or of the numbers?
static bool has_own_format(Value v) {
    const Type *type = type_of(v);
    if (type->flags & TYPE_HEAP) {
        return is_present(type_override(type, N___format__)) ||
               (!is_boxed(v) && !same(type_lookup(type, N___format__),
                                      type_lookup(&object_type, N___format__)));
    }
    if (type == &str_type || type == &int_type || type == &float_type || type == &complex_type ||
        type == &bool_type) {
        return false;
    }
    return !same(type_lookup(type, N___format__), type_lookup(&object_type, N___format__));
}

Value format_value(Value v, const Str *spec) {
    if (spec->size == 0 && (is_int(v) || is_str(v))) {
        return op_str(v);
    }
    if (has_own_format(v)) {
        Value result = ABSENT, arg = str_value(spec);
        if (!call_special(v, N___format__, 1, &arg, &result)) { // object is not in its MRO
            raise_type_error("Type %T doesn't define __format__", v);
        }
        if (!is_str(unbox(result))) {
            raise_type_error("__format__ must return a str, not %T", result);
        }
        return result;
    }
    return spec->size == 0 ? op_str(v) : format_native(v, spec);
}
