# slice: construction, attributes, indices(), comparison, repr, use with custom containers.
for s in (slice(5), slice(1, 5), slice(None, None, -1), slice(1, None, 2), slice("a", [], 1.5),
          slice(None)):
    print(s, s.start, s.stop, s.step, repr(s) == str(s))
for s in (slice(None), slice(2, 5), slice(-3, None), slice(None, None, -1), slice(10, -20, -2),
          slice(-100, 100, 3), slice(7, 2), slice(2, 7, -1), slice(None, 10 ** 30),
          slice(-10 ** 30, None, 10 ** 30)):
    print([s.indices(n) for n in (0, 1, 5, 10)])
print(slice(1, 2) == slice(1, 2), slice(1) == slice(None, 1), slice(1) != slice(2),
      slice(1, 2, None) == slice(1, 2), slice(1) < slice(2), slice(0, 1) == (0, 1, None))
for f in (lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(None).indices(-1),
          lambda: slice("a").indices(3), lambda: slice(None, None, 0).indices(3),
          lambda: slice(1).indices("a"), lambda: slice(1.5).indices(3), lambda: slice(1).indices()):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, end=" ")
print()
try:
    slice(1).start = 5
except AttributeError:
    print("read-only")
sl = slice(1, 4)
print("hello"[sl], [0, 1, 2, 3, 4][sl], (0, 1, 2, 3, 4)[sl], range(5)[sl], b"hello"[sl],
      bytearray(b"hello")[sl])
class C:
    def __getitem__(self, k): return k
print(C()[1:2], C()[:, 1:, ..., ::2], C()["a":None:[]], type(C()[::]).__name__, C()[slice(1, 2)])
l = list(range(10))
l[slice(0, 6, 2)] = "abc"
del l[slice(None, None, 3)]
print(l, slice(*[1, 5]), slice.indices(slice(3), 10))
