# Changing __class__, __bases__, __dict__ at run time.
class A:
    def who(self): return "A"
class B:
    def who(self): return "B"
a = A()
a.v = 1
a.__class__ = B
print(a.who(), a.v, type(a).__name__, isinstance(a, A))
class S1:
    __slots__ = ("x",)
class S2:
    __slots__ = ("y", "z")
for target, cls in ((5, A), (A(), int), (A(), 5), (S1(), S2), (A(), S1), ([], A)):
    try:
        target.__class__ = cls
        print("ok")
    except TypeError as e:
        print("TypeError")
class P1:
    def m(self): return "P1"
class P2:
    def m(self): return "P2"
class C(P1): pass
c = C()
print(c.m())
C.__bases__ = (P2,)
print(c.m(), [k.__name__ for k in C.__mro__])
a.__dict__ = {"w": 2}
print(a.w, hasattr(a, "v"))
try:
    a.__dict__ = 5
except TypeError as e:
    print("TypeError")
A.who = lambda self: "patched"
print(A().who())
B.extra = property(lambda self: "prop")
print(a.extra)
del B.who
print(hasattr(a, "who"))
for code in ("int.x = 1", "del int.real", "list.append = None", "type.foo = 1"):
    try:
        exec(code)
    except TypeError as e:
        print(code, "TypeError")
