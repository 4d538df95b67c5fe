// SPDX-License-Identifier: MIT
// struct_codec.c: formats of struct, and single values as bytes.
#include "modules/struct.h"
#include "objects/float_math.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

COLD _Noreturn void raise_struct_error(const char *format, ...) {
    va_list list;
    va_start(list, format);
    raise_error_v(&struct_error_type, format, list);
}

// ---- formats ----------------------------------------------------------------------------------------

#define ALIGNMENT(TYPE) offsetof(struct { char c; TYPE x; }, x)

typedef struct Code {
    char code;
    uint8_t standard; // size; 0: native mode only
    uint8_t native;
    uint8_t align;    // in native mode
} Code;

static const Code codes[] = {
    {'x', 1, 1, 1},
    {'c', 1, 1, 1},
    {'b', 1, 1, 1},
    {'B', 1, 1, 1},
    {'?', 1, 1, 1},
    {'s', 1, 1, 1},
    {'p', 1, 1, 1},
    {'h', 2, sizeof(short), ALIGNMENT(short)},
    {'H', 2, sizeof(short), ALIGNMENT(short)},
    {'e', 2, 2, ALIGNMENT(short)},
    {'i', 4, sizeof(int), ALIGNMENT(int)},
    {'I', 4, sizeof(int), ALIGNMENT(int)},
    {'l', 4, sizeof(long), ALIGNMENT(long)},
    {'L', 4, sizeof(long), ALIGNMENT(long)},
    {'q', 8, 8, ALIGNMENT(long long)},
    {'Q', 8, 8, ALIGNMENT(long long)},
    {'n', 0, sizeof(size_t), ALIGNMENT(size_t)},
    {'N', 0, sizeof(size_t), ALIGNMENT(size_t)},
    {'P', 0, sizeof(void *), ALIGNMENT(void *)},
    {'f', 4, 4, ALIGNMENT(float)},
    {'d', 8, 8, ALIGNMENT(double)},
    {'F', 8, 8, ALIGNMENT(float)},
    {'D', 16, 16, ALIGNMENT(double)},
};

static const Code *find_code(char c) {
    for (size_t i = 0; i < COUNT_OF(codes); i++) {
        if (codes[i].code == c) {
            return &codes[i];
        }
    }
    return NULL;
}

void struct_format_start(StructFormat *f, Value format) {
    Value native = unbox(format);
    if (is_str(native)) {
        f->at = str_of(native)->text;
        f->end = f->at + str_of(native)->size;
    } else if (is_bytes(native)) {
        f->at = (const char *)bytes_of(native)->data;
        f->end = f->at + bytes_of(native)->size;
    } else {
        raise_type_error("Struct() argument 1 must be a str or bytes object, not %T", format);
    }
    char order = f->at < f->end ? *f->at : '@';
    bool given = order && strchr("@=<>!", order);
    f->at += given && f->at < f->end;
    f->native = !given || order == '@';
    f->big_endian = order == '>' || order == '!' || (order != '<' && CONFIG_BIG_ENDIAN);
    f->offset = 0;
}

static size_t checked_add(size_t a, size_t b) {
    if (b > (size_t)INTPTR_MAX - a) {
        raise_struct_error("total struct size too long");
    }
    return a + b;
}

// A repeat count, or 1.
static size_t take_count(StructFormat *f) {
    assert(f->at < f->end);
    if (*f->at < '0' || *f->at > '9') {
        return 1;
    }
    size_t n = 0;
    for (; f->at < f->end && *f->at >= '0' && *f->at <= '9'; f->at++) {
        if (n > ((size_t)INTPTR_MAX - 9) / 10) {
            raise_struct_error("total struct size too long");
        }
        n = n * 10 + (size_t)(*f->at - '0');
    }
    if (f->at == f->end) {
        raise_struct_error("repeat count given without format specifier");
    }
    return n;
}

bool struct_format_next(StructFormat *f, StructItem *item) {
    assert(f->at <= f->end);
    while (f->at < f->end && (*f->at == ' ' || (*f->at >= '\t' && *f->at <= '\r'))) {
        f->at++;
    }
    if (f->at == f->end) {
        return false;
    }
    item->count = take_count(f);
    const Code *code = find_code(*f->at++);
    if (!code || (!f->native && !code->standard)) {
        raise_struct_error("bad char in struct format");
    }
    item->code = code->code;
    item->size = f->native ? code->native : code->standard;
    size_t align = f->native ? code->align : 1;
    assert((align & (align - 1)) == 0);
    f->offset = checked_add(f->offset, (0 - f->offset) & (align - 1));
    item->offset = f->offset;
    size_t bytes;
    if (__builtin_mul_overflow(item->count, item->size, &bytes)) {
        bytes = SIZE_MAX;
    }
    f->offset = checked_add(f->offset, bytes);
    return true;
}

