# __class__ can be assigned to among classes whose instances look alike: that come from one class deciding it, or from
# two that add the same to the same base.
class A: pass
class B: pass
class AB(A, B): pass
class Both:
    __slots__ = ("__dict__", "__weakref__")
class OnlyDict:
    __slots__ = ("__dict__",)
class OnlyWeak:
    __slots__ = ("__weakref__",)
class Empty:
    __slots__ = ()
class Empty2:
    __slots__ = ()
class FromEmpty(Empty): pass
class X:
    __slots__ = ("x",)
class X2:
    __slots__ = ["x"]
class XY:
    __slots__ = ("x", "y")
class YX:
    __slots__ = ("y", "x")
class XthenY(X):
    __slots__ = "y"
class XthenY2(X):
    __slots__ = "y"
class XthenZ(X):
    __slots__ = "z"
class XMore(X):
    __slots__ = ()
class XDict(X): pass
class X2Dict(X2): pass
class XAndDict:
    __slots__ = ("x", "__dict__")
class XFromEmpty(Empty):
    __slots__ = ("x",)
class L(list): pass
class L2(list): pass
class LX(list):
    __slots__ = ("x",)
class E(Exception): pass
class ESlots(Exception):
    __slots__ = ()
class V(ValueError): pass

classes = [A, B, AB, Both, OnlyDict, OnlyWeak, Empty, Empty2, FromEmpty, X, X2, XY, YX, XthenY, XthenY2, XthenZ, XMore, XDict, X2Dict,
           XAndDict, XFromEmpty, L, L2, LX, E, ESlots, V, list, object]
for a in classes:
    allowed = []
    for b in classes:
        o = a()
        for name in "x", "y":
            try: setattr(o, name, name)
            except AttributeError: pass
        had = [getattr(o, n, None) for n in "xy"]
        try:
            o.__class__ = b
        except TypeError as e:
            if b is A: print(e)
        else:
            allowed.append(b.__name__)
        if had != [getattr(o, n, None) for n in "xy"]: print("lost", a, b)
    print(a.__name__, allowed)
print([n for n in vars(YX) if n[0] != "_"], YX.__slots__, [n for n in vars(XY) if n[0] != "_"])
o = YX()
o.x, o.y = 1, 2
print(o.x, o.y, o.__reduce_ex__(2)[2])
