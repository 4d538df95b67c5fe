# args: -X heapsize=8M
# More locals than fit the short operands survive calls, generators and exceptions.
def build(n, body, head="def f(deep):"):
    lines = [head]
    lines += ["    v%d = %d" % (i, i) for i in range(n)]
    lines += ["    " + line for line in body]
    scope = {"deep": deep}
    exec("\n".join(lines), scope)
    return scope["f"]


def deep(n, *args, **kwargs):
    a = b = c = d = e = n
    return deep(n - 1, *args) + 1 if n else sum(args)


def total(n):
    return "sum([%s])" % ", ".join("v%d" % i for i in range(n))


for n in 127, 128, 129, 200, 3000:
    want = n * (n - 1) // 2
    f = build(n, ["x = deep(60, 1, 2)", "return x, " + total(n)])
    print(n, f(deep) == (63, want))
    g = build(n, ["x = yield v0", "deep(30)", "yield x", "yield " + total(n)])(deep)
    print(next(g), g.send("sent"), deep(40), next(g) == want)
    h = build(n, ["try:", "    deep(5, 'x')", "except TypeError as e:",
                  "    v%d += 1" % (n - 1), "return len(locals()), " + total(n)])
    print(h(deep) == (n + 1, want + 1))
    c = build(n, ["def inner(): return deep(9) and v%d + v1" % (n - 1), "deep(50)", "return inner()"])
    print(c(deep) == n)
    params = ", ".join("p%d" % i for i in range(n))
    f = build(0, ["deep(70)", "return p0, p%d, p%d, p%d" % (n // 2, n - 2, n - 1)],
              "def f(%s, *args, key=1):" % params)
    print(f(*range(n)), f(*range(n + 5), key=3))
    g = build(0, ["x = deep(70)", "yield p0 + p%d + x" % (n - 1), "yield p%d" % (n - 2)], "def f(%s):" % params)
    print(list(g(*range(n))))

try:
    build(200, ["del v150", "deep(20)", "return v150"])(deep)
except UnboundLocalError as e:
    print(e)
