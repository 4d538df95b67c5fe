# yield from delegates to send/throw/close methods of any object.
class Full:
    def __iter__(self): return self
    def __next__(self):
        print("next", end=" ")
        return "n"
    def send(self, v):
        print("send", v, end=" ")
        if v == "stop": raise StopIteration("final")
        return "s"
    def throw(self, *a):
        print("throw", a[0] if isinstance(a[0], type) else type(a[0]).__name__, end=" ")
        return "t"
    def close(self): print("close", end=" ")
def g():
    r = yield from Full()
    print("result", r, end=" ")
    yield "after"
x = g()
print(next(x), x.send(None), x.send("v"), x.throw(ValueError("q")))
print(x.send("stop"))
y = g()
next(y)
y.close()
print()
class OnlyNext:
    def __iter__(self): return self
    def __next__(self): return 1
def h():
    try:
        yield from OnlyNext()
    except KeyError:
        yield "outer caught"
z = h()
next(z)
print(z.throw(KeyError()))
def inner():
    try:
        yield 1
    except GeneratorExit:
        print("inner exit", end=" ")
        raise
def outer():
    try:
        yield from inner()
    finally:
        print("outer finally", end=" ")
o = outer()
next(o)
o.close()
print()
def a(): yield from b2
b2 = a()
try:
    next(b2)
except ValueError as e:
    print(e)
def two():
    i = iter([1, 2, 3])
    yield from i
    yield "rest", list(i)
print(list(two()))
