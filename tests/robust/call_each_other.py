# Special methods that call themselves through builtins, and descriptors that wrap each other: they end.
def attempt(f):
    try:
        f()
    except (RecursionError, MemoryError, TypeError, AttributeError):
        pass
    print("ended")


p = property(); p.__init__(p, p, p)
class A: x = p
for f in (lambda: A().x, lambda: setattr(A(), 'x', 1), lambda: delattr(A(), 'x'), lambda: p.__name__, lambda: p.__doc__, lambda: p.__isabstractmethod__):
    attempt(f)
import weakref
class B: pass
b = B()
b.__class__.__call__ = weakref.proxy(b)
for f in (lambda: b(),):
    attempt(f)
class C: pass
C.__get__ = C(); C.__set__ = C(); C.__getattr__ = C(); C.__call__ = C()
class D: y = C()
for f in (lambda: D().y, lambda: D.y, lambda: setattr(D(), 'y', 1), lambda: C().zzz, lambda: C()(), lambda: C.__call__()):
    attempt(f)
m = {}
s = staticmethod(len); s.__init__(s); c = classmethod(s); s.__init__(c); c.__init__(s)
class E: z = s; w = c
for f in (lambda: E.z, lambda: E.w, lambda: E().z, lambda: E().w, lambda: E.z(), lambda: E.w(), lambda: s(), lambda: s.__name__, lambda: repr(s), lambda: s.__wrapped__, lambda: c.__isabstractmethod__):
    attempt(f)
class F:
    def __str__(self): return str(self)
    def __repr__(self): return repr(self)
    def __format__(self, s): return format(self, s)
    def __len__(self): return len(self)
    def __hash__(self): return hash(self)
    def __bool__(self): return bool(self)
    def __iter__(self): return iter(self)
    def __next__(self): return next(self)
    def __eq__(self, o): return self == o
    def __getattr__(self, n): return getattr(self, n)
    __index__ = lambda self: self.__index__()
for f in (str, repr, format, len, hash, bool, iter, next, lambda x: x == x, lambda x: x.foo, lambda x: [1][x], list):
    attempt(lambda: f(F()))
class G:
    pass
G.__str__ = str; G.__repr__ = repr; G.__hash__ = hash; G.__len__ = len; G.__iter__ = iter; G.__bool__ = bool; G.__format__ = format; G.__next__ = next; G.__abs__ = abs; G.__call__ = G
for f in (str, repr, format, len, hash, bool, iter, next, abs, lambda g: g()):
    attempt(lambda: f(G()))
