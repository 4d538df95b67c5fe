# Tuples: display, methods, operators, comparison, hashing, immutability, repr.
t = (1, 2, 3)
print((), (1,), 1, (1, 2), ((),), tuple(), tuple("ab"), tuple([1]), tuple(t) is t, tuple({1: 2}),
      tuple(range(2)), tuple(i for i in t))
print(t + (4,), t * 2, 2 * t, t * 0, t[0], t[-1], t[1:], t[::-1], len(t), 2 in t, t.index(3),
      t.count(1), (1, 1.0, True).count(1), t.index(2, 1), t.index(3, -1))
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 2) == (1.0, 2.0), (1, 2) == [1, 2],
      (2,) > (1, 5), ("a", 1) <= ("a", 1), (1, "a") < (2, None))
print(hash((1, 2)) == hash((1, 2)), {(1, 2): "v"}[1, 2], hash(()) == hash(()),
      {(): 0, (1, (2, 3)): 1}[(1, (2, 3))], len({(1,), (1.0,), (True,)}))
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d, repr(("it's", None, [1], (2,))), str((1,)), (1, 2,) == (1, 2),
      min((3, 1), (2, 9)), sorted(((2, 1), (1, 9), (1, 2))))
for code in ("t[0] = 1", "del t[0]", "t[5]", "t['a']", "t.append(1)", "t + [1]", "t * 'a'",
             "t < [1]", "t.index(99)", "hash((1, []))", "(1, 'a') < (1, 2)", "t[1.0]", "tuple(5)",
             "tuple(1, 2)",
             "t[0:1] = ()", "t.sort()", "x, y = t", "x, y, z, w = t", "t.count()"):
    try:
        exec(code)
        print(code, "ok")
    except (TypeError, IndexError, AttributeError, ValueError) as e:
        print(code, type(e).__name__)
l = []
u = (l, 1)
l.append(5)
u[0].append(6)
print(u, u == ([5, 6], 1), bool(()), bool((0,)), sum((1, 2)), max((1, 5)),
      (1, 2).__class__.__name__)
s = t
s += (9,)
print(t, s, (0,) * 3, [(x, y) for x, y in ((1, 2), (3, 4))], tuple([]) == (), "%s-%s" % (1, 2))
