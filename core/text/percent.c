// SPDX-License-Identifier: MIT
// percent.c: printf-style formatting: the '%' operator of str, bytes and bytearray.
//
//   % (key) flags[-+ #0] width .precision [hlL] conversion     width, precision: digits or *
#include "error.h"
#include "number/decimal.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/buffer.h"
#include "text/format.h"
#include "text/operand.h"
#include "text/utf8.h"
#include <assert.h>

typedef struct Percent {
    StrBuilder *out;
    const char *start, *at, *end; // the format
    Value args;
    const Tuple *tuple; // args, if a tuple
    size_t next;        // index of the next argument
    bool used_mapping;  // and did: then they serve nothing else
    bool bytes;
    // the directive at hand
    bool left, plus, space, alternate, zero;
    intptr_t width, precision; // -1: none
    Value keyed;               // value of (key), or ABSENT
    Value alone; // of str: what the only directive gave, not empty, no text around it; or ABSENT
} Percent;

// ---- arguments ----------------------------------------------------------------------------------

static Value next_argument(Percent *p) {
    if (is_present(p->keyed)) {
        return p->keyed;
    }
    if (p->tuple ? p->next >= p->tuple->len : p->next > 0 || p->used_mapping) {
        raise_type_error("not enough arguments for format string");
    }
    size_t i = p->next++;
    return p->tuple ? p->tuple->items[i] : p->args;
}

static bool is_octets(Value native) {
    return is_bytes(native) || is_kind(native, &bytearray_type);
}

// May the arguments serve %(key)s?
static bool is_mapping(const Percent *p) {
    Value args = p->args, native = unbox(args);
    bool octets = p->bytes && is_octets(native);
    if (is_tuple(native) || is_str(native) || octets) {
        return false;
    }
    return operand_is_subscriptable(args);
}

static void read_key(Percent *p) {
    if (!is_mapping(p)) {
        raise_type_error("format requires a mapping");
    }
    const char *start = ++p->at;
    for (int depth = 1; p->at < p->end; p->at++) {
        depth += (*p->at == '(') - (*p->at == ')');
        if (depth == 0) {
            size_t size = (size_t)(p->at - start);
            p->at++;
            Value key = p->bytes ? bytes_new(start, size) : str_new(start, size);
            p->keyed = op_getitem(p->args, key);
            p->used_mapping = true;
            return;
        }
    }
    raise_value_error("incomplete format key");
}

static void read_flags(Percent *p) {
    for (; p->at < p->end; p->at++) {
        switch (*p->at) {
        case '-':
            p->left = true;
            break;
        case '+':
            p->plus = true;
            break;
        case ' ':
            p->space = true;
            break;
        case '#':
            p->alternate = true;
            break;
        case '0':
            p->zero = true;
            break;
        default:
            return;
        }
    }
}

// Digits (up to `most`) or '*'; -1 if there is neither.
static intptr_t read_number(Percent *p, const char *what, intptr_t most) {
    if (p->at < p->end && *p->at == '*') {
        Value v = next_argument(p);
        if (!is_integer(v)) {
            raise_type_error("* wants int");
        }
        p->at++;
        return to_intptr(v);
    }
    intptr_t n = -1;
    for (; p->at < p->end && *p->at >= '0' && *p->at <= '9'; p->at++) {
        n = n < 0 ? 0 : n;
        if (n > (most - 9) / 10) {
            raise_value_error("%s too big", what);
        }
        n = n * 10 + (*p->at - '0');
    }
    return n;
}

static void read_width(Percent *p) {
    bool star = p->at < p->end && *p->at == '*';
    p->width = read_number(p, "width", INTPTR_MAX);
    if (star && p->width < 0) {
        p->left = true;
        p->width = p->width == INTPTR_MIN ? INTPTR_MAX : -p->width;
    }
}

