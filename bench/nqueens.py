# SPDX-License-Identifier: MIT
# Backtracking with lists as sets: in how many ways n queens stand without attack.
# small: 8
import sys

N, EXPECTED = 12, 14200


def place(row, n, columns, rising, falling):
    if row == n:
        return 1
    ways = 0
    for column in range(n):
        if not (columns[column] or rising[row + column] or falling[row - column + n]):
            columns[column] = rising[row + column] = falling[row - column + n] = True
            ways += place(row + 1, n, columns, rising, falling)
            columns[column] = rising[row + column] = falling[row - column + n] = False
    return ways


def main(n):
    return place(0, n, [False] * n, [False] * (2 * n), [False] * (2 * n + 1))


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
