# Lookup uses hash then identity then equality; keys of mixed kinds; many collisions.
class K:
    def __init__(self, v, h=1): self.v, self.h = v, h
    def __hash__(self): return self.h
    def __eq__(self, o):
        log.append((self.v, getattr(o, "v", o)))
        return isinstance(o, K) and self.v == o.v
    def __repr__(self): return "K%s" % self.v
log = []
a, b, c = K("a"), K("b"), K("c")
d = {a: 1}
log.clear()
print(d[a], len(log))
print(K("a") in d, len(log) > 0, K("z") in d, K("a", 2) in d)
d[b], d[c] = 2, 3
d[K("b")] = 22
print(d, len(d))
del d[K("a")]
print(d, d.pop(K("c")), d)
d = {}
for i in range(60): d[K(i, i % 3)] = i
for i in range(0, 60, 2): del d[K(i, i % 3)]
print(len(d), all(d[K(i, i % 3)] == i for i in range(1, 60, 2)), list(d.values())[:5])
class Bad:
    def __hash__(self): raise ValueError("hash")
class BadEq:
    def __hash__(self): return 5
    def __eq__(self, o): raise KeyError("eq")
for f in (lambda: {Bad(): 1}, lambda: {}[Bad()], lambda: Bad() in {1},
          lambda: {BadEq(): 1, BadEq(): 2}, lambda: {}.get(Bad()), lambda: {5: 1}[BadEq()]):
    try:
        f()
        print("ok")
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)
nan = float("nan")
m = {nan: 1, float("nan"): 2}
print(len(m), m[nan], float("nan") in m, {1: "int", 1.0: "float", True: "bool"}, {"a": 1, b"a": 2},
      {0: "z", -0.0: "nz", False: "f"})
print({2 ** 70: 1}[float(2 ** 70)], {0.5: 1}[1 / 2], {(1, 2.0): 1}[(1.0, 2)], {"é": 1}["\u00e9"],
      {frozenset("ab"): 1}[frozenset("ba")])
