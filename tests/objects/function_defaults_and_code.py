# Defaults, captured variables and attributes of functions in every combination, and changed __code__.
def outer(n):
    def plain():
        return n

    def one(a=1):
        return n, a

    def two(a, b=2, *, c=3):
        return n, a, b, c

    return plain, one, two


plain, one, two = outer(5)
print(plain(), one(), one(7), two(1), two(1, 9, c=8))
print(plain.__defaults__, one.__defaults__, two.__defaults__, two.__kwdefaults__)
one.tag = "x"
plain.tag = "y"
print(one(), plain(), one.tag, plain.tag, one.__globals__ is globals())
one.__defaults__ = (10,)
two.__defaults__ = None
print(one(), one.__defaults__, two.__defaults__)
try:
    two(1)
except TypeError as e:
    print(e)
plain.__defaults__ = (1, 2)
print(plain(), plain.__defaults__)


def f(a=1, b=2):
    return "f", a, b


def g():
    return "g"


def h(a, b):
    return "h", a, b


print(f(), g())
g.__code__ = f.__code__
g.__defaults__ = (3, 4)
print(g(), g.__defaults__, f())
f.__code__ = h.__code__
print(f(), f.__defaults__)
h.__code__ = g.__code__
try:
    h()
except TypeError as e:
    print(e)
print(h(1, 2))
lam = [lambda x=i: x for i in range(3)]
print([l() for l in lam], [l.__defaults__ for l in lam])


def documented():
    "doc"


documented.__code__ = (lambda: 3).__code__
print(documented(), documented.__name__, documented.__qualname__, documented.__doc__)
f.__qualname__ = "other.f"
try:
    f(1, 2, 3)
except TypeError as e:
    print(e)
