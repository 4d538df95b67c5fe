# add, remove, discard, pop, clear, copy; construction, repr, iteration, comparison.
s = set()
print(s, len(s), bool(s), s.add(1), s.add(1), s, {1}, frozenset(), frozenset([1]), {None}, {"a"},
      {(1, 2)}, repr({1.5}), str({b"x"}))
s.update(range(5))
s.remove(3)
s.discard(99)
s.discard(0)
print(sorted(s), 3 in s, 4 in s, len(s), sum(s), max(s), sorted(x * 2 for x in s))
p = s.pop()
print(p not in s, len(s), s.copy() == s, s.copy() is s)
s.clear()
print(s, set("hello") == {"h", "e", "l", "o"}, set([1, 1, 2]) == {2, 1}, set({1: 2}),
      set(range(3)) == {0, 1, 2}, set(()) == set(), {*"ab"} == set("ba"), set(set([1])))
for code in ("set().remove(1)", "set().pop()", "{1}.remove('x')", "set().add([])", "set().add()",
             "hash(set())", "{1}.add(2, 3)", "set(1)", "{}.add(1)", "{1} < 5", "[] in {1}",
             "{1}.discard([])", "{1}.remove({1})"):
    try:
        print(code, eval(code))
    except (KeyError, TypeError, AttributeError) as e:
        print(code, type(e).__name__, e if isinstance(e, KeyError) else "")
big = set(range(0, 2000, 3))
for i in range(0, 2000, 6): big.discard(i)
print(len(big), sum(big), all(i in big for i in range(3, 2000, 6)),
      not any(i in big for i in range(0, 2000, 6)))
t = {x % 7 for x in range(50)}
print(sorted(t), {1, 2} == {2, 1}, {1} != {1.0}, {1, 2} == frozenset([1, 2]),
      type({1} | frozenset()).__name__)
class C:
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, o): return self.v == o.v
x = {C(1), C(2), C(1)}
print(len(x), C(2) in x, C(3) in x, len(x - {C(1)}), len(x & {C(2), C(9)}))
