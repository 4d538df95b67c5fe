// SPDX-License-Identifier: MIT
// format_number.c: format() of int, float and complex: digits are made first, then laid out as
//
//   fill | sign | prefix | zeros (align '=') | whole digits, grouped | . | fraction | tail | fill
#include "error.h"
#include "number/decimal.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/buffer.h"
#include "text/format.h"
#include "text/utf8.h"
#include <assert.h>

// ---- layout -------------------------------------------------------------------------------------

static unsigned group_size(const FormatSpec *f) {
    bool by_four = f->type == 'b' || f->type == 'o' || f->type == 'x' || f->type == 'X';
    return !f->grouping ? 0 : by_four ? 4 : 3;
}

static size_t grouped_size(size_t digits, unsigned group) {
    return group && digits ? digits + (digits - 1) / group : digits;
}

// Digits (leading zeros included) so that the grouped text takes at least `width` characters.
static size_t digits_to_fill(size_t digits, size_t width, unsigned group) {
    if (digits == 0 || grouped_size(digits, group) >= width) {
        return digits;
    }
    size_t n = group ? width - width / (group + 1) : width;
    if (grouped_size(n, group) < width) {
        n++;
    }
    return n > digits ? n : digits;
}

// `count` digits in all: zeros, then those given, with a separator before each whole group.
static void add_whole(StrBuilder *b, const NumberText *n, size_t count, unsigned group, char mark) {
    assert(count >= n->whole_size);
    size_t zeros = count - n->whole_size;
    if (!group) {
        builder_add_fill(b, '0', zeros);
        builder_add(b, n->whole, n->whole_size);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        poll_interrupt();
        if (i > 0 && (count - i) % group == 0) {
            builder_add_byte(b, (uint8_t)mark);
        }
        builder_add_byte(b, (uint8_t)(i < zeros ? '0' : n->whole[i - zeros]));
    }
}

static void add_fraction(StrBuilder *b, const NumberText *n, char mark) {
    if (!n->fraction) {
        return;
    }
    builder_add_byte(b, '.');
    for (size_t i = 0; mark && i < n->fraction_size; i++) {
        if (i > 0 && i % 3 == 0) {
            builder_add_byte(b, (uint8_t)mark);
        }
        builder_add_byte(b, (uint8_t)n->fraction[i]);
    }
    builder_add(b, n->fraction, mark ? 0 : n->fraction_size);
}

void format_number(StrBuilder *b, const FormatSpec *f, const NumberText *n) {
    unsigned group = group_size(f);
    size_t prefix_size = strlen(n->prefix);
    size_t fraction = n->fraction ? 1 + (f->fraction_grouping ? grouped_size(n->fraction_size, 3)
                                                              : n->fraction_size)
                                  : 0;
    size_t fixed = (n->sign != 0) + prefix_size + fraction + n->tail_size;
    size_t width = f->width > 0 ? (size_t)f->width : 0;
    size_t digits = n->whole_size;
    if (f->fill == '0' && f->align == '=' && width > fixed) {
        digits = digits_to_fill(digits, width - fixed, group);
    }
    size_t used = fixed + grouped_size(digits, group);
    size_t more = width > used ? width - used : 0;
    size_t left = f->align == '>' ? more : f->align == '^' ? more / 2 : 0;
    size_t middle = f->align == '=' ? more : 0;
    builder_add_fill(b, f->fill, left);
    builder_add(b, &n->sign, n->sign != 0);
    builder_add(b, n->prefix, prefix_size);
    builder_add_fill(b, f->fill, middle);
    add_whole(b, n, digits, group, f->grouping);
    add_fraction(b, n, f->fraction_grouping);
    builder_add(b, n->tail, n->tail_size);
    builder_add_fill(b, f->fill, more - left - middle);
}

// The sign to show for a number that is (or is not) negative.
static char sign_of(const FormatSpec *f, bool negative) {
    return negative ? '-' : f->sign == '+' || f->sign == ' ' ? f->sign : 0;
}

