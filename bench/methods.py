# SPDX-License-Identifier: MIT
# Calls of methods: plain, inherited, overridden, static, of classes, bound and kept, polymorphic
# over four classes, of builtin types.
import sys

N, EXPECTED = 520000, 6558754


class Shape:
    def __init__(self, size):
        self.size = size

    def area(self):
        return 0

    def grow(self, amount):
        self.size = (self.size + amount) % 97
        return self

    def describe(self):
        return self.area() + self.corners()

    def corners(self):
        return 0

    @staticmethod
    def unit():
        return 3

    @classmethod
    def rank(cls):
        return cls.order


class Square(Shape):
    order = 1

    def area(self):
        return self.size * self.size

    def corners(self):
        return 4


class Triangle(Shape):
    order = 2

    def area(self):
        return self.size * self.size // 2

    def corners(self):
        return 3


class Circle(Shape):
    order = 3

    def area(self):
        return self.size * self.size * 3


class Dot(Shape):
    order = 4


def main(n):
    shapes = [Square(2), Triangle(3), Circle(5), Dot(7)]
    kept = shapes[0].grow
    stack = []
    total = 0
    for i in range(n):
        shape = shapes[i & 3]
        total += shape.describe()
        total += shape.grow(i & 7).grow(1).size
        total += shape.unit() + shape.rank()
        kept(1)
        stack.append(i)
        if i & 3 == 3:
            total &= 0xFFFFFF
            total += stack.pop() - stack.pop() + stack.index(stack[0])
            stack.pop()
            stack.reverse()
            stack.pop()
    return total + len(stack)


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
