# append, extend, insert, remove, pop, index, count, reverse, copy, clear and their errors.
l = []
print(l.append(1), l.extend([2, 3]), l.insert(0, 0), l)
l.extend("ab"); l.extend(()); l.extend({5: 6}); l.extend(range(2)); l.extend(i for i in (7, 8))
print(l)
for i, v in ((0, "first"), (100, "last"), (-1, "before last"), (-100, "start"), (3, "mid")):
    l.insert(i, v)
print(l, len(l))
print(l.pop(), l.pop(0), l.pop(-2), l.pop(2), l)
l.remove("ab"[0])
print(l.index(0), l.index(1, 4), l.index(1, -3), l.count(1), l.count("zz"), l.count(True),
      [1, 2, 1].index(1, 1), [1, 1.0, True].count(1))
l.reverse()
print(l)
c = l.copy()
c.append("c")
print(len(c) - len(l), c is l, c == l)
l.extend(l)
print(len(l))
l.clear()
print(l, l.reverse(), l.copy(), l.count(1), [[]] * 2, [1, [2, [3]]])
for code in ("[].pop()", "[1].pop(1)", "[1].pop(-2)", "[1].pop('a')", "[1].remove(2)",
             "[].index(1)", "[1].insert('a', 1)", "[].append()", "[].extend(5)", "[].extend()",
             "[].insert(0)",
             "[1, 2].index(1, 1)", "[1].pop(0, 1)", "[].nope()",
             "[].append(1, 2)", "[].sort(1)", "[1].index()"):
    try:
        print(code, eval(code))
    except (IndexError, ValueError, TypeError, AttributeError) as e:
        print(code, type(e).__name__, e if isinstance(e, (IndexError, AttributeError)) else "")
print(list("abc"), list(), list((1, 2)), list({1: 2}), list(range(3)), list([1]) == [1],
      list(b"ab"))
