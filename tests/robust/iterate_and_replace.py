# A loop over a dict or set in which keys are taken out and others put in sees each key that was there, or ends in
# RuntimeError: none is skipped without a word.
from collections import OrderedDict


def replace(container, keys, add, drop, n):
    seen = []
    try:
        for k in keys(container):
            seen.append(k)
            drop(container, k)
            add(container, k + 1000)
    except RuntimeError:
        return True
    return seen[:n] == list(range(n))


def put(d, k):
    d[k] = k


def take(d, k):
    d.pop(k, None)


ways = [
    ("keys", dict, iter, put, take), ("values", dict, dict.values, put, take),
    ("items", dict, lambda d: (k for k, v in d.items()), put, take), ("OrderedDict", OrderedDict, iter, put, take),
    ("set", lambda pairs: {k for k, v in pairs}, iter, set.add, set.discard),
    ("popitem", dict, iter, put, lambda d, k: d.popitem()),
]
for name, make, keys, add, drop in ways:
    print(name, all(replace(make([(k, k) for k in range(n)]), keys, add, drop, 1 if name == "popitem" else n)
                    for n in range(40)))
d = {1: 1}
it = iter(d)
next(it)
del d[1]
d[2] = 2
for i in range(2):
    try:
        print(next(it, None))
    except RuntimeError as e:
        print(e)
# What does not change the keys is allowed.
d = dict.fromkeys(range(30))
for k in d:
    d[k] = k
print(sum(d.values()), [k for k in d if d.get(k) == 7])
