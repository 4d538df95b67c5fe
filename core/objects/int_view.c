// SPDX-License-Identifier: MIT
// int_view.c: ints taken apart and put together: from and to machine words, floats, bytes.
//
// An int is small (in the word) or big: a cell {sign, count, limbs, least significant first} whose
// top limb is not zero and whose value is outside the small range.
#include "objects/int_view.h"
#include "error.h"
#include "heap/heap.h"
#include "number/decimal.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

enum { LIMBS_MAX = 0x3ffffff };

// ---- cells --------------------------------------------------------------------------------------

static size_t big_size(size_t limbs) {
    return offsetof(BigInt, limbs) + limbs * sizeof(Limb);
}

BigInt *int_alloc(size_t limbs) {
    if (limbs > LIMBS_MAX) {
        raise_memory_error(limbs > SIZE_MAX / 8 ? SIZE_MAX : limbs * sizeof(Limb));
    }
    if (limbs > POLL_BYTES / sizeof(Limb)) {
        poll_interrupt();
    }
    BigInt *big = heap_alloc_raw(&int_type, big_size(limbs));
    big->negative = 0;
    big->count = (uint32_t)limbs & 0x7fffffff;
    return big;
}

static uintptr_t low_word(const Limb *limbs, size_t count) {
    assert(count <= WORD_BYTES / sizeof(Limb));
    uint64_t n = 0;
    for (size_t i = 0; i < count; i++) {
        n |= (uint64_t)limbs[i] << (i * LIMB_BITS % 64);
    }
    return (uintptr_t)n;
}

Value int_finish(BigInt *big, size_t count, bool negative) {
    assert(count <= big->count);
    count = limbs_normalize(big->limbs, count);
    if (count <= WORD_BYTES / sizeof(Limb)) {
        uintptr_t n = low_word(big->limbs, count);
        if (n <= (uintptr_t)SMALL_INT_MAX + negative) {
            heap_free(big);
            return int_value(negative ? (intptr_t)(0 - n) : (intptr_t)n);
        }
    }
    bool smaller = big_size(count) - 1 < (big_size(big->count) - 1) / BLOCK_BYTES * BLOCK_BYTES;
    if (count < big->count && (smaller || CONFIG_ANNOUNCE)) {
        heap_resize(big, big_size(count));
    }
    big->count = (uint32_t)count & 0x7fffffff;
    big->negative = negative;
    return cell_value(big);
}

void int_discard(Value n) {
    if (is_big(n)) {
        heap_free(cell_of(n));
    }
}

void int_view(IntView *v, Value n) {
    v->owner = n;
    if (is_int(n)) {
        intptr_t i = int_of(n);
        v->negative = i < 0;
        v->limbs = v->small;
        v->count = limbs_from_u64(v->small, i < 0 ? 0 - (uint64_t)(int64_t)i : (uint64_t)i);
        return;
    }
    assert(is_big(n));
    const BigInt *big = (const BigInt *)cell_of(n);
    v->negative = big->negative;
    v->limbs = big->limbs;
    v->count = big->count;
}

static const Type scratch_type = {
    .head = {&type_type}, .name = N__int_scratch, .flags = TYPE_FINAL | TYPE_TRACE_NONE,
    .payload = sizeof(Scratch), .letter = 'h', .solid = &scratch_type,
};

Scratch *scratch_new(size_t limbs) {
    return heap_alloc_raw(&scratch_type, size_add(sizeof(Scratch), size_mul(limbs, sizeof(Limb))));
}

void scratch_free(Scratch *s) {
    heap_free(s);
}

// ---- any value as an int ------------------------------------------------------------------------

bool is_integer(Value v) {
    if (is_int(v)) {
        return true;
    }
    if (!is_cell(v)) {
        return false;
    }
    const Type *t = cell_of(v)->type;
    return t == &int_type || t == &bool_type || t->solid == &int_type;
}

Value integer_of(Value v) {
    assert(is_integer(v));
    if (is_int(v)) {
        return v;
    }
    v = unbox(v);
    return is_bool(v) ? int_value(same(v, TRUE)) : v;
}

Value to_index(Value v) {
    if (is_integer(v)) {
        return integer_of(v);
    }
    Value r;
    if (!call_special(v, N___index__, 0, NULL, &r)) {
        raise_type_error("'%T' object cannot be interpreted as an integer", v);
    }
    if (!is_integer(r)) {
        raise_type_error("__index__ returned non-int (type %T)", r);
    }
    return integer_of(r);
}

static bool fits_intptr(Value n, intptr_t *out) {
    if (is_int(n)) {
        *out = int_of(n);
        return true;
    }
    int64_t i;
    bool fits = int_to_i64(n, &i) && i >= INTPTR_MIN && i <= INTPTR_MAX;
    *out = fits ? (intptr_t)i : 0;
    return fits;
}

