# Pipelines pull one item at a time; side effects show the order.
log = []
def src(n):
    for i in range(n):
        log.append("s%d" % i)
        yield i
def mul(it):
    for x in it:
        log.append("m%d" % x)
        yield x * 10
def keep(it, f):
    for x in it:
        if f(x):
            log.append("k%d" % x)
            yield x
p = keep(mul(src(4)), lambda x: x % 20 == 0)
print(log)
print(next(p), log)
log.clear()
print(next(p), log)
log.clear()
print(list(p), log)
def chunks(it, n):
    it = iter(it)
    while True:
        c = []
        for x in it:
            c.append(x)
            if len(c) == n: break
        if not c: return
        yield c
print(list(chunks(range(7), 3)), list(chunks([], 2)), list(chunks("abcd", 2)))
def tee(it):
    it, a, b = iter(it), [], []
    def gen(mine, other):
        while True:
            if not mine:
                try: v = next(it)
                except StopIteration: return
                mine.append(v)
                other.append(v)
            yield mine.pop(0)
    return gen(a, b), gen(b, a)
x, y = tee(range(4))
print(next(x), next(x), list(y), list(x))
def primes():
    yield 2
    found = []
    n = 3
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 2
g = primes()
print([next(g) for _ in range(12)])
