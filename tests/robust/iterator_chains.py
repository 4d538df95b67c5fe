# args: -X heapsize=64M
# Iterators over iterators, 50,000 deep, and classes derived 1,000 deep: an error or a result.
def chain(wrap):
    it = iter([1, 2])
    for _ in range(50000):
        it = wrap(it)
    try:
        next(it)
    except RecursionError:
        pass
for wrap in (zip, enumerate, lambda it: map(abs, it), lambda it: filter(None, it), lambda it: (x for x in it),
             lambda it: iter(it.__next__, 5)):
    chain(wrap)
C = object
for _ in range(1000):
    C = type("C", (C,), {})
print(len(C.__mro__), issubclass(C, object), hasattr(C(), "x"))
