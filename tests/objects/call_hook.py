# __call__ on instances, classes, metaclasses; callable().
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *a, k=0, **kw): return self.n + x + sum(a) + k + sum(kw.values())
a = Adder(10)
print(a(1), a(1, 2, 3), a(1, k=5, z=7), list(map(a, [1, 2])), callable(a))
print(callable(Adder), callable(len), callable(lambda: 0), callable(5), callable(object()))
class NoCall: pass
n = NoCall()
n.__call__ = lambda: "instance"
print(callable(n))
x, y, z, w = 5, "a", None, []
for code in ("n()", "x()", "y()", "z()", "w()", "a()"):
    try:
        eval(code)
    except TypeError as e:
        print(code, e)
class Chain:
    def __init__(self, path=""): self.path = path
    def __getattr__(self, n): return Chain(self.path + "/" + n)
    def __call__(self, *a): return Chain(self.path + repr(a))
print(Chain().users(5).posts("x").path)
class Dec:
    def __call__(self, f): return lambda *a: ("dec", f(*a))
@Dec()
def f(x): return x
print(f(3))
NoCall.__call__ = lambda self: "added later"
print(n(), callable(n))
class Once(type):
    cache = {}
    def __call__(cls, *a):
        if a not in cls.cache: cls.cache[a] = super().__call__(*a)
        return cls.cache[a]
class Val(metaclass=Once):
    def __init__(self, v): self.v = v
print(Val(1) is Val(1), Val(1) is Val(2))
print(type(a).__call__(a, 5), a.__call__(6))
