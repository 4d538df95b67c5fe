# Attributes of bound methods, super objects, classmethod and staticmethod objects, and where they
# come from.
class C:
    def m(self, x=1): "doc of m"; return x
    def __repr__(self): return "C!"
def f(a: int) -> str: "doc of f"
f.extra = 5
c = C()
m = c.m

# A method's own come first, then those of its function.
for name in ("__call__", "__repr__", "__hash__", "__eq__", "__str__", "__sizeof__"):
    a = getattr(m, name)
    print(name, a.__self__ is m)
print(m.__eq__(c.m), m.__eq__(C().m), m.__ne__(c.m), m.__hash__() == hash(m),
    m.__repr__() == repr(m), m.__call__(3),
      m.__str__() == str(m))
print(m.__get__.__self__ is C.m, m.__get__(5).__self__, m.__class__.__name__, m.__doc__, m.__name__,
    m.__qualname__,
      m.__module__, m.__defaults__, m.__dict__, m.__code__ is C.m.__code__)
C.m.tag = "t"
print(m.tag, m.__dict__, "tag" in dir(m), m.__func__ is C.m, m.__self__ is c)
for name, value in (("tag", 1), ("__self__", 1), ("__func__", 1), ("__name__", 1)):
    try: setattr(m, name, value)
    except AttributeError as e: print(name, type(e).__name__)
print([n in dir(m) for n in ("__func__", "__self__", "__call__", "__get__")],
    type(m).__func__.__get__(m) is C.m)

class D(C):
    def who(self): return super()
s = D().who()
print(s.__thisclass__, s.__self_class__, type(s.__self__), [n in dir(s) for n in ("__thisclass__",
    "__self__", "m")])
print(super(D).__self__, super(D).__self_class__, super(D).__thisclass__,
    super.__self__.__get__(s) is s.__self__)

for wrap in (classmethod, staticmethod):
    w = wrap(f)
    print(w.__name__, w.__qualname__, w.__module__, w.__doc__,
        w.__annotations__ == f.__annotations__,
          w.__func__ is f, w.__wrapped__ is f, hasattr(w, "extra"))
    print({k: v for k, v in w.__dict__.items() if k != "__annotations__"})
    print([n in dir(w) for n in ("__name__", "__qualname__", "__doc__", "__dict__", "__func__",
        "extra")],
          [n in dir(wrap) for n in ("__dict__", "__func__", "__wrapped__", "__isabstractmethod__")])
    bare = wrap(5)
    print(bare.__dict__.get("__doc__", "") == int.__doc__, hasattr(bare, "__name__"),
        hasattr(bare, "__annotations__"))

# Functions written in C are bound as any function.
b = classmethod(len).__get__(None, D)
print(type(b).__name__, b.__self__ is D, b.__func__ is len, b.__name__, repr(b))
bound = type(m)(len, [1, 2])
print(bound(), type(bound) is type(m), bound.__func__ is len, bound == type(m)(len, bound.__self__),
    bound.__name__)

# __get__ of something at all.
for g in (f.__get__, property(len).__get__, classmethod(f).__get__, list.append.__get__,
    staticmethod(f).__get__):
    for args in ((None,), (None, None)):
        try: print(g(*args))
        except TypeError as e: print(e)
print(f.__get__(None, C) is f, f.__get__(None, type(None)) is f, f.__get__(5).__self__)

for value in (5, None, [], "delete"):
    try:
        if value == "delete": del f.__dict__
        else: f.__dict__ = value
    except TypeError as e: print(e)
f.__dict__ = {"a": 1}
print(f.a, hasattr(f, "extra"))

# The receiver is named by its type's name.
for x in (c.__init__, c.__hash__, [].append, C.__call__, object.__new__):
    print(repr(x).split(" at ")[0])
