# SPDX-License-Identifier: MIT
# The chaos game: a point jumps towards corners chosen at random, which draws a fractal into a
# bitmap. Float attributes, list and bytearray items, a generator of pseudo-random numbers with
# state.
import sys

N, EXPECTED = 200000, 4.134671554466386
WIDTH = 128


class Random:
    """Numbers below 65536, by a linear congruence."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1309 + 13849) & 65535
        return self.state * n >> 16


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def move_towards(self, other, share):
        self.x += (other.x - self.x) * share
        self.y += (other.y - self.y) * share


class Canvas:
    def __init__(self, width):
        self.width = width
        self.pixels = bytearray(width * width)
        self.lit = 0

    def plot(self, point):
        at = int(point.y * self.width) * self.width + int(point.x * self.width)
        count = self.pixels[at]
        if count == 0:
            self.lit += 1
        if count < 255:
            self.pixels[at] = count + 1


def corners():
    return [Point(0.01, 0.01), Point(0.98, 0.01), Point(0.5, 0.98), Point(0.5, 0.5)]


def play(random, canvas, steps):
    point = Point(0.5, 0.25)
    goals = corners()
    last = 0
    for i in range(steps):
        choice = random.below(len(goals))
        if choice == last:
            choice = (choice + 1) % len(goals)
        last = choice
        point.move_towards(goals[choice], 0.5)
        canvas.plot(point)
    return point


def main(n):
    canvas = Canvas(WIDTH)
    total = 0.0
    for seed in range(1, 5):
        point = play(Random(seed * 777), canvas, n)
        total += point.x + point.y
    assert canvas.lit > 500, canvas.lit
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
tolerance = 1e-9 if float("1e300") < float("inf") else 1e-3
assert n != N or abs(result - EXPECTED) < tolerance, result
print("%.2f" % result)
