# What coroutines and async generators of the tests wait for.
from _outcomes import *

held = []  # nothing is collected in between


def hold(g):
    held.append(g)
    return g


class W:
    def __init__(self, n=1):
        self.n = n

    def __await__(self):
        return hold(self.wait())

    def wait(self):
        return (yield "w", self.n)


class Catching(W):
    def wait(self):
        try:
            return (yield "w", self.n)
        except BaseException as e:
            log("w caught", exc(e))
            return "wc"


class Raising(W):
    def wait(self):
        try:
            yield "w", self.n
        except BaseException:
            raise KeyError("w")


class Finally(W):
    def wait(self):
        try:
            return (yield "w", self.n)
        finally:
            log("w finally")
            yield "wf"


class Foreign:
    def __init__(self):
        self.n = 0

    def __await__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("foreign")
        return "f", self.n


class Full(Foreign):
    def send(self, x):
        log("send", show(x))
        return next(self)

    def throw(self, *a):
        log("throw", *map(show, a))
        raise a[0]

    def close(self):
        log("close")


class Calm(Full):
    def throw(self, *a):
        return "calm"


class Ender(Full):
    def throw(self, *a):
        raise StopIteration("ender")


class BadClose(Full):
    def close(self):
        raise KeyError("close")


class Manager:
    def __init__(self, handles=None):
        self.handles = handles

    async def __aenter__(self):
        await W("in")

    async def __aexit__(self, t, e, tb):
        log("aexit", show(e))
        await W("out")
        log("left")
        return self.handles


class Items:
    def __init__(self):
        self.n = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n += 1
        if self.n > 2:
            raise StopAsyncIteration
        await W("item")
        return self.n


async def waiting():
    r = await W()
    log("got", show(r))
    return r


async def handling():
    try:
        return await W()
    except BaseException as e:
        log("caught", exc(e))
        return "handled"


async def stopping():
    await W()
    raise StopIteration("s")


async def stopping_async():
    await W()
    raise StopAsyncIteration("s")


async def empty():
    return
    yield


async def plain():
    log("got", show((yield 1)))
    log("got", show((yield 2)))


async def between():
    log("w", show(await W(0)))
    log("got", show((yield 1)))
    log("w", show(await W(1)))
    yield 2


def step(make, method, *args):
    def stepped():
        return getattr(hold(make()), method)(*new(args))

    stepped.__name__ = method + " of " + make.__name__
    return stepped


def following(make):
    return anext(hold(make()), "default")


def following_empty():
    return following(empty)


def following_between():
    return following(between)


AWAITED = [W, Catching, Raising, Finally, Foreign, Full, Calm, Ender, BadClose, waiting, handling, stopping, stopping_async,
           step(between, "__anext__"), step(between, "asend", None), step(empty, "__anext__"), following_empty, following_between]


def run(awaitable):  # to its end
    try:
        for i in range(9):
            awaitable.send(None)
    except StopIteration as e:
        return e.value
    except BaseException as e:
        return e


def let_go():
    for i in range(3):
        for g in held:
            quietly(getattr(g, "close", int))
    held.clear()
