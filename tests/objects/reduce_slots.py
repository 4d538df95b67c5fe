# State of objects with __slots__: (None or dict, dict of the slots that have a value).
import copyreg
from _reduce_show import show, try_show


class S:
    __slots__ = ("a", "__b", "c")


class One(S):
    __slots__ = "d"


class Dict(One):
    pass


class Weak(One):
    __slots__ = ("__dict__", "__weakref__")


for C in (S, One, Dict, Weak):
    o = C()
    print(copyreg._slotnames(C))
    print(show(o.__reduce_ex__(2)))
    try_show(lambda: o.__reduce_ex__(1), False)
    o.a = 1
    o._S__b = 2
    print(show(o.__reduce_ex__(2)))
    if C is not S:
        o.d = 4
    if C in (Dict, Weak):
        o.q = 5
    print(show(o.__getstate__()), show(o.__reduce_ex__(2)))
    del o.a
    print(show(o.__getstate__()))
    C.__getattr__ = lambda self, name: "got " + name
    print(show(o.__getstate__()))
    del C.__getattr__


class Own:
    __slots__ = "a"

    def __getstate__(self):
        return [1]


print(show(Own().__reduce_ex__(2)), show(Own().__reduce_ex__(0)))
try_show(lambda: copyreg._slotnames(5), False)
print(copyreg._slotnames(int))
