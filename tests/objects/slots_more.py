# Slots with class defaults in bases, del and reassign, empty slots, builtin bases.
class E:
    __slots__ = ()
e = E()
try:
    e.x = 1
except AttributeError:
    print("no attributes")
class I(int):
    __slots__ = ()
    def double(self): return self * 2
print(I(4).double(), I(4) == 4, hasattr(I(4), "__dict__"))
class L(list):
    __slots__ = ("extra",)
l = L([1])
l.extra = "e"
l.append(2)
print(l, l.extra)
class Base:
    __slots__ = ("a",)
class Mid(Base):
    __slots__ = ("b",)
class Leaf(Mid):
    __slots__ = ()
    c = "class attr"
x = Leaf()
x.a, x.b = 1, 2
print(x.a, x.b, x.c)
try:
    x.c = 3
except AttributeError as err:
    print("read-only class attribute")
class A:
    __slots__ = ("p",)
class B:
    __slots__ = ("q",)
try:
    class C(A, B): pass
except TypeError as err:
    print("layout conflict")
class Empty:
    __slots__ = ()
class D(A, Empty): __slots__ = ()
d = D()
d.p = 5
print(d.p, D.__slots__, A.__slots__)
slot = A.p
slot.__set__(d, 9)
print(slot.__get__(d), d.p, slot.__name__)
try:
    slot.__get__(5)
except TypeError:
    print("wrong type for slot")

# __dict__ and __weakref__ are checked before the other names are made.
for bases, slots in (((Exception,), ("x", "__dict__")), ((), ("x", "5")),
                     ((), ("x", "__dict__", "__dict__")), ((), ("x",))):
    try:
        type("Conflict", bases, {"x": 0, "__slots__": slots})
        print("made")
    except (TypeError, ValueError) as e: print(type(e).__name__, e)

# The docstring of an object without a __dict__ is that of its class.
class Bare: __slots__ = ()
for x in (Bare(), 5, "s"):
    try: x.__doc__ = 1
    except AttributeError as e: print(e)
