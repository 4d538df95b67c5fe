# Sorting records by several keys, with ties, reverse and mixed directions.
data = [("bob", 25, 1.5), ("al", 30, 2.5), ("cy", 25, 2.5), ("di", 30, 1.5), ("al", 25, 0.5)]
print(sorted(data))
print(sorted(data, key=lambda r: r[1]))
print(sorted(data, key=lambda r: (-r[1], r[0])))
print(sorted(sorted(data, key=lambda r: r[0]), key=lambda r: r[1], reverse=True))
class R:
    def __init__(self, n, a): self.n, self.a = n, a
    def __lt__(self, o): return (self.a, self.n) < (o.a, o.n)
    def __repr__(self): return "%s%d" % (self.n, self.a)
rs = [R(n, a) for n, a, _ in data]
print(sorted(rs), sorted(rs, reverse=True), max(rs), min(rs), max(rs, key=lambda r: r.n))
d = {"x": 3, "y": 1, "z": 2}
print(sorted(d, key=d.get), sorted(d.items(), key=lambda kv: kv[1], reverse=True),
      dict(sorted(d.items())), max(d, key=d.get))
print(sorted("Hello World", key=str.lower), sorted(["10", "9", "2"], key=int),
      sorted([3, -1, -2], key=abs), sorted([[2, 1], [1], []]))
groups = {}
for n, a, _ in data: groups.setdefault(a, []).append(n)
print({k: sorted(v) for k, v in sorted(groups.items())})
rs.sort(key=lambda r: r.n)
print(rs)
top = sorted(range(100), key=lambda i: (i * 37) % 101)[:5]
print(top, sorted(range(10), key=lambda i: i % 3),
      [i for i, _ in sorted(enumerate("cab"), key=lambda p: p[1])])
