# Functions as values: callbacks, composition, partial application, memo, dispatch tables.
def compose(*fs):
    def run(x):
        for f in reversed(fs): x = f(x)
        return x
    return run
print(compose(str, lambda x: x + 1, abs)(-5))
def partial(f, *a, **k):
    def inner(*b, **m): return f(*a, *b, **{**k, **m})
    return inner
def show(*a, **k): return a, sorted(k.items())
print(partial(show, 1, x=2)(3, y=4), partial(show)(x=1), partial(partial(show, 1), 2)(3))
def curry(f, n): return f if n <= 1 else lambda x: curry(lambda *a: f(x, *a), n - 1)
print(curry(lambda a, b, c: (a, b, c), 3)(1)(2)(3))
def reduce(f, it, *init):
    it = iter(it)
    acc = init[0] if init else next(it)
    for x in it: acc = f(acc, x)
    return acc
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + [b], "abc", []))
table = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": int.__mul__, "max": max}
print([table[op](7, 3) for op in ("+", "-", "*", "max")])
def events():
    handlers = {}
    def on(name): return lambda f: handlers.setdefault(name, []).append(f) or f
    def fire(name, *a): return [h(*a) for h in handlers.get(name, ())]
    return on, fire
on, fire = events()
@on("x")
def h1(v): return v + 1
@on("x")
def h2(v): return v * 10
print(fire("x", 4), fire("none"), h1(1))
def acc():
    total = 0
    def add(n):
        nonlocal total
        total += n
        return total
    return add
a, b = acc(), acc()
print(a(5), a(6), b(1), list(map(acc(), range(5))), (lambda *, k=1: k)(k=2))
