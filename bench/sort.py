# SPDX-License-Identifier: MIT
# Sorting: numbers, with a key function, reversed, nearly sorted, by comparison methods.
import sys

N, EXPECTED = 130, 319432533


def numbers(n):
    seed = 42
    result = []
    for _ in range(n):
        seed = (seed * 1309 + 13849) & 65535
        result.append(seed)
    return result


def mix(values):
    total = 0
    for i in range(0, len(values), 7):
        total = (total * 31 + values[i]) % 1000003
    return total


class Card:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


def sort_all(n):
    values = numbers(n)
    total = mix(sorted(values))
    total += mix(sorted(values, key=lambda v: v % 100 * 65536 + v))
    total += mix(sorted(values, reverse=True))
    nearly = sorted(values)
    for i in range(0, n - 10, 10):
        nearly[i], nearly[i + 7] = nearly[i + 7], nearly[i]
    nearly.sort()
    total += mix(nearly)
    cards = [Card(v) for v in values[:n // 4]]
    cards.sort()
    return total + mix([c.value for c in cards])


def main(n):
    return sum([sort_all(4000 + i) for i in range(n)])


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
