# SPDX-License-Identifier: MIT
# Calls of builtin functions and types: len, min, max, abs, isinstance, ord, chr, divmod, sum,
# range, zip, enumerate, map, list, int, bool, hash, sorted of few.
import sys

N, EXPECTED = 360, 10176638


def call(n):
    total = 0
    items = [3, 1, 2]
    text = "abcdef"
    for i in range(n):
        total += len(items) + len(text) + abs(-i) + min(i, 100) + max(2, i & 15, 5)
        total += isinstance(i, int) + isinstance(text, (list, tuple)) + bool(i & 1)
        total += ord(text[i % 6]) + ord(chr(65 + i % 26))
        quotient, remainder = divmod(i, 7)
        total += quotient - remainder + sum(items) + int("12")
        for a, b in zip(items, text):
            total += a
        for k, item in enumerate(items):
            total += k
        total += len(list(map(abs, items))) + sorted(items)[0] + hash(i) % 3 + len(list(range(3)))
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
