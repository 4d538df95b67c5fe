# __getattr__ runs only when normal lookup fails.
class C:
    a = 1
    def __init__(self): self.b = 2
    def __getattr__(self, name):
        print("getattr", name, end="; ")
        if name == "dyn": return 42
        raise AttributeError("no " + name)
c = C()
print(c.a, c.b, c.dyn)
print(hasattr(c, "zz"), getattr(c, "zz", "default"))
try:
    c.other
except AttributeError as e:
    print(e)
c.dyn = "real"
print(c.dyn)
try:
    C.nothing
except AttributeError as e:
    print(e)
class D(C):
    @property
    def p(self): raise AttributeError("inner")
d = D()
try:
    d.p
except AttributeError as e:
    print(e)
try:
    len(c)
except TypeError as e:
    print(e)
class Proxy:
    def __init__(self, o): self._o = o
    def __getattr__(self, n): return getattr(self._o, n)
p = Proxy([3, 1, 2])
p.sort()
p.append(9)
print(p._o, p.index(9), p.__len__())
class Rec:
    def __getattr__(self, n): return self.missing_forever
try:
    Rec().x
except RecursionError:
    print("RecursionError")
