# Closures share cells; deletion and late binding.
def pair():
    v = 0
    def setv(x):
        nonlocal v
        v = x
    return (lambda: v), setv
get, setv = pair()
print(get()); setv(5); print(get())
def late():
    def f():
        return y
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
    y = 1
    print(f())
    del y
    try:
        f()
    except NameError as e:
        print(type(e).__name__)
late()
def mult(n):
    def by(x, k=n):
        return x * n + k
    return by
print([mult(i)(10) for i in range(3)])
f = mult(4)
print(f.__closure__[0].cell_contents, f.__code__.co_freevars, mult.__closure__)
def args(a, *b, c=3, **d):
    def inner():
        nonlocal a
        a += 1
        return a, b, c, d
    inner()
    return inner
print(args(1, 2, x=9)())
def rec(n):
    def fact(k):
        return 1 if k <= 1 else k * fact(k - 1)
    return fact(n)
print(rec(6))