intptr_t to_intptr(Value v) {
    intptr_t i;
    if (!fits_intptr(to_index(v), &i)) {
        raise_overflow("cannot fit '%T' into an index-sized integer", v);
    }
    return i;
}

int32_t to_c_int(Value v) {
    intptr_t i;
    if (!fits_intptr(to_index(v), &i) || i < INT32_MIN || i > INT32_MAX) {
        raise_overflow("Python int too large to convert to C int");
    }
    return (int32_t)i;
}

intptr_t to_subscript(Value v) {
    intptr_t i;
    if (!fits_intptr(to_index(v), &i)) {
        raise_index_error("cannot fit '%T' into an index-sized integer", v);
    }
    return i;
}

intptr_t to_intptr_clamped(Value v) {
    intptr_t i;
    Value n = to_index(v);
    if (fits_intptr(n, &i)) {
        return i;
    }
    return int_sign(n) < 0 ? INTPTR_MIN : INTPTR_MAX;
}

// ---- machine words ------------------------------------------------------------------------------

static Value from_magnitude(uint64_t n, bool negative) {
    if (n <= (uint64_t)SMALL_INT_MAX + negative) {
        return int_value(negative ? (intptr_t)(0 - n) : (intptr_t)n);
    }
    BigInt *big = int_alloc(2);
    return int_finish(big, limbs_from_u64(big->limbs, n), negative);
}

Value int_from(intptr_t n) {
    return fits_small(n) ? int_value(n) : int_from_i64(n);
}

Value int_from_u64(uint64_t n) {
    return from_magnitude(n, false);
}

Value int_from_i64(int64_t n) {
    return from_magnitude(n < 0 ? 0 - (uint64_t)n : (uint64_t)n, n < 0);
}

// The magnitude of n if it has no more than 64 bits.
static bool magnitude64(const IntView *v, uint64_t *out) {
    if (v->count > 2) {
        return false;
    }
    *out = (v->count > 0 ? v->limbs[0] : 0) | (v->count > 1 ? (uint64_t)v->limbs[1] << 32 : 0);
    return true;
}

bool int_to_i64(Value n, int64_t *out) {
    IntView v;
    uint64_t m;
    int_view(&v, n);
    if (!magnitude64(&v, &m) || m > (uint64_t)INT64_MAX + v.negative) {
        return false;
    }
    *out = v.negative ? (int64_t)(0 - m) : (int64_t)m;
    return true;
}

bool int_to_u64(Value n, uint64_t *out) {
    IntView v;
    uint64_t m;
    int_view(&v, n);
    if (!magnitude64(&v, &m) || v.negative) {
        return false;
    }
    *out = m;
    return true;
}

int int_sign(Value n) {
    if (is_int(n)) {
        return (int_of(n) > 0) - (int_of(n) < 0);
    }
    assert(is_exact(n, &int_type));
    return ((const BigInt *)cell_of(n))->negative ? -1 : 1;
}

int int_compare(Value a, Value b) {
    if (are_ints(a, b)) {
        return (int_of(a) > int_of(b)) - (int_of(a) < int_of(b));
    }
    IntView x, y;
    int_view(&x, a);
    int_view(&y, b);
    if (x.negative != y.negative) {
        return x.negative ? -1 : 1;
    }
    int order = limbs_cmp(x.limbs, x.count, y.limbs, y.count);
    return x.negative ? -order : order;
}

size_t int_bit_length(Value n) {
    IntView v;
    int_view(&v, n);
    return limbs_bit_length(v.limbs, v.count);
}

// ---- hash: modulo a Mersenne prime, as CPython documents it --------------------------------------

#define HASH_BITS (WORD_BITS == 64 ? 61 : 31)
#define HASH_PRIME (((uint64_t)1 << HASH_BITS) - 1)

intptr_t int_hash(Value n) {
    IntView v;
    int_view(&v, n);
    uint64_t h = 0;
    for (size_t i = v.count; i-- > 0;) { // h * 2**32 is a rotation
        unsigned by = LIMB_BITS % HASH_BITS;
        h = ((h << by) & HASH_PRIME) | (h >> (HASH_BITS - by));
        h += v.limbs[i];
        h = (h & HASH_PRIME) + (h >> HASH_BITS);
        h = h >= HASH_PRIME ? h - HASH_PRIME : h;
    }
    intptr_t hash = v.negative ? -(intptr_t)h : (intptr_t)h;
    return hash == -1 ? -2 : hash;
}

// ---- floats -------------------------------------------------------------------------------------

Float float_rounded(uint64_t mantissa, bool inexact, int64_t exponent) {
    return sizeof(Float) == sizeof(double) ? (Float)float_round(mantissa, inexact, exponent)
                                           : (Float)float_round32(mantissa, inexact, exponent);
}

