# SPDX-License-Identifier: MIT
# args: -X heapsize=16M
# & | ^ - and their methods of sets of every size of table, against the same thing item by item.


def kinds(n):
    yield range(n)
    yield ["s%d" % i for i in range(n)]
    yield [i if i % 3 else "s%d" % i for i in range(n)]
    yield [(i, i) if i % 2 else i for i in range(n)]
    yield [i + 0.5 if i % 2 else -i for i in range(n)]


def check(items, other):
    a, b = set(items), set(other)
    both = [x for x in items if x in b]
    only_a = [x for x in items if x not in b]
    only_b = [x for x in other if x not in a]
    results = [(a & b, both), (a - b, only_a), (a | b, both + only_a + only_b),
               (a ^ b, only_a + only_b), (a.intersection(other), both), (a.difference(b), only_a),
               (a.union(b), both + only_a + only_b),
               (a.symmetric_difference(other), only_a + only_b)]
    for op, expected in (("intersection", both), ("difference", only_a), ("symmetric_difference", only_a + only_b)):
        c = a.copy()
        getattr(c, op + "_update")(b)
        results.append((c, expected))
    for got, expected in results:
        assert len(got) == len(expected) and all(x in got for x in expected), (items, other)
        assert sum(1 for x in got) == len(expected) and got == set(expected)
        assert "no such" not in got and -1 not in got
        for x in expected[::2]:
            got.remove(x)
        assert len(got) == len(expected) // 2 and all((x in got) == (i % 2 == 1) for i, x in enumerate(expected))
        got |= b
        assert got >= b and (not expected or not expected[0] in got) == (not expected or expected[0] not in b)
    return len(both), len(only_a), len(only_b)


for n in (0, 1, 3, 7, 8, 9, 10, 30, 127, 253, 254, 255, 256, 341, 700):
    for items in kinds(n):
        items = list(items)
        print(n, check(items, items[::2]), check(items[::3], items), check(items[: n // 2], items[n // 2 :]),
              check(items, items))

big = set(range(70000))
odd = big - set(range(0, 70000, 2))
print(len(odd), sum(odd), 69999 in odd, 69998 in odd, len(big & odd), len(big ^ odd), len(odd | big))

# The items come from the smaller set, from the right one if they are as long.
print({1, 2} & {1.0, 3.0}, {1.0} & {1, 2}, {1, 2} & {1.0}, frozenset([True]) & {1})
for x in ({1}, frozenset([1])):
    print(type(x | {2}).__name__, type({2} | x).__name__, type(x & x).__name__, type(x ^ x).__name__)
