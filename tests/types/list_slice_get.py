# Reading slices of lists, tuples and ranges for all bounds.
l = [0, 1, 2, 3, 4]
t, r = tuple(l), range(5)
n = 0
for a in (None, 0, 1, 2, 4, 5, 9, -1, -3, -5, -6, -99):
    for b in (None, 0, 1, 3, 5, 8, -1, -2, -5, -7):
        for c in (None, 1, 2, 3, 9, -1, -2, -9):
            x = l[a:b:c]
            assert list(t[a:b:c]) == x == list(r[a:b:c]), (a, b, c)
            assert [l[i] for i in range(*slice(a, b, c).indices(5))] == x
            n = (n * 31 + sum(x) * 7 + len(x)) % 1000003
print(n)
print(l[:], l[1:], l[:-1], l[::-1], l[3:1], l[3:1:-1], l[-2:], l[10 ** 30:], l[:10 ** 30],
      l[-10 ** 30::2])
print(l[:] is l, t[:] is t, l[0], l[-1], l[True], t[-5], [][:], ()[::-1])
for k in (5, -6, 10 ** 20, "a", 1.0, None, [], (1, 2)):
    for s in (l, t):
        try:
            print(s[k])
        except (IndexError, TypeError) as e:
            print(type(e).__name__, e)
for k in (slice("a"), slice(1.0), slice(None, None, 0), slice([], None)):
    try:
        print(l[k])
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
