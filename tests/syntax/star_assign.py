# Extended unpacking on the left of =.
a, *b = [1, 2, 3]
print(a, b)
*a, b = "xyz"
print(a, b)
a, *b, c = range(5)
print(a, b, c)
a, *b, c = 1, 2
print(a, b, c)
(a, (b, *c)), *d = [(1, "pqr"), 3, 4]
print(a, b, c, d)
[a, *[b, *c]] = 1, 2, 3
print(a, b, c)
*a, = (1, 2)
print(a)
for i, *r in [(1, 2, 3), (4,), "ab"]:
    print(i, r)
print([(x, y) for x, *y in [(1,), (2, 3)]])
class O:
    pass
o = O()
l = [0, 0]
o.x, *l[0:1], o.y = 1, 7, 8, 2
print(o.x, l, o.y)
*o.z, l[0] = "ab"
print(o.z, l)
for src in ((), [1]):
    try:
        a, *b, c = src
    except ValueError as e:
        print(type(e).__name__, e)
try:
    a, *b = 5
except TypeError as e:
    print(e)
*a, b = {1: 2, 3: 4}
print(a, b)
