# Class attributes shared by instances; defaults; counters; instances' own values.
class C:
    shared = []
    count = 0
    names = {}
    def __init__(self, n):
        C.count += 1
        self.shared.append(n)
        self.names[n] = self
        self.own = []
a, b = C("a"), C("b")
a.own.append(1)
print(C.count, a.count, a.shared, b.shared is C.shared, a.own, b.own, sorted(C.names))
a.count += 10
print(a.count, C.count, b.count, "count" in vars(a), "count" in vars(b))
a.shared += ["via a"]
print(b.shared, "shared" in vars(a), a.shared is b.shared)
a.shared = "own now"
del a.shared
print(a.shared)
class D(C): pass
D.count = 100
D("d")
print(C.count, D.count)
class E:
    x = y = 0
    z = x + 1
    l = [0] * 3
    m = l
    m[1] = 5
    del x
print(E.y, E.z, E.l, hasattr(E, "x"))