static void read_precision(Percent *p) {
    p->precision = -1;
    if (p->at < p->end && *p->at == '.') {
        p->at++;
        bool star = p->at < p->end && *p->at == '*';
        intptr_t n = read_number(p, "precision", INT_MAX);
        if (star && (n > INT_MAX || n < INT_MIN)) {
            raise_overflow("Python int too large to convert to C int");
        }
        p->precision = n < 0 ? 0 : n;
    }
}

// ---- conversions --------------------------------------------------------------------------------

// Text of `length` characters, padded with spaces.
static void add_padded(Percent *p, const char *text, size_t size, size_t length) {
    assert(length <= size);
    size_t more = p->width > 0 && (size_t)p->width > length ? (size_t)p->width - length : 0;
    builder_add_fill(p->out, ' ', p->left ? 0 : more);
    builder_add(p->out, text, size);
    builder_add_fill(p->out, ' ', p->left ? more : 0);
}

static void add_text(Percent *p, const Str *s) {
    size_t length = p->bytes ? s->size : str_length(s), size = s->size;
    if (p->precision >= 0 && (size_t)p->precision < length) {
        length = (size_t)p->precision;
        size = p->bytes ? length : str_offset(s, length);
    }
    add_padded(p, s->text, size, length);
}

// What str(), repr() or ascii() gave: maybe an instance of a subclass of str.
static void add_given(Percent *p, Value text) {
    const Str *s = str_of(unbox(text));
    bool alone = p->at == p->end && p->out->size == 0 && !p->plus && !p->space;
    add_text(p, s);
    if (alone && s->size > 0 && p->out->size == s->size) {
        p->alone = text;
    }
}

// %s and %b of bytes: bytes or a bytearray as it is, else what __bytes__ or a buffer gives.
static void add_bytes_like(Percent *p, Value v) {
    Buffer buffer;
    Value made;
    if (!is_octets(unbox(v)) && call_special(v, N___bytes__, 0, NULL, &made)) {
        v = made;
    }
    if (!buffer_try(v, &buffer, BUFFER_READ)) {
        raise_type_error("%%b requires a bytes-like object, or an object that implements "
                         "__bytes__, not '%T'", v);
    }
    Value copy = bytes_new(buffer.data, buffer.size); // the owner may change meanwhile
    size_t size = buffer.size;
    if (p->precision >= 0 && (size_t)p->precision < size) {
        size = (size_t)p->precision;
    }
    add_padded(p, (const char *)bytes_of(copy)->data, size, size);
}

// %c of a text of one character or, in bytes, of one byte, whose __index__ is not asked.
static bool add_one(Percent *p, Value native) {
    if (!p->bytes && is_str(native)) {
        const Str *s = str_of(native);
        if (str_length(s) != 1) {
            raise_type_error("%%c requires an int or a unicode character, not a string of length "
                             "%z", (intptr_t)str_length(s));
        }
        add_padded(p, s->text, s->size, 1);
        return true;
    }
    if (!p->bytes || !is_octets(native) || op_len(native) != 1) {
        return false;
    }
    Buffer buffer;
    buffer_get(native, &buffer, BUFFER_READ);
    char one = (char)buffer.data[0];
    add_padded(p, &one, 1, 1);
    return true;
}

static void add_character(Percent *p, Value v) {
    Value native = unbox(v);
    if (add_one(p, native)) {
        return;
    }
    uint32_t limit = p->bytes ? 0x100 : 0x110000;
    Value n = is_integer(native) ? integer_of(native) : operand_to_index(v);
    if (is_present(n)) {
        if (!is_int(n) || int_of(n) < 0 || int_of(n) >= (intptr_t)limit) {
            raise_overflow("%%c arg not in range(%s)", p->bytes ? "256" : "0x110000");
        }
        char text[4] = {(char)int_of(n)};
        size_t size = p->bytes ? 1 : utf8_put(text, (uint32_t)int_of(n));
        add_padded(p, text, size, 1);
        return;
    }
    raise_type_error(p->bytes ? "%%c requires an integer in range(256) or a single byte, not %T"
                              : "%%c requires an int or a unicode character, not %T", v);
}

