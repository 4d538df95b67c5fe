# SPDX-License-Identifier: MIT
# Closures: counters with nonlocal, composed functions, decorators, default and keyword arguments.
import sys

N, EXPECTED = 640, 13473184


def make_counter(step):
    count = 0

    def advance(times=1):
        nonlocal count
        count += step * times
        return count

    return advance


def compose(*functions):
    def composed(x):
        for f in functions:
            x = f(x)
        return x

    return composed


def traced(log):
    def decorate(function):
        def wrapper(*args, **kwargs):
            log[0] += 1
            return function(*args, **kwargs)

        return wrapper

    return decorate


def work(n):
    log = [0]

    @traced(log)
    def weigh(a, b, scale=1):
        return (a + b) * scale

    chain = compose(lambda x: x + 1, lambda x: x * 2, make_counter(3))
    counters = [make_counter(i) for i in range(1, 6)]
    total = 0
    for i in range(n):
        total += chain(i) & 255
        total += counters[i % 5](times=2) & 255
        total += weigh(i, 1, scale=i & 3)
        total += sum(map(lambda x: x ^ i, (1, 2, 3)))
    return total + log[0]


def main(n):
    total = 0
    for i in range(n):
        total = (total + work(500 + (i & 15))) & 0xFFFFFF
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
