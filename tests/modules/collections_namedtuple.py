# namedtuple: construction, fields, methods, defaults, errors, behaviour as a tuple.
from collections import namedtuple
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), P._fields, p._asdict(), p._replace(x=5), P._make([7, 8]),
      isinstance(p, tuple), P.__name__, hash(p) == hash((1, 2)))
x, y = p
print(x + y, [*p], p + (3,), p[:1], max(p), {p: 1}[(1, 2)], p < (1, 3), sorted([P(2, 1), P(1, 9)]),
      p._replace(y=0), "%s-%s" % p, p.index(2), p.count(1))
Q = namedtuple("Q", ["a", "b", "c"], defaults=[10, 20])
print(Q(1), Q(1, 2), Q(1, c=3), Q._field_defaults, namedtuple("E", [])(),
      namedtuple("S", "a, b,c")(1, 2, 3), namedtuple("T", ("k",))(k="v"))
R = namedtuple("R", "def a a _x 1b", rename=True)
print(R._fields)
for args in (("N", "a a"), ("N", "def"), ("N", "_u"), ("N", "1a"), ("1N", "a"), ("N", "a b-c"),
             ("class", "a"), ("N", "a", "b")):
    try:
        print(namedtuple(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: P(1, x=2),
          lambda: P._make([1]), lambda: setattr(p, "x", 5), lambda: p.zz,
          lambda: p[2], lambda: delattr(p, "x")):
    try:
        print(f())
    except (TypeError, AttributeError, ValueError, IndexError) as e:
        print(type(e).__name__, end=" ")
print()
class V(namedtuple("V", "x y")):
    __slots__ = ()
    @property
    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
v = V(3, 4)
print(v, v.norm, v + V(1, 1), v._replace(x=0), type(v._replace(x=0)).__name__, V._make((5, 6)))
match p:
    case P(x=1, y=k): print("matched", k)
match v:
    case V(a, b): print(a, b)
