# x if c else y: laziness, nesting, precedence, in every position.
def t(n, v=None):
    print(n, end=" ")
    return v
print((t("a", 1) if t("c", True) else t("b", 2)))
print((t("a", 1) if t("c", False) else t("b", 2)))
x = 3
print("neg" if x < 0 else "zero" if x == 0 else "pos")
print([i if i % 2 else -i for i in range(5) if i if x])
print((lambda: 1 if x else 2)(), (lambda y: y if y else x)(0))
print((1 if x else 2) + 1, 1 if x else 2 + 1, (1, 2 if 0 else 3), [1 if 0 else 2])
def f(a=1 if x else 2, *b): return a
print(f(), f(5 if not x else 6), f(*[1] if x else [2]))
print({1 if x else 2: 3 if x else 4}, {5 if not x else 6})
y = z = 1 if not x else 2
print(y, z, not 1 if x else 2, x and 1 if 0 else 7)
print(("a" if x > 1 else "b") if x > 2 else "c", -1 if x else 1)
def g():
    return (yield 1) if x else (yield 2)
h = g()
print(next(h))
print("x" if x is not None and x in (1, 3) else "y", f"{1 if x else 2}")
print(x if x else 1 / 0, 1 / 0 if not x else x)
