# close in every state; GeneratorExit; ignoring it; finally and with.
log = []
def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        log.append("finally")
a = g()
print(a.close(), log)
print(next(a, "closed"))
b = g()
next(b)
print(b.close(), log, b.close(), next(b, "closed"))
log.clear()
c = list(g())
print(log)
def stubborn():
    try:
        yield
    except GeneratorExit:
        log.append("ignored")
        yield
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
def raises():
    try:
        yield
    finally:
        raise KeyError("in finally")
r = raises()
next(r)
try:
    r.close()
except KeyError as e:
    print(repr(e), repr(e.__context__))
def returns():
    try:
        yield
    except GeneratorExit:
        return "ret"
t = returns()
next(t)
t.close()
print(next(t, "done"))
class CM:
    def __enter__(self): log.append("enter")
    def __exit__(self, t, v, tb): log.append(t.__name__)
def w():
    with CM():
        yield
log.clear()
x = w()
next(x)
x.close()
print(log)
