// SPDX-License-Identifier: MIT
// str_pad.c: methods of str that strip or add characters at the ends, and expandtabs.
#include "error.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/search.h"
#include "text/str_methods.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include <assert.h>

// ---- strip --------------------------------------------------------------------------------------

// Is the character at p one of `set` (NULL: white space)? UTF-8 finds no false matches.
static bool is_stripped(const char *p, const Str *set) {
    if (!set) {
        return unicode_is_space(utf8_next(&p));
    }
    size_t width = utf8_lead_width((unsigned char)*p);
    return search_find(set->text, set->size, p, width) != SEARCH_NONE;
}

static Value strip(const char *name, size_t n, const Value *args, bool left, bool right) {
    const Str *s = str_of(args[0]), *set = NULL;
    if (n > 1 && !is_none(args[1])) {
        if (!is_str(unbox(args[1]))) {
            raise_type_error("%s arg must be None or str", name);
        }
        set = str_of(unbox(args[1]));
    }
    const char *from = s->text, *to = from + s->size;
    while (left && from < to && is_stripped(from, set)) {
        poll_interrupt();
        from += utf8_lead_width((unsigned char)*from);
    }
    while (right && to > from) {
        poll_interrupt();
        const char *p = to;
        utf8_previous(&p);
        if (!is_stripped(p, set)) {
            break;
        }
        to = p;
    }
    return str_slice_bytes(s, (size_t)(from - s->text), (size_t)(to - s->text));
}

Value str_strip(size_t n, const Value *args) {
    return strip("strip", n, args, true, true);
}

Value str_lstrip(size_t n, const Value *args) {
    return strip("lstrip", n, args, true, false);
}

Value str_rstrip(size_t n, const Value *args) {
    return strip("rstrip", n, args, false, true);
}

// ---- padding ------------------------------------------------------------------------------------

static Value pad(const Str *s, size_t left, size_t right, uint32_t fill) {
    assert(fill <= 0x10ffff);
    if (left == 0 && right == 0) {
        return str_value(s);
    }
    size_t fills = size_mul(size_add(left, right), utf8_width(fill));
    StrBuilder b;
    builder_init(&b, size_add(s->size, fills));
    builder_add_fill(&b, fill, left);
    builder_add_str(&b, s);
    builder_add_fill(&b, fill, right);
    return builder_finish(&b);
}

// args: self, width, fill. Returns how many characters are missing.
static size_t missing(size_t n, const Value *args, uint32_t *fill) {
    intptr_t width = to_intptr(args[1]);
    *fill = ' ';
    if (n > 2) {
        Value text = unbox(args[2]);
        if (!is_str(text)) {
            raise_type_error("The fill character must be a unicode character, not %T", args[2]);
        }
        if (str_length(str_of(text)) != 1) {
            raise_type_error("The fill character must be exactly one character long");
        }
        const char *p = str_of(text)->text;
        *fill = utf8_next(&p);
    }
    size_t len = str_length(str_of(args[0]));
    return width > 0 && (size_t)width > len ? (size_t)width - len : 0;
}

Value str_center(size_t n, const Value *args) {
    uint32_t fill;
    size_t more = missing(n, args, &fill);
    size_t width = str_length(str_of(args[0])) + more;
    size_t left = more / 2 + (more & width & 1);
    return pad(str_of(args[0]), left, more - left, fill);
}

Value str_ljust(size_t n, const Value *args) {
    uint32_t fill;
    size_t more = missing(n, args, &fill);
    return pad(str_of(args[0]), 0, more, fill);
}

Value str_rjust(size_t n, const Value *args) {
    uint32_t fill;
    size_t more = missing(n, args, &fill);
    return pad(str_of(args[0]), more, 0, fill);
}

Value str_zfill(Value self, Value width) {
    const Str *s = str_of(self);
    const Value args[2] = {self, width};
    uint32_t fill;
    size_t more = missing(2, args, &fill);
    if (more == 0) {
        return self;
    }
    StrBuilder b;
    builder_init(&b, size_add(s->size, more));
    size_t sign = s->size > 0 && (s->text[0] == '+' || s->text[0] == '-');
    builder_add(&b, s->text, sign);
    builder_add_fill(&b, '0', more);
    builder_add(&b, s->text + sign, s->size - sign);
    return builder_finish(&b);
}

// ---- expandtabs ---------------------------------------------------------------------------------

Value str_expandtabs(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_tabsize, 0}, {NULL, 0}};
    Value in[1];
    args_parse("expandtabs", spec, n - 1, args + 1, kwnames, in);
    int32_t size = is_present(in[0]) ? to_c_int(in[0]) : 8;
    size_t tab = size > 0 ? (size_t)size : 0, column = 0;
    const Str *s = str_of(args[0]);
    StrBuilder b;
    builder_init(&b, s->size);
    for (const char *at = s->text, *end = at + s->size; at < end;) {
        poll_interrupt();
        uint32_t c = utf8_next(&at);
        if (c == '\t') {
            size_t spaces = tab ? tab - column % tab : 0;
            builder_add_fill(&b, ' ', spaces);
            column += spaces;
        } else {
            builder_add_char(&b, c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return builder_finish(&b);
}
