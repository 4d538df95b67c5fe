# Async generators driven by hand: __anext__, asend, athrow, aclose.
class S:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
def drive(aw):
    c = aw.__await__() if hasattr(aw, "__await__") else aw
    out = []
    try:
        while True: out.append(c.send(None))
    except StopIteration as e:
        return out, e.value
    except StopAsyncIteration:
        return out, "StopAsyncIteration"
async def ag():
    try:
        x = yield 1
        print("got", x, end="; ")
        await S("inner wait")
        try:
            yield 2
        except ValueError as e:
            yield "caught %s" % e
        yield 3
    finally:
        print("cleanup", end="; ")
a = ag()
print(type(a).__name__, hasattr(a, "__aiter__"), a.__aiter__() is a)
print(drive(a.__anext__()), drive(a.asend("sent")), drive(a.athrow(ValueError("v"))),
      drive(a.__anext__()))
print(drive(a.__anext__()), drive(a.__anext__()))
b = ag()
drive(b.__anext__())
print(drive(b.aclose()), drive(b.__anext__()))
c = ag()
print(drive(c.aclose()), drive(c.__anext__()))
d = ag()
try:
    drive(d.asend("early"))
except TypeError as e:
    print(e)
async def loop():
    out = [x async for x in ag()]
    g = ag()
    async for y in g:
        if y == 2: break
    await g.aclose()
    return out, y
print(drive(loop()))
async def bad():
    yield 1
    raise StopIteration
e = bad()
drive(e.__anext__())
try:
    drive(e.__anext__())
except RuntimeError as err:
    print(type(err).__name__)
try:
    iter(a)
except TypeError:
    print("not iterable")
print(a.ag_running, a.ag_frame, a.__name__)