void struct_measure(Value format, size_t *size, size_t *values) {
    StructFormat f;
    StructItem item;
    struct_format_start(&f, format);
    *values = 0;
    while (struct_format_next(&f, &item)) {
        poll_interrupt();
        *values += struct_item_values(&item);
    }
    *size = f.offset;
}

// ---- floats -------------------------------------------------------------------------------------------

static void put_bits(uint8_t *at, uint64_t bits, size_t size, bool big_endian) {
    assert(size >= 1 && size <= 8);
    for (size_t i = 0; i < size; i++) {
        at[big_endian ? size - 1 - i : i] = (uint8_t)(bits >> (8 * i));
    }
}

static uint64_t get_bits(const uint8_t *at, size_t size, bool big_endian) {
    assert(size >= 1 && size <= 8);
    uint64_t bits = 0;
    for (size_t i = 0; i < size; i++) {
        bits |= (uint64_t)at[big_endian ? size - 1 - i : i] << (8 * i);
    }
    return bits;
}

static Float half_even(Float x) {
    Float low = real_floor(x), over = x - low;
    bool odd = real_fmod(low, 2) != 0;
    return over > (Float)0.5 || (over == (Float)0.5 && odd) ? low + 1 : low;
}

enum { HALF_INFINITY = 0x7c00, HALF_NAN = 0x7e00, HALF_BITS = 10, HALF_BIAS = 15 };

static COLD _Noreturn void too_large(char code) {
    raise_overflow("float too large to pack with %c format", (uint32_t)code);
}

// IEEE 754 binary16.
static uint16_t half_from_float(Float x) {
    unsigned sign = real_is_negative(x) ? 0x8000 : 0, bits;
    int exponent;
    if (!real_is_finite(x)) {
        return (uint16_t)(sign | (real_is_nan(x) ? HALF_NAN : HALF_INFINITY));
    }
    Float fraction = real_frexp(real_fabs(x), &exponent) * 2;
    exponent--;
    if (exponent > HALF_BIAS) {
        too_large('e');
    }
    if (x == 0) {
        bits = 0;
    } else if (exponent <= -HALF_BIAS) { // denormal
        bits = (unsigned)half_even(real_ldexp(real_fabs(x), HALF_BIAS - 1 + HALF_BITS));
    } else {
        bits = (unsigned)(exponent + HALF_BIAS) << HALF_BITS;
        bits += (unsigned)half_even(real_ldexp(fraction - 1, HALF_BITS)); // may carry
    }
    if (bits >= HALF_INFINITY) {
        too_large('e');
    }
    return (uint16_t)(sign | bits);
}

static Float float_from_half(unsigned bits) {
    assert(bits <= 0xffff);
    int exponent = (int)(bits >> HALF_BITS & 31);
    Float fraction = (Float)(bits & ((1u << HALF_BITS) - 1)), x;
    if (exponent == 31) {
        x = fraction != 0 ? REAL_NAN : REAL_INFINITY;
    } else if (exponent == 0) {
        x = real_ldexp(fraction, 1 - HALF_BIAS - HALF_BITS);
    } else {
        x = real_ldexp(fraction + (1 << HALF_BITS), exponent - HALF_BIAS - HALF_BITS);
    }
    return bits & 0x8000 ? -x : x;
}

// native: a float beyond the range of f becomes infinite.
static void put_float(const StructFormat *f, uint8_t *at, Float x, char code) {
    assert(code == 'e' || code == 'f' || code == 'd');
    bool big_endian = f->big_endian;
    if (code == 'e') {
        put_bits(at, half_from_float(x), 2, big_endian);
    } else if (code == 'f') {
        float single = (float)x;
        uint32_t bits;
        if (single - single != 0 && real_is_finite(x) && !f->native) {
            too_large('f');
        }
        memcpy(&bits, &single, sizeof bits);
        put_bits(at, bits, sizeof bits, big_endian);
    } else {
        double wide = (double)x;
        uint64_t bits;
        memcpy(&bits, &wide, sizeof bits);
        put_bits(at, bits, sizeof bits, big_endian);
    }
}

static Float get_float(const uint8_t *at, char code, bool big_endian) {
    assert(code == 'e' || code == 'f' || code == 'd');
    if (code == 'e') {
        return float_from_half((unsigned)get_bits(at, 2, big_endian));
    }
    if (code == 'f') {
        float single;
        uint32_t bits = (uint32_t)get_bits(at, sizeof bits, big_endian);
        memcpy(&single, &bits, sizeof single);
        return (Float)single;
    }
    double wide;
    uint64_t bits = get_bits(at, sizeof bits, big_endian);
    memcpy(&wide, &bits, sizeof wide);
    return (Float)wide;
}

// ---- values ---------------------------------------------------------------------------------------------

