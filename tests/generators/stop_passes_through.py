# The StopIteration of a __next__ is what next() of an iterator over it raises, itself.
class Counter:
    def __init__(self):
        self.n = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.n += 1
        if self.n > 1:
            self.stop = StopIteration("end", self.n)
            raise self.stop
        return self.n

class Stop(StopIteration):
    pass

def returns(v):
    yield 1
    return v

def end(it):
    next(it)
    try:
        next(it)
    except StopIteration as e:
        return e

over = {"enumerate": enumerate, "zip": zip, "map": lambda it: map(str, it), "filter": lambda it: filter(None, it),
        "zip, first": lambda it: zip(it, [1, 2]), "zip, second": lambda it: zip([1, 2], it), "both": lambda it: enumerate(zip(it)),
        "map of two": lambda it: map(max, [1, 2], it), "next": lambda it: it}
for name, make in over.items():
    inner = Counter()
    e = end(make(inner))
    print(name, e.args, e is inner.stop, end(make(returns("value"))).args, end(make(returns(None))).args)

# a value that is a StopIteration is a value
for v in (StopIteration(1), Stop(2, 3)):
    e = end(enumerate(returns(v)))
    print(type(e), e.value is v, e.args)

def delegate(it):
    print("value", repr((yield from it)))
for v in ("value", None, StopIteration(1)):
    for make in over.values():
        for _ in delegate(make(returns(v))):
            pass

class Stopping:
    def __iter__(self):
        return self
    def __next__(self):
        raise Stop("a", "b")
for it in (Stopping(), zip(Stopping()), filter(None, Stopping())):
    print(list(it), next(it, "default"))
    try:
        it.__next__()
    except Stop as e:
        print(repr(e))
for _ in delegate(Stopping()):
    pass

# what a call in between left is not seen
def used(x):
    for _ in returns("left behind"):
        pass
    return False
def plain(it):
    try:
        next(it)
    except StopIteration as e:
        return e.args
print(plain(filter(used, [1, 2])), plain(zip(map(used, [1]), [])), plain(map(used, [])))
print(plain(iter(lambda: used(1), False)))

class Items:
    def __len__(self):
        return 3
    def __getitem__(self, i):
        raise StopIteration("no value")
print(plain(iter(Items())), plain(reversed(Items())))
try:
    list(zip(returns(1), strict=True))
    it = zip(returns("value"), returns("other"), strict=True)
    next(it)
    next(it)
except StopIteration as e:
    print(e.args)
