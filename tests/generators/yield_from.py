# yield from: values, send, throw, close, return values, plain iterables, chains.
def sub():
    log = []
    try:
        while len(log) < 2:
            log.append((yield len(log)))
    except ValueError as e:
        log.append(str(e))
        yield "handled"
    finally:
        print("sub done", end="; ")
    return log
def main():
    r = yield from sub()
    print("got", r)
    r = yield from [10, 20]
    print("list gives", r)
    yield from "ab"
    yield from range(2)
    yield from ()
    return "main"
m = main()
print(next(m), m.send("x"), m.send("y"))
print(list(m))
m = main()
next(m)
print(m.throw(ValueError("thrown")), m.send(None))
m = main()
next(m)
m.close()
print(next(m, "closed"))
def chain(n): return (yield from chain(n - 1)) + 1 if n else (yield "bottom")
c = chain(20)
print(next(c))
try:
    c.send(100)
except StopIteration as e:
    print(e.value)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("it value")
        return self.n
def d():
    print((yield from It()))
print(list(d()))
for bad in (5, None, object()):
    def b(): yield from bad
    try:
        next(b())
    except TypeError as e:
        print("TypeError", end=" ")
e = d()
next(e)
try:
    e.send("no send method")
except AttributeError:
    print("AttributeError")
