# return, break and continue inside generators with try blocks.
def g(how):
    for i in range(3):
        try:
            if i == 1:
                if how == "return": return "r"
                if how == "break": break
                if how == "continue": continue
                if how == "raise": raise KeyError(i)
            yield i
        except KeyError as e:
            yield "caught %s" % e
        else:
            yield "else %d" % i
        finally:
            yield "finally %d" % i
    else:
        yield "loop else"
    yield "end"
for how in ("none", "return", "break", "continue", "raise"):
    it = g(how)
    out = []
    while True:
        try:
            out.append(next(it))
        except StopIteration as e:
            print(how, out, e.value)
            break
def early():
    return [1, 2]
    yield
def nothing():
    yield from ()
print(list(early()), list(nothing()), next(early(), "none"))
def with_return_value():
    x = yield from early()
    yield x
print(list(with_return_value()))
def loop():
    while True:
        try:
            got = yield
            if got is None: continue
            if got == "q": break
        finally:
            seen.append(got)
    return len(seen)
seen = []
l = loop()
next(l)
for v in ("a", None, "b"): l.send(v)
try:
    l.send("q")
except StopIteration as e:
    print(e.value, seen)
