# __reduce__, __getstate__ and __getnewargs__ of classes, what they return and what they raise.
import copyreg
from _reduce_show import show, try_show


class N:
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self.got = (args, kwargs)
        return self

    def __getnewargs__(self):
        return 1, 2


class X(N):
    def __getnewargs_ex__(self):
        return (1, 2), {"k": 3}


n, x = N(), X()
print(show(n.__reduce_ex__(2)), show(x.__reduce_ex__(2)))
function, args = x.__reduce_ex__(2)[:2]
print(function is copyreg.__newobj_ex__, function(*args).got, copyreg.__newobj__(N, 4).got)
X.__getnewargs_ex__ = lambda self: ((1,), {})
print(show(x.__reduce_ex__(2)))
for bad in (1, (), (1, 2, 3), ([], {}), ((), []), ("a", "b"), None):
    X.__getnewargs_ex__ = lambda self: bad
    try_show(lambda: x.__reduce_ex__(2))
for bad in (1, [], None, "ab"):
    N.__getnewargs__ = lambda self: bad
    try_show(lambda: n.__reduce_ex__(2))
X.__getnewargs_ex__ = None
try_show(lambda: x.__reduce_ex__(2))


def reduces(f):
    return type("R", (), {"__reduce__": f})()


for p in (0, 2):
    print(reduces(lambda self: "global").__reduce_ex__(p), reduces(lambda self: 42).__reduce_ex__(p))
    print(show(reduces(lambda self: object.__reduce__(self)).__reduce_ex__(p)))
    try_show(lambda: reduces(lambda self: 1 / 0).__reduce_ex__(p))
    try_show(lambda: reduces(None).__reduce_ex__(p))
try:
    reduces(lambda self: self.__reduce_ex__(2)).__reduce_ex__(2)
except RecursionError:
    print("RecursionError")
plain, own = type("A", (), {})(), reduces(lambda self: "class")
plain.__reduce__ = own.__reduce__ = lambda: "instance"
print(show(plain.__reduce_ex__(2)[:2]), own.__reduce_ex__(2))


def states(f):
    return type("G", (), {"__getstate__": f})()


for p in (0, 2):
    for v in ("state", None, 0, [1]):
        print(show(states(lambda self: v).__reduce_ex__(p)))
    try_show(lambda: states(lambda self: 1 / 0).__reduce_ex__(p))
    try_show(lambda: states(None).__reduce_ex__(p))
plain.__getstate__ = lambda: "instance"
print(plain.__reduce_ex__(2)[2])


class Falsy(dict):
    def __len__(self):
        return 0


class Property:
    __dict__ = property(lambda self: {"false": 1})


del plain.__getstate__
for d in ({}, {1: 2}, Falsy(a=1)):
    plain.__dict__ = d
    print(show(plain.__reduce_ex__(2)))
q = Property()
print(q.__getstate__())
q.z = 1
print(q.__getstate__())

for v in (5, int, property(lambda self: 1 / 0)):
    o = type("C", (), {"__class__": v})()
    try_show(lambda: o.__reduce_ex__(0), False)
    print(show(o.__reduce_ex__(2)))
# an own __getattribute__ sees __reduce__ asked for first
class Seen:
    def __getattribute__(self, name):
        if name != "__dict__": print("asked", name)
        return super().__getattribute__(name)
for p in 0, 1, 2, 4: Seen().__reduce_ex__(p)
Seen().__reduce__()
