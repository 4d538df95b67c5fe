# A caching non-data descriptor, and lazy attributes written by hand.
class cached:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, cls=None):
        if obj is None: return self
        v = obj.__dict__[self.name] = self.f(obj)
        return v
class C:
    def __init__(self, n): self.n = n
    @cached
    def big(self):
        print("computing", end=" ")
        return self.n ** 10
c = C(3)
print(c.big, c.big, vars(c), type(C.big).__name__)
del c.big
c.n = 2
print(c.big)
class Weak:
    def __init__(self, default): self.default, self.data = default, {}
    def __get__(self, o, c):
        if o is None: raise AttributeError("instance only")
        return self.data.get(id(o), self.default)
    def __set__(self, o, v): self.data[id(o)] = v
    def __delete__(self, o): del self.data[id(o)]
class W:
    a = Weak(0)
w1, w2 = W(), W()
w1.a = 5
print(w1.a, w2.a, vars(w1))
del w1.a
print(w1.a)
try:
    W.a
except AttributeError as e:
    print(e)
try:
    del w2.a
except KeyError:
    print("KeyError")
class Meth:
    def __get__(self, o, c): return lambda *a: (type(o).__name__, a)
W.m = Meth()
print(w1.m(1), W.m(2))
