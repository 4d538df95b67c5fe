# async with: order, suppression, exceptions, missing methods.
def drive(c):
    try:
        while True: c.send(None)
    except StopIteration as e:
        return e.value
log = []
class CM:
    def __init__(self, n, suppress=False,
                 fail=None): self.n, self.suppress, self.fail = n, suppress, fail
    async def __aenter__(self):
        log.append("enter " + self.n)
        if self.fail == "enter": raise OSError(self.n)
        return self.n.upper()
    async def __aexit__(self, t, v, tb):
        log.append("exit %s %s" % (self.n, t and t.__name__))
        if self.fail == "exit": raise OSError(self.n)
        return self.suppress
async def ok():
    async with CM("a") as a, CM("b") as b:
        return a + b
async def supp():
    async with CM("s", True):
        raise ValueError
    return "suppressed"
async def paren():
    async with (CM("p") as p, CM("q"),):
        log.append(p)
for f in (ok, supp, paren):
    print(f.__name__, drive(f()), log)
    log.clear()
async def prop():
    async with CM("outer"), CM("bad", fail="enter"): log.append("never")
async def exitfail():
    async with CM("x", fail="exit"): raise KeyError
for f in (prop, exitfail):
    try:
        drive(f())
    except OSError as e:
        print(f.__name__, e, type(e.__context__).__name__, log)
    log.clear()
class Sync:
    def __enter__(self): pass
    def __exit__(self, *a): pass
async def wrong(o):
    try:
        async with o: pass
    except (TypeError, AttributeError) as e:
        return type(e).__name__
async def wrong2():
    try:
        with CM("z"): pass
    except (TypeError, AttributeError) as e:
        return type(e).__name__
print(drive(wrong(Sync())), drive(wrong(5)), drive(wrong2()))
async def brk():
    for i in range(3):
        async with CM(str(i)):
            if i == 0: continue
            break
    return log
print(drive(brk()))
