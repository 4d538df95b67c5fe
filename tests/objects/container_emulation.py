# A full container: getitem, setitem, delitem, len, iter, contains, slices, keys of any type.
class Grid:
    def __init__(self, w, h): self.w, self.h, self.d = w, h, {}
    def __getitem__(self, k):
        if isinstance(k, tuple):
            x, y = k
            if isinstance(x, slice):
                return [self.d.get((i, y), 0) for i in range(*x.indices(self.w))]
            return self.d.get(k, 0)
        if isinstance(k, int):
            if not -self.h <= k < self.h: raise IndexError("row %d" % k)
            return [self.d.get((i, k % self.h), 0) for i in range(self.w)]
        raise TypeError("bad key " + type(k).__name__)
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __len__(self): return self.h
    def __contains__(self, k): return k in self.d
g = Grid(3, 2)
g[0, 0] = 1
g[2, 1] = 5
g[1, 1] += 7
print(g[0], g[1], g[-1], g[0:2, 1], g[:, 1], g[::-1, 1], list(g), len(g), (2, 1) in g)
del g[0, 0]
print(g[0, 0], [sum(r) for r in g], list(reversed(g)))
for k in (5, "x", 1.5, None):
    try:
        g[k]
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
a, b = g
print(a, b, max(g), *g)
class Ro:
    def __getitem__(self, k): return k
for code in ("r[0] = 1", "del r[0]", "len(r)"):
    try:
        exec(code, {"r": Ro()})
    except TypeError as e:
        print(e)
