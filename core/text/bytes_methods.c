// SPDX-License-Identifier: MIT
// bytes_methods.c: methods of bytes and bytearray that look at or change each byte: case, tests,
// padding, translate, decode. Only ASCII letters, digits and white space count as such.
#include "error.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/bytes_view.h"
#include "text/codec.h"
#include "text/operand.h"
#include "text/unicode.h"
#include <assert.h>

// ---- case ---------------------------------------------------------------------------------------

// A copy of self and where its bytes are. The copy is new even if self is bytes.
static uint8_t *copy_of(Value self, Value *copy, size_t *size) {
    View view = view_of(self);
    *copy = view_new(&view, view.data, view.size);
    *size = view.size;
    return (uint8_t *)view_of(*copy).data;
}

static uint8_t lower(uint8_t c) {
    return unicode_ascii_upper(c) ? c + 32 : c;
}

static uint8_t upper(uint8_t c) {
    return unicode_ascii_lower(c) ? c - 32 : c;
}

static uint8_t swap(uint8_t c) {
    return unicode_ascii_alpha(c) ? c ^ 0x20 : c;
}

// A copy with its first byte changed by one function and the others by another.
static Value changed(Value self, uint8_t (*first)(uint8_t c), uint8_t (*rest)(uint8_t c)) {
    Value copy;
    size_t size;
    uint8_t *data = copy_of(self, &copy, &size);
    for (size_t i = 0; i < size; i++) {
        poll_interrupt();
        data[i] = (i == 0 ? first : rest)(data[i]);
    }
    return copy;
}

Value bytes_lower(Value self) {
    return changed(self, lower, lower);
}

Value bytes_upper(Value self) {
    return changed(self, upper, upper);
}

Value bytes_swapcase(Value self) {
    return changed(self, swap, swap);
}

Value bytes_capitalize(Value self) {
    return changed(self, upper, lower);
}

Value bytes_title(Value self) {
    Value copy;
    size_t size;
    uint8_t *data = copy_of(self, &copy, &size);
    bool in_word = false;
    for (size_t i = 0; i < size; i++) {
        poll_interrupt();
        data[i] = in_word ? lower(data[i]) : upper(data[i]);
        in_word = unicode_ascii_alpha(data[i]);
    }
    return copy;
}

// ---- tests --------------------------------------------------------------------------------------

static Value all(Value self, bool (*test)(uint8_t c)) {
    View view = view_of(self);
    for (size_t i = 0; i < view.size; i++) {
        poll_interrupt();
        if (!test(view.data[i])) {
            return FALSE;
        }
    }
    return bool_value(view.size > 0);
}

static bool is_space(uint8_t c) {
    return unicode_ascii_space(c);
}

static bool is_alpha(uint8_t c) {
    return unicode_ascii_alpha(c);
}

static bool is_digit(uint8_t c) {
    return unicode_ascii_digit(c);
}

static bool is_alnum(uint8_t c) {
    return is_alpha(c) || is_digit(c);
}

static bool is_ascii(uint8_t c) {
    return c < 0x80;
}

Value bytes_isalnum(Value self) {
    return all(self, is_alnum);
}

Value bytes_isalpha(Value self) {
    return all(self, is_alpha);
}

Value bytes_isascii(Value self) {
    return view_of(self).size == 0 ? TRUE : all(self, is_ascii);
}

Value bytes_isdigit(Value self) {
    return all(self, is_digit);
}

Value bytes_isspace(Value self) {
    return all(self, is_space);
}

static Value one_case(Value self, bool want_upper) {
    View view = view_of(self);
    bool cased = false;
    for (size_t i = 0; i < view.size; i++) {
        poll_interrupt();
        if (is_alpha(view.data[i])) {
            cased = true;
            if (unicode_ascii_upper(view.data[i]) != want_upper) {
                return FALSE;
            }
        }
    }
    return bool_value(cased);
}

Value bytes_islower(Value self) {
    return one_case(self, false);
}

Value bytes_isupper(Value self) {
    return one_case(self, true);
}

Value bytes_istitle(Value self) {
    View view = view_of(self);
    bool cased = false, in_word = false;
    for (size_t i = 0; i < view.size; i++) {
        poll_interrupt();
        bool alpha = is_alpha(view.data[i]);
        if (alpha && unicode_ascii_upper(view.data[i]) == in_word) {
            return FALSE;
        }
        in_word = alpha;
        cased |= alpha;
    }
    return bool_value(cased);
}

// ---- padding ------------------------------------------------------------------------------------

static Value pad(const View *view, size_t left, size_t right, uint8_t fill) {
    if (left == 0 && right == 0) {
        return view_same(view);
    }
    Value out = view_new(view, NULL, size_add(view->size, size_add(left, right)));
    uint8_t *to = (uint8_t *)view_of(out).data;
    poll_fill(to, fill, left);
    poll_copy(to + left, view->data, view->size);
    poll_fill(to + left + view->size, fill, right);
    return out;
}