static bool is_signed(char code) {
    return code >= 'a' && code <= 'z';
}

static Value get_int(const uint8_t *at, size_t size, bool big_endian, bool with_sign) {
    uint64_t bits = get_bits(at, size, big_endian);
    unsigned unused = (unsigned)(64 - 8 * size);
    if (!with_sign) {
        return int_from_u64(bits);
    }
    bits <<= unused;
    int64_t n;
    memcpy(&n, &bits, sizeof n);
    return int_from_i64(n / ((int64_t)1 << (unused ? unused - 1 : 0)) / (unused ? 2 : 1));
}

Value struct_get(const StructFormat *f, const StructItem *item, const uint8_t *at) {
    size_t size = item->count;
    switch (item->code) {
    case 'c': return bytes_new(at, 1);
    case '?': return bool_value(*at != 0);
    case 's': return bytes_new(at, size);
    case 'p':
        if (size == 0) {
            return bytes_new(NULL, 0);
        }
        return bytes_new(at + 1, *at < size ? *at : size - 1);
    case 'e':
    case 'f':
    case 'd': return float_value(get_float(at, item->code, f->big_endian));
    case 'F':
    case 'D': {
        char part = item->code == 'F' ? 'f' : 'd';
        Float real = get_float(at, part, f->big_endian);
        return complex_new(real, get_float(at + item->size / 2, part, f->big_endian));
    }
    default: return get_int(at, item->size, f->big_endian, is_signed(item->code));
    }
}

static COLD _Noreturn void out_of_range(const StructFormat *f, const StructItem *item) {
    Value one = int_value(1);
    bool with_sign = is_signed(item->code);
    Value bits = int_value(8 * item->size - with_sign);
    Value top = int_binary(OP_LSHIFT, one, bits);
    Value low = with_sign ? int_neg(top) : int_value(0), high = int_binary(OP_SUB, top, one);
    const char *name = item->code == 'b'   ? "byte"
                       : item->code == 'B' ? "ubyte"
                       : item->code == 'h' ? "short"
                       : item->code == 'H' ? "ushort"
                                           : NULL;
    if (name && (item->size == 1 || f->big_endian == CONFIG_BIG_ENDIAN)) {
        raise_struct_error("%s format requires %V <= number <= %V", name, low, high);
    }
    raise_struct_error("'%c' format requires %V <= number <= %V", (uint32_t)item->code, low, high);
}

static void put_int(const StructFormat *f, const StructItem *item, uint8_t *at, Value v) {
    if (!is_integer(v) && is_absent(type_lookup(type_of(v), N___index__))) {
        raise_struct_error("required argument is not an integer");
    }
    Value n = to_index(v);
    bool with_sign = is_signed(item->code) || (item->code == 'P' && int_sign(n) < 0);
    if (!int_to_bytes(n, at, item->size, f->big_endian, with_sign)) {
        out_of_range(f, item);
    }
}

static void put_bytes(const StructItem *item, uint8_t *at, Value v) {
    Buffer b;
    Value native = unbox(v);
    if (!is_bytes(native) && !is_kind(native, &bytearray_type)) {
        raise_struct_error("argument for '%c' must be a bytes object", (uint32_t)item->code);
    }
    buffer_get(native, &b, BUFFER_READ);
    size_t room = item->count;
    if (item->code == 'p' && room > 0) {
        room--;
        size_t size = b.size < room ? b.size : room;
        *at++ = (uint8_t)(size < 255 ? size : 255);
    }
    size_t size = b.size < room ? b.size : room;
    if (size > 0) {
        memcpy(at, b.data, size);
    }
}

static void put_complex(const StructFormat *f, const StructItem *item, uint8_t *at, Value v) {
    ComplexPair z;
    if (!number_to_complex(v, &z)) {
        raise_struct_error("required argument is not a complex");
    }
    char part = item->code == 'F' ? 'f' : 'd';
    put_float(f, at, z.real, part);
    put_float(f, at + item->size / 2, z.imag, part);
}

void struct_put(const StructFormat *f, const StructItem *item, uint8_t *at, Value v) {
    Float x;
    Value native = unbox(v);
    switch (item->code) {
    case 'c':
        if (!is_bytes(native) || bytes_of(native)->size != 1) {
            raise_struct_error("char format requires a bytes object of length 1");
        }
        *at = bytes_of(native)->data[0];
        break;
    case '?': *at = op_truth(v); break;
    case 's':
    case 'p': put_bytes(item, at, v); break;
    case 'e':
    case 'f':
    case 'd':
        if (!to_float_try(v, &x)) {
            raise_struct_error("required argument is not a float");
        }
        put_float(f, at, x, item->code);
        break;
    case 'F':
    case 'D': put_complex(f, item, at, v); break;
    default: put_int(f, item, at, v); break;
    }
}
