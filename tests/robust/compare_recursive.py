# args: -X heapsize=64M
# Comparing and hashing recursive or very deep containers.
a, b = [], []
a.append(a)
b.append(b)
for name, f in (("self", lambda: a == a), ("two", lambda: a == b), ("lt", lambda: a < b),
                ("in", lambda: b in [a]), ("count", lambda: [a].count(b))):
    try:
        print(name, f())
    except RecursionError:
        print(name, "RecursionError")
c, d = [], []
c.append(d)
d.append(c)
try:
    print(c == d)
except RecursionError:
    print("RecursionError")
x, y = {}, {}
x["k"], y["k"] = x, y
try:
    print(x == y)
except RecursionError:
    print("RecursionError")
def nest(kind, n):
    v = kind(())
    for _ in range(n): v = kind((v,))
    return v
small1, small2 = nest(tuple, 50), nest(tuple, 50)
print(small1 == small2, hash(small1) == hash(small2), nest(list, 50) == nest(list, 51))
for kind in (list, tuple):
    big1, big2 = nest(kind, 100000), nest(kind, 100000)
    for name, f in (("eq", lambda: big1 == big2), ("repr", lambda: len(repr(big1))),
                    ("lt", lambda: big1 < big2), ("hash", lambda: hash(big1))):
        try:
            f()
            print(kind.__name__, name, "survived")
        except (RecursionError, MemoryError):
            print(kind.__name__, name, "survived")
        except TypeError:
            print(kind.__name__, name, "TypeError")
    del big1, big2
f = nest(frozenset, 30)
print(f == nest(frozenset, 30), len(f), isinstance(hash(f), int))
class E:
    def __eq__(self, o): return [self] == [o]
try:
    E() == E()
except RecursionError:
    print("RecursionError")
