# update and | with every kind of source; what happens on errors half way.
d = {"a": 1}
d.update([("b", 2)])
d.update((("c", 3), ["d", 4], "e5"))
d.update({"f": 6}.items())
d.update((k, k * 2) for k in "gh")
d.update({}, i=9)
print(d)
def half():
    yield "x", 1
    yield "y", 2
    raise ValueError("half way")
try:
    d.update(half())
except ValueError:
    print(d["x"], d["y"])
class Keys:
    def keys(self): return ["k1", "k2"]
    def __getitem__(self, k):
        if k == "k2": raise KeyError("in getitem")
        return k
try:
    d.update(Keys())
except KeyError as e:
    print(e, d["k1"])
for bad in ([1], ["abc"], [("a",)], 5, None, [None]):
    try:
        {}.update(bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, end=" ")
print()
a = {"p": 1}
b = a | {"q": 2}
a |= {"r": 3}
print(a, b, {**a, **b})
