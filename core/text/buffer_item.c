// SPDX-License-Identifier: MIT
// buffer_item.c: single items of a buffer as Python values, by their struct code in native mode:
// c b B ? h H i I l L q Q n N P f d.
#include "error.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "text/memoryview.h"
#include "text/operand.h"
#include <assert.h>

uint8_t format_item_size(char format) {
    switch (format) {
    case 'c':
    case 'b':
    case 'B':
    case '?':
        return 1;
    case 'h':
    case 'H':
        return 2;
    case 'i':
    case 'I':
    case 'f':
        return 4;
    case 'l':
    case 'L':
        return sizeof(long);
    case 'q':
    case 'Q':
    case 'd':
        return 8;
    case 'n':
    case 'N':
    case 'P':
        return sizeof(void *);
    default:
        return 0;
    }
}

static bool is_signed(char format) {
    return format >= 'a' && format <= 'z'; // b h i l q n
}

Value buffer_item_get(char format, uint8_t item_size, const uint8_t *at) {
    float single;
    double wide;
    switch (format) {
    case 'B':
        return int_value(*at);
    case 'c':
        return bytes_new(at, 1);
    case '?':
        return bool_value(*at != 0);
    case 'f':
        memcpy(&single, at, sizeof single);
        return float_value((Float)single);
    case 'd':
        memcpy(&wide, at, sizeof wide);
        return float_value((Float)wide);
    default:
        return int_from_bytes(at, item_size, CONFIG_BIG_ENDIAN, is_signed(format));
    }
}

static _Noreturn void raise_bad(const char *what, char format) {
    if (what[0] == 't') {
        raise_type_error("memoryview: invalid %s for format '%c'", what, (uint32_t)format);
    }
    raise_value_error("memoryview: invalid %s for format '%c'", what, (uint32_t)format);
}

static void put_float(char format, uint8_t *out, Value v) {
    Float x;
    if (!number_to_float(v, &x)) {
        raise_bad("type", format);
    }
    float single = (float)x;
    double wide = (double)x;
    if (format == 'f') {
        memcpy(out, &single, sizeof single);
    } else {
        memcpy(out, &wide, sizeof wide);
    }
}

void buffer_item_put(char format, uint8_t item_size, uint8_t *out, Value v) {
    assert(item_size <= 8);
    Value native = unbox(v);
    if (format == 'f' || format == 'd') {
        put_float(format, out, v);
    } else if (format == '?') {
        *out = op_truth(v);
    } else if (format == 'c') {
        if (!is_bytes(native)) {
            raise_bad("type", format);
        }
        if (bytes_of(native)->size != 1) {
            raise_bad("value", format);
        }
        *out = bytes_of(native)->data[0];
    } else {
        if (!operand_is_index(v)) {
            raise_bad("type", format);
        }
        if (!int_to_bytes(to_index(v), out, item_size, CONFIG_BIG_ENDIAN, is_signed(format))) {
            raise_bad("value", format);
        }
    }
}
