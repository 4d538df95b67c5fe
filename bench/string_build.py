# SPDX-License-Identifier: MIT
# Building text: concatenation, join, % and format of small pieces.
import sys

N, EXPECTED = 300000, 285717128


def checksum(text):
    return (len(text) * 31 + text.count("7")) % 1000003


def by_adding(n):
    line = ""
    total = 0
    for i in range(n):
        line += str(i)
        if len(line) > 60:
            total += checksum(line)
            line = ""
    return total + checksum(line)


def by_joining(n):
    parts = []
    total = 0
    for i in range(n):
        parts.append("<" + str(i % 977) + ">")
        if len(parts) == 1000:
            total += checksum("".join(parts))
            parts.clear()
    return total + checksum("".join(parts))


def by_format(n):
    total = 0
    for i in range(n):
        total += checksum("%05d:%x" % (i, i * 7))
        total += checksum(f"{i:>6}|{i % 10}")
    return total


def main(n):
    return by_adding(n) + by_joining(n) + by_format(n)


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
