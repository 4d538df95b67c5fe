# super() misuse and the __class__ cell.
def f(self): return super().x
try:
    f(1)
except RuntimeError as e:
    print(e)
class A:
    def no_args(): super()
    def del_self(self):
        del self
        super()
    def cls(self): return __class__
    @staticmethod
    def static(): return __class__.__name__
    def rebinding(self):
        self = B()
        return super().name()
    def name(self): return "A"
class B(A):
    def name(self): return "B"
for call in (A.no_args, A().del_self):
    try:
        call()
    except RuntimeError as e:
        print(e)
print(A().cls() is A, B().cls() is A, A.static())
try:
    A().rebinding()
except AttributeError as e:
    print(e)
class M(A):
    def name(self):
        return (lambda s: super().name())(self)
print(M().name())
class N(A):
    def name(self):
        return [super(N, self).name() for _ in range(2)]
print(N().name())
for args in ((1,), (A, 1), (int, "x"), (A, B, 3)):
    try:
        super(*args)
        print("unbound super")
    except TypeError:
        print("TypeError")
print(super(B, B()).name(), super(B, B).name(None))
