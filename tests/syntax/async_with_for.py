# async with, async for, async comprehensions, driven by hand.
def drive(coro):
    log = []
    try:
        while True:
            log.append(coro.send(None))
    except StopIteration as e:
        return log, e.value
class Tick:
    def __init__(self, n): self.n = n
    def __await__(self):
        got = yield self.n
        return self.n * 10
class AM:
    async def __aenter__(self):
        return await Tick("enter")
    async def __aexit__(self, t, v, tb):
        await Tick("exit")
        return t is ValueError
class AI:
    def __init__(self, n): self.i, self.n = 0, n
    def __aiter__(self): return self
    async def __anext__(self):
        self.i += 1
        if self.i > self.n: raise StopAsyncIteration
        return await Tick(self.i)
async def main():
    async with AM() as v, AM():
        print("in", v)
        raise ValueError
    async for x in AI(2):
        print("x", x)
    else:
        print("else")
    l = [y async for y in AI(3) if y > 10]
    d = {y: await Tick(y) async for y in AI(2)}
    s = [await Tick(i) for i in range(2)]
    g = (z async for z in AI(2))
    return l, d, s, [q async for q in g]
print(drive(main()))
async def brk():
    async for x in AI(5):
        if x == 20: break
    else:
        return "no"
    return x
print(drive(brk()))
