# Lines of tracebacks where statements are far apart, go back, or share a line; parameters of codes.
import sys

def line_of(f, *args):
    try:
        f(*args)
    except ZeroDivisionError as e:
        tb = e.__traceback__
        while tb.tb_next:
            tb = tb.tb_next
        return tb.tb_lineno - f.__code__.co_firstlineno

def build(gaps):
    lines = ["", "", "def f(n):"]
    for i, gap in enumerate(gaps):
        lines += [""] * gap + ["    if n == %d: 1 // 0" % i]
    names = {}
    exec("\n".join(lines), names)
    return names["f"]

gaps = (0, 1, 2, 3, 4, 61, 62, 63, 64, 65, 126, 127, 128, 129, 5000, 8190, 8191, 8192, 20000, 0)
f = build(gaps)
print([line_of(f, i) for i in range(len(gaps))])

f = build((0,) * 300)
print(all(line_of(f, i) == i + 1 for i in range(300)))

def back(n):
    return [
        x // 0 if n == 1 else
        x
        for x in
        (1, 2 // (n - 2)) if x or
        n // 0
    ]
print(line_of(back, 1), line_of(back, 2))

def loop(n):
    while (
        n
    ):
        n -= 1
        n, 1 // n; n // 1
print(line_of(loop, 3))

def empty(): pass
def one(): return 1 // 0
print(empty.__code__.co_firstlineno, line_of(one), line_of(lambda: 1 // 0))

def kinds(a, b, /, c, d=4, *args, e, f=6, g, **rest):
    x = 0
for g in (kinds, lambda *, k: k, lambda a, /: a, lambda a, *b: a, (lambda: (i for i in ()))().gi_code):
    c = getattr(g, "__code__", g)
    print(c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_varnames)
