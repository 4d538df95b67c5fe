# Changing methods on classes at run time reaches existing instances and subclasses.
class A:
    def f(self): return "A.f"
class B(A): pass
class C(B): pass
c = C()
print(c.f())
A.f = lambda self: "A.f2"
print(c.f())
B.f = lambda self: "B.f"
print(c.f(), super(B, c).f())
C.f = A.__dict__["f"]
print(c.f())
del C.f, B.f
print(c.f())
c.f = lambda: "instance"
print(c.f(), C.f(c))
del c.f
A.__call__ = lambda self, x: "called %s" % x
print(c(1), callable(B()))
A.__add__ = lambda self, o: "added"
A.__len__ = lambda self: 42
A.__getitem__ = lambda self, k: k * 2
A.__iter__ = lambda self: iter("it")
A.__eq__ = lambda self, o: "eq"
print(c + 1, len(c), c[4], list(c), c == 1)
del A.__len__, A.__add__
for f in (lambda: len(c), lambda: c + 1):
    try:
        f()
    except TypeError:
        print("TypeError", end=" ")
print()
for i in range(3):
    A.v = i
    print(c.v, end=" ")
print()
