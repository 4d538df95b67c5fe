# SPDX-License-Identifier: MIT
# Float arithmetic on locals: how many points of an n by n grid stay within the Mandelbrot set.
# small: 128
import sys

# On a grid of a power of two single precision gives the same.
N, EXPECTED = 512, 69513
LIMIT = 50


def escapes(cx, cy):
    x = y = 0.0
    for _ in range(LIMIT):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return True
        y = 2.0 * x * y + cy
        x = xx - yy + cx
    return False


def main(n):
    inside = 0
    for row in range(n):
        cy = 2.0 * row / n - 1.0
        for column in range(n):
            if not escapes(3.0 * column / n - 2.0, cy):
                inside += 1
    return inside


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
