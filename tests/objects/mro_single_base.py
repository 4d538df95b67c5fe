# The MRO of classes with one base, whose own MRO is a long one, changes, or is a metaclass's.
def names(cls):
    return [c.__name__ for c in cls.__mro__]

class A: x = "A"
class B(A): y = "B"
class C(B): pass
class L: x = z = "L"
class D(C, L): pass
class E(D): pass
class F(E): pass
print(names(C), names(F), F.mro() == list(F.__mro__), F().x, F().z, F.__bases__, C.__base__)
print(issubclass(F, L), issubclass(F, B), issubclass(C, L), isinstance(F(), A), issubclass(F, object), issubclass(F, int))

B.__bases__ = (L,)
print(names(C), names(E), C().x)
class M(A, L): pass
B.__bases__ = (M,)
print(names(C), names(F), F().x, issubclass(F, A))
try:
    class Bad(A, F): pass
except TypeError as e:
    print("TypeError")
try:
    L.__bases__ = (A,)
except TypeError as e:
    print("TypeError", names(L), names(F), L.__base__)

class Meta(type):
    def mro(cls):
        return [cls, L, object] if cls.__name__ == "Odd" else super().mro()
class Odd(A, metaclass=Meta): pass
class Under(Odd): pass
class Lower(Under): pass
print(names(Odd), names(Lower), Lower().x, Lower.z, issubclass(Lower, A))

class S(C):
    def f(self): return super().x + super().y
class T(S):
    def f(self): return super().f() + "T"
print(T().f(), names(T))
class MyError(KeyError): pass
class Sub(MyError): pass
try:
    raise Sub(1)
except LookupError as e:
    print(names(type(e)))
