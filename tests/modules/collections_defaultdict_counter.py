# defaultdict and Counter.
from collections import defaultdict, Counter
d = defaultdict(list)
d["a"].append(1)
d["b"]
print(d, d["a"], "z" in d, d.get("z"), len(d), dict(d), d.default_factory, d == {"a": [1], "b": []})
e = defaultdict(lambda: 5, {"k": 1}, m=2)
print(e["k"], e["x"], sorted(e.items()), e.copy()["new"], type(e.copy()).__name__, e.pop("k"),
      e.setdefault("s", 9))
f = defaultdict(None)
for bad in (lambda: f["x"], lambda: defaultdict(5), lambda: defaultdict(int)[[]]):
    try:
        bad()
    except (KeyError, TypeError) as x:
        print(type(x).__name__, end=" ")
f.default_factory = int
f["n"] += 3
print(f, f.__missing__("q"), sorted(f.items()), defaultdict(int, a=1) | {"b": 2})
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t["a"]))
c = Counter("abracadabra")
print(c["a"], c["zz"], c.most_common(2), sorted(c.items()), sum(c.values()), len(c), c.total(),
      "zz" in c, sorted(c.elements())[:4])
c.update("aab")
c.subtract({"r": 5})
print(c["a"], c["r"], sorted((+c).items()), sorted((-c).items()), Counter(a=1, b=2)["b"],
      Counter([1, 1, 2]), Counter({"x": 3}), Counter())
a, b = Counter(x=3, y=1), Counter(x=1, z=2)
print(sorted((a + b).items()), sorted((a - b).items()), sorted((a & b).items()),
      sorted((a | b).items()), a == Counter(y=1, x=3), a > b, Counter(x=1) <= a)
a += b
del a["x"]
del a["never"]
print(sorted(a.items()), a.most_common(), a.pop("z"), Counter("aab").most_common(1)[0],
      dict(Counter("ab")), type(a.copy()).__name__)
