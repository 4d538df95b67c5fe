# Parameter kinds: defaults, keyword-only, positional-only, * and **.
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3), f(1, 5, 6, 7, c=8, e=9))
def g(a, b, /, c, *, d):
    return a, b, c, d
print(g(1, 2, 3, d=4), g(1, 2, c=3, d=4))
def h(a, /, **kw):
    return a, kw
print(h(1, a=2, b=3))
def i(*, a=1, b): return a, b
print(i(b=2))
def j(a, b=[]):
    b.append(a)
    return b
print(j(1), j(2), j(3, []), j.__defaults__)
def k(a=1, /, b=2, *, c=3): return a + b + c
print(k(), k(10), k(10, 20, c=30), k.__kwdefaults__)
n = 5
def l(x=n * 2, y=[i for i in range(n)]): return x, y
n = 0
print(l())
for call in ("f()", "f(1)", "g(a=1, b=2, c=3, d=4)", "g(1, 2, 3)", "g(1, 2, 3, 4)", "i(1, b=2)",
             "h()", "k(1, 2, 3)", "i()"):
    try:
        print(eval(call))
    except TypeError as e:
        print(call, "->", e)
