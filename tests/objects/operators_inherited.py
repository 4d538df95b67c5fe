# Arithmetic of classes deriving from numbers, str, list, tuple and from each other; NotImplemented.
class Mod(int):
    def __new__(cls, v): return super().__new__(cls, v % 7)
    def __add__(self, o): return Mod(int(self) + int(o)) if isinstance(o, int) else NotImplemented
    __radd__ = __add__
    def __mul__(self, o):
        r = super().__mul__(o)
        return r if r is NotImplemented else Mod(r)
    def __repr__(self): return f"Mod({int(self)})"
m = Mod(10)
print(m, m + 5, 5 + m, m * 4, 4 * m, m - 1, -m, m ** 2, m == 3, hash(m) == hash(3), [0, 1, 2,
      "hit"][m])
for f in (lambda: m + 1.5, lambda: m + "a", lambda: "a" * m, lambda: m * "ab", lambda: m * 1.5,
          lambda: sum([m, m, m]), lambda: sum([m] * 3, Mod(6)), lambda: m / 2, lambda: divmod(m, 2),
          lambda: m | 4, lambda: f"{m:>4d}|{m!r}|{m}", lambda: "%d %s %r" % (m, m, m),
                lambda: int(m),
          lambda: range(m), lambda: m.bit_length(), lambda: (m).__class__, lambda: m.real,
          lambda: type(m.real).__name__, lambda: round(m), lambda: m if m else 0, lambda: abs(m)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class V(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __add__(self, o): return V(*(x + y for x, y in zip(self, o)))
    def __rmul__(self, k): return V(*(k * x for x in self))
    def __matmul__(self, o): return sum(x * y for x, y in zip(self, o))
    def __neg__(self): return -1 * self
    def __bool__(self): return any(self)
    def __getitem__(self, i):
        r = super().__getitem__(i)
        return V(*r) if isinstance(i, slice) else r
    def __lt__(self, o): return self @ self < o @ o
v = V(1, 2, 3)
print(v + v, 2 * v, v @ v, -v, v[1:], type(v[1:]).__name__, bool(V(0, 0)), v * 2, v == (1, 2, 3))
print(sorted([V(3, 3), V(1, 5), V(0, 1)]), min(V(3, 3), V(1, 5)), max([V(3, 3), V(1, 5)]),
      hash(v) == hash((1, 2, 3)))
class L(list):
    def __iadd__(self, o):
        self.append(("iadd", o))
        return self
    def __contains__(self, x): return x == "magic"
    def __eq__(self, o): return len(self) == len(o)
    __hash__ = None
l = L([1, 2])
l += 5
print(l, "magic" in l, 1 in l, l == "abc", l != "abc", l + [3], type(l + [3]).__name__, l * 2)
class S(str):
    def __mod__(self, o): return "mod", o
    def __rmod__(self, o): return "rmod", o
    def __lt__(self, o): return True
    def upper(self): return S(super().upper() + "!")
s = S("a%s")
print(s % 5, "%s" % s, "x%s" % (s,), s + "b", s < "A", "z" < s, s.upper(),
      type(s.upper()).__name__, s[0:1], {s: 1}["a%s"])
class R:
    def __init__(self, n): self.n = n
    def __radd__(self, o): return f"{o}+{self.n}"
    def __rsub__(self, o): return f"{o}-{self.n}"
    def __ror__(self, o): return f"{o}|{self.n}"
    def __rpow__(self, o): return f"{o}**{self.n}"
    def __rmatmul__(self, o): return "mat"
    def __rdivmod__(self, o): return "divmod"
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __gt__(self, o): return "gt"
r = R("r")
for f in (lambda: 1 + r, lambda: [] + r, lambda: "s" + r, lambda: {} | r, lambda: {1} - r,
      lambda: 2 ** r,
          lambda: None @ r, lambda: divmod(5, r), lambda: r == r, lambda: r == 1, lambda: r < r,
                lambda: 1 < r,
          lambda: r <= 1, lambda: r + 1, lambda: (1, 2) + r, lambda: 1.5 - r, lambda: r != r,
                lambda: pow(2, r)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class Base:
    def __add__(self, o): return "Base.add"
    def __radd__(self, o): return "Base.radd"
class Derived(Base):
    def __radd__(self, o): return "Derived.radd"
class Same(Base): pass
print(Base() + Derived(), Base() + Same(), Derived() + Base(), 1 + Same())
x = Base()
x += Derived()
print(x)
