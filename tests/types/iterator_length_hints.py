# __length_hint__ of iterators whose container has changed.
def length_hint(it):
    return it.__length_hint__()


for make in (lambda d: iter(d), lambda d: iter(d.items()), lambda d: iter(d.values()), reversed):
    d = {1: 1, 2: 2, 3: 3}
    it = make(d)
    next(it)
    print(length_hint(it), end=" ")
    d[1] = 5
    print(length_hint(it), end=" ")
    d[4] = 4
    print(length_hint(it), end=" ")
    del d[4]
    print(length_hint(it))

s = {1, 2, 3}
it = iter(s)
next(it)
print(length_hint(it), end=" ")
s.add(9)
print(length_hint(it), end=" ")
s.discard(9)
print(length_hint(it))

x = [1, 2, 3]
for it in iter(x), reversed(x):
    x[:] = [1, 2, 3]
    next(it)
    print(length_hint(it), end=" ")
    del x[1:]
    print(length_hint(it), end=" ")
    x.extend([2, 3, 4, 5])
    print(length_hint(it), list(it), length_hint(it))
import sys
for index in -sys.maxsize - 1, sys.maxsize // 2 + 1, -(sys.maxsize // 2) - 1, sys.maxsize:
    for sequence in "abc", [1], (1,), b"ab", range(3), bytearray(2):
        try:
            sequence[index]
        except IndexError as e:
            print(e)
