# Line numbers along __traceback__: function frames, multi-line calls, re-raise.
def lines(e):
    out = []
    tb = e.__traceback__
    while tb:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return out
def a():
    b()
def b():
    x = 1
    c(x,
      0)
def c(p, q):
    return p / q
try:
    a()
except ZeroDivisionError as e:
    print(lines(e))
def d():
    try:
        a()
    except ZeroDivisionError:
        raise
try:
    d()
except ZeroDivisionError as e:
    print(lines(e))
def g():
    yield 1
    raise KeyError
try:
    for x in g():
        pass
except KeyError as e:
    print(lines(e))
class C:
    def __getattr__(self, n):
        raise AttributeError(n)
try:
    C().foo
except AttributeError as e:
    print(lines(e), e.__traceback__.tb_next.tb_next)
try:
    (lambda:
        [][0])()
except IndexError as e:
    print(lines(e))
