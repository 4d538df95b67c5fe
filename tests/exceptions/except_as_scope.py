# The name bound by `except ... as` is deleted afterwards, however the block is left.
e = "before"
try:
    raise ValueError
except ValueError as e:
    pass
print("e" in globals())
def f():
    try:
        raise KeyError(1)
    except KeyError as x:
        y = x
    try:
        x
    except UnboundLocalError:
        print("unbound after")
    return repr(y)
print(f())
def g():
    for i in range(2):
        try:
            raise KeyError(i)
        except KeyError as x:
            if i == 0: continue
            break
    return "x" in locals()
print(g())
def h():
    try:
        raise KeyError
    except KeyError as x:
        x = "rebound"
        z = x
    return z, "x" in locals()
print(h())
def k():
    try:
        raise KeyError
    except KeyError as x:
        del x
    return "deleted inside"
print(k())
def outer():
    try:
        raise ValueError("closed over")
    except ValueError as x:
        def inner(): return x
        print(inner())
    try:
        inner()
    except NameError as n:
        print(type(n).__name__)
outer()
class C:
    try:
        1 / 0
    except ZeroDivisionError as err:
        msg = str(err)
print(C.msg, hasattr(C, "err"))
