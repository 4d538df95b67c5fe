# What dict(), update(), |, ** and copy() ask of an instance of a subclass of dict.
def p(*a):
    print(*a, end=" ")


def known(self, n):
    p("getattribute", n)
    return object.__getattribute__(self, n)


def none(self, n):
    p("getattribute", n)


def missing(self, n):
    p("getattribute", n)
    raise AttributeError(n)


def keys(self):
    p("keys")
    return [5]


def iterate(self):
    p("iter")
    return iter([6])


def item(self, k):
    p("item", k)
    return k


def updated(d):
    x = {1: 1}
    x.update(d)
    return x


def in_place(d):
    x = {1: 1}
    x |= d
    return x


WAYS = [dict, updated, lambda d: {**d}, lambda d: {} | d, lambda d: d | {}, in_place, dict.fromkeys,
        lambda d: dict(d, x=1), lambda d: d.copy(), dict.copy]
CLASSES = [{}, {"__getattribute__": known}, {"__getattribute__": none}, {"keys": keys}, {"__iter__": iterate},
           {"__getitem__": item}, {"keys": keys, "__iter__": iterate, "__getitem__": item},
           {"keys": keys, "__iter__": iterate}, {"keys": None}, {"keys": 5, "__iter__": iterate}, {"__getattr__": none}]

for names in CLASSES:
    print(*names)
    for number, f in enumerate(WAYS):
        d = type("D", (dict,), names)([("a", 2)])
        p(number)
        try:
            print(f(d))
        except Exception as e:
            print(repr(e))
