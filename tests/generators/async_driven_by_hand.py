# Coroutines driven by hand: awaitable classes, async with, async for, comprehensions, errors.
class Wait:
    def __init__(self, tag): self.tag = tag
    def __await__(self):
        r = yield self.tag
        return (self.tag, r)
class Lock:
    def __init__(self, log): self.log = log
    async def __aenter__(self):
        self.log.append(await Wait("enter"))
        return self
    async def __aexit__(self, t, v, tb):
        self.log.append((t.__name__ if t else None, await Wait("exit")))
        return t is KeyError
class Count:
    def __init__(self, n): self.n, self.i = n, 0
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i >= self.n: raise StopAsyncIteration
        self.i += 1
        await Wait(f"next{self.i}")
        return self.i
def run(c, answers=()):
    seen, answers = [], iter(answers)
    value = None
    try:
        while True:
            seen.append(c.send(value))
            value = next(answers, 0)
            if isinstance(value, BaseException):
                seen.append(c.throw(value))
                value = 0
    except StopIteration as e:
        return e.value, seen
    except BaseException as e:
        return repr(e), seen
async def locked(err=None):
    log = []
    async with Lock(log) as l, Lock(log):
        assert l.log is log
        if err: raise err
        log.append("body")
    return log
for e in (None, KeyError("k"), ValueError("v")): print(run(locked(e), range(9)))
async def loops():
    out = [x async for x in Count(3) if x != 2]
    out.append({x: await Wait("d") async for x in Count(1)})
    async for x in Count(2):
        if x == 2: break
    else:
        out.append("never")
    async for x in Count(0): pass
    else:
        out.append("else")
    return out, x
print(run(loops()))
async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got: await Wait(got)
    except GeneratorExit:
        print("closed")
        raise
    finally:
        await Wait("fin")
async def use():
    g = agen(5)
    out = [await g.asend(None), await g.asend("x")]
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        out.append("over")
    h = agen(2)
    await h.__anext__()
    try:
        await h.athrow(OSError("io"))
    except OSError as e:
        out.append(str(e))
    return out + [v async for v in agen(2)]
print(run(use()))
async def nested():
    async def inner(n):
        if n == 0: return await Wait("deep")
        return await inner(n - 1)
    return await inner(20)
print(run(nested(), ["answer"]))
print(run(nested(), [KeyError("thrown")]))
async def twice():
    c = nested()
    await c
    try:
        await c
    except RuntimeError as e:
        return str(e)
print(run(twice()))
async def matcher(v):
    match await Wait(v):
        case (str(t), int(n)) if n > 1: return t, n
        case (t, _): return [y async for y in Count(1)], t
print(run(matcher("a"), [5]), run(matcher("b"), [0]))
c = nested()
c.close()
print(c.cr_frame is None, type(c).__name__)
