# Closures made in loops, comprehensions, classes, handlers, match cases and generators.
fs = []
for i in range(3):
    fs.append(lambda: i)
    fs.append(lambda i=i: i)
print([f() for f in fs])
fs = [lambda: j for j in range(3)]
print([f() for f in fs])
fs = [[(lambda: (j, k)) for k in range(2)] for j in range(2)]
print([f() for row in fs for f in row])
def make():
    out = []
    for v in (1, "two", [3, 4], {"k": 5}, None):
        match v:
            case int(n): out.append(lambda: ("int", n))
            case str(n): out.append(lambda: ("str", n))
            case [n, *rest]: out.append(lambda: ("list", n, rest))
            case {"k": n}: out.append(lambda: ("map", n))
            case other: out.append(lambda: ("other", other))
    return out
print([f() for f in make()])
def handlers():
    out = []
    for e in (KeyError("k"), ValueError("v")):
        try:
            raise e
        except Exception as err:
            msg = repr(err)
            out.append(lambda: err)
            out.append(lambda m=msg: m)
    return out
for f in handlers():
    try:
        print(f())
    except NameError as e:
        print(e)
def counter():
    n = 0
    class C:
        nonlocal n
        n = 10
        m = n + 1
        def bump(self):
            nonlocal n
            n += 1
            return n
        values = [n for _ in range(2)]
    return C, lambda: n
C, get = counter()
print(C.m, C.values, C().bump(), C().bump(), get())
def gen():
    total = 0
    def add(v):
        nonlocal total
        total += v
        return total
    while (v := (yield total)) is not None: add(v)
    return add
g = gen()
next(g)
print(g.send(3), g.send(4))
try:
    next(g)
except StopIteration as e:
    print(e.value(10))
def rec(n): return (lambda f: f(f, n))(lambda s, k: 1 if k < 2 else k * s(s, k - 1))
print(rec(20))
def late():
    def use(): return value
    try:
        use()
    except NameError as e:
        print(e)
    value = 1
    a = use()
    del value
    try:
        use()
    except NameError as e:
        print(e)
    value = 2
    return a, use()
print(late())
def deep():
    a = 1
    def l1():
        b = a + 1
        def l2():
            c = a + b
            def l3():
                nonlocal a
                a += c
                return a, b, c
            return l3
        return l2
    f = l1()()
    return f(), f(), a
print(deep())
