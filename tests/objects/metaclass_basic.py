# Metaclasses: __new__, __init__, __call__, attributes, inheritance, conflicts.
class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        ns["created_by"] = mcs.__name__
        print("new", name, [b.__name__ for b in bases], kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("call", cls.__name__, a, k)
        return super().__call__(*a, **k)
    def meta_method(cls): return "meta " + cls.__name__
    @property
    def meta_prop(cls): return cls.__name__.lower()
class A(metaclass=Meta, opt=1):
    def __init__(self, x=0): self.x = x
class B(A, flag="f"): pass
print(type(B).__name__, B.created_by, B(5).x, A.meta_method(), B.meta_prop)
print(hasattr(B(), "meta_method"), isinstance(B, Meta), Meta.meta_method(A))
class Other(type): pass
class O(metaclass=Other): pass
try:
    class Bad(A, O): pass
except TypeError as e:
    print("TypeError")
class Both(Meta, Other): pass
class Good(A, O, metaclass=Both): pass
print(type(Good).__name__)
def func_meta(name, bases, ns):
    return (name, bases, "x" in ns)
class F(metaclass=func_meta):
    x = 1
print(F)
C = Meta("C", (A,), {"y": 2}, k=3)
print(C.y, C.__name__)
