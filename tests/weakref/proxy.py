# weakref.proxy: every operation goes to what it refers to.
import gc, weakref

class V:
    def __init__(self, n):
        self.n = n
        self.items = {}
    def __add__(self, o):
        return "add", o if isinstance(o, int) else o.n
    def __radd__(self, o):
        return "radd", o
    def __iadd__(self, o):
        self.n += o
        return self
    def __neg__(self):
        return -self.n
    def __abs__(self):
        return abs(self.n)
    def __len__(self):
        return 3
    def __bool__(self):
        return self.n != 0
    def __getitem__(self, k):
        return self.items[k]
    def __setitem__(self, k, v):
        self.items[k] = v
    def __delitem__(self, k):
        del self.items[k]
    def __contains__(self, k):
        return k in self.items
    def __iter__(self):
        return iter([1, 2, 3])
    def __str__(self):
        return "V"
    def __eq__(self, o):
        return self.n == (o.n if isinstance(o, V) else o)
    def __lt__(self, o):
        return self.n < o
    def __index__(self):
        return self.n
    def __float__(self):
        return self.n + 0.5
    def __call__(self, *a, **k):
        return a, k

v = V(5)
p = weakref.proxy(v)
print(weakref.proxy(v) is p, type(p) is weakref.CallableProxyType, type(p) in weakref.ProxyTypes)
print(p + 1, 1 + p, p + p, -p, abs(p), len(p), bool(p), str(p), p == 5, p == v, p < 6)
p["k"] = 1
print(p["k"], "k" in p, list(p), [10, 11, 12, 13, 14, 15][p], float(p), int(p))
del p["k"]
print("k" in p, p(1, b=2), isinstance(p, V), p.__class__ is V)
p.new = 3
print(v.new, hasattr(p, "nothing"))
del p.new
print(hasattr(v, "new"))
p += 2
print(v.n, p is v)
p = weakref.proxy(v)
try:
    hash(p)
except TypeError as e:
    print("TypeError")
class N:
    pass
n = N()
q = weakref.proxy(n)
print(type(q) is weakref.ProxyType, callable(q), weakref.getweakrefcount(n))
for f in (lambda: q(), lambda: len(q), lambda: q[0], lambda: q + 1, lambda: next(q), lambda: q.nothing):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
log = []
def make():
    g = N()
    return weakref.proxy(g, lambda r: log.append("died"))
def forget(depth=20):
    row = [None] * 50
    if depth:
        forget(depth - 1)
dead = make()
forget()
gc.collect()
gc.collect()  # on 32 bits a word of the C stack may name it until then
print(log)
for f in (lambda: dead.x, lambda: str(dead), lambda: dead + 1, lambda: bool(dead), lambda: dead == 1,
          lambda: list(dead), lambda: setattr(dead, "x", 1), lambda: isinstance(dead, N)):
    try:
        f()
        print("no error")
    except ReferenceError as e:
        print(e)
