# for with several targets over enumerate, zip and dict.items(), which make no tuple there.
def show(f, *args):
    try:
        print(f(*args))
    except ZeroDivisionError:
        print("ZeroDivisionError")
    except (ValueError, TypeError, RuntimeError) as e:
        print(type(e).__name__, str(e).split(",")[0].rstrip(")"))


def pairs(iterable):
    seen = []
    a = b = "unset"
    for a, b in iterable:
        seen.append((a, b))
    else:
        seen.append("else")
    return seen, a, b


def triples(iterable):
    a = b = c = None
    for a, b, c in iterable:
        pass
    return a, b, c


big = 2 ** 62 - 2
small = 2 ** 30 - 2
for make in (lambda: enumerate("abc"), lambda: enumerate([4, 5], 10), lambda: enumerate("abcd", big),
             lambda: enumerate("abcd", small), lambda: enumerate(()), lambda: zip("abc", [1, 2]), lambda: zip("ab", "xyz"),
             lambda: zip([], "x"), lambda: zip(), lambda: {}.items(), lambda: {"k": 1, 2: "v"}.items(),
             lambda: reversed({"k": 1, 2: "v"}.items()), lambda: zip(zip("ab", "cd"), enumerate("ef")),
             lambda: enumerate(x * 2 for x in range(3)), lambda: enumerate(enumerate("xy")),
             lambda: zip("ab", [1], strict=True), lambda: zip("a", [1, 2], strict=True), lambda: zip("ab", "cd", strict=True)):
    show(pairs, make())
    show(triples, make())
show(triples, zip("ab", "cd", "ef"))
show(triples, zip("ab", "cd", (1 // (1 - i) for i in range(3))))
show(pairs, zip("abc", "abc", "abc"))
show(pairs, zip("ab"))
show(pairs, enumerate(5 // (2 - i) for i in range(4)))


def one(iterable):
    for a, in iterable:
        print(a, end=" ")
    for [] in zip():
        print("never")
    return "ended"


show(one, zip("abc"))
show(one, enumerate("a"))


def many(n):
    items = [range(i, i + 3) for i in range(n)]
    total = []
    if n == 8:
        for a, b, c, d, e, f, g, h in zip(*items):
            total.append((a, b, c, d, e, f, g, h))
    else:
        for a, b, c, d, e, f, g, h, i in zip(*items):
            total.append((a, b, c, d, e, f, g, h, i))
    return total


show(many, 8)
show(many, 9)
show(many, 7)

# An iterator that ends first leaves the targets as they were, and what came before it is lost.
first = iter("abcd")
x = y = 0
for x, y in zip(first, [1, 2]):
    pass
print(x, y, list(first))
for x, y in zip([1, 2], iter("pqrs")):
    break
print(x, y)


# Targets of any kind, in functions and modules, nested, starred, in comprehensions and generators.
class Box:
    pass


box, slots, table = Box(), [0] * 4, {"one": (1, [1]), "two": (2, [2])}
for box.i, slots[1] in enumerate("uv", 7):
    print(box.i, slots)
for name, (number, [item]) in table.items():
    print(name, number, item)
for i, (name, (number, _)) in enumerate(table.items()):
    print(i, name, number)
for i, (*rest, last) in enumerate(["abc", "d"]):
    print(i, rest, last)
for first, *rest in zip("ab", "cd", "ef"):
    print(first, rest)
for p in zip("ab", "cd"):
    a, b = p
    print(p, a, b)
for (a, b) in enumerate("ab"):
    for (c, d) in enumerate("cd"):
        if c:
            continue
        print(a, b, c, d)
    if a:
        break
else:
    print("no")
print([a + b for a, b in zip([1, 2], [3, 4])], {b: a for a, b in enumerate("ab")}, {k + v for k, v in {"a": "b"}.items()},
      [(a, b, c) for a, b in enumerate("xy") if a for c, in zip("z")], sum(i * x for i, x in enumerate([5, 6, 7])))


def captured():
    made = []
    for i, x in enumerate("ab"):
        made.append(lambda: (i, x))
    return [f() for f in made], [f() for f in [lambda: (i, x) for i, x in enumerate("cd")]]


print(captured())


def generate(d):
    for k, v in d.items():
        yield k
        yield v


print(list(generate({1: 2, 3: 4})))


# What the loop gets from a subclass's own __next__.
class Counted(enumerate):
    def __next__(self):
        i, x = enumerate.__next__(self)
        return x, i * 100


class Pairs(zip):
    pass


class Mapping(dict):
    def items(self):
        return zip("xy", "zw")


print(pairs(Counted("ab")), pairs(Pairs("ab", "cd")), pairs(Mapping(a=1).items()), pairs(dict.items(Mapping(a=1))))


# Dicts that change meanwhile.
def change(d, how):
    for k, v in d.items():
        how(d, k)
    return d


show(change, {1: 2, 3: 4}, lambda d, k: d.__setitem__(k + 10, 0))
show(change, {1: 2, 3: 4}, lambda d, k: d.__setitem__(k, k * 2))
show(change, {1: 2, 3: 4}, lambda d, k: d.pop(k))
show(change, {1: 2}, lambda d, k: d.clear())


# Iterators that end, or raise, in a call of Python.
class Steps:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        if self.n == 5:
            raise ValueError("five")
        return self.n


show(pairs, enumerate(Steps(3)))
show(pairs, zip(Steps(2), Steps(9)))
show(pairs, enumerate(Steps(7)))
show(pairs, zip(Steps(9), Steps(8)))


# The loop goes on with the iterator where another left it, and it may step itself.
e = enumerate("abcdef")
for i, x in e:
    print(i, x, next(e), end="; ")
print(next(e, "ended"))
