# A container as the source of its own change.
b = bytearray(b"abcd")
b[-1:] = b
print(b)
b[1:3] = b
print(b)
print(len(b), b[:6])
b[:] = b[::-1]
b.extend(b)
print(len(b))
l = [1, 2, 3]
l[1:2] = l
print(l)
l.extend(l)
print(l)
l += l
l[::2] = l[1::2]
print(l)
l[:] = l
l[len(l):] = l
print(len(l))
l[2:-2] = l[:3]
l *= 2
print(l)
d = {"a": 1, "b": 2}
d.update(d)
d |= d
d.update(d.items())
print(d, {**d, **d})
s = {1, 2, 3}
s |= s; s &= s
s.update(s, s)
print(s)
s -= s
print(s)
t = {4, 5}
t ^= t
t.difference_update(t)
print(t)
from collections import deque
q = deque([1, 2])
q.extend(q)
q += q
print(q)
q.extendleft(q)
print(len(q))
x = [0]
x[0] = x
x.append(x)
print(x, x[0] is x, len(x))
import array
a = array.array("i", [1, 2])
a.extend(a)
a += a
a[1:2] = a
print(a)
print("".join(["ab"] * 3).replace("ab", "ab" * 2), [*l[:2], *l[:2]], [l[:1]] * 2,
      zip(*[iter("abcd")] * 2) is not None)
print(list(zip(*[iter("abcdef")] * 3)), list(map(lambda p, q: p + q, l[:2], l[:2])))
ba = bytearray(b"ab")
try:
    ba += ba  # lends itself, as any operand of += does
except BufferError as e:
    print(e, ba)
ba.extend(ba)
ba[1:1] = ba
empty = bytearray()
empty += empty
print(ba, empty)
