# SPDX-License-Identifier: MIT
# Values to text: str.format with positions, names, attributes and specifications, % and f-strings,
# str() and repr(), int() back.
import sys

N, EXPECTED = 90000, 11924386


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __str__(self):
        return f"({self.x}, {self.y})"


def main(n):
    total = 0
    point = Point(3, 4)
    for i in range(n):
        point.x = i
        total += len("{} {} {}".format(i, "text", i & 3))
        total += len("{name:>10}|{value:<8x}|{0:+d}".format(i, name="ab", value=i))
        total += len("%s is %d, %5.2f%% (%r)" % (point, i, i / 7, "x"))
        total += len(f"{point.x:08d} {point.y!r:^5} {i * 3:,} {point}")
        total += len(f"{i / 8:.3f}")
        total += (int(str(i)) & 15) + len(repr([i, "a"]))
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
