# A generator resumed from its own frame, closed while running, thrown into in every state.
def attempt(f):
    try:
        return f()
    except (ValueError, StopIteration, RuntimeError, TypeError, KeyError) as e:
        return type(e).__name__
def g():
    r = []
    for op in (lambda: next(it), lambda: it.send(1), lambda: it.throw(KeyError()),
               lambda: it.close(), lambda: list(it), lambda: [x for x in it]):
        r.append(attempt(op))
    yield r
it = g()
print(next(it), next(it, "end"))
def chain():
    yield attempt(lambda: list(top))
    yield from inner()
def inner():
    yield attempt(lambda: next(top))
    yield attempt(lambda: top.close())
top = chain()
print(list(top))
def selfyield(): yield from me
me = selfyield()
print(attempt(lambda: next(me)), attempt(lambda: next(me)))
class It:
    def __iter__(self): return self
    def __next__(self): return next(outer)
def o(): yield from It()
outer = o()
print(attempt(lambda: next(outer)))
def once(): yield 1
for state in ("new", "suspended", "finished", "closed"):
    for op in ("next", "send", "throw", "close"):
        x = once()
        if state != "new": next(x)
        if state == "finished": next(x, None)
        if state == "closed": x.close()
        f = {"next": lambda: next(x), "send": lambda: x.send(5),
             "throw": lambda: x.throw(KeyError()), "close": lambda: x.close()}[op]
        print(state, op, attempt(f), attempt(lambda: next(x)), end="; ")
    print()
def key(x):
    return attempt(lambda: next(gen))
def sorter():
    yield sorted([2, 1], key=key)
gen = sorter()
print(next(gen))
class Fin:
    def __del__(self): attempt(lambda: next(gen2))
def g2():
    f = Fin()
    f = None
    yield "survived"
gen2 = g2()
print(next(gen2), next(gen2, "end"))
