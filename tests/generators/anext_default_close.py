# What anext() with a default gives, closed before it is awaited; and what can't be awaited.
async def agen():
    yield 1


class Counting:
    async def __anext__(self):
        return 1


class Wrong:
    def __anext__(self):
        return [1]


class NoIterator:
    def __anext__(self):
        return self

    def __await__(self):
        return [1]


def attempt(f):
    try:
        print(f())
    except (RuntimeError, TypeError, StopIteration, ValueError) as e:
        print(type(e).__name__, e)


for it in (agen(), Counting()):
    step = anext(it, "default")
    print(step.close())
    attempt(lambda: step.send(None))
    step = anext(it, "default")
    attempt(lambda: step.throw(ValueError("x")))
    attempt(lambda: step.send(None))
for it in (Wrong(), NoIterator()):
    step = anext(it, "default")
    attempt(lambda: step.send(None))
    attempt(lambda: step.close())
