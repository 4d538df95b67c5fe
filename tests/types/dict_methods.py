# get, pop, popitem, setdefault, update, copy, clear, keys/values/items.
d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("a", 9), d.setdefault("c", 3),
      d.setdefault("n"), d)
print(d.pop("a"), d.pop("zz", "def"), d.popitem(), d.popitem(), d)
d.update({"x": 1}); d.update([("y", 2)]); d.update(z=3, x=9); d.update(); d.update({},
    w=1); d.update(zip("pq", (7, 8)))
print(d)
class M:
    def keys(self): return iter("kl")
    def __getitem__(self, k): return k * 2
d.update(M())
c = d.copy()
c["only"] = 1
print(d.get("k"), "only" in d, c == d, len(c), type(c).__name__)
print(d | {"x": 0, "new": 1}, {"first": 0} | {"second": 1}, {} | {})
d |= [("it", "er")]
d |= {"x": "or"}
print(d["it"], d["x"], d.clear(), d, d.copy(), list(d.keys()), list(d.items()))
for code in ("{}.pop('k')", "{}.popitem()", "{}.pop()", "{}.get()", "{}.update(5)",
             "{}.update([1])", "{}.update([(1, 2, 3)])", "{} | [(1, 2)]", "{}.setdefault()",
             "{}.get([])", "{}.pop([], 1)",
             "{}.update({}, {})", "{}.keys(1)", "{} | None", "[] | {}", "{}.nope"):
    try:
        print(code, eval(code))
    except (KeyError, TypeError, ValueError, AttributeError) as e:
        print(code, type(e).__name__)
d = {1: "a", 2: "b", 3: "c"}
while d:
    print(d.popitem(), end=" ")
print(d)
d = dict.fromkeys(range(5))
d.pop(2)
d[2] = "again"
print(d, d.popitem(), list(d), d.pop(0, None), d.pop(0, "gone"), {1: 1}.pop(True), d.__repr__())
