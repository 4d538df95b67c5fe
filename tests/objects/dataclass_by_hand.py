# A small dataclass decorator, an enum, a registry and a dispatcher written in plain Python.
def dataclass(cls=None, *, order=False, frozen=False):
    if cls is None: return lambda c: dataclass(c, order=order, frozen=frozen)
    names = list(cls.__annotations__) if hasattr(cls, "__annotations__") else []
    for b in cls.__mro__[1:]:
        names = [n for n in getattr(b, "_fields", ()) if n not in names] + names
    cls._fields = tuple(names)
    args = ", ".join(n + (f"=_cls.{n}" if hasattr(cls, n) else "") for n in names)
    body = "".join(f"\n  object.__setattr__(self, {n!r}, {n})" for n in names) or "\n  pass"
    ns = {}
    exec(f"def __init__(self, {args}):{body}", {"_cls": cls}, ns)
    cls.__init__ = ns["__init__"]
    cls.__repr__ = lambda self: "%s(%s)" % (
        type(self).__qualname__, ", ".join(f"{n}={getattr(self, n)!r}" for n in names))
    key = lambda self: tuple(getattr(self, n) for n in names)
    cls.__eq__ = lambda a, b: key(a) == key(b) if type(a) is type(b) else NotImplemented
    if frozen:
        cls.__hash__ = lambda self: hash(key(self))
        def locked(self, n, v): raise AttributeError(f"cannot assign to field {n!r}")
        cls.__setattr__ = locked
    if order: cls.__lt__ = lambda a, b: key(a) < key(b)
    cls.__match_args__ = tuple(names)
    return cls
@dataclass(order=True)
class P:
    x: int
    y: int = 2
    def norm(self): return self.x ** 2 + self.y ** 2
@dataclass
class Q(P):
    z: str = "z"
@dataclass(frozen=True)
class K:
    name: str
    tags: tuple = ()
print(P(1), P(3, 4).norm(), Q(1, z="q"), P(1) == P(1, 2), P(1) == Q(1), sorted([P(3), P(1, 9),
      P(1)]))
k = K("k", ("a",))
print(k, {k: 1}[K("k", ("a",))], hash(k) == hash(K("k", ("a",))))
for f in (lambda: setattr(k, "name", 1), lambda: P(), lambda: P(1, 2, 3), lambda: K(nope=1)):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
match Q(5, 6, "s"):
    case P(a, b) if not isinstance(a, int): print("no")
    case Q(a, y=b, z=str(c)): print(a, b, c)
class Dispatch:
    def __init__(self, f):
        self.f, self.table = f, {}
        self.__doc__, self.__name__ = f.__doc__, f.__name__
    def register(self, *types):
        def add(g):
            for t in types: self.table[t] = g
            return self
        return add
    def __get__(self, o, c): return self if o is None else lambda *a: self(o, *a)
    def __call__(self, *a):
        for t in type(a[-1]).__mro__:
            if t in self.table: return self.table[t](*a)
        return self.f(*a)
class Show:
    @Dispatch
    def show(self, v):
        "doc of show"
        return f"?{v!r}"
    @show.register(int, float)
    def show(self, v): return f"n{v}"
    @show.register(list)
    def show(self, v): return "[" + " ".join(map(self.show, v)) + "]"
    @show.register(type(None))
    def show(self, v): return "-"
print(Show().show([1, 2.5, [None, True], "s", {}]), Show.show.__doc__, Show.show.__name__)
class Plugin:
    known = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.known[name or cls.__name__.lower()] = cls
class Csv(Plugin): pass
class Js(Plugin, name="json"): pass
print(sorted(Plugin.known), Plugin.known["json"] is Js)
try:
    class Bad(Plugin, other=1): pass
except TypeError as e:
    print(e)
def memo(f):
    cache = {}
    def wrap(*a, **k):
        key = a + tuple(sorted(k.items()))
        if key not in cache: cache[key] = f(*a, **k)
        return cache[key]
    wrap.cache, wrap.__wrapped__ = cache, f
    return wrap
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), len(fib.cache), fib.__wrapped__.__name__)
