# The iterators of deques can be called, reduced, and fail again once their deque has changed.
import sys
from collections import deque


class D(deque):
    pass


d = deque([1, 2, 3])
forwards, backwards = type(iter(d)), type(reversed(d))
print(forwards.__name__, backwards.__name__)
for kind in (forwards, backwards):
    print(list(kind(d)), [list(kind(d, i)) for i in (0, 1, 2, 3, 4, sys.maxsize, -1, -5, True)])
    print(list(kind(D("ab"))), list(kind(deque())), type(kind(d)) is kind, list(kind.__new__(kind, d, 1)))
    for args in ((), ([1],), (d, 1.5), (d, 1, 2), (d, 1 << 80), (d, None)):
        try:
            kind(*args)
        except (TypeError, OverflowError) as e:
            print(type(e).__name__, "" if type(e) is OverflowError else e)
    it = kind(d)
    for _ in range(4):
        made, args = it.__reduce__()
        print(made is kind, args[0] is d, args[1], it.__length_hint__(), next(it, "end"), list(made(*args)))
    d.append(4)
    print(it.__reduce__()[1], it.__length_hint__())
    for _ in range(2):
        try:
            print(next(it, "end"))
        except RuntimeError as e:
            print(e)
    it = kind(d)
    next(it)
    for _ in range(3):
        d.pop()
    print(it.__reduce__()[1], it.__length_hint__())
    for _ in range(2):
        try:
            print(next(it, "end"))
        except RuntimeError as e:
            print(e)
    print(it.__reduce__()[1], it.__length_hint__(), list(kind(d)))
    d.extend([2, 3])
    try:
        class Sub(kind):
            pass
    except TypeError:
        print("can't be derived")
it = iter(d)
d.append(d.pop())
try:
    next(it)
except RuntimeError as e:
    print(e)
