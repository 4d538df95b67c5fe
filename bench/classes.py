# SPDX-License-Identifier: MIT
# Classes made while running: by statement, by type(), in factories, with bases, decorators,
# __init_subclass__ and __set_name__, and a few instances of each.
import sys

N, EXPECTED = 8800, 77510400
registry = []


class Field:
    def __init__(self, default):
        self.default = default

    def __set_name__(self, owner, name):
        self.name = name


class Model:
    def __init_subclass__(cls):
        registry.append(cls)
        cls.fields = [key for key, value in cls.__dict__.items() if isinstance(value, Field)]

    def __init__(self):
        for name in self.fields:
            setattr(self, name, type(self).__dict__[name].default)


def counted(cls):
    cls.count = 1
    return cls


def make_model(i):
    @counted
    class Reading(Model):
        value = Field(i)
        unit = Field("volt")

        def scaled(self):
            return self.value * 2

    return Reading


def make_mixture(base, i):
    class Left(base):
        def sign(self):
            return -1

    class Right(base):
        def sign(self):
            return 1

    class Both(Left, Right):
        """Both."""

        def sign(self):
            return super().sign() * i

    return Both


def main(n):
    total = 0
    for i in range(n):
        model = make_model(i)
        one = model()
        total += one.scaled() + len(one.unit) + model.count + len(model.fields)
        total += make_mixture(model, i)().sign()
        simple = type("Simple", (object,), {"size": i, "get": lambda self: self.size})
        total += simple().get() + isinstance(one, Model) + issubclass(model, Model)
        registry.clear()
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
