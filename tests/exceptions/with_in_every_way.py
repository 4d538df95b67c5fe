# Context managers written as classes, generators and closures; leaving by every way.
class Ctx:
    def __init__(self, name, swallow=(), fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        log.append("+" + self.name)
        if self.fail == "enter": raise RuntimeError("enter " + self.name)
        return self
    def __exit__(self, t, v, tb):
        log.append("-" + self.name + (":" + t.__name__ if t else ""))
        if self.fail == "exit": raise RuntimeError("exit " + self.name)
        return t is not None and issubclass(t, self.swallow)
log = []
def show(label, r=None):
    print(label, r, log)
    log.clear()
def returns():
    with Ctx("a"), Ctx("b"):
        return log[:]
show("return", returns())
def loop():
    for i in range(3):
        with Ctx(str(i)):
            if i == 0: continue
            if i == 1: break
    return i
show("loop", loop())
def swallowed():
    with Ctx("a", KeyError) as a:
        with Ctx("b", ValueError): raise KeyError
    return "after"
show("swallow", swallowed())
for fail in ("enter", "exit"):
    try:
        with Ctx("a"), Ctx("b", fail=fail), Ctx("c"): raise KeyError("body")
    except Exception as e:
        show(fail, (repr(e), repr(e.__context__)))
def gen():
    with Ctx("g"):
        yield 1
        yield 2
g = gen()
next(g)
g.close()
show("closed")
g = gen()
next(g)
try:
    g.throw(OSError)
except OSError:
    show("thrown")
def nested_return():
    for _ in range(2):
        with Ctx("w"):
            try:
                return "try"
            finally:
                with Ctx("f"): log.append("finally")
show("nested", nested_return())
class Multi(Ctx):
    def __enter__(self):
        super().__enter__()
        return [1, (2, 3)]
with Multi("m") as [x, (y, z)]: log.append((x, y, z))
show("unpack")
class Holder: pass
h, d = Holder(), {}
with Ctx("h") as h.attr, Ctx("d") as d["k"]: pass
show("targets", (h.attr.name, d["k"].name))
try:
    with 5: pass
except TypeError as e:
    print(type(e).__name__)
try:
    with Ctx("u") as (p, q): pass
except TypeError as e:
    show("not iterable", e)
with (Ctx("1") as one, Ctx("2") as two,): log.append(one.name + two.name)
show("paren")
