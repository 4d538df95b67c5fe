# SPDX-License-Identifier: MIT
# Integers of some hundred to some thousand bits: products, powers, division, shifts, gcd, to text
# and back, a primality test (Miller and Rabin).
# small: 100
import sys

N, EXPECTED = 870, 1308132501


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def is_probably_prime(n, bases):
    d, twos = n - 1, 0
    while d & 1 == 0:
        d >>= 1
        twos += 1
    for base in bases:
        x = pow(base, d, n)
        if x == 1 or x == n - 1:
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def main(n):
    total = 0
    for i in range(n):
        f = factorial(200 + i)
        g = fibonacci(1500 + i)
        total += f % 1000003 + g % 1000003 + gcd(f, g) % 1009
        total += (f * g >> 300) % 1000033 + (f // (g + 1) ^ g) % 1009
        text = str(f)
        assert int(text) == f
        total += len(text) + len("%x" % g)
        total += is_probably_prime((1 << 127) - 1 - 2 * i, (2, 3, 5, 7))
        total += (7 ** (90 + i) - 3 ** 150) % 997
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
