# Classes and instances changed while they are being used.
class A:
    def m(self): return "old"
    def change(self):
        A.m = lambda self: "new"
        return self.m()
a = A()
print(a.m(), a.change(), a.m())
del A.m
try:
    a.m()
except AttributeError:
    print("gone")
class B:
    def __getattr__(self, n):
        setattr(B, n, property(lambda s: "made " + n))
        return getattr(self, n)
b = B()
print(b.foo, b.foo, sorted(k for k in vars(B) if k[0] != "_"))
class C:
    def __len__(self):
        C.__len__ = lambda s: 7
        return 3
c = C()
print(len(c), len(c))
class Base1:
    def f(self): return 1
class Base2:
    def f(self): return 2
class D(Base1):
    def g(self):
        r = [self.f()]
        D.__bases__ = (Base2,)
        r.append(self.f())
        r.append(super().f())
        return r
print(D().g())
class E:
    def swap(self):
        self.__class__ = F
        return self.who(), type(self).__name__
    def who(self): return "E"
class F:
    def who(self): return "F"
print(E().swap())
class G: pass
objs = [G() for _ in range(5)]
for i, o in enumerate(objs):
    for k in range(i): setattr(o, "a%d" % ((k * 7) % 5), k)
print([sorted(vars(o)) for o in objs])
for o in objs:
    for k in list(vars(o)): delattr(o, k)
    o.z = 1
print([vars(o) for o in objs])
for i in range(300): setattr(G, "c%d" % i, i)
print(objs[0].c299, sum(getattr(G, "c%d" % i) for i in range(300)))
o = objs[0]
for i in range(500): setattr(o, "i%d" % i, i)
for i in range(0, 500, 2): delattr(o, "i%d" % i)
print(len(vars(o)), o.i499, hasattr(o, "i0"))
for k in vars(o):
    if k == "i1": vars(o)["i1"] = "via dict"
print(o.i1)
def fn(): return fn.__code__.co_name
fn2 = fn
del fn
try:
    fn2()
except NameError:
    print("NameError")
