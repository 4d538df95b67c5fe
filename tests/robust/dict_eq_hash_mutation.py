# __eq__ and __hash__ that change the dict being probed.
class K:
    def __init__(self, v, act=None): self.v, self.act = v, act
    def __hash__(self): return 7
    def __eq__(self, o):
        for k in (self, o):
            if getattr(k, "act", None): k.act()
        return self.v == getattr(o, "v", None)
d = {}
d[K(1)] = "one"
d[K(2)] = "two"
d[K(3)] = "three"
probe = K(9, lambda: d.clear())
print(d.get(probe), len(d))
d = {K(i): i for i in range(5)}
grow = K(99, lambda: d.update({i: i for i in range(100)}))
print(d.get(grow, "none"), len(d) in (5, 105))
d = {K(1): 1}
d[K(2, lambda: d.clear())] = 2
print(sorted(d.values()) in ([2], [1, 2]))
d = {K(1): 1}
try:
    d.pop(K(5, lambda: d.clear()))
except KeyError:
    print("KeyError", len(d))
class H:
    def __hash__(self):
        e.clear()
        return 1
e = {1: 1, 2: 2}
e[H()] = "h"
print(len(e))
e = {1: 1}
print(H() in e, e)
s = {K(1), K(2)}
print(K(8, lambda: s.clear()) in s, len(s))
s = {K(1)}
s.add(K(3, lambda: s.clear()))
print(len(s) in (1, 2))
a, b = {K(1): 1}, {}
b[K(1, lambda: (a.clear(), b.clear()))] = 1
try:
    print((a == b) in (True, False), len(a), len(b))
except RuntimeError as err:
    print(type(err).__name__)
s1 = {K(1), K(2)}
s2 = {K(3)}
s2.add(K(4, lambda: s1.clear()))
try:
    print(len(s1 | s2) >= 0, len(s1 - s2) >= 0, (s1 <= s2) in (True, False))
except RuntimeError:
    print("RuntimeError")
