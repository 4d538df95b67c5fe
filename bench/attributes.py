# SPDX-License-Identifier: MIT
# Attributes read and written: of instances, of classes, with slots, by property, by descriptor, by
# __getattr__, getattr() and setattr(), through chains.
import sys

N, EXPECTED = 490000, 617791549


class Plain:
    limit = 100

    def __init__(self):
        self.a = 1
        self.b = 2
        self.inner = None


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1
        self.b = 2


class Clamped:
    """A descriptor that keeps values below 1000."""

    def __get__(self, owner, kind=None):
        return owner.stored

    def __set__(self, owner, value):
        owner.stored = value if value < 1000 else 0


class Managed:
    level = Clamped()

    def __init__(self):
        self.stored = 0

    @property
    def twice(self):
        return self.stored * 2

    def __getattr__(self, name):
        return len(name)


def main(n):
    plain, slotted, managed = Plain(), Slotted(), Managed()
    plain.inner = Plain()
    plain.inner.inner = slotted
    names = ("a", "b")
    total = 0
    for i in range(n):
        plain.a = plain.b + i
        plain.b += plain.a & 3
        slotted.a += plain.limit
        plain.inner.inner.b = slotted.a & 15
        managed.level += 7
        total += managed.twice + slotted.b
        name = names[i & 1]
        setattr(plain.inner, name, getattr(plain, name) & 255)
        total += plain.inner.a + plain.inner.b
        if i & 7 == 0:
            total += managed.missing + hasattr(plain, "nothing")
            Plain.limit = 100 + (i & 63)
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
