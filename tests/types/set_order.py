# Sets of few small ints show their items as CPython does, and pop in that order.
print({3, 1, 2}, frozenset([5, 4, 0]), {-1, -2, 1}, {100, 200, 300, 12})
print(list({9, 8, 1, 40, 33}), *{10, 20, 30, 5})
print({x * x for x in range(9, 0, -1)})
s = set(range(20, 0, -1))
print(s, s.pop(), s.pop(), s)
s -= {4, 9, 11}
print(s)
print({7, 3} | {5, 1}, {9, 2, 4} & {4, 2}, {3, 2, 1, 0} - {2}, {3, 2, 1} ^ {0, 2})
seed = 1
for size in range(76):
    s = set()
    while len(s) < size:
        seed = seed * 1103515245 + 12345 & 0x7fffffff
        s.add((seed >> 8) % (size * size + 1) - size)
    print(len(s), list(s))


# Who looks at a set while it is walked does not change its order.
class Nosy:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        str(small)
        return False


small = {5, 3, 4, 1}
both = {Nosy(n) for n in range(6)} | small
print(sorted(x for x in both if isinstance(x, int)))
