# __await__ returning different iterators; awaiting twice; await as an expression.
class A:
    def __init__(self, it): self.it = it
    def __await__(self): return self.it
async def run(x): return await x
def drive(c):
    out = []
    try:
        while True: out.append(c.send(None))
    except StopIteration as e:
        return out, e.value
def g():
    yield 1
    yield 2
    return "ret"
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("it")
        return self.n
print(drive(run(A(g()))), drive(run(A(iter([])))), drive(run(A(It()))),
      drive(run(run(A(iter("ab"))))))
for bad in (A([1]), A(5), A(None), object()):
    try:
        drive(run(bad))
    except TypeError as e:
        print("TypeError", end=" ")
print()
async def one(): return 1
async def exprs():
    x = await one() + await one() * 2
    l = [await one(), *[await one()]]
    d = {await one(): await one()}
    s = "abc"[await one()]
    if await one() and not await one(): pass
    f = f"{await one()} {(await one()):03d}"
    return x, l, d, s, f, -await one(), (await one()) ** 2, await one() if await one() else 0
print(drive(exprs()))
async def twice():
    c = one()
    a = await c
    try:
        await c
    except RuntimeError as e:
        return a, str(e)
print(drive(twice()))
async def lam(): return (lambda v: v + 1)(await one())
print(drive(lam()), drive(run(one()))[1])
c = one()
w = c.__await__()
try:
    next(w)
except StopIteration as e:
    print(e.value, type(w).__name__)
