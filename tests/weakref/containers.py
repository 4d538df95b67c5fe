# WeakValueDictionary, WeakKeyDictionary and WeakSet: as the ordinary ones, until something dies.
import gc, weakref

class A:
    def __init__(self, n):
        self.n = n
    def __repr__(self):
        return "A(%d)" % self.n

def forget(depth=20):
    row = [None] * 50
    if depth:
        forget(depth - 1)
    gc.collect()

keep = [A(i) for i in range(20)]
values = weakref.WeakValueDictionary()
keys = weakref.WeakKeyDictionary()
objects = weakref.WeakSet(keep)
for i in range(20):
    values[i] = keep[i]
    keys[keep[i]] = i
print(len(values), len(keys), len(objects), values[3], keys[keep[4]], keep[5] in objects)
del keep[10:]
del i
forget()
print(len(values), len(keys), len(objects))
print(list(values), list(values.values()), list(values.items())[:2])
print(list(keys), list(keys.values()), sorted(a.n for a in objects))
print(3 in values, 13 in values, values.get(13), values.get(13, "no"), keep[0] in keys, 5 in keys, 5 in objects)

# while it is iterated over
seen = []
for k in values:
    seen.append(k)
    if k == 3:
        del keep[6:]
        forget()
print(seen, len(values))
seen = []
for a in objects:
    seen.append(a.n)
    if len(seen) == 1:
        del keep[4:]
        forget()
print(len(seen) in (4, 5), len(objects) in (4, 5))
del a
forget()
print(len(objects))

# methods
a = A(100)
print(values.setdefault(100, a) is a, values.setdefault(100, keep[0]) is a, values.pop(100) is a, values.pop(100, "gone"))
values.update({1: a}, x=a)
print(values[1], values["x"], values == {0: keep[0], 1: a, 2: keep[2], 3: keep[3], "x": a})
c = values.copy()
print(type(c).__name__, len(c), c is values, len(values.valuerefs()), values.valuerefs()[0]() is keep[0])
del values["x"]
print(values.popitem()[1] in keep, len(c | {7: a}), len({8: a} | c))
values.clear()
print(len(values), len(c))
keys[a] = "value"
print(keys.pop(a), keys.get(a), len(keys), len(keys.keyrefs()), dict(keys) == {k: k.n for k in keep})
for f in (lambda: values["none"], lambda: keys[a], lambda: values.pop(5), lambda: keys.pop(a)):
    try:
        f()
    except KeyError:
        print("KeyError", end=" ")
for f in (lambda: values.__setitem__(1, 5), lambda: keys.__setitem__("s", 1), lambda: objects.add(()),
          lambda: weakref.WeakSet([1]), lambda: values.update(5)):
    try:
        f()
    except TypeError as e:
        print("TypeError", end=" ")
print()

# sets
one, two = weakref.WeakSet(keep[:3]), weakref.WeakSet(keep[1:])
for s in (one & two, one | two, one ^ two, one - two, one.union(keep), one.intersection(two)):
    print(type(s).__name__, sorted(x.n for x in s), end="; ")
print(one <= two, one >= one, one.issubset(keep), one.isdisjoint(two), one == weakref.WeakSet(keep[:3]), one != two)
one |= two
print(len(one))
one -= two
one.add(keep[3])
one.discard(keep[0])
print([x.n for x in one], one.pop().n, len(one))
try:
    one.pop()
except KeyError:
    print("KeyError")

class Cache(weakref.WeakValueDictionary):
    def __missing__(self, key):
        return "missing"
cache = Cache(a=a)
cache.name = "c"
print(cache["a"], cache.name, len(cache), isinstance(cache, weakref.WeakValueDictionary))
