# SimpleNamespace, the type of sys.implementation; __type_params__ of functions.
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(f.__name__, repr(r))
    except BaseException as e:
        print(getattr(f, '__name__', f), type(e).__name__, e, getattr(e, '__notes__', ''), repr(e.__cause__))
import sys, weakref
NS = type(sys.implementation)
t(lambda: NS.__name__)
t(lambda: NS())
t(lambda: NS(a=1, b='x'))
n = NS(a=1)
n.n = n
t(lambda: n)
n.m = [n]
t(lambda: n)
del n.n, n.m
t(lambda: n)
t(lambda: n == NS(a=1))
t(lambda: n != NS(a=1))
t(lambda: n == NS(a=2))
t(lambda: n == 5)
t(lambda: vars(n))
t(lambda: n.__dict__ is vars(n))
n.__dict__['q'] = 5
t(lambda: n.q)
t(lambda: n)
class S(NS):
    z = 4
    @property
    def p(self): return self.a
    def m(self): return 'm'
    def __getattr__(self, n): return 'ga' + n
s = S(a=1)
t(lambda: s)
t(lambda: (s.a, s.z, s.p, s.m(), s.none))
s.z = 5; s.new = 1
t(lambda: (s.z, S.z, s))
t(lambda: setattr(s, 'p', 1))
t(lambda: s == NS(a=1, z=5, new=1))
t(lambda: sorted(vars(s)))
class S2(NS):
    def __init__(self, x): self.x = x
t(lambda: S2(3))
t(lambda: n.__eq__(5))
t(lambda: NS(**{'a b': 1}))
n.__doc__ = 'd'
t(lambda: n.__doc__)
def f(): n.__class__ = S
t(f)
t(lambda: bool(n))
def ff(): pass
try:
    ff.__type_params__ = (1,)
except AttributeError:
    pass
for wrong in (lambda: hash(n), lambda: n[0], lambda: len(n), lambda: weakref.ref(n)):
    try:
        wrong()
    except TypeError:
        print("TypeError")
for wrong in (lambda: n.zz, lambda: delattr(n, "zz")):
    try:
        wrong()
    except AttributeError:
        print("AttributeError")
print(ff.__type_params__)
for v in ([], None):
    try:
        ff.__type_params__ = v
    except TypeError as e:
        print(e)
