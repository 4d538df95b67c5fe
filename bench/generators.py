# SPDX-License-Identifier: MIT
# Generators: a pipeline, delegation by yield from over a tree, send(), generator expressions.
import sys

N, EXPECTED = 3200, 1185392


def naturals(n):
    i = 0
    while i < n:
        yield i
        i += 1


def scaled(source, factor):
    for value in source:
        yield value * factor


def kept(source):
    for value in source:
        if value % 3:
            yield value


def make_tree(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return make_tree(low, middle), middle, make_tree(middle + 1, high)


def walk(tree):
    if tree:
        yield from walk(tree[0])
        yield tree[1]
        yield from walk(tree[2])


def averager():
    total = count = 0
    average = 0
    while True:
        value = yield average
        total += value
        count += 1
        average = total // count


def work(tree, n):
    result = sum(kept(scaled(naturals(n), 5)))
    result += sum(x * x for x in range(n) if x & 1)
    result += sum(walk(tree))
    averages = averager()
    next(averages)
    for i in range(n):
        result += averages.send(i)
    return result


def main(n):
    tree = make_tree(0, 50)
    total = 0
    for i in range(n):
        total = (total + work(tree, 500 + (i & 15))) & 0xFFFFFF
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
