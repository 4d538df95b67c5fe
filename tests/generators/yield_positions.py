# yield in every expression position.
def f():
    x = yield
    x += yield 1
    y = yield 2, 3
    (yield)
    l = [(yield 4), (yield 5)]
    d = {(yield 6): (yield 7)}
    if (yield 8): z = "true"
    else: z = "false"
    while (yield 9): z += "!"
    print("kw", (yield 10), end=" ")
    assert (yield 11), "m"
    fn = lambda a=(yield 12): a
    for i in (yield 13): z += str(i)
    with (yield 14) as w: pass
    s = "abcdef"[(yield 15):(yield 16)]
    t = f"{(yield 17)}-{(yield 18)!r}"
    return x, y, l, d, z, fn(), w, s, t, (yield 19) if (yield 20) else 0
class CM:
    def __enter__(self): return "entered"
    def __exit__(self, *a): pass
g = f()
out = [next(g)]
for v in (1, 2, "y", None, "a", "b", "k", "v", 1, 1, 0, "printed", True, "default", (7, 8), CM(), 1,
          3, "f", "r", True, "last"):
    try:
        out.append(g.send(v))
    except StopIteration as e:
        print(e.value)
print(out)
h = (lambda: (yield (yield 1)))()
print(next(h), h.send("again"))
def gen_in_class_body_default():
    class C:
        def m(self, a=5): yield a
    yield from C().m()
print(list(gen_in_class_body_default()))
