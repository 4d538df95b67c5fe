# SPDX-License-Identifier: MIT
# A while loop that counts.
import sys

N, EXPECTED = 13000000, 13000000


def main(n):
    i = 0
    while i < n:
        i += 1
    return i


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
