# type(name, bases, dict) and its errors.
def method(self): return "m " + str(self.v)
T = type("T", (), {"v": 1, "m": method, "__doc__": "d"})
print(T, T().m(), T.__doc__, T.__name__, T.__bases__, T.__module__)
U = type("U", (T, dict), {"v": 2, "__slots__": ()})
u = U(a=1)
print(u.m(), u, isinstance(u, dict), [k.__name__ for k in U.__mro__])
ns = {"x": 1}
V = type("V", (), ns)
ns["y"] = 2
V.z = 3
print(hasattr(V, "y"), "z" in ns, V.x)
for args in (("A",), ("A", ()), (1, (), {}), ("A", [], {}), ("A", (), []), ("A", (1,), {}),
             ("A", (), {}, 1),
             (), ("A", (int, str), {}), ("A\0B", (), {})):
    try:
        r = type(*args)
        print("type:", r)
    except (TypeError, ValueError) as e:
        print(len(args), type(e).__name__)
print(type(5), type(type), type(T()), type(None), type([]) is list, type(type(5)))
W = type("not an identifier!", (), {})
print(W, W.__name__)
W.__name__ = "W"
W.__doc__ = "new doc"
print(W.__name__, W.__doc__)
class Meta(type): pass
X = Meta("X", (), {})
Y = type("Y", (X,), {})
print(type(Y).__name__, type(X) is Meta)
print(T.__dict__["v"], "v" in T.__dict__, type(T.__dict__).__name__)
try:
    T.__dict__["q"] = 1
except TypeError:
    print("mappingproxy is read-only")
print([c.__name__ for c in T.__subclasses__()])
