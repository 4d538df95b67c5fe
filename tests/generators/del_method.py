# __del__() of generators closes them; what that raises is reported and not raised.
def gen(log):
    try:
        yield 1
        yield 2
    finally:
        log.append("closed")


for steps in (0, 1, 3):
    log = []
    g = gen(log)
    for _ in range(steps):
        next(g, None)
    print(steps, g.__del__(), log, list(g), g.__del__(), log)


async def coroutine(log):
    try:
        await Wait()
    finally:
        log.append("closed")


class Wait:
    def __await__(self):
        yield 1


log = []
c = coroutine(log)
c.send(None)
print(c.__del__(), log)


async def agen():
    yield 1


a = agen()
print(a.__del__())


def own():
    print(g.gi_running)
    yield


print(type(gen(log)).__del__(gen(log)))
try:
    type(g).__del__(5)
except TypeError:
    print("TypeError")