// ---- int ----------------------------------------------------------------------------------------

static Value format_character(Value n, FormatSpec *f) {
    if (f->sign) {
        raise_value_error("Sign not allowed with integer format specifier 'c'");
    }
    if (f->alternate) {
        raise_value_error("Alternate form (#) not allowed with integer format specifier 'c'");
    }
    if (!is_int(n) || int_of(n) < 0 || int_of(n) > 0x10ffff) {
        raise_overflow("%%c arg not in range(0x110000)");
    }
    char text[4];
    size_t size = utf8_put(text, (uint32_t)int_of(n));
    f->align = f->align == '=' ? '>' : f->align;
    StrBuilder b;
    builder_init(&b, 0);
    format_pad(&b, f, text, size, 1);
    return builder_finish(&b);
}

static int base_of(uint32_t type) {
    return type == 'b' ? 2 : type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
}

static const char *prefix_of(const FormatSpec *f) {
    if (!f->alternate) {
        return "";
    }
    switch (f->type) {
    case 'b':
        return "0b";
    case 'o':
        return "0o";
    case 'x':
        return "0x";
    case 'X':
        return "0X";
    default:
        return "";
    }
}

static Value format_digits(Value n, const FormatSpec *f) {
    const Str *digits = str_of(int_to_text(n, base_of(f->type), f->type == 'X'));
    bool negative = digits->text[0] == '-';
    NumberText number = {.sign = sign_of(f, negative),
                         .prefix = prefix_of(f),
                         .whole = digits->text + negative,
                         .whole_size = digits->size - negative,
                         .tail = ""};
    StrBuilder b;
    builder_init(&b, size_add(digits->size, 8));
    format_number(&b, f, &number);
    return builder_finish(&b);
}

static Value format_float_spec(Float x, FormatSpec *f, const Str *type_name);

Value format_int(Value v, const Str *spec) {
    assert(spec->size > 0);
    const Str *type_name = type_of(v)->name;
    FormatSpec f;
    format_spec_parse(&f, spec, type_name, 'd', '>');
    if (f.type < 128 && f.type && strchr("eEfFgG%", (int)f.type)) {
        return format_float_spec(to_float(v), &f, type_name);
    }
    if (f.type >= 128 || !f.type || !strchr("bcdnoxX", (int)f.type)) {
        format_unknown_type(&f, type_name);
    }
    if (f.precision >= 0 || f.fraction_grouping) {
        raise_value_error("Precision not allowed in integer format specifier");
    }
    if (f.no_minus_zero) {
        raise_value_error("Negative zero coercion (z) not allowed in integer format specifier");
    }
    Value n = integer_of(unbox(v));
    return f.type == 'c' ? format_character(n, &f) : format_digits(n, &f);
}

// ---- float --------------------------------------------------------------------------------------

enum { PRECISION_LIMIT = INT_MAX - 2000 };

Value format_float_text(Float x, intptr_t precision, char type, unsigned flags) {
    if (precision > PRECISION_LIMIT) {
        raise_value_error("precision too big");
    }
    int digits = (int)precision;
    bool wide = sizeof(Float) == sizeof(double);
    size_t capacity = wide ? decimal_format_capacity((double)x, digits, type)
                           : decimal_format_capacity32((float)x, digits, type);
    StrBuilder b;
    builder_init(&b, capacity);
    char *out = b.str->text;
    b.size = wide ? decimal_format(out, b.capacity, (double)x, digits, type, flags)
                  : decimal_format32(out, b.capacity, (float)x, digits, type, flags);
    assert(b.size <= b.capacity);
    return builder_finish_bytes(&b);
}

static size_t count_digits(const char *text, size_t size) {
    size_t n = 0;
    while (n < size && text[n] >= '0' && text[n] <= '9') {
        poll_interrupt();
        n++;
    }
    return n;
}

