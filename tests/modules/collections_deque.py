# deque: all methods, maxlen, iteration, comparison, slicing errors.
from collections import deque
d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), d, list(d), bool(d), bool(deque()), 2 in d,
      9 in d)
d.extend("ab")
d.extendleft([7, 8])
print(d, d.index("a"), d.count(7), list(reversed(d)), d.copy() == d, d.copy() is d)
d.rotate(2)
print(d)
d.rotate(-3)
d.remove("a")
d.insert(1, "ins")
d[0] = "set"
del d[-1]
d.reverse()
print(d)
m = deque([1, 2, 3], maxlen=3)
m.append(4)
m.appendleft(0)
m.extend([5, 6])
print(m, m.maxlen, d.maxlen, deque("abc", 2), deque(range(5), maxlen=0), deque([], 3), m.copy())
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1]).remove(2),
          lambda: deque([1]).index(2), lambda: deque([1])[1], lambda: m.insert(0, 1),
          lambda: deque(5), lambda: deque([], -1), lambda: deque([], "a"), lambda: d[0:1],
          lambda: hash(d), lambda: d + [1], lambda: d < [1],
          lambda: d["a"], lambda: deque(1, 2, 3), lambda: d.rotate("x")):
    try:
        print(f())
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
print(deque([1, 2]) == deque([1, 2]), deque([1]) < deque([2]), deque([1]) == [1],
      deque([1]) + deque([2]), deque([1, 2]) * 2, deque([1], 1) == deque([1]))
d = deque([1, 2])
d += [3]
d *= 2
print(d, d.clear(), d)
q = deque()
for i in range(1000):
    q.append(i)
    if i % 3 == 0: q.popleft()
print(len(q), q[0], q[-1], q[len(q) // 2], sum(q), max(q), [x for x in deque("xyz")],
      dict.fromkeys(deque([1])))
class D(deque):
    def add(self, x): self.append(x * 2)
e = D([1])
e.add(5)
e.attr = 1
print(e, e.attr, isinstance(e, deque))
