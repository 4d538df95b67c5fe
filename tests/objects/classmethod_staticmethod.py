# classmethod and staticmethod through class, instance, subclass, and as plain objects.
class A:
    tag = "A"
    @classmethod
    def make(cls, *a, **k): return cls.tag, a, k
    @staticmethod
    def add(a, b=1): return a + b
    def plain(self): return self.tag
    cm = classmethod(lambda cls: cls.__name__)
    sm = staticmethod(len)
class B(A):
    tag = "B"
    @classmethod
    def make(cls, *a): return ("B",) + super().make(*a)
print(A.make(1, k=2), A().make(), B.make(3), B().make())
print(A.add(1), A().add(1, 2), B.add(b=5, a=1), A.cm(), B().cm(), A.sm("abc"), A().sm([1]))
print(A.plain(B()), A.plain.__name__, B().plain.__self__.tag, B.make.__self__ is B)
print(A.make.__func__ is vars(A)["make"].__func__, type(vars(A)["add"]).__name__)
print(A.add is A.add, A.make == A.make, A().plain == A().plain, A.plain is A.plain)
s = staticmethod(lambda: "called directly")
print(s(), A.__dict__["add"].__func__(5))
try:
    classmethod(lambda cls: 1)()
except TypeError:
    print("classmethod object is not callable")
class M:
    def f(self): return "f"
m = M()
g = m.f
m.f = lambda: "instance"
print(g(), m.f(), M.f(m))
try:
    M.f()
except TypeError as e:
    print(e)
M.h = lambda self, x: x * 2
print(m.h(4))
m.k = M.h
try:
    m.k(4)
except TypeError:
    print("functions on instances are not bound")
