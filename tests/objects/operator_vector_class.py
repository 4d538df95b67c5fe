# A vector type with arithmetic, comparison, hashing, iteration and formatting.
class V:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return "V(%r, %r)" % (self.x, self.y)
    def __iter__(self): yield self.x; yield self.y
    def __eq__(self, o): return tuple(self) == tuple(o) if isinstance(o, V) else NotImplemented
    def __hash__(self): return hash(tuple(self))
    def __add__(self, o): return V(self.x + o.x, self.y + o.y) if isinstance(o,
        V) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __sub__(self, o): return self + -o
    def __neg__(self): return V(-self.x, -self.y)
    def __mul__(self, k): return V(self.x * k, self.y * k) if isinstance(k,
        (int, float)) else self.x * k.x + self.y * k.y
    __rmul__ = __mul__
    def __truediv__(self, k): return V(self.x / k, self.y / k)
    def __abs__(self): return (self * self) ** 0.5
    def __bool__(self): return bool(self.x or self.y)
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __len__(self): return 2
    def __format__(self, s): return "<%s>" % ",".join(format(c, s) for c in self)
    def __lt__(self, o): return abs(self) < abs(o)
a, b = V(3, 4), V(1, -2)
print(a + b, a - b, -a, a * 2, 2 * a, a * b, a / 2, abs(a), bool(V(0, 0)), bool(a), a == V(3, 4),
      a != b, a == 5)
print(sum([a, b]), a[0], a[-1], len(a), list(a), max(a, b), sorted([a, b]), {V(3, 4): "k"}[a],
      f"{a:.1f} {b}", a in [V(3, 4)])
x, y = a
a += b
print(x, y, a)
for f in (lambda: a + 1, lambda: 1 + a, lambda: a * "x", lambda: a < 5, lambda: a @ b, lambda: a[2],
          lambda: setattr(a, "z", 1)):
    try:
        print(f())
    except (TypeError, AttributeError, IndexError) as e:
        print(type(e).__name__, end=" ")
print()
