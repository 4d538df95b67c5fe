# Bare raise in every place it can appear.
import sys
try:
    raise
except RuntimeError as e:
    print(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
except ZeroDivisionError as e:
    print("re-raised", e)
def helper(): raise
try:
    try:
        raise KeyError("k")
    except KeyError:
        helper()
except KeyError as e:
    print("from helper", e)
try:
    try:
        raise KeyError("outer")
    except KeyError:
        try:
            raise ValueError("inner")
        except ValueError:
            pass
        raise
except KeyError as e:
    print(repr(e))
try:
    try:
        raise KeyError("a")
    except KeyError as e:
        del e
        raise
except KeyError as e:
    print(repr(e))
try:
    try:
        pass
    finally:
        helper()
except RuntimeError as e:
    print(type(e).__name__)
def gen():
    try:
        yield
    except ValueError:
        yield sys.exc_info()[0].__name__
        raise
g = gen()
next(g)
print(g.throw(ValueError("in gen")), sys.exc_info()[0])
try:
    next(g)
except ValueError as e:
    print(e)
