# Functions in classes in functions: scopes, qualnames, free variables.
def outer(x):
    class C:
        y = x * 2
        def m(self):
            def inner(): return x, self.y, C.y
            return inner
        class D:
            z = x + 1
            def n(self): return x, C.D.z
    return C
C = outer(5)
print(C().m()(), C.D().n(), C.__qualname__, C.m.__qualname__, C.D.__qualname__,
      C().m().__qualname__)
def f():
    def g():
        def h():
            return a + b
        b = 2
        return h()
    a = 1
    return g()
print(f())
def counter_class():
    n = 0
    class Counter:
        def inc(self):
            nonlocal n
            n += 1
            return n
    return Counter
K, L = counter_class(), counter_class()
print(K().inc(), K().inc(), L().inc())
fs = []
for i in range(3):
    def late(): return i
    def bound(i=i): return i
    class P:
        v = i
        def get(self): return i
    fs.append((late, bound, P))
print([(a(), b(), c.v, c().get()) for a, b, c in fs])
class E:
    def a(self): return [self.b(k) for k in range(2)]
    b = lambda self, k: (lambda: k * self.c)()
    c = 3
print(E().a())
