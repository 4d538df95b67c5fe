# Generator functions: laziness, next, exhaustion, for, arguments.
def g(n):
    print("start", end=" ")
    for i in range(n):
        yield i
    print("end", end=" ")
it = g(2)
print(type(it).__name__, iter(it) is it)
print(next(it), next(it), next(it, "default"), next(it, "again"))
print(list(g(3)), sum(g(4)), tuple(g(0)))
def never():
    return
    yield
print(list(never()))
def multi():
    yield
    yield 1, 2
    yield [3]
    x = yield 4
    yield x
print(list(multi()))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(10)])
def take(n, it):
    for _, x in zip(range(n), it): yield x
print(list(take(3, fib())), max(take(20, fib())), 13 in fib())
def outer(l):
    def inner():
        for x in l: yield x * k
    k = 10
    return inner()
print(list(outer([1, 2])))
class Tree:
    def __init__(self, v, l=None, r=None): self.v, self.l, self.r = v, l, r
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
print(list(Tree(2, Tree(1), Tree(4, Tree(3)))))
a, *b = g(3)
print(a, b)
