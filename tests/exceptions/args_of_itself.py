# args: -X heapsize=32M
# The text of exceptions that contain themselves.
def attempt(f, *args):
    try:
        f(*args)
        print("ended")
    except (RecursionError, MemoryError):
        print("too deep")
    except Exception as e:
        print(type(e).__name__)


e = ValueError()
e.args = (e,)
attempt(str, e)
attempt(repr, e)
e.args = (e, 1)
attempt(str, e)
attempt(repr, e)
k = KeyError()
k.args = (k,)
attempt(str, k)
o = OSError(1, "text")
o.filename = o
attempt(str, o)
o.strerror = o
attempt(str, o)
s = SystemExit()
s.code = s
attempt(str, s)
g = ExceptionGroup("m", [ValueError()])
g.args = (g,)
attempt(str, g)
attempt(repr, g)
for make in (lambda x: ValueError(x), lambda x: ValueError(x, 1), lambda x: [x], lambda x: (x,), lambda x: {1: x}, lambda x: slice(x)):
    x = 1
    for i in range(60000):
        x = make(x)
    for text in str, repr:
        try:
            text(x)
        except (RecursionError, MemoryError):
            pass
    print("lived")
