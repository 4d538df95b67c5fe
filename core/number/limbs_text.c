// SPDX-License-Identifier: MIT
//
// Natural numbers to and from text. In bases 2, 4, 8, 16, 32 digits are bits: one pass. In the
// others short numbers go by the "chunk", the most digits whose values all fit one limb, at
// quadratic cost; long ones are halved by the powers P(i) = (base ** chunk digits) ** (2 ** i):
//     a = q * P(i) + r        q's text, then r's text in chunk digits << i places
// and the other way round for reading. The powers live at the start of the scratch.

#include "limbs.h"

#include <assert.h>
#include <string.h>

enum {
    LEAF_LIMBS = 50,   // to text: numbers up to this length go by the chunk
    LEAF_DIGITS = 300, // from text: likewise
    MAX_POWERS = 40,   // P(39) has more digits than memory holds
    POLL_MASK = 16383, // of the index of digits between polls
};

typedef struct {
    unsigned base;
    unsigned chunk_digits;
    Limb chunk; // base ** chunk_digits
    int count;  // of the powers made so far
    const Limb *power[MAX_POWERS];
    size_t power_length[MAX_POWERS];
    Limb *scratch; // what is free beyond the powers
} Powers;

unsigned limbs_digit_value(char c) {
    if (c >= '0' && c <= '9') {
        return (unsigned)(c - '0');
    }
    c |= 0x20;
    return c >= 'a' && c <= 'z' ? (unsigned)(c - 'a') + 10 : 99;
}

static char digit_character(unsigned value) {
    return (char)(value < 10 ? '0' + value : 'a' + (value - 10));
}

// The bits of a digit where the base is a power of two, else 0.
static unsigned digit_bits(unsigned base) {
    assert(base >= 2 && base <= 36);
    if ((base & (base - 1)) != 0) {
        return 0;
    }
    unsigned bits = 1;
    while (1u << bits != base) {
        bits++;
    }
    return bits;
}

static void powers_start(Powers *p, unsigned base, Limb *scratch) {
    p->base = base;
    p->chunk_digits = 1;
    p->chunk = base;
    while ((DoubleLimb)p->chunk * base <= UINT32_MAX) {
        p->chunk *= base;
        p->chunk_digits++;
    }
    p->count = 0;
    p->scratch = scratch;
}

// Makes P(count) from the one before.
static void powers_add(Powers *p) {
    assert(p->count < MAX_POWERS);
    Limb *power = p->scratch;
    size_t n = 1;
    if (p->count == 0) {
        power[0] = p->chunk;
    } else {
        const Limb *root = p->power[p->count - 1];
        size_t length = p->power_length[p->count - 1];
        n = limbs_mul(power, root, length, root, length, power + 2 * length);
    }
    p->power[p->count] = power;
    p->power_length[p->count++] = n;
    p->scratch += n;
}

// ---- to text

// Binary logarithms of the bases 2 to 36, times 2048, rounded down.
static const uint16_t log2_base[35] = {
    2048, 3246, 4096, 4755, 5294, 5749, 6144, 6492, 6803, 7084, 7342, 7578,
    7797, 8001, 8192, 8371, 8540, 8699, 8851, 8995, 9132, 9264, 9390, 9510,
    9626, 9738, 9845, 9949, 10049, 10146, 10240, 10330, 10419, 10504, 10588,
};

size_t limbs_text_capacity(size_t an, unsigned base) {
    // an * 32 bits * 2048 / log2, in parts that don't overflow
    size_t log2 = log2_base[base - 2];
    return an / log2 * (LIMB_BITS << 11) + an % log2 * (LIMB_BITS << 11) / log2 + 2;
}

static size_t text_of_bits(char *out, const Limb *a, size_t an, unsigned bits) {
    size_t n = (limbs_bit_length(a, an) + bits - 1) / bits;
    DoubleLimb window = 0;
    unsigned held = 0;
    const Limb *next = a;
    for (size_t i = n; i-- > 0;) {
        if ((i & POLL_MASK) == POLL_MASK) {
            number_poll();
        }
        if (held < bits && next < a + an) {
            window |= (DoubleLimb)*next++ << held;
            held += LIMB_BITS;
        }
        out[i] = digit_character((unsigned)window & ((1u << bits) - 1));
        window >>= bits;
        held -= held < bits ? held : bits;
    }
    return n;
}

// Writes the digits of a[0..an), which is used up, from the last to the first. Returns the end.
static inline char *put_digits(char *to, Limb *a, size_t an, unsigned base, Limb chunk,
                               unsigned chunk_digits) {
    while (an > 0) {
        DoubleLimb r = 0;
        for (size_t i = an; i-- > 0;) {
            r = r << LIMB_BITS | a[i];
            a[i] = (Limb)(r / chunk);
            r %= chunk;
        }
        an = limbs_normalize(a, an);
        Limb rest = (Limb)r;
        for (unsigned i = 0; i < chunk_digits && (an > 0 || rest > 0); i++) {
            *to++ = digit_character(rest % base);
            rest /= base;
        }
    }
    return to;
}

// The digits of a, which is used up, with zeros before them up to `width` characters. Returns the
// end. Division by what the compiler knows is much faster.
static char *leaf_to_text(const Powers *p, char *out, Limb *a, size_t an, size_t width) {
    char *to = p->base == 10 ? put_digits(out, a, an, 10, 1000000000, 9)
                             : put_digits(out, a, an, p->base, p->chunk, p->chunk_digits);
    while ((size_t)(to - out) < width) {
        *to++ = '0';
    }
    for (char *low = out, *high = to; high - low > 1;) {
        char c = *low;
        *low++ = *--high;
        *high = c;
    }
    return to;
}

