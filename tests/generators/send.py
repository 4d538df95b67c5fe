# send: values into yield expressions, first send, precedence, exhausted generators.
def echo():
    r = "first"
    while True:
        r = yield r
        if r is None: r = "none"
        if r == "stop": return "stopped"
e = echo()
print(next(e), e.send("a"), next(e), e.send([1]))
try:
    e.send("stop")
except StopIteration as s:
    print(s.value)
try:
    e.send("after")
except StopIteration as s:
    print("exhausted", s.value)
f = echo()
try:
    f.send("too early")
except TypeError as t:
    print(t)
print(f.send(None))
def avg():
    total = n = 0
    value = None
    while True:
        x = yield value
        total += x
        n += 1
        value = total / n
a = avg()
next(a)
print([a.send(v) for v in (10, 20, 60)])
def expr():
    x = (yield 1) + (yield 2)
    y = [(yield), (yield "b")]
    print("got", x, y, (yield x) if (yield "cond") else "skipped")
    return {"k": (yield "end")}
g = expr()
print(g.send(None), g.send(5), g.send(6), g.send("p"), g.send("q"), g.send(True), g.send("z"))
try:
    g.send("val")
except StopIteration as s:
    print(s.value)
def call():
    print((yield 1), (yield 2), sep="/")
c = call()
next(c); c.send("a")
print(next(c, "finished"))
