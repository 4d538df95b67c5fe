// SPDX-License-Identifier: MIT
// number.h: int, float, complex as C code sees them.
#ifndef CORE_NUMBER_H
#define CORE_NUMBER_H

#include "number/limbs.h"
#include "value/type.h"

// An int beyond the small range: sign and magnitude, normalised (never fits a small int).
typedef struct BigInt {
    Cell head;
    uint32_t negative : 1;
    uint32_t count : 31;   // limbs
    Limb limbs[];
} BigInt;
typedef struct FloatCell {
    Cell head;
    Float value;
} FloatCell;
typedef struct Complex {
    Cell head;
    Float real, imag;
} Complex;

static inline bool is_big(Value v) {
    return is_exact(v, &int_type);
}
// Is it an int of any kind: small, big, bool, or an instance of a subclass?
bool is_integer(Value v);
// Its int value as a small or big int (bools become 0/1, subclasses are unboxed).
Value integer_of(Value v);
Value int_from(intptr_t n);   // small or big
Value int_from_u64(uint64_t n);
Value int_from_i64(int64_t n);
// Anything with __index__ as an int value (small or big); TypeError "'T' object cannot be
// interpreted as an integer".
Value to_index(Value v);
// The same in a machine word; OverflowError / IndexError "cannot fit 'int' into an index-sized integer".
intptr_t to_intptr(Value v);
intptr_t to_subscript(Value v); // to_intptr() with IndexError
int32_t to_c_int(Value v); // likewise; OverflowError beyond 32 bits
intptr_t to_intptr_clamped(Value v); // saturates instead of raising (slice bounds)
bool int_to_i64(Value n, int64_t *out);  // n int value; false if it does not fit
bool int_to_u64(Value n, uint64_t *out);
int int_sign(Value n);
int int_compare(Value a, Value b);       // int values
Value int_binary(BinaryOp op, Value a, Value b); // int values, any op but DIVMOD too
Value int_neg(Value a);
// pow(a, b, m), ints of any kind: TypeError if they are not. ValueError for m == 0 or, with
// negative b, if a has no inverse. The result has m's sign.
Value int_pow_mod(Value a, Value b, Value m);
intptr_t int_hash(Value n);              // as CPython: modulo 2^61-1 (2^31-1 on 32-bit)
Float int_to_float(Value n);             // correctly rounded; OverflowError
// Text of more decimal digits than rt.digits_limit is refused, since the time it takes grows faster than its
// length: the limit is INT_DIGITS_DEFAULT, as in CPython. It can't be set to less than INT_DIGITS_LEAST.
enum { INT_DIGITS_DEFAULT = 4300, INT_DIGITS_LEAST = 640 };
bool int_digits_exceed(size_t digits, int base); // binary, octal, hexadecimal ... may be any length
Value int_parse(const char *text, size_t size, int base, bool *ok); // Python int literal/constructor syntax
Value int_to_text(Value n, int base, bool upper); // str, with '-' but no prefix
Value int_from_float(Float x);           // truncates; OverflowError/ValueError for inf/nan
Value int_from_bytes(const uint8_t *data, size_t size, bool big_endian, bool is_signed);
// Writes size bytes; false if n does not fit.
bool int_to_bytes(Value n, uint8_t *out, size_t size, bool big_endian, bool is_signed);

static inline bool is_float(Value v) { // exact float
    return is_word_float(v) || is_exact(v, &float_type);
}
static inline Float float_of(Value v) { // v is an exact float
    assert_hot(is_float(v));
    return is_word_float(v) ? word_float_of(v) : ((FloatCell *)cell_of(v))->value;
}
// int, bool, float, or anything with __float__ / __index__; TypeError "must be real number, not T".
// An instance of a subclass of float is not asked, unlike by float().
Float to_float(Value v);
// Only true numbers: false if v is not int/bool/float (or a subclass).
bool number_to_float(Value v, Float *out);
Value float_binary(BinaryOp op, Float a, Float b); // raises ZeroDivisionError
Value float_parse(const char *text, size_t size, bool *ok); // float() constructor syntax
bool float_is(CompareOp op, Float x, Float y); // x op y
Value float_repr(Float x);
intptr_t float_hash(Float x);
Value complex_new(Float real, Float imag);

#endif
