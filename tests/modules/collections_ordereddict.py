# OrderedDict: order, move_to_end, popitem, equality, reversed.
from collections import OrderedDict
o = OrderedDict([("b", 1), ("a", 2), ("c", 3)])
print(list(o), list(o.items()), o["a"], len(o), isinstance(o, dict))
o["b"] = 9
o["d"] = 4
del o["a"]
o["a"] = 5
print(list(o.items()))
o.move_to_end("b")
print(list(o))
o.move_to_end("a", last=False)
print(list(o), list(reversed(o)), o.popitem(), o.popitem(last=False), list(o))
for f in (lambda: o.move_to_end("zz"), lambda: OrderedDict().popitem(), lambda: o["zz"],
          lambda: OrderedDict(5)):
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
a, b = OrderedDict(x=1, y=2), OrderedDict(y=2, x=1)
print(a == b, a == dict(b), dict(a) == dict(b), a == OrderedDict(x=1, y=2), a != b)
print(list(OrderedDict.fromkeys("cab")), OrderedDict.fromkeys("a", 5)["a"],
      list((a | {"z": 3}).items()), type(a | {}).__name__, type(a.copy()).__name__)
a.update(w=0)
a |= {"x": 7}
print(list(a.items()), a.pop("w"), a.pop("q", None), a.setdefault("n", 1), list(a.keys()),
      list(a.values()))
a.clear()
print(len(a), bool(a), list(a))
class LRU(OrderedDict):
    def __init__(self, n):
        super().__init__()
        self.n = n
    def __getitem__(self, k):
        v = super().__getitem__(k)
        self.move_to_end(k)
        return v
    def __setitem__(self, k, v):
        super().__setitem__(k, v)
        self.move_to_end(k)
        if len(self) > self.n: del self[next(iter(self))]
l = LRU(2)
l["a"] = 1
l["b"] = 2
l["a"]
l["c"] = 3
print(list(l))
