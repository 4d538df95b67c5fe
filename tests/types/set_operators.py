# Operators and methods of set and frozenset, mixed types, results' types.
a, b = {1, 2, 3}, {2, 3, 4}
f = frozenset([3, 4, 5])
for name, x, y in (("sets", a, b), ("set frozen", a, f), ("frozen set", f, a)):
    print(name, sorted(x | y), sorted(x & y), sorted(x - y), sorted(x ^ y), type(x | y).__name__,
          type(x & y).__name__, x == y, x < y, x <= y, x > y, x >= y, x != y)
print(sorted(a.union([9], (8,), "x") - {"x"}), sorted(a.intersection([1, 2], {2})),
      sorted(a.difference([1], {3})), sorted(a.symmetric_difference([1, 7])), sorted(a.union()),
      a.intersection() == a, a.union() is a)
print(a.issubset(range(9)), a.issuperset([1]), a.isdisjoint([8]), a.isdisjoint(b), set() < a, a < a,
      a <= a, {1} < a, {1, 9} < a, a.issubset([]), set() == frozenset(), a == {1.0, 2, 3},
      a == [1, 2, 3])
c = set(a)
c |= {9}; c &= {1, 2, 9}; c -= {9}; c ^= {1, 5}
print(sorted(c))
c.update([1], "z", {7: 0}); c.discard("z"); c.difference_update([7],
    [5]); c.intersection_update([1, 2, 3]); c.symmetric_difference_update([3])
print(sorted(c))
g = f
g |= {1}
print(sorted(g), g is f, type(g).__name__, sorted(f), frozenset(f) is f,
      frozenset() == frozenset([]), f.copy() is f)
for code in ("a | [1]", "a & 'x'", "a - (1,)", "a ^ {}", "a + b", "a < [1]", "a |= [1]", "f.add(1)",
             "f |= 5", "a.union(5)", "a.issubset(5)", "a * 2", "a[0]", "{[]}", "set(5)",
             "a.update(1)", "frozenset(1, 2)", "a.union({1: []}.values())"):
    try:
        exec(code)
        print(code, "ok")
    except (TypeError, AttributeError) as e:
        print(code, type(e).__name__)
print({f: 1}[frozenset([5, 4, 3])], {frozenset({1}), frozenset({1})} == {frozenset([1])},
      {1} in {frozenset([1])}, hash(f) == hash(frozenset((4, 3, 5))), len({1, 1.0, True}))
