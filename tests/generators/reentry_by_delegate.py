# A generator that is called while it runs, by the iterator it waits for or the class that is thrown.
from _outcomes import *

OPERATIONS = {
    "next": next,
    "throw": lambda g: g.throw(ValueError("x")),
    "throw int": lambda g: g.throw(5),
    "close": lambda g: g.close(),
    "attributes": lambda g: (g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_frame is None),
}
running = operation = None


def reenter():
    try:
        log("inside", show(operation(running)))
    except Exception as e:
        log("inside !", type(e).__name__, e)


class Source:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if operation:
            reenter()
        return self.n

    def send(self, x):
        return next(self)

    def throw(self, e):
        reenter()
        raise e

    def close(self):
        reenter()


class Thrown(Exception):
    def __init__(self):
        reenter()


def over_source():
    yield from Source()


def body():
    yield 1
    try:
        running.throw(Thrown)
    except ValueError as e:
        log("body !", e)
    yield 2


def tell(make, way):
    global running, operation
    operation = None
    running = make()
    next(running)
    print(make.__name__)
    for name, operation in OPERATIONS.items():
        g = running = make()
        saved, operation = operation, None
        next(g)
        operation = saved
        text = outcome(lambda: way(g))
        print(" ", name, "->", text, "|", g.gi_suspended)


tell(over_source, next)
tell(over_source, lambda g: g.send(1))
tell(over_source, lambda g: g.throw(KeyError))
tell(over_source, lambda g: g.throw(GeneratorExit))
tell(over_source, lambda g: g.close())
tell(body, next)
