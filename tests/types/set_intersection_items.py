# Which of two equal items an intersection keeps: that of the iterable, of two sets that of the shorter.
class N(int):
    pass


def items(s):
    return sorted((repr(v) for v in s))


def pool():
    return [[1, 2], [1.0], {1: 2}, {1: 2, 2: 3}, {1}, {1, 2, 3}, {1, 2}, frozenset([1]), (x for x in (1, 2)),
            {1: 2}.keys(), {1: 2, 2: 3, 3: 4}.keys(), range(1, 3), [1, True, 1.0], [True, 1]]


for a in {True}, {True, 5, 6}, frozenset({True, 7}), {1.0}, frozenset({1.0, 1j}), {True, "a"}, {N(1)}, {N(1), N(2)}:
    for b in pool():
        print(items(a), type(b).__name__, items(a.intersection(b)))
    for b in pool():
        if type(a) is set:
            c = a.copy()
            c.intersection_update(b)
            print(items(c))
    for b in pool():
        if hasattr(b, "__and__"):
            print(items(a & b), items(b & a))
    for b, c in zip(pool(), pool()):
        print(items(a.intersection(b, c)), items(a.intersection([N(1), N(2)], b)))
for a in {True: 1}, {True: 1, 2: 3}, {True: 1, 2: 3, 4: 5}:
    for b in pool():
        if hasattr(b, "__and__"):
            print(items(a.keys() & b), items(b & a.keys()), items(a.items() & b))


class Odd:  # the hash of an item is not run again
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n, end=" ")
        return 1

    def __eq__(self, other):
        return isinstance(other, Odd) and self.n == other.n

    def __repr__(self):
        return "Odd(%d)" % self.n


a, b = {Odd(1), Odd(2)}, {Odd(2)}
print()
r = a & b
print(items(r), [any(x is y for y in b) for x in r])
r = b & a
print(items(r), [any(x is y for y in b) for x in r])
a &= b
print(items(a), a is not b, [any(x is y for y in b) for x in a])
a &= a
print(items(a))
