# Private names in every place where a name may stand.

class C:
    import sys as __s
    import os.path as __p
    from sys import path as __path, version as __v
    for __i in range(2): pass
    with open('/dev/null') as __w: pass
    try: 1/0
    except ZeroDivisionError as __e: pass
    (__a, *__b), [__c] = (1, 2), [3]
    def __f(self, __x, *__args, __k=3, **__kw):
        nonlocal_ = __x
        def g():
            nonlocal __x
            __x = 5
            return __x
        global __glob
        __glob = 7
        g()
        del __k
        return __x, sorted(locals())
    def call(self): return self.__f(1, __k=4, __q=5)
    lam = lambda __z: __z
    match {'__kk': 1, 'b': (2, 3)}:
        case {'__kk': __m, 'b': (__n, *__o), **__r}: pass
    match 5:
        case int(__real=5): pass
        case int(real=__mm) as __mn: pass
    __t: int = 3
    class __Inner:
        __d = 1
        def f(self): return self.__d
    res = [__q for __q in range(3)]
    g = list(__q for __q in range(2))
    if (__wal := 5): pass
    del __wal
    f = f"{__a=} {__c}"
    print(sorted(k for k in locals() if 'C__' in k))
print(sorted(k for k in C.__dict__ if '__' in k and not k.endswith('__')), C.__annotations__)
print(C().call(), _C__glob, C.res, C.g, C.f, C.lam(_C__z=3))
print(C._C__Inner().f())
try: C.lam(__z=3)
except TypeError as e: print(e)
class ___: 
    __x = 1
print('__x' in ___.__dict__)
class __A_: 
    __x = 1; __y__ = 2; _z = 3; ___w = 4; __ = 5; __x_ = 6
print(sorted(k for k in __A_.__dict__ if k not in ('__module__', '__doc__', '__dict__', '__weakref__')))
class A:
    def f(self, o): 
        o.__attr = 1
        o.__attr += 1
        del o.__attr
        o.__attr = 4
        return o.__dict__
class O: pass
print(A().f(O()))
class A:
    try: __undefined
    except NameError as e: print(e)
    @staticmethod
    def f():
        try: __u2; __u2 = 1
        except UnboundLocalError as e: print(e)
A.f()
def __deco(f): return f
try:
    class A:
        @__deco
        def f(self): pass
except NameError as e: print(e)
@__deco
class __Q: pass
print(__Q.__name__)
class A:
    def __f(self): pass
    print(__f.__name__, __f.__qualname__)
    class __B: pass
    print(__B.__name__, __B.__qualname__)
