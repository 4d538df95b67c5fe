# __abstractmethods__: set and deleted at any time, the class's own, looked at by object.__new__
# only.
def made(cls, *args, **kw):
    try:
        cls(*args, **kw)
        return "made"
    except TypeError as e:
        return "abstract" if "abstract" in str(e) else str(e)

class A:
    def __init__(self, x=0): self.x = x
class B(A): pass
for value in (frozenset({"f"}), {"f", "g"}, (), ["f"], None, 0, "f"):
    A.__abstractmethods__ = value
    print(made(A), made(A, 1), made(B), A.__abstractmethods__ is value,
          "__abstractmethods__" in A.__dict__, hasattr(B, "__abstractmethods__"))
del A.__abstractmethods__
print(made(A), hasattr(A, "__abstractmethods__"), "__abstractmethods__" in A.__dict__)
for code in ("A.__abstractmethods__", "del_(A)", "int.__abstractmethods__",
    "type.__abstractmethods__",
             "A().__abstractmethods__", "set_(int, ())", "set_(A, Odd())"):
    def del_(cls): del cls.__abstractmethods__
    def set_(cls, v): cls.__abstractmethods__ = v
    class Odd:
        def __bool__(self): raise KeyError("truth")
    try: print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, e)

# What the body of a class says is shown, but does nothing.
class Body: __abstractmethods__ = {"f"}
print(made(Body), Body.__abstractmethods__)

# Only object's __new__ looks: also behind a __new__ of the class, and copies by __class__ are free.
def abstract(cls):
    cls.__abstractmethods__ = frozenset({"f"})
    return cls
@abstract
class New:
    def __new__(cls): return object.__new__(cls)
@abstract
class Skips:
    def __new__(cls): return 5
@abstract
class Slots: __slots__ = ("a",)
for base in (list, dict, int, str, tuple, set, bytes, Exception, property, type(print), type):
    try: cls = abstract(type("X", (base,), {}))
    except TypeError: continue
    print(base.__name__, made(cls, "x", (), {}) if base is type else made(cls))
print(made(New), made(Skips), made(Slots), made(New, 1)[:20], made(abstract(type("N", (), {})),
    1)[-5:])
b = B()
b.__class__ = abstract(type("C", (A,), {}))
print(type(b).__name__, made(type(b)))

# A call that was remembered as simple is not, once the class is abstract; and again.
class Often:
    def __init__(self): pass
for i in range(6):
    if i == 2: abstract(Often)
    if i == 4: Often.__abstractmethods__ = ()
    print(made(Often), end=" ")
print()

# A metaclass as abc.ABCMeta does it.
class Meta(type):
    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(mcls, name, bases, namespace)
        names = {n for n, v in namespace.items() if getattr(v, "__isabstractmethod__", False)}
        for base in bases:
            for n in getattr(base, "__abstractmethods__", ()):
                if getattr(getattr(cls, n), "__isabstractmethod__", False): names.add(n)
        cls.__abstractmethods__ = frozenset(names)
        return cls
def abstractmethod(f):
    f.__isabstractmethod__ = True
    return f
class P(metaclass=Meta):
    @abstractmethod
    def f(self): pass
    @property
    @abstractmethod
    def g(self): pass
    def h(self): pass
class Q(P):
    def f(self): pass
class R(Q): g = 1
print([sorted(c.__abstractmethods__) for c in (P, Q, R)], [made(c) for c in (P, Q, R)])
print([bool(c.__flags__ & 1 << 20) for c in (P, Q, R, object, int)])
