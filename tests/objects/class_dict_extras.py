# __dict__, __weakref__ and __doc__ in the namespace of a class, and __weakref__ of instances.
import weakref
class A: __slots__ = ("a",)
class B: pass
class C(B): pass
class D(A): pass
class E(A): __slots__ = ()
class F(B): __slots__ = ("x",)
class G(A, B): pass
class H(A, B): __slots__ = ()
class I(E, B): __slots__ = ()
class J(B, E): __slots__ = ()
class K(E, C): __slots__ = ()
class L(dict): pass
class N(L): pass
class O(Exception): pass
class P(O): __slots__ = ()
class Q(frozenset): pass
class R(str): __slots__ = ()
class S(str): pass
class T(tuple): pass
class U(int): __slots__ = ()
class V(set): pass
class W(list, B): pass
class X(B, list): pass
class Y(B, int): pass # an int can't be weakly referenced, whatever the other base
class Z(list, B): __slots__ = ("__weakref__", "x", "__dict__")
names = ("__dict__", "__weakref__", "__doc__")
for c in (A, B, C, D, E, F, G, H, I, J, K, L, N, O, P, Q, R, S, T, U, V, W, X, Y, Z):
    d, o = c.__dict__, c()
    found = getattr(c, "__weakref__", None)
    print(c.__name__, [n in d for n in names], getattr(found, "__objclass__", None))
    print([k for k in d if k in names], d.get("__weakref__"), d.get("zz", 3), d.get("__doc__", 4))
    print(hasattr(o, "__dict__"), hasattr(o, "__weakref__"), getattr(o, "__weakref__", 7))
    print([n for n in names[:2] if n in dir(o)], [n for n in names[:2] if n in dir(c)])
class M(type): pass
print([n in M.__dict__ for n in names], [n in object.__dict__ for n in names])
for o in (5, [], object(), len, B, set(), object, set, int):
    print(hasattr(o, "__weakref__"), "__weakref__" in dir(o))

b = B()
called = weakref.ref(b, print)
print(b.__weakref__ is called)
r = weakref.ref(b)
print(b.__weakref__ is r)
for change in (lambda: setattr(b, "__weakref__", 1), lambda: delattr(b, "__weakref__")):
    try:
        change()
    except AttributeError as e:
        print(e)

dict_of, d = B.__dict__["__dict__"], B.__dict__
b.x = 1
print(dict_of, type(dict_of), dict_of.__get__(b), dict_of.__name__, dict_of.__objclass__)
for wrong in (lambda: dict_of.__get__(5), lambda: dict_of.__set__(b, 5), lambda: d["none"]):
    try:
        wrong()
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
B.n = 1 # the view shows what comes later
print(d["n"], len(d) == len(list(d)), dict(d)["n"], d.copy()["n"], "n" in (d | {}), 5 in d)
class Meta(type):
    def __getitem__(cls, key): return key
class Mapping(metaclass=Meta): pass
print(type(d)(Mapping)["x"]) # a class as mapping is not shown as a namespace
kept = type("Kept", (), {k: v for k, v in d.items() if k not in names})()
kept.y = 1
print(kept.__dict__)
