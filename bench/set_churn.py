# SPDX-License-Identifier: MIT
# Sets filled, tested, combined and emptied: ints, text, frozensets; comprehension; a flood of a
# grid.
import sys

N, EXPECTED = 5800, 5346613


def algebra(n):
    total = 0
    evens = set(range(0, 600, 2))
    threes = set(range(0, 600, 3))
    for i in range(n):
        both = evens & threes
        both |= {i, i + 1, 601}
        total += len(both) + len(evens ^ threes) + len(evens - threes)
        total += both <= evens | threes
    return total


def membership(n):
    words = {"w%d" % i for i in range(0, 300, 3)}
    total = 0
    for i in range(n):
        for j in range(300):
            name = "w%d" % j
            if name in words:
                words.discard(name)
                total += 1
            elif j & 1:
                words.add(name)
    return total


def flood(width):
    seen, edge = set(), {(0, 0)}
    steps = 0
    while edge:
        seen |= edge
        edge = {(x + dx, y + dy) for x, y in edge for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1))
                if 0 <= x + dx < width and 0 <= y + dy < width and (x + dx) * (y + dy) % 7 != 3}
        edge -= seen
        steps += 1
    return len(seen) * 1000 + steps


def main(n):
    groups = set()
    for i in range(n * 10):
        groups.add(frozenset((i % 5, i % 7, i & 255)))
    return algebra(n) + membership(n) + flood(40) + len(groups)


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
