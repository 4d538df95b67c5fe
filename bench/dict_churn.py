# SPDX-License-Identifier: MIT
# Dictionaries filled, looked up, iterated and emptied, with int, str and tuple keys; and a set.
import sys

N, EXPECTED = 1000000, 7519753


def with_ints(n):
    table = {}
    for i in range(n):
        key = (i & 0xFFFF) * 7919 % 4099
        table[key] = table.get(key, 0) + i
    for key in list(table):
        if key & 1:
            del table[key]
    return sum(table.values()) % 1000003


def with_strings(n):
    names = ["name%d" % i for i in range(500)]
    counts = {}
    for i in range(n):
        name = names[i * 31 % 500]
        if name in counts:
            counts[name] += 1
        else:
            counts[name] = 1
    return sum(len(name) * count for name, count in counts.items())


def with_tuples(n):
    seen = set()
    table = {}
    for i in range(n):
        point = (i % 61, i % 53)
        seen.add(point)
        table[point] = i
        if len(table) > 2000:
            table.popitem()
    return len(seen) + len(table)


def main(n):
    return with_ints(n) + with_strings(n) + with_tuples(n)


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
