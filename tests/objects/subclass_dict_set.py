# Subclasses of dict, set and frozenset.
class D(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.log = []
    def __setitem__(self, k, v):
        self.log.append(k)
        super().__setitem__(k, v)
    def __getitem__(self, k): return ("got", super().__getitem__(k))
    def __delitem__(self, k):
        self.log.append("-" + k)
        super().__delitem__(k)
    def __contains__(self, k): return k == "always" or super().__contains__(k)
    def keys(self): return ["fake"]
d = D({"a": 1}, b=2)
d["c"] = 3
del d["a"]
d.update(z=9)
d.setdefault("y", 8)
print(d, d.log, d["b"], d.get("b"), "always" in d, d.keys(), list(d), len(d), d.pop("z"))
d.attr = 5
print(d.attr, d == {"b": 2, "c": 3, "y": 8}, type(d.copy()).__name__, type(d | {}).__name__,
      D.fromkeys("ab", 0))
print({**D(q=1)}, dict(D(q=1).items()), sorted(D(m=1, n=2)), D(x=1).items(), isinstance(d, dict),
      bool(D()))
class S(set):
    def add(self, x): super().add(x * 2)
    def __contains__(self, x): return True
s = S([1, 2])
s.add(5)
s.tag = "t"
print(sorted(s), 99 in s, len(s), s.tag, type(s | {3}).__name__, type(s.copy()).__name__,
      s == {1, 2, 10})
print(type(S([1]) & {1}).__name__, type({1} | S([2])).__name__, sorted(S("ab").union("c")),
      s >= {1})
class F(frozenset):
    def __new__(cls, *a): return super().__new__(cls, a)
f = F(1, 2)
f.x = 3
print(sorted(f), f.x, hash(f) == hash(frozenset([1, 2])), {f: 1}[frozenset([2, 1])], f == {1, 2})
