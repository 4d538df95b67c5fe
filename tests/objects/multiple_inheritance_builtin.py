# Mixins with a builtin base; attributes of both; method resolution.
class Mixin:
    def describe(self): return "%s of %d" % (type(self).__name__, len(self))
    def first(self): return next(iter(self))
class ML(Mixin, list): pass
class MD(dict, Mixin):
    def first(self): return "dict " + super().first()
class MS(Mixin, str):
    def __len__(self): return 7
m = ML([5, 6])
m.x = 1
print(m.describe(), m.first(), m, m.x, m + [7])
print(MD(k=1).describe(), MD(k=1).first(), MS("abc").describe(), MS("abc").first(), MS("q").upper())
class Logged:
    def __init__(self, *a, **k):
        self.created = True
        super().__init__(*a, **k)
    def append(self, v):
        self.last = v
        super().append(v)
class LL(Logged, list): pass
l = LL("ab")
l.append("c")
print(l, l.created, l.last)
class NumMixin:
    def __radd__(self, o): return "mixed radd"
class MI(NumMixin, int): pass
print(1 + MI(2), MI(2) + 1, MI(5) == 5, MI(3) * MI(4), [0, 1, 2][MI(1)])
class EM:
    def info(self): return "info " + str(self)
class MyErr(EM, KeyError): pass
try:
    raise MyErr("k")
except LookupError as e:
    print(e.info(), repr(e), e.args)
class TT(Mixin, tuple):
    def __new__(cls, *a): return tuple.__new__(cls, a)
print(TT(1, 2).describe(), TT(3).first(), TT() == (), TT(1) + (2,))
