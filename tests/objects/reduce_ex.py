# object.__reduce_ex__(), __reduce__() and __getstate__() of plain objects and of subclasses of builtins.
import copyreg
from _reduce_show import show, try_show


class A:
    pass


a = A()
a.x = 1
a.y = "z"
for p in (-5, 0, 1, 2, 3, 4, 5, 99, True):
    print(p, show(a.__reduce_ex__(p)))
print(show(a.__reduce__()), show(a.__getstate__()), A().__getstate__())
print(a.__reduce_ex__(2)[2] is a.__dict__, a.__getstate__() is a.__dict__)
print(a.__reduce_ex__(2)[0] is copyreg.__newobj__, a.__reduce__()[0] is copyreg._reconstructor)
for p in (None, "2", 2.0, [], 1 << 70, -1 << 70, 1 << 31, -(1 << 63), -(1 << 31) - 1):
    try_show(lambda: a.__reduce_ex__(p), False)


class Index:
    def __index__(self):
        return 2


print(show(a.__reduce_ex__(Index())))
try_show(lambda: a.__reduce_ex__(), False)
try_show(lambda: a.__reduce__(1), False)
try_show(lambda: a.__getstate__(1), False)

for base, v in ((int, 5), (float, 1.5), (str, "q"), (bytes, b"q"), (tuple, (1,)), (complex, 1j)):
    C = type("C", (base,), {})
    o = C(v)
    o.at = 1
    for p in (0, 2):
        print(show(o.__reduce_ex__(p)))
        try_show(lambda: v.__reduce_ex__(p))


class L(list):
    pass


class D(dict):
    def items(self):
        return [(9, 9)]


l = L([1, 2])
l.a = 1
d = D(a=1)
d.a = 1
for v in (l, d, None, True, object(), [1], {1: 2}):
    for p in (0, 2):
        try_show(lambda: v.__reduce_ex__(p))
L.__iter__ = None
D.items = None
try_show(lambda: L().__reduce_ex__(2), False)
try_show(lambda: D().__reduce_ex__(2), False)
