# Which classes can take the place of which in __bases__: those that give instances the same layout.
class S:
    __slots__ = ()
class S2(S):
    __slots__ = ()
class W:
    __slots__ = ("__weakref__",)
class G: pass
class G2(G):
    __slots__ = ()
class X:
    __slots__ = ("x",)
class X2:
    __slots__ = ("x",)
class L(list): pass
class I(int):
    __slots__ = ()
class Mixin:
    __slots__ = ()

classes = object, S, S2, W, G, G2, X, X2, L, list, int, I, dict, str
for base in classes:
    for other in classes:
        for body in {}, {"__slots__": ()}:
            C = type("C", (base,), body)
            try:
                C.__bases__ = (other,)
            except TypeError as e:
                print(base.__name__, other.__name__, e)
            else:
                print(base.__name__, other.__name__, C.__base__.__name__)

class D(G): pass
D.__bases__ = (G2, Mixin)
print(D.__base__, [c.__name__ for c in D.__mro__])
d = D()
d.y = 1
print(d.y)
for bases in (G2, G2), (X, G2), (G2, X):
    try:
        D.__bases__ = bases
    except TypeError as e:
        print(e)
print(D.__bases__)
