# SPDX-License-Identifier: MIT
# Deep recursion: chains of calls down and up again, with arguments, locals, closures, mutual and
# through methods and builtins.
# small: 40
import sys

N, EXPECTED = 620, 199145553
DEPTH = 800


def count_down(n, total):
    if n == 0:
        return total
    return count_down(n - 1, total + (n & 3))


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


def flatten(nested, out):
    for item in nested:
        if isinstance(item, list):
            flatten(item, out)
        else:
            out.append(item)
    return out


def nest(depth):
    return [depth] if depth == 0 else [nest(depth - 1), depth]


class Chain:
    def __init__(self, value, rest):
        self.value = value
        self.rest = rest

    def total(self):
        return self.value + (self.rest.total() if self.rest else 0)


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


def main(n):
    chain = None
    for i in range(DEPTH):
        chain = Chain(i, chain)
    total = 0
    for i in range(n):
        total += count_down(DEPTH, 0) + chain.total() + is_even(DEPTH - (i & 1))
        total += len(flatten(nest(DEPTH // 2), []))
    return total + ackermann(2, n // 2)


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
