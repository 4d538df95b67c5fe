# SPDX-License-Identifier: MIT
# Small lists reversed and rotated: the most flips that any permutation of 1..n needs.
# small: 7
import sys

N, EXPECTED = 9, "8629 30"


def flips_of(permutation):
    p = permutation[:]
    flips = 0
    first = p[0]
    while first:
        i, j = 0, first
        while i < j:
            p[i], p[j] = p[j], p[i]
            i += 1
            j -= 1
        flips += 1
        first = p[0]
    return flips


def main(n):
    permutation = list(range(n))
    counts = [0] * n
    checksum = most = 0
    sign = 1
    while True:
        if permutation[0]:
            flips = flips_of(permutation)
            checksum += sign * flips
            if flips > most:
                most = flips
        sign = -sign
        level = 1
        while level < n:
            first = permutation[0]
            for i in range(level):
                permutation[i] = permutation[i + 1]
            permutation[level] = first
            counts[level] += 1
            if counts[level] <= level:
                break
            counts[level] = 0
            level += 1
        else:
            return "%d %d" % (checksum, most)


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
