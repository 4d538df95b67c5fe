# SPDX-License-Identifier: MIT
# A loop over a range with nothing in it.
import sys

N, EXPECTED = 34000000, 33999999


def main(n):
    i = 0
    for i in range(n):
        pass
    return i


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
