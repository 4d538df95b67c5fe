# Generators as hand-written context managers and pipelines.
class contextmanager:
    def __init__(self, f): self.f = f
    def __call__(self, *a):
        c = contextmanager(self.f)
        c.g = self.f(*a)
        return c
    def __enter__(self): return next(self.g)
    def __exit__(self, t, v, tb):
        if t is None:
            for _ in self.g: raise RuntimeError("didn't stop")
            return False
        try:
            self.g.throw(v)
        except StopIteration:
            return True
        except BaseException as e:
            if e is not v: raise
            return False
        raise RuntimeError("didn't stop after throw")
@contextmanager
def tag(n, swallow=False):
    print("<%s>" % n, end="")
    try:
        yield n.upper()
    except KeyError:
        if not swallow: raise
        print("swallowed", end="")
    finally:
        print("</%s>" % n, end=" ")
with tag("a") as x, tag("b") as y: print(x, y, end="")
with tag("s", True): raise KeyError
print()
try:
    with tag("p"): raise KeyError("propagates")
except KeyError as e:
    print(repr(e))
def numbers(lines):
    for l in lines:
        for w in l.split(): yield w
def ints(words):
    for w in words:
        if w.isdigit(): yield int(w)
def window(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            buf.pop(0)
print(list(window(ints(numbers(["1 a 2", "3 b", "", "4 5"])), 3)))
