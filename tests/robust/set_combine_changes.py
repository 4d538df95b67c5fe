# SPDX-License-Identifier: MIT
# Sets combined while the comparison of their items changes them.


class Item:
    def __init__(self, n, act=None):
        self.n, self.act = n, act

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        if Item.armed:
            Item.armed -= 1
            Item.act()
        return isinstance(other, Item) and self.n == other.n


Item.armed = 0
OPS = [lambda a, b: a & b, lambda a, b: a | b, lambda a, b: a ^ b, lambda a, b: a - b,
       lambda a, b: a.__iand__(b), lambda a, b: a.__ior__(b), lambda a, b: a.__ixor__(b),
       lambda a, b: a.__isub__(b), lambda a, b: a <= b, lambda a, b: a == b,
       lambda a, b: a.isdisjoint(b), lambda a, b: a.intersection(b, a)]


def fail():
    raise ValueError("no")


tried = failed = 0
for op in OPS:
    for size in (4, 12, 40):
        for which in range(6):
            a = set(Item(i) for i in range(size))
            b = set(Item(i) for i in range(size // 2, size + size // 2))
            Item.act = [a.clear, b.clear, lambda: a.add(Item(size * 9)),
                        lambda: b and b.pop(), lambda: b.update(range(50)), fail][which]
            Item.armed = 5
            tried += 1
            try:
                r = op(a, b)
            except (ValueError, RuntimeError):
                failed += 1
                r = a
            Item.armed = 0
            for s in (r, a, b):
                if isinstance(s, set):
                    seen = sorted(x.n if isinstance(x, Item) else -1 - x for x in s)
                    assert len(seen) == len(s) == len(set(seen)), (size, which, seen)
                    assert all(x in s for x in list(s))
print(tried, failed >= 36)
