# __getattribute__ and its like may be anything that can be bound; whose attribute it is that can't be written.
class P(complex):
    __getattribute__ = property()
class Q:
    __getattribute__ = property(lambda s: lambda n: "got " + n)
    __setattr__ = property(lambda s: lambda n, v: print("set", n, v))
    __delattr__ = property(lambda s: lambda n: print("del", n))
class R:
    __getattr__ = classmethod(lambda c, n: (c.__name__, n))
class S:
    __getattr__ = staticmethod(lambda n: n)
    __getattribute__ = staticmethod(lambda n: n)
class T(S):
    __getattribute__ = staticmethod(lambda n: 1 / 0 if n == "x" else n)
class U:
    __getattr__ = 5
class I(int): pass
def attempt(f, *args):
    try:
        print(f.__name__, f(*args))
    except Exception as e:
        print(f.__name__, type(e).__name__, str(e).replace("property '__getattribute__' of ", "property of "))
for cls in P, Q, R, S, T, U:
    o = cls()
    attempt(getattr, o, "x")
    attempt(hasattr, o, "y")
    attempt(isinstance, o, list)
    if cls is not P:
        attempt(setattr, o, "x", 1)
        attempt(delattr, o, "x")
for o in I(1), 1, True:
    attempt(setattr, o, "real", 1)
attempt(object.__setattr__, I(1), "imag", 1)
