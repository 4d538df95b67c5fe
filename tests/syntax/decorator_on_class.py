# Class decorators may replace, count and wrap; nested decorators with arguments.
registry = {}
def register(key=None, *, upper=False):
    def deco(cls):
        name = key or cls.__name__
        registry[name.upper() if upper else name] = cls
        cls.tagged = True
        return cls
    return deco
@register()
class A: pass
@register("bee", upper=True)
class B(A):
    tagged = False
print(sorted(registry), A.tagged, B.tagged)
def singleton(cls):
    inst = cls()
    return lambda: inst
made = []
@singleton
class S:
    def __init__(self): made.append(1)
print(S() is S(), made)
def memo(fn):
    cache = {}
    def wrapper(*a):
        if a not in cache:
            cache[a] = fn(*a)
        return cache[a]
    wrapper.cache = cache
    return wrapper
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), len(fib.cache))
class CountCalls:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a, **k):
        self.n += 1
        return self.f(*a, **k)
@CountCalls
def add(a, b=1): return a + b
print(add(1), add(2, b=3), add.n)
