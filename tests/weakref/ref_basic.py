# weakref.ref: call, sharing, equality, hash, callbacks, subclasses, what can't be referred to.
import gc, weakref

class A:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return isinstance(other, A) and self.n == other.n
    def __hash__(self):
        return hash(self.n)

def forget(depth=20):  # writes over what was left on the stacks
    row = [None] * 50
    if depth:
        forget(depth - 1)
    gc.collect()

log = []
def died(r):
    log.append(r)

def make():
    a = A(1)
    r = weakref.ref(a)
    print(r() is a, weakref.ref(a) is r, type(r) is weakref.ReferenceType, r.__callback__)
    s = weakref.ref(a, died)
    print(s is r, s == r, s != r, hash(r) == hash(a), s.__callback__ is died)
    equal, other = A(1), A(2)
    print(r == weakref.ref(equal), r == weakref.ref(other), r == 1)
    print(weakref.getweakrefcount(a), set(weakref.getweakrefs(a)) == {r, s})
    return r, s

r, s = make()
forget()
print(r(), s(), len(log), log[0] is s, s.__callback__)
print(r == r, r == s, hash(r) == hash(1))
try:
    hash(s)
except TypeError as e:
    print(e)

class Named(weakref.ref):
    def __init__(self, o, callback=None, *, name="x"):
        super().__init__(o, callback)
        self.name = name
    def __call__(self):
        return self.name, super().__call__()

a = A(3)
n = Named(a, name="y")
print(n.name, n()[1] is a, Named(a) is n, n == weakref.ref(a), isinstance(n, weakref.ref))

class Slots:
    __slots__ = ("x",)
class WeakSlots:
    __slots__ = ("x", "__weakref__")
class SubSlots(Slots):
    pass
class Int(int):
    pass
class Tuple(tuple):
    pass
class Str(str):
    pass
class List(list):
    pass
for v in (1, 1.5, "s", b"b", None, [], (), {}, object(), slice(1), range(3), Slots(), Int(), Tuple(),
          ValueError(), property(), bytearray()):
    try:
        weakref.ref(v)
        print("no error for", v)
    except TypeError as e:
        print(e)
def f():
    yield
for v in (f, f(), A, len, [].append, set(), frozenset(), weakref, memoryview(b""), int, WeakSlots(), a.__eq__,
          SubSlots(), Str(), List(), type, f.__code__):
    print(weakref.ref(v)() is v, end=" ")
print()
try:
    class B(A):
        __slots__ = ("__weakref__",)
except TypeError as e:
    print("TypeError")
for bad in ((), (a, None, 1)):
    try:
        weakref.ref(*bad)
    except TypeError as e:
        print("TypeError")
print(len(repr(r)) > 10, "dead" in repr(r), "to 'A'" in repr(weakref.ref(a)))
