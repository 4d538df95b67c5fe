# SPDX-License-Identifier: MIT
"""Writes the vectors that test_number.c reads: functions, arguments and what Python computes.

usage: make_number_vectors.py [count-of-floats [seed]]
"""

import random
import sys

out = sys.stdout.write


def hexa(x):
    return "%x" % x


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


def main():
    random.seed(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    small_limb_vectors()
    large_limb_vectors()


main()
