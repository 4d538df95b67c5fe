# Class patterns with __match_args__, properties, inheritance, guards with side effects, nesting.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Point3(Point):
    __match_args__ = Point.__match_args__ + ("z",)
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z
class Lazy:
    __match_args__ = ("v",)
    calls = 0
    @property
    def v(self):
        Lazy.calls += 1
        return [1, {"k": Point(5, 6)}]
class Meta(type):
    def __instancecheck__(cls, o): return isinstance(o, str) and o.startswith(cls.prefix)
class Http(metaclass=Meta): prefix = "http"
class Missing:
    __match_args__ = ("nope",)
def f(v):
    match v:
        case Point3(0, 0, z): return "axis", z
        case Point3(x, y, z=0) | Point(x=x, y=y) if x == y: return "diag", x
        case Point(x=0 | 1 as x): return "01", x
        case Lazy([_, {"k": Point(a, b), **rest}]): return "lazy", a, b, rest
        case Http(): return "http", v
        case str() | bytes() as s if len(s) > 3: return "long", s
        case str(s): return "str", s
        case bool(b): return "bool", b
        case int(n) | float(n) if n > 100: return "big", n
        case Missing(q): return q
        case float() | complex(): return "num", v
        case {"op": "+" | "-" as op, "args": [Point(), *_] as args}: return op, len(args)
        case {"op": op, **others} if others: return op, others
        case [Point(x=a), Point(x=b)] | [a, b, _] if a != b: return "ab", a, b
        case [[[x]]]: return "deep", x
        case -1 | -1.5 | 2j: return "const"
        case None: return "none"
    return "nothing"
for v in (Point3(0, 0, 9), Point3(1, 1, 0), Point(2, 2), Point(1, 5), Point(7, 8), Lazy(),
      "http://x",
          "long text", "abc", b"wxyz", True, 500, 5, 250.5, 1.5, {"op": "+", "args": (Point(1, 2),
                3)},
          {"op": "*", "n": 1}, {"op": "*"}, [Point(1, 2), Point(3, 4)], (1, 2, 3), (1, 1, 3),
                [[[7]]],
          -1, None, {}, set(), Missing()):
    print(f(v))
print(Lazy.calls)
for args in (5, "xy", ["x"], (1,)):
    class Bad: __match_args__ = args
    try:
        match Bad():
            case Bad(x): print("matched", x)
            case _: print("no")
    except TypeError as e:
        print(e)
try:
    match Point(1, 2):
        case Point(1, 2, 3): pass
except TypeError as e:
    print(e)
try:
    match 5:
        case int(1, 2): pass
except TypeError as e:
    print(e)
notclass = 5
try:
    match 5:
        case notclass(): pass
except TypeError as e:
    print("TypeError")
order = []
def guard(x):
    order.append(x)
    return x > 2
for v in range(4):
    match v:
        case x if guard(x): order.append("yes")
        case 1 | 2 as x if (y := x * 2) and guard(y): order.append(("walrus", y))
        case _: order.append("no")
print(order, x, y)
class Color:
    RED, GREEN = "r", "g"
    class Inner: BLUE = "b"
def color(c):
    match c:
        case Color.RED: return 1
        case Color.Inner.BLUE: return 2
        case (Color.GREEN, *rest): return rest
print(color("r"), color("b"), color(["g", 1]), color("g"))
