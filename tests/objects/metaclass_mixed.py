# Metaclasses: __prepare__, __call__, ordering of hooks, classes made by generators and loops.
trace = []
class Recorder(dict):
    def __setitem__(self, k, v):
        if not k.startswith("__"): trace.append(k)
        super().__setitem__(k, v)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        trace.append(("prepare", name, sorted(kw)))
        return Recorder()
    def __new__(mcs, name, bases, ns, **kw):
        trace.append("new")
        cls = super().__new__(mcs, name, bases, dict(ns))
        cls.fields = [k for k in ns if not k.startswith("_")]
        return cls
    def __init__(cls, name, bases, ns, **kw):
        trace.append("init")
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        trace.append("call")
        o = super().__call__(*a, **k)
        o.made = True
        return o
    def __iter__(cls): return (getattr(cls, f) for f in cls.fields)
    def __len__(cls): return len(cls.fields)
    def __getitem__(cls, i): return cls.fields[i]
    def __contains__(cls, n): return n in cls.fields
    def __add__(cls, other): return cls.__name__ + other.__name__
    def __eq__(cls, o): return type(o) is Meta and cls.__name__ == o.__name__
    def __hash__(cls): return hash(cls.__name__)
    def __repr__(cls): return f"<{cls.__name__}>"
class A(metaclass=Meta, extra=1):
    x = 1
    y = [x + i for i in range(2)] if False else 2
    for _i in range(2): z = _i
print(trace, list(A), len(A), A[0], "y" in A, A)
trace.clear()
class B(A):
    w = 4
    def __init_subclass__(cls, **kw): trace.append(("sub", cls.__name__))
    def __init__(self, v=0): self.v = v
class C(B): pass
print(trace, A + B, A == B, {A: 1}[A], C(5).v, C(6).made, isinstance(C(), A), C.__mro__)
trace.clear()
classes = [Meta(f"G{i}", (B,), {"n": i}) for i in range(3)]
print([c().n for c in classes], classes, [c.__bases__ for c in classes])
def class_gen():
    for i in range(3):
        class Local:
            index = i
            def get(self): return i, self.index
        yield Local
made = list(class_gen())
print([c.index for c in made], [c().get() for c in made], made[0].__qualname__)
class Single(type):
    inst = {}
    def __call__(cls, *a):
        if cls not in cls.inst: cls.inst[cls] = super().__call__(*a)
        return cls.inst[cls]
class S(metaclass=Single):
    def __init__(self, v): self.v = v
print(S(1) is S(2), S(3).v)
class M1(type): pass
class M2(type): pass
class M3(M1, M2): pass
class X1(metaclass=M1): pass
class X2(metaclass=M2): pass
try:
    class X3(X1, X2): pass
except TypeError as e:
    print(e)
class X3(X1, X2, metaclass=M3): pass
print(type(X3).__name__, [k.__name__ for k in X3.__mro__])
def fmeta(name, bases, ns, **kw): return name, bases, sorted(k for k in ns if k[0] != "_"), kw
class F(int, metaclass=fmeta, a=1): b = 2
print(F)
class Entries:
    def __mro_entries__(self, bases): return (list, dict)[:1]
class E(Entries()): pass
print(E.__mro__[1], E.__orig_bases__[0].__class__.__name__, E([1]))
class Enumish(type):
    def __new__(m, n, b, ns):
        members = {k: v for k, v in ns.items() if k.isupper()}
        cls = super().__new__(m, n, b, {k: v for k, v in ns.items() if k not in members})
        cls.members = {}
        for k, v in members.items():
            o = object.__new__(cls)
            o.name, o.value = k, v
            cls.members[k] = o
            setattr(cls, k, o)
        return cls
    def __iter__(cls): yield from cls.members.values()
    def __call__(cls, v): return next(m for m in cls if m.value == v)
class Col(metaclass=Enumish):
    RED, BLUE = 1, 2
    def __repr__(self): return f"{type(self).__name__}.{self.name}"
print(list(Col), Col(2), Col.RED, Col.RED is Col(1))
