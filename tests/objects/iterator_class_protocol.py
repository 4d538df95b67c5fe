# Iterator classes: state, independent iterators, infinite, chained, in unpacking.
class Range:
    def __init__(self, n): self.n = n
    def __iter__(self): return RangeIter(self.n)
class RangeIter:
    def __init__(self, n): self.n, self.i = n, 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i - 1
r = Range(3)
print(list(r), list(r), [(a, b) for a in r for b in r], 2 in r, 7 in r, max(r), sum(r),
      sorted(r, reverse=True))
a, b, c = r
x, *y = r
print(a, b, c, x, y, dict(zip(r, "abc")), list(map(str, r)), list(enumerate(r, 1)), tuple(r),
      set(r) == {0, 1, 2}, [*r, *r])
i = iter(r)
print(next(i), [v for v in i], next(i, "end"))
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self):
        while self.n > 0:
            yield self.n
            self.n -= 1
cd = Countdown(3)
print(list(cd), list(cd))
class Broken:
    def __iter__(self): return self
    def __next__(self): raise ValueError("broken")
for f in (list, tuple, sum, max, sorted, set, lambda b: [*b], lambda b: dict(b), lambda b: 1 in b,
          lambda b: [x for x in b]):
    try:
        f(Broken())
    except ValueError as e:
        print("V", end="")
print()
