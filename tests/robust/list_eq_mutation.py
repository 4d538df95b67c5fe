# __eq__ that changes the lists being compared, searched or counted.
class Evil:
    def __init__(self, act, ret=False): self.act, self.ret = act, ret
    def __eq__(self, o):
        self.act()
        return self.ret
a = [1, 2, 3]
b = [Evil(lambda: (a.clear(), b.clear())), 2, 3]
print(a == b, a, len(b))
l = [0, 1, 2, 3]
try:
    print(l.index(Evil(lambda: l.clear())))
except ValueError:
    print("ValueError", l)
l = list(range(10))
print(l.count(Evil(lambda: l and l.pop())), len(l))
l = [1, 2, 3]
print(Evil(lambda: l.clear()) in l, l)
l = [1, 2, 3]
try:
    l.remove(Evil(lambda: l.clear()))
except ValueError:
    print("remove ValueError", l)
l = [1, 2, 3]
x = Evil(lambda: l.clear(), True)
try:
    l.remove(x)
    print("removed", l)
except (ValueError, IndexError) as e:
    print(type(e).__name__, l)
l = [5]
g = Evil(lambda: l.append(1) if len(l) < 50 else None)
print(l.count(g), len(l))
l1 = [Evil(lambda: l2.append(0) if len(l2) < 9 else None, True)] * 2
l2 = [1, 1]
print(l1 == l2, len(l2))
c = [Evil(lambda: c.clear(), True), 1]
d = [Evil(lambda: d.clear(), True), 2]
print(c < d, len(c) + len(d) < 4)
