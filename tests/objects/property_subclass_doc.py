# Docstrings of property and of its subclasses, as in 3.12: given, of the getter, of the class.
class P(property): pass
class D(property):
    "class doc"
class S(property):
    __slots__ = ("__doc__",)
class H(property):
    "hidden by the class"
    __slots__ = ()
def g(self):
    "getter doc"
    return 5
def g0(self): return 5
def s(self, v): "setter doc"
def docs(*properties): print([p.__doc__ for p in properties])
for c in (property, P, D, S):
    print(c.__name__)
    docs(c(g), c(g0), c(g, doc="d"), c(g0, doc="d"), c(None, s))
    docs(c(g).setter(s), c(g).deleter(s), c(g).getter(g0), c().getter(g))
    print(type(c(g).setter(s)) is c)
docs(property(g, doc="d").setter(s), property(g, doc="d").getter(g0), property(g0).getter(g))
docs(property(doc="x").getter(g), property(doc="x").getter(g0))
d = D(g)
d.__doc__ = "new"
docs(d, D)
docs(H(g0))
try:
    H(g)
except AttributeError as e:
    print(e)
class Raises:
    def __call__(self, o): return 1
    @property
    def __doc__(self): 1 / 0
for c in (property, P):
    try:
        c(Raises())
    except ZeroDivisionError as e:
        print(e)
class A:
    @D
    def w(self): "w of A"; return 1
class B(A):
    @A.w.getter
    def w(self): "w of B"; return 3
    @w.setter
    def w(self, v): print(v)
B().w = 4
docs(A.w, B.w)
print(B().w, type(B.w).__name__, B.w.__name__)
