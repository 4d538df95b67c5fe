# SPDX-License-Identifier: MIT
# Texts taken apart and put together: split with and without separator and limit, splitlines,
# partition, join.
import sys

N, EXPECTED = 18000, 38970000


def make_table(rows):
    return "\n".join([", ".join(["field%d=%d" % (i, i * row) for i in range(8)])
                      for row in range(rows)])


def work(table):
    total = 0
    for line in table.splitlines():
        fields = line.split(", ")
        total += len(fields)
        for field in fields:
            name, _, value = field.partition("=")
            total += len(name) + len(value)
        first, rest = line.split(",", 1)
        total += len(first.rsplit("=", 1)[1])
        words = rest.split()
        words.reverse()
        total += len(" ".join(words))
    return total + len("".join(table.split("=")))


def main(n):
    table = make_table(10)
    return sum([work(table) for _ in range(n)])


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
