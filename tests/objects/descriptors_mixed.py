# Descriptors, properties with inheritance, __set_name__, __getattr__ fallbacks, cached values.
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name, self.owner = "_" + name, owner.__name__
    def __get__(self, obj, cls=None):
        if obj is None: return self
        try:
            return obj.__dict__[self.name]
        except KeyError:
            raise AttributeError(f"{self.owner}.{self.name[1:]} unset") from None
    def __set__(self, obj, v):
        if not isinstance(v, self.kind): raise TypeError(f"{self.name[1:]}: {type(v).__name__}")
        obj.__dict__[self.name] = v
    def __delete__(self, obj): obj.__dict__.pop(self.name)
class cached:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, obj, cls):
        v = obj.__dict__[self.n] = self.f(obj)
        return v
class Base:
    a = Typed(int)
    b = Typed((str, type(None)))
    log = []
    @cached
    def heavy(self):
        self.log.append("computed")
        return self.a * 2
    @property
    def p(self): return "base p"
    @p.setter
    def p(self, v): self.log.append(("set", v))
    def __getattr__(self, n):
        if n.startswith("dyn_"): return n[4:]
        raise AttributeError(f"no {n}", name=n, obj=self)
class Sub(Base):
    @Base.p.getter
    def p(self): return "sub p"
    @property
    def q(self): return self.missing
o = Sub()
for act in (lambda: o.a, lambda: setattr(o, "a", "x"), lambda: setattr(o, "a", 5), lambda: o.a,
            lambda: o.heavy, lambda: o.heavy, lambda: o.p, lambda: setattr(o, "p", 1), lambda: o.q,
            lambda: o.dyn_x, lambda: delattr(o, "a"), lambda: o.a, lambda: Sub.a.owner,
            lambda: getattr(o, "zzz", "default"), lambda: hasattr(o, "q"), lambda: setattr(o, "q",
                  1),
            lambda: delattr(o, "p"), lambda: delattr(o, "zzz"), lambda: Base().p,
            lambda: sorted(o.__dict__), lambda: Base.log):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
class NonData:
    def __get__(self, o, c): return "descr"
class N:
    x = NonData()
    y = property(lambda s: "prop")
n = N()
n.__dict__.update(x="inst", y="inst")
print(n.x, n.y)
class Meta(type):
    m = Typed(int)
    @property
    def title(cls): return cls.__name__.title()
    def __getattr__(cls, name): return f"meta {name}"
class K(metaclass=Meta):
    own = 1
print(K.title, K.anything, K.own)
try:
    K().title
except AttributeError as e:
    print(e)
K._x = 3
class Slots:
    __slots__ = ("s", "__dict__")
    t = 1
v = Slots()
v.s, v.other = 1, 2
print(v.s, v.__dict__, Slots.s.__get__(v), type(Slots.s).__name__)
del v.s
try:
    v.s
except AttributeError as e:
    print(e)
class Both:
    def __getattribute__(self, n):
        if n == "raise": raise AttributeError("from getattribute")
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return "fallback " + n
b = Both()
b.z = 1
print(b.z, getattr(b, "raise"), b.nope)
class Call:
    @staticmethod
    def s(*a, **k): return a, k
    @classmethod
    def c(cls, *a): return cls.__name__, a
    f = staticmethod(lambda x: x + 1)
    g = classmethod(lambda cls, x: (cls.__name__, x))
    built = len
print(Call.s(1, k=2), Call().c(3), Call().f(4), Call.g(5), Call().built([1, 2]))
