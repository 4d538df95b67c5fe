# Attributes of functions, methods and code.
def f(a, b=2, *c, d=4, **e):
    "doc string"
    return a
f.custom = [1]
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__,
      f.custom, vars(f))
c = f.__code__
print(c.co_name, c.co_argcount, c.co_varnames[:5], c.co_kwonlyargcount, c.co_flags & 0xc,
      c.co_posonlyargcount)
f.__defaults__ = (9,)
f.__name__ = "renamed"
f.__qualname__ = "Q.renamed"
f.__doc__ = None
print(f.__name__, f.__doc__, f.__qualname__, f(1), f.__defaults__)
def g(x, y): return x, y
g.__defaults__ = (10, 20)
print(g(), g(1), g(y=5))
g.__defaults__ = None
try:
    g()
except TypeError as e:
    print(e)
class C:
    def m(self): "mdoc"
m = C().m
print(m.__name__, m.__doc__, m.__self__.__class__.__name__, m.__func__ is C.m, C.m.__qualname__)
try:
    m.attr = 1
except AttributeError:
    print("methods have no settable attributes")
C.m.attr = 5
print(m.attr, len.__name__, [].append.__name__, "".join.__name__, len.__module__, print.__name__)
def h(): return 1
def k(): return 2
h.__code__ = k.__code__
print(h())
try:
    f.__name__ = 5
except TypeError as e:
    print("TypeError")
del f.custom
print(hasattr(f, "custom"), f.__globals__ is globals(), (lambda: 0).__name__)
