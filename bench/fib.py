# SPDX-License-Identifier: MIT
# Calls of a plain recursive function: the Fibonacci numbers the slow way.
# small: 20
import sys

N, EXPECTED = 30, 832040


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def main(n):
    return fib(n)


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
