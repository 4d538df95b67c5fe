# __init_subclass__ with keywords, inheritance and registration.
class Plugin:
    registry = {}
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        print("sub", cls.__name__, key)
        if key: cls.registry[key] = cls
class A(Plugin, key="a"): pass
class B(A, key="b"): x = 1
class C(B): pass
print(sorted(Plugin.registry), Plugin.registry["b"].x)
try:
    class D(Plugin, unknown=1): pass
except TypeError as e:
    print("TypeError")
try:
    class E(unknown=2): pass
except TypeError as e:
    print("TypeError")
class Explicit:
    @classmethod
    def __init_subclass__(cls, **kw):
        cls.kw = kw
class F(Explicit, a=1, b=2): pass
print(F.kw)
class G(Explicit):
    def __init_subclass__(cls): print("G hook", cls.__name__)
class H(G): pass
print(hasattr(H, "kw"), G.kw)
T = type("T", (Explicit,), {}, z=5)
print(T.kw)
class NameFirst:
    def __set_name__(self, o, n): print("set_name", n)
class Order:
    def __init_subclass__(cls): print("init_subclass sees",
                                      sorted(k for k in vars(cls) if k[0] != "_"))
class I(Order):
    f = NameFirst()
    g = 1
