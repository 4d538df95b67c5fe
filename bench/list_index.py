# SPDX-License-Identifier: MIT
# Items of a list read and written by index.
import sys

N, EXPECTED = 6900000, 37949984


def main(n):
    items = [0, 1, 2, 3, 4, 5, 6, 7]
    total = 0
    for i in range(n):
        k = i & 7
        total += items[k]
        items[k] = items[7 - k]
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