// Lays out [sign][prefix]digits, filled with zeros inside or spaces outside.
static void add_number(Percent *p, bool negative, const char *prefix, const char *digits,
                       size_t size) {
    FormatSpec f = {.fill = p->zero && !p->left ? '0' : ' ',
                    .align = p->left ? '<' : p->zero ? '=' : '>',
                    .width = p->width,
                    .precision = -1};
    NumberText n = {.sign = negative ? '-' : p->plus ? '+' : p->space ? ' ' : 0,
                    .prefix = prefix,
                    .whole = digits,
                    .tail = digits,
                    .tail_size = size};
    format_number(p->out, &f, &n);
}

// int(v), if v is a number; ABSENT if not, or if its __int__ or __index__ raises TypeError.
static Value truncated(Value v) {
    Value native = unbox(v);
    if (is_float(native) && !operand_defines(v, N___int__)) {
        return int_from_float(float_of(native));
    }
    Catch c;
    Value made = ABSENT;
    volatile bool done = false;
    if (TRY(c)) {
        done = call_special(v, N___int__, 0, NULL, &made);
        catch_leave(&c);
    } else if (exception_matches(c.exception, &type_error_type)) {
        return ABSENT;
    } else {
        raise_again(c.exception);
    }
    return !done ? operand_to_index(v) : is_integer(made) ? integer_of(made) : ABSENT;
}

// The int value of the argument of %d (other numbers are truncated) or %x (ints only).
static Value integer_argument(Value v, char type) {
    Value native = unbox(v);
    if (is_integer(native)) {
        return integer_of(native);
    }
    bool truncates = type == 'd' || type == 'i' || type == 'u';
    Value n = truncates ? truncated(v) : operand_to_index(v);
    if (is_absent(n)) {
        raise_type_error(truncates ? "%%%c format: a real number is required, not %T"
                                   : "%%%c format: an integer is required, not %T",
                         (uint32_t)type, v);
    }
    return n;
}

static void add_integer(Percent *p, Value v, char type) {
    bool decimal = type == 'i' || type == 'u';
    Value n = integer_argument(v, decimal && p->bytes ? 'd' : type);
    bool hex = type == 'x' || type == 'X';
    const Str *text = str_of(int_to_text(n, hex ? 16 : type == 'o' ? 8 : 10, type == 'X'));
    const char *prefix = !p->alternate  ? ""
                         : type == 'x' ? "0x"
                         : type == 'X' ? "0X"
                         : type == 'o' ? "0o"
                                       : "";
    bool negative = text->text[0] == '-';
    size_t size = text->size - negative;
    if (p->precision <= 0 || (size_t)p->precision <= size) {
        add_number(p, negative, prefix, text->text + negative, size);
        return;
    }
    StrBuilder b;
    builder_init(&b, (size_t)p->precision);
    builder_add_fill(&b, '0', (size_t)p->precision - size);
    builder_add(&b, text->text + negative, size);
    add_number(p, negative, prefix, b.str->text, b.size);
}

static void add_float(Percent *p, Value v, char type) {
    Float x;
    if (p->bytes && !number_to_float(v, &x) && !operand_defines(v, N___float__)) {
        raise_type_error("float argument required, not %T", v);
    }
    unsigned flags = p->alternate ? DECIMAL_ALT : 0u;
    Bytes *text = bytes_of(format_float_text(to_float(v), p->precision, type, flags));
    bool negative = text->data[0] == '-';
    add_number(p, negative, "", (const char *)text->data + negative, text->size - negative);
}

static void convert(Percent *p, char type, Value v) {
    switch (type) {
    case 'b':
    case 's':
        if (p->bytes) {
            add_bytes_like(p, v);
        } else {
            add_given(p, op_str(v));
        }
        break;
    case 'r':
        add_given(p, p->bytes ? str_ascii(v) : op_repr_given(v));
        break;
    case 'a':
        add_given(p, str_ascii(v));
        break;
    case 'c':
        add_character(p, v);
        break;
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
        add_integer(p, v, type);
        break;
    default:
        assert(strchr("eEfFgG", type));
        add_float(p, v, type);
    }
}

