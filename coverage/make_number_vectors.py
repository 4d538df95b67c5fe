# SPDX-License-Identifier: MIT
"""Writes the vectors that test_number.c reads: functions, arguments and what Python computes.

usage: make_number_vectors.py [count-of-floats [seed]]
"""

import random
import struct
import sys
from fractions import Fraction

out = sys.stdout.write


def number(limbs):
    """A number of this many limbs, often with runs of ones and zeros."""
    if limbs == 0:
        return 0
    bits = 32 * limbs - random.randrange(32)
    kind = random.randrange(6)
    if kind == 0:
        return (1 << bits) - 1
    if kind == 1:
        return 1 << (bits - 1)
    if kind == 2:
        x = 0
        for i in range(limbs):
            x |= random.choice((0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)) << 32 * i
        return x or 1
    return random.getrandbits(bits) | 1 << (bits - 1)


def length(top):
    return random.choice((0, 1, 2, 3, random.randrange(top), random.randrange(top)))


def digits_in(x, base):
    """As int.__format__, for any base, in halves."""
    alphabet = "0123456789abcdefghijklmnopqrstuvwxyz"
    powers = [base]
    while powers[-1] ** 2 <= x:
        powers.append(powers[-1] ** 2)

    def go(x, level):
        if level < 0:
            return alphabet[x]
        high, low = divmod(x, powers[level])
        return go(high, level - 1) + go(low, level - 1)

    return go(x, len(powers) - 1).lstrip("0") or "0"


def emit_sum(a, b):
    out(f"sum {a:x} {b:x} {(a > b) - (a < b)} {a + b:x} {abs(a - b):x}\n")


def emit_bitop(a, b):
    fields = [abs(a), int(a < 0), abs(b), int(b < 0)]
    for r in (a & b, a | b, a ^ b):
        fields += [abs(r), int(r < 0)]
    out("bitop " + " ".join(f"{x:x}" for x in fields) + "\n")


def emit_divmod(a, b):
    q, r = divmod(a, b)
    out(f"divmod {a:x} {b:x} {q:x} {r:x}\n")


def emit_shift(a, n):
    below = int(a & ((1 << n) - 1) != 0)
    out(f"shift {a:x} {n} {a << n:x} {a >> n:x} {below} {a.bit_length()}\n")


def emit_top64(a):
    e = a.bit_length() - 64
    top = a << -e if e < 0 else a >> e
    inexact = int(e > 0 and a & ((1 << e) - 1) != 0)
    out(f"top64 {a:x} {top:x} {e} {inexact}\n")


def small_limb_vectors():
    for _ in range(1500):
        a, b = number(length(80)), number(length(80))
        emit_sum(a, b)
        out(f"mul {a:x} {b:x} {a * b:x}\n")
        out(f"square {a:x} {a * a:x}\n")
        x, y = number(1), random.choice((0, number(1)))
        out(f"limb {a:x} {x} {y} {a * x + y:x} {a // x:x} {a % x}\n")
        emit_divmod(a, b or 1)
        emit_divmod(a * (b or 1) + random.choice((0, (b or 1) - 1)), b or 1)
        emit_shift(a, random.choice((0, 1, 31, 32, 33, 64, random.randrange(3000))))
        sign_a, sign_b = random.choice((1, -1)), random.choice((1, -1))
        emit_bitop(a * sign_a, b * sign_b)
        base = random.randrange(2, 37)
        out(f"text {base} {a:x} {digits_in(a, base)}\n")
        out(f"text 10 {a:x} {a}\n")
        if a:
            emit_top64(a)


def large_limb_vectors():
    lengths = [39, 40, 41, 79, 80, 81, 82, 127, 159, 160, 161, 162, 333, 1000, 2047, 2500]
    for an in lengths:
        for bn in lengths:
            a, b = number(an), number(bn)
            out(f"mul {a:x} {b:x} {a * b:x}\n")
            emit_divmod(a * b + number(min(an, bn) - 1), a)
        out(f"square {a:x} {a * a:x}\n")
    for an in (*range(45, 56), 99, 100, 101, 102, 200, 399, 401, 801, 1777, 3000, 5000):
        a = number(an)
        for base in (10, 2, 3, 7, 8, 16, 32, 36):
            out(f"text {base} {a:x} {digits_in(a, base)}\n")
    for n in (299, 300, 301, 302, 575, 576, 577, 578, 1151, 1152, 1153, 9999, 40000):
        for a in (10**n, 10**n - 1, 10 ** (n - 1), random.randrange(10**n)):
            out(f"text 10 {a:x} {digits_in(a, 10)}\n")
    a, b = number(5000), number(4999)
    emit_sum(a, b)
    emit_bitop(-a, b)
    emit_divmod(a * b, b + 1)
    out(f"mul {a:x} {b:x} {a * b:x}\n")
    out(f"square {a:x} {a * a:x}\n")


