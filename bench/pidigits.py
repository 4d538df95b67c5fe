# SPDX-License-Identifier: MIT
# Big integers: the digits of pi, one at a time, by Gibbons' unbounded spigot ("Unbounded Spigot
# Algorithms for the Digits of Pi", 2006).
# small: 600
import sys

N, EXPECTED = 2900, "10053706146806749192"


def digits():
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < m * t:
            yield m
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = (q * k, (2 * q + r) * x, t * x, k + 1,
                                (q * (7 * k + 2) + r * x) // (t * x), x + 2)


def main(n):
    source = digits()
    text = "".join(str(next(source)) for _ in range(n))
    return text[-20:]


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
