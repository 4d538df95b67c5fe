# Or-patterns, as-patterns, guards, value patterns, captures that leak.
class Color:
    RED = 1
    class Deep:
        BLUE = "b"
def f(x):
    match x:
        case Color.RED: return "red"
        case Color.Deep.BLUE: return "blue"
        case (2 | 3) as n: return ("two-three", n)
        case [("a" | "b") as l, int(k) as n]: return (l, k, n)
        case [x, y] | {"x": x, "y": y}: return ("xy", x, y)
        case n if n == 7: return "seven"
        case str() as s if len(s) > 2: return ("long", s)
        case str() as s: return ("short", s)
        case (int() | float()) as num: return num * 2
print([f(v) for v in (1, "b", 2, 3, ["a", 4], [5, 6], {"x": 1, "y": 2}, 7, "long", "s", 8, 1.5)])
print(f(None))
match [1, 2]:
    case [a, 3]: pass
    case [b, 2]: pass
print(b)
match 5:
    case captured: pass
print(captured)
def guard(v):
    print("guard", v, end="; ")
    return v > 1
match 2:
    case z if guard(1): print("no")
    case z if guard(z): print("yes", z)
match (1, 2), [3]:
    case (a, b) as pair, [c] as l: print(pair, l, a, b, c)
for x in [1, [2], 3]:
    match x:
        case [y]: continue
        case 3: break
else:
    print("no break")
print(x)
