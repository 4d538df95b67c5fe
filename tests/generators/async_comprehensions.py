# Async comprehensions of all kinds, nested, with conditions and await inside.
def drive(c):
    try:
        while True: c.send(None)
    except StopIteration as e:
        return e.value
async def arange(n):
    for i in range(n): yield i
async def ident(x): return x
class AIter:
    def __init__(self, l): self.l = list(l)
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.l: raise StopAsyncIteration
        return self.l.pop(0)
async def main():
    print([i async for i in arange(4)], {i % 2 async for i in arange(5)},
          {i: i * i async for i in arange(3)})
    print([i async for i in arange(6) if i % 2], [i for i in range(4) if await ident(i)],
          [await ident(i) for i in range(3)])
    print([(i, j) async for i in arange(2) for j in range(2)],
          [(i, j) for i in range(2) async for j in arange(i + 1)])
    g = (i * 10 async for i in arange(3))
    print(type(g).__name__, [x async for x in g], [x async for x in g])
    print([[j async for j in arange(i)] async for i in arange(3)], [x async for x in AIter("abc")],
          await ident([y async for y in arange(2)]))
    print([k async for a, k in AIter([(1, 2), (3, 4)])],
          [x async for x in (await ident(i) for i in range(3))])
    async for i in arange(3):
        if i == 1: continue
        print("i", i, end=" ")
    else:
        print("else")
    r = []
    async for i, *rest in AIter(["abc", "de"]): r.append((i, rest))
    return r
print(drive(main()))
async def errors():
    out = []
    class NoAnext:
        def __aiter__(self): return self
    for bad in (5, [1], NoAnext()):
        try:
            async for x in bad: pass
        except TypeError as e:
            out.append("TypeError")
    try:
        for x in arange(2): pass
    except TypeError:
        out.append("sync for over async")
    return out
print(drive(errors()))