// Appends the text of a < P(count), a in scratch that ends where `scratch` starts or before. When
// something was written already (out > start), it has as many places as P(count) has zeros.
static char *append_text(const Powers *p, int count, const char *start, char *out, Limb *a,
                         size_t an, Limb *scratch) {
    if (count == 0 || an <= LEAF_LIMBS) {
        return leaf_to_text(p, out, a, an, out > start ? (size_t)p->chunk_digits << count : 0);
    }
    count--;
    Limb *q = scratch, *r = a;
    size_t qn, rn, bn = p->power_length[count];
    Limb *rest = q + (an >= bn ? an - bn + 1 : 0);
    limbs_divmod(q, &qn, r, &rn, a, an, p->power[count], bn, rest);
    out = append_text(p, count, start, out, q, qn, rest);
    return append_text(p, count, start, out, r, rn, scratch);
}

size_t limbs_to_text(char *out, const Limb *a, size_t an, unsigned base, Limb *scratch) {
    unsigned bits = digit_bits(base);
    if (an == 0) {
        out[0] = '0';
        return 1;
    }
    if (bits != 0) {
        return text_of_bits(out, a, an, bits);
    }
    Powers powers;
    powers_start(&powers, base, scratch);
    if (an > LEAF_LIMBS) {
        do { // until the square of the last one is longer than a
            powers_add(&powers);
        } while (2 * powers.power_length[powers.count - 1] - 1 <= an);
    }
    Limb *copy = powers.scratch;
    memcpy(copy, a, an * sizeof(Limb));
    return (size_t)(append_text(&powers, powers.count, out, out, copy, an, copy + an) - out);
}

// Powers: the last has up to an + 1 limbs, each one before half of that: 2 * an and some. Then the
// copy, an. Then either the scratch of a squaring, or quotients (at most an and some in all, as
// they halve from level to level) and the scratch of a division, 2 * an and some.
size_t limbs_to_text_scratch(size_t an, unsigned base) {
    if (digit_bits(base) != 0) {
        return 0;
    }
    return an <= LEAF_LIMBS ? an : 6 * an + 4 * MAX_POWERS;
}

// ---- from text

size_t limbs_from_text_capacity(size_t n, unsigned base) {
    // n * (log2 + 1) / 2048 bits, in parts that don't overflow
    size_t log2 = log2_base[base - 2] + (digit_bits(base) == 0);
    return n / (LIMB_BITS << 11) * log2 + n % (LIMB_BITS << 11) * log2 / (LIMB_BITS << 11) + 2;
}

static size_t bits_of_text(Limb *r, const char *text, size_t n, unsigned bits) {
    DoubleLimb window = 0;
    unsigned held = 0;
    size_t rn = 0;
    for (size_t i = n; i-- > 0;) {
        if ((i & POLL_MASK) == POLL_MASK) {
            number_poll();
        }
        window |= (DoubleLimb)limbs_digit_value(text[i]) << held;
        held += bits;
        if (held >= LIMB_BITS) {
            r[rn++] = (Limb)window;
            window >>= LIMB_BITS;
            held -= LIMB_BITS;
        }
    }
    r[rn++] = (Limb)window;
    return limbs_normalize(r, rn);
}

static size_t leaf_from_text(const Powers *p, Limb *r, const char *text, size_t n) {
    size_t rn = 0;
    while (n > 0) {
        size_t digits = n % p->chunk_digits == 0 ? p->chunk_digits : n % p->chunk_digits;
        Limb scale = 1, value = 0;
        n -= digits;
        for (; digits > 0; digits--) {
            scale *= p->base; // base ** chunk_digits fits
            value = value * p->base + limbs_digit_value(*text++);
        }
        rn = limbs_mul_limb(r, r, rn, scale, value);
    }
    return rn;
}

// Reads n digits, at most those of P(count - 1) squared.
static size_t read_text(const Powers *p, int count, Limb *r, const char *text, size_t n,
                        Limb *scratch) {
    if (n <= LEAF_DIGITS) {
        return leaf_from_text(p, r, text, n);
    }
    assert(count > 0);
    count--;
    size_t low = (size_t)p->chunk_digits << count;
    if (n <= low) {
        return read_text(p, count, r, text, n, scratch);
    }
    Limb *part = scratch, *rest = part + limbs_from_text_capacity(low, p->base);
    size_t bn = p->power_length[count];
    size_t n1 = read_text(p, count, part, text, n - low, rest);
    size_t rn = limbs_mul(r, part, n1, p->power[count], bn, rest);
    size_t n0 = read_text(p, count, part, text + (n - low), low, rest);
    return limbs_add(r, r, rn, part, n0);
}

size_t limbs_from_text(Limb *r, const char *text, size_t n, unsigned base, Limb *scratch) {
    unsigned bits = digit_bits(base);
    if (bits != 0) {
        return bits_of_text(r, text, n, bits);
    }
    Powers powers;
    powers_start(&powers, base, scratch);
    if (n > LEAF_DIGITS) {
        do {
            powers_add(&powers);
        } while ((size_t)powers.chunk_digits << powers.count < n);
    }
    return read_text(&powers, powers.count, r, text, n, powers.scratch);
}

// With c limbs for the result: powers, less than 2 * c; parts, less than 2 * c and some; scratch of
// a product of c / 2 by c / 2 limbs, less than 4 * c and some.
size_t limbs_from_text_scratch(size_t n, unsigned base) {
    if (digit_bits(base) != 0 || n <= LEAF_DIGITS) {
        return 0;
    }
    return 7 * limbs_from_text_capacity(n, base) + 4 * MAX_POWERS;
}
