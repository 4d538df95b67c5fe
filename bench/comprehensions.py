# SPDX-License-Identifier: MIT
# Comprehensions: of lists, dicts and sets, nested, with conditions, over range, zip, enumerate and
# items, with closures over locals; generator expressions in sum, any and join.
import sys

N, EXPECTED = 21000, 7939184


def transpose(matrix):
    return [[row[i] for row in matrix] for i in range(len(matrix[0]))]


def multiply(a, b):
    columns = transpose(b)
    return [[sum([x * y for x, y in zip(row, column)]) for column in columns] for row in a]


def main(n):
    total = 0
    values = list(range(60))
    matrix = [[i * j & 7 for j in range(8)] for i in range(8)]
    for i in range(n):
        odd = [v + i for v in values if v & 1]
        squares = {v: v * v for v in odd}
        big = {v for k, v in squares.items() if k % 3}
        total += len(big) + sum(v & 15 for v in odd)
        total += len([a for a in odd[:6] for b in odd[:6] if a < b])
        total += sum([k for k, v in enumerate(odd) if v % 5 == 0])
        total += any(v == i + 31 for v in odd) + len("".join([chr(65 + v % 26) for v in odd]))
        if i & 7 == 0:
            matrix = [[x & 63 for x in row] for row in multiply(matrix, matrix)]
            total += sum([sum(row) for row in matrix])
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
