# Lambdas with every kind of parameter; late binding of free names.
print((lambda: 1)(), (lambda x: x * 2)(3), (lambda x, y=2: x + y)(1))
print((lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda *, k: k)(k=3))
print((lambda a, /, b, *c, d=4, **e: (a, b, c, d, e))(1, 2, 3, x=5))
print((lambda x: lambda y: x - y)(5)(3))
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
print((lambda x: (yield x))(1).__next__())
print((lambda x: x if x else "none")(0), (lambda: (1, 2))())
print((lambda f, n: f(f, n))(lambda f, n: 1 if n < 2 else n * f(f, n - 1), 10))
print((lambda *a, k=1: (a, k))(*[1, 2], k=3))
l = lambda: None
print(l.__name__, l.__qualname__, l())
print(sorted([3, -1, 2], key=lambda v: -v), list(map(lambda a, b: a * b, [1, 2], [3, 4])))
d = {"add": lambda a, b: a + b, "neg": lambda a: -a}
print(d["add"](1, 2), d["neg"](3))
x = 10
f = lambda a=x: a + x
x = 20
print(f(), f.__defaults__)