static _Noreturn void raise_unknown(Percent *p, const char *where) {
    assert(where >= p->start && where <= p->end);
    const char *next = where;
    uint32_t c = p->bytes ? (uint8_t)*where : utf8_next(&next);
    size_t index = p->bytes ? (size_t)(where - p->start)
                            : utf8_count(p->start, (size_t)(where - p->start));
    raise_value_error("unsupported format character '%c' (0x%x) at index %z",
                      c > 31 && c < 127 ? c : '?', (unsigned)c, (intptr_t)index);
}

// The commonest, without flags or width: %d of a small int, %s of a str. False: it is another one.
static bool plain_directive(Percent *p) {
    if (p->at == p->end || (p->tuple ? p->next >= p->tuple->len : p->next > 0 || p->used_mapping)) {
        return false;
    }
    Value v = p->tuple ? p->tuple->items[p->next] : p->args;
    if (*p->at == 'd' && is_int(v)) {
        builder_add_int(p->out, int_of(v));
    } else if (*p->at == 's' && is_str(v) && !p->bytes) {
        builder_add_str(p->out, str_of(v));
    } else {
        return false;
    }
    p->at++;
    p->next++;
    return true;
}

// One directive; p->at is past the '%'.
static void directive(Percent *p) {
    assert(p->at <= p->end);
    if (plain_directive(p)) {
        return;
    }
    if (p->at < p->end && *p->at == '%') {
        p->at++;
        builder_add_byte(p->out, '%');
        return;
    }
    p->left = p->plus = p->space = p->alternate = p->zero = false;
    p->keyed = ABSENT;
    if (p->at < p->end && *p->at == '(') {
        read_key(p);
    }
    read_flags(p);
    read_width(p);
    read_precision(p);
    if (p->at < p->end && (*p->at == 'h' || *p->at == 'l' || *p->at == 'L')) {
        p->at++;
    }
    if (p->at == p->end) {
        raise_value_error("incomplete format");
    }
    char type = *p->at++;
    if (type == 0 || !strchr(p->bytes ? "bsracdiuoxXeEfFgG" : "sracdiuoxXeEfFgG", type)) {
        next_argument(p);
        raise_unknown(p, p->at - 1);
    }
    convert(p, type, next_argument(p));
}

Value percent_format(StrBuilder *out, const char *format, size_t size, Value args, bool bytes) {
    Value native = unbox(args);
    Percent p = {.out = out,
                 .start = format,
                 .at = format,
                 .end = format + size,
                 .args = args,
                 .tuple = is_tuple(native) ? tuple_of(native) : NULL,
                 .bytes = bytes,
                 .alone = ABSENT};
    while (p.at < p.end) {
        poll_pending();
        const char *percent = memchr(p.at, '%', (size_t)(p.end - p.at));
        const char *stop = percent ? percent : p.end;
        builder_add(out, p.at, (size_t)(stop - p.at));
        p.at = stop;
        if (percent) {
            p.at++;
            directive(&p);
        }
    }
    if (p.tuple ? p.next < p.tuple->len : p.next == 0 && !is_mapping(&p)) {
        raise_type_error("not all arguments converted during %s formatting",
                         bytes ? "bytes" : "string");
    }
    return p.alone;
}

Value str_percent(Value format, Value args) {
    const Str *s = str_of(unbox(format));
    StrBuilder b;
    builder_init(&b, size_add(s->size, 8));
    Value alone = percent_format(&b, s->text, s->size, args, false);
    if (s->size > 0 && !memchr(s->text, '%', s->size)) {
        return format;
    }
    Value text = builder_finish(&b);
    return is_present(alone) ? alone : text;
}
