# What the methods of an async generator give, in each of their states: new, begun, ended.
from _awaited import *


async def ends():
    try:
        yield 1
    except BaseException as e:
        log("caught", exc(e))
        await W("a")
        log("waited")


async def goes_on():
    try:
        yield 1
    except BaseException as e:
        log("caught", exc(e))
        await W("a")
        yield 2


async def waits():
    try:
        await W("b")
    finally:
        log("finally")
    yield 1


MAKE = {
    "anext": lambda g: g.__anext__(),
    "athrow": lambda g: g.athrow(ValueError),
    "aclose": lambda g: g.aclose(),
    "default": lambda g: anext(g, "default"),
}
WORDS = {"throw": "throw v", "send": "send None", "close": "close"}


def attributes(g):
    return "R" * g.ag_running + "-" * (g.ag_frame is None) + "y" * (g.ag_await is not None)


def steps_of(make, way, steps):
    g = hold(make())
    if make is not waits:
        run(hold(g.asend(None)))
    s = hold(MAKE[way](g))
    for step in steps.split():
        if step == "another":
            s = hold(g.aclose())
            step = "send"
        yield outcome(lambda: DRIVE[WORDS[step]](s)) + " " + attributes(g)
    yield outcome(lambda: run(hold(g.asend(None))))


for make in (plain, ends, goes_on, waits):
    for way in MAKE:
        print(make.__name__, way)
        for steps in ("close send", "send close", "throw send send", "send throw send", "send send", "send another"):
            print(" ", steps, "->", " | ".join(steps_of(make, way, steps)))
            let_go()

g = plain()
print([type(s).__name__ for s in (g.__anext__(), g.asend(1), g.athrow(ValueError), g.aclose(), anext(g, 1))])
print(str(g.athrow(ValueError))[:32])
