# Mapping patterns with literal and value keys and **rest.
class K:
    name = "name"
def f(x):
    match x:
        case {"type": "circle", "r": r}: return ("circle", r)
        case {"type": "rect", "size": [w, h]}: return ("rect", w, h)
        case {K.name: n, **rest}: return (n, rest)
        case {1: one, None: none}: return (one, none)
        case {"a": {"b": {"c": deep}}}: return deep
        case {"opt": 1 | 2 as v}: return ("opt", v)
        case {}: return "any mapping"
        case _: return "not a mapping"
print(f({"type": "circle", "r": 3, "extra": 1}))
print(f({"type": "rect", "size": (1, 2)}))
print(f({"name": "bob", "age": 5, 3: 4}))
print(f({"name": "al"}))
print(f({1: "x", None: "y"}))
print(f({"a": {"b": {"c": 7}}}), f({"opt": 2}), f({"opt": 3}))
print(f({}), f([]), f("abc"))
class D(dict):
    def __missing__(self, k):
        raise KeyError(k)
print(f(D(name=1)), f(D()))
match {"x": 1, "y": 2, "z": 3}:
    case {"x": 1, **others}: print(others)
d = {"k": 1}
match d:
    case {**copy}: print(copy == d, copy is d)
match {"y": 0}:
    case {"x": _}: print("no")
    case {"y": 0 as zero}: print("zero", zero)
