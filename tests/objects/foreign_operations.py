# An operation of a builtin type in a class of another kind is refused when it is asked for.
def ask(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


class M(type):
    n = str.__len__


class C(metaclass=M):
    n = str.__len__
    add = int.__add__
    init = list.__init__
    shown = object.__repr__
    call = type(ask).__call__
    size = range.__len__
    __len__ = str.__len__
    __add__ = int.__add__


class D(C):
    pass


c = C()
for _ in range(3):
    for name in ("n", "add", "init", "call", "size", "__len__", "__add__"):
        ask(lambda: getattr(c, name))
        ask(lambda: getattr(D(), name, 1))
        ask(lambda: hasattr(c, name))
    ask(lambda: c.n)
    ask(lambda: c.n())
    ask(lambda: c.add(1))
    ask(lambda: len(c))
    ask(lambda: c + 1)
    ask(lambda: c.shown()[:12])
    ask(lambda: C.n)
    ask(lambda: (M.n, C.add)[0])
    ask(lambda: super(D, D()).n)
ask(lambda: str.__len__.__get__(c))
ask(lambda: str.__len__.__get__(None, C))
ask(lambda: str.__len__.__get__("ab", C)())
ask(lambda: str.__len__.__get__(5))


class S(str):
    n = str.__len__
    add = int.__add__


class E(Exception):
    n = str.__len__
    text = BaseException.__str__


class Hooks:
    n = str.__len__

    def __getattr__(self, name):
        return name


class All(Hooks):
    def __getattribute__(self, name):
        return object.__getattribute__(self, name)


for kind in (E, Hooks, All):
    ask(lambda: kind().n)
ask(lambda: S("abc").n.__self__)
ask(lambda: S("abc").n())
ask(lambda: S("abc").add)
ask(lambda: E("a").text())
ask(lambda: Hooks().other)
