# Iterator tools written as classes and generators, combined, with errors part of the way.
class peek:
    def __init__(self, it): self.it, self.buf = iter(it), []
    def __iter__(self): return self
    def __next__(self): return self.buf.pop() if self.buf else next(self.it)
    def __bool__(self):
        try:
            self.buf.append(next(self))
        except StopIteration:
            return False
        return True
def chain(*its):
    for it in its: yield from it
def tee(it, n=2):
    it, links = iter(it), []
    class Link: next = None
    def run(link):
        while True:
            if link.next is None:
                try:
                    v = next(it)
                except StopIteration as e:
                    return e.value
                link.next = Link()
                link.next.v = v
            link = link.next
            yield link.v
    head = Link()
    return tuple(run(head) for _ in range(n))
def groupby(it, key=lambda x: x):
    it = peek(it)
    while it:
        k = key(it.buf[-1])
        def group():
            while it and key(it.buf[-1]) == k: yield next(it)
        g = group()
        yield k, g
        for _ in g: pass
def product(*pools):
    if not pools: yield (); return
    for x in pools[0]:
        for rest in product(*pools[1:]): yield (x, *rest)
def perms(l): return ([x, *p] for i,
      x in enumerate(l) for p in perms(l[:i] + l[i + 1:])) if l else iter([[]])
def window(it, n):
    w = []
    for x in it:
        w = [*w[-(n - 1):], x] if n > 1 else [x]
        if len(w) == n: yield tuple(w)
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for i in its[:]:
            try:
                yield next(i)
            except StopIteration:
                its.remove(i)
print(list(chain("ab", range(2), {3: 4})), bool(peek([])), list(peek("xy")))
a, b, c = tee(iter("abc"), 3)
print(next(a), next(a), list(b), list(a), list(c))
print([(k, list(g)) for k, g in groupby("aabccc")], [k for k, _ in groupby([1, 1, 2, 3, 3])])
print(list(product("ab", [1, 2])), len(list(product(*["xyz"] * 4))),
      ["".join(p) for p in perms("abc") if 1])
print(list(window(range(5), 3)), list(interleave("abc", [1], "XY")))
def primes():
    found = {}
    q = 2
    while True:
        if q not in found:
            yield q
            found[q * q] = [q]
        else:
            for p in found.pop(q): found.setdefault(p + q, []).append(p)
        q += 1
print([p for p, _ in zip(primes(), range(15))], next(p for p in primes() if p > 200))
class Boom:
    def __init__(self, n): self.n = n
    def __iter__(self):
        for i in range(self.n): yield i
        raise LookupError("boom")
for f in (list, tuple, set, sorted, sum, max, lambda i: dict(zip(i, i)), lambda i: [*i],
      lambda i: print(*i),
          lambda i: "".join(map(str, i)), lambda i: 9 in i, any, all, lambda i: [x for x in i],
                enumerate,
          lambda i: {**{str(k): k for k in i}}, lambda i: bytes(i),
                lambda i: list(map(lambda x: x, i)),
          lambda i: (lambda a, *b: b)(*i), lambda i: [1].extend(i), lambda i: {}.update(zip(i,
                i)), lambda i: zip(i, i),
          lambda i: min(i, default=5), lambda i: list(filter(None, i)),
                lambda i: list(reversed(list(i)))):
    try:
        r = f(Boom(3))
        print(type(r).__name__)
    except LookupError as e:
        print(e, end=" ")
l = [1, 2]
try:
    l.extend(Boom(3))
except LookupError:
    print(l)
try:
    l[0:1] = Boom(2)
except LookupError:
    print(l)
try:
    x, y, z = Boom(2)
except LookupError as e:
    print(e)
it = iter(lambda s=[3]: s.append(s.pop() - 1) or s[0], 0)
print(list(it), list(it), next(it, "end"))
g = (x for x in [1, 2, 3])
print([y for x in g for y in g], list(zip(*[iter(range(6))] * 3)), dict(enumerate("ab", 5)))
z = zip([1, 2], "a")
print(list(z), list(map(lambda *a: a, [1, 2], "ab", (3, 4, 5))))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
