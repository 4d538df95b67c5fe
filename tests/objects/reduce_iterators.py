# __reduce__() of iterators: what it gives makes an iterator over the items that are still to come.
from _reduce_iterators import *

for kinds in (indexed, others):
    for name, make in kinds.items():
        for steps in (0, 1, 3, 5):
            it = make()
            for _ in range(steps):
                if next(it, None) is None:
                    break
            function, args, *state = it.__reduce__()
            shown = show((function, args, *state))
            copy = function(*args)
            for s in state:
                copy.__setstate__(s)
            hint = it.__length_hint__() if kinds is indexed and name not in ("array", "Seq") else "-"
            print(name, steps, shown, hint, type(copy).__name__.replace("_ascii", ""), list(copy))


class E(enumerate):
    pass


class Z(zip):
    pass


class M(map):
    pass


class F(filter):
    pass


for o in (E([1], 2), Z([1]), M(abs, [1]), F(None, [1])):
    o.x = 1
    print(show(o.__reduce__()), show(o.__reduce_ex__(2)))
for kind, change in (({1: 2}, lambda d: d.update({3: 4})), ({1}, lambda s: s.add(2))):
    it = iter(kind)
    change(kind)
    for f in (it.__reduce__, it.__next__):
        try:
            f()
        except RuntimeError as e:
            print(e)
it = iter(d)
next(it)
it.__reduce__()
print(next(it))
