// SPDX-License-Identifier: MIT
// array_item.c: single items of arrays: their codes, sizes and values.
#include "modules/array.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "text/str.h"
#include <assert.h>

static const struct {
    char code;
    uint8_t size;
    const char *name; // in messages about items that are too small or large
} codes[] = {
    {'b', 1, "signed char"},
    {'B', 1, "unsigned byte integer"},
    {'u', 4, NULL},
    {'w', 4, NULL},
    {'h', sizeof(short), "signed short integer"},
    {'H', sizeof(short), "unsigned short"},
    {'i', sizeof(int), "signed integer"},
    {'I', sizeof(int), "unsigned int"},
    {'l', sizeof(long), NULL},
    {'L', sizeof(long), NULL},
    {'q', 8, NULL},
    {'Q', 8, NULL},
    {'f', 4, NULL},
    {'d', 8, NULL},
};

static size_t find(char code) {
    size_t i = 0;
    while (i < COUNT_OF(codes) && codes[i].code != code) {
        i++;
    }
    return i;
}

uint8_t array_code_size(char code) {
    size_t i = find(code);
    return i < COUNT_OF(codes) ? codes[i].size : 0;
}

static bool is_signed(char code) {
    return code >= 'a' && code <= 'z';
}

static Value get_int(char code, const uint8_t *at) {
    size_t size = array_code_size(code);
    if (size == 4) {
        uint32_t n;
        memcpy(&n, at, sizeof n);
        return is_signed(code) ? int_from_i64((int32_t)n) : int_from_u64(n);
    }
    assert(size == 8);
    uint64_t n;
    memcpy(&n, at, sizeof n);
    return is_signed(code) ? int_from_i64((int64_t)n) : int_from_u64(n);
}

Value array_get(char code, const uint8_t *at) {
    uint16_t small;
    float single;
    double wide;
    uint32_t c;
    switch (code) {
    case 'b': return int_value((int8_t)*at);
    case 'B': return int_value(*at);
    case 'h':
    case 'H':
        memcpy(&small, at, sizeof small);
        return int_value(code == 'h' ? (int16_t)small : small);
    case 'f':
        memcpy(&single, at, sizeof single);
        return float_value((Float)single);
    case 'd':
        memcpy(&wide, at, sizeof wide);
        return float_value((Float)wide);
    case 'u':
    case 'w':
        memcpy(&c, at, sizeof c);
        if (c > 0x10ffff) {
            raise_value_error("character U+%x is not in range [U+0000; U+10ffff]", c);
        }
        return str_from_char(c);
    default: return get_int(code, at);
    }
}

Value array_item(const Array *a, size_t i) {
    assert(i < a->len);
    return array_get(a->code, array_at(a, i));
}

// An int that does not fit: says so as the conversion to the type in C does.
static COLD _Noreturn void out_of_range(char code, const char *name, Value n) {
    bool low = int_sign(n) < 0, wide = code == 'q' || code == 'Q';
    if (low && !is_signed(code) && code != 'B' && code != 'H') {
        raise_overflow(wide ? "can't convert negative int to unsigned"
                            : "can't convert negative value to unsigned int");
    }
    if (wide) {
        raise_overflow("int too big to convert");
    }
    int64_t word;
    bool beyond_long = !int_to_i64(n, &word) || word > LONG_MAX || word < LONG_MIN;
    if (!name || (beyond_long && code != 'I')) {
        raise_overflow("Python int too large to convert to C %s",
                       code == 'L' ? "unsigned long" : "long");
    }
    raise_overflow("%s is %s", name, low ? "less than minimum" : "greater than maximum");
}

static void put_int(char code, uint8_t *at, Value v) {
    Value n = to_index(v);
    size_t i = find(code);
    if (!int_to_bytes(n, at, codes[i].size, CONFIG_BIG_ENDIAN, is_signed(code))) {
        out_of_range(code, codes[i].name, n);
    }
}

static void put_character(uint8_t *at, Value v) {
    Value native = unbox(v);
    if (!is_str(native)) {
        raise_type_error("array item must be a unicode character, not %T", v);
    }
    size_t length = str_length(str_of(native));
    if (length != 1) {
        raise_type_error("array item must be a unicode character, not a string of length %z",
                         (intptr_t)length);
    }
    const char *text = str_of(native)->text;
    uint32_t c = utf8_next(&text);
    memcpy(at, &c, sizeof c);
}

void array_put(char code, uint8_t *at, Value v) {
    float single;
    double wide;
    switch (code) {
    case 'f':
        single = (float)to_float(v);
        memcpy(at, &single, sizeof single);
        break;
    case 'd':
        wide = (double)to_float(v);
        memcpy(at, &wide, sizeof wide);
        break;
    case 'u':
    case 'w': put_character(at, v); break;
    default: put_int(code, at, v); break;
    }
}
