# Subclasses of int, float, complex and bool's place in the hierarchy.
class I(int):
    tag = "I"
    def __new__(cls, v, note=None):
        self = super().__new__(cls, v)
        self.note = note
        return self
    def __add__(self, o): return I(int(self) + o, "sum")
    def __repr__(self): return "I(%d)" % self
i = I(5, "five")
print(i, i.note, i + 1, (i + 1).note, i * 2, type(i * 2).__name__, -i, i == 5, hash(i) == 5)
print([10, 11, 12, 13, 14, 15][i], range(i), "%d" % i, f"{i:03d}", str(i), int(i), i.bit_length())
print({5: "v"}[i], i in [5], isinstance(i, int), sorted([I(3), 1, I(2)]), sum([I(1), I(2)]))
print(type(int(i)).__name__, i.__class__.__name__, i // 2, i / 2, divmod(i, 2), i << 2, ~i,
      bool(I(0)))
class F(float):
    def __str__(self): return "F<%s>" % float.__repr__(self)
    def half(self): return F(self / 2)
f = F("2.5")
f.attr = 1
print(f, f.half(), f + 1, repr(f), f == 2.5, f.attr, round(f), int(f), f"{f:.3f}", "%.1f" % f)
class C(complex): pass
c = C(1, 2)
c.x = 5
print(c, c.real, c.x, c * 2, type(c + 0).__name__, abs(C(3, 4)))
print(True + True, True * 5, True == 1, isinstance(True, int), issubclass(bool, int), -True,
      True / 2)
print([1, 2][True], "ab"[False], {True: "a"}[1], str(True), repr(False), int(True), True & False,
      True | 2)
print(type(True & True).__name__, type(True + 0).__name__, True ^ True, True << 3, sum([True] * 4),
      not True)
print(bool("False"), bool(), bool([0]), "%d %s" % (True, True), f"{True:d} {True:5}|{True!r}",
      True.real)
