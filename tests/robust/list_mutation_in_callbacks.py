# min, max, sum, map, filter, join, extend and friends over lists that callbacks shrink.
def shrink(l, ret):
    def f(x, *a):
        if l: l.pop()
        return ret(x)
    return f
l = list(range(10)); print(max(l, key=shrink(l, lambda x: x)), len(l))
l = list(range(10)); print(min(l, key=shrink(l, lambda x: -x)), len(l))
l = list(range(10)); print(list(map(shrink(l, lambda x: x), l)), l)
l = list(range(10)); print(list(filter(shrink(l, lambda x: True), l)), l)
l = list(range(10)); print([shrink(l, lambda x: x)(v) for v in l], l)
l = list(range(6)); print(sorted(l, key=shrink(l, lambda x: -x)), l)
l = list(range(10)); print(dict.fromkeys(shrink(l, lambda x: x)(v) for v in l), l)
class Add:
    def __radd__(self, o):
        l.clear()
        return 1
l = [Add(), Add(), Add()]
print(sum(l), l)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        target.clear()
        self.n -= 1
        if self.n < 0: raise StopIteration
        return self.n
target = [1, 2, 3]
target.extend(It(3))
print(target)
target = [1, 2, 3]
target[1:2] = It(2)
print(target)
target = [9, 9]
target += It(2)
print(target)
class Str(str):
    def __str__(self):
        names.clear()
        return "x"
names = [Str("a"), Str("b")]
print("-".join(names), "%s %s" % tuple(names), names)
class Ix:
    def __index__(self):
        v.clear()
        return 0
v = [1, 2, 3]
for f in (lambda: v[Ix()], lambda: v.pop(Ix()), lambda: v.insert(Ix(), 5), lambda: v[Ix():],
          lambda: v.__delitem__(Ix()), lambda: v.__setitem__(Ix(), 1), lambda: v * Ix()):
    v[:] = [1, 2, 3]
    try:
        print(f(), v)
    except IndexError:
        print("IndexError", v)
