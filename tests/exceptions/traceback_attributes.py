# with_traceback, tb_next, __traceback__ of stored exceptions.
e = ValueError("never raised")
print(e.__traceback__)
try:
    raise e
except ValueError as x:
    tb = x.__traceback__
    print(x is e, tb.tb_lineno, tb.tb_next, type(tb).__name__)
n = KeyError("with").with_traceback(tb)
print(n.__traceback__ is tb, n.with_traceback(None) is n, n.__traceback__)
def f():
    raise TypeError
try:
    f()
except TypeError as t:
    saved = t
print(saved.__traceback__.tb_lineno, saved.__traceback__.tb_next.tb_lineno)
print(saved.__traceback__.tb_frame.f_code.co_name,
      saved.__traceback__.tb_next.tb_frame.f_code.co_name)
def depth(e):
    n, t = 0, e.__traceback__
    while t: n, t = n + 1, t.tb_next
    return n
def again():
    raise saved
before = depth(saved)
try:
    again()
except TypeError as t:
    print(depth(t) > before)
try:
    saved.with_traceback(5)
except TypeError:
    print("TypeError")
import sys
try:
    1 / 0
except ZeroDivisionError:
    t, v, b = sys.exc_info()
    print(t.__name__, v, b.tb_lineno, sys.exc_info()[1] is v)
print(sys.exc_info())
