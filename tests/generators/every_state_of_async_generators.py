# Async generators of many kinds in every state, and every operation on what their methods give.
from _awaited import *


def yielding(make):
    async def generator():
        r = await hold(make())
        log("r", show(r))
        yield r

    generator.__name__ = "yielding " + make.__name__
    return generator


async def handles():
    try:
        log("got", show((yield 1)))
    except BaseException as e:
        log("caught", exc(e))
        await W(1)
        log("waited")
    yield 3


async def ends():
    try:
        yield 1
    except BaseException as e:
        log("caught", exc(e))
        await W(1)
        log("waited")


def raising(what):
    async def generator():
        try:
            yield 1
        except BaseException:
            raise what("mine")

    generator.__name__ = "raising " + what.__name__
    return generator


async def in_finally():
    try:
        yield 1
    finally:
        log("finally")
        await W("f")
        log("end")


async def yields_in_finally():
    try:
        yield 1
    finally:
        yield "f"
        log("end")


async def returns_in_finally():
    try:
        yield 1
    finally:
        return


async def in_except():
    try:
        [][1]
    except IndexError:
        log("got", show((yield 1)))


async def in_with():
    async with Manager():
        yield 1


async def in_with_handling():
    async with Manager(True):
        yield 1


async def in_for():
    async for x in Items():
        try:
            yield x
        except ValueError:
            continue


async def over():
    async for x in hold(between()):
        yield x


KINDS = [empty, plain, between, handles, ends, *map(raising, (KeyError, StopIteration, StopAsyncIteration, GeneratorExit)), in_finally,
         yields_in_finally, returns_in_finally, in_except, in_with, in_with_handling, in_for, over, *map(yielding, AWAITED)]
MAKE = {
    "anext": lambda g: g.__anext__(),
    "asend None": lambda g: g.asend(None),
    "asend 7": lambda g: g.asend(7),
    "aclose": lambda g: g.aclose(),
    "default": lambda g: anext(g, "default"),
}
for name, args in THROWN.items():
    MAKE["athrow " + name] = lambda g, args=args: g.athrow(*new(args))
DRIVE["next"] = next
BEFORE = {
    "new": [],
    "at 1": ["anext"],
    "at 2": ["anext", "anext"],
    "at 3": ["anext", "anext", "anext"],
    "closed": ["aclose"],
    "closed at 1": ["anext", "aclose"],
    "thrown": ["athrow V"],
    "thrown at 1": ["anext", "athrow v"],
}


def attributes(g):
    return "R" * g.ag_running + "-" * (g.ag_frame is None) + ("" if g.ag_await is None else show(g.ag_await))


def prepared(make, before):
    g = hold(make())
    for way in BEFORE[before]:
        run(hold(MAKE[way](g)))
    return g


def operations(way, begun):
    """Those that have not changed in 3.12 or 3.13, for which see async_generator_steps.py."""
    if not begun:
        return ["next", "send None", "send 5"]
    return [name for name in DRIVE if name != "close" and not (way == "aclose" and name.startswith("throw"))]


def try_all(make, before, way, begun):
    for name in operations(way, begun):
        g = prepared(make, before)
        s = hold(MAKE[way](g))
        if begun:
            try:
                s.send(None)
            except BaseException:
                continue
        text = outcome(lambda: DRIVE[name](s))
        print(" ", "begun" * begun, name, "->", text, "|", attributes(g), "|", outcome(lambda: run(hold(g.asend(8)))), outcome(lambda: run(hold(g.aclose()))))


for make in KINDS:
    for before in BEFORE:
        for way in MAKE:
            if way.startswith("athrow") and before not in ("new", "at 1"):
                continue
            print(make.__name__, "|", before, "|", way)
            try_all(make, before, way, False)
            try_all(make, before, way, True)
        let_go()
