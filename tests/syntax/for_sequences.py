# for over lists, tuples and bytes, which the loop steps itself, also when they change meanwhile.
items = [1, 2, 3]
for i in items:
    if len(items) < 6:
        items.append(i * 10)
    print(i, end=" ")
print(items)
for i in items:
    del items[0]
    print(i, end=" ")
print(items)
for i in items:
    items.clear()
    print(i)
print(items, [x for x in (5, (), "a")], [c for c in b"\x00\xff"], [c for c in bytearray(2)])
data = bytearray(b"abc")
for c in data:
    if len(data) < 5:
        data.append(c + 1)
    print(c, end=" ")
print()
for c in data:
    data.pop()
    print(c, end=" ")
print()


class List(list):
    def __iter__(self):
        return iter("own")


class Tuple(tuple):
    pass


class Bytes(bytes):
    pass


print([x for x in List([1])], [x for x in Tuple((1, 2))], [x for x in Bytes(b"ab")])
for x in []:
    pass
else:
    print("else")
for x in [1, 2]:
    for y in (x, x):
        if y == 2:
            break
    else:
        continue
    print("left", x, y)


def generate(values):
    for v in values:
        for w in (v, -v):
            yield w
    for v in values:
        try:
            yield v
        finally:
            print("finally", v)


g = generate([1, 2])
print(next(g), next(g), next(g), next(g), next(g))
g.close()
it = iter(items)
items.extend("ab")
print([x for x in it], [x for x in it], list(x for x in items))
for a, (b, c) in [(1, (2, 3)), (4, "56")]:
    print(a, b, c)
first = [9, 8]
for first in first:
    print(first)
for x in 5, 6:
    print(x)
try:
    for x in 5:
        pass
except TypeError as e:
    print(e)
print({k: v for k, v in [(1, 2), (3, 4)]}, {x for x in (1, 1)}, [y for x in [[1, 2], [3]] for y in x])
import sys
big = list(range(3000))
print(sum(1 for x in big), len([x for x in big]))
