# __slots__: layout, missing values, inheritance, conflicts.
class P:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
p = P(1)
print(p.x, hasattr(p, "y"), hasattr(p, "__dict__"))
try:
    p.y
except AttributeError as e:
    print(type(e).__name__)
p.y = 2
del p.y
for code in ("p.z = 1", "del p.y", "p.y"):
    try:
        exec(code)
    except AttributeError as e:
        print(code, "AttributeError")
class Q(P):
    __slots__ = ["z"]
q = Q(5)
q.z = 6
print(q.x, q.z, hasattr(q, "__dict__"))
class R(P): pass
r = R(7)
r.anything = 8
print(r.__dict__, r.x)
class S:
    __slots__ = "single"
s = S()
s.single = 1
print(s.single, type(S.single).__name__)
class D:
    __slots__ = ("a", "__dict__")
d = D()
d.a, d.b = 1, 2
print(d.__dict__)
class Priv:
    __slots__ = ("__hidden",)
    def __init__(self): self.__hidden = 3
    def get(self): return self.__hidden
print(Priv().get(), Priv()._Priv__hidden)
for body in ("__slots__ = ('x',); x = 1", "__slots__ = (1,)", "__slots__ = ('a b',)"):
    try:
        exec("class Bad:\n    " + body)
        print("accepted")
    except (ValueError, TypeError) as e:
        print(body, type(e).__name__)
