# type(), super(), class statements and descriptors given nonsense.
def attempt(f):
    try:
        r = f()
        return type(r).__name__
    except (TypeError, ValueError, AttributeError, RuntimeError) as e:
        return type(e).__name__
class D: pass
print([attempt(f) for f in (lambda: type("", (), {}), lambda: type("A", (None,), {}),
      lambda: type("A", (D, D), {}), lambda: type("A", (type,), {}), lambda: type("A", (D(),), {}),
      lambda: type("A", (), {"__slots__": 5}),
       lambda: type("A", (), {"__slots__": "x"}),
      lambda: type("A", (), {"__init__": 5})(), lambda: type("A", (), {"__new__": 5})(),
      lambda: type("A", (), {"__call__": 5})()(),
       lambda: len(type("A", (), {"__len__": 5})()),
      lambda: iter(type("A", (), {"__iter__": None})()),
      lambda: hash(type("A", (), {"__hash__": 5})()),
      lambda: repr(type("A", (), {"__repr__": 5})()),
       lambda: type("A", (), {"__eq__": 5})() == 1,
      lambda: type("A", (), {"__getattribute__": 5})().x, lambda: type("A", (), {"__class__": 5})(),
      lambda: type("A", (), {"__doc__": 5}).__doc__,
       lambda: type("A", (), {"__qualname__": 5}), lambda: type("A", (), {"__classcell__": 5}),
      lambda: type("A", (), {"__set_name__": 5}), lambda: type("A", (), {"x": D()}).x,
      lambda: type("A", (), {"__init_subclass__": 5}))])
class Meta(type):
    def mro(cls): return [cls, 5, object]
class Meta2(type):
    def mro(cls): return []
for m in (Meta, Meta2):
    print(attempt(lambda: m("A", (), {})), end=" ")
print()
class BadDesc:
    def __get__(self, *a): raise KeyError("get")
    __set__ = 5
class U:
    d = BadDesc()
    p = property(5, "x", [])
for f in (lambda: U().d, lambda: setattr(U(), "d", 1), lambda: U().p, lambda: setattr(U(), "p", 1),
          lambda: U.p):
    try:
        print(type(f()).__name__, end=" ")
    except (KeyError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
for f in (lambda: super(5), lambda: super(), lambda: super(int, "x"), lambda: super(type, type).mro,
          lambda: super(D, D()).x, lambda: isinstance(1, type("A", (), {"__instancecheck__": 5})),
          lambda: issubclass(5, int)):
    print(attempt(f), end=" ")
print()
print(attempt(lambda: D.__dict__.update), attempt(lambda: setattr(D, "__name__", 5)),
      attempt(lambda: setattr(D, "__bases__", ())), attempt(lambda: setattr(D, "__bases__", (int,
      ))), attempt(lambda: setattr(D(), "__class__", None)),
      attempt(lambda: delattr(D, "__name__")))
