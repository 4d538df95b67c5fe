# async def, await, send, return values, driven by hand.
class Susp:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return ("resumed", got)
async def leaf(n):
    r = await Susp(n)
    return n, r
async def mid(n):
    a = await leaf(n)
    b = await leaf(n + 1)
    return [a, b]
async def top(): return await mid(10)
c = top()
print(type(c).__name__, c.send(None), c.send("x"))
try:
    c.send("y")
except StopIteration as e:
    print(e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
async def plain(): return 5
p = plain()
try:
    p.send(None)
except StopIteration as e:
    print(e.value)
q = plain()
try:
    q.send("not None")
except TypeError as e:
    print(e)
q.close()
async def awaits(x): return await x
for bad in (5, None, [1], (i for i in ()), "s"):
    w = awaits(bad)
    try:
        w.send(None)
    except TypeError as e:
        print("TypeError", end=" ")
print()
for f in (lambda: iter(plain2), lambda: next(plain2), lambda: list(plain2), lambda: plain2()):
    plain2 = plain()
    try:
        f()
    except TypeError as e:
        print("TypeError", end=" ")
    plain2.close()
print()
print(plain.__name__, p.__name__, p.cr_running, p.cr_frame, p.cr_await, p.cr_code.co_name)
