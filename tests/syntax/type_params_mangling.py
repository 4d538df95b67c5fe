# Private names in generic classes: type parameters get the name of the class, all else in its bases and
# bounds none, not even that of the class around it.
class __Base:
    def __init_subclass__(cls, **kw): print(kw)
class D[T](__Base, __k=1): pass
print(D.__mro__[1])
__In = int
class C:
    class __In: pass
    class D[T](__In): pass
    class E[__T, __U: (__V, __T), __V = __In](list[__T]):
        a = __T
        def f(self, x: __U): return __T
        type X[__Q] = tuple[__Q, __T]
        try:
            class F[__W](list[__T]): pass
        except NameError as e:
            print(e)
        class F[__W](list[int]): b = __W
    def g[T](self, x: __In) -> T: pass
    type A[T] = __In
    def m[__T](self, a: __T) -> __T: return a
print(C.D.__mro__[1], C.E.a, C.E.__type_params__)
print(C.E.__type_params__[1].__constraints__, C.E.__type_params__[2].__default__)
print(C.E.f.__annotations__, C.E.X.__value__, C().m.__annotations__)
print(C.E.F.b, C.E.F.__orig_bases__[0], C.g.__annotations__["x"], C.A.__value__)

# What is evaluated later sees the names of the class as they are then.
class K:
    type A = later
    def f(self, a: later): pass
try:
    K.A.__value__
except NameError as e:
    print(e)
K.later = 5
print(K.A.__value__, K.f.__annotations__)
later = 6
del K.later
class L:
    type A = later
    type B[T: later = later] = T
    later = int
    def f[T: later](self): pass
print(L.A.__value__, L.f.__type_params__[0].__bound__)
print(L.B.__type_params__[0].__bound__, L.B.__type_params__[0].__default__)
def function(x):
    class M:
        type A = x
        def get(self): return x
        x = int
    return M
print(function(3).A.__value__, function(3)().get())
class N:
    def f(self): return __class__
    type A = int
print([k for k in N.__dict__ if "cell" in k])
