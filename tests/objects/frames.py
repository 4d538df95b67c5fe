# Frame objects: sys._getframe(), gi_frame, tb_frame; what they know while the function runs, and after.
import sys
def here():
    x = 5
    def inner(a):
        y = x
        f = sys._getframe()
        b = f.f_back
        print(f.f_code.co_name, b.f_code.co_name, b.f_back.f_code.co_name, b.f_back.f_back)
        print(sorted(f.f_locals), sorted(b.f_locals), b.f_lineno, f.f_lineno)
        print(f.f_globals is globals(), b.f_back.f_locals is globals(), f.f_builtins['len'] is len)
        return f
    return inner(1)
f = here()
print(f.f_code.co_name, f.f_globals is globals(), f.f_locals) # nothing is left of its variables
print(sys._getframe() == sys._getframe(), sys._getframe(0).f_lineno, sys._getframe().f_code.co_name)
def g():
    n = 1
    fr = sys._getframe()
    yield fr
    n = 2
    yield sys._getframe()
x = g()
print(x.gi_frame.f_lineno, x.gi_frame.f_locals)
a = next(x)
print(a.f_lineno, x.gi_frame.f_lineno, sorted(a.f_locals), a == x.gi_frame, a.f_back)
b = next(x)
print(a == b, x.gi_frame.f_locals['n'], a.f_locals['n'])
try: a.clear()
except RuntimeError as e: print(e)
for _ in x: pass
print(x.gi_frame)
class C:
    z = 3
    print(sorted(k for k in sys._getframe().f_locals if k[:2] != '__'), sys._getframe().f_code.co_name, sys._getframe().f_back.f_code.co_name)
def thrower(q):
    loc = q
    1 / 0
def catcher():
    v = 9
    try:
        thrower(1)
    except ZeroDivisionError as e:
        tb = e.__traceback__
        print(tb.tb_frame.f_locals['v'], tb.tb_lineno, tb.tb_frame.f_back.f_code.co_name, tb.tb_frame == sys._getframe())
        print(tb.tb_next.tb_frame.f_code.co_name, tb.tb_next.tb_lineno, tb.tb_next.tb_frame.f_globals is globals(), tb.tb_next.tb_lasti >= 0)
catcher()
try: sys._getframe(100)
except ValueError as e: print(e)
try: sys._getframe(0).clear()
except RuntimeError as e: print(e)
exec("print(sys._getframe().f_locals['q'], sys._getframe().f_code.co_filename)", globals(), {'q': 1})

# Another code for a running function: tracebacks and frames speak of the old one.
def old():
    frames.append(sys._getframe())
    try:
        thrower(2)
    except ZeroDivisionError as e:
        tracebacks.append(e.__traceback__)
    old.__code__ = (lambda: 7).__code__
    frames.append(sys._getframe())
    return 6
frames, tracebacks = [], []
old_line = old.__code__.co_firstlineno
print(old(), old())
for f in frames + [tracebacks[0].tb_frame]:
    print(f.f_code.co_name, f.f_lineno >= old_line)
print(tracebacks[0].tb_lineno)

# An exception thrown before the first instruction, one in a recursion.
x = g()
try:
    x.throw(KeyError)
except KeyError as e:
    t = e.__traceback__.tb_next
    print(t.tb_frame.f_code.co_name, t.tb_lineno == g.__code__.co_firstlineno)

def deep(n):
    try:
        if not n:
            raise KeyError
        deep(n - 1)
    except KeyError as e:
        t = e.__traceback__
        print(n, [f.tb_frame.f_locals.get("n") for f in (t,)])
        raise
try:
    deep(2)
except KeyError:
    pass
