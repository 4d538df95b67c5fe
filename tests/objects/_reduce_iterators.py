# Iterators of each kind, to be reduced and set.
import array
from collections import OrderedDict


class Seq:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError
        return i * 10

    def __repr__(self):
        return type(self).__name__


class Len(Seq):
    def __len__(self):
        return self.n


class List(list):
    def __len__(self):
        return 99


def countdown(left=[]):
    if not left:
        left.extend([0, 1, 2])
    return left.pop()


def show(v):
    if isinstance(v, tuple):
        return "(" + ", ".join(show(x) for x in v) + ")"
    if isinstance(v, type):
        return v.__name__
    if type(v) is list:
        return "[" + ", ".join(show(x) for x in v) + "]"
    if hasattr(v, "__next__"):
        return "<%s>" % type(v).__name__.replace("_ascii", "")
    return getattr(v, "__name__", None) or repr(v)


indexed = {
    "list": lambda: iter([1, 2, 3]), "tuple": lambda: iter((1, 2, 3)), "str": lambda: iter("a\xe4\u20acb"),
    "bytes": lambda: iter(b"abc"), "bytearray": lambda: iter(bytearray(b"abc")),
    "array": lambda: iter(array.array("i", [1, 2, 3])), "Seq": lambda: iter(Seq(3)), "Len": lambda: iter(Len(3)),
    "List": lambda: iter(List([1, 2, 3])), "reversed list": lambda: reversed([1, 2, 3]),
    "reversed tuple": lambda: reversed((1, 2, 3)), "reversed str": lambda: reversed("abc"),
    "reversed Len": lambda: reversed(Len(3)), "reversed List": lambda: reversed(List([1, 2, 3])),
}
d = {1: 2, 3: 4, 5: 6}
others = {
    "dict": lambda: iter(d), "values": lambda: iter(d.values()), "items": lambda: iter(d.items()),
    "reversed dict": lambda: reversed(d), "reversed values": lambda: reversed(d.values()),
    "reversed items": lambda: reversed(d.items()), "set": lambda: iter({1, 2, 3}),
    "frozenset": lambda: iter(frozenset([1, 2, 3])), "OrderedDict": lambda: iter(OrderedDict(d)),
    "enumerate": lambda: enumerate("abc"), "from 5": lambda: enumerate("abc", 5),
    "from 2**70": lambda: enumerate("abc", 1 << 70), "zip": lambda: zip("abc", [1, 2, 3]),
    "strict": lambda: zip("abc", [1, 2, 3], strict=True), "zip()": lambda: zip(),
    "map": lambda: map(abs, [-1, -2, -3]), "map 2": lambda: map(divmod, [4, 5, 6], [2, 2, 2]),
    "filter": lambda: filter(None, [1, 2, 3]), "filter abs": lambda: filter(abs, [1, 2, 3]),
    "callable": lambda: iter(countdown, 0),
}
