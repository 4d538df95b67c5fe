# Methods of builtin types in other classes; __dict__ and __weakref__ through super().
class C:
    f = str.upper
    n = str.__len__
    real = int.real
class T(str):
    f = str.upper
    n = str.__len__
for name in ("f", "real"):
    for call in (False, True):
        try:
            x = getattr(C(), name)
            print(name, "found", x() if call else "")
        except TypeError as e: print(name, call, e)
    try: print(C().f())
    except TypeError as e: print(e)
print(T("abc").f(), T("abc").n(), C.f("x"), C.n("xyz"), T("q").f.__self__)

def ask(f):
    try: print(f())
    except AttributeError as e: print(e)
class A: pass
class B(A):
    def own(self): return super().__dict__
    def weak(self): return super().__weakref__
class S: __slots__ = ()
class D(S):
    def own(self): return super().__dict__
class E(Exception):
    def own(self): return super().__dict__
class L(list):
    def own(self): return super().__dict__
    def weak(self): return super().__weakref__
for cls in (B, D, E, L):
    x = cls()
    x.a = 1
    ask(x.own)
ask(B().weak)
ask(L().weak)
ask(lambda: super(A, B()).__dict__)
ask(lambda: super(A, B()).__weakref__)
