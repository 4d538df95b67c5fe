# A generator that is called while it runs, from its body and its handlers.
from _outcomes import *

DRIVE["next"] = next
DRIVE["list"] = list
DRIVE["attributes"] = lambda g: (g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_frame is None)
running = operation = None


def reenter():
    if operation:
        try:
            log("inside", show(operation(running)))
        except BaseException as e:
            log("inside !", type(e).__name__, e)


class CM:
    def __enter__(self):
        reenter()

    def __exit__(self, *a):
        reenter()
        return True


def body():
    yield 1
    reenter()
    yield 2


def in_finally():
    try:
        yield 1
    finally:
        reenter()


def handles():
    try:
        yield 1
    except BaseException:
        reenter()
        yield 2


def in_with():
    with CM():
        yield 1
    yield 2


WAYS = {"next": next, "throw v": DRIVE["throw v"], "close": DRIVE["close"]}
for make in (body, in_finally, handles, in_with):
    for before in range(3):
        for way in WAYS:
            print(make.__name__, before, way)
            for name in DRIVE:
                running = make()
                for i in range(before):
                    quietly(next, running)
                operation = DRIVE[name]
                text = outcome(lambda: WAYS[way](running))
                operation = None
                print(" ", name, "->", text, "|", DRIVE["attributes"](running), outcome(lambda: next(running)))
                quietly(running.close)
