# sort and sorted: stability, key, reverse, comparisons used, errors, None.
print(sorted([3, 1, 2]), sorted("hello"), sorted({3: 1, 1: 2}), sorted([]), sorted((2, 1)),
      sorted([1.5, 1, True, 0]), sorted(["b", "B", "a", ""]))
people = [("al", 3), ("bo", 1), ("cy", 3), ("di", 1), ("ed", 2)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])), sorted("aBcD", key=str.lower),
      sorted([[2], [1, 5], []], key=len))
l = [5, 2, 9]
print(l.sort(), l, l.sort(reverse=True), l, l.sort(key=lambda x: x % 5), l,
      l.sort(key=None, reverse=False), l)
seed = 7
big = []
for i in range(500):
    seed = seed * 1103515245 + 12345 & 0x7fffffff
    big.append((seed >> 8) % 50)
pairs = [(v, i) for i, v in enumerate(big)]
s = sorted(pairs, key=lambda p: p[0])
print(all(a[0] < b[0] or a[0] == b[0] and a[1] < b[1] for a, b in zip(s, s[1:])),
      [v for v, _ in s] == sorted(big))
r = sorted(pairs, key=lambda p: p[0], reverse=True)
print(all(a[0] > b[0] or a[0] == b[0] and a[1] < b[1] for a, b in zip(r, r[1:])))
for data in (list(range(300)), list(range(300))[::-1], [1] * 300, [i % 7 for i in range(300)],
             list(range(150)) * 2):
    t = data[:]
    t.sort()
    assert all(a <= b for a, b in zip(t, t[1:])) and sorted(data, reverse=True) == t[::-1]
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
print([k.v for k in sorted([K(3), K(1), K(2)])], sorted([(1, "b"), (1, "a"), (0, "z")]),
      sorted([[3], [1, 2], [1]]), sorted(-x for x in (1, 3, 2)))
for f in (lambda: sorted([1, "a"]), lambda: [1].sort(5), lambda: sorted([1], key=5),
          lambda: sorted(5), lambda: sorted([object(), object()]), lambda: sorted([1j, 2j]),
          lambda: sorted([1, 2], key=lambda x: None), lambda: sorted(), lambda: sorted([1], foo=1)):
    try:
        print(f())
    except (TypeError, ZeroDivisionError) as e:
        print(type(e).__name__, end=" ")
print()