Float int_to_float(Value n) {
    if (is_int(n)) {
        return (Float)int_of(n);
    }
    IntView v;
    int64_t exponent;
    bool inexact;
    int_view(&v, n);
    uint64_t top = limbs_top64(v.limbs, v.count, &exponent, &inexact);
    Float x = float_rounded(top, inexact, exponent);
    if (x - x != 0) {
        raise_overflow("int too large to convert to float");
    }
    return v.negative ? -x : x;
}

Value int_from_float(Float x) {
    if (x != x) {
        raise_value_error("cannot convert float NaN to integer");
    }
    if (x - x != 0) {
        raise_overflow("cannot convert float infinity to integer");
    }
    Float limit = (Float)((intptr_t)1 << (WORD_BITS - 2));
    if (x < limit && x >= -limit) {
        return int_value((intptr_t)x);
    }
    FloatBits bits = float_bits(x);
    uint64_t mantissa = (bits & (((FloatBits)1 << FLOAT_MANTISSA_BITS) - 1)) |
                        ((FloatBits)1 << FLOAT_MANTISSA_BITS);
    int exponent = (int)(bits >> FLOAT_MANTISSA_BITS & ((1u << FLOAT_EXPONENT_BITS) - 1));
    exponent -= (1 << (FLOAT_EXPONENT_BITS - 1)) - 1 + FLOAT_MANTISSA_BITS;
    if (exponent < 0) {
        return from_magnitude(mantissa >> -exponent, x < 0);
    }
    Limb limbs[2];
    size_t count = limbs_from_u64(limbs, mantissa);
    BigInt *big = int_alloc(count + (size_t)exponent / LIMB_BITS + 1);
    count = limbs_shift_left(big->limbs, limbs, count, (size_t)exponent);
    return int_finish(big, count, x < 0);
}

// ---- bytes --------------------------------------------------------------------------------------

// Byte i, counted from the least significant one.
static uint8_t byte_at(const uint8_t *data, size_t size, bool big_endian, size_t i) {
    assert_hot(i < size);
    return data[big_endian ? size - 1 - i : i];
}

// Fewer bytes than a word has always give a small int.
static Value few_bytes(const uint8_t *data, size_t size, bool big_endian, bool negative) {
    assert(size < WORD_BYTES);
    uintptr_t n = negative ? UINTPTR_MAX : 0;
    for (size_t i = size; i-- > 0;) {
        n = n << 8 | byte_at(data, size, big_endian, i);
    }
    return int_value((intptr_t)n);
}

Value int_from_bytes(const uint8_t *data, size_t size, bool big_endian, bool is_signed) {
    bool negative = is_signed && size > 0 && byte_at(data, size, big_endian, size - 1) & 0x80;
    if (size < WORD_BYTES) {
        return few_bytes(data, size, big_endian, negative);
    }
    size_t count = size / sizeof(Limb) + 1;
    BigInt *big = int_alloc(count);
    memset(big->limbs, negative ? 0xff : 0, count * sizeof(Limb));
    for (size_t i = 0; i < size; i++) {
        if (i % POLL_BYTES == 0) {
            poll_interrupt();
        }
        unsigned shift = i % sizeof(Limb) * 8;
        Limb *limb = &big->limbs[i / sizeof(Limb)];
        *limb = (*limb & ~((Limb)0xff << shift)) | (Limb)byte_at(data, size, big_endian, i) << shift;
    }
    for (size_t i = 0, carry = 1; negative && i < count; i++) { // two's complement
        big->limbs[i] = ~big->limbs[i] + (Limb)carry;
        carry = carry && big->limbs[i] == 0;
    }
    return int_finish(big, count, negative);
}

// Does n fit into so many bytes?
static bool fits_bytes(const IntView *v, size_t size, bool is_signed) {
    if (v->count == 0) {
        return true;
    }
    if (v->negative && !is_signed) {
        return false;
    }
    size_t bits = limbs_bit_length(v->limbs, v->count);
    if (is_signed) { // -2**k needs no more bits than 2**k - 1
        bool power = v->negative && !limbs_any_below(v->limbs, v->count, bits - 1);
        bits += !power;
    }
    return (bits + 7) / 8 <= size;
}

bool int_to_bytes(Value n, uint8_t *out, size_t size, bool big_endian, bool is_signed) {
    IntView v;
    int_view(&v, n);
    if (!fits_bytes(&v, size, is_signed)) {
        return false;
    }
    unsigned carry = 1;
    for (size_t i = 0; i < size; i++) {
        if (i % POLL_BYTES == 0) {
            poll_interrupt();
        }
        size_t limb = i / sizeof(Limb);
        unsigned byte = limb < v.count ? v.limbs[limb] >> (i % sizeof(Limb) * 8) & 0xff : 0;
        if (v.negative) {
            byte = (byte ^ 0xff) + carry;
            carry = byte >> 8;
        }
        out[big_endian ? size - 1 - i : i] = (uint8_t)byte;
    }
    return true;
}
