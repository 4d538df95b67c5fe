# SPDX-License-Identifier: MIT
# The largest singular value of a matrix by the power method: float lists, small calls.
# small: 80
import math
import sys

N, EXPECTED = 360, 1.2742240552604294


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def row_times(i, v):
    total = 0.0
    for j in range(len(v)):
        total += entry(i, j) * v[j]
    return total


def column_times(i, v):
    total = 0.0
    for j in range(len(v)):
        total += entry(j, i) * v[j]
    return total


def times(v):
    return [row_times(i, v) for i in range(len(v))]


def times_transposed(v):
    return [column_times(i, v) for i in range(len(v))]


def main(n):
    u = [1.0] * n
    for _ in range(5):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    above = sum(a * b for a, b in zip(u, v))
    below = sum(b * b for b in v)
    return math.sqrt(above / below)


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
tolerance = 1e-9 if float("1e300") < float("inf") else 1e-3
assert n != N or abs(result - EXPECTED) < tolerance, result
print("%.2f" % result)