// Takes "-12.5e+07" apart; `text` is held by the caller.
static NumberText split_number(const FormatSpec *f, const char *text, size_t size) {
    assert(size > 0);
    NumberText n = {.prefix = ""};
    bool negative = size > 0 && text[0] == '-';
    n.sign = sign_of(f, negative);
    text += negative;
    size -= negative;
    n.whole = text;
    n.whole_size = count_digits(text, size);
    text += n.whole_size;
    size -= n.whole_size;
    if (size > 0 && text[0] == '.') {
        n.fraction = text + 1;
        n.fraction_size = count_digits(text + 1, size - 1);
        text += n.fraction_size + 1;
        size -= n.fraction_size + 1;
    }
    n.tail = text;
    n.tail_size = size;
    return n;
}

static unsigned decimal_flags(const FormatSpec *f) {
    return (f->alternate ? DECIMAL_ALT : 0u) | (f->no_minus_zero ? DECIMAL_NO_NEGATIVE_ZERO : 0u);
}

static Value format_float_spec(Float x, FormatSpec *f, const Str *type_name) {
    unsigned flags = decimal_flags(f);
    char type = (char)f->type;
    if (f->type == 0) {
        type = f->precision < 0 ? 'r' : 'g';
        flags |= DECIMAL_ADD_DOT_0;
    } else if (f->type == 'n') {
        type = 'g';
    } else if (f->type >= 128 || !strchr("eEfFgG%", type)) {
        format_unknown_type(f, type_name);
    }
    Bytes *text = bytes_of(format_float_text(x, f->precision, type, flags));
    NumberText n = split_number(f, (const char *)text->data, text->size);
    StrBuilder b;
    builder_init(&b, size_add(text->size, 8));
    format_number(&b, f, &n);
    return builder_finish(&b);
}

Value format_float(Float x, const Str *spec, const Str *type_name) {
    assert(spec->size > 0);
    FormatSpec f;
    format_spec_parse(&f, spec, type_name, 0, '>');
    return format_float_spec(x, &f, type_name);
}

// ---- complex ------------------------------------------------------------------------------------

static void add_part(StrBuilder *b, const FormatSpec *f, Float x, char type, char sign) {
    FormatSpec part = *f;
    part.width = -1;
    part.sign = sign;
    Bytes *text = bytes_of(format_float_text(x, f->precision, type, decimal_flags(f)));
    NumberText n = split_number(&part, (const char *)text->data, text->size);
    format_number(b, &part, &n);
}

static bool is_positive_zero(Float x) {
    return float_bits(x) == 0;
}

Value format_complex(Value z, const Str *spec, const Str *type_name) {
    assert(spec->size > 0);
    FormatSpec f;
    format_spec_parse(&f, spec, type_name, 0, '>');
    const Complex *value = (const Complex *)cell_of(z);
    if (f.type >= 128 || (f.type && !strchr("eEfFgGn", (int)f.type))) {
        format_unknown_type(&f, type_name);
    }
    if (f.fill == '0') {
        raise_value_error("Zero padding is not allowed in complex format specifier");
    }
    if (f.align == '=') {
        raise_value_error("'=' alignment flag is not allowed in complex format specifier");
    }
    char type = f.type == 0 ? (f.precision < 0 ? 'r' : 'g') : f.type == 'n' ? 'g' : (char)f.type;
    bool plain = f.type == 0 && is_positive_zero(value->real);
    StrBuilder b;
    builder_init(&b, 0);
    if (f.type == 0 && !plain) {
        builder_add_byte(&b, '(');
    }
    if (!plain) {
        add_part(&b, &f, value->real, type, f.sign);
    }
    add_part(&b, &f, value->imag, type, plain ? f.sign : '+');
    builder_add_c(&b, f.type == 0 && !plain ? "j)" : "j");
    StrBuilder padded;
    builder_init(&padded, size_add(b.size, 8));
    format_pad(&padded, &f, b.str->text, b.size, b.size);
    return builder_finish(&padded);
}
