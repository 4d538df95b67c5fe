# Private names in classes are mangled, everywhere in the body.
class A:
    __x = 1
    __dunder__ = 2
    __trail_ = 3
    def __init__(self):
        self.__y = 4
        self.__trail2__ = 5
    def get(self):
        return self.__x, self.__y
    def __priv(self): return "priv"
    def call(self): return self.__priv()
    def kw(self, __p=7): return __p
    def loc(self):
        __l = 8
        return list(locals())[1]
a = A()
print(a.get(), a._A__x, a._A__y, a.call(), a._A__priv())
print(sorted(n for n in dir(a) if "x" in n and n.startswith("_A") or n.startswith("_A_")))
print(hasattr(a, "__x"), A.__dunder__, A._A__trail_, a.__trail2__)
print(a.kw(), a.kw(_A__p=9), a.loc())
class _B:
    __v = "b"
    def get(self): return self.__v
class C(A, _B):
    __x = "C"
    def own(self): return self.__x
print(_B._B__v, C().own(), C().get()[0], C._C__x)
class ___:
    __z = 1
print(___.__z if hasattr(___, "__z") else "mangled")
__g = "global"
class D:
    def f(self):
        try:
            return __g
        except NameError as e:
            return str(e)
    import sys as __sys
print(D().f(), hasattr(D, "_D__sys"))
