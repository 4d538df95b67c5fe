# throw in every state; catching inside; classes and instances.
def g():
    while True:
        try:
            x = yield "ready"
        except ValueError as e:
            print("caught", e, end=" ")
            yield "from except"
        except KeyError:
            print("key", end=" ")
            return "ended"
a = g()
print(next(a), a.throw(ValueError("v1")), next(a), a.throw(ValueError("v2")))
next(a)
try:
    a.throw(KeyError)
except StopIteration as s:
    print("value", s.value)
try:
    a.throw(TypeError("finished"))
except TypeError as t:
    print("throw into finished:", t)
b = g()
try:
    b.throw(OSError("unstarted"))
except OSError as e:
    print(e)
print(next(b, "closed by it"))
c = g()
next(c)
try:
    c.throw(OSError("uncaught"))
except OSError as e:
    print(e, next(c, "closed"))
for bad in (5, "x", int, None):
    d = g()
    next(d)
    try:
        d.throw(bad)
    except TypeError as t:
        print("TypeError", end=" ")
print()
def fin():
    try:
        yield 1
    finally:
        print("finally", end=" ")
        yield "in finally"
h = fin()
next(h)
print(h.throw(ValueError("kept")))
try:
    next(h)
except ValueError as e:
    print("after finally:", e)
def convert():
    try:
        yield
    except Exception as e:
        raise RuntimeError("converted") from e
k = convert()
next(k)
try:
    k.throw(KeyError("k"))
except RuntimeError as e:
    print(e, repr(e.__cause__))
