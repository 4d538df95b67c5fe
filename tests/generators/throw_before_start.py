# An exception thrown into a generator that has not begun is not seen by its code.
def guarded():
    try:
        yield 1
    except BaseException as e:
        yield "caught"
    finally:
        print("finally")


async def coroutine():
    try:
        return 1
    finally:
        print("finally")


def attempt(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


g = guarded()
attempt(lambda: g.throw(ValueError("v")))
attempt(lambda: next(g))
attempt(lambda: guarded().throw(StopIteration(5)))
attempt(lambda: guarded().throw(GeneratorExit))
attempt(lambda: coroutine().throw(KeyError("k")))
