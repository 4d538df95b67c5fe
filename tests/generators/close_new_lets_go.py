# close() of one that has not begun lets go of its arguments.
import gc
import weakref


class Argument:
    pass


def gen(x):
    yield x


async def coroutine(x):
    return x


def closed(make):
    argument = Argument()
    made.append(make(argument))
    made[-1].close()
    return weakref.ref(argument)


made = []
refs = [closed(make) for make in (gen, coroutine) for i in range(10)]
gc.collect()
print(sum(r() is None for r in refs) > 15, {g.__name__ for g in made} == {"gen", "coroutine"})
