# An async generator that waits in one awaitable is not entered by another; awaitables are used once.
class Waits:
    def __await__(self):
        yield "waiting"


async def agen():
    await Waits()
    yield 1
    await Waits()
    yield 2


def attempt(f, *args):
    try:
        print("gives", f(*args))
    except StopIteration as e:
        print("result", e.value)
    except BaseException as e:
        print(type(e).__name__, e)


for kind in ("asend", "athrow", "aclose", "__anext__"):
    print(kind)
    a = agen()
    first = a.asend(None)
    attempt(first.send, None)
    args = {"asend": (None,), "athrow": (ValueError,), "aclose": (), "__anext__": ()}[kind]
    second = getattr(a, kind)(*args)
    attempt(second.send, None)
    attempt(first.send, None)
    attempt(first.send, None)
    attempt(second.send, None)
    third = a.asend(None)
    third.close()
    attempt(third.send, None)
    attempt(third.throw, ValueError)
    a.ag_running and print("still running")
for kind in ("athrow", "aclose", "asend"):
    a = agen()
    close = a.aclose()
    attempt(close.send, None)
    args = {"athrow": (ValueError,), "aclose": (), "asend": (None,)}[kind]
    attempt(getattr(a, kind)(*args).send, None)
