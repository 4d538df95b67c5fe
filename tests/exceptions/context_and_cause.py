# __context__, __cause__, __suppress_context__ in all the ways they are set.
def show(e):
    print(repr(e), "ctx", repr(e.__context__), "cause", repr(e.__cause__), e.__suppress_context__)
try:
    try:
        raise ValueError(1)
    except ValueError:
        raise KeyError(2)
except KeyError as e:
    show(e)
try:
    try:
        raise ValueError(1)
    except ValueError as v:
        raise KeyError(2) from v
except KeyError as e:
    show(e)
try:
    try:
        raise ValueError(1)
    except ValueError:
        raise KeyError(2) from None
except KeyError as e:
    show(e)
try:
    raise KeyError(3) from OSError
except KeyError as e:
    show(e)
try:
    try:
        1 / 0
    finally:
        [][1]
except IndexError as e:
    show(e)
e = ValueError("plain")
show(e)
e.__cause__ = TypeError("set")
e.__context__ = KeyError("ctx")
show(e)
for attr, v in (("__cause__", 5), ("__context__", "x"), ("__suppress_context__", 1),
                ("__traceback__", 5)):
    try:
        setattr(e, attr, v)
        print(attr, "set", e.__suppress_context__)
    except TypeError as t:
        print(attr, "TypeError")
for bad in (5, "x", int):
    try:
        raise ValueError from bad
    except TypeError as t:
        print(t)
