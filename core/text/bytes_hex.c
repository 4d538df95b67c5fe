// SPDX-License-Identifier: MIT
// bytes_hex.c: bytes as hexadecimal text and back: hex() of bytes, bytearray and memoryview, and
// fromhex().
#include "error.h"
#include "number/limbs.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/bytes_view.h"
#include "text/unicode.h"
#include <assert.h>

// The separator as a byte, which may be 0.
static char separator_of(Value v) {
    if (op_len(v) != 1) {
        raise_value_error("sep must be length 1.");
    }
    Value native = unbox(v);
    if (!is_str(native) && !is_bytes(native)) {
        raise_type_error("sep must be str or bytes.");
    }
    const char *text = is_str(native) ? str_of(native)->text : (const char *)bytes_of(native)->data;
    if (text[0] & 0x80) {
        raise_value_error("sep must be ASCII.");
    }
    return text[0];
}

Value hex_text(const uint8_t *data, size_t size, size_t n, const Value *args,
               const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_sep, 0}, {N_bytes_per_sep, 0}, {NULL, 0}};
    Value in[2];
    args_parse("hex", spec, n, args, kwnames, in);
    char separator = is_present(in[0]) ? separator_of(in[0]) : 0;
    int32_t group = is_present(in[1]) ? to_c_int(in[1]) : 1;
    bool from_right = group > 0;
    size_t step = is_absent(in[0]) ? 0 : from_right ? (uint32_t)group : 0 - (uint32_t)group;
    size_t marks = step && size ? (size - 1) / step : 0;
    Str *out = str_alloc(size_add(size_mul(size, 2), marks));
    char *to = out->text;
    for (size_t i = 0; i < size; i++) {
        poll_interrupt();
        if (i > 0 && step && (from_right ? size - i : i) % step == 0) {
            *to++ = separator;
        }
        *to++ = "0123456789abcdef"[data[i] >> 4];
        *to++ = "0123456789abcdef"[data[i] & 15];
    }
    assert(to == out->text + out->size);
    return str_finish(out, out->size);
}

Value bytes_hex(size_t n, const Value *args, const Tuple *kwnames) {
    View view = view_of(args[0]);
    View copy = view.mutable ? view_of(bytes_new(view.data, view.size)) : view;
    return hex_text(copy.data, copy.size, n - 1, args + 1, kwnames);
}

static Value parse_hex(const Str *s) {
    StrBuilder b;
    builder_init(&b, s->size / 2);
    for (size_t i = 0; i < s->size;) {
        poll_interrupt();
        if (unicode_is_space((unsigned char)s->text[i]) && !(s->text[i] & 0x80)) {
            i++;
            continue;
        }
        unsigned high = limbs_digit_value(s->text[i]);
        unsigned low = high < 16 && i + 1 < s->size ? limbs_digit_value(s->text[i + 1]) : 99;
        if (high < 16 && i + 1 == s->size) {
            raise_value_error("fromhex() arg must contain an even number of hexadecimal digits");
        }
        if (low >= 16) {
            size_t at = i + (high < 16);
            raise_value_error("non-hexadecimal number found in fromhex() arg at position %z",
                              (intptr_t)at);
        }
        builder_add_byte(&b, (uint8_t)(high << 4 | low));
        i += 2;
    }
    return builder_finish_bytes(&b);
}

// Also takes a bytes-like object of ASCII digits, as CPython does since 3.14.
static const Str *digits_arg(Value v) {
    Buffer buffer;
    if (is_str(unbox(v))) {
        return str_of(unbox(v));
    }
    if (!buffer_try(v, &buffer, BUFFER_READ)) {
        raise_type_error("fromhex() argument must be str or bytes-like, not %T", v);
    }
    return (const Str *)cell_of(bytes_new(buffer.data, buffer.size)); // the same layout
}

Value bytes_fromhex(size_t n, const Value *args) {
    assert(n == 2);
    Value data = parse_hex(digits_arg(args[1]));
    const Type *cls = class_of(args[0]);
    return cls == &bytes_type ? data : op_call_1(args[0], data);
}
