# Iterators over ranges: the range that is still to come (since CPython 3.12); __setstate__() passes over items.
B = 1 << 70
for r in (range(5), range(3, 20, 4), range(5, 0, -2), range(B, B + 3), range(B, B - 9, -4), range(0)):
    for it in (iter(r), reversed(r)):
        next(it, None)
        function, args, state = it.__reduce__()
        print(function is iter, args, state, it.__length_hint__(), list(function(*args)))
        list(it)
        print(it.__reduce__()[1:])
    for state in (0, 1, 2, 3, 100, -1, True):
        it = iter(r)
        print(state, it.__setstate__(state), list(it))
    for state in (None, "a", 1.5, []):
        try:
            iter(r).__setstate__(state)
        except TypeError:
            print("TypeError")
it = iter(range(2))
it.__setstate__(1)
it.__setstate__(1)
print(list(it), it.__reduce__()[1])
