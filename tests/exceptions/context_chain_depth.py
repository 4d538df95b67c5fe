# Chains through nested handlers, loops and functions; no cycles; context after handling.
def chain(e):
    out = []
    while e:
        out.append(type(e).__name__)
        e = e.__context__
    return out
def level(n):
    try:
        if n == 0: raise ValueError
        level(n - 1)
    except Exception:
        raise (KeyError, TypeError, OSError)[n % 3](n)
try:
    level(3)
except Exception as e:
    print(chain(e))
try:
    try:
        raise KeyError
    except KeyError as a:
        try:
            raise ValueError
        except ValueError as b:
            raise a
except KeyError as e:
    print(chain(e))
for i in range(2):
    try:
        try:
            raise KeyError(i)
        except KeyError:
            pass
        raise ValueError(i)
    except ValueError as e:
        print(chain(e))
def gen():
    try:
        yield 1
    except KeyError:
        raise TypeError
g = gen()
next(g)
try:
    g.throw(KeyError("thrown"))
except TypeError as e:
    print(chain(e))
class Ctx:
    def __enter__(self): pass
    def __exit__(self, *a): raise ValueError("exit")
try:
    with Ctx():
        raise KeyError
except ValueError as e:
    print(chain(e))
e1 = ValueError(1)
try:
    try:
        raise e1
    except ValueError:
        raise e1
except ValueError as e:
    print(chain(e), e is e1)
