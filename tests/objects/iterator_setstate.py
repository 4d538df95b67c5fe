# __setstate__() of iterators: an index is cut to what the sequence has; what has ended stays so.
from _reduce_iterators import *

for name, make in indexed.items():
    negative = () if name in ("list", "List") else (-1, -5)  # CPython 3.13 changed these
    for steps in (0, 2, 5) if name != "array" else (0, 2):  # CPython 3.11 crashes
        for state in (0, 1, 2, 3, 4, 100, True) + negative:
            it = make()
            for _ in range(steps):
                next(it, None)
            print(name, steps, state, it.__setstate__(state), show(it.__reduce__()), list(it))
    for state in (None, "a", 1.5, 1 << 80, -1 << 80, []):
        try:
            make().__setstate__(state)
        except Exception as e:
            print(name, state, type(e).__name__)
for name in ("zip", "strict", "zip()"):
    for strict in (True, False, [], "x", None):
        it = others[name]()
        print(name, strict, it.__setstate__(strict), show(it.__reduce__()))


class Bad:
    def __bool__(self):
        return 1 / 0


try:
    zip().__setstate__(Bad())
except ZeroDivisionError:
    print("ZeroDivisionError")

items = [1, 2, 3, 4]
it = iter(items)
next(it)
del items[:]
print(show(it.__reduce__()), it.__length_hint__())
it.__setstate__(3)
print(show(it.__reduce__()), list(it), show(it.__reduce__()))
items = [1, 2, 3, 4]
it = reversed(items)
next(it)
del items[1:]
print(show(it.__reduce__()), it.__length_hint__())
it.__setstate__(3)
print(show(it.__reduce__()), list(it), show(it.__reduce__()))
s = Len(4)
it = reversed(s)
next(it)
s.n = 1
print(show(it.__reduce__()), it.__length_hint__(), list(it), show(it.__reduce__()))

import sys

print(iter(Seq(1)).__length_hint__())
for back in (0, 1):
    it = iter(Seq(1 << 80))
    it.__setstate__(sys.maxsize - back)
    try:
        print(next(it) == (sys.maxsize - 1) * 10, next(it))
    except OverflowError as e:
        print(e)
