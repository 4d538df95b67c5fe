# SPDX-License-Identifier: MIT
# Loops with next to nothing in them: while, for over range, nested, with break and continue.
import sys

N, EXPECTED = 44000, 21997550


def count_while(n):
    i = 0
    while i < n:
        i += 1
    return i


def count_for(n):
    total = 0
    for i in range(n):
        total += i & 7
    return total


def count_nested(n):
    hits = 0
    for i in range(n):
        for j in range(100):
            if j > i:
                break
            if j & 1:
                continue
            hits += 1
    return hits


def main(n):
    return count_while(n * 100) + count_for(n * 100) + count_nested(n)


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
