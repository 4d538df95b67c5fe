# C3 linearisation and cooperative lookup order.
class O: pass
class A(O):
    def who(self): return "A"
class B(O):
    def who(self): return "B"
class C(O): pass
class D(O):
    def who(self): return "D"
class K1(A, B, C): pass
class K2(D, B): pass
class K3(D, A): pass
class Z(K1, K2, K3): pass
def names(c): return [k.__name__ for k in c.__mro__]
print(names(Z))
print(Z().who(), K2().who(), Z.__bases__ == (K1, K2, K3), Z.__base__.__name__)
class X: pass
class Y(X): pass
class W(Y, X): pass
print(names(W), W.mro() == list(W.__mro__))
class Base1:
    v = 1
class Base2:
    v = 2
    w = 2
class Der(Base1, Base2): pass
print(Der.v, Der.w, Der().w)
Base1.w = 1
print(Der.w)
del Base1.w
print(Der.w)
print(names(type("T", (Der, dict), {})))
