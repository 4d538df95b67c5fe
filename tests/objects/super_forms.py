# super() without and with arguments, in methods, classmethods, nested classes, properties.
class A:
    x = "A.x"
    def f(self): return "A.f"
    @classmethod
    def cm(cls): return "A.cm " + cls.__name__
    @staticmethod
    def sm(): return "A.sm"
    @property
    def p(self): return "A.p"
    def __getitem__(self, i): return ("A", i)
class B(A):
    x = "B.x"
    def f(self): return "B.f > " + super().f()
    @classmethod
    def cm(cls): return "B.cm > " + super().cm()
    def sm2(self): return super().sm()
    @property
    def p(self): return "B.p > " + super().p
    def get_x(self): return super().x, super(B, self).x, self.x
    def __getitem__(self, i): return ("B", super().__getitem__(i))
    def inner(self):
        def g(): return super(B, self).f()
        return g(), [super(B, self).f() for _ in range(1)]
class C(B):
    def f(self): return "C.f > " + super().f()
c = C()
print(c.f(), c.cm(), C.cm(), c.sm2(), c.p, sep=" | ")
print(c.get_x(), c[1], c.inner())
print(super(B, c).f(), super(A, c).__init__() is None, super(B, C).cm())
s = super(C, c)
print(s.__thisclass__.__name__, s.__self__ is c, s.__self_class__.__name__)
try:
    super(B, c).nope
except AttributeError as e:
    print(e)
try:
    super(C, A())
except TypeError as e:
    print("TypeError")
