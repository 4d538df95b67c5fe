# Generators with try/finally/return/raise in every order, and what the driver sees. Each has a log of its
# own: one that ignored close() is closed again when it is freed, which may be much later.
def g(mode, log):
    try:
        try:
            x = yield "first"
            log.append(("got", x))
            if mode == "raise": raise KeyError("inside")
            if mode == "return": return "ret"
        finally:
            log.append("inner")
            if mode == "yield in finally": yield "extra"
    except KeyError as e:
        log.append(repr(e))
        yield "caught"
    else:
        log.append("else")
    finally:
        log.append("outer")
    return "end"
def drive(mode, *acts):
    log = []
    it = g(mode, log)
    out = [next(it)]
    try:
        for a in acts:
            out.append(it.throw(a) if isinstance(a, BaseException) else it.send(a))
    except StopIteration as e:
        out.append(("stop", e.value))
    except BaseException as e:
        out.append(("raised", repr(e)))
    print(mode, out, log)
    log.clear()
    try:
        it.close()
    except RuntimeError as e:
        print("RuntimeError", e)
    print(log)
for mode in ("raise", "return", "yield in finally", "none"):
    drive(mode, 1, 2)
    drive(mode, KeyError("t"), 3)
    drive(mode, ValueError("v"))
    drive(mode, GeneratorExit())
    drive(mode)
log = []
def outer():
    try:
        r = yield from g("raise", log)
        yield ("r", r)
    except ValueError as e:
        yield ("outer", repr(e))
    finally:
        log.append("done")
o = outer()
print(next(o), o.send(1), o.throw(ValueError("x")), list(o), log)
def stop_inside():
    yield 1
    raise StopIteration("x")
try:
    list(stop_inside())
except RuntimeError as e:
    print(e, repr(e.__cause__))
def ret_in_finally():
    try:
        yield 1
    finally:
        while True:
            break
r = ret_in_finally()
next(r)
try:
    r.throw(OSError("io"))
except OSError as e:
    print(e, r.gi_frame)
