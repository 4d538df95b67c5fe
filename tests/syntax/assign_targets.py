# All forms of assignment targets and chained assignment.
a = b = c = []
a.append(1)
print(b, c is a)
x, y = y0 = 1, 2
print(x, y, y0)
(x) = 5
[x, y] = (y, x)
print(x, y)
(x, y), z = [1, 2], 3
print(x, y, z)
i = 0
l = [9, 9]
i, l[i] = 1, 7
print(i, l)
d = l = [0, 0, 0]
d[0], d[1:], q = 5, "xyz", 1
print(l)
class C: pass
o = C()
o.a = o.b = l[0] = 42
print(o.a, o.b, l[0])
for o.a in range(3): pass
for l[0] in "ab": pass
print(o.a, l[0])
a, b = b, a = 1, 2
print(a, b)
() = []
[] = ()
x, = "k"
print(x)
with_index = {}
for k, with_index[k] in [("a", 1), ("b", 2)]: pass
print(with_index)
try:
    x, y = 1,
except ValueError as e:
    print(e)
