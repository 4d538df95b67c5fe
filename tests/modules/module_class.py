# A module may be made an instance of a subclass of ModuleType, also while it is run, and back.
import sys
import math

sys.path.insert(0, __file__.rsplit("/", 1)[0] + "/_lib" if "/" in __file__ else "_lib")
M = type(sys)


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def set_class(o, c):
    o.__class__ = c
    return type(o).__name__


import pkg_class
import pkg_class.inner
from pkg_class import answer, lazy_a, inner

print(type(pkg_class).__name__, pkg_class.answer, answer, lazy_a, inner.NAME, pkg_class.inner is inner)
show(lambda: pkg_class.other)


class Floor(M):
    sin = property(lambda self: "property")
    cos = 5

    def floor(self, x):
        return "of the class"


for _ in range(3):
    math.floor(2.5)
print(set_class(math, Floor))
for _ in range(3):
    show(lambda: (math.floor(2.5), math.sin, math.cos(0), math.sqrt(4)))
print(set_class(math, M), math.floor(2.5), math.cos(0))


class Main(M):
    @property
    def answer(self):
        return 43


main = sys.modules[__name__]
print(set_class(main, Main), main.answer, main.show is show, answer)
main.answer_too = 1
print(answer_too)


def __getattr__(name):
    return "hook " + name


show(lambda: main.nothing)
print(set_class(main, M), main.answer)