// args: self, width, fill. Returns how many bytes are missing.
static size_t missing(const char *name, size_t n, const Value *args, uint8_t *fill) {
    intptr_t width = to_intptr(args[1]);
    *fill = ' ';
    if (n > 2) {
        Value v = unbox(args[2]);
        if (!is_bytes_kind(v) || view_of(v).size != 1) {
            raise_type_error("%s() argument 2 must be a byte string of length 1, not %A", name,
                             args[2]);
        }
        *fill = view_of(v).data[0];
    }
    size_t size = view_of(args[0]).size;
    return width > 0 && (size_t)width > size ? (size_t)width - size : 0;
}

Value bytes_center(size_t n, const Value *args) {
    uint8_t fill;
    size_t more = missing("center", n, args, &fill);
    View view = view_of(args[0]);
    size_t left = more / 2 + (more & (view.size + more) & 1);
    return pad(&view, left, more - left, fill);
}

Value bytes_ljust(size_t n, const Value *args) {
    uint8_t fill;
    size_t more = missing("ljust", n, args, &fill);
    View view = view_of(args[0]);
    return pad(&view, 0, more, fill);
}

Value bytes_rjust(size_t n, const Value *args) {
    uint8_t fill;
    size_t more = missing("rjust", n, args, &fill);
    View view = view_of(args[0]);
    return pad(&view, more, 0, fill);
}

Value bytes_zfill(Value self, Value width) {
    const Value args[2] = {self, width};
    uint8_t fill;
    size_t more = missing("zfill", 2, args, &fill);
    View view = view_of(self);
    Value out = pad(&view, more, 0, '0');
    if (more > 0 && view.size > 0 && (view.data[0] == '+' || view.data[0] == '-')) {
        uint8_t *to = (uint8_t *)view_of(out).data;
        to[0] = view.data[0];
        to[more] = '0';
    }
    return out;
}

Value bytes_expandtabs(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_tabsize, 0}, {NULL, 0}};
    Value in[1];
    args_parse("expandtabs", spec, n - 1, args + 1, kwnames, in);
    int32_t size = is_present(in[0]) ? to_c_int(in[0]) : 8;
    size_t tab = size > 0 ? (size_t)size : 0, column = 0;
    View view = view_of(args[0]);
    StrBuilder b;
    builder_init(&b, view.size);
    for (size_t i = 0; i < view.size; i++) {
        poll_interrupt();
        uint8_t c = view.data[i];
        if (c == '\t') {
            size_t spaces = tab ? tab - column % tab : 0;
            builder_add_fill(&b, ' ', spaces);
            column += spaces;
        } else {
            builder_add_byte(&b, c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return view_finish(&view, &b);
}

// ---- translate, decode --------------------------------------------------------------------------

Value bytes_maketrans(size_t n, const Value *args) {
    assert(n == 2);
    View from = view_arg(args[0]), to = view_arg(args[1]);
    if (from.size != to.size) {
        raise_value_error("maketrans arguments must have same length");
    }
    Bytes *table = bytes_alloc(256);
    for (int i = 0; i < 256; i++) {
        table->data[i] = (uint8_t)i;
    }
    for (size_t i = 0; i < from.size; i++) {
        table->data[from.data[i]] = to.data[i];
    }
    return cell_value(table);
}

Value bytes_translate(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {
        {N_table, ARG_REQUIRED | ARG_POSONLY}, {N_delete, 0}, {NULL, 0}};
    Value in[2];
    args_parse("translate", spec, n - 1, args + 1, kwnames, in);
    View table = {.data = NULL}, drop = {.data = NULL};
    if (!is_none(in[0])) {
        table = view_arg(in[0]);
        if (table.size != 256) {
            raise_value_error("translation table must be 256 characters long");
        }
    }
    if (is_present(in[1])) {
        drop = view_arg(in[1]);
    }
    View view = view_of(args[0]);
    StrBuilder b;
    builder_init(&b, view.size);
    for (size_t i = 0; i < view.size; i++) {
        poll_interrupt();
        uint8_t c = view.data[i];
        if (drop.size == 0 || !memchr(drop.data, c, drop.size)) {
            builder_add_byte(&b, table.data ? table.data[c] : c);
        }
    }
    return view_finish(&view, &b);
}

Value bytes_decode(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_encoding, 0}, {N_errors, 0}, {NULL, 0}};
    Value in[2];
    args_parse("decode", spec, n - 1, args + 1, kwnames, in);
    const Str *encoding = codec_argument(in[0], "decode() argument 'encoding'");
    const Str *errors = codec_argument(in[1], "decode() argument 'errors'");
    View view = view_of(args[0]);
    return codec_decode(view.data, view.size, encoding, errors);
}
