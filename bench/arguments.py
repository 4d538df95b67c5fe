# SPDX-License-Identifier: MIT
# Calls with arguments of all kinds: positional, default, keyword, keyword-only, *args, **kwargs,
# and passed on.
import sys

N, EXPECTED = 530, 5735427


def plain(a, b, c):
    return a + b - c


def defaulted(a, b=2, c=3):
    return a * b + c


def keyed(a, *, scale=1, offset=0):
    return a * scale + offset


def collecting(first, *rest, **options):
    return first + len(rest) + len(options)


def forwarding(*args, **kwargs):
    return keyed(*args, **kwargs)


class Maker:
    def __init__(self, width, height=1, depth=1):
        self.volume = width * height * depth


def call(n):
    total = 0
    options = {"scale": 3, "offset": 1}
    triple = (1, 2, 3)
    for i in range(n):
        total += plain(i, 1, 2) + plain(c=i, a=3, b=1) + plain(*triple)
        total += defaulted(i) + defaulted(i, 4) + defaulted(i, c=1)
        total += keyed(i, offset=7) + keyed(2, scale=2, offset=i)
        total += collecting(1, 2, 3, x=i) + collecting(i)
        total += forwarding(i, scale=2) + keyed(1, **options)
        total += Maker(2, depth=3).volume
    return total


def main(n):
    total = 0
    for i in range(n):
        total = (total + call(500 + (i & 15))) & 0xFFFFFF
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
