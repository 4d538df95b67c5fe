# Generators of many kinds in every state, and every operation on them.
from _outcomes import *


class Plain:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("plain")
        return self.n


class Full(Plain):
    def send(self, x):
        log("send", show(x))
        return next(self)

    def throw(self, *a):
        log("throw", *map(show, a))
        raise a[0]

    def close(self):
        log("close")
        return "closed"


class Calm(Full):
    def throw(self, *a):
        return "calm"


class Ender(Full):
    def throw(self, *a):
        raise StopIteration("ender")


class BadClose(Full):
    def close(self):
        raise KeyError("close")


class StopClose(Full):
    def close(self):
        raise StopIteration("close")


class NoneMethods(Plain):
    throw = close = send = None


class CM:
    def __init__(self, handles):
        self.handles = handles

    def __enter__(self):
        pass

    def __exit__(self, t, e, tb):
        log("exit", show(e))
        return self.handles


def empty():
    return "e"
    yield


def plain():
    log("got", show((yield 1)))
    y = yield 2
    return y


def handles():
    try:
        log("got", show((yield 1)))
    except Exception as e:
        log("caught", exc(e))
        return "handled"
    return "r"


def handles_all():
    try:
        yield 1
    except BaseException as e:
        log("caught", exc(e))
        yield "again"
    return "r"


def raises():
    try:
        yield 1
    except BaseException as e:
        raise KeyError("other")


def raises_from():
    try:
        yield 1
    except BaseException as e:
        raise KeyError("other") from e


def raises_stop():
    try:
        yield 1
    except BaseException as e:
        raise StopIteration("mine")


def returns():
    try:
        yield 1
    except BaseException as e:
        return "value"


def in_except():
    try:
        [][1]
    except IndexError:
        log("got", show((yield 1)))
    return 9


def in_except_bare():
    try:
        [][1]
    except IndexError:
        try:
            yield 1
        except ValueError:
            raise
        raise


def in_finally():
    try:
        yield 1
    finally:
        log("finally")
        yield "f"
        log("end")


def in_finally_return():
    try:
        yield 1
    finally:
        return "fr"


def in_finally_raising():
    try:
        [][1]
    finally:
        yield "f"


def in_with():
    with CM(False):
        log("got", show((yield 1)))
    return "w"


def in_with_handling():
    with CM(True):
        yield 1
    return "w"


def in_loop():
    for i in (1, 2):
        try:
            yield i
        except ValueError:
            continue
        finally:
            log("f", i)


def in_star():
    try:
        yield 1
    except* ValueError as e:
        log("star", exc(e))
    return "s"


held = []  # nothing is collected in between


def hold(g):
    held.append(g)
    return g


def over(make):
    def passing():
        return "ret", show((yield from hold(make())))

    passing.__name__ = "over " + make.__name__
    return passing


def catching(make):
    def passing():
        try:
            return "ret", show((yield from hold(make())))
        except BaseException as e:
            log("outer", exc(e))
            return "outer", show(e)

    passing.__name__ = "catching " + make.__name__
    return passing


SUBS = [plain, handles, handles_all, raises, raises_stop, returns, in_finally, Plain, Full, Calm, Ender, BadClose, StopClose, NoneMethods]
KINDS = [empty, plain, handles, handles_all, raises, raises_from, raises_stop, returns, in_except, in_except_bare, in_finally,
         in_finally_return, in_finally_raising, in_with, in_with_handling, in_loop, in_star, *map(over, SUBS), *map(catching, SUBS)]
DRIVE["next"] = next
DRIVE["list"] = list
BEFORE = {"new": "", "at 1": "next", "at 2": "next next", "at 3": "next next next", "closed": "close", "thrown": "next throw"}


def attributes(g):
    return "R" * g.gi_running + "-" * (g.gi_frame is None) + ("" if g.gi_yieldfrom is None else show(g.gi_yieldfrom))


def prepared(make, before):
    g = hold(make())
    for word in BEFORE[before].split():
        quietly(DRIVE["throw v" if word == "throw" else word], g)
    return g


for make in KINDS:
    for before in BEFORE:
        print(make.__name__, before, attributes(prepared(make, before)))
        for name, operation in DRIVE.items():
            g = prepared(make, before)
            print(" ", name, "->", outcome(lambda: operation(g)), "|", attributes(g), "|", outcome(lambda: next(g)), "|", outcome(lambda: g.close() and None))
        while held:
            quietly(getattr(held.pop(), "close", int))
