# What classes derived from those of collections give as results, also absurd ones.
from collections import Counter, defaultdict, deque


class D(deque):
    pass


d = D([1, 2], 4)
print(type(d + D([3])).__name__, d + D([3]), type(d.copy()).__name__, d.copy().maxlen)
print(type(d * 3).__name__, list(d * 3))
d *= 3
print(type(d).__name__, list(d), d.maxlen)


class Absurd(deque):
    armed = False

    def __new__(cls, *args):
        return 5 if cls.armed else super().__new__(cls)


a = Absurd()
Absurd.armed = True
try:
    a + deque()
except TypeError as e:
    print("TypeError", e)


class Default(defaultdict):
    def __new__(cls, *args):
        return 5 if len(args) > 1 else super().__new__(cls)


try:
    print(Default() | {1: 2})
except (TypeError, SystemError) as e:
    print("error")

it = iter(deque([1, 2, 3]))
next(it)
print(it.__length_hint__())

print(Counter({"a": "x", "b": 1}), Counter(a="x"))
c = Counter("aab")
c += Counter("bz")
print(c, c.total())
c -= c
print(c, c["a"])
