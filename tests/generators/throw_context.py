# What is thrown into, or raised by the close of, a generator that waits inside except or finally has the
# handled exception as context.
import sys


def show(e):
    chain = []
    while e is not None:
        chain.append(repr(e))
        e = e.__context__
    print(" < ".join(chain))


def waits_in_except():
    try:
        1 / 0
    except ZeroDivisionError:
        yield sys.exception()


def waits_in_finally():
    try:
        raise KeyError(1)
    finally:
        yield


def delegates():
    try:
        raise LookupError
    except LookupError:
        yield from waits_in_except()


def closes():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            yield
        except GeneratorExit as e:
            show(e)
            raise ValueError("closed")


class Waits:
    def __await__(self):
        yield


async def coroutine():
    try:
        1 / 0
    except ZeroDivisionError:
        await Waits()


async def agen():
    try:
        1 / 0
    except ZeroDivisionError:
        yield 1


def step(c, x=None):
    try:
        return c.send(x)
    except StopIteration as e:
        return e.value


for make in waits_in_except, waits_in_finally, delegates:
    g = make()
    next(g)
    try:
        g.throw(ValueError("thrown"))
    except ValueError as e:
        show(e)
    print(sys.exception())
g = closes()
next(g)
try:
    g.close()
except ValueError as e:
    show(e)
c = coroutine()
c.send(None)
try:
    c.throw(ValueError("thrown"))
except ValueError as e:
    show(e)
a = agen()
step(a.asend(None))
try:
    step(a.athrow(ValueError("thrown")))
except ValueError as e:
    show(e)
g = waits_in_except()
next(g)
try:
    try:
        raise OSError
    except OSError:
        g.throw(ValueError("thrown"))
except ValueError as e:
    show(e)
try:
    next(iter(waits_in_except().__next__ for i in ()))
except StopIteration as e:
    print(e.args, e.value)


def empty():
    return
    yield


try:
    next(empty())
except StopIteration as e:
    print(e.args, e.value)


def valued():
    return 3
    yield


try:
    next(valued())
except StopIteration as e:
    print(e.args, e.value)
