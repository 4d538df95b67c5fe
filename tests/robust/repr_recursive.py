# args: -X heapsize=8M
# repr of containers that contain themselves.
from collections import deque, defaultdict
l = [1]
l.append(l)
print(l, str(l), [l])
d = {"k": 1}
d["self"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
l2 = []
d2 = {"l": l2}
l2.append(d2)
l2.append((l2,))
print(l2, d2)
q = deque([1])
q.append(q)
print(q)

dd = defaultdict(list)
dd["x"].append(dd)
print(dd)
class L(list): pass
s = L()
s.append(s)
print(s)
v = {"a": None}
v["v"] = v.values()
v["i"] = [v.items()]
print(str(v).count("..."))
class Obj:
    def __init__(self): self.l = [self]
    def __repr__(self): return "Obj(%r)" % self.l if len(self.l) > 1 else "Obj"
print(Obj().l)
e = Exception()
e.args = (e,)
try:
    repr(e)
    print("ok")
except RecursionError:
    print("RecursionError")
class R:
    def __repr__(self): return repr([self])
try:
    repr(R())
except RecursionError:
    print("RecursionError")
a, b = [], []
a.append(b)
b.append(a)
print(a, b, "%s %r" % (a, b), f"{a}")
x = y = []
for _ in range(10): x = [x, x]
print(len(repr(x)))
