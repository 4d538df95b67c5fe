# args: -X heapsize=8M
# Expressions with very many values under way: deep nesting, long displays, calls, targets.
x = 1


def add(a, b=0, *rest, key=0):
    return a + b + key


class Log:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        print("exit", args[0])
        return True


def nest(before, after, n, inner="x"):
    return before * n + inner + after * n


def both(source):
    scope = {"x": 1, "add": add}
    exec("def f(x):\n    return " + source, scope)
    return eval(source, {"x": 1, "add": add}), scope["f"](1)


for n in 40, 90, 95:
    print(both(nest("(x + ", ")", n)))
    print(both(nest("add(x, ", ")", n)))
    print(both(nest("add(x, key=2, b=", ")", n)))
    print(both(nest("(x - add(", ", x))", n // 2)))
    print(both(nest("(x < x < ", ")", n)))
    print(len(str(both(nest("[x, x, x, x, ", "]", n)))))
    print(len(str(both(nest("{x: x, 2: ", "}", n)))))
    print(len(str(both(nest("[x, *[", "]]", n // 2)))))
    print(both("x + ".join(["", "(" * n + "x" + ")" * n])))
    print(both(nest("(x and x if x else ", ")", n)))

for n in 300, 3000:
    print(both("**".join("x" for i in range(n // 2))))
    print(both(" < ".join("(x + %d)" % i for i in range(n))))
    print(both(" < ".join("x" for i in range(n))))
    print([len(v) for v in both("[" + "x," * n + "]")], [len(v) for v in both("(" + "x," * n + ")")])
    print([len(v) for v in both("(lambda *a: a)(" + "x," * n + ")")])
    names = ["t%d" % i for i in range(n)]
    for target in ", ".join(names), "*" + ", ".join(names), \
            ", ".join(names[:150]) + ", *rest, " + ", ".join(names[150:]):
        scope = {}
        exec("def f(v):\n    %s = v\n    return t1, t%d\n%s = range(%d)" % (target, n - 1, target, n), scope)
        print(scope["f"](iter(range(n))), scope["t1"], scope["t%d" % (n - 1)])
        try:
            scope["f"](range(n - 2))
        except ValueError as e:
            print(e)

# An exception deep inside leaves what handlers need alone.
for n in 60, 95:
    source = """
def f(x):
    for i in range(2):
        with Log():
            try:
                %s
            finally:
                print("finally", i)
    return [%s for y in [x, x + 1]]
""" % (nest("add(x, b=x, key=", ")", n, "x.missing"), nest("(x + y + ", ")", n))
    exec(source)
    print(f(1))


# A generator and a coroutine wait deep inside; comprehensions there have variables of their own.
def drive(g):
    out = []
    try:
        v = None
        while True:
            v = g.send(v)
            out.append(v)
    except StopIteration as e:
        return out, e.value


class Wait:
    def __await__(self):
        return (yield "wait")


for n in 30, 95:
    exec("def g():\n    return " + nest("(x + ", ")", n, "(yield 5)"))
    print(drive(g()))
    exec("async def a():\n    return " + nest("add(1, ", ")", n, "await Wait()"))
    try:
        print(drive(a()))
    except TypeError as e:
        print(e)
    print(eval("[" + nest("(x + ", ")", n, "sum([y * z for y in range(3) for z in (1, 2)])") + " for x in (1, 2)]"))
    print(eval("[" + nest("(x + ", ")", n, "(w := 7)") + " for x in (1, 2)]"), w)

# Patterns, decorators and defaults.
names = ["t%d" % i for i in range(300)]
exec("match list(range(300)):\n    case [%s]: print(t0, t299)" % ", ".join(names))
exec("match list(range(400)):\n    case [%s, *rest, (9 | 399) as end]: print(t0, t249, len(rest), end)" % ", ".join(names[:250]))
exec("match [[i, {i: i}] for i in range(100)]:\n    case [%s]: print(s4, d99)" % ", ".join("[s%d, {%d: d%d}]" % (i, i, i) for i in range(100)))
exec("match {i: i for i in range(300)}:\n    case {%s, **rest}: print(t7, t299, rest)" % ", ".join("%d: t%d" % (i, i) for i in range(300)))
seen = []


def decorator(i):
    seen.append(i)
    return lambda f: seen.append(i) or f


exec("\n".join("@decorator(%d)" % i for i in range(300)) + "\ndef f(%s): return a0 + a299" % ", ".join("a%d=x+%d" % (i, i) for i in range(300)))
print(f(), len(seen), seen[:2], seen[299:301], seen[-1])