# ---- floats


def bits64(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def from_bits64(b):
    return struct.unpack("<d", struct.pack("<Q", b))[0]


def from_bits32(b):
    return struct.unpack("<f", struct.pack("<I", b))[0]


def encode(value, bits, least):
    """The IEEE bits of a fraction >= 0 rounded to nearest, ties to even."""
    if value == 0:
        return 0
    e = value.numerator.bit_length() - value.denominator.bit_length()
    if value < Fraction(2) ** e:
        e -= 1
    step = max(e - bits + 1, least)
    mantissa = round(value / Fraction(2) ** step)
    infinity = {53: 0x7FF << 52, 24: 0xFF << 23}[bits]
    return min(((step - least) << (bits - 1)) + mantissa, infinity)


def digits_point(text):
    """'1.25e+01' -> ('125', 2)"""
    mantissa, _, exponent = text.partition("e")
    whole, _, part = mantissa.partition(".")
    digits = whole + part
    point = len(whole) + int(exponent or 0)
    point -= len(digits) - len(digits.lstrip("0"))
    digits = digits.strip("0")
    return (digits, point) if digits else ("", 1)


def any_double():
    """A double of random bits, a subnormal, a short decimal, a power of two or ten or beside it."""
    kind = random.randrange(8)
    if kind < 3:
        b = random.getrandbits(63)
    elif kind == 3:
        b = random.getrandbits(random.randrange(1, 53))
    elif kind == 4:
        b = bits64(random.randrange(10 ** random.randrange(1, 17)) / 10 ** random.randrange(9))
    elif kind == 5:
        b = (random.randrange(0, 0x7FF) << 52) + random.randrange(-2, 3)
    elif kind == 6:
        b = bits64(float(f"1e{random.randrange(-323, 309)}")) + random.randrange(-2, 3)
    else:
        b = bits64(random.uniform(0, 1000))
    return from_bits64(b) if 0 <= b < 0x7FF << 52 else 1.0


def any_float_bits():
    b = random.choice((
        random.getrandbits(31), random.getrandbits(random.randrange(1, 24)),
        (random.randrange(255) << 23) + random.randrange(-2, 3),
        bits_of_single(Fraction(random.randrange(10 ** random.randrange(1, 8)), 100)),
    ))
    return b if 0 <= b < 0xFF << 23 else 1


def bits_of_single(value):
    return encode(value, 24, -149)


def shortest_single(b):
    """Digits and point, by trying all lengths on both sides of the value."""
    x = Fraction(from_bits32(b))
    if x == 0:
        return "0", 1
    point = digits_point("%.20e" % x)[1]
    for n in range(1, 11):
        unit = Fraction(10) ** (point - n)
        near = sorted((x // unit, x // unit + 1), key=lambda m: (abs(m * unit - x), m % 2))
        for m in near:
            if bits_of_single(m * unit) == b:
                text = str(m)
                return text.rstrip("0"), point + len(text) - n
    raise AssertionError(hex(b))


def emit_format(x, precision, kind, flags):
    spec = ("+" if flags & 2 else " " if flags & 4 else "") + ("#" if flags & 1 else "")
    if kind == "r":
        text = repr(x) if flags & 8 else repr(x).removesuffix(".0")
        text = ("+" if flags & 2 and text[0] != "-" else "") + text
    else:
        spec += f".{precision}" if precision >= 0 else ""
        text = format(x, spec + (kind if not flags & 8 else ""))
    text = text.replace(" ", "_")
    out(f"format {bits64(x):x} {precision} {kind} {flags} {text}\n")


def formats(count):
    special = [0.0, -0.0, float("inf"), -float("inf"), float("nan"), 5e-324, 1.7976931348623157e308,
               0.5, 1.5, 2.5, 0.05, 9.5, 99.5, 999999.5, 0.0001, 0.00001, 9.9999e-5, 123456.0, 1e15,
               1e16, 9999999999999998.0, 1e17, 1e22, 0.125, 1e-5, 1234567.0, 100.0]
    for x in special + [-1.25]:
        for kind in "eEfFgG%":
            for precision in (-1, 0, 1, 2, 3, 17, 60):
                for flags in (0, 1, 2, 4):
                    emit_format(x, precision, kind, flags)
        for precision in (1, 2, 3, 6, 17):
            emit_format(x, precision, "g", 8)
        for flags in (0, 8, 10):
            emit_format(x, 0, "r", flags)
    for i in range(count):
        x = any_double() * random.choice((1, -1))
        emit_format(x, random.choice((0, 1, 2, 3, 6, 10, 16, 17, 25)), random.choice("eEfFgG%"),
                    random.choice((0, 0, 0, 1, 2, 4)))
        emit_format(x, 0, "r", 8)
        if i % 200 == 0:
            emit_format(x, random.randrange(1500), random.choice("efg"), random.randrange(2))
            emit_format(x, random.randrange(1, 20), "g", 8)


def emit_fixed(x, mode, n, cap):
    count = n
    if mode == 1:
        count = n + digits_point("%.1100e" % x)[1]
    if x == 0 or count < 0:
        digits, point = "", 1
    elif mode == 0 or cap < count:
        digits, point = digits_point(f"{x:.{min(count, cap) - 1}e}")
    else:
        unit = Fraction(10) ** -n
        m = round(Fraction(x) / unit)
        digits, point = str(m).rstrip("0") if m else "", len(str(m)) - n if m else 1
    out(f"fixed {bits64(x):x} {mode} {n} {cap} {digits or '-'} {point}\n")


def fixed(count):
    for i in range(count):
        x = any_double()
        if i % 3 == 0:  # a tie or beside it
            x = (random.getrandbits(20) + 0.5) * 2.0 ** random.randrange(-4, 5)
        emit_fixed(x, 0, random.randrange(1, 20), 767)
        emit_fixed(x, 1, random.randrange(-8, 12), random.choice((1, 5, 767, 767)))
        if i % 300 == 0:
            emit_fixed(x, 0, random.randrange(1, 1200), 767)
            emit_fixed(x, 1, random.randrange(1, 1200), 767)


def rounded(count):
    for i in range(count):
        x = any_double() * random.choice((1, -1))
        if i % 3 == 0:
            x = (random.getrandbits(20) + 0.5) * 2.0 ** random.randrange(-8, 3)
        n = random.choice((random.randrange(-5, 20), random.randrange(-330, 350),
                           2**31 - 1, -(2**31)))
        try:
            y = round(x, n)
        except OverflowError:
            y = float("inf") if x > 0 else -float("inf")
        out(f"decimal_round {bits64(x):x} {n} {bits64(y):x}\n")
        b = any_float_bits()
        n = random.choice((random.randrange(-5, 20), random.randrange(-40, 60)))
        unit = Fraction(10) ** -n
        y = bits_of_single(round(Fraction(from_bits32(b)) / unit) * unit)
        out(f"decimal_round32 {b:x} {n} {y:x}\n")


def exact_text(value):
    """All digits of a fraction whose denominator is a power of two, with exponent."""
    places = value.denominator.bit_length() - 1
    return str(value.numerator * 5**places), -places


def emit_parse(text):
    out(f"parse {text} {bits64(float(text)):x}\n")


def near_midpoints(low, high, emit):
    """The midpoint of two neighbours and texts just below and above, in several shapes."""
    digits, e = exact_text((Fraction(low) + Fraction(high)) / 2)
    emit(f"{digits}e{e}")
    emit(f"{digits}{'0' * random.randrange(900)}1e{e}"
         if random.randrange(4) == 0 else f"{digits}.{'0' * random.randrange(40)}1e{e}")
    emit(f"{int(digits) - 1}.{'9' * random.randrange(1, 40)}e{e}")
    n = random.randrange(1, len(digits) + 1)
    emit(f"{digits[:n]}e{e + len(digits) - n}")
    emit(f"0.{'0' * random.randrange(30)}{digits}e{e}")


def parses(count):
    for text in ("0", "0.0", ".0", "0.", "00000e99999999999999999999", "1e99999999999999999999999",
                 "1e-99999999999999999999999", "1.", ".5", "1E+05", "2.4703282292062327e-324",
                 "2.4703282292062328e-324", "1.7976931348623158e308", "1.7976931348623159e308",
                 "0." + "0" * 400 + "1e400", "1" + "0" * 400 + "e-400", "9" * 2000, "1e-400",
                 "1" + "0" * 308, "9007199254740993", "9007199254740993." + "0" * 900 + "1",
                 "1152921504606846975.5", "18446744073709551615", "0." + "0" * 5000 + "1e5010"):
        emit_parse(text)
    for text in (".", "e5", ".e1", "1e", "1e+", "1.2.3", "1_0", "+1", "-1", "1e5.", "1e1x", "x",
                 "1f"):
        out(f"parse {text} bad\n")
    for i in range(count):
        x = any_double()
        emit_parse(repr(x))
        emit_parse(f"{x:.{random.randrange(0, 25)}e}")
        n = random.choice((random.randrange(1, 25), random.randrange(1, 60)))
        emit_parse(f"{random.randrange(10**n)}e{random.randrange(-360, 330)}")
        if i % 10 == 0 and bits64(x) + 1 < 0x7FF << 52:
            near_midpoints(x, from_bits64(bits64(x) + 1), emit_parse)


def emit_parse32(text):
    digits, _, e = text.partition("e")
    whole, _, part = digits.partition(".")
    value = Fraction(int(whole + part)) * Fraction(10) ** (int(e or 0) - len(part))
    out(f"parse32 {text} {bits_of_single(value):x}\n")


def singles(count):
    for i in range(count):
        b = any_float_bits()
        digits, point = shortest_single(b)
        out(f"shortest32 {b:x} {digits} {point}\n")
        x = from_bits32(b)
        emit_parse32(f"{x:.{random.randrange(0, 12)}e}")
        if b + 1 < 0xFF << 23 and i % 5 == 0:
            near_midpoints(x, from_bits32(b + 1), emit_parse32)
        precision, kind = random.randrange(20), random.choice("efg")
        out(f"format32 {b:x} {precision} {kind} 0 {x:.{precision}{kind}}\n")


def emit_round(mantissa, inexact, exponent):
    value = (Fraction(mantissa) + Fraction(inexact, 2)) * Fraction(2) ** exponent
    out(f"round {mantissa:x} {inexact} {exponent} {encode(value, 53, -1074):x} "
        f"{bits_of_single(value):x}\n")


def rounds():
    for _ in range(2000):
        drop = random.randrange(1, 64)
        mantissa = random.getrandbits(64) | 1 << 63
        if random.randrange(2):
            mantissa = (mantissa >> drop << drop) | random.choice((0, 1 << (drop - 1))) | 1 << 63
        emit_round(mantissa, random.randrange(2), random.randrange(-1150, 975))
        emit_round(mantissa, random.randrange(2), random.randrange(-220, 80))


def powers():
    for k in range(-351, 351):
        value = Fraction(10) ** k
        e = value.numerator.bit_length() - value.denominator.bit_length()
        if value < Fraction(2) ** e:
            e -= 1
        m = value / Fraction(2) ** (e - 127)
        m = m.numerator // m.denominator
        out(f"power {k} {m >> 64:x} {m & (1 << 64) - 1:x} {e}\n")


def shortest(count):
    for b in range(200):
        emit_shortest(from_bits64(b))
    for e in range(2047):
        for step in (-1, 0, 1):
            emit_shortest(from_bits64(max(0, (e << 52) + step)))
    for _ in range(count):
        emit_shortest(any_double())


def emit_shortest(x):
    digits, point = digits_point(repr(x))
    out(f"shortest {bits64(x):x} {digits or '0'} {point}\n")


def main():
    random.seed(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100000
    small_limb_vectors()
    large_limb_vectors()
    powers()
    rounds()
    shortest(count)
    parses(count // 3)
    fixed(count // 2)
    formats(count // 2)
    singles(count // 10)
    rounded(count // 10)


main()
