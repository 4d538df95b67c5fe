# The six comparisons, their reflections, defaults and results of any type.
class V:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return ("lt", self.v, o)
    def __le__(self, o): return ("le", self.v, o)
    def __gt__(self, o): return ("gt", self.v, o)
    def __ge__(self, o): return ("ge", self.v, o)
    def __eq__(self, o): return ("eq", self.v, o)
    def __ne__(self, o): return ("ne", self.v, o)
v = V("v")
print(v < 1, v <= 2, v > 3, v >= 4, v == 5, v != 6)
print(1 < v, 2 <= v, 3 > v, 4 >= v, 5 == v, 6 != v)
class Eq:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == getattr(o, "v", o)
print(Eq(1) == Eq(1), Eq(1) != Eq(1), Eq(1) == 1, 1 == Eq(1), Eq(1) != 2, Eq(2) in [1, 2])
class Plain: pass
p, q = Plain(), Plain()
print(p == p, p == q, p != q, p != p, p == 5)
for code in ("p < q", "p >= 1", "1 < 'a'", "[] < ()", "None < None", "{} < {}", "1j < 2j",
             "int < str",
             "[1, 'a'] < [1, 2]", "max([1, 'a'])", "sorted([None, 1])"):
    try:
        print(eval(code))
    except TypeError as e:
        print(code, e)
class Lt:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return "L%d" % self.n
l = [Lt(3), Lt(1), Lt(2)]
print(sorted(l), min(l), max(l), l[0] > l[1], sorted(l, reverse=True))
