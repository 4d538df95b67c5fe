# SPDX-License-Identifier: MIT
# Start-up and end: nothing to do between them.
# small: 1
import sys

N, EXPECTED = 1, 1


def main(n):
    return n


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
