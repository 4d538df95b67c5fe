# range: length, indexing, slicing, membership, equality, hashing, attributes, errors.
for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 5),
          range(3, -3), range(-3, 3, 2), range(1, 2, 100)):
    print(r, len(r), list(r), r.start, r.stop, r.step, bool(r), list(reversed(r)), r[::-1], r[1:],
          r[:-1:2])
r = range(0, 20, 3)
print(r[0], r[-1], r[2:5], r[::2], 9 in r, 10 in r, 9.0 in r, "a" in r, -3 in r, 21 in r,
      True in range(2), r.index(9), r.count(9), r.count(10), sum(r), max(r), min(r),
      sorted(r, reverse=True)[:2])
print(range(3) == range(0, 3, 1), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2),
      range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3)), range(1) != range(2),
      {range(2): 1}[range(0, 2)])
big = range(10 ** 20, 10 ** 20 + 10, 3)
print(big, list(big), big[1], big[-1], 10 ** 20 + 3 in big, 10 ** 20 + 4 in big,
      len(range(10 ** 9)), range(2 ** 100)[2 ** 99], range(0, 2 ** 70, 2 ** 69)[1],
      range(-2 ** 70, 0)[-1])
for f in (lambda: range(), lambda: range(1, 2, 3, 4), lambda: range(1.0), lambda: range("a"),
          lambda: range(1, 2, 0), lambda: range(3)[3], lambda: range(3)[-4], lambda: range(3)["a"],
          lambda: range(3).index(5),
          lambda: range(3) + range(2), lambda: range(3) < range(4), lambda: len(range(2 ** 100)),
          lambda: range(3).append(1), lambda: range(None), lambda: range(3)[1.0],
          lambda: range(3)[::0]):
    try:
        print(f())
    except (TypeError, ValueError, IndexError, OverflowError, AttributeError) as e:
        print(type(e).__name__, end=" ")
print()
try:
    r.start = 5
except AttributeError:
    print("read-only")
i = iter(range(3))
print(next(i), list(i), list(i), [x for x in range(3, 0, -1)], *range(2), dict.fromkeys(range(2)),
      [list(range(a, b, c)) for a, b, c in ((0, 5, 2), (5, 0, -2), (0, -5, 1))])
