# keys, values, items: live views, set operations, repr, comparison, reversed.
d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i), "a" in k, 2 in v, ("a", 1) in i, ("a", 2) in i, "a" in i)
d["d"] = 4
del d["a"]
print(list(k), list(v), list(i), list(reversed(k)), list(reversed(v)), list(reversed(i)))
print(sorted(k & {"b", "z"}), sorted(k | ["z"]), sorted(k - {"b"}), sorted(k ^ {"b", "q"}),
      sorted(["b", "x"] & k), type(k & k).__name__)
print(sorted(i & {("b", 2), ("c", 0)}), sorted(i - [("b", 2)]),
      sorted(i | {("e", 5)}) == sorted(list(i) + [("e", 5)]))
print(k == {"b", "c", "d"}, k == ["b", "c", "d"], k <= {"b", "c", "d", "e"}, k < {"b", "c", "d"},
      k >= {"b"}, k > {"b"}, k != {"b"}, k.isdisjoint(["z"]), k.isdisjoint("b"), i == d.items(),
      v == v, v == d.values())
print(iter(k) is not k, [x for x in k], max(k), dict(i) == d, [*v], {*k} == set(k), tuple(i)[0],
      k.mapping["b"], list(zip(k, v)) == list(i))
for f in (lambda: k[0], lambda: v["a"], lambda: k + k, lambda: hash(k), lambda: v & {1},
          lambda: k & 5, lambda: k.add(1), lambda: i - 5, lambda: v | v, lambda: k < 5):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, end=" ")
print()
e = {}
print(e.keys(), e.values(), e.items(), bool(e.keys()), list(e.items()), {1: {}}.values(),
      e.keys() == set(), e.items() == set(), {1: []}.items() & set())
it = iter(d)
print(next(it), next(it), list(it), list(it), next(it, "done"), next(iter(d.items())),
      next(reversed(d)))
