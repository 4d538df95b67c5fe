# Class patterns: positional through __match_args__, keyword, builtin types.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y
class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z
def f(p):
    match p:
        case Point3(z=9): return "z is 9"
        case Point(0, 0): return "origin"
        case Point(0, y=y): return ("on y", y)
        case Point(x=x, y=0): return ("on x", x)
        case Point(x, y) if x == y: return ("diag", x)
        case Point(): return "point"
        case bool(b): return ("bool", b)
        case int(n) | float(n): return ("num", n)
        case str(s): return ("str", s)
        case [int(), str() as s]: return ("int, str", s)
        case list(l): return ("list", l)
        case dict(): return "dict"
        case bytes(b): return b
    return None
for v in (Point(0, 0), Point(0, 5), Point(3, 0), Point(2, 2), Point(1, 2), Point3(1, 2, 9),
          Point3(0, 0, 1), True, 5, 2.5, "hi", [1, "a"], [1, 2], {}, b"x", None):
    print(f(v))
class NoArgs: pass
try:
    match NoArgs():
        case NoArgs(1): pass
except TypeError as e:
    print("TypeError", e)
match Point(1, 2):
    case Point(missing=1): print("never")
    case Point(x=int(a)): print(a)
