# A scheduler with tasks, sleeping, queues, cancelling, gather and timeouts, all from scratch.
from collections import deque
class Cancelled(BaseException): pass
class Trap:
    def __init__(self, *op): self.op = op
    def __await__(self): return (yield self.op)
class Task:
    count = 0
    def __init__(self, coro):
        Task.count += 1
        self.coro, self.id = coro, Task.count
        self.result = self.error = self.pending = None
        self.done, self.waiters = False, []
    def __await__(self):
        if not self.done: yield ("join", self)
        if self.error: raise self.error
        return self.result
class Loop:
    def __init__(self): self.ready, self.sleeping, self.now, self.log = deque(), [], 0, []
    def spawn(self, coro):
        t = Task(coro)
        self.ready.append((t, None))
        return t
    def step(self, t, v):
        try:
            if t.pending:
                e, t.pending = t.pending, None
                op = t.coro.throw(e)
            else: op = t.coro.send(v)
        except StopIteration as s:
            t.result, t.done = s.value, True
        except (Exception, Cancelled) as e:
            t.error, t.done = e, True
        else:
            match op:
                case ("sleep", n): self.sleeping.append((self.now + n, t.id, t))
                case ("join", Task(done=True) as other): self.ready.append((t, None))
                case ("join", other): other.waiters.append(t)
                case ("spawn", coro): self.ready.append((t, self.spawn(coro)))
                case ("now",): self.ready.append((t, self.now))
                case ("cancel", other):
                    other.pending = Cancelled(other.id)
                    self.sleeping = [s for s in self.sleeping if s[2] is not other]
                    if not other.done: self.ready.append((other, None))
                    self.ready.append((t, None))
                case bad: raise SystemError(bad)
        if t.done:
            for w in t.waiters: self.ready.append((w, None))
    def run(self, coro):
        main = self.spawn(coro)
        while self.ready or self.sleeping:
            while self.ready: self.step(*self.ready.popleft())
            if self.sleeping:
                self.sleeping.sort(key=lambda s: s[:2])
                self.now, _, t = self.sleeping.pop(0)
                self.ready.append((t, None))
        if main.error: raise main.error
        return main.result
sleep = lambda n: Trap("sleep", n)
spawn = lambda c: Trap("spawn", c)
async def gather(*coros):
    tasks = [await spawn(c) for c in coros]
    return [await t for t in tasks]
class Queue:
    def __init__(self): self.items = deque()
    async def get(self):
        while not self.items: await sleep(1)
        return self.items.popleft()
    def __aiter__(self): return self
    async def __anext__(self):
        v = await self.get()
        if v is None: raise StopAsyncIteration
        return v
async def worker(name, q, out):
    async for v in q:
        await sleep(v)
        out.append((name, v, await Trap("now")))
    q.items.append(None)
    return name
async def producer(q):
    for v in (3, 1, 2, 1):
        q.items.append(v)
        await sleep(1)
    q.items.append(None)
async def main():
    q, out = Queue(), []
    names = await gather(worker("a", q, out), worker("b", q, out), producer(q))
    return names, out
print(Loop().run(main()))
async def slow():
    try:
        await sleep(100)
    except Cancelled as e:
        return "cleaned"
    finally:
        print("finally")
async def canceller():
    t = await spawn(slow())
    await sleep(2)
    await Trap("cancel", t)
    r = await t
    u = await spawn(failing())
    try:
        await u
    except ZeroDivisionError as e:
        return r, repr(e), await Trap("now")
async def failing():
    await sleep(1)
    return 1 / 0
print(Loop().run(canceller()))
async def ticker(n):
    for i in range(n):
        yield i
        await sleep(i)
async def consume():
    odd = [(i, await Trap("now")) async for i in ticker(4) if i % 2]
    return odd, sum([i async for i in ticker(5)])
print(Loop().run(consume()))
try:
    Loop().run(failing())
except ZeroDivisionError as e:
    print("propagated", e)
