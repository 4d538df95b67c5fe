# Decorators: any expression, order of application, on functions and classes.
def tag(name):
    print("make", name)
    def deco(f):
        print("apply", name)
        return f
    return deco
@tag("a")
@tag("b")
def f(): return "f"
print(f())
@lambda g: (lambda: g() + "!")
def h(): return "h"
print(h())
decos = [lambda f: 1, lambda f: 2]
@decos[1]
def two(): pass
print(two)
@(d := lambda f: f.__name__.upper())
def named(): pass
print(named, d(named := len))
@print
class Gone: pass
print(Gone)
class K:
    def reg(fn):
        fn.registered = True
        return fn
    @reg
    def m(self): return 5
    @staticmethod
    @tag("s")
    def s(): return "static"
print(K().m(), K.m.registered, K.s())
@tag("x") if False else tag("y")
def cond(): pass
print(cond.__name__)
