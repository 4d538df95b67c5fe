# frozenset: construction, operators, hashing regardless of order, in sets and dicts.
f = frozenset([3, 1, 2])
print(sorted(f), len(f), 1 in f, frozenset() == frozenset(()), frozenset("aab") == frozenset("ba"))
print(hash(frozenset(range(20))) == hash(frozenset(range(19, -1, -1))), f == {1, 2, 3},
      {f: "v"}[frozenset((2, 3, 1))])
nested = {frozenset({1, 2}), frozenset({2, 1}), frozenset()}
print(len(nested), frozenset({2, 1}) in nested, {1, 2} in nested, {9} in nested)
print(sorted(f | {4}), sorted(f & {1}), sorted(f - {1}), sorted(f ^ {1, 9}))
print(type(f | {4}).__name__, type({4} | f).__name__, f.union([5]) == {1, 2, 3, 5}, f.copy() is f)
print(f < {1, 2, 3, 4}, f <= f, f > {1}, f.isdisjoint([7]), f.issubset(range(5)), f.issuperset([1]))
for code in ("f.add(1)", "f.remove(1)", "f.clear()", "f.pop()", "f[0]", "f + f", "f.update([1])",
             "frozenset([[]])",
             "f.x = 1", "frozenset(5)", "del f[0]"):
    try:
        exec(code)
    except (AttributeError, TypeError) as e:
        print(code, type(e).__name__)
g = f
g -= {1}
print(sorted(f), sorted(g), repr(frozenset()), repr(frozenset({1})), bool(frozenset()), sum(f),
      sorted(map(str, f)))
