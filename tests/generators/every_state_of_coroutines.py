# Coroutines of many kinds in every state, and every operation on them and on what __await__() gives.
from _awaited import *


def awaiting(make):
    async def coroutine():
        r = await hold(make())
        log("r", show(r))
        return r

    coroutine.__name__ = "awaiting " + make.__name__
    return coroutine


async def immediate():
    return 5


async def stop_at_once():
    raise StopIteration(1)


async def in_with():
    async with Manager():
        r = await W()
    return r


async def in_with_handling():
    async with Manager(True):
        await W()


async def in_for():
    async for x in Items():
        log("x", x)
    else:
        return "else"


async def in_for_of_generator():
    async for x in hold(between()):
        await W("c")


async def in_finally():
    try:
        await W(1)
    except ValueError as e:
        log("caught", exc(e))
        await W(2)
    finally:
        log("finally")
        await W(3)
        log("end")


KINDS = [immediate, stop_at_once, waiting, handling, stopping, stopping_async, in_with, in_with_handling, in_for, in_for_of_generator, in_finally,
         *map(awaiting, AWAITED)]
BEFORE = ["", "send", "send send", "send send send", "throw", "send throw", "close", "send close"]
WORDS = {"send": "send None", "throw": "throw v", "close": "close"}


def attributes(c):
    return "R" * c.cr_running + "-" * (c.cr_frame is None) + ("" if c.cr_await is None else show(c.cr_await))


def prepared(make, before, wrapped):
    c = hold(make())
    driven = hold(c.__await__()) if wrapped else c
    for word in before.split():
        quietly(DRIVE[WORDS[word]], driven)
    return c, driven


for make in KINDS:
    for before in BEFORE:
        for wrapped in (False, True):
            print(make.__name__, "|", before, "| wrapped" * wrapped)
            for name, operation in DRIVE.items():
                c, driven = prepared(make, before, wrapped)
                print(" ", name, "->", outcome(lambda: operation(driven)), "|", attributes(c), "|", outcome(lambda: run(c)), "|", outcome(lambda: c.close() and None))
        let_go()
