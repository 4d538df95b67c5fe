# Special methods that are instances themselves, down to those that call themselves without end.
def attempt(f):
    try:
        print(f())
    except (RecursionError, TypeError, AttributeError) as e:
        print(type(e).__name__)


class D:
    pass


D.__get__ = D()
X = type("X", (), {"a": D()})
attempt(lambda: X().a)
attempt(lambda: X.a)


class S:
    pass


S.__set__ = S()
S.__delete__ = S()
Y = type("Y", (), {"a": S()})


def set_it():
    Y().a = 1


def delete_it():
    del Y().a


attempt(set_it)
attempt(delete_it)


class A:
    pass


A.__call__ = A()
attempt(lambda: A()())
for name in ("__getattr__", "__getattribute__", "__iter__", "__next__", "__len__", "__bool__", "__getitem__", "__contains__",
             "__add__", "__radd__", "__eq__", "__lt__", "__hash__", "__repr__", "__str__", "__format__", "__enter__",
             "__index__", "__int__", "__float__", "__neg__", "__setattr__", "__delattr__", "__setitem__", "__dir__",
             "__instancecheck__", "__await__", "__missing__", "__reversed__", "__round__", "__fspath__"):
    C = type("C", (), {})
    C.__call__ = C()
    E = type("E", (dict,), {name: C()})
    uses = (lambda e: e.x, iter, next, len, bool, lambda e: e[0], lambda e: 0 in e, lambda e: e + 1, lambda e: 1 + e,
            lambda e: e == 1, lambda e: e < 1, hash, repr, str, lambda e: f"{e}", int, float, lambda e: -e,
            lambda e: setattr(e, "x", 1), lambda e: delattr(e, "x"), lambda e: e.__setitem__(1, 1), dir,
            lambda e: isinstance(1, e), reversed, round, lambda e: [1][e])
    ends = set()
    for use in uses:
        try:
            use(E())
        except Exception as e:
            ends.add(type(e).__name__)
    print(name, sorted(ends - {"TypeError", "AttributeError", "KeyError", "RecursionError", "StopIteration"}))
