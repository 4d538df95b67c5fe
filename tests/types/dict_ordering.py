# Insertion order survives updates, deletions, reinsertion and growth.
d = {}
for k in "zyxw": d[k] = k.upper()
d["y"] = "again"
print(list(d))
del d["z"]
d["z"] = 1
print(list(d), list(d.values()), list(d.items())[-1])
d.update(x=0, new=1)
print(list(d))
for i in range(1000): d[i] = i
for i in range(0, 1000, 2): del d[i]
print(list(d)[:8], list(d)[-2:], len(d))
for i in range(999, 0, -2): d.pop(i)
print(d)
print(list({**{"b": 1, "a": 2}, "c": 3, "b": 9}), list(dict(b=1, a=2)),
      list({"x": 1} | {"w": 2, "x": 3}))
e = dict.fromkeys("hello")
print(list(e), e.popitem(), list(e), list(reversed(e)))
s = sorted({"b": 1, "a": 2}.items())
print(s, list({k: v for k, v in s}))
