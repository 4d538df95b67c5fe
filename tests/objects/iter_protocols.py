# __iter__, __next__, __getitem__ sequence iteration, __reversed__, __len__.
class Count:
    def __init__(self, n): self.i, self.n = 0, n
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
print(list(Count(3)), sum(Count(4)), [*Count(2)], max(Count(3)), dict(zip(Count(2), "ab")))
c = Count(3)
print(next(c), list(c), list(c), next(c, "done"))
class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return "abc"[i]
    def __len__(self): return 3
s = Seq()
print(list(s), list(reversed(s)), "b" in s, [x + y for x in s for y in s][:4], tuple(s), *s)
class Rev:
    def __reversed__(self): return iter("reversed")
    def __iter__(self): return iter("forward")
print("".join(reversed(Rev())), "".join(Rev()))
class G:
    def __iter__(self):
        yield 1
        yield 2
print(list(G()), dict.fromkeys(G(), 0), sorted(G(), reverse=True))
class BadIter:
    def __iter__(self): return 5
class NoneIter(Seq):
    __iter__ = None
class NoNext:
    def __iter__(self): return self
for o in (BadIter(), NoneIter(), NoNext(), 5, None, object()):
    try:
        for x in o: pass
    except TypeError as e:
        print(type(e).__name__, end=" ")
print()
for code in ("next([])", "reversed({1})", "reversed(Count(3))", "iter(5)", "next(5)"):
    try:
        eval(code)
    except TypeError as e:
        print(code, e)
