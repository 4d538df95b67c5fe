# Names in class bodies: not visible to methods; global/nonlocal and control flow inside.
x = "global"
class A:
    x = "class"
    y = x + "!"
    def m(self):
        return x
    for i in range(3):
        pass
    if i == 2:
        def cond(self): return "cond"
    else:
        def cond(self): return "other"
    del i
print(A.y, A().m(), A().cond(), hasattr(A, "i"))
def f():
    v = "local"
    class B:
        nonlocal v
        v = "set in class"
        w = v
    return v, B.w, "v" in vars(B)
print(f())
class G:
    global gx
    gx = 7
print(gx, hasattr(G, "gx"))
class X:
    x = x
print(X.x)
def g(x):
    class Y:
        x = x if False else "own"
        def get(self): return x
    return Y
print(g("param")().get(), g(1).x)
class N:
    class Inner:
        v = 1
        def __repr__(self): return type(self).__qualname__
    def make(self): return N.Inner()
print(N().make(), N.Inner.v, N.Inner.__name__, N.__module__)
def q():
    class L: pass
    return L
print(q().__qualname__)
